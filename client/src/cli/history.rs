//! `quanji history`: every entry of an object.

use clap::Args;
use quanji_client::{
    chain::Chain,
    evidence::{
        history::{self, History, Made},
        EvidenceError,
    },
    language::Language,
};
use quanji_primitives::{
    v1::{CertificateRecord, EntryContent, RightRecord},
    ObjectId,
};
use serde_json::{json, Value};

use super::{context::Context, node::with_chain, output::Report, words, CommandResult};

/// Arguments of `history`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The object (O…)
    object: String,
}

/// Prints the history of an object.
pub fn run(context: &Context, arguments: Arguments) -> CommandResult {
    let text = arguments.object.trim().to_ascii_uppercase();
    let object = text.parse().map_err(|_| EvidenceError::NotAName {
        text: text.chars().take(60).collect(),
    })?;
    with_chain(context, |chain| read(context, chain, object))
}

async fn read(context: &Context, chain: Chain, object: ObjectId) -> CommandResult {
    let language = context.language;
    let spinner = context
        .output
        .spinner(language.pick("读取历史", "reading the history"));
    let told = |done, of| {
        spinner.set_message(language.pick(
            format!("已读取 {done}/{of} 次记载"),
            format!("entries read: {done} of {of}"),
        ))
    };
    let history = history::read(&chain, object, &told).await;
    spinner.finish_and_clear();
    Ok(report(object, &history?, language))
}

fn report(object: ObjectId, history: &History, language: Language) -> Report {
    let digest = hex::encode(history.record.history);
    let count = history.entries.len();
    let json = json!({
        "object": object.to_string(),
        "as_of_block": history.as_of,
        "history": digest,
        "complete": true,
        "entries": history.entries.iter().map(entry_json).collect::<Vec<_>>(),
    });
    let report = Report::new(json).done(language.pick(
        format!("{object} 共 {count} 次记载，与登记簿中的历史摘要一致，无一遗漏"),
        format!(
            "{object}: entries {count}, which lead to the history digest in the register: none is missing"
        ),
    ));
    let head = [
        language.pick("次", "no."),
        language.pick("时间", "time"),
        language.pick("区块", "block"),
        language.pick("记载", "entry"),
        language.pick("案件", "case"),
        language.pick("机构", "authority"),
        language.pick("经办 / 复核", "examined / approved"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(history.entries.iter().map(|made| row(made, language)));
    report
        .table(rows)
        .row(language.pick("历史摘要", "history digest"), digest)
        .row(
            language.pick("截至", "as of"),
            language.pick(
                format!("区块 {}", history.as_of),
                format!("block {}", history.as_of),
            ),
        )
}

fn row(made: &Made, language: Language) -> Vec<String> {
    let entry = &made.entry;
    vec![
        entry.no.number.to_string(),
        words::moment(entry.at),
        made.block.to_string(),
        what(&entry.content, language),
        entry.case.to_string(),
        entry.authority.to_string(),
        format!("{} / {}", entry.examiner, entry.approver),
    ]
}

fn what(content: &EntryContent, language: Language) -> String {
    let granted = |rights: &[RightRecord], certificate: &CertificateRecord, zh: &str, en: &str| {
        let (count, number) = (rights.len(), certificate.number);
        language.pick(
            format!("{zh}：{count} 项权利，凭证 {number}"),
            format!("{en}: {count} rights, certificate {number}"),
        )
    };
    match content {
        EntryContent::FirstRegistration {
            rights, certificate, ..
        } => granted(rights, certificate, "首次登记", "first registration"),
        EntryContent::FurtherHolder {
            rights, certificate, ..
        } => granted(rights, certificate, "另一权利人登记", "further holder"),
    }
}

fn entry_json(made: &Made) -> Value {
    json!({
        "number": made.entry.no.number,
        "at": made.entry.at.to_string(),
        "block": made.block,
        "block_hash": format!("0x{}", hex::encode(made.hash)),
        "case": made.entry.case.to_string(),
        "authority": made.entry.authority.to_string(),
        "examiner": made.entry.examiner.to_string(),
        "approver": made.entry.approver.to_string(),
        "entered_by": made.officer.to_string(),
        "entry": made.entry,
    })
}
