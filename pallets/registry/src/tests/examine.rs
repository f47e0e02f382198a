//! `examine`: findings, one decision for each claimed right, and the finding on a match.

use super::*;
use quanji_primitives::{case::Signed, clock::CaseClock};
use sp_runtime::DispatchResult;

fn call(case: CaseId, examination: Examination) -> DispatchResult {
    Registry::examine(signed(EXAMINER), case, Box::new(examination))
}

fn matched() -> CaseId {
    entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
    accepted(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]))
}

#[test]
fn an_examination_is_recorded_with_its_examiner() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-04 14:00");
        let (before, mut examination) = (stored(case), granting(case));
        examination.decisions[2].refused = Some(RefusalGround::UnclearAuthorisation);
        assert_ok!(call(case, examination.clone()));
        assert_only_event(Event::CaseExamined {
            case,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            examination: Box::new(examination.clone()),
        });
        let signed = Signed {
            officer: officer(EXAMINER),
            at: at("2026-11-04 14:00"),
        };
        let expected = Case {
            stage: Stage::Examined,
            handler: Some(officer(EXAMINER)),
            examination: Some((examination, signed)),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(
            status(case),
            Status::AwaitingApproval {
                due: Some(due("2026-11-16"))
            }
        );
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_examines() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let examination = granting(case);
        let call = |origin, case| Registry::examine(origin, case, Box::new(examination.clone()));
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
    });
}

#[test]
fn an_examiner_who_is_a_holder_does_not_examine() {
    ExtBuilder::default().build_and_execute(|| {
        let own = accepted(NATURAL_PERSON, resource(NATURAL_PERSON));
        let mut together = resource(ENTERPRISE);
        together.holders = shares(&[(ENTERPRISE, 500_000), (NATURAL_PERSON, 500_000)]);
        let shared = accepted(ENTERPRISE, together);
        for case in [own, shared] {
            let examination = Box::new(granting(case));
            let call = Registry::examine(signed(EXAMINER_WHO_IS_THE_NATURAL_PERSON), case, examination);
            assert_noop!(call, Error::<Test>::OfficerConcerned);
            examine(case, granting(case));
        }
    });
}

#[test]
fn only_an_accepted_case_is_examined() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::Accepted], Error::WrongStage, |case| {
            call(case, granting(case))
        });
    });
}

#[test]
fn a_case_accepted_by_silence_is_examined_and_dated_by_that_day() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-10-07 23:59:59");
        assert_noop!(call(case, granting(case)), Error::<Test>::WrongStage);
        set_now("2026-10-12 10:00");
        assert_ok!(call(case, granting(case)));
        let record = stored(case);
        assert_eq!(record.accepted_at, Some(at("2026-10-08 00:00")));
        assert!(record.by_silence);
        let clock = CaseClock {
            limit: 10,
            used: 0,
            running_since: Some(day("2026-10-08")),
        };
        assert_eq!(record.clock, Some(clock));
        assert_eq!(
            status(case),
            Status::AwaitingApproval {
                due: Some(due("2026-10-21"))
            }
        );
    });
}

#[test]
fn there_is_one_decision_for_each_claim_in_its_order() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let granted = granting(case);
        let with = |order: &[usize]| {
            let decisions: Vec<_> = order.iter().map(|place| granted.decisions[*place]).collect();
            Examination {
                decisions: decisions.try_into().unwrap(),
                ..granted.clone()
            }
        };
        for order in [&[][..], &[0], &[0, 1], &[0, 2, 1], &[0, 0, 1], &[1, 1, 1]] {
            assert_noop!(call(case, with(order)), Error::<Test>::DecisionsUnfit);
        }
        assert_ok!(call(case, with(&[0, 1, 2])));
    });
}

#[test]
fn no_right_is_granted_while_a_condition_is_not_met() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let worsen: [fn(&mut Findings); 3] = [
            |findings| findings.lawful_source = Finding::NotMet,
            |findings| findings.compliant_content = Finding::NotMet,
            |findings| findings.clear_authorisation = Finding::NotMet,
        ];
        for change in worsen {
            let mut examination = granting(case);
            change(&mut examination.findings);
            assert_noop!(
                call(case, examination.clone()),
                Error::<Test>::GrantedDespiteFindings
            );
            examination.decisions[0].refused = Some(RefusalGround::UnlawfulSource);
            assert_noop!(call(case, examination), Error::<Test>::GrantedDespiteFindings);
        }
        let mut denied = denying(case, RefusalGround::UnlawfulSource);
        denied.findings.lawful_source = Finding::NotMet;
        assert_ok!(call(case, denied));
    });
}

