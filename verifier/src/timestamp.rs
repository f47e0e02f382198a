//! The one text form of moments in credentials: `2026-11-09T09:30:00.000+08:00`. To the millisecond, because credential
//! and record are compared as texts.

use alloc::{format, string::String};
use quanji_primitives::clock::{Day, Moment};

/// The text of a moment.
pub fn text(moment: Moment) -> String {
    let millis = moment.millis_of_day();
    let (seconds, fraction) = (millis / 1000, millis % 1000);
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!(
        "{}T{hours:02}:{minutes:02}:{:02}.{fraction:03}+08:00",
        moment.day(),
        seconds % 60
    )
}

/// The moment of a text that [`text`] wrote; `None` for every other text.
pub fn parse(written: &str) -> Option<Moment> {
    let day: Day = written.get(..10)?.parse().ok()?;
    let number = |from: usize, to: usize| written.get(from..to)?.parse::<u64>().ok();
    let seconds = number(11, 13)?
        .checked_mul(3600)?
        .checked_add(number(14, 16)?.checked_mul(60)?)?
        .checked_add(number(17, 19)?)?;
    let millis = seconds.checked_mul(1000)?.checked_add(number(20, 23)?)?;
    let moment = Moment(day.start().0.checked_add(millis)?);
    (text(moment) == written).then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_moment_reads_back(millis in 0u64..253_000_000_000_000) {
            prop_assert_eq!(parse(&text(Moment(millis))), Some(Moment(millis)));
        }

        #[test]
        fn arbitrary_text_never_panics(written in ".{0,40}") {
            let _ = parse(&written);
        }
    }

    #[test]
    fn only_the_one_form_is_read() {
        assert_eq!(text(Moment(1_790_179_199_999)), "2026-09-23T23:59:59.999+08:00");
        for other in [
            "2026-09-23T23:59:59.999Z",
            "2026-09-23T24:00:00.000+08:00",
            "2026-09-23T23:59:59+08:00",
            "2026-09-23 23:59:59.999+08:00",
            "2026-09-23T23:59:59.999+08:00 ",
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
