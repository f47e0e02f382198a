//! Checkpoints: their file form, and checkpoints that prove themselves.
//!
//! A proof of a checkpoint is the chain of set changes from the genesis block, or from an earlier checkpoint, to one
//! finalised block. Whoever believes the beginning believes the checkpoint, from whomever the file comes. One a year keeps
//! packages short, and guards against keys of long ago: what a set that has left office signs later does not descend from it.

use crate::{
    errors::{Error, PackageError},
    finality::{AuthoritySet, Voter},
    follow::reached_checkpoint,
    package::{not_json, read, Proof},
    trust::{Checkpoint, TrustAnchor},
    H256,
};
use alloc::{format, string::String, vec::Vec};
use serde::{de::Error as _, Deserialize, Serialize};

/// The format of a checkpoint that is believed.
pub const CHECKPOINT_FORMAT: &str = "quanji-checkpoint/1";

/// The format of a checkpoint that is proven.
pub const CHECKPOINT_PROOF_FORMAT: &str = "quanji-checkpoint-proof/1";

/// A proof that leads from a trusted beginning to a checkpoint. Its part `state` is empty.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckpointProof {
    /// [`CHECKPOINT_PROOF_FORMAT`].
    pub format: String,
    /// From the beginning to the block.
    pub proof: Proof,
}

/// Verifies the text of a checkpoint's proof and gives the checkpoint.
pub fn verify_checkpoint(json: &str, trust: &TrustAnchor) -> Result<Checkpoint, Error> {
    let proof: CheckpointProof = read(json, CHECKPOINT_PROOF_FORMAT)?;
    reached_checkpoint(&proof.proof, trust)
}

impl CheckpointProof {
    /// A proof of this crate's format.
    pub fn new(proof: Proof) -> Self {
        Self {
            format: CHECKPOINT_PROOF_FORMAT.into(),
            proof,
        }
    }

    /// Writes the proof, indented.
    pub fn to_json(&self) -> Result<String, PackageError> {
        serde_json::to_string_pretty(self).map_err(not_json)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckpointJson {
    format: String,
    genesis: String,
    number: u32,
    hash: String,
    set: u64,
    authorities: Vec<(String, u64)>,
}

impl Checkpoint {
    /// Reads a checkpoint file.
    pub fn from_json(text: &str) -> Result<Self, PackageError> {
        let json: CheckpointJson = read(text, CHECKPOINT_FORMAT)?;
        let hash = |text: &str| {
            parse_hash(text)
                .ok_or_else(|| not_json(serde_json::Error::custom("expected 64 hexadecimal digits")))
        };
        let voter = |(key, weight): (String, u64)| Ok((Voter(hash(&key)?.0), weight));
        let authorities = json.authorities.into_iter().map(voter);
        Ok(Self {
            genesis: hash(&json.genesis)?,
            number: json.number,
            hash: hash(&json.hash)?,
            set: AuthoritySet {
                set_id: json.set,
                authorities: authorities.collect::<Result<_, PackageError>>()?,
            },
        })
    }

    /// The text of a checkpoint file.
    pub fn to_json(&self) -> String {
        let hash = |hash: H256| format!("0x{}", hex::encode(hash));
        let authorities = self.set.authorities.iter();
        let json = serde_json::json!({
            "format": CHECKPOINT_FORMAT,
            "genesis": hash(self.genesis),
            "number": self.number,
            "hash": hash(self.hash),
            "set": self.set.set_id,
            "authorities": authorities.map(|(voter, weight)| (format!("0x{voter}"), weight)).collect::<Vec<_>>(),
        });
        format!("{json:#}\n")
    }
}

impl TrustAnchor {
    /// What a reader writes down to say what is believed: a genesis hash, or the text of a checkpoint file.
    pub fn from_text(text: &str) -> Result<Self, PackageError> {
        match parse_hash(text) {
            Some(hash) => Ok(Self::Genesis(hash)),
            None => Checkpoint::from_json(text).map(Self::Checkpoint),
        }
    }
}

/// Reads 64 hexadecimal digits, with or without `0x`.
pub fn parse_hash(text: &str) -> Option<H256> {
    let text = text.trim();
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let bytes = hex::decode(digits).ok()?;
    bytes.try_into().ok().map(|bytes: [u8; 32]| H256(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{borrow::ToOwned, vec};

    fn checkpoint() -> Checkpoint {
        Checkpoint {
            genesis: H256([1; 32]),
            number: 40,
            hash: H256([2; 32]),
            set: AuthoritySet {
                set_id: 3,
                authorities: vec![(Voter([4; 32]), 1)],
            },
        }
    }

    #[test]
    fn a_checkpoint_reads_back() {
        let text = checkpoint().to_json();
        assert_eq!(Checkpoint::from_json(&text), Ok(checkpoint()));
        assert_eq!(
            TrustAnchor::from_text(&text),
            Ok(TrustAnchor::Checkpoint(checkpoint()))
        );
        let other = text.replace("checkpoint/1", "checkpoint/2");
        assert!(matches!(
            Checkpoint::from_json(&other),
            Err(PackageError::UnknownFormat { .. })
        ));
        let short = text.replacen(&"01".repeat(32), "01", 1);
        let Err(PackageError::NotJson { reason }) = Checkpoint::from_json(&short) else {
            panic!("{short}")
        };
        assert_eq!(reason, "expected 64 hexadecimal digits");
    }

    #[test]
    fn a_genesis_hash_is_trust_with_and_without_prefix() {
        let digits = "ab".repeat(32);
        let trusted = Ok(TrustAnchor::Genesis(H256([0xab; 32])));
        assert_eq!(TrustAnchor::from_text(&digits), trusted);
        assert_eq!(TrustAnchor::from_text(&format!(" 0x{digits}\n")), trusted);
        for bad in ["", "0x", "0xzz", &digits[2..], &(digits.to_owned() + "ab")] {
            assert!(TrustAnchor::from_text(bad).is_err(), "{bad}");
        }
    }
}
