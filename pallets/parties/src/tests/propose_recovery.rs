use super::*;
use crate::{Event, Recoveries, Recovery};
use frame_support::assert_ok;

fn propose(account: u64) -> DispatchResult {
    Parties::propose_recovery(signed(account), party(1), PORT, FREE)
}

#[test]
fn a_registrar_proposes_and_nothing_else_changes_yet() {
    Chain::default().build_and_execute(|| {
        assert_ok!(propose(REGISTRAR));
        let expected = Recovery {
            lost: PORT,
            replacement: FREE,
            authority: HOME,
            proposed_by: officer(1),
            proposed_at: START,
            confirmed: None,
        };
        assert_eq!(Recoveries::<Test>::get(party(1)), Some(expected));
        assert_eq!(accounts(), [PORT]);
        assert_eq!(providers(FREE), 0);
        assert_only_event(Event::RecoveryProposed {
            party: party(1),
            lost: PORT,
            replacement: FREE,
            authority: HOME,
            officer: officer(1),
        });
    });
}

#[test]
fn only_a_registrar_of_the_admitting_authority_proposes() {
    Chain::default().build_and_execute(|| {
        assert_only_own_registrar(propose);
        let call = Parties::propose_recovery(signed(REGISTRAR), party(UNKNOWN), PORT, FREE);
        assert_noop!(call, Error::<Test>::PartyNotFound);
    });
}

#[test]
fn one_recovery_runs_at_a_time() {
    Chain::default().build_and_execute(|| {
        assert_ok!(propose(REGISTRAR));
        assert_noop!(propose(SECOND_REGISTRAR), Error::<Test>::RecoveryRunning);
    });
}

#[test]
fn the_lost_account_is_one_of_the_partys() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Parties::admit(
            signed(REGISTRAR),
            mei(),
            roles(&[]),
            Some(FREE_TOO)
        ));
        for lost in [FREE_TOO, UNKNOWN, REGISTRAR] {
            let call = Parties::propose_recovery(signed(REGISTRAR), party(1), lost, FREE);
            assert_noop!(call, Error::<Test>::AccountNotBound);
        }
    });
}

#[test]
fn the_replacement_belongs_to_nobody() {
    Chain::default().build_and_execute(|| {
        for replacement in [PORT, REGISTRAR, DEPARTMENT] {
            let call = Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, replacement);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
    });
}
