//! `suspend_authority` and `restore_authority`.

use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{authority::AuthorityStatus, directory::AuthorityDirectory};

#[test]
fn a_suspended_authority_is_not_listed_until_restored() {
    Chain::default().build_and_execute(|| {
        let before = record(FIRST);
        assert_ok!(Authorities::suspend_authority(
            signed(DEPARTMENT),
            FIRST,
            SuspensionGround::Falsification
        ));
        let status = AuthorityStatus::Suspended(SuspensionGround::Falsification);
        assert_eq!(
            record(FIRST),
            AuthorityRecord {
                status,
                ..before.clone()
            }
        );
        assert!(!<Authorities as AuthorityDirectory<u64>>::is_listed(FIRST));
        assert!(<Authorities as AuthorityDirectory<u64>>::is_listed(SECOND));
        assert_only_event(Event::AuthoritySuspended {
            authority: FIRST,
            ground: SuspensionGround::Falsification,
        });

        System::reset_events();
        assert_ok!(Authorities::restore_authority(signed(DEPARTMENT), FIRST));
        assert_eq!(record(FIRST), before);
        assert_only_event(Event::AuthorityRestored { authority: FIRST });
    });
}

#[test]
fn an_authority_is_suspended_once() {
    Chain::default().build_and_execute(|| {
        suspend_first();
        let call = Authorities::suspend_authority(signed(DEPARTMENT), FIRST, SuspensionGround::Leak);
        assert_noop!(call, Error::<Test>::AlreadySuspended);
    });
}

#[test]
fn only_a_suspended_authority_is_restored() {
    Chain::default().build_and_execute(|| {
        assert_noop!(
            Authorities::restore_authority(signed(DEPARTMENT), FIRST),
            Error::<Test>::NotSuspended
        );
    });
}

#[test]
fn an_unknown_authority_is_neither_suspended_nor_restored() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::suspend_authority(signed(DEPARTMENT), UNKNOWN, SuspensionGround::Leak);
        assert_noop!(call, Error::<Test>::AuthorityNotFound);
        assert_noop!(
            Authorities::restore_authority(signed(DEPARTMENT), UNKNOWN),
            Error::<Test>::AuthorityNotFound
        );
    });
}

#[test]
fn an_authority_neither_suspends_nor_restores() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::suspend_authority(signed(FIRST_ACCOUNT), SECOND, SuspensionGround::Leak);
        assert_noop!(call, Error::<Test>::NotDepartment);
        suspend_first();
        assert_noop!(
            Authorities::restore_authority(signed(FIRST_ACCOUNT), FIRST),
            Error::<Test>::NotDepartment
        );
    });
}
