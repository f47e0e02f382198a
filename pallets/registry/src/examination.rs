//! Examination, approval and refusal: two chairs, two persons.

use crate::{filing::lacks_query_code, who::Acting, Cases, Config, Error, Event, Pallet};
use alloc::boxed::Box;
use quanji_primitives::{
    authority::OfficerRole,
    case::{Acceptance, Case, Conclusion, Examination, MatchFinding, Refusal, RefusalGround, Signed, Stage},
    directory::PartyRegister,
    CaseId, Digest,
};

impl<T: Config> Pallet<T> {
    fn ensure_can_examine(
        account: &T::AccountId,
        case: &Case,
        examination: &Examination,
    ) -> Result<(Acting, Acceptance), Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        Self::ensure_awaits_examination(case)?;
        let acceptance = Self::acceptance_of(case)?;
        // One decision for each claimed right.
        let claimed = case.filing.claims.iter().map(|claim| claim.kind);
        if !examination
            .decisions
            .iter()
            .map(|decision| decision.kind)
            .eq(claimed)
        {
            return Err(Error::<T>::DecisionsUnfit);
        }
        let grants = examination.granted().next().is_some();
        // S040: lawful source, compliant content, clear authorisation.
        if grants && !examination.findings.all_met() {
            return Err(Error::<T>::GrantedDespiteFindings);
        }
        // A case accepted by silence was not asked for it.
        if grants && lacks_query_code(&case.filing) {
            return Err(Error::<T>::QueryCodeMissing);
        }
        Self::ensure_match_is_judged(case, examination, grants)?;
        Ok((acting, acceptance))
    }

    /// The case was not examined yet, or an object registered since then matches it.
    fn ensure_awaits_examination(case: &Case) -> Result<(), Error<T>> {
        let matched_meanwhile = Self::first_match(&case.filing) != case.matches;
        match case.stage {
            Stage::Examined | Stage::Approved | Stage::InNotice if matched_meanwhile => Ok(()),
            _ => Self::ensure_stage(case, &[Stage::Filed, Stage::Accepted]),
        }
    }

    /// NG 21 last paragraph, 22(3), 39(2): a match needs one finding, and only a co-existing holder is registered.
    fn ensure_match_is_judged(case: &Case, examination: &Examination, grants: bool) -> Result<(), Error<T>> {
        match (Self::first_match(&case.filing), examination.match_finding) {
            (None, None) | (Some(_), Some(MatchFinding::CoexistingHolder)) => Ok(()),
            (None, Some(_)) => Err(Error::<T>::NothingMatches),
            (Some(_), None) => Err(Error::<T>::MatchFindingMissing),
            (Some(_), Some(_)) => (!grants).then_some(()).ok_or(Error::<T>::GrantedDespiteMatch),
        }
    }

    /// Records the examiner's result. A case accepted by silence is accepted from that day. What was approved and
    /// published on an earlier examination is so no longer.
    pub(crate) fn do_examine(
        account: &T::AccountId,
        id: CaseId,
        examination: Examination,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (
            Acting {
                officer,
                authority,
                now,
            },
            acceptance,
        ) = Self::ensure_can_examine(account, &case, &examination)?;
        case.matches = Self::first_match(&case.filing);
        case.accepted_at = Some(acceptance.at);
        case.clock = Some(acceptance.clock);
        case.stage = Stage::Examined;
        case.examination = Some((examination.clone(), Signed { officer, at: now }));
        case.approval = None;
        case.notice = None;
        Cases::<T>::insert(id, case);
        let examination = Box::new(examination);
        Self::deposit_event(Event::CaseExamined {
            case: id,
            authority,
            officer,
            examination,
        });
        Ok(())
    }

    fn ensure_can_approve(account: &T::AccountId, case: &Case) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        Self::ensure_stage(case, &[Stage::Examined])?;
        Self::ensure_another_person(case, &acting)?;
        let grants = case
            .examination
            .as_ref()
            .is_some_and(|(examination, _)| examination.granted().next().is_some());
        if !grants {
            return Err(Error::<T>::NothingGranted);
        }
        // S038: where the regime needs it, a favourable report of an institution in good standing.
        if Self::regime_of(case)?.report_required && !Self::has_favourable_report(case) {
            return Err(Error::<T>::ReportMissing);
        }
        Ok(acting)
    }

    fn has_favourable_report(case: &Case) -> bool {
        case.reports.iter().any(|report| {
            report.conclusion == Conclusion::Favourable
                && T::Parties::party(report.institution).is_some_and(|record| record.is_in_good_standing())
        })
    }

    /// Approves an examination.
    pub(crate) fn do_approve(account: &T::AccountId, id: CaseId) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_approve(account, &case)?;
        case.approval = Some(Signed { officer, at: now });
        case.stage = Stage::Approved;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseApproved {
            case: id,
            authority,
            officer,
        });
        Ok(())
    }

    fn ensure_can_refuse(account: &T::AccountId, case: &Case) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        Self::ensure_stage(case, &[Stage::Examined, Stage::Approved, Stage::InNotice])?;
        Self::ensure_another_person(case, &acting)?;
        Ok(acting)
    }

    /// Refuses an application.
    pub(crate) fn do_refuse(
        account: &T::AccountId,
        id: CaseId,
        ground: RefusalGround,
        notice: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_refuse(account, &case)?;
        case.refusal = Some(Refusal {
            ground,
            notice,
            by: Signed { officer, at: now },
        });
        case.stage = Stage::Refused;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseRefused {
            case: id,
            authority,
            officer,
            ground,
            notice,
        });
        Ok(())
    }
}
