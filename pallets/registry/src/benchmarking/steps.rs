//! The case of the largest application at each step, as large as a case can be there.

use super::{
    filings::{digest, evidence, text},
    worst_case::{much_later, stored, Worst},
    Helper,
};
use crate::{Config, LastSerial, Pallet};
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::BenchmarkError;
use frame_system::RawOrigin;
use quanji_primitives::{
    capacity::Capacity,
    case::{
        Answer, Conclusion, Decision, Examination, Finding, Findings, Inquired, MatchFinding, RefusalGround,
    },
    filing::{Deficiency, EvidenceKind, FirstRegistration},
    objection::{ObjectionGround, ObjectionResult},
    rights::RightKind,
    text_rules::TEXT_BYTES_MAX,
    written_notice::{Channel, RefusalLetter},
    Bounded, CaseId, Digest,
};

const INQUIRIES: u8 = 8;

/// As many deficiencies as a return can list.
pub(super) fn deficiencies() -> Bounded<Deficiency, 16> {
    Bounded::truncate_from(vec![Deficiency::Evidence(EvidenceKind::ConditionProof); 16])
}

/// As many items as a request can name.
pub(super) fn items() -> Bounded<EvidenceKind, 16> {
    Bounded::truncate_from(vec![EvidenceKind::ConditionProof; 16])
}

pub(super) const LETTER: Digest = Digest::Sha2_256([6; 32]);

/// The notice of refused kinds.
pub(super) const REFUSAL: RefusalLetter = RefusalLetter {
    channel: Channel::Ledger,
    letter: LETTER,
};

impl<T: Config> Worst<T> {
    /// The last case filed.
    pub fn last_case(&self) -> CaseId {
        let serial = LastSerial::<T>::get(self.seats.authority);
        CaseId::new(self.seats.authority, serial).unwrap_or(CaseId(0))
    }

    /// The application as it is completed: every document is a new one.
    pub fn completion(&self) -> FirstRegistration {
        FirstRegistration {
            evidence: evidence(9),
            ..self.filing.clone()
        }
    }

    /// A filed case with the reports of all institutions but `without`; of all conclusions only the last is favourable.
    pub fn filed(&self, without: usize) -> Result<CaseId, BenchmarkError> {
        Pallet::<T>::file(
            self.agent().into(),
            self.capacity(),
            Box::new(self.filing.clone()),
        )?;
        let case = self.last_case();
        let last = self.institutions.len() - 1;
        for (place, account) in self.institutions[..=last - without].iter().enumerate() {
            let conclusion = if place == last {
                Conclusion::Favourable
            } else {
                Conclusion::Unfavourable
            };
            let institution = RawOrigin::Signed(account.clone());
            Pallet::<T>::report(institution.into(), case, conclusion, digest(4))?;
        }
        Ok(case)
    }

    /// A filed case that was returned.
    pub fn returned(&self, without: usize) -> Result<CaseId, BenchmarkError> {
        let case = self.filed(without)?;
        let origin = self.examiner().into();
        Pallet::<T>::return_for_completion(origin, case, deficiencies(), 20, Channel::Ledger, LETTER)?;
        Ok(case)
    }

    /// A case that was returned and completed, and is so accepted.
    pub fn completed(&self, without: usize) -> Result<CaseId, BenchmarkError> {
        let case = self.returned(without)?;
        let filing = Box::new(self.completion());
        Pallet::<T>::resubmit(self.agent().into(), self.capacity(), case, filing)?;
        Ok(case)
    }

    /// Asks for further proof.
    pub fn request_supplement(&self, case: CaseId, channel: Channel) -> Result<(), BenchmarkError> {
        Pallet::<T>::request_supplement(self.examiner().into(), case, items(), 20, channel, LETTER)?;
        Ok(())
    }

    /// A completed case in which further proof was asked for and given `times` times, with all inquiries but `without`.
    pub fn reviewed(&self, times: u8, without: u8) -> Result<CaseId, BenchmarkError> {
        let case = self.completed(0)?;
        for time in 0..times {
            self.request_supplement(case, Channel::Ledger)?;
            let documents = evidence(20 + time);
            Pallet::<T>::answer_supplement(self.agent().into(), self.capacity(), case, documents, None)?;
        }
        for number in 0..INQUIRIES - without {
            let inquired = Inquired::Party(self.earlier[usize::from(number)]);
            Pallet::<T>::inquire(self.examiner().into(), case, inquired, LETTER)?;
            let answer = if number + 1 == INQUIRIES {
                Answer::NotVerifiable
            } else {
                Answer::Confirmed
            };
            Pallet::<T>::record_inquiry_answer(self.examiner().into(), case, number, answer, LETTER)?;
        }
        self.give_consents(case)?;
        Ok(case)
    }

