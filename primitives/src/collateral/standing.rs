//! What is true of a pledge or reservation at a moment: a function of its records and time, the same on the chain, in clients
//! and for the verifier.

use crate::{
    clock::Moment,
    marks::{Mark, MarkEnd},
    v1::{PledgeRecord, ReservationRecord},
};

domain! {
    /// How a pledge stands at a moment.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum PledgeStatus {
        /// It stands.
        #[codec(index = 0)]
        Live,
        /// It stands, its release was demanded, and the time for that has passed.
        #[codec(index = 1)]
        Overdue,
        /// Its registration has lapsed and locks nothing any more. The pledge itself may go on: this is not its end.
        #[codec(index = 2)]
        Lapsed,
        /// The pledgee has released all of it.
        #[codec(index = 3)]
        Released,
        /// It was enforced, or ended by an instrument.
        #[codec(index = 4)]
        Enforced,
    }

    /// How a reservation stands at a moment.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum ReservationStatus {
        /// It keeps its place.
        #[codec(index = 0)]
        Standing,
        /// Its time is over.
        #[codec(index = 1)]
        Lapsed,
        /// The financier gave it up.
        #[codec(index = 2)]
        GivenUp,
        /// A pledge has taken its place.
        #[codec(index = 3)]
        Used,
        /// It ended with the right, or when that passed by law.
        #[codec(index = 4)]
        Ended,
    }
}

impl PledgeRecord {
    /// How it stands at `now`. `marks`: its marks on the objects that are pledged.
    pub fn status(&self, marks: &[Mark], now: Moment) -> PledgeStatus {
        let mut ends = marks.iter().map(|mark| mark.ended.map(|(_, end)| end));
        if !marks.is_empty() && ends.clone().all(|end| end.is_some()) {
            let released = ends.all(|end| end == Some(MarkEnd::GivenUp));
            return if released {
                PledgeStatus::Released
            } else {
                PledgeStatus::Enforced
            };
        }
        if self.through.end() <= now {
            return PledgeStatus::Lapsed;
        }
        match self.demanded {
            Some(demand) if demand.overdue_from <= now => PledgeStatus::Overdue,
            _ => PledgeStatus::Live,
        }
    }
}

impl ReservationRecord {
    /// How it stands at `now`. `mark`: its mark on the object.
    pub fn status(&self, mark: &Mark, now: Moment) -> ReservationStatus {
        match mark.ended {
            Some((_, MarkEnd::GivenUp)) => ReservationStatus::GivenUp,
            Some((_, MarkEnd::Used)) => ReservationStatus::Used,
            Some(_) => ReservationStatus::Ended,
            None if self.until <= now => ReservationStatus::Lapsed,
            None => ReservationStatus::Standing,
        }
    }
}

#[cfg(test)]
mod tests;
