//! Measures Quanji. Every command says how it measured; `scripts/bench` runs them all.

mod acts;
mod archive;
mod chain;
mod database;
mod execution;
mod finality;
mod genesis;
mod state;
mod table;
mod verify;
#[cfg(feature = "runtime-benchmarks")]
mod weights;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Measures Quanji: weights of calls, size of state and archive, verification, finality
#[derive(Parser, Debug)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Measure the calls of our pallets in the wasm runtime and write their weights as Rust files
    #[cfg(feature = "runtime-benchmarks")]
    Weights(weights::WeightsArgs),
    /// Bytes of state for each registered object
    State(state::StateArgs),
    /// Time and bytes of each act beside those of an NFT mint
    Execution(execution::ExecutionArgs),
    /// Time that a read and a write of state take in the database of a large register
    Database(database::DatabaseArgs),
    /// Bytes that an archive grows by with each empty block
    Archive(archive::ArchiveArgs),
    /// Size of an evidence package and the time its verification takes
    Verify(verify::VerifyArgs),
    /// Time from the authorship of a block to its finality at a running node
    Finality(finality::FinalityArgs),
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("quanji-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    match task {
        #[cfg(feature = "runtime-benchmarks")]
        Task::Weights(args) => weights::run(&args),
        Task::State(args) => state::run(&args),
        Task::Execution(args) => execution::run(&args),
        Task::Database(args) => database::run(&args),
        Task::Archive(args) => archive::run(&args),
        Task::Verify(args) => verify::run(&args),
        Task::Finality(args) => finality::run(&args),
    }
}
