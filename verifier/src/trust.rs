//! What a verifier believes without proof.

use crate::finality::AuthoritySet;
use sp_core::H256;

/// Where belief begins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TrustAnchor {
    /// The hash of the chain's genesis header.
    Genesis(H256),
    /// A later block that the caller has reason to believe.
    Checkpoint(Checkpoint),
}

/// A believed block, and the authority set that finalises the blocks after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checkpoint {
    /// The hash of the chain's genesis header.
    pub genesis: H256,
    /// Number of the believed block.
    pub number: u32,
    /// Hash of the believed block.
    pub hash: H256,
    /// The set that finalises the blocks after it.
    pub set: AuthoritySet,
}

impl TrustAnchor {
    /// The hash of the genesis header.
    pub fn genesis(&self) -> H256 {
        match self {
            Self::Genesis(hash) => *hash,
            Self::Checkpoint(checkpoint) => checkpoint.genesis,
        }
    }
}
