//! Succession 承继: what becomes of a party's rights, cases and duties when it merges, divides, ends or dies (S023).
//!
//! One successor takes the place of the whole party: one alias, and no object is touched. Of several, each gets the holdings
//! that the instrument lists for it, one by one while the party is locked, and the first named takes whatever is not listed.

use crate::{
    case::Signed,
    clock::{Day, Moment},
    person::{Person, PersonKind},
    rights::{Holders, Share},
    v1::PartyStanding,
    AuthorityId, Bounded, Digest, OfficerId, PartyId,
};
use alloc::{collections::BTreeSet, vec::Vec};

/// The most successors one event may have.
pub const SUCCESSORS_MAX: u32 = 16;

/// The most steps from a party to the one that stands in its place today.
pub const SUCCESSION_DEPTH_MAX: u8 = 8;

/// The most holdings one call passes.
pub const BATCH_MAX: u32 = 50;

domain! {
    /// By what others take the place of a party (S023).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum SuccessionEvent {
        /// Merger 合并 into one other.
        #[codec(index = 0)]
        Merger,
        /// Division 分立 into several; the divided party may be one of them.
        #[codec(index = 1)]
        Division,
        /// Dissolution 解散.
        #[codec(index = 2)]
        Dissolution,
        /// Bankruptcy 破产.
        #[codec(index = 3)]
        Bankruptcy,
        /// Death 死亡 of a natural person.
        #[codec(index = 4)]
        Death,
    }

    /// Who filed a succession.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum SuccessionFiler {
        /// An officer, whose word counts as the first of two.
        #[codec(index = 0)]
        Officer(OfficerId),
        /// A successor: two officers answer for it besides.
        #[codec(index = 1)]
        Successor(PartyId),
    }

    /// What is filed: event, instrument and date, and who takes the place of the party.
    pub struct SuccessionTerms {
        /// The event.
        pub event: SuccessionEvent,
        /// Digest of the instrument: agreement and public notice, decision of a court, certificate of inheritance.
        pub instrument: Digest,
        /// The first day on which it has effect.
        pub effective: Day,
        /// Who takes the place, each once. The first continues whatever is not listed one by one; a party that survives its
        /// own division stands first.
        pub successors: Bounded<PartyId, SUCCESSORS_MAX>,
    }

    /// A succession, kept under the party whose place is taken: the latest, if it survived an earlier division.
    pub struct Succession {
        /// Layout version, 1.
        pub version: u8,
        /// Which succession of this party it is, from 1.
        #[codec(compact)]
        pub round: u32,
        /// Event, instrument, date, successors.
        pub terms: SuccessionTerms,
        /// The authority that handles it.
        pub authority: AuthorityId,
        /// Who filed it.
        pub filed_by: SuccessionFiler,
        /// When.
        pub filed_at: Moment,
        /// The first officer who answers for it: the one who filed it, or who examined what a successor filed.
        pub first: Option<OfficerId>,
        /// The second one, another person, with whose word the party's keys and powers ended.
        pub confirmed: Option<Signed>,
        /// The party's standing until then; it gets it back if it survives.
        pub before: PartyStanding,
        /// How many of the party's holdings were passed one by one.
        #[codec(compact)]
        pub assigned: u32,
        /// When everything had passed; when it was given up, if it is not confirmed.
        pub finished_at: Option<Moment>,
    }

    /// On what an entry by succession rests.
    #[derive(Copy)]
    pub struct SuccessionBasis {
        /// Whose place is taken.
        pub predecessor: PartyId,
        /// The event.
        pub event: SuccessionEvent,
        /// Digest of the instrument.
        pub instrument: Digest,
        /// The first day on which it has effect.
        pub effective: Day,
        /// The two officers who answer for the succession.
        pub confirmed_by: [OfficerId; 2],
        /// The officer who listed this holding.
        pub officer: OfficerId,
    }

    /// To whom a holding was assigned.
    #[derive(Copy)]
    pub struct Assigned {
        /// In which succession of the party.
        #[codec(compact)]
        pub round: u32,
        /// The place of the successor in its list of successors, from 0.
        pub successor: u8,
    }

    /// One holding and who gets it.
    #[derive(Copy)]
    pub struct Assignment {
        /// The number of the holding among those of the predecessor.
        #[codec(compact)]
        pub holding: u32,
        /// The place of the successor in the list of successors, from 0.
        pub successor: u8,
    }
}

/// Why a succession cannot be as filed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermsFlaw {
    /// Only natural persons die, and nothing else ends them.
    Event,
    /// A merger has one successor, a division at least two, everything else at least one; each is named once.
    Successors,
    /// Only a divided party may be its own successor, and then stands first.
    OwnSuccessor,
}

/// Why holdings cannot be assigned as listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BatchFlaw {
    /// It lists nothing.
    Empty,
    /// A holding that does not exist.
    NoSuchHolding,
    /// A holding that was assigned before, or stands twice in the list.
    Assigned,
    /// A successor that is not named.
    NoSuchSuccessor,
}

