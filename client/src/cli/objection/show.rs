//! An objection, and lists of objections, as they stand now.

use clap::Args;
use quanji_client::language::Language;
use quanji_primitives::{
    objection::{Objection, ObjectionStanding},
    AuthorityId, ObjectId, ObjectionId,
};
use serde_json::{json, Value};

use super::{
    super::{
        context::Context,
        node::{not_found, with_view},
        output::Report,
        words, CommandResult,
    },
    standing,
};

/// Arguments of `objection list`.
#[derive(Debug, Args)]
pub struct List {
    /// The object: O1-1-5
    #[arg(long, required_unless_present = "authority", conflicts_with = "authority")]
    pub object: Option<ObjectId>,
    /// The authority: A1-Q; what is open there, and overdue
    #[arg(long)]
    pub authority: Option<AuthorityId>,
}

pub fn list(context: &Context, given: &List) -> CommandResult {
    let language = context.language;
    let (object, authority) = (given.object, given.authority);
    with_view(context, |view| async move {
        let all = match (object, authority) {
            (Some(object), _) => view.objections_of(object).await?,
            (None, Some(authority)) => view.objections_at(authority).await?,
            (None, None) => Vec::new(),
        };
        let mut rows = vec![[
            language.pick("异议", "objection"),
            language.pick("对象", "object"),
            language.pick("异议人", "objector"),
            language.pick("权利", "rights"),
            language.pick("状态", "status"),
        ]
        .map(str::to_owned)
        .to_vec()];
        let mut json = Vec::new();
        for (id, found) in all {
            let Some(objection) = view.objection(id).await? else {
                continue;
            };
            let (code, text) = standing::status(language, &found.status);
            json.push(json!({
                "objection": id.to_string(),
                "object": objection.object.to_string(),
                "objector": objection.objector.to_string(),
                "registrant": objection.registrant.to_string(),
                "rights": numbers(&objection),
                "status": code,
                "open": found.status.is_open(),
                "due": found.due.map(words::due_json),
                "overdue": found.overdue,
            }));
            rows.push(vec![
                id.to_string(),
                objection.object.to_string(),
                objection.objector.to_string(),
                shown(&numbers(&objection)),
                text,
            ]);
        }
        let report = Report::new(json!({
            "object": object.map(|id| id.to_string()),
            "authority": authority.map(|id| id.to_string()),
            "objections": json,
        }));
        Ok(if rows.len() > 1 {
            report.table(rows)
        } else {
            report.text(language.pick("没有异议", "no objections"))
        })
    })
}

fn numbers(objection: &Objection) -> Vec<u32> {
    objection.rights.numbers().collect()
}

fn shown(numbers: &[u32]) -> String {
    let each: Vec<_> = numbers.iter().map(u32::to_string).collect();
    each.join(", ")
}

pub fn show(context: &Context, id: ObjectionId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let absent = || not_found(id.to_string());
        let objection = view.objection(id).await?.ok_or_else(absent)?;
        let found = view.objection_standing(id).await?.ok_or_else(absent)?;
        let now = view.register_time().await?;
        let report = whole(language, id, &objection, &found);
        Ok(steps(language, &objection, report)
            .fact("now", now.to_string().into())
            .row(language.pick("登记时间", "register time"), words::moment(now)))
    })
}

fn whole(language: Language, id: ObjectionId, objection: &Objection, found: &ObjectionStanding) -> Report {
    let (code, text) = standing::status(language, &found.status);
    let (who, next) = standing::next(language, &found.status);
    let evidence: Vec<_> = objection
        .evidence
        .iter()
        .map(|one| json!({ "kind": one.kind, "digest": one.digest.to_string() }))
        .collect();
    let mut report = Report::new(json!({
        "objection": id.to_string(),
        "object": objection.object.to_string(),
        "rights": numbers(objection),
        "registrant": objection.registrant.to_string(),
        "objector": objection.objector.to_string(),
        "via": words::via_json(&objection.via),
        "ground": objection.ground,
        "facts": objection.facts.to_string(),
        "evidence": evidence,
        "received_at": objection.received_at.to_string(),
        "status": code,
        "open": found.status.is_open(),
        "due": found.due.map(words::due_json),
        "overdue": found.overdue,
        "next": who,
    }))
    .brief(code)
    .row(language.pick("异议", "objection"), id.to_string())
    .row(language.pick("状态", "status"), text)
    .row(language.pick("下一步", "next"), next);
    if let Some(overdue) = words::overdue(language, found.overdue) {
        report = report.row(language.pick("逾期", "overdue"), overdue);
    }
    report = report
        .row(language.pick("登记对象", "object"), objection.object.to_string())
        .row(language.pick("权利编号", "rights"), shown(&numbers(objection)))
        .row(
            language.pick("登记权利人", "registrant"),
            objection.registrant.to_string(),
        )
        .row(
            language.pick("异议人", "objector"),
            objection.objector.to_string(),
        );
    if let Some(through) = words::via(language, &objection.via) {
        report = report.row(language.pick("提交方式", "filed"), through);
    }
    report
        .row(
            language.pick("理由", "ground"),
            words::word(language, &objection.ground),
        )
        .row(
            language.pick("事实陈述", "statement of facts"),
            objection.facts.to_string(),
        )
        .row(
            language.pick("佐证材料", "evidence"),
            words::words(language, objection.evidence.iter().map(|one| &one.kind)),
        )
        .row(
            language.pick("收到时间", "received at"),
            words::moment(objection.received_at),
        )
}

