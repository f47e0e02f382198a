use super::*;
use crate::{Conflicts, OpenConflicts};
use quanji_primitives::{
    conflict::{ConflictDecision, ConflictSide, Ruling},
    ConflictId,
};

const ID: ConflictId = ConflictId(1);

fn decide(account: u64, rulings: [Ruling; 2]) -> DispatchResult {
    Disputes::decide_conflict(signed(account), ID, rulings, digest(2))
}

/// Of an entry with a case elsewhere.
fn raised() {
    assert_ok!(Disputes::raise_conflict(
        signed(EXAMINER),
        ConflictSide::Object(object()),
        ConflictSide::Case(other_case()),
        digest(1)
    ));
    take_events();
    take_written();
}

#[test]
fn the_department_decides_for_both_sides() {
    ExtBuilder::default().build_and_execute(|| {
        raised();
        set_now("2026-11-20 09:00");
        let rulings = [Ruling::Stands, Ruling::Yields];
        assert_ok!(decide(DEPARTMENT, rulings));
        assert_only_event(Event::ConflictDecided {
            conflict: ID,
            rulings,
            document: digest(2),
            by: DEPARTMENT,
        });
        let decision = ConflictDecision {
            rulings,
            document: digest(2),
            at: at("2026-11-20 09:00"),
        };
        assert_eq!(Conflicts::<Test>::get(ID).unwrap().decision, Some(decision));
        let case = Registry::case(other_case()).unwrap();
        assert_eq!((case.stopped_by, case.yields), (None, true));
        let entry = EntryBasis::Conflict(ID);
        assert_eq!(
            written(),
            [Written::MarkEnded(object(), 0, MarkEnd::Dismissed, entry, None)]
        );
        assert_eq!(OpenConflicts::<Test>::iter().count(), 0);
    });
}

#[test]
fn an_entry_that_yields_keeps_its_notice_until_it_is_corrected() {
    ExtBuilder::default().build_and_execute(|| {
        raised();
        assert_ok!(decide(DEPARTMENT, [Ruling::Yields, Ruling::Stands]));
        assert_eq!(written(), []);
        assert!(mark(object(), 0).stands(world(|world| world.now)));
        let case = Registry::case(other_case()).unwrap();
        assert_eq!((case.stopped_by, case.yields), (None, false));
    });
}

#[test]
fn a_conflict_is_decided_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            decide(DEPARTMENT, [Ruling::Stands; 2]),
            Error::<Test>::ConflictNotFound
        );
        raised();
        assert_ok!(decide(DEPARTMENT, [Ruling::Stands; 2]));
        assert_noop!(
            decide(DEPARTMENT, [Ruling::Yields; 2]),
            Error::<Test>::ConflictDecided
        );
        // The same sides may meet again.
        raised();
        assert!(Conflicts::<Test>::contains_key(ConflictId(2)));
    });
}

#[test]
fn only_the_department_decides_a_conflict() {
    ExtBuilder::default().build_and_execute(|| {
        raised();
        for account in [EXAMINER, OTHER_REVIEWER, REGISTRANT, STRANGER] {
            assert_noop!(
                decide(account, [Ruling::Stands; 2]),
                sp_runtime::DispatchError::BadOrigin
            );
        }
    });
}
