//! Calendar dates as text, `YYYY-MM-DD`.

use std::time::{SystemTime, UNIX_EPOCH};

/// China Standard Time is eight hours ahead of UTC, without summer time.
const CHINA_OFFSET_SECONDS: u64 = 8 * 3600;

/// Whether a text is a date of the Gregorian calendar, written `YYYY-MM-DD`.
///
/// Such texts sort as the dates they name.
pub fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() != 10 {
        return false;
    }
    let shaped = bytes.iter().enumerate().all(|(at, byte)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if !shaped {
        return false;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range]
            .iter()
            .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    };
    let (year, month, day) = (number(0..4), number(5..7), number(8..10));
    year >= 1 && (1..=days_in_month(year, month)).contains(&day)
}

fn days_in_month(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    }
}

/// Today's date in China Standard Time.
pub fn today() -> String {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |elapsed| elapsed.as_secs());
    date_of_day((seconds + CHINA_OFFSET_SECONDS) / 86_400)
}

/// The date of a day counted from 1970-01-01.
fn date_of_day(day: u64) -> String {
    let mut left = day;
    let mut year = 1970_u32;
    loop {
        let length = if days_in_month(year, 2) == 29 { 366 } else { 365 };
        if left < length {
            break;
        }
        left -= length;
        year += 1;
    }
    let mut month = 1;
    while left >= u64::from(days_in_month(year, month)) {
        left -= u64::from(days_in_month(year, month));
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", left + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn knows_leap_years_and_month_lengths() {
        for good in ["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-1-01",
            "2026/01/01",
            "0000-01-01",
            "",
            "２026-01-0",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn counts_days_from_the_epoch() {
        assert_eq!(date_of_day(0), "1970-01-01");
        assert_eq!(date_of_day(59), "1970-03-01");
        assert_eq!(date_of_day(11_016), "2000-02-29");
        assert_eq!(date_of_day(20_717), "2026-09-21");
        assert!(is_date(&today()));
    }

    proptest! {
        #[test]
        fn every_day_has_a_date_and_dates_sort_like_days(day in 0_u64..100_000) {
            let (this, next) = (date_of_day(day), date_of_day(day + 1));
            prop_assert!(is_date(&this));
            prop_assert!(this < next);
        }

        #[test]
        fn any_text_is_judged_without_panic(text in "\\PC{0,12}") {
            let _ = is_date(&text);
        }
    }
}
