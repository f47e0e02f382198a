//! In review: further proof, inquiries, extension, termination (NG 18, 28).

use crate::{
    facts::{case_lacks_query_code, query_code_fits},
    who::Acting,
    workload::Ending,
    Cases, Config, Error, Event, Pallet,
};
use quanji_primitives::{
    authority::OfficerRole,
    capacity::{Capacity, Via},
    case::{Answer, Case, Inquired, Inquiry, InquiryAnswer, Signed, Stage, Supplement, Termination},
    clock::Moment,
    directory::{PartyRegister, RuleBook},
    filing::{Evidence, EvidenceKind},
    object::{PublicClass, QueryCode},
    regime::UpheldObjection,
    written_notice::Channel,
    Bounded, CaseId, Digest,
};

/// From acceptance to publication.
const IN_REVIEW: [Stage; 3] = [Stage::Accepted, Stage::Examined, Stage::Approved];

/// From acceptance to entry.
const UNTIL_ENTRY: [Stage; 4] = [Stage::Accepted, Stage::Examined, Stage::Approved, Stage::InNotice];

impl<T: Config> Pallet<T> {
    /// The case at one of `stages`; that silence accepted it, and that its clock runs on after a time for further proof, is
    /// written down.
    pub(crate) fn ensure_accepted_and_at(case: &mut Case, stages: &[Stage]) -> Result<(), Error<T>> {
        if case.stage == Stage::Filed {
            Self::settle_acceptance(case)?;
        }
        case.settle_clock(T::Rules::default().now());
        Self::ensure_stage(case, stages)
    }

    /// No further proof is awaited: none was asked for, or it was given, or its time is over.
    pub(crate) fn ensure_no_supplement_open(case: &Case) -> Result<(), Error<T>> {
        match case.awaited_supplement(T::Rules::default().now()) {
            Some(_) => Err(Error::<T>::SupplementOpen),
            None => Ok(()),
        }
    }

