//! A rehearsed chain: real headers, real votes of four authorities, one change of the set, one proven block.

use crate::register::{object_id, Register, State, AS_OF, ISSUED_AT};
use codec::Encode;
use ed25519_dalek::{Signer, SigningKey};
use finality_grandpa::{Message, Precommit};
use quanji_primitives::{clock::Moment, storage_keys};
use quanji_verifier::{
    credential,
    errors::{CredentialError, FinalityError},
    finality::{AuthoritySet, Commit, Justification, SignedPrecommit, Voter},
    header::{DigestItem, Header},
    integrity::IssuerKey,
    package::{GenesisProof, Justified, Proof},
    verify, Checkpoint, Error, EvidencePackage, Request, Title, TrustAnchor, Verdict, H256,
};
use serde_json::Value;
use sp_consensus_grandpa::{ConsensusLog, ScheduledChange};
use std::collections::BTreeMap;

pub const ROUND: u64 = 3;

pub fn signing_key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub fn issuer(key: &SigningKey) -> IssuerKey {
    IssuerKey(key.verifying_key().to_bytes())
}

pub fn voter(key: &SigningKey) -> Voter {
    Voter(key.verifying_key().to_bytes())
}

pub fn header(number: u32, parent: H256, state_root: H256, digest: Vec<DigestItem>) -> Header {
    Header {
        parent_hash: parent,
        number,
        state_root,
        extrinsics_root: H256([0xee; 32]),
        digest,
    }
}

/// A vote, signed for `round` and `set_id`.
pub fn vote(key: &SigningKey, target: (H256, u32), round: u64, set_id: u64) -> SignedPrecommit {
    let precommit = Precommit {
        target_hash: target.0,
        target_number: target.1,
    };
    let payload = (Message::Precommit(precommit.clone()), round, set_id).encode();
    SignedPrecommit {
        precommit,
        signature: key.sign(&payload).to_bytes(),
        id: voter(key),
    }
}

/// The justification of `header` by all of `keys`.
pub fn justify(header: &Header, keys: &[SigningKey], set_id: u64) -> Justification {
    let target = (header.hash(), header.number);
    let precommits = keys.iter().map(|key| vote(key, target, ROUND, set_id)).collect();
    let commit = Commit {
        target_hash: target.0,
        target_number: target.1,
        precommits,
    };
    Justification {
        round: ROUND,
        commit,
        votes_ancestries: Vec::new(),
    }
}

pub fn schedule(keys: &[SigningKey], delay: u32) -> ConsensusLog<u32> {
    let public = |key: &SigningKey| sp_core_public(key.verifying_key().to_bytes());
    let next_authorities = keys.iter().map(|key| (public(key), 1)).collect();
    ConsensusLog::ScheduledChange(ScheduledChange {
        next_authorities,
        delay,
    })
}

fn sp_core_public(bytes: [u8; 32]) -> sp_consensus_grandpa::AuthorityId {
    codec::Decode::decode(&mut &bytes[..]).unwrap()
}

pub fn grandpa_note(log: &ConsensusLog<u32>) -> DigestItem {
    DigestItem::Consensus(*b"FRNK", log.encode())
}

type Ballot = Box<dyn Fn(&Header) -> Justification>;
type Edit<T> = Box<dyn Fn(&mut T)>;

/// What a package is made of. A forgery changes one thing, and everything after it follows.
pub struct Chain {
    pub register: Register,
    pub first: Vec<SigningKey>,
    pub second: Vec<SigningKey>,
    pub handover: Vec<DigestItem>,
    pub link_number: u32,
    pub block_number: u32,
    pub link_ballot: Ballot,
    pub block_ballot: Ballot,
    pub certificate: usize,
    pub signer: SigningKey,
    pub created: Moment,
    /// Changes the credential before it is signed.
    pub credential: Edit<Value>,
    /// Changes the finished package.
    pub package: Edit<EvidencePackage>,
}

pub fn keys(seeds: core::ops::Range<u8>) -> Vec<SigningKey> {
    seeds.map(signing_key).collect()
}

impl Default for Chain {
    fn default() -> Self {
        let (first, second) = (keys(1..5), keys(11..15));
        let public = |seed| signing_key(seed).verifying_key().to_bytes();
        Self {
            register: Register::new(public(100), public(101), public(102)),
            handover: vec![
                DigestItem::PreRuntime(*b"aura", vec![1; 8]),
                grandpa_note(&schedule(&second, 0)),
                DigestItem::Seal(*b"aura", vec![2; 64]),
            ],
            link_number: 10,
            block_number: 20,
            link_ballot: Box::new(|header| justify(header, &keys(1..5), 0)),
            block_ballot: Box::new(|header| justify(header, &keys(11..15), 1)),
            certificate: 0,
            signer: signing_key(101),
            created: AS_OF,
            credential: Box::new(|_| ()),
            package: Box::new(|_| ()),
            first,
            second,
        }
    }
}

