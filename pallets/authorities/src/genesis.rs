//! The directory at genesis.

use crate::{Config, Department, Error, GenesisConfig, MinimumValidators, Pallet, SessionLength, Validators};
use alloc::vec::Vec;
use quanji_primitives::{
    authority::{AuthorityProfile, OfficerRole},
    digest::hex_bytes,
    Bounded,
};
use serde::{Deserialize, Serialize};

/// An authority at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityGenesis<AccountId> {
    /// Its public facts.
    pub profile: AuthorityProfile,
    /// Its administrating account.
    pub account: AccountId,
    /// The Ed25519 key of its credentials, in hexadecimal digits.
    #[serde(with = "hex_bytes")]
    pub credential_key: [u8; 32],
    /// Its validator.
    #[serde(default = "none")]
    pub validator: Option<AccountId>,
    /// Its officers, who get the serial numbers 1, 2, 3 and so on.
    #[serde(default = "Vec::new")]
    pub officers: Vec<OfficerGenesis<AccountId>>,
}

/// An officer at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerGenesis<AccountId> {
    /// Commitment to the person's identity, in hexadecimal digits.
    #[serde(with = "hex_bytes")]
    pub person: [u8; 32],
    /// The roles.
    pub roles: Bounded<OfficerRole, 4>,
    /// The account.
    pub account: AccountId,
}

// The attribute `default` alone would demand a default account.
fn none<AccountId>() -> Option<AccountId> {
    None
}

impl<T: Config> GenesisConfig<T> {
    /// Writes the directory, or stops: a chain must not start from a directory that contradicts itself.
    #[allow(clippy::panic, reason = "a genesis state has no other way to refuse")]
    pub(crate) fn build_or_panic(&self) {
        if let Err(error) = self.write() {
            panic!("the genesis state of the authorities is wrong: {error:?}");
        }
    }

    fn write(&self) -> Result<(), Error<T>> {
        SessionLength::<T>::put(self.session_length);
        MinimumValidators::<T>::put(self.minimum_validators);
        if let Some(department) = &self.department {
            Pallet::<T>::ensure_account_free(department)?;
            Pallet::<T>::keep_alive(department);
            Department::<T>::put(department);
        }
        self.authorities.iter().try_for_each(admit::<T>)?;
        let enough = self.authorities.is_empty() || Validators::<T>::count() >= self.minimum_validators;
        enough.then_some(()).ok_or(Error::<T>::TooFewValidators)
    }
}

fn admit<T: Config>(authority: &AuthorityGenesis<T::AccountId>) -> Result<(), Error<T>> {
    let AuthorityGenesis {
        profile,
        account,
        credential_key,
        validator,
        officers,
    } = authority.clone();
    let id = Pallet::<T>::do_admit_authority(profile, account, credential_key)?;
    if validator.is_some() {
        Pallet::<T>::do_set_validator(id, validator)?;
    }
    officers.into_iter().try_for_each(
        |OfficerGenesis {
             person,
             roles,
             account,
         }| { Pallet::<T>::do_add_officer(id, person, roles, account).map(|_| ()) },
    )
}
