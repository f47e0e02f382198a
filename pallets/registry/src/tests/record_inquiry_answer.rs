//! `record_inquiry_answer`: what came of an inquiry.

use super::*;
use quanji_primitives::case::InquiryAnswer;
use sp_runtime::DispatchResult;

fn call(case: CaseId, number: u8) -> DispatchResult {
    Registry::record_inquiry_answer(signed(EXAMINER), case, number, Answer::Contradicted, digest(2))
}

fn inquired() -> CaseId {
    let case = accepted(ENTERPRISE, resource(ENTERPRISE));
    for _ in 0..2 {
        assert_ok!(Registry::inquire(signed(EXAMINER), case, Inquired::Other, LETTER));
    }
    take_events();
    case
}

#[test]
fn an_answer_is_recorded_with_its_inquiry() {
    ExtBuilder::default().build_and_execute(|| {
        let case = inquired();
        set_now("2026-11-05 10:00");
        let before = stored(case);
        let examiner = signed(SECOND_EXAMINER);
        assert_ok!(Registry::record_inquiry_answer(
            examiner,
            case,
            1,
            Answer::Confirmed,
            digest(2)
        ));
        assert_only_event(Event::InquiryAnswered {
            case,
            officer: officer(SECOND_EXAMINER),
            number: 1,
            answer: Answer::Confirmed,
            record: digest(2),
        });
        let mut inquiries = before.inquiries.clone();
        inquiries[1].answer = Some(InquiryAnswer {
            answer: Answer::Confirmed,
            record: digest(2),
            at: at("2026-11-05 10:00"),
        });
        let expected = Case {
            inquiries,
            handler: Some(officer(SECOND_EXAMINER)),
            ..before
        };
        assert_eq!(stored(case), expected);
    });
}

#[test]
fn each_inquiry_is_answered_once() {
    ExtBuilder::default().build_and_execute(|| {
        let case = inquired();
        assert_noop!(call(case, 2), Error::<Test>::NothingToAnswer);
        assert_ok!(call(case, 0));
        assert_noop!(call(case, 0), Error::<Test>::NothingToAnswer);
        assert_ok!(call(case, 1));
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_records_an_answer() {
    ExtBuilder::default().build_and_execute(|| {
        let case = inquired();
        let call =
            |origin, case| Registry::record_inquiry_answer(origin, case, 0, Answer::Confirmed, digest(2));
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
    });
}

#[test]
fn an_answer_is_recorded_until_the_case_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let case = inquired();
        examine(case, granting(case));
        assert_ok!(call(case, 0));
        refuse(case);
        assert_noop!(call(case, 1), Error::<Test>::WrongStage);
    });
}
