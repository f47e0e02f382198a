//! Who acts.

use crate::{Config, Error, Pallet, Parties, PartyOf};
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    clock::Moment,
    directory::{AuthorityDirectory, RuleBook},
    v1::PartyRecord,
    AuthorityId, OfficerId, PartyId,
};

/// An officer who may act for an authority.
#[derive(Clone, Copy)]
pub(crate) struct Acting {
    pub authority: AuthorityId,
    pub officer: OfficerId,
}

impl<T: Config> Pallet<T> {
    /// Register time.
    pub(crate) fn now() -> Moment {
        T::Rules::default().now()
    }

    /// The officer in office at a listed authority, with one of `roles`, to whom `account` belongs.
    pub(crate) fn ensure_acting(account: &T::AccountId, roles: &[OfficerRole]) -> Result<Acting, Error<T>> {
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotOfficer)?;
        ensure!(
            roles.iter().any(|role| officer.may(*role)),
            Error::<T>::RoleMissing
        );
        ensure!(
            T::Authorities::is_listed(officer.authority),
            Error::<T>::AuthorityNotListed
        );
        Ok(Acting {
            authority: officer.authority,
            officer: id,
        })
    }

    /// A registrar of a listed authority.
    pub(crate) fn ensure_registrar(account: &T::AccountId) -> Result<Acting, Error<T>> {
        Self::ensure_acting(account, &[OfficerRole::Registrar])
    }

    /// Who may confirm and complete a recovery.
    pub(crate) fn ensure_recovery_officer(account: &T::AccountId) -> Result<Acting, Error<T>> {
        Self::ensure_acting(account, &[OfficerRole::Registrar, OfficerRole::Reviewer])
    }

    /// The record of a party that the acting officer's authority admitted.
    pub(crate) fn own_party(acting: Acting, party: PartyId) -> Result<PartyRecord, Error<T>> {
        let record = Parties::<T>::get(party).ok_or(Error::<T>::PartyNotFound)?;
        ensure!(record.admitted_by == acting.authority, Error::<T>::WrongAuthority);
        // Whose place is taken is changed no more.
        ensure!(!record.is_succeeded(), Error::<T>::PartySucceeded);
        Ok(record)
    }

    /// The party in good standing to which the signer is bound.
    pub(crate) fn ensure_party(signer: &T::AccountId) -> Result<PartyId, Error<T>> {
        let party = PartyOf::<T>::get(signer).ok_or(Error::<T>::NotParty)?;
        let record = Parties::<T>::get(party).ok_or(Error::<T>::PartyNotFound)?;
        ensure!(record.is_in_good_standing(), Error::<T>::PartySuspended);
        Ok(party)
    }

    /// An account speaks for one party only, and for nobody else.
    pub(crate) fn ensure_account_free(account: &T::AccountId) -> Result<(), Error<T>> {
        let taken = PartyOf::<T>::contains_key(account) || T::Authorities::is_taken(account);
        ensure!(!taken, Error::<T>::AccountTaken);
        Ok(())
    }
}
