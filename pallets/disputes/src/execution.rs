//! Carrying out what was decided.

use crate::{who::Acting, Config, Error, Event, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    dealing::Deal,
    directory::Register,
    ending::{Correction, RightsEndCause},
    marks::{MarkEnd, MarkSource, Operation, RightSet},
    objection::{Decided, Disposition, Objection, ObjectionStage},
    v1::EntryBasis,
    ObjectionId, OfficerId,
};

impl<T: Config> Pallet<T> {
    /// Whether the officer may execute the objection, and what was decided.
    pub(crate) fn ensure_can_execute(
        objection: &Objection,
        acting: &Acting,
    ) -> Result<(Disposition, Decided), Error<T>> {
        let decided = objection
            .decided
            .filter(|_| objection.stage == ObjectionStage::Decided);
        let (disposition, decided) = decided.ok_or(Error::<T>::WrongStage)?;
        // Two persons answer for it.
        let same = objection
            .handled
            .is_some_and(|handled| handled.officer == acting.officer);
        ensure!(!same, Error::<T>::SamePerson);
        Ok((disposition, decided))
    }

    /// Executes an objection.
    pub(crate) fn do_execute(account: &T::AccountId, id: ObjectionId) -> Result<(), Error<T>> {
        let (objection, _) = Self::stored(id)?;
        let acting = Self::ensure_decider(account, &objection, &[OfficerRole::Reviewer])?;
        let (disposition, decided) = Self::ensure_can_execute(&objection, &acting)?;
        // A change says what changes; until then the notice stays.
        ensure!(disposition != Disposition::Change, Error::<T>::ChangeNotNamed);
        let live = Self::live_rights(objection.object, objection.rights);
        Self::ensure_not_barred(id, &objection, live, disposition, decided)?;
        let basis = Self::basis_of_execution(id, &objection, decided, &acting);
        let (object, officer, end) = (objection.object, acting.officer, mark_end(disposition));
        let notice = standing_mark::<T>(&objection, objection.notice_mark);
        if disposition == Disposition::Cancel && live != RightSet::NONE {
            let notice = notice.map(|number| (number, end));
            Self::cancel(&objection, live, notice, &basis, officer)?;
        } else if let Some(number) = notice {
            Self::end_mark(object, number, end, basis.clone(), Some(officer))?;
        }
        if let Some(number) = standing_mark::<T>(&objection, objection.hold_mark) {
            Self::end_mark(object, number, end, basis, Some(officer))?;
        }
        Self::close_executed(id, objection, disposition, &acting);
        Ok(())
    }

    /// Whether the officer may carry out the change that was decided, with this text.
    fn ensure_can_execute_change(
        account: &T::AccountId,
        id: ObjectionId,
        facts: &Correction,
        text: Option<&[u8]>,
    ) -> Result<(Objection, Acting, Decided), Error<T>> {
        let (objection, _) = Self::stored(id)?;
        let acting = Self::ensure_decider(account, &objection, &[OfficerRole::Reviewer])?;
        let (disposition, decided) = Self::ensure_can_execute(&objection, &acting)?;
        ensure!(disposition == Disposition::Change, Error::<T>::NoChangeDecided);
        let live = T::Register::live_rights(objection.object);
        Self::ensure_not_barred(id, &objection, live, disposition, decided)?;
        T::Register::ensure_can_correct(objection.object, facts, text)?;
        Ok((objection, acting, decided))
    }

    /// The same, before the text is sent to anybody.
    pub fn ensure_may_execute_change(
        account: &T::AccountId,
        id: ObjectionId,
        facts: &Correction,
        text: Option<&[u8]>,
    ) -> Result<(), Error<T>> {
        Self::ensure_can_execute_change(account, id, facts, text).map(|_| ())
    }

    /// Executes a change that was decided: of facts, never of a holder or of the source (NG 29, 35).
    pub(crate) fn do_execute_change(
        account: &T::AccountId,
        id: ObjectionId,
        facts: &Correction,
        text: Option<&[u8]>,
    ) -> Result<(), Error<T>> {
        let (objection, acting, decided) = Self::ensure_can_execute_change(account, id, facts, text)?;
        let basis = Self::basis_of_execution(id, &objection, decided, &acting);
        let (object, officer) = (objection.object, Some(acting.officer));
        T::Register::correct(object, facts, text, basis.clone(), officer)?;
        for number in [objection.notice_mark, objection.hold_mark] {
            if let Some(number) = standing_mark::<T>(&objection, number) {
                Self::end_mark(object, number, MarkEnd::CarriedOut, basis.clone(), officer)?;
            }
        }
        Self::close_executed(id, objection, Disposition::Change, &acting);
        Ok(())
    }

    fn basis_of_execution(
        id: ObjectionId,
        objection: &Objection,
        decided: Decided,
        acting: &Acting,
    ) -> EntryBasis {
        let second = objection.handled.map(|handled| handled.officer);
        Self::basis(id, Some(decided), Some(acting.officer), second)
    }

    fn close_executed(id: ObjectionId, objection: Objection, disposition: Disposition, acting: &Acting) {
        Self::finish(id, objection, ObjectionStage::Closed);
        Self::deposit_event(Event::ObjectionExecuted {
            objection: id,
            authority: acting.authority,
            officer: acting.officer,
            disposition,
        });
    }

    /// What the sides agreed on is voluntary: marks of other matters bar it. What a binding document orders is barred by none.
    fn ensure_not_barred(
        id: ObjectionId,
        objection: &Objection,
        live: RightSet,
        disposition: Disposition,
        decided: Decided,
    ) -> Result<(), Error<T>> {
        let agreed = match decided {
            Decided::RegistrantAgreed | Decided::BothAccepted => true,
            Decided::Instrument(_) => false,
        };
        let operation = match (disposition, agreed) {
            (Disposition::Dismiss, _) => return Ok(()),
            (Disposition::Cancel, true) => Operation::VoluntaryCancellation,
            (Disposition::Cancel, false) => Operation::ByInstrument,
            (Disposition::Change, true) => Operation::Change,
            (Disposition::Change, false) => Operation::Correction,
        };
        if live == RightSet::NONE {
            return Ok(());
        }
        let deal = Deal {
            own_matter: Some(MarkSource::Objection(id)),
            ..Deal::of_party(operation, live)
        };
        T::Register::ensure_can_deal(objection.object, &deal)?;
        Ok(())
    }

    /// Ends the contested rights, and with the same entry the notice.
    fn cancel(
        objection: &Objection,
        rights: RightSet,
        notice: Option<(u32, MarkEnd)>,
        basis: &EntryBasis,
        officer: OfficerId,
    ) -> Result<(), Error<T>> {
        T::Register::end_rights(
            objection.object,
            rights,
            notice,
            RightsEndCause::Objection,
            basis.clone(),
            Some(officer),
        )?;
        Ok(())
    }
}

/// How the marks of an objection end.
fn mark_end(disposition: Disposition) -> MarkEnd {
    match disposition {
        Disposition::Dismiss => MarkEnd::Dismissed,
        Disposition::Cancel | Disposition::Change => MarkEnd::CarriedOut,
    }
}

/// A mark of the objection that still stands.
fn standing_mark<T: Config>(objection: &Objection, number: Option<u32>) -> Option<u32> {
    number.filter(|number| Pallet::<T>::stands(objection.object, *number))
}
