//! Who acts, for whom, and whether that person may act in this matter.

use crate::{Config, Error, Objections, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    authority::{Officer, OfficerRole},
    capacity::{Capacity, CounterFiling, PowerGap, Via},
    clock::Moment,
    directory::{AuthorityDirectory, PartyRegister, Register, RuleBook},
    objection::{Objection, Representative, Side},
    person::Person,
    regime::{Act, Regime, RegimeId},
    AuthorityId, ObjectId, ObjectionId, OfficerId, PartyId, PowerId,
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

/// A party that acts in a matter.
#[derive(Clone, Copy)]
pub(crate) struct ActingParty {
    pub party: PartyId,
    pub via: Via,
    /// When its act counts as received.
    pub at: Moment,
}

impl<T: Config> Pallet<T> {
    /// Register time.
    pub(crate) fn now() -> Moment {
        T::Rules::default().now()
    }

    /// A regime version.
    pub(crate) fn regime(id: RegimeId) -> Result<Regime, Error<T>> {
        T::Rules::default().regime(id).ok_or(Error::<T>::RegimeNotFound)
    }

    /// An objection with its regime.
    pub(crate) fn stored(id: ObjectionId) -> Result<(Objection, Regime), Error<T>> {
        let objection = Objections::<T>::get(id).ok_or(Error::<T>::ObjectionNotFound)?;
        let regime = Self::regime(objection.regime)?;
        Ok((objection, regime))
    }

    /// The party for which `account` acts, and through whom.
    pub(crate) fn acting_party(
        account: &T::AccountId,
        capacity: Capacity,
        authority: AuthorityId,
        object: ObjectId,
    ) -> Result<ActingParty, Error<T>> {
        let now = Self::now();
        let (party, via) = match capacity {
            Capacity::Own => (Self::own_party(account)?, Via::Own),
            Capacity::Agent(power) => Self::principal(account, power, (authority, object), now)?,
            Capacity::Counter(filing) => Self::at_counter(account, filing, authority, now)?,
        };
        Self::ensure_good_standing(party)?;
        let at = via.received_at(now);
        Ok(ActingParty { party, via, at })
    }

    fn own_party(account: &T::AccountId) -> Result<PartyId, Error<T>> {
        T::Parties::party_of(account).ok_or(Error::<T>::NotAParty)
    }

    fn ensure_good_standing(party: PartyId) -> Result<(), Error<T>> {
        let record = T::Parties::party(party).ok_or(Error::<T>::NotAParty)?;
        ensure!(record.is_in_good_standing(), Error::<T>::PartySuspended);
        Ok(())
    }

    /// An agent acts within a registered power (NG 16).
    fn principal(
        account: &T::AccountId,
        power: PowerId,
        (authority, object): (AuthorityId, ObjectId),
        now: Moment,
    ) -> Result<(PartyId, Via), Error<T>> {
        let agent = Self::own_party(account)?;
        Self::ensure_good_standing(agent)?;
        // NG 10(7): neither the authority nor an affiliate of it is an agent before it.
        Self::ensure_not_own_case(authority, &[agent])?;
        let record = T::Parties::power(power)
            .filter(|record| record.agent == agent)
            .ok_or(Error::<T>::PowerNotHeld)?;
        record
            .covers(Act::Objection, Some(object), now)
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
        // Who has an account signs with it: no officer acts in its place.
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

    /// Who acts in an objection that is kept by its authority.
    pub(crate) fn party_in(
        account: &T::AccountId,
        capacity: Capacity,
        objection: &Objection,
    ) -> Result<ActingParty, Error<T>> {
        Self::acting_party(account, capacity, objection.authority, objection.object)
    }

    /// An answer on paper is not older than what it answers.
    pub(crate) fn ensure_received_after(acting: &ActingParty, since: Moment) -> Result<(), Error<T>> {
        ensure!(acting.at >= since, Error::<T>::ReceivedAtUnfit);
        Ok(())
    }

    /// The holders of the contested rights now, each once: rights that stood on one certificate may have passed to different
    /// holders since. The registrant named at filing where none of the rights is left.
    pub(crate) fn registrants(objection: &Objection) -> Vec<PartyId> {
        let mut holders: Vec<PartyId> = Self::live_rights(objection.object, objection.rights)
            .numbers()
            .filter_map(|number| T::Register::right(objection.object, number))
            .flat_map(|right| right.holders.parties())
            .collect();
        if holders.is_empty() {
            holders.push(objection.registrant);
        }
        Self::parties_now(holders)
    }

    /// Stored parties as they stand today, each once (S023).
    pub(crate) fn parties_now(stored: Vec<PartyId>) -> Vec<PartyId> {
        let stored: BTreeSet<PartyId> = stored.into_iter().collect();
        let now: BTreeSet<PartyId> = stored.into_iter().map(T::Parties::current).collect();
        now.into_iter().collect()
    }

    /// The side for which a party acts.
    pub(crate) fn side_of(objection: &Objection, party: PartyId) -> Option<Side> {
        if party == T::Parties::current(objection.objector) {
            return Some(Side::Objector);
        }
        Self::registrants(objection)
            .contains(&party)
            .then_some(Side::Registrant)
    }

    /// Remembers agents and officers at the counter; an agent acts for one side, unless the powers of both say otherwise.
    pub(crate) fn represent(
        objection: &mut Objection,
        side: Side,
        acting: &ActingParty,
    ) -> Result<(), Error<T>> {
        if let Via::Agent { agent, power } = acting.via {
            Self::ensure_one_side(objection, side, agent, power)?;
        }
        // Who decided in it types in nothing for a side.
        let handled = acting
            .via
            .counter_officer()
            .is_some_and(|officer| objection.was_handled_by(officer));
        ensure!(!handled, Error::<T>::FiledAtCounterBySamePerson);
        let representative = Representative {
            side,
            via: acting.via,
        };
        let known = |other: &Representative| other.is_same(&representative);
        if acting.via == Via::Own || objection.representatives.iter().any(known) {
            return Ok(());
        }
        objection
            .representatives
            .try_push(representative)
            .map_err(|_| Error::<T>::TooManyRepresentatives)
    }

    fn ensure_one_side(
        objection: &Objection,
        side: Side,
        agent: PartyId,
        power: PowerId,
    ) -> Result<(), Error<T>> {
        let says_both = |power| T::Parties::power(power).is_some_and(|record| record.both_sides);
        let mut of_other_side = objection.powers_of(agent, side.opposite()).peekable();
        let is_other_side = Self::side_of(objection, agent) == Some(side.opposite());
        let both = is_other_side || of_other_side.peek().is_some();
        let allowed = !both || (says_both(power) && of_other_side.all(says_both));
        ensure!(allowed, Error::<T>::AgentOfBothSides);
        Ok(())
    }

    /// The officer of `account`, in office at the listed `authority` with one of `roles`.
    pub(crate) fn ensure_officer(
        account: &T::AccountId,
        authority: AuthorityId,
        roles: &[OfficerRole],
    ) -> Result<(Acting, Officer), Error<T>> {
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
        // A matter is decided by officers of its own authority.
        ensure!(officer.authority == authority, Error::<T>::WrongAuthority);
        Self::ensure_role(&officer, roles)?;
        // A suspended authority completes nothing (NG 38).
        Self::ensure_listed(authority)?;
        let acting = Acting {
            officer: id,
            authority,
            now: Self::now(),
        };
        Ok((acting, officer))
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

    /// An officer who may do what decides nothing, such as recording a delivery.
    pub(crate) fn ensure_clerk(
        account: &T::AccountId,
        objection: &Objection,
        roles: &[OfficerRole],
    ) -> Result<Acting, Error<T>> {
        let (acting, officer) = Self::ensure_officer(account, objection.authority, roles)?;
        let sides = Self::sides(objection);
        Self::ensure_not_own_case(objection.authority, &sides)?;
        Self::ensure_not_concerned(&officer, &sides)?;
        Ok(acting)
    }

    /// An officer who may decide in the objection.
    pub(crate) fn ensure_decider(
        account: &T::AccountId,
        objection: &Objection,
        roles: &[OfficerRole],
    ) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_clerk(account, objection, roles)?;
        ensure!(
            !objection.was_filed_at_counter_by(acting.officer),
            Error::<T>::FiledAtCounterBySamePerson
        );
        Ok(acting)
    }

    /// Everybody who is a side of an objection or acted for one.
    fn sides(objection: &Objection) -> Vec<PartyId> {
        let agents = objection.representatives.iter().filter_map(|one| one.via.agent());
        let mut sides = Self::registrants(objection);
        sides.extend(agents.chain([objection.objector]));
        sides
    }

    /// No authority decides a matter of its own or of an affiliate (NG 10(7)).
    pub(crate) fn ensure_not_own_case(authority: AuthorityId, sides: &[PartyId]) -> Result<(), Error<T>> {
        let record = T::Authorities::authority(authority).ok_or(Error::<T>::AuthorityNotListed)?;
        // Predecessors and successors count as well.
        let mut own = record.affiliates.to_vec();
        own.extend(T::Parties::party_of_person(&Person::LegalPerson(
            record.profile.credit_code,
        )));
        ensure!(!T::Parties::are_linked(&own, sides), Error::<T>::OwnCase);
        Ok(())
    }

    /// No officer decides a matter of his own or of a declared affiliate (NG 10(7)).
    pub(crate) fn ensure_not_concerned(officer: &Officer, sides: &[PartyId]) -> Result<(), Error<T>> {
        let mut own = officer.affiliates.to_vec();
        own.extend(T::Parties::party_of_person(&Person::NaturalPerson(
            officer.person,
        )));
        ensure!(!T::Parties::are_linked(&own, sides), Error::<T>::OfficerConcerned);
        Ok(())
    }
}
