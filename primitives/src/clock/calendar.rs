//! Working days on the calendar that the State Council publishes for each year.

use super::{day::is_leap, Day};
use crate::Bounded;

domain! {
    /// One year of the calendar: which weekdays are off and which weekend days are worked. Days are numbered in the
    /// year from 1.
    #[derive(Default)]
    pub struct YearCalendar {
        /// Days of the year that would be worked by their weekday but are holidays.
        pub off: Bounded<u16, 64>,
        /// Saturdays and Sundays that are worked.
        pub worked: Bounded<u16, 32>,
        /// The day on which this calendar was loaded; day 0 when it was there from the beginning. In periods that began on
        /// or before that day its worked weekend days do not count, so that loading ends none of them earlier, nor do its
        /// days off until that day, so that it undoes nothing that had become true.
        pub known_since: Day,
    }
}

/// A year of the Gregorian calendar.
pub type Year = u16;

impl YearCalendar {
    /// The calendar of `year` from dates of holidays and of worked weekend days. `None` when a date lies outside the
    /// year, a holiday falls on a weekend, or a worked day does not.
    pub fn new(year: Year, off: &[Day], worked: &[Day]) -> Option<Self> {
        let in_year = |day: &Day| day.date().year == i32::from(year);
        let fits = off.iter().all(|day| in_year(day) && !day.is_weekend())
            && worked.iter().all(|day| in_year(day) && day.is_weekend());
        let numbers = |days: &[Day]| {
            days.iter()
                .map(|day| day.of_year())
                .collect::<alloc::vec::Vec<_>>()
        };
        fits.then_some(())?;
        Some(Self {
            off: numbers(off).try_into().ok()?,
            worked: numbers(worked).try_into().ok()?,
            known_since: Day::default(),
        })
    }

    /// Whether every number is a day of `year` and of the right kind: weekdays off, weekend days worked.
    pub fn is_valid_for(&self, year: Year) -> bool {
        let last = if is_leap(year.into()) { 366 } else { 365 };
        let Some(first) = Day::from_date(year.into(), 1, 1) else {
            return false;
        };
        let weekend = |number: &u16| first.plus(u32::from(*number).saturating_sub(1)).is_weekend();
        let in_year = |number: &&u16| (1..=last).contains(*number);
        self.off.iter().all(|number| in_year(&number) && !weekend(number))
            && self
                .worked
                .iter()
                .all(|number| in_year(&number) && weekend(number))
    }
}

/// Where the years are kept: on the chain, or in a client that read them from it.
pub trait Calendar {
    /// The calendar of `year`, or `None` when it has not been loaded.
    fn year(&self, year: Year) -> Option<YearCalendar>;
}

impl<F: Fn(Year) -> Option<YearCalendar>> Calendar for F {
    fn year(&self, year: Year) -> Option<YearCalendar> {
        self(year)
    }
}

domain! {
    /// The last day of a period.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct Due {
        /// The last day; the period ends at 24:00.
        pub day: Day,
        /// A year in the period had no calendar and was counted Monday to Friday.
        pub provisional: bool,
    }
}

/// A calendar that remembers the last year it read, so that a walk over days reads each year once.
struct Reader<'a, C> {
    calendar: &'a C,
    /// The event from which the period runs, or nothing when a single day is asked for.
    event: Option<Day>,
    year: Option<(i32, Option<YearCalendar>)>,
    provisional: bool,
}

impl<'a, C: Calendar> Reader<'a, C> {
    fn new(calendar: &'a C, event: Option<Day>) -> Self {
        Self {
            calendar,
            event,
            year: None,
            provisional: false,
        }
    }

    fn is_working(&mut self, day: Day) -> bool {
        let year = day.date().year;
        if self.year.as_ref().map(|(known, _)| *known) != Some(year) {
            let loaded = Year::try_from(year)
                .ok()
                .and_then(|year| self.calendar.year(year));
            self.year = Some((year, loaded));
        }
        let number = day.of_year();
        match self.year.as_ref().and_then(|(_, loaded)| loaded.as_ref()) {
            Some(calendar) if day.is_weekend() => {
                calendar.worked.contains(&number)
                    && self.event.is_none_or(|event| event > calendar.known_since)
            }
            // What was counted as worked before the calendar was known stays so for what had begun.
            Some(calendar) => {
                let past = |event| event <= calendar.known_since && day <= calendar.known_since;
                !calendar.off.contains(&number) || self.event.is_some_and(past)
            }
            None => {
                self.provisional = true;
                !day.is_weekend()
            }
        }
    }
}

/// Whether `day` is a working day.
pub fn is_working_day(calendar: &impl Calendar, day: Day) -> bool {
    Reader::new(calendar, None).is_working(day)
}

/// A year has at most 64 weekdays off, so at least 196 working days: n of them end within two years and 2n days. It
/// bounds the walk.
const WALK_DAYS_MAX: u32 = 732;

/// The last day of a period of `days` working days after an event on day `event`, which is not counted. A period of no
/// days ends on the day of the event.
pub fn add_working_days(calendar: &impl Calendar, event: Day, days: u16) -> Due {
    let mut reader = Reader::new(calendar, Some(event));
    let (mut day, mut left) = (event, days);
    for _ in 0..u32::from(days).saturating_mul(2).saturating_add(WALK_DAYS_MAX) {
        if left == 0 {
            break;
        }
        day = day.plus(1);
        left = left.saturating_sub(reader.is_working(day).into());
    }
    Due {
        day,
        provisional: reader.provisional,
    }
}

