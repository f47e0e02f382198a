//! A case, and lists of cases, as they stand now.

use quanji_client::{application::Application, chain::View, language::Language};
use quanji_primitives::{
    case::{object_of_first_registration, Case, Signed, Status},
    CaseId,
};
use serde_json::{json, Value};

use super::{
    super::{
        context::Context,
        exit::Failure,
        node::{bad_value, not_found, with_view},
        output::Report,
        words, CommandResult,
    },
    List,
};

/// The statuses by which a list can be narrowed.
const STATUSES: [&str; 10] = [
    "filed",
    "returned",
    "never_filed",
    "examining",
    "awaiting_approval",
    "awaiting_publication",
    "in_notice",
    "ready_to_enter",
    "refused",
    "withdrawn",
];

pub fn list(context: &Context, given: &List) -> CommandResult {
    let language = context.language;
    let wanted = given.stage.as_ref().map(|stage| stage.replace('-', "_"));
    if let Some(wanted) = wanted.as_deref().filter(|wanted| !STATUSES.contains(wanted)) {
        return Err(bad_value("--stage", wanted, STATUSES.join(", ")));
    }
    with_view(context, |view| async move {
        let mut json = Vec::new();
        let mut rows = vec![[
            language.pick("案件", "case"),
            language.pick("申请人", "applicant"),
            language.pick("对象", "object"),
            language.pick("申请的权利", "claims"),
            language.pick("状态", "status"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for (id, case) in view.cases().await? {
            if given
                .authority
                .is_some_and(|authority| id.authority() != authority)
            {
                continue;
            }
            let Some(status) = view.case_status(id).await? else {
                continue;
            };
            let (code, text, due) = words::status(language, &status);
            if wanted.as_ref().is_some_and(|wanted| *wanted != code) {
                continue;
            }
            let kinds: Vec<_> = case.filing.claims.iter().map(|claim| claim.kind).collect();
            json.push(json!({
                "case": id.to_string(),
                "applicant": case.applicant.to_string(),
                "claims": kinds,
                "status": code,
                "due": due.map(words::due_json),
            }));
            rows.push(vec![
                id.to_string(),
                case.applicant.to_string(),
                words::word(language, &case.filing.facts.kind),
                words::words(language, &kinds),
                text,
            ]);
        }
        let report = Report::new(json!({ "cases": json }));
        Ok(if rows.len() > 1 {
            report.table(rows)
        } else {
            report.text(language.pick("没有案件", "no cases"))
        })
    })
}

pub fn show(context: &Context, id: CaseId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        match (view.case(id).await?, view.case_status(id).await?) {
            (Some(case), Some(status)) => {
                let now = view.register_time().await?;
                let report = whole(language, id, &case, &status)
                    .fact("now", now.to_string().into())
                    .row(language.pick("登记时间", "register time"), words::moment(now));
                Ok(report)
            }
            _ => ended(language, &view, id).await,
        }
    })
}

/// A case that is no longer in state: entered, or never there.
async fn ended(language: Language, view: &View, id: CaseId) -> Result<Report, Failure> {
    // A first registration's case and object share one serial number.
    let object = object_of_first_registration(id);
    let title = view
        .title(object)
        .await?
        .ok_or_else(|| not_found(id.to_string()))?;
    let numbers: Vec<_> = title
        .certificates
        .iter()
        .map(|one| one.number.to_string())
        .collect();
    let entered = title.record.entered_at;
    Ok(Report::new(json!({
        "case": id.to_string(),
        "status": "entered",
        "object": object.to_string(),
        "entered_at": entered.to_string(),
        "certificates": numbers,
    }))
    .brief("entered")
    .row(language.pick("案件", "case"), id.to_string())
    .row(
        language.pick("状态", "status"),
        language.pick("已记载入簿", "entered in the register"),
    )
    .row(language.pick("登记对象", "object"), object.to_string())
    .row(language.pick("记载时间", "entered at"), words::moment(entered))
    .row(language.pick("凭证编号", "certificate"), numbers.join(", ")))
}

fn whole(language: Language, id: CaseId, case: &Case, status: &Status) -> Report {
    let application = Application::from(&case.filing);
    let (code, text, due) = words::status(language, status);
    let kinds: Vec<_> = case.filing.claims.iter().map(|claim| claim.kind).collect();
    let facts = &case.filing.facts;
    let mut report = Report::new(json!({
        "case": id.to_string(),
        "object": case.object.to_string(),
        "applicant": case.applicant.to_string(),
        "status": code,
        "due": due.map(words::due_json),
        "received_at": case.received_at.to_string(),
        "application": application,
    }))
    .brief(code)
    .row(language.pick("案件", "case"), id.to_string())
    .row(language.pick("状态", "status"), text)
    .row(language.pick("登记机构", "authority"), id.authority().to_string())
    .row(
        language.pick("登记制度", "regime"),
        application.regime.0.to_string(),
    )
    .row(language.pick("申请人", "applicant"), case.applicant.to_string())
    .row(
        language.pick("权利人", "holders"),
        words::holders(&application.holders),
    )
    .row(
        language.pick("申请的权利", "claims"),
        words::words(language, &kinds),
    )
    .row(
        language.pick("数据", "data"),
        [
            words::word(language, &facts.kind),
            words::word(language, &facts.category),
            words::word(language, &facts.level),
            words::word(language, &facts.source),
        ]
        .join(language.pick("、", ", ")),
    )
    .row(
        language.pick("公共数据", "public data"),
        words::public_class(language, &application.public_class.0),
    )
    .row(
        language.pick("行业大类", "industry"),
        format!("{:02}", facts.industry),
    )
    .row(
        language.pick("数据说明", "description"),
        facts.description.to_string(),
    );
    for one in &application.fingerprints {
        let kind = words::word(language, &one.kind);
        report = report.row(
            language.pick("指纹", "fingerprint"),
            format!("{kind} {} {}", one.day.0, one.digest.0),
        );
    }
    let kinds = case.filing.evidence.iter().map(|one| &one.kind);
    report = report
        .row(
            language.pick("佐证材料", "evidence"),
            words::words(language, kinds),
        )
        .row(
            language.pick("收到时间", "received at"),
            words::moment(case.received_at),
        );
    if let Some(object) = case.matches {
        report = report
            .fact("matches", object.to_string().into())
            .caution(language.pick(
                format!("指纹与先前登记的对象 {object} 相同"),
                format!("the fingerprint is that of an earlier object, {object}"),
            ));
    }
    steps(language, case, report)
}

fn signed(by: &Signed) -> Value {
    json!({ "officer": by.officer.to_string(), "at": by.at.to_string() })
}

fn by_whom(language: Language, by: &Signed) -> String {
    let (officer, at) = (by.officer, words::moment(by.at));
    language.pick(format!("{officer}，{at}"), format!("by {officer} at {at}"))
}

/// What was done in the case, in order.
fn steps(language: Language, case: &Case, mut report: Report) -> Report {
    if let Some(at) = case.accepted_at {
        report = report
            .fact("accepted_at", at.to_string().into())
            .row(language.pick("受理时间", "accepted at"), words::moment(at));
    }
    if let Some(returned) = &case.returned {
        let missing: Vec<_> = returned
            .deficiencies
            .iter()
            .map(|one| words::deficiency(language, one))
            .collect();
        let completed = returned.completed_at.map(|at| at.to_string());
        report = report
            .fact(
                "returned",
                json!({ "missing": returned.deficiencies, "by": signed(&returned.by), "completed_at": completed,
                    "due": words::due_json(returned.due) }),
            )
            .row(language.pick("退回补正", "returned"), by_whom(language, &returned.by))
            .row(language.pick("缺项", "missing"), missing.join(language.pick("、", ", ")));
    }
    for one in &case.reports {
        let conclusion = words::word(language, &one.conclusion);
        report = report.row(
            language.pick("服务机构报告", "report"),
            format!("{} {conclusion} {}", one.institution, words::moment(one.at)),
        );
    }
    let reports = case.reports.iter().map(|one| {
        json!({ "institution": one.institution.to_string(), "conclusion": one.conclusion,
            "digest": one.digest.to_string(), "at": one.at.to_string() })
    });
    report = report.fact("reports", reports.collect());
    if let Some((examination, by)) = &case.examination {
        let decisions = examination.decisions.iter().map(|one| {
            let kind = words::word(language, &one.kind);
            match one.refused {
                None => format!("{kind} {}", language.pick("准予", "granted")),
                Some(ground) => {
                    format!(
                        "{kind} {}{}",
                        language.pick("不予：", "refused: "),
                        words::word(language, &ground)
                    )
                }
            }
        });
        report = report
            .row(language.pick("审查", "examined"), by_whom(language, by))
            .row(language.pick("决定", "decisions"), decisions.collect::<Vec<_>>().join(language.pick("；", "; ")))
            .fact(
                "examination",
                json!({ "by": signed(by), "findings": examination.findings, "decisions": examination.decisions,
                    "match_finding": examination.match_finding, "record": examination.record.to_string() }),
            );
    }
    if let Some(by) = &case.approval {
        report = report
            .row(language.pick("复核", "approved"), by_whom(language, by))
            .fact("approval", signed(by));
    }
    if let Some(notice) = &case.notice {
        report = report
            .row(language.pick("公示开始", "published at"), words::moment(notice.published_at))
            .fact(
                "notice",
                json!({ "published_at": notice.published_at.to_string(), "due": words::due_json(notice.due) }),
            );
    }
    if let Some(refusal) = &case.refusal {
        report = report
            .row(language.pick("不予登记", "refused"), by_whom(language, &refusal.by))
            .row(language.pick("理由", "ground"), words::word(language, &refusal.ground))
            .fact(
                "refusal",
                json!({ "ground": refusal.ground, "notice": refusal.notice.to_string(), "by": signed(&refusal.by) }),
            );
    }
    report
}
