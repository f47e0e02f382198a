//! Forgeries of the votes by which the proven block is final.

use crate::{
    chain::{header, justify, keys, not_final, signing_key, vote, voter, Chain, ROUND},
    register::{Register, State},
};
use quanji_verifier::{errors::FinalityError, finality::Justification, header::Header, H256};

fn ballot(make: impl Fn(&Header) -> Justification + 'static) -> Chain {
    Chain {
        block_ballot: Box::new(make),
        ..Chain::default()
    }
}

#[test]
fn with_a_state_root_of_the_forgers_own() {
    let mut forged = Register::new([1; 32], [2; 32], [3; 32]);
    forged.rights[0].licences = 1;
    let root = State::new(forged.values()).root();
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
    let chain = ballot(|target| {
        let child = header(21, target.hash(), H256::zero(), Vec::new());
        Justification {
            votes_ancestries: vec![child],
            ..justify(target, &keys(11..15), 1)
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

/// GRANDPA takes a commit for the highest block that its votes finalise and for no earlier one.
#[test]
fn with_votes_that_finalise_a_later_block() {
    let chain = ballot(|target| {
        let between = header(21, target.hash(), H256::zero(), Vec::new());
        let fork = |root: u8| header(22, between.hash(), H256([root; 32]), Vec::new());
        let forks = [fork(1), fork(2)];
        let mut justification = justify(target, &keys(11..12), 1);
        let votes = [(12, 0), (13, 0), (14, 1)];
        justification
            .commit
            .precommits
            .extend(votes.map(|(seed, fork)| vote(&signing_key(seed), (forks[fork].hash(), 22), ROUND, 1)));
        justification.votes_ancestries = [&[between], &forks[..]].concat();
        justification
    });
    assert_eq!(
        not_final(&chain),
        FinalityError::TooFewVotes {
            weight: 4,
            threshold: 3
        }
    );
}
