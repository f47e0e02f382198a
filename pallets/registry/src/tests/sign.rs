//! `sign`: those who apply together.

use super::*;
use quanji_primitives::directory::HoldingRegister;
use RightKind::Operating;

/// A sale of the operating right that the enterprise has signed.
fn offered() -> CaseId {
    let object = entered(ENTERPRISE, resource(ENTERPRISE));
    set_now("2026-11-10 10:00");
    file_dealing(ENTERPRISE, transfer(object, &[Operating], SECOND_ENTERPRISE))
}

#[test]
fn with_the_last_signature_a_dealing_is_filed_and_received_then() {
    ExtBuilder::default().build_and_execute(|| {
        let case = offered();
        set_now("2026-11-12 15:00");
        assert_ok!(Registry::sign(signed(SECOND_ENTERPRISE), OWN, case));
        assert_only_event(Event::CaseSigned {
            case,
            party: party(SECOND_ENTERPRISE),
            via: Via::Own,
            complete: true,
        });
        let record = stored(case);
        assert_eq!(
            (record.stage, record.received_at),
            (Stage::Filed, at("2026-11-12 15:00"))
        );
        let given = Signing::Given {
            via: Via::Own,
            at: at("2026-11-12 15:00"),
        };
        assert_eq!(record.concerned[1].signing, given);
        assert_eq!(
            status(case),
            Status::Filed {
                due: due("2026-11-17")
            }
        );
    });
}

#[test]
fn all_co_holders_and_who_receives_sign() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let case = file_dealing(SECOND_ENTERPRISE, transfer(object, &[Operating], NATURAL_PERSON));
        sign(NATURAL_PERSON, case);
        assert_eq!(stored(case).stage, Stage::AwaitingSignatures);
        sign(ENTERPRISE, case);
        assert_eq!(stored(case).stage, Stage::Filed);
        let signed: Vec<_> = stored(case).signatures().map(|(party, _)| party).collect();
        assert_eq!(signed, [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON].map(party));
    });
}

#[test]
fn only_a_party_whose_signature_is_awaited_signs() {
    ExtBuilder::default().build_and_execute(|| {
        let case = offered();
        let call = |account| Registry::sign(signed(account), OWN, case);
        assert_noop!(call(STRANGER), Error::<Test>::NotAParty);
        assert_noop!(call(SUSPENDED_ENTERPRISE), Error::<Test>::PartySuspended);
        assert_noop!(call(ENTERPRISE), Error::<Test>::NotASignatory);
        assert_noop!(call(NATURAL_PERSON), Error::<Test>::NotASignatory);
        assert_ok!(call(SECOND_ENTERPRISE));
        assert_noop!(call(SECOND_ENTERPRISE), Error::<Test>::WrongStage);
        let first = file(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(
            Registry::sign(signed(ENTERPRISE), OWN, first),
            Error::<Test>::WrongStage
        );
    });
}

/// Story 2.3: a power that expired yesterday is refused, a new one passes.
#[test]
fn an_agent_signs_under_a_power_in_force() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let case = file_dealing(ENTERPRISE, transfer(object, &[Operating], NATURAL_PERSON));
        let old = grant_power(NATURAL_PERSON, AGENT);
        change_power(old, |power| power.valid_until = at("2026-11-09 00:00"));
        set_now("2026-11-10 10:00");
        assert_noop!(
            Registry::sign(signed(AGENT), Capacity::Agent(old), case),
            Error::<Test>::PowerNotInForce
        );
        let new = grant_power(NATURAL_PERSON, AGENT);
        assert_ok!(Registry::sign(signed(AGENT), Capacity::Agent(new), case));
        let agent = party(AGENT);
        let via = Via::Agent { agent, power: new };
        assert_only_event(Event::CaseSigned {
            case,
            party: party(NATURAL_PERSON),
            via,
            complete: true,
        });
        assert!(stored(case).concerns(agent));
    });
}

