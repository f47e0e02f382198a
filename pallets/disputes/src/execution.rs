//! Carrying out what was decided.

use crate::{who::Acting, Config, Error, Event, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    dealing::Deal,
    directory::Register,
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
        // The content is changed by a change or correction; until then the notice stays.
        ensure!(
            disposition != Disposition::Change,
            Error::<T>::ChangeNotYetPossible
        );
        Ok((disposition, decided))
    }

    /// Executes an objection.
    pub(crate) fn do_execute(account: &T::AccountId, id: ObjectionId) -> Result<(), Error<T>> {
        let (objection, _) = Self::stored(id)?;
        let acting = Self::ensure_decider(account, &objection, &[OfficerRole::Reviewer])?;
        let (disposition, decided) = Self::ensure_can_execute(&objection, &acting)?;
        let Acting {
            officer, authority, ..
        } = acting;
        let second = objection.handled.map(|handled| handled.officer);
        let basis = Self::basis(id, Some(decided), Some(officer), second);
        let end = match disposition {
            Disposition::Dismiss => MarkEnd::Dismissed,
            Disposition::Cancel | Disposition::Change => MarkEnd::CarriedOut,
        };
        let notice = standing_mark::<T>(&objection, objection.notice_mark);
        let live = Self::live_rights(objection.object, objection.rights);
        Self::ensure_not_barred(id, &objection, live, disposition, decided)?;
        if disposition == Disposition::Cancel && live != RightSet::NONE {
            Self::cancel(
                &objection,
                live,
                notice.map(|number| (number, end)),
                &basis,
                officer,
            )?;
        } else if let Some(number) = notice {
            Self::end_mark(objection.object, number, end, basis.clone(), Some(officer))?;
        }
        if let Some(number) = standing_mark::<T>(&objection, objection.hold_mark) {
            Self::end_mark(objection.object, number, end, basis, Some(officer))?;
        }
        Self::finish(id, objection, ObjectionStage::Closed);
        Self::deposit_event(Event::ObjectionExecuted {
            objection: id,
            authority,
            officer,
            disposition,
        });
        Ok(())
    }

    /// A cancellation on which the sides agreed is voluntary: marks of other matters bar it. What a binding document orders
    /// is barred by none.
    fn ensure_not_barred(
        id: ObjectionId,
        objection: &Objection,
        live: RightSet,
        disposition: Disposition,
        decided: Decided,
    ) -> Result<(), Error<T>> {
        if disposition != Disposition::Cancel || live == RightSet::NONE {
            return Ok(());
        }
        let operation = match decided {
            Decided::RegistrantAgreed | Decided::BothAccepted => Operation::VoluntaryCancellation,
            Decided::Instrument(_) => Operation::ByInstrument,
        };
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
        T::Register::end_rights(objection.object, rights, notice, basis.clone(), Some(officer))?;
        Ok(())
    }
}

/// A mark of the objection that still stands.
fn standing_mark<T: Config>(objection: &Objection, number: Option<u32>) -> Option<u32> {
    number.filter(|number| Pallet::<T>::stands(objection.object, *number))
}
