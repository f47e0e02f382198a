//! The working-day calendar of 2026 as published by the State Council.

use crate::clock::{Day, YearCalendar};
use alloc::vec::Vec;

/// Holidays of 2026 that fall on weekdays: first and last date, month and day.
const OFF: [((u32, u32), (u32, u32)); 7] = [
    ((1, 1), (1, 2)),
    ((2, 16), (2, 23)),
    ((4, 6), (4, 6)),
    ((5, 1), (5, 5)),
    ((6, 19), (6, 19)),
    ((9, 25), (9, 25)),
    ((10, 1), (10, 7)),
];

/// Weekend days of 2026 that are worked.
const WORKED: [(u32, u32); 6] = [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)];

fn date((month, day): (u32, u32)) -> Day {
    Day::from_date(2026, month, day).unwrap_or_default()
}

/// Holidays and worked weekend days of 2026.
pub fn calendar_2026() -> YearCalendar {
    let off: Vec<Day> = OFF
        .into_iter()
        .flat_map(|(first, last)| (date(first).0..=date(last).0).map(Day))
        .filter(|day| !day.is_weekend())
        .collect();
    let worked = WORKED.map(date);
    YearCalendar::new(2026, &off, &worked).unwrap_or_default()
}
