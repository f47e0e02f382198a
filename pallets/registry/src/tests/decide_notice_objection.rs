//! `decide_notice_objection`: the result of the investigation (NG 25).

use super::*;
use quanji_primitives::{case::Signed, objection::ObjectionResult};
use sp_runtime::DispatchResult;

const UPHELD: ObjectionResult = ObjectionResult::Upheld;
const DISMISSED: ObjectionResult = ObjectionResult::Dismissed;

fn call(account: u64, case: CaseId, number: u8) -> DispatchResult {
    Registry::decide_notice_objection(signed(account), case, number, DISMISSED, digest(6))
}

/// Published on Friday 2026-10-30 until Friday 2026-11-06; objected to on Wednesday the 4th.
fn objected() -> CaseId {
    set_now("2026-10-30 09:00");
    let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
    set_now("2026-11-04 10:00");
    object_to(SECOND_ENTERPRISE, case);
    case
}

#[test]
fn a_result_is_recorded_and_the_clock_runs_on() {
    ExtBuilder::default().build_and_execute(|| {
        let case = objected();
        set_now("2026-11-12 15:00");
        let before = stored(case);
        assert_ok!(call(REVIEWER, case, 0));
        assert_only_event(Event::NoticeObjectionDecided {
            case,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            number: 0,
            result: DISMISSED,
            record: digest(6),
        });
        let by = Signed {
            officer: officer(REVIEWER),
            at: at("2026-11-12 15:00"),
        };
        let mut objections = before.objections.clone();
        objections[0].result = Some((DISMISSED, digest(6), by));
        let mut clock = before.clock.unwrap();
        clock.running_since = Some(day("2026-11-12"));
        let expected = Case {
            objections,
            clock: Some(clock),
            ..before
        };
        assert_eq!(stored(case), expected);
        let last = Some(due("2026-11-26"));
        assert_eq!(status(case), Status::ReadyToEnter { due: last });
    });
}

#[test]
fn the_clock_runs_on_after_the_notice_and_the_last_decision() {
    for (first, second, since) in [
        ("2026-11-05 09:00", "2026-11-06 09:00", "2026-11-06"),
        ("2026-11-05 09:00", "2026-11-11 09:00", "2026-11-11"),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = objected();
            object_to(NATURAL_PERSON, case);
            set_now(first);
            decide_objection(case, 1, DISMISSED);
            assert_eq!(review(case), (0, 10, None), "another objection is open");
            set_now(second);
            decide_objection(case, 0, DISMISSED);
            assert_eq!(stored(case).clock.unwrap().running_since, Some(day(since)));
        });
    }
}

#[test]
fn nothing_is_entered_while_an_objection_is_open_or_after_it_was_upheld() {
    ExtBuilder::default().build_and_execute(|| {
        let case = objected();
        end_notice(case);
        let enter = || Registry::enter(signed(REVIEWER), case, None, None, None);
        assert_noop!(enter(), Error::<Test>::ObjectionOpen);
        decide_objection(case, 0, UPHELD);
        assert_noop!(enter(), Error::<Test>::ObjectionUpheld);
        let dismissed = objected();
        end_notice(dismissed);
        decide_objection(dismissed, 0, DISMISSED);
        self::enter(dismissed);
    });
}

#[test]
fn each_objection_is_decided_once() {
    ExtBuilder::default().build_and_execute(|| {
        let case = objected();
        assert_noop!(call(REVIEWER, case, 1), Error::<Test>::NothingToAnswer);
        assert_ok!(call(REVIEWER, case, 0));
        assert_noop!(call(REVIEWER, case, 0), Error::<Test>::NothingToAnswer);
    });
}

#[test]
fn the_examiner_does_not_decide_under_another_account() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let both = signed(BOTH_CHAIRS);
        assert_ok!(Registry::examine(both, case, Box::new(granting(case))));
        approve(case);
        publish(case);
        object_to(SECOND_ENTERPRISE, case);
        assert_noop!(
            call(BOTH_CHAIRS_SECOND_ACCOUNT, case, 0),
            Error::<Test>::SamePerson
        );
        assert_ok!(call(REVIEWER, case, 0));
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_decides() {
    ExtBuilder::default().build_and_execute(|| {
        let case = objected();
        let call = |origin, case| Registry::decide_notice_objection(origin, case, 0, DISMISSED, digest(6));
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
fn an_officer_affiliated_with_the_objector_or_its_agent_decides_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        set_now("2026-10-30 09:00");
        let filing = resource(SECOND_ENTERPRISE);
        let case = in_notice(SECOND_ENTERPRISE, filing);
        object_to(ENTERPRISE, case);
        assert_noop!(
            call(AFFILIATED_REVIEWER, case, 0),
            Error::<Test>::OfficerConcerned
        );
        let other = in_notice(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE));
        let power = grant_power(NATURAL_PERSON, ENTERPRISE);
        let ground = quanji_primitives::objection::ObjectionGround::Error;
        let agent = signed(ENTERPRISE);
        assert_ok!(Registry::object_to_notice(
            agent,
            as_agent(power),
            other,
            ground,
            digest(5)
        ));
        assert_noop!(
            call(AFFILIATED_REVIEWER, other, 0),
            Error::<Test>::OfficerConcerned
        );
    });
}

#[test]
fn an_objection_is_decided_until_the_case_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let case = objected();
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_noop!(call(REVIEWER, case, 0), Error::<Test>::WrongStage);
        let filed = file(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(call(REVIEWER, filed, 0), Error::<Test>::WrongStage);
    });
}

#[test]
fn a_conflict_does_not_stop_the_investigation() {
    ExtBuilder::default().build_and_execute(|| {
        let case = objected();
        stop(case);
        assert_ok!(call(REVIEWER, case, 0));
        assert_eq!(review(case), (0, 10, None));
        set_now("2026-11-11 09:00");
        release(case, false);
        assert_eq!(stored(case).clock.unwrap().running_since, Some(day("2026-11-11")));
    });
}
