//! Invariants of the directory, each with its sentence.

#![cfg(any(feature = "try-runtime", test))]

use crate::{
    AccountOfAuthority, Authorities, AuthorityAccounts, AuthorityByNumberPlace, Config, CredentialKeys,
    Department, LastAuthority, MinimumValidators, OfficerAccounts, OfficerAt, OfficerOf, Officers, Pallet,
    PersonOf, ValidatorOf, Validators,
};
use frame_support::{ensure, traits::Get};
use quanji_primitives::directory::PartyRegister;
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
    /// Checks every invariant of this pallet.
    pub fn do_try_state() -> Checked {
        Self::check_authorities()?;
        Self::check_officers()?;
        Self::check_validators()?;
        Self::check_accounts()
    }

    fn check_authorities() -> Checked {
        let count = u16::try_from(Authorities::<T>::iter_keys().count()).ok();
        ensure!(
            count == Some(LastAuthority::<T>::get().0),
            "authorities are numbered densely from 1"
        );
        for (id, record) in Authorities::<T>::iter() {
            let place = (record.profile.region, record.profile.digit);
            ensure!(record.profile.is_valid(), "every authority has a valid profile");
            ensure!(
                AuthorityByNumberPlace::<T>::get(place) == Some(id),
                "no two authorities share region and digit"
            );
            let account = AccountOfAuthority::<T>::get(id);
            ensure!(
                account.and_then(AuthorityAccounts::<T>::get) == Some(id),
                "every authority has one administrating account"
            );
            ensure!(
                (0..record.credential_keys).all(|number| CredentialKeys::<T>::contains_key(id, number))
                    && CredentialKeys::<T>::iter_prefix(id).count() == record.credential_keys as usize,
                "credential keys are dense and never deleted"
            );
            ensure!(
                OfficerAt::<T>::iter_prefix(id).count() == record.officers as usize,
                "an authority counts its officers, former ones included"
            );
        }
        ensure!(
            AuthorityAccounts::<T>::iter().count() == AccountOfAuthority::<T>::iter().count(),
            "an account administers one authority only"
        );
        Ok(())
    }

    fn check_officers() -> Checked {
        for (id, officer) in Officers::<T>::iter() {
            let record = Authorities::<T>::get(officer.authority);
            ensure!(
                id.authority() == officer.authority
                    && record.is_some_and(|record| (1..=u64::from(record.officers)).contains(&id.serial())),
                "officers are numbered densely from 1 below their authority"
            );
            ensure!(
                OfficerAt::<T>::get(officer.authority, officer.person) == Some(id),
                "a person has one identifier at an authority for ever"
            );
            ensure!(
                !officer.in_office || PersonOf::<T>::get(officer.person) == Some(id),
                "one person holds one office on the whole chain"
            );
            let accounts = OfficerAccounts::<T>::get(id);
            ensure!(
                accounts
                    .iter()
                    .all(|account| OfficerOf::<T>::get(account) == Some(id)),
                "the accounts of an officer lead back to the officer"
            );
            ensure!(
                officer.in_office || accounts.is_empty(),
                "a former officer has no account"
            );
            ensure!(!officer.roles.is_empty(), "every officer has a role");
        }
        let listed: usize = OfficerAccounts::<T>::iter_values()
            .map(|accounts| accounts.len())
            .sum();
        ensure!(
            OfficerOf::<T>::iter().count() == listed,
            "an account belongs to one officer only"
        );
        Ok(())
    }

    fn check_validators() -> Checked {
        let count = Validators::<T>::count();
        ensure!(
            Validators::<T>::iter().all(|(id, account)| ValidatorOf::<T>::get(account) == Some(id)),
            "the validator of an authority leads back to it"
        );
        ensure!(
            ValidatorOf::<T>::iter().count() == count as usize
                && Validators::<T>::iter().count() == count as usize,
            "an account is the validator of one authority only"
        );
        ensure!(
            count <= T::MaxValidators::get(),
            "there are no more validators than allowed"
        );
        ensure!(
            count == 0 || count >= MinimumValidators::<T>::get(),
            "there are no fewer validators than the minimum"
        );
        Ok(())
    }

    fn check_accounts() -> Checked {
        let accounts = AuthorityAccounts::<T>::iter_keys()
            .chain(OfficerOf::<T>::iter_keys())
            .chain(ValidatorOf::<T>::iter_keys())
            .chain(Department::<T>::get());
        for account in accounts {
            ensure!(
                frame_system::Pallet::<T>::providers(&account) > 0,
                "every account of the directory can send transactions"
            );
            ensure!(
                !T::Parties::is_bound(&account),
                "no account of the directory is bound to a party"
            );
            ensure!(
                !(OfficerOf::<T>::contains_key(&account)
                    && (AuthorityAccounts::<T>::contains_key(&account)
                        || ValidatorOf::<T>::contains_key(&account))),
                "an officer's account is nothing else"
            );
        }
        Ok(())
    }
}
