//! The command line; see `scripts/long mutation`.

use anyhow::{Context, Result};
use clap::Parser;
use quanji_mutation::{
    programs::{self, Compiled},
    tree, trials,
};
use std::{collections::BTreeMap, fs, num::NonZeroUsize, path::PathBuf, process::ExitCode, thread};

/// Changes rules one at a time and tells which changes no test notices.
#[derive(Parser)]
#[command(about, version)]
struct Arguments {
    /// Folder of a crate whose code is changed, below the root of the repository. May be given several times.
    #[arg(long = "crate", required = true)]
    crates: Vec<PathBuf>,
    /// Folder for the copy of the tree in which the changes are written.
    #[arg(long)]
    tree: PathBuf,
    /// File for the changes that no test notices.
    #[arg(long)]
    report: PathBuf,
    /// Part of the changes that must be noticed, in percent.
    #[arg(long, default_value_t = 90)]
    at_least: usize,
    /// Tests whose names contain this are not run. May be given several times.
    #[arg(long = "skip")]
    skipped: Vec<String>,
    /// Takes every so many changes only.
    #[arg(long, default_value = "1")]
    every: NonZeroUsize,
    /// Arguments of `cargo test` that compile the crates and their tests.
    #[arg(last = true)]
    cargo: Vec<String>,
}

fn main() -> Result<ExitCode> {
    let asked = Arguments::parse();
    let root = std::env::current_dir()?;
    fs::create_dir_all(&asked.tree)?;
    let tree = asked.tree.canonicalize()?;
    tree::copy(&root, &tree)?;
    let compiled = programs::compile(&root, &tree, &asked.crates, &asked.cargo)?;
    let passed = trials::passed(&compiled.programs, &tree.join("passed.txt"), &asked.skipped)?;
    let fit = compiled
        .changes
        .iter()
        .filter(|placed| !compiled.unfit.contains(&placed.change.number));
    let numbers: Vec<u32> = fit
        .map(|placed| placed.change.number)
        .step_by(asked.every.get())
        .collect();
    let cores = thread::available_parallelism()?.get();
    let missed = trials::unnoticed(&numbers, &compiled.programs, &passed, cores)?;
    let enough = report(&asked, &compiled, &numbers, |number| {
        missed.contains(&number).then(|| passed.contains_key(&number))
    })?;
    Ok(if enough {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Writes and prints what was missed, and says whether enough was noticed. `missed` tells of a change that was missed whether a
/// test comes past it.
fn report(
    asked: &Arguments,
    compiled: &Compiled,
    tried: &[u32],
    missed: impl Fn(u32) -> Option<bool>,
) -> Result<bool> {
    let (mut counts, mut lines) = (BTreeMap::<&PathBuf, (usize, usize)>::new(), String::new());
    let changes = compiled.changes.iter();
    for placed in changes.filter(|placed| tried.binary_search(&placed.change.number).is_ok()) {
        let (file, change) = (&placed.file, &placed.change);
        let folder = asked.crates.iter().find(|folder| file.starts_with(folder));
        let count = counts.entry(folder.context("a file of a crate")?).or_default();
        count.0 += 1;
        if let Some(is_passed) = missed(change.number) {
            count.1 += 1;
            let passed = if is_passed { "" } else { " (no test comes past)" };
            let (file, line) = (file.display(), change.line);
            lines += &format!("{file}:{line} {}: {}{passed}\n", change.function, change.what);
        }
    }
    fs::write(&asked.report, lines)?;
    println!("{} changes do not compile", compiled.unfit.len());
    let mut enough = true;
    for (folder, (tried, missed)) in counts {
        let (folder, noticed) = (folder.display(), (tried - missed) * 100);
        let part = noticed / tried.max(1);
        println!("{folder}: {tried} changes tried, {missed} missed, {part} % noticed");
        enough &= noticed >= asked.at_least * tried;
    }
    println!("what was missed stands in {}", asked.report.display());
    Ok(enough)
}
