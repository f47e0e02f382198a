//! `withdraw`: by the applicant, until it is decided or entered.

use super::*;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::withdraw(signed(account), OWN, case)
}

#[test]
fn the_applicant_withdraws() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let before = stored(case);
        assert_ok!(call(ENTERPRISE, case));
        assert_only_event(Event::CaseWithdrawn {
            case,
            applicant: party(ENTERPRISE),
            via: Via::Own,
        });
        assert_eq!(
            stored(case),
            Case {
                stage: Stage::Withdrawn,
                ..before
            }
        );
        assert_eq!(status(case), Status::Withdrawn);
    });
}

#[test]
fn every_open_case_is_withdrawn_and_no_ended_one() {
    ExtBuilder::default().build_and_execute(|| {
        let open = [
            Stage::Filed,
            Stage::Returned,
            Stage::Accepted,
            Stage::Examined,
            Stage::Approved,
            Stage::InNotice,
        ];
        assert_only_at(&open, Error::WrongStage, |case| call(ENTERPRISE, case));
    });
}

#[test]
fn a_participant_leaves_every_step_to_who_filed_and_a_withdrawal_ends_it_for_all() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]));
        assert!(stored(case).concerns(party(SECOND_ENTERPRISE)));
        let other = signed(SECOND_ENTERPRISE);
        assert_noop!(call(SECOND_ENTERPRISE, case), Error::<Test>::NotTheApplicant);
        assert_noop!(
            Registry::acknowledge(other.clone(), OWN, case),
            Error::<Test>::NotTheApplicant
        );
        assert_noop!(
            Registry::answer_supplement(other, OWN, case, Default::default(), None),
            Error::<Test>::NotTheApplicant
        );
        assert_ok!(call(ENTERPRISE, case));
        assert_eq!(status(case), Status::Withdrawn);
    });
}

#[test]
fn only_the_applicant_withdraws() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        let case = file(ENTERPRISE, filing);
        assert_noop!(call(SECOND_ENTERPRISE, case), Error::<Test>::NotTheApplicant);
        assert_noop!(call(EXAMINER, case), Error::<Test>::NotAParty);
        suspend_party(ENTERPRISE);
        assert_noop!(call(ENTERPRISE, case), Error::<Test>::PartySuspended);
    });
}

#[test]
fn an_agent_withdraws_and_so_does_an_officer_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let power = grant_power(ENTERPRISE, AGENT);
        assert_ok!(Registry::withdraw(signed(AGENT), as_agent(power), case));
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-02 08:00");
        assert_ok!(Registry::withdraw(signed(REGISTRAR), received, case));
        assert_eq!(stored(case).counter_officers.to_vec(), [officer(REGISTRAR)]);
    });
}

#[test]
fn a_case_in_conflict_is_withdrawn() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        stop(case);
        assert_ok!(call(ENTERPRISE, case));
    });
}

#[test]
fn an_entered_case_is_gone() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        enter(case);
        assert_noop!(call(ENTERPRISE, case), Error::<Test>::CaseNotFound);
    });
}
