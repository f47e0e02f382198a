//! The reader's log of title reports: every one that was read, full or extract, with its purpose. It is the reader's own and
//! never on chain: who looks at whom stays private.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::chained::{self, ChainedError, Line};

/// The file in the folder of records.
pub const FILE: &str = "reads.jsonl";

/// A report that was read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Read {
    /// When, by the reader's clock.
    pub at: String,
    /// What the report was about.
    pub subject: String,
    /// The block.
    pub block: u32,
    /// Its hash.
    pub block_hash: String,
    /// Who consented; nobody to an extract.
    pub holders: Vec<String>,
    /// Who read; empty for an extract that was read without a key of a party.
    pub reader: String,
    /// For what; empty for an extract for which no purpose was given.
    pub purpose: String,
    /// SHA-256 of the consent; empty for an extract, which needs none.
    pub consent: String,
    /// Digest of the report.
    pub report: String,
}

impl Read {
    /// Whether it is an extract: a full report has a consent.
    pub fn is_extract(&self) -> bool {
        self.consent.is_empty()
    }
}

/// The log in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Notes a report, before it is shown. A full one that cannot be noted is not shown; an extract is.
pub fn note(folder: &Path, read: Read) -> Result<Line<Read>, ChainedError> {
    chained::append(&file(folder), read)
}

/// All reports noted, checked to hang together.
pub fn all(folder: &Path) -> Result<Vec<Line<Read>>, ChainedError> {
    chained::read(&file(folder))
}
