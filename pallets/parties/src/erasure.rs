//! Erasure of a natural person's data at her request (PIPL 47): asked for, and carried out within fifteen working days.
//!
//! The chain never held more than a salted commitment. Erasure ends what still leads to the person: accounts, and with
//! them every key, and powers, which nobody may use for a party that acts no more. The commitment stays: old proofs verify,
//! and whoever was given its opening can still prove whom it names. The authority destroys what it holds off the chain.

use crate::{
    who::Acting, AccountsOf, Config, Erasures, Error, Event, Pallet, Parties, Powers, Recoveries, Requests,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, traits::Get};
use quanji_primitives::{
    authority::OfficerRole,
    capacity::{Capacity, CounterFiling, Via},
    case::Signed,
    clock::{add_working_days, working_days_between, Due, Moment},
    person::PersonKind,
    v1::{PartyRecord, PartyStanding},
    PartyId, PowerId,
};
use scale_info::TypeInfo;

/// A request for erasure, and its completion.
#[derive(
    Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Erasure {
    /// Layout version, 1.
    pub version: u8,
    /// Through whom it was asked for.
    pub via: Via,
    /// When the request was received.
    pub received_at: Moment,
    /// The last day to carry it out; fixed at receipt, so that a later calendar never moves it.
    pub due: Due,
    /// The officer who carried it out, and when.
    pub done: Option<Signed>,
}

/// A request for erasure as it stands at one moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ErasureStanding {
    /// The request.
    pub erasure: Erasure,
    /// Working days by which it is overdue.
    pub overdue: u16,
}

impl<T: Config> Pallet<T> {
    /// For whom erasure is asked, and through whom: by the party itself, by an agent with a power over every act, or on
    /// paper at the counter.
    fn asking_party(account: &T::AccountId, capacity: Capacity) -> Result<(PartyId, Via), Error<T>> {
        match capacity {
            Capacity::Own => {
                let party = crate::PartyOf::<T>::get(account).ok_or(Error::<T>::NotParty)?;
                Ok((party, Via::Own))
            }
            Capacity::Agent(power) => Self::asking_principal(account, power),
            Capacity::Counter(filing) => Self::asking_on_paper(account, filing),
        }
    }

    /// Erasure ends every right to act: only a power over all acts and all objects reaches so far.
    fn asking_principal(account: &T::AccountId, id: PowerId) -> Result<(PartyId, Via), Error<T>> {
        let agent = Self::ensure_party(account)?;
        let power = Powers::<T>::get(id).ok_or(Error::<T>::PowerNotFound)?;
        ensure!(power.agent == agent, Error::<T>::PowerNotHeld);
        ensure!(power.is_in_force(Self::now()), Error::<T>::PowerEnded);
        ensure!(power.covers_everything(), Error::<T>::PowerTooNarrow);
        Ok((power.principal, Via::Agent { agent, power: id }))
    }

    fn asking_on_paper(account: &T::AccountId, filing: CounterFiling) -> Result<(PartyId, Via), Error<T>> {
        let acting = Self::ensure_acting(account, &[OfficerRole::Registrar, OfficerRole::Examiner])?;
        Self::own_party(acting, filing.party)?;
        let via = Self::at_counter(acting, filing.party, filing.document, filing.received_at)?;
        Ok((filing.party, via))
    }

    /// Whether erasure of this party may be asked for. A suspended person too may ask.
    fn ensure_can_request_erasure(party: PartyId) -> Result<(), Error<T>> {
        let record = Parties::<T>::get(party).ok_or(Error::<T>::PartyNotFound)?;
        ensure!(
            record.person.kind() == PersonKind::NaturalPerson,
            Error::<T>::NotANaturalPerson
        );
        ensure!(
            !Erasures::<T>::contains_key(party),
            Error::<T>::ErasureAlreadyRequested
        );
        Ok(())
    }

    /// Records a request for erasure.
    pub(crate) fn do_request_erasure(account: &T::AccountId, capacity: Capacity) -> Result<(), Error<T>> {
        let (party, via) = Self::asking_party(account, capacity)?;
        Self::ensure_can_request_erasure(party)?;
        let received_at = via.received_at(Self::now());
        let days = T::ErasureWorkingDays::get();
        let due = add_working_days(&T::Rules::default(), received_at.day(), days);
        let erasure = Erasure {
            version: 1,
            via,
            received_at,
            due,
            done: None,
        };
        Erasures::<T>::insert(party, erasure);
        Self::deposit_event(Event::ErasureRequested { party, via, due });
        Ok(())
    }

    /// A request that is not carried out yet.
    fn open_erasure(party: PartyId) -> Result<Erasure, Error<T>> {
        Erasures::<T>::get(party)
            .filter(|erasure| erasure.done.is_none())
            .ok_or(Error::<T>::ErasureNotRequested)
    }

    /// Takes a request back: a thief of one account may have made it.
    pub(crate) fn do_withdraw_erasure(account: &T::AccountId, capacity: Capacity) -> Result<(), Error<T>> {
        let (party, via) = Self::asking_party(account, capacity)?;
        Self::open_erasure(party)?;
        Erasures::<T>::remove(party);
        Self::deposit_event(Event::ErasureWithdrawn { party, via });
        Ok(())
    }

    /// Whether the officer may carry the request out.
    fn ensure_can_erase(acting: Acting, party: PartyId) -> Result<(PartyRecord, Erasure), Error<T>> {
        let record = Self::own_party(acting, party)?;
        let erasure = Self::open_erasure(party)?;
        // Two persons answer for what cannot be undone: who filed it at the counter does not carry it out.
        ensure!(
            erasure.via.counter_officer() != Some(acting.officer),
            Error::<T>::FiledAtCounterBySamePerson
        );
        Ok((record, erasure))
    }

    /// Carries a request out.
    pub(crate) fn do_erase(acting: Acting, party: PartyId) -> Result<(), Error<T>> {
        let (record, erasure) = Self::ensure_can_erase(acting, party)?;
        let Acting { authority, officer } = acting;
        Recoveries::<T>::remove(party);
        Requests::<T>::remove(party);
        let former = AccountsOf::<T>::get(party);
        former.iter().for_each(|account| Self::detach(party, account));
        AccountsOf::<T>::remove(party);
        let standing = PartyStanding::Erased;
        Parties::<T>::insert(party, PartyRecord { standing, ..record });
        let at = Self::now();
        let done = Some(Signed { officer, at });
        Erasures::<T>::insert(party, Erasure { done, ..erasure });
        Self::deposit_event(Event::PartyErased {
            party,
            former,
            authority,
            officer,
        });
        Ok(())
    }

    /// A request for erasure as it stands now.
    pub(crate) fn erasure_now(party: PartyId) -> Option<ErasureStanding> {
        let erasure = Erasures::<T>::get(party)?;
        let until = erasure.done.map_or_else(Self::now, |done| done.at).day();
        let overdue = working_days_between(&T::Rules::default(), erasure.due.day, until, u16::MAX);
        Some(ErasureStanding { erasure, overdue })
    }

    /// An erased person is gone for good: nobody shifts accounts, roles or standing of it.
    pub(crate) fn ensure_not_erased(record: &PartyRecord) -> Result<(), Error<T>> {
        ensure!(!record.is_erased(), Error::<T>::PartyErased);
        Ok(())
    }
}
