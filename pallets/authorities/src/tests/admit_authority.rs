use super::*;
use crate::{
    AccountOfAuthority, AuthorityAccounts, AuthorityByNumberPlace, CredentialKeys, Error, Event,
    LastAuthority,
};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus},
    clock::Moment,
    person::CreditCode,
    storage_keys,
    v1::CredentialKey,
    Bounded,
};

const KEY: [u8; 32] = [5; 32];

#[test]
fn the_department_admits_an_authority_with_the_next_identifier() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::admit_authority(
            signed(DEPARTMENT),
            profile(31, 1),
            FREE,
            KEY
        ));
        let id = AuthorityId(3);
        let expected = AuthorityRecord {
            version: 1,
            profile: profile(31, 1),
            status: AuthorityStatus::Listed,
            affiliates: Bounded::default(),
            credential_keys: 1,
            officers: 0,
            admitted_at: START,
        };
        assert_eq!(record(id), expected);
        let key = CredentialKey {
            version: 1,
            public: KEY,
            valid_from: START,
            valid_until: None,
        };
        assert_eq!(CredentialKeys::<Test>::get(id, 0), Some(key));
        assert_eq!(AuthorityAccounts::<Test>::get(FREE), Some(id));
        assert_eq!(AccountOfAuthority::<Test>::get(id), Some(FREE));
        assert_eq!(AuthorityByNumberPlace::<Test>::get((31, 1)), Some(id));
        assert_eq!(providers(FREE), 1);
        assert_only_event(Event::AuthorityAdmitted {
            authority: id,
            profile: profile(31, 1),
            account: FREE,
            credential_key: key,
        });
    });
}

#[test]
fn nobody_but_the_department_admits() {
    Chain::default().build_and_execute(|| {
        for account in [FIRST_ACCOUNT, officer_account(1, 1), FREE] {
            let call = Authorities::admit_authority(signed(account), profile(31, 1), FREE, KEY);
            assert_noop!(call, Error::<Test>::NotDepartment);
        }
    });
}

#[test]
fn two_authorities_never_share_region_and_digit() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::admit_authority(signed(DEPARTMENT), profile(44, 1), FREE, KEY);
        assert_noop!(call, Error::<Test>::NumberPlaceTaken);
        assert_ok!(Authorities::admit_authority(
            signed(DEPARTMENT),
            profile(44, 2),
            FREE,
            KEY
        ));
    });
}

#[test]
fn a_wrong_credit_code_is_refused() {
    Chain::default().build_and_execute(|| {
        let wrong = AuthorityProfile {
            credit_code: CreditCode(*b"9144030071526726X0"),
            ..profile(31, 1)
        };
        let call = Authorities::admit_authority(signed(DEPARTMENT), wrong, FREE, KEY);
        assert_noop!(call, Error::<Test>::WrongCreditCode);
    });
}

#[test]
fn a_profile_needs_a_name_a_region_and_a_digit() {
    Chain::default().build_and_execute(|| {
        let unnamed = AuthorityProfile {
            name: Bounded::default(),
            ..profile(31, 1)
        };
        let garbled = AuthorityProfile {
            name: Bounded::truncate_from(vec![0xff]),
            ..profile(31, 1)
        };
        for wrong in [unnamed, garbled, profile(100, 1), profile(31, 10)] {
            let call = Authorities::admit_authority(signed(DEPARTMENT), wrong, FREE, KEY);
            assert_noop!(call, Error::<Test>::InvalidProfile);
        }
    });
}

#[test]
fn the_account_must_belong_to_nobody() {
    Chain::default().build_and_execute(|| {
        for account in taken_accounts() {
            let call = Authorities::admit_authority(signed(DEPARTMENT), profile(31, 1), account, KEY);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn the_credential_key_must_be_there() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::admit_authority(signed(DEPARTMENT), profile(31, 1), FREE, [0; 32]);
        assert_noop!(call, Error::<Test>::CredentialKeyMissing);
    });
}

#[test]
fn identifiers_end_at_the_highest() {
    Chain::default().build().execute_with(|| {
        LastAuthority::<Test>::put(AuthorityId(u16::MAX));
        let call = Authorities::admit_authority(signed(DEPARTMENT), profile(31, 1), FREE, KEY);
        assert_noop!(call, Error::<Test>::TooManyAuthorities);
    });
}

#[test]
fn the_keys_that_certificates_prove_are_the_ones_pinned() {
    assert_eq!(
        crate::Authorities::<Test>::hashed_key_for(FIRST),
        storage_keys::authority(FIRST)
    );
    assert_eq!(
        CredentialKeys::<Test>::hashed_key_for(FIRST, 7),
        storage_keys::credential_key(FIRST, 7)
    );
}

#[test]
fn the_first_key_is_valid_from_admission() {
    Chain::default().build_and_execute(|| {
        Now::set(Moment(START.0 + 5));
        assert_ok!(Authorities::admit_authority(
            signed(DEPARTMENT),
            profile(31, 1),
            FREE,
            KEY
        ));
        let key = CredentialKeys::<Test>::get(AuthorityId(3), 0).unwrap();
        assert!(!key.is_valid(START) && key.is_valid(Moment(START.0 + 5)));
    });
}
