//! The validators that the department approves, one for each authority.

use crate::{AuthorityAccounts, Config, Error, Event, MinimumValidators, Pallet, ValidatorOf, Validators};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get, weights::Weight};
use quanji_primitives::AuthorityId;
use sp_runtime::Perbill;
use sp_staking::{
    offence::{OffenceDetails, OnOffenceHandler},
    SessionIndex,
};

impl<T: Config> Pallet<T> {
    /// The approved validators by authority.
    pub(crate) fn approved_validators() -> Vec<(AuthorityId, T::AccountId)> {
        let mut validators: Vec<_> = Validators::<T>::iter().collect();
        validators.sort();
        validators
    }

    /// Whether one validator may go.
    pub(crate) fn ensure_can_lose_validator() -> Result<(), Error<T>> {
        let left = Validators::<T>::count().saturating_sub(1);
        ensure!(
            left >= MinimumValidators::<T>::get(),
            Error::<T>::TooFewValidators
        );
        Ok(())
    }

    /// Whether the account may become the validator of `authority`.
    pub(crate) fn ensure_can_approve_validator(
        authority: AuthorityId,
        validator: &T::AccountId,
    ) -> Result<(), Error<T>> {
        Self::listed_authority(authority)?;
        let own = AuthorityAccounts::<T>::get(validator) == Some(authority)
            && !ValidatorOf::<T>::contains_key(validator);
        if !own {
            Self::ensure_account_free(validator)?;
        }
        let full = Validators::<T>::count() >= T::MaxValidators::get();
        ensure!(
            Validators::<T>::contains_key(authority) || !full,
            Error::<T>::TooManyValidators
        );
        Ok(())
    }

    /// Approves, replaces or withdraws the validator of an authority.
    pub(crate) fn do_set_validator(
        authority: AuthorityId,
        validator: Option<T::AccountId>,
    ) -> Result<(), Error<T>> {
        Self::authority_record(authority)?;
        if let Some(account) = &validator {
            Self::ensure_can_approve_validator(authority, account)?;
        } else {
            ensure!(Validators::<T>::contains_key(authority), Error::<T>::NoValidator);
            Self::ensure_can_lose_validator()?;
        }
        let former = Self::remove_validator(authority);
        if let Some(account) = &validator {
            Validators::<T>::insert(authority, account);
            ValidatorOf::<T>::insert(account, authority);
            Self::keep_alive(account);
        }
        Self::deposit_event(Event::ValidatorSet {
            authority,
            former,
            validator,
        });
        Ok(())
    }

    fn remove_validator(authority: AuthorityId) -> Option<T::AccountId> {
        let former = Validators::<T>::take(authority)?;
        ValidatorOf::<T>::remove(&former);
        Self::let_go(&former);
        Some(former)
    }

    /// Removes a validator that voted twice, unless too few would be left.
    fn punish(validator: &T::AccountId, session: SessionIndex) {
        // One who is a validator no longer was punished or withdrawn already.
        let Some(authority) = ValidatorOf::<T>::get(validator) else {
            return;
        };
        let validator = validator.clone();
        if Self::ensure_can_lose_validator().is_err() {
            Self::deposit_event(Event::OffendingValidatorKept {
                authority,
                validator,
                session,
            });
            return;
        }
        Self::remove_validator(authority);
        Self::deposit_event(Event::ValidatorRemovedForOffence {
            authority,
            validator,
            session,
        });
    }
}

/// A validator that votes twice loses its place, however often it did so: there is no stake to cut.
impl<T: Config, Reporter, Identification> OnOffenceHandler<Reporter, (T::AccountId, Identification), Weight>
    for Pallet<T>
{
    fn on_offence(
        offenders: &[OffenceDetails<Reporter, (T::AccountId, Identification)>],
        _: &[Perbill],
        session: SessionIndex,
    ) -> Weight {
        for OffenceDetails {
            offender: (validator, _),
            ..
        } in offenders
        {
            Self::punish(validator, session);
        }
        let offenders = u64::try_from(offenders.len()).unwrap_or(u64::MAX);
        T::DbWeight::get().reads_writes(5, 4).saturating_mul(offenders)
    }
}
