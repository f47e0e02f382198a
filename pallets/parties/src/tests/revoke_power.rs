use super::*;
use crate::{Event, Powers};
use frame_support::assert_ok;

/// Power 1 of the party that exists from the beginning, for another with an account.
fn granted() -> Power {
    admit_on_paper();
    admit_an_agent();
    Parties::grant_power(signed(PORT), terms(party(3))).unwrap();
    System::reset_events();
    Powers::<Test>::get(power_id(1)).unwrap()
}

fn revoke(account: u64) -> DispatchResult {
    Parties::revoke_power(signed(account), power_id(1))
}

#[test]
fn the_principal_revokes_its_power() {
    Chain::default().build_and_execute(|| {
        let before = granted();
        advance(7);
        let now = Moment(START.0 + 7);
        assert!(before.is_in_force(now));
        assert_ok!(revoke(PORT));
        let power = Power {
            revoked_at: Some(now),
            ..before
        };
        assert!(!power.is_in_force(now));
        assert_eq!(Powers::<Test>::get(power_id(1)), Some(power.clone()));
        assert_only_event(Event::PowerRevoked {
            id: power_id(1),
            power,
            via: Via::Own,
        });
    });
}

#[test]
fn a_power_is_revoked_once_and_before_it_expires() {
    Chain::default().build_and_execute(|| {
        let power = granted();
        Now::set(power.valid_until);
        assert_noop!(revoke(PORT), Error::<Test>::PowerEnded);
        Now::set(Moment(power.valid_until.0 - 1));
        assert_ok!(revoke(PORT));
        assert_noop!(revoke(PORT), Error::<Test>::PowerEnded);
    });
}

#[test]
fn a_power_that_has_not_begun_is_revoked() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let later = PowerTerms {
            valid_from: Moment(START.0 + DAY_MILLIS),
            ..terms(party(2))
        };
        assert_ok!(Parties::grant_power(signed(PORT), later));
        assert_ok!(revoke(PORT));
    });
}

/// Whom it no longer trusts must not go on acting for it.
#[test]
fn a_suspended_principal_revokes_too() {
    Chain::default().build_and_execute(|| {
        granted();
        suspend_party();
        assert_ok!(revoke(PORT));
    });
}

#[test]
fn nobody_else_revokes_a_power() {
    Chain::default().build_and_execute(|| {
        assert_noop!(revoke(PORT), Error::<Test>::PowerNotFound);
        granted();
        assert_noop!(revoke(FREE), Error::<Test>::NotThePrincipal);
        for account in [FREE_TOO, REGISTRAR, DEPARTMENT] {
            assert_noop!(revoke(account), Error::<Test>::NotParty);
        }
    });
}
