use super::*;
use crate::{Event, Recoveries};
use frame_support::assert_ok;

/// A recovery of the first account of a party that has another, confirmed or not.
fn running(confirmed: bool) {
    Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, FREE_TOO).unwrap();
    if confirmed {
        Parties::confirm_recovery(signed(REVIEWER), party(1)).unwrap();
    }
    System::reset_events();
}

fn stop(account: u64) -> DispatchResult {
    Parties::stop_recovery(signed(account), party(1))
}

#[test]
fn another_account_of_the_party_stops_it_at_any_time() {
    for confirmed in [false, true] {
        Chain::with_accounts(&[FREE]).build_and_execute(|| {
            running(confirmed);
            advance(30 * crate::RECOVERY_DELAY_MIN);
            assert_ok!(stop(FREE));
            assert_eq!(Recoveries::<Test>::get(party(1)), None);
            assert_eq!(accounts(), [PORT, FREE]);
            assert_only_event(Event::RecoveryStopped {
                party: party(1),
                by: FREE,
                authority: HOME,
            });
        });
    }
}

/// Officers could otherwise suspend a party and take it over.
#[test]
fn a_suspended_party_can_still_stop_it() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        suspend_party();
        running(true);
        assert_ok!(stop(FREE));
    });
}

/// A thief would defend the stolen key with itself.
#[test]
fn the_lost_account_cannot_stop_it() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        running(true);
        assert_noop!(stop(PORT), Error::<Test>::LostAccountCannotStop);
    });
}

#[test]
fn a_registrar_gives_up_what_was_proposed_by_mistake() {
    Chain::default().build_and_execute(|| {
        running(false);
        assert_ok!(stop(SECOND_REGISTRAR));
        assert_only_event(Event::RecoveryStopped {
            party: party(1),
            by: SECOND_REGISTRAR,
            authority: HOME,
        });
    });
}

#[test]
fn nobody_else_stops_it() {
    Chain::default().build_and_execute(|| {
        assert_noop!(stop(PORT), Error::<Test>::RecoveryNotFound);
        running(true);
        assert_ok!(Parties::admit(signed(REGISTRAR), mei(), roles(&[]), Some(FREE)));
        for account in [FREE, UNKNOWN, DEPARTMENT] {
            assert_noop!(stop(account), Error::<Test>::NotOfficer);
        }
        assert_noop!(stop(EXAMINER), Error::<Test>::RoleMissing);
        assert_noop!(stop(OTHER_REGISTRAR), Error::<Test>::WrongAuthority);
        assert_noop_while_suspended(|| stop(REGISTRAR));
    });
}
