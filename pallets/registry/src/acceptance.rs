//! Acceptance, return for completion, reports, and the end of a case.

use crate::{
    facts::case_lacks_query_code, who::Acting, workload::Ending, Cases, Config, Error, Event, Pallet,
};
use quanji_primitives::{
    authority::OfficerRole,
    case::{Acceptance, Case, Conclusion, Recourse, Report, Return, Signed, Stage, Status},
    clock::{add_working_days, CaseClock},
    directory::{PartyRegister, RuleBook},
    filing::Deficiency,
    person::PartyRole,
    regime::Regime,
    written_notice::{Channel, WrittenNotice},
    Bounded, CaseId, Digest, PartyId,
};

impl<T: Config> Pallet<T> {
    /// The acceptance of a case under its regime, by an officer or by silence; `WrongStage` while there is none.
    pub(crate) fn acceptance_of(case: &Case, regime: &Regime) -> Result<Acceptance, Error<T>> {
        let rules = T::Rules::default();
        case.acceptance(rules.now(), regime, &rules)
            .ok_or(Error::<T>::WrongStage)
    }

    /// Writes down that silence accepted the case (NG 17), with the first act of an officer after it.
    pub(crate) fn settle_acceptance(case: &mut Case) -> Result<(), Error<T>> {
        let acceptance = Self::acceptance_of(case, &Self::regime_of(case)?)?;
        case.accepted_at = Some(acceptance.at);
        case.by_silence = acceptance.by_silence;
        case.clock = Some(acceptance.clock);
        if case.stage == Stage::Filed {
            case.stage = Stage::Accepted;
        }
        Ok(())
    }

    /// The case waits for acceptance and silence has not accepted it (NG 17).
    fn ensure_awaits_acceptance(case: &Case, regime: &Regime) -> Result<(), Error<T>> {
        Self::ensure_stage(case, &[Stage::Filed])?;
        match Self::acceptance_of(case, regime) {
            Ok(_) => Err(Error::<T>::AcceptedBySilence),
            Err(_) => Self::ensure_goes_on(case),
        }
    }

