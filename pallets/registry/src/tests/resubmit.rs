//! `resubmit`: completion of a returned application.

use super::*;
use quanji_primitives::clock::CaseClock;
use sp_runtime::DispatchResult;

fn return_for(case: CaseId, deficiencies: &[Deficiency]) {
    let deficiencies = deficiencies.to_vec().try_into().unwrap();
    assert_ok!(Registry::return_for_completion(
        signed(EXAMINER),
        case,
        deficiencies,
        10,
        Channel::Ledger,
        LETTER
    ));
    take_events();
}

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
    Registry::resubmit(signed(ENTERPRISE), OWN, case, Box::new(filing))
}

#[test]
fn a_completed_application_is_accepted_that_day() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        set_now("2026-11-05 15:00");
        let before = stored(case);
        assert_ok!(resubmit(case, completed()));
        assert_only_event(Event::CaseResubmitted {
            case,
            applicant: party(ENTERPRISE),
            via: Via::Own,
            filing: Box::new(completed()),
            matches: None,
            due: due("2026-11-19"),
        });
        let now = at("2026-11-05 15:00");
        let mut expected = Case {
            filing: completed().into(),
            stage: Stage::Accepted,
            received_at: now,
            accepted_at: Some(now),
            clock: Some(CaseClock::start(10, now.day())),
            ..before
        };
        expected.returned.as_mut().unwrap().completed_at = Some(now);
        assert_eq!(stored(case), expected);
        assert_eq!(
            status(case),
            Status::Examining {
                due: Some(due("2026-11-19")),
                by_silence: false
            }
        );
    });
}

#[test]
fn every_listed_item_is_given() {
    type Change = fn(&mut FirstRegistration);
    let change: [(Deficiency, Change); 6] = [
        (Deficiency::Evidence(EvidenceKind::Sample), |filing| {
            let sample = Evidence {
                kind: EvidenceKind::Sample,
                digest: digest(0x5a),
            };
            filing.evidence.try_push(sample).unwrap();
        }),
        (Deficiency::Description, |filing| {
            filing.facts.description = Digest::sha2_256(b"clearer")
        }),
        (Deficiency::CodedFact, |filing| filing.facts.industry = 54),
        (Deficiency::Holders, |filing| {
            filing.evidence[0].digest = digest(0x5b)
        }),
        (Deficiency::PublicQueryCode, |filing| {
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = PublicClass::AuthorisedOperation {
                query_code: b"GD-2026-000123".to_vec().try_into().unwrap(),
            };
        }),
        (Deficiency::Declaration, |filing| {
            filing.declaration.document = digest(0x5c)
        }),
    ];
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let listed: Vec<_> = change.iter().map(|(deficiency, _)| *deficiency).collect();
        return_for(case, &listed);
        let all_but = |missing: Option<usize>| {
            let mut filing = resource(ENTERPRISE);
            for (place, (_, change)) in change.iter().enumerate() {
                if Some(place) != missing {
                    change(&mut filing);
                }
            }
            filing
        };
        // A changed document is other evidence, a changed class of data is another coded fact.
        for (place, (deficiency, _)) in change.iter().enumerate() {
            if matches!(deficiency, Deficiency::CodedFact | Deficiency::Holders) {
                continue;
            }
            assert_noop!(
                resubmit(case, all_but(Some(place))),
                Error::<Test>::DeficiencyNotRemedied
            );
        }
        assert_noop!(
            resubmit(case, resource(ENTERPRISE)),
            Error::<Test>::DeficiencyNotRemedied
        );
        assert_ok!(resubmit(case, all_but(None)));
    });
}

#[test]
fn a_query_code_that_was_asked_for_is_given() {
    ExtBuilder::default().build_and_execute(|| {
        let with_code = |code: &[u8]| {
            let mut filing = product(ENTERPRISE, &[Source::Unregistered(digest(1))]);
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = PublicClass::AuthorisedOperation {
                query_code: code.to_vec().try_into().unwrap(),
            };
            filing
        };
        let case = file(ENTERPRISE, with_code(b""));
        return_for(case, &[Deficiency::CodedFact]);
        let mut without = with_code(b"");
        without.facts.industry = 54;
        assert_noop!(resubmit(case, without), Error::<Test>::QueryCodeMissing);
        assert_ok!(resubmit(case, with_code(b"GD-2026-000123")));
    });
}

#[test]
fn another_class_of_public_data_is_no_query_code() {
    ExtBuilder::default().build_and_execute(|| {
        let of_class = |class: PublicClass| {
            let mut filing = resource(ENTERPRISE);
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = class;
            filing
        };
        let coded = |code: &[u8]| PublicClass::AuthorisedOperation {
            query_code: code.to_vec().try_into().unwrap(),
        };
        let case = file(ENTERPRISE, of_class(coded(b"")));
        return_for(case, &[Deficiency::PublicQueryCode]);
        for class in [PublicClass::Utility, coded(b"")] {
            assert_noop!(
                resubmit(case, of_class(class)),
                Error::<Test>::DeficiencyNotRemedied
            );
        }
        assert_ok!(resubmit(case, of_class(coded(b"GD-2026-000123"))));
    });
}

#[test]
fn what_was_received_at_the_counter_in_time_is_in_time() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        set_now("2026-11-20 09:00");
        close_account(ENTERPRISE);
        let call = |received_at| {
            let capacity = at_counter(ENTERPRISE, received_at);
            Registry::resubmit(signed(REGISTRAR), capacity, case, Box::new(completed()))
        };
        assert_noop!(call("2026-11-18 00:00"), Error::<Test>::CompletionTooLate);
        assert_noop!(call("2026-11-03 10:59"), Error::<Test>::ReceivedTooEarly);
        assert_ok!(call("2026-11-17 23:59:59"));
        let record = stored(case);
        assert_eq!(record.accepted_at, Some(at("2026-11-17 23:59:59")));
        assert_eq!(record.counter_officers.to_vec(), [officer(REGISTRAR)]);
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
                        due: Some(due("2026-11-17"))
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
        let call = |account| Registry::resubmit(signed(account), OWN, case, Box::new(completed()));
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
        let call = Registry::resubmit(signed(SECOND_ENTERPRISE), OWN, case, Box::new(filing));
        assert_noop!(call, Error::<Test>::NotTheApplicant);
    });
}

#[test]
fn only_a_returned_case_is_completed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::Returned], Error::WrongStage, |case| {
            resubmit(case, completed())
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
            FirstRegistration {
                object: Some(ObjectId(1)),
                ..completed()
            },
            FirstRegistration {
                participants: fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]).participants,
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

#[test]
fn an_application_is_completed_once() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned();
        set_now("2026-11-05 15:00");
        assert_ok!(resubmit(case, completed()));
        let mut again = completed();
        again.evidence = evidence(&[EvidenceKind::Identity, EvidenceKind::LawfulAcquisition]);
        let contract = Evidence {
            kind: EvidenceKind::Contract,
            digest: digest(0xab),
        };
        again.evidence.try_push(contract).unwrap();
        assert_noop!(resubmit(case, again), Error::<Test>::WrongStage);
    });
}
