//! Which entries of an object were written lately, so that a stamp in the day book can say for ever what was entered
//! between the receipt of its instrument and itself.

use crate::{Config, Objects, Pallet, RecentEntries};
use quanji_primitives::{
    clock::Moment, day_book::RECEIPT_DAYS_MAX, directory::RuleBook, marks::EntryRange, ObjectId,
};

impl<T: Config> Pallet<T> {
    /// Remembers an entry that is written now. The first one is known by the object's own record.
    pub(crate) fn note_entry(object: ObjectId, number: u32) {
        if number < 2 {
            return;
        }
        let now = T::Rules::default().now();
        RecentEntries::<T>::mutate(object, |recent| {
            recent.retain(|(at, _)| at.day().plus(RECEIPT_DAYS_MAX) >= now.day());
            // Where there are more than can be remembered, a stamp flags too much rather than too little.
            if recent.is_full() {
                recent.remove(1);
            }
            let _ = recent.try_push((now, number));
        });
    }

    /// The entries of an object that were written at `from` or later, at most 30 days ago.
    pub(crate) fn entries_since(object: ObjectId, from: Moment) -> Option<EntryRange> {
        let record = Objects::<T>::get(object)?;
        let last = record.entries;
        if record.entered_at >= from {
            return Some(EntryRange { first: 1, last });
        }
        let recent = RecentEntries::<T>::get(object);
        let before = recent.iter().rev().find(|(at, _)| *at < from);
        let first = match (before, recent.first()) {
            (Some((_, number)), _) => number.saturating_add(1),
            // What was written longer ago than is remembered was written before.
            (None, Some((_, number))) => *number,
            (None, None) => return None,
        };
        (first <= last).then_some(EntryRange { first, last })
    }
}
