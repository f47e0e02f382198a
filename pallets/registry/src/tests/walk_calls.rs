//! The calls of a random walk: more or less fit, by anyone.

use super::*;
use quanji_primitives::{
    case::{Reassessment, Recourse},
    ending::{Correction, CorrectionGround, Extinction, MotionMatter, RevocationGround},
    marks::RightSet,
    objection::{ObjectionGround, ObjectionResult},
    written_notice::WrittenNotice,
};
use sp_runtime::DispatchResult;

/// An examination that fits the case more or less.
fn examination(case: CaseId, choice: u8) -> Examination {
    let Some(record) = Registry::case(case) else {
        return Examination {
            decisions: Default::default(),
            ..denying_nothing()
        };
    };
    let mut examination = granting(case);
    if choice & 1 != 0 {
        let first = examination.decisions.iter_mut().next();
        first
            .into_iter()
            .for_each(|decision| decision.refused = Some(RefusalGround::UnclearAuthorisation));
    }
    if choice & 2 != 0 {
        examination.findings.lawful_source = Finding::NotMet;
    }
    if choice & 4 != 0 {
        examination.match_finding = Some(MatchFinding::TitleDispute);
    }
    if choice & 8 != 0 || record.matches.is_some() && choice & 16 != 0 {
        examination
            .decisions
            .iter_mut()
            .for_each(|decision| decision.refused = Some(RefusalGround::TitleDispute));
    }
    examination
}

fn denying_nothing() -> Examination {
    let findings = Findings {
        lawful_source: Finding::Met,
        compliant_content: Finding::Met,
        clear_authorisation: Finding::Met,
    };
    Examination {
        findings,
        decisions: Default::default(),
        match_finding: None,
        record: digest(0),
    }
}

/// How many kinds of call there are.
pub(super) const CALLS: u8 = 29;

pub(super) fn call(number: u8, actor: u64, case: CaseId, choice: u8) -> DispatchResult {
    match number {
        0..=10 => call_of_registration(number, actor, case, choice),
        _ => call_in_review(number, actor, case, choice),
    }
}

fn call_of_registration(number: u8, actor: u64, case: CaseId, choice: u8) -> DispatchResult {
    let origin = signed(actor);
    let conclusion = if choice & 1 == 0 {
        Conclusion::Favourable
    } else {
        Conclusion::Unfavourable
    };
    let missing = vec![Deficiency::Evidence(EvidenceKind::Contract); usize::from(choice % 3)]
        .try_into()
        .unwrap();
    let text = if choice % 8 == 7 {
        b"another text".to_vec()
    } else {
        TEXT.to_vec()
    };
    let record = Registry::case(case);
    let without_rights = record
        .as_ref()
        .is_some_and(|record| record.regime == PUBLIC_DATA_2025);
    let code = without_rights.then(|| format!("440100{}", case.serial()).parse().unwrap());
    let first = record.as_ref().and_then(|record| record.first().cloned());
    let mut filing = first.unwrap_or_else(|| resource(actor));
    let contract = Evidence {
        kind: EvidenceKind::Contract,
        digest: digest(choice),
    };
    let _ = filing.evidence.try_push(contract);
    match number {
        0 => Registry::accept(origin, case),
        1 => Registry::return_for_completion(origin, case, missing, choice.into(), channel(choice), LETTER),
        2 => Registry::resubmit(origin, OWN, case, Box::new(filing)),
        3 => Registry::report(origin, case, conclusion, digest(choice)),
        4 => Registry::examine(origin, case, Box::new(examination(case, choice))),
        5 => Registry::approve(origin, case),
        6 => Registry::publish(origin, case, Some(text.try_into().unwrap()), None),
        7 => {
            let letter = refusal_letter(case).filter(|_| choice % 8 != 7);
            Registry::enter(origin, case, None, code, letter)
        }
        8 => {
            let ground = if choice & 4 != 0 {
                RefusalGround::TitleDispute
            } else {
                RefusalGround::OtherLaw
            };
            Registry::refuse(origin, case, ground, channel(choice), LETTER)
        }
        9 => Registry::withdraw(origin, OWN, case),
        _ => Registry::close(origin, case),
    }
}

fn channel(choice: u8) -> Channel {
    if choice & 16 == 0 {
        Channel::Ledger
    } else {
        Channel::Post
    }
}

