//! Working days, periods and months agree with what numpy and chinesecalendar computed (`calendars.py`).

use quanji_primitives::{
    clock::{add_working_days, is_working_day, working_days_between, CaseClock, Day, Year, YearCalendar},
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
    clocks: Vec<String>,
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

#[test]
fn clocks_that_pause_and_run_on_have_used_as_many_days_as_numpy_counts() {
    let expected = expected();
    let calendars = calendars(&expected);
    let calendar = |year: Year| calendars.get(&year).cloned();
    let mut paused = 0;
    for text in &expected.clocks {
        let words: Vec<_> = text.split(' ').collect();
        let [limit, since, pauses @ .., extension, today, used, last] = &words[..] else {
            panic!("no clock: {text}");
        };
        let mut clock = CaseClock::start(limit.parse().unwrap(), day(since));
        for pause in pauses.chunks(2) {
            clock.pause(&calendar, day(pause[0]));
            assert_eq!(clock.due(&calendar), None, "{text}");
            clock.resume(day(pause[1]));
            paused += 1;
        }
        clock.extend(extension.trim_start_matches('+').parse().unwrap());
        let (today, last) = (day(today), day(last));
        let found = clock.used_until(&calendar, today);
        assert_eq!(found.to_string(), **used, "{text}");
        assert_eq!(clock.due(&calendar).map(|due| due.day), Some(last), "{text}");
        assert_eq!(
            clock.is_overdue(&calendar, today),
            found > clock.limit || today > last,
            "{text}"
        );
    }
    assert!(paused > 2_000, "clocks are paused: {paused}");
}

/// What is compared holds every case that is hard, so that nobody thins the file out unseen.
#[test]
fn the_comparison_has_holidays_worked_days_ends_of_months_leap_days_and_a_missing_year() {
    let expected = expected();
    let years: Vec<Year> = expected.working_days.keys().map(|text| year(text)).collect();
    let loaded = calendars(&expected);
    let missing: Vec<_> = years.iter().filter(|year| !loaded.contains_key(year)).collect();
    assert_eq!(missing, [&2029], "nobody loaded it");
    let late: Vec<_> = loaded
        .iter()
        .filter(|(_, calendar)| calendar.known_since > Day::default())
        .collect();
    assert!(!late.is_empty(), "a calendar that came during the year before");
    for dates in expected.calendars.values() {
        assert!(
            dates.off.iter().all(|text| !day(text).is_weekend()),
            "{:?}",
            dates.off
        );
        let (mut saturdays, mut sundays) = (0, 0);
        for worked in dates.worked.iter().map(|text| day(text)) {
            assert!(worked.is_weekend(), "{worked}");
            match worked.plus(1).is_weekend() {
                true => saturdays += 1,
                false => sundays += 1,
            }
        }
        assert!(saturdays >= 2 && saturdays + sundays >= 5, "{:?}", dates.worked);
    }
    for date in [
        "2024-02-29",
        "2028-02-29",
        "2032-02-29",
        "2025-02-28",
        "2024-12-31",
        "2030-09-30",
    ] {
        assert!(expected.due.contains_key(date), "{date}");
    }
    assert!(expected.later.contains_key("2024-02-29") && expected.later.contains_key("2026-12-31"));
    let provisional = |text: &String| text.contains('?');
    for (event, of_year) in [("2028-12-29", true), ("2029-06-01", true), ("2026-12-30", false)] {
        assert_eq!(
            expected.due.get(event).is_some_and(provisional),
            of_year,
            "{event}"
        );
    }
    let ends = expected
        .between
        .keys()
        .filter(|days| days.contains("-12-31 "))
        .count();
    assert!(ends >= 30, "periods over the end of a year: {ends}");
}
