//! Powers of agents 授权委托 (NG 16).

use crate::{
    who::Acting, AccountsOf, Config, Error, Event, LastPower, Pallet, Parties, PartyOf, PowerCount, Powers,
    PowersOf,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    capacity::{Power, PowerScope, PowerTerms, Via},
    clock::{Moment, DAY_MILLIS},
    Digest, ObjectId, PartyId, PowerId,
};

/// The most years a power lasts.
pub const POWER_YEARS_MAX: u32 = 10;

/// The most days between the receipt of a document at the counter and its filing.
pub const COUNTER_DAYS_MAX: u64 = 30;

/// The most powers one answer lists.
const POWERS_PER_ANSWER: u32 = 100;

impl<T: Config> Pallet<T> {
    /// Whether a principal may grant a power on these terms now.
    pub(crate) fn ensure_can_grant_power(principal: PartyId, terms: &PowerTerms) -> Result<(), Error<T>> {
        ensure!(terms.agent != principal, Error::<T>::AgentIsPrincipal);
        ensure!(
            Parties::<T>::get(terms.agent).is_some_and(|agent| agent.is_in_good_standing()),
            Error::<T>::AgentNotInGoodStanding
        );
        ensure!(terms.acts.names_acts(), Error::<T>::ActsUnfit);
        ensure!(is_fit(&terms.scope), Error::<T>::ScopeUnfit);
        ensure!(
            terms.valid_until > terms.valid_from.max(Self::now()),
            Error::<T>::PowerEndsTooEarly
        );
        ensure!(
            terms.valid_until <= latest_end(terms.valid_from),
            Error::<T>::PowerTooLong
        );
        Ok(())
    }

    /// Registers a power for the signer's party.
    pub(crate) fn do_grant_power(by: &T::AccountId, terms: PowerTerms) -> Result<PowerId, Error<T>> {
        let principal = Self::ensure_party(by)?;
        Self::insert_power(principal, terms, Via::Own)
    }

    /// Registers a power for a party that signed on paper.
    pub(crate) fn do_grant_power_at_counter(
        acting: Acting,
        principal: PartyId,
        terms: PowerTerms,
        received_at: Moment,
    ) -> Result<PowerId, Error<T>> {
        let record = Self::own_party(acting, principal)?;
        Self::ensure_not_erased(&record)?;
        ensure!(record.is_in_good_standing(), Error::<T>::PartySuspended);
        let via = Self::at_counter(acting, principal, terms.document, received_at)?;
        Self::insert_power(principal, terms, via)
    }

    /// Revokes a power of the signer's party. A suspended party too takes back what it gave.
    pub(crate) fn do_revoke_power(by: &T::AccountId, id: PowerId) -> Result<(), Error<T>> {
        let party = PartyOf::<T>::get(by).ok_or(Error::<T>::NotParty)?;
        let power = Powers::<T>::get(id).ok_or(Error::<T>::PowerNotFound)?;
        ensure!(power.principal == party, Error::<T>::NotThePrincipal);
        Self::end_power(id, power, Via::Own)
    }

    /// Revokes a power of a party that signed on paper.
    pub(crate) fn do_revoke_power_at_counter(
        acting: Acting,
        id: PowerId,
        document: Digest,
        received_at: Moment,
    ) -> Result<(), Error<T>> {
        let power = Powers::<T>::get(id).ok_or(Error::<T>::PowerNotFound)?;
        Self::own_party(acting, power.principal)?;
        let via = Self::at_counter(acting, power.principal, document, received_at)?;
        Self::end_power(id, power, via)
    }

    /// What an officer files at the counter for a party that signs on paper.
    pub(crate) fn at_counter(
        acting: Acting,
        party: PartyId,
        document: Digest,
        received_at: Moment,
    ) -> Result<Via, Error<T>> {
        // Who has a key signs with it: one officer does not act in its place.
        ensure!(!Self::is_bound_to_an_account(party), Error::<T>::PartyHasAccount);
        let now = Self::now();
        let earliest = now.0.saturating_sub(DAY_MILLIS.saturating_mul(COUNTER_DAYS_MAX));
        ensure!(
            (earliest..=now.0).contains(&received_at.0),
            Error::<T>::ReceivedAtUnfit
        );
        Ok(Via::Counter {
            officer: acting.officer,
            document,
            received_at,
        })
    }

    /// Whether a party has an account of its own.
    pub(crate) fn is_bound_to_an_account(party: PartyId) -> bool {
        AccountsOf::<T>::decode_len(party).unwrap_or(0) > 0
    }

    fn insert_power(principal: PartyId, terms: PowerTerms, via: Via) -> Result<PowerId, Error<T>> {
        Self::ensure_can_grant_power(principal, &terms)?;
        let authority = principal.authority();
        let serial = LastPower::<T>::get(authority).saturating_add(1);
        let id = PowerId::new(authority, serial).ok_or(Error::<T>::TooManyPowers)?;
        let power = terms.granted_by(principal);
        LastPower::<T>::insert(authority, serial);
        Self::list_power(principal, id);
        Self::list_power(power.agent, id);
        Powers::<T>::insert(id, &power);
        Self::deposit_event(Event::PowerGranted { id, power, via });
        Ok(id)
    }

    fn list_power(party: PartyId, id: PowerId) {
        let number = PowerCount::<T>::get(party);
        PowersOf::<T>::insert(party, number, id);
        PowerCount::<T>::insert(party, number.saturating_add(1));
    }

    fn end_power(id: PowerId, power: Power, via: Via) -> Result<(), Error<T>> {
        let now = Self::now();
        let over = power.revoked_at.is_some() || now >= power.valid_until;
        ensure!(!over, Error::<T>::PowerEnded);
        let power = Power {
            revoked_at: Some(now),
            ..power
        };
        Powers::<T>::insert(id, &power);
        Self::deposit_event(Event::PowerRevoked { id, power, via });
        Ok(())
    }

    pub(crate) fn listed_powers(party: PartyId, from: u32) -> Vec<(PowerId, Power)> {
        let until = PowerCount::<T>::get(party).min(from.saturating_add(POWERS_PER_ANSWER));
        (from..until)
            .filter_map(|number| PowersOf::<T>::get(party, number))
            .filter_map(|id| Some((id, Self::as_it_stands(Powers::<T>::get(id)?))))
            .collect()
    }
}

/// The moment at which a power from `valid_from` ends at the latest: the end of the same numbered day, ten years later.
pub(crate) fn latest_end(valid_from: Moment) -> Moment {
    valid_from.day().plus_years(POWER_YEARS_MAX).end()
}

/// Whether a scope over single objects names at least one, each once.
pub(crate) fn is_fit(scope: &PowerScope) -> bool {
    let PowerScope::Objects(objects) = scope else {
        return true;
    };
    let mut sorted: Vec<ObjectId> = objects.to_vec();
    sorted.sort();
    sorted.dedup();
    !objects.is_empty() && sorted.len() == objects.len()
}
