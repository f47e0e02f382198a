//! Marks, as time passes over them: a clock runs to each moment at which one is over, and what waited behind it rises then. The
//! chain computes the same from the records alone.

use super::{
    acts::{Operation, Term},
    collateral::Closed,
    sources::Grave,
    state::Object,
    time::{day_of, end_of, plus_months, Moment},
};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Notice,
    Hold,
    Seizure,
    Control,
    Pledge,
    Reservation,
    /// A notice about a source.
    Source(Grave),
}

#[derive(Clone, Debug)]
pub struct Mark {
    pub kind: Kind,
    pub rights: BTreeSet<u32>,
    pub since: Moment,
    /// When its time is over; of a seizure that waits, only a day that the organ named.
    pub until: Option<Moment>,
    /// When it falls unless a second person confirms it.
    pub confirm_by: Option<Moment>,
    /// When it was over, by time or by an act.
    pub over: Option<Moment>,
    /// Since when a seizure is in first rank.
    pub first_since: Option<Moment>,
    pub term: Term,
    pub organ: usize,
    /// The objection from which it comes.
    pub objection: Option<usize>,
    /// How a pledge or reservation came to its end, but for time.
    pub closed: Option<Closed>,
}

impl Mark {
    /// One that no organ ordered and that needs no second person.
    pub fn without_order(
        kind: Kind,
        rights: BTreeSet<u32>,
        (since, until): (Moment, Option<Moment>),
        objection: Option<usize>,
    ) -> Self {
        Self {
            kind,
            rights,
            since,
            until,
            confirm_by: None,
            over: None,
            first_since: None,
            term: Term::Days(0),
            organ: usize::MAX,
            objection,
            closed: None,
        }
    }
}

/// Design section 5: a row for each operation, a column for notice, hold, seizure in first rank, waiting seizure, control, pledge,
/// reservation.
const MATRIX: [(Operation, &str); 7] = [
    (Operation::Transfer, "+XXXXCC"),
    (Operation::ExclusiveLicence, "+XXXXCC"),
    (Operation::NonExclusiveLicence, "+XXXXCo"),
    (Operation::NewPledge, "+XXXX++"),
    (Operation::Change, "oo++C++"),
    (Operation::Cancellation, "XXXXXCC"),
    (Operation::Renewal, "ooooooo"),
];

impl Term {
    /// The first moment after a term that begins on a day.
    pub fn end_from(self, day: u64) -> Moment {
        match self {
            Term::Days(days) => end_of(day + u64::from(days)),
            Term::Months(months) => end_of(plus_months(day, months.into())),
            Term::Through(last) => end_of(last),
        }
    }
}

impl Mark {
    pub fn stands(&self) -> bool {
        self.over.is_none()
    }

    /// When time ends it, as far as it is known.
    pub fn ends(&self) -> Option<Moment> {
        self.until.into_iter().chain(self.confirm_by).min()
    }

    pub fn is_waiting(&self) -> bool {
        self.kind == Kind::Seizure && self.first_since.is_none()
    }

    /// What it does to the operation of a row of the matrix; a notice about a source does nothing.
    fn effect(&self, row: &str) -> char {
        let column = match self.kind {
            Kind::Notice => 0,
            Kind::Hold => 1,
            Kind::Seizure if !self.is_waiting() => 2,
            Kind::Seizure => 3,
            Kind::Control => 4,
            Kind::Pledge => 5,
            Kind::Reservation => 6,
            Kind::Source(_) => return 'o',
        };
        row.as_bytes()[column] as char
    }
}

impl Object {
    /// Everything that time alone does to the marks until `now`.
    pub fn pass_until(&mut self, now: Moment) {
        loop {
            let standing = self.marks.iter().filter(|mark| mark.stands());
            let Some(next) = standing.filter_map(Mark::ends).filter(|end| *end <= now).min() else {
                return;
            };
            for mark in &mut self.marks {
                if mark.stands() && mark.ends() == Some(next) {
                    mark.over = Some(next);
                }
            }
            self.rise(next);
        }
    }

