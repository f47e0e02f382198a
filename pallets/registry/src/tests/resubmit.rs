//! `resubmit`: completion of a returned application.

use super::*;
use sp_runtime::DispatchResult;

/// A case returned on Tuesday 2026-11-03 for ten working days.
fn returned() -> CaseId {
    let case = file(ENTERPRISE, resource(ENTERPRISE));
    set_now("2026-11-03 11:00");
    return_case(case, 10);
    case
}

fn completed() -> FirstRegistration {
    let mut filing = resource_with(ENTERPRISE, &[5]);
    filing.facts.industry = 54;
    filing.evidence = evidence(&[
        EvidenceKind::Identity,
        EvidenceKind::LawfulAcquisition,
        EvidenceKind::Contract,
    ]);
    filing
}

fn resubmit(case: CaseId, filing: FirstRegistration) -> DispatchResult {
    Registry::resubmit(signed(ENTERPRISE), case, Box::new(filing))
}

#[test]
fn a_completed_application_is_received_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        set_now("2026-11-05 15:00");
        let before = stored(case);
        assert_ok!(resubmit(case, completed()));
        assert_only_event(Event::CaseResubmitted {
            case,
            applicant: party(ENTERPRISE),
            filing: Box::new(completed()),
            matches: None,
        });
        let now = at("2026-11-05 15:00");
        let mut expected = Case {
            filing: completed(),
            stage: Stage::Filed,
            received_at: now,
            ..before
        };
        expected.returned.as_mut().unwrap().completed_at = Some(now);
        assert_eq!(stored(case), expected);
        // Three working days from completion, then silence accepts.
        assert_eq!(
            status(case),
            Status::Filed {
                due: due("2026-11-10")
            }
        );
        set_now("2026-11-11 00:00");
        assert!(matches!(status(case), Status::Examining { by_silence: true, .. }));
    });
}

#[test]
fn what_is_not_completed_in_time_counts_as_never_filed() {
    for (moment, in_time) in [
        ("2026-11-17 23:59:59", true),
        ("2026-11-18 00:00:00", false),
        ("2026-11-18 00:00:01", false),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = returned();
            set_now(moment);
            if in_time {
                assert_eq!(
                    status(case),
                    Status::Returned {
                        due: due("2026-11-17")
                    }
                );
                assert_ok!(resubmit(case, completed()));
            } else {
                assert_eq!(
                    status(case),
                    Status::NeverFiled {
                        due: due("2026-11-17")
                    }
                );
                assert_noop!(resubmit(case, completed()), Error::<Test>::CompletionTooLate);
            }
        });
    }
}

#[test]
fn only_the_applicant_completes() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        let call = |account| Registry::resubmit(signed(account), case, Box::new(completed()));
        assert_noop!(call(SECOND_ENTERPRISE), Error::<Test>::NotTheApplicant);
        assert_noop!(call(STRANGER), Error::<Test>::NotAParty);
        suspend_party(ENTERPRISE);
        assert_noop!(call(ENTERPRISE), Error::<Test>::PartySuspended);
    });
}

#[test]
fn a_co_holder_who_did_not_file_does_not_complete() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        let case = file(ENTERPRISE, filing.clone());
        return_case(case, 10);
        let call = Registry::resubmit(signed(SECOND_ENTERPRISE), case, Box::new(filing));
        assert_noop!(call, Error::<Test>::NotTheApplicant);
    });
}

#[test]
fn only_a_returned_case_is_completed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::Returned], Error::WrongStage, |case| {
            resubmit(case, resource(ENTERPRISE))
        });
        let nowhere = CaseId::new(AUTHORITY, 999).unwrap();
        assert_noop!(resubmit(nowhere, completed()), Error::<Test>::CaseNotFound);
    });
}

#[test]
fn authority_regime_and_holders_stay_as_filed() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        for filing in [
            FirstRegistration {
                authority: OTHER_AUTHORITY,
                ..completed()
            },
            FirstRegistration {
                regime: SHENZHEN_2023,
                ..completed()
            },
            FirstRegistration {
                holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
                ..completed()
            },
        ] {
            assert_noop!(resubmit(case, filing), Error::<Test>::FilingChangedTooMuch);
        }
    });
}

#[test]
fn a_completed_application_meets_every_rule_of_filing() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        let mut core = completed();
        core.facts.level = DataLevel::Core;
        assert_noop!(resubmit(case, core), Error::<Test>::CoreData);
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[5]));
        assert_noop!(resubmit(case, completed()), Error::<Test>::RepeatedRegistration);
    });
}

#[test]
fn a_completed_application_is_matched_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[5]));
        let case = returned();
        assert_ok!(resubmit(case, completed()));
        assert_eq!(stored(case).matches, Some(object));
    });
}

#[test]
fn a_regime_that_has_ended_for_new_cases_lets_a_returned_one_be_completed() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        let ended = Some(at("2026-11-04 00:00"));
        world(|world| world.regimes.get_mut(&NATIONAL_2026).unwrap().effective_until = ended);
        set_now("2026-11-05 09:00");
        assert_ok!(resubmit(case, completed()));
    });
}
