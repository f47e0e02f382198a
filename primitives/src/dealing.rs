//! The one answer: whether an operation on rights may be done now, and if not, what stands in the way, since when, and
//! who can remove it. The chain, clients and the verifier ask the same function (design sections 3 and 5).

use crate::{
    clock::Moment,
    marks::{
        effect, live, Effect, EffectMatrix, LiveMark, Mark, MarkKind, MarkSource, MarkStanding, Numbered,
        Operation, Organ, RightSet,
    },
    AuthorityId, ConflictId, DeedId, ObjectionId, PartyId,
};
use alloc::vec::Vec;

pub use hindrance::{Cause, Hindrance};

mod hindrance;

domain! {
    /// Who can remove a mark.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Remover {
        /// The organ that ordered it, by an instrument of release.
        #[codec(index = 0)]
        Organ(Organ),
        /// Who objected, by withdrawing; or the end of the objection.
        #[codec(index = 1)]
        Objection(ObjectionId),
        /// The competent department, by deciding the conflict.
        #[codec(index = 2)]
        Department(ConflictId),
        /// The authority that set it; of a party that may not act, the one that admitted it.
        #[codec(index = 3)]
        Authority(AuthorityId),
        /// The party, by its signature, by withdrawing its application, or by renewing what it holds.
        #[codec(index = 4)]
        Party(PartyId),
        /// Nobody: it falls away by itself at its end.
        #[codec(index = 5)]
        Time,
        /// Nobody: the rules say so, or it is over for ever.
        #[codec(index = 6)]
        Nobody,
        /// Who has the pledge or reservation that this deed made: by consenting, releasing it or giving it up.
        #[codec(index = 7)]
        Secured(DeedId),
    }

    /// A mark that stands in the way of an operation.
    #[derive(Copy)]
    pub struct Obstacle {
        /// Its number on the object.
        #[codec(compact)]
        pub mark: u32,
        /// Its kind; of a seizure, by its rank now.
        pub kind: MarkKind,
        /// What it does to the operation: refuses it, or asks for the consent of the mark's holder.
        pub effect: Effect,
        /// Since when it stands.
        pub since: Moment,
        /// When it will no longer stand, as far as it is known.
        pub until: Option<Moment>,
        /// From what it comes.
        pub source: MarkSource,
        /// Who can remove it.
        pub remover: Remover,
    }
}

/// An operation on rights of one object.
#[derive(Clone, Copy, Debug)]
pub struct Deal<'a> {
    /// The operation.
    pub operation: Operation,
    /// On these rights.
    pub rights: RightSet,
    /// Numbers of the marks whose holders have signed, once, for this case.
    pub consents: &'a [u32],
    /// The organ that orders it, for what an organ orders.
    pub organ: Option<Organ>,
    /// A matter that does not stand in its own way: the objection whose result is carried out.
    pub own_matter: Option<MarkSource>,
}

/// What becomes of the marks when an operation passes, by their numbers, rising.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Passing {
    /// They travel with the rights; their holders are told.
    pub travel: Vec<u32>,
    /// They end; their holders are told.
    pub end: Vec<u32>,
    /// They end or stay, as the ruling says.
    pub as_ruled: Vec<u32>,
    /// The new one ranks behind them.
    pub behind: Vec<u32>,
    /// Their holders have signed.
    pub consented: Vec<u32>,
}

impl<'a> Deal<'a> {
    /// An operation of a party on rights, without consents.
    pub fn of_party(operation: Operation, rights: RightSet) -> Self {
        Deal {
            operation,
            rights,
            consents: &[],
            organ: None,
            own_matter: None,
        }
    }

    /// An operation that an organ orders.
    pub fn ordered_by(organ: Organ, operation: Operation, rights: RightSet) -> Self {
        Deal {
            organ: Some(organ),
            ..Self::of_party(operation, rights)
        }
    }

