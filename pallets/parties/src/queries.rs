//! What other pallets may ask.

use crate::{BarredUntil, Config, Pallet, Parties, PartyOf, PersonIndex, Powers};
use alloc::vec::Vec;
use quanji_primitives::{
    bad_faith::BadFaith, capacity::Power, clock::Moment, directory::PartyRegister, person::Person,
    v1::PartyRecord, PartyId, PowerId,
};

impl<T: Config> PartyRegister<T::AccountId> for Pallet<T> {
    fn party_of(account: &T::AccountId) -> Option<PartyId> {
        PartyOf::<T>::get(account)
    }

    fn party(id: PartyId) -> Option<PartyRecord> {
        Parties::<T>::get(id)
    }

    fn party_of_person(person: &Person) -> Option<PartyId> {
        PersonIndex::<T>::get(Self::person_key(person))
    }

    fn power(id: PowerId) -> Option<Power> {
        Powers::<T>::get(id).map(Self::as_it_stands)
    }

    fn has_account(id: PartyId) -> bool {
        Self::is_bound_to_an_account(id)
    }

    fn record_bad_faith(id: PartyId, fact: BadFaith) {
        Self::add_bad_faith(id, fact);
    }

    fn barred_until(id: PartyId) -> Option<Moment> {
        BarredUntil::<T>::try_get(id).ok()
    }

    fn current(id: PartyId) -> PartyId {
        Self::current_party(id)
    }

    fn successors(id: PartyId) -> Vec<PartyId> {
        Self::all_successors(id)
    }

    fn former(id: PartyId) -> Vec<PartyId> {
        Self::former_parties(id)
    }
}
