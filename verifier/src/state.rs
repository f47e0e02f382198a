//! Reading records from a storage proof under a state root that is already believed.

use crate::errors::StateError;
use alloc::vec::Vec;
use codec::{Decode, DecodeAll};
use core::fmt;
use quanji_primitives::{regime::RegimeId, storage_keys, v1, AuthorityId, ObjectId, PartyId};
use sp_core::{Blake2Hasher, H256};
use sp_trie::{read_trie_value, LayoutV1, MemoryDB, StorageProof};

/// A record that a proof can hold, by what it is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Record {
    /// An object.
    Object(ObjectId),
    /// The right with a number in an object.
    Right(ObjectId, u32),
    /// The certificate with a number in an object.
    Certificate(ObjectId, u32),
    /// The mark with a number on an object.
    Mark(ObjectId, u32),
    /// What the licence with a number in an object has beside its right.
    Licence(ObjectId, u32),
    /// A party.
    Party(PartyId),
    /// The party that stands in the place of another.
    SuccessorOf(PartyId),
    /// An authority.
    Authority(AuthorityId),
    /// The credential key with a number of an authority.
    CredentialKey(AuthorityId, u32),
    /// A regime version.
    Regime(RegimeId),
    /// Block time.
    BlockTime,
    /// The development clock; absent on live chains.
    DevelopmentClock,
    /// The GRANDPA authorities.
    GrandpaAuthorities,
}

impl Record {
    /// The storage key.
    pub fn key(&self) -> Vec<u8> {
        match *self {
            Self::Object(object) => storage_keys::object(object),
            Self::Right(object, number) => storage_keys::right(object, number),
            Self::Certificate(object, number) => storage_keys::certificate(object, number),
            Self::Mark(object, number) => storage_keys::mark(object, number),
            Self::Licence(object, number) => storage_keys::licence(object, number),
            Self::Party(party) => storage_keys::party(party),
            Self::SuccessorOf(party) => storage_keys::successor_of(party),
            Self::Authority(authority) => storage_keys::authority(authority),
            Self::CredentialKey(authority, number) => storage_keys::credential_key(authority, number),
            Self::Regime(regime) => storage_keys::regime(regime),
            Self::BlockTime => storage_keys::block_time(),
            Self::DevelopmentClock => storage_keys::development_clock(),
            Self::GrandpaAuthorities => storage_keys::grandpa_authorities(),
        }
    }

    /// Whether the record begins with a version byte.
    fn is_versioned(&self) -> bool {
        !matches!(
            self,
            Self::SuccessorOf(_)
                | Self::Regime(_)
                | Self::BlockTime
                | Self::DevelopmentClock
                | Self::GrandpaAuthorities
        )
    }
}

impl fmt::Display for Record {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(object) => write!(formatter, "object {object}"),
            Self::Right(object, number) => write!(formatter, "right {number} of object {object}"),
            Self::Certificate(object, number) => write!(formatter, "certificate {number} of object {object}"),
            Self::Mark(object, number) => write!(formatter, "mark {number} on object {object}"),
            Self::Licence(object, number) => write!(formatter, "licence {number} of object {object}"),
            Self::Party(party) => write!(formatter, "party {party}"),
            Self::SuccessorOf(party) => write!(formatter, "successor of party {party}"),
            Self::Authority(authority) => write!(formatter, "authority {authority}"),
            Self::CredentialKey(authority, number) => {
                write!(formatter, "credential key {number} of authority {authority}")
            }
            Self::Regime(regime) => write!(formatter, "regime {}/{}", regime.system, regime.version),
            Self::BlockTime => formatter.write_str("block time"),
            Self::DevelopmentClock => formatter.write_str("development clock"),
            Self::GrandpaAuthorities => formatter.write_str("GRANDPA authorities"),
        }
    }
}

/// Decodes the value of `record`, whose layout version is checked first: another layout is not guessed at.
pub fn decode<T: Decode>(record: Record, value: &[u8]) -> Result<T, StateError> {
    let version = value.first().copied().unwrap_or_default();
    if record.is_versioned() && version != v1::VERSION {
        return Err(StateError::UnknownVersion {
            record,
            found: version,
        });
    }
    T::decode_all(&mut &*value).map_err(|_| StateError::Unreadable { record })
}

/// Trie nodes, as `state_getReadProof` gives them, under one state root.
pub struct StateProof {
    nodes: MemoryDB<Blake2Hasher>,
    root: H256,
}

impl StateProof {
    /// The proof that `nodes` make under `root`. Nodes that do not belong there are never reached.
    pub fn new(root: H256, nodes: impl IntoIterator<Item = Vec<u8>>) -> Self {
        Self {
            nodes: StorageProof::new(nodes).into_memory_db(),
            root,
        }
    }

    /// The record, or `None` where the proof shows that there is none.
    pub fn read<T: Decode>(&self, record: Record) -> Result<Option<T>, StateError> {
        let value =
            read_trie_value::<LayoutV1<Blake2Hasher>, _>(&self.nodes, &self.root, &record.key(), None, None);
        let value = value.map_err(|_| StateError::NotProven { record })?;
        value.map(|value| decode(record, &value)).transpose()
    }

    /// The record, which must exist.
    pub fn require<T: Decode>(&self, record: Record) -> Result<T, StateError> {
        self.read(record)?.ok_or(StateError::Absent { record })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn records_are_named_to_readers() {
        let authority = AuthorityId(1);
        let object = ObjectId::new(authority, 2).unwrap();
        assert_eq!(
            Record::Right(object, 3).to_string(),
            alloc::format!("right 3 of object {object}")
        );
        assert_eq!(Record::BlockTime.to_string(), "block time");
    }
}
