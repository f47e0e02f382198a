//! In which entry a mark was set, and when an entry was made. State does not keep it: it is found by halving in the states of
//! earlier blocks, which an archive node has. What the node says of earlier blocks is not proven under the block of a report.

use futures::future::join_all;
use quanji_primitives::{
    clock::{DevelopmentClock, Moment},
    storage_keys,
    v1::ObjectRecord,
    ObjectId,
};
use quanji_verifier::H256;

use super::{node::Node, EvidenceError};

/// Something of an object to be placed in time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Wanted {
    /// The mark with a number: in which entry was it set?
    Mark(u32),
    /// The entry with a number: when was it made?
    Entry(u32),
}

/// Where something stands in the history of an object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The entry; nothing where its block made several of the same object, so that only the events would tell.
    pub entry: Option<u32>,
    /// Register time of its block.
    pub at: Moment,
    /// The block.
    pub block: u32,
}

/// Finds all of them at once, each for itself; nothing for what the node no longer keeps.
pub async fn find(node: &Node, wanted: &[(ObjectId, Wanted)], last: u32) -> Vec<Option<Placed>> {
    let each = wanted
        .iter()
        .map(|(object, one)| async move { place(node, *object, *one, last).await.ok().flatten() });
    join_all(each).await
}

async fn place(
    node: &Node,
    object: ObjectId,
    wanted: Wanted,
    last: u32,
) -> Result<Option<Placed>, EvidenceError> {
    let is_there = |record: &ObjectRecord| match wanted {
        Wanted::Mark(number) => record.marks > number,
        Wanted::Entry(number) => record.entries >= number,
    };
    let (mut before, mut after) = (0, last);
    while after.saturating_sub(before) > 1 {
        let middle = before + (after - before) / 2;
        let found = record_at(node, object, middle).await?;
        if found.is_some_and(|record| is_there(&record)) {
            after = middle;
        } else {
            before = middle;
        }
    }
    let Some(record) = record_at(node, object, after)
        .await?
        .filter(|record| is_there(record))
    else {
        return Ok(None);
    };
    let entry = match wanted {
        Wanted::Entry(number) => Some(number),
        Wanted::Mark(_) => {
            let earlier = record_at(node, object, before)
                .await?
                .map_or(0, |record| record.entries);
            (record.entries == earlier.saturating_add(1)).then_some(record.entries)
        }
    };
    let hash = hash_of(node, after).await?;
    Ok(time_at(node, hash).await?.map(|at| Placed {
        entry,
        at,
        block: after,
    }))
}

async fn record_at(node: &Node, object: ObjectId, block: u32) -> Result<Option<ObjectRecord>, EvidenceError> {
    let hash = hash_of(node, block).await?;
    node.value(&storage_keys::object(object), Some(hash)).await
}

async fn hash_of(node: &Node, block: u32) -> Result<H256, EvidenceError> {
    node.block_hash(block)
        .await?
        .ok_or_else(|| EvidenceError::BadAnswer {
            question: format!("chain_getBlockHash {block}"),
        })
}

/// Register time at the end of a block.
async fn time_at(node: &Node, hash: H256) -> Result<Option<Moment>, EvidenceError> {
    let real: Option<Moment> = node.value(&storage_keys::block_time(), Some(hash)).await?;
    let clock: Option<DevelopmentClock> = node.value(&storage_keys::development_clock(), Some(hash)).await?;
    Ok(real.map(|real| clock.map_or(real, |clock| clock.at(real))))
}
