//! What those can do who have stolen keys, and what they cannot.

use crate::{
    chain::{
        first_issue, grandpa_note, header, justify, keys, over_changes, schedule, signing_key, vote, voter,
        Chain, ROUND,
    },
    forged_credential::refused,
    register::{AS_OF, ISSUED_AT},
};
use ed25519_dalek::SigningKey;
use quanji_primitives::clock::Moment;
use quanji_verifier::{
    errors::{CredentialError, Error, FinalityError, TrustError},
    finality::{AuthoritySet, Justification, Voter},
    Block, Failing, Status, TrustAnchor, H256,
};

/// A credential key that was stolen, after its interval, before it, and with a date within it.
#[test]
fn a_stolen_credential_key_signs_nothing_outside_its_interval() {
    let signed = |created| Chain {
        signer: signing_key(100),
        created,
        ..Chain::default()
    };
    for created in [ISSUED_AT, Moment(ISSUED_AT.0 + 1), AS_OF] {
        let reason = refused(&signed(created));
        assert!(matches!(reason, CredentialError::KeyNotValid { .. }), "{reason}");
    }
    // Within the interval the issue had not been made yet.
    for created in [Moment(ISSUED_AT.0 - 86_400_000), Moment(ISSUED_AT.0 - 1)] {
        let reason = refused(&signed(created));
        assert!(
            matches!(reason, CredentialError::SignedBeforeIssue { .. }),
            "{reason}"
        );
    }
}

/// Of an earlier issue a stolen key can still sign within its interval; it can only say what was so, and is told to be old.
#[test]
fn a_stolen_key_makes_an_old_issue_at_most() {
    let chain = Chain {
        signer: signing_key(100),
        created: Moment(ISSUED_AT.0 - 1),
        ..first_issue()
    };
    assert_eq!(chain.verdict().status, Status::Superseded { by_issue: 2 });
}

/// The key was stolen while it was valid, and the issue had been superseded: of the time since then the thief has no date.
#[test]
fn a_key_stolen_after_an_issue_was_superseded_dates_it_no_later() {
    let mut chain = Chain {
        signer: signing_key(100),
        ..first_issue()
    };
    chain.register.keys[0].valid_until = Some(AS_OF);
    assert_eq!(chain.verdict().status, Status::Superseded { by_issue: 2 });
    for created in [Moment(ISSUED_AT.0 + 1), Moment(AS_OF.0 - 1)] {
        chain.created = created;
        let expected = CredentialError::SignedAfterLaterIssue {
            issue: 1,
            created,
            present: 2,
            issued_at: ISSUED_AT,
        };
        assert_eq!(refused(&chain), expected);
        assert_eq!(chain.refusal().failing(), Failing::NotProven);
    }
}

/// How many of `voters` authorities of the same weight may be false.
fn false_at_most(voters: u8) -> u8 {
    (voters - 1) / 3
}

#[test]
fn a_third_of_the_validators_finalises_nothing() {
    for voters in [1, 2, 3, 4, 5, 6, 7, 9, 10, 13] {
        let wanted = voters - false_at_most(voters);
        for voting in 0..=voters {
            let mut chain = over_changes(0, voters);
            chain.block_ballot = Box::new(move |header| justify(header, &keys(1..1 + voting), 0));
            let told = chain.ask(&chain.request());
            if voting >= wanted {
                assert!(told.is_ok(), "{voting} of {voters}");
                continue;
            }
            let Err(Error::Finality {
                reason: FinalityError::TooFewVotes { weight, threshold },
                ..
            }) = told
            else {
                panic!("{voting} of {voters}: {told:?}")
            };
            assert_eq!((weight, threshold), (voting.into(), wanted.into()));
        }
    }
}

/// Keys of the first set have leaked long after it left office: with all of them another history is signed, with a set of
/// the attacker's own.
fn long_range() -> Chain {
    Chain {
        second: keys(51..55),
        handover: vec![grandpa_note(&schedule(&keys(51..55), 0))],
        link_number: 11,
        block_number: 30,
        block_ballot: Box::new(|header| justify(header, &keys(51..55), 1)),
        ..Chain::default()
    }
}

#[test]
fn leaked_old_keys_are_believed_from_genesis_alone_and_by_no_newer_checkpoint() {
    let (genuine, forged) = (Chain::default(), long_range());
    // This is the limit that the documentation names; a checkpoint is against it.
    assert!(forged.ask(&forged.request()).is_ok());
    let mut request = forged.request();
    request.trust = TrustAnchor::Checkpoint(genuine.checkpoint());
    assert!(genuine.ask(&request).is_ok());
    let told = forged.ask(&request);
    assert_eq!(
        told,
        Err(Error::Finality {
            block: 30,
            reason: FinalityError::NotAnAuthority {
                voter: voter(&signing_key(51))
            }
        })
    );
}

