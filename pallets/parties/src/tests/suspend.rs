//! `suspend` and `restore`.

use super::*;
use crate::Event;
use frame_support::assert_ok;
use quanji_primitives::v1::PartyStanding;

fn suspend(account: u64) -> DispatchResult {
    Parties::suspend(signed(account), party(1), SuspensionReason::FalseMaterial)
}

#[test]
fn a_suspended_party_is_not_in_good_standing_until_restored() {
    Chain::default().build_and_execute(|| {
        let before = record(party(1));
        assert_ok!(suspend(REGISTRAR));
        let standing = PartyStanding::Suspended(SuspensionReason::FalseMaterial);
        assert_eq!(
            record(party(1)),
            PartyRecord {
                standing,
                ..before.clone()
            }
        );
        assert_only_event(Event::PartySuspended {
            party: party(1),
            reason: SuspensionReason::FalseMaterial,
            authority: HOME,
            officer: officer(1),
        });

        System::reset_events();
        assert_ok!(Parties::restore(signed(SECOND_REGISTRAR), party(1)));
        assert_eq!(record(party(1)), before);
        assert_only_event(Event::PartyRestored {
            party: party(1),
            authority: HOME,
            officer: officer(2),
        });
    });
}

#[test]
fn a_party_is_suspended_once_and_restored_once() {
    Chain::default().build_and_execute(|| {
        assert_noop!(
            Parties::restore(signed(REGISTRAR), party(1)),
            Error::<Test>::NotSuspended
        );
        assert_ok!(suspend(REGISTRAR));
        assert_noop!(suspend(REGISTRAR), Error::<Test>::PartySuspended);
    });
}

#[test]
fn only_a_registrar_of_the_admitting_authority_suspends_and_restores() {
    Chain::default().build_and_execute(|| {
        assert_only_own_registrar(suspend);
        suspend_party();
        assert_only_own_registrar(|account| Parties::restore(signed(account), party(1)));
        let call = Parties::suspend(signed(REGISTRAR), party(UNKNOWN), SuspensionReason::Order);
        assert_noop!(call, Error::<Test>::PartyNotFound);
        assert_noop!(
            Parties::restore(signed(REGISTRAR), party(UNKNOWN)),
            Error::<Test>::PartyNotFound
        );
    });
}
