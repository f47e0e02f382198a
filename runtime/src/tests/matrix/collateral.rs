//! Deeds of the matrix: what is pledged, reserved and freed, and what stands when a bank has signed.

use super::{
    scenes::{CO_HOLDER, HOLDER, LICENSEE, OWN, RECEIVER, REGISTRAR},
    table::Scene,
};
use crate::{
    tests::{
        disputes::{by, party, DIGEST},
        encumbrances::{deed, now, pass_days, pledge},
        licences::OPERATING,
    },
    AccountId, Encumbrances, Parties, Runtime, RuntimeCall,
};
use frame_support::assert_ok;
use quanji_primitives::{
    capacity::Capacity,
    collateral::{Deed, DeedMatter, ReservationTerms, Sum},
    marks::RightSet,
    person::{PartyRole, Person},
    DeedId, ObjectId,
};

/// A financier that does not sign what is tried.
pub const BANK: &str = "//Processor";

/// Admits it.
pub fn admit_bank() {
    let account = AccountId::new(crate::development_keys::public(BANK).unwrap());
    let person = Person::NaturalPerson(sp_crypto_hashing::blake2_256(BANK.as_bytes()));
    let roles = vec![PartyRole::Registrant, PartyRole::Financier];
    let roles = roles.try_into().unwrap();
    assert_ok!(Parties::admit(by(REGISTRAR), person, roles, Some(account)));
}

/// A deed by which a bank reserves its place.
pub fn reservation(object: ObjectId, rights: RightSet, bank: &str) -> Deed {
    deed(DeedMatter::Reservation(ReservationTerms {
        object,
        rights,
        financier: party(bank),
        maximum: Sum::of_cny(100),
    }))
}

/// A pledge of the right to operate to the financier.
fn pledged(object: ObjectId) -> Deed {
    pledging(object, RightSet::NONE.with(OPERATING), LICENSEE)
}

/// A pledge that is registered for sixty days: the rights are in force for longer.
pub fn pledging(object: ObjectId, rights: RightSet, bank: &str) -> Deed {
    let mut deed = pledge(object, rights, bank);
    if let DeedMatter::Pledge(terms) = &mut deed.matter {
        terms.through = now().day().plus(60);
    }
    deed
}

/// Proposed by a holder and signed by the other.
fn proposed(deed: Deed) -> DeedId {
    assert_ok!(Encumbrances::propose(by(HOLDER), OWN, Box::new(deed)));
    let (id, _) = pallet_encumbrances::Deeds::<Runtime>::iter().next().unwrap();
    assert_ok!(Encumbrances::sign(by(CO_HOLDER), OWN, id, DIGEST));
    id
}

/// The same, and signed by the bank: what the deed made.
pub fn signed_by_all(deed: Deed, bank: &str) -> DeedId {
    let waiting: Vec<DeedId> = pallet_encumbrances::Deeds::<Runtime>::iter_keys().collect();
    assert_ok!(Encumbrances::propose(by(HOLDER), OWN, Box::new(deed)));
    let id = pallet_encumbrances::Deeds::<Runtime>::iter_keys()
        .find(|id| !waiting.contains(id))
        .unwrap();
    assert_ok!(Encumbrances::sign(by(CO_HOLDER), OWN, id, DIGEST));
    assert_ok!(Encumbrances::sign(by(bank), OWN, id, DIGEST));
    id
}

/// What the financier has, and proposes to change.
fn proposal(scene: Scene, object: ObjectId) -> DeedMatter {
    let pledge = signed_by_all(pledged(object), LICENSEE);
    match scene {
        Scene::ProposeAmendment => DeedMatter::Amendment {
            pledge,
            secured: Some(Sum::of_cny(u64::MAX)),
            through: None,
            with_later_ranks: true,
        },
        // And less: nothing new is secured.
        Scene::ProposeExtension => DeedMatter::Amendment {
            pledge,
            secured: Some(Sum::of_cny(1)),
            through: Some(now().day().plus(3_000)),
            with_later_ranks: true,
        },
        Scene::ProposeAssignment => {
            let to = party(BANK);
            DeedMatter::Assignment { pledge, to }
        }
        _ => DeedMatter::Subordination {
            pledge,
            behind: signed_by_all(pledging(object, RightSet::NONE.with(OPERATING), BANK), BANK),
            object,
        },
    }
}

/// An agreement after the default notice, which the pledgee has not signed yet.
fn enforcement(object: ObjectId) -> DeedId {
    let pledge = signed_by_all(pledged(object), LICENSEE);
    let noticed = now().day();
    assert_ok!(Encumbrances::give_default_notice(
        by(LICENSEE),
        OWN,
        pledge,
        noticed,
        DIGEST
    ));
    pass_days(1);
    let id = proposed(deed(DeedMatter::Enforcement {
        pledge,
        object,
        rights: RightSet::NONE.with(OPERATING),
        to: party(RECEIVER),
        agreed_on: now().day(),
        surplus: DIGEST,
    }));
    assert_ok!(Encumbrances::sign(by(RECEIVER), OWN, id, DIGEST));
    id
}

fn proposing(deed: Deed) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    Box::new(move |capacity| {
        let deed = Box::new(deed.clone());
        pallet_encumbrances::Call::propose { capacity, deed }.into()
    })
}

fn signing(deed: DeedId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    Box::new(move |capacity| {
        let document = DIGEST;
        pallet_encumbrances::Call::sign {
            capacity,
            deed,
            document,
        }
        .into()
    })
}

pub fn of_collateral(scene: Scene, object: ObjectId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    match scene {
        Scene::ProposePledge => proposing(pledged(object)),
        Scene::SignPledge => signing(proposed(pledged(object))),
        Scene::ProposeAmendment
        | Scene::ProposeExtension
        | Scene::ProposeAssignment
        | Scene::ProposeSubordination => proposing(deed(proposal(scene, object))),
        Scene::SignEnforcement => signing(enforcement(object)),
        Scene::ReleasePledge => {
            let (pledge, part) = (signed_by_all(pledged(object), LICENSEE), None);
            Box::new(move |capacity| {
                pallet_encumbrances::Call::release {
                    capacity,
                    pledge,
                    part,
                }
                .into()
            })
        }
        _ => {
            let place = reservation(object, RightSet::NONE.with(OPERATING), LICENSEE);
            let reservation = signed_by_all(place, LICENSEE);
            Box::new(move |capacity| {
                pallet_encumbrances::Call::give_up_reservation {
                    capacity,
                    reservation,
                }
                .into()
            })
        }
    }
}