    fn ensure_can_accept(account: &T::AccountId, case: &Case) -> Result<(Acting, Regime), Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        let regime = Self::regime_of(case)?;
        Self::ensure_awaits_acceptance(case, &regime)?;
        if case_lacks_query_code(case, &regime) {
            return Err(Error::<T>::QueryCodeMissing);
        }
        Ok((acting, regime))
    }

    /// Accepts an application.
    pub(crate) fn do_accept(account: &T::AccountId, id: CaseId) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (acting, regime) = Self::ensure_can_accept(account, &case)?;
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        let rules = T::Rules::default();
        let clock = CaseClock::start(regime.review_working_days(case.filing.act()), now.day());
        let due = add_working_days(&rules, now.day(), clock.limit);
        case.accepted_at = Some(now);
        case.clock = Some(clock);
        case.stage = Stage::Accepted;
        case.handler = Some(officer);
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseAccepted {
            case: id,
            authority,
            officer,
            due,
        });
        Ok(())
    }

    fn ensure_can_return(
        account: &T::AccountId,
        case: &Case,
        deficiencies: &[Deficiency],
        working_days: u16,
    ) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        // NG 17: everything missing is listed once; a second return is impossible.
        if case.returned.is_some() {
            return Err(Error::<T>::AlreadyReturned);
        }
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        Self::ensure_awaits_acceptance(case, &regime)?;
        // NG 17: after the time limit no return prevents acceptance, though it begins on a later day.
        let silent = regime.limits.silence_is_acceptance;
        if silent && acting.now >= case.acceptance_due(&regime, &rules).day.end() {
            return Err(Error::<T>::AcceptedBySilence);
        }
        if deficiencies.is_empty() {
            return Err(Error::<T>::DeficienciesMissing);
        }
        let most = regime.limits.completion_working_days_max.number;
        (1..=most)
            .contains(&working_days)
            .then_some(acting)
            .ok_or(Error::<T>::CompletionTimeOutOfRange)
    }

    /// Returns an application for completion. The time to complete it runs from delivery of the notice.
    pub(crate) fn do_return(
        account: &T::AccountId,
        id: CaseId,
        deficiencies: Bounded<Deficiency, 16>,
        working_days: u16,
        channel: Channel,
        letter: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_return(account, &case, &deficiencies, working_days)?;
        let notice = Self::notice_to_applicant(&case, channel, letter)?;
        case.stage = Stage::Returned;
        case.handler = Some(officer);
        case.returned = Some(Return {
            deficiencies: deficiencies.clone(),
            by: Signed { officer, at: now },
            notice,
            working_days,
            due: None,
            completed_at: None,
        });
        let due = Self::after_sending(&mut case, notice)?;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseReturned {
            case: id,
            authority,
            officer,
            deficiencies,
            channel,
            letter,
            due,
        });
        Ok(())
    }

    fn ensure_can_report(institution: PartyId, case: &Case) -> Result<(), Error<T>> {
        let listed = T::Parties::party(institution)
            .is_some_and(|record| record.roles.contains(&PartyRole::ServiceInstitution));
        if !listed {
            return Err(Error::<T>::NotAServiceInstitution);
        }
        if Self::concerns(case, institution) {
            return Err(Error::<T>::OwnReport);
        }
        Self::ensure_not_own_case(case.filing.authority(), institution, &[])?;
        Self::ensure_stage(
            case,
            &[Stage::Filed, Stage::Returned, Stage::Accepted, Stage::Examined],
        )
    }

    /// Records a service institution's report.
    pub(crate) fn do_report(
        institution: PartyId,
        id: CaseId,
        conclusion: Conclusion,
        digest: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        Self::ensure_can_report(institution, &case)?;
        let report = Report {
            institution,
            conclusion,
            digest,
            at: T::Rules::default().now(),
        };
        case.reports
            .retain(|earlier| Self::current(earlier.institution) != institution);
        case.reports
            .try_push(report)
            .map_err(|_| Error::<T>::TooManyReports)?;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::ReportRecorded { case: id, report });
        Ok(())
    }

    fn ensure_can_close(account: &T::AccountId, case: &Case) -> Result<Acting, Error<T>> {
        let every_role = [
            OfficerRole::Registrar,
            OfficerRole::Examiner,
            OfficerRole::Reviewer,
            OfficerRole::DayBookKeeper,
        ];
        let acting = Self::ensure_officer_may_act(account, case, &every_role)?;
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        let delivered =
            |notice: Option<&WrittenNotice>| notice.is_some_and(|sent| sent.delivered_at.is_some());
        let ended = match case.status(acting.now, &regime, &rules) {
            Status::Withdrawn | Status::NeverFiled { .. } => true,
            Status::Terminated => delivered(case.termination.as_ref().map(|ended| &ended.notice)),
            // A refused applicant may still ask for re-assessment (S046), once.
            Status::Refused {
                appeal_due: Some(due),
            } => acting.now >= due.day.end(),
            Status::Refused { appeal_due: None } => {
                delivered(case.refusal.as_ref().map(|ended| &ended.notice))
            }
            Status::PartlyRefused { recourse } => recourse == Recourse::Final,
            _ => false,
        };
        ended.then_some(acting).ok_or(Error::<T>::CaseNotEnded)
    }

    /// Removes an ended case from state.
    pub(crate) fn do_close(account: &T::AccountId, id: CaseId) -> Result<(), Error<T>> {
        let case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_close(account, &case)?;
        let refused = [Stage::Refused, Stage::PartlyRefused].contains(&case.stage);
        // A refusal that nobody appealed against, or the second one, is final now.
        if refused && !case.refusal_was_reassessed() {
            Self::record_bad_faith(id, &case, now)?;
        }
        if case.stage == Stage::Returned {
            Self::record_end(&case, Ending::NeverFiled, now);
        }
        Cases::<T>::remove(id);
        // With its entry the case left the list of its object already.
        if case.stage != Stage::PartlyRefused {
            Self::unlist_case(id, &case);
        }
        Self::deposit_event(Event::CaseClosed {
            case: id,
            authority,
            officer,
        });
        Ok(())
    }
}
