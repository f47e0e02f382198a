//! A case as it stands now, for somebody at a desk: status, deadline, days, who must act next, and all that was recorded.

use std::collections::BTreeSet;

use quanji_client::{
    application::{Application, ParticipantText, RegimeText},
    chain::View,
    language::Language,
};
use quanji_primitives::{
    case::{Case, Stage, Standing, Status},
    clock::Moment,
    filing::{Application as Applied, FirstRegistration},
    CaseId,
};
use serde_json::json;

use super::{
    super::{
        apply::{claims, summary_of_dealing},
        context::Context,
        exit::Failure,
        node::{not_found, with_view},
        output::Report,
        words, CommandResult,
    },
    recorded::recorded,
    signing::signatures,
};

pub fn show(context: &Context, id: CaseId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let (Some(case), Some(standing)) = (view.case(id).await?, view.case_standing(id).await?) else {
            return ended(language, &view, id).await;
        };
        let now = view.register_time().await?;
        let report = head(language, id, &case, &standing, now);
        let report = application(language, &case, report);
        let report = signatures(language, &case, report);
        let report = recorded(language, &case, report);
        let mut report = entered_in_part(language, &view, id, &case, report).await?;
        for (from, to, at) in view.consents(case.object).await? {
            report = report.row(
                language.pick("经营权同意", "consent to operating"),
                format!("{from} → {to}  {}", words::moment(at)),
            );
        }
        Ok(report
            .fact("now", now.to_string().into())
            .row(language.pick("登记时间", "register time"), words::moment(now)))
    })
}

/// Where the other claims were entered, of a case some of which were refused.
async fn entered_in_part(
    language: Language,
    view: &View,
    id: CaseId,
    case: &Case,
    report: Report,
) -> Result<Report, Failure> {
    if case.stage != Stage::PartlyRefused {
        return Ok(report);
    }
    let entry = view
        .entry_of_case(id)
        .await?
        .ok_or_else(|| not_found(id.to_string()))?;
    Ok(report
        .fact("object", entry.object.to_string().into())
        .fact("entry", entry.number.into())
        .row(
            language.pick("登记对象", "object"),
            language.pick(
                format!("{}，第 {} 次记载", entry.object, entry.number),
                format!("{}, entry {}", entry.object, entry.number),
            ),
        ))
}

/// A case that is no longer in state: entered, or never there.
async fn ended(language: Language, view: &View, id: CaseId) -> Result<Report, Failure> {
    let unknown = || not_found(id.to_string());
    let entry = view.entry_of_case(id).await?.ok_or_else(unknown)?;
    let title = view.title(entry.object).await?.ok_or_else(unknown)?;
    // What the entry made: certificates of its own, or a higher issue of one; a later entry may have raised that too.
    let made = title.rights.iter().filter(|right| right.entry == entry.number);
    let places: BTreeSet<_> = made.map(|right| right.certificate).collect();
    let made = (0..).zip(&title.certificates).filter(|(place, certificate)| {
        places.contains(place) || (certificate.entry == entry.number && certificate.rights.is_empty())
    });
    let made: Vec<_> = made.map(|(_, certificate)| certificate).collect();
    let numbers: Vec<_> = made.iter().map(|one| one.number.to_string()).collect();
    let object = entry.object.to_string();
    let issued = made
        .iter()
        .find(|one| one.entry == entry.number)
        .map(|one| one.issued_at);
    // Of the first entry the object itself knows the moment.
    let at = issued.or_else(|| (entry.number == 1).then_some(title.record.entered_at));
    let mut report = Report::new(json!({
        "case": id.to_string(),
        "status": "entered",
        "registration": "registered",
        "object": object,
        "entry": entry.number,
        "entered_at": at.map(|at| at.to_string()),
        "certificates": numbers,
    }))
    .brief("entered")
    .row(language.pick("案件", "case"), id.to_string())
    .row(
        language.pick("状态", "status"),
        language.pick("已记载入簿", "entered in the register"),
    )
    .row(
        language.pick("登记对象", "object"),
        language.pick(
            format!("{object}，第 {} 次记载", entry.number),
            format!("{object}, entry {}", entry.number),
        ),
    );
    if let Some(at) = at {
        report = report.row(language.pick("记载时间", "entered at"), words::moment(at));
    }
    Ok(report.row(language.pick("凭证编号", "certificate"), numbers.join(", ")))
}

