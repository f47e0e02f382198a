//! `appeal`: re-assessment of a refusal, once and in time (S046).

use super::*;
use quanji_primitives::case::Appeal;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    call_as(account, OWN, case)
}

fn call_as(account: u64, capacity: Capacity, case: CaseId) -> DispatchResult {
    Registry::appeal(signed(account), capacity, case, digest(4))
}

/// Refused on Monday 2026-11-02: the time to appeal ends on the 23rd.
fn refused() -> CaseId {
    let case = examined(ENTERPRISE, resource(ENTERPRISE));
    refuse(case);
    case
}

#[test]
fn a_refused_applicant_asks_for_re_assessment() {
    ExtBuilder::default().build_and_execute(|| {
        let case = refused();
        set_now("2026-11-04 10:00");
        let before = stored(case);
        assert_ok!(call(ENTERPRISE, case));
        assert_only_event(Event::CaseAppealed {
            case,
            applicant: party(ENTERPRISE),
            via: Via::Own,
            statement: digest(4),
        });
        let appeal = Appeal {
            statement: digest(4),
            received_at: at("2026-11-04 10:00"),
            against: before.refusal.unwrap(),
            result: None,
        };
        let expected = Case {
            stage: Stage::UnderAppeal,
            appeal: Some(appeal),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(status(case), Status::UnderAppeal);
    });
}

#[test]
fn a_refusal_is_appealed_until_the_last_second() {
    for (moment, in_time) in [
        ("2026-11-23 23:59:59", true),
        ("2026-11-24 00:00:00", false),
        ("2026-11-24 00:00:01", false),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = refused();
            set_now(moment);
            if in_time {
                assert_ok!(call(ENTERPRISE, case));
            } else {
                assert_noop!(call(ENTERPRISE, case), Error::<Test>::AppealOutOfTime);
            }
        });
    }
}

#[test]
fn an_appeal_at_the_counter_counts_from_its_receipt() {
    for (received, refused_by) in [
        ("2026-11-02 08:59:59", Some(Error::<Test>::RefusalNotDelivered)),
        ("2026-11-02 09:00:00", None),
        ("2026-11-23 23:59:59", None),
        ("2026-11-24 00:00:00", Some(Error::<Test>::AppealOutOfTime)),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = refused();
            set_now("2026-11-30 09:00");
            close_account(ENTERPRISE);
            let appeal = call_as(REGISTRAR, at_counter(ENTERPRISE, received), case);
            match refused_by {
                Some(error) => {
                    assert_noop!(appeal, error);
                }
                None => {
                    assert_ok!(appeal);
                    assert_eq!(stored(case).appeal.unwrap().received_at, at(received));
                }
            }
        });
    }
}

#[test]
fn the_time_to_appeal_runs_from_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        let ground = RefusalGround::OtherLaw;
        assert_ok!(Registry::refuse(
            signed(REVIEWER),
            case,
            ground,
            Channel::Post,
            LETTER
        ));
        assert_noop!(call(ENTERPRISE, case), Error::<Test>::RefusalNotDelivered);
        set_now("2026-11-27 09:00");
        deliver(case, "2026-11-10 09:00");
        assert_ok!(call(ENTERPRISE, case));
    });
}

#[test]
fn a_case_is_re_assessed_once() {
    ExtBuilder::default().build_and_execute(|| {
        let case = refused();
        examined_anew(ENTERPRISE, case);
        examine(case, denying(case, RefusalGround::OtherLaw));
        refuse(case);
        assert_noop!(call(ENTERPRISE, case), Error::<Test>::AlreadyAppealed);
        assert_eq!(status(case), Status::Refused { appeal_due: None });
    });
}

#[test]
fn only_a_refused_case_is_appealed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(
            &[Stage::Refused, Stage::PartlyRefused],
            Error::WrongStage,
            |case| call(ENTERPRISE, case),
        );
    });
}

#[test]
fn only_the_applicant_appeals() {
    ExtBuilder::default().build_and_execute(|| {
        let case = refused();
        assert_noop!(call(SECOND_ENTERPRISE, case), Error::<Test>::NotTheApplicant);
        let nowhere = CaseId::new(AUTHORITY, 999).unwrap();
        assert_noop!(call(ENTERPRISE, nowhere), Error::<Test>::CaseNotFound);
        let power = grant_power(ENTERPRISE, AGENT);
        assert_ok!(call_as(AGENT, as_agent(power), case));
    });
}
