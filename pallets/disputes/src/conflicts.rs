//! Conflicts between two authorities over the same data: clocks stop, both sides show it, the department decides.

use crate::{who::Acting, Config, Conflicts, Error, Event, LastConflict, OpenConflicts, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    clock::add_working_days,
    conflict::{Conflict, ConflictDecision, ConflictSide, Ruling},
    directory::Register,
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    regime::{Regime, RegimeId},
    v1::{EntryBasis, ObjectRecord, VERSION},
    ConflictId, Digest, ObjectId, OfficerId, PartyId,
};

/// Who reports a conflict.
const ROLES: [OfficerRole; 2] = [OfficerRole::Examiner, OfficerRole::Reviewer];

impl<T: Config> Pallet<T> {
    /// The regime of a side: of an open case, or of a live object.
    fn regime_of_side(side: ConflictSide) -> Result<RegimeId, Error<T>> {
        match side {
            ConflictSide::Case(case) => T::Register::regime_of_case(case),
            ConflictSide::Object(object) => Self::live_object(object).ok().map(|record| record.regime),
        }
        .ok_or(Error::<T>::SideNotFound)
    }

    /// Everybody concerned on a side: of an open case, or the holders of an object's live rights.
    fn parties_of_side(side: ConflictSide) -> Vec<PartyId> {
        match side {
            ConflictSide::Case(case) => T::Register::parties_of_case(case).unwrap_or_default(),
            ConflictSide::Object(object) => T::Register::live_holders(object),
        }
    }

    /// Whether the officer may report the conflict, and the regime of the officer's own side.
    pub(crate) fn ensure_can_raise(
        account: &T::AccountId,
        own: ConflictSide,
        other: ConflictSide,
    ) -> Result<(Acting, Regime), Error<T>> {
        let (acting, officer) = Self::ensure_officer(account, own.authority(), &ROLES)?;
        ensure!(
            own.authority() != other.authority(),
            Error::<T>::SidesOfOneAuthority
        );
        let regime = Self::regime_of_side(own)?;
        Self::regime_of_side(other)?;
        // NG 10(7): it stops a clock, so nobody reports it in a matter of its own.
        let parties = [own, other]
            .into_iter()
            .flat_map(Self::parties_of_side)
            .collect::<Vec<_>>();
        Self::ensure_not_own_case(own.authority(), &parties)?;
        Self::ensure_not_concerned(&officer, &parties)?;
        // A side is in one conflict at a time.
        let free = [own, other]
            .iter()
            .all(|side| !OpenConflicts::<T>::contains_key(side));
        ensure!(free, Error::<T>::AlreadyInConflict);
        Ok((acting, Self::regime(regime)?))
    }

    /// Reports a conflict.
    pub(crate) fn do_raise_conflict(
        account: &T::AccountId,
        own: ConflictSide,
        other: ConflictSide,
        report: Digest,
    ) -> Result<(), Error<T>> {
        let (Acting { officer, now, .. }, regime) = Self::ensure_can_raise(account, own, other)?;
        let next = LastConflict::<T>::get().checked_add(1);
        let next = next.ok_or(Error::<T>::SerialsExhausted)?;
        let (id, sides) = (ConflictId(next), [own, other]);
        let marks = [
            Self::stop_side(id, own, officer)?,
            Self::stop_side(id, other, officer)?,
        ];
        let days = regime.limits.conflict_working_days.number;
        let due = add_working_days(&T::Rules::default(), now.day(), days);
        LastConflict::<T>::put(next);
        sides.iter().for_each(|side| OpenConflicts::<T>::insert(side, id));
        let conflict = Conflict {
            version: VERSION,
            sides,
            raised_by: officer,
            raised_at: now,
            report,
            due,
            marks,
            decision: None,
        };
        Conflicts::<T>::insert(id, conflict);
        Self::deposit_event(Event::ConflictRaised {
            conflict: id,
            sides,
            officer,
            report,
            due,
        });
        Ok(())
    }

    /// Stops a case, or marks an object and gives the number of its mark.
    fn stop_side(id: ConflictId, side: ConflictSide, officer: OfficerId) -> Result<Option<u32>, Error<T>> {
        match side {
            ConflictSide::Case(case) => {
                T::Register::stop_case(case, id)?;
                Ok(None)
            }
            ConflictSide::Object(object) => Self::mark_object(id, object, officer).map(Some),
        }
    }

    fn mark_object(id: ConflictId, object: ObjectId, officer: OfficerId) -> Result<u32, Error<T>> {
        let record = Self::live_object(object)?;
        let mark = Mark {
            version: VERSION,
            kind: MarkKind::ObjectionNotice,
            rights: Self::live_rights(object, all_rights(&record)),
            source: MarkSource::Conflict(id),
            authority: officer.authority(),
            since: Self::now(),
            until: None,
            ended: None,
            order: None,
        };
        Ok(T::Register::set_mark(
            object,
            mark,
            EntryBasis::Conflict(id),
            Some(officer),
        )?)
    }

    /// Decides a conflict.
    pub(crate) fn do_decide_conflict(
        by: T::AccountId,
        id: ConflictId,
        rulings: [Ruling; 2],
        document: Digest,
    ) -> Result<(), Error<T>> {
        let conflict = Conflicts::<T>::get(id).ok_or(Error::<T>::ConflictNotFound)?;
        ensure!(conflict.decision.is_none(), Error::<T>::ConflictDecided);
        for ((side, mark), ruling) in conflict.sides.iter().zip(conflict.marks).zip(rulings) {
            Self::release_side(id, *side, mark, ruling)?;
            OpenConflicts::<T>::remove(side);
        }
        let decision = Some(ConflictDecision {
            rulings,
            document,
            at: Self::now(),
        });
        Conflicts::<T>::insert(id, Conflict { decision, ..conflict });
        Self::deposit_event(Event::ConflictDecided {
            conflict: id,
            rulings,
            document,
            by,
        });
        Ok(())
    }

    /// Lets a case go on, or be refused; ends the mark of an entry that stands. One that yields keeps it until it is
    /// corrected.
    fn release_side(
        id: ConflictId,
        side: ConflictSide,
        mark: Option<u32>,
        ruling: Ruling,
    ) -> Result<(), Error<T>> {
        match (side, mark, ruling) {
            (ConflictSide::Case(case), ..) => {
                T::Register::release_case(case, ruling == Ruling::Yields);
                Ok(())
            }
            (ConflictSide::Object(object), Some(number), Ruling::Stands) => {
                Self::end_mark(object, number, MarkEnd::Dismissed, EntryBasis::Conflict(id), None)
            }
            (ConflictSide::Object(_), ..) => Ok(()),
        }
    }
}

/// Every right an object ever had.
fn all_rights(record: &ObjectRecord) -> RightSet {
    (0..record.rights.min(64)).collect()
}
