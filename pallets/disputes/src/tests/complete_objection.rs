use super::*;
use quanji_primitives::capacity::Power;

fn complete(account: u64, id: ObjectionId, bytes: &[u8]) -> DispatchResult {
    Disputes::complete_objection(signed(account), Capacity::Own, id, documents(bytes))
}

#[test]
fn a_completed_objection_counts_as_received_then() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        set_now("2026-11-12 15:00");
        assert_ok!(complete(OBJECTOR, id, &[1, 2]));
        assert_only_event(Event::ObjectionCompleted {
            objection: id,
            objector: party(OBJECTOR),
            via: Via::Own,
            evidence: documents(&[1, 2]),
            due: due("2026-11-19"),
        });
        let objection = stored(id);
        assert_eq!(objection.stage, ObjectionStage::Filed);
        assert_eq!(objection.received_at, at("2026-11-12 15:00"));
        assert_eq!(objection.evidence, documents(&[1, 2]));
    });
}

#[test]
fn only_the_objector_completes() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        for account in [REGISTRANT, BYSTANDER] {
            assert_noop!(complete(account, id, &[2]), Error::<Test>::NotTheObjector);
        }
    });
}

#[test]
fn a_completion_brings_a_new_document() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        for same in [&[][..], &[1], &[1, 1]] {
            assert_noop!(complete(OBJECTOR, id, same), Error::<Test>::EvidenceMissing);
        }
        assert_ok!(complete(OBJECTOR, id, &[2]));
    });
}

#[test]
fn an_objection_is_completed_until_the_last_second() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        last_second_of("2026-11-30");
        assert!(matches!(status(id), ObjectionStatus::Returned { .. }));
        let late = filed_on(2);
        return_to(late);
        assert_ok!(complete(OBJECTOR, id, &[2]));
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        end_of("2026-11-30");
        assert_eq!(
            status(id),
            ObjectionStatus::Lapsed {
                due: due("2026-11-30")
            }
        );
        assert_noop!(complete(OBJECTOR, id, &[2]), Error::<Test>::CompletionTooLate);
    });
}

#[test]
fn only_a_returned_objection_is_completed() {
    assert_only_at(&[ObjectionStage::Returned], |id| complete(OBJECTOR, id, &[2]));
}

#[test]
fn who_types_in_a_completion_does_not_find_it_complete() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        close_accounts_of(OBJECTOR);
        let paper = counter(OBJECTOR, "2026-11-02 09:00");
        assert_ok!(Disputes::complete_objection(
            signed(BOTH_CHAIRS),
            paper,
            id,
            documents(&[1, 2])
        ));
        let objection = stored(id);
        assert_eq!(objection.stage, ObjectionStage::Filed);
        assert!(objection.was_filed_at_counter_by(officer(BOTH_CHAIRS)));
        for account in [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT] {
            assert_noop!(
                Disputes::notify_registrant(signed(account), id, Channel::Ledger, digest(3)),
                Error::<Test>::FiledAtCounterBySamePerson
            );
        }
        notify_as(EXAMINER, id, Channel::Ledger);
        assert_eq!(stored(id).stage, ObjectionStage::Notified);
    });
}

#[test]
fn the_registrant_does_not_complete_as_the_agent_of_the_objector() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        let power = Power {
            agent: party(REGISTRANT),
            ..power_of(OBJECTOR)
        };
        let capacity = Capacity::Agent(register_power(1, power));
        assert_noop!(
            Disputes::complete_objection(signed(REGISTRANT), capacity, id, documents(&[2])),
            Error::<Test>::AgentOfBothSides
        );
    });
}
