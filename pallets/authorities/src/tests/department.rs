//! `authorize_upgrade`, `change_department`, `change_authority_account`, and the origin for other pallets.

use super::*;
use crate::{AccountOfAuthority, AuthorityAccounts, Department, EnsureDepartment, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::EnsureOrigin};
use sp_runtime::traits::Hash;

#[test]
fn the_department_authorises_an_upgrade() {
    Chain::default().build_and_execute(|| {
        let code_hash = <Test as frame_system::Config>::Hashing::hash(b"code");
        assert_ok!(Authorities::authorize_upgrade(signed(DEPARTMENT), code_hash));
        assert!(System::authorized_upgrade().is_some());
        System::assert_last_event(
            frame_system::Event::UpgradeAuthorized {
                code_hash,
                check_version: true,
            }
            .into(),
        );
    });
}

#[test]
fn nobody_else_authorises_an_upgrade() {
    Chain::default().build_and_execute(|| {
        let code_hash = <Test as frame_system::Config>::Hashing::hash(b"code");
        let call = Authorities::authorize_upgrade(signed(FIRST_ACCOUNT), code_hash);
        assert_noop!(call, Error::<Test>::NotDepartment);
    });
}

#[test]
fn the_department_hands_over() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::change_department(signed(DEPARTMENT), FREE));
        assert_eq!(Department::<Test>::get(), Some(FREE));
        assert_eq!((providers(DEPARTMENT), providers(FREE)), (0, 1));
        assert_only_event(Event::DepartmentChanged {
            former: DEPARTMENT,
            account: FREE,
        });
        let call = Authorities::change_department(signed(DEPARTMENT), DEPARTMENT);
        assert_noop!(call, Error::<Test>::NotDepartment);
    });
}

#[test]
fn the_department_takes_no_account_of_others() {
    Chain::default().build_and_execute(|| {
        for account in taken_accounts() {
            let call = Authorities::change_department(signed(DEPARTMENT), account);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn an_authority_that_lost_its_account_gets_another() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::change_authority_account(
            signed(DEPARTMENT),
            FIRST,
            FREE
        ));
        assert_eq!(AuthorityAccounts::<Test>::get(FREE), Some(FIRST));
        assert_eq!(AuthorityAccounts::<Test>::get(FIRST_ACCOUNT), None);
        assert_eq!(AccountOfAuthority::<Test>::get(FIRST), Some(FREE));
        assert_eq!((providers(FIRST_ACCOUNT), providers(FREE)), (0, 1));
        assert_only_event(Event::AuthorityAccountChanged {
            authority: FIRST,
            former: FIRST_ACCOUNT,
            account: FREE,
        });
    });
}

#[test]
fn another_account_of_an_authority_must_belong_to_nobody() {
    Chain::default().build_and_execute(|| {
        for account in taken_accounts() {
            let call = Authorities::change_authority_account(signed(DEPARTMENT), FIRST, account);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
        let call = Authorities::change_authority_account(signed(DEPARTMENT), UNKNOWN, FREE);
        assert_noop!(call, Error::<Test>::AuthorityNotFound);
        let call = Authorities::change_authority_account(signed(FIRST_ACCOUNT), FIRST, FREE);
        assert_noop!(call, Error::<Test>::NotDepartment);
    });
}

#[test]
fn other_pallets_know_the_department_by_its_origin() {
    Chain::default().build_and_execute(|| {
        assert_eq!(
            EnsureDepartment::<Test>::ensure_origin(signed(DEPARTMENT)).ok(),
            Some(DEPARTMENT)
        );
        for origin in [
            signed(FIRST_ACCOUNT),
            RuntimeOrigin::root(),
            RuntimeOrigin::none(),
        ] {
            assert!(EnsureDepartment::<Test>::ensure_origin(origin).is_err());
        }
    });
}
