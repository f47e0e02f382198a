use super::*;
use crate::{Error, Event, OfficerAccounts, OfficerOf, Officers};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{authority::Officer, directory::AuthorityDirectory};

#[test]
fn a_dismissed_officer_stays_on_record_without_accounts() {
    Chain::default().build_and_execute(|| {
        let before = Officers::<Test>::get(officer(1, 1)).unwrap();
        assert_ok!(Authorities::bind_officer_account(
            signed(FIRST_ACCOUNT),
            officer(1, 1),
            FREE
        ));
        System::reset_events();
        assert_ok!(Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1)));
        assert_eq!(
            Officers::<Test>::get(officer(1, 1)),
            Some(Officer {
                in_office: false,
                ..before
            })
        );
        assert!(OfficerAccounts::<Test>::get(officer(1, 1)).is_empty());
        for account in [FREE, officer_account(1, 1)] {
            assert_eq!((OfficerOf::<Test>::get(account), providers(account)), (None, 0));
            assert!(!<Authorities as AuthorityDirectory<u64>>::is_taken(&account));
        }
        assert_only_event(Event::OfficerDismissed {
            authority: FIRST,
            officer: officer(1, 1),
        });
    });
}

#[test]
fn a_suspended_authority_may_dismiss() {
    Chain::default().build_and_execute(|| {
        suspend_first();
        assert_ok!(Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1)));
    });
}

#[test]
fn an_officer_is_dismissed_once_and_by_the_own_authority() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::dismiss_officer(signed(SECOND_ACCOUNT), officer(1, 1));
        assert_noop!(call, Error::<Test>::OfficerNotFound);
        let call = Authorities::dismiss_officer(signed(DEPARTMENT), officer(1, 1));
        assert_noop!(call, Error::<Test>::NotAuthority);
        assert_ok!(Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1)));
        let call = Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1));
        assert_noop!(call, Error::<Test>::OfficerNotInOffice);
    });
}
