//! A node that answers from the rehearsed chain, as far as proofs are made from it. Nothing becomes final after its last block.

use std::collections::BTreeMap;

use codec::{Decode, Encode};
use quanji_client::evidence::{node::Node, trust::parse_hash};
use quanji_primitives::{certificate_number::CertificateNumber, storage_keys};
use quanji_verifier::{header::Header, package::Justified, H256};
use serde_json::{json, Value};
use sp_crypto_hashing::{blake2_128, twox_128};

use crate::{
    chain::{keys, voter, Chain},
    register::{self, State},
    support::rpc::{self, bytes, text, Answer},
};

/// The engine of justifications.
const GRANDPA: [u8; 4] = *b"FRNK";

/// What the node keeps: blocks with headers are the genesis block, the set changes and the last block.
struct Answers {
    blocks: BTreeMap<u32, (Header, Option<Vec<u8>>)>,
    changes: u8,
    last: u32,
    genesis: State,
    state: State,
    values: BTreeMap<Vec<u8>, Vec<u8>>,
}

fn header_json(header: &Header) -> Value {
    let logs: Vec<_> = header.digest.iter().map(|item| text(&item.encode())).collect();
    json!({
        "parentHash": header.parent_hash,
        "number": format!("0x{:x}", header.number),
        "stateRoot": header.state_root,
        "extrinsicsRoot": header.extrinsics_root,
        "digest": { "logs": logs },
    })
}

/// The key under which a certificate is found by its number.
fn index_of(number: CertificateNumber) -> Vec<u8> {
    let number = number.encode();
    let mut key = twox_128(b"Registry").to_vec();
    key.extend(twox_128(b"CertificateByNumber"));
    key.extend(blake2_128(&number));
    key.extend(number);
    key
}

impl Answers {
    /// A block without a header has a hash that says its number.
    fn hash(&self, number: u32) -> H256 {
        match self.blocks.get(&number) {
            Some((header, _)) => header.hash(),
            None => {
                let mut hash = [0xff; 32];
                hash[28..].copy_from_slice(&number.to_be_bytes());
                H256(hash)
            }
        }
    }

    /// The number of the block that a question names, or of the last one.
    fn number(&self, block: Option<&Value>) -> u32 {
        let Some(block) = block else {
            return self.last;
        };
        let hash = parse_hash(block.as_str().unwrap()).unwrap();
        let known = self
            .blocks
            .iter()
            .find_map(|(number, (header, _))| (header.hash() == hash).then_some(*number));
        known.unwrap_or_else(|| u32::from_be_bytes(hash.0[28..].try_into().unwrap()))
    }

    /// Sets change at blocks 10, 20, … as often as the chain says.
    fn set_after(&self, number: u32) -> u8 {
        u8::try_from(number / 10).unwrap().min(self.changes)
    }

    fn value(&self, key: &[u8], number: u32) -> Option<Vec<u8>> {
        let set = self.set_after(number);
        if key == storage_keys::grandpa_set_id() {
            return Some(u64::from(set).encode());
        }
        if key == storage_keys::grandpa_authorities() {
            let keys = keys(1 + 4 * set..5 + 4 * set);
            let authorities: Vec<_> = keys.iter().map(|key| (voter(key), 1_u64)).collect();
            return Some(authorities.encode());
        }
        self.values.get(key).filter(|_| number == self.last).cloned()
    }

    fn read_proof(&self, keys: &Value, number: u32) -> Value {
        let keys: Vec<_> = keys.as_array().unwrap().iter().map(bytes).collect();
        let state = if number == 0 { &self.genesis } else { &self.state };
        let nodes: Vec<_> = state.prove(&keys).iter().map(|node| text(node)).collect();
        json!({ "at": self.hash(number), "proof": nodes })
    }
}

impl Answer for Answers {
    fn answer(&self, method: &str, parameters: &[Value]) -> Value {
        let kept = |number: u32| &self.blocks[&number];
        match method {
            "chain_getFinalizedHead" => json!(self.hash(self.last)),
            "chain_getBlockHash" => {
                let number = parameters[0].as_u64().unwrap();
                json!(self.hash(u32::try_from(number).unwrap()))
            }
            "chain_getHeader" => header_json(&kept(self.number(parameters.first())).0),
            "chain_getBlock" => {
                let (header, justification) = kept(self.number(parameters.first()));
                let justifications = justification.as_ref().map(|bytes| json!([[GRANDPA, bytes]]));
                json!({ "block": { "header": header_json(header) }, "justifications": justifications })
            }
            "grandpa_proveFinality" => {
                let (header, justification) = kept(self.last);
                json!(text(&(header.hash(), justification.clone().unwrap()).encode()))
            }
            "state_getStorage" => {
                let value = self.value(&bytes(&parameters[0]), self.number(parameters.get(1)));
                json!(value.map(|value| text(&value)))
            }
            "state_getReadProof" => self.read_proof(&parameters[0], self.number(parameters.get(1))),
            other => panic!("{other} is not asked"),
        }
    }
}

/// A node of a chain whose sets of four changed `changes` times.
pub fn node(chain: &Chain, changes: u8) -> Node {
    let proof = chain.package().proof;
    let mut blocks = BTreeMap::from([(0, (chain.genesis(), None))]);
    for Justified {
        header,
        justification,
    } in proof.links.iter().chain([&proof.block])
    {
        let header = Header::decode(&mut header.0.as_slice()).unwrap();
        blocks.insert(header.number, (header, Some(justification.0.clone())));
    }
    let mut values = chain.register.values();
    let first = (register::object_id(), 0_u32);
    values.insert(index_of(register::number(1)), first.encode());
    let answers = Answers {
        blocks,
        changes,
        last: chain.block_number,
        genesis: chain.genesis_state(),
        state: chain.state(),
        values,
    };
    rpc::node(answers)
}
