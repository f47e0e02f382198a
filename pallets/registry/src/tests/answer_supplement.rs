//! `answer_supplement`: everything that was asked for; the clock runs again.

use super::*;
use quanji_primitives::clock::CaseClock;
use sp_runtime::DispatchResult;

const CONTRACT: EvidenceKind = EvidenceKind::Contract;

fn call(account: u64, case: CaseId, given: &[(EvidenceKind, u8)]) -> DispatchResult {
    Registry::answer_supplement(signed(account), OWN, case, documents(given), None)
}

/// Accepted on Monday 2026-11-02; asked on Wednesday the 4th for `kinds`.
fn asked_for(kinds: &[EvidenceKind]) -> CaseId {
    let case = accepted(ENTERPRISE, resource(ENTERPRISE));
    set_now("2026-11-04 10:00");
    let (examiner, items) = (signed(EXAMINER), items(kinds));
    assert_ok!(Registry::request_supplement(
        examiner,
        case,
        items,
        5,
        Channel::Ledger,
        LETTER
    ));
    take_events();
    case
}

#[test]
fn what_was_asked_for_is_given_and_the_clock_runs_again() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_for(&[CONTRACT]);
        set_now("2026-11-06 16:00");
        let before = stored(case);
        assert_ok!(call(ENTERPRISE, case, &[(CONTRACT, 1)]));
        let last = due("2026-11-18");
        assert_only_event(Event::SupplementAnswered {
            case,
            applicant: party(ENTERPRISE),
            via: Via::Own,
            evidence: documents(&[(CONTRACT, 1)]),
            query_code: None,
            due: Some(last),
        });
        let mut supplement = before.supplement.clone().unwrap();
        supplement.answered_at = Some(at("2026-11-06 16:00"));
        let clock = CaseClock {
            limit: 10,
            used: 2,
            running_since: Some(day("2026-11-06")),
        };
        let expected = Case {
            supplement: Some(supplement),
            further_evidence: documents(&[(CONTRACT, 1)]).to_vec().try_into().unwrap(),
            clock: Some(clock),
            ..before
        };
        assert_eq!(stored(case), expected);
        let examining = Status::Examining {
            due: Some(last),
            by_silence: false,
        };
        assert_eq!(status(case), examining);
    });
}

#[test]
fn a_late_answer_is_taken_while_the_case_is_open() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_for(&[CONTRACT]);
        set_now("2026-12-15 09:00");
        assert_ok!(call(ENTERPRISE, case, &[(CONTRACT, 1)]));
        // Since November 11, its last day, the clock ran by itself.
        assert_eq!(review(case), (26, 10, Some(due("2026-11-23"))));
    });
}

#[test]
fn each_item_is_among_the_answer_as_a_new_document() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_for(&[CONTRACT, EvidenceKind::Identity]);
        for given in [
            &[][..],
            &[(CONTRACT, 1)],
            &[(EvidenceKind::Identity, 2)],
            &[(CONTRACT, 1), (EvidenceKind::Other, 2)],
            // Filed before: it is not further proof.
            &[(CONTRACT, 1), (EvidenceKind::Identity, 0xee)],
        ] {
            assert_noop!(
                call(ENTERPRISE, case, given),
                Error::<Test>::DeficiencyNotRemedied
            );
        }
        let given = [
            (EvidenceKind::Other, 3),
            (EvidenceKind::Identity, 2),
            (CONTRACT, 1),
        ];
        assert_ok!(call(ENTERPRISE, case, &given));
        // What an earlier answer gave does not answer a later request.
        ask(case, Channel::Ledger);
        assert_noop!(
            call(ENTERPRISE, case, &[(CONTRACT, 1)]),
            Error::<Test>::DeficiencyNotRemedied
        );
    });
}

#[test]
fn nothing_is_answered_that_was_not_asked_for_or_delivered() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let answer = || call(ENTERPRISE, case, &[(CONTRACT, 1)]);
        assert_noop!(answer(), Error::<Test>::NoSupplementOpen);
        ask(case, Channel::Post);
        assert_noop!(answer(), Error::<Test>::NoSupplementOpen);
        deliver(case, "2026-11-02 09:00");
        assert_ok!(answer());
        assert_noop!(answer(), Error::<Test>::NoSupplementOpen);
        let withdrawn = asked_for(&[CONTRACT]);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, withdrawn));
        assert_noop!(
            call(ENTERPRISE, withdrawn, &[(CONTRACT, 1)]),
            Error::<Test>::WrongStage
        );
    });
}

