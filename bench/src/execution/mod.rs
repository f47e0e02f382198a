//! Execution time and bytes of each act beside those of an NFT mint of the SDK.
//!
//! Two runtimes, the same of everything else: wasm, the node's executor and database, blocks of as many transactions with
//! an Ed25519 signature each.

mod engine;
mod ledger;
mod mint;
mod register;

use crate::acts::{self, papers, Course, Desk, ENTERPRISE, FINANCIER, WAIT};
use clap::Args;
use ledger::{Ledger, TARGET};
use mint::Mint;
use quanji_primitives::rights::RightKind;
use register::Register;

/// From the entry of rights to the months in which they can be renewed, in milliseconds: four years and eight months.
const UNTIL_RENEWAL: u64 = 1_710 * 24 * 3_600_000;

/// What is held against the target.
const FILING: &str = "first registration: file";

/// What `quanji-bench execution` is asked.
#[derive(Args, Debug)]
pub struct ExecutionArgs {
    /// Transactions in each block
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=100))]
    transactions: u32,
    /// Blocks of each act
    #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u32).range(1..=20))]
    blocks: u32,
    /// Times each block is executed, after a first time that does not count
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
    repeats: u32,
}

/// Measures and prints.
pub fn run(args: &ExecutionArgs) -> anyhow::Result<()> {
    let count = args.transactions.saturating_mul(args.blocks);
    let mut mint = Mint::new(args.repeats)?;
    let mut register = Register::new(Ledger::default(), args.transactions, args.repeats)?;
    // The mint comes again between the acts, so that both meet the same moods of the machine.
    let rounds = args.blocks.div_ceil(3);
    let mut mints = |register: &mut Register| -> anyhow::Result<()> {
        (0..rounds).try_for_each(|_| mint.measure(&mut register.ledger, args.transactions))
    };
    eprintln!("minting");
    mints(&mut register)?;
    eprintln!("registering, changing, transferring, renewing and cancelling");
    dealings(&mut register, count)?;
    mints(&mut register)?;
    eprintln!("licensing, seizing and succeeding");
    others(&mut register, count)?;
    mints(&mut register)?;
    print(args, &register.ledger)
}

/// Objects with all three kinds of right from the first registration to the cancellation.
fn dealings(register: &mut Register, count: u32) -> anyhow::Result<()> {
    let enterprise = acts::party(register, ENTERPRISE)?;
    let financier = acts::party(register, FINANCIER)?;
    let serials: Vec<u32> = (0..count).collect();
    let all = RightKind::ALL;
    let filing = |serial| papers::filing(serial, enterprise, &all, 0);
    let things = acts::register(register, &serials, &all, filing)?;
    let course = |name, applicant| Course {
        name,
        applicant,
        signatory: None,
        certificate: 0,
        kinds: &all,
    };
    let change = Course {
        kinds: &[],
        ..course("change", ENTERPRISE)
    };
    acts::deal(register, &change, &things, |thing| {
        Ok(papers::change(thing.serial))
    })?;
    let transfer = Course {
        signatory: Some(FINANCIER),
        ..course("transfer", ENTERPRISE)
    };
    acts::deal(register, &transfer, &things, |_| papers::sale(financier))?;
    // Three notices are over.
    register.wait(UNTIL_RENEWAL.saturating_sub(WAIT.saturating_mul(2)));
    let received = |name| Course {
        certificate: 1,
        ..course(name, FINANCIER)
    };
    acts::deal(register, &received("renewal"), &things, |_| Ok(papers::renewal()))?;
    let cancellation = received("cancellation");
    acts::deal(register, &cancellation, &things, |_| papers::cancellation())
}

/// Licences and seizures of other objects, and what the dead leave.
fn others(register: &mut Register, count: u32) -> anyhow::Result<()> {
    let enterprise = acts::party(register, ENTERPRISE)?;
    let serials: Vec<u32> = (count..count.saturating_mul(2)).collect();
    let all = RightKind::ALL;
    let filing = |serial| papers::filing(serial, enterprise, &all, 0);
    let things = acts::register(register, &serials, &all, filing)?;
    acts::license(register, &things)?;
    acts::seize(register, &things)?;
    let heirless: Vec<u32> = (count.saturating_mul(2)..count.saturating_mul(4)).collect();
    acts::succeed(register, &heirless)
}

fn print(args: &ExecutionArgs, ledger: &Ledger) -> anyhow::Result<()> {
    let heading = format!(
        "Execution beside an NFT mint of the SDK (pallet-nfts, deposits on, no fee): wasm of both runtimes by the node's \
         executor on ParityDB, blocks of {} transactions with an Ed25519 signature each, {} blocks of each act, each executed {} \
         times with a warm cache; median for each transaction, less its part of an empty block; new root included, \
         writing to disk not. First registrations and dealings are of one resource with all three kinds of right and one holder",
        args.transactions, args.blocks, args.repeats
    );
    ledger.times(&heading)?.print();
    let heading = "Bytes for each transaction, in the same blocks: the transaction itself, the nodes of the trie written, keys \
                   and values written (events left out), and a proof of all that is read and written";
    ledger.bytes(heading)?.print();
    let ratio = ledger.ratio(FILING)?;
    let verdict = if ratio <= TARGET { "reached" } else { "not reached" };
    println!("\nA filing takes {ratio:.2} times a mint with 4 KiB of metadata (target {TARGET}): {verdict}");
    Ok(())
}
