//! `report`: what service institutions say.

use super::*;
use quanji_primitives::case::Report;
use sp_runtime::DispatchResult;

fn report(account: u64, case: CaseId) -> DispatchResult {
    Registry::report(signed(account), case, Conclusion::Favourable, digest(7))
}

#[test]
fn a_report_is_recorded_with_its_institution() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let before = stored(case);
        assert_ok!(Registry::report(
            signed(SERVICE_INSTITUTION),
            case,
            Conclusion::Unfavourable,
            digest(7)
        ));
        let report = Report {
            institution: party(SERVICE_INSTITUTION),
            conclusion: Conclusion::Unfavourable,
            digest: digest(7),
            at: at("2026-11-02 09:00"),
        };
        assert_only_event(Event::ReportRecorded { case, report });
        assert_eq!(
            stored(case),
            Case {
                reports: vec![report].try_into().unwrap(),
                ..before
            }
        );
    });
}

#[test]
fn only_a_service_institution_in_good_standing_reports() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(
            report(SECOND_ENTERPRISE, case),
            Error::<Test>::NotAServiceInstitution
        );
        assert_noop!(report(STRANGER, case), Error::<Test>::NotAParty);
        suspend_party(SERVICE_INSTITUTION);
        assert_noop!(report(SERVICE_INSTITUTION, case), Error::<Test>::PartySuspended);
        let nowhere = CaseId::new(AUTHORITY, 999).unwrap();
        assert_noop!(report(INSTITUTIONS.start, nowhere), Error::<Test>::CaseNotFound);
    });
}

#[test]
fn an_institution_does_not_report_on_its_own_case() {
    ExtBuilder::default().build_and_execute(|| {
        let own = accepted(SERVICE_INSTITUTION, resource(SERVICE_INSTITUTION));
        assert_noop!(report(SERVICE_INSTITUTION, own), Error::<Test>::OwnReport);
        let mut together = resource(ENTERPRISE);
        together.holders = joint(&[ENTERPRISE, SERVICE_INSTITUTION]);
        let case = accepted(ENTERPRISE, together);
        assert_noop!(report(SERVICE_INSTITUTION, case), Error::<Test>::OwnReport);
    });
}

#[test]
fn an_affiliate_of_the_authority_does_not_report_to_it() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(report(AFFILIATE, case), Error::<Test>::OwnCase);
        let elsewhere = FirstRegistration {
            authority: OTHER_AUTHORITY,
            ..resource(ENTERPRISE)
        };
        assert_ok!(report(AFFILIATE, file(ENTERPRISE, elsewhere)));
    });
}

#[test]
fn an_officer_affiliated_with_the_institution_no_longer_acts() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(report(SERVICE_INSTITUTION, case));
        let call = Registry::examine(
            signed(EXAMINER_OF_THE_INSTITUTION),
            case,
            Box::new(granting(case)),
        );
        assert_noop!(call, Error::<Test>::OfficerConcerned);
        examine(case, granting(case));
    });
}

#[test]
fn a_later_report_takes_the_place_of_the_institution_s_earlier_one() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, shenzhen_resource(ENTERPRISE));
        let other = INSTITUTIONS.start;
        assert_ok!(report(SERVICE_INSTITUTION, case));
        assert_ok!(Registry::report(
            signed(other),
            case,
            Conclusion::Unfavourable,
            digest(8)
        ));
        assert_ok!(Registry::report(
            signed(SERVICE_INSTITUTION),
            case,
            Conclusion::Unfavourable,
            digest(9)
        ));
        let digests: Vec<_> = stored(case).reports.iter().map(|report| report.digest).collect();
        assert_eq!(digests, [digest(8), digest(9)]);
        // The favourable one was taken back: it no longer supports approval.
        examine(case, granting(case));
        assert_noop!(
            Registry::approve(signed(REVIEWER), case),
            Error::<Test>::ReportMissing
        );
    });
}

#[test]
fn a_case_holds_eight_reports() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let mut institutions = INSTITUTIONS;
        let ninth = institutions.next_back().unwrap();
        for institution in institutions {
            assert_ok!(report(institution, case));
        }
        assert_noop!(report(ninth, case), Error::<Test>::TooManyReports);
        // One of the eight may still change its mind.
        assert_ok!(report(INSTITUTIONS.start, case));
    });
}

#[test]
fn reports_are_recorded_until_approval() {
    ExtBuilder::default().build_and_execute(|| {
        let open = [Stage::Filed, Stage::Returned, Stage::Accepted, Stage::Examined];
        assert_only_at(&open, Error::WrongStage, |case| report(SERVICE_INSTITUTION, case));
    });
}
