//! Days, months and working days, reckoned by the model itself. It begins in November 2026: no holiday of the calendar of 2026
//! lies after that, and a year without calendar counts Monday to Friday.

/// Milliseconds since 1970 in UTC.
pub type Moment = u64;
/// Days since 1970 in China.
pub type Day = u64;

pub const DAY: u64 = 86_400_000;
const CHINA: u64 = 8 * 3_600_000;

pub fn day_of(at: Moment) -> Day {
    (at + CHINA) / DAY
}

pub fn start_of(day: Day) -> Moment {
    day * DAY - CHINA
}

/// The first moment after a day.
pub fn end_of(day: Day) -> Moment {
    start_of(day + 1)
}

/// The last day of what is no longer valid from `until` on.
pub fn last_day(until: Moment) -> Day {
    day_of(until - 1)
}

/// Day 0 was a Thursday.
fn is_working(day: Day) -> bool {
    (day + 3) % 7 < 5
}

/// The day of the event is not counted.
pub fn working_days_after(mut day: Day, mut days: u32) -> Day {
    while days > 0 {
        day += 1;
        days -= u32::from(is_working(day));
    }
    day
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u64, month: u64) -> u64 {
    match month {
        2 => 28 + u64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of a date, by counting.
fn day_from(year: u64, month: u64, date: u64) -> Day {
    let years: u64 = (1970..year).map(|year| 365 + u64::from(is_leap(year))).sum();
    let months: u64 = (1..month).map(|month| days_in(year, month)).sum();
    years + months + date - 1
}

fn date_of(day: Day) -> (u64, u64, u64) {
    let year = (1970..).find(|year| day < day_from(year + 1, 1, 1)).unwrap();
    let month = (1..=12)
        .rev()
        .find(|month| day_from(year, *month, 1) <= day)
        .unwrap();
    (year, month, day - day_from(year, month, 1) + 1)
}

/// The same numbered day so many months later, or earlier; or the last of that month.
pub fn plus_months(day: Day, months: i64) -> Day {
    let (year, month, date) = date_of(day);
    let counted = i64::try_from(year * 12 + month - 1).unwrap() + months;
    let counted = u64::try_from(counted).unwrap();
    let (year, month) = (counted / 12, counted % 12 + 1);
    day_from(year, month, date.min(days_in(year, month)))
}

pub fn plus_years(day: Day, years: u32) -> Day {
    plus_months(day, i64::from(years) * 12)
}

#[test]
fn the_model_knows_the_calendar() {
    let monday = day_from(2026, 11, 2);
    assert_eq!(date_of(monday), (2026, 11, 2));
    assert_eq!(working_days_after(monday, 5), day_from(2026, 11, 9));
    assert_eq!(plus_months(day_from(2028, 8, 31), -6), day_from(2028, 2, 29));
    assert_eq!(plus_years(day_from(2028, 2, 29), 1), day_from(2029, 2, 28));
    for day in (1..60_000).step_by(37) {
        let (year, month, date) = date_of(day);
        assert_eq!(day_from(year, month, date), day);
        let text = format!("{year}-{month:02}-{date:02}");
        let known: quanji_primitives::clock::Day = text.parse().unwrap();
        assert_eq!(known.start().0, start_of(day), "{text}");
    }
}
