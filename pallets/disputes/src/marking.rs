//! Marks for objections: each is an entry that the register writes.

use crate::{Config, Error, Pallet};
use quanji_primitives::{
    clock::Moment,
    directory::Register,
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    objection::{Decided, Objection, ObjectionStage},
    regime::Regime,
    v1::{EntryBasis, VERSION},
    ObjectId, ObjectionId, OfficerId,
};

impl<T: Config> Pallet<T> {
    /// Those of the contested rights that have not ended.
    pub(crate) fn live_rights(object: ObjectId, rights: RightSet) -> RightSet {
        T::Register::live_rights(object).and(rights)
    }

    /// On what an entry of an objection rests; `decided` for what executes a decision.
    pub(crate) fn basis(
        id: ObjectionId,
        decided: Option<Decided>,
        officer: Option<OfficerId>,
        second: Option<OfficerId>,
    ) -> EntryBasis {
        EntryBasis::Objection {
            objection: id,
            decided,
            officer,
            second,
        }
    }

    /// Sets the notice of an objection, or a hold, on the contested rights.
    pub(crate) fn set_mark(
        id: ObjectionId,
        objection: &Objection,
        (kind, until): (MarkKind, Option<Moment>),
        officer: OfficerId,
        second: Option<OfficerId>,
    ) -> Result<u32, Error<T>> {
        let mark = Mark {
            version: VERSION,
            kind,
            rights: Self::live_rights(objection.object, objection.rights),
            source: MarkSource::Objection(id),
            authority: objection.authority,
            since: Self::now(),
            until,
            ended: None,
            order: None,
        };
        let basis = Self::basis(id, None, Some(officer), second);
        Ok(T::Register::set_mark(
            objection.object,
            mark,
            basis,
            Some(officer),
        )?)
    }

    /// Gives the notice of an objection the end at which the objection lapses, if nothing more happens; none where it does
    /// not lapse. So every reader sees the lapse without an act of anybody.
    pub(crate) fn limit_notice(
        id: ObjectionId,
        objection: &Objection,
        regime: &Regime,
        officer: Option<OfficerId>,
    ) -> Result<(), Error<T>> {
        let lapses = matches!(
            objection.stage,
            ObjectionStage::Concluded | ObjectionStage::Unaccepted
        );
        let due = objection
            .court_due(regime, &T::Rules::default())
            .filter(|_| lapses);
        let until = due.map(|due| due.day.end());
        let open = |number: &u32| {
            T::Register::mark(objection.object, *number)
                .is_some_and(|mark| mark.ended.is_none() && mark.until != until)
        };
        if let Some(number) = objection.notice_mark.filter(open) {
            let basis = Self::basis(id, None, officer, None);
            T::Register::limit_mark(objection.object, number, until, basis, officer)?;
        }
        Ok(())
    }

    /// Ends the notice and the hold of an objection that still stand.
    pub(crate) fn end_marks(
        id: ObjectionId,
        objection: &Objection,
        end: MarkEnd,
        officer: Option<OfficerId>,
    ) -> Result<(), Error<T>> {
        let basis = Self::basis(id, None, officer, None);
        [objection.notice_mark, objection.hold_mark]
            .into_iter()
            .flatten()
            .try_for_each(|number| Self::end_mark(objection.object, number, end, basis.clone(), officer))
    }

    /// Ends a mark that still stands; one whose time ran out ended by itself.
    pub(crate) fn end_mark(
        object: ObjectId,
        number: u32,
        end: MarkEnd,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), Error<T>> {
        if Self::stands(object, number) {
            T::Register::end_mark(object, number, end, basis, officer)?;
        }
        Ok(())
    }

    /// Whether a mark stands now.
    pub(crate) fn stands(object: ObjectId, number: u32) -> bool {
        T::Register::mark(object, number).is_some_and(|mark| mark.stands(Self::now()))
    }
}
