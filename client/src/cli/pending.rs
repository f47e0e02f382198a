//! What is asked for by an object that is not in the register, though its case is on its way (NG 26).
//!
//! A case and the object of its first registration share one serial number, so the case is found without an index.

use quanji_client::{
    chain::View,
    evidence::{title::Name, EvidenceError},
    language::Language,
};
use quanji_primitives::{case::Standing, CaseId, ObjectId};

use super::{
    exit::{Exit, Failure},
    words,
};

quanji_client::messages! {
    /// Why there is no object and no certificate yet.
    enum Message {
        /// Approved, and waits for the receipt of the national system, for its notice to end, or for its entry.
        NotYetRegistered { object: String, case: String, zh: String, en: String } =>
            zh "对象 {object} 尚未登记，还没有凭证：案件 {case} {zh}", remedy "记载入簿后再查询；案件的情况：quanji case show {case}";
            en "{object} is not registered yet and has no certificate: case {case}: {en}",
                remedy "ask again after its entry; how it stands: `quanji case show {case}`";
        /// Not approved.
        NotApproved { object: String, case: String, zh: String, en: String } =>
            zh "登记簿中没有对象 {object}：案件 {case} {zh}", remedy "案件的情况：quanji case show {case}";
            en "there is no object {object} in the register: case {case}: {en}",
                remedy "how it stands: `quanji case show {case}`";
    }
}

/// The failure of a question about a certificate: where its object is not in the register and its case is, how that stands.
pub async fn explained(view: &View, name: Name, error: EvidenceError) -> Failure {
    let (Name::Object(object), EvidenceError::NoSuchObject { .. }) = (name, &error) else {
        return error.into();
    };
    let case = CaseId(object.0);
    // Whatever else goes wrong here, the first answer stands.
    let is_of_object = match view.case(case).await {
        Ok(Some(found)) => found.object == object,
        _ => false,
    };
    match view.case_standing(case).await {
        Ok(Some(standing)) if is_of_object => how_it_stands(object, case, &standing),
        _ => error.into(),
    }
}

fn how_it_stands(object: ObjectId, case: CaseId, standing: &Standing) -> Failure {
    let said = |language| words::status(language, &standing.status).1;
    let (object, case) = (object.to_string(), case.to_string());
    let (zh, en) = (said(Language::Chinese), said(Language::English));
    let of = case.clone();
    let failure = if standing.status.is_approved() {
        let message = Message::NotYetRegistered { object, case, zh, en };
        Failure::new(Exit::NotYetRegistered, message)
    } else {
        let message = Message::NotApproved { object, case, zh, en };
        Failure::new(Exit::NotFound, message)
    };
    let facts = words::standing_facts(standing).into_iter();
    facts.fold(failure.with_fact("case", of), |failure, (name, value)| {
        failure.with_fact(name, value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        case::Status,
        clock::{Day, Due},
    };

    fn failure(status: Status) -> Failure {
        let standing = Standing {
            status,
            due: None,
            overdue: 0,
            review: None,
        };
        how_it_stands(ObjectId((1 << 48) | 1), CaseId((1 << 48) | 1), &standing)
    }

    fn last() -> Due {
        Due {
            day: "2026-11-10".parse::<Day>().unwrap(),
            provisional: false,
        }
    }

    #[test]
    fn what_waits_for_the_national_receipt_is_approved_and_not_yet_registered() {
        let failure = failure(Status::AwaitingEvidence { due: Some(last()) });
        assert_eq!(failure.exit(), Exit::NotYetRegistered);
        let english = failure.detail(Language::English);
        for part in [
            "O1-1-5",
            "C1-1-T",
            "approved, not yet registered",
            "evidencing receipt of the national system",
        ] {
            assert!(english.contains(part), "{part}: {english}");
        }
        let chinese = failure.detail(Language::Chinese);
        for part in ["O1-1-5", "C1-1-T", "已批准，尚未登记", "待全国系统的存证回执"] {
            assert!(chinese.contains(part), "{part}: {chinese}");
        }
        let json = failure.to_json(Language::English);
        assert_eq!(json["code"], 11);
        assert_eq!(json["case"], "C1-1-T");
        assert_eq!(json["status"], "awaiting_evidence");
        assert_eq!(json["registration"], "approved_not_yet_registered");
    }

    #[test]
    fn every_step_from_approval_to_entry_has_the_code_of_its_own() {
        let due = Some(last());
        for status in [
            Status::AwaitingPublication { due },
            Status::InNotice { due: last() },
            Status::InvestigatingObjection { due: last() },
            Status::ReadyToEnter { due },
        ] {
            assert_eq!(failure(status).exit(), Exit::NotYetRegistered);
        }
    }

    #[test]
    fn what_is_not_approved_is_not_found_and_says_how_it_stands() {
        for status in [
            Status::Filed { due: last() },
            Status::MustBeRefused { due: None },
            Status::Withdrawn,
        ] {
            let failure = failure(status);
            assert_eq!(failure.exit(), Exit::NotFound);
            let english = failure.detail(Language::English);
            assert!(
                english.contains("C1-1-T") && !english.contains("approved"),
                "{english}"
            );
            assert_eq!(
                failure.to_json(Language::English)["registration"],
                "not_registered"
            );
        }
    }
}
