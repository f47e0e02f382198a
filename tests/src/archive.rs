//! The archive of another institution: a node that follows and keeps everything, searched for words.

use crate::{json_rpc, Node, Options};
use anyhow::{Context, Result};
use serde_json::json;
use std::{fs, path::Path};
use tempfile::TempDir;

/// Where the events of a block stand in its state.
const EVENTS: &str = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";

/// A node that follows another one.
#[derive(Debug)]
pub struct Archive {
    node: Node,
    data: TempDir,
    /// Port of the node that it follows.
    source: u16,
    /// What was read so far: a place, and what stands there in hexadecimal.
    read: Vec<(String, String)>,
    /// The first block that was not read yet.
    next: u32,
}

impl Archive {
    /// Starts a node that follows `source` on the chain with this specification.
    pub fn follow(source: &Node, chain: &str) -> Result<Self> {
        let data = tempfile::tempdir()?;
        let node = Node::start(Options {
            keys: None,
            base_path: Some(data.path().to_owned()),
            bootnodes: source.addresses()?,
            arguments: ["--state-pruning", "archive", "--blocks-pruning", "archive"]
                .map(str::to_owned)
                .to_vec(),
            ..Options::validator(chain, "")
        })?;
        Ok(Self {
            node,
            data,
            source: source.port(),
            read: Vec::new(),
            next: 0,
        })
    }

    /// Where these words stand: blocks, events, the log, files of the database.
    pub fn finds(&mut self, words: &str) -> Result<Vec<String>> {
        self.read_on()?;
        let digits: String = words.bytes().map(|byte| format!("{byte:02x}")).collect();
        let stands = self.read.iter().filter(|(_, hex)| hex.contains(&digits));
        let mut places: Vec<_> = stands.map(|(place, _)| place.clone()).collect();
        if self.node.log().contains(words) {
            places.push("log".into());
        }
        files_with(self.data.path(), words.as_bytes(), &mut places)?;
        Ok(places)
    }

    /// Reads every block that is final at the source, and its events.
    fn read_on(&mut self) -> Result<()> {
        let head = json_rpc::call(self.source, "chain_getFinalizedHead", &json!([]))?;
        let header = json_rpc::call(self.source, "chain_getHeader", &json!([head]))?;
        let number = header["number"].as_str().context("a number")?;
        let last = u32::from_str_radix(number.trim_start_matches("0x"), 16)?;
        self.node.wait_for_finality(last)?;
        for number in self.next..=last {
            let hash = self.node.block_hash(number)?;
            let block = self.node.rpc("chain_getBlock", json!([hash]))?;
            let events = self.node.rpc("state_getStorage", json!([EVENTS, hash]))?;
            self.read.push((format!("block {number}"), block.to_string()));
            self.read
                .push((format!("events of block {number}"), events.to_string()));
        }
        self.next = last + 1;
        Ok(())
    }
}

fn files_with(folder: &Path, words: &[u8], places: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_with(&path, words, places)?;
            continue;
        }
        // A database removes files while it runs.
        let content = fs::read(&path).unwrap_or_default();
        if content.windows(words.len()).any(|part| part == words) {
            places.push(path.display().to_string());
        }
    }
    Ok(())
}
