//! Entries of an object, proven through the digest of its history.

use std::path::{Path, PathBuf};

use clap::Args;
use quanji_client::{
    chain::Chain,
    evidence::{
        not_proven::NotProven,
        prove::{self, Made},
        trust::{claimed, hash_text},
    },
    language::Language,
};
use quanji_primitives::{v1::Entry, ObjectId};
use quanji_verifier::{verify_entries, ProvenEntries};
use serde_json::json;

use super::{
    super::{
        context::Context, exit::Failure, history::what, node::with_chain, output::Report, trust::Named,
        words, CommandResult,
    },
    text_of, Out,
};

/// Arguments of `prove entries`.
#[derive(Debug, Args)]
pub struct Make {
    /// The object: O1-1-5
    object: ObjectId,
    /// From this entry on
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    from: u32,
    /// Where.
    #[command(flatten)]
    out: Out,
}

/// Arguments of `prove check-entries`.
#[derive(Debug, Args)]
pub struct Check {
    /// The proof
    file: PathBuf,
    /// What is believed.
    #[command(flatten)]
    trust: Named,
}

/// Writes a proof of entries.
pub fn make(context: &Context, arguments: Make) -> CommandResult {
    with_chain(context, |chain| written(context, chain, arguments))
}

async fn written(context: &Context, chain: Chain, arguments: Make) -> CommandResult {
    let language = context.language;
    let spinner = context
        .output
        .spinner(language.pick("读取历史", "reading the history"));
    let made = prove::entries(&chain, arguments.object, arguments.from, &|_, _| ()).await;
    spinner.finish_and_clear();
    let Made {
        text,
        proven,
        genesis,
    } = made?;
    let file = arguments.out.write(context, text.as_bytes())?;
    Ok(told(&proven, language)
        .row(language.pick("已写入", "written to"), file)
        .row(language.pick("创世哈希", "genesis hash"), hash_text(genesis)))
}

/// Checks a proof of entries and tells them.
pub fn check(context: &Context, arguments: &Check) -> CommandResult {
    let proven = verified(context, &arguments.file, &arguments.trust)?;
    Ok(told(&proven, context.language))
}

/// The entries of a proof, for a reader who trusts what is named.
pub fn verified(context: &Context, file: &Path, named: &Named) -> Result<ProvenEntries, Failure> {
    let text = text_of(context, file)?;
    let trust = named.anchor(claimed(&text))?;
    Ok(verify_entries(&text, &trust).map_err(NotProven)?)
}

fn told(proven: &ProvenEntries, language: Language) -> Report {
    let (count, of, block) = (proven.entries.len(), proven.record.entries, proven.block);
    let json = json!({
        "genuine": true, "object": proven.object.to_string(), "entries_of_object": of,
        "as_of": { "block": block, "hash": hash_text(proven.block_hash) },
        "entries": proven.entries,
    });
    let report = Report::new(json).done(language.pick(
        format!("{}：最后 {count} 次记载（共 {of} 次）已获证明，截至区块 {block}", proven.object),
        format!(
            "{}: the last {count} of {of} entries are proven as of block {block}, none altered and none left out",
            proven.object
        ),
    ));
    let head = [
        language.pick("次", "no."),
        language.pick("时间", "time"),
        language.pick("记载", "entry"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(proven.entries.iter().map(|entry| row(entry, language)));
    report.table(rows)
}

fn row(entry: &Entry, language: Language) -> Vec<String> {
    vec![
        entry.no.number.to_string(),
        words::moment(entry.at),
        what(&entry.content, language),
    ]
}
