use super::*;
use crate::{Conflicts, LastConflict, OpenConflicts};
use quanji_primitives::{
    conflict::{Conflict, ConflictSide},
    marks::MarkSource,
    v1::Outcome,
    CaseId, ConflictId,
};

fn raise(account: u64, own: ConflictSide, other: ConflictSide) -> DispatchResult {
    Disputes::raise_conflict(signed(account), own, other, digest(1))
}

fn entry() -> ConflictSide {
    ConflictSide::Object(object())
}

fn case_elsewhere() -> ConflictSide {
    ConflictSide::Case(other_case())
}

#[test]
fn an_entry_and_a_case_elsewhere_are_in_conflict() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(raise(EXAMINER, entry(), case_elsewhere()));
        let (id, last) = (ConflictId(1), due("2026-11-30"));
        assert_only_event(Event::ConflictRaised {
            conflict: id,
            sides: [entry(), case_elsewhere()],
            officer: officer(EXAMINER),
            report: digest(1),
            due: last,
        });
        let conflict = Conflict {
            version: 1,
            sides: [entry(), case_elsewhere()],
            raised_by: officer(EXAMINER),
            raised_at: at("2026-11-02 09:00"),
            report: digest(1),
            due: last,
            marks: [Some(0), None],
            decision: None,
        };
        assert_eq!(Conflicts::<Test>::get(id), Some(conflict));
        // The case stops.
        assert_eq!(Registry::case(other_case()).unwrap().stopped_by, Some(id));
        // The entry shows it, on all its live rights.
        let by = Some(officer(EXAMINER));
        assert_eq!(
            written(),
            [Written::MarkSet(object(), 0, EntryBasis::Conflict(id), by)]
        );
        let found = mark(object(), 0);
        assert_eq!(found.kind, MarkKind::ObjectionNotice);
        assert_eq!(found.rights, rights(&[0, 1, 2, 3]));
        assert_eq!(found.source, MarkSource::Conflict(id));
        assert_eq!((found.authority, found.until), (AUTHORITY, None));
    });
}

#[test]
fn two_entries_and_two_cases_are_in_conflict_too() {
    ExtBuilder::default().build_and_execute(|| {
        let entries = [
            ConflictSide::Object(other_object()),
            ConflictSide::Object(object()),
        ];
        assert_ok!(raise(OTHER_REVIEWER, entries[0], entries[1]));
        let conflict = Conflicts::<Test>::get(ConflictId(1)).unwrap();
        assert_eq!(conflict.marks, [Some(0), Some(0)]);
        // Both marks are the work of who reported it.
        assert_eq!(mark(object(), 0).authority, OTHER_AUTHORITY);
        assert_ok!(raise(REVIEWER, ConflictSide::Case(own_case()), case_elsewhere()));
        for case in [own_case(), other_case()] {
            assert_eq!(Registry::case(case).unwrap().stopped_by, Some(ConflictId(2)));
        }
    });
}

#[test]
fn the_sides_are_of_different_authorities() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            raise(EXAMINER, entry(), ConflictSide::Case(own_case())),
            Error::<Test>::SidesOfOneAuthority
        );
        assert_noop!(
            raise(EXAMINER, entry(), entry()),
            Error::<Test>::SidesOfOneAuthority
        );
    });
}

#[test]
fn sides_are_open_cases_and_live_objects() {
    ExtBuilder::default().build_and_execute(|| {
        let no_case = ConflictSide::Case(CaseId::new(OTHER_AUTHORITY, 99).unwrap());
        let no_object = ConflictSide::Object(ObjectId::new(OTHER_AUTHORITY, 99).unwrap());
        for nothing in [no_case, no_object] {
            assert_noop!(raise(EXAMINER, entry(), nothing), Error::<Test>::SideNotFound);
            assert_noop!(
                raise(OTHER_EXAMINER, nothing, entry()),
                Error::<Test>::SideNotFound
            );
        }
        let mut record = Registry::object(object()).unwrap();
        record.outcome = Outcome::Ended(2);
        Registry::put_object(object(), &record);
        assert_noop!(
            raise(EXAMINER, entry(), case_elsewhere()),
            Error::<Test>::SideNotFound
        );
    });
}

#[test]
fn a_side_is_in_one_conflict_at_a_time() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(raise(EXAMINER, entry(), case_elsewhere()));
        let free = ConflictSide::Case(own_case());
        for (account, own, other) in [
            (EXAMINER, entry(), ConflictSide::Object(other_object())),
            (EXAMINER, free, case_elsewhere()),
            (OTHER_EXAMINER, case_elsewhere(), entry()),
        ] {
            assert_noop!(raise(account, own, other), Error::<Test>::AlreadyInConflict);
        }
        assert_eq!(OpenConflicts::<Test>::iter().count(), 2);
    });
}

#[test]
fn an_officer_of_the_first_side_reports() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [STRANGER, REGISTRANT, DEPARTMENT, FORMER_EXAMINER] {
            assert_noop!(
                raise(account, entry(), case_elsewhere()),
                Error::<Test>::NotAnOfficer
            );
        }
        assert_noop!(
            raise(OTHER_EXAMINER, entry(), case_elsewhere()),
            Error::<Test>::WrongAuthority
        );
        assert_noop!(
            raise(REGISTRAR, entry(), case_elsewhere()),
            Error::<Test>::RoleMissing
        );
        set_listed(false);
        assert_noop!(
            raise(EXAMINER, entry(), case_elsewhere()),
            Error::<Test>::AuthorityNotListed
        );
    });
}

#[test]
fn conflicts_end_with_their_numbers() {
    ExtBuilder::default().build().execute_with(|| {
        LastConflict::<Test>::put(u32::MAX);
        assert_noop!(
            raise(EXAMINER, entry(), case_elsewhere()),
            Error::<Test>::SerialsExhausted
        );
    });
}

#[test]
fn an_entry_full_of_marks_is_in_no_conflict() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.marks_max = 0);
        assert_noop!(
            raise(EXAMINER, entry(), case_elsewhere()),
            Error::<Test>::ObjectFull
        );
    });
}

#[test]
fn nobody_reports_a_conflict_in_a_matter_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        // An officer affiliated with the registrant, whose rights stand on either side.
        for (own, other) in [
            (entry(), case_elsewhere()),
            (
                ConflictSide::Case(own_case()),
                ConflictSide::Object(other_object()),
            ),
        ] {
            assert_noop!(
                raise(AFFILIATED_EXAMINER, own, other),
                Error::<Test>::OfficerConcerned
            );
        }
        let affiliates = vec![party(REGISTRANT)].try_into().unwrap();
        world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = affiliates);
        assert_noop!(raise(EXAMINER, entry(), case_elsewhere()), Error::<Test>::OwnCase);
    });
}