#[test]
fn silence_does_not_replace_a_query_code() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let mut filing = product(ENTERPRISE, &[Source::Unregistered(digest(1))]);
        filing.facts.category = DataCategory::Public;
        filing.facts.public_class = PublicClass::AuthorisedOperation {
            query_code: Default::default(),
        };
        let case = file(ENTERPRISE, filing);
        set_now("2026-10-08 09:00");
        assert_noop!(call(case, granting(case)), Error::<Test>::QueryCodeMissing);
        assert_ok!(call(case, denying(case, RefusalGround::UnclearAuthorisation)));
    });
}

#[test]
fn a_match_needs_one_finding_and_no_match_needs_none() {
    ExtBuilder::default().build_and_execute(|| {
        let case = matched();
        let without = Examination {
            match_finding: None,
            ..granting(case)
        };
        assert_noop!(call(case, without.clone()), Error::<Test>::MatchFindingMissing);
        let denied = Examination {
            match_finding: None,
            ..denying(case, RefusalGround::TitleDispute)
        };
        assert_noop!(call(case, denied), Error::<Test>::MatchFindingMissing);
        let unmatched = accepted(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[2]));
        for finding in [
            MatchFinding::CoexistingHolder,
            MatchFinding::RepeatBySameApplicant,
            MatchFinding::TitleDispute,
        ] {
            let examination = Examination {
                match_finding: Some(finding),
                ..without.clone()
            };
            assert_noop!(call(unmatched, examination), Error::<Test>::NothingMatches);
        }
    });
}

#[test]
fn a_title_dispute_or_a_repetition_is_never_granted() {
    ExtBuilder::default().build_and_execute(|| {
        let case = matched();
        for finding in [MatchFinding::TitleDispute, MatchFinding::RepeatBySameApplicant] {
            let mut examination = Examination {
                match_finding: Some(finding),
                ..granting(case)
            };
            assert_noop!(
                call(case, examination.clone()),
                Error::<Test>::GrantedDespiteMatch
            );
            examination.decisions[0].refused = Some(RefusalGround::TitleDispute);
            assert_noop!(call(case, examination), Error::<Test>::GrantedDespiteMatch);
        }
        let denied = denying(case, RefusalGround::TitleDispute);
        assert_ok!(call(
            case,
            Examination {
                match_finding: Some(MatchFinding::TitleDispute),
                ..denied
            }
        ));
        assert_noop!(
            Registry::approve(signed(REVIEWER), case),
            Error::<Test>::NothingGranted
        );
        refuse(case);
    });
}

#[test]
fn a_match_that_appeared_after_filing_is_judged_too() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        assert_eq!(stored(case).matches, None);
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let without = Examination {
            match_finding: None,
            ..granting(case)
        };
        assert_noop!(call(case, without), Error::<Test>::MatchFindingMissing);
        assert_ok!(call(case, granting(case)));
        assert_eq!(stored(case).matches, Some(object));
    });
}

#[test]
fn a_match_during_the_notice_lets_the_case_be_examined_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        assert_noop!(call(case, granting(case)), Error::<Test>::WrongStage);
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::MatchedMeanwhile
        );
        assert_ok!(call(case, granting(case)));
        let record = stored(case);
        assert_eq!((record.stage, record.matches), (Stage::Examined, Some(object)));
        assert_eq!((record.approval, record.notice), (None, None));
        assert_noop!(call(case, granting(case)), Error::<Test>::WrongStage);
        // It is approved and published once more, then entered in the earlier object.
        approve(case);
        publish(case);
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::NoticeNotEnded
        );
        end_notice(case);
        assert_eq!(enter(case), object);
    });
}

#[test]
fn a_notice_that_is_given_up_lets_the_days_of_review_run_on_the_same_day() {
    ExtBuilder::default().build_and_execute(|| {
        let earlier = in_notice(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        set_now("2026-11-04 09:00");
        let case = in_notice(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        end_notice(earlier);
        enter(earlier);
        let today = world(|world| world.now).day();
        let clock = stored(case).clock.unwrap();
        let would_end = stored(case).notice.unwrap().due.day;
        assert!(today < would_end, "the notice of the second case still runs");
        assert_eq!(clock.running_since, Some(would_end));
        assert_ok!(call(case, granting(case)));
        let expected = quanji_primitives::clock::CaseClock {
            running_since: Some(today),
            ..clock
        };
        assert_eq!(stored(case).clock, Some(expected));
    });
}

#[test]
fn a_notice_that_had_ended_leaves_the_days_of_review_as_they_run() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let before = stored(case).clock;
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        assert!(world(|world| world.now) >= stored(case).notice.unwrap().due.day.end());
        assert_ok!(call(case, granting(case)));
        assert_eq!(stored(case).clock, before);
    });
}
