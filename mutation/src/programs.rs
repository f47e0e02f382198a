//! The test programs of the tree with its changes.

use crate::tree::{self, Placed};
use anyhow::{bail, Context, Result};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// So often the changes that do not compile are left out, and the rest is compiled again.
const ROUNDS: usize = 12;

/// A test program, and the folder in which it runs.
#[derive(Clone, Debug)]
pub struct Program {
    /// The file of the program.
    pub executable: PathBuf,
    /// The folder of its crate.
    pub folder: PathBuf,
}

/// What was compiled: the changes, those among them that do not compile, and the programs.
pub struct Compiled {
    /// All changes, those that do not compile included.
    pub changes: Vec<Placed>,
    /// The numbers of those that do not compile.
    pub unfit: BTreeSet<u32>,
    /// The test programs of the crates.
    pub programs: Vec<Program>,
}

/// Compiles the crates with all their changes but those with which they do not compile.
pub fn compile(root: &Path, tree: &Path, crates: &[PathBuf], arguments: &[String]) -> Result<Compiled> {
    let mut unfit = BTreeSet::new();
    for round in 1..=ROUNDS {
        let changes = tree::write(root, tree, crates, &unfit)?;
        let messages = cargo(tree, arguments)?;
        let errors: Vec<&Value> = messages.iter().filter(|message| is_error(message)).collect();
        if errors.is_empty() {
            let programs = messages
                .iter()
                .filter_map(|message| program(message, tree, crates));
            return Ok(Compiled {
                changes,
                unfit,
                programs: programs.collect(),
            });
        }
        let before = unfit.len();
        for error in &errors {
            unfit.extend(named(error, tree));
        }
        println!(
            "round {round}: {} errors, {} changes do not compile",
            errors.len(),
            unfit.len()
        );
        if unfit.len() == before {
            bail!("it does not compile: {}", errors[0]["message"]["rendered"]);
        }
    }
    bail!("after {ROUNDS} rounds changes are left that do not compile")
}

fn cargo(tree: &Path, arguments: &[String]) -> Result<Vec<Value>> {
    let run = Command::new("cargo")
        .arg("test")
        .args(arguments)
        .args(["--no-run", "--message-format", "json"])
        .current_dir(tree)
        .stderr(Stdio::inherit())
        .output()
        .context("cargo runs")?;
    let lines = String::from_utf8(run.stdout)?;
    let messages: Vec<Value> = lines
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    if !run.status.success() && !messages.iter().any(is_error) {
        bail!("cargo could not compile the tree");
    }
    Ok(messages)
}

fn is_error(message: &Value) -> bool {
    message["reason"] == "compiler-message"
        && message["message"]["level"] == "error"
        && message["message"]["spans"]
            .as_array()
            .is_some_and(|spans| !spans.is_empty())
}

/// The changes on the lines that an error points at.
fn named(error: &Value, tree: &Path) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for span in error["message"]["spans"].as_array().into_iter().flatten() {
        let file = tree.join(span["file_name"].as_str().unwrap_or_default());
        let line = |name: &str| {
            span[name]
                .as_u64()
                .and_then(|line| usize::try_from(line).ok())
                .unwrap_or(1)
        };
        let Ok(code) = fs::read_to_string(file) else {
            continue;
        };
        let lines: Vec<&str> = code.lines().collect();
        // The change stands on the line, or begins some lines before.
        for around in 0..6 {
            let from = line("line_start").saturating_sub(1 + around);
            let until = lines.len().min(line("line_end") + around / 3);
            let numbers = numbers(&lines[from.min(until)..until].join("\n"));
            if !numbers.is_empty() {
                found.extend(numbers);
                break;
            }
        }
    }
    found
}

fn numbers(code: &str) -> BTreeSet<u32> {
    let calls = code.split("changed(").skip(1);
    calls
        .filter_map(|rest| rest.split("u32").next()?.trim().parse().ok())
        .collect()
}

fn program(message: &Value, tree: &Path, crates: &[PathBuf]) -> Option<Program> {
    let executable = PathBuf::from(message["executable"].as_str()?);
    let manifest = PathBuf::from(message["manifest_path"].as_str()?);
    let folder = manifest.parent()?.to_path_buf();
    let is_asked = crates.iter().any(|asked| tree.join(asked) == folder);
    (is_asked && message["profile"]["test"] == true).then_some(Program { executable, folder })
}
