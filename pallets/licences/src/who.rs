//! Who acts, for whom, and whether that person may act for this object.

use crate::{Config, Error, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    authority::{Officer, OfficerRole},
    capacity::{Capacity, CounterFiling, PowerGap, Via},
    clock::Moment,
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    person::Person,
    regime::Act,
    terms::PartySignature,
    v1::AuthorityRecord,
    AuthorityId, ObjectId, OfficerId, PartyId, PowerId,
};

/// A document at the counter is typed in within this many days of its receipt.
const COUNTER_DAYS_MAX: u32 = 30;

/// An officer who may act in a matter now.
#[derive(Clone, Copy)]
pub(crate) struct Acting {
    pub officer: OfficerId,
    pub authority: AuthorityId,
    pub now: Moment,
}

impl<T: Config> Pallet<T> {
    /// Register time.
    pub(crate) fn now() -> Moment {
        T::Rules::default().now()
    }

    /// The party for which `account` acts, through whom, and when its act counts as given.
    pub(crate) fn acting_party(
        account: &T::AccountId,
        capacity: Capacity,
        authority: AuthorityId,
        object: ObjectId,
    ) -> Result<PartySignature, Error<T>> {
        let now = Self::now();
        let (party, via) = match capacity {
            Capacity::Own => (Self::own_party(account)?, Via::Own),
            Capacity::Agent(power) => Self::principal(account, power, object, now)?,
            Capacity::Counter(filing) => Self::at_counter(account, filing, authority, now)?,
        };
        Self::ensure_good_standing(party)?;
        let at = via.received_at(now);
        Ok(PartySignature { party, via, at })
    }

    fn own_party(account: &T::AccountId) -> Result<PartyId, Error<T>> {
        T::Parties::party_of(account).ok_or(Error::<T>::NotAParty)
    }

    pub(crate) fn ensure_good_standing(party: PartyId) -> Result<(), Error<T>> {
        let record = T::Parties::party(party).ok_or(Error::<T>::NotAParty)?;
        ensure!(record.is_in_good_standing(), Error::<T>::PartySuspended);
        Ok(())
    }

    /// An agent acts within a registered power (NG 16).
    fn principal(
        account: &T::AccountId,
        power: PowerId,
        object: ObjectId,
        now: Moment,
    ) -> Result<(PartyId, Via), Error<T>> {
        let agent = Self::own_party(account)?;
        Self::ensure_good_standing(agent)?;
        let record = T::Parties::power(power)
            .filter(|record| record.agent == agent)
            .ok_or(Error::<T>::PowerNotHeld)?;
        record
            .covers(Act::Licence, Some(object), now)
            .map_err(|gap| match gap {
                PowerGap::NotInForce => Error::<T>::PowerNotInForce,
                PowerGap::Act => Error::<T>::PowerWithoutAct,
                PowerGap::Object => Error::<T>::PowerWithoutObject,
            })?;
        Ok((record.principal, Via::Agent { agent, power }))
    }

    /// An officer at the counter types in what a party has signed on paper.
    fn at_counter(
        account: &T::AccountId,
        filing: CounterFiling,
        authority: AuthorityId,
        now: Moment,
    ) -> Result<(PartyId, Via), Error<T>> {
        let CounterFiling {
            party,
            document,
            received_at,
        } = filing;
        let (officer, record) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
        let known = record.authority == authority && T::Parties::party(party).is_some();
        ensure!(known, Error::<T>::CounterFilingUnfit);
        Self::ensure_role(&record, &[OfficerRole::Registrar, OfficerRole::Examiner])?;
        Self::ensure_listed(authority)?;
        // Who has a key signs with it: one officer does not act in its place.
        ensure!(!T::Parties::has_account(party), Error::<T>::PartyHasAccount);
        let recent = received_at <= now && received_at.day().plus(COUNTER_DAYS_MAX) >= now.day();
        ensure!(recent, Error::<T>::ReceivedAtUnfit);
        let via = Via::Counter {
            officer,
            document,
            received_at,
        };
        Ok((party, via))
    }

