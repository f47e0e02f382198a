//! The second person: confirms a stamp in time, or rejects it.

use crate::{
    marking::decided_basis,
    measures::{last_day, Target},
    who::Acting,
    Config, Error, Event, Pallet, Stamps,
};
use quanji_primitives::{
    case::Signed,
    clock::Moment,
    day_book::{Finding, Measure, Stamp},
    marks::{Mark, MarkEnd, Order, OrderTerm},
    Digest, StampId,
};

/// What a confirmation does.
pub(crate) enum Confirmed {
    /// The mark stands firm.
    Stands(Target),
    /// Its end moves.
    Renewed(Target, Moment),
    /// It ends.
    Released(Target),
}

impl<T: Config> Pallet<T> {
    /// Whether the stamp may be confirmed now, and what that does.
    pub(crate) fn ensure_can_confirm(stamp: &Stamp, acting: &Acting) -> Result<Confirmed, Error<T>> {
        let mark = stamp.mark.ok_or(Error::<T>::WrongMeasure)?;
        let target = Self::ensure_mark_stands(stamp.object, mark, acting.now)?;
        match stamp.measure {
            Measure::Seizure { .. } | Measure::Control { .. } => Ok(Confirmed::Stands(target)),
            Measure::Renewal { term, .. } => {
                let end = renewed_end(stamp, term).ok_or(Error::<T>::WrongMeasure)?;
                // An earlier renewal may have carried it further.
                let end = end.max(target.mark.until.unwrap_or_default());
                Ok(Confirmed::Renewed(target, end))
            }
            Measure::Release { .. } => {
                Self::ensure_listed(acting.authority)?;
                Ok(Confirmed::Released(target))
            }
            // What ends or transfers rights is carried out by its own call.
            Measure::Ending { .. } | Measure::Transfer { .. } => Err(Error::<T>::WrongMeasure),
        }
    }

    /// Confirms a stamp.
    pub(crate) fn do_confirm(account: &T::AccountId, id: StampId) -> Result<(), Error<T>> {
        let stamp = Self::stored(id)?;
        let acting = Self::ensure_second(account, id, &stamp)?;
        let confirmed = Self::ensure_can_confirm(&stamp, &acting)?;
        let (mark, until) = Self::carry_out(id, &stamp, confirmed, &acting)?;
        Self::store_finding(id, stamp, Finding::Confirmed, &acting);
        Self::deposit_event(Event::Confirmed {
            stamp: id,
            authority: acting.authority,
            officer: acting.officer,
            mark,
            until,
        });
        Ok(())
    }

    /// Writes what a confirmation does; gives the number of the mark and its end.
    fn carry_out(
        id: StampId,
        stamp: &Stamp,
        confirmed: Confirmed,
        acting: &Acting,
    ) -> Result<(u32, Option<Moment>), Error<T>> {
        let (object, officer) = (stamp.object, acting.officer);
        let basis = decided_basis(id, stamp, acting);
        match confirmed {
            Confirmed::Stands(Target { number, mark, .. }) => {
                let firm = |order| Order {
                    confirm_by: None,
                    ..order
                };
                let mark = Mark {
                    order: mark.order.map(firm),
                    ..mark
                };
                Self::change_mark(object, number, mark, basis, officer)?;
                Ok((number, mark.until))
            }
            Confirmed::Renewed(Target { number, mark, .. }, end) => {
                let until = Some(end);
                Self::change_mark(object, number, Mark { until, ..mark }, basis, officer)?;
                Ok((number, until))
            }
            Confirmed::Released(Target { number, .. }) => {
                Self::end_mark(object, number, MarkEnd::Released, basis, officer)?;
                Ok((number, Some(acting.now)))
            }
        }
    }

    /// Rejects a stamp.
    pub(crate) fn do_reject(account: &T::AccountId, id: StampId, reason: Digest) -> Result<(), Error<T>> {
        let stamp = Self::stored(id)?;
        let acting = Self::ensure_second(account, id, &stamp)?;
        Self::undo(id, &stamp, &acting)?;
        Self::store_finding(id, stamp, Finding::Rejected(reason), &acting);
        Self::deposit_event(Event::Rejected {
            stamp: id,
            authority: acting.authority,
            officer: acting.officer,
            reason,
        });
        Ok(())
    }

    /// Takes back what a stamp did before anybody confirmed it.
    fn undo(id: StampId, stamp: &Stamp, acting: &Acting) -> Result<(), Error<T>> {
        let Some(number) = stamp.mark else { return Ok(()) };
        let Ok(target) = Self::ensure_mark_stands(stamp.object, number, acting.now) else {
            return Ok(());
        };
        let basis = decided_basis(id, stamp, acting);
        match stamp.measure {
            Measure::Seizure { .. } | Measure::Control { .. } => {
                Self::end_mark(stamp.object, number, MarkEnd::NotConfirmed, basis, acting.officer)
            }
            Measure::Renewal { .. } if is_carried_by(stamp, &target.mark) => {
                let own_end = stamp.renews_from.unwrap_or_default();
                let mark = Mark {
                    until: Some(own_end.max(acting.now)),
                    ..target.mark
                };
                Self::change_mark(stamp.object, number, mark, basis, acting.officer)
            }
            Measure::Renewal { .. }
            | Measure::Release { .. }
            | Measure::Ending { .. }
            | Measure::Transfer { .. } => Ok(()),
        }
    }

    /// Writes down what the second person found.
    pub(crate) fn store_finding(id: StampId, stamp: Stamp, finding: Finding, acting: &Acting) {
        let signed = Signed {
            officer: acting.officer,
            at: acting.now,
        };
        let found = Some((finding, signed));
        Stamps::<T>::insert(id, Stamp { found, ..stamp });
    }
}

/// The end of a mark after its renewal: the term runs from the end that it had.
fn renewed_end(stamp: &Stamp, term: OrderTerm) -> Option<Moment> {
    stamp.renews_from.map(|end| term.end_from(last_day(end)))
}

/// Whether the mark stands only because of this stamp.
fn is_carried_by(stamp: &Stamp, mark: &Mark) -> bool {
    let beyond = stamp.renews_from.is_some_and(|end| end < stamp.confirm_by);
    beyond && mark.until == Some(stamp.confirm_by)
}
