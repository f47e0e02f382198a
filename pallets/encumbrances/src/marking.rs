//! The marks of the day book: each change is an entry that the register writes.

use crate::{who::Acting, Config, Error, Pallet};
use quanji_primitives::{
    clock::Moment,
    day_book::{Paper, Stamp},
    directory::Register,
    marks::{EntryRange, Mark, MarkEnd, MarkKind, MarkSource, Order, OrderTerm, RightSet},
    v1::{EntryBasis, VERSION},
    AuthorityId, ObjectId, OfficerId, StampId,
};

/// A seizure or control that is about to stand.
pub(crate) struct NewMark {
    pub kind: MarkKind,
    pub rights: RightSet,
    pub term: OrderTerm,
    /// Its end, where it is known already.
    pub until: Option<Moment>,
}

impl NewMark {
    /// The mark as it stands from its stamp on.
    pub fn of(
        &self,
        stamp: StampId,
        paper: &Paper,
        (now, confirm_by): (Moment, Moment),
        entered_between: Option<EntryRange>,
    ) -> Mark {
        let authority: AuthorityId = stamp.authority();
        Mark {
            version: VERSION,
            kind: self.kind,
            rights: self.rights,
            source: MarkSource::DayBook(stamp),
            authority,
            since: now,
            until: self.until,
            ended: None,
            order: Some(Order {
                organ: paper.organ,
                instrument: paper.instrument,
                received_at: paper.received_at,
                confirm_by: Some(confirm_by),
                term: self.term,
                entered_between,
            }),
        }
    }
}

/// On what an entry of the day book rests.
pub(crate) fn basis(stamp: StampId, officer: OfficerId, second: Option<OfficerId>) -> EntryBasis {
    EntryBasis::Instrument {
        stamp,
        officer,
        second,
    }
}

/// The same, when the second person acts.
pub(crate) fn decided_basis(id: StampId, stamp: &Stamp, acting: &Acting) -> EntryBasis {
    basis(id, acting.officer, Some(stamp.stamped.officer))
}

impl<T: Config> Pallet<T> {
    /// Sets a mark and gives its number.
    pub(crate) fn set_mark(object: ObjectId, mark: Mark, officer: OfficerId) -> Result<u32, Error<T>> {
        let MarkSource::DayBook(stamp) = mark.source else {
            return Err(Error::<T>::StampNotFound);
        };
        let basis = basis(stamp, officer, None);
        Ok(T::Register::set_mark(object, mark, basis, Some(officer))?)
    }

    /// Writes a mark as it now stands.
    pub(crate) fn change_mark(
        object: ObjectId,
        number: u32,
        mark: Mark,
        basis: EntryBasis,
        officer: OfficerId,
    ) -> Result<(), Error<T>> {
        Ok(T::Register::change_mark(
            object,
            number,
            mark,
            basis,
            Some(officer),
        )?)
    }

    /// Ends a mark.
    pub(crate) fn end_mark(
        object: ObjectId,
        number: u32,
        end: MarkEnd,
        basis: EntryBasis,
        officer: OfficerId,
    ) -> Result<(), Error<T>> {
        Ok(T::Register::end_mark(object, number, end, basis, Some(officer))?)
    }
}