impl Chain {
    pub fn genesis_state(&self) -> State {
        let authorities: Vec<(Voter, u64)> = self.first.iter().map(|key| (voter(key), 1)).collect();
        let mut values = BTreeMap::from([(storage_keys::grandpa_authorities(), authorities.encode())]);
        values.extend((0u8..20).map(|noise| (vec![noise; 40], vec![noise; 50])));
        State::new(values)
    }

    pub fn genesis(&self) -> Header {
        header(0, H256::zero(), self.genesis_state().root(), Vec::new())
    }

    pub fn state(&self) -> State {
        State::new(self.register.values())
    }

    pub fn link(&self) -> Header {
        header(
            self.link_number,
            H256([1; 32]),
            H256([2; 32]),
            self.handover.clone(),
        )
    }

    pub fn block(&self) -> Header {
        header(self.block_number, H256([3; 32]), self.state().root(), Vec::new())
    }

    /// The credential as the authority would write it, changed and signed.
    pub fn credential(&self) -> Value {
        let state = self.state();
        let title = Title::read(&state.proof(state.prove_title(object_id())), object_id()).unwrap();
        let certificate = &title.certificates[self.certificate];
        let key = issuer(&self.signer);
        let mut document = credential::unsigned(&title, certificate, self.genesis().hash(), key).unwrap();
        (self.credential)(&mut document);
        let sign = |bytes: &[u8]| Ok::<_, CredentialError>(self.signer.sign(bytes).to_bytes());
        credential::sign(document, key, self.created, sign).unwrap()
    }

    pub fn package(&self) -> EvidencePackage {
        self.package_with(self.credential())
    }

    pub fn package_with(&self, credential: Value) -> EvidencePackage {
        let bytes = |nodes: Vec<Vec<u8>>| nodes.into_iter().map(Into::into).collect();
        let justified = |header: &Header, justification: Justification| Justified {
            header: header.encode().into(),
            justification: justification.encode().into(),
        };
        let authorities = self.genesis_state().prove(&[storage_keys::grandpa_authorities()]);
        let (link, block) = (self.link(), self.block());
        let proof = Proof {
            genesis: Some(GenesisProof {
                header: self.genesis().encode().into(),
                state: bytes(authorities),
            }),
            first_set: 0,
            links: vec![justified(&link, (self.link_ballot)(&link))],
            block: justified(&block, (self.block_ballot)(&block)),
            state: bytes(self.state().prove_title(object_id())),
        };
        let mut package = EvidencePackage::new(credential, proof);
        (self.package)(&mut package);
        package
    }

    pub fn request(&self) -> Request {
        let trust = TrustAnchor::Genesis(self.genesis().hash());
        Request {
            trust,
            now: Moment(AS_OF.0 + 60_000),
            at: None,
            max_age_millis: Some(86_400_000),
        }
    }

    /// The block of the handover, as a checkpoint.
    pub fn checkpoint(&self) -> Checkpoint {
        let authorities = self.second.iter().map(|key| (voter(key), 1)).collect();
        Checkpoint {
            genesis: self.genesis().hash(),
            number: self.link_number,
            hash: self.link().hash(),
            set: AuthoritySet {
                set_id: 1,
                authorities,
            },
        }
    }

    pub fn verdict(&self) -> Verdict {
        self.ask(&self.request()).expect("the package verifies")
    }

    pub fn refusal(&self) -> Error {
        self.ask(&self.request()).expect_err("the package is a forgery")
    }

    /// Through the text, as a user does.
    pub fn ask(&self, request: &Request) -> Result<Verdict, Error> {
        verify(&self.package().to_json().unwrap(), request)
    }
}

/// A package of the first issue, superseded by the second. It was signed at the last moment at which it can have been: when
/// the second one was made.
pub fn first_issue() -> Chain {
    Chain {
        created: ISSUED_AT,
        credential: Box::new(|document| {
            document["id"] = "urn:quanji:certificate:SJ4412026110001/1".into();
            document["credentialSubject"]["certificate"]["issue"] = 1.into();
        }),
        ..Chain::default()
    }
}

/// Why the votes do not make the proven block final.
pub fn not_final(chain: &Chain) -> FinalityError {
    match chain.refusal() {
        Error::Finality { block: 20, reason } => reason,
        other => panic!("another reason: {other}"),
    }
}

/// A chain whose set of `voters` authorities changed `changes` times, each time to other keys.
pub fn over_changes(changes: u8, voters: u8) -> Chain {
    let set = move |number: u8| keys(1 + number * voters..1 + (number + 1) * voters);
    let links = move || {
        (0..changes).map(move |number| {
            let note = grandpa_note(&schedule(&set(number + 1), 0));
            let link = header(
                10 * (u32::from(number) + 1),
                H256([1; 32]),
                H256([2; 32]),
                vec![note],
            );
            let justification = justify(&link, &set(number), number.into());
            Justified {
                header: link.encode().into(),
                justification: justification.encode().into(),
            }
        })
    };
    Chain {
        first: set(0),
        second: set(changes),
        block_number: 10 * (u32::from(changes) + 1),
        block_ballot: Box::new(move |header| justify(header, &set(changes), changes.into())),
        package: Box::new(move |package| package.proof.links = links().collect()),
        ..Chain::default()
    }
}