    fn ensure_can_request_supplement(
        account: &T::AccountId,
        case: &mut Case,
        items: &[EvidenceKind],
        working_days: u16,
    ) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        Self::ensure_accepted_and_at(case, &IN_REVIEW)?;
        Self::ensure_goes_on(case)?;
        // NG 18: any number of times, but one at a time. What cannot be delivered is asked for anew.
        let delivered = |asked: &Supplement| asked.notice.delivered_at.is_some();
        if case.awaited_supplement(acting.now).is_some_and(delivered) {
            return Err(Error::<T>::SupplementOpen);
        }
        if items.is_empty() {
            return Err(Error::<T>::ItemsMissing);
        }
        let most = Self::regime_of(case)?.limits.supplement_working_days_max.number;
        (1..=most)
            .contains(&working_days)
            .then_some(acting)
            .ok_or(Error::<T>::SupplementTimeOutOfRange)
    }

    /// Asks for further proof. The clock pauses with the delivery of the request.
    pub(crate) fn do_request_supplement(
        account: &T::AccountId,
        id: CaseId,
        items: Bounded<EvidenceKind, 16>,
        working_days: u16,
        channel: Channel,
        letter: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_request_supplement(account, &mut case, &items, working_days)?;
        let notice = Self::notice_to_applicant(&case, channel, letter)?;
        case.handler = Some(officer);
        case.supplement = Some(Supplement {
            items: items.clone(),
            by: Signed { officer, at: now },
            notice,
            working_days,
            due: None,
            answered_at: None,
        });
        let due = Self::after_sending(&mut case, notice)?;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::SupplementRequested {
            case: id,
            authority,
            officer,
            items,
            channel,
            letter,
            due,
        });
        Ok(())
    }

    /// The applicant gives everything that was asked for; when the request was delivered.
    fn ensure_can_answer_supplement(
        account: &T::AccountId,
        capacity: Capacity,
        case: &Case,
        evidence: &[Evidence],
        query_code: Option<&QueryCode>,
    ) -> Result<(Via, Moment), Error<T>> {
        let via = Self::ensure_applicant(account, capacity, case)?;
        Self::ensure_stage(case, &IN_REVIEW)?;
        let asked = case.open_supplement().ok_or(Error::<T>::NoSupplementOpen)?;
        let delivered_at = asked.notice.delivered_at.ok_or(Error::<T>::NoSupplementOpen)?;
        Self::ensure_query_code_was_missing(case, query_code)?;
        let is_new = |document: &Evidence| !case.evidence().any(|known| known == document);
        let given = |item: &EvidenceKind| {
            evidence
                .iter()
                .any(|document| document.kind == *item && is_new(document))
        };
        asked
            .items
            .iter()
            .all(given)
            .then_some((via, delivered_at))
            .ok_or(Error::<T>::DeficiencyNotRemedied)
    }

    /// NG 15(2): a query code may come with further proof where the application, accepted by silence, has none yet.
    fn ensure_query_code_was_missing(case: &Case, code: Option<&QueryCode>) -> Result<(), Error<T>> {
        let Some(code) = code else { return Ok(()) };
        if !case_lacks_query_code(case, &Self::regime_of(case)?) {
            return Err(Error::<T>::QueryCodeNotMissing);
        }
        let class = PublicClass::AuthorisedOperation {
            query_code: code.clone(),
        };
        (!code.is_empty() && query_code_fits(&class))
            .then_some(())
            .ok_or(Error::<T>::QueryCodeUnfit)
    }

    /// Takes the further proof. The clock runs on from the day on which it was received.
    pub(crate) fn do_answer_supplement(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
        evidence: Bounded<Evidence, 16>,
        query_code: Option<QueryCode>,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let code = query_code.as_ref();
        let (via, delivered_at) =
            Self::ensure_can_answer_supplement(account, capacity, &case, &evidence, code)?;
        Self::remember_via(&mut case, &via)?;
        if let (Some(query_code), Some(filing)) = (query_code.clone(), case.filing.first_mut()) {
            filing.facts.public_class = PublicClass::AuthorisedOperation { query_code };
        }
        for document in &evidence {
            case.further_evidence
                .try_push(*document)
                .map_err(|_| Error::<T>::CaseFull)?;
        }
        let rules = T::Rules::default();
        let received_at = via.received_at(rules.now()).max(delivered_at);
        // Late, it does not stop the clock again.
        case.settle_clock(received_at);
        if let Some(supplement) = case.supplement.as_mut() {
            supplement.answered_at = Some(received_at);
        }
        case.resume_clock(received_at.day());
        let due = case.clock.and_then(|clock| clock.due(&rules));
        let applicant = case.applicant;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::SupplementAnswered {
            case: id,
            applicant,
            via,
            evidence,
            query_code,
            due,
        });
        Ok(())
    }

    fn ensure_can_inquire(
        account: &T::AccountId,
        case: &mut Case,
        inquired: Inquired,
    ) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        Self::ensure_accepted_and_at(case, &UNTIL_ENTRY)?;
        Self::ensure_goes_on(case)?;
        // NG 18: interested parties or others, not the applicant.
        let is_third_party = match inquired {
            Inquired::Party(party) => {
                T::Parties::party(party).is_some() && !Self::concerns(case, Self::current(party))
            }
            Inquired::PublicBody | Inquired::Other => true,
        };
        is_third_party.then_some(acting).ok_or(Error::<T>::InquiredUnfit)
    }

    /// Asks a third party. The clock runs on.
    pub(crate) fn do_inquire(
        account: &T::AccountId,
        id: CaseId,
        inquired: Inquired,
        letter: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_inquire(account, &mut case, inquired)?;
        let inquiry = Inquiry {
            inquired,
            letter,
            by: Signed { officer, at: now },
            answer: None,
        };
        case.inquiries
            .try_push(inquiry)
            .map_err(|_| Error::<T>::CaseFull)?;
        case.handler = Some(officer);
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::InquirySent {
            case: id,
            authority,
            officer,
            inquired,
            letter,
        });
        Ok(())
    }

    /// Records the answer to an inquiry.
    pub(crate) fn do_record_inquiry_answer(
        account: &T::AccountId,
        id: CaseId,
        number: u8,
        answer: Answer,
        record: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting { officer, now, .. } =
            Self::ensure_officer_may_act(account, &case, &[OfficerRole::Examiner])?;
        Self::ensure_stage(&case, &UNTIL_ENTRY)?;
        case.inquiries
            .get_mut(usize::from(number))
            .filter(|inquiry| inquiry.answer.is_none())
            .ok_or(Error::<T>::NothingToAnswer)?
            .answer = Some(InquiryAnswer {
            answer,
            record,
            at: now,
        });
        case.handler = Some(officer);
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::InquiryAnswered {
            case: id,
            officer,
            number,
            answer,
            record,
        });
        Ok(())
    }

    fn ensure_can_extend(
        account: &T::AccountId,
        case: &mut Case,
        working_days: u16,
    ) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Examiner])?;
        Self::ensure_accepted_and_at(case, &UNTIL_ENTRY)?;
        Self::ensure_goes_on(case)?;
        // NG 28: before the time is over, not to repair that it is.
        let (rules, today) = (T::Rules::default(), acting.now.day());
        if case.clock.is_none_or(|clock| clock.is_overdue(&rules, today)) {
            return Err(Error::<T>::ExtensionTooLate);
        }
        // NG 28: all extensions together.
        let most = Self::regime_of(case)?.limits.extension_working_days_max.number;
        let left = most.saturating_sub(case.extended);
        (1..=left)
            .contains(&working_days)
            .then_some(acting)
            .ok_or(Error::<T>::ExtensionOutOfRange)
    }

    /// Extends the time of review.
    pub(crate) fn do_extend(
        account: &T::AccountId,
        id: CaseId,
        working_days: u16,
        reason: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer, authority, ..
        } = Self::ensure_can_extend(account, &mut case, working_days)?;
        if let Some(clock) = case.clock.as_mut() {
            clock.extend(working_days);
        }
        case.extended = case.extended.saturating_add(working_days);
        case.handler = Some(officer);
        let due = case.clock.and_then(|clock| clock.due(&T::Rules::default()));
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::ReviewExtended {
            case: id,
            authority,
            officer,
            working_days,
            reason,
            due,
        });
        Ok(())
    }

    fn ensure_can_terminate(account: &T::AccountId, case: &mut Case) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        Self::ensure_accepted_and_at(case, &UNTIL_ENTRY)?;
        Self::ensure_goes_on(case)?;
        Self::ensure_another_person(case, &acting)?;
        if case.handler == Some(acting.officer) {
            return Err(Error::<T>::SamePerson);
        }
        // PD 12: an objection in the public notice was upheld.
        let by_objection = case.has_upheld_objection()
            && Self::regime_of(case)?.upheld_objection == UpheldObjection::Terminated;
        // NG 18: the applicant cannot prove it and the authority cannot verify it.
        let unproven = case.stage != Stage::InNotice
            && was_asked_in_vain(case, acting.now)
            && could_not_be_verified(case);
        (by_objection || unproven)
            .then_some(acting)
            .ok_or(Error::<T>::TerminationUnfounded)
    }

    /// Terminates a registration.
    pub(crate) fn do_terminate(
        account: &T::AccountId,
        id: CaseId,
        record: Digest,
        channel: Channel,
        letter: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_terminate(account, &mut case)?;
        case.termination = Some(Termination {
            record,
            notice: Self::notice_to_applicant(&case, channel, letter)?,
            by: Signed { officer, at: now },
        });
        case.stage = Stage::Terminated;
        Self::record_end(&case, Ending::Terminated, now);
        Self::unlist_case(id, &case);
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseTerminated {
            case: id,
            authority,
            officer,
            record,
            channel,
            letter,
        });
        Ok(())
    }
}

/// Further proof was asked for, and was given, or not given in time.
fn was_asked_in_vain(case: &Case, now: Moment) -> bool {
    case.supplement.as_ref().is_some_and(|supplement| {
        let overdue = supplement.due.is_some_and(|due| now >= due.day.end());
        supplement.answered_at.is_some() || overdue
    })
}

/// An inquiry learnt nothing or the contrary.
fn could_not_be_verified(case: &Case) -> bool {
    case.inquiries.iter().any(|inquiry| {
        inquiry
            .answer
            .is_some_and(|given| matches!(given.answer, Answer::NotVerifiable | Answer::Contradicted))
    })
}