#[test]
fn leaked_old_keys_cannot_pretend_to_begin_later_or_to_lead_to_the_checkpoint() {
    let genuine = Chain::default();
    let mut request = genuine.request();
    request.trust = TrustAnchor::Checkpoint(genuine.checkpoint());
    // Counted so that the forged handover itself would come after the checkpoint.
    let later = Chain {
        package: Box::new(|package| package.proof.first_set = 1),
        ..long_range()
    };
    let voter = voter(&signing_key(1));
    let reason = FinalityError::NotAnAuthority { voter };
    assert_eq!(later.ask(&request), Err(Error::Finality { block: 11, reason }));
    // A block of the number of the checkpoint is not above it.
    let beside = Chain {
        block_number: 10,
        link_number: 5,
        ..long_range()
    };
    let not_rising = TrustError::NotRising {
        reached: 10,
        found: 10,
    };
    assert_eq!(beside.ask(&request), Err(not_rising.into()));
}

/// A key of small order, and a signature of it that fits every message where the check multiplies by the cofactor
/// (ZIP-215, the rule of the chain), and none where it is strict.
const NEUTRAL: [u8; 32] = {
    let mut point = [0; 32];
    point[0] = 1;
    point
};

/// The neutral point in an encoding that only ZIP-215 reads.
const NEUTRAL_NOT_CANONICAL: [u8; 32] = {
    let mut point = [0xff; 32];
    point[0] = 0xee;
    point[31] = 0x7f;
    point
};

fn signature(point: [u8; 32]) -> [u8; 64] {
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&point);
    signature
}

#[test]
fn votes_between_the_rules_of_ed25519_count_as_the_chain_counts_them() {
    for (key, point) in [
        (NEUTRAL, NEUTRAL),
        (NEUTRAL, NEUTRAL_NOT_CANONICAL),
        (NEUTRAL_NOT_CANONICAL, NEUTRAL),
    ] {
        let block = header(20, H256([3; 32]), H256([4; 32]), Vec::new());
        let mut justification = justify(&block, &keys(1..2), 0);
        let only = &mut justification.commit.precommits[0];
        (only.id, only.signature) = (Voter(key), signature(point));
        assert_eq!(final_by(key, &block, &justification), Ok(()));
        // What the chain accepts is what its library accepts.
        let zebra = ed25519_zebra::VerificationKey::try_from(key).unwrap();
        assert!(zebra.verify(&signature(point).into(), b"any").is_ok());
        let dalek = ed25519_dalek::VerifyingKey::from_bytes(&key);
        assert!(!dalek.is_ok_and(|key| key.verify_strict(b"any", &signature(point).into()).is_ok()));
    }
}

fn final_by(
    key: [u8; 32],
    block: &quanji_verifier::header::Header,
    votes: &Justification,
) -> Result<(), FinalityError> {
    let set = AuthoritySet {
        set_id: 0,
        authorities: vec![(Voter(key), 1)],
    };
    let block = Block::read(
        &codec::Encode::encode(block),
        quanji_verifier::errors::Part::BlockHeader,
    )
    .unwrap();
    set.check_final(&block, &codec::Encode::encode(votes))
}

/// The order of the group is added to a signature's number: another signature of the same message, refused by both rules.
#[test]
fn a_vote_in_a_second_form_is_refused() {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let block = header(20, H256([3; 32]), H256([4; 32]), Vec::new());
    let mut justification = justify(&block, &keys(1..2), 0);
    let only = &mut justification.commit.precommits[0];
    let mut carry = 0;
    for (byte, order) in only.signature[32..].iter_mut().zip(ORDER) {
        carry += u16::from(*byte) + u16::from(order);
        *byte = carry as u8;
        carry >>= 8;
    }
    let key: SigningKey = signing_key(1);
    let refused = FinalityError::BadSignature { voter: voter(&key) };
    assert_eq!(final_by(voter(&key).0, &block, &justification), Err(refused));
}

/// A credential under a key of small order: the authority would have had to register it, and still it signs nothing.
#[test]
fn a_credential_between_the_rules_of_ed25519_is_refused() {
    for point in [NEUTRAL, NEUTRAL_NOT_CANONICAL] {
        let mut chain = Chain::default();
        chain.register.keys[1].public = point;
        let key = quanji_verifier::integrity::IssuerKey(point);
        let value = format!("z{}", bs58::encode(signature(NEUTRAL)).into_string());
        chain.credential = Box::new(move |document| document["issuer"]["id"] = key.did().into());
        chain.package = Box::new(move |package| {
            let proof = &mut package.credential["proof"];
            proof["proofValue"] = value.clone().into();
            proof["verificationMethod"] = key.verification_method().into();
        });
        assert_eq!(refused(&chain), CredentialError::BadSignature { key });
        assert_eq!(chain.refusal().failing(), Failing::Forged);
    }
}

/// An authority that votes twice is one voter: its weight is not counted twice towards the threshold.
#[test]
fn two_votes_of_a_false_authority_are_no_two_authorities() {
    let chain = Chain {
        block_ballot: Box::new(|target| {
            let later = header(21, target.hash(), H256::zero(), Vec::new());
            let mut justification = justify(target, &keys(11..13), 1);
            let again = vote(&keys(12..13)[0], (later.hash(), 21), ROUND, 1);
            justification.commit.precommits.push(again);
            justification.votes_ancestries = vec![later];
            justification
        }),
        ..Chain::default()
    };
    let Error::Finality {
        reason: FinalityError::TooFewVotes { weight, threshold },
        ..
    } = chain.refusal()
    else {
        panic!()
    };
    assert_eq!((weight, threshold), (2, 3));
}
