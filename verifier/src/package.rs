//! The evidence package: one JSON document, `quanji-evidence/1`. Binary parts are SCALE, written in base64.

use crate::{errors::PackageError, json::refuse_duplicate_members};
use alloc::{string::String, string::ToString, vec::Vec};
use base64::{engine::general_purpose::STANDARD, Engine};
use serde::{
    de::{DeserializeOwned, Error as _},
    Deserialize, Deserializer, Serialize, Serializer,
};
use serde_json::Value;

/// The format this crate reads and writes.
pub const FORMAT: &str = "quanji-evidence/1";

/// The most bytes a package may have: hundreds of set changes and a large title stay far below.
pub const PACKAGE_BYTES_MAX: usize = 16 * 1024 * 1024;

/// A certificate with everything needed to believe it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidencePackage {
    /// [`FORMAT`].
    pub format: String,
    /// The signed credential; by itself readable by any software for Verifiable Credentials 2.0.
    pub credential: Value,
    /// The proof that the credential says what the register holds.
    pub proof: Proof,
}

/// From the genesis block, or from a later authority set, to the state of one block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The genesis block; may be left out when readers have a checkpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub genesis: Option<GenesisProof>,
    /// Number of the authority set that finalised the first of `links` (or `block`, where there is none): 0 after genesis.
    #[serde(default)]
    pub first_set: u64,
    /// The blocks at which one set handed over to the next, oldest first.
    pub links: Vec<Justified>,
    /// The block whose state is proven.
    pub block: Justified,
    /// Trie nodes of the title's records at that block.
    pub state: Vec<Bytes>,
}

/// The genesis header, and the proof of the first authority set in its state.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisProof {
    /// The header, SCALE.
    pub header: Bytes,
    /// Trie nodes of the GRANDPA authorities.
    pub state: Vec<Bytes>,
}

/// A header and the justification that finalised it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Justified {
    /// The header, SCALE.
    pub header: Bytes,
    /// The GRANDPA justification, SCALE, as nodes store it.
    pub justification: Bytes,
}

/// Bytes that are base64 in JSON (standard alphabet, padded).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bytes(pub Vec<u8>);

impl EvidencePackage {
    /// A package of this crate's format.
    pub fn new(credential: Value, proof: Proof) -> Self {
        Self {
            format: FORMAT.into(),
            credential,
            proof,
        }
    }

    /// Reads a package.
    pub fn from_json(text: &str) -> Result<Self, PackageError> {
        read(text, FORMAT)
    }

    /// Writes the package, indented.
    pub fn to_json(&self) -> Result<String, PackageError> {
        serde_json::to_string_pretty(self).map_err(not_json)
    }
}

/// Reads a document of the format named, in which no member stands twice.
pub(crate) fn read<T: DeserializeOwned>(text: &str, format: &'static str) -> Result<T, PackageError> {
    if text.len() > PACKAGE_BYTES_MAX {
        return Err(PackageError::TooLarge {
            bytes: text.len(),
            max: PACKAGE_BYTES_MAX,
        });
    }
    refuse_duplicate_members(text)?;
    is_of_format(text, format)?;
    serde_json::from_str(text).map_err(not_json)
}

pub(crate) fn not_json(error: serde_json::Error) -> PackageError {
    PackageError::NotJson {
        reason: error.to_string(),
    }
}

/// A later format may have other members: it is named before anything else is read.
fn is_of_format(text: &str, expected: &'static str) -> Result<(), PackageError> {
    #[derive(Deserialize)]
    struct Named {
        format: String,
    }
    let Named { format: found } = serde_json::from_str(text).map_err(not_json)?;
    if found != expected {
        return Err(PackageError::UnknownFormat { expected, found });
    }
    Ok(())
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD
            .decode(text)
            .map(Self)
            .map_err(|_| D::Error::custom("expected base64 with padding"))
    }
}
