//! `withdraw`: by the applicant, until entry.

use super::*;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::withdraw(signed(account), case)
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
fn an_entered_case_is_gone() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        enter(case);
        assert_noop!(call(ENTERPRISE, case), Error::<Test>::CaseNotFound);
    });
}
