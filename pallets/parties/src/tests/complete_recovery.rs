use super::*;
use crate::{Event, PartyOf, Recoveries, Requests};
use frame_support::assert_ok;
use quanji_primitives::clock::DAY_MILLIS;

const DELAY: u64 = 7 * DAY_MILLIS;

fn confirmed() {
    Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, FREE_TOO).unwrap();
    Parties::confirm_recovery(signed(REVIEWER), party(1)).unwrap();
    System::reset_events();
}

fn complete(account: u64) -> DispatchResult {
    Parties::complete_recovery(signed(account), party(1))
}

#[test]
fn the_replacement_takes_the_place_of_the_lost_account() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        assert_ok!(Parties::request_account(signed(PORT), 950));
        confirmed();
        advance(DELAY);
        assert_ok!(complete(REVIEWER));
        assert_eq!(accounts(), [FREE, FREE_TOO]);
        assert_eq!((PartyOf::<Test>::get(PORT), providers(PORT)), (None, 0));
        assert_eq!(
            (PartyOf::<Test>::get(FREE_TOO), providers(FREE_TOO)),
            (Some(party(1)), 1)
        );
        assert_eq!(Recoveries::<Test>::get(party(1)), None);
        assert_eq!(
            Requests::<Test>::get(party(1)),
            None,
            "the thief's request is forgotten"
        );
        assert_only_event(Event::RecoveryCompleted {
            party: party(1),
            lost: PORT,
            replacement: FREE_TOO,
            authority: HOME,
            officer: officer(3),
        });
    });
}

#[test]
fn a_party_with_one_account_or_eight_is_recovered() {
    for further in [vec![], (901..908).collect()] {
        Chain::with_accounts(&further).build_and_execute(|| {
            confirmed();
            advance(DELAY);
            assert_ok!(complete(REGISTRAR));
            assert_eq!(accounts().len(), further.len() + 1);
            assert!(!accounts().contains(&PORT));
        });
    }
}

#[test]
fn nothing_is_completed_before_the_delay_ends() {
    Chain::default().build_and_execute(|| {
        confirmed();
        advance(DELAY - 1);
        assert_noop!(complete(REGISTRAR), Error::<Test>::TooEarly);
        advance(1);
        assert_ok!(complete(REGISTRAR));
    });
}

#[test]
fn nothing_is_completed_that_another_officer_did_not_confirm() {
    Chain::default().build_and_execute(|| {
        assert_noop!(complete(REGISTRAR), Error::<Test>::RecoveryNotFound);
        assert_ok!(Parties::propose_recovery(
            signed(REGISTRAR),
            party(1),
            PORT,
            FREE_TOO
        ));
        advance(DELAY);
        assert_noop!(complete(REGISTRAR), Error::<Test>::NotConfirmed);
    });
}

#[test]
fn only_a_registrar_or_reviewer_of_the_same_authority_completes() {
    Chain::default().build_and_execute(|| {
        confirmed();
        advance(DELAY);
        assert_noop!(complete(PORT), Error::<Test>::NotOfficer);
        assert_noop!(complete(EXAMINER), Error::<Test>::RoleMissing);
        assert_noop!(complete(OTHER_REGISTRAR), Error::<Test>::WrongAuthority);
        assert_noop_while_suspended(|| complete(REGISTRAR));
    });
}

#[test]
fn a_replacement_that_was_taken_meanwhile_is_refused() {
    Chain::default().build_and_execute(|| {
        confirmed();
        assert_ok!(Parties::admit(
            signed(REGISTRAR),
            mei(),
            roles(&[]),
            Some(FREE_TOO)
        ));
        advance(DELAY);
        assert_noop!(complete(REGISTRAR), Error::<Test>::AccountTaken);
    });
}

#[test]
fn a_suspended_party_is_recovered_too() {
    Chain::default().build_and_execute(|| {
        suspend_party();
        confirmed();
        advance(DELAY);
        assert_ok!(complete(REGISTRAR));
        assert_eq!(accounts(), [FREE_TOO]);
    });
}
