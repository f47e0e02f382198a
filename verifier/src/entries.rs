//! Proof of entries through the digest of the history: one object's record at a finalised block, and the entries from one
//! on to the last. Each names the digest before it, and the last leads to the digest in the record, so that none can be
//! altered, added or left out.

use crate::{
    errors::{Error, PackageError, StateError},
    follow::finalised_block,
    package::{not_json, read, Bytes, Proof},
    state::{Record, StateProof},
    trust::TrustAnchor,
    H256,
};
use alloc::{string::String, vec::Vec};
use codec::DecodeAll;
use quanji_primitives::{
    v1::{history_after, Entry, ObjectRecord, NO_HISTORY},
    ObjectId,
};
use serde::{Deserialize, Serialize};

/// The format of a proof of entries.
pub const ENTRIES_FORMAT: &str = "quanji-entries/1";

/// The last entries of an object, with everything needed to believe them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntriesProof {
    /// [`ENTRIES_FORMAT`].
    pub format: String,
    /// The object, as text.
    pub object: String,
    /// The entries, SCALE, oldest first, without a gap to the last of the object.
    pub entries: Vec<Bytes>,
    /// From a trusted beginning to a block; `state` holds the object's record.
    pub proof: Proof,
}

/// Entries that are proven.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProvenEntries {
    /// Number of the proven block.
    pub block: u32,
    /// Hash of the proven block.
    pub block_hash: H256,
    /// The object.
    pub object: ObjectId,
    /// Its record at the block.
    pub record: ObjectRecord,
    /// The entries, to the last one that the object had.
    pub entries: Vec<Entry>,
}

/// Verifies the text of a proof of entries.
pub fn verify_entries(json: &str, trust: &TrustAnchor) -> Result<ProvenEntries, Error> {
    let given = EntriesProof::from_json(json)?;
    let unfit = || PackageError::NotJson {
        reason: "its object is none".into(),
    };
    let object: ObjectId = given.object.parse().map_err(|_| unfit())?;
    let block = finalised_block(&given.proof, trust)?;
    let nodes = given.proof.state.iter().map(|node| node.0.clone());
    let state = StateProof::new(block.header().state_root, nodes);
    let at_block = |reason| Error::State {
        block: block.number(),
        reason,
    };
    let record: ObjectRecord = state.require(Record::Object(object)).map_err(at_block)?;
    let entries = decoded(object, &given.entries).map_err(at_block)?;
    lead_to_the_digest(&record, &entries).map_err(at_block)?;
    Ok(ProvenEntries {
        block: block.number(),
        block_hash: block.hash(),
        object,
        record,
        entries,
    })
}

fn decoded(object: ObjectId, entries: &[Bytes]) -> Result<Vec<Entry>, StateError> {
    let one = |(position, bytes): (usize, &Bytes)| {
        let entry = Entry::decode_all(&mut bytes.0.as_slice()).ok();
        let entry = entry.filter(|entry| entry.no.object == object);
        entry.ok_or(StateError::EntryUnreadable { position })
    };
    entries.iter().enumerate().map(one).collect()
}

/// The last entries of an object: their numbers end at its count, each follows from the one before, the last leads to the
/// digest in the record.
pub fn lead_to_the_digest(record: &ObjectRecord, entries: &[Entry]) -> Result<(), StateError> {
    let found = entries.len();
    let wrong_count = StateError::WrongEntryCount {
        proven: record.entries,
        found,
    };
    let before = u32::try_from(found)
        .ok()
        .and_then(|found| record.entries.checked_sub(found));
    let (Some(before), Some(first)) = (before, entries.first()) else {
        return Err(wrong_count);
    };
    if before == 0 && first.previous != NO_HISTORY {
        return Err(StateError::HistoryBroken { entry: 1 });
    }
    let (mut history, mut last) = (first.previous, before);
    for entry in entries {
        last = last.saturating_add(1);
        if entry.previous != history || entry.no.number != last {
            return Err(StateError::HistoryBroken { entry: last });
        }
        history = history_after(entry);
    }
    if history != record.history {
        return Err(StateError::HistoryBroken { entry: last });
    }
    Ok(())
}

impl EntriesProof {
    /// A proof of this crate's format.
    pub fn new(object: ObjectId, entries: Vec<Bytes>, proof: Proof) -> Self {
        Self {
            format: ENTRIES_FORMAT.into(),
            object: alloc::string::ToString::to_string(&object),
            entries,
            proof,
        }
    }

    /// Reads a proof.
    pub fn from_json(text: &str) -> Result<Self, PackageError> {
        read(text, ENTRIES_FORMAT)
    }

    /// Writes the proof, indented.
    pub fn to_json(&self) -> Result<String, PackageError> {
        serde_json::to_string_pretty(self).map_err(not_json)
    }
}
