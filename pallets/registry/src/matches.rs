//! Data that is registered already: fingerprints that lead to earlier objects, and what is in force there.

use crate::{Certificates, Config, Error, ObjectByFingerprint, Objects, Pallet, Rights};
use alloc::vec::Vec;
use quanji_primitives::{
    directory::RuleBook,
    filing::FirstRegistration,
    object::{DataCategory, Fingerprint},
    regime::Regime,
    rights::Holders,
    v1::{Outcome, RightRecord, RightStatus},
    ObjectId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// NG 39(2) and S008: no repetition by the same applicant, and one source for public data. Another holder's match stops
    /// nothing by itself (NG 21).
    pub(crate) fn ensure_not_registered_before(
        filing: &FirstRegistration,
        regime: &Regime,
    ) -> Result<Option<ObjectId>, Error<T>> {
        let matches = Self::matches(&filing.fingerprints, filing.object);
        Self::ensure_new(&matches, &filing.parties(), filing.facts.category, regime)?;
        Ok(matches.first().copied())
    }

    /// None of `parties` holds in the matching objects, and public data matches nothing in force.
    pub(crate) fn ensure_new(
        matches: &[ObjectId],
        parties: &[PartyId],
        category: DataCategory,
        regime: &Regime,
    ) -> Result<(), Error<T>> {
        let in_force: Vec<Holders> = matches
            .iter()
            .flat_map(|object| Self::holders_in_force(*object, regime))
            .collect();
        let applying = Self::parties_now(parties.iter().copied());
        let held = |holders: &Holders| !applying.is_disjoint(&Self::parties_now(holders.parties()));
        if in_force.iter().any(held) {
            return Err(Error::<T>::RepeatedRegistration);
        }
        let refused = category == DataCategory::Public && regime.public_match_refused;
        if refused && !in_force.is_empty() {
            return Err(Error::<T>::PublicDataAlreadyRegistered);
        }
        Ok(())
    }

    /// The first object that has one of the fingerprints, other than the one in which further rights are asked for.
    pub(crate) fn first_match(filing: &FirstRegistration) -> Option<ObjectId> {
        Self::matches(&filing.fingerprints, filing.object)
            .first()
            .copied()
    }

    /// The objects that have one of the fingerprints, at most four, without `own`.
    pub(crate) fn matches(fingerprints: &[Fingerprint], own: Option<ObjectId>) -> Vec<ObjectId> {
        fingerprints
            .iter()
            .filter_map(|fingerprint| ObjectByFingerprint::<T>::get(fingerprint.digest))
            .filter(|object| Some(*object) != own)
            .collect()
    }

    /// Whose registrations in `object` have neither ended nor lapsed: what has lapsed may be registered again. A product of
    /// authorised operation is registered twice, without rights and then with them (NG 15(2)), so only registrations of
    /// the same nature count.
    fn holders_in_force(object: ObjectId, regime: &Regime) -> Vec<Holders> {
        if regime.creates_rights {
            let rights = Self::rights_in_force(object).into_iter();
            return rights.map(|(_, right)| right.holders).collect();
        }
        let now = T::Rules::default().now();
        let count = Objects::<T>::get(object).map_or(0, |record| record.certificates);
        (0..count)
            .filter_map(|number| Certificates::<T>::get(object, number))
            .filter(|certificate| certificate.outcome == Outcome::Live)
            .filter_map(|certificate| certificate.without_rights)
            .filter(|registered| now < registered.valid_until)
            .map(|registered| registered.subject)
            .collect()
    }

    /// The rights in `object` that have neither ended nor lapsed, with their numbers.
    pub(crate) fn rights_in_force(object: ObjectId) -> Vec<(u32, RightRecord)> {
        let now = T::Rules::default().now();
        let mut rights = Self::live_rights(object);
        rights.retain(|(_, right)| now < right.valid_until);
        rights
    }

    /// The rights in `object` that have not ended, with their numbers. An object has at most `RIGHTS_MAX`.
    pub(crate) fn live_rights(object: ObjectId) -> Vec<(u32, RightRecord)> {
        let count = Objects::<T>::get(object).map_or(0, |record| record.rights);
        (0..count)
            .filter_map(|number| Some((number, Rights::<T>::get(object, number)?)))
            .filter(|(_, right)| right.status == RightStatus::Live)
            .collect()
    }
}
