//! `review_import`: once, by another officer (NG 41).

use super::*;
use import::imported;
use quanji_primitives::{
    case::Signed,
    v1::{history_after, EntryContent},
};
use sp_runtime::DispatchResult;

fn call(account: u64, object: ObjectId) -> DispatchResult {
    Registry::review_import(signed(account), object)
}

#[test]
fn another_officer_reviews_an_import() {
    ExtBuilder::default().build_and_execute(|| {
        let object = imported(ENTERPRISE, "GD-2024-0017");
        let before = Objects::<Test>::get(object).unwrap();
        set_now("2026-11-05 11:00");
        assert_ok!(call(REVIEWER, object));
        let entry = last_entry();
        let reviewed = quanji_primitives::imported::Imported {
            reviewed: Some(Signed {
                officer: officer(REVIEWER),
                at: at("2026-11-05 11:00"),
            }),
            ..before.imported.unwrap()
        };
        assert_eq!(reviewed.reviewed_at(), Some(at("2026-11-05 11:00")));
        assert_eq!(entry.content, EntryContent::ImportReviewed(reviewed));
        assert_eq!(entry.basis, EntryBasis::Import(officer(REVIEWER)));
        assert_eq!((entry.no.number, entry.previous), (2, before.history));
        let expected = quanji_primitives::v1::ObjectRecord {
            imported: Some(reviewed),
            entries: 2,
            history: history_after(&entry),
            ..before
        };
        assert_eq!(Objects::<Test>::get(object), Some(expected));
    });
}

#[test]
fn an_import_is_reviewed_once_and_by_another_person() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(import::call(
            REGISTRAR_AND_REVIEWER,
            earlier(ENTERPRISE, "GD-2024-0017")
        ));
        let object = last_entry().no.object;
        assert_noop!(
            call(REGISTRAR_AND_REVIEWER, object),
            Error::<Test>::ImportNotReviewable
        );
        assert_ok!(call(REVIEWER, object));
        assert_noop!(call(SECOND_REVIEWER, object), Error::<Test>::ImportNotReviewable);
    });
}

#[test]
fn only_what_was_imported_is_reviewed() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(call(REVIEWER, object), Error::<Test>::ImportNotReviewable);
        let nowhere = ObjectId::new(AUTHORITY, 99).unwrap();
        assert_noop!(call(REVIEWER, nowhere), Error::<Test>::ObjectNotFound);
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_reviews_an_import() {
    ExtBuilder::default().build_and_execute(|| {
        let object = imported(ENTERPRISE, "GD-2024-0017");
        assert_noop!(call(ENTERPRISE, object), Error::<Test>::NotAnOfficer);
        assert_noop!(
            call(OTHER_AUTHORITY_REVIEWER, object),
            Error::<Test>::WrongAuthority
        );
        assert_noop!(call(EXAMINER, object), Error::<Test>::RoleMissing);
        assert_noop!(call(AFFILIATED_REVIEWER, object), Error::<Test>::OfficerConcerned);
    });
}
