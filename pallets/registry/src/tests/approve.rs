//! `approve`: by another person than the examiner.

use super::*;
use quanji_primitives::case::Signed;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::approve(signed(account), case)
}

#[test]
fn a_reviewer_approves_what_another_examined() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-03 10:00");
        let before = stored(case);
        assert_ok!(call(REVIEWER, case));
        assert_only_event(Event::CaseApproved {
            case,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
        });
        let approval = Some(Signed {
            officer: officer(REVIEWER),
            at: at("2026-11-03 10:00"),
        });
        assert_eq!(
            stored(case),
            Case {
                stage: Stage::Approved,
                approval,
                ..before
            }
        );
        assert_eq!(
            status(case),
            Status::AwaitingPublication {
                due: Some(due("2026-11-16"))
            }
        );
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_approves() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        assert_officers_only(
            Registry::approve,
            case,
            OTHER_AUTHORITY_REVIEWER,
            EXAMINER,
            AFFILIATED_REVIEWER,
        );
    });
}

#[test]
fn one_person_does_not_sit_in_both_chairs_under_two_accounts() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::examine(
            signed(BOTH_CHAIRS),
            case,
            Box::new(granting(case))
        ));
        assert_noop!(call(BOTH_CHAIRS, case), Error::<Test>::SamePerson);
        assert_noop!(call(BOTH_CHAIRS_SECOND_ACCOUNT, case), Error::<Test>::SamePerson);
        assert_ok!(call(REVIEWER, case));
    });
}

#[test]
fn a_person_with_both_roles_approves_what_another_examined() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(call(BOTH_CHAIRS, case));
    });
}

#[test]
fn only_an_examined_case_is_approved() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::Examined], Error::WrongStage, |case| call(REVIEWER, case));
    });
}

#[test]
fn at_least_one_right_is_granted() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        examine(case, denying(case, RefusalGround::UnlawfulSource));
        assert_noop!(call(REVIEWER, case), Error::<Test>::NothingGranted);
    });
}

#[test]
fn the_shenzhen_regime_needs_a_favourable_report_in_good_standing() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, shenzhen_resource(ENTERPRISE));
        assert_noop!(call(REVIEWER, case), Error::<Test>::ReportMissing);
        let report = |account, conclusion| Registry::report(signed(account), case, conclusion, digest(7));
        assert_ok!(report(INSTITUTIONS.start, Conclusion::Unfavourable));
        assert_noop!(call(REVIEWER, case), Error::<Test>::ReportMissing);
        assert_ok!(report(SERVICE_INSTITUTION, Conclusion::Favourable));
        let good = world(|world| world.parties[&party(SERVICE_INSTITUTION)].standing);
        suspend_party(SERVICE_INSTITUTION);
        assert_noop!(call(REVIEWER, case), Error::<Test>::ReportMissing);
        world(|world| {
            world
                .parties
                .get_mut(&party(SERVICE_INSTITUTION))
                .unwrap()
                .standing = good
        });
        assert_ok!(call(REVIEWER, case));
    });
}

#[test]
fn the_national_regime_needs_no_report() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        assert!(stored(case).reports.is_empty());
        assert_ok!(call(REVIEWER, case));
    });
}
