//! What officers find: a conclusion, and what a binding document says.

use crate::{who::Acting, Config, Error, Event, Objections, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    case::Signed,
    clock::Moment,
    objection::{Conclusion, Decided, Disposition, Objection, ObjectionStage, ObjectionStatus},
    regime::Regime,
    written_notice::Channel,
    Digest, ObjectionId,
};

impl<T: Config> Pallet<T> {
    /// Whether the authority may conclude now: the registrant contested, or had its time to answer.
    pub(crate) fn ensure_can_conclude(
        objection: &Objection,
        regime: &Regime,
        now: Moment,
    ) -> Result<(), Error<T>> {
        match Self::status_at(objection, regime, now) {
            ObjectionStatus::Contested => Ok(()),
            ObjectionStatus::Notified { due } => {
                let over = due.is_some_and(|due| now >= due.day.end());
                ensure!(over, Error::<T>::AnswerTimeRunning);
                Ok(())
            }
            _ => Err(Error::<T>::WrongStage),
        }
    }

    /// Proposes a conclusion.
    pub(crate) fn do_conclude(
        account: &T::AccountId,
        id: ObjectionId,
        disposition: Disposition,
        record: Digest,
        channel: Channel,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_decider(account, &objection, &[OfficerRole::Examiner])?;
        Self::ensure_can_conclude(&objection, &regime, now)?;
        let by = Signed { officer, at: now };
        let notice = Self::notice_to_sides(&objection, channel, record, now)?;
        objection.conclusion = Some(Conclusion {
            disposition,
            record,
            notice,
            by,
            objector_accepts: None,
            registrant_accepts: None,
            answered_at: None,
        });
        objection.handled = Some(by);
        // Agreements with the objection are none with the conclusion.
        objection.agreed = None;
        objection.stage = ObjectionStage::Concluded;
        let due = objection.acceptance_due(&regime, &T::Rules::default());
        Self::limit_notice(id, &objection, &regime, Some(officer))?;
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::ObjectionConcluded {
            objection: id,
            authority,
            officer,
            disposition,
            record,
            channel,
            due,
        });
        Ok(())
    }

    /// Decides an objection as a binding judgment or award says.
    pub(crate) fn do_decide_by_instrument(
        account: &T::AccountId,
        id: ObjectionId,
        disposition: Disposition,
        document: Digest,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_decider(account, &objection, &[OfficerRole::Reviewer])?;
        let status = Self::status_at(&objection, &regime, now);
        ensure!(status.is_open(), Error::<T>::WrongStage);
        objection.decided = Some((disposition, Decided::Instrument(document)));
        objection.handled = Some(Signed { officer, at: now });
        objection.stage = ObjectionStage::Decided;
        Self::limit_notice(id, &objection, &regime, Some(officer))?;
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::DecidedByInstrument {
            objection: id,
            authority,
            officer,
            disposition,
            document,
        });
        Ok(())
    }
}
