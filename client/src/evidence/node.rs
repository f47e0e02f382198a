//! The few questions that evidence asks a node, by the RPC methods every Substrate node has.

use codec::{Decode, DecodeAll};
use quanji_verifier::{
    finality::Justification,
    header::{DigestItem, Header},
    H256,
};
use serde::{de::DeserializeOwned, Deserialize};
use serde_json::{json, Value};
use std::time::Duration;
use subxt_rpcs::{
    client::{RpcClient, RpcParams},
    Error as RpcError,
};

use tokio::time::timeout;

use super::EvidenceError;
use crate::chain::Chain;

/// The engine under which GRANDPA's justifications are stored.
const GRANDPA_ENGINE: [u8; 4] = *b"FRNK";

/// The most keys that nodes list in one answer.
const KEYS_PER_PAGE: u32 = 1_000;

/// How long the next final block may take.
const NEXT_BLOCK: Duration = Duration::from_secs(15);

/// A connection to a node.
#[derive(Clone, Debug)]
pub struct Node {
    rpc: RpcClient,
    address: String,
}

/// A block as far as evidence needs it.
#[derive(Clone, Debug)]
pub struct StoredBlock {
    /// Its header.
    pub header: Header,
    /// The justification stored with it.
    pub justification: Option<Vec<u8>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HeaderJson {
    parent_hash: String,
    number: String,
    state_root: String,
    extrinsics_root: String,
    digest: DigestJson,
}

#[derive(Deserialize)]
struct DigestJson {
    logs: Vec<String>,
}

#[derive(Deserialize)]
struct SignedBlockJson {
    block: BlockJson,
    #[serde(default)]
    justifications: Option<Vec<([u8; 4], Vec<u8>)>>,
}

#[derive(Deserialize)]
struct BlockJson {
    header: HeaderJson,
}

#[derive(Deserialize)]
struct ReadProofJson {
    proof: Vec<String>,
}

impl Node {
    /// The node of a connection.
    pub fn of(chain: &Chain) -> Self {
        Self::new(chain.rpc().clone(), chain.node())
    }

    /// Asks over `rpc`; `address` names the node in errors.
    pub fn new(rpc: RpcClient, address: &str) -> Self {
        Self {
            rpc,
            address: address.to_owned(),
        }
    }

    /// Hash of the last finalised block.
    pub async fn finalised_head(&self) -> Result<H256, EvidenceError> {
        hash(
            &self.ask::<String>("chain_getFinalizedHead", &[]).await?,
            "chain_getFinalizedHead",
        )
    }

    /// Hash of the block with a number, on the best chain.
    pub async fn block_hash(&self, number: u32) -> Result<Option<H256>, EvidenceError> {
        let method = "chain_getBlockHash";
        let answer: Option<String> = self.ask(method, &[json!(number)]).await?;
        answer.map(|text| hash(&text, method)).transpose()
    }

    /// Hash of the genesis block, by which a chain is known.
    pub async fn genesis(&self) -> Result<H256, EvidenceError> {
        let bad = || EvidenceError::BadAnswer {
            question: "chain_getBlockHash".into(),
        };
        self.block_hash(0).await?.ok_or_else(bad)
    }

    /// The header of a block.
    pub async fn header(&self, block: H256) -> Result<Header, EvidenceError> {
        let method = "chain_getHeader";
        let answer: Option<HeaderJson> = self.ask(method, &[json!(block)]).await?;
        answer
            .and_then(|json| json.read())
            .filter(|header| header.hash() == block)
            .ok_or_else(|| EvidenceError::BadAnswer {
                question: method.into(),
            })
    }

    /// A block with its justification.
    pub async fn block(&self, block: H256) -> Result<StoredBlock, EvidenceError> {
        let method = "chain_getBlock";
        let answer: Option<SignedBlockJson> = self.ask(method, &[json!(block)]).await?;
        let read = answer.and_then(|signed| {
            let header = signed.block.header.read()?;
            let justification = signed
                .justifications
                .into_iter()
                .flatten()
                .find_map(|(engine, bytes)| (engine == GRANDPA_ENGINE).then_some(bytes));
            (header.hash() == block).then_some(StoredBlock {
                header,
                justification,
            })
        });
        read.ok_or_else(|| EvidenceError::BadAnswer {
            question: method.into(),
        })
    }

    /// The hash of the latest block whose justification proves block `number` final too, with that justification; nothing
    /// where the node has none of the set in office then, or does not tell.
    pub async fn justification_of(&self, number: u32) -> Result<Option<(H256, Vec<u8>)>, EvidenceError> {
        let method = "grandpa_proveFinality";
        let answer: Option<String> = match self.ask(method, &[json!(number)]).await {
            Err(EvidenceError::NodeRefused { .. }) => None,
            answer => answer?,
        };
        let read = |text: String| {
            let proof = bytes(&text, method)?;
            // Headers between the two blocks come after it; nobody here asks for them.
            <(H256, Vec<u8>)>::decode(&mut &*proof).map_err(|_| EvidenceError::BadAnswer {
                question: method.into(),
            })
        };
        answer.map(read).transpose()
    }

