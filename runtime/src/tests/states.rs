//! The presets are sound, and stay so.

use super::{chain, signed};
use crate::{
    development_keys, genesis_presets, AccountId, Authorities, Executive, Runtime, RuntimeCall, Session,
    System,
};
use frame_support::assert_ok;
use frame_system::RawOrigin;
use quanji_primitives::{authority::OfficerRole, AuthorityId};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Ed25519Keyring::Alice;

const PRESETS: [&str; 2] = [DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET];

/// Checks the invariants of the register, and of every pallet in the flavour that has them.
fn check_state() {
    assert_ok!(pallet_authorities::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_parties::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_registry::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_admission::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_disputes::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_encumbrances::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_licences::Pallet::<Runtime>::do_try_state());
    #[cfg(feature = "try-runtime")]
    {
        use frame_support::traits::{TryState, TryStateSelect};
        let number = System::block_number();
        assert_ok!(<crate::AllPalletsWithSystem as TryState<u32>>::try_state(
            number,
            TryStateSelect::All
        ));
    }
}

#[test]
fn every_preset_is_known_and_sound() {
    let names: Vec<String> = genesis_presets::preset_names()
        .iter()
        .map(|name| name.to_string())
        .collect();
    assert_eq!(names, PRESETS);
    for preset in PRESETS {
        chain(preset).execute_with(check_state);
    }
    assert!(genesis_presets::get_preset(&"live".into()).is_none());
}

#[test]
fn the_state_stays_sound_as_transactions_and_sessions_pass() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let call: RuntimeCall = pallet_utility::Call::batch_all { calls: vec![] }.into();
        assert_ok!(Executive::apply_extrinsic(signed(Alice, 0, call)).unwrap());
        check_state();
        (0..5).for_each(|_| Session::rotate_session());
        check_state();
    });
}

#[test]
fn presets_differ_in_authorities_and_clock() {
    for (preset, regions, clock) in [
        (DEV_RUNTIME_PRESET, &[44][..], true),
        (LOCAL_TESTNET_RUNTIME_PRESET, &[44, 11, 31, 33], false),
    ] {
        chain(preset).execute_with(|| {
            let records = (1..).map_while(|number| Authorities::authority(AuthorityId(number)));
            let found: Vec<u8> = records.map(|record| record.profile.region).collect();
            assert_eq!(found, regions);
            assert_eq!(pallet_rules::DevelopmentClock::<Runtime>::exists(), clock);
            let department = pallet_authorities::Department::<Runtime>::get();
            assert_eq!(
                department,
                development_keys::public("//Department").map(AccountId::new)
            );
            let officers = Authorities::officers(AuthorityId(1), 0);
            for role in [
                OfficerRole::Registrar,
                OfficerRole::Examiner,
                OfficerRole::Reviewer,
                OfficerRole::DayBookKeeper,
            ] {
                assert!(officers.iter().any(|(_, officer)| officer.may(role)), "{role:?}");
            }
        });
    }
}

/// A set of GRANDPA lasts exactly as long as its validators: every new number lengthens every proof of finality.
#[test]
fn the_set_changes_once_when_a_validator_leaves() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let set = || pallet_grandpa::CurrentSetId::<Runtime>::get();
        (0..100).for_each(|_| Session::rotate_session());
        assert_eq!((set(), Session::validators().len()), (0, 4));
        let department = AccountId::new(development_keys::public("//Department").unwrap());
        assert_ok!(Authorities::set_validator(
            RawOrigin::Signed(department).into(),
            AuthorityId(4),
            None
        ));
        (0..100).for_each(|_| Session::rotate_session());
        assert_eq!((set(), Session::validators().len()), (1, 3));
        check_state();
        assert_eq!(System::block_number(), 1);
    });
}