    /// Its effect according to the matrix, a mark in force taken by itself.
    fn effect(&self, matrix: &EffectMatrix, mark: &Mark, kind: MarkKind) -> Effect {
        let by_table = effect(matrix, self.operation, kind);
        // Only the court whose seizure has the first rank transfers.
        let of_another = mark.order.is_none_or(|order| Some(order.organ) != self.organ);
        if self.operation == Operation::TransferByFirstRankCourt
            && kind == MarkKind::SeizureFirst
            && of_another
        {
            return Effect::Refused;
        }
        match by_table {
            // By law or by instrument: the mark travels.
            Effect::Refused | Effect::NeedsConsent if self.operation.is_never_barred() => Effect::Travels,
            other => other,
        }
    }
}

/// Judges an operation at `at` by all marks of the object, in the order of their numbers: what becomes of the marks, or
/// every obstacle.
pub fn judge(
    matrix: &EffectMatrix,
    deal: &Deal<'_>,
    marks: &[Mark],
    at: Moment,
) -> Result<Passing, Vec<Obstacle>> {
    judge_by(matrix, deal, live::numbered(marks, at))
}

/// The same by the live marks of the object: what is over stands in nobody's way.
pub fn judge_live(
    matrix: &EffectMatrix,
    deal: &Deal<'_>,
    marks: &[LiveMark],
    at: Moment,
) -> Result<Passing, Vec<Obstacle>> {
    judge_by(matrix, deal, live::numbered_live(marks, at))
}

fn judge_by<'a>(
    matrix: &EffectMatrix,
    deal: &Deal<'_>,
    marks: impl Iterator<Item = Numbered<'a>>,
) -> Result<Passing, Vec<Obstacle>> {
    let (mut passing, mut obstacles) = (Passing::default(), Vec::new());
    for (number, mark, standing) in marks {
        let concerned = standing.stands() && mark.is_against_any(deal.rights);
        if !concerned || deal.own_matter == Some(mark.source) {
            continue;
        }
        let effect = deal.effect(matrix, mark, standing.kind);
        match effect {
            Effect::Passes => {}
            Effect::Travels => passing.travel.push(number),
            Effect::Ends => passing.end.push(number),
            Effect::AsRuled => passing.as_ruled.push(number),
            Effect::Queues => passing.behind.push(number),
            Effect::NeedsConsent if deal.consents.contains(&number) => passing.consented.push(number),
            Effect::NeedsConsent | Effect::Refused => {
                obstacles.push(obstacle(number, mark, &standing, effect));
            }
        }
    }
    if obstacles.is_empty() {
        Ok(passing)
    } else {
        Err(obstacles)
    }
}

/// What stands in the way of an operation at `at`; nothing when it may be done.
pub fn standing_in_the_way(
    matrix: &EffectMatrix,
    deal: &Deal<'_>,
    marks: &[Mark],
    at: Moment,
) -> Vec<Obstacle> {
    judge(matrix, deal, marks, at).err().unwrap_or_default()
}

fn obstacle(number: u32, mark: &Mark, standing: &MarkStanding, effect: Effect) -> Obstacle {
    Obstacle {
        mark: number,
        kind: standing.kind,
        effect,
        since: mark.since,
        until: standing.until,
        source: mark.source,
        remover: remover(mark),
    }
}

/// Who can remove a mark.
pub fn remover(mark: &Mark) -> Remover {
    match (mark.source, mark.order) {
        (_, Some(order)) => Remover::Organ(order.organ),
        (MarkSource::Objection(_), None) if mark.kind == MarkKind::Hold => Remover::Authority(mark.authority),
        (MarkSource::Objection(objection), None) => Remover::Objection(objection),
        (MarkSource::Conflict(conflict), None) => Remover::Department(conflict),
        (MarkSource::Deed(deed), None) => Remover::Secured(deed),
        (MarkSource::TitleDispute(_) | MarkSource::DayBook(_), None) => Remover::Authority(mark.authority),
        // It bars nothing, and ends with what it tells of: the authority of the source answers for that.
        (MarkSource::SourceRight { right, .. }, None) => Remover::Authority(right.object.authority()),
    }
}

#[cfg(test)]
mod tests;
