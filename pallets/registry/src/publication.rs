//! Publication of the examined description, from which the public notice runs (NG 24).

use crate::{who::Acting, Cases, Config, Error, Event, Pallet};
use quanji_primitives::{
    authority::OfficerRole,
    case::{Case, Notice, PublicationDecision, Reference, Signed, Stage},
    clock::{add_working_days, Moment},
    directory::RuleBook,
    filing::Withholding,
    regime::Completion,
    text_rules, CaseId, Digest,
};

impl<T: Config> Pallet<T> {
    fn ensure_can_decide_publication(
        account: &T::AccountId,
        case: &mut Case,
        withheld: Option<Withholding>,
    ) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        Self::ensure_accepted_and_at(case, &[Stage::Accepted, Stage::Examined, Stage::Approved])?;
        Self::ensure_goes_on(case)?;
        if !is_undecided(case) {
            return Err(Error::<T>::NothingToWithhold);
        }
        let Some(request) = case.filing.withholding() else {
            return Err(Error::<T>::NothingToWithhold);
        };
        // PD 12: the regime for public data knows no waiver of the notice.
        if withheld.is_some() && !Self::regime_of(case)?.notice_may_be_withheld {
            return Err(Error::<T>::NoticeNotWithheld);
        }
        // NG 24: with good reason, and no more than was asked for.
        let fits = match (withheld, request.extent) {
            (None, _) => true,
            (Some(Withholding::Whole), Withholding::Part) => false,
            (Some(_), _) => request.reason.is_some(),
        };
        fits.then_some(acting).ok_or(Error::<T>::WithholdingUnreasoned)
    }

    /// Decides a request not to be published.
    pub(crate) fn do_decide_publication(
        account: &T::AccountId,
        id: CaseId,
        withheld: Option<Withholding>,
        record: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_decide_publication(account, &mut case, withheld)?;
        let decision = PublicationDecision {
            withheld,
            record,
            by: Signed { officer, at: now },
        };
        case.publication = Some(decision);
        case.handler = Some(officer);
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::PublicationDecided {
            case: id,
            authority,
            decision,
        });
        Ok(())
    }

    /// An examiner makes public what was approved, after what is withheld was decided.
    fn ensure_may_make_public(account: &T::AccountId, case: &Case) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        Self::ensure_stage(case, &[Stage::Approved])?;
        Self::ensure_goes_on(case)?;
        Self::ensure_no_supplement_open(case)?;
        if case.has_upheld_objection() {
            return Err(Error::<T>::ObjectionUpheld);
        }
        if is_undecided(case) {
            return Err(Error::<T>::PublicationUndecided);
        }
        Ok(acting)
    }

    /// Who publishes, and the moment from which the notice runs.
    fn ensure_can_publish(
        account: &T::AccountId,
        case: &Case,
        text: Option<&[u8]>,
        national: Option<Reference>,
    ) -> Result<(Acting, Moment), Error<T>> {
        let acting = Self::ensure_may_make_public(account, case)?;
        Self::ensure_text_fits(case, text)?;
        // NG 24: the notice shows what leaves an object as well as what stays.
        if case.part_to_publish().is_some() {
            return Err(Error::<T>::PartNotPublished);
        }
        let from = Self::notice_begins(case, national, acting.now)?;
        Ok((acting, from))
    }

    /// Whether this officer may publish this now, before the text is sent to anybody.
    pub fn ensure_may_publish(
        account: &T::AccountId,
        case: CaseId,
        text: Option<&[u8]>,
        national: Option<Reference>,
    ) -> Result<(), Error<T>> {
        let case = Self::open_case(case)?;
        Self::ensure_can_publish(account, &case, text, national).map(|_| ())
    }

    /// NG 24: the whole description unless it was decided otherwise.
    fn ensure_text_fits(case: &Case, text: Option<&[u8]>) -> Result<(), Error<T>> {
        // What is published already and stays as it is is not published again.
        let Some(description) = case.filing.description_to_publish() else {
            return text.is_none().then_some(()).ok_or(Error::<T>::TextUnfit);
        };
        Self::ensure_text_of(description, withheld(case), text)
    }

    /// A text of a description, as far as it is not withheld.
    fn ensure_text_of(
        description: Digest,
        withheld: Option<Withholding>,
        text: Option<&[u8]>,
    ) -> Result<(), Error<T>> {
        let text = match (withheld, text) {
            (Some(Withholding::Whole), None) => return Ok(()),
            (Some(Withholding::Part), Some(text)) if !text.is_empty() => text,
            // The runtime hashes the text: there is no digest to trust.
            (None, Some(text)) if Digest::sha2_256(text) == description => text,
            (None, Some(_)) => return Err(Error::<T>::TextNotAsFiled),
            _ => return Err(Error::<T>::TextUnfit),
        };
        // Design section 4, rule 5: no personal information on chain.
        text_rules::check(text).map_err(|_| Error::<T>::TextNotPublishable)
    }

    fn ensure_can_publish_part(account: &T::AccountId, case: &Case, text: &[u8]) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_may_make_public(account, case)?;
        let part = case.part_to_publish().ok_or(Error::<T>::NoPartToPublish)?;
        Self::ensure_text_of(part.description, withheld(case), Some(text))?;
        Ok(acting)
    }

    /// Whether this officer may publish this of a part now, before the text is sent to anybody.
    pub fn ensure_may_publish_part(
        account: &T::AccountId,
        case: CaseId,
        text: &[u8],
    ) -> Result<(), Error<T>> {
        let case = Self::open_case(case)?;
        Self::ensure_can_publish_part(account, &case, text).map(|_| ())
    }

    /// Publishes the description of the next part that leaves an object, or what of it is not withheld. The notice begins when
    /// what stays is published.
    pub(crate) fn do_publish_part(account: &T::AccountId, id: CaseId, text: &[u8]) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer, authority, ..
        } = Self::ensure_can_publish_part(account, &case, text)?;
        let (part, text) = (case.part_texts.len(), Digest::sha2_256(text));
        case.part_texts
            .try_push(text)
            .map_err(|_| Error::<T>::NoPartToPublish)?;
        case.handler = Some(officer);
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::PartPublished {
            case: id,
            authority,
            officer,
            part: u8::try_from(part).unwrap_or(u8::MAX),
            text,
        });
        Ok(())
    }

    /// NG 24: the notice runs from publication on the national system, where registrations are completed there.
    fn notice_begins(case: &Case, national: Option<Reference>, now: Moment) -> Result<Moment, Error<T>> {
        match (Self::regime_of(case)?.completion, national) {
            (Completion::Local, None) => Ok(now),
            (Completion::Local, Some(_)) => Err(Error::<T>::NationalReferenceUnfit),
            (Completion::NationalSystem, None) => Err(Error::<T>::NationalReferenceMissing),
            (Completion::NationalSystem, Some(reference)) => {
                let approved_at = case.approval.map_or(now, |approval| approval.at);
                (approved_at..=now)
                    .contains(&reference.at)
                    .then_some(reference.at)
                    .ok_or(Error::<T>::NationalTimeUnfit)
            }
        }
    }

    /// Publishes the description, a part of it or nothing. The clock of review pauses while the notice runs (NG 28).
    pub(crate) fn do_publish(
        account: &T::AccountId,
        id: CaseId,
        text: Option<&[u8]>,
        national: Option<Reference>,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (
            Acting {
                officer, authority, ..
            },
            from,
        ) = Self::ensure_can_publish(account, &case, text, national)?;
        let (rules, regime) = (T::Rules::default(), Self::regime_of(&case)?);
        let due = add_working_days(&rules, from.day(), regime.limits.notice_working_days.number);
        case.settle_clock(rules.now());
        if let Some(clock) = case.clock.as_mut() {
            clock.pause(&rules, from.day());
        }
        let text = text.map(Digest::sha2_256);
        case.notice = Some(Notice {
            published_at: from,
            due,
            text,
            national,
        });
        case.stage = Stage::InNotice;
        case.handler = Some(officer);
        case.resume_clock(due.day);
        let told = case.objects_told();
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::NoticePublished {
            case: id,
            authority,
            officer,
            text,
            national,
            due,
            told,
        });
        Ok(())
    }
}

/// What of the publication is withheld.
fn withheld(case: &Case) -> Option<Withholding> {
    case.publication.and_then(|decision| decision.withheld)
}

/// The applicant asked not to be published and this is not decided yet.
fn is_undecided(case: &Case) -> bool {
    case.filing.withholding().is_some() && case.publication.is_none()
}
