//! Many records of one block, each read from a proof, in few questions: one read proof answers for hundreds of keys.

use std::collections::BTreeSet;

use codec::{Decode, DecodeAll};
use quanji_verifier::{StateProof, Title, TitleKeys, H256};
use sp_core::Blake2Hasher;
use sp_trie::{read_trie_value, LayoutV1, MemoryDB, StorageProof, TrieDBBuilder, TrieDBIterator};

use super::{node::Node, EvidenceError};
use quanji_primitives::ObjectId;
use std::collections::BTreeMap;

/// A key and its value.
pub type Pair = (Vec<u8>, Vec<u8>);

/// Keys asked for in one question.
const KEYS_PER_QUESTION: usize = 1_000;

/// Where trie nodes come from.
#[derive(Clone, Copy)]
enum Source<'a> {
    /// A node that is asked.
    Node(&'a Node),
    /// A proof that was kept: nothing is asked.
    Kept,
}

/// What is known of the state of one block, under its root.
pub struct Batch<'a> {
    source: Source<'a>,
    block: H256,
    root: H256,
    asked: BTreeSet<Vec<u8>>,
    nodes: BTreeSet<Vec<u8>>,
    known: MemoryDB<Blake2Hasher>,
    questions: u32,
}

impl<'a> Batch<'a> {
    /// Nothing yet of the state of `block`, whose state root is `root`.
    pub fn new(node: &'a Node, block: H256, root: H256) -> Self {
        Self {
            source: Source::Node(node),
            block,
            root,
            asked: BTreeSet::new(),
            nodes: BTreeSet::new(),
            known: MemoryDB::default(),
            questions: 0,
        }
    }

    /// What a kept proof says of the state with this root. A key outside the proof is an error, never absence.
    pub fn of_proof(root: H256, nodes: impl IntoIterator<Item = Vec<u8>>) -> Batch<'static> {
        let nodes: BTreeSet<Vec<u8>> = nodes.into_iter().collect();
        Batch {
            source: Source::Kept,
            block: H256::zero(),
            root,
            asked: BTreeSet::new(),
            known: database(&nodes),
            nodes,
            questions: 0,
        }
    }

    /// Asks for the proofs of `keys`; for those asked before nothing is asked again.
    pub async fn fetch(&mut self, keys: impl IntoIterator<Item = Vec<u8>>) -> Result<(), EvidenceError> {
        let new: Vec<_> = keys
            .into_iter()
            .filter(|key| self.asked.insert(key.clone()))
            .collect();
        let Source::Node(node) = self.source else {
            return Ok(());
        };
        for some in new.chunks(KEYS_PER_QUESTION) {
            self.questions = self.questions.saturating_add(1);
            self.nodes.extend(node.read_proof(some, self.block).await?);
        }
        if !new.is_empty() {
            self.known = database(&self.nodes);
        }
        Ok(())
    }

    /// The value under a key, or `None` where the proof shows that there is none.
    pub fn raw(&self, key: &[u8]) -> Result<Option<Vec<u8>>, EvidenceError> {
        read_trie_value::<LayoutV1<Blake2Hasher>, _>(&self.known, &self.root, key, None, None)
            .map_err(|_| self.outside())
    }

    /// The value under a key, decoded.
    pub fn value<T: Decode>(&self, key: &[u8]) -> Result<Option<T>, EvidenceError> {
        let decoded = self
            .raw(key)?
            .map(|value| T::decode_all(&mut &*value))
            .transpose();
        decoded.map_err(|error| EvidenceError::Record {
            reason: error.to_string(),
        })
    }

    /// Every key and value under `prefix`, proven complete: a key that the proof leaves out lies below a trie node that is not
    /// there, and is an error.
    pub fn all_under(&self, prefix: &[u8]) -> Result<Vec<Pair>, EvidenceError> {
        let trie = TrieDBBuilder::<LayoutV1<Blake2Hasher>>::new(&self.known, &self.root).build();
        let below = TrieDBIterator::new_prefixed(&trie, prefix).map_err(|_| self.outside())?;
        below.map(|pair| pair.map_err(|_| self.outside())).collect()
    }

    /// Every key and value under `prefix`, proven complete; nothing where there are more than `most` of them, or where a kept
    /// proof does not hold them all.
    pub async fn walk(&mut self, prefix: &[u8], most: u32) -> Result<Option<Vec<Pair>>, EvidenceError> {
        let Source::Node(node) = self.source else {
            return Ok(self.all_under(prefix).ok());
        };
        let keys = node
            .keys_under(prefix, most.saturating_add(1), self.block)
            .await?;
        if u32::try_from(keys.len()).map_or(true, |found| found > most) {
            return Ok(None);
        }
        self.fetch(keys.into_iter().chain([prefix.to_vec()])).await?;
        self.all_under(prefix).map(Some)
    }

    /// The complete titles of these objects, each a function of proven counts. An object that is not there is an error.
    pub async fn titles(
        &mut self,
        objects: impl IntoIterator<Item = ObjectId>,
    ) -> Result<BTreeMap<ObjectId, Title>, EvidenceError> {
        let mut all: BTreeMap<ObjectId, TitleKeys> = objects
            .into_iter()
            .map(|object| (object, TitleKeys::new(object)))
            .collect();
        loop {
            let mut missing: Vec<(ObjectId, Vec<Vec<u8>>)> = Vec::new();
            for (object, keys) in &all {
                let of_object = keys.missing()?;
                if !of_object.is_empty() {
                    missing.push((*object, of_object));
                }
            }
            if missing.is_empty() {
                break;
            }
            self.fetch(missing.iter().flat_map(|(_, keys)| keys.iter().cloned()))
                .await?;
            for (object, keys) in missing {
                let Some(of_object) = all.get_mut(&object) else {
                    continue;
                };
                for key in keys {
                    let value = self.raw(&key)?;
                    of_object.insert(key, value);
                }
            }
        }
        let proof = self.proof();
        all.into_keys()
            .map(|object| Ok((object, Title::read(&proof, object)?)))
            .collect()
    }

    /// How many questions the node was asked.
    pub fn questions(&self) -> u32 {
        self.questions
    }

    /// The state root under which all of it stands.
    pub fn root(&self) -> H256 {
        self.root
    }

    /// The proof of everything that was asked.
    pub fn proof(&self) -> StateProof {
        StateProof::new(self.root, self.nodes.iter().cloned())
    }

    /// Its trie nodes.
    pub fn nodes(&self) -> Vec<Vec<u8>> {
        self.nodes.iter().cloned().collect()
    }

    /// The node or file gave a proof that does not cover what was asked.
    fn outside(&self) -> EvidenceError {
        EvidenceError::BadAnswer {
            question: "state_getReadProof".into(),
        }
    }
}

fn database(nodes: &BTreeSet<Vec<u8>>) -> MemoryDB<Blake2Hasher> {
    StorageProof::new(nodes.iter().cloned()).into_memory_db()
}
