//! How long finality takes at a running node, and how its database grows meanwhile.

use crate::{
    chain::OnDisk,
    table::{median, Table},
};
use anyhow::{bail, Context};
use clap::Args;
use codec::Decode;
use std::{
    path::PathBuf,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use subxt_rpcs::client::{rpc_params, RpcClient, RpcParams};

/// The longest time in which a chain that works finalises something.
const PATIENCE: Duration = Duration::from_secs(60);

/// What `quanji-bench finality` is asked.
#[derive(Args, Debug)]
pub struct FinalityArgs {
    /// RPC address of the node
    #[arg(long, default_value = "ws://127.0.0.1:9944", value_name = "URL")]
    node: String,
    /// Blocks to take the median of
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..))]
    blocks: u32,
    /// Folder of the node's database, to measure its growth
    #[arg(long, value_name = "FOLDER")]
    database: Option<PathBuf>,
}

/// Measures and prints.
pub fn run(args: &FinalityArgs) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let Measured { delays, growth } = runtime.block_on(measure(args))?;
    let heading = format!(
        "Finality at {}: from the time in a block, set when it is authored, to the node's notice that it is final; {} \
         blocks",
        args.node,
        delays.len()
    );
    let mut table = Table::new(&heading, &["what", "value"]);
    let slowest = delays.iter().copied().fold(0.0, f64::max);
    table.row(["median, seconds".into(), format!("{:.2}", median(delays))]);
    table.row(["slowest, seconds".into(), format!("{slowest:.2}")]);
    if let Some((bytes, blocks)) = growth {
        table.row([
            format!(
                "bytes per block, growth of value tables and journal over {blocks} blocks in whole pages"
            ),
            format!("{:.0}", bytes as f64 / f64::from(blocks.max(1))),
        ]);
    }
    table.print();
    Ok(())
}

struct Measured {
    /// Seconds, one for each block.
    delays: Vec<f64>,
    /// Bytes and blocks.
    growth: Option<(u64, u32)>,
}

async fn measure(args: &FinalityArgs) -> anyhow::Result<Measured> {
    let client = RpcClient::from_insecure_url(&args.node).await.with_context(|| {
        format!(
            "no node answers at {}: start one, or name it with --node",
            args.node
        )
    })?;
    let mut heads = client
        .subscribe::<serde_json::Value>(
            "chain_subscribeFinalizedHeads",
            RpcParams::new(),
            "chain_unsubscribeFinalizedHeads",
        )
        .await?;
    // What is written stands in the journal first.
    let size = || -> anyhow::Result<_> {
        let on_disk = args.database.as_deref().map(OnDisk::of).transpose()?;
        Ok(on_disk.map(|size| size.values.saturating_add(size.rest)))
    };
    let (mut delays, mut last, mut first) = (Vec::new(), None, None);
    let wanted = args.blocks as usize;
    while delays.len() < wanted {
        let head = tokio::time::timeout(PATIENCE, heads.next())
            .await
            .with_context(|| {
                format!(
                    "{} finalised nothing for {} seconds",
                    args.node,
                    PATIENCE.as_secs()
                )
            })?
            .context("the node closed the connection")??;
        let seen = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
        let number = number_of(&head)?;
        // What was final before we came is not counted.
        let Some(previous) = last.replace(number) else {
            first = Some((number, size()?));
            continue;
        };
        for block in previous.saturating_add(1)..=number {
            delays.push(seen - authored(&client, block).await?);
        }
    }
    let growth = match (first, last, size()?) {
        (Some((from, Some(before))), Some(to), Some(after)) => {
            Some((after.saturating_sub(before), to.saturating_sub(from)))
        }
        _ => None,
    };
    Ok(Measured { delays, growth })
}

fn number_of(head: &serde_json::Value) -> anyhow::Result<u32> {
    let text = head
        .get("number")
        .and_then(|number| number.as_str())
        .context("a header has no number")?;
    u32::from_str_radix(text.trim_start_matches("0x"), 16)
        .with_context(|| format!("{text} is no block number"))
}

/// The time in a block, in seconds since 1970.
async fn authored(client: &RpcClient, block: u32) -> anyhow::Result<f64> {
    let hash: Option<String> = client.request("chain_getBlockHash", rpc_params![block]).await?;
    let key = [
        sp_io::hashing::twox_128(b"Timestamp"),
        sp_io::hashing::twox_128(b"Now"),
    ]
    .concat();
    let key = format!("0x{}", hex::encode(key));
    let value: Option<String> = client.request("state_getStorage", rpc_params![key, hash]).await?;
    let Some(value) = value else {
        bail!("block {block} has no time: is this a Quanji chain?")
    };
    let bytes =
        hex::decode(value.trim_start_matches("0x")).context("the time of a block has another form")?;
    let millis = u64::decode(&mut &bytes[..]).context("the time of a block has another form")?;
    Ok(millis as f64 / 1_000.0)
}
