//! The one place in which marks are written: each under a key of its own, because each is proved by itself, and those that
//! are not over once more in one list of the object. Who asks what stands in the way reads this list.

use crate::{Config, LiveMarks, Marks, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    directory::{RegisterError, RuleBook},
    marks::{live, LiveMark, Mark, MarkKind},
    Bounded, ObjectId,
};

/// The most live marks of an object that no organ ordered. With those that organs order they bound what the gate reads at
/// once; what parties cause never leaves an instrument without place, and instruments leave an objection its own.
pub const LIVE_OF_PARTIES_MAX: u32 = 16;
/// The most live marks of an object that organs ordered.
pub const LIVE_OF_ORGANS_MAX: u32 = 24;
/// The most live notices about sources from which an object was made: one for each that it can name.
pub const LIVE_OF_SOURCES_MAX: u32 = 16;
/// The most live marks of an object.
pub const LIVE_MARKS_MAX: u32 = LIVE_OF_PARTIES_MAX + LIVE_OF_ORGANS_MAX + LIVE_OF_SOURCES_MAX;

/// The live marks of an object, by their numbers.
pub type LiveMarksOf = Bounded<LiveMark, LIVE_MARKS_MAX>;

/// Those who have places for marks of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Places {
    Parties,
    Organs,
    Sources,
}

impl Places {
    pub(crate) const ALL: [Self; 3] = [Self::Parties, Self::Organs, Self::Sources];

    /// Whose place a mark takes.
    pub(crate) fn of(mark: &Mark) -> Self {
        match (mark.kind, mark.order) {
            (MarkKind::SourceNotice, _) => Self::Sources,
            (_, Some(_)) => Self::Organs,
            (_, None) => Self::Parties,
        }
    }

    /// As many as they have.
    pub(crate) fn most(self) -> u32 {
        match self {
            Self::Parties => LIVE_OF_PARTIES_MAX,
            Self::Organs => LIVE_OF_ORGANS_MAX,
            Self::Sources => LIVE_OF_SOURCES_MAX,
        }
    }

    /// Whether a list takes more of them than there are.
    pub(crate) fn are_exceeded_by(self, list: &[LiveMark]) -> bool {
        let taken = list.iter().filter(|listed| Self::of(&listed.mark) == self);
        taken.count() > usize::try_from(self.most()).unwrap_or(usize::MAX)
    }
}

impl<T: Config> Pallet<T> {
    /// The marks of an object that were not over when one of them was last written: by now, time may have ended some.
    pub(crate) fn live_marks_of(object: ObjectId) -> Vec<LiveMark> {
        LiveMarks::<T>::get(object).into_inner()
    }

    /// The list after a mark has come to be `mark` now. One that joins it finds a place among those of its like.
    pub(crate) fn ensure_mark_fits(
        object: ObjectId,
        number: u32,
        mark: Mark,
    ) -> Result<LiveMarksOf, RegisterError> {
        let before = Self::live_marks_of(object);
        let list = live::after(&before, number, mark, T::Rules::default().now());
        let joins = before.iter().all(|listed| listed.number != number);
        if joins && Places::of(&mark).are_exceeded_by(&list) {
            return Err(RegisterError::Full);
        }
        list.try_into().map_err(|_| RegisterError::Full)
    }

    /// Writes a mark as it now stands, with the list after it.
    pub(crate) fn write_mark(object: ObjectId, number: u32, mark: Mark, list: LiveMarksOf) {
        Marks::<T>::insert(object, number, mark);
        if list.is_empty() {
            LiveMarks::<T>::remove(object);
        } else {
            LiveMarks::<T>::insert(object, list);
        }
    }
}
