//! What readers ask: the whole title of an object, and what a party holds.

use crate::{
    Certificates, Config, EntryOfCase, Fingerprints, HoldingCount, Holdings, Marks, Objects, Pallet, Rights,
    SplitFrom,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use quanji_primitives::{
    case::object_of_first_registration,
    clock::Moment,
    directory::RuleBook,
    marks::Mark,
    object::Fingerprint,
    v1::{CertificateRecord, ObjectRecord, RightRecord},
    CaseId, EntryNo, ObjectId, PartyId,
};
use scale_info::TypeInfo;

/// The most certificates one answer lists.
const HOLDINGS_PER_ANSWER: u32 = 100;

/// The whole title of an object at one moment.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Title {
    /// Register time of the answer.
    pub now: Moment,
    /// The object.
    pub object: ObjectId,
    /// Its record.
    pub record: ObjectRecord,
    /// Its rights, all of them, in the order of their numbers.
    pub rights: Vec<RightRecord>,
    /// Its certificates, all of them, in the order of their numbers.
    pub certificates: Vec<CertificateRecord>,
    /// Its fingerprints, all of them.
    pub fingerprints: Vec<Fingerprint>,
    /// Its marks, all of them, ended ones too, in the order of their numbers.
    pub marks: Vec<Mark>,
}

impl<T: Config> Pallet<T> {
    /// All marks of an object, ended ones included, in the order of their numbers.
    pub(crate) fn marks_of(object: ObjectId, record: &ObjectRecord) -> Vec<Mark> {
        (0..record.marks)
            .map_while(|number| Marks::<T>::get(object, number))
            .collect()
    }

    pub(crate) fn title_of(object: ObjectId) -> Option<Title> {
        let record = Objects::<T>::get(object)?;
        Some(Title {
            now: T::Rules::default().now(),
            object,
            rights: (0..record.rights)
                .filter_map(|number| Rights::<T>::get(object, number))
                .collect(),
            certificates: (0..record.certificates)
                .filter_map(|number| Certificates::<T>::get(object, number))
                .collect(),
            fingerprints: (0..record.fingerprints)
                .filter_map(|number| Fingerprints::<T>::get(object, number))
                .collect(),
            marks: Self::marks_of(object, &record),
            record,
        })
    }

    /// The entry that a case ended in.
    pub(crate) fn entry_of(case: CaseId) -> Option<EntryNo> {
        let own = || {
            let object = object_of_first_registration(case);
            // An object that was imported or split off another one shares its serial number with no case.
            let record = Objects::<T>::get(object)?;
            let by_a_case = record.imported.is_none() && !SplitFrom::<T>::contains_key(object);
            by_a_case.then_some(EntryNo { object, number: 1 })
        };
        EntryOfCase::<T>::get(case).or_else(own)
    }

    pub(crate) fn holdings_of(party: PartyId, from: u32) -> Vec<(ObjectId, CertificateRecord)> {
        let until = HoldingCount::<T>::get(party).min(from.saturating_add(HOLDINGS_PER_ANSWER));
        (from..until)
            .filter_map(|number| Holdings::<T>::get(party, number))
            .filter_map(|(object, number)| Some((object, Certificates::<T>::get(object, number)?)))
            .collect()
    }
}
