//! Who an account belongs to, and the references that keep accounts alive on a chain without coins.

use crate::{AuthorityAccounts, Config, Department, Error, OfficerOf, Pallet, ValidatorOf};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use quanji_primitives::{directory::PartyRegister, AuthorityId, OfficerId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    /// The signer is the competent department.
    pub(crate) fn ensure_department(origin: OriginFor<T>) -> Result<(), DispatchError> {
        let signer = ensure_signed(origin)?;
        ensure!(Department::<T>::get() == Some(signer), Error::<T>::NotDepartment);
        Ok(())
    }

    /// The authority that the signer administers.
    pub(crate) fn ensure_authority(origin: OriginFor<T>) -> Result<AuthorityId, DispatchError> {
        let signer = ensure_signed(origin)?;
        Ok(AuthorityAccounts::<T>::get(signer).ok_or(Error::<T>::NotAuthority)?)
    }

    /// The officer in office that the signer is.
    pub(crate) fn ensure_officer(origin: OriginFor<T>) -> Result<OfficerId, DispatchError> {
        let signer = ensure_signed(origin)?;
        let (officer, _) = Self::in_office(&signer).ok_or(Error::<T>::NotOfficer)?;
        Ok(officer)
    }

    /// Whether the account belongs to the department, an authority, a validator or an officer.
    pub(crate) fn has_account(account: &T::AccountId) -> bool {
        AuthorityAccounts::<T>::contains_key(account)
            || OfficerOf::<T>::contains_key(account)
            || ValidatorOf::<T>::contains_key(account)
            || Department::<T>::get().as_ref() == Some(account)
    }

    /// An account speaks for one of department, authority, officer and party.
    pub(crate) fn ensure_account_free(account: &T::AccountId) -> Result<(), Error<T>> {
        ensure!(
            !Self::has_account(account) && !T::Parties::is_bound(account),
            Error::<T>::AccountTaken
        );
        Ok(())
    }

    /// Lets the account send transactions: nobody has a coin that would keep it alive.
    pub(crate) fn keep_alive(account: &T::AccountId) {
        frame_system::Pallet::<T>::inc_providers(account);
    }

    /// Takes back one [`Self::keep_alive`]. The last reference stays while session keys hang on the account.
    pub(crate) fn let_go(account: &T::AccountId) {
        if frame_system::Pallet::<T>::can_dec_provider(account) {
            let released = frame_system::Pallet::<T>::dec_providers(account);
            debug_assert!(released.is_ok(), "a provider that may be released is released");
        }
    }
}
