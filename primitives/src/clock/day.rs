//! Days and dates of the Gregorian calendar.

use super::{Moment, CHINA_OFFSET_MILLIS, DAY_MILLIS};
use core::{fmt, str::FromStr};

domain! {
    /// A day in China, counted from 1970-01-01 as day 0.
    #[derive(Copy, PartialOrd, Ord, Default)]
    pub struct Day(pub i32);
}

/// A date of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Date {
    /// Year, 1970 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
}

const FIRST_YEAR: i32 = 1970;
const LAST_YEAR: i32 = 9999;
const DAYS_IN_400_YEARS: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_FROM_MARCH_OF_YEAR_ZERO: i64 = 719_468;

/// Whether `year` has a 29 February.
pub(super) fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

#[allow(
    clippy::arithmetic_side_effects,
    reason = "years 1970 to 9999 in 64 bits: no term exceeds 4 million"
)]
fn days_from_date(date: Date) -> i64 {
    // Years begin in March, so that the leap day is the last of its year.
    let year = i64::from(date.year) - i64::from(date.month <= 2);
    let month_from_march = (i64::from(date.month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(date.day) - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - EPOCH_FROM_MARCH_OF_YEAR_ZERO
}

#[allow(
    clippy::arithmetic_side_effects,
    reason = "a 32-bit day number in 64 bits; divisors are constants"
)]
fn date_from_days(days: i32) -> Date {
    let from_zero = i64::from(days) + EPOCH_FROM_MARCH_OF_YEAR_ZERO;
    let era = from_zero.div_euclid(DAYS_IN_400_YEARS);
    let day_of_era = from_zero.rem_euclid(DAYS_IN_400_YEARS);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / (DAYS_IN_400_YEARS - 1)) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    // A 32-bit day number reaches about six million years: all three fit.
    Date {
        year: year as i32,
        month: month as u32,
        day: day as u32,
    }
}

impl Day {
    /// The day of a date between 1970-01-01 and 9999-12-31; `None` when there is no such date.
    pub fn from_date(year: i32, month: u32, day: u32) -> Option<Self> {
        let known = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month);
        if !known || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        i32::try_from(days_from_date(Date { year, month, day }))
            .ok()
            .map(Self)
    }

    /// The date of this day.
    pub fn date(self) -> Date {
        date_from_days(self.0)
    }

    /// The moment at which this day begins in China.
    pub fn start(self) -> Moment {
        let millis = u64::try_from(self.0).unwrap_or(0).saturating_mul(DAY_MILLIS);
        Moment(millis.saturating_sub(CHINA_OFFSET_MILLIS))
    }

    /// The moment at which this day ends, 24:00: the first moment that is no longer in it.
    pub fn end(self) -> Moment {
        self.plus(1).start()
    }

    /// The day `days` later.
    pub fn plus(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days))
    }

    /// The day `days` earlier.
    pub fn minus(self, days: u32) -> Self {
        Self(self.0.saturating_sub_unsigned(days))
    }

    /// Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        // 1970-01-01 was a Thursday: with Monday as 0, day 0 is 3.
        matches!(self.0.wrapping_add(3).rem_euclid(7), 5 | 6)
    }

    /// The number of this day in its year, from 1.
    pub fn of_year(self) -> u16 {
        let first = Self::from_date(self.date().year, 1, 1).unwrap_or(self);
        u16::try_from(self.0.saturating_sub(first.0).saturating_add(1)).unwrap_or(u16::MAX)
    }

    /// The same numbered day `months` later, or the last day of that month. A calendar period does not roll to a
    /// working day.
    pub fn plus_months(self, months: u32) -> Self {
        self.months_away(i64::from(months))
    }

    /// The same numbered day `months` earlier, or the last day of that month.
    pub fn minus_months(self, months: u32) -> Self {
        self.months_away(i64::from(months).saturating_neg())
    }

    fn months_away(self, months: i64) -> Self {
        let date = self.date();
        let from_zero = i64::from(date.year)
            .saturating_mul(12)
            .saturating_add(i64::from(date.month))
            .saturating_sub(1)
            .saturating_add(months);
        let year = i32::try_from(from_zero.div_euclid(12))
            .unwrap_or(i32::MAX)
            .min(LAST_YEAR);
        let month = u32::try_from(from_zero.rem_euclid(12))
            .unwrap_or(0)
            .saturating_add(1);
        Self::from_date(year, month, date.day.min(days_in_month(year, month))).unwrap_or(self)
    }

    /// The same date `years` later; 29 February becomes 28 February in a common year.
    pub fn plus_years(self, years: u32) -> Self {
        self.plus_months(years.saturating_mul(12))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date { year, month, day } = self.date();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

/// A text is not a date `YYYY-MM-DD` between 1970 and 9999.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("write a date as YYYY-MM-DD, for example 2026-11-09")
    }
}

impl core::error::Error for NotADate {}

impl FromStr for Day {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.splitn(3, '-');
        let mut number = |digits: usize| {
            parts
                .next()
                .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u32>().ok())
                .ok_or(NotADate)
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        Self::from_date(i32::try_from(year).map_err(|_| NotADate)?, month, day).ok_or(NotADate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_and_dates_agree_with_chrono(number in 0i32..2_932_896) {
            use chrono::Datelike;
            let other = chrono::NaiveDate::from_num_days_from_ce_opt(number + 719_163).unwrap();
            let date = Day(number).date();
            prop_assert_eq!((date.year, date.month, date.day), (other.year(), other.month(), other.day()));
            prop_assert_eq!(Day::from_date(date.year, date.month, date.day), Some(Day(number)));
            prop_assert_eq!(Day(number).of_year() as u32, other.ordinal());
            prop_assert_eq!(Day(number).is_weekend(), other.weekday().number_from_monday() > 5);
            prop_assert_eq!(Day(number).to_string().parse(), Ok(Day(number)));
        }

        #[test]
        fn months_end_on_the_same_day_or_the_last(number in 0i32..1_000_000, months in 0u32..600) {
            let other = chrono::NaiveDate::from_num_days_from_ce_opt(number + 719_163).unwrap();
            let later = other.checked_add_months(chrono::Months::new(months)).unwrap();
            prop_assert_eq!(Day(number).plus_months(months).to_string(), later.to_string());
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for (year, month, day) in [
            (2026, 2, 29),
            (2100, 2, 29),
            (2026, 13, 1),
            (2026, 0, 1),
            (2026, 4, 31),
            (1969, 1, 1),
        ] {
            assert_eq!(Day::from_date(year, month, day), None);
        }
        assert!(Day::from_date(2028, 2, 29).is_some());
        for text in ["2026-2-9", "2026-02-30", "20260209", "+026-02-09", ""] {
            assert_eq!(text.parse::<Day>(), Err(NotADate));
        }
    }
}
