//! Officers as natural persons, and their accounts.

use crate::{
    Authorities, Config, Error, Event, OfficerAccounts, OfficerAt, OfficerOf, Officers, Pallet, PersonOf,
};
use frame_support::ensure;
use quanji_primitives::{
    authority::{Officer, OfficerRole},
    AuthorityId, Bounded, OfficerId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// An officer of `authority` who is in office.
    fn own_officer(authority: AuthorityId, id: OfficerId) -> Result<Officer, Error<T>> {
        let officer = Officers::<T>::get(id).ok_or(Error::<T>::OfficerNotFound)?;
        ensure!(officer.authority == authority, Error::<T>::OfficerNotFound);
        ensure!(officer.in_office, Error::<T>::OfficerNotInOffice);
        Ok(officer)
    }

    /// At least one role; sorted, each once.
    fn checked_roles(roles: Bounded<OfficerRole, 4>) -> Result<Bounded<OfficerRole, 4>, Error<T>> {
        ensure!(!roles.is_empty(), Error::<T>::NoRoles);
        let mut roles = roles.into_inner();
        roles.sort();
        roles.dedup();
        Ok(Bounded::truncate_from(roles))
    }

    /// Whether the person may take office.
    pub(crate) fn ensure_can_add_officer(person: &[u8; 32], account: &T::AccountId) -> Result<(), Error<T>> {
        ensure!(person.iter().any(|byte| *byte != 0), Error::<T>::PersonMissing);
        // One person under two accounts or two authorities could sit in both chairs of a case.
        let in_office = PersonOf::<T>::get(person)
            .and_then(Officers::<T>::get)
            .is_some_and(|officer| officer.in_office);
        ensure!(!in_office, Error::<T>::PersonInOffice);
        Self::ensure_account_free(account)
    }

    /// The officer whom `person` was at `authority`, or a new one. Whoever examined a case and returned under another
    /// identifier could approve it.
    fn officer_for(authority: AuthorityId, person: [u8; 32]) -> Result<(OfficerId, Officer), Error<T>> {
        if let Some(id) = OfficerAt::<T>::get(authority, person) {
            return Ok((id, Officers::<T>::get(id).ok_or(Error::<T>::OfficerNotFound)?));
        }
        let mut record = Self::authority_record(authority)?;
        record.officers = record
            .officers
            .checked_add(1)
            .ok_or(Error::<T>::TooManyOfficers)?;
        let id = OfficerId::new(authority, record.officers.into()).ok_or(Error::<T>::TooManyOfficers)?;
        Authorities::<T>::insert(authority, record);
        OfficerAt::<T>::insert(authority, person, id);
        let (roles, affiliates) = (Bounded::default(), Bounded::default());
        Ok((
            id,
            Officer {
                authority,
                person,
                roles,
                affiliates,
                in_office: false,
            },
        ))
    }

    /// Takes a person into office.
    pub(crate) fn do_add_officer(
        authority: AuthorityId,
        person: [u8; 32],
        roles: Bounded<OfficerRole, 4>,
        account: T::AccountId,
    ) -> Result<OfficerId, Error<T>> {
        Self::listed_authority(authority)?;
        Self::ensure_can_add_officer(&person, &account)?;
        let roles = Self::checked_roles(roles)?;
        let (id, officer) = Self::officer_for(authority, person)?;
        Officers::<T>::insert(
            id,
            Officer {
                roles: roles.clone(),
                in_office: true,
                ..officer
            },
        );
        PersonOf::<T>::insert(person, id);
        Self::attach(id, &account)?;
        Self::deposit_event(Event::OfficerAdded {
            authority,
            officer: id,
            person,
            roles,
            account,
        });
        Ok(id)
    }

    /// Changes the roles of an officer.
    pub(crate) fn do_set_officer_roles(
        authority: AuthorityId,
        id: OfficerId,
        roles: Bounded<OfficerRole, 4>,
    ) -> Result<(), Error<T>> {
        Self::listed_authority(authority)?;
        let officer = Self::own_officer(authority, id)?;
        let roles = Self::checked_roles(roles)?;
        Officers::<T>::insert(
            id,
            Officer {
                roles: roles.clone(),
                ..officer
            },
        );
        Self::deposit_event(Event::OfficerRolesSet {
            authority,
            officer: id,
            roles,
        });
        Ok(())
    }

    /// Ends an office.
    pub(crate) fn do_dismiss_officer(authority: AuthorityId, id: OfficerId) -> Result<(), Error<T>> {
        let officer = Self::own_officer(authority, id)?;
        Officers::<T>::insert(
            id,
            Officer {
                in_office: false,
                ..officer
            },
        );
        for account in OfficerAccounts::<T>::take(id) {
            OfficerOf::<T>::remove(&account);
            Self::let_go(&account);
        }
        Self::deposit_event(Event::OfficerDismissed {
            authority,
            officer: id,
        });
        Ok(())
    }

    fn attach(id: OfficerId, account: &T::AccountId) -> Result<(), Error<T>> {
        OfficerAccounts::<T>::try_mutate(id, |accounts| accounts.try_push(account.clone()))
            .map_err(|_| Error::<T>::TooManyAccounts)?;
        OfficerOf::<T>::insert(account, id);
        Self::keep_alive(account);
        Ok(())
    }

    /// Gives an officer a further account.
    pub(crate) fn do_bind_officer_account(
        authority: AuthorityId,
        id: OfficerId,
        account: T::AccountId,
    ) -> Result<(), Error<T>> {
        Self::listed_authority(authority)?;
        Self::own_officer(authority, id)?;
        Self::ensure_account_free(&account)?;
        Self::attach(id, &account)?;
        Self::deposit_event(Event::OfficerAccountBound {
            authority,
            officer: id,
            account,
        });
        Ok(())
    }

    /// Takes an account from an officer.
    pub(crate) fn do_unbind_officer_account(
        authority: AuthorityId,
        account: T::AccountId,
    ) -> Result<(), Error<T>> {
        let id = OfficerOf::<T>::get(&account).ok_or(Error::<T>::AccountNotBound)?;
        ensure!(id.authority() == authority, Error::<T>::AccountNotBound);
        OfficerOf::<T>::remove(&account);
        OfficerAccounts::<T>::mutate(id, |accounts| accounts.retain(|other| *other != account));
        Self::let_go(&account);
        Self::deposit_event(Event::OfficerAccountUnbound {
            authority,
            officer: id,
            account,
        });
        Ok(())
    }

    /// Declares the affiliates of an officer.
    pub(crate) fn do_declare_own_affiliates(
        id: OfficerId,
        parties: Bounded<PartyId, 16>,
    ) -> Result<(), Error<T>> {
        let officer = Officers::<T>::get(id).ok_or(Error::<T>::OfficerNotFound)?;
        let affiliates = Self::checked_affiliates(parties)?;
        let authority = officer.authority;
        Officers::<T>::insert(
            id,
            Officer {
                affiliates: affiliates.clone(),
                ..officer
            },
        );
        Self::deposit_event(Event::OfficerAffiliatesDeclared {
            authority,
            officer: id,
            affiliates,
        });
        Ok(())
    }
}
