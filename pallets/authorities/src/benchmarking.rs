//! Measures every call at its largest.

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, OfficerRole, SuspensionGround},
    clock::Moment,
    person::CreditCode,
    AuthorityId, Bounded, OfficerId, PartyId,
};

/// Prepares parties for benchmarks.
pub trait BenchmarkHelper {
    /// Parties that exist.
    fn parties(count: u32) -> Vec<PartyId>;
}

const PERSON: [u8; 32] = [7; 32];

fn profile() -> AuthorityProfile {
    AuthorityProfile {
        name: Bounded::truncate_from([b'a'; 128].to_vec()),
        credit_code: CreditCode(*b"9144030071526726XG"),
        region: 99,
        digit: 9,
    }
}

fn all_roles() -> Bounded<OfficerRole, 4> {
    Bounded::truncate_from(
        [
            OfficerRole::Registrar,
            OfficerRole::Examiner,
            OfficerRole::Reviewer,
            OfficerRole::DayBookKeeper,
        ]
        .to_vec(),
    )
}

fn department<T: Config>() -> RawOrigin<T::AccountId> {
    let account: T::AccountId = account("department", 0, 0);
    if let Some(former) = Department::<T>::get() {
        Pallet::<T>::let_go(&former);
    }
    Pallet::<T>::keep_alive(&account);
    Department::<T>::put(&account);
    RawOrigin::Signed(account)
}

fn authority<T: Config>() -> (AuthorityId, RawOrigin<T::AccountId>) {
    let account: T::AccountId = account("authority", 0, 0);
    let id = Pallet::<T>::do_admit_authority(profile(), account.clone(), [1; 32]).unwrap();
    (id, RawOrigin::Signed(account))
}

fn officer<T: Config>(authority: AuthorityId) -> OfficerId {
    Pallet::<T>::do_add_officer(authority, PERSON, all_roles(), account("officer", 0, 0)).unwrap()
}

/// An officer with `count` accounts.
fn officer_with_accounts<T: Config>(authority: AuthorityId, count: u32) -> OfficerId {
    let officer = officer::<T>(authority);
    for index in 1..count {
        Pallet::<T>::do_bind_officer_account(authority, officer, account("officer", index, 0)).unwrap();
    }
    officer
}

