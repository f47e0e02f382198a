//! Working days, periods and months agree with what numpy and chinesecalendar computed (`calendars.py`).

use quanji_primitives::{
    clock::{add_working_days, is_working_day, working_days_between, Day, Year, YearCalendar},
    regimes::calendar_2026,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What `calendars.json` holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    calendars: BTreeMap<String, Dates>,
    working_days: BTreeMap<String, u16>,
    periods: Vec<u16>,
    due: BTreeMap<String, String>,
    between: BTreeMap<String, u16>,
    months: Vec<u32>,
    later: BTreeMap<String, String>,
}

/// One year's calendar, by dates.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    off: Vec<String>,
    worked: Vec<String>,
    loaded: Option<String>,
}

fn expected() -> Expected {
    serde_json::from_str(include_str!("calendars.json")).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn year(text: &str) -> Year {
    text.parse().unwrap()
}

fn calendars(expected: &Expected) -> BTreeMap<Year, YearCalendar> {
    let read = |(text, dates): (&String, &Dates)| {
        let days = |dates: &[String]| dates.iter().map(|date| day(date)).collect::<Vec<_>>();
        let calendar = YearCalendar::new(year(text), &days(&dates.off), &days(&dates.worked));
        let known_since = dates.loaded.as_deref().map_or(Day::default(), day);
        let calendar = YearCalendar {
            known_since,
            ..calendar.expect("the dates fit their year")
        };
        (year(text), calendar)
    };
    expected.calendars.iter().map(read).collect()
}

#[test]
fn the_calendar_of_2026_is_the_one_published() {
    assert_eq!(
        calendars(&expected()).get(&2026),
        Some(&calendar_2026()),
        "chinesecalendar knows it too"
    );
}

#[test]
fn every_year_has_as_many_working_days_as_numpy_counts() {
    let expected = expected();
    let calendars = calendars(&expected);
    let calendar = |year: Year| calendars.get(&year).cloned();
    for (year, count) in &expected.working_days {
        let eve = day(&format!("{year}-01-01")).0 - 1;
        let last = day(&format!("{year}-12-31"));
        assert_eq!(
            working_days_between(&calendar, Day(eve), last, u16::MAX),
            *count,
            "{year}"
        );
        let worked = (eve + 1..=last.0)
            .filter(|number| is_working_day(&calendar, Day(*number)))
            .count();
        assert_eq!(worked, usize::from(*count), "{year}");
    }
}

#[test]
fn every_period_from_every_day_of_nine_years_ends_on_the_day_numpy_names() {
    let expected = expected();
    let calendars = calendars(&expected);
    let calendar = |year: Year| calendars.get(&year).cloned();
    let mut compared = 0;
    for (event, results) in &expected.due {
        let event = day(event);
        for (days, result) in expected.periods.iter().zip(results.split(' ')) {
            let due = add_working_days(&calendar, event, *days);
            let provisional = if due.provisional { "?" } else { "" };
            assert_eq!(
                format!("{}{provisional}", due.day.0 - event.0),
                result,
                "{days} working days after {event}"
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 6 * 3288, "2024 to 2032, three leap days");
}

#[test]
fn working_days_between_two_days_are_as_many_as_numpy_counts() {
    let expected = expected();
    let calendars = calendars(&expected);
    let calendar = |year: Year| calendars.get(&year).cloned();
    for (days, count) in &expected.between {
        let (event, until) = days.split_once(' ').unwrap();
        let counted = working_days_between(&calendar, day(event), day(until), u16::MAX);
        assert_eq!(counted, *count, "{days}");
    }
}

#[test]
fn months_and_years_later_fall_on_the_same_or_the_last_day() {
    let expected = expected();
    for (from, results) in &expected.later {
        for (months, result) in expected.months.iter().zip(results.split(' ')) {
            let later = day(from).plus_months(*months).to_string();
            assert_eq!(&later, result, "{months} months after {from}");
            if months % 12 == 0 {
                assert_eq!(&day(from).plus_years(months / 12).to_string(), result);
            }
        }
    }
}
