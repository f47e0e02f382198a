//! What other pallets may ask.

use crate::{Config, Pallet, Parties, PartyOf, Powers};
use alloc::vec::Vec;
use quanji_primitives::{capacity::Power, directory::PartyRegister, v1::PartyRecord, PartyId, PowerId};

impl<T: Config> PartyRegister<T::AccountId> for Pallet<T> {
    fn party_of(account: &T::AccountId) -> Option<PartyId> {
        PartyOf::<T>::get(account)
    }

    fn party(id: PartyId) -> Option<PartyRecord> {
        Parties::<T>::get(id)
    }

    fn power(id: PowerId) -> Option<Power> {
        Powers::<T>::get(id).map(Self::as_it_stands)
    }

    fn has_account(id: PartyId) -> bool {
        Self::is_bound_to_an_account(id)
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
