//! One file each for containment, trees, and uses.

mod containment;
mod trees;
mod using;

use super::{tree::Excluded, *};
use crate::{
    rights::Holders,
    v1::{LicenceRecord, Reported, RightRecord, RightStatus, VERSION},
    ObjectId, PartyId,
};

const DIGEST: Digest = Digest::Sha2_256([7; 32]);

fn purposes(codes: &[u8]) -> Purposes {
    codes.to_vec().try_into().unwrap()
}

fn territory(codes: &[u8]) -> Territory {
    codes
        .iter()
        .copied()
        .map(Region)
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

fn calls(number: u64) -> Option<Quantity> {
    let unit = QuantityUnit::Calls;
    Some(Quantity { unit, number })
}

/// The licence of story 9.1: sole, logistics planning, {44, 45}, 10,000 calls, sub-licence once.
fn freight() -> LicenceTerms {
    LicenceTerms {
        kind: LicenceKind::Sole,
        gives: RightKind::ProcessingUse,
        purposes: purposes(&[1]),
        territory: territory(&[44, 45]),
        media: Media::default(),
        quantity: calls(10_000),
        valid_until: Moment(1_000),
        sublicensing: 1,
        export: None,
        department_consent: None,
        authorisation: None,
        in_return_for: None,
    }
}

/// The sub-licence of story 9.1.
fn sub() -> LicenceTerms {
    LicenceTerms {
        kind: LicenceKind::NonExclusive,
        territory: territory(&[44]),
        quantity: calls(4_000),
        valid_until: Moment(500),
        sublicensing: 0,
        ..freight()
    }
}

fn root_right() -> RightRecord {
    RightRecord {
        version: VERSION,
        kind: RightKind::Operating,
        holders: Holders::Sole(PartyId(1)),
        parent: None,
        valid_until: Moment(2_000),
        certificate: 0,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    }
}

fn root(number: u32, holder: u64) -> LicensedRight {
    let right = RightRecord {
        holders: Holders::Sole(PartyId(holder)),
        ..root_right()
    };
    LicensedRight {
        number,
        right,
        licence: None,
    }
}

fn licence(number: u32, parent: u32, holder: u64, terms: LicenceTerms) -> LicensedRight {
    let right = RightRecord {
        kind: terms.gives,
        holders: Holders::Sole(PartyId(holder)),
        parent: Some(RightId {
            object: ObjectId(1),
            index: parent,
        }),
        valid_until: terms.valid_until,
        ..root_right()
    };
    let licence = LicenceRecord {
        version: VERSION,
        terms,
        policy: DIGEST,
        contract: DIGEST,
        root_signed: false,
        subject_to: Default::default(),
        reported: Reported::default(),
    };
    LicensedRight {
        number,
        right,
        licence: Some(licence),
    }
}

/// Right 0 of party 1, independent right 1 of party 2; licence 2 from 0 to party 3, licence 3 from 2 to party 4.
fn story() -> Vec<LicensedRight> {
    vec![
        root(0, 1),
        root(1, 2),
        licence(2, 0, 3, freight()),
        licence(3, 2, 4, sub()),
    ]
}

/// Public data authorised so.
fn authorised(mode: AuthorisationMode) -> Authorisation {
    Authorisation {
        mode,
        exit_terms: DIGEST,
        safety_duties: DIGEST,
    }
}

fn end(rights: &mut [LicensedRight], number: usize) {
    rights[number].right.status = RightStatus::Ended(9);
}

fn report(rights: &mut [LicensedRight], number: usize, total: u64) {
    rights[number].licence.as_mut().unwrap().reported.by_licensee = total;
}

const NOW: Moment = Moment(100);
