//! Written notices to the applicant, and their delivery, from which time limits run.

use crate::{who::Acting, Cases, Config, Error, Event, Pallet};
use quanji_primitives::{
    authority::OfficerRole,
    capacity::Capacity,
    case::{Case, Stage},
    clock::{add_working_days, Due, Moment},
    directory::{PartyRegister, RuleBook},
    written_notice::{Channel, WrittenNotice},
    CaseId, Digest, OfficerId,
};

impl<T: Config> Pallet<T> {
    /// A notice to the applicant, sent now. Through the ledger it is delivered with that, to a party with an account.
    pub(crate) fn notice_to_applicant(
        case: &Case,
        channel: Channel,
        letter: Digest,
    ) -> Result<WrittenNotice, Error<T>> {
        if channel == Channel::Ledger && !T::Parties::has_account(Self::current(case.applicant)) {
            return Err(Error::<T>::ChannelUnfit);
        }
        Ok(WrittenNotice::send(channel, letter, T::Rules::default().now()))
    }

    /// What runs from the delivery of a notice just sent, if it is delivered with that.
    pub(crate) fn after_sending(case: &mut Case, notice: WrittenNotice) -> Result<Option<Due>, Error<T>> {
        notice
            .delivered_at
            .map_or(Ok(None), |delivered_at| Self::after_delivery(case, delivered_at))
    }

    /// Starts or pauses what runs from the delivery of the last notice: the last day of its time limit.
    fn after_delivery(case: &mut Case, delivered_at: Moment) -> Result<Option<Due>, Error<T>> {
        let (rules, day) = (T::Rules::default(), delivered_at.day());
        match case.stage {
            Stage::Returned => {
                let Some(returned) = case.returned.as_mut() else {
                    return Ok(None);
                };
                returned.due = Some(add_working_days(&rules, day, returned.working_days));
                Ok(returned.due)
            }
            Stage::Refused | Stage::PartlyRefused => Ok(case.appeal_due(&Self::regime_of(case)?, &rules)),
            Stage::Terminated => Ok(None),
            _ => {
                let Some(supplement) = case.supplement.as_mut() else {
                    return Ok(None);
                };
                supplement.due = Some(add_working_days(&rules, day, supplement.working_days));
                // NG 28: the time for supplementing does not count; the day on which the clock pauses does.
                if let Some(clock) = case.clock.as_mut() {
                    clock.pause(&rules, day);
                }
                Ok(supplement.due)
            }
        }
    }

    /// Writes the delivery of the notice that waits for it.
    fn deliver(
        id: CaseId,
        mut case: Case,
        officer: Option<OfficerId>,
        delivered_at: Moment,
    ) -> Result<(), Error<T>> {
        let now = T::Rules::default().now();
        let notice = case.undelivered_notice().ok_or(Error::<T>::NothingToDeliver)?;
        if !notice.can_be_delivered(delivered_at, now) {
            return Err(Error::<T>::DeliveryTimeUnfit);
        }
        notice.delivered_at = Some(delivered_at);
        let due = Self::after_delivery(&mut case, delivered_at)?;
        if case.stage == Stage::Refused {
            Self::renew_title_dispute(id, &case)?;
        }
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::NoticeDelivered {
            case: id,
            officer,
            delivered_at,
            due,
        });
        Ok(())
    }

    /// Records the delivery of a notice by other means than the ledger.
    pub(crate) fn do_record_delivery(
        account: &T::AccountId,
        id: CaseId,
        delivered_at: Moment,
    ) -> Result<(), Error<T>> {
        let case = Self::open_case(id)?;
        let roles = [OfficerRole::Examiner, OfficerRole::Registrar];
        let Acting { officer, .. } = Self::ensure_officer_may_act(account, &case, &roles)?;
        Self::deliver(id, case, Some(officer), delivered_at)
    }

    /// The applicant acknowledges a notice: it is delivered now, or when an officer received the acknowledgement.
    pub(crate) fn do_acknowledge(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let via = Self::ensure_applicant(account, capacity, &case)?;
        Self::remember_via(&mut case, &via)?;
        let delivered_at = via.received_at(T::Rules::default().now());
        Self::deliver(id, case, via.counter_officer(), delivered_at)
    }
}
