//! Who acts, in which capacity, and whether that person may act in this case.

use crate::{Cases, Config, Error, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    authority::{Officer, OfficerRole},
    capacity::{Capacity, CounterFiling, Power, PowerGap, Via},
    case::{Case, Stage},
    clock::Moment,
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    person::Person,
    regime::{Act, Regime},
    AuthorityId, CaseId, ObjectId, OfficerId, PartyId, PowerId,
};

/// Days of the calendar in which an officer files what was received at the counter.
const COUNTER_DAYS_MAX: u32 = 30;

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

    pub(crate) fn ensure_good_standing(party: PartyId) -> Result<(), Error<T>> {
        let record = T::Parties::party(party).ok_or(Error::<T>::NotAParty)?;
        record
            .is_in_good_standing()
            .then_some(())
            .ok_or(Error::<T>::PartySuspended)
    }

    /// The party for which `account` does `act` on `object` at `authority`, and through whom.
    pub(crate) fn acting_party(
        account: &T::AccountId,
        capacity: Capacity,
        authority: AuthorityId,
        act: Act,
        object: Option<ObjectId>,
    ) -> Result<(PartyId, Via), Error<T>> {
        match capacity {
            Capacity::Own => Ok((Self::party(account)?, Via::Own)),
            Capacity::Agent(power) => Self::principal(account, power, authority, act, object),
            Capacity::Counter(filing) => Self::at_the_counter(account, authority, filing),
        }
    }

    /// NG 16: the principal of an agent with a power that covers `act` on `object` now.
    fn principal(
        account: &T::AccountId,
        id: PowerId,
        authority: AuthorityId,
        act: Act,
        object: Option<ObjectId>,
    ) -> Result<(PartyId, Via), Error<T>> {
        let agent = Self::party(account)?;
        // NG 10(7): neither the authority nor an affiliate of it is an agent before it.
        Self::ensure_not_own_case(authority, agent, &[])?;
        let power = Self::power_of(agent, id)?;
        power
            .covers(act, object, T::Rules::default().now())
            .map_err(|gap| match gap {
                PowerGap::NotInForce => Error::<T>::PowerNotInForce,
                PowerGap::Act => Error::<T>::PowerWithoutAct,
                PowerGap::Object => Error::<T>::PowerWithoutObject,
            })?;
        Self::ensure_good_standing(power.principal)?;
        Ok((power.principal, Via::Agent { agent, power: id }))
    }

    fn power_of(agent: PartyId, id: PowerId) -> Result<Power, Error<T>> {
        T::Parties::power(id)
            .filter(|power| power.agent == agent)
            .ok_or(Error::<T>::PowerNotHeld)
    }

    /// A party that signed on paper, for which a registrar or examiner of the authority files.
    fn at_the_counter(
        account: &T::AccountId,
        authority: AuthorityId,
        filing: CounterFiling,
    ) -> Result<(PartyId, Via), Error<T>> {
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
        let known = T::Parties::party(filing.party).is_some();
        if officer.authority != authority || !known {
            return Err(Error::<T>::CounterFilingUnfit);
        }
        if !officer.may(OfficerRole::Registrar) && !officer.may(OfficerRole::Examiner) {
            return Err(Error::<T>::RoleMissing);
        }
        if !T::Authorities::is_listed(authority) {
            return Err(Error::<T>::AuthorityNotListed);
        }
        Self::ensure_good_standing(filing.party)?;
        // Who has a key signs with it: one officer does not act in its place.
        if T::Parties::has_account(filing.party) {
            return Err(Error::<T>::PartyHasAccount);
        }
        let (now, received_at) = (T::Rules::default().now(), filing.received_at);
        if received_at > now || now >= received_at.day().plus(COUNTER_DAYS_MAX).end() {
            return Err(Error::<T>::ReceivedAtUnfit);
        }
        let via = Via::Counter {
            officer: id,
            document: filing.document,
            received_at,
        };
        Ok((filing.party, via))
    }

    /// Through whom the applicant of `case` acts in it.
    pub(crate) fn ensure_applicant(
        account: &T::AccountId,
        capacity: Capacity,
        case: &Case,
    ) -> Result<Via, Error<T>> {
        let (party, via) = Self::acting_party(
            account,
            capacity,
            case.filing.authority(),
            case.act,
            case.filing.object(),
        )?;
        if party != Self::current(case.applicant) {
            return Err(Error::<T>::NotTheApplicant);
        }
        for objection in &case.objections {
            Self::ensure_not_on_both_sides(via.under_power(), objection.via.under_power())?;
        }
        let objects = |party| {
            case.objections
                .iter()
                .any(|objection| objection.objector == party)
        };
        Self::ensure_not_agent_of_the_other(&via, objects)?;
        Ok(via)
    }

    /// One agent acts for two sides of a matter only if both principals' powers say that he may.
    pub(crate) fn ensure_not_on_both_sides(
        one: Option<(PartyId, PowerId)>,
        other: Option<(PartyId, PowerId)>,
    ) -> Result<(), Error<T>> {
        let (Some((agent, power)), Some((other_agent, other_power))) = (one, other) else {
            return Ok(());
        };
        let both = |id: PowerId| T::Parties::power(id).is_some_and(|power| power.both_sides);
        if agent == other_agent && !(both(power) && both(other_power)) {
            return Err(Error::<T>::AgentOfBothSides);
        }
        Ok(())
    }

    /// Who is the other side of a matter is the agent in it only if the power says that he may.
    pub(crate) fn ensure_not_agent_of_the_other(
        via: &Via,
        is_other_side: impl Fn(PartyId) -> bool,
    ) -> Result<(), Error<T>> {
        let Via::Agent { agent, power } = via else {
            return Ok(());
        };
        let may = T::Parties::power(*power).is_some_and(|power| power.both_sides);
        (may || !is_other_side(*agent))
            .then_some(())
            .ok_or(Error::<T>::AgentOfBothSides)
    }

    /// Keeps in mind through whom the applicant acts in a case that it filed: an officer at the counter decides nothing in
    /// it, and an agent is not the objector's.
    pub(crate) fn remember_via(case: &mut Case, via: &Via) -> Result<(), Error<T>> {
        Self::remember_counter_officer(case, via)?;
        match via.under_power() {
            Some(acted) if !case.agents().any(|known| known == acted) => case
                .later_agents
                .try_push(acted)
                .map_err(|_| Error::<T>::CaseFull),
            _ => Ok(()),
        }
    }

    /// Keeps in mind the officer who filed at the counter: that person decides nothing in the case, and did not before.
    pub(crate) fn remember_counter_officer(case: &mut Case, via: &Via) -> Result<(), Error<T>> {
        match via.counter_officer() {
            Some(officer) if has_decided(case, officer) => Err(Error::<T>::FiledAtCounterBySamePerson),
            Some(officer) if !case.counter_officers.contains(&officer) => case
                .counter_officers
                .try_push(officer)
                .map_err(|_| Error::<T>::CaseFull),
            _ => Ok(()),
        }
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

    /// The officer of `account`, if in office at a listed `authority` with one of `roles` and without interest in `case`.
    pub(crate) fn ensure_officer_may_act(
        account: &T::AccountId,
        case: &Case,
        roles: &[OfficerRole],
    ) -> Result<Acting, Error<T>> {
        let authority = case.filing.authority();
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
        Self::ensure_not_own_case(authority, case.applicant, &case.parties())?;
        Self::ensure_not_concerned(&officer, case)?;
        // Who filed for a party does not judge what was filed.
        if case.counter_officers.contains(&id) {
            return Err(Error::<T>::FiledAtCounterBySamePerson);
        }
        Ok(Acting {
            officer: id,
            authority,
            now: T::Rules::default().now(),
        })
    }

    /// The officer of `account`, if in office at the listed `authority` with one of `roles`, who may act in a matter of
    /// `parties`.
    pub(crate) fn ensure_keeper(
        account: &T::AccountId,
        authority: AuthorityId,
        roles: &[OfficerRole],
        parties: &[PartyId],
    ) -> Result<Acting, Error<T>> {
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
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
        if let Some((first, others)) = parties.split_first() {
            Self::ensure_not_own_case(authority, *first, others)?;
        }
        Self::ensure_without_interest(&officer, parties.iter().copied())?;
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
        // Predecessors and successors count as well.
        let mut own = record.affiliates.to_vec();
        own.extend(T::Parties::party_of_person(&Person::LegalPerson(
            record.profile.credit_code,
        )));
        let parties: Vec<PartyId> = holders.iter().copied().chain([applicant]).collect();
        let concerned = T::Parties::are_linked(&own, &parties);
        (!concerned).then_some(()).ok_or(Error::<T>::OwnCase)
    }

    /// An officer never decides a case in which he or a declared affiliate is party, agent, objector or service
    /// institution (NG 10(7)).
    fn ensure_not_concerned(officer: &Officer, case: &Case) -> Result<(), Error<T>> {
        let reporters = case.reports.iter().map(|report| report.institution);
        let objectors = case.objections.iter().map(|objection| objection.objector);
        let agents = case
            .objections
            .iter()
            .filter_map(|objection| objection.via.under_power())
            .chain(case.agents())
            .map(|(agent, _)| agent)
            .chain(case.signatures().filter_map(|(_, via)| via.agent()));
        let parties = case
            .parties()
            .into_iter()
            .chain([case.applicant])
            .chain(reporters)
            .chain(objectors)
            .chain(agents);
        Self::ensure_without_interest(officer, parties)
    }

    /// The officer is none of `parties` and is affiliated with none, nor with a predecessor or successor (NG 10(7)).
    pub(crate) fn ensure_without_interest(
        officer: &Officer,
        parties: impl IntoIterator<Item = PartyId>,
    ) -> Result<(), Error<T>> {
        let mut own = officer.affiliates.to_vec();
        own.extend(T::Parties::party_of_person(&Person::NaturalPerson(
            officer.person,
        )));
        let parties: Vec<PartyId> = parties.into_iter().collect();
        let concerned = T::Parties::are_linked(&own, &parties);
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

    /// No conflict with another authority stops the case, and the department did not decide that it yields.
    pub(crate) fn ensure_goes_on(case: &Case) -> Result<(), Error<T>> {
        if case.conflict.is_some() {
            return Err(Error::<T>::InConflict);
        }
        (!case.yields).then_some(()).ok_or(Error::<T>::CaseYields)
    }
}

/// Whether the officer handled, examined, approved or refused the case, or took part in its re-assessment.
fn has_decided(case: &Case, officer: OfficerId) -> bool {
    let examiner = case.examination.as_ref().map(|(_, signed)| signed.officer);
    let refuser = case.refusal.map(|refusal| refusal.by.officer);
    let appealed = case.appeal.map(|appeal| appeal.against.by.officer);
    let approver = case.approval.map(|approval| approval.officer);
    let deciders = [case.handler, examiner, approver, refuser, appealed];
    deciders.contains(&Some(officer))
}
