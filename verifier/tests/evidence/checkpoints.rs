//! Checkpoints that prove themselves.

use crate::chain::{grandpa_note, justify, keys, over_changes, schedule, Chain};
use codec::Encode;
use quanji_verifier::{
    errors::{Error, FinalityError, PackageError},
    header::Header,
    package::Justified,
    verify_checkpoint, Checkpoint, CheckpointProof, TrustAnchor,
};

/// The proof of the chain's block.
fn proof(chain: &Chain) -> CheckpointProof {
    let mut proof = chain.package().proof;
    proof.state.clear();
    CheckpointProof::new(proof)
}

fn ask(proof: &CheckpointProof, trust: &TrustAnchor) -> Result<Checkpoint, Error> {
    verify_checkpoint(&proof.to_json().unwrap(), trust)
}

/// The proof ends at the block of the handover.
fn at_the_handover(chain: &Chain) -> CheckpointProof {
    let mut given = proof(chain);
    given.proof.block = given.proof.links.pop().unwrap();
    given
}

#[test]
fn a_checkpoint_is_proven_from_genesis_with_the_set_that_follows() {
    let chain = Chain::default();
    let trust = chain.request().trust;
    let proven = ask(&proof(&chain), &trust).unwrap();
    let expected = Checkpoint {
        number: 20,
        hash: chain.block().hash(),
        ..chain.checkpoint()
    };
    assert_eq!(proven, expected);
    // At a handover it is the set to which the block hands over.
    assert_eq!(ask(&at_the_handover(&chain), &trust), Ok(chain.checkpoint()));
}

#[test]
fn a_year_later_the_next_checkpoint_is_proven_from_the_last() {
    let chain = over_changes(5, 4);
    let trust = chain.request().trust;
    let mut first = proof(&chain);
    first.proof.links.truncate(2);
    first.proof.block = first.proof.links.pop().unwrap();
    let earlier = ask(&first, &trust).unwrap();
    assert_eq!((earlier.number, earlier.set.set_id), (20, 2));
    let mut later = proof(&chain);
    later.proof.genesis = None;
    later.proof.first_set = 2;
    later.proof.links.drain(..2);
    let proven = ask(&later, &TrustAnchor::Checkpoint(earlier.clone())).unwrap();
    assert_eq!(Ok(proven.clone()), ask(&proof(&chain), &trust));
    // What is proven is trust for packages.
    let mut request = chain.request();
    request.trust = TrustAnchor::Checkpoint(proven);
    assert!(chain.ask(&request).is_ok());
    // A checkpoint proves itself.
    let same = TrustAnchor::Checkpoint(earlier.clone());
    assert_eq!(ask(&first, &same), Ok(earlier));
}

#[test]
fn a_checkpoint_that_no_set_finalised_is_refused() {
    let chain = Chain::default();
    let trust = chain.request().trust;
    let few = Chain {
        block_ballot: Box::new(|header| justify(header, &keys(11..13), 1)),
        ..Chain::default()
    };
    let reason = FinalityError::TooFewVotes {
        weight: 2,
        threshold: 3,
    };
    assert_eq!(
        ask(&proof(&few), &trust),
        Err(Error::Finality { block: 20, reason })
    );
    let text = proof(&chain)
        .to_json()
        .unwrap()
        .replace("checkpoint-proof", "evidence");
    assert!(matches!(
        verify_checkpoint(&text, &trust),
        Err(Error::Package(PackageError::UnknownFormat { .. }))
    ));
}

#[test]
fn a_checkpoint_with_a_delayed_change_is_refused() {
    let chain = Chain::default();
    let mut given = proof(&chain);
    let block = Header {
        digest: vec![grandpa_note(&schedule(&keys(21..25), 2))],
        ..chain.block()
    };
    given.proof.block = Justified {
        header: block.encode().into(),
        justification: justify(&block, &keys(11..15), 1).encode().into(),
    };
    let reason = FinalityError::DelayedChange { delay: 2 };
    assert_eq!(
        ask(&given, &chain.request().trust),
        Err(Error::Finality { block: 20, reason })
    );
}
