//! `enter` where registrations are completed on the national system: everything runs from the receipt (NG 26).

use super::*;
use crate::LastNumber;
use quanji_primitives::{
    certificate_number::{NumberingMonth, SERIAL_OF_MONTH_MAX},
    objection::ObjectionResult,
    v1::history_after,
};
use sp_runtime::DispatchResult;

/// Published on Monday 2026-11-02, in notice until Monday 2026-11-09.
fn in_national_notice() -> CaseId {
    complete_nationally();
    let case = approved(ENTERPRISE, resource(ENTERPRISE));
    let text = Some(TEXT.to_vec().try_into().unwrap());
    let national = Some(reference("2026-11-02 09:00"));
    assert_ok!(Registry::publish(signed(EXAMINER), case, text, national));
    case
}

fn call(case: CaseId, receipt: Option<Reference>) -> DispatchResult {
    Registry::enter(signed(REVIEWER), case, receipt, None, None)
}

#[test]
fn validity_number_and_entry_run_from_the_receipt() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_national_notice();
        set_now("2026-12-02 15:00");
        let receipt = reference("2026-11-30 23:59:59");
        assert_ok!(call(case, Some(receipt)));
        let entry = last_entry();
        assert_eq!((entry.at, basis_of(&entry).receipt), (receipt.at, Some(receipt)));
        let object = entry.no.object;
        let right = Rights::<Test>::get(object, 0).unwrap();
        assert_eq!(right.valid_until, at("2031-12-01 00:00"));
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        assert_eq!(certificate.number.as_str(), "SJ4412026110001");
        assert_eq!(certificate.issued_at, receipt.at);
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!(
            (record.entered_at, record.history),
            (receipt.at, history_after(&entry))
        );
    });
}

#[test]
fn a_receipt_of_a_month_without_numbers_left_gets_one_of_the_present_month() {
    ExtBuilder::default().build_and_execute(|| {
        let november = NumberingMonth {
            year: 2026,
            month: 11,
        };
        let case = in_national_notice();
        LastNumber::<Test>::insert(AUTHORITY, (november, SERIAL_OF_MONTH_MAX));
        let receipt = Some(reference("2026-11-30 23:59:59"));
        set_now("2026-11-30 23:59:59");
        assert_noop!(call(case, receipt), Error::<Test>::NumbersOfMonthUsed);
        set_now("2026-12-01 00:00:00");
        assert_ok!(call(case, receipt));
        let entry = last_entry();
        assert_eq!(entry.at, at("2026-11-30 23:59:59"));
        let certificate = Certificates::<Test>::get(entry.no.object, 0).unwrap();
        assert_eq!(certificate.number.as_str(), "SJ4412026120001");
        let last = LastNumber::<Test>::get(AUTHORITY).unwrap();
        assert_eq!((last.0.month, last.1), (12, 1));
    });
}

#[test]
fn until_the_receipt_the_case_is_approved_and_not_yet_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_national_notice();
        set_now("2026-11-10 00:00");
        assert!(matches!(status(case), Status::AwaitingEvidence { .. }));
        assert_noop!(call(case, None), Error::<Test>::NationalReferenceMissing);
    });
}

#[test]
fn the_receipt_lies_after_the_notice_and_not_in_the_future() {
    for (moment, fits) in [
        ("2026-11-09 23:59:59", false),
        ("2026-11-10 00:00:00", true),
        ("2026-11-10 00:00:01", true),
        ("2026-11-12 10:00:00", true),
        ("2026-11-12 10:00:01", false),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = in_national_notice();
            set_now("2026-11-12 10:00");
            let receipt = Some(reference(moment));
            if fits {
                assert_ok!(call(case, receipt));
            } else {
                assert_noop!(call(case, receipt), Error::<Test>::NationalTimeUnfit);
            }
        });
    }
}

#[test]
fn the_receipt_lies_after_the_decision_on_the_last_objection() {
    for (moment, fits) in [("2026-11-16 14:59:59", false), ("2026-11-16 15:00:00", true)] {
        ExtBuilder::default().build_and_execute(|| {
            let case = in_national_notice();
            object_to(SECOND_ENTERPRISE, case);
            object_to(NATURAL_PERSON, case);
            set_now("2026-11-11 09:00");
            decide_objection(case, 0, ObjectionResult::Dismissed);
            set_now("2026-11-16 15:00");
            decide_objection(case, 1, ObjectionResult::Dismissed);
            set_now("2026-11-17 09:00");
            let receipt = Some(reference(moment));
            if fits {
                assert_ok!(call(case, receipt));
            } else {
                assert_noop!(call(case, receipt), Error::<Test>::NationalTimeUnfit);
            }
        });
    }
}

#[test]
fn where_registrations_are_completed_here_there_is_no_receipt() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        let receipt = Some(reference("2026-11-10 00:00"));
        assert_noop!(call(case, receipt), Error::<Test>::NationalReferenceUnfit);
    });
}
