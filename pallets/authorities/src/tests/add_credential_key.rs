use super::*;
use crate::{CredentialKeys, Error, Event, CREDENTIAL_KEYS_MAX};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{clock::Moment, v1::CredentialKey};

const KEY: [u8; 32] = [5; 32];

fn later(millis: u64) -> Moment {
    Moment(START.0 + millis)
}

#[test]
fn a_key_is_added_with_the_next_number() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::add_credential_key(
            signed(FIRST_ACCOUNT),
            KEY,
            Some(later(10))
        ));
        let key = CredentialKey {
            version: 1,
            public: KEY,
            valid_from: later(10),
            valid_until: None,
        };
        assert_eq!(CredentialKeys::<Test>::get(FIRST, 1), Some(key));
        assert_eq!(record(FIRST).credential_keys, 2);
        assert_only_event(Event::CredentialKeyAdded {
            authority: FIRST,
            number: 1,
            key,
        });
    });
}

#[test]
fn a_key_without_moment_is_valid_from_now() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::add_credential_key(signed(FIRST_ACCOUNT), KEY, None));
        assert_eq!(CredentialKeys::<Test>::get(FIRST, 1).unwrap().valid_from, START);
    });
}

#[test]
fn a_key_is_never_valid_from_the_past() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::add_credential_key(signed(FIRST_ACCOUNT), KEY, Some(Moment(START.0 - 1)));
        assert_noop!(call, Error::<Test>::MomentInThePast);
        assert_ok!(Authorities::add_credential_key(
            signed(FIRST_ACCOUNT),
            KEY,
            Some(START)
        ));
    });
}

#[test]
fn a_key_must_be_there_and_the_authority_listed() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::add_credential_key(signed(FIRST_ACCOUNT), [0; 32], None);
        assert_noop!(call, Error::<Test>::CredentialKeyMissing);
        let call = Authorities::add_credential_key(signed(officer_account(1, 1)), KEY, None);
        assert_noop!(call, Error::<Test>::NotAuthority);
        suspend_first();
        let call = Authorities::add_credential_key(signed(FIRST_ACCOUNT), KEY, None);
        assert_noop!(call, Error::<Test>::AuthoritySuspended);
    });
}

#[test]
fn the_numbers_of_keys_end() {
    Chain::default().build_and_execute(|| {
        for _ in 1..CREDENTIAL_KEYS_MAX {
            assert_ok!(Authorities::add_credential_key(signed(FIRST_ACCOUNT), KEY, None));
        }
        let call = Authorities::add_credential_key(signed(FIRST_ACCOUNT), KEY, None);
        assert_noop!(call, Error::<Test>::TooManyCredentialKeys);
    });
}
