use super::*;
use crate::{Error, Event, ValidatorOf, Validators};
use frame_support::{assert_noop, assert_ok};

#[test]
fn the_department_replaces_a_validator() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), FIRST, Some(FREE)));
        assert_eq!(Validators::<Test>::get(FIRST), Some(FREE));
        assert_eq!(ValidatorOf::<Test>::get(FREE), Some(FIRST));
        assert_eq!(ValidatorOf::<Test>::get(validator_of(1)), None);
        assert_eq!((Validators::<Test>::count(), providers(FREE)), (2, 1));
        assert_only_event(Event::ValidatorSet {
            authority: FIRST,
            former: Some(validator_of(1)),
            validator: Some(FREE),
        });
    });
}

#[test]
fn the_department_withdraws_and_approves_a_validator() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), FIRST, None));
        assert_eq!(
            (Validators::<Test>::get(FIRST), Validators::<Test>::count()),
            (None, 1)
        );
        assert_only_event(Event::ValidatorSet {
            authority: FIRST,
            former: Some(validator_of(1)),
            validator: None,
        });

        System::reset_events();
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), FIRST, Some(FREE)));
        assert_eq!(
            (Validators::<Test>::get(FIRST), Validators::<Test>::count()),
            (Some(FREE), 2)
        );
        assert_only_event(Event::ValidatorSet {
            authority: FIRST,
            former: None,
            validator: Some(FREE),
        });
    });
}

#[test]
fn the_minimum_of_validators_stays() {
    Chain::default().minimum_validators(2).build_and_execute(|| {
        let call = Authorities::set_validator(signed(DEPARTMENT), FIRST, None);
        assert_noop!(call, Error::<Test>::TooFewValidators);
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), FIRST, Some(FREE)));
    });
}

#[test]
fn there_is_a_largest_number_of_validators() {
    Chain::default().authorities(4).build_and_execute(|| {
        assert_ok!(Authorities::admit_authority(
            signed(DEPARTMENT),
            profile(31, 9),
            FREE,
            [5; 32]
        ));
        let call = Authorities::set_validator(signed(DEPARTMENT), AuthorityId(5), Some(801));
        assert_noop!(call, Error::<Test>::TooManyValidators);
        assert_ok!(Authorities::set_validator(
            signed(DEPARTMENT),
            AuthorityId(4),
            Some(801)
        ));
    });
}

#[test]
fn the_authoritys_own_account_may_validate_but_nobody_elses() {
    Chain::default().build_and_execute(|| {
        for account in taken_accounts()
            .into_iter()
            .chain([officer_account(1, 1), validator_of(1)])
        {
            let call = Authorities::set_validator(signed(DEPARTMENT), FIRST, Some(account));
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
        assert_ok!(Authorities::set_validator(
            signed(DEPARTMENT),
            FIRST,
            Some(FIRST_ACCOUNT)
        ));
        assert_eq!(providers(FIRST_ACCOUNT), 2);
        let again = Authorities::set_validator(signed(DEPARTMENT), FIRST, Some(FIRST_ACCOUNT));
        assert_noop!(again, Error::<Test>::AccountTaken);
    });
}

#[test]
fn there_must_be_a_validator_to_withdraw() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), FIRST, None));
        assert_noop!(
            Authorities::set_validator(signed(DEPARTMENT), FIRST, None),
            Error::<Test>::NoValidator
        );
    });
}

#[test]
fn a_suspended_authority_gets_no_validator_but_loses_one() {
    Chain::default().build_and_execute(|| {
        suspend_first();
        let call = Authorities::set_validator(signed(DEPARTMENT), FIRST, Some(FREE));
        assert_noop!(call, Error::<Test>::AuthoritySuspended);
        assert_ok!(Authorities::set_validator(signed(DEPARTMENT), FIRST, None));
    });
}

#[test]
fn only_the_department_sets_validators_of_known_authorities() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::set_validator(signed(FIRST_ACCOUNT), FIRST, Some(FREE));
        assert_noop!(call, Error::<Test>::NotDepartment);
        for validator in [None, Some(FREE)] {
            let call = Authorities::set_validator(signed(DEPARTMENT), UNKNOWN, validator);
            assert_noop!(call, Error::<Test>::AuthorityNotFound);
        }
    });
}

/// The session pallet holds a consumer reference on the account, so the last provider cannot go.
#[test]
fn an_account_with_session_keys_keeps_its_last_reference_and_gathers_no_more() {
    Chain::default().build_and_execute(|| {
        sessions::set_keys(validator_of(1));
        for _ in 0..3 {
            assert_ok!(Authorities::set_validator(signed(DEPARTMENT), FIRST, None));
            assert_eq!(providers(validator_of(1)), 1);
            assert_ok!(Authorities::set_validator(
                signed(DEPARTMENT),
                FIRST,
                Some(validator_of(1))
            ));
            assert_eq!(providers(validator_of(1)), 2);
        }
    });
}
