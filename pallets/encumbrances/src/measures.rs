//! Whether an instrument may order what it orders: its organ, its rights, its term, and what it renews or releases.

use crate::{Config, Error, Pallet, Stamps};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    clock::{Day, Moment},
    day_book::{Measure, Paper, RECEIPT_DAYS_MAX, TERM_MONTHS_MAX},
    directory::{PartyRegister, Register},
    marks::{
        live::numbered_live, queue, LiveMark, Mark, MarkKind, MarkStanding, OrderTerm, OrganKind, RightSet,
    },
    ObjectId, PartyId, StampId,
};

/// A seizure or control that an instrument renews or releases, as it stands.
pub(crate) struct Target {
    pub number: u32,
    pub mark: Mark,
    pub standing: MarkStanding,
}

impl<T: Config> Pallet<T> {
    /// Whether the day book takes the paper in.
    pub(crate) fn ensure_paper_fits(measure: &Measure, paper: &Paper, now: Moment) -> Result<(), Error<T>> {
        let received = paper.received_at;
        let recent = received <= now && received.day().plus(RECEIPT_DAYS_MAX) >= now.day();
        ensure!(recent, Error::<T>::ReceivedAtUnfit);
        let known = paper.organ.code.check().is_ok();
        ensure!(
            known && measure.may_be_ordered_by(paper.organ.kind),
            Error::<T>::OrganUnfit
        );
        Self::ensure_applicant_fits(measure, paper.applicant)
    }

    /// For whom it is ordered, where the instrument names a party.
    fn ensure_applicant_fits(measure: &Measure, applicant: Option<PartyId>) -> Result<(), Error<T>> {
        let Some(party) = applicant else { return Ok(()) };
        ensure!(measure.sets_a_mark(), Error::<T>::ApplicantUnfit);
        // Whoever it is, suspended ones included: the organ has decided for it.
        ensure!(T::Parties::party(party).is_some(), Error::<T>::ApplicantUnknown);
        Ok(())
    }

    /// Live rights of the object; none only where the registration has none.
    pub(crate) fn ensure_rights_fit(object: ObjectId, rights: RightSet) -> Result<(), Error<T>> {
        let record = T::Register::object(object).ok_or(Error::<T>::ObjectUnfit)?;
        let named = rights != RightSet::NONE || record.rights == 0;
        let live = Self::live_rights(object, rights) == rights;
        ensure!(named && live, Error::<T>::RightsUnfit);
        Ok(())
    }

    /// A term that begins on `from` ends in the future, and not further away than any organ may order.
    pub(crate) fn ensure_term_fits(term: OrderTerm, from: Day, now: Moment) -> Result<Moment, Error<T>> {
        let end = term.end_from(from);
        let last = from.plus_months(TERM_MONTHS_MAX).end();
        ensure!(now < end && end <= last, Error::<T>::TermUnfit);
        Ok(end)
    }

    /// Whether a seizure of these rights would be in first rank. One seizure has one rank: the same seizures stand before it
    /// on all its rights.
    pub(crate) fn ensure_one_rank(
        marks: &[LiveMark],
        rights: RightSet,
        now: Moment,
    ) -> Result<MarkKind, Error<T>> {
        let numbered: Vec<_> = numbered_live(marks, now).collect();
        let mut queues = rights.numbers().map(|right| queue(&numbered, right));
        // Against the registration itself only such marks stand.
        let first = queues.next().unwrap_or_else(|| queue(&numbered, 0));
        ensure!(queues.all(|other| other == first), Error::<T>::RanksDiffer);
        Ok(match first.is_empty() {
            true => MarkKind::SeizureFirst,
            false => MarkKind::SeizureWaiting,
        })
    }

    /// The seizure or control that stamp `of` set on the object, while it stands.
    pub(crate) fn ensure_standing(object: ObjectId, of: StampId, now: Moment) -> Result<Target, Error<T>> {
        let stamp = Stamps::<T>::get(of)
            .filter(|stamp| stamp.object == object && stamp.measure.sets_a_mark())
            .ok_or(Error::<T>::StampNotFound)?;
        let number = stamp.mark.ok_or(Error::<T>::StampNotFound)?;
        Self::ensure_mark_stands(object, number, now)
    }

    /// A mark that stands, with all that is true of it.
    pub(crate) fn ensure_mark_stands(object: ObjectId, number: u32, now: Moment) -> Result<Target, Error<T>> {
        let marks = T::Register::live_marks(object);
        let found = numbered_live(&marks, now).find(|(known, ..)| *known == number);
        let (_, mark, standing) = found.ok_or(Error::<T>::NotStanding)?;
        ensure!(standing.stands(), Error::<T>::NotStanding);
        Ok(Target {
            number,
            mark: *mark,
            standing,
        })
    }

    /// Only the organ that ordered it renews it.
    pub(crate) fn ensure_can_renew(
        target: &Target,
        paper: &Paper,
        term: OrderTerm,
        now: Moment,
    ) -> Result<Moment, Error<T>> {
        let order = target.mark.order.ok_or(Error::<T>::StampNotFound)?;
        ensure!(order.organ == paper.organ, Error::<T>::OtherOrgan);
        ensure!(order.confirm_by.is_none(), Error::<T>::NotConfirmedYet);
        ensure!(
            target.standing.kind != MarkKind::SeizureWaiting,
            Error::<T>::StillWaiting
        );
        // Before its end: it stands, and its end is known.
        let end = target.standing.until.ok_or(Error::<T>::StillWaiting)?;
        let renewed = Self::ensure_term_fits(term, last_day(end), now)?;
        ensure!(renewed > end, Error::<T>::TermUnfit);
        Ok(end)
    }

    /// The organ that ordered it releases it, or a court.
    pub(crate) fn ensure_can_release(target: &Target, paper: &Paper) -> Result<(), Error<T>> {
        let order = target.mark.order.ok_or(Error::<T>::StampNotFound)?;
        let may = order.organ == paper.organ || paper.organ.kind == OrganKind::Court;
        ensure!(may, Error::<T>::OtherOrgan);
        Ok(())
    }
}

/// The last day of a term that is over at `end`.
pub(crate) fn last_day(end: Moment) -> Day {
    Moment(end.0.saturating_sub(1)).day()
}
