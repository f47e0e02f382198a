//! `bind_officer_account` and `unbind_officer_account`.

use super::*;
use crate::{Error, Event, OfficerAccounts, OfficerOf};
use frame_support::{assert_noop, assert_ok};

#[test]
fn an_officer_gets_a_further_account() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::bind_officer_account(
            signed(FIRST_ACCOUNT),
            officer(1, 1),
            FREE
        ));
        assert_eq!(
            OfficerAccounts::<Test>::get(officer(1, 1)).into_inner(),
            [officer_account(1, 1), FREE]
        );
        assert_eq!(
            (OfficerOf::<Test>::get(FREE), providers(FREE)),
            (Some(officer(1, 1)), 1)
        );
        assert_only_event(Event::OfficerAccountBound {
            authority: FIRST,
            officer: officer(1, 1),
            account: FREE,
        });
    });
}

#[test]
fn an_officer_has_at_most_four_accounts() {
    Chain::default().build_and_execute(|| {
        for account in 801..804 {
            assert_ok!(Authorities::bind_officer_account(
                signed(FIRST_ACCOUNT),
                officer(1, 1),
                account
            ));
        }
        let call = Authorities::bind_officer_account(signed(FIRST_ACCOUNT), officer(1, 1), FREE);
        assert_noop!(call, Error::<Test>::TooManyAccounts);
    });
}

#[test]
fn a_further_account_must_belong_to_nobody() {
    Chain::default().build_and_execute(|| {
        for account in taken_accounts()
            .into_iter()
            .chain([officer_account(1, 1), officer_account(1, 2)])
        {
            let call = Authorities::bind_officer_account(signed(FIRST_ACCOUNT), officer(1, 1), account);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn accounts_are_bound_to_own_officers_in_office() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::bind_officer_account(signed(FIRST_ACCOUNT), officer(2, 1), FREE);
        assert_noop!(call, Error::<Test>::OfficerNotFound);
        let call = Authorities::bind_officer_account(signed(officer_account(1, 1)), officer(1, 1), FREE);
        assert_noop!(call, Error::<Test>::NotAuthority);
        assert_ok!(Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1)));
        let call = Authorities::bind_officer_account(signed(FIRST_ACCOUNT), officer(1, 1), FREE);
        assert_noop!(call, Error::<Test>::OfficerNotInOffice);
    });
}

#[test]
fn a_suspended_authority_binds_no_account_but_unbinds_one() {
    Chain::default().build_and_execute(|| {
        suspend_first();
        let call = Authorities::bind_officer_account(signed(FIRST_ACCOUNT), officer(1, 1), FREE);
        assert_noop!(call, Error::<Test>::AuthoritySuspended);
        assert_ok!(Authorities::unbind_officer_account(
            signed(FIRST_ACCOUNT),
            officer_account(1, 1)
        ));
    });
}

#[test]
fn an_account_is_taken_from_an_officer_who_stays_in_office() {
    Chain::default().build_and_execute(|| {
        let account = officer_account(1, 1);
        assert_ok!(Authorities::unbind_officer_account(
            signed(FIRST_ACCOUNT),
            account
        ));
        assert!(OfficerAccounts::<Test>::get(officer(1, 1)).is_empty());
        assert_eq!((OfficerOf::<Test>::get(account), providers(account)), (None, 0));
        assert!(crate::Officers::<Test>::get(officer(1, 1)).unwrap().in_office);
        assert_only_event(Event::OfficerAccountUnbound {
            authority: FIRST,
            officer: officer(1, 1),
            account,
        });
    });
}

#[test]
fn an_authority_unbinds_accounts_of_its_own_officers_only() {
    Chain::default().build_and_execute(|| {
        for account in [officer_account(2, 1), FREE, FIRST_ACCOUNT] {
            let call = Authorities::unbind_officer_account(signed(FIRST_ACCOUNT), account);
            assert_noop!(call, Error::<Test>::AccountNotBound);
        }
        let call = Authorities::unbind_officer_account(signed(officer_account(1, 1)), officer_account(1, 1));
        assert_noop!(call, Error::<Test>::NotAuthority);
    });
}
