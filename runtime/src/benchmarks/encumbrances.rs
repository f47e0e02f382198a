//! The object of the disputes' benchmarks, with as many rights and marks as it can hold, each certificate of one holder: a
//! right that passes must not leave more holders than the register takes.

use super::{disputes::record, Prepared};
use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use pallet_encumbrances::benchmarking::{collateral, BenchmarkHelper, Scene};
use pallet_registry::{
    benchmarking::{Helper, Seats},
    Line, Rights, Rolls,
};
use quanji_primitives::{
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::{Day, Moment},
    collateral::{PledgeForm, Sum},
    marks::{Mark, RightSet},
    person::PartyRole,
    regimes::national_2026,
    rights::{Holders, RightKind},
    v1::{
        CertificateRecord, Collateral, ObjectRecord, Outcome, PledgeRecord, RightRecord, RightStatus, VERSION,
    },
    AuthorityId, Bounded, DeedId, Digest, ObjectId, PartyId,
};

/// Leaves each certificate to one of those who hold all of them together: the first to the last of them.
fn leave_to_one_each(object: ObjectId, holders: &[PartyId]) {
    let mut roll = Vec::new();
    for number in 0..64 {
        Rights::<Runtime>::mutate(object, number, |right| {
            let Some(right) = right else { return };
            let one = holders.iter().rev().cycle().nth(right.certificate as usize);
            right.holders = Holders::Sole(*one.unwrap());
            roll.extend(Line::of_right(number, right));
        });
    }
    Rolls::<Runtime>::insert(object, Bounded::truncate_from(roll));
}

/// Writes an object with one right, to operate, held by `holders`.
fn write_operated(authority: AuthorityId, serial: u64, holders: &Holders) -> ObjectId {
    let object = ObjectId::new(authority, serial).unwrap();
    let of_object = ObjectRecord {
        rights: 1,
        certificates: 1,
        ..record(authority)
    };
    pallet_registry::Objects::<Runtime>::insert(object, of_object);
    let right = RightRecord {
        version: VERSION,
        kind: RightKind::Operating,
        holders: holders.clone(),
        parent: None,
        valid_until: Moment(u64::MAX),
        certificate: 0,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    };
    let line = pallet_registry::Line::of_right(0, &right).into_iter().collect();
    pallet_registry::Rolls::<Runtime>::insert(object, Bounded::truncate_from(line));
    pallet_registry::Rights::<Runtime>::insert(object, 0, right);
    let month = NumberingMonth {
        year: 2026,
        month: 11,
    };
    let certificate = CertificateRecord {
        version: VERSION,
        number: CertificateNumber::new(98, 9, month, serial as u16).unwrap(),
        issue: 1,
        rights: Bounded::truncate_from(alloc::vec![0]),
        entry: 1,
        issued_at: Moment(0),
        outcome: Outcome::Live,
        without_rights: None,
    };
    pallet_registry::Certificates::<Runtime>::insert(object, 0, certificate);
    object
}

/// Writes a pledge of rights of one object, whose mark is the first there.
pub(super) fn write_pledge(deed: DeedId, (object, rights): (ObjectId, RightSet), pledgee: PartyId) {
    let collateral = Collateral {
        object,
        rights,
        mark: 0,
        place: 0,
    };
    let record = PledgeRecord {
        version: VERSION,
        form: PledgeForm::Pledge,
        pledgors: Bounded::default(),
        pledgee,
        collateral: Bounded::truncate_from(alloc::vec![collateral]),
        secured: Sum::of_cny(1),
        contract: Digest::Sha2_256([9; 32]),
        through: Day::from_date(2050, 1, 1).unwrap(),
        entered_at: Moment(0),
        statutory: None,
        demanded: None,
        default: None,
    };
    pallet_encumbrances::Pledges::<Runtime>::insert(deed, record);
}

impl BenchmarkHelper<AccountId> for Prepared {
    fn prepare() -> Scene<AccountId> {
        let scene = <Self as pallet_disputes::benchmarking::BenchmarkHelper<AccountId>>::prepare();
        let [object, _] = scene.objects;
        let holders = Rights::<Runtime>::get(object, 0).map(|right| right.holders.parties());
        leave_to_one_each(object, &holders.unwrap());
        Scene {
            keeper: scene.examiner,
            reviewer: scene.reviewer,
            object,
            rights: (0..64).collect(),
        }
    }

    fn prepare_collateral() -> collateral::Scene<AccountId> {
        Self::install_rules(national_2026());
        Self::set_time(Day::from_date(2026, 11, 2).unwrap().start());
        let Seats { authority, .. } = Self::admit_authority();
        let mut parties = Self::admit_parties(authority, 17, &[PartyRole::Registrant, PartyRole::Financier]);
        let bank = parties.pop().unwrap();
        let holders = parties.iter().map(|(_, party)| *party).collect();
        let holders = Holders::Joint(Bounded::truncate_from(holders));
        let objects = (1..=8u64).map(|number| write_operated(authority, (1 << 40) + number, &holders));
        collateral::Scene {
            bank,
            objects: objects.collect(),
            givers: parties,
        }
    }

    fn put_marks(object: ObjectId, marks: &[Mark]) {
        pallet_registry::benchmarking::put_marks::<Runtime>(object, marks);
    }
}
