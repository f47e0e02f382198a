//! Refusal, with its ground and a written notice (NG 22, 25), and the notice of a title dispute on the earlier entry.

use crate::{roll::Line, who::Acting, workload::Ending, Cases, Config, Error, Event, Pallet};
use quanji_primitives::{
    authority::OfficerRole,
    bad_faith::{BadFaith, BadFaithFinding},
    case::{Case, Examination, MatchFinding, Refusal, RefusalGround, Signed, Stage},
    clock::Moment,
    directory::{PartyRegister, Register, RegisterError},
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    regime::UpheldObjection,
    v1::{self, EntryBasis},
    written_notice::{Channel, RefusalLetter},
    CaseId, Digest,
};

impl<T: Config> Pallet<T> {
    fn ensure_can_refuse(account: &T::AccountId, case: &Case) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        if case.conflict.is_some() {
            return Err(Error::<T>::InConflict);
        }
        let examined = [Stage::Examined, Stage::Approved, Stage::InNotice];
        // What the department decided against needs neither acceptance nor examination.
        if case.yields {
            Self::ensure_open(case, acting.now)?;
        } else {
            Self::ensure_stage(case, &examined)?;
            // PD 12: an objection that was upheld terminates the registration.
            let terminates = Self::regime_of(case)?.upheld_objection == UpheldObjection::Terminated;
            if terminates && case.has_upheld_objection() {
                return Err(Error::<T>::TerminationDue);
            }
        }
        Self::ensure_another_person(case, &acting)?;
        Ok(acting)
    }

    /// The case has not ended, and was completed in time or can still be.
    fn ensure_open(case: &Case, now: Moment) -> Result<(), Error<T>> {
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        let status = case.status(now, &regime, &rules);
        let open = !status.has_ended() && case.stage != Stage::UnderAppeal;
        open.then_some(()).ok_or(Error::<T>::WrongStage)
    }

    /// Refuses an application.
    pub(crate) fn do_refuse(
        account: &T::AccountId,
        id: CaseId,
        ground: RefusalGround,
        channel: Channel,
        letter: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let acting = Self::ensure_can_refuse(account, &case)?;
        case.settle_clock(acting.now);
        if case.stage == Stage::Filed {
            // What silence has not accepted is refused as it was filed.
            let _ = Self::settle_acceptance(&mut case);
        }
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        let mut refusal = Refusal {
            ground,
            notice: Self::notice_to_applicant(&case, channel, letter)?,
            by: Signed { officer, at: now },
            mark: None,
        };
        case.stage = Stage::Refused;
        case.refusal = Some(refusal);
        if ground == RefusalGround::TitleDispute {
            refusal.mark = Self::note_title_dispute(id, &case, &acting)?;
            case.refusal = Some(refusal);
        }
        Self::record_end(&case, Ending::Refused, now);
        // S046: after a re-assessment it is final, and nothing is open any more.
        if case.appeal.is_some() {
            Self::unlist_case(id, &case);
        }
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseRefused {
            case: id,
            authority,
            officer,
            ground,
            channel,
            letter,
        });
        Ok(())
    }

    /// NG 22: the claimed kinds that are not registered are told in writing, with the entry of the others; nothing when none
    /// was refused.
    pub(crate) fn refusal_of_kinds(
        case: &Case,
        examination: &Examination,
        acting: &Acting,
        letter: Option<RefusalLetter>,
    ) -> Result<Option<Refusal>, Error<T>> {
        let (ground, RefusalLetter { channel, letter }) = match (ground_of_kinds(examination), letter) {
            (Some(ground), Some(letter)) => (ground, letter),
            (Some(_), None) => return Err(Error::<T>::RefusalLetterMissing),
            (None, Some(_)) => return Err(Error::<T>::RefusalLetterUnfit),
            (None, None) => return Ok(None),
        };
        Ok(Some(Refusal {
            ground,
            notice: Self::notice_to_applicant(case, channel, letter)?,
            by: Signed {
                officer: acting.officer,
                at: acting.now,
            },
            mark: None,
        }))
    }

    /// S047: false material, finally decided, leaves a fact of bad faith on the applicant, and bars it from filing where the
    /// regime gives a term.
    pub(crate) fn record_bad_faith(id: CaseId, case: &Case, now: Moment) -> Result<(), Error<T>> {
        let false_material = |refusal: &Refusal| refusal.ground == RefusalGround::FalseMaterial;
        let Some(refusal) = case.refusal.filter(false_material) else {
            return Ok(());
        };
        let days = Self::regime_of(case)?.limits.bad_faith_bar_days.number;
        let fact = BadFaith {
            version: v1::VERSION,
            finding: BadFaithFinding::FalseMaterial,
            case: id,
            authority: case.filing.authority(),
            at: now,
            record: refusal.notice.letter,
            barred_until: crate::motions::barred_until(days, now),
        };
        T::Parties::record_bad_faith(case.applicant, fact);
        Ok(())
    }

    /// NG 22(3): the rights in force in the object that the case matches get a notice of the dispute. Gives its number.
    fn note_title_dispute(id: CaseId, case: &Case, acting: &Acting) -> Result<Option<u32>, Error<T>> {
        let Some((object, source)) = case.matches.zip(title_dispute(case)) else {
            return Ok(None);
        };
        let lines = Self::lines_in_force(object);
        let rights: RightSet = lines
            .iter()
            .filter_map(Line::right)
            .map(|(number, _)| number)
            .collect();
        if rights == RightSet::NONE {
            return Ok(None);
        }
        let mark = Mark {
            version: v1::VERSION,
            kind: MarkKind::ObjectionNotice,
            rights,
            source,
            authority: acting.authority,
            since: acting.now,
            until: Self::title_dispute_until(case)?,
            ended: None,
            order: None,
        };
        let basis = EntryBasis::TitleDispute {
            case: id,
            officer: acting.officer,
        };
        match <Self as Register>::set_mark(object, mark, basis, Some(acting.officer)) {
            Ok(number) => Ok(Some(number)),
            Err(RegisterError::NotFound) => Ok(None),
            Err(RegisterError::Full | RegisterError::Barred | RegisterError::Unfit) => {
                Err(Error::<T>::TooManyMarks)
            }
        }
    }

    /// Until when the notice of a title dispute stands: from the last day on which the refusal can be re-assessed, or from
    /// the decision that it stands, the regime's days to take the matter to a court. Nothing while it is not delivered or
    /// under re-assessment.
    fn title_dispute_until(case: &Case) -> Result<Option<Moment>, Error<T>> {
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        let delivered = case.refusal.and_then(|refusal| refusal.notice.delivered_at);
        let Some(delivered) = delivered.filter(|_| case.stage == Stage::Refused) else {
            return Ok(None);
        };
        let decided = case.appeal.and_then(|appeal| appeal.result);
        let decided = decided.map_or(delivered, |(_, _, signed)| signed.at.max(delivered));
        let last = case
            .appeal_due(&regime, &rules)
            .map_or(decided.day(), |due| due.day);
        let days = regime.limits.court_proof_days.number;
        Ok(Some(last.plus(days.into()).end()))
    }

    /// Enters until when the notice of a title dispute stands now, after a step of the refused case.
    pub(crate) fn renew_title_dispute(id: CaseId, case: &Case) -> Result<(), Error<T>> {
        let noted = case.refusal.and_then(|refusal| Some((refusal.mark?, refusal)));
        let Some((object, (number, refusal))) = case.matches.zip(noted) else {
            return Ok(());
        };
        let until = Self::title_dispute_until(case)?;
        let officer = refusal.by.officer;
        let basis = EntryBasis::TitleDispute { case: id, officer };
        match <Self as Register>::limit_mark(object, number, until, basis, Some(officer)) {
            Ok(()) | Err(RegisterError::NotFound) => Ok(()),
            Err(RegisterError::Full | RegisterError::Barred | RegisterError::Unfit) => {
                Err(Error::<T>::TooManyMarks)
            }
        }
    }

    /// Ends the notice of a title dispute when the examination that found it counts no more.
    pub(crate) fn end_title_dispute(
        id: CaseId,
        case: &Case,
        refusal: &Refusal,
        acting: &Acting,
    ) -> Result<(), Error<T>> {
        let Some((object, number)) = case.matches.zip(refusal.mark) else {
            return Ok(());
        };
        let basis = EntryBasis::TitleDispute {
            case: id,
            officer: acting.officer,
        };
        let officer = Some(acting.officer);
        match <Self as Register>::end_mark(object, number, MarkEnd::Dismissed, basis, officer) {
            Ok(()) | Err(RegisterError::NotFound) => Ok(()),
            Err(RegisterError::Full | RegisterError::Barred | RegisterError::Unfit) => {
                Err(Error::<T>::TooManyMarks)
            }
        }
    }
}

/// The ground on which kinds were refused: the examination has that of each; false material goes before any other, for what
/// follows from it (S047).
fn ground_of_kinds(examination: &Examination) -> Option<RefusalGround> {
    let false_material = |ground: &RefusalGround| *ground == RefusalGround::FalseMaterial;
    let found = examination.grounds().find(false_material);
    found.or_else(|| examination.grounds().next())
}

/// The title dispute that the examination found in the match.
fn title_dispute(case: &Case) -> Option<MarkSource> {
    let (examination, _) = case.examination.as_ref()?;
    (examination.match_finding == Some(MatchFinding::TitleDispute))
        .then_some(MarkSource::TitleDispute(examination.record))
}
