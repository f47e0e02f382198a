//! Forgeries of the anchor and of the changes of the authority set that lead from it to the proven block.

use crate::chain::{grandpa_note, justify, keys, not_final, schedule, signing_key, voter, Chain};
use quanji_verifier::{
    errors::{Error, FinalityError, PackageError, Part, StateError, TrustError},
    header::DigestItem,
    Record, TrustAnchor, H256,
};
use sp_consensus_grandpa::ConsensusLog;

fn link_refused(chain: &Chain) -> FinalityError {
    match chain.refusal() {
        Error::Finality { block: 10, reason } => reason,
        other => panic!("another reason: {other}"),
    }
}

#[test]
fn of_another_chain() {
    let chain = Chain::default();
    let mut request = chain.request();
    let expected = H256([7; 32]);
    request.trust = TrustAnchor::Genesis(expected);
    let found = chain.genesis().hash();
    assert_eq!(
        chain.ask(&request),
        Err(TrustError::WrongGenesis { expected, found }.into())
    );
}

#[test]
fn with_a_genesis_of_the_forgers_own_authorities() {
    let forged = Chain {
        first: keys(51..55),
        ..Chain::default()
    };
    let expected = Chain::default().genesis().hash();
    let mut request = forged.request();
    request.trust = TrustAnchor::Genesis(expected);
    let found = forged.genesis().hash();
    assert_eq!(
        forged.ask(&request),
        Err(TrustError::WrongGenesis { expected, found }.into())
    );
}

#[test]
fn with_the_first_authorities_replaced_in_the_genesis_proof() {
    let nodes = Chain {
        first: keys(51..55),
        ..Chain::default()
    }
    .package()
    .proof
    .genesis
    .unwrap()
    .state;
    let chain = Chain {
        package: Box::new(move |package| package.proof.genesis.as_mut().unwrap().state = nodes.clone()),
        ..Chain::default()
    };
    let reason = StateError::NotProven {
        record: Record::GrandpaAuthorities,
    };
    assert_eq!(chain.refusal(), Error::State { block: 0, reason });
}

#[test]
fn without_the_genesis_block() {
    let chain = Chain {
        package: Box::new(|package| package.proof.genesis = None),
        ..Chain::default()
    };
    assert_eq!(chain.refusal(), TrustError::NoGenesisProof.into());
}

#[test]
fn with_sets_counted_from_another_number() {
    let chain = Chain {
        package: Box::new(|package| package.proof.first_set = 1),
        ..Chain::default()
    };
    assert_eq!(chain.refusal(), TrustError::StartsLate { first: 1 }.into());
}

#[test]
fn with_bytes_after_a_header() {
    let chain = Chain {
        package: Box::new(|package| package.proof.links[0].header.0.push(0)),
        ..Chain::default()
    };
    assert_eq!(
        chain.refusal(),
        PackageError::Unreadable {
            part: Part::LinkHeader { position: 0 }
        }
        .into()
    );
}

#[test]
fn with_the_set_change_left_out() {
    let chain = Chain {
        package: Box::new(|package| package.proof.links.clear()),
        ..Chain::default()
    };
    assert_eq!(
        not_final(&chain),
        FinalityError::NotAnAuthority {
            voter: voter(&signing_key(11))
        }
    );
}

#[test]
fn with_a_link_that_changes_nothing() {
    let chain = Chain {
        handover: Vec::new(),
        ..Chain::default()
    };
    assert_eq!(link_refused(&chain), FinalityError::NoChange);
}

#[test]
fn with_a_change_noted_by_another_engine() {
    let note = DigestItem::Consensus(*b"BEEF", codec::Encode::encode(&schedule(&keys(11..15), 0)));
    let chain = Chain {
        handover: vec![note],
        ..Chain::default()
    };
    assert_eq!(link_refused(&chain), FinalityError::NoChange);
}

#[test]
fn with_a_delayed_or_forced_change() {
    let delayed = Chain {
        handover: vec![grandpa_note(&schedule(&keys(11..15), 2))],
        ..Chain::default()
    };
    assert_eq!(link_refused(&delayed), FinalityError::DelayedChange { delay: 2 });
    let ConsensusLog::ScheduledChange(change) = schedule(&keys(11..15), 0) else {
        unreachable!()
    };
    let handover = vec![
        grandpa_note(&ConsensusLog::ForcedChange(1, change.clone())),
        grandpa_note(&ConsensusLog::ScheduledChange(change)),
    ];
    assert_eq!(
        link_refused(&Chain {
            handover,
            ..Chain::default()
        }),
        FinalityError::ForcedChange
    );
}

#[test]
fn with_a_link_that_the_set_did_not_finalise() {
    let link_ballot = Box::new(|header: &_| justify(header, &keys(11..15), 0));
    let chain = Chain {
        link_ballot,
        ..Chain::default()
    };
    assert_eq!(
        link_refused(&chain),
        FinalityError::NotAnAuthority {
            voter: voter(&signing_key(11))
        }
    );
}

#[test]
fn with_a_handover_to_nobody() {
    let chain = Chain {
        handover: vec![grandpa_note(&schedule(&[], 0))],
        ..Chain::default()
    };
    assert_eq!(not_final(&chain), FinalityError::EmptySet);
}

#[test]
fn with_a_block_older_than_its_set() {
    let chain = Chain {
        block_number: 10,
        ..Chain::default()
    };
    assert_eq!(
        chain.refusal(),
        TrustError::NotRising {
            reached: 10,
            found: 10
        }
        .into()
    );
    let chain = Chain {
        link_number: 0,
        ..Chain::default()
    };
    assert_eq!(
        chain.refusal(),
        TrustError::NotRising { reached: 0, found: 0 }.into()
    );
}

#[test]
fn from_before_the_checkpoint_or_beside_it() {
    let chain = Chain::default();
    let mut checkpoint = chain.checkpoint();
    let mut request = chain.request();
    for number in [20, 21] {
        checkpoint.number = number;
        request.trust = TrustAnchor::Checkpoint(checkpoint.clone());
        assert_eq!(
            chain.ask(&request),
            Err(TrustError::NotRising {
                reached: number,
                found: 20
            }
            .into())
        );
    }
}

#[test]
fn with_fewer_sets_than_the_checkpoint_has_seen() {
    let chain = Chain::default();
    let mut checkpoint = chain.checkpoint();
    let mut request = chain.request();
    checkpoint.set.set_id = 2;
    request.trust = TrustAnchor::Checkpoint(checkpoint);
    assert_eq!(
        chain.ask(&request),
        Err(TrustError::SetNotReached {
            expected: 2,
            first: 0,
            last: 1
        }
        .into())
    );
    let chain = Chain {
        package: Box::new(|package| package.proof.first_set = 3),
        ..chain
    };
    assert_eq!(
        chain.ask(&request),
        Err(TrustError::SetNotReached {
            expected: 2,
            first: 3,
            last: 4
        }
        .into())
    );
}
