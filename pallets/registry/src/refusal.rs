//! Refusal, with its ground and a written notice (NG 22, 25), and the notice of a title dispute on the earlier entry.

use crate::{
    register::enter, who::Acting, workload::Ending, Cases, Config, Error, Event, Marks, Objects, Pallet,
};
use quanji_primitives::{
    authority::OfficerRole,
    bad_faith::BadFaith,
    case::{Case, MatchFinding, Refusal, RefusalGround, Signed, Stage},
    clock::Moment,
    directory::{PartyRegister, Register, RegisterError},
    marks::{Mark, MarkEnd, MarkKind, MarkSource},
    regime::UpheldObjection,
    v1::{self, EntryBasis, EntryContent},
    written_notice::Channel,
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
        case.refusal = Some(Refusal {
            ground,
            notice: Self::notice_to_applicant(&case, channel, letter)?,
            by: Signed { officer, at: now },
        });
        case.stage = Stage::Refused;
        if ground == RefusalGround::TitleDispute {
            Self::note_title_dispute(id, &case, &acting)?;
        }
        Self::record_end(&case, Ending::Refused, now);
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
            case: id,
            authority: case.filing.authority,
            at: now,
            record: refusal.notice.letter,
            barred_until: (days > 0).then(|| now.day().plus(days.into()).end()),
        };
        T::Parties::record_bad_faith(case.applicant, fact);
        Ok(())
    }

    /// NG 22(3): the rights in force in the object that the case matches get a notice of the dispute.
    fn note_title_dispute(id: CaseId, case: &Case, acting: &Acting) -> Result<(), Error<T>> {
        let Some((object, source)) = case.matches.zip(title_dispute(case)) else {
            return Ok(());
        };
        let rights = Self::rights_in_force(object);
        if rights.is_empty() {
            return Ok(());
        }
        let mark = Mark {
            version: v1::VERSION,
            kind: MarkKind::ObjectionNotice,
            rights: rights.iter().map(|(number, _)| *number).collect(),
            source,
            authority: acting.authority,
            since: acting.now,
            until: Self::title_dispute_until(case)?,
            ended: None,
        };
        let basis = EntryBasis::TitleDispute {
            case: id,
            officer: acting.officer,
        };
        match <Self as Register>::set_mark(object, mark, basis, Some(acting.officer)) {
            Ok(_) | Err(RegisterError::NotFound) => Ok(()),
            Err(RegisterError::Full) => Err(Error::<T>::TooManyMarks),
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
        let Some(((object, source), refusal)) = case.matches.zip(title_dispute(case)).zip(case.refusal)
        else {
            return Ok(());
        };
        let Some(record) = Objects::<T>::get(object) else {
            return Ok(());
        };
        let of_case = |number: &u32| {
            Marks::<T>::get(object, number).is_some_and(|mark| mark.source == source && mark.ended.is_none())
        };
        let number = (0..record.marks).find(of_case);
        let Some((number, mark)) = number.and_then(|number| Some((number, Marks::<T>::get(object, number)?)))
        else {
            return Ok(());
        };
        let mark = Mark {
            until: Self::title_dispute_until(case)?,
            ..mark
        };
        Marks::<T>::insert(object, number, mark);
        let officer = refusal.by.officer;
        let basis = EntryBasis::TitleDispute { case: id, officer };
        let content = EntryContent::Mark { number, mark };
        enter::<T>(object, record, mark.authority, basis, content, Some(officer));
        Ok(())
    }

    /// Ends the notice of a title dispute when the examination that found it counts no more.
    pub(crate) fn end_title_dispute(id: CaseId, case: &Case, acting: &Acting) -> Result<(), Error<T>> {
        let Some((object, source)) = case.matches.zip(title_dispute(case)) else {
            return Ok(());
        };
        let basis = EntryBasis::TitleDispute {
            case: id,
            officer: acting.officer,
        };
        let count = Objects::<T>::get(object).map_or(0, |record| record.marks);
        let standing = (0..count).find(|number| {
            Marks::<T>::get(object, number)
                .is_some_and(|mark| mark.source == source && mark.stands(acting.now))
        });
        let Some(number) = standing else { return Ok(()) };
        let officer = Some(acting.officer);
        match <Self as Register>::end_mark(object, number, MarkEnd::Dismissed, basis, officer) {
            Ok(()) | Err(RegisterError::NotFound) => Ok(()),
            Err(RegisterError::Full) => Err(Error::<T>::TooManyMarks),
        }
    }
}

/// The title dispute that the examination found in the match.
fn title_dispute(case: &Case) -> Option<MarkSource> {
    let (examination, _) = case.examination.as_ref()?;
    (examination.match_finding == Some(MatchFinding::TitleDispute))
        .then_some(MarkSource::TitleDispute(examination.record))
}