    /// Seizures that wait behind none rise, and their term begins.
    fn rise(&mut self, at: Moment) {
        for place in 0..self.marks.len() {
            let (before, rest) = self.marks.split_at_mut(place);
            let mark = &mut rest[0];
            if !mark.stands() || !mark.is_waiting() {
                continue;
            }
            let ahead = |other: &Mark| {
                other.kind == Kind::Seizure && other.stands() && !other.rights.is_disjoint(&mark.rights)
            };
            if !before.iter().any(ahead) {
                mark.first_since = Some(at);
                mark.until = mark.until.or(Some(mark.term.end_from(day_of(at))));
            }
        }
    }

    /// Ends a mark by an act, if it still stands; the entry says so.
    pub fn end_mark(&mut self, place: usize, now: Moment) {
        if self.marks[place].stands() {
            self.marks[place].over = Some(now);
            self.rise(now);
            self.enter("mark");
        }
    }

    /// Sets a mark and gives its place.
    pub fn set_mark(&mut self, mark: Mark) -> usize {
        let since = mark.since;
        self.marks.push(mark);
        self.rise(since);
        self.enter("mark");
        self.marks.len() - 1
    }

    /// Ends a pledge or reservation by an instrument, with the entry of which it is a part.
    pub fn end_secured(&mut self, place: usize, now: Moment) {
        self.end_mark(place, now);
        self.marks[place].closed = Some(Closed::CarriedOut);
    }

    /// The reservations of nothing but these rights: they end with them, whoever orders it.
    pub fn reserved_within(&self, rights: &BTreeSet<u32>) -> Vec<usize> {
        let within =
            |mark: &Mark| mark.kind == Kind::Reservation && mark.stands() && mark.rights.is_subset(rights);
        let marks = self.marks.iter().enumerate();
        marks
            .filter(|(_, mark)| within(mark))
            .map(|(place, _)| place)
            .collect()
    }

    /// The seizures that stand against a right.
    pub fn queue(&self, right: u32) -> Vec<usize> {
        let seizures = self.marks.iter().enumerate();
        seizures
            .filter(|(_, mark)| mark.kind == Kind::Seizure && mark.stands() && mark.rights.contains(&right))
            .map(|(place, _)| place)
            .collect()
    }

    /// The marks in the way of an operation on rights, and what each does: `X` refuses, `C` asks for a consent. What comes from
    /// `own` does not stand in its own way.
    pub fn in_the_way(
        &self,
        operation: Operation,
        rights: &BTreeSet<u32>,
        own: Option<usize>,
    ) -> Vec<(u32, char)> {
        let (_, row) = MATRIX.iter().find(|(known, _)| *known == operation).unwrap();
        let marks = (0..).zip(&self.marks);
        marks
            .filter(|(_, mark)| mark.stands() && !mark.rights.is_disjoint(rights))
            .filter(|(_, mark)| own.is_none() || mark.objection != own)
            .map(|(number, mark)| (number, mark.effect(row)))
            .filter(|(_, effect)| matches!(effect, 'X' | 'C'))
            .collect()
    }

    /// The rights whose marks an operation on one right meets: of a licence also those above it, when it is licensed further, and
    /// those that would fall with it; of a change of the object all.
    pub fn met_by(&self, operation: Operation, right: u32, now: Moment) -> BTreeSet<u32> {
        match operation {
            Operation::ExclusiveLicence | Operation::NonExclusiveLicence => {
                self.chain(right).into_iter().collect()
            }
            Operation::Change => self.live(),
            Operation::Cancellation if self.rights[right as usize].parent.is_some() => {
                self.falling_with(right, now).into_iter().chain([right]).collect()
            }
            Operation::Cancellation | Operation::Transfer | Operation::NewPledge | Operation::Renewal => {
                [right].into()
            }
        }
    }
}
