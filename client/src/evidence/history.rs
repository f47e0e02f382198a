//! The entries of one object, read from the events of the blocks that made them, and checked against the digest in the
//! object's record.

use quanji_primitives::{
    storage_keys,
    v1::{history_after, Entry, ObjectRecord, NO_HISTORY},
    written_notice::RefusalLetter,
    ObjectId, OfficerId, PartyId,
};
use quanji_verifier::H256;

use super::{node::Node, title, EvidenceError};
use crate::chain::{api::registry::events::Entered, Chain};

/// An entry, and the block that made it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The entry.
    pub entry: Entry,
    /// The officer who entered it; nothing for a decision of the competent department or an act of a party.
    pub officer: Option<OfficerId>,
    /// The written notice that some of the claimed kinds are not registered (NG 22).
    pub refusal: Option<RefusalLetter>,
    /// The marks that travel with it, each with the party that is told.
    pub travelling: Vec<(u32, Option<PartyId>)>,
    /// Number of the block.
    pub block: u32,
    /// Hash of the block.
    pub hash: H256,
}

/// The complete history of an object as of one block.
#[derive(Clone, Debug)]
pub struct History {
    /// The object's record.
    pub record: ObjectRecord,
    /// All its entries, oldest first.
    pub entries: Vec<Made>,
    /// The block as of which it is complete.
    pub as_of: u32,
}

/// Reads the history as of the last finalised block; `read` is told after each entry how many there are.
pub async fn read(
    chain: &Chain,
    object: ObjectId,
    read: &dyn Fn(u32, u32),
) -> Result<History, EvidenceError> {
    let node = &Node::of(chain);
    let head = node.finalised_head().await?;
    let as_of = node.header(head).await?.number;
    let record = title::object_record(node, object, Some(head)).await?;
    let mut entries = Vec::new();
    let mut from = 0;
    for number in 1..=record.entries {
        let block = block_of(node, object, number, from, as_of).await?;
        let hash = hash_of(node, block).await?;
        let entered = entry_in(chain, object, number, block, hash).await?;
        entries.push(Made {
            entry: entered.entry.0,
            officer: entered.officer.map(|officer| officer.0),
            refusal: entered.refusal.map(|refusal| refusal.0),
            travelling: entered
                .travelling
                .0
                .into_iter()
                .map(|(mark, party)| (mark, party.map(|party| party.0)))
                .collect(),
            block,
            hash,
        });
        read(number, record.entries);
        from = block.saturating_sub(1);
    }
    check(&record, entries.iter().map(|made| &made.entry))?;
    Ok(History {
        record,
        entries,
        as_of,
    })
}

/// Every entry must follow from the one before, and the last must lead to the digest in the record.
pub fn check<'a>(
    record: &ObjectRecord,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Result<(), EvidenceError> {
    let (mut history, mut last) = (NO_HISTORY, 0);
    for entry in entries {
        last += 1;
        if entry.previous != history || entry.no.number != last {
            return Err(EvidenceError::HistoryBroken { number: last });
        }
        history = history_after(entry);
    }
    if history != record.history || last != record.entries {
        return Err(EvidenceError::HistoryBroken { number: last });
    }
    Ok(())
}

/// The first block after `from` in whose state the object has `number` entries. Entries are append-only: halving finds it.
async fn block_of(
    node: &Node,
    object: ObjectId,
    number: u32,
    from: u32,
    to: u32,
) -> Result<u32, EvidenceError> {
    let (mut before, mut after) = (from, to);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        let hash = hash_of(node, middle).await?;
        let record: Option<ObjectRecord> = node.value(&storage_keys::object(object), Some(hash)).await?;
        if record.is_some_and(|record| record.entries >= number) {
            after = middle;
        } else {
            before = middle;
        }
    }
    Ok(after)
}

async fn hash_of(node: &Node, number: u32) -> Result<H256, EvidenceError> {
    let bad = || EvidenceError::BadAnswer {
        question: format!("chain_getBlockHash {number}"),
    };
    node.block_hash(number).await?.ok_or_else(bad)
}

async fn entry_in(
    chain: &Chain,
    object: ObjectId,
    number: u32,
    block: u32,
    hash: H256,
) -> Result<Entered, EvidenceError> {
    let at = chain
        .at_hash(hash.0)
        .await
        .map_err(|error| refused("chain_getHeader", error))?;
    let events = at
        .client()
        .events()
        .fetch()
        .await
        .map_err(|error| refused("System.Events", error))?;
    for event in events.iter() {
        let event = event.map_err(|error| refused("System.Events", error))?;
        let Some(entered) = event.decode_fields_as::<Entered>() else {
            continue;
        };
        let entered = entered.map_err(|error| EvidenceError::Record {
            reason: error.to_string(),
        })?;
        let no = entered.entry.0.no;
        if (no.object, no.number) == (object, number) {
            return Ok(entered);
        }
    }
    Err(EvidenceError::EntryMissing { number, block })
}

fn refused(question: &str, error: impl std::fmt::Display) -> EvidenceError {
    EvidenceError::NodeRefused {
        question: question.into(),
        reason: error.to_string(),
    }
}
