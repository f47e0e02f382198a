//! What other pallets and clients may ask.

use crate::{Config, CredentialKeys, OfficerOf, Officers, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    authority::{AuthorityStatus, Officer},
    clock::Moment,
    directory::AuthorityDirectory,
    v1::{AuthorityRecord, CredentialKey},
    AuthorityId, OfficerId,
};

/// Officers in one answer.
const PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
    /// The officer in office to whom an account belongs.
    pub(crate) fn in_office(account: &T::AccountId) -> Option<(OfficerId, Officer)> {
        let id = OfficerOf::<T>::get(account)?;
        Officers::<T>::get(id)
            .filter(|officer| officer.in_office)
            .map(|officer| (id, officer))
    }

    /// One page of the officers of an authority.
    pub(crate) fn officers_from(authority: AuthorityId, from: u32) -> Vec<(OfficerId, Officer)> {
        let last = Self::authority(authority).map_or(0, |record| record.officers);
        (from.max(1)..=last.min(from.max(1).saturating_add(PAGE).saturating_sub(1)))
            .filter_map(|serial| OfficerId::new(authority, serial.into()))
            .filter_map(|id| Officers::<T>::get(id).map(|officer| (id, officer)))
            .collect()
    }

    /// The newest credential key that may sign at a moment.
    pub(crate) fn credential_key_at(authority: AuthorityId, at: Moment) -> Option<(u32, CredentialKey)> {
        let count = Self::authority(authority)?.credential_keys;
        (0..count)
            .rev()
            .filter_map(|number| CredentialKeys::<T>::get(authority, number).map(|key| (number, key)))
            .find(|(_, key)| key.is_valid(at))
    }
}

impl<T: Config> AuthorityDirectory<T::AccountId> for Pallet<T> {
    fn officer_of(account: &T::AccountId) -> Option<(OfficerId, Officer)> {
        Self::in_office(account)
    }

    fn officer(id: OfficerId) -> Option<Officer> {
        Officers::<T>::get(id)
    }

    fn authority(id: AuthorityId) -> Option<AuthorityRecord> {
        crate::Authorities::<T>::get(id)
    }

    fn is_listed(id: AuthorityId) -> bool {
        crate::Authorities::<T>::get(id).is_some_and(|record| record.status == AuthorityStatus::Listed)
    }

    fn is_taken(account: &T::AccountId) -> bool {
        Self::has_account(account)
    }
}
