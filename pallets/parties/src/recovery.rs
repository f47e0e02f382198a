//! Recovery of a lost account: two officers, a governed delay, and a party that can stop it.

use crate::{
    who::Acting, AccountsOf, Config, Error, Event, Pallet, Parties, PartyOf, Recoveries, RecoveryDelay,
    Requests,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::ensure;
use quanji_primitives::{
    clock::{Moment, DAY_MILLIS},
    AuthorityId, OfficerId, PartyId,
};
use scale_info::TypeInfo;

/// The shortest delay, in milliseconds: one day.
pub const RECOVERY_DELAY_MIN: u64 = DAY_MILLIS;

/// The longest delay, in milliseconds: 90 days.
pub const RECOVERY_DELAY_MAX: u64 = DAY_MILLIS.saturating_mul(90);

/// The delay at genesis, in milliseconds: seven days.
pub(crate) const RECOVERY_DELAY_DEFAULT: u64 = DAY_MILLIS.saturating_mul(7);

/// A running recovery.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Recovery<AccountId> {
    /// The account that is lost or stolen.
    pub lost: AccountId,
    /// The account to take its place.
    pub replacement: AccountId,
    /// The authority.
    pub authority: AuthorityId,
    /// The registrar who proposed it.
    pub proposed_by: OfficerId,
    /// When it was proposed.
    pub proposed_at: Moment,
    /// Who confirmed it, and from when it may be completed.
    pub confirmed: Option<Confirmation>,
}

/// The second officer's word.
#[derive(
    Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Confirmation {
    /// The officer who confirmed.
    pub officer: OfficerId,
    /// From when the recovery may be completed.
    pub ready_at: Moment,
}

impl<T: Config> Pallet<T> {
    /// A running recovery, for an officer of its authority.
    fn own_recovery(acting: Acting, party: PartyId) -> Result<Recovery<T::AccountId>, Error<T>> {
        let recovery = Recoveries::<T>::get(party).ok_or(Error::<T>::RecoveryNotFound)?;
        ensure!(recovery.authority == acting.authority, Error::<T>::WrongAuthority);
        Ok(recovery)
    }

    /// Whether the replacement may be proposed.
    pub(crate) fn ensure_can_propose_recovery(
        party: PartyId,
        lost: &T::AccountId,
        replacement: &T::AccountId,
    ) -> Result<(), Error<T>> {
        ensure!(!Recoveries::<T>::contains_key(party), Error::<T>::RecoveryRunning);
        ensure!(
            PartyOf::<T>::get(lost) == Some(party),
            Error::<T>::AccountNotBound
        );
        Self::ensure_account_free(replacement)
    }

    /// Proposes to replace a lost account.
    pub(crate) fn do_propose_recovery(
        acting: Acting,
        party: PartyId,
        lost: T::AccountId,
        replacement: T::AccountId,
    ) -> Result<(), Error<T>> {
        Self::own_party(acting, party)?;
        Self::ensure_can_propose_recovery(party, &lost, &replacement)?;
        let Acting { authority, officer } = acting;
        let recovery = Recovery {
            lost: lost.clone(),
            replacement: replacement.clone(),
            authority,
            proposed_by: officer,
            proposed_at: Self::now(),
            confirmed: None,
        };
        Recoveries::<T>::insert(party, recovery);
        Self::deposit_event(Event::RecoveryProposed {
            party,
            lost,
            replacement,
            authority,
            officer,
        });
        Ok(())
    }

    /// Confirms a recovery, which begins the delay now in force.
    pub(crate) fn do_confirm_recovery(acting: Acting, party: PartyId) -> Result<(), Error<T>> {
        let recovery = Self::own_recovery(acting, party)?;
        ensure!(recovery.confirmed.is_none(), Error::<T>::AlreadyConfirmed);
        // Two persons answer for it, not one with two accounts.
        ensure!(recovery.proposed_by != acting.officer, Error::<T>::SamePerson);
        let Acting { authority, officer } = acting;
        let ready_at = Moment(Self::now().0.saturating_add(RecoveryDelay::<T>::get()));
        let confirmed = Some(Confirmation { officer, ready_at });
        let (lost, replacement) = (recovery.lost.clone(), recovery.replacement.clone());
        Recoveries::<T>::insert(
            party,
            Recovery {
                confirmed,
                ..recovery
            },
        );
        Self::deposit_event(Event::RecoveryConfirmed {
            party,
            lost,
            replacement,
            ready_at,
            authority,
            officer,
        });
        Ok(())
    }

