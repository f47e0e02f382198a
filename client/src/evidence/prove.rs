//! Proofs of less than a certificate: the last entries of an object, and a checkpoint; and a certificate proven anew, with the
//! credential that somebody has. They lead from the genesis block, or from a checkpoint where one is named, and are verified
//! before they are given out.

use codec::Encode;
use quanji_primitives::{storage_keys, ObjectId};
use quanji_verifier::{
    credential::Claims, errors::Part, package::Bytes, verify, verify_checkpoint, verify_entries, Block,
    Checkpoint, CheckpointProof, EntriesProof, EvidencePackage, ProvenEntries, Request, Verdict, H256,
};
use serde_json::Value;

use super::{
    beginning::Beginning,
    finality::{self, Final},
    history,
    node::Node,
    not_proven::NotProven,
    title::{self, Proven},
    EvidenceError,
};
use crate::chain::Chain;

/// A proof that was made and verified.
#[derive(Debug)]
pub struct Made<T> {
    /// Its text.
    pub text: String,
    /// What it proves.
    pub proven: T,
    /// The chain.
    pub genesis: H256,
}

/// Proves the entries of an object from `from` on to the last.
pub async fn entries(
    chain: &Chain,
    object: ObjectId,
    from: u32,
    read: &dyn Fn(u32, u32),
) -> Result<Made<ProvenEntries>, EvidenceError> {
    let node = &Node::of(chain);
    let block = justified(node).await?;
    let record = title::object_record(node, object, Some(block.hash)).await?;
    let history = history::read(chain, object, read).await?;
    let given: Vec<Bytes> = history
        .entries
        .iter()
        .map(|made| &made.entry)
        .filter(|entry| (from..=record.entries).contains(&entry.no.number))
        .map(|entry| entry.encode().into())
        .collect();
    if given.is_empty() {
        return Err(EvidenceError::EntryMissing {
            number: from,
            block: block.header.number,
        });
    }
    let nodes = node
        .read_proof(&[storage_keys::object(object)], block.hash)
        .await?;
    let beginning = Beginning::of(node, None).await?;
    let proof = beginning.proof(node, &block, nodes).await?;
    let text = EntriesProof::new(object, given, proof)
        .to_json()
        .map_err(self_check)?;
    let proven = verify_entries(&text, &beginning.anchor()).map_err(self_check)?;
    Ok(Made {
        text,
        proven,
        genesis: beginning.genesis,
    })
}

/// Proves the latest block with a stored justification as a checkpoint, from the genesis block or from an earlier checkpoint.
pub async fn checkpoint(node: &Node, from: Option<&Checkpoint>) -> Result<Made<Checkpoint>, EvidenceError> {
    let beginning = Beginning::of(node, from).await?;
    let block = justified(node).await?;
    let proof = beginning.proof(node, &block, Vec::new()).await?;
    let text = CheckpointProof::new(proof).to_json().map_err(self_check)?;
    let proven = verify_checkpoint(&text, &beginning.anchor()).map_err(self_check)?;
    Ok(Made {
        text,
        proven,
        genesis: beginning.genesis,
    })
}

/// The block of a package, as it says itself.
pub fn block_of(package: &EvidencePackage) -> Result<u32, NotProven> {
    let block = Block::read(&package.proof.block.header.0, Part::BlockHeader);
    block
        .map(|block| block.number())
        .map_err(|reason| NotProven(reason.into()))
}

/// Proves the certificate of a package as of now, with the credential as it is: that it is still in force, or was superseded or
/// ended, or what stands against it. Nobody has to sign. The block is above `after`, that of the package: at the same block, or
/// before it, nothing new is proven.
pub async fn again(
    node: &Node,
    package: &EvidencePackage,
    after: u32,
    from: Option<&Checkpoint>,
) -> Result<Made<Verdict>, EvidenceError> {
    let claims = Claims::read(&package.credential).map_err(self_check)?;
    let beginning = Beginning::of(node, from).await?;
    is_of_chain(&claims, beginning.genesis)?;
    let block = newer(node, after).await?;
    let Proven { title, nodes } =
        title::prove(node, claims.object, block.hash, block.header.state_root).await?;
    let proof = beginning.proof(node, &block, nodes).await?;
    let text = EvidencePackage::new(package.credential.clone(), proof)
        .to_json()
        .map_err(self_check)?;
    let request = Request {
        trust: beginning.anchor(),
        now: title.block_time,
        at: None,
        max_age_millis: None,
    };
    let proven = verify(&text, &request).map_err(self_check)?;
    Ok(Made {
        text,
        proven,
        genesis: beginning.genesis,
    })
}

/// Numbers of blocks can be compared within one chain only.
fn is_of_chain(claims: &Claims, genesis: H256) -> Result<(), EvidenceError> {
    let claimed = claims.document.pointer("/credentialSubject/chain");
    let claimed = claimed.and_then(Value::as_str).unwrap_or_default();
    if claimed == hex::encode(genesis) {
        return Ok(());
    }
    Err(EvidenceError::OtherChain {
        chain: claimed.chars().take(64).collect(),
    })
}

async fn justified(node: &Node) -> Result<Final, EvidenceError> {
    let latest = finality::latest(node).await?;
    latest.ok_or(EvidenceError::NoJustification { block: 0 })
}

/// A final block above `after`. The package may be seconds old: then the next block to become final is waited for.
async fn newer(node: &Node, after: u32) -> Result<Final, EvidenceError> {
    let mut block = justified(node).await?;
    if block.header.number <= after {
        block = finality::next(node).await?.unwrap_or(block);
    }
    let number = block.header.number;
    if number <= after {
        return Err(EvidenceError::NotNewer {
            block: number,
            package: after,
        });
    }
    Ok(block)
}

/// Nothing is given out that its reader would refuse.
fn self_check(error: impl std::fmt::Display) -> EvidenceError {
    EvidenceError::SelfCheck {
        reason: error.to_string(),
    }
}
