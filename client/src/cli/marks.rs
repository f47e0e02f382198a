//! What stands against a certificate, in words: marks, open objections, open cases. Shown with every query (S049).

use quanji_client::{chain::View, language::Language};
use quanji_primitives::{
    clock::Moment,
    marks::{MarkSource, Order, SourceNotice, SourceState},
    v1::CertificateRecord,
    ObjectId, RightId,
};
pub(super) use quanji_verifier::report::source_json;
use quanji_verifier::{
    marks::{is_encumbered, lapsed_pledges, standing_marks},
    report::right_ids,
    words::{lapsed_text, mark_text},
    ShownMark, Title,
};
use serde_json::json;

use super::{day_book, exit::Failure, output::Report, words::moment};

/// Adds marks, open objections and open cases to a report.
pub fn describe(
    mut report: Report,
    title: &Title,
    certificate: &CertificateRecord,
    at: Moment,
    language: Language,
) -> Report {
    let label = language.pick("备注", "marks");
    let shown = standing_marks(title, certificate, at);
    if shown.is_empty() {
        report = report.row(label, nothing(title.object.marks, language));
    }
    for one in &shown {
        report = report.row(label, text(title, one, language));
    }
    for pledge in &lapsed_pledges(title, certificate, at) {
        report = report.row(
            language.pick("质押登记已失效", "lapsed pledge"),
            lapsed_text(pledge, language.into()),
        );
    }
    for objection in title.open_objections(at) {
        report = report.row(
            language.pick("异议", "objection"),
            language.pick(
                format!("{objection}  尚未了结"),
                format!("{objection}  is not closed"),
            ),
        );
    }
    for case in &title.object.open_cases {
        report = report.row(
            language.pick("在办案件", "open case"),
            language.pick(format!("{case}  正在办理"), format!("{case}  is on its way")),
        );
    }
    if is_encumbered(title, certificate, at) {
        report = report.caution(language.pick(
            "该登记有异议或备注：处分前请向登记机构查询",
            "objections or marks stand against this registration: ask the authority before you deal in it",
        ));
    }
    report
}

fn nothing(ever: u32, language: Language) -> String {
    match ever {
        0 => language.pick(
            "从未有备注（异议、查封、质押等）".into(),
            "none was ever made (objection, seizure, pledge or other)".into(),
        ),
        count => language.pick(
            format!("无有效备注；曾有 {count} 条，均已终止或失效"),
            format!("none stands; {count} were made and have ended or lapsed"),
        ),
    }
}

fn text(title: &Title, mark: &ShownMark, language: Language) -> String {
    let (kind, source) = (
        mark_text(mark.kind, language.into()),
        source(mark.source, language),
    );
    let since = moment(mark.since);
    let mut text = language.pick(
        format!("{kind}（{source}），自 {since} 起"),
        format!("{kind} ({source}) since {since}"),
    );
    if let Some(until) = mark.until {
        let until = moment(until);
        text += &language.pick(format!("，至 {until} 止"), format!(", until {until}"));
    }
    if mark.confirm_by().is_some() {
        text += language.pick("（待确认）", " (unless it is confirmed)");
    }
    let rights = right_ids(title, mark.rights).join(language.pick("、", ", "));
    if !rights.is_empty() {
        text += &language.pick(format!("，涉及 {rights}"), format!(", on {rights}"));
    }
    if !mark.on_certificate {
        text += language.pick("（不在本凭证上）", " (not on this certificate)");
    }
    if let Some(order) = mark.order {
        text += &ordered(&order, language);
    }
    text
}

/// The organ, and what was entered between receipt and stamp of its instrument.
fn ordered(order: &Order, language: Language) -> String {
    let organ = day_book::organ(language, order.organ);
    let mut text = language.pick(format!("；作出机关 {organ}"), format!("; ordered by {organ}"));
    if let Some(range) = order.entered_between {
        text += language.pick("；", "; ");
        text += &day_book::entered_between(language, range);
    }
    text
}

pub(super) fn source(source: MarkSource, language: Language) -> String {
    match source {
        MarkSource::Objection(objection) => {
            language.pick(format!("异议 {objection}"), format!("objection {objection}"))
        }
        MarkSource::Conflict(conflict) => language.pick(
            format!("登记机构之间的争议 {conflict}"),
            format!("conflict {conflict} between authorities"),
        ),
        MarkSource::TitleDispute(_) => language.pick(
            "另案发现权属争议".into(),
            "title dispute found in another case".into(),
        ),
        MarkSource::DayBook(stamp) => language.pick(
            format!("登记日记 {stamp}"),
            format!("instrument {stamp} in the day book"),
        ),
        MarkSource::Deed(deed) => language.pick(format!("契据 {deed}"), format!("deed {deed}")),
        MarkSource::SourceRight { right, state } => language.pick(
            format!("来源权利 {right} {}", state_of_source(state, language)),
            format!("source {right} {}", state_of_source(state, language)),
        ),
    }
}

/// What is to be known of a source.
fn state_of_source(state: SourceState, language: Language) -> &'static str {
    let (chinese, english) = match state {
        SourceState::Disputed => ("存在争议", "disputed"),
        SourceState::Seized => ("被查封", "seized"),
        SourceState::Ended => ("已终止", "ended"),
    };
    language.pick(chinese, english)
}

/// What is to be known now of the sources from which an object was made.
pub async fn sources(
    view: &View,
    object: ObjectId,
    language: Language,
    report: Report,
) -> Result<Report, Failure> {
    let notices = view.source_notices(object).await?;
    let one = |(right, notice): &(RightId, SourceNotice)| {
        let since = notice.since.to_string();
        json!({ "right": right.to_string(), "state": notice.state, "since": since })
    };
    let json = notices.iter().map(one).collect();
    let report = report.fact("sources", json);
    Ok(notices.iter().fold(report, |report, (right, notice)| {
        let (state, since) = (state_of_source(notice.state, language), moment(notice.since));
        report.caution(language.pick(
            format!("来源权利 {right} 自 {since} 起{state}"),
            format!("source {right} {state} since {since}"),
        ))
    }))
}