/// The party that stands in the place of `party` today, found by following `successor_of`, which is asked at most
/// [`SUCCESSION_DEPTH_MAX`] times and once more.
pub fn current(party: PartyId, successor_of: impl Fn(PartyId) -> Option<PartyId>) -> PartyId {
    (0..=SUCCESSION_DEPTH_MAX)
        .try_fold(party, |reached, _| successor_of(reached).ok_or(reached))
        .unwrap_or_else(|reached| reached)
}

/// The holders as they are today: each followed to the one in its place, and parts of one and the same added up. A right
/// whose co-holders have become one party has one holder.
pub fn current_holders(holders: &Holders, current: impl Fn(PartyId) -> PartyId) -> Holders {
    match holders {
        Holders::Sole(party) => Holders::Sole(current(*party)),
        Holders::Joint(parties) => {
            let followed: BTreeSet<PartyId> = parties.iter().map(|party| current(*party)).collect();
            let followed: Vec<PartyId> = followed.into_iter().collect();
            match followed.as_slice() {
                [only] => Holders::Sole(*only),
                _ => Holders::Joint(Bounded::truncate_from(followed)),
            }
        }
        Holders::Shares(shares) => {
            let mut followed: Vec<Share> = Vec::new();
            for share in shares {
                let party = current(share.party);
                match followed.iter_mut().find(|known| known.party == party) {
                    Some(known) => known.parts = known.parts.saturating_add(share.parts),
                    None => followed.push(Share { party, ..*share }),
                }
            }
            followed.sort_by_key(|share| share.party);
            match followed.as_slice() {
                [only] => Holders::Sole(only.party),
                _ => Holders::Shares(Bounded::truncate_from(followed)),
            }
        }
    }
}

/// The holders with `to` in the place of `from`.
pub fn replaced_holder(holders: &Holders, from: PartyId, to: PartyId) -> Holders {
    current_holders(holders, |party| if party == from { to } else { party })
}

impl SuccessionTerms {
    /// Whether the terms fit the person whose place is taken.
    pub fn check(&self, predecessor: PartyId, person: &Person) -> Result<(), TermsFlaw> {
        let natural = person.kind() == PersonKind::NaturalPerson;
        if natural != (self.event == SuccessionEvent::Death) {
            return Err(TermsFlaw::Event);
        }
        let count = self.successors.len();
        let numerous = match self.event {
            SuccessionEvent::Merger => count == 1,
            SuccessionEvent::Division => count >= 2,
            SuccessionEvent::Dissolution | SuccessionEvent::Bankruptcy | SuccessionEvent::Death => count >= 1,
        };
        let each_once = self.successors.iter().collect::<BTreeSet<_>>().len() == count;
        if !numerous || !each_once {
            return Err(TermsFlaw::Successors);
        }
        let survives = self.survives(predecessor) && self.event == SuccessionEvent::Division;
        if self.successors.contains(&predecessor) && !survives {
            return Err(TermsFlaw::OwnSuccessor);
        }
        Ok(())
    }

    /// Whether the divided party itself goes on.
    pub fn survives(&self, predecessor: PartyId) -> bool {
        self.successors.first() == Some(&predecessor)
    }

    /// The one who takes the place of the whole party; nothing where there are several.
    pub fn only_successor(&self) -> Option<PartyId> {
        match self.successors.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

impl Succession {
    /// Since when the party itself acts no more; nothing while it is not confirmed, or if the party survives.
    pub fn gone_since(&self, predecessor: PartyId) -> Option<Moment> {
        let confirmed = self.confirmed.filter(|_| !self.terms.survives(predecessor));
        confirmed.map(|signed| signed.at)
    }

    /// On what entries rest that `officer` makes; nothing while two officers have not answered for it.
    pub fn basis(&self, predecessor: PartyId, officer: OfficerId) -> Option<SuccessionBasis> {
        let (first, second) = self.first.zip(self.confirmed)?;
        Some(SuccessionBasis {
            predecessor,
            event: self.terms.event,
            instrument: self.terms.instrument,
            effective: self.terms.effective,
            confirmed_by: [first, second.officer],
            officer,
        })
    }
}

/// Whether a batch may be carried out: something is listed, every holding exists, is assigned for the first time, and goes
/// to a successor that is named.
pub fn check_batch(
    batch: &[Assignment],
    holdings: u32,
    successors: usize,
    is_assigned: impl Fn(u32) -> bool,
) -> Result<(), BatchFlaw> {
    if batch.is_empty() {
        return Err(BatchFlaw::Empty);
    }
    let mut seen = BTreeSet::new();
    for assignment in batch {
        if assignment.holding >= holdings {
            return Err(BatchFlaw::NoSuchHolding);
        }
        if !seen.insert(assignment.holding) || is_assigned(assignment.holding) {
            return Err(BatchFlaw::Assigned);
        }
        if usize::from(assignment.successor) >= successors {
            return Err(BatchFlaw::NoSuchSuccessor);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
