use super::*;
use crate::{CredentialKeys, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{clock::Moment, v1::CredentialKey};

fn later(millis: u64) -> Moment {
    Moment(START.0 + millis)
}

#[test]
fn an_ended_key_stays_on_record() {
    Chain::default().build_and_execute(|| {
        let before = CredentialKeys::<Test>::get(FIRST, 0).unwrap();
        assert_ok!(Authorities::end_credential_key(
            signed(FIRST_ACCOUNT),
            0,
            Some(later(10))
        ));
        let ended = CredentialKey {
            valid_until: Some(later(10)),
            ..before
        };
        assert_eq!(CredentialKeys::<Test>::get(FIRST, 0), Some(ended));
        assert!(ended.is_valid(later(9)) && !ended.is_valid(later(10)));
        assert_only_event(Event::CredentialKeyEnded {
            authority: FIRST,
            number: 0,
            valid_until: later(10),
        });
    });
}

#[test]
fn a_stolen_key_ends_now_even_under_suspension() {
    Chain::default().build_and_execute(|| {
        suspend_first();
        Now::set(later(5));
        assert_ok!(Authorities::end_credential_key(signed(FIRST_ACCOUNT), 0, None));
        assert_eq!(
            CredentialKeys::<Test>::get(FIRST, 0).unwrap().valid_until,
            Some(later(5))
        );
    });
}

#[test]
fn an_end_is_brought_forward_never_put_off() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::end_credential_key(
            signed(FIRST_ACCOUNT),
            0,
            Some(later(10))
        ));
        for at in [10, 11] {
            let call = Authorities::end_credential_key(signed(FIRST_ACCOUNT), 0, Some(later(at)));
            assert_noop!(call, Error::<Test>::CredentialKeyEndsEarlier);
        }
        assert_ok!(Authorities::end_credential_key(
            signed(FIRST_ACCOUNT),
            0,
            Some(later(9))
        ));
    });
}

#[test]
fn a_key_never_ends_in_the_past() {
    Chain::default().build_and_execute(|| {
        Now::set(later(5));
        let call = Authorities::end_credential_key(signed(FIRST_ACCOUNT), 0, Some(later(4)));
        assert_noop!(call, Error::<Test>::MomentInThePast);
    });
}

#[test]
fn a_key_never_ends_before_it_begins() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::add_credential_key(
            signed(FIRST_ACCOUNT),
            [5; 32],
            Some(later(10))
        ));
        let call = Authorities::end_credential_key(signed(FIRST_ACCOUNT), 1, Some(later(9)));
        assert_noop!(call, Error::<Test>::EndBeforeStart);
        assert_ok!(Authorities::end_credential_key(
            signed(FIRST_ACCOUNT),
            1,
            Some(later(10))
        ));
    });
}

#[test]
fn only_known_keys_of_the_own_authority_end() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::end_credential_key(signed(FIRST_ACCOUNT), 1, None);
        assert_noop!(call, Error::<Test>::CredentialKeyNotFound);
        let call = Authorities::end_credential_key(signed(DEPARTMENT), 0, None);
        assert_noop!(call, Error::<Test>::NotAuthority);
    });
}
