use super::*;
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::EstimateNextSessionRotation};
use pallet_session::{historical, ShouldEndSession};
use sp_runtime::Permill;

/// Sets session keys with the proof that the account holds them.
pub(super) fn set_keys(validator: u64) {
    let mut keys = keys(validator);
    let proof = keys.create_ownership_proof(&validator.encode()).unwrap().encode();
    assert_ok!(Session::set_keys(signed(validator), keys, proof));
}

#[test]
fn a_thousand_sessions_without_change_start_no_new_set() {
    Chain::default().build_and_execute(|| {
        for index in 0..1_000 {
            run_sessions(1);
            assert_eq!(
                <Authorities as pallet_session::SessionManager<u64>>::new_session(index),
                None
            );
        }
        assert_eq!(Session::current_index(), 1_000);
        assert_eq!(SetChanges::get(), 0);
        assert_eq!(Session::validators(), [validator_of(1), validator_of(2)]);
    });
}

#[test]
fn a_change_of_validators_starts_exactly_one_new_set() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), SECOND, Some(FREE)));
        set_keys(FREE);
        run_sessions(1);
        assert_eq!(Session::validators(), [validator_of(1), validator_of(2)]);
        run_sessions(1);
        assert_eq!(Session::validators(), [validator_of(1), FREE]);
        run_sessions(100);
        assert_eq!(SetChanges::get(), 1);
    });
}

#[test]
fn a_validator_joins_when_its_keys_arrive_however_late() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), SECOND, Some(FREE)));
        run_sessions(10);
        assert_eq!(Session::validators(), [validator_of(1)]);
        set_keys(FREE);
        run_sessions(2);
        assert_eq!(Session::validators(), [validator_of(1), FREE]);
        assert_eq!(SetChanges::get(), 2);
    });
}

#[test]
fn a_set_below_the_minimum_is_never_handed_out() {
    Chain::default().minimum_validators(2).build_and_execute(|| {
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), SECOND, Some(FREE)));
        run_sessions(10);
        assert_eq!(Session::validators(), [validator_of(1), validator_of(2)]);
        assert_eq!(SetChanges::get(), 0);
    });
}

#[test]
fn a_change_taken_back_within_the_session_starts_no_new_set() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), SECOND, None));
        assert_ok!(Authorities::set_validator(
            signed(DEPARTMENT),
            SECOND,
            Some(validator_of(2))
        ));
        run_sessions(10);
        assert_eq!(SetChanges::get(), 0);
    });
}

#[test]
fn only_approved_validators_set_session_keys() {
    Chain::default().build_and_execute(|| {
        for account in [FIRST_ACCOUNT, officer_account(1, 1), FREE] {
            let mut keys = keys(account);
            let proof = keys.create_ownership_proof(&account.encode()).unwrap().encode();
            let call = Session::set_keys(signed(account), keys, proof);
            assert_noop!(call, pallet_session::Error::<Test>::NoAssociatedValidatorId);
        }
        set_keys(validator_of(1));
    });
}

#[test]
fn at_genesis_the_validators_with_keys_begin() {
    Chain::default().build_and_execute(|| {
        let expected = vec![validator_of(1), validator_of(2)];
        assert_eq!(
            <Authorities as pallet_session::SessionManager<u64>>::new_session_genesis(0),
            Some(expected.clone())
        );
        let identified = expected.into_iter().map(|validator| (validator, ())).collect();
        assert_eq!(
            <Authorities as historical::SessionManager<u64, ()>>::new_session_genesis(0),
            Some(identified)
        );
        assert_eq!(
            <Authorities as historical::SessionManager<u64, ()>>::new_session(2),
            None
        );
    });
}

#[test]
fn sessions_end_after_their_length() {
    Chain::default().build_and_execute(|| {
        let ends: Vec<u64> = (1..=15)
            .filter(|block| Authorities::should_end_session(*block))
            .collect();
        assert_eq!(ends, [5, 10, 15]);
        assert_eq!(Authorities::average_session_length(), 5);
        assert_eq!(
            Authorities::estimate_current_session_progress(7).0,
            Some(Permill::from_percent(40))
        );
        assert_eq!(Authorities::estimate_next_session_rotation(7).0, Some(10));
        assert_eq!(Authorities::estimate_next_session_rotation(10).0, Some(10));
    });
}

#[test]
fn without_a_length_sessions_never_end() {
    Chain {
        session_length: 0,
        ..Chain::default()
    }
    .build_and_execute(|| {
        assert!((1..100).all(|block| !Authorities::should_end_session(block)));
        assert_eq!(Authorities::estimate_next_session_rotation(7).0, None);
    });
}