    /// The justification of the next block that becomes final, with the hash of that block; nothing where none does so soon,
    /// or the node does not tell.
    pub async fn next_justification(&self) -> Option<(H256, Vec<u8>)> {
        let told = async {
            let method = [
                "grandpa_subscribeJustifications",
                "grandpa_unsubscribeJustifications",
            ];
            let no_parameters = RpcParams::new();
            let answers = self.rpc.subscribe::<String>(method[0], no_parameters, method[1]);
            let text = answers.await.ok()?.next().await?.ok()?;
            let justification = bytes(&text, method[0]).ok()?;
            let target = Justification::decode(&mut &*justification)
                .ok()?
                .commit
                .target_hash;
            Some((target, justification))
        };
        timeout(NEXT_BLOCK, told).await.ok().flatten()
    }

    /// The value under a key in the state of a block; of the best block when none is named.
    pub async fn storage(&self, key: &[u8], block: Option<H256>) -> Result<Option<Vec<u8>>, EvidenceError> {
        let method = "state_getStorage";
        let mut parameters = vec![json!(hex_text(key))];
        parameters.extend(block.map(|block| json!(block)));
        let answer: Option<String> = self.ask(method, &parameters).await?;
        answer.map(|text| bytes(&text, method)).transpose()
    }

    /// The value under a key, decoded.
    pub async fn value<T: Decode>(
        &self,
        key: &[u8],
        block: Option<H256>,
    ) -> Result<Option<T>, EvidenceError> {
        let found = self.storage(key, block).await?;
        let decoded = found.map(|value| T::decode_all(&mut &*value)).transpose();
        decoded.map_err(|error| EvidenceError::Record {
            reason: error.to_string(),
        })
    }

    /// The trie nodes that prove keys in the state of a block.
    pub async fn read_proof(&self, keys: &[Vec<u8>], block: H256) -> Result<Vec<Vec<u8>>, EvidenceError> {
        let method = "state_getReadProof";
        let keys: Vec<_> = keys.iter().map(|key| hex_text(key)).collect();
        let answer: ReadProofJson = self.ask(method, &[json!(keys), json!(block)]).await?;
        answer.proof.iter().map(|node| bytes(node, method)).collect()
    }

    /// The keys that begin with `prefix` in the state of a block, at most `most`.
    pub async fn keys_under(
        &self,
        prefix: &[u8],
        most: u32,
        block: H256,
    ) -> Result<Vec<Vec<u8>>, EvidenceError> {
        let method = "state_getKeysPaged";
        let mut keys: Vec<Vec<u8>> = Vec::new();
        loop {
            let left = most.saturating_sub(u32::try_from(keys.len()).unwrap_or(u32::MAX));
            let page = left.min(KEYS_PER_PAGE);
            let start = keys.last().map(|last| json!(hex_text(last)));
            let start = start.unwrap_or(Value::Null);
            let parameters = [json!(hex_text(prefix)), json!(page), start, json!(block)];
            let answer: Vec<String> = self.ask(method, &parameters).await?;
            let found = answer.len();
            for text in answer {
                keys.push(bytes(&text, method)?);
            }
            if found == 0 || u32::try_from(found).is_ok_and(|found| found < page) || page == left {
                return Ok(keys);
            }
        }
    }

    async fn ask<T: DeserializeOwned>(&self, method: &str, parameters: &[Value]) -> Result<T, EvidenceError> {
        let mut sent = RpcParams::new();
        let answer = match parameters.iter().try_for_each(|parameter| sent.push(parameter)) {
            Ok(()) => self.rpc.request(method, sent).await,
            Err(error) => Err(error),
        };
        answer.map_err(|error| match error {
            RpcError::User(error) => EvidenceError::NodeRefused {
                question: method.into(),
                reason: error.to_string(),
            },
            RpcError::Deserialization(_) | RpcError::Decode(_) => EvidenceError::BadAnswer {
                question: method.into(),
            },
            error => unreachable_node(&self.address, &error),
        })
    }
}

impl HeaderJson {
    fn read(&self) -> Option<Header> {
        let hash = |text: &str| hash(text, "").ok();
        let number = u32::from_str_radix(self.number.strip_prefix("0x")?, 16).ok()?;
        let digest = self.digest.logs.iter().map(|log| {
            let log = bytes(log, "").ok()?;
            DigestItem::decode_all(&mut &*log).ok()
        });
        Some(Header {
            parent_hash: hash(&self.parent_hash)?,
            number,
            state_root: hash(&self.state_root)?,
            extrinsics_root: hash(&self.extrinsics_root)?,
            digest: digest.collect::<Option<_>>()?,
        })
    }
}

fn unreachable_node(address: &str, error: &RpcError) -> EvidenceError {
    EvidenceError::Unreachable {
        node: address.to_owned(),
        reason: error.to_string(),
    }
}

fn hex_text(bytes: &[u8]) -> String {
    format!("0x{}", hex::encode(bytes))
}

fn bytes(text: &str, question: &str) -> Result<Vec<u8>, EvidenceError> {
    text.strip_prefix("0x")
        .and_then(|digits| hex::decode(digits).ok())
        .ok_or_else(|| EvidenceError::BadAnswer {
            question: question.into(),
        })
}

fn hash(text: &str, question: &str) -> Result<H256, EvidenceError> {
    let bytes = bytes(text, question)?;
    <[u8; 32]>::try_from(bytes)
        .map(H256)
        .map_err(|_| EvidenceError::BadAnswer {
            question: question.into(),
        })
}
