//! The time that a read and a write of state take: what the runtime's `DbWeight` stands for.

use crate::{
    chain::{Chain, Keep},
    genesis,
    table::Table,
};
use anyhow::ensure;
use clap::Args;
use quanji_primitives::{storage_keys, AuthorityId, ObjectId, PartyId};
use quanji_runtime::Runtime;
use sp_io::hashing::blake2_256;
use std::time::{Duration, Instant};

/// Keys read from one view of the state, which remembers what it has read.
const KEYS_PER_VIEW: usize = 100;

/// Keys that one block writes: a few acts, fewer than a full block has. Blocks that write more share more of the trie.
const KEYS_PER_BLOCK: usize = 400;

/// What `quanji-bench database` is asked.
#[derive(Args, Debug)]
pub struct DatabaseArgs {
    /// Objects in the register, each with one right and one holder of its own: eight keys
    #[arg(long, default_value_t = 250_000, value_parser = clap::value_parser!(u32).range(1_000..=5_000_000))]
    objects: u32,
    /// Keys to read, and keys to write
    #[arg(long, default_value_t = 40_000, value_parser = clap::value_parser!(u32).range(1_000..))]
    keys: u32,
}

/// The keys of an object under which an entry writes, with the length of their values.
fn keys_of(number: u32) -> anyhow::Result<[(Vec<u8>, usize); 8]> {
    let authority = AuthorityId(1);
    let unfit = || anyhow::anyhow!("an authority has no serial number {number}");
    let serial = u64::from(number).saturating_add(1);
    let object = ObjectId::new(authority, serial).ok_or_else(unfit)?;
    let holder = PartyId::new(authority, serial).ok_or_else(unfit)?;
    Ok([
        (storage_keys::object(object), 110),
        (storage_keys::right(object, 0), 30),
        (storage_keys::certificate(object, 0), 35),
        (storage_keys::fingerprint(object, 0), 38),
        (pallet_registry::Rolls::<Runtime>::hashed_key_for(object), 22),
        (storage_keys::party(holder), 60),
        (storage_keys::holding_count(holder), 4),
        (storage_keys::holding(holder, 0), 12),
    ])
}

/// A value that no other key and no other `time` has.
fn value(key: &[u8], length: usize, time: u32) -> Vec<u8> {
    let seed = blake2_256(&[key, &time.to_le_bytes()].concat());
    seed.into_iter().cycle().take(length).collect()
}

/// Keys spread over the whole register, none twice, never the same order.
fn spread(objects: u32, count: u32, time: u32) -> anyhow::Result<Vec<(Vec<u8>, Vec<u8>)>> {
    let keys = u64::from(objects).saturating_mul(8);
    ensure!(u64::from(count) <= keys, "{count} keys of {keys}");
    let mut chosen = Vec::new();
    let step = keys / u64::from(count);
    for place in 0..u64::from(count) {
        let seed = blake2_256(&[place.to_le_bytes(), u64::from(time).to_le_bytes()].concat());
        let mut first = [0; 8];
        first.copy_from_slice(&seed[..8]);
        let number = place * step + u64::from_le_bytes(first) % step;
        let [object, item] = [number / 8, number % 8];
        let (key, length) = keys_of(u32::try_from(object)?)?[usize::try_from(item)?].clone();
        let order = u64::from_le_bytes(first).rotate_left(32);
        let value = value(&key, length, time);
        chosen.push((order, (key, value)));
    }
    chosen.sort();
    Ok(chosen.into_iter().map(|(_, pair)| pair).collect())
}

fn micros(time: Duration, keys: usize) -> f64 {
    time.as_secs_f64() * 1e6 / keys as f64
}

/// Measures and prints.
pub fn run(args: &DatabaseArgs) -> anyhow::Result<()> {
    eprintln!("writing a register of {} objects", args.objects);
    let mut storage = genesis::development()?;
    for number in 0..args.objects {
        for (key, length) in keys_of(number)? {
            let value = value(&key, length, 0);
            storage.top.insert(key, value);
        }
    }
    let chain = Chain::new(storage, Keep::All)?;
    let chain = chain.reopened(Keep::All)?;
    eprintln!("reading {} keys", args.keys);
    let keys: Vec<_> = spread(args.objects, args.keys, 1)?
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    let mut reads = Vec::new();
    for some in keys.chunks_exact(KEYS_PER_VIEW) {
        let started = Instant::now();
        chain.read(some)?;
        reads.push(micros(started.elapsed(), some.len()));
    }
    eprintln!("writing {} keys", args.keys);
    let changes = spread(args.objects, args.keys, 2)?;
    let mut chain = chain.reopened(Keep::All)?;
    let (mut writes, began) = (Vec::new(), Instant::now());
    for some in changes.chunks_exact(KEYS_PER_BLOCK) {
        let started = Instant::now();
        chain.write(some)?;
        writes.push(micros(started.elapsed(), some.len()));
    }
    chain.close()?;
    let with_disk = micros(began.elapsed(), changes.len());
    print(args, (&mut reads, &mut writes, with_disk));
    Ok(())
}

fn print(args: &DatabaseArgs, (reads, writes, with_disk): (&mut Vec<f64>, &mut Vec<f64>, f64)) {
    let heading = format!(
        "State in ParityDB: a register of {} objects with eight keys each; {} keys spread over all of it are read without \
         a cache of the trie, {KEYS_PER_VIEW} at a time, and as many written by blocks of {KEYS_PER_BLOCK}",
        args.objects, args.keys
    );
    let mut table = Table::new(&heading, &["what", "mean µs", "median µs", "99th of 100 µs"]);
    for (what, times) in [
        ("read of one key", reads),
        ("write of one key: new root and commit", writes),
    ] {
        times.sort_by(f64::total_cmp);
        let at = |part: usize| times.get(times.len().saturating_sub(1) * part / 100);
        let shown = |part| at(part).map_or_else(String::new, |time| format!("{time:.1}"));
        let mean = times.iter().sum::<f64>() / times.len().max(1) as f64;
        table.row([what.into(), format!("{mean:.1}"), shown(50), shown(99)]);
    }
    table.row([
        "write of one key until all is on disk, which other threads do".into(),
        format!("{with_disk:.1}"),
        String::new(),
        String::new(),
    ]);
    table.print();
}
