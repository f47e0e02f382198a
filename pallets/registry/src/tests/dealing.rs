//! The one gate for everything that deals with registered rights, and the one answer to readers.

use super::*;
use crate::{
    register::{MARKS_MAX, MARKS_WITH_INSTRUMENTS_MAX},
    RecentEntries,
};
use quanji_primitives::{
    clock::Moment,
    dealing::{Deal, Hindrance, Passing, Remover},
    directory::{Register, RegisterError},
    marks::{
        Effect, EntryRange, Mark, MarkEnd, MarkKind, MarkSource, Operation, Order, OrderTerm, Organ,
        OrganKind, RightSet,
    },
    ObjectionId, RightId, StampId,
};

fn organ() -> Organ {
    Organ {
        kind: OrganKind::Court,
        code: quanji_primitives::person::CreditCode(*b"12440000MB0000001C"),
    }
}

/// A seizure, as the day book orders it.
pub(super) fn seizure(number: u64, rights: &[u32]) -> Mark {
    let now = world(|world| world.now);
    Mark {
        version: 1,
        kind: MarkKind::SeizureFirst,
        rights: rights.iter().copied().collect(),
        source: MarkSource::DayBook(StampId::new(AUTHORITY, number).unwrap()),
        authority: AUTHORITY,
        since: now,
        until: None,
        ended: None,
        order: Some(Order {
            organ: organ(),
            instrument: digest(1),
            received_at: now,
            confirm_by: None,
            term: OrderTerm::Months(12),
            entered_between: None,
        }),
    }
}

pub(super) fn basis() -> EntryBasis {
    EntryBasis::Instrument {
        stamp: StampId::new(AUTHORITY, 1).unwrap(),
        officer: officer(EXAMINER),
        second: None,
    }
}

pub(super) fn set(object: ObjectId, mark: Mark) -> Result<u32, RegisterError> {
    Registry::set_mark(object, mark, basis(), Some(officer(EXAMINER)))
}

pub(super) fn transfer(numbers: &[u32]) -> Deal<'static> {
    Deal::of_party(Operation::Transfer, numbers.iter().copied().collect())
}

#[test]
fn a_seizure_bars_a_transfer_until_it_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let nothing = Registry::ensure_can_deal(object, &transfer(&[0])).unwrap();
        assert_eq!(nothing, Passing::default());
        set(object, seizure(1, &[0])).unwrap();
        let barred = Registry::ensure_can_deal(object, &transfer(&[0, 1]));
        assert!(matches!(barred, Err(Error::<Test>::BarredByMark)));
        assert_eq!(
            <Registry as Register>::ensure_can_deal(object, &transfer(&[0])),
            Err(RegisterError::Barred)
        );
        assert!(Registry::ensure_can_deal(object, &transfer(&[1])).is_ok());
        let by_instrument = Deal::ordered_by(organ(), Operation::ByInstrument, RightSet(1));
        let passing = Registry::ensure_can_deal(object, &by_instrument).unwrap();
        assert_eq!(passing.travel, [0]);
        Registry::end_mark(object, 0, MarkEnd::Released, basis(), None).unwrap();
        assert!(Registry::ensure_can_deal(object, &transfer(&[0])).is_ok());
    });
}

#[test]
fn a_reader_is_told_what_stands_in_the_way_since_when_and_who_can_remove_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let right = RightId { object, index: 0 };
        let ask = |operation, party| Registry::can_deal(right, operation, party);
        let holder = Some(party(ENTERPRISE));
        assert_eq!(ask(Operation::Transfer, holder), Ok(vec![]));
        let notice = Mark {
            kind: MarkKind::ObjectionNotice,
            source: MarkSource::Objection(ObjectionId(7)),
            order: None,
            ..seizure(1, &[0])
        };
        set(object, notice).unwrap();
        set(object, seizure(1, &[0])).unwrap();
        set(object, seizure(2, &[0])).unwrap();
        let obstacles = ask(Operation::Transfer, holder).unwrap();
        let [first, waiting] = obstacles[..] else {
            panic!("{obstacles:?}")
        };
        assert_eq!(
            (first.mark(), first.effect, first.since),
            (
                Some((1, MarkKind::SeizureFirst)),
                Effect::Refused,
                Some(world(|world| world.now))
            )
        );
        assert_eq!(first.remover, Remover::Organ(organ()));
        assert!(first.until.is_some());
        assert_eq!(
            (waiting.mark(), waiting.until),
            (Some((2, MarkKind::SeizureWaiting)), None)
        );
        let obstacles = ask(Operation::VoluntaryCancellation, None).unwrap();
        assert_eq!(obstacles.len(), 3);
        assert_eq!(obstacles[0].remover, Remover::Objection(ObjectionId(7)));
        let renewal = ask(Operation::Renewal, None).unwrap();
        assert!(renewal.iter().all(|one| one.mark().is_none()));
    });
}

#[test]
fn nothing_is_said_of_a_right_that_is_not_there() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let right = RightId { object, index: 9 };
        let answer = Registry::can_deal(right, Operation::Transfer, None);
        assert_eq!(answer, Err(Error::<Test>::RightUnfit.into()));
        let unknown = ObjectId::new(AUTHORITY, 999).unwrap();
        assert_eq!(
            <Registry as Register>::ensure_can_deal(unknown, &transfer(&[0])),
            Err(RegisterError::NotFound)
        );
    });
}