fn call_in_review(number: u8, actor: u64, case: CaseId, choice: u8) -> DispatchResult {
    let (origin, even) = (signed(actor), choice & 1 == 0);
    let object = Registry::case(case).map_or(ObjectId(case.0), |record| record.object);
    let items = vec![EvidenceKind::Contract].try_into().unwrap();
    let to = party(if even { ENTERPRISE } else { SECOND_ENTERPRISE });
    match number {
        11 => Registry::record_delivery(origin, case, world(|world| world.now)),
        12 => Registry::acknowledge(origin, OWN, case),
        13 => Registry::request_supplement(origin, case, items, 5, channel(choice), LETTER),
        14 => {
            let documents = documents(&[(EvidenceKind::Contract, choice)]);
            Registry::answer_supplement(origin, OWN, case, documents, None)
        }
        15 => Registry::inquire(origin, case, Inquired::PublicBody, LETTER),
        16 => Registry::record_inquiry_answer(origin, case, choice % 4, Answer::NotVerifiable, LETTER),
        17 => Registry::extend(origin, case, (choice % 12).into(), LETTER),
        18 => Registry::terminate(origin, case, LETTER, channel(choice), LETTER),
        19 => Registry::object_to_notice(origin, OWN, case, ObjectionGround::Error, LETTER),
        20 => {
            let result = if even {
                ObjectionResult::Dismissed
            } else {
                ObjectionResult::Upheld
            };
            Registry::decide_notice_objection(origin, case, choice % 2, result, LETTER)
        }
        21 => Registry::appeal(origin, OWN, case, LETTER),
        22 => {
            let result = if even {
                Reassessment::ExaminedAnew
            } else {
                Reassessment::RefusalStands
            };
            Registry::decide_appeal(origin, case, result, LETTER)
        }
        23 => Registry::consent_to_operating(origin, OWN, object, to),
        24 => Registry::revoke_consent(origin, OWN, object, to),
        25 => Registry::review_import(origin, object),
        26 => {
            let matter = motion(object, choice);
            let proof = evidence(&[EvidenceKind::Other]);
            Registry::propose_motion(signed(seats(case).0), object, matter, proof, LETTER)
        }
        27 => Registry::execute_motion(signed(seats(case).1), object, None),
        _ => Registry::drop_motion(origin, object, LETTER),
    }
}

/// A motion that fits the object more or less.
fn motion(object: ObjectId, choice: u8) -> MotionMatter {
    let rights = RightSet(u64::from(choice >> 4));
    let obtained = if choice & 1 == 0 {
        ENTERPRISE
    } else {
        SECOND_ENTERPRISE
    };
    match choice % 4 {
        0 => MotionMatter::Extinction {
            rights,
            ground: Extinction::DataDestroyed,
        },
        1 => MotionMatter::Cancellation { rights },
        2 => MotionMatter::Revocation {
            rights,
            ground: RevocationGround::FalseMaterial,
            party: party(obtained),
            case: CaseId(object.0),
        },
        _ => MotionMatter::Correction {
            ground: CorrectionGround::ProvenError,
            facts: Correction {
                description: None,
                industry: Some(choice),
                form: None,
                level: None,
            },
        },
    }
}

/// What the status of a case asks for.
pub(super) fn next(case: CaseId) -> DispatchResult {
    let (examiner, reviewer) = seats(case);
    let Some(record) = Registry::case(case) else {
        return call(7, reviewer, case, 0);
    };
    let applicant = record.applicant.serial();
    let delivered = |notice: WrittenNotice| notice.delivered_at.is_some();
    match status(case) {
        Status::AwaitingSignatures => call(9, applicant, case, 0),
        Status::Filed { .. } => call(0, examiner, case, 0),
        Status::Returned { due: None } | Status::AwaitingSupplement { due: None } => {
            call(11, examiner, case, 0)
        }
        Status::Returned { .. } => call(2, applicant, case, record.received_at.0 as u8),
        Status::AwaitingSupplement { .. } => call(14, applicant, case, record.further_evidence.len() as u8),
        Status::Examining { .. } => call(4, examiner, case, 0),
        Status::AwaitingApproval { .. } if record.regime == SHENZHEN_2023 && record.reports.is_empty() => {
            call(3, SERVICE_INSTITUTION, case, 0)
        }
        Status::AwaitingApproval { .. } => call(5, reviewer, case, 0),
        Status::AwaitingPublication { .. } => call(6, examiner, case, 0),
        Status::InNotice { .. } => {
            end_notice(case);
            call(7, reviewer, case, 0)
        }
        Status::InvestigatingObjection { .. } => call(20, reviewer, case, 0),
        Status::ReadyToEnter { .. } | Status::AwaitingEvidence { .. } => call(7, reviewer, case, 0),
        Status::MustBeRefused { .. } => call(8, reviewer, case, 0),
        Status::UnderAppeal => call(22, SECOND_REVIEWER, case, 0),
        Status::Refused { .. } if !record.refusal.is_some_and(|refusal| delivered(refusal.notice)) => {
            call(12, applicant, case, 0)
        }
        Status::PartlyRefused {
            recourse: Recourse::Undelivered,
        } => call(12, applicant, case, 0),
        Status::PartlyRefused {
            recourse: Recourse::Open { .. },
        } => call(21, applicant, case, 0),
        Status::PartlyRefused {
            recourse: Recourse::UnderAppeal,
        } => call(22, SECOND_REVIEWER, case, 0),
        Status::NeverFiled { .. }
        | Status::Refused { .. }
        | Status::Withdrawn
        | Status::Terminated
        | Status::PartlyRefused { .. }
        | Status::InConflict => call(10, examiner, case, 0),
    }
}