/// What was done in the objection, in order.
fn steps(language: Language, objection: &Objection, mut report: Report) -> Report {
    let notices = [
        ("returned", "退回补正", &objection.returned),
        ("notified", "通知登记权利人", &objection.notified),
    ];
    for (name, chinese, sent) in notices {
        if let Some(sent) = sent {
            report = report
                .fact(name, words::notice_json(sent))
                .row(language.pick(chinese, name), words::notice(language, sent));
        }
    }
    if let Some(explanation) = objection.explanation {
        let text = explanation.to_string();
        report = report
            .fact("explanation", text.clone().into())
            .row(language.pick("登记权利人说明", "explanation"), text);
    }
    if let Some((disposition, parties)) = &objection.agreed {
        let parties: Vec<_> = parties.iter().map(ToString::to_string).collect();
        report = report
            .fact(
                "agreed",
                json!({ "disposition": disposition, "parties": parties }),
            )
            .row(
                language.pick("登记权利人同意", "agreed"),
                format!("{} ({})", words::word(language, disposition), parties.join(", ")),
            );
    }
    ending(language, objection, report)
}

fn ending(language: Language, objection: &Objection, mut report: Report) -> Report {
    if let Some(one) = &objection.conclusion {
        let accepts = |answer: Option<bool>| {
            let (chinese, english) = match answer {
                Some(true) => ("接受", "accepts"),
                Some(false) => ("不接受", "declines"),
                None => ("未答复", "has not answered"),
            };
            language.pick(chinese, english)
        };
        let sides = language.pick(
            format!(
                "异议人{}，登记权利人{}",
                accepts(one.objector_accepts),
                accepts(one.registrant_accepts)
            ),
            format!(
                "the objector {}, the registrant {}",
                accepts(one.objector_accepts),
                accepts(one.registrant_accepts)
            ),
        );
        report = report
            .fact(
                "conclusion",
                json!({ "disposition": one.disposition, "record": one.record.to_string(), "by": words::signed_json(&one.by),
                    "objector_accepts": one.objector_accepts, "registrant_accepts": one.registrant_accepts }),
            )
            .row(
                language.pick("处理结论", "conclusion"),
                [words::word(language, &one.disposition), words::signed(language, &one.by)]
                    .join(language.pick("，", ", ")),
            )
            .row(language.pick("答复", "answers"), sides);
    }
    if let Some((document, at)) = &objection.court_proof {
        report = report
            .fact(
                "court_proof",
                json!({ "document": document.to_string(), "at": at.to_string() }),
            )
            .row(
                language.pick("诉讼或仲裁证明", "court proof"),
                format!("{document} {}", words::moment(*at)),
            );
    }
    if let Some((disposition, basis)) = &objection.decided {
        report = report
            .fact(
                "decided",
                json!({ "disposition": disposition, "basis": words::code(basis) }),
            )
            .row(
                language.pick("决定", "decided"),
                format!(
                    "{} ({})",
                    words::word(language, disposition),
                    words::word(language, basis)
                ),
            );
    }
    holds(language, objection, report)
}

fn holds(language: Language, objection: &Objection, mut report: Report) -> Report {
    if let Some(hold) = &objection.proposed_hold {
        report = report
            .fact(
                "proposed_hold",
                json!({ "until": hold.until.to_string(), "reason": hold.reason.to_string(), "by": words::signed_json(&hold.by) }),
            )
            .row(
                language.pick("待确认的暂停处分", "proposed hold"),
                language.pick(
                    format!("至 {}", words::moment(hold.until)),
                    format!("until {}", words::moment(hold.until)),
                ),
            );
    }
    for (name, label, mark) in [
        ("notice_mark", ("异议备注", "notice, mark"), objection.notice_mark),
        ("hold_mark", ("暂停处分备注", "hold, mark"), objection.hold_mark),
    ] {
        if let Some(mark) = mark {
            report = report
                .fact(name, Value::from(mark))
                .row(language.pick(label.0, label.1), mark.to_string());
        }
    }
    report
}
