use super::*;
use crate::{Event, Powers, COUNTER_DAYS_MAX};
use frame_support::assert_ok;

/// Power 1 of a party without account.
fn granted() -> Power {
    admit_on_paper();
    Parties::grant_power_at_counter(signed(REGISTRAR), party(2), terms(party(1)), START).unwrap();
    System::reset_events();
    Powers::<Test>::get(power_id(1)).unwrap()
}

fn revoke(account: u64) -> DispatchResult {
    Parties::revoke_power_at_counter(signed(account), power_id(1), REVOCATION, START)
}

#[test]
fn a_registrar_records_the_revocation_that_a_person_signed_on_paper() {
    Chain::default().build_and_execute(|| {
        let before = granted();
        advance(DAY_MILLIS);
        assert_ok!(revoke(SECOND_REGISTRAR));
        let power = Power {
            revoked_at: Some(Moment(START.0 + DAY_MILLIS)),
            ..before
        };
        assert_eq!(Powers::<Test>::get(power_id(1)), Some(power.clone()));
        assert_only_event(Event::PowerRevoked {
            id: power_id(1),
            power,
            via: Via::Counter {
                officer: officer(2),
                document: REVOCATION,
                received_at: START,
            },
        });
    });
}

#[test]
fn only_a_registrar_of_the_admitting_authority_records_it() {
    Chain::default().build_and_execute(|| {
        assert_noop!(revoke(REGISTRAR), Error::<Test>::PowerNotFound);
        granted();
        assert_only_own_registrar(revoke);
    });
}

#[test]
fn a_party_with_an_account_revokes_its_powers_itself() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        assert_ok!(Parties::grant_power(signed(PORT), terms(party(2))));
        assert_noop!(revoke(REGISTRAR), Error::<Test>::PartyHasAccount);
    });
}

#[test]
fn a_revocation_is_filed_within_thirty_days_of_its_receipt() {
    Chain::default().build_and_execute(|| {
        granted();
        advance(COUNTER_DAYS_MAX * DAY_MILLIS + 1);
        assert_noop!(revoke(REGISTRAR), Error::<Test>::ReceivedAtUnfit);
        Now::set(Moment(START.0 - 1));
        assert_noop!(revoke(REGISTRAR), Error::<Test>::ReceivedAtUnfit);
    });
}

#[test]
fn a_power_is_revoked_once_at_the_counter() {
    Chain::default().build_and_execute(|| {
        granted();
        assert_ok!(revoke(REGISTRAR));
        assert_noop!(revoke(REGISTRAR), Error::<Test>::PowerEnded);
    });
}
