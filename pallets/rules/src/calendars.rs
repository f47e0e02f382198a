//! Calendars of working days, and why loading one never ends a running period earlier.
//!
//! Until a year is loaded it is counted Monday to Friday. A calendar changes that in two ways. Its worked weekend days
//! would end periods earlier, so a calendar remembers the day on which it was loaded, and periods that began on or before
//! that day do not count its worked weekend days. Its days off end periods later; those that lie before the day of loading
//! would undo what had become true, such as an acceptance by silence, and do not count in these periods either. A
//! correction may drop a day off only where no running period can reach it.

use crate::{Calendars, Config, Error, Event, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    clock::{Day, Year, YearCalendar},
    regimes::calendar_2026,
    Bounded,
};

/// No period is longer than 60 working days, and with the holidays of any published calendar those end within this many
/// calendar days.
const REACH_DAYS: u32 = 120;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_load_calendar(
        year: Year,
        off: Bounded<u16, 64>,
        worked: Bounded<u16, 32>,
        by: T::AccountId,
    ) -> Result<(), Error<T>> {
        let today = Self::register_time().day();
        let calendar = YearCalendar {
            off,
            worked,
            known_since: today,
        };
        Self::ensure_can_load_calendar(year, &calendar, today)?;
        Calendars::<T>::insert(year, &calendar);
        Self::deposit_event(Event::CalendarLoaded { year, calendar, by });
        Ok(())
    }

    /// Whether `calendar` may become the one of `year` on `today`.
    pub fn ensure_can_load_calendar(year: Year, calendar: &YearCalendar, today: Day) -> Result<(), Error<T>> {
        ensure!(calendar.is_valid_for(year), Error::CalendarInvalid);
        let this_year = today.date().year;
        ensure!(i32::from(year) >= this_year, Error::YearOver);
        let Some(known) = Calendars::<T>::get(year) else {
            return Ok(());
        };
        ensure!(i32::from(year) > this_year, Error::CalendarInUse);
        let first = Day::from_date(year.into(), 1, 1).ok_or(Error::CalendarInvalid)?;
        let reached = today.plus(REACH_DAYS);
        let is_reached = |number: u16| first.plus(u32::from(number).saturating_sub(1)) <= reached;
        let mut dropped = known.off.iter().filter(|number| !calendar.off.contains(number));
        ensure!(!dropped.any(|number| is_reached(*number)), Error::DayOffNeeded);
        Ok(())
    }

    pub(crate) fn write_genesis_calendars() {
        Calendars::<T>::insert(2026, calendar_2026());
    }
}
