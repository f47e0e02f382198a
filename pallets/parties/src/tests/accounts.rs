//! `request_account`, `bind_account` and `unbind_account`.

use super::*;
use crate::{Event, PartyOf, Requests};
use frame_support::assert_ok;

fn request(account: u64) {
    Parties::request_account(signed(PORT), account).unwrap();
    System::reset_events();
}

fn bind(registrar: u64) -> DispatchResult {
    Parties::bind_account(signed(registrar), party(1), FREE)
}

#[test]
fn a_party_asks_for_a_further_account() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Parties::request_account(signed(PORT), FREE));
        assert_eq!(Requests::<Test>::get(party(1)), Some(FREE));
        assert_eq!((PartyOf::<Test>::get(FREE), providers(FREE)), (None, 0));
        assert_only_event(Event::AccountRequested {
            party: party(1),
            account: FREE,
            by: PORT,
        });
        assert_ok!(Parties::request_account(signed(PORT), FREE_TOO));
        assert_eq!(Requests::<Test>::get(party(1)), Some(FREE_TOO));
    });
}

#[test]
fn a_registrar_binds_the_account_that_was_asked_for() {
    Chain::default().build_and_execute(|| {
        request(FREE);
        assert_ok!(bind(SECOND_REGISTRAR));
        assert_eq!(accounts(), [PORT, FREE]);
        assert_eq!((PartyOf::<Test>::get(FREE), providers(FREE)), (Some(party(1)), 1));
        assert_eq!(Requests::<Test>::get(party(1)), None);
        assert_only_event(Event::AccountBound {
            party: party(1),
            account: FREE,
            authority: HOME,
            officer: officer(2),
        });
    });
}

/// One officer alone could otherwise act for any party.
#[test]
fn no_account_is_bound_that_the_party_did_not_ask_for() {
    Chain::default().build_and_execute(|| {
        assert_noop!(bind(REGISTRAR), Error::<Test>::AccountNotRequested);
        request(FREE_TOO);
        assert_noop!(bind(REGISTRAR), Error::<Test>::AccountNotRequested);
    });
}

#[test]
fn only_a_party_in_good_standing_asks() {
    Chain::default().build_and_execute(|| {
        let call = Parties::request_account(signed(REGISTRAR), FREE);
        assert_noop!(call, Error::<Test>::NotParty);
        suspend_party();
        let call = Parties::request_account(signed(PORT), FREE);
        assert_noop!(call, Error::<Test>::PartySuspended);
    });
}

#[test]
fn only_a_registrar_of_the_admitting_authority_binds() {
    Chain::default().build_and_execute(|| {
        request(FREE);
        assert_only_own_registrar(bind);
        let call = Parties::bind_account(signed(REGISTRAR), party(UNKNOWN), FREE);
        assert_noop!(call, Error::<Test>::PartyNotFound);
    });
}

#[test]
fn a_further_account_must_belong_to_nobody_when_asked_and_when_bound() {
    Chain::default().build_and_execute(|| {
        for account in [PORT, REGISTRAR, DEPARTMENT] {
            let call = Parties::request_account(signed(PORT), account);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
        request(FREE);
        assert_ok!(Parties::admit(signed(REGISTRAR), mei(), roles(&[]), Some(FREE)));
        assert_noop!(bind(REGISTRAR), Error::<Test>::AccountTaken);
    });
}

#[test]
fn a_party_has_at_most_eight_accounts() {
    let further: Vec<u64> = (901..908).collect();
    Chain::with_accounts(&further).build_and_execute(|| {
        let call = Parties::request_account(signed(PORT), FREE);
        assert_noop!(call, Error::<Test>::TooManyAccounts);
    });
    Chain::with_accounts(&further[1..]).build_and_execute(|| {
        request(FREE);
        assert_ok!(bind(REGISTRAR));
        assert_eq!(accounts().len(), 8);
        Requests::<Test>::insert(party(1), FREE_TOO);
        let call = Parties::bind_account(signed(REGISTRAR), party(1), FREE_TOO);
        assert_noop!(call, Error::<Test>::TooManyAccounts);
    });
}

#[test]
fn a_party_gives_up_an_account() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        assert_ok!(Parties::unbind_account(signed(PORT), FREE));
        assert_eq!(accounts(), [PORT]);
        assert_eq!((PartyOf::<Test>::get(FREE), providers(FREE)), (None, 0));
        assert_only_event(Event::AccountUnbound {
            party: party(1),
            account: FREE,
            by: PORT,
        });
    });
}

#[test]
fn an_account_may_give_up_itself_but_not_as_the_last() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        assert_ok!(Parties::unbind_account(signed(PORT), PORT));
        assert_eq!(accounts(), [FREE]);
        assert_noop!(
            Parties::unbind_account(signed(FREE), FREE),
            Error::<Test>::LastAccount
        );
    });
}

#[test]
fn a_party_gives_up_its_own_accounts_only() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        assert_ok!(Parties::admit(
            signed(REGISTRAR),
            mei(),
            roles(&[]),
            Some(FREE_TOO)
        ));
        for account in [FREE_TOO, REGISTRAR, UNKNOWN] {
            assert_noop!(
                Parties::unbind_account(signed(PORT), account),
                Error::<Test>::AccountNotBound
            );
        }
        assert_noop!(
            Parties::unbind_account(signed(REGISTRAR), FREE),
            Error::<Test>::NotParty
        );
        suspend_party();
        assert_noop!(
            Parties::unbind_account(signed(PORT), FREE),
            Error::<Test>::PartySuspended
        );
    });
}

/// A thief must not unbind the accounts that could speak, nor bring in one that could stop.
#[test]
fn accounts_stay_as_they_are_while_a_recovery_runs() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        assert_ok!(Parties::request_account(signed(PORT), 950));
        assert_ok!(Parties::propose_recovery(
            signed(REGISTRAR),
            party(1),
            PORT,
            FREE_TOO
        ));
        let bind = Parties::bind_account(signed(REGISTRAR), party(1), 950);
        assert_noop!(bind, Error::<Test>::RecoveryRunning);
        assert_noop!(
            Parties::request_account(signed(PORT), 951),
            Error::<Test>::RecoveryRunning
        );
        assert_noop!(
            Parties::unbind_account(signed(PORT), FREE),
            Error::<Test>::RecoveryRunning
        );
    });
}
