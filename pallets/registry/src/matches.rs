//! Data that is registered already: fingerprints that lead to earlier objects, and what is in force there.

use crate::{
    roll::{self, Live, Roll},
    Config, Error, ObjectByFingerprint, Pallet, Rights,
};
use alloc::vec::Vec;
use quanji_primitives::{
    filing::FirstRegistration,
    object::{DataCategory, Fingerprint},
    regime::Regime,
    rights::Holders,
    v1::RightRecord,
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
        // Each is judged and told: data that matches several objects is filed apart.
        if matches.len() > 1 {
            return Err(Error::<T>::SeveralMatches);
        }
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
        let mut different = matches.to_vec();
        different.sort_unstable();
        different.dedup();
        let in_force: Vec<Holders> = different
            .iter()
            .flat_map(|object| Self::holders_in_force(*object, regime))
            .collect();
        let applying = Self::parties_now(parties.iter().copied());
        let holding = Self::parties_now(in_force.iter().flat_map(Holders::parties));
        if !applying.is_disjoint(&holding) {
            return Err(Error::<T>::RepeatedRegistration);
        }
        let refused = category == DataCategory::Public && regime.public_match_refused;
        if refused && !in_force.is_empty() {
            return Err(Error::<T>::PublicDataAlreadyRegistered);
        }
        Ok(())
    }

    /// The objects that have one of the fingerprints, at most four and each once, without `own`.
    pub(crate) fn matches(fingerprints: &[Fingerprint], own: Option<ObjectId>) -> Vec<ObjectId> {
        let mut matches = Vec::new();
        for fingerprint in fingerprints {
            let found = ObjectByFingerprint::<T>::get(fingerprint.digest);
            matches.extend(found.filter(|object| Some(*object) != own && !matches.contains(object)));
        }
        matches
    }

    /// Whose registrations in `object` have neither ended nor lapsed: what has lapsed may be registered again. A product of
    /// authorised operation is registered twice, without rights and then with them (NG 15(2)), so only registrations of
    /// the same nature count.
    fn holders_in_force(object: ObjectId, regime: &Regime) -> Vec<Holders> {
        // A licence is no registration of its own, whatever the regime.
        Self::lines_in_force(object)
            .into_iter()
            .filter(|line| match line.live {
                Live::Right { .. } => regime.creates_rights,
                Live::Registration => !regime.creates_rights,
                Live::Licence { .. } => false,
            })
            .map(|line| line.holders)
            .collect()
    }

    /// The rights of a roll, licences among them, with their numbers and records.
    pub(crate) fn rights_on(object: ObjectId, roll: &Roll) -> Vec<(u32, RightRecord)> {
        roll::rights(roll)
            .numbers()
            .filter_map(|number| Some((number, Rights::<T>::get(object, number)?)))
            .collect()
    }
}
