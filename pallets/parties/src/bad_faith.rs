//! Facts of bad faith on a party, and how long they bar it from filing (S047).

use crate::{BadFaithCount, BadFaithOf, BarredUntil, Config, Event, Pallet, Parties};
use alloc::vec::Vec;
use quanji_primitives::{bad_faith::BadFaith, PartyId};

/// The most facts one answer lists.
const FACTS_PER_ANSWER: u32 = 100;

impl<T: Config> Pallet<T> {
    /// Records a fact on a party. The longest bar counts.
    pub(crate) fn add_bad_faith(party: PartyId, fact: BadFaith) {
        if !Parties::<T>::contains_key(party) {
            return;
        }
        let number = BadFaithCount::<T>::get(party);
        BadFaithOf::<T>::insert(party, number, fact);
        BadFaithCount::<T>::insert(party, number.saturating_add(1));
        if let Some(until) = fact.barred_until {
            BarredUntil::<T>::mutate(party, |latest| *latest = until.max(*latest));
        }
        Self::deposit_event(Event::BadFaithRecorded { party, number, fact });
    }

    pub(crate) fn facts_of_bad_faith(party: PartyId, from: u32) -> Vec<BadFaith> {
        let until = BadFaithCount::<T>::get(party).min(from.saturating_add(FACTS_PER_ANSWER));
        (from..until)
            .filter_map(|number| BadFaithOf::<T>::get(party, number))
            .collect()
    }
}
