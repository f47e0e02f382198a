//! `quanji check-use`: whether a party may use a right so now, read from a proof of the whole title.

use clap::Args;
use quanji_client::{
    chain::Chain,
    evidence::{node::Node, title, trust::hash_text},
};
use quanji_primitives::{
    marks::RightSet,
    terms::{may_use, Medium, Region, Use, UseAnswer},
    PartyId, RightId,
};
use serde_json::json;

use super::{
    super::{
        context::Context,
        exit::Exit,
        node::{coded, with_chain},
        output::Report,
        renewing,
        words::{code, moment},
        CommandResult,
    },
    terms::{purpose, region},
    words,
};

/// Arguments of `check-use`.
#[derive(Debug, Args)]
pub struct CheckUse {
    /// The right or licence: R1-1-3-P
    right: RightId,
    /// Who would use it: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    party: PartyId,
    /// For which purpose: its code or its name, for example credit-scoring
    #[arg(long, value_parser = purpose)]
    purpose: u8,
    /// Where: two digits of GB/T 2260, a name such as guangdong, country, or abroad
    #[arg(long, value_parser = region)]
    region: Region,
    /// In which medium: interface, data-set, controlled-environment, on-site
    #[arg(long, value_parser = coded::<Medium>)]
    medium: Option<Medium>,
}

pub fn check_use(context: &Context, given: &CheckUse) -> CommandResult {
    with_chain(context, |chain| check(context, chain, given))
}

/// The records are proven under the state root of the last finalised block; the answer is computed from them here. Whether a
/// right whose term is over is being renewed is read from its cases, without proof.
async fn check(context: &Context, chain: Chain, given: &CheckUse) -> CommandResult {
    let (language, right) = (context.language, given.right);
    let node = Node::of(&chain);
    let head = node.finalised_head().await?;
    let header = node.header(head).await?;
    let proven = title::prove(&node, right.object, head, header.state_root).await?;
    let at = proven.title.register_time();
    let asked = Use {
        purpose: given.purpose,
        region: given.region,
        medium: given.medium,
    };
    let view = chain.at_hash(head.0).await?;
    // NG 36: what is being renewed is in force past its term; that alone rests on the cases, which are not proven.
    let kept = renewing::kept(&view, &proven.title, at).await?;
    let tree = proven.title.tree().keeping(kept);
    let answer = may_use(&tree, right.index, given.party, asked, at);
    let (allowed, bar, chain) = match &answer {
        UseAnswer::Yes { chain } => (true, None, chain),
        UseAnswer::No { bar, chain } => (false, Some(bar), chain),
    };
    let chain: Vec<_> = chain
        .iter()
        .map(|index| {
            RightId {
                index: *index,
                ..right
            }
            .to_string()
        })
        .collect();
    let reason = bar.map(|bar| words::bar(language, right, bar));
    let report = Report::new(json!({
        "right": right.to_string(),
        "party": given.party.to_string(),
        "use": asked,
        "allowed": allowed,
        "bar": bar.map(code),
        "reason": reason,
        "chain": chain,
        "kept_in_force": kept.numbers().collect::<Vec<_>>(),
        "block": header.number,
        "block_hash": hash_text(head),
        "state_root": hash_text(header.state_root),
        "as_of": at.to_string(),
        "proof_nodes": proven.nodes.len(),
    }))
    .brief(if allowed { "yes" } else { "no" });
    let report = match &reason {
        None => report.done(language.pick("可以使用", "yes: the use is covered")),
        Some(reason) => report
            .caution(language.pick(format!("不可以使用：{reason}"), format!("no: {reason}")))
            .ending(Exit::NotInForce),
    };
    let report = if kept == RightSet::NONE {
        report
    } else {
        report.caution(language.pick(
            "有权利期限届满，但续期申请按期提出，决定前继续有效；此点依在办案件，未经证明",
            "a right past its term is in force because its renewal was filed in time; that rests on the open case and is not proven",
        ))
    };
    Ok(report
        .row(language.pick("权利", "right"), right.to_string())
        .row(language.pick("主体", "party"), given.party.to_string())
        .row(
            language.pick("用途", "purpose"),
            words::purpose(language, given.purpose),
        )
        .row(
            language.pick("地域", "region"),
            words::region(language, given.region),
        )
        .row(language.pick("依据", "on"), chain.join(" < "))
        .row(
            language.pick("截至", "as of"),
            language.pick(
                format!("区块 {}，登记时间 {}，逐项有证明", header.number, moment(at)),
                format!(
                    "block {}, register time {}, every record proven",
                    header.number,
                    moment(at)
                ),
            ),
        ))
}