/// Working days after `event` up to and including `until`, at most `limit`.
pub fn working_days_between(calendar: &impl Calendar, event: Day, until: Day, limit: u16) -> u16 {
    let mut reader = Reader::new(calendar, Some(event));
    let (mut day, mut counted) = (event, 0u16);
    while day < until && counted < limit {
        day = day.plus(1);
        counted = counted.saturating_add(reader.is_working(day).into());
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regimes::calendar_2026;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn calendar(year: Year) -> Option<YearCalendar> {
        (year == 2026).then(calendar_2026)
    }

    #[test]
    fn three_working_days_from_24_september_2026_end_on_the_30th() {
        let due = add_working_days(&calendar, day("2026-09-24"), 3);
        assert_eq!(
            due,
            Due {
                day: day("2026-09-30"),
                provisional: false
            }
        );
    }

    #[test]
    fn golden_week_and_the_worked_saturday_count_as_published() {
        assert_eq!(
            add_working_days(&calendar, day("2026-09-30"), 1).day,
            day("2026-10-08")
        );
        assert!(is_working_day(&calendar, day("2026-09-20")));
        assert!(is_working_day(&calendar, day("2026-10-10")));
        assert!(!is_working_day(&calendar, day("2026-10-11")));
        assert_eq!(
            add_working_days(&calendar, day("2026-10-08"), 10).day,
            day("2026-10-21")
        );
        assert_eq!(
            working_days_between(&calendar, day("2026-10-08"), day("2026-10-13"), 99),
            4
        );
    }

    #[test]
    fn a_year_without_calendar_counts_monday_to_friday_and_says_so() {
        let due = add_working_days(&calendar, day("2026-12-30"), 2);
        assert_eq!(
            due,
            Due {
                day: day("2027-01-01"),
                provisional: true
            }
        );
        assert!(!add_working_days(&calendar, day("2026-12-30"), 1).provisional);
    }

    #[test]
    fn a_period_of_no_days_ends_on_the_day_of_the_event() {
        assert_eq!(
            add_working_days(&calendar, day("2026-10-03"), 0).day,
            day("2026-10-03")
        );
        assert_eq!(
            working_days_between(&calendar, day("2026-10-03"), day("2026-10-01"), 9),
            0
        );
    }

    #[test]
    fn a_calendar_with_a_day_of_the_wrong_kind_is_refused() {
        assert!(calendar_2026().is_valid_for(2026));
        assert!(!calendar_2026().is_valid_for(2027));
        assert_eq!(YearCalendar::new(2026, &[day("2026-10-10")], &[]), None);
        assert_eq!(YearCalendar::new(2026, &[], &[day("2026-10-12")]), None);
        assert_eq!(YearCalendar::new(2026, &[day("2027-10-11")], &[]), None);
        let wrong = YearCalendar {
            off: vec![366].try_into().unwrap(),
            ..Default::default()
        };
        assert!(!wrong.is_valid_for(2026));
    }

    #[test]
    fn a_calendar_loaded_during_a_period_does_not_end_it_earlier() {
        let loaded = YearCalendar {
            known_since: day("2026-09-18"),
            ..calendar_2026()
        };
        let calendar = |year: Year| (year == 2026).then(|| loaded.clone());
        assert_eq!(
            add_working_days(&calendar, day("2026-09-18"), 2).day,
            day("2026-09-22"),
            "the 20th is not counted"
        );
        assert_eq!(
            add_working_days(&calendar, day("2026-09-19"), 2).day,
            day("2026-09-21"),
            "the 20th is counted"
        );
        assert_eq!(
            working_days_between(&calendar, day("2026-09-18"), day("2026-09-21"), 9),
            1
        );
        assert!(is_working_day(&calendar, day("2026-09-20")));
    }

    #[test]
    fn a_calendar_loaded_during_a_year_undoes_nothing_that_had_become_true() {
        let loaded = |known_since| YearCalendar {
            known_since: day(known_since),
            ..calendar_2026()
        };
        let end = |known_since, event, days| {
            let calendar = |year: Year| (year == 2026).then(|| loaded(known_since));
            add_working_days(&calendar, day(event), days).day
        };
        // Before it was known, 1 and 2 October were counted as worked.
        assert_eq!(end("2026-10-02", "2026-09-30", 2), day("2026-10-02"));
        // The days off that lie ahead count for everybody.
        assert_eq!(end("2026-10-02", "2026-09-30", 3), day("2026-10-08"));
        assert_eq!(end("2026-10-01", "2026-09-30", 2), day("2026-10-08"));
        assert_eq!(end("2026-09-29", "2026-09-30", 1), day("2026-10-08"));
        let calendar = |year: Year| (year == 2026).then(|| loaded("2026-10-02"));
        assert_eq!(
            working_days_between(&calendar, day("2026-09-30"), day("2026-10-08"), 9),
            3
        );
        assert!(!is_working_day(&calendar, day("2026-10-01")));
    }

    #[test]
    fn the_longest_holiday_a_calendar_can_hold_is_walked_through() {
        let off: Vec<u16> = (1..=90)
            .filter(|number| !day("2025-12-31").plus(*number).is_weekend())
            .map(|n| n as u16)
            .collect();
        let long = YearCalendar {
            off: off.try_into().unwrap(),
            ..Default::default()
        };
        let calendar = |_: Year| Some(long.clone());
        assert_eq!(
            add_working_days(&calendar, day("2025-12-31"), 1).day,
            day("2026-04-01")
        );
    }
}
