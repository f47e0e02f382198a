//! What was done in a case, in the order of its steps.

use quanji_client::language::Language;
use quanji_primitives::{
    case::{Appeal, Case, Examination, Inquired, Signed},
    Digest,
};
use serde_json::{json, Value};

use super::{
    super::{output::Report, words},
    made_public::{objections, published, withheld},
};

/// Everything that officers and parties recorded in a case.
pub fn recorded(language: Language, case: &Case, report: Report) -> Report {
    let report = accepted(language, case, report);
    let report = returned(language, case, report);
    let report = supplement(language, case, report);
    let report = inquiries(language, case, report);
    let report = reports(language, case, report);
    let report = examined(language, case, report);
    let report = withheld(language, case, report);
    let report = published(language, case, report);
    let report = objections(language, case, report);
    ended(language, case, report)
}

/// A digest for programs.
pub fn digest(one: &Digest) -> Value {
    one.to_string().into()
}

fn accepted(language: Language, case: &Case, mut report: Report) -> Report {
    if let Some(at) = case.accepted_at {
        let how = if case.by_silence {
            language.pick("（逾期未处理，视为受理）", " (by silence)")
        } else {
            ""
        };
        report = report.fact("accepted_at", at.to_string().into()).row(
            language.pick("受理时间", "accepted at"),
            format!("{}{how}", words::moment(at)),
        );
    }
    if case.extended > 0 {
        report = report.row(
            language.pick("延期", "extended"),
            language.pick(
                format!("累计 {} 个工作日", case.extended),
                format!("{} working day(s) in all", case.extended),
            ),
        );
    }
    let agents: Vec<_> = case
        .later_agents
        .iter()
        .map(|(agent, power)| json!({ "agent": agent.to_string(), "power": power.to_string() }))
        .collect();
    let officers = case.counter_officers.iter().map(ToString::to_string);
    let officers: Vec<_> = officers.collect();
    if !officers.is_empty() {
        report = report.row(
            language.pick(
                "窗口代为提交，不得作出决定",
                "filed at the counter, decide nothing",
            ),
            officers.join(", "),
        );
    }
    report
        .fact("extended", case.extended.into())
        .fact("later_agents", agents.into())
        .fact("counter_officers", officers.into())
}

fn returned(language: Language, case: &Case, report: Report) -> Report {
    let Some(returned) = &case.returned else {
        return report;
    };
    let missing: Vec<_> = returned
        .deficiencies
        .iter()
        .map(|one| words::deficiency(language, one))
        .collect();
    let mut report = report
        .row(
            language.pick("退回补正", "returned"),
            words::signed(language, &returned.by),
        )
        .row(
            language.pick("缺项", "missing"),
            missing.join(language.pick("、", ", ")),
        )
        .row(
            language.pick("补正通知", "notice to complete"),
            words::notice(language, &returned.notice),
        );
    if let Some(at) = returned.completed_at {
        report = report.row(language.pick("补正时间", "completed at"), words::moment(at));
    }
    report.fact(
        "returned",
        json!({
            "missing": returned.deficiencies, "by": words::signed_json(&returned.by),
            "notice": words::notice_json(&returned.notice), "working_days": returned.working_days,
            "due": returned.due.map(words::due_json),
            "completed_at": returned.completed_at.map(|at| at.to_string()),
        }),
    )
}

fn supplement(language: Language, case: &Case, report: Report) -> Report {
    let Some(asked) = &case.supplement else {
        return report;
    };
    let mut report = report
        .row(
            language.pick("要求补充证明", "further proof asked for"),
            words::signed(language, &asked.by),
        )
        .row(
            language.pick("所要求的材料", "asked for"),
            words::words(language, &asked.items),
        )
        .row(
            language.pick("补充通知", "request"),
            words::notice(language, &asked.notice),
        );
    if let Some(due) = asked.due {
        report = report.row(
            language.pick("补充期限", "to be given until"),
            words::due(language, due),
        );
    }
    if let Some(at) = asked.answered_at {
        report = report.row(language.pick("补充时间", "given at"), words::moment(at));
    }
    report.fact(
        "supplement",
        json!({
            "items": asked.items, "by": words::signed_json(&asked.by), "notice": words::notice_json(&asked.notice),
            "working_days": asked.working_days, "due": asked.due.map(words::due_json),
            "answered_at": asked.answered_at.map(|at| at.to_string()),
        }),
    )
}

fn inquiries(language: Language, case: &Case, mut report: Report) -> Report {
    let mut facts = Vec::new();
    for (number, one) in case.inquiries.iter().enumerate() {
        let (asked, code) = match one.inquired {
            Inquired::Party(party) => (party.to_string(), party.to_string()),
            other => (words::word(language, &other), words::code(&other)),
        };
        let answer = match &one.answer {
            Some(given) => words::word(language, &given.answer),
            None => language.pick("尚无结果", "no answer yet").to_owned(),
        };
        report = report.row(
            language.pick(format!("查询 {number}"), format!("inquiry {number}")),
            format!("{asked}  {answer}  {}", words::signed(language, &one.by)),
        );
        facts.push(json!({
            "number": number, "asked": code, "letter": digest(&one.letter), "by": words::signed_json(&one.by),
            "answer": one.answer.map(|given| json!({
                "answer": given.answer, "record": digest(&given.record), "at": given.at.to_string(),
            })),
        }));
    }
    report.fact("inquiries", facts.into())
}

