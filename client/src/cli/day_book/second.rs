//! The second person: confirms, rejects, carries out.

use clap::Args;
use quanji_client::{
    chain::{api, Static},
    language::Language,
};
use quanji_primitives::{day_book::Measure, marks::MarkSource, StampId};
use serde_json::json;

use super::{
    super::{
        context::Context,
        node::{act, digest, in_block, simple, Subject},
        output::Report,
        words, CommandResult,
    },
    label,
    stamping::measure_of,
    subject,
    words::source,
};

/// Arguments of `reject`.
#[derive(Debug, Args)]
pub struct Reject {
    /// The stamp: B1-1-S
    stamp: StampId,
    /// Why: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    reason: String,
}

pub fn confirm(context: &Context, stamp: StampId) -> CommandResult {
    let language = context.language;
    let call = api::transactions().encumbrances().confirm(Static(stamp));
    let (done, event) = act::<_, api::encumbrances::events::Confirmed>(context, &call)?;
    let until = event.until.map(|until| until.0);
    let shown = until.map_or_else(
        || {
            language
                .pick("轮候，期限尚未起算", "waits; its term has not begun")
                .to_owned()
        },
        words::moment,
    );
    let report = Report::new(json!({
        "stamp": stamp.to_string(),
        "mark": event.mark,
        "until": until.map(|until| until.to_string()),
    }))
    .brief(stamp.to_string())
    .done(language.pick("已确认", "confirmed"))
    .row(label(language), stamp.to_string())
    .row(language.pick("备注编号", "mark"), event.mark.to_string())
    .row(language.pick("有效至", "until"), shown);
    Ok(in_block(language, report, &done))
}

pub fn reject(context: &Context, given: &Reject) -> CommandResult {
    let reason = digest(context, &given.reason)?;
    let calls = api::transactions().encumbrances();
    let call = calls.reject(Static(given.stamp), Static(reason));
    let what = context
        .language
        .pick("不予确认，即行失效", "rejected: what it did is undone");
    let subjects = [subject(given.stamp), Subject::new("reason", "理由摘要", reason)];
    simple(context, &call, what, &subjects)
}

/// Carries out what a stamp orders.
pub fn carry_out(context: &Context, stamp: StampId) -> CommandResult {
    match measure_of(context, stamp)? {
        Measure::Transfer { .. } => transfer(context, stamp),
        _ => end(context, stamp),
    }
}

/// Rights that passed by a ruling.
fn transfer(context: &Context, stamp: StampId) -> CommandResult {
    let language = context.language;
    let call = api::transactions()
        .encumbrances()
        .transfer_by_ruling(Static(stamp));
    let (done, event) = act::<_, api::encumbrances::events::RightsPassed>(context, &call)?;
    let survivors = event.survivors.0.to_vec();
    let numbers: Vec<_> = survivors.iter().map(ToString::to_string).collect();
    let (travelling, ended) = (
        told(language, &event.travelling.0),
        told(language, &event.ended.0),
    );
    let report = Report::new(json!({
        "stamp": stamp.to_string(),
        "object": event.object.0.to_string(),
        "rights": event.rights.0.numbers().collect::<Vec<_>>(),
        "to": event.to.0.to_string(),
        "survivors": survivors,
        "marks_that_travel": travelling,
        "marks_that_end": ended,
    }))
    .brief(stamp.to_string())
    .done(language.pick("权利已依裁定转移", "the rights have passed by the ruling"))
    .row(label(language), stamp.to_string())
    .row(language.pick("受让人", "to"), event.to.0.to_string())
    .row(
        language.pick("继续有效的许可", "licences that stay in force"),
        numbers.join(", "),
    );
    Ok(in_block(
        language,
        with_marks(language, report, travelling, ended),
        &done,
    ))
}

/// Marks that are told, with what they come from.
fn told(language: Language, marks: &[(u32, Static<MarkSource>)]) -> Vec<String> {
    let told = |(number, from): &(u32, Static<MarkSource>)| {
        let from = source(from.0, language);
        language.pick(format!("{number}（{from}）"), format!("{number} ({from})"))
    };
    marks.iter().map(told).collect()
}

fn with_marks(language: Language, mut report: Report, travelling: Vec<String>, ended: Vec<String>) -> Report {
    for (label, marks) in [
        (language.pick("随附的备注", "marks that stay on them"), travelling),
        (language.pick("终止的备注", "marks that ended"), ended),
    ] {
        if !marks.is_empty() {
            report = report.row(label, marks.join(language.pick("、", ", ")));
        }
    }
    report
}

/// Rights that ended by an instrument.
fn end(context: &Context, stamp: StampId) -> CommandResult {
    let language = context.language;
    let call = api::transactions()
        .encumbrances()
        .end_by_instrument(Static(stamp));
    let (done, event) = act::<_, api::encumbrances::events::RightsEnded>(context, &call)?;
    let rights: Vec<u32> = event.rights.0.numbers().collect();
    let (travelling, ended) = (
        told(language, &event.travelling.0),
        told(language, &event.ended.0),
    );
    let numbers: Vec<_> = rights.iter().map(ToString::to_string).collect();
    let report = Report::new(json!({
        "stamp": stamp.to_string(),
        "object": event.object.0.to_string(),
        "rights": rights,
        "marks_that_travel": travelling,
        "marks_that_end": ended,
    }))
    .brief(stamp.to_string())
    .done(language.pick("权利已终止", "the rights have ended"))
    .row(label(language), stamp.to_string())
    .row(language.pick("权利编号", "rights"), numbers.join(", "));
    Ok(in_block(
        language,
        with_marks(language, report, travelling, ended),
        &done,
    ))
}