#[test]
fn only_the_applicant_answers() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_for(&[CONTRACT]);
        assert_noop!(
            call(SECOND_ENTERPRISE, case, &[(CONTRACT, 1)]),
            Error::<Test>::NotTheApplicant
        );
        let nowhere = CaseId::new(AUTHORITY, 999).unwrap();
        assert_noop!(call(ENTERPRISE, nowhere, &[]), Error::<Test>::CaseNotFound);
        let power = grant_power(ENTERPRISE, AGENT);
        let given = documents(&[(CONTRACT, 1)]);
        assert_ok!(Registry::answer_supplement(
            signed(AGENT),
            as_agent(power),
            case,
            given,
            None
        ));
    });
}

#[test]
fn an_answer_at_the_counter_counts_from_its_receipt() {
    for (received, since) in [
        ("2026-11-05 10:00", "2026-11-05"),
        // Never before the request was delivered.
        ("2026-11-03 10:00", "2026-11-04"),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = asked_for(&[CONTRACT]);
            set_now("2026-11-09 10:00");
            close_account(ENTERPRISE);
            let capacity = at_counter(ENTERPRISE, received);
            let given = documents(&[(CONTRACT, 1)]);
            assert_ok!(Registry::answer_supplement(
                signed(REGISTRAR),
                capacity,
                case,
                given,
                None
            ));
            assert_eq!(stored(case).clock.unwrap().running_since, Some(day(since)));
            assert_eq!(stored(case).counter_officers.to_vec(), [officer(REGISTRAR)]);
        });
    }
}

#[test]
fn an_answer_in_a_conflict_does_not_start_the_clock() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_for(&[CONTRACT]);
        stop(case);
        set_now("2026-11-09 10:00");
        assert_ok!(call(ENTERPRISE, case, &[(CONTRACT, 1)]));
        assert_eq!(review(case), (2, 10, None));
        set_now("2026-11-11 10:00");
        release(case, false);
        assert_eq!(stored(case).clock.unwrap().running_since, Some(day("2026-11-11")));
    });
}

#[test]
fn a_case_holds_thirty_two_further_documents() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        for round in 0..2 {
            ask(case, Channel::Ledger);
            let given: Vec<_> = (0..16).map(|number| (CONTRACT, round * 16 + number)).collect();
            assert_ok!(call(ENTERPRISE, case, &given));
        }
        ask(case, Channel::Ledger);
        assert_noop!(call(ENTERPRISE, case, &[(CONTRACT, 99)]), Error::<Test>::CaseFull);
    });
}

/// Filed before golden week without a query code and accepted by silence; asked for a contract.
fn operated_without_code() -> CaseId {
    let mut filing = product(ENTERPRISE, &[Source::Unregistered(digest(1))]);
    filing.facts.category = DataCategory::Public;
    filing.facts.public_class = PublicClass::AuthorisedOperation {
        query_code: Default::default(),
    };
    let case = file(ENTERPRISE, filing);
    set_now("2026-10-08 09:00");
    ask(case, Channel::Ledger);
    case
}

fn give_code(case: CaseId, code: &[u8]) -> DispatchResult {
    let code = Some(code.to_vec().try_into().unwrap());
    Registry::answer_supplement(signed(ENTERPRISE), OWN, case, documents(&[(CONTRACT, 1)]), code)
}

#[test]
fn a_query_code_that_silence_did_not_ask_for_comes_with_further_proof() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = operated_without_code();
        assert_ok!(give_code(case, b"GD-2026-000123"));
        let [Event::SupplementAnswered { query_code, .. }] = &take_events()[..] else {
            panic!("the answer is told")
        };
        let code = query_code.clone().unwrap();
        assert_eq!(code.as_slice(), b"GD-2026-000123");
        let class = PublicClass::AuthorisedOperation { query_code: code };
        assert_eq!(stored(case).first().unwrap().facts.public_class, class);
        examine(case, granting(case));
    });
}

#[test]
fn a_query_code_is_given_only_where_it_was_missing() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = operated_without_code();
        for code in ["", "call Mei", "13800138000"] {
            assert_noop!(give_code(case, code.as_bytes()), Error::<Test>::QueryCodeUnfit);
        }
        assert_ok!(give_code(case, b"GD-2026-000123"));
        ask(case, Channel::Ledger);
        assert_noop!(
            give_code(case, b"GD-2026-000124"),
            Error::<Test>::QueryCodeNotMissing
        );
        let other = asked_for(&[CONTRACT]);
        assert_noop!(
            give_code(other, b"GD-2026-000125"),
            Error::<Test>::QueryCodeNotMissing
        );
    });
}
