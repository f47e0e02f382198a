//! Measures the weights of our pallets' calls and writes them as Rust files.
//!
//! The benchmarks of the runtime's wasm form are called through its own `Benchmark` interface, on the state of the
//! `development` preset. How the numbers come about is written at the head of each file.

mod file;
mod fit;
mod run;

use crate::table::Table;
use anyhow::{bail, ensure, Context};
use clap::Args;
use fit::Fitted;
use run::Runner;
use std::{fs, path::PathBuf};

/// The pallets whose weights are ours to measure.
const PALLETS: [&str; 8] = [
    "pallet_admission",
    "pallet_authorities",
    "pallet_disputes",
    "pallet_encumbrances",
    "pallet_licences",
    "pallet_parties",
    "pallet_registry",
    "pallet_rules",
];

/// What `quanji-bench weights` is asked.
#[derive(Args, Debug)]
pub struct WeightsArgs {
    /// Only this pallet, for example pallet_registry
    #[arg(long, value_name = "NAME")]
    pallet: Option<String>,
    /// Points measured between the smallest and the largest value of each component
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(2..))]
    steps: u32,
    /// Times each point is measured
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    repeat: u32,
    /// Folder of the files written
    #[arg(long, default_value = "runtime/src/weights", value_name = "FOLDER")]
    output: PathBuf,
}

/// Measures and writes.
pub fn run(args: &WeightsArgs) -> anyhow::Result<()> {
    let wanted: Vec<&str> = match args.pallet.as_deref() {
        None => PALLETS.to_vec(),
        Some(name) if PALLETS.contains(&name) => vec![name],
        Some(name) => bail!("{name} is none of our pallets: {}", PALLETS.join(", ")),
    };
    let runner = Runner::new()?;
    let offered = runner.offered()?;
    fs::create_dir_all(&args.output)
        .with_context(|| format!("cannot make the folder {}", args.output.display()))?;
    for pallet in wanted {
        let benchmarks = offered.of(pallet);
        ensure!(
            !benchmarks.is_empty(),
            "the runtime offers no benchmarks of {pallet}: add it to runtime/src/benchmarks.rs"
        );
        let mut fitted = Vec::new();
        for benchmark in &benchmarks {
            eprintln!("measuring {pallet}::{}", benchmark.name);
            let samples = runner.measure(benchmark, args.steps, args.repeat)?;
            fitted.push(Fitted::of(benchmark, &samples, &offered)?);
        }
        let path = args.output.join(format!("{pallet}.rs"));
        let text = file::text(pallet, &fitted, args.steps, args.repeat);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        print_summary(pallet, &fitted);
    }
    Ok(())
}

fn print_summary(pallet: &str, fitted: &[Fitted]) {
    let mut table = Table::new(
        &format!("{pallet}, worst case of each component"),
        &["call", "µs", "reads", "writes"],
    );
    for call in fitted {
        let micros = call.time.at_most(&call.components) / 1_000_000;
        let reads = call.reads.at_most(&call.components);
        let writes = call.writes.at_most(&call.components);
        table.row([
            call.name.clone(),
            micros.to_string(),
            reads.to_string(),
            writes.to_string(),
        ]);
    }
    table.print();
}
