//! The clock of a case: working days that run, pause and run on.

use super::{add_working_days, is_working_day, working_days_between, Calendar, Day, Due};

domain! {
    /// Working days granted to an authority for a case, with pauses (NG 28). The day on which the clock is paused counts
    /// as used; the day on which it runs again is not counted.
    #[derive(Copy)]
    pub struct CaseClock {
        /// Working days allowed, extensions included.
        #[codec(compact)]
        pub limit: u16,
        /// Working days used before the clock last began to run.
        #[codec(compact)]
        pub used: u16,
        /// The day of the event from which the clock runs, or nothing while it is paused.
        pub running_since: Option<Day>,
    }
}

/// The most working days counted from one event: about four years. It bounds the walk over a case that nobody works on.
const COUNTED_MAX: u16 = 1_000;

impl CaseClock {
    /// A clock of `limit` working days that runs from the event on `day`.
    pub fn start(limit: u16, day: Day) -> Self {
        Self {
            limit,
            used: 0,
            running_since: Some(day),
        }
    }

    /// A clock of `limit` working days that does not run yet.
    pub fn stopped(limit: u16) -> Self {
        Self {
            limit,
            used: 0,
            running_since: None,
        }
    }

    /// Working days used up to and including `today`. Counting stops after 1,000 days without a pause.
    pub fn used_until(&self, calendar: &impl Calendar, today: Day) -> u16 {
        let running = self.running_since.map_or(0, |since| {
            working_days_between(calendar, since, today, COUNTED_MAX)
        });
        let counted = running.saturating_sub(self.rolled(calendar));
        self.used.saturating_add(counted)
    }

    /// A period of working days does not end on a day off: when nothing is left of it and it runs again on one, it ends on
    /// the next working day, which is not counted.
    fn rolled(&self, calendar: &impl Calendar) -> u16 {
        let spent = self.used == self.limit;
        let on_a_day_off = |since: Day| !is_working_day(calendar, since);
        self.running_since
            .is_some_and(|since| spent && on_a_day_off(since))
            .into()
    }

    /// The last day, or `None` while the clock is paused.
    pub fn due(&self, calendar: &impl Calendar) -> Option<Due> {
        let since = self.running_since?;
        let left = self.limit.saturating_sub(self.used);
        let left = left.saturating_add(self.rolled(calendar));
        Some(add_working_days(calendar, since, left))
    }

    /// Pauses on `today`, which counts as used. Does nothing when already paused.
    pub fn pause(&mut self, calendar: &impl Calendar, today: Day) {
        self.used = self.used_until(calendar, today);
        self.running_since = None;
    }

    /// Runs again from the event on `day`. Does nothing when already running.
    pub fn resume(&mut self, day: Day) {
        self.running_since.get_or_insert(day);
    }

    /// Runs from the event on `day` where it would run from a later one: what it waited for was given up. Does nothing
    /// when paused.
    pub fn resume_at_latest(&mut self, day: Day) {
        self.running_since = self.running_since.map(|since| since.min(day));
    }

    /// Allows `days` more.
    pub fn extend(&mut self, days: u16) {
        self.limit = self.limit.saturating_add(days);
    }

    /// Whether the limit has passed on `today`.
    pub fn is_overdue(&self, calendar: &impl Calendar, today: Day) -> bool {
        self.used_until(calendar, today) > self.limit || self.due(calendar).is_some_and(|due| today > due.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock::YearCalendar, regimes::calendar_2026};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn calendar(year: u16) -> Option<YearCalendar> {
        (year == 2026).then(calendar_2026)
    }

    /// Story 1, golden week: acceptance by silence, supplement, extension, notice.
    #[test]
    fn the_clock_of_story_one_ends_on_the_days_it_names() {
        let due = |clock: &CaseClock| clock.due(&calendar).unwrap().day.to_string();
        let mut clock = CaseClock::start(10, day("2026-10-08"));
        assert_eq!(due(&clock), "2026-10-21");
        clock.pause(&calendar, day("2026-10-13"));
        assert_eq!((clock.used, clock.due(&calendar)), (4, None));
        clock.resume(day("2026-10-21"));
        assert_eq!(due(&clock), "2026-10-29");
        clock.extend(10);
        clock.pause(&calendar, day("2026-10-30"));
        assert_eq!(clock.used, 11);
        clock.resume(day("2026-11-06"));
        assert_eq!(clock.used_until(&calendar, day("2026-11-09")), 12);
        assert_eq!(due(&clock), "2026-11-19");
        assert!(!clock.is_overdue(&calendar, day("2026-11-19")));
        assert!(clock.is_overdue(&calendar, day("2026-11-20")));
    }

    #[test]
    fn a_clock_that_would_run_later_runs_from_the_day_its_reason_is_given_up() {
        let mut clock = CaseClock::start(10, day("2026-11-02"));
        clock.pause(&calendar, day("2026-11-04"));
        clock.resume_at_latest(day("2026-11-05"));
        assert_eq!(clock.running_since, None, "a pause is not ended by it");
        clock.resume(day("2026-11-11"));
        clock.resume_at_latest(day("2026-11-12"));
        assert_eq!(clock.running_since, Some(day("2026-11-11")));
        clock.resume_at_latest(day("2026-11-06"));
        assert_eq!(clock.running_since, Some(day("2026-11-06")));
        assert_eq!(clock.used, 2);
    }

    #[test]
    fn a_period_without_days_left_ends_on_a_working_day() {
        let spent = |since| CaseClock {
            limit: 10,
            used: 10,
            running_since: Some(day(since)),
        };
        // Golden week, a weekend, and a day that is worked.
        for (since, last) in [
            ("2026-10-02", "2026-10-08"),
            ("2026-11-07", "2026-11-09"),
            ("2026-11-10", "2026-11-10"),
            ("2026-10-10", "2026-10-10"),
        ] {
            let clock = spent(since);
            assert_eq!(clock.due(&calendar).unwrap().day.to_string(), last);
            assert!(!clock.is_overdue(&calendar, day(last)), "{since}");
        }
    }

    #[test]
    fn pausing_twice_and_resuming_twice_change_nothing() {
        let mut clock = CaseClock::start(10, day("2026-11-02"));
        clock.pause(&calendar, day("2026-11-04"));
        let paused = clock;
        clock.pause(&calendar, day("2026-11-10"));
        assert_eq!(clock, paused);
        clock.resume(day("2026-11-10"));
        let running = clock;
        clock.resume(day("2026-11-12"));
        assert_eq!(clock, running);
    }
}
