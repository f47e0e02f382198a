//! Size of an evidence package and the time its verification takes.

use crate::table::{median, Table};
use anyhow::Context;
use clap::Args;
use quanji_primitives::clock::Moment;
use quanji_verifier::{
    credential::Claims, errors::Part, verify, Block, EvidencePackage, Request, StateProof, Title, TrustAnchor,
};
use std::{
    fs,
    path::PathBuf,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// What `quanji-bench verify` is asked.
#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// The evidence package
    package: PathBuf,
    /// Verifications to take the median of
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
}

/// Measures and prints.
pub fn run(args: &VerifyArgs) -> anyhow::Result<()> {
    let path = args.package.display();
    let text = fs::read_to_string(&args.package).with_context(|| format!("cannot read {path}"))?;
    let package =
        EvidencePackage::from_json(&text).with_context(|| format!("{path} is no evidence package"))?;
    let genesis = package.proof.genesis.as_ref().with_context(|| {
        format!("{path} has no proof from genesis on: make it without a checkpoint to measure it")
    })?;
    // Only time is measured here: the package may name its own genesis.
    let trust = TrustAnchor::Genesis(Block::read(&genesis.header.0, Part::GenesisHeader)?.hash());
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .context("the clock stands before 1970")?;
    let request = Request {
        trust,
        now: Moment(now.as_millis() as u64),
        at: None,
        max_age_millis: None,
    };

    let mut millis = Vec::new();
    for _ in 0..args.runs {
        let start = Instant::now();
        let verdict = verify(&text, &request).with_context(|| format!("{path} does not verify"))?;
        millis.push(start.elapsed().as_secs_f64() * 1_000.0);
        std::hint::black_box(verdict);
    }
    let nodes: usize = package.proof.state.iter().map(|node| node.0.len()).sum();
    let heading = format!(
        "Evidence package: {} verifications from its text to a verdict, in one thread",
        args.runs
    );
    let mut table = Table::new(&heading, &["what", "value"]);
    table.row(["package, bytes of JSON".into(), text.len().to_string()]);
    table.row(["of it proof of state, bytes".into(), nodes.to_string()]);
    table.row([
        "of it changes of authority set".into(),
        package.proof.links.len().to_string(),
    ]);
    table.row(["verification, median ms".into(), format!("{:.2}", median(millis))]);
    table.row([
        "proofs of state a second and core, finality known".into(),
        format!("{:.0}", proofs_a_second(&package)?),
    ]);
    table.print();
    Ok(())
}

/// How many complete titles are read from their proofs in a second, when the block is known to be final: what somebody does
/// who has many certificates of one block.
fn proofs_a_second(package: &EvidencePackage) -> anyhow::Result<f64> {
    const PROOFS: u32 = 2_000;
    let block = Block::read(&package.proof.block.header.0, Part::BlockHeader)?;
    let object = Claims::read(&package.credential)?.object;
    let start = Instant::now();
    for _ in 0..PROOFS {
        let nodes = package.proof.state.iter().map(|node| node.0.clone());
        let state = StateProof::new(block.header().state_root, nodes);
        std::hint::black_box(Title::read(&state, object)?);
    }
    Ok(f64::from(PROOFS) / start.elapsed().as_secs_f64())
}
