//! Who acts, and whether that person may act in this case.

use crate::{Cases, Config, Error, Pallet};
use quanji_primitives::{
    authority::{Officer, OfficerRole},
    case::{Case, Stage, Status},
    clock::Moment,
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    person::Person,
    regime::Regime,
    AuthorityId, CaseId, OfficerId, PartyId,
};

/// An officer who may act in a case now.
pub(crate) struct Acting {
    pub officer: OfficerId,
    pub authority: AuthorityId,
    pub now: Moment,
}

impl<T: Config> Pallet<T> {
    /// The party in good standing to which `account` is bound.
    pub(crate) fn party(account: &T::AccountId) -> Result<PartyId, Error<T>> {
        let party = T::Parties::party_of(account).ok_or(Error::<T>::NotAParty)?;
        Self::ensure_good_standing(party)?;
        Ok(party)
    }

    fn ensure_good_standing(party: PartyId) -> Result<(), Error<T>> {
        let record = T::Parties::party(party).ok_or(Error::<T>::NotAParty)?;
        record
            .is_in_good_standing()
            .then_some(())
            .ok_or(Error::<T>::PartySuspended)
    }

    /// A case in state.
    pub(crate) fn open_case(case: CaseId) -> Result<Case, Error<T>> {
        Cases::<T>::get(case).ok_or(Error::<T>::CaseNotFound)
    }

    /// The regime by which a case is judged.
    pub(crate) fn regime_of(case: &Case) -> Result<Regime, Error<T>> {
        T::Rules::default()
            .regime(case.regime)
            .ok_or(Error::<T>::RegimeNotFound)
    }

    /// What is true of a case now.
    pub(crate) fn status_of(case: CaseId) -> Option<Status> {
        let (rules, case) = (T::Rules::default(), Cases::<T>::get(case)?);
        Some(case.status(rules.now(), &rules.regime(case.regime)?, &rules))
    }

    /// The officer of `account`, if in office at a listed `authority` with one of `roles` and without interest in `case`.
    pub(crate) fn ensure_officer_may_act(
        account: &T::AccountId,
        case: &Case,
        roles: &[OfficerRole],
    ) -> Result<Acting, Error<T>> {
        let authority = case.filing.authority;
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
        // A case is decided by officers of its own authority.
        if officer.authority != authority {
            return Err(Error::<T>::WrongAuthority);
        }
        if !roles.iter().any(|role| officer.may(*role)) {
            return Err(Error::<T>::RoleMissing);
        }
        // A suspended authority completes nothing (NG 38).
        if !T::Authorities::is_listed(authority) {
            return Err(Error::<T>::AuthorityNotListed);
        }
        Self::ensure_not_own_case(authority, case.applicant, &case.filing.holders.parties())?;
        Self::ensure_not_concerned(&officer, case)?;
        Ok(Acting {
            officer: id,
            authority,
            now: T::Rules::default().now(),
        })
    }

    /// An authority never registers for itself or an affiliate (NG 10(7)).
    pub(crate) fn ensure_not_own_case(
        authority: AuthorityId,
        applicant: PartyId,
        holders: &[PartyId],
    ) -> Result<(), Error<T>> {
        let record = T::Authorities::authority(authority).ok_or(Error::<T>::AuthorityNotListed)?;
        let own = |party: &PartyId| {
            let is_itself = T::Parties::party(*party).is_some_and(|record_of_party| {
                matches!(record_of_party.person,
                    Person::LegalPerson(code) | Person::UnincorporatedOrganisation(code)
                        if code == record.profile.credit_code)
            });
            is_itself || record.affiliates.contains(party)
        };
        let concerned = own(&applicant) || holders.iter().any(own);
        (!concerned).then_some(()).ok_or(Error::<T>::OwnCase)
    }

    /// An officer never decides a case of his own or of a declared affiliate (NG 10(7)).
    fn ensure_not_concerned(officer: &Officer, case: &Case) -> Result<(), Error<T>> {
        let is_the_officer = |party: PartyId| {
            T::Parties::party(party)
                .is_some_and(|record| record.person == Person::NaturalPerson(officer.person))
        };
        let reporters = case.reports.iter().map(|report| report.institution);
        let parties = case
            .filing
            .holders
            .parties()
            .into_iter()
            .chain([case.applicant])
            .chain(reporters);
        let concerned = parties
            .into_iter()
            .any(|party| officer.affiliates.contains(&party) || is_the_officer(party));
        (!concerned).then_some(()).ok_or(Error::<T>::OfficerConcerned)
    }

    /// Examiner and decider are different persons.
    pub(crate) fn ensure_another_person(case: &Case, acting: &Acting) -> Result<(), Error<T>> {
        let same = case
            .examination
            .as_ref()
            .is_some_and(|(_, signed)| signed.officer == acting.officer);
        (!same).then_some(()).ok_or(Error::<T>::SamePerson)
    }

    /// The case is at one of `stages`.
    pub(crate) fn ensure_stage(case: &Case, stages: &[Stage]) -> Result<(), Error<T>> {
        stages
            .contains(&case.stage)
            .then_some(())
            .ok_or(Error::<T>::WrongStage)
    }
}
