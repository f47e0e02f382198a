//! Periods of working days over twenty years of random calendars, against lists of all working days.

use super::*;
use crate::Calendars;
use proptest::{collection::btree_set, prelude::*};
use quanji_primitives::clock::{working_days_between, Due, Year, YearCalendar};
use std::collections::BTreeSet;

const FIRST_YEAR: Year = 2027;
const YEARS: u16 = 20;

/// A year as the test knows it: a calendar and the day on which it was loaded, or nothing.
type RandomYear = Option<(BTreeSet<u16>, BTreeSet<u16>, u32)>;

fn new_year(year: Year) -> Day {
    Day::from_date(year.into(), 1, 1).expect("a year of the test")
}

fn random_year() -> impl Strategy<Value = RandomYear> {
    let loaded = (
        btree_set(1u16..=365, 0..40),
        btree_set(1u16..=365, 0..40),
        0u32..400,
    );
    prop_oneof![1 => Just(None), 6 => loaded.prop_map(Some)]
}

/// The stored form: weekdays off, weekend days worked.
fn stored(year: Year, (off, worked, loaded): &(BTreeSet<u16>, BTreeSet<u16>, u32)) -> YearCalendar {
    let is_weekend = |number: &&u16| new_year(year).plus(u32::from(**number) - 1).is_weekend();
    let numbers = |days: Vec<u16>| days.try_into().expect("fewer than the bound");
    YearCalendar {
        off: numbers(off.iter().filter(|number| !is_weekend(number)).copied().collect()),
        worked: {
            let worked: Vec<u16> = worked.iter().filter(is_weekend).copied().take(32).collect();
            worked.try_into().expect("at most 32")
        },
        known_since: Day(new_year(year).0 - 200).plus(*loaded),
    }
}

/// Every working day of the years, in order, as a period that began on `event` counts them.
fn all_working_days(years: &[(Year, Option<YearCalendar>)], event: Day) -> Vec<Day> {
    let mut days = Vec::new();
    for (year, calendar) in years {
        let mut working: BTreeSet<i32> = (new_year(*year).0..new_year(year + 1).0).collect();
        working.retain(|number| !Day(*number).is_weekend());
        if let Some(calendar) = calendar {
            let number = |of_year: &u16| new_year(*year).0 + i32::from(*of_year) - 1;
            if event > calendar.known_since {
                working.extend(calendar.worked.iter().map(number));
            }
            let known = |day: i32| event > calendar.known_since || day > calendar.known_since.0;
            for day in calendar.off.iter().map(number).filter(|day| known(*day)) {
                working.remove(&day);
            }
        }
        days.extend(working.into_iter().map(Day));
    }
    days
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn periods_end_where_the_list_of_working_days_says(
        random in proptest::collection::vec(random_year(), usize::from(YEARS)),
        periods in proptest::collection::vec((0u32..6_900, 1u16..=60), 40),
    ) {
        let years: Vec<(Year, Option<YearCalendar>)> = (FIRST_YEAR..)
            .zip(&random)
            .map(|(year, random)| (year, random.as_ref().map(|known| stored(year, known))))
            .collect();
        ExtBuilder::default().build_and_execute(|| {
            for (year, calendar) in &years {
                if let Some(calendar) = calendar {
                    Calendars::<Test>::insert(year, calendar);
                }
            }
            for (offset, days) in &periods {
                let event = new_year(FIRST_YEAR).plus(*offset);
                let due = Rules::add_working_days(event, *days);
                let list = all_working_days(&years, event);
                let counted: Vec<Day> =
                    list.into_iter().filter(|day| *day > event).take(usize::from(*days)).collect();
                let last = *counted.last().expect("twenty years hold every period");
                let is_unknown = |year: &i32| years.iter().any(|(known, calendar)| {
                    i32::from(*known) == *year && calendar.is_none()
                });
                let provisional = (event.plus(1).date().year..=last.date().year).any(|year| is_unknown(&year));
                assert_eq!(due, Due { day: last, provisional });
                let book = crate::Book::<Test>::default();
                assert_eq!(working_days_between(&book, event, last, u16::MAX), *days);
            }
        });
    }

    #[test]
    fn loading_a_year_never_ends_a_running_period_earlier(
        random in random_year(),
        back in 0u32..80,
        days in 1u16..=60,
        running in 0u32..60,
    ) {
        let Some(known) = random else { return Ok(()) };
        let year = stored(FIRST_YEAR, &known);
        let event = Day(new_year(FIRST_YEAR).0 - 40).plus(back);
        ExtBuilder::default().at(event.plus(running).start()).build_and_execute(|| {
            let before = Rules::add_working_days(event, days).day;
            Rules::load_calendar(department(), FIRST_YEAR, year.off.clone(), year.worked.clone())
                .expect("a fitting calendar of a year that is not over");
            assert!(Rules::add_working_days(event, days).day >= before);
        });
    }

    #[test]
    fn loading_a_year_undoes_nothing_that_had_become_true(
        random in random_year(),
        begun in 0u32..300,
        days in 1u16..=30,
        later in 0u32..60,
    ) {
        let Some(known) = random else { return Ok(()) };
        let year = stored(FIRST_YEAR, &known);
        let event = new_year(FIRST_YEAR).plus(begun);
        ExtBuilder::default().at(event.start()).build_and_execute(|| {
            let before = Rules::add_working_days(event, days).day;
            let today = before.plus(later);
            pallet_timestamp::Now::<Test>::put(today.start().0);
            if today.date().year > i32::from(FIRST_YEAR) {
                return;
            }
            Rules::load_calendar(department(), FIRST_YEAR, year.off.clone(), year.worked.clone())
                .expect("a fitting calendar of a year that is not over");
            assert_eq!(Rules::add_working_days(event, days).day, before);
        });
    }
}
