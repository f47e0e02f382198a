//! The block at which a report is made, and the proof that it is final.

use quanji_verifier::{finalised_block, header::Header, package::Proof, TrustAnchor, H256};

use super::{beginning::Beginning, finality, node::Node, not_proven::NotProven, EvidenceError};

/// A block that is final, as far as the reader can tell.
#[derive(Clone, Debug)]
pub struct FinalBlock {
    /// Its hash.
    pub hash: H256,
    /// Its header.
    pub header: Header,
    /// From the genesis block that the reader trusts to this block; nothing where no chain is trusted and the node's word
    /// was taken. Its list of trie nodes is empty.
    pub proof: Option<Proof>,
}

/// Why no final block was found.
#[derive(Debug)]
pub enum FinalBlockError {
    /// The node could not say.
    Evidence(EvidenceError),
    /// What it said proves nothing.
    NotProven(NotProven),
}

impl From<EvidenceError> for FinalBlockError {
    fn from(error: EvidenceError) -> Self {
        Self::Evidence(error)
    }
}

/// A block by its hash, which the caller has reason to call final.
pub async fn at(node: &Node, hash: H256) -> Result<FinalBlock, EvidenceError> {
    Ok(FinalBlock {
        hash,
        header: node.header(hash).await?,
        proof: None,
    })
}

/// The last block whose justification the node keeps, proven final from the genesis block with the hash `trusted`.
pub async fn proven(node: &Node, trusted: H256) -> Result<FinalBlock, FinalBlockError> {
    let block = finality::latest(node)
        .await?
        .ok_or(EvidenceError::NoJustification { block: 0 })?;
    let beginning = Beginning::of(node, None).await?;
    let proof = beginning.proof(node, &block, Vec::new()).await?;
    finalised_block(&proof, &TrustAnchor::Genesis(trusted))
        .map_err(|error| FinalBlockError::NotProven(NotProven(error)))?;
    Ok(FinalBlock {
        hash: block.hash,
        header: block.header,
        proof: Some(proof),
    })
}
