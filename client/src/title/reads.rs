//! The reader's log of full reports: every one read with a holder's consent, with its purpose. It is the reader's own and
//! never on chain: who looks at whom stays private.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::chained::{self, ChainedError, Line};

/// The file in the folder of records.
pub const FILE: &str = "reads.jsonl";

/// A full report that was read.
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
    /// Who consented.
    pub holders: Vec<String>,
    /// Who read.
    pub reader: String,
    /// For what.
    pub purpose: String,
    /// SHA-256 of the consent.
    pub consent: String,
    /// Digest of the report.
    pub report: String,
}

/// The log in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Notes a report, before it is shown.
pub fn note(folder: &Path, read: Read) -> Result<Line<Read>, ChainedError> {
    chained::append(&file(folder), read)
}

/// All reports noted, checked to hang together.
pub fn all(folder: &Path) -> Result<Vec<Line<Read>>, ChainedError> {
    chained::read(&file(folder))
}
