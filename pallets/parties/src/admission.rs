//! Admission of persons as parties.

use crate::{who::Acting, Config, Error, Event, LastSerial, Pallet, Parties, PersonIndex};
use codec::Encode;
use frame_support::ensure;
use quanji_primitives::{
    person::{PartyRole, Person},
    v1::{PartyRecord, PartyStanding},
    AuthorityId, Bounded, PartyId,
};
use sp_runtime::traits::{BlakeTwo256, Hash};

impl<T: Config> Pallet<T> {
    /// What identifies a person. A credit code names one person, whether filed as a legal person or as an
    /// unincorporated organisation.
    pub(crate) fn person_key(person: &Person) -> [u8; 32] {
        let identity = match person {
            Person::UnincorporatedOrganisation(code) => &Person::LegalPerson(*code),
            other => other,
        };
        BlakeTwo256::hash(&identity.encode()).0
    }

    /// Registrant and the others; sorted, each once.
    pub(crate) fn with_registrant(roles: Bounded<PartyRole, 4>) -> Bounded<PartyRole, 4> {
        let mut roles = roles.into_inner();
        roles.push(PartyRole::Registrant);
        roles.sort();
        roles.dedup();
        Bounded::truncate_from(roles)
    }

    /// Whether the person may be admitted.
    pub(crate) fn ensure_can_admit(person: &Person, account: Option<&T::AccountId>) -> Result<(), Error<T>> {
        ensure!(person.check().is_ok(), Error::<T>::WrongPersonNumber);
        ensure!(
            *person != Person::NaturalPerson([0; 32]),
            Error::<T>::CommitmentMissing
        );
        ensure!(
            !PersonIndex::<T>::contains_key(Self::person_key(person)),
            Error::<T>::PersonAlreadyAdmitted
        );
        account.map_or(Ok(()), Self::ensure_account_free)
    }

    /// Writes a new party with the next serial number of its authority.
    pub(crate) fn insert_party(
        authority: AuthorityId,
        person: &Person,
        roles: &Bounded<PartyRole, 4>,
        account: Option<&T::AccountId>,
    ) -> Result<PartyId, Error<T>> {
        Self::ensure_can_admit(person, account)?;
        let serial = LastSerial::<T>::get(authority).saturating_add(1);
        let party = PartyId::new(authority, serial).ok_or(Error::<T>::TooManyParties)?;
        LastSerial::<T>::insert(authority, serial);
        PersonIndex::<T>::insert(Self::person_key(person), party);
        let record = PartyRecord {
            version: 1,
            person: person.clone(),
            roles: roles.clone(),
            admitted_by: authority,
            admitted_at: Self::now(),
            standing: PartyStanding::Good,
        };
        Parties::<T>::insert(party, record);
        if let Some(account) = account {
            Self::attach(party, account)?;
        }
        Ok(party)
    }

    /// Admits a person.
    pub(crate) fn do_admit(
        acting: Acting,
        person: Person,
        roles: Bounded<PartyRole, 4>,
        account: Option<T::AccountId>,
    ) -> Result<PartyId, Error<T>> {
        let Acting { authority, officer } = acting;
        let roles = Self::with_registrant(roles);
        let party = Self::insert_party(authority, &person, &roles, account.as_ref())?;
        Self::deposit_event(Event::PartyAdmitted {
            party,
            person,
            roles,
            account,
            authority,
            officer,
        });
        Ok(party)
    }
}
