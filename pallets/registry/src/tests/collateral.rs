//! The register as the collateral of the pallet of encumbrances uses it, and who is told.

use super::*;
use crate::register::MARKS_MAX;
use quanji_primitives::{
    collateral::Sum,
    directory::{CollateralRegister, HoldingRegister, Register, RegisterError, SecurityGap},
    marks::{Mark, MarkEnd, MarkKind, MarkSource, Order, OrderTerm, Organ, OrganKind, RightSet},
    regime::Act,
    regimes::NATIONAL_2026,
    v1::{Encumbrance, EntryContent, ReservationRecord},
    DeedId,
};
use RightKind::{Holding, ProcessingUse};

const DEED: DeedId = DeedId((1 << 48) | 900);

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

fn set(numbers: &[u32]) -> RightSet {
    numbers.iter().copied().collect()
}

fn mark_on(numbers: &[u32]) -> Mark {
    Mark {
        version: 1,
        kind: MarkKind::Reservation,
        rights: set(numbers),
        source: MarkSource::Deed(DEED),
        authority: AUTHORITY,
        since: world(|world| world.now),
        until: None,
        ended: None,
        order: None,
    }
}

fn reservation(object: ObjectId) -> Encumbrance {
    Encumbrance::Reservation(Box::new(ReservationRecord {
        version: 1,
        financier: party(NATURAL_PERSON),
        holders: vec![party(ENTERPRISE)].try_into().unwrap(),
        object,
        rights: set(&[2]),
        mark: 0,
        maximum: Sum::of_cny(1),
        document: digest(1),
        entered_at: world(|world| world.now),
        until: at("2027-01-01 00:00"),
        used_by: None,
    }))
}

fn basis() -> EntryBasis {
    EntryBasis::Conflict(quanji_primitives::ConflictId(5))
}

fn enter(object: ObjectId, mark: Mark) -> Result<u32, RegisterError> {
    Registry::enter_encumbrance(object, mark, reservation(object), basis())
}

fn change(object: ObjectId, mark: Mark) -> Result<(), RegisterError> {
    Registry::change_encumbrance(object, 0, mark, reservation(object), basis())
}

/// Entered, and standing for the natural person.
fn reserved(object: ObjectId) -> Mark {
    let mark = mark_on(&[2]);
    assert_eq!(enter(object, mark), Ok(0));
    world(|world| world.mark_holders.insert((object, 0), party(NATURAL_PERSON)));
    take_events();
    mark
}

/// The marks that the only event tells of.
fn told() -> Vec<(u32, Option<quanji_primitives::PartyId>)> {
    let events = take_events();
    let [Event::Entered { travelling, .. }] = &events[..] else {
        panic!("{events:?}")
    };
    travelling.to_vec()
}

#[test]
fn an_encumbrance_is_entered_with_its_mark() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        take_events();
        let mark = mark_on(&[2]);
        assert_eq!(enter(object, mark), Ok(0));
        assert_eq!(Registry::mark(object, 0), Some(mark));
        let events = take_events();
        let [Event::Entered {
            officer: None, entry, ..
        }] = &events[..]
        else {
            panic!("{events:?}")
        };
        let content = EntryContent::Encumbered {
            number: 0,
            mark,
            encumbrance: reservation(object),
        };
        assert_eq!((&entry.content, &entry.basis), (&content, &basis()));
        // Rights 0 to 2 are there.
        for unknown in [mark_on(&[3]), mark_on(&[7]), mark_on(&[])] {
            assert_eq!(enter(object, unknown), Err(RegisterError::NotFound));
        }
    });
}

#[test]
fn an_object_takes_no_more_encumbrances_than_marks_it_can_have() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        let counted = |marks: u32| {
            Objects::<Test>::mutate(object, |record| record.as_mut().unwrap().marks = marks);
        };
        counted(MARKS_MAX);
        assert_noop!(enter(object, mark_on(&[2])), RegisterError::Full);
        counted(MARKS_MAX - 1);
        assert_eq!(enter(object, mark_on(&[2])), Ok(MARKS_MAX - 1));
    });
}

