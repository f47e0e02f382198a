//! How a case stands, in words: what is true of it, and until when.

use quanji_client::language::Language;
use quanji_primitives::{
    case::{Recourse, Standing, Status},
    clock::Due,
};
use serde_json::{json, Value};

use super::{code, due, due_json};

/// A status in words: Chinese, English, and its deadline where it has one.
struct Words {
    chinese: &'static str,
    english: &'static str,
    until: Until,
}

/// What stands behind the words of a status.
enum Until {
    /// Nothing.
    None,
    /// The last day, or that the clock is paused.
    Running(Option<Due>),
}

fn until(chinese: &'static str, english: &'static str, due: Option<Due>) -> Words {
    let until = Until::Running(due);
    Words {
        chinese,
        english,
        until,
    }
}

fn plain(chinese: &'static str, english: &'static str) -> Words {
    let until = Until::None;
    Words {
        chinese,
        english,
        until,
    }
}

fn words_of(status: &Status) -> Words {
    match *status {
        Status::Filed { due } => until(
            "已提交，待受理；受理期限",
            "filed; the authority accepts or returns it until",
            Some(due),
        ),
        Status::Returned { due: None } => plain(
            "已退回补正，通知待送达",
            "returned for completion; the notice is not delivered yet",
        ),
        Status::Returned { due } => until("已退回补正；补正期限", "returned; to be completed until", due),
        Status::NeverFiled { due } => until(
            "未在期限内补正，视为未申请；期限为",
            "not completed in time, so it counts as never filed; the limit was",
            Some(due),
        ),
        Status::Examining {
            due,
            by_silence: false,
        } => until(
            "已受理，审查中；审查期限",
            "accepted, under examination until",
            due,
        ),
        Status::Examining {
            due,
            by_silence: true,
        } => until(
            "逾期未处理，视为受理，审查中；审查期限",
            "accepted by silence, under examination until",
            due,
        ),
        Status::AwaitingSupplement { due: None } => plain(
            "已要求补充证明，通知待送达",
            "further proof was asked for; the request is not delivered yet",
        ),
        Status::AwaitingSupplement { due } => until(
            "待申请人补充证明，审查期限暂停；补充期限",
            "further proof was asked for and the clock is paused; to be given until",
            due,
        ),
        _ => later_words(status),
    }
}

/// From the examination's result on.
fn later_words(status: &Status) -> Words {
    match *status {
        Status::AwaitingApproval { due } => {
            until("已审查，待复核；审查期限", "examined; to be approved until", due)
        }
        Status::AwaitingPublication { due } => until(
            "已批准，尚未登记：待公示；审查期限",
            "approved, not yet registered: to be published; review until",
            due,
        ),
        Status::InNotice { due } => until(
            "已批准，尚未登记：公示中，至",
            "approved, not yet registered: in public notice until",
            Some(due),
        ),
        Status::InvestigatingObjection { due } => until(
            "已批准，尚未登记：公示期内的异议调查中；调查期限",
            "approved, not yet registered: an objection in the notice is investigated until",
            Some(due),
        ),
        Status::ReadyToEnter { due } => until(
            "已批准，尚未登记：公示期满，可以记载；审查期限",
            "approved, not yet registered: the notice has ended and it can be entered; review until",
            due,
        ),
        Status::AwaitingEvidence { due } => until(
            "已批准，尚未登记：待全国系统的存证回执；审查期限",
            "approved, not yet registered: waits for the evidencing receipt of the national system; review until",
            due,
        ),
        Status::MustBeRefused { due } => until(
            "公示期内异议成立，或经裁定让位：只能不予登记或终止登记；审查期限",
            "an objection was upheld or the case yields: it can only be refused or terminated; review until",
            due,
        ),
        Status::InConflict => plain(
            "与另一登记机构存在冲突，审查期限暂停，待主管部门裁定",
            "in conflict with another authority; the clock is paused until the competent department decides",
        ),
        Status::Refused { appeal_due: None } => plain("不予登记", "refused"),
        Status::Refused { appeal_due } => until(
            "不予登记；申请复评的期限",
            "refused; re-assessment can be asked for until",
            appeal_due,
        ),
        Status::AwaitingSignatures => plain(
            "已提交，待各方签署；签署齐备之日视为收到",
            "filed by one of several; received when all have signed",
        ),
        Status::PartlyRefused { recourse } => partly_refused(recourse),
        Status::UnderAppeal => plain("不予登记，复评中", "refused, under re-assessment"),
        Status::Terminated => plain(
            "已终止登记（不是不予登记）",
            "terminated, which is no refusal",
        ),
        _ => plain("申请人已撤回", "withdrawn by the applicant"),
    }
}

/// Entered, but for some of the claims.
fn partly_refused(recourse: Recourse) -> Words {
    match recourse {
        Recourse::Undelivered => plain(
            "已记载入簿，部分权利不予登记；通知待送达",
            "entered without some of the claims; the notice of their refusal is not delivered yet",
        ),
        Recourse::Open { due } => until(
            "已记载入簿，部分权利不予登记；就其申请复评的期限",
            "entered without some of the claims; re-assessment of their refusal can be asked for until",
            Some(due),
        ),
        Recourse::UnderAppeal => plain(
            "已记载入簿，部分权利不予登记，复评中",
            "entered without some of the claims, whose refusal is under re-assessment",
        ),
        Recourse::Final => plain(
            "已记载入簿，部分权利不予登记，已终局",
            "entered without some of the claims, finally",
        ),
    }
}

