//! When a renewal may be filed, and how long what is renewed is valid (NG 36, PD 15).

use crate::{
    clock::{Day, Moment},
    regime::{PeriodUnit, Regime},
};

/// The last day on which something is valid whose first moment of no validity is `valid_until`.
pub fn last_day(valid_until: Moment) -> Day {
    Moment(valid_until.0.saturating_sub(1)).day()
}

/// The first and the last day on which the renewal of what is valid until then may be filed: from the regime's period
/// before its last day to the day before that, both included (NG 36).
pub fn window(regime: &Regime, valid_until: Moment) -> (Day, Day) {
    let last = last_day(valid_until);
    let period = u32::from(regime.limits.renewal_window.number);
    let first = match regime.limits.renewal_window_unit {
        PeriodUnit::Days => last.minus(period),
        PeriodUnit::Months => last.minus_months(period),
    };
    (first, last.minus(1))
}

/// Whether a renewal received at `received_at` is in time.
pub fn is_in_time(regime: &Regime, valid_until: Moment, received_at: Moment) -> bool {
    let (first, last) = window(regime, valid_until);
    (first..=last).contains(&received_at.day())
}

/// The end of a new term of `years` that follows the old one: the day after its last day is the first (PD 15).
pub fn following_term(valid_until: Moment, years: u32) -> Moment {
    last_day(valid_until).plus_years(years).end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regimes::{national_2026, public_data_2025};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn days(regime: &Regime, last: &str) -> (String, String) {
        let (first, until) = window(regime, day(last).end());
        (first.to_string(), until.to_string())
    }

    #[test]
    fn the_window_reaches_from_six_months_to_one_day_before_expiry() {
        let national = national_2026();
        assert_eq!(
            days(&national, "2031-11-09"),
            ("2031-05-09".into(), "2031-11-08".into())
        );
        // Months end on the same numbered day or the last.
        assert_eq!(
            days(&national, "2031-08-31"),
            ("2031-02-28".into(), "2031-08-30".into())
        );
        // Sixty days of the calendar are never made two months.
        assert_eq!(
            days(&public_data_2025(), "2029-11-09"),
            ("2029-09-10".into(), "2029-11-08".into())
        );
    }

    #[test]
    fn a_renewal_is_in_time_from_the_first_to_the_last_second_of_its_window() {
        let (national, until) = (national_2026(), day("2031-11-09").end());
        let in_time = |moment: u64| is_in_time(&national, until, Moment(moment));
        let (first, last) = (day("2031-05-09").start().0, day("2031-11-08").end().0);
        assert_eq!(
            [first - 1, first, last - 1, last].map(in_time),
            [false, true, true, false]
        );
    }

    #[test]
    fn a_new_term_begins_the_day_after_the_old_one() {
        let term = |last: &str, years| last_day(following_term(day(last).end(), years)).to_string();
        assert_eq!(term("2031-11-09", 5), "2036-11-09");
        assert_eq!(term("2028-02-29", 1), "2029-02-28");
    }
}
