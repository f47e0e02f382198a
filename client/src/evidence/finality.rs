//! Blocks with stored justifications, and the blocks at which one authority set hands over to the next.

use codec::Encode;
use quanji_primitives::storage_keys;
use quanji_verifier::{header::Header, package::Justified, H256};

use super::{
    node::{Node, StoredBlock},
    EvidenceError,
};

/// Blocks walked back from the final one in search of a justification. Nodes store one every few blocks.
const WALK_MAX: u32 = 1_024;

/// A finalised block with its justification.
#[derive(Clone, Debug)]
pub(super) struct Final {
    pub(super) hash: H256,
    pub(super) header: Header,
    pub(super) justification: Vec<u8>,
}

impl Final {
    /// As packages hold it.
    pub(super) fn justified(&self) -> Justified {
        Justified {
            header: self.header.encode().into(),
            justification: self.justification.clone().into(),
        }
    }
}

/// The latest finalised block that has a justification. Nodes keep one every few blocks only, and prove the blocks between as soon as
/// the validators have changed once; before that the next block to become final is waited for. Nothing on a chain that is
/// younger than that.
pub(super) async fn latest(node: &Node) -> Result<Option<Final>, EvidenceError> {
    let head = node.finalised_head().await?;
    let number = node.header(head).await?.number;
    let proven = match node.justification_of(number).await? {
        None => node.next_justification().await,
        proven => proven,
    };
    match proven {
        Some(proven) => of(node, proven).await.map(Some),
        None => latest_kept(node, head).await,
    }
}

/// The next block to become final; nothing where none does so soon.
pub(super) async fn next(node: &Node) -> Result<Option<Final>, EvidenceError> {
    match node.next_justification().await {
        Some(proven) => of(node, proven).await.map(Some),
        None => Ok(None),
    }
}

async fn of(node: &Node, (hash, justification): (H256, Vec<u8>)) -> Result<Final, EvidenceError> {
    Ok(Final {
        hash,
        header: node.header(hash).await?,
        justification,
    })
}

/// The last block up to this one with which the node keeps a justification.
async fn latest_kept(node: &Node, mut hash: H256) -> Result<Option<Final>, EvidenceError> {
    for _ in 0..WALK_MAX {
        let StoredBlock {
            header,
            justification,
        } = node.block(hash).await?;
        if let Some(justification) = justification {
            return Ok(Some(Final {
                hash,
                header,
                justification,
            }));
        }
        if header.number == 0 {
            break;
        }
        hash = header.parent_hash;
    }
    Ok(None)
}

/// Number of the set in office after a block.
async fn set_after(node: &Node, block: H256) -> Result<u64, EvidenceError> {
    let id = node.value(&storage_keys::grandpa_set_id(), Some(block)).await?;
    Ok(id.unwrap_or_default())
}

pub(super) async fn set_after_number(node: &Node, number: u32) -> Result<u64, EvidenceError> {
    set_after(node, hash_of(node, number).await?).await
}

pub(super) async fn hash_of(node: &Node, number: u32) -> Result<H256, EvidenceError> {
    node.block_hash(number)
        .await?
        .ok_or_else(|| EvidenceError::BadAnswer {
            question: format!("chain_getBlockHash {number}"),
        })
}

/// The blocks above `after` and before `block` at which the authority set changed, oldest first, each with its justification.
pub(super) async fn handovers(
    node: &Node,
    after: u32,
    block: &Header,
) -> Result<Vec<Justified>, EvidenceError> {
    let before = block.number.checked_sub(1).filter(|last| *last > after);
    let Some(last) = before else {
        return Ok(Vec::new());
    };
    let mut links = Vec::new();
    for number in changes(node, after, last).await? {
        let hash = hash_of(node, number).await?;
        let StoredBlock {
            header,
            justification,
        } = node.block(hash).await?;
        let justification = justification.ok_or(EvidenceError::NoJustification { block: number })?;
        links.push(
            Final {
                hash,
                header,
                justification,
            }
            .justified(),
        );
    }
    Ok(links)
}

/// The blocks above `first` up to `last` in which the set number rose, in rising order. A stretch in which it stayed the same
/// is never looked into, so that a year of blocks with few changes costs few questions.
async fn changes(node: &Node, first: u32, last: u32) -> Result<Vec<u32>, EvidenceError> {
    let ends = (
        set_after_number(node, first).await?,
        set_after_number(node, last).await?,
    );
    let mut stretches = vec![((first, ends.0), (last, ends.1))];
    let mut found = Vec::new();
    // The later half goes onto the stack first: the earlier one is searched first.
    while let Some((from, to)) = stretches.pop() {
        if from.1 == to.1 {
            continue;
        }
        if to.0 - from.0 == 1 {
            found.push(to.0);
            continue;
        }
        let middle = from.0 + (to.0 - from.0) / 2;
        let middle = (middle, set_after_number(node, middle).await?);
        stretches.push((middle, to));
        stretches.push((from, middle));
    }
    Ok(found)
}
