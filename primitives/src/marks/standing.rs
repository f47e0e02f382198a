//! What is true of the marks of an object at a moment: a function of the records and time, the same on the chain, in
//! clients and for the verifier. Nobody has to send anything for a seizure to fall, to expire or to rise.
//!
//! Rank is day-book order, which is the order of the marks' numbers. All rights of one seizure stand behind the same
//! seizures (the day book sees to it), so that one seizure has one rank and one end.

use super::{Mark, MarkEnd, MarkKind, Numbered};
use crate::clock::Moment;
use alloc::vec::Vec;

domain! {
    /// Whether a mark stands, and if not, why.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum MarkState {
        /// It stands.
        #[codec(index = 0)]
        Standing,
        /// It was ended.
        #[codec(index = 1)]
        Ended(MarkEnd),
        /// Its time ran out.
        #[codec(index = 2)]
        Expired,
        /// No second person confirmed its stamp in time: it fell.
        #[codec(index = 3)]
        Fallen,
        /// It has not begun.
        #[codec(index = 4)]
        NotBegun,
    }

    /// What is true of a mark at a moment.
    #[derive(Copy)]
    pub struct MarkStanding {
        /// Its kind; of a seizure, by its rank at the moment.
        pub kind: MarkKind,
        /// Whether it stands.
        pub state: MarkState,
        /// The first moment at which it no longer stands, as far as it is known: nothing while it has no end, or while
        /// its term has not begun.
        pub until: Option<Moment>,
        /// Since when a seizure is in first rank; nothing while it waits, and for other marks.
        pub first_since: Option<Moment>,
    }
}

/// A mark's own time: when it gets the first rank, when its term is over, and when it is over whatever the reason.
pub(super) struct Life {
    first_from: Option<Moment>,
    term_over: Option<Moment>,
    pub over: Option<Moment>,
}

impl MarkStanding {
    /// Whether the mark stands.
    pub fn stands(&self) -> bool {
        self.state == MarkState::Standing
    }
}

impl MarkKind {
    /// Whether it is a seizure of either rank.
    pub fn is_seizure(self) -> bool {
        matches!(self, Self::SeizureFirst | Self::SeizureWaiting)
    }
}

impl Mark {
    /// Whether a later seizure waits behind it.
    pub(super) fn stands_before(&self, later: &Self) -> bool {
        self.kind.is_seizure() && later.kind.is_seizure() && self.shares_rights_with(later)
    }
}

/// What is true at `at` of all marks of an object, which are in the order of their numbers.
pub fn standings(marks: &[Mark], at: Moment) -> Vec<MarkStanding> {
    let lives = lives(marks.iter().map(|mark| (mark, mark.since)));
    let each = marks.iter().zip(&lives);
    each.map(|(mark, life)| shown(mark, life, at)).collect()
}

/// The numbers of the seizures behind which a further one on `right` would have to wait, rising.
pub fn queue(marks: &[Numbered<'_>], right: u32) -> Vec<u32> {
    let before = |(_, mark, standing): &&Numbered<'_>| {
        mark.kind.is_seizure() && mark.is_against(right) && standing.stands()
    };
    let queued = marks.iter().filter(before);
    queued.map(|(number, ..)| *number).collect()
}

/// The lives of marks in the order of their numbers, each with the first moment at which no seizure before it that is not
/// among them stands.
pub(super) fn lives<'a>(marks: impl Iterator<Item = (&'a Mark, Moment)>) -> Vec<Life> {
    let mut lives: Vec<(&Mark, Life)> = Vec::new();
    for (mark, free_from) in marks {
        let life = if mark.kind.is_seizure() {
            let before = lives.iter().filter(|(other, _)| other.stands_before(mark));
            seizure(mark, free_from, before.map(|(_, life)| life.over))
        } else {
            Life {
                first_from: None,
                term_over: mark.until,
                over: first_of([mark.until, mark.ended_at(), mark.confirm_by()]),
            }
        };
        lives.push((mark, life));
    }
    lives.into_iter().map(|(_, life)| life).collect()
}

/// A seizure rises when the last one before it is over; its term begins then, unless its end is fixed.
fn seizure(mark: &Mark, free_from: Moment, before: impl Iterator<Item = Option<Moment>>) -> Life {
    let mut first_from = Some(mark.since.max(free_from));
    for over in before {
        first_from = first_from.zip(over).map(|(own, over)| own.max(over));
    }
    let term = mark.order.map(|order| order.term);
    let from_term = first_from.zip(term).map(|(from, term)| term.end_from(from.day()));
    let term_over = mark.until.or(from_term);
    Life {
        first_from,
        term_over,
        over: first_of([term_over, mark.ended_at(), mark.confirm_by()]),
    }
}

fn first_of(moments: [Option<Moment>; 3]) -> Option<Moment> {
    moments.into_iter().flatten().min()
}

/// What is true at `at` of a mark with this life.
pub(super) fn shown(mark: &Mark, life: &Life, at: Moment) -> MarkStanding {
    let rose = |from: &Moment| *from <= at && life.over.is_none_or(|over| *from < over);
    let first_since = life.first_from.filter(rose);
    let kind = match (mark.kind.is_seizure(), first_since) {
        (true, Some(_)) => MarkKind::SeizureFirst,
        (true, None) => MarkKind::SeizureWaiting,
        (false, _) => mark.kind,
    };
    let passed = |moment: Option<Moment>| moment.is_some_and(|moment| moment <= at);
    let state = match mark.ended {
        Some((_, end)) => MarkState::Ended(end),
        None if mark.since > at => MarkState::NotBegun,
        None if passed(life.over) && mark.confirm_by() == life.over => MarkState::Fallen,
        None if passed(life.over) => MarkState::Expired,
        None => MarkState::Standing,
    };
    // Of a waiting seizure only a fixed end is known: what stands before it may be renewed or released.
    let known = mark.until.is_some() || kind != MarkKind::SeizureWaiting || passed(life.over);
    let until = match mark.ended {
        Some((ended, _)) => Some(ended),
        None => first_of([life.term_over.filter(|_| known), mark.confirm_by(), None]),
    };
    MarkStanding {
        kind,
        state,
        until,
        first_since,
    }
}

#[cfg(test)]
mod tests;
