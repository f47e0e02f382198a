//! Examination and approval: two chairs, two persons.

use crate::{claims::grants, facts::case_lacks_query_code, who::Acting, Cases, Config, Error, Event, Pallet};
use alloc::boxed::Box;
use quanji_primitives::{
    authority::OfficerRole,
    case::{Acceptance, Case, Conclusion, Examination, MatchFinding, Signed, Stage},
    directory::PartyRegister,
    regime::Regime,
    CaseId, ObjectId,
};

/// An examination that may be recorded, with what it changes in the case.
struct Examinable {
    acting: Acting,
    acceptance: Acceptance,
    matches: Option<ObjectId>,
}

impl<T: Config> Pallet<T> {
    fn ensure_can_examine(
        account: &T::AccountId,
        case: &Case,
        examination: &Examination,
    ) -> Result<Examinable, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        let all = case
            .first()
            .map(|filing| Self::matches(&filing.fingerprints, filing.object))
            .unwrap_or_default();
        let matches = all.first().copied();
        Self::ensure_awaits_examination(case, matches)?;
        let regime = Self::regime_of(case)?;
        let acceptance = Self::acceptance_of(case, &regime)?;
        Self::ensure_goes_on(case)?;
        Self::ensure_no_supplement_open(case)?;
        // One decision for each claimed right.
        let decided = examination.decisions.iter().map(|decision| decision.kind);
        if !decided.eq(case.filing.claimed()) {
            return Err(Error::<T>::DecisionsUnfit);
        }
        let grants = grants(case, examination);
        // NG 34: what more than one party has signed is registered as a whole.
        let in_part = grants && examination.grounds().next().is_some();
        if in_part && case.signatures().nth(1).is_some() {
            return Err(Error::<T>::SignedInPart);
        }
        // S040: lawful source, compliant content, clear authorisation.
        if grants && !examination.findings.all_met() {
            return Err(Error::<T>::GrantedDespiteFindings);
        }
        // A case accepted by silence was not asked for it.
        if grants && case_lacks_query_code(case, &regime) {
            return Err(Error::<T>::QueryCodeMissing);
        }
        // A finding is on one object: what came to match several is refused, to be filed apart.
        if grants && all.len() > 1 {
            return Err(Error::<T>::SeveralMatches);
        }
        Self::ensure_match_is_judged(matches, examination, grants)?;
        let registered = registered_object(case, examination, matches);
        let needing = Self::ensure_grants_are_claimable(case, examination, &regime, registered)?;
        let consents = Self::ensure_consented(case, &needing, registered, Self::holders_of_live_rights)?;
        Self::ensure_not_typed_in_by(acting.officer, &consents)?;
        Ok(Examinable {
            acting,
            acceptance,
            matches,
        })
    }

    /// The case was not examined yet, or an object registered since then matches it.
    fn ensure_awaits_examination(case: &Case, matches: Option<ObjectId>) -> Result<(), Error<T>> {
        let matched_meanwhile = matches != case.matches;
        match case.stage {
            Stage::Examined | Stage::Approved | Stage::InNotice if matched_meanwhile => {
                Self::ensure_no_objection_stands(case)
            }
            _ => Self::ensure_stage(case, &[Stage::Filed, Stage::Accepted]),
        }
    }

    /// NG 25: an objection in the public notice is decided, and was not upheld.
    pub(crate) fn ensure_no_objection_stands(case: &Case) -> Result<(), Error<T>> {
        if case.has_open_objection() {
            return Err(Error::<T>::ObjectionOpen);
        }
        (!case.has_upheld_objection())
            .then_some(())
            .ok_or(Error::<T>::ObjectionUpheld)
    }

    /// NG 21 last paragraph, 22(3), 39(2): a match needs one finding, and only a co-existing holder is registered.
    fn ensure_match_is_judged(
        matches: Option<ObjectId>,
        examination: &Examination,
        grants: bool,
    ) -> Result<(), Error<T>> {
        match (matches, examination.match_finding) {
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
        let Examinable {
            acting,
            acceptance,
            matches,
        } = Self::ensure_can_examine(account, &case, &examination)?;
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        case.matches = matches;
        case.accepted_at = Some(acceptance.at);
        case.by_silence = acceptance.by_silence;
        case.clock = Some(acceptance.clock);
        if let (Stage::InNotice, Some(clock)) = (case.stage, case.clock.as_mut()) {
            // The notice is given up: the days of review run on from today, not from where it would have ended.
            clock.resume_at_latest(now.day());
        }
        case.handler = Some(officer);
        case.stage = Stage::Examined;
        case.examination = Some((examination.clone(), Signed { officer, at: now }));
        case.approval = None;
        case.notice = None;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseExamined {
            case: id,
            authority,
            officer,
            examination: Box::new(examination),
        });
        Ok(())
    }

    fn ensure_can_approve(account: &T::AccountId, case: &Case) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        Self::ensure_stage(case, &[Stage::Examined])?;
        Self::ensure_goes_on(case)?;
        Self::ensure_no_supplement_open(case)?;
        Self::ensure_another_person(case, &acting)?;
        let regime = Self::regime_of(case)?;
        let granted = case
            .examination
            .as_ref()
            .is_some_and(|(examination, _)| grants(case, examination));
        if !granted {
            return Err(Error::<T>::NothingGranted);
        }
        Self::ensure_reported(case, &regime)?;
        Ok(acting)
    }

    /// S038: where the regime needs it, a favourable report of an institution in good standing.
    fn ensure_reported(case: &Case, regime: &Regime) -> Result<(), Error<T>> {
        let favourable = case.reports.iter().any(|report| {
            report.conclusion == Conclusion::Favourable
                && T::Parties::party(Self::current(report.institution))
                    .is_some_and(|record| record.is_in_good_standing())
        });
        (favourable || !regime.report_required)
            .then_some(())
            .ok_or(Error::<T>::ReportMissing)
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
}

/// The registered object in which the granted rights would be entered: the one that the application names, or the one that
/// it matches as a co-existing holder.
pub(crate) fn registered_object(
    case: &Case,
    examination: &Examination,
    matches: Option<ObjectId>,
) -> Option<ObjectId> {
    let coexisting = examination.match_finding == Some(MatchFinding::CoexistingHolder);
    case.filing.object().or(matches.filter(|_| coexisting))
}
