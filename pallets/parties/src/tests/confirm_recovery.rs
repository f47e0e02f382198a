use super::*;
use crate::{Confirmation, Event, Recoveries, Recovery};
use frame_support::assert_ok;
use quanji_primitives::clock::{Moment, DAY_MILLIS};

fn proposed() -> Recovery<u64> {
    Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, FREE).unwrap();
    System::reset_events();
    Recoveries::<Test>::get(party(1)).unwrap()
}

fn confirm(account: u64) -> DispatchResult {
    Parties::confirm_recovery(signed(account), party(1))
}

#[test]
fn another_officer_confirms_and_the_delay_begins() {
    for (account, serial) in [(SECOND_REGISTRAR, 2), (REVIEWER, 3)] {
        Chain::default().build_and_execute(|| {
            let before = proposed();
            assert_ok!(confirm(account));
            let ready_at = Moment(START.0 + 7 * DAY_MILLIS);
            let confirmed = Some(Confirmation {
                officer: officer(serial),
                ready_at,
            });
            assert_eq!(
                Recoveries::<Test>::get(party(1)),
                Some(Recovery { confirmed, ..before })
            );
            assert_only_event(Event::RecoveryConfirmed {
                party: party(1),
                lost: PORT,
                replacement: FREE,
                ready_at,
                authority: HOME,
                officer: officer(serial),
            });
        });
    }
}

#[test]
fn one_person_does_not_confirm_under_another_account() {
    Chain::default().build_and_execute(|| {
        proposed();
        for account in [REGISTRAR, REGISTRARS_OTHER_ACCOUNT] {
            assert_noop!(confirm(account), Error::<Test>::SamePerson);
        }
    });
}

#[test]
fn a_recovery_is_confirmed_once() {
    Chain::default().build_and_execute(|| {
        proposed();
        assert_ok!(confirm(REVIEWER));
        assert_noop!(confirm(SECOND_REGISTRAR), Error::<Test>::AlreadyConfirmed);
    });
}

#[test]
fn only_a_registrar_or_reviewer_of_the_same_authority_confirms() {
    Chain::default().build_and_execute(|| {
        assert_noop!(confirm(REVIEWER), Error::<Test>::RecoveryNotFound);
        proposed();
        assert_noop!(confirm(PORT), Error::<Test>::NotOfficer);
        assert_noop!(confirm(EXAMINER), Error::<Test>::RoleMissing);
        assert_noop!(confirm(OTHER_REGISTRAR), Error::<Test>::WrongAuthority);
        assert_noop_while_suspended(|| confirm(REVIEWER));
    });
}