/// Status, deadline and days, as lines and as facts.
pub fn standing_of(language: Language, report: Report, standing: &Standing) -> Report {
    let (_, text, said) = words::status(language, &standing.status);
    let mut report = report.row(language.pick("状态", "status"), text);
    // The words of some statuses have no deadline though one runs.
    if let Some(due) = standing.due.filter(|_| said.is_none()) {
        report = report.row(language.pick("期限", "deadline"), words::due(language, due));
    }
    if let Some(days) = standing.review {
        report = report.row(
            language.pick("审查日", "day of review"),
            words::review(language, days),
        );
    }
    if let Some(late) = words::overdue(language, standing.overdue) {
        report = report.row(language.pick("逾期", "overdue"), late);
    }
    for (name, value) in words::standing_facts(standing) {
        report = report.fact(name, value);
    }
    report
}

/// The answer at one look.
fn head(language: Language, id: CaseId, case: &Case, standing: &Standing, now: Moment) -> Report {
    let next = words::next(case, &standing.status, now);
    let report = Report::new(json!({
        "case": id.to_string(),
        "object": case.object.to_string(),
        "applicant": case.applicant.to_string(),
        "via": words::via_json(&case.via),
        "received_at": case.received_at.to_string(),
        "by_silence": case.by_silence || matches!(standing.status, Status::Examining { by_silence: true, .. }),
    }))
    .brief(words::code(&standing.status))
    .row(language.pick("案件", "case"), id.to_string());
    let mut report = standing_of(language, report, standing)
        .fact("next", next.who.into())
        .fact(
            "next_text",
            json!({ "zh": next.text(Language::Chinese), "en": next.text(Language::English) }),
        )
        .row(language.pick("下一步", "next"), next.text(language).to_owned());
    if let Some(officer) = case.handler {
        report = report
            .fact("handler", officer.to_string().into())
            .row(language.pick("经办", "handled by"), officer.to_string());
    }
    if let Some(conflict) = case.conflict {
        report = report
            .fact("conflict", conflict.to_string().into())
            .caution(language.pick(
                format!("与另一登记机构存在冲突 {conflict}：审查期限暂停，由主管部门裁定"),
                format!("in conflict {conflict} with another authority: the clock stands still until the department decides"),
            ));
    }
    if let Some(object) = case.matches {
        report = report
            .fact("matches", object.to_string().into())
            .caution(language.pick(
                format!("指纹与先前登记的对象 {object} 相同"),
                format!("the fingerprint is that of an earlier object, {object}"),
            ));
    }
    report
}

/// What was applied for.
fn application(language: Language, case: &Case, report: Report) -> Report {
    let mut report = report
        .fact("act", json!(case.act))
        .row(
            language.pick("登记机构", "authority"),
            case.filing.authority().to_string(),
        )
        .row(
            language.pick("登记制度", "regime"),
            RegimeText(case.regime).to_string(),
        )
        .row(language.pick("申请人", "applicant"), case.applicant.to_string());
    if let Some(via) = words::via(language, &case.via) {
        report = report.row(language.pick("提交方式", "filed"), via);
    }
    report = match &case.filing {
        Applied::First(filing) => first(language, filing, report),
        Applied::Dealing(dealing) => {
            summary_of_dealing(language, report, dealing).fact("dealing", json!(dealing))
        }
    };
    let kinds = case.evidence().map(|one| &one.kind);
    report
        .row(
            language.pick("佐证材料", "evidence"),
            words::words(language, kinds),
        )
        .row(
            language.pick("收到时间", "received at"),
            words::moment(case.received_at),
        )
}

/// What was applied for to be registered first.
fn first(language: Language, filing: &FirstRegistration, report: Report) -> Report {
    let application = Application::from(filing);
    let facts = &filing.facts;
    let mut report = report
        .row(
            language.pick("权利人", "holders"),
            words::holders(&application.holders),
        )
        .row(
            language.pick("申请的权利", "claims"),
            claims(language, &application.claims),
        );
    for ParticipantText {
        holders,
        claims: claimed,
    } in &application.participants
    {
        report = report.row(
            language.pick("共同申请人", "participant"),
            format!("{}  {}", words::holders(holders), claims(language, claimed)),
        );
    }
    if let Some(object) = &application.object {
        report = report.row(
            language.pick("追加权利的对象", "further rights in"),
            object.0.to_string(),
        );
    }
    let data = [
        words::word(language, &facts.kind),
        words::word(language, &facts.category),
        words::word(language, &facts.level),
        words::word(language, &facts.source),
    ];
    report = report
        .row(
            language.pick("数据", "data"),
            data.join(language.pick("、", ", ")),
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
    report.fact("application", json!(application))
}
