//! What others may ask.

use crate::{Config, LastStamp, Pallet, Stamps};
use alloc::vec::Vec;
use quanji_primitives::{
    day_book::{Stamp, StampStatus},
    AuthorityId, StampId,
};

/// The most stamps of one answer.
const ROWS_MAX: u64 = 100;

impl<T: Config> Pallet<T> {
    /// A stamp with its status now.
    pub(crate) fn stamp_with_status(id: StampId) -> Option<(Stamp, StampStatus)> {
        let stamp = Stamps::<T>::get(id)?;
        Some((stamp, stamp.status(Self::now())))
    }

    /// The day book from a number on.
    pub(crate) fn book_from(authority: AuthorityId, from: u64) -> Vec<(StampId, Stamp, StampStatus)> {
        let first = from.max(1);
        let last = LastStamp::<T>::get(authority).min(first.saturating_add(ROWS_MAX).saturating_sub(1));
        let row = |serial| {
            let id = StampId::new(authority, serial)?;
            let (stamp, status) = Self::stamp_with_status(id)?;
            Some((id, stamp, status))
        };
        (first..=last).filter_map(row).collect()
    }
}
