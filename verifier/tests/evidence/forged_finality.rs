//! Forgeries of the way from the anchor to the proven block.

use crate::{
    chain::{grandpa_note, header, justify, keys, schedule, signing_key, vote, voter, Chain, ROUND},
    register::Register,
};
use quanji_verifier::{
    errors::{Error, FinalityError, PackageError, Part, StateError, TrustError},
    finality::Justification,
    header::Header,
    Record, TrustAnchor, H256,
};
use sp_consensus_grandpa::ConsensusLog;

fn ballot(make: impl Fn(&Header) -> Justification + 'static) -> Chain {
    Chain {
        block_ballot: Box::new(make),
        ..Chain::default()
    }
}

fn not_final(chain: &Chain) -> FinalityError {
    match chain.refusal() {
        Error::Finality { block: 20, reason } => reason,
        other => panic!("another reason: {other}"),
    }
}

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
fn with_a_state_root_of_the_forgers_own() {
    let mut forged = Register::new([1; 32], [2; 32], [3; 32]);
    forged.rights[0].marks = 1;
    let root = crate::register::State::new(forged.values()).root();
    let chain = Chain {
        package: Box::new(move |package| {
            let header = header(20, H256([3; 32]), root, Vec::new());
            package.proof.block.header = codec::Encode::encode(&header).into();
        }),
        ..Chain::default()
    };
    let expected = header(20, H256([3; 32]), root, Vec::new()).hash();
    let found = chain.block().hash();
    assert_eq!(not_final(&chain), FinalityError::OtherBlock { expected, found });
}

#[test]
fn with_the_justification_of_another_block() {
    let other = header(20, H256([9; 32]), H256([9; 32]), Vec::new());
    let found = other.hash();
    let chain = ballot(move |_| justify(&other, &keys(11..15), 1));
    let expected = chain.block().hash();
    assert_eq!(not_final(&chain), FinalityError::OtherBlock { expected, found });
}

#[test]
fn with_votes_that_give_the_block_another_number() {
    let chain = ballot(|header| {
        justify(
            &Header {
                number: 20,
                ..header.clone()
            },
            &keys(11..15),
            1,
        )
    });
    assert!(chain.ask(&chain.request()).is_ok());
    let chain = ballot(|target| {
        let mut justification = justify(target, &[], 1);
        justification.commit.target_number = 21;
        justification.commit.precommits = keys(11..15)
            .iter()
            .map(|key| vote(key, (target.hash(), 21), ROUND, 1))
            .collect();
        justification
    });
    let hash = chain.block().hash();
    assert_eq!(
        not_final(&chain),
        FinalityError::OtherBlock {
            expected: hash,
            found: hash
        }
    );
}

#[test]
fn with_too_few_votes() {
    let chain = ballot(|header| justify(header, &keys(11..13), 1));
    assert_eq!(
        not_final(&chain),
        FinalityError::TooFewVotes {
            weight: 2,
            threshold: 3
        }
    );
    let chain = ballot(|header| justify(header, &[], 1));
    assert_eq!(
        not_final(&chain),
        FinalityError::TooFewVotes {
            weight: 0,
            threshold: 3
        }
    );
}

#[test]
fn with_the_vote_of_one_authority_repeated() {
    let chain = ballot(|header| {
        let mut justification = justify(header, &keys(11..14), 1);
        let again = justification.commit.precommits[0].clone();
        justification.commit.precommits.push(again);
        justification
    });
    assert_eq!(
        not_final(&chain),
        FinalityError::DuplicateVote {
            voter: voter(&signing_key(11))
        }
    );
}

#[test]
fn with_a_third_vote_of_one_authority() {
    let chain = ballot(|target| {
        let children = [1, 2].map(|root| header(21, target.hash(), H256([root; 32]), Vec::new()));
        let mut justification = justify(target, &keys(11..15), 1);
        let votes = children
            .iter()
            .map(|child| vote(&signing_key(11), (child.hash(), 21), ROUND, 1));
        justification.commit.precommits.extend(votes);
        justification.votes_ancestries = children.to_vec();
        justification
    });
    assert_eq!(
        not_final(&chain),
        FinalityError::DuplicateVote {
            voter: voter(&signing_key(11))
        }
    );
}

