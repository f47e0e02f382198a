use super::*;
use quanji_primitives::capacity::Power;

fn withdraw(account: u64, capacity: Capacity, id: ObjectionId) -> DispatchResult {
    Disputes::withdraw_objection(signed(account), capacity, id)
}

#[test]
fn a_withdrawal_ends_the_notice_and_leaves_the_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        set_now("2026-11-05 09:00");
        assert_ok!(withdraw(OBJECTOR, Capacity::Own, id));
        assert_only_event(Event::ObjectionWithdrawn {
            objection: id,
            objector: party(OBJECTOR),
            via: Via::Own,
        });
        // No officer acted.
        let entry = basis(id, None, None, None);
        assert_eq!(
            written(),
            [Written::MarkEnded(object(), 0, MarkEnd::Dismissed, entry, None)]
        );
        assert_eq!(stored(id).stage, ObjectionStage::Withdrawn);
        assert!(Registry::object(object()).unwrap().open_objections.is_empty());
    });
}

#[test]
fn a_withdrawal_at_the_counter_names_the_officer() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        close_accounts_of(OBJECTOR);
        let paper = counter(OBJECTOR, "2026-11-02 08:30");
        assert_ok!(withdraw(REGISTRAR, paper, id));
        let by = Some(officer(REGISTRAR));
        let entry = basis(id, None, by, None);
        assert_eq!(
            written(),
            [Written::MarkEnded(object(), 0, MarkEnd::Dismissed, entry, by)]
        );
    });
}

#[test]
fn only_the_objector_withdraws() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        for account in [REGISTRANT, BYSTANDER] {
            assert_noop!(
                withdraw(account, Capacity::Own, id),
                Error::<Test>::NotTheObjector
            );
        }
    });
}

#[test]
fn an_unknown_objection_is_not_found() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = ObjectionId::new(AUTHORITY, 5).unwrap();
        assert_noop!(
            withdraw(OBJECTOR, Capacity::Own, unknown),
            Error::<Test>::ObjectionNotFound
        );
    });
}

#[test]
fn an_open_objection_is_withdrawn_until_it_is_decided() {
    let open: Vec<_> = STAGES
        .into_iter()
        .map(|(stage, _)| stage)
        .filter(|stage| stage.is_open() && *stage != ObjectionStage::Decided)
        .collect();
    assert_only_at(&open, |id| withdraw(OBJECTOR, Capacity::Own, id));
}

/// An objection is not withdrawn by the one against whom it goes.
#[test]
fn the_registrant_does_not_withdraw_as_the_agent_of_the_objector() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        let power = Power {
            agent: party(REGISTRANT),
            ..power_of(OBJECTOR)
        };
        let capacity = Capacity::Agent(register_power(1, power));
        assert_noop!(
            withdraw(REGISTRANT, capacity, id),
            Error::<Test>::AgentOfBothSides
        );
        assert!(mark(object(), 0).stands(Disputes::now()));
    });
}

#[test]
fn who_handled_an_objection_types_in_no_withdrawal() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        close_accounts_of(OBJECTOR);
        let paper = counter(OBJECTOR, "2026-11-02 09:00");
        // The examiner found it complete.
        assert_noop!(
            withdraw(EXAMINER, paper, id),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(withdraw(REGISTRAR, paper, id));
        assert!(stored(id).was_filed_at_counter_by(officer(REGISTRAR)));
    });
}
