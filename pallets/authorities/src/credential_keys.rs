//! Keys with which authorities sign credentials: valid in an interval, never deleted.

use crate::{Authorities, Config, CredentialKeys, Error, Event, Pallet, CREDENTIAL_KEYS_MAX};
use frame_support::ensure;
use quanji_primitives::{clock::Moment, v1::CredentialKey, AuthorityId};

impl<T: Config> Pallet<T> {
    pub(crate) fn ensure_key_present(public: &[u8; 32]) -> Result<(), Error<T>> {
        ensure!(
            public.iter().any(|byte| *byte != 0),
            Error::<T>::CredentialKeyMissing
        );
        Ok(())
    }

    /// `moment`, or now when nothing is given; never in the past.
    fn from_now_on(moment: Option<Moment>) -> Result<Moment, Error<T>> {
        let now = Self::now();
        let moment = moment.unwrap_or(now);
        ensure!(moment >= now, Error::<T>::MomentInThePast);
        Ok(moment)
    }

    /// Adds a credential key with the next number.
    pub(crate) fn do_add_credential_key(
        authority: AuthorityId,
        public: [u8; 32],
        valid_from: Option<Moment>,
    ) -> Result<(), Error<T>> {
        let mut record = Self::listed_authority(authority)?;
        Self::ensure_key_present(&public)?;
        let valid_from = Self::from_now_on(valid_from)?;
        let number = record.credential_keys;
        ensure!(number < CREDENTIAL_KEYS_MAX, Error::<T>::TooManyCredentialKeys);
        record.credential_keys = number.saturating_add(1);
        let key = CredentialKey {
            version: 1,
            public,
            valid_from,
            valid_until: None,
        };
        Authorities::<T>::insert(authority, record);
        CredentialKeys::<T>::insert(authority, number, key);
        Self::deposit_event(Event::CredentialKeyAdded {
            authority,
            number,
            key,
        });
        Ok(())
    }

    /// Whether the key may end at that moment.
    pub(crate) fn ensure_can_end_credential_key(key: &CredentialKey, at: Moment) -> Result<(), Error<T>> {
        ensure!(at >= key.valid_from, Error::<T>::EndBeforeStart);
        // What a later end would make valid again was signed by nobody's leave.
        ensure!(
            key.valid_until.is_none_or(|until| at < until),
            Error::<T>::CredentialKeyEndsEarlier
        );
        Ok(())
    }

    /// Sets the end of a credential key.
    pub(crate) fn do_end_credential_key(
        authority: AuthorityId,
        number: u32,
        at: Option<Moment>,
    ) -> Result<(), Error<T>> {
        let key = CredentialKeys::<T>::get(authority, number).ok_or(Error::<T>::CredentialKeyNotFound)?;
        let valid_until = Self::from_now_on(at)?;
        Self::ensure_can_end_credential_key(&key, valid_until)?;
        CredentialKeys::<T>::insert(
            authority,
            number,
            CredentialKey {
                valid_until: Some(valid_until),
                ..key
            },
        );
        Self::deposit_event(Event::CredentialKeyEnded {
            authority,
            number,
            valid_until,
        });
        Ok(())
    }
}