#[test]
fn with_a_vote_of_a_stranger() {
    let chain = ballot(|header| justify(header, &[keys(11..14), keys(60..61)].concat(), 1));
    assert_eq!(
        not_final(&chain),
        FinalityError::NotAnAuthority {
            voter: voter(&signing_key(60))
        }
    );
}

#[test]
fn with_the_votes_of_the_set_before() {
    let chain = ballot(|header| justify(header, &keys(1..5), 0));
    assert_eq!(
        not_final(&chain),
        FinalityError::NotAnAuthority {
            voter: voter(&signing_key(1))
        }
    );
}

#[test]
fn signed_for_another_set() {
    let chain = ballot(|header| justify(header, &keys(11..15), 2));
    assert_eq!(
        not_final(&chain),
        FinalityError::BadSignature {
            voter: voter(&signing_key(11))
        }
    );
}

#[test]
fn signed_for_another_round() {
    let chain = ballot(|header| Justification {
        round: ROUND + 1,
        ..justify(header, &keys(11..15), 1)
    });
    assert_eq!(
        not_final(&chain),
        FinalityError::BadSignature {
            voter: voter(&signing_key(11))
        }
    );
}

#[test]
fn with_one_vote_signed_by_another() {
    let chain = ballot(|header| {
        let mut justification = justify(header, &keys(11..15), 1);
        justification.commit.precommits[3].signature = justification.commit.precommits[2].signature;
        justification
    });
    assert_eq!(
        not_final(&chain),
        FinalityError::BadSignature {
            voter: voter(&signing_key(14))
        }
    );
}

#[test]
fn with_votes_for_a_block_that_does_not_descend() {
    let stray = header(21, H256([0x51; 32]), H256::zero(), Vec::new());
    for ancestries in [vec![], vec![stray.clone()]] {
        let target = (stray.hash(), 21);
        let chain = ballot(move |header| {
            let mut justification = justify(header, &keys(11..14), 1);
            justification
                .commit
                .precommits
                .push(vote(&signing_key(14), target, ROUND, 1));
            justification.votes_ancestries = ancestries.clone();
            justification
        });
        assert_eq!(
            not_final(&chain),
            FinalityError::NotDescendant {
                voter: voter(&signing_key(14))
            }
        );
    }
}

#[test]
fn with_a_vote_that_gives_its_block_another_number() {
    let chain = ballot(|target| {
        let mut justification = justify(target, &keys(11..14), 1);
        justification
            .commit
            .precommits
            .push(vote(&signing_key(14), (target.hash(), 25), ROUND, 1));
        justification
    });
    assert_eq!(
        not_final(&chain),
        FinalityError::NotDescendant {
            voter: voter(&signing_key(14))
        }
    );
}

#[test]
fn with_a_child_whose_number_does_not_follow() {
    let chain = ballot(|target| {
        let child = header(30, target.hash(), H256::zero(), Vec::new());
        let mut justification = justify(target, &keys(11..14), 1);
        justification
            .commit
            .precommits
            .push(vote(&signing_key(14), (child.hash(), 30), ROUND, 1));
        justification.votes_ancestries = vec![child];
        justification
    });
    assert_eq!(
        not_final(&chain),
        FinalityError::NotDescendant {
            voter: voter(&signing_key(14))
        }
    );
}

#[test]
fn with_headers_that_no_vote_needs() {
    let chain = ballot(|header| {
        let child = crate::chain::header(21, header.hash(), H256::zero(), Vec::new());
        Justification {
            votes_ancestries: vec![child],
            ..justify(header, &keys(11..15), 1)
        }
    });
    assert_eq!(not_final(&chain), FinalityError::UnusedAncestry { headers: 1 });
}

#[test]
fn with_bytes_after_the_justification() {
    let chain = Chain {
        package: Box::new(|package| package.proof.block.justification.0.push(0)),
        ..Chain::default()
    };
    assert_eq!(not_final(&chain), FinalityError::Unreadable);
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
    let note = quanji_verifier::header::DigestItem::Consensus(
        *b"BEEF",
        codec::Encode::encode(&schedule(&keys(11..15), 0)),
    );
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
