//! `quanji quota`: what every sender may use of the network at once.

use clap::{Args, Subcommand};
use quanji_client::chain::api;
use serde_json::json;

use super::{
    context::Context,
    node::{simple, with_view, Subject},
    output::Report,
    CommandResult,
};

/// `quanji quota …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show the quota of every sender
    Show,
    /// Set the quota of every sender (competent department)
    Set(Set),
}

/// Arguments of `quota set`.
#[derive(Debug, Args)]
pub struct Set {
    /// Most execution time used at once, in picoseconds of weight
    #[arg(long)]
    weight: u64,
    /// Most bytes of transactions used at once
    #[arg(long)]
    bytes: u32,
    /// Blocks in which a wholly used quota recovers
    #[arg(long, value_name = "BLOCKS")]
    recovery_blocks: u32,
    /// Most transactions of one sender that wait in the pool
    #[arg(long)]
    pending: u32,
}

/// Runs a command of `quanji quota`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Show => show(context),
        Command::Set(given) => set(context, &given),
    }
}

fn show(context: &Context) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let quota = view.quota().await?;
        Ok(Report::new(json!({
            "weight": quota.weight, "bytes": quota.bytes, "recovery_blocks": quota.recovery_blocks,
            "pending": quota.pending,
        }))
        .row(
            language.pick("执行时间（皮秒）", "execution time (picoseconds)"),
            quota.weight.to_string(),
        )
        .row(language.pick("交易字节", "bytes"), quota.bytes.to_string())
        .row(
            language.pick("恢复所需区块", "blocks to recover"),
            quota.recovery_blocks.to_string(),
        )
        .row(
            language.pick("等待打包的交易", "waiting transactions"),
            quota.pending.to_string(),
        ))
    })
}

fn set(context: &Context, given: &Set) -> CommandResult {
    let limits = api::runtime_types::pallet_admission::meter::Limits {
        weight: given.weight,
        bytes: given.bytes,
        recovery_blocks: given.recovery_blocks,
        pending: given.pending,
    };
    let call = api::transactions().admission().set_quota(limits);
    let subjects = [
        Subject::new("weight", "执行时间（皮秒）", given.weight),
        Subject::new("bytes", "交易字节", given.bytes),
        Subject::new("recovery_blocks", "恢复所需区块", given.recovery_blocks),
        Subject::new("pending", "等待打包的交易", given.pending),
    ];
    let what = context.language.pick("配额已设定", "quota set");
    simple(context, &call, what, &subjects)
}
