//! The rules as other pallets read them.

use crate::{Calendars, Codes, Config, NegativeList, Pallet, Regimes};
use core::marker::PhantomData;
use quanji_primitives::{
    clock::{Calendar, Moment, Year, YearCalendar},
    codes::CodeTable,
    directory::RuleBook,
    regime::{Regime, RegimeId},
};

/// The rules on this chain. The runtime plugs it into the pallets that are judged by them.
pub struct Book<T>(PhantomData<T>);

impl<T> Default for Book<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T: Config> Calendar for Book<T> {
    fn year(&self, year: Year) -> Option<YearCalendar> {
        Calendars::<T>::get(year)
    }
}

impl<T: Config> RuleBook for Book<T> {
    fn now(&self) -> Moment {
        Pallet::<T>::register_time()
    }

    fn regime(&self, id: RegimeId) -> Option<Regime> {
        Regimes::<T>::get(id)
    }

    fn has_code(&self, table: CodeTable, code: u8) -> bool {
        Codes::<T>::contains_key(table, code)
    }

    fn is_negative_listed(&self, industry: u8) -> bool {
        NegativeList::<T>::contains_key(industry)
    }
}