    /// Whether the account may stop the recovery.
    pub(crate) fn ensure_can_stop_recovery(
        by: &T::AccountId,
        party: PartyId,
        recovery: &Recovery<T::AccountId>,
    ) -> Result<(), Error<T>> {
        // A thief must not defend a stolen account with its own key.
        ensure!(*by != recovery.lost, Error::<T>::LostAccountCannotStop);
        if PartyOf::<T>::get(by) == Some(party) {
            return Ok(());
        }
        let registrar = Self::ensure_registrar(by)?;
        ensure!(
            registrar.authority == recovery.authority,
            Error::<T>::WrongAuthority
        );
        Ok(())
    }

    /// Stops a recovery.
    pub(crate) fn do_stop_recovery(by: T::AccountId, party: PartyId) -> Result<(), Error<T>> {
        let recovery = Recoveries::<T>::get(party).ok_or(Error::<T>::RecoveryNotFound)?;
        Self::ensure_can_stop_recovery(&by, party, &recovery)?;
        Recoveries::<T>::remove(party);
        Self::deposit_event(Event::RecoveryStopped {
            party,
            by,
            authority: recovery.authority,
        });
        Ok(())
    }

    /// Whether the recovery may be completed now.
    pub(crate) fn ensure_can_complete_recovery(recovery: &Recovery<T::AccountId>) -> Result<(), Error<T>> {
        let confirmation = recovery.confirmed.ok_or(Error::<T>::NotConfirmed)?;
        ensure!(Self::now() >= confirmation.ready_at, Error::<T>::TooEarly);
        Self::ensure_account_free(&recovery.replacement)
    }

    /// Completes a recovery.
    pub(crate) fn do_complete_recovery(acting: Acting, party: PartyId) -> Result<(), Error<T>> {
        let recovery = Self::own_recovery(acting, party)?;
        Self::ensure_can_complete_recovery(&recovery)?;
        let Recovery {
            lost, replacement, ..
        } = recovery;
        Recoveries::<T>::remove(party);
        // A thief may have asked for a further account.
        Requests::<T>::remove(party);
        Self::detach(party, &lost);
        Self::attach(party, &replacement)?;
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::RecoveryCompleted {
            party,
            lost,
            replacement,
            authority,
            officer,
        });
        Ok(())
    }

    /// Whether the delay is neither too short to be noticed nor too long to be of use.
    pub(crate) fn ensure_delay_in_range(millis: u64) -> Result<(), Error<T>> {
        ensure!(
            (RECOVERY_DELAY_MIN..=RECOVERY_DELAY_MAX).contains(&millis),
            Error::<T>::DelayOutOfRange
        );
        Ok(())
    }

    /// Sets the delay for recoveries confirmed from now on.
    pub(crate) fn do_set_recovery_delay(by: T::AccountId, millis: u64) -> Result<(), Error<T>> {
        Self::ensure_delay_in_range(millis)?;
        RecoveryDelay::<T>::put(millis);
        Self::deposit_event(Event::RecoveryDelaySet { millis, by });
        Ok(())
    }

    /// Whether the department may order a party's accounts replaced: another institution has suspended it.
    pub(crate) fn ensure_can_replace_all_accounts(
        party: PartyId,
        replacement: &T::AccountId,
    ) -> Result<(), Error<T>> {
        let record = Parties::<T>::get(party).ok_or(Error::<T>::PartyNotFound)?;
        Self::ensure_not_erased(&record)?;
        // Nobody brings keys back to a party whose place is taken.
        ensure!(!record.is_succeeded(), Error::<T>::PartySucceeded);
        ensure!(!record.is_in_good_standing(), Error::<T>::NotSuspended);
        Self::ensure_account_free(replacement)
    }

    /// Replaces all accounts of a suspended party.
    pub(crate) fn do_replace_all_accounts(
        by: T::AccountId,
        party: PartyId,
        replacement: T::AccountId,
    ) -> Result<(), Error<T>> {
        Self::ensure_can_replace_all_accounts(party, &replacement)?;
        Recoveries::<T>::remove(party);
        Requests::<T>::remove(party);
        let former = AccountsOf::<T>::get(party);
        former.iter().for_each(|account| Self::detach(party, account));
        Self::attach(party, &replacement)?;
        Self::deposit_event(Event::AccountsReplaced {
            party,
            former,
            replacement,
            by,
        });
        Ok(())
    }
}
