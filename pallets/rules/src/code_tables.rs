//! Code tables and the negative list.

use crate::{Codes, Config, Error, Event, NegativeList, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::codes::{industry_divisions, CodeTable, PRODUCT_FORMS, PURPOSES};

/// Codes have two digits.
const CODE_MAX: u8 = 99;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_add_code(table: CodeTable, code: u8, by: T::AccountId) -> Result<(), Error<T>> {
        Self::ensure_can_add_code(table, code)?;
        Codes::<T>::insert(table, code, ());
        Self::deposit_event(Event::CodeAdded { table, code, by });
        Ok(())
    }

    /// Whether `code` may be added to `table`.
    pub fn ensure_can_add_code(table: CodeTable, code: u8) -> Result<(), Error<T>> {
        ensure!((1..=CODE_MAX).contains(&code), Error::CodeOutOfRange);
        ensure!(!Codes::<T>::contains_key(table, code), Error::CodeAlreadyExists);
        Ok(())
    }

    pub(crate) fn do_add_to_negative_list(industry: u8, by: T::AccountId) -> Result<(), Error<T>> {
        Self::ensure_can_list(industry)?;
        NegativeList::<T>::insert(industry, ());
        Self::deposit_event(Event::IndustryListed { industry, by });
        Ok(())
    }

    /// Whether `industry` may be put on the negative list.
    pub fn ensure_can_list(industry: u8) -> Result<(), Error<T>> {
        ensure!(
            Codes::<T>::contains_key(CodeTable::Industry, industry),
            Error::IndustryUnknown
        );
        ensure!(
            !NegativeList::<T>::contains_key(industry),
            Error::IndustryAlreadyListed
        );
        Ok(())
    }

    pub(crate) fn do_remove_from_negative_list(industry: u8, by: T::AccountId) -> Result<(), Error<T>> {
        ensure!(
            NegativeList::<T>::contains_key(industry),
            Error::IndustryNotListed
        );
        NegativeList::<T>::remove(industry);
        Self::deposit_event(Event::IndustryDelisted { industry, by });
        Ok(())
    }

    pub(crate) fn codes_of(table: CodeTable) -> Vec<u8> {
        sorted(Codes::<T>::iter_key_prefix(table))
    }

    pub(crate) fn listed_industries() -> Vec<u8> {
        sorted(NegativeList::<T>::iter_keys())
    }

    pub(crate) fn write_genesis_codes() {
        for division in industry_divisions() {
            Codes::<T>::insert(CodeTable::Industry, division, ());
        }
        for (form, ..) in PRODUCT_FORMS {
            Codes::<T>::insert(CodeTable::ProductForm, form, ());
        }
        for (purpose, ..) in PURPOSES {
            Codes::<T>::insert(CodeTable::Purpose, purpose, ());
        }
    }

    pub(crate) fn write_genesis_negative_list(industries: &[u8]) {
        for industry in industries {
            assert!(
                Codes::<T>::contains_key(CodeTable::Industry, industry),
                "genesis: the negative list names an industry that is no division of GB/T 4754"
            );
            NegativeList::<T>::insert(industry, ());
        }
    }
}

fn sorted(codes: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut codes: Vec<u8> = codes.collect();
    codes.sort_unstable();
    codes
}
