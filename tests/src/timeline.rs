//! What a story shows of an object at its end, and what it waits for.

use crate::Story;
use anyhow::{ensure, Context, Result};
use serde_json::Value;
use std::{
    thread,
    time::{Duration, Instant},
};

/// How long the register may take for what it does by itself in later blocks.
const PATIENCE: Duration = Duration::from_secs(60);

impl Story {
    /// The history of an object, told as a timeline. Every entry of it is proven: `quanji history` reads each from its block
    /// and leads them to the digest in the register. Gives the entries.
    pub fn timeline(&self, name: &str, object: &str) -> Result<Vec<Value>> {
        let history = self.desk.done(&["history", object])?;
        ensure!(history["complete"] == true, "not proven: {history}");
        let entries = history["entries"].as_array().context("entries")?;
        for (number, entry) in (1_u64..).zip(entries) {
            ensure!(entry["number"] == number, "entry {number} is missing: {history}");
            ensure!(entry["block_hash"].is_string(), "in no block: {entry}");
        }
        self.so(&format!("{name} ({object}), entries {}", entries.len()));
        for line in self.desk.node.shown(&["history", object])?.lines() {
            self.so(line);
        }
        Ok(entries.clone())
    }

    /// Waits until what a command answers is as `looks` says, which the register brings about by itself.
    pub fn until(&self, arguments: &[&str], looks: impl Fn(&Value) -> bool) -> Result<Value> {
        let end = Instant::now() + PATIENCE;
        loop {
            let shown = self.desk.done(arguments)?;
            if looks(&shown) {
                return Ok(shown);
            }
            ensure!(
                Instant::now() < end,
                "waited in vain: {arguments:?} gives {shown}"
            );
            thread::sleep(Duration::from_secs(1));
        }
    }
}
