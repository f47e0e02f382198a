//! Where a proof begins: at the genesis block, or at a checkpoint that its readers have. From a checkpoint it has no genesis part
//! and no set change up to there, so that a package does not grow with the age of the chain.

use codec::Encode;
use quanji_primitives::storage_keys;
use quanji_verifier::{
    package::{Bytes, GenesisProof, Proof},
    Checkpoint, TrustAnchor, H256,
};

use super::{
    finality::{self, Final},
    node::Node,
    trust::checkpoint_at,
    EvidenceError,
};

/// Where a proof begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beginning<'a> {
    /// The chain.
    pub(super) genesis: H256,
    checkpoint: Option<&'a Checkpoint>,
}

impl<'a> Beginning<'a> {
    /// At the genesis block of the node's chain, or at a checkpoint of the same chain.
    pub(super) async fn of(node: &Node, checkpoint: Option<&'a Checkpoint>) -> Result<Self, EvidenceError> {
        let genesis = node.genesis().await?;
        match checkpoint {
            Some(checkpoint) if checkpoint.genesis != genesis => Err(other(checkpoint)),
            checkpoint => Ok(Self { genesis, checkpoint }),
        }
    }

    /// What its readers believe.
    pub(super) fn anchor(&self) -> TrustAnchor {
        match self.checkpoint {
            Some(checkpoint) => TrustAnchor::Checkpoint(checkpoint.clone()),
            None => TrustAnchor::Genesis(self.genesis),
        }
    }

    /// The proof from here to a block, with trie nodes of its state.
    pub(super) async fn proof(
        &self,
        node: &Node,
        block: &Final,
        nodes: Vec<Vec<u8>>,
    ) -> Result<Proof, EvidenceError> {
        let (genesis, first_set, after) = match self.checkpoint {
            Some(checkpoint) => {
                let first_set = first_set(node, checkpoint, block).await?;
                (None, first_set, checkpoint.number)
            }
            None => (Some(genesis_proof(node, self.genesis).await?), 0, 0),
        };
        Ok(Proof {
            genesis,
            first_set,
            links: finality::handovers(node, after, &block.header).await?,
            block: block.justified(),
            state: to_bytes(nodes),
        })
    }
}

fn other(checkpoint: &Checkpoint) -> EvidenceError {
    EvidenceError::OtherCheckpoint {
        block: checkpoint.number,
    }
}

/// The number of the set with which a proof from the checkpoint to the block begins. Block and set of the checkpoint must be
/// those of the chain: a proof from any other would be refused by everybody.
async fn first_set(node: &Node, checkpoint: &Checkpoint, block: &Final) -> Result<u64, EvidenceError> {
    let (from, to) = (checkpoint.number, block.header.number);
    if from > to {
        return Err(EvidenceError::CheckpointTooNew {
            checkpoint: from,
            block: to,
        });
    }
    let hash = finality::hash_of(node, from).await?;
    // The state of a block that is not of this chain is not asked for.
    if hash != checkpoint.hash || checkpoint_at(node, hash).await? != *checkpoint {
        return Err(other(checkpoint));
    }
    if from == to {
        // No set comes after the checkpoint here: the first is the one that finalised its block.
        return finality::set_after_number(node, from.saturating_sub(1)).await;
    }
    Ok(checkpoint.set.set_id)
}

async fn genesis_proof(node: &Node, genesis: H256) -> Result<GenesisProof, EvidenceError> {
    let header = node.header(genesis).await?;
    let nodes = node
        .read_proof(&[storage_keys::grandpa_authorities()], genesis)
        .await?;
    Ok(GenesisProof {
        header: header.encode().into(),
        state: to_bytes(nodes),
    })
}

fn to_bytes(nodes: Vec<Vec<u8>>) -> Vec<Bytes> {
    nodes.into_iter().map(Bytes::from).collect()
}
