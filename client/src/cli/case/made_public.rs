//! What was published, what was withheld, and who objected.

use quanji_client::language::Language;
use quanji_primitives::{
    case::{Case, Notice, Reference},
    objection::NoticeObjection,
};
use serde_json::json;

use super::{
    super::{output::Report, words},
    recorded::digest,
};

pub fn withheld(language: Language, case: &Case, mut report: Report) -> Report {
    if let Some(request) = case.filing.withholding() {
        let reason = match request.reason {
            Some(_) => language.pick("有书面理由", "with a written reason"),
            None => language.pick("没有书面理由", "without a written reason"),
        };
        report = report.row(
            language.pick("请求不予公示", "asked not to be published"),
            format!("{}  {reason}", words::word(language, &request.extent)),
        );
    }
    if let Some(decision) = &case.publication {
        let what = match &decision.withheld {
            Some(extent) => language.pick(
                format!("{}不予公示", words::word(language, extent)),
                format!("{} is withheld", words::word(language, extent)),
            ),
            None => language.pick("请求未获准", "the request was refused").to_owned(),
        };
        report = report
            .row(
                language.pick("不予公示的决定", "decision on it"),
                format!("{what}  {}", words::signed(language, &decision.by)),
            )
            .fact(
                "publication",
                json!({ "withheld": decision.withheld, "record": digest(&decision.record),
                    "by": words::signed_json(&decision.by) }),
            );
    }
    report
}

pub fn published(language: Language, case: &Case, report: Report) -> Report {
    let Some(Notice {
        published_at,
        due,
        text,
        national,
    }) = case.notice
    else {
        return report;
    };
    let mut report = report
        .row(
            language.pick("公示开始", "published at"),
            words::moment(published_at),
        )
        .row(
            language.pick("公示截止", "notice until"),
            words::due(language, due),
        );
    if let Some(Reference { document, at }) = national {
        report = report.row(
            language.pick("全国系统公告", "notice on the national system"),
            format!("{}  {document}", words::moment(at)),
        );
    }
    if text.is_none() {
        report = report.row(
            language.pick("公示文本", "published text"),
            language.pick("全部不予公示", "the whole is withheld"),
        );
    }
    report.fact(
        "notice",
        json!({
            "published_at": published_at.to_string(), "due": words::due_json(due),
            "text": text.map(|text| text.to_string()),
            "national": national.map(|one| json!({ "document": digest(&one.document), "at": one.at.to_string() })),
        }),
    )
}

pub fn objections(language: Language, case: &Case, mut report: Report) -> Report {
    let mut facts = Vec::new();
    for (number, one) in case.objections.iter().enumerate() {
        report = objection(language, number, one, report);
        facts.push(json!({
            "number": number, "objector": one.objector.to_string(), "via": words::via_json(&one.via),
            "received_at": one.received_at.to_string(), "ground": one.ground, "materials": digest(&one.materials),
            "due": words::due_json(one.due),
            "result": one.result.map(|(result, record, by)| json!({
                "result": result, "record": digest(&record), "by": words::signed_json(&by),
            })),
        }));
    }
    report.fact("objections", facts.into())
}

fn objection(language: Language, number: usize, one: &NoticeObjection, report: Report) -> Report {
    let ground = words::word(language, &one.ground);
    let received = words::moment(one.received_at);
    let result = match &one.result {
        Some((result, _, by)) => format!(
            "{}  {}",
            words::word(language, result),
            words::signed(language, by)
        ),
        None => language.pick(
            format!("调查至 {}", words::due(language, one.due)),
            format!("investigated until {}", words::due(language, one.due)),
        ),
    };
    report.row(
        language.pick(format!("异议 {number}"), format!("objection {number}")),
        format!("{}  {ground}  {received}  {result}", one.objector),
    )
}
