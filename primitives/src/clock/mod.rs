//! Time as the register counts it: moments, days of China Standard Time, working days, months.
//!
//! Counting, design section 3: the day of the event is not counted; the last day ends at 24:00; a working-day period
//! cannot end on a day off; months end on the same numbered day or the last of the month.

mod calendar;
mod case_clock;
mod day;
mod development;

pub use calendar::{
    add_working_days, is_working_day, working_days_between, Calendar, Due, Year, YearCalendar,
};
pub use case_clock::CaseClock;
pub use day::{Date, Day, NotADate};
pub use development::DevelopmentClock;

/// Milliseconds of one day.
pub const DAY_MILLIS: u64 = 86_400_000;

/// China Standard Time is eight hours ahead of UTC, all year.
pub const CHINA_OFFSET_MILLIS: u64 = 8 * 3_600_000;

domain! {
    /// A moment: milliseconds since 1970-01-01T00:00:00Z.
    #[derive(Copy, PartialOrd, Ord, Default)]
    pub struct Moment(pub u64);
}

impl Moment {
    /// The day in China on which this moment lies.
    pub fn day(self) -> Day {
        let days = self.0.saturating_add(CHINA_OFFSET_MILLIS) / DAY_MILLIS;
        Day(i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// Milliseconds since midnight in China.
    pub fn millis_of_day(self) -> u64 {
        self.0.saturating_add(CHINA_OFFSET_MILLIS) % DAY_MILLIS
    }
}

/// As China reads it: `2026-11-09T09:30:00+08:00`.
impl core::fmt::Display for Moment {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let seconds = self.millis_of_day() / 1000;
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        write!(
            formatter,
            "{}T{hours:02}:{minutes:02}:{:02}+08:00",
            self.day(),
            seconds % 60
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_china_begins_at_sixteen_hours_utc() {
        let before = Moment(1_790_179_199_999);
        assert_eq!(before.to_string(), "2026-09-23T23:59:59+08:00");
        assert_eq!(Moment(before.0 + 1).to_string(), "2026-09-24T00:00:00+08:00");
        assert_eq!(Moment(before.0 + 1).day(), Day::from_date(2026, 9, 24).unwrap());
        assert_eq!(Day::from_date(2026, 9, 23).unwrap().end(), Moment(before.0 + 1));
    }
}