#[test]
fn its_mark_stands_against_fewer_rights_or_ends_and_nothing_else_changes() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let mark = mark_on(&[1, 2]);
        assert_eq!(enter(object, mark), Ok(0));
        let kind = MarkKind::Pledge;
        let source = MarkSource::Deed(DeedId(1));
        let until = Some(at("2027-01-01 00:00"));
        for unfit in [
            Mark { kind, ..mark },
            Mark { source, ..mark },
            mark_on(&[0, 1, 2]),
            mark_on(&[]),
        ] {
            assert_eq!(change(object, unfit), Err(RegisterError::NotFound));
        }
        let fewer = Mark {
            until,
            ..mark_on(&[2])
        };
        assert_eq!(change(object, fewer), Ok(()));
        assert_eq!(Registry::mark(object, 0), Some(fewer));
        let ended = Some((world(|world| world.now), MarkEnd::GivenUp));
        assert_eq!(change(object, Mark { ended, ..fewer }), Ok(()));
        assert_eq!(change(object, fewer), Err(RegisterError::NotFound));
    });
}

#[test]
fn rights_of_first_registration_in_force_give_security_by_the_right_to_operate() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let can = |numbers: &[u32]| Registry::ensure_can_secure(object, set(numbers));
        assert_eq!(can(&[0, 1, 2]), Ok(()));
        for unfit in [&[][..], &[2, 9]] {
            assert_eq!(can(unfit), Err(SecurityGap::Rights));
        }
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        assert_eq!(can(&[licence]), Err(SecurityGap::Rights));
        set_now("2032-01-01 00:00");
        assert_eq!(can(&[2]), Err(SecurityGap::Lapsed));
    });
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            claims: claims(&[Holding, ProcessingUse]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let can = || Registry::ensure_can_secure(object, set(&[0]));
        assert_eq!(can(), Err(SecurityGap::Power));
        // Where the regime asks for no operating right, any right gives security.
        change_regime(NATIONAL_2026, |regime| {
            let pledge = regime.acts.iter_mut().find(|row| row.act == Act::Pledge);
            pledge.unwrap().needs_operating_right = false;
        });
        assert_eq!(can(), Ok(()));
        change_regime(NATIONAL_2026, |regime| {
            regime.acts.retain(|row| row.act != Act::Pledge)
        });
        assert_eq!(can(), Err(SecurityGap::Regime));
        let unknown = ObjectId::new(AUTHORITY, 999).unwrap();
        assert_eq!(
            Registry::ensure_can_secure(unknown, set(&[0])),
            Err(SecurityGap::Object)
        );
    });
}

/// A reservation or pledge is not postponed by a seizure; who has it is told in the same block.
#[test]
fn what_an_organ_orders_is_told_to_who_has_a_pledge_or_reservation() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        reserved(object);
        let seizure = |numbers: &[u32]| Mark {
            kind: MarkKind::SeizureFirst,
            order: Some(Order {
                organ: Organ {
                    kind: OrganKind::Court,
                    code: credit_code(1),
                },
                instrument: digest(3),
                received_at: world(|world| world.now),
                confirm_by: None,
                term: OrderTerm::Months(12),
                entered_between: None,
            }),
            ..mark_on(numbers)
        };
        let stamp = |numbers: &[u32]| {
            Registry::set_mark(object, seizure(numbers), basis(), Some(officer(EXAMINER))).unwrap();
            told()
        };
        assert_eq!(stamp(&[0]), []);
        assert_eq!(stamp(&[1, 2]), [(0, Some(party(NATURAL_PERSON)))]);
    });
}

#[test]
fn who_succeeds_is_told_to_who_has_a_pledge_or_reservation() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        reserved(object);
        let passing = super::succession::passing(ENTERPRISE, SECOND_ENTERPRISE, 0);
        assert_eq!(Registry::pass_holding(&passing), Ok(0));
        assert_eq!(told(), [(0, Some(party(NATURAL_PERSON)))]);
    });
}
