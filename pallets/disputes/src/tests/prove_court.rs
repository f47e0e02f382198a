use super::*;

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