fn reports(language: Language, case: &Case, mut report: Report) -> Report {
    for one in &case.reports {
        let conclusion = words::word(language, &one.conclusion);
        report = report.row(
            language.pick("服务机构报告", "report"),
            format!("{} {conclusion} {}", one.institution, words::moment(one.at)),
        );
    }
    let facts = case.reports.iter().map(|one| {
        json!({ "institution": one.institution.to_string(), "conclusion": one.conclusion,
            "digest": digest(&one.digest), "at": one.at.to_string() })
    });
    report.fact("reports", facts.collect())
}

fn examined(language: Language, case: &Case, mut report: Report) -> Report {
    if let Some((examination, by)) = &case.examination {
        report = examination_of(language, case, examination, by, report);
    }
    if let Some(by) = &case.approval {
        report = report
            .row(language.pick("复核通过", "approved"), words::signed(language, by))
            .fact("approval", words::signed_json(by));
    }
    report
}

fn examination_of(
    language: Language,
    case: &Case,
    examination: &Examination,
    by: &Signed,
    mut report: Report,
) -> Report {
    report = report.row(language.pick("审查", "examined"), words::signed(language, by));
    let mut decisions = examination.decisions.iter();
    let several = case.first().is_some_and(|filing| !filing.participants.is_empty());
    let separator = language.pick("；", "; ");
    let shares: Vec<(Vec<_>, usize)> = match case.first() {
        Some(filing) => filing
            .shares()
            .map(|(holders, claims)| (holders.parties(), claims.len()))
            .collect(),
        None => vec![(Vec::new(), examination.decisions.len())],
    };
    for (parties, claimed) in shares {
        let each: Vec<_> = decisions
            .by_ref()
            .take(claimed)
            .map(|one| {
                let kind = words::word(language, &one.kind);
                match one.refused {
                    None => format!("{kind} {}", language.pick("准予", "granted")),
                    Some(ground) => format!(
                        "{kind} {}{}",
                        language.pick("不予：", "refused: "),
                        words::word(language, &ground)
                    ),
                }
            })
            .collect();
        let whose: Vec<_> = parties.iter().map(ToString::to_string).collect();
        let whose = if several {
            format!("{}  ", whose.join(", "))
        } else {
            String::new()
        };
        if !each.is_empty() {
            report = report.row(
                language.pick("决定", "decisions"),
                format!("{whose}{}", each.join(separator)),
            );
        }
    }
    if let Some(finding) = &examination.match_finding {
        report = report.row(
            language.pick("对相同对象的认定", "finding on the match"),
            words::word(language, finding),
        );
    }
    report.fact(
        "examination",
        json!({
            "by": words::signed_json(by), "findings": examination.findings, "decisions": examination.decisions,
            "match_finding": examination.match_finding, "record": digest(&examination.record),
        }),
    )
}

/// Refusal, termination and re-assessment.
fn ended(language: Language, case: &Case, mut report: Report) -> Report {
    if let Some(appeal) = &case.appeal {
        report = appealed(language, appeal, report);
    }
    if let Some(refusal) = &case.refusal {
        report = report
            .row(
                language.pick("不予登记", "refused"),
                words::signed(language, &refusal.by),
            )
            .row(
                language.pick("理由", "ground"),
                words::word(language, &refusal.ground),
            )
            .row(
                language.pick("不予登记通知", "notice of refusal"),
                words::notice(language, &refusal.notice),
            )
            .fact(
                "refusal",
                json!({ "ground": refusal.ground, "notice": words::notice_json(&refusal.notice),
                    "by": words::signed_json(&refusal.by) }),
            );
    }
    if let Some(termination) = &case.termination {
        report = report
            .row(
                language.pick("终止登记", "terminated"),
                words::signed(language, &termination.by),
            )
            .row(
                language.pick("终止通知", "notice of termination"),
                words::notice(language, &termination.notice),
            )
            .fact(
                "termination",
                json!({ "record": digest(&termination.record), "notice": words::notice_json(&termination.notice),
                    "by": words::signed_json(&termination.by) }),
            );
    }
    if case.yields {
        report = report.caution(language.pick(
            "主管部门裁定本案让位：只能不予登记",
            "the department decided that this case yields: it can only be refused",
        ));
    }
    report.fact("yields", case.yields.into())
}

fn appealed(language: Language, appeal: &Appeal, report: Report) -> Report {
    let result = match &appeal.result {
        Some((result, _, by)) => format!(
            "{}  {}",
            words::word(language, result),
            words::signed(language, by)
        ),
        None => language.pick("尚未决定", "not decided yet").to_owned(),
    };
    report
        .row(
            language.pick("复评", "re-assessment"),
            format!("{}  {result}", words::moment(appeal.received_at)),
        )
        .fact(
            "appeal",
            json!({
                "statement": digest(&appeal.statement), "received_at": appeal.received_at.to_string(),
                "against": { "ground": appeal.against.ground, "by": words::signed_json(&appeal.against.by) },
                "result": appeal.result.map(|(result, record, by)| json!({
                    "result": result, "record": digest(&record), "by": words::signed_json(&by),
                })),
            }),
        )
}
