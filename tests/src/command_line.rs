//! The command line, run against a node.

use crate::{node::Node, programs::program};
use anyhow::{ensure, Context, Result};
use serde_json::Value;
use std::process::{Command, Output, Stdio};

/// What `quanji` answered.
#[derive(Debug)]
pub struct Ran {
    /// Exit code.
    pub code: i32,
    /// Standard output as JSON; null when it is something else.
    pub output: Value,
    /// Standard error as JSON problem details; null when it is something else.
    pub problem: Value,
    /// Standard error as it is.
    pub errors: String,
}

impl Node {
    /// Runs `quanji --json --node …` with these arguments against this node.
    pub fn quanji(&self, arguments: &[&str]) -> Result<Ran> {
        let ran = self.run(&[&["--json"], arguments].concat())?;
        let errors = String::from_utf8_lossy(&ran.stderr).into_owned();
        Ok(Ran {
            code: ran.status.code().context("quanji was ended by a signal")?,
            output: serde_json::from_slice(&ran.stdout).unwrap_or_default(),
            problem: serde_json::from_str(&errors).unwrap_or_default(),
            errors,
        })
    }

    /// What `quanji` with these arguments prints for people.
    pub fn shown(&self, arguments: &[&str]) -> Result<String> {
        let ran = self.run(arguments)?;
        let errors = String::from_utf8_lossy(&ran.stderr);
        ensure!(ran.status.success(), "{arguments:?}: {errors}");
        Ok(String::from_utf8(ran.stdout)?)
    }

    fn run(&self, arguments: &[&str]) -> Result<Output> {
        Command::new(program("quanji")?)
            .args(["--lang", "en", "--node", &self.url()])
            // What is read is noted with the node's own files, never in the log of whoever runs the tests.
            .env("QUANJI_TITLE_RECORDS", self.records())
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .context("quanji cannot be started")
    }
}
