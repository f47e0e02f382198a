//! An object with licences four levels deep, as the benchmarks of the licences need it.

use super::{disputes::record, Prepared};
use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use pallet_licences::benchmarking::{parent_of, BenchmarkHelper, Scene, RIGHTS};
use pallet_registry::benchmarking::{Helper, Seats};
use quanji_primitives::{
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::{Day, Moment},
    marks::{Mark, MarkKind, MarkSource, RightSet},
    person::PartyRole,
    regimes::national_2026,
    rights::{Holders, RightKind},
    v1::{CertificateRecord, ObjectRecord, Outcome, RightRecord, RightStatus, VERSION},
    Bounded, ConflictId, DeedId, ObjectId, PartyId, RightId,
};

/// The most live marks of an object.
const MARKS: usize = pallet_registry::LIVE_MARKS_MAX as usize;

/// Where the clock of the benchmarks stands.
fn today() -> Day {
    Day::from_date(2026, 11, 2).unwrap()
}

/// A seizure of another right than those dealt with.
fn seizure(object: ObjectId) -> Mark {
    Mark {
        version: VERSION,
        kind: MarkKind::SeizureFirst,
        rights: RightSet::NONE.with(RIGHTS),
        source: MarkSource::Conflict(ConflictId(1)),
        authority: object.authority(),
        since: Moment(0),
        until: None,
        ended: None,
        order: None,
    }
}

/// As many live marks as there can be.
fn write_marks(object: ObjectId) {
    pallet_registry::benchmarking::put_marks::<Runtime>(object, &[seizure(object); MARKS]);
}

/// Writes a right with its certificate, and gives its line for the roll.
fn write_right(object: ObjectId, number: u32, holders: &Holders) -> Option<pallet_registry::Line> {
    let parent = parent_of(number);
    let right = RightRecord {
        version: VERSION,
        kind: if parent.is_some() {
            RightKind::ProcessingUse
        } else {
            RightKind::Operating
        },
        holders: holders.clone(),
        parent: parent.map(|index| RightId { object, index }),
        valid_until: if parent.is_some() {
            today().plus(365).end()
        } else {
            Moment(u64::MAX)
        },
        certificate: number,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    };
    let line = pallet_registry::Line::of_right(number, &right);
    pallet_registry::Rights::<Runtime>::insert(object, number, right);
    let month = NumberingMonth {
        year: 2026,
        month: 11,
    };
    let root = CertificateNumber::new(98, 9, month, 9_999).unwrap();
    let voucher = parent.and_then(|_| root.voucher(number));
    let certificate = CertificateRecord {
        version: VERSION,
        number: voucher.unwrap_or(root),
        issue: 1,
        rights: Bounded::truncate_from(alloc::vec![number]),
        entry: 1,
        issued_at: Moment(0),
        outcome: Outcome::Live,
        without_rights: None,
    };
    pallet_registry::Certificates::<Runtime>::insert(object, number, certificate);
    line
}

impl BenchmarkHelper<AccountId> for Prepared {
    fn put_pledge(object: ObjectId, pledgee: PartyId) {
        let deed = DeedId(1);
        let rights = RightSet::NONE.with(0);
        let pledge = Mark {
            kind: MarkKind::Pledge,
            rights,
            source: MarkSource::Deed(deed),
            ..seizure(object)
        };
        let mut marks = [seizure(object); MARKS];
        marks[0] = pledge;
        pallet_registry::benchmarking::put_marks::<Runtime>(object, &marks);
        super::encumbrances::write_pledge(deed, (object, rights), pledgee);
    }

    fn prepare() -> Scene<AccountId> {
        Self::install_rules(national_2026());
        Self::set_time(today().start());
        let Seats {
            authority,
            examiner,
            reviewer,
            ..
        } = Self::admit_authority();
        let mut holders = Self::admit_parties(authority, 20, &[PartyRole::Registrant]);
        let licensees: [_; 4] = holders.split_off(16).try_into().unwrap();
        let joint: Vec<PartyId> = holders.iter().map(|(_, party)| *party).collect();
        let joint = Holders::Joint(Bounded::truncate_from(joint));
        let object = ObjectId::new(authority, 1 << 40).unwrap();
        let record = ObjectRecord {
            rights: RIGHTS,
            certificates: RIGHTS,
            ..record(authority)
        };
        pallet_registry::Objects::<Runtime>::insert(object, record);
        let mut roll = Vec::new();
        for number in 0..RIGHTS {
            let of_licensee = |number: u32| Holders::Sole(licensees[number as usize - 1].1);
            let holders = if number == 0 {
                joint.clone()
            } else {
                of_licensee(number.min(3))
            };
            roll.extend(write_right(object, number, &holders));
        }
        pallet_registry::Rolls::<Runtime>::insert(object, Bounded::truncate_from(roll));
        write_marks(object);
        Scene {
            examiner,
            reviewer,
            holders,
            licensees,
            object,
        }
    }
}
