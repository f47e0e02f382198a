//! Proofs of less than a certificate: the last entries of an object, and a checkpoint; and a certificate proven anew, with the
//! credential that somebody has. All lead from the genesis block, and are verified before they are given out.

use codec::Encode;
use quanji_primitives::{storage_keys, ObjectId};
use quanji_verifier::{
    credential::Claims,
    package::{Bytes, Proof},
    verify, verify_checkpoint, verify_entries, Checkpoint, CheckpointProof, EntriesProof, EvidencePackage,
    ProvenEntries, Request, TrustAnchor, Verdict, H256,
};

use super::{
    collect::{genesis_proof, to_bytes},
    finality::{self, Final},
    history,
    node::Node,
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
    let (genesis, proof) = proof(node, &block, nodes).await?;
    let text = EntriesProof::new(object, given, proof)
        .to_json()
        .map_err(self_check)?;
    let trust = TrustAnchor::Genesis(genesis);
    let proven = verify_entries(&text, &trust).map_err(self_check)?;
    Ok(Made {
        text,
        proven,
        genesis,
    })
}

/// Proves the latest block with a stored justification as a checkpoint.
pub async fn checkpoint(node: &Node) -> Result<Made<Checkpoint>, EvidenceError> {
    let block = justified(node).await?;
    let (genesis, proof) = proof(node, &block, Vec::new()).await?;
    let text = CheckpointProof::new(proof).to_json().map_err(self_check)?;
    let trust = TrustAnchor::Genesis(genesis);
    let proven = verify_checkpoint(&text, &trust).map_err(self_check)?;
    Ok(Made {
        text,
        proven,
        genesis,
    })
}

/// Proves the certificate of a package as of now, with the credential as it is: that it is still in force, or was superseded or
/// ended, or what stands against it. Nobody has to sign.
pub async fn again(node: &Node, package: &EvidencePackage) -> Result<Made<Verdict>, EvidenceError> {
    let claims = Claims::read(&package.credential).map_err(self_check)?;
    let block = justified(node).await?;
    let Proven { title, nodes } =
        title::prove(node, claims.object, block.hash, block.header.state_root).await?;
    let (genesis, proof) = proof(node, &block, nodes).await?;
    let text = EvidencePackage::new(package.credential.clone(), proof)
        .to_json()
        .map_err(self_check)?;
    let request = Request {
        trust: TrustAnchor::Genesis(genesis),
        now: title.block_time,
        at: None,
        max_age_millis: None,
    };
    let proven = verify(&text, &request).map_err(self_check)?;
    Ok(Made {
        text,
        proven,
        genesis,
    })
}

async fn justified(node: &Node) -> Result<Final, EvidenceError> {
    let latest = finality::latest(node).await?;
    latest.ok_or(EvidenceError::NoJustification { block: 0 })
}

async fn proof(node: &Node, block: &Final, nodes: Vec<Vec<u8>>) -> Result<(H256, Proof), EvidenceError> {
    let genesis = node.genesis().await?;
    let proof = Proof {
        genesis: Some(genesis_proof(node, genesis).await?),
        first_set: 0,
        links: finality::handovers(node, &block.header).await?,
        block: block.justified(),
        state: to_bytes(nodes),
    };
    Ok((genesis, proof))
}

/// Nothing is given out that its reader would refuse.
fn self_check(error: impl std::fmt::Display) -> EvidenceError {
    EvidenceError::SelfCheck {
        reason: error.to_string(),
    }
}
