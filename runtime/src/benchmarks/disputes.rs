//! Objects with as many rights as they can hold, as the benchmarks of the disputes need them.

use super::Prepared;
use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use pallet_disputes::benchmarking::{BenchmarkHelper, Scene};
use pallet_registry::benchmarking::{Helper, Seats};
use quanji_primitives::{
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::{Day, Moment, DAY_MILLIS},
    directory::RuleBook,
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    person::PartyRole,
    regimes::{national_2026, NATIONAL_2026},
    rights::{Holders, RightKind},
    v1::{
        CertificateRecord, ObjectRecord, Outcome, Publication, RightRecord, RightStatus, NO_HISTORY, VERSION,
    },
    AuthorityId, Bounded, Digest, ObjectId, PartyId,
};

/// The most rights of an object; as many as a certificate can list stand on the first one, with those that have lapsed, and
/// one of each kind on every other.
const RIGHTS: u32 = 64;
const RIGHTS_OF_FIRST: u32 = 16;
const RIGHTS_OF_CERTIFICATE: u32 = 3;
const CERTIFICATES: u32 = 1 + (RIGHTS - RIGHTS_OF_FIRST) / RIGHTS_OF_CERTIFICATE;

/// The certificate on which a right stands.
fn certificate_of(right: u32) -> u32 {
    right
        .checked_sub(RIGHTS_OF_FIRST)
        .map_or(0, |other| 1 + other / RIGHTS_OF_CERTIFICATE)
}

pub(super) fn record(authority: AuthorityId) -> ObjectRecord {
    ObjectRecord {
        version: VERSION,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: Digest::Sha2_256([9; 32]),
            lineage: Default::default(),
        },
        authority,
        regime: NATIONAL_2026,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: Moment(0),
        imported: None,
        rights: RIGHTS,
        certificates: CERTIFICATES,
        entries: 1,
        fingerprints: 0,
        derived: 0,
        marks: 0,
        open_cases: Default::default(),
        open_objections: Default::default(),
        history: NO_HISTORY,
    }
}

fn certificate(number: u32) -> CertificateRecord {
    let month = NumberingMonth {
        year: 2026,
        month: 11,
    };
    CertificateRecord {
        version: VERSION,
        number: CertificateNumber::new(98, 9, month, number as u16 + 1).unwrap(),
        issue: 1,
        rights: Bounded::truncate_from(
            (0..RIGHTS)
                .filter(|right| certificate_of(*right) == number)
                .collect(),
        ),
        entry: 1,
        issued_at: Moment(0),
        outcome: Outcome::Live,
        without_rights: None,
    }
}

/// Writes an object whose rights are all held jointly by `holders`.
fn write_object(authority: AuthorityId, holders: &Holders) -> ObjectId {
    let object = ObjectId::new(authority, 1 << 40).unwrap();
    pallet_registry::Objects::<Runtime>::insert(object, record(authority));
    let mut roll = Vec::new();
    for number in 0..RIGHTS {
        let right = RightRecord {
            version: VERSION,
            kind: RightKind::Holding,
            holders: holders.clone(),
            parent: None,
            valid_until: Moment(u64::MAX),
            certificate: certificate_of(number),
            entry: 1,
            status: RightStatus::Live,
            licences: 0,
        };
        roll.extend(pallet_registry::Line::of_right(number, &right));
        pallet_registry::Rights::<Runtime>::insert(object, number, right);
    }
    pallet_registry::Rolls::<Runtime>::insert(object, Bounded::truncate_from(roll));
    for number in 0..CERTIFICATES {
        pallet_registry::Certificates::<Runtime>::insert(object, number, certificate(number));
    }
    object
}

impl BenchmarkHelper<AccountId> for Prepared {
    fn prepare() -> Scene<AccountId> {
        Self::install_rules(national_2026());
        Self::set_time(Day::from_date(2026, 11, 2).unwrap().start());
        let Seats {
            authority,
            examiner,
            reviewer,
            ..
        } = Self::admit_authority();
        let mut parties = Self::admit_parties(authority, 17, &[PartyRole::Registrant]);
        for (account, party) in &parties {
            let accounts = Bounded::truncate_from(alloc::vec![account.clone()]);
            pallet_parties::AccountsOf::<Runtime>::insert(party, accounts);
        }
        let (objector, _) = parties.remove(0);
        let holders: Vec<PartyId> = parties.iter().map(|(_, party)| *party).collect();
        let holders = Holders::Joint(Bounded::truncate_from(holders));
        let other = AuthorityId(authority.0 + 1);
        Scene {
            examiner,
            reviewer,
            objector,
            registrants: parties,
            objects: [authority, other].map(|authority| write_object(authority, &holders)),
            rights: (0..RIGHTS_OF_FIRST).collect(),
        }
    }

    fn advance(days: u32) {
        let now = pallet_rules::Book::<Runtime>::default().now();
        Self::set_time(Moment(now.0 + u64::from(days) * DAY_MILLIS));
    }
}