#[test]
fn a_mark_is_changed_but_not_its_rights_its_source_or_its_beginning() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let mark = seizure(1, &[0]);
        set(object, mark).unwrap();
        let change = |number, mark| Registry::change_mark(object, number, mark, basis(), None);
        let renewed = Mark {
            until: Some(at("2028-01-01 0:00")),
            ..mark
        };
        assert_eq!(change(0, renewed), Ok(()));
        assert_eq!(Registry::mark(object, 0), Some(renewed));
        let other_rights = Mark {
            rights: RightSet(2),
            ..renewed
        };
        let other_source = Mark {
            source: MarkSource::DayBook(StampId::new(AUTHORITY, 2).unwrap()),
            ..renewed
        };
        let other_beginning = Mark {
            since: Moment(0),
            ..renewed
        };
        for unfit in [other_rights, other_source, other_beginning] {
            assert_eq!(change(0, unfit), Err(RegisterError::NotFound));
        }
        assert_eq!(change(1, renewed), Err(RegisterError::NotFound));
        Registry::end_mark(object, 0, MarkEnd::Released, basis(), None).unwrap();
        assert_eq!(change(0, renewed), Err(RegisterError::NotFound));
    });
}

#[test]
fn notices_of_parties_never_take_the_last_places_from_instruments() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let notice = Mark {
            kind: MarkKind::ObjectionNotice,
            order: None,
            ..seizure(1, &[0])
        };
        let set_and_end = |number, mark| {
            assert_eq!(set(object, mark), Ok(number));
            Registry::end_mark(object, number, MarkEnd::Released, basis(), None).unwrap();
        };
        for number in 0..MARKS_MAX {
            set_and_end(number, notice);
        }
        assert_eq!(set(object, notice), Err(RegisterError::Full));
        for number in MARKS_MAX..MARKS_WITH_INSTRUMENTS_MAX {
            set_and_end(number, seizure(1, &[0]));
        }
        assert_eq!(set(object, seizure(1, &[0])), Err(RegisterError::Full));
    });
}

#[test]
fn what_was_entered_since_a_moment_is_known_for_thirty_days() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let first_at = Objects::<Test>::get(object).unwrap().entered_at;
        let since = |text: &str| Registry::entered_since(object, at(text));
        let range = |first, last| Some(EntryRange { first, last });
        assert_eq!(Registry::entered_since(object, first_at), range(1, 1));
        assert_eq!(Registry::entered_since(object, Moment(first_at.0 + 1)), None);
        for day in ["2026-12-01", "2026-12-10", "2026-12-20"] {
            set_now(&format!("{day} 10:00"));
            set(object, seizure(1, &[0])).unwrap();
        }
        assert_eq!(since("2026-12-01 10:00"), range(2, 4));
        assert_eq!(since("2026-12-01 10:01"), range(3, 4));
        assert_eq!(since("2026-12-20 10:01"), None);
        // The first falls out when the next comes, more than thirty days later.
        set_now("2027-01-10 10:00");
        set(object, seizure(1, &[0])).unwrap();
        assert_eq!(RecentEntries::<Test>::get(object).len(), 2);
        assert_eq!(since("2026-12-15 00:00"), range(4, 5));
        let unknown = ObjectId::new(AUTHORITY, 999).unwrap();
        assert_eq!(Registry::entered_since(unknown, Moment(0)), None);
    });
}

#[test]
fn of_many_entries_rather_too_many_are_flagged_than_too_few() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-12-01 10:00");
        let mark = seizure(1, &[0]);
        set(object, mark).unwrap();
        for minute in 1..40 {
            set_now(&format!("2026-12-01 10:{minute:02}"));
            Registry::change_mark(object, 0, mark, basis(), None).unwrap();
        }
        // Entry n + 2 was written in minute n.
        for minute in 0..40 {
            let from = at(&format!("2026-12-01 10:{minute:02}"));
            let found = Registry::entered_since(object, from).unwrap();
            assert!(found.first <= minute + 2, "{minute}: {found:?}");
            assert_eq!(found.last, 41);
        }
        let latest = Registry::entered_since(object, at("2026-12-01 10:39")).unwrap();
        assert_eq!(latest, EntryRange { first: 41, last: 41 });
    });
}

/// Who asks first is told what who tries would meet: marks on rights above and below, and on all when the facts change.
#[test]
fn a_reader_is_told_of_every_mark_that_the_call_would_meet() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let below = license(object, licence, AGENT, "2027-01-01 00:00");
        let apart = license(object, licence, AGENT, "2027-01-01 00:00");
        world(|world| world.signed_by_first.insert((object, apart)));
        let told = |operation, index| -> Vec<u32> {
            let answer = Registry::can_deal(RightId { object, index }, operation, None).unwrap();
            let marks = answer.iter().filter_map(Hindrance::mark);
            marks.map(|(number, _)| number).collect()
        };
        set(object, seizure(1, &[2])).unwrap();
        set(object, seizure(2, &[below])).unwrap();
        set(object, seizure(3, &[apart])).unwrap();
        let control = Mark {
            kind: MarkKind::Control,
            ..seizure(4, &[1])
        };
        set(object, control).unwrap();
        for operation in [Operation::ExclusiveLicence, Operation::NonExclusiveLicence] {
            assert_eq!(told(operation, 2), [0]);
            assert_eq!(told(operation, licence), [0]);
            assert_eq!(told(operation, below), [0, 1]);
            assert!(told(operation, 0).is_empty());
        }
        // What was signed by the first holders does not fall with the licence between.
        assert_eq!(told(Operation::VoluntaryCancellation, licence), [1]);
        assert_eq!(told(Operation::VoluntaryCancellation, 2), [0]);
        assert!(told(Operation::Transfer, 0).is_empty());
        for right in [0, 1, 2, licence] {
            assert_eq!(told(Operation::Change, right), [3]);
        }
        // What is over no longer falls with anything.
        set_now("2027-02-01 10:00");
        assert!(told(Operation::VoluntaryCancellation, licence).is_empty());
    });
}
