//! Re-assessment of a refusal, be it of some claimed kinds only: once, by a third person (S046).

use crate::{who::Acting, Cases, Config, Error, Event, Pallet};
use frame_support::pallet_prelude::DispatchError;
use quanji_primitives::{
    authority::OfficerRole,
    capacity::{Capacity, Via},
    case::{Appeal, Case, Reassessment, Refusal, Signed, Stage},
    clock::{add_working_days, Moment},
    directory::RuleBook,
    objection::ObjectionResult,
    Bounded, CaseId, Digest,
};

impl<T: Config> Pallet<T> {
    /// Who appeals and when, against which refusal.
    fn ensure_can_appeal(
        account: &T::AccountId,
        capacity: Capacity,
        case: &Case,
    ) -> Result<(Via, Moment, Refusal), Error<T>> {
        let via = Self::ensure_applicant(account, capacity, case)?;
        Self::ensure_stage(case, &[Stage::Refused, Stage::PartlyRefused])?;
        // S046: the result of the first re-assessment is final.
        if case.appeal.is_some() {
            return Err(Error::<T>::AlreadyAppealed);
        }
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        let refusal = case.refusal.ok_or(Error::<T>::WrongStage)?;
        let from = refusal
            .notice
            .delivered_at
            .ok_or(Error::<T>::RefusalNotDelivered)?;
        let due = case
            .appeal_due(&regime, &rules)
            .ok_or(Error::<T>::AppealOutOfTime)?;
        let received_at = via.received_at(rules.now());
        if received_at < from {
            return Err(Error::<T>::RefusalNotDelivered);
        }
        (received_at < due.day.end())
            .then_some((via, received_at, refusal))
            .ok_or(Error::<T>::AppealOutOfTime)
    }

    /// Asks for re-assessment of a refusal.
    pub(crate) fn do_appeal(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
        statement: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (via, received_at, against) = Self::ensure_can_appeal(account, capacity, &case)?;
        Self::remember_via(&mut case, &via)?;
        case.appeal = Some(Appeal {
            statement,
            received_at,
            against,
            result: None,
        });
        // What was entered stays entered.
        if case.stage == Stage::Refused {
            case.stage = Stage::UnderAppeal;
        }
        Self::renew_title_dispute(id, &case)?;
        let applicant = case.applicant;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseAppealed {
            case: id,
            applicant,
            via,
            statement,
        });
        Ok(())
    }

    fn ensure_can_decide_appeal(account: &T::AccountId, case: &Case) -> Result<(Acting, Appeal), Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        // An appeal is open only while the case is under re-assessment, or entered with some kinds refused.
        let open = |appeal: &Appeal| appeal.result.is_none();
        let appeal = case.appeal.filter(open).ok_or(Error::<T>::WrongStage)?;
        // S046: by a person who neither examined nor refused.
        Self::ensure_another_person(case, &acting)?;
        // Who approved the examination of an entered case refused kinds by that.
        let approved = case
            .approval
            .is_some_and(|signed| signed.officer == acting.officer);
        if case.stage == Stage::PartlyRefused && approved {
            return Err(Error::<T>::SamePerson);
        }
        (appeal.against.by.officer != acting.officer)
            .then_some((acting, appeal))
            .ok_or(Error::<T>::SamePerson)
    }

    /// Decides a re-assessment.
    pub(crate) fn do_decide_appeal(
        account: &T::AccountId,
        id: CaseId,
        result: Reassessment,
        record: Digest,
    ) -> Result<(), DispatchError> {
        let mut case = Self::open_case(id)?;
        let (acting, appeal) = Self::ensure_can_decide_appeal(account, &case)?;
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        case.appeal = Some(Appeal {
            result: Some((result, record, Signed { officer, at: now })),
            ..appeal
        });
        let mut opened = Bounded::default();
        match (result, case.stage) {
            (Reassessment::RefusalStands, Stage::PartlyRefused) => Self::record_bad_faith(id, &case, now)?,
            (Reassessment::RefusalStands, _) => {
                case.stage = Stage::Refused;
                Self::renew_title_dispute(id, &case)?;
                Self::record_bad_faith(id, &case, now)?;
                Self::unlist_case(id, &case);
            }
            (Reassessment::ExaminedAnew, Stage::PartlyRefused) => {
                opened = Self::open_reassessed(id, &case, now)?;
            }
            (Reassessment::ExaminedAnew, _) => {
                Self::end_title_dispute(id, &case, &appeal.against, &acting)?;
                Self::begin_anew(&mut case, now)?;
            }
        }
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::AppealDecided {
            case: id,
            authority,
            officer,
            result,
            record,
            opened,
        });
        Ok(())
    }

    /// The case is as it was when accepted, with a fresh clock. What was decided upon it counts no more: an objection that
    /// was upheld is to be investigated anew.
    pub(crate) fn begin_anew(case: &mut Case, now: Moment) -> Result<(), Error<T>> {
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        let days = regime.review_working_days(case.filing.act());
        case.stage = Stage::Accepted;
        // One that yields was refused before its acceptance.
        case.accepted_at.get_or_insert(now);
        case.clock = Some(Self::review_clock(case, days, now));
        case.extended = 0;
        case.supplement = case.supplement.take().filter(|asked| asked.answered_at.is_some());
        case.examination = None;
        case.approval = None;
        case.notice = None;
        case.refusal = None;
        for objection in &mut case.objections {
            if matches!(objection.result, Some((ObjectionResult::Upheld, _, _))) {
                objection.result = None;
                objection.due =
                    add_working_days(&rules, now.day(), regime.limits.objection_working_days.number);
            }
        }
        Ok(())
    }
}
