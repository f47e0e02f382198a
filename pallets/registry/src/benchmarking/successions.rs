//! What a party in succession holds at most.

use super::filings::{digest, filing, further_filing, register};
use crate::{
    consents::{Consent, CONSENTS_MAX},
    roll::Line,
    Cases, Certificates, Config, Consents, HoldingCount, Holdings, Objects, Rights, Rolls,
};
use alloc::vec;
use quanji_primitives::{
    capacity::Via, case::Case, clock::Moment, filing::Evidence, filing::EvidenceKind, rights::Holders,
    Bounded, CaseId, ObjectId, PartyId,
};

/// Rights on one certificate at most.
const RIGHTS_OF_CERTIFICATE: u32 = 16;
/// Serial numbers that nothing else uses.
const FIRST_SERIAL: u64 = 1 << 41;

fn id(party: PartyId, serial: u64) -> ObjectId {
    ObjectId::new(party.authority(), FIRST_SERIAL + serial).expect("the serial is in range")
}

/// An open case of the party alone, with as many documents as it can have.
fn write_case<T: Config>(party: PartyId, serial: u64, object: Option<ObjectId>) -> CaseId {
    let case = CaseId(id(party, serial).0);
    let holders = Holders::Sole(party);
    let sources = vec![id(party, serial); 16];
    let mut application = filing(party.authority(), &[holders], 1, &sources);
    if let Some(object) = object {
        application = further_filing(object, application);
    }
    let mut record = Case::filed(case, party, Via::Own, Moment(0), application.into());
    let document = Evidence {
        kind: EvidenceKind::Other,
        digest: digest(5),
    };
    record.further_evidence = Bounded::truncate_from(vec![document; 32]);
    Cases::<T>::insert(case, record);
    case
}

/// Gives `party` alone `count` further certificates of sixteen rights, each in an object of its own. In the first object
/// it has open cases, eight at most, and consents, `moved` in all.
pub fn hold<T: Config>(party: PartyId, count: u32, moved: u32) {
    let holders = Holders::Sole(party);
    for number in 0..count {
        let object = id(party, u64::from(number));
        register::<T>(object, &[&holders]);
        let right = Rights::<T>::get(object, 0).expect("the object has a right");
        for further in 1..RIGHTS_OF_CERTIFICATE {
            Rights::<T>::insert(object, further, &right);
        }
        Certificates::<T>::mutate(object, 0, |certificate| {
            let certificate = certificate.as_mut().expect("the object has a certificate");
            certificate.rights = Bounded::truncate_from((0..RIGHTS_OF_CERTIFICATE).collect());
        });
        let lines = (0..RIGHTS_OF_CERTIFICATE).filter_map(|number| Line::of_right(number, &right));
        Rolls::<T>::insert(object, Bounded::truncate_from(lines.collect()));
        let last = HoldingCount::<T>::get(party);
        Holdings::<T>::insert(party, last, (object, 0));
        HoldingCount::<T>::insert(party, last + 1);
    }
    let first = id(party, 0);
    let consents = moved.min(CONSENTS_MAX);
    let given = (0..consents).map(|receiving| Consent {
        from: party,
        to: PartyId(id(party, receiving.into()).0),
        at: Moment(1),
        typed_in: None,
    });
    Consents::<T>::insert(first, Bounded::truncate_from(given.collect()));
    for case in 0..u64::from(moved.saturating_sub(consents)).min(8) {
        let case = write_case::<T>(party, 1_000 + case, Some(first));
        Objects::<T>::mutate(first, |record| {
            let record = record.as_mut().expect("the object is registered");
            let _ = record.open_cases.try_push(case);
        });
    }
}

/// Opens a case of the party.
pub fn open_case<T: Config>(party: PartyId) -> CaseId {
    write_case::<T>(party, 2_000, None)
}
