//! `refuse`: with a ground, by another person than the examiner.

use super::*;
use quanji_primitives::case::{Refusal, Signed};
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::refuse(signed(account), case, RefusalGround::TitleDispute, digest(3))
}

#[test]
fn a_refusal_has_its_ground_and_written_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-03 10:00");
        let before = stored(case);
        assert_ok!(call(REVIEWER, case));
        assert_only_event(Event::CaseRefused {
            case,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            ground: RefusalGround::TitleDispute,
            notice: digest(3),
        });
        let by = Signed {
            officer: officer(REVIEWER),
            at: at("2026-11-03 10:00"),
        };
        let refusal = Some(Refusal {
            ground: RefusalGround::TitleDispute,
            notice: digest(3),
            by,
        });
        assert_eq!(
            stored(case),
            Case {
                stage: Stage::Refused,
                refusal,
                ..before
            }
        );
        assert_eq!(status(case), Status::Refused);
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_refuses() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        let call = |origin, case| Registry::refuse(origin, case, RefusalGround::TitleDispute, digest(3));
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
fn the_examiner_does_not_refuse_under_another_account() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::examine(
            signed(BOTH_CHAIRS),
            case,
            Box::new(granting(case))
        ));
        assert_noop!(call(BOTH_CHAIRS_SECOND_ACCOUNT, case), Error::<Test>::SamePerson);
        assert_ok!(call(SECOND_REVIEWER, case));
    });
}

#[test]
fn a_case_is_refused_from_examination_until_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let open = [Stage::Examined, Stage::Approved, Stage::InNotice];
        assert_only_at(&open, Error::WrongStage, |case| call(REVIEWER, case));
    });
}

#[test]
fn a_case_whose_notice_has_ended_is_still_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(call(REVIEWER, case));
        assert_noop!(Registry::enter(signed(REVIEWER), case), Error::<Test>::WrongStage);
    });
}
