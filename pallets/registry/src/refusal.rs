//! Refusal, with its ground and a written notice (NG 22, 25), and the notice of a title dispute on the earlier entry.

use crate::{who::Acting, workload::Ending, Cases, Config, Error, Event, Marks, Objects, Pallet};
use quanji_primitives::{
    authority::OfficerRole,
    case::{Case, MatchFinding, Refusal, RefusalGround, Signed, Stage},
    directory::{Register, RegisterError},
    marks::{Mark, MarkEnd, MarkKind, MarkSource},
    v1::{self, EntryBasis},
    written_notice::Channel,
    CaseId, Digest,
};

impl<T: Config> Pallet<T> {
    fn ensure_can_refuse(account: &T::AccountId, case: &mut Case) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        let examined = [Stage::Examined, Stage::Approved, Stage::InNotice];
        // What the department decided against needs no examination.
        if case.yields {
            Self::ensure_accepted_and_at(case, &[&[Stage::Accepted][..], &examined].concat())?;
        } else {
            Self::ensure_stage(case, &examined)?;
        }
        if case.conflict.is_some() {
            return Err(Error::<T>::InConflict);
        }
        Self::ensure_another_person(case, &acting)?;
        Ok(acting)
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
        let acting = Self::ensure_can_refuse(account, &mut case)?;
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
            until: None,
            ended: None,
            order: None,
        };
        let basis = EntryBasis::TitleDispute {
            case: id,
            officer: acting.officer,
        };
        match <Self as Register>::set_mark(object, mark, basis, Some(acting.officer)) {
            Ok(_) | Err(RegisterError::NotFound) => Ok(()),
            Err(RegisterError::Full | RegisterError::Barred) => Err(Error::<T>::TooManyMarks),
        }
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
            Err(RegisterError::Full | RegisterError::Barred) => Err(Error::<T>::TooManyMarks),
        }
    }
}

/// The title dispute that the examination found in the match.
fn title_dispute(case: &Case) -> Option<MarkSource> {
    let (examination, _) = case.examination.as_ref()?;
    (examination.match_finding == Some(MatchFinding::TitleDispute))
        .then_some(MarkSource::TitleDispute(examination.record))
}
