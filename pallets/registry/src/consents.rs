//! Consents of the participants in fused data that one of them gets the operating right (NG 21(5)).

use crate::{Cases, Config, Consents as Given, Error, Event, Objects, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, Encode, MaxEncodedLen};
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::{Case, Stage},
    clock::Moment,
    directory::{PartyRegister, RuleBook},
    filing::FirstRegistration,
    regime::Act,
    rights::{Claim, Holders, RightKind},
    Bounded, CaseId, ObjectId, OfficerId, PartyId,
};
use scale_info::TypeInfo;

/// A consent: in which object, from whom, to whom.
pub(crate) type Key = (ObjectId, PartyId, PartyId);

/// The most consents that one entry rests on: eight participants who all consent to all others need 56.
pub(crate) const CONSENTS_MAX: u32 = 64;

/// A consent in an object.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Consent {
    /// Who consents.
    pub from: PartyId,
    /// Who may get the operating right.
    pub to: PartyId,
    /// When it was given.
    pub at: Moment,
    /// The officer who typed it in at the counter, for a party that signed on paper.
    pub typed_in: Option<OfficerId>,
}

/// The consents in an object. They lie together, since an entry asks for all and uses all. Who filled the list to keep out
/// the consents of others could as well refuse its own, without which nothing is entered.
pub(crate) type Consents = Bounded<Consent, CONSENTS_MAX>;

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
            if consents.len() > CONSENTS_MAX as usize {
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
        if others.len().saturating_mul(receiving.len()) > CONSENTS_MAX as usize {
            return Err(Error::<T>::TooManyConsents);
        }
        let mut objects = alloc::vec![case.object];
        objects.extend(registered.filter(|object| *object != case.object));
        let lists: Vec<_> = objects
            .into_iter()
            .map(|object| (object, Given::<T>::get(object)))
            .collect();
        let given = |from: PartyId, to: PartyId| {
            lists
                .iter()
                .find_map(|(object, consents)| {
                    let given = Self::consent_given(consents, (from, to))?;
                    Some((*object, given.from, given.to))
                })
                .ok_or(Error::<T>::ParticipantsConsentMissing)
        };
        others
            .into_iter()
            .flat_map(|from| receiving.iter().map(move |to| (from, *to)))
            .map(|(from, to)| given(from, to))
            .collect()
    }

    /// A consent from one stored party to another, under whichever names they had when it was given.
    fn consent_given(consents: &[Consent], (from, to): (PartyId, PartyId)) -> Option<Consent> {
        let given = |from: &[PartyId], to: &[PartyId]| {
            let fits = |consent: &&Consent| from.contains(&consent.from) && to.contains(&consent.to);
            consents.iter().find(fits).copied()
        };
        given(&[from], &[to]).or_else(|| given(&Self::names_of(from), &Self::names_of(to)))
    }

    /// Takes consents that an entry used off their lists.
    pub(crate) fn use_consents(used: &[Key]) {
        let objects: BTreeSet<_> = used.iter().map(|(object, ..)| *object).collect();
        for object in objects {
            let mut consents = Given::<T>::get(object);
            consents.retain(|consent| !used.contains(&(object, consent.from, consent.to)));
            Self::store_consents(object, consents);
        }
    }

    pub(crate) fn store_consents(object: ObjectId, consents: Consents) {
        if consents.is_empty() {
            Given::<T>::remove(object);
        } else {
            Given::<T>::insert(object, consents);
        }
    }

    /// The pending case that would register `object`.
    fn case_of_new_object(object: ObjectId) -> Option<Case> {
        let ended = [
            Stage::Refused,
            Stage::PartlyRefused,
            Stage::Withdrawn,
            Stage::Terminated,
        ];
        Cases::<T>::get(CaseId(object.0))
            .filter(|case| case.filing.object().is_none() && !ended.contains(&case.stage))
    }

    /// Who typed in a consent at the counter does not judge what rests on it.
    pub(crate) fn ensure_not_typed_in_by(officer: OfficerId, consents: &[Key]) -> Result<(), Error<T>> {
        let objects: BTreeSet<_> = consents.iter().map(|(object, ..)| *object).collect();
        let by_officer = |object: ObjectId| {
            Given::<T>::get(object).iter().any(|consent| {
                consent.typed_in == Some(officer) && consents.contains(&(object, consent.from, consent.to))
            })
        };
        (!objects.into_iter().any(by_officer))
            .then_some(())
            .ok_or(Error::<T>::FiledAtCounterBySamePerson)
    }

    /// The pending case that would register `object` remembers an officer at the counter.
    fn remember_in_case_of(object: ObjectId, via: &Via) -> Result<(), Error<T>> {
        if via.counter_officer().is_none() {
            return Ok(());
        }
        let Some(mut case) = Self::case_of_new_object(object) else {
            return Ok(());
        };
        Self::remember_counter_officer(&mut case, via)?;
        Cases::<T>::insert(CaseId(object.0), case);
        Ok(())
    }

    /// Whether `from` may consent, and the consents in the object so far.
    fn ensure_can_consent(object: ObjectId, from: PartyId, to: PartyId) -> Result<Consents, Error<T>> {
        let concerned = match Self::case_of_new_object(object) {
            // Within a pending application, to who claims the operating right beside oneself.
            Some(case) => {
                if consents_of(&case).count() > CONSENTS_MAX as usize {
                    return Err(Error::<T>::TooManyConsents);
                }
                consents_of(&case)
                    .map(|(from, to)| (Self::current(from), Self::current(to)))
                    .any(|pair| pair == (from, to))
            }
            // In a registered object, a holder to whom it pleases.
            None => {
                let holders = Self::parties_now(Self::holders_of_live_rights(object));
                from != to && T::Parties::party(to).is_some() && holders.contains(&from)
            }
        };
        if !concerned || from == to {
            return Err(Error::<T>::ConsentUnfit);
        }
        let given = Given::<T>::get(object);
        Self::consent_given(&given, (from, to))
            .is_none()
            .then_some(given)
            .ok_or(Error::<T>::ConsentGiven)
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
        let mut consents = Self::ensure_can_consent(object, from, to)?;
        Self::remember_in_case_of(object, &via)?;
        let (at, typed_in) = (T::Rules::default().now(), via.counter_officer());
        let consent = Consent {
            from,
            to,
            at,
            typed_in,
        };
        consents
            .try_push(consent)
            .map_err(|_| Error::<T>::TooManyConsents)?;
        Self::store_consents(object, consents);
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
        let mut consents = Given::<T>::get(object);
        let given = Self::consent_given(&consents, (from, to)).ok_or(Error::<T>::ConsentNotFound)?;
        consents.retain(|consent| *consent != given);
        Self::remember_in_case_of(object, &via)?;
        Self::store_consents(object, consents);
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
    let shares = case.first().into_iter().flat_map(FirstRegistration::shares);
    let receiving = shares.filter(move |(_, claims)| claims_it(claims));
    receiving.flat_map(|(holders, _)| {
        let receiving = holders.parties();
        let others = case.filing.parties().into_iter();
        let others = others.filter(|party| !holders.contains(*party));
        others.flat_map(move |from| receiving.clone().into_iter().map(move |to| (from, to)))
    })
}
