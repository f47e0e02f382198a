use super::*;
use quanji_primitives::{conflict::ConflictSide, ConflictId};

#[test]
fn an_objection_is_found_with_its_standing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        assert_eq!(Disputes::objection(id), Some(stored(id)));
        let standing = Disputes::objection_status(id).unwrap();
        assert_eq!(standing.due, Some(due("2026-11-09")));
        assert_eq!((standing.status.is_open(), standing.overdue), (true, 0));
        let unknown = ObjectionId::new(AUTHORITY, 5).unwrap();
        assert_eq!(Disputes::objection(unknown), None);
        assert_eq!(Disputes::objection_status(unknown), None);
    });
}

#[test]
fn the_objections_of_an_object_are_listed_in_order_ended_ones_too() {
    ExtBuilder::default().build_and_execute(|| {
        let ids = [withdrawn(), filed_on(2), filed_on(3)];
        let found = Disputes::objections_of(object());
        assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids);
        assert_eq!(found[0].1.status, ObjectionStatus::Withdrawn);
        assert_eq!(Disputes::objections_of(other_object()), []);
    });
}

#[test]
fn undecided_conflicts_are_found_at_both_authorities() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Disputes::conflict(ConflictId(1)), None);
        assert_ok!(Disputes::raise_conflict(
            signed(EXAMINER),
            ConflictSide::Object(object()),
            ConflictSide::Object(other_object()),
            digest(1)
        ));
        let conflict = Disputes::conflict(ConflictId(1)).unwrap();
        for authority in [AUTHORITY, OTHER_AUTHORITY] {
            assert_eq!(Disputes::conflicts_open(authority), [(ConflictId(1), conflict)]);
        }
        let nobody = quanji_primitives::AuthorityId(3);
        assert_eq!(Disputes::conflicts_open(nobody), []);
        let rulings = [quanji_primitives::conflict::Ruling::Stands; 2];
        assert_ok!(Disputes::decide_conflict(
            signed(DEPARTMENT),
            ConflictId(1),
            rulings,
            digest(2)
        ));
        assert_eq!(Disputes::conflicts_open(AUTHORITY), []);
        assert!(Disputes::conflict(ConflictId(1)).unwrap().decision.is_some());
    });
}

#[test]
fn an_authority_finds_its_open_objections_and_what_is_overdue() {
    ExtBuilder::default().build_and_execute(|| {
        let (first, ended, last) = (filed(), withdrawn_on(2), filed_on(3));
        let found = Disputes::objections_at(AUTHORITY, None);
        assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [first, last]);
        assert!(!found.iter().any(|(id, _)| *id == ended));
        assert_eq!(Disputes::objections_at(AUTHORITY, Some(first)), found[1..]);
        assert_eq!(Disputes::objections_at(OTHER_AUTHORITY, None), []);
        // The registrant was to be told by the 9th.
        end_of("2026-11-09");
        assert_eq!(Disputes::objections_at(AUTHORITY, None)[0].1.overdue, 1);
    });
}
