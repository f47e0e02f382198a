//! The refused attempts to register the data of an object again, for officers.
//!
//! They stand in no state and in no entry, so neither the public history nor a certificate has them: they are read from
//! the blocks, which the institutions of the chain hold. Digests and coded fields are all there is of them.

use quanji_client::{
    chain::{Attempt, Chain},
    evidence::history::History,
    language::{Language, Localised},
};
use quanji_primitives::{Digest, ObjectId};
use serde_json::{json, Value};

use super::super::{context::Context, exit::Failure, node::not_found, output::Report, words, CommandResult};

/// Adds the refused attempts since the first entry to the history of an object.
pub async fn with(
    context: &Context,
    chain: &Chain,
    object: ObjectId,
    history: &History,
    report: Report,
) -> CommandResult {
    let language = context.language;
    let first = history.entries.first().map_or(history.as_of, |made| made.block);
    let found = attempts(context, chain, object, first, history.as_of).await?;
    let facts: Vec<_> = found.iter().map(json_of).collect();
    let mut report = report.fact("attempts", facts.into());
    let count = found.len();
    report = report.text("").text(language.pick(
        format!("未获准的申请 {count} 件（仅供机构人员）"),
        format!("refused attempts: {count} (for officers only)"),
    ));
    if count > 0 {
        let head = [
            language.pick("时间", "time"),
            language.pick("区块", "block"),
            language.pick("申请人", "party"),
            language.pick("机构", "authority"),
            language.pick("规则", "rule"),
        ];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        rows.extend(found.iter().map(|one| row(one, language)));
        report = report.table(rows);
    }
    Ok(report)
}

async fn attempts(
    context: &Context,
    chain: &Chain,
    object: ObjectId,
    from: u32,
    to: u32,
) -> Result<Vec<Attempt>, Failure> {
    let view = chain.now().await?;
    let title = view.title(object).await?;
    let title = title.ok_or_else(|| not_found(object.to_string()))?;
    let prints: Vec<Digest> = title.fingerprints.iter().map(|print| print.digest).collect();
    let blocks = u64::from(to.saturating_sub(from)).saturating_add(1);
    let what = context.language.pick("读取区块", "reading blocks");
    let counter = context.output.counter(what, blocks);
    let mut found = chain.attempts(from, to, &|_| counter.advance()).await?;
    found.retain(|attempt| attempt.concerns(object, &prints));
    Ok(found)
}

fn row(attempt: &Attempt, language: Language) -> Vec<String> {
    vec![
        words::moment(attempt.at),
        attempt.block.to_string(),
        attempt.party.map_or_else(String::new, |party| party.to_string()),
        attempt.authority.to_string(),
        attempt.refusal.text(language),
    ]
}

fn json_of(attempt: &Attempt) -> Value {
    json!({
        "at": attempt.at.to_string(),
        "block": attempt.block,
        "party": attempt.party.map(|party| party.to_string()),
        "capacity": attempt.capacity,
        "authority": attempt.authority.to_string(),
        "fingerprints": attempt.fingerprints.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "object": attempt.object.map(|object| object.to_string()),
        "rule": attempt.refusal.rule(),
    })
}
