use super::*;
use quanji_primitives::{
    capacity::Power,
    objection::{Representative, Side},
};

fn prove(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::prove_court(signed(account), Capacity::Own, id, digest(6))
}

#[test]
fn the_court_is_proven_until_the_last_second() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        last_second_of("2026-11-17");
        assert_ok!(prove(OBJECTOR, id));
        assert_only_event(Event::CourtProven {
            objection: id,
            party: party(OBJECTOR),
            via: Via::Own,
            document: digest(6),
        });
        assert_eq!(stored(id).stage, ObjectionStage::InCourt);
        assert_eq!(status(id), ObjectionStatus::InCourt);
        // A court takes its time.
        set_now("2029-01-01 00:00");
        assert_eq!(status(id), ObjectionStatus::InCourt);
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        end_of("2026-11-17");
        assert_noop!(prove(OBJECTOR, id), Error::<Test>::CourtProofTooLate);
    });
}

#[test]
fn each_side_may_prove_it() {
    for account in [OBJECTOR, REGISTRANT] {
        ExtBuilder::default().build_and_execute(|| {
            let id = unaccepted();
            assert_ok!(prove(account, id));
        });
    }
}

#[test]
fn only_a_side_proves_the_court() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        for account in [BYSTANDER, CO_HOLDER] {
            assert_noop!(prove(account, id), Error::<Test>::NotASide);
        }
    });
}

#[test]
fn a_conclusion_that_nobody_answered_leads_to_court_too() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded(Disposition::Cancel);
        last_second_of("2026-11-16");
        assert_noop!(prove(OBJECTOR, id), Error::<Test>::WrongStage);
        end_of("2026-11-16");
        assert_ok!(prove(OBJECTOR, id));
    });
}

#[test]
fn only_an_unaccepted_conclusion_leads_to_court() {
    let call = |id| match stored(id).stage {
        // Its own refusal is tested above.
        ObjectionStage::Lapsed => Err(Error::<Test>::WrongStage.into()),
        _ => prove(OBJECTOR, id),
    };
    assert_only_at(&[ObjectionStage::Unaccepted], call);
    ExtBuilder::default().build_and_execute(|| {
        let id = lapsed();
        assert_noop!(prove(OBJECTOR, id), Error::<Test>::CourtProofTooLate);
    });
}

#[test]
fn who_types_in_the_proof_of_a_court_decides_nothing_after_it() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        close_accounts_of(OBJECTOR);
        let paper = counter(OBJECTOR, "2026-11-02 09:00");
        let prove_at_counter = |account| Disputes::prove_court(signed(account), paper, id, digest(6));
        // The examiner concluded.
        assert_noop!(
            prove_at_counter(EXAMINER),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(prove_at_counter(BOTH_CHAIRS));
        let via = Via::Counter {
            officer: officer(BOTH_CHAIRS),
            document: digest(0xc0),
            received_at: at("2026-11-02 09:00"),
        };
        assert_only_event(Event::CourtProven {
            objection: id,
            party: party(OBJECTOR),
            via,
            document: digest(6),
        });
        let side = Side::Objector;
        assert_eq!(
            stored(id).representatives.as_slice(),
            [Representative { side, via }]
        );
        let decide =
            |account| Disputes::decide_by_instrument(signed(account), id, Disposition::Cancel, digest(7));
        for account in [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT] {
            assert_noop!(decide(account), Error::<Test>::FiledAtCounterBySamePerson);
        }
        assert_ok!(decide(REVIEWER));
    });
}

#[test]
fn a_side_does_not_prove_the_court_as_the_agent_of_the_other() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        for (serial, agent, principal) in [(1, OBJECTOR, REGISTRANT), (2, REGISTRANT, OBJECTOR)] {
            let power = Power {
                agent: party(agent),
                ..power_of(principal)
            };
            let capacity = Capacity::Agent(register_power(serial, power));
            assert_noop!(
                Disputes::prove_court(signed(agent), capacity, id, digest(6)),
                Error::<Test>::AgentOfBothSides
            );
        }
        assert_ok!(prove(OBJECTOR, id));
    });
}
