//! Returning an incomplete objection, telling the registrant of a complete one, and the delivery of both notices.

use crate::{who::Acting, Config, Error, Event, Objections, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    case::Signed,
    clock::{Due, Moment},
    directory::PartyRegister,
    marks::MarkKind,
    objection::{Objection, ObjectionStage},
    regime::Regime,
    written_notice::{Channel, WrittenNotice},
    Digest, ObjectionId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// A written notice to `party`: through the ledger only where it has an account.
    fn notice_to(
        party: PartyId,
        channel: Channel,
        letter: Digest,
        now: Moment,
    ) -> Result<WrittenNotice, Error<T>> {
        let fit = channel != Channel::Ledger || T::Parties::has_account(T::Parties::current(party));
        ensure!(fit, Error::<T>::ChannelUnfit);
        Ok(WrittenNotice::send(channel, letter, now))
    }

    /// A written notice to both sides: through the ledger only where each has an account.
    pub(crate) fn notice_to_sides(
        objection: &Objection,
        channel: Channel,
        letter: Digest,
        now: Moment,
    ) -> Result<WrittenNotice, Error<T>> {
        for holder in Self::registrants(objection) {
            Self::notice_to(holder, channel, letter, now)?;
        }
        Self::notice_to(objection.objector, channel, letter, now)
    }

    /// Whether the objection may be returned: once.
    pub(crate) fn ensure_can_return(objection: &Objection) -> Result<(), Error<T>> {
        ensure!(objection.stage == ObjectionStage::Filed, Error::<T>::WrongStage);
        ensure!(objection.returned.is_none(), Error::<T>::AlreadyReturned);
        Ok(())
    }

    /// Returns an incomplete objection.
    pub(crate) fn do_return(
        account: &T::AccountId,
        id: ObjectionId,
        channel: Channel,
        letter: Digest,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let acting = Self::ensure_decider(account, &objection, &[OfficerRole::Examiner])?;
        Self::ensure_can_return(&objection)?;
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        objection.returned = Some(Self::notice_to(objection.objector, channel, letter, now)?);
        objection.stage = ObjectionStage::Returned;
        Objections::<T>::insert(id, &objection);
        Self::deposit_event(Event::ObjectionReturned {
            objection: id,
            authority,
            officer,
            channel,
            letter,
            due: objection.completion_due(&regime, &T::Rules::default()),
        });
        Ok(())
    }

    /// Tells the registrant of a complete objection and sets its notice.
    pub(crate) fn do_notify(
        account: &T::AccountId,
        id: ObjectionId,
        channel: Channel,
        letter: Digest,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let acting = Self::ensure_decider(account, &objection, &[OfficerRole::Examiner])?;
        // Late is better than never: the time limit shows as overdue until then.
        ensure!(objection.stage == ObjectionStage::Filed, Error::<T>::WrongStage);
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        objection.notified = Some(Self::notice_to(objection.registrant, channel, letter, now)?);
        let mark = Self::set_mark(id, &objection, (MarkKind::ObjectionNotice, None), officer, None)?;
        objection.notice_mark = Some(mark);
        objection.handled = Some(Signed { officer, at: now });
        objection.stage = ObjectionStage::Notified;
        Objections::<T>::insert(id, &objection);
        Self::deposit_event(Event::RegistrantNotified {
            objection: id,
            authority,
            officer,
            channel,
            letter,
            mark,
            due: objection.answer_due(&regime, &T::Rules::default()),
        });
        Ok(())
    }

    /// Records the delivery of the notice that waits for it.
    pub(crate) fn do_record_delivery(
        account: &T::AccountId,
        id: ObjectionId,
        delivered_at: Moment,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let roles = [OfficerRole::Examiner, OfficerRole::Registrar];
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_clerk(account, &objection, &roles)?;
        let notice = objection
            .undelivered_notice()
            .ok_or(Error::<T>::NothingToDeliver)?;
        ensure!(
            notice.can_be_delivered(delivered_at, now),
            Error::<T>::DeliveryTimeUnfit
        );
        notice.delivered_at = Some(delivered_at);
        let due = Self::due_from_delivery(&objection, &regime);
        Self::limit_notice(id, &objection, &regime, Some(officer))?;
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::NoticeDelivered {
            objection: id,
            authority,
            officer,
            delivered_at,
            due,
        });
        Ok(())
    }

    /// The time limit that runs from delivery: to complete, to answer, or to answer to the conclusion.
    fn due_from_delivery(objection: &Objection, regime: &Regime) -> Option<Due> {
        let calendar = T::Rules::default();
        match objection.stage {
            ObjectionStage::Returned => objection.completion_due(regime, &calendar),
            ObjectionStage::Concluded => objection.acceptance_due(regime, &calendar),
            _ => objection.answer_due(regime, &calendar),
        }
    }
}
