//! `terminate`: which is no refusal (NG 18, PD 12).

use super::*;
use quanji_primitives::{
    case::{Signed, Termination},
    objection::ObjectionResult,
    written_notice::WrittenNotice,
};
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::terminate(signed(account), case, digest(3), Channel::Ledger, LETTER)
}

/// A third party was asked and gave this answer.
fn inquired(case: CaseId, answer: Option<Answer>) {
    assert_ok!(Registry::inquire(signed(EXAMINER), case, Inquired::Other, LETTER));
    let number = stored(case).inquiries.len() as u8 - 1;
    if let Some(answer) = answer {
        let examiner = signed(EXAMINER);
        assert_ok!(Registry::record_inquiry_answer(
            examiner,
            case,
            number,
            answer,
            digest(2)
        ));
    }
    take_events();
}

#[test]
fn what_can_be_neither_proven_nor_verified_is_terminated() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-05 10:00");
        let before = stored(case);
        assert_ok!(call(REVIEWER, case));
        assert_only_event(Event::CaseTerminated {
            case,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            record: digest(3),
            channel: Channel::Ledger,
            letter: LETTER,
        });
        let termination = Termination {
            record: digest(3),
            notice: WrittenNotice::send(Channel::Ledger, LETTER, at("2026-11-05 10:00")),
            by: Signed {
                officer: officer(REVIEWER),
                at: at("2026-11-05 10:00"),
            },
        };
        let expected = Case {
            stage: Stage::Terminated,
            termination: Some(termination),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(status(case), Status::Terminated);
    });
}

#[test]
fn both_conditions_are_needed() {
    ExtBuilder::default().build_and_execute(|| {
        let unfounded = |case| {
            assert_noop!(call(REVIEWER, case), Error::<Test>::TerminationUnfounded);
        };
        let neither = accepted(ENTERPRISE, resource(ENTERPRISE));
        unfounded(neither);
        let not_asked = accepted(ENTERPRISE, resource(ENTERPRISE));
        inquired(not_asked, Some(Answer::NotVerifiable));
        unfounded(not_asked);
        let not_inquired = accepted(ENTERPRISE, resource(ENTERPRISE));
        ask(not_inquired, Channel::Ledger);
        answer(ENTERPRISE, not_inquired, 1);
        unfounded(not_inquired);
        // Asked for, but no answer yet, and then the wrong one.
        for answer in [None, Some(Answer::Confirmed)] {
            inquired(not_inquired, answer);
            unfounded(not_inquired);
        }
        inquired(not_inquired, Some(Answer::Contradicted));
        assert_ok!(call(REVIEWER, not_inquired));
    });
}

#[test]
fn a_request_for_proof_is_in_vain_after_its_last_second() {
    // Asked on Monday 2026-11-02; five working days end on the 9th.
    for (moment, in_vain) in [
        ("2026-11-09 23:59:59", false),
        ("2026-11-10 00:00:00", true),
        ("2026-11-10 00:00:01", true),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = accepted(ENTERPRISE, resource(ENTERPRISE));
            ask(case, Channel::Ledger);
            inquired(case, Some(Answer::NotVerifiable));
            set_now(moment);
            if in_vain {
                assert_ok!(call(REVIEWER, case));
            } else {
                assert_noop!(call(REVIEWER, case), Error::<Test>::TerminationUnfounded);
            }
        });
    }
}

#[test]
fn a_request_for_proof_that_was_not_delivered_is_never_in_vain() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        ask(case, Channel::Post);
        inquired(case, Some(Answer::NotVerifiable));
        set_now("2026-12-31 09:00");
        assert_noop!(call(REVIEWER, case), Error::<Test>::TerminationUnfounded);
    });
}

#[test]
fn who_handled_or_examined_the_case_does_not_terminate_it() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        let by_both = signed(BOTH_CHAIRS);
        assert_ok!(Registry::extend(by_both.clone(), case, 1, digest(8)));
        assert_noop!(call(BOTH_CHAIRS_SECOND_ACCOUNT, case), Error::<Test>::SamePerson);
        assert_ok!(Registry::examine(by_both, case, Box::new(granting(case))));
        assert_ok!(Registry::extend(signed(EXAMINER), case, 1, digest(8)));
        assert_noop!(call(BOTH_CHAIRS_SECOND_ACCOUNT, case), Error::<Test>::SamePerson);
        assert_ok!(call(REVIEWER, case));
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_terminates() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        let call = |origin, case| Registry::terminate(origin, case, digest(3), Channel::Ledger, LETTER);
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_REVIEWER,
            EXAMINER,
            AFFILIATED_REVIEWER,
        );
    });
}

#[test]
fn only_an_accepted_case_is_terminated() {
    ExtBuilder::default().build_and_execute(|| {
        for (stage, case) in at_every_stage() {
            let in_review = [Stage::Accepted, Stage::Examined, Stage::Approved, Stage::InNotice];
            let expected = if in_review.contains(&stage) {
                Error::<Test>::TerminationUnfounded
            } else {
                Error::<Test>::WrongStage
            };
            assert_noop!(call(SECOND_REVIEWER, case), expected);
        }
    });
}

#[test]
fn an_upheld_objection_terminates_a_registration_of_public_data() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, public_data(ENTERPRISE));
        object_to(SECOND_ENTERPRISE, case);
        assert_noop!(call(REVIEWER, case), Error::<Test>::TerminationUnfounded);
        decide_objection(case, 0, ObjectionResult::Upheld);
        // It is no refusal.
        let (ground, reviewer) = (RefusalGround::OtherLaw, signed(REVIEWER));
        assert_noop!(
            Registry::refuse(reviewer, case, ground, Channel::Ledger, LETTER),
            Error::<Test>::TerminationDue
        );
        assert_ok!(call(REVIEWER, case));
    });
}

#[test]
fn under_the_national_regime_an_upheld_objection_leads_to_refusal() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        examine(case, granting(case));
        approve(case);
        publish(case);
        object_to(SECOND_ENTERPRISE, case);
        decide_objection(case, 0, ObjectionResult::Upheld);
        assert_noop!(call(REVIEWER, case), Error::<Test>::TerminationUnfounded);
        refuse(case);
    });
}

#[test]
fn who_has_no_account_is_not_told_of_a_termination_through_the_ledger() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        world(|world| world.party_of.remove(&ENTERPRISE));
        assert_noop!(call(REVIEWER, case), Error::<Test>::ChannelUnfit);
    });
}

#[test]
fn a_case_in_conflict_or_that_yields_is_not_terminated() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        assert_goes_on_only(case, |case| call(REVIEWER, case));
    });
}
