//! Who must act next in a case.

use quanji_client::language::Language;
use quanji_primitives::{
    case::{Case, Recourse, Status},
    clock::Moment,
};

/// Who must act next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// Who, for programs.
    pub who: &'static str,
    chinese: &'static str,
    english: &'static str,
}

impl Next {
    const fn new(who: &'static str, chinese: &'static str, english: &'static str) -> Self {
        Self {
            who,
            chinese,
            english,
        }
    }

    /// Who must do what.
    pub fn text(&self, language: Language) -> &'static str {
        language.pick(self.chinese, self.english)
    }
}

const DELIVER: Next = Next::new(
    "officer",
    "登记机构人员：记录通知的送达（或由申请人确认收悉）",
    "an officer: record the delivery of the notice (or the applicant acknowledges it)",
);

const CLOSE: Next = Next::new(
    "nobody",
    "无人：案件已结束，登记机构人员可以关闭",
    "nobody: the case has ended; an officer may close it",
);

const REFUSE_OR_TERMINATE: Next = Next::new(
    "reviewer",
    "复核人：异议成立，不予登记或终止登记",
    "a reviewer: an objection was upheld; refuse or terminate it",
);

const DECIDE_OBJECTION: Next = Next::new(
    "reviewer",
    "复核人：就公示期内的异议作出决定",
    "a reviewer: decide the objection in the public notice",
);

const MAY_APPEAL: Next = Next::new(
    "applicant",
    "申请人：可以在期限内申请复评一次",
    "the applicant: may ask once for re-assessment in time",
);

const DECIDE_APPEAL: Next = Next::new(
    "reviewer",
    "未参与审查与决定的复核人：就复评作出决定",
    "a reviewer who neither examined nor refused: decide the re-assessment",
);

/// Who must act next in a case.
pub fn next(case: &Case, status: &Status, now: Moment) -> Next {
    match status {
        Status::Filed { .. } => Next::new(
            "examiner",
            "经办人：受理，或一次退回补正",
            "an examiner: accept it, or return it once with everything that is missing",
        ),
        Status::AwaitingSignatures => Next::new(
            "signatory",
            "尚未签署的各方：签署（quanji case sign）；申请人可以撤回",
            "those who have not signed: sign it (`quanji case sign`); the applicant may withdraw",
        ),
        Status::Returned { due: None } | Status::AwaitingSupplement { due: None } => DELIVER,
        Status::Returned { .. } => Next::new(
            "applicant",
            "申请人：补齐全部缺项后重新提交",
            "the applicant: file it again with every listed item",
        ),
        Status::AwaitingSupplement { .. } => Next::new(
            "applicant",
            "申请人：补充所要求的全部证明",
            "the applicant: give all the proof that was asked for",
        ),
        Status::InConflict => Next::new(
            "department",
            "主管部门：就冲突作出裁定",
            "the competent department: decide the conflict",
        ),
        Status::UnderAppeal => DECIDE_APPEAL,
        Status::NeverFiled { .. } | Status::Withdrawn => CLOSE,
        Status::Terminated => after_ending(case),
        Status::Refused {
            appeal_due: Some(due),
        } if now < due.day.end() => MAY_APPEAL,
        Status::Refused { .. } => after_ending(case),
        Status::PartlyRefused { recourse } => after_entry(*recourse),
        Status::MustBeRefused { .. } if case.yields => Next::new(
            "reviewer",
            "复核人：主管部门裁定本案让位，作出不予登记的决定",
            "a reviewer: the department decided that this case yields; refuse it",
        ),
        Status::MustBeRefused { .. } => REFUSE_OR_TERMINATE,
        _ => of_authority(case, status),
    }
}

/// An ended case: its notice is delivered before it is closed.
fn after_ending(case: &Case) -> Next {
    let undelivered = case.clone().undelivered_notice().is_some();
    if undelivered {
        DELIVER
    } else {
        CLOSE
    }
}

/// What is open after an entry without some of the claims.
fn after_entry(recourse: Recourse) -> Next {
    match recourse {
        Recourse::Undelivered => DELIVER,
        Recourse::Open { .. } => MAY_APPEAL,
        Recourse::UnderAppeal => DECIDE_APPEAL,
        Recourse::Final => CLOSE,
    }
}

/// What waits for an officer, or for the end of the notice.
fn of_authority(case: &Case, status: &Status) -> Next {
    match status {
        Status::Examining { .. } => Next::new(
            "examiner",
            "经办人：审查（可要求补充证明、查询第三方或延期）",
            "an examiner: examine it (or ask for proof, inquire, extend)",
        ),
        Status::AwaitingApproval { .. } if nothing_granted(case) => Next::new(
            "reviewer",
            "复核人（不得与经办人为同一人）：作出不予登记的决定",
            "a reviewer, another person than the examiner: refuse it, for nothing is granted",
        ),
        Status::AwaitingApproval { .. } => Next::new(
            "reviewer",
            "复核人（不得与经办人为同一人）：复核通过，或不予登记",
            "a reviewer, another person than the examiner: approve or refuse it",
        ),
        _ if case.has_open_objection() => DECIDE_OBJECTION,
        Status::AwaitingPublication { .. } if is_undecided(case) => Next::new(
            "examiner",
            "经办人：先就不予公示的请求作出决定，再公示",
            "an examiner: decide the request not to be published, then publish",
        ),
        Status::AwaitingPublication { .. } if case.part_to_publish().is_some() => Next::new(
            "examiner",
            "经办人：先公布拆出部分的数据说明（quanji case publish-part），再公示",
            "an examiner: publish what leaves (`quanji case publish-part`), then what stays",
        ),
        Status::AwaitingPublication { .. } => {
            Next::new("examiner", "经办人：公示", "an examiner: publish it")
        }
        Status::InNotice { .. } => Next::new("nobody", "无人：待公示期满", "nobody: the public notice runs"),
        Status::AwaitingEvidence { .. } => Next::new(
            "reviewer",
            "复核人：凭全国系统的存证回执记载入簿",
            "a reviewer: enter it with the evidencing receipt of the national system",
        ),
        _ if refused_some(case) => Next::new(
            "reviewer",
            "复核人：记载入簿，并就不予登记的权利书面通知",
            "a reviewer: enter it, with written notice of the rights refused",
        ),
        _ => Next::new("reviewer", "复核人：记载入簿", "a reviewer: enter it"),
    }
}

/// The examiner granted nothing of what was claimed.
fn nothing_granted(case: &Case) -> bool {
    case.examination.as_ref().is_some_and(|(examination, _)| {
        let claimed = examination.decisions.len();
        (claimed > 0 && examination.granted().next().is_none())
            || (claimed == 0 && !examination.findings.all_met())
    })
}

/// The examiner refused some of what was claimed.
fn refused_some(case: &Case) -> bool {
    let examined = case.examination.as_ref();
    examined.is_some_and(|(examination, _)| examination.grounds().next().is_some())
}

/// The applicant asked not to be published and this is not decided yet.
fn is_undecided(case: &Case) -> bool {
    case.filing.withholding().is_some() && case.publication.is_none()
}
