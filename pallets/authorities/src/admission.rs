//! Admission, suspension and restoration of authorities.

use crate::{
    AccountOfAuthority, Authorities, AuthorityAccounts, AuthorityByNumberPlace, Config, CredentialKeys,
    Error, Event, LastAuthority, Pallet,
};
use frame_support::ensure;
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, SuspensionGround},
    clock::Moment,
    directory::{PartyRegister, RuleBook},
    v1::{AuthorityRecord, CredentialKey},
    AuthorityId, Bounded, PartyId,
};

impl<T: Config> Pallet<T> {
    /// Register time.
    pub(crate) fn now() -> Moment {
        T::Rules::default().now()
    }

    /// The record of an authority.
    pub(crate) fn authority_record(authority: AuthorityId) -> Result<AuthorityRecord, Error<T>> {
        Authorities::<T>::get(authority).ok_or(Error::<T>::AuthorityNotFound)
    }

    /// The record of an authority that is not suspended.
    pub(crate) fn listed_authority(authority: AuthorityId) -> Result<AuthorityRecord, Error<T>> {
        let record = Self::authority_record(authority)?;
        ensure!(
            record.status == AuthorityStatus::Listed,
            Error::<T>::AuthoritySuspended
        );
        Ok(record)
    }

    /// Whether the authority may be admitted.
    pub(crate) fn ensure_can_admit_authority(
        profile: &AuthorityProfile,
        account: &T::AccountId,
        credential_key: &[u8; 32],
    ) -> Result<(), Error<T>> {
        ensure!(profile.credit_code.check().is_ok(), Error::<T>::WrongCreditCode);
        ensure!(profile.is_valid(), Error::<T>::InvalidProfile);
        // Certificate numbers are unique because no two authorities share region and digit (NG annex 6).
        let place = (profile.region, profile.digit);
        ensure!(
            !AuthorityByNumberPlace::<T>::contains_key(place),
            Error::<T>::NumberPlaceTaken
        );
        Self::ensure_account_free(account)?;
        Self::ensure_key_present(credential_key)
    }

    /// Admits an authority with the next identifier.
    pub(crate) fn do_admit_authority(
        profile: AuthorityProfile,
        account: T::AccountId,
        credential_key: [u8; 32],
    ) -> Result<AuthorityId, Error<T>> {
        Self::ensure_can_admit_authority(&profile, &account, &credential_key)?;
        let authority = LastAuthority::<T>::get()
            .0
            .checked_add(1)
            .map(AuthorityId)
            .ok_or(Error::<T>::TooManyAuthorities)?;
        let now = Self::now();
        let key = CredentialKey {
            version: 1,
            public: credential_key,
            valid_from: now,
            valid_until: None,
        };
        let record = AuthorityRecord {
            version: 1,
            profile: profile.clone(),
            status: AuthorityStatus::Listed,
            affiliates: Bounded::default(),
            credential_keys: 1,
            officers: 0,
            admitted_at: now,
        };
        LastAuthority::<T>::put(authority);
        Authorities::<T>::insert(authority, record);
        AuthorityByNumberPlace::<T>::insert((profile.region, profile.digit), authority);
        CredentialKeys::<T>::insert(authority, 0, key);
        AccountOfAuthority::<T>::insert(authority, &account);
        AuthorityAccounts::<T>::insert(&account, authority);
        Self::keep_alive(&account);
        Self::deposit_event(Event::AuthorityAdmitted {
            authority,
            profile,
            account,
            credential_key: key,
        });
        Ok(authority)
    }

    /// Suspends an authority.
    pub(crate) fn do_suspend_authority(
        authority: AuthorityId,
        ground: SuspensionGround,
    ) -> Result<(), Error<T>> {
        let mut record = Self::authority_record(authority)?;
        ensure!(
            record.status == AuthorityStatus::Listed,
            Error::<T>::AlreadySuspended
        );
        record.status = AuthorityStatus::Suspended(ground);
        Authorities::<T>::insert(authority, record);
        Self::deposit_event(Event::AuthoritySuspended { authority, ground });
        Ok(())
    }

    /// Restores a suspended authority.
    pub(crate) fn do_restore_authority(authority: AuthorityId) -> Result<(), Error<T>> {
        let mut record = Self::authority_record(authority)?;
        ensure!(record.status != AuthorityStatus::Listed, Error::<T>::NotSuspended);
        record.status = AuthorityStatus::Listed;
        Authorities::<T>::insert(authority, record);
        Self::deposit_event(Event::AuthorityRestored { authority });
        Ok(())
    }

    /// Gives an authority another administrating account.
    pub(crate) fn do_change_authority_account(
        authority: AuthorityId,
        account: T::AccountId,
    ) -> Result<(), Error<T>> {
        let former = AccountOfAuthority::<T>::get(authority).ok_or(Error::<T>::AuthorityNotFound)?;
        Self::ensure_account_free(&account)?;
        AuthorityAccounts::<T>::remove(&former);
        Self::let_go(&former);
        AccountOfAuthority::<T>::insert(authority, &account);
        AuthorityAccounts::<T>::insert(&account, authority);
        Self::keep_alive(&account);
        Self::deposit_event(Event::AuthorityAccountChanged {
            authority,
            former,
            account,
        });
        Ok(())
    }

    /// Every affiliate is a party; sorted, each once.
    pub(crate) fn checked_affiliates(
        parties: Bounded<PartyId, 16>,
    ) -> Result<Bounded<PartyId, 16>, Error<T>> {
        ensure!(
            parties.iter().all(|party| T::Parties::party(*party).is_some()),
            Error::<T>::PartyNotFound
        );
        let mut parties = parties.into_inner();
        parties.sort();
        parties.dedup();
        Ok(Bounded::truncate_from(parties))
    }

    /// Declares the affiliates of an authority.
    pub(crate) fn do_declare_affiliates(
        authority: AuthorityId,
        parties: Bounded<PartyId, 16>,
    ) -> Result<(), Error<T>> {
        let mut record = Self::authority_record(authority)?;
        let affiliates = Self::checked_affiliates(parties)?;
        record.affiliates = affiliates.clone();
        Authorities::<T>::insert(authority, record);
        Self::deposit_event(Event::AffiliatesDeclared {
            authority,
            affiliates,
        });
        Ok(())
    }
}
