//! How much state a registered object takes.

mod histories;
mod registrations;
mod size;

use crate::{
    chain::{Chain, Keep, OnDisk, Pairs},
    genesis,
    table::Table,
};
use anyhow::ensure;
use clap::Args;
use quanji_runtime::Runtime;
use sp_storage::Storage;

/// What a registered object with one right should take at most.
const TARGET: u32 = 700;

/// What `quanji-bench state` is asked.
#[derive(Args, Debug)]
pub struct StateArgs {
    /// Objects to register; a tenth as many applications are refused or withdrawn besides
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    objects: u32,
    /// Instead of objects with one right and nothing else: objects with all three kinds of right of which each was changed,
    /// licensed and seized
    #[arg(long)]
    history: bool,
}

/// What was done.
struct Done {
    /// Objects in the register.
    objects: u32,
    /// Applications refused or withdrawn, and closed.
    ended: u32,
    /// Cases still in state.
    open_cases: u32,
}

impl Done {
    /// What the last block has.
    fn counted(chain: &Chain, ended: u32) -> anyhow::Result<Self> {
        let objects = pallet_registry::Objects::<Runtime>::iter_keys;
        let cases = pallet_registry::Cases::<Runtime>::iter_keys;
        chain.ask(|| Self {
            objects: objects().count() as u32,
            ended,
            open_cases: cases().count() as u32,
        })
    }
}

/// A state and how large it is.
struct Measured {
    pairs: Pairs,
    trie_bytes: u64,
    trie_nodes: u64,
    disk: OnDisk,
}

/// Measures and prints.
pub fn run(args: &StateArgs) -> anyhow::Result<()> {
    let objects = args.objects;
    if args.history {
        eprintln!("registering, changing, licensing and seizing {objects} objects");
        let what = "all three kinds of right and one holder, its description changed once, one licence in force and one \
                    seizure from the day book";
        return compare(objects, what, None, |chain| histories::run(chain, objects));
    }
    for fingerprints in [0, 1] {
        eprintln!("registering {objects} objects with {fingerprints} fingerprint(s) each");
        let what = format!("one right, one holder and {fingerprints} fingerprint(s)");
        compare(objects, &what, Some(TARGET), |chain| {
            registrations::run(chain, objects, fingerprints)
        })?;
    }
    Ok(())
}

/// Compares what `work` leaves with the state of as many empty blocks.
fn compare(
    objects: u32,
    what: &str,
    target: Option<u32>,
    work: impl FnOnce(&mut Chain) -> anyhow::Result<Done>,
) -> anyhow::Result<()> {
    let mut chain = Chain::new(genesis::development()?, Keep::Last)?;
    let done = work(&mut chain)?;
    let mut empty = Chain::new(genesis::development()?, Keep::Last)?;
    for time in chain.times() {
        empty.block(*time, || Ok(()))?;
    }
    let (without, with) = (measure(empty.pairs()?)?, measure(chain.pairs()?)?);
    print(objects, (what, target), &done, (&without, &with))
}

/// Writes a state into a fresh database: what compaction could reach at best.
fn measure(pairs: Pairs) -> anyhow::Result<Measured> {
    let (trie_bytes, trie_nodes) = size::trie(&pairs)?;
    let storage = Storage {
        top: pairs.clone(),
        children_default: Default::default(),
    };
    // Kept like an archive: what is pruned later goes through a journal first, whose place on disk stays.
    let disk = Chain::new(storage, Keep::All)?.close()?;
    Ok(Measured {
        pairs,
        trie_bytes,
        trie_nodes,
        disk,
    })
}

fn print(
    objects: u32,
    (what, target): (&str, Option<u32>),
    done: &Done,
    (without, with): (&Measured, &Measured),
) -> anyhow::Result<()> {
    ensure!(
        done.open_cases == 0,
        "{} cases were left open: the figures would be wrong",
        done.open_cases
    );
    ensure!(
        done.objects == objects,
        "{} of {objects} objects were registered",
        done.objects
    );
    let each =
        |with: u64, without: u64| format!("{:.1}", with.saturating_sub(without) as f64 / f64::from(objects));
    let heading = format!(
        "State per object with {what}: {objects} objects registered, {} applications refused or withdrawn, every case closed, \
         by the calls of the runtime executed natively; less the state of as many empty blocks",
        done.ended
    );
    let mut table = Table::new(&heading, &["what", "per object"]);
    let target = target.map_or_else(String::new, |target| format!(" (target {target})"));
    table.row([
        format!("trie bytes: encoded nodes with their values{target}"),
        each(with.trie_bytes, without.trie_bytes),
    ]);
    table.row(["trie nodes".into(), each(with.trie_nodes, without.trie_nodes)]);
    table.row([
        "ParityDB bytes on disk: values, the last state written into a fresh database".into(),
        each(with.disk.values, without.disk.values),
    ]);
    table.row([
        "besides, its index: 32 MiB for the first millions of nodes, as far as used".into(),
        each(with.disk.index, without.disk.index),
    ]);
    table.print();
    size::items(&without.pairs, &with.pairs, objects).print();
    Ok(())
}