fn affiliates<T: Config>() -> Bounded<PartyId, 16> {
    Bounded::truncate_from(<T as Config>::BenchmarkHelper::parties(16))
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn admit_authority() {
        let department = department::<T>();
        let account: T::AccountId = account("authority", 0, 0);

        #[extrinsic_call]
        _(department, profile(), account.clone(), [1; 32]);

        assert!(AuthorityAccounts::<T>::contains_key(account));
    }

    #[benchmark]
    fn suspend_authority() {
        let department = department::<T>();
        let (id, _) = authority::<T>();

        #[extrinsic_call]
        _(department, id, SuspensionGround::Leak);

        assert!(Pallet::<T>::listed_authority(id).is_err());
    }

    #[benchmark]
    fn restore_authority() {
        let department = department::<T>();
        let (id, _) = authority::<T>();
        Pallet::<T>::do_suspend_authority(id, SuspensionGround::Leak).unwrap();

        #[extrinsic_call]
        _(department, id);

        assert_eq!(
            Pallet::<T>::authority_record(id).unwrap().status,
            AuthorityStatus::Listed
        );
    }

    #[benchmark]
    fn set_validator() {
        let department = department::<T>();
        let (id, _) = authority::<T>();
        Pallet::<T>::do_set_validator(id, Some(account("validator", 0, 0))).unwrap();
        let validator: T::AccountId = account("validator", 1, 0);

        #[extrinsic_call]
        _(department, id, Some(validator.clone()));

        assert_eq!(Validators::<T>::get(id), Some(validator));
    }

    #[benchmark]
    fn authorize_upgrade() {
        let department = department::<T>();

        #[extrinsic_call]
        _(department, T::Hash::default());

        assert!(frame_system::Pallet::<T>::authorized_upgrade().is_some());
    }

    #[benchmark]
    fn change_department() {
        let department = department::<T>();
        let successor: T::AccountId = account("department", 1, 0);

        #[extrinsic_call]
        _(department, successor.clone());

        assert_eq!(Department::<T>::get(), Some(successor));
    }

    #[benchmark]
    fn change_authority_account() {
        let department = department::<T>();
        let (id, _) = authority::<T>();
        let successor: T::AccountId = account("authority", 1, 0);

        #[extrinsic_call]
        _(department, id, successor.clone());

        assert_eq!(AuthorityAccounts::<T>::get(successor), Some(id));
    }

    #[benchmark]
    fn add_officer() {
        let (id, origin) = authority::<T>();
        let account: T::AccountId = account("officer", 0, 0);

        #[extrinsic_call]
        _(origin, PERSON, all_roles(), account.clone());

        assert_eq!(OfficerOf::<T>::get(account), OfficerId::new(id, 1));
    }

    #[benchmark]
    fn set_officer_roles() {
        let (id, origin) = authority::<T>();
        let officer = officer::<T>(id);
        let roles = Bounded::truncate_from([OfficerRole::Reviewer].to_vec());

        #[extrinsic_call]
        _(origin, officer, roles.clone());

        assert_eq!(Officers::<T>::get(officer).unwrap().roles, roles);
    }

    #[benchmark]
    fn dismiss_officer() {
        let (id, origin) = authority::<T>();
        let officer = officer_with_accounts::<T>(id, OFFICER_ACCOUNTS_MAX);

        #[extrinsic_call]
        _(origin, officer);

        assert!(!Officers::<T>::get(officer).unwrap().in_office);
    }

    #[benchmark]
    fn bind_officer_account() {
        let (id, origin) = authority::<T>();
        let officer = officer_with_accounts::<T>(id, OFFICER_ACCOUNTS_MAX - 1);
        let further: T::AccountId = account("further", 0, 0);

        #[extrinsic_call]
        _(origin, officer, further.clone());

        assert_eq!(OfficerOf::<T>::get(further), Some(officer));
    }

    #[benchmark]
    fn unbind_officer_account() {
        let (id, origin) = authority::<T>();
        officer_with_accounts::<T>(id, OFFICER_ACCOUNTS_MAX);
        let lost: T::AccountId = account("officer", 0, 0);

        #[extrinsic_call]
        _(origin, lost.clone());

        assert!(!OfficerOf::<T>::contains_key(lost));
    }

    #[benchmark]
    fn add_credential_key() {
        let (id, origin) = authority::<T>();

        #[extrinsic_call]
        _(origin, [2; 32], Some(Moment(u64::MAX)));

        assert_eq!(CredentialKeys::<T>::get(id, 1).unwrap().public, [2; 32]);
    }

    #[benchmark]
    fn end_credential_key() {
        let (id, origin) = authority::<T>();

        #[extrinsic_call]
        _(origin, 0, Some(Moment(u64::MAX)));

        assert_eq!(
            CredentialKeys::<T>::get(id, 0).unwrap().valid_until,
            Some(Moment(u64::MAX))
        );
    }

    #[benchmark]
    fn declare_affiliates() {
        let (id, origin) = authority::<T>();

        #[extrinsic_call]
        _(origin, affiliates::<T>());

        assert_eq!(Pallet::<T>::authority_record(id).unwrap().affiliates.len(), 16);
    }

    #[benchmark]
    fn declare_own_affiliates() {
        let (id, _) = authority::<T>();
        let officer = officer::<T>(id);
        let origin = RawOrigin::Signed(account("officer", 0, 0));

        #[extrinsic_call]
        _(origin, affiliates::<T>());

        assert_eq!(Officers::<T>::get(officer).unwrap().affiliates.len(), 16);
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::Chain::default().build(), crate::mock::Test);
}
