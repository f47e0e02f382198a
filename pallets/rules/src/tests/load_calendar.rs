//! `load_calendar`.

use super::*;
use crate::{Calendars, Error, Event};
use frame_support::assert_ok;
use quanji_primitives::{
    clock::{Due, Year, YearCalendar},
    regimes::calendar_2026,
};

/// The calendar of a year from dates, as `load_calendar` takes it.
fn calendar(year: Year, off: &[&str], worked: &[&str]) -> YearCalendar {
    let days = |texts: &[&str]| texts.iter().map(|text| day(text)).collect::<Vec<_>>();
    YearCalendar::new(year, &days(off), &days(worked)).expect("a calendar of the test")
}

fn load(year: Year, calendar: &YearCalendar) -> frame_support::dispatch::DispatchResult {
    Rules::load_calendar(department(), year, calendar.off.clone(), calendar.worked.clone())
}

/// New year of 2027, with a Sunday worked for it.
fn new_year_2027() -> YearCalendar {
    calendar(2027, &["2027-01-01", "2027-01-04"], &["2027-01-10"])
}

#[test]
fn a_year_is_loaded_with_the_day_of_its_loading() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(load(2027, &new_year_2027()));
        let loaded = YearCalendar {
            known_since: day("2026-09-24"),
            ..new_year_2027()
        };
        assert_eq!(Calendars::<Test>::get(2027), Some(loaded.clone()));
        assert_eq!(Rules::calendar(2027), Some(loaded.clone()));
        assert_only_event(Event::CalendarLoaded {
            year: 2027,
            calendar: loaded,
            by: DEPARTMENT,
        });
        assert!(!Rules::is_working_day(day("2027-01-04")));
        assert!(Rules::is_working_day(day("2027-01-10")));
    });
}

#[test]
fn a_loaded_year_is_no_longer_provisional() {
    ExtBuilder::default().build_and_execute(|| {
        let before = Rules::add_working_days(day("2026-12-31"), 1);
        assert_eq!(
            before,
            Due {
                day: day("2027-01-01"),
                provisional: true
            }
        );
        assert_ok!(load(2027, &new_year_2027()));
        let after = Rules::add_working_days(day("2026-12-31"), 1);
        assert_eq!(
            after,
            Due {
                day: day("2027-01-05"),
                provisional: false
            }
        );
    });
}

#[test]
fn a_worked_weekend_does_not_end_a_running_period_earlier() {
    ExtBuilder::default()
        .at(day("2026-12-31").start())
        .build_and_execute(|| {
            let worked = calendar(2027, &[], &["2027-01-02", "2027-01-03"]);
            let before = Rules::add_working_days(day("2026-12-31"), 3);
            assert_ok!(load(2027, &worked));
            assert_eq!(
                Rules::add_working_days(day("2026-12-31"), 3).day,
                before.day,
                "begun on the day of loading"
            );
            assert_eq!(
                Rules::add_working_days(day("2027-01-01"), 2).day,
                day("2027-01-03"),
                "begun after it"
            );
        });
}

#[test]
fn a_year_that_is_running_may_be_loaded_when_it_was_not() {
    ExtBuilder::default()
        .at(day("2027-03-01").start())
        .build_and_execute(|| {
            assert_ok!(load(2027, &new_year_2027()));
        });
}

#[test]
fn only_the_department_loads_a_calendar() {
    ExtBuilder::default().build_and_execute(|| {
        let calendar = new_year_2027();
        assert_department_only(|origin| {
            Rules::load_calendar(origin, 2027, calendar.off.clone(), calendar.worked.clone())
        });
    });
}

#[test]
fn a_calendar_that_does_not_fit_its_year_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(load(2028, &new_year_2027()), Error::<Test>::CalendarInvalid);
        let wrong = YearCalendar {
            off: vec![0].try_into().unwrap(),
            ..Default::default()
        };
        assert_noop!(load(2027, &wrong), Error::<Test>::CalendarInvalid);
        assert_noop!(load(10_000, &Default::default()), Error::<Test>::CalendarInvalid);
    });
}

#[test]
fn a_year_that_is_over_is_not_loaded() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(load(2025, &Default::default()), Error::<Test>::YearOver);
    });
}

#[test]
fn a_year_that_has_begun_is_not_corrected() {
    ExtBuilder::default()
        .at(day("2026-12-31").start())
        .build_and_execute(|| {
            assert_noop!(load(2026, &calendar_2026()), Error::<Test>::CalendarInUse);
            assert_ok!(load(2027, &new_year_2027()));
            pallet_timestamp::Now::<Test>::put(day("2027-01-01").start().0 - 1);
            assert_ok!(load(2027, &new_year_2027()));
            pallet_timestamp::Now::<Test>::put(day("2027-01-01").start().0);
            assert_noop!(load(2027, &new_year_2027()), Error::<Test>::CalendarInUse);
        });
}

#[test]
fn a_correction_drops_no_day_off_that_a_running_period_can_reach() {
    let within = day("2026-12-01").plus(120);
    assert_eq!(within, day("2027-03-31"));
    ExtBuilder::default()
        .at(day("2026-12-01").start())
        .build_and_execute(|| {
            assert_ok!(load(2027, &calendar(2027, &["2027-03-31", "2027-04-01"], &[])));
            assert_noop!(
                load(2027, &calendar(2027, &["2027-04-01"], &[])),
                Error::<Test>::DayOffNeeded
            );
            assert_ok!(load(
                2027,
                &calendar(2027, &["2027-03-31", "2027-04-02"], &["2027-01-02"])
            ));
            assert!(Rules::is_working_day(day("2027-04-01")));
            assert_eq!(
                Rules::add_working_days(day("2026-12-01"), 24).day,
                day("2027-01-04"),
                "Saturday 2 not counted"
            );
        });
}