/// A status: its code, its words, and its deadline.
pub fn status(language: Language, status: &Status) -> (String, String, Option<Due>) {
    let words = words_of(status);
    let said = language.pick(words.chinese, words.english);
    let (text, last) = match words.until {
        Until::None => (said.to_owned(), None),
        Until::Running(Some(last)) => (format!("{said} {}", due(language, last)), Some(last)),
        Until::Running(None) => (
            language.pick(format!("{said}已暂停"), format!("{said}: the clock is paused")),
            None,
        ),
    };
    (code(status), text, last)
}

/// By how much a deadline has passed; nothing while it runs.
pub fn overdue(language: Language, working_days: u16) -> Option<String> {
    (working_days > 0).then(|| {
        language.pick(
            format!("已逾期 {working_days} 个工作日"),
            format!("overdue by {working_days} working day(s)"),
        )
    })
}

/// Which working day of review it is.
pub fn review(language: Language, (used, limit): (u16, u16)) -> String {
    language.pick(
        format!("第 {used} 个工作日，共 {limit} 个"),
        format!("working day {used} of {limit}"),
    )
}

/// Status, deadline and days for programs.
pub fn standing_facts(standing: &Standing) -> [(&'static str, Value); 6] {
    let said = |language| status(language, &standing.status).1;
    let text = json!({ "zh": said(Language::Chinese), "en": said(Language::English) });
    let review = standing
        .review
        .map(|(used, limit)| json!({ "day": used, "of": limit }));
    [
        ("status", code(&standing.status).into()),
        ("status_text", text),
        ("due", standing.due.map(due_json).into()),
        ("overdue", standing.overdue.into()),
        ("review", review.into()),
        ("registration", registration(&standing.status).into()),
    ]
}

/// Whether the case is approved and not yet registered: so says every query until the entry (NG 26).
fn registration(status: &Status) -> &'static str {
    match status {
        Status::PartlyRefused { .. } => "registered",
        status if status.is_approved() => "approved_not_yet_registered",
        _ => "not_registered",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last() -> Due {
        Due {
            day: "2027-01-04".parse().unwrap(),
            provisional: true,
        }
    }

    #[test]
    fn a_status_tells_its_deadline_and_that_it_is_provisional() {
        let in_notice = Status::InNotice { due: last() };
        let (code, text, found) = status(Language::English, &in_notice);
        assert_eq!((code.as_str(), found), ("in_notice", Some(last())));
        assert!(text.contains("Mon 2027-01-04 24:00 (provisional"), "{text}");
        let paused = Status::Examining {
            due: None,
            by_silence: true,
        };
        let (_, text, found) = status(Language::English, &paused);
        assert_eq!(found, None);
        assert!(text.contains("by silence") && text.contains("paused"), "{text}");
    }

    #[test]
    fn what_is_approved_and_not_entered_says_so_in_both_languages() {
        let due = Some(last());
        for approved in [
            Status::AwaitingPublication { due },
            Status::InNotice { due: last() },
            Status::InvestigatingObjection { due: last() },
            Status::ReadyToEnter { due },
            Status::AwaitingEvidence { due },
        ] {
            let (_, chinese, _) = status(Language::Chinese, &approved);
            let (_, english, _) = status(Language::English, &approved);
            assert!(chinese.contains("已批准，尚未登记"), "{chinese}");
            assert!(english.contains("approved, not yet registered"), "{english}");
            let standing = Standing {
                status: approved,
                due,
                overdue: 2,
                review: Some((9, 20)),
            };
            let facts = Value::from_iter(standing_facts(&standing));
            assert_eq!(facts["registration"], "approved_not_yet_registered");
            assert_eq!(facts["overdue"], 2);
            assert_eq!(facts["status_text"], json!({ "zh": chinese, "en": english }));
            assert_eq!(facts["review"], json!({ "day": 9, "of": 20 }));
        }
        for not_approved in [
            Status::Refused { appeal_due: None },
            Status::MustBeRefused { due },
        ] {
            let (_, english, _) = status(Language::English, &not_approved);
            assert!(!english.contains("approved"), "{english}");
            assert_eq!(registration(&not_approved), "not_registered");
        }
    }

    #[test]
    fn what_was_entered_without_some_claims_says_so_and_what_is_open() {
        let due = last();
        for (recourse, chinese, english) in [
            (Recourse::Undelivered, "待送达", "not delivered"),
            (
                Recourse::Open { due },
                "复评的期限",
                "can be asked for until Mon 2027-01-04",
            ),
            (Recourse::UnderAppeal, "复评中", "under re-assessment"),
            (Recourse::Final, "已终局", "finally"),
        ] {
            let entered = Status::PartlyRefused { recourse };
            let (code, said, _) = status(Language::Chinese, &entered);
            assert_eq!(code, "partly_refused");
            assert!(
                said.starts_with("已记载入簿，部分权利不予登记") && said.contains(chinese),
                "{said}"
            );
            let (_, said, _) = status(Language::English, &entered);
            assert!(
                said.starts_with("entered without some of the claims") && said.contains(english),
                "{said}"
            );
            assert_eq!(registration(&entered), "registered");
        }
    }

    #[test]
    fn days_are_told_only_when_they_passed() {
        assert_eq!(overdue(Language::English, 0), None);
        assert!(overdue(Language::Chinese, 3).unwrap().contains('3'));
        assert_eq!(review(Language::English, (11, 20)), "working day 11 of 20");
    }
}
