//! Consents of the participants in fused data that one of them gets the operating right (NG 21(5)).

use crate::{Cases, Config, Consents, Error, Event, Objects, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::{Case, Stage},
    directory::{PartyRegister, RuleBook},
    regime::Act,
    rights::{Claim, Holders, RightKind},
    CaseId, ObjectId, PartyId,
};

/// A consent: in which object, from whom, to whom.
pub(crate) type Key = (ObjectId, PartyId, PartyId);

/// The most consents that one entry rests on: eight participants who all consent to all others need 56.
pub(crate) const CONSENTS_MAX: usize = 64;

impl<T: Config> Pallet<T> {
    /// The consents that each of `needing` gets the operating right: of all who apply with it, and of all who hold live
    /// rights in the object, if it is `registered`. `held` tells who these are; it is asked at most once.
    pub(crate) fn ensure_consented(
        case: &Case,
        needing: &[&Holders],
        registered: Option<ObjectId>,
        held: impl FnOnce(ObjectId) -> BTreeSet<PartyId>,
    ) -> Result<Vec<Key>, Error<T>> {
        if needing.is_empty() {
            return Ok(Vec::new());
        }
        let mut all: BTreeSet<PartyId> = case.filing.parties().into_iter().collect();
        all.extend(registered.map(held).unwrap_or_default());
        let mut consents = Vec::new();
        for holders in needing {
            let given = Self::consents_to(case, holders, &all, registered)?;
            consents.extend(given);
            if consents.len() > CONSENTS_MAX {
                return Err(Error::<T>::TooManyConsents);
            }
        }
        Ok(consents)
    }

    /// The consents of all others that `holders` get the right. Fused data has several participants: one that stands alone
    /// shows no consent.
    fn consents_to(
        case: &Case,
        holders: &Holders,
        all: &BTreeSet<PartyId>,
        registered: Option<ObjectId>,
    ) -> Result<Vec<Key>, Error<T>> {
        let receiving = holders.parties();
        let mut others: Vec<PartyId> = all
            .iter()
            .copied()
            .filter(|party| !receiving.contains(party))
            .collect();
        if others.is_empty() && receiving.len() < 2 {
            return Err(Error::<T>::ParticipantsConsentMissing);
        }
        // Participants who have become one party need no consent of their own (S023).
        let now = Self::parties_now(receiving.iter().copied());
        others.retain(|party| !now.contains(&Self::current(*party)));
        if others.len().saturating_mul(receiving.len()) > CONSENTS_MAX {
            return Err(Error::<T>::TooManyConsents);
        }
        let given = |from: PartyId, to: PartyId| {
            [Some(case.object), registered]
                .into_iter()
                .flatten()
                .find_map(|object| Self::consent_given(object, from, to))
                .ok_or(Error::<T>::ParticipantsConsentMissing)
        };
        others
            .into_iter()
            .flat_map(|from| receiving.iter().map(move |to| (from, *to)))
            .map(|(from, to)| given(from, to))
            .collect()
    }

    /// A consent from one stored party to another, under whichever names they had when it was given.
    fn consent_given(object: ObjectId, from: PartyId, to: PartyId) -> Option<Key> {
        let exact = (object, from, to);
        if Consents::<T>::contains_key(exact) {
            return Some(exact);
        }
        let receiving = Self::names_of(to);
        Self::names_of(from)
            .into_iter()
            .flat_map(|from| receiving.iter().map(move |to| (object, from, *to)))
            .find(|key| Consents::<T>::contains_key(key))
    }

    /// All who hold a live right in an object; at most as many as its rights have holders.
    pub(crate) fn holders_of_live_rights(object: ObjectId) -> BTreeSet<PartyId> {
        let rights = Self::live_rights(object).into_iter();
        rights.flat_map(|(_, right)| right.holders.parties()).collect()
    }

    /// The pending case that would register `object`.
    fn case_of_new_object(object: ObjectId) -> Option<Case> {
        let ended = [Stage::Refused, Stage::Withdrawn, Stage::Terminated];
        Cases::<T>::get(CaseId(object.0))
            .filter(|case| case.filing.object.is_none() && !ended.contains(&case.stage))
    }

    fn ensure_can_consent(object: ObjectId, from: PartyId, to: PartyId) -> Result<(), Error<T>> {
        let concerned = match Self::case_of_new_object(object) {
            // Within a pending application, to who claims the operating right beside oneself.
            Some(case) => {
                if consents_of(&case).count() > CONSENTS_MAX {
                    return Err(Error::<T>::TooManyConsents);
                }
                consents_of(&case)
                    .map(|(from, to)| (Self::current(from), Self::current(to)))
                    .any(|pair| pair == (from, to))
            }
            // In a registered object, a holder to whom it pleases.
            None => {
                let holders = Self::parties_now(Self::holders_of_live_rights(object));
                let holds = from != to && T::Parties::party(to).is_some() && holders.contains(&from);
                // What a successor takes over stays bounded.
                let full =
                    || Consents::<T>::iter_key_prefix((object, from)).nth(CONSENTS_MAX.saturating_sub(1));
                if holds && full().is_some() {
                    return Err(Error::<T>::TooManyConsents);
                }
                holds
            }
        };
        let given = Self::consent_given(object, from, to).is_some();
        (concerned && !given && from != to)
            .then_some(())
            .ok_or(Error::<T>::ConsentUnfit)
    }

    /// The party that consents or revokes. A power over named objects reaches registered ones only.
    fn consenting_party(
        account: &T::AccountId,
        capacity: Capacity,
        object: ObjectId,
    ) -> Result<(PartyId, Via), Error<T>> {
        let registered = Objects::<T>::contains_key(object).then_some(object);
        Self::acting_party(account, capacity, object.authority(), Act::First, registered)
    }

    /// Records a consent.
    pub(crate) fn do_consent(
        account: &T::AccountId,
        capacity: Capacity,
        object: ObjectId,
        to: PartyId,
    ) -> Result<(), Error<T>> {
        let (from, via) = Self::consenting_party(account, capacity, object)?;
        let to = Self::current(to);
        Self::ensure_can_consent(object, from, to)?;
        Consents::<T>::insert((object, from, to), T::Rules::default().now());
        Self::deposit_event(Event::OperatingConsented {
            object,
            from,
            via,
            to,
        });
        Ok(())
    }

    /// Revokes a consent that is not used yet.
    pub(crate) fn do_revoke_consent(
        account: &T::AccountId,
        capacity: Capacity,
        object: ObjectId,
        to: PartyId,
    ) -> Result<(), Error<T>> {
        let (from, via) = Self::consenting_party(account, capacity, object)?;
        let given = Self::consent_given(object, from, to).ok_or(Error::<T>::ConsentNotFound)?;
        Consents::<T>::remove(given);
        Self::deposit_event(Event::ConsentRevoked {
            object,
            from,
            via,
            to,
        });
        Ok(())
    }
}

/// Who consents to whom, that all who claim the operating right may get it.
fn consents_of(case: &Case) -> impl Iterator<Item = (PartyId, PartyId)> + '_ {
    let claims_it = |claims: &&[Claim]| claims.iter().any(|claim| claim.kind == RightKind::Operating);
    let receiving = case.filing.shares().filter(move |(_, claims)| claims_it(claims));
    receiving.flat_map(|(holders, _)| {
        let receiving = holders.parties();
        let others = case.filing.parties().into_iter();
        let others = others.filter(|party| !holders.contains(*party));
        others.flat_map(move |from| receiving.clone().into_iter().map(move |to| (from, to)))
    })
}
