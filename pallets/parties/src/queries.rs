//! What other pallets may ask.

use crate::{Config, Pallet, Parties, PartyOf};
use quanji_primitives::{directory::PartyRegister, v1::PartyRecord, PartyId};

impl<T: Config> PartyRegister<T::AccountId> for Pallet<T> {
    fn party_of(account: &T::AccountId) -> Option<PartyId> {
        PartyOf::<T>::get(account)
    }

    fn party(id: PartyId) -> Option<PartyRecord> {
        Parties::<T>::get(id)
    }
}
