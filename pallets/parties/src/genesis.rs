//! The parties at genesis.

use crate::{Config, Error, GenesisConfig, Pallet, RecoveryDelay};
use quanji_primitives::{
    directory::AuthorityDirectory,
    person::{PartyRole, Person},
    AuthorityId, Bounded,
};
use serde::{Deserialize, Serialize};

/// A party at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyGenesis<AccountId> {
    /// Who it is.
    pub person: Person,
    /// What it may do; registrant is always among them.
    pub roles: Bounded<PartyRole, 4>,
    /// Its account.
    pub account: AccountId,
    /// The authority that verified it.
    pub admitted_by: AuthorityId,
}

impl<T: Config> GenesisConfig<T> {
    /// Writes the parties, or stops: a chain must not start from a register that contradicts itself.
    #[allow(clippy::panic, reason = "a genesis state has no other way to refuse")]
    pub(crate) fn build_or_panic(&self) {
        if let Err(error) = self.write() {
            panic!("the genesis state of the parties is wrong: {error:?}");
        }
    }

    fn write(&self) -> Result<(), Error<T>> {
        Pallet::<T>::ensure_delay_in_range(self.recovery_delay)?;
        RecoveryDelay::<T>::put(self.recovery_delay);
        self.parties.iter().try_for_each(
            |PartyGenesis {
                 person,
                 roles,
                 account,
                 admitted_by,
             }| {
                let listed = T::Authorities::is_listed(*admitted_by);
                listed.then_some(()).ok_or(Error::<T>::AuthorityNotListed)?;
                let roles = Pallet::<T>::with_registrant(roles.clone());
                Pallet::<T>::insert_party(*admitted_by, person, &roles, Some(account)).map(|_| ())
            },
        )
    }
}