    /// An examination that grants everything but the first claim, or refuses all for a dispute of title.
    pub fn examination(&self, case: CaseId, grants: bool) -> Result<Examination, BenchmarkError> {
        let decisions = (0..)
            .zip(self.filing.claimed())
            .map(|(place, kind): (u32, _)| Decision {
                kind,
                refused: match (grants, place) {
                    (true, 0) => Some(RefusalGround::UnclearAuthorisation),
                    (true, _) => None,
                    (false, _) => Some(RefusalGround::TitleDispute),
                },
            });
        let finding = if grants {
            MatchFinding::CoexistingHolder
        } else {
            MatchFinding::TitleDispute
        };
        Ok(Examination {
            findings: Findings {
                lawful_source: Finding::Met,
                compliant_content: Finding::Met,
                clear_authorisation: Finding::Met,
            },
            decisions: Bounded::truncate_from(decisions.collect::<Vec<_>>()),
            match_finding: stored::<T>(case)?.matches.map(|_| finding),
            record: digest(5),
        })
    }

    pub fn examined(&self, grants: bool) -> Result<CaseId, BenchmarkError> {
        let case = self.reviewed(2, 0)?;
        let examination = Box::new(self.examination(case, grants)?);
        Pallet::<T>::examine(self.examiner().into(), case, examination)?;
        Ok(case)
    }

    /// An approved case, whose applicant's wish not to be published was refused.
    pub fn approved(&self) -> Result<CaseId, BenchmarkError> {
        self.approve(self.examined(true)?)
    }

    fn approve(&self, case: CaseId) -> Result<CaseId, BenchmarkError> {
        Pallet::<T>::approve(self.reviewer().into(), case)?;
        Pallet::<T>::decide_publication(self.examiner().into(), case, None, LETTER)?;
        Ok(case)
    }

    /// A case in notice, with the objections of all but `without`.
    pub fn in_notice(&self, without: usize) -> Result<CaseId, BenchmarkError> {
        self.publish(self.approved()?, without)
    }

    fn publish(&self, case: CaseId, without: usize) -> Result<CaseId, BenchmarkError> {
        let text = Some(Bounded::truncate_from(text(TEXT_BYTES_MAX)));
        Pallet::<T>::publish(self.examiner().into(), case, text, None)?;
        for (account, power) in &self.objectors[..self.objectors.len() - without] {
            Pallet::<T>::object_to_notice(
                RawOrigin::Signed(account.clone()).into(),
                Capacity::Agent(*power),
                case,
                ObjectionGround::Title,
                LETTER,
            )?;
        }
        Ok(case)
    }

    /// All objections but the last `without` are dismissed.
    pub fn dismiss(&self, case: CaseId, without: usize) -> Result<(), BenchmarkError> {
        for number in 0..(self.objectors.len() - without) as u8 {
            let result = ObjectionResult::Dismissed;
            Pallet::<T>::decide_notice_objection(self.reviewer().into(), case, number, result, LETTER)?;
        }
        Ok(())
    }

    pub fn ready_to_enter(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.in_notice(0)?;
        self.dismiss(case, 0)?;
        T::BenchmarkHelper::set_time(much_later());
        Ok(case)
    }

    /// A case refused for a dispute of title; the object that it matches has had as many marks as it can.
    pub fn refused(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.examined(false)?;
        self.fill_marks();
        let ground = RefusalGround::TitleDispute;
        Pallet::<T>::refuse(self.reviewer().into(), case, ground, Channel::Ledger, LETTER)?;
        Ok(case)
    }

    /// A joint application for every kind, entered without the first kind of each participant, and appealed against.
    pub fn appealed_in_part(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.reviewed(2, 0)?;
        let mut examination = self.examination(case, true)?;
        for first in examination.decisions.iter_mut().step_by(RightKind::ALL.len()) {
            first.refused = Some(RefusalGround::UnclearAuthorisation);
        }
        Pallet::<T>::examine(self.examiner().into(), case, Box::new(examination))?;
        let case = self.publish(self.approve(case)?, 0)?;
        self.dismiss(case, 0)?;
        T::BenchmarkHelper::set_time(much_later());
        Pallet::<T>::enter(self.reviewer().into(), case, None, None, Some(REFUSAL))?;
        Pallet::<T>::appeal(self.agent().into(), self.capacity(), case, LETTER)?;
        Ok(case)
    }
}