#[test]
fn one_agent_signs_for_who_gives_and_who_receives_only_if_both_powers_say_so() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let (giving, receiving) = (
            grant_power(ENTERPRISE, AGENT),
            grant_power(SECOND_ENTERPRISE, AGENT),
        );
        let wanted = Box::new(transfer(object, &[Operating], SECOND_ENTERPRISE));
        assert_ok!(Registry::file_dealing(
            signed(AGENT),
            Capacity::Agent(giving),
            wanted
        ));
        let Some(Event::DealingFiled { case, .. }) = take_events().pop() else {
            panic!("it was filed")
        };
        let call = || Registry::sign(signed(AGENT), Capacity::Agent(receiving), case);
        assert_noop!(call(), Error::<Test>::AgentOfBothSides);
        change_power(giving, |power| power.both_sides = true);
        assert_noop!(call(), Error::<Test>::AgentOfBothSides);
        change_power(receiving, |power| power.both_sides = true);
        assert_ok!(call());
    });
}

#[test]
fn one_agent_signs_for_co_holders_of_the_same_side() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let powers = [ENTERPRISE, SECOND_ENTERPRISE].map(|account| grant_power(account, AGENT));
        let wanted = Box::new(transfer(object, &[Operating], NATURAL_PERSON));
        assert_ok!(Registry::file_dealing(
            signed(AGENT),
            Capacity::Agent(powers[0]),
            wanted
        ));
        let Some(Event::DealingFiled { case, .. }) = take_events().pop() else {
            panic!("it was filed")
        };
        assert_ok!(Registry::sign(signed(AGENT), Capacity::Agent(powers[1]), case));
    });
}

#[test]
fn who_signs_on_paper_is_signed_for_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-10 10:00");
        let case = file_dealing(ENTERPRISE, transfer(object, &[Operating], PAPER_PERSON));
        let paper = CounterFiling {
            party: party(PAPER_PERSON),
            document: digest(9),
            received_at: at("2026-11-09 09:00"),
        };
        set_now("2026-11-12 10:00");
        assert_ok!(Registry::sign(
            signed(REGISTRAR_AND_REVIEWER),
            Capacity::Counter(paper),
            case
        ));
        // The paper came before the application, which is received with its latest signature.
        let record = stored(case);
        assert_eq!(
            (record.stage, record.received_at),
            (Stage::Filed, at("2026-11-10 10:00"))
        );
        // Who signed for a party at the counter decides nothing in the case.
        accept(case);
        examine(case, granting(case));
        assert_noop!(
            Registry::approve(signed(REGISTRAR_AND_REVIEWER), case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
    });
}

#[test]
fn the_applicant_withdraws_while_signatures_are_awaited() {
    ExtBuilder::default().build_and_execute(|| {
        let case = offered();
        let object = stored(case).object;
        assert_noop!(
            Registry::withdraw(signed(SECOND_ENTERPRISE), OWN, case),
            Error::<Test>::NotTheApplicant
        );
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert!(Objects::<Test>::get(object).unwrap().open_cases.is_empty());
        assert_noop!(
            Registry::sign(signed(SECOND_ENTERPRISE), OWN, case),
            Error::<Test>::WrongStage
        );
        assert_ok!(Registry::close(signed(EXAMINER), case));
    });
}

#[test]
fn who_signed_under_a_former_name_does_not_sign_again_for_another_predecessor() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let parts = shares(&[(SECOND_ENTERPRISE, 300_000), (NATURAL_PERSON, 700_000)]);
        let sale = transfer_with(object, &[Operating], SECOND_ENTERPRISE, |transfer| {
            transfer.to = parts
        });
        let case = file_dealing(ENTERPRISE, sale);
        sign(SECOND_ENTERPRISE, case);
        succeed(SECOND_ENTERPRISE, AGENT);
        let passed = Registry::pass_case(case, party(NATURAL_PERSON), party(AGENT));
        assert_eq!(passed, Ok(()));
        let case = stored(case);
        assert_eq!(case.stage, Stage::Filed);
        let concerned: Vec<_> = case.concerned.iter().map(|one| one.party).collect();
        assert_eq!(concerned, [party(ENTERPRISE), party(SECOND_ENTERPRISE)]);
    });
}
