//! `quanji trust`: the chains that this reader trusts, by their genesis hash, and checkpoints.

mod named;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    chain::Chain,
    evidence::{
        node::Node,
        trust::{checkpoint_of, hash_text, parse_hash, KnownChains},
    },
    files::Access,
};
use serde_json::{json, Map};

use super::{context::Context, node::with_chain, output::Report, CommandResult};

pub use named::{beginning, Begin, Named};

/// `quanji trust …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Trust a chain by the hash of its genesis block, as published by the authorities
    Add(Add),
    /// List the trusted chains
    List,
    /// Trust a chain no longer
    Remove(Remove),
    /// Write the last final block of a node that you trust as a checkpoint, for `verify --checkpoint`
    Checkpoint(Checkpoint),
}

/// Arguments of `trust add`.
#[derive(Debug, Args)]
pub struct Add {
    /// A name for the chain
    name: String,
    /// Hash of its genesis block
    #[arg(value_name = "HASH")]
    genesis: String,
}

/// Arguments of `trust remove`.
#[derive(Debug, Args)]
pub struct Remove {
    /// Name of the chain
    name: String,
}

/// Arguments of `trust checkpoint`.
#[derive(Debug, Args)]
pub struct Checkpoint {
    /// Write the checkpoint to this file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Runs a command of `quanji trust`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Add(arguments) => add(context, &arguments),
        Command::List => list(context),
        Command::Remove(arguments) => remove(context, &arguments),
        Command::Checkpoint(arguments) => with_chain(context, |chain| checkpoint(context, chain, arguments)),
    }
}

fn add(context: &Context, arguments: &Add) -> CommandResult {
    let hash = parse_hash(&arguments.genesis)?;
    let file = KnownChains::default_file()?;
    let mut chains = KnownChains::read(&file)?;
    chains.add(&arguments.name, hash)?;
    chains.write(&file)?;
    let (name, shown) = (&arguments.name, file.display().to_string());
    Ok(
        Report::new(json!({ "name": name, "genesis": hash_text(hash), "file": shown }))
            .done(context.language.pick(
                format!("已信任 {name}，记入 {shown}"),
                format!("{name} is trusted now; noted in {shown}"),
            ))
            .row(context.language.pick("创世哈希", "genesis hash"), hash_text(hash)),
    )
}

fn list(context: &Context) -> CommandResult {
    let language = context.language;
    let file = KnownChains::default_file()?;
    let chains = KnownChains::read(&file)?;
    let named: Map<_, _> = chains
        .iter()
        .map(|(name, hash)| (name.to_owned(), hash_text(hash).into()))
        .collect();
    let report = Report::new(json!({ "file": file.display().to_string(), "chains": named }));
    let mut rows = vec![vec![
        language.pick("名称", "name").to_owned(),
        language.pick("创世哈希", "genesis hash").to_owned(),
    ]];
    rows.extend(
        chains
            .iter()
            .map(|(name, hash)| vec![name.to_owned(), hash_text(hash)]),
    );
    if rows.len() > 1 {
        return Ok(report.table(rows));
    }
    Ok(report.text(language.pick(
        "尚未信任任何链；quanji trust add 名称 创世哈希 可添加",
        "no chain is trusted yet; `quanji trust add NAME HASH` adds one",
    )))
}

fn remove(context: &Context, arguments: &Remove) -> CommandResult {
    let file = KnownChains::default_file()?;
    let mut chains = KnownChains::read(&file)?;
    let hash = chains.remove(&arguments.name)?;
    chains.write(&file)?;
    let name = &arguments.name;
    Ok(
        Report::new(json!({ "name": name, "genesis": hash_text(hash) })).done(context.language.pick(
            format!("已不再信任 {name}（{}）", hash_text(hash)),
            format!("{name} ({}) is trusted no longer", hash_text(hash)),
        )),
    )
}

async fn checkpoint(context: &Context, chain: Chain, arguments: Checkpoint) -> CommandResult {
    let language = context.language;
    let checkpoint = checkpoint_of(&Node::of(&chain)).await?;
    let text = checkpoint.to_json();
    context.write(&arguments.out, text.as_bytes(), Access::Public, arguments.force)?;
    let (file, block) = (arguments.out.display().to_string(), checkpoint.number);
    let hash = hash_text(checkpoint.hash);
    Ok(Report::new(json!({ "file": file, "block": block, "hash": hash, "set": checkpoint.set.set_id }))
        .done(language.pick(
            format!("检查点已写入 {file}：区块 {block}"),
            format!("checkpoint written to {file}: block {block}"),
        ))
        .row(language.pick("区块哈希", "block hash"), hash)
        .caution(language.pick(
            "检查点的可信程度等同于该节点；请与他处公布的区块哈希核对",
            "a checkpoint deserves the trust that its node deserves: compare the block hash with another source",
        )))
}