    /// A signature on paper is not older than what it answers; nobody signs twice.
    pub(crate) fn ensure_new_signature(
        signatures: &[PartySignature],
        acting: &PartySignature,
    ) -> Result<(), Error<T>> {
        let signed = signatures
            .iter()
            .any(|other| T::Parties::current(other.party) == acting.party);
        ensure!(!signed, Error::<T>::AlreadySigned);
        let first = signatures.first().map_or(acting.at, |first| first.at);
        ensure!(acting.at >= first, Error::<T>::ReceivedAtUnfit);
        Ok(())
    }

    /// An agent acts for one side, unless the powers of both say otherwise. `opponents`: the parties of the other side.
    pub(crate) fn ensure_one_side(
        signatures: &[PartySignature],
        opponents: &[PartyId],
        acting: &PartySignature,
    ) -> Result<(), Error<T>> {
        let allowed = T::Parties::acts_for_one_side(opponents, signatures, acting);
        ensure!(allowed, Error::<T>::AgentOfBothSides);
        Ok(())
    }

    /// The officer of `account` who may decide for the object kept by `authority`, in a matter of `parties`.
    pub(crate) fn ensure_decider(
        account: &T::AccountId,
        authority: AuthorityId,
        parties: &[PartyId],
    ) -> Result<Acting, Error<T>> {
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
        // A matter is decided by officers of its own authority.
        ensure!(officer.authority == authority, Error::<T>::WrongAuthority);
        Self::ensure_role(&officer, &[OfficerRole::Examiner, OfficerRole::Reviewer])?;
        // A suspended authority completes nothing (NG 38).
        Self::ensure_listed(authority)?;
        Self::ensure_not_own_case(authority, parties)?;
        Self::ensure_not_concerned(&officer, parties)?;
        Ok(Acting {
            officer: id,
            authority,
            now: Self::now(),
        })
    }

    fn ensure_role(officer: &Officer, roles: &[OfficerRole]) -> Result<(), Error<T>> {
        ensure!(
            roles.iter().any(|role| officer.may(*role)),
            Error::<T>::RoleMissing
        );
        Ok(())
    }

    fn ensure_listed(authority: AuthorityId) -> Result<(), Error<T>> {
        ensure!(
            T::Authorities::is_listed(authority),
            Error::<T>::AuthorityNotListed
        );
        Ok(())
    }

    /// No authority decides a matter of its own or of an affiliate (NG 10(7)).
    fn ensure_not_own_case(authority: AuthorityId, parties: &[PartyId]) -> Result<(), Error<T>> {
        let record = T::Authorities::authority(authority).ok_or(Error::<T>::AuthorityNotListed)?;
        let itself = parties.iter().any(|party| Self::is_authority(*party, &record));
        // Predecessors and successors of an affiliate count as well.
        let own = itself || T::Parties::are_linked(&record.affiliates, parties);
        ensure!(!own, Error::<T>::OwnCase);
        Ok(())
    }

    fn is_authority(party: PartyId, authority: &AuthorityRecord) -> bool {
        T::Parties::party(party).is_some_and(|record| {
            matches!(record.person,
                Person::LegalPerson(code) | Person::UnincorporatedOrganisation(code)
                    if code == authority.profile.credit_code)
        })
    }

    /// No officer decides a matter of his own or of a declared affiliate (NG 10(7)).
    fn ensure_not_concerned(officer: &Officer, parties: &[PartyId]) -> Result<(), Error<T>> {
        let is_the_officer = |party: PartyId| {
            T::Parties::party(party)
                .is_some_and(|record| record.person == Person::NaturalPerson(officer.person))
        };
        let himself = parties.iter().any(|party| is_the_officer(*party));
        let concerned = himself || T::Parties::are_linked(&officer.affiliates, parties);
        ensure!(!concerned, Error::<T>::OfficerConcerned);
        Ok(())
    }
}
