//! Which party signs, through whom, and whether that person may act for it.

use crate::{Config, Error, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    capacity::{Capacity, CounterFiling, PowerGap, Via},
    clock::Moment,
    directory::{AuthorityDirectory, PartyRegister},
    regime::Act,
    terms::PartySignature,
    v1::PartyRecord,
    AuthorityId, ObjectId, PartyId, PowerId,
};

/// A document at the counter is typed in within this many days of its receipt.
const COUNTER_DAYS_MAX: u32 = 30;

/// All whose signatures a deed needs, by side.
pub(crate) struct Signatories {
    /// Who holds the rights, or who has what the deed changes.
    pub givers: Vec<PartyId>,
    /// Who is secured, or gets it; and those whom it harms.
    pub others: Vec<PartyId>,
}

impl Signatories {
    /// Everyone, each once, in rising order.
    pub fn all(&self) -> Vec<PartyId> {
        let mut all = [self.givers.as_slice(), self.others.as_slice()].concat();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The parties of the other side.
    fn opponents(&self, party: PartyId) -> Vec<PartyId> {
        let mut all = if self.givers.contains(&party) {
            self.others.clone()
        } else {
            self.all()
        };
        all.retain(|other| *other != party);
        all
    }
}

impl<T: Config> Pallet<T> {
    /// The party for which `account` acts on `objects`, through whom, and when its act counts as given.
    pub(crate) fn acting_party(
        account: &T::AccountId,
        capacity: Capacity,
        authority: AuthorityId,
        objects: &[ObjectId],
    ) -> Result<PartySignature, Error<T>> {
        let now = Self::now();
        let (party, via) = match capacity {
            Capacity::Own => (Self::own_party(account)?, Via::Own),
            Capacity::Agent(power) => Self::principal(account, power, objects, now)?,
            Capacity::Counter(filing) => Self::at_counter(account, filing, authority, now)?,
        };
        Self::ensure_good_standing(party)?;
        let at = via.received_at(now);
        Ok(PartySignature { party, via, at })
    }

    fn own_party(account: &T::AccountId) -> Result<PartyId, Error<T>> {
        T::Parties::party_of(account).ok_or(Error::<T>::NotAParty)
    }

    /// Whoever is concerned may act.
    pub(crate) fn ensure_good_standing(party: PartyId) -> Result<PartyRecord, Error<T>> {
        let record = T::Parties::party(party).ok_or(Error::<T>::NotAParty)?;
        ensure!(record.is_in_good_standing(), Error::<T>::PartySuspended);
        Ok(record)
    }

    /// An agent acts within a registered power (NG 16).
    fn principal(
        account: &T::AccountId,
        power: PowerId,
        objects: &[ObjectId],
        now: Moment,
    ) -> Result<(PartyId, Via), Error<T>> {
        let agent = Self::own_party(account)?;
        Self::ensure_good_standing(agent)?;
        let record = T::Parties::power(power)
            .filter(|record| record.agent == agent)
            .ok_or(Error::<T>::PowerNotHeld)?;
        let covers = |object: &ObjectId| record.covers(Act::Pledge, Some(*object), now);
        objects.iter().try_for_each(covers).map_err(|gap| match gap {
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
        ensure!(record.authority == authority, Error::<T>::WrongAuthority);
        let may = record.may(OfficerRole::Registrar) || record.may(OfficerRole::Examiner);
        ensure!(may, Error::<T>::RoleMissing);
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

    /// Those of `needed` that have not signed, nor a predecessor of theirs.
    pub(crate) fn missing(needed: &[PartyId], signatures: &[PartySignature]) -> Vec<PartyId> {
        let signed = |party: &PartyId| {
            signatures
                .iter()
                .any(|signature| T::Parties::current(signature.party) == *party)
        };
        needed.iter().copied().filter(|party| !signed(party)).collect()
    }

    /// Whether the party may sign next to those who have.
    pub(crate) fn ensure_may_sign(
        signatories: &Signatories,
        signatures: &[PartySignature],
        acting: &PartySignature,
    ) -> Result<(), Error<T>> {
        ensure!(
            signatories.all().contains(&acting.party),
            Error::<T>::NotASignatory
        );
        let signed = |other: &PartySignature| T::Parties::current(other.party) == acting.party;
        ensure!(!signatures.iter().any(signed), Error::<T>::AlreadySigned);
        // A signature on paper is not older than what it answers.
        let first = signatures.first().map_or(acting.at, |first| first.at);
        ensure!(acting.at >= first, Error::<T>::ReceivedAtUnfit);
        Self::ensure_one_side(&signatories.opponents(acting.party), signatures, acting)
    }

    /// An agent acts for one side, unless the powers of both say otherwise.
    fn ensure_one_side(
        opponents: &[PartyId],
        signatures: &[PartySignature],
        acting: &PartySignature,
    ) -> Result<(), Error<T>> {
        let allowed = T::Parties::acts_for_one_side(opponents, signatures, acting);
        ensure!(allowed, Error::<T>::AgentOfBothSides);
        Ok(())
    }
}
