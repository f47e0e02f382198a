//! How an objection stands, in words: what is true of it, until when, and who must act next.

use quanji_client::language::Language;
use quanji_primitives::objection::ObjectionStatus;

use super::words;

/// What is true of an objection, and who must act next, each in Chinese and English.
struct Words {
    status: (&'static str, &'static str),
    who: &'static str,
    next: (&'static str, &'static str),
}

fn words_of(status: &ObjectionStatus) -> Words {
    use ObjectionStatus as Status;
    let words = |status, who, next| Words { status, who, next };
    match status {
        Status::Filed { .. } => words(
            (
                "已提交，待审核并通知登记权利人",
                "filed; the registrant is to be told",
            ),
            "examiner",
            (
                "经办人：通知登记权利人，或退回补正",
                "an examiner: tell the registrant, or return it",
            ),
        ),
        Status::Returned { due: None } => words(
            (
                "已退回补正，通知待送达",
                "returned; the notice is not delivered yet",
            ),
            "officer",
            DELIVER,
        ),
        Status::Returned { .. } => words(
            ("已退回补正", "returned as incomplete"),
            "objector",
            ("异议人：补正", "the objector: complete it"),
        ),
        Status::Notified { due: None } => words(
            (
                "已通知登记权利人，通知待送达",
                "the notice to the registrant is not delivered yet",
            ),
            "officer",
            DELIVER,
        ),
        Status::Notified { .. } => words(
            (
                "已通知登记权利人，待答复",
                "the registrant was told and has not answered",
            ),
            "registrant",
            (
                "登记权利人：同意，或说明不同意的理由",
                "the registrant: agree, or explain why not",
            ),
        ),
        Status::Contested => words(
            ("登记权利人不同意", "contested by the registrant"),
            "examiner",
            ("经办人：提出处理结论", "an examiner: propose a conclusion"),
        ),
        Status::Concluded { .. } => words(
            (
                "已提出处理结论，待双方答复",
                "concluded; waits for the answers of both sides",
            ),
            "sides",
            (
                "异议人与登记权利人：接受或不接受",
                "objector and registrant: accept or decline",
            ),
        ),
        Status::Unaccepted { .. } => words(
            (
                "处理结论未被接受，登记不变",
                "the conclusion is not accepted and changes nothing",
            ),
            "sides",
            (
                "任一方：证明诉讼或仲裁已受理",
                "either side: prove that a court or arbitral body took it",
            ),
        ),
        other => later_words(other),
    }
}

const DELIVER: (&str, &str) = (
    "登记机构人员：记录通知的送达",
    "an officer: record the delivery of the notice",
);

fn later_words(status: &ObjectionStatus) -> Words {
    use ObjectionStatus as Status;
    let words = |status, who, next| Words { status, who, next };
    let nobody = ("无人：异议已结束", "nobody: the objection has ended");
    match status {
        Status::Lapsed { .. } => words(
            ("期限已过，异议失效", "lapsed: a time limit passed"),
            "officer",
            ("登记机构人员：可以关闭", "an officer: may close it"),
        ),
        Status::InCourt => words(
            ("诉讼或仲裁中", "before a court or arbitral body"),
            "reviewer",
            (
                "复核人：凭生效法律文书作出决定",
                "a reviewer: decide it as the binding judgment or award says",
            ),
        ),
        Status::Decided => words(
            ("已决定，待执行", "decided; waits for its execution"),
            "reviewer",
            (
                "复核人（不得与提出结论者为同一人）：执行",
                "a reviewer, another person than who concluded: carry it out",
            ),
        ),
        Status::Withdrawn => words(("已撤回", "withdrawn by the objector"), "nobody", nobody),
        _ => words(("已了结", "closed"), "nobody", nobody),
    }
}

/// A status: its code, its words with the deadline, and who must act next.
pub fn status(language: Language, status: &ObjectionStatus) -> (String, String) {
    let (chinese, english) = words_of(status).status;
    let said = language.pick(chinese, english);
    let last = match status {
        ObjectionStatus::Lapsed { due } => Some(*due),
        other => other.due(),
    };
    let text = match last {
        Some(last) => {
            let last = words::due(language, last);
            language.pick(format!("{said}；期限 {last}"), format!("{said}; until {last}"))
        }
        None => said.to_owned(),
    };
    (words::code(status), text)
}

/// Who must act next, for programs and for people.
pub fn next(language: Language, status: &ObjectionStatus) -> (&'static str, &'static str) {
    let words = words_of(status);
    (words.who, language.pick(words.next.0, words.next.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::clock::Due;

    fn last() -> Due {
        Due {
            day: "2026-11-16".parse().unwrap(),
            provisional: false,
        }
    }

    #[test]
    fn a_status_tells_its_deadline_and_who_must_act() {
        let unaccepted = ObjectionStatus::Unaccepted { due: last() };
        let (code, text) = status(Language::English, &unaccepted);
        assert_eq!(code, "unaccepted");
        assert!(text.contains("until Mon 2026-11-16 24:00"), "{text}");
        assert_eq!(next(Language::English, &unaccepted).0, "sides");
        let lapsed = ObjectionStatus::Lapsed { due: last() };
        assert!(status(Language::Chinese, &lapsed).1.contains("2026-11-16"));
        let notified = ObjectionStatus::Notified { due: None };
        assert_eq!(next(Language::Chinese, &notified).0, "officer");
        assert_eq!(next(Language::English, &ObjectionStatus::Closed).0, "nobody");
    }
}
