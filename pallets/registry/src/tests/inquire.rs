//! `inquire`: a third party is asked; the clock runs on (NG 18).

use super::*;
use quanji_primitives::case::{Inquiry, Signed};
use sp_runtime::DispatchResult;

fn call(case: CaseId) -> DispatchResult {
    call_to(case, Inquired::PublicBody)
}

fn call_to(case: CaseId, inquired: Inquired) -> DispatchResult {
    Registry::inquire(signed(EXAMINER), case, inquired, LETTER)
}

#[test]
fn a_third_party_is_asked_and_the_clock_runs_on() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-04 10:00");
        let before = stored(case);
        let inquired = Inquired::Party(party(SECOND_ENTERPRISE));
        assert_ok!(Registry::inquire(signed(SECOND_EXAMINER), case, inquired, LETTER));
        assert_only_event(Event::InquirySent {
            case,
            authority: AUTHORITY,
            officer: officer(SECOND_EXAMINER),
            inquired,
            letter: LETTER,
        });
        let inquiry = Inquiry {
            inquired,
            letter: LETTER,
            by: Signed {
                officer: officer(SECOND_EXAMINER),
                at: at("2026-11-04 10:00"),
            },
            answer: None,
        };
        let expected = Case {
            inquiries: vec![inquiry].try_into().unwrap(),
            handler: Some(officer(SECOND_EXAMINER)),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(review(case), (2, 10, Some(due("2026-11-16"))));
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_inquires() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let call = |origin, case| Registry::inquire(origin, case, Inquired::Other, LETTER);
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
fn third_parties_are_asked_from_acceptance_to_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let open = [Stage::Accepted, Stage::Examined, Stage::Approved, Stage::InNotice];
        assert_only_at(&open, Error::WrongStage, call);
    });
}

#[test]
fn who_is_asked_is_on_the_register_and_no_party_to_the_case() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        let case = accepted(ENTERPRISE, filing);
        for account in [ENTERPRISE, SECOND_ENTERPRISE, STRANGER] {
            let inquired = Inquired::Party(party(account));
            assert_noop!(call_to(case, inquired), Error::<Test>::InquiredUnfit);
        }
        for inquired in [
            Inquired::Party(party(NATURAL_PERSON)),
            Inquired::PublicBody,
            Inquired::Other,
        ] {
            assert_ok!(call_to(case, inquired));
        }
    });
}

#[test]
fn a_case_holds_eight_inquiries() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        for _ in 0..8 {
            assert_ok!(call(case));
        }
        assert_noop!(call(case), Error::<Test>::CaseFull);
    });
}

#[test]
fn in_a_case_in_conflict_or_that_yields_nobody_is_asked() {
    ExtBuilder::default().build_and_execute(|| {
        assert_goes_on_only(accepted(ENTERPRISE, resource(ENTERPRISE)), call);
    });
}
