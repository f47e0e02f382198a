//! How much an archive grows with each empty block.

use crate::{
    chain::{Chain, Keep, OnDisk},
    genesis,
    table::Table,
};
use clap::Args;
use quanji_runtime::SLOT_DURATION;
use sp_runtime::Justifications;

/// Blocks after which the tables of the database have their first pages.
const FIRST_BLOCKS: u32 = 500;

/// A node stores a justification at least this often.
const JUSTIFICATION_PERIOD: u32 = 32;

/// Milliseconds since 1970; block times begin here. Only the difference of times matters.
const START: u64 = 1_800_000_000_000;

const MILLIS_PER_YEAR: u64 = 365 * 24 * 3_600_000;

/// What `quanji-bench archive` is asked.
#[derive(Args, Debug)]
pub struct ArchiveArgs {
    /// Empty blocks to measure
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(1..))]
    blocks: u32,
    /// Validators that sign each justification
    #[arg(long, default_value_t = 4)]
    validators: u32,
}

/// Bytes of index for each entry of the database: 8, in chunks that are half full when the index doubles.
const INDEX_BYTES: f64 = 16.0;

/// Header, body, and two keys by which a block is found.
const ENTRIES_BESIDE_STATE: f64 = 4.0;

/// Measures and prints.
pub fn run(args: &ArchiveArgs) -> anyhow::Result<()> {
    let (before, nodes_before) = measure(FIRST_BLOCKS, args.validators)?;
    let (after, nodes_after) = measure(FIRST_BLOCKS.saturating_add(args.blocks), args.validators)?;
    let each = |after: u64, before: u64| after.saturating_sub(before) as f64 / f64::from(args.blocks);
    let (values, nodes) = (each(after.values, before.values), each(nodes_after, nodes_before));
    let index = (nodes + ENTRIES_BESIDE_STATE) * INDEX_BYTES;
    let blocks_per_year = (MILLIS_PER_YEAR / SLOT_DURATION) as f64;
    let heading = format!(
        "Archive: {} empty blocks executed natively into ParityDB, every block and state kept, a justification of {} \
         validators every {JUSTIFICATION_PERIOD} blocks; growth of the value tables on disk; the index reckoned at \
         {INDEX_BYTES} bytes an entry, since it grows by doubling",
        args.blocks, args.validators
    );
    let mut table = Table::new(&heading, &["what", "value"]);
    table.row([
        "nodes of state written per empty block".into(),
        format!("{nodes:.1}"),
    ]);
    table.row(["bytes of values per empty block".into(), format!("{values:.0}")]);
    table.row(["bytes of index per empty block".into(), format!("{index:.0}")]);
    table.row(["bytes per empty block".into(), format!("{:.0}", values + index)]);
    table.row([
        format!("GB per year of empty blocks every {} s", SLOT_DURATION / 1_000),
        format!("{:.1}", (values + index) * blocks_per_year / 1e9),
    ]);
    table.print();
    Ok(())
}

/// What so many empty blocks take on disk, and how many nodes of state they wrote.
fn measure(blocks: u32, validators: u32) -> anyhow::Result<(OnDisk, u64)> {
    let mut chain = Chain::new(genesis::development()?, Keep::All)?;
    for number in 1..=blocks {
        let time = START.saturating_add(u64::from(number).saturating_mul(SLOT_DURATION));
        let justifications = (number % JUSTIFICATION_PERIOD == 0).then(|| justification(number, validators));
        chain.block_with(time, justifications, || Ok(()))?;
    }
    let nodes = chain.nodes_written();
    Ok((chain.close()?, nodes))
}

/// As long as a justification without ancestries: round, target, and for each validator target, signature and key.
fn justification(number: u32, validators: u32) -> Justifications {
    let length = 8 + 36 + 1 + validators as usize * (36 + 64 + 32) + 1;
    let chunks = (0_u32..)
        .flat_map(|chunk| sp_io::hashing::blake2_256(&[number.to_le_bytes(), chunk.to_le_bytes()].concat()));
    Justifications::from((*b"FRNK", chunks.take(length).collect()))
}
