//! Block headers in the layout of `sp_runtime::generic`, declared anew so that the verifier needs no runtime crate. A
//! test compares both.

use crate::errors::{PackageError, Part};
use alloc::vec::Vec;
use codec::{Decode, DecodeAll, Encode};
use sp_core::H256;
use sp_crypto_hashing::blake2_256;

/// A block header.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub struct Header {
    /// Hash of the parent's header.
    pub parent_hash: H256,
    /// Number of the block.
    #[codec(compact)]
    pub number: u32,
    /// Root of the state after the block.
    pub state_root: H256,
    /// Root of the block's extrinsics.
    pub extrinsics_root: H256,
    /// What consensus engines noted.
    pub digest: Vec<DigestItem>,
}

/// Something a consensus engine noted in a header.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub enum DigestItem {
    /// Anything else.
    #[codec(index = 0)]
    Other(Vec<u8>),
    /// From the runtime to the engine.
    #[codec(index = 4)]
    Consensus([u8; 4], Vec<u8>),
    /// The author's seal.
    #[codec(index = 5)]
    Seal([u8; 4], Vec<u8>),
    /// From the engine to the runtime.
    #[codec(index = 6)]
    PreRuntime([u8; 4], Vec<u8>),
    /// The runtime changed.
    #[codec(index = 8)]
    RuntimeEnvironmentUpdated,
}

impl Header {
    /// The hash by which the chain knows the block.
    pub fn hash(&self) -> H256 {
        H256(blake2_256(&self.encode()))
    }
}

/// A header together with its hash, which was computed from it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    hash: H256,
    header: Header,
}

impl Block {
    /// Reads a SCALE header; `part` names it in the error.
    pub fn read(mut bytes: &[u8], part: Part) -> Result<Self, PackageError> {
        let hash = H256(blake2_256(bytes));
        let header = Header::decode_all(&mut bytes).map_err(|_| PackageError::Unreadable { part })?;
        Ok(Self { hash, header })
    }

    /// The hash.
    pub fn hash(&self) -> H256 {
        self.hash
    }

    /// The number.
    pub fn number(&self) -> u32 {
        self.header.number
    }

    /// The header.
    pub fn header(&self) -> &Header {
        &self.header
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_runtime::{
        generic,
        traits::{BlakeTwo256, Header as _},
        Digest,
    };

    #[test]
    fn headers_have_the_layout_and_hash_of_the_sdk() {
        let logs = vec![
            generic::DigestItem::PreRuntime(*b"aura", vec![1, 2]),
            generic::DigestItem::Consensus(*b"FRNK", vec![3]),
            generic::DigestItem::Other(vec![4]),
            generic::DigestItem::RuntimeEnvironmentUpdated,
            generic::DigestItem::Seal(*b"aura", vec![5; 64]),
        ];
        let theirs = generic::Header::<u32, BlakeTwo256>::new(
            70_000,
            H256([1; 32]),
            H256([2; 32]),
            H256([3; 32]),
            Digest { logs },
        );
        let ours = Block::read(&theirs.encode(), Part::BlockHeader).unwrap();
        assert_eq!(ours.header().encode(), theirs.encode());
        assert_eq!((ours.hash(), ours.number()), (theirs.hash(), 70_000));
        assert_eq!(ours.header().hash(), theirs.hash());
        assert_eq!(ours.header().state_root, H256([2; 32]));
        assert_eq!(ours.header().extrinsics_root, H256([1; 32]));
        assert_eq!(ours.header().parent_hash, H256([3; 32]));
    }

    #[test]
    fn bytes_after_the_header_are_refused() {
        let header = Header {
            parent_hash: H256::zero(),
            number: 0,
            state_root: H256::zero(),
            extrinsics_root: H256::zero(),
            digest: Vec::new(),
        };
        let mut bytes = header.encode();
        bytes.push(0);
        let error = Block::read(&bytes, Part::GenesisHeader);
        assert_eq!(
            error,
            Err(PackageError::Unreadable {
                part: Part::GenesisHeader
            })
        );
    }
}
