//! Proofs that begin at a checkpoint, and certificates proven again: made from the rehearsed chain, verified by the program.

use std::{future::Future, time::Duration};

use quanji_client::{
    evidence::{
        collect::{collect, Order, Step},
        prove,
        title::Name,
        EvidenceError,
    },
    keys::{KeyError, Signer},
};
use quanji_verifier::{
    package::Proof, verify_checkpoint, Checkpoint, CheckpointProof, EvidencePackage, H256,
};

use super::node::node;
use crate::{
    chain::{over_changes, signing_key, Chain},
    genesis, register,
    support::{text, Bench, Ran},
    NEXT_DAY,
};

/// How often the set of the chain changed: at blocks 10 to 50. Its last block is 60.
const CHANGES: u8 = 5;

/// The authority's credential key.
struct Credential;

impl Signer for Credential {
    fn public(&self) -> [u8; 32] {
        signing_key(101).verifying_key().to_bytes()
    }

    fn sign(&self, payload: &[u8]) -> Result<[u8; 64], KeyError> {
        Ok(ed25519_dalek::Signer::sign(&signing_key(101), payload).to_bytes())
    }
}

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(work)
}

fn proven(chain: &Chain, proof: Proof) -> Checkpoint {
    let text = CheckpointProof::new(proof).to_json().unwrap();
    verify_checkpoint(&text, &chain.request().trust).unwrap()
}

/// Block 30, at which set 3 takes office, as a reader got it proven.
fn checkpoint(chain: &Chain) -> Checkpoint {
    let mut proof = chain.package().proof;
    proof.links.truncate(3);
    proof.block = proof.links.pop().unwrap();
    proven(chain, proof)
}

/// What `verify` says of a package, for a reader who trusts what `trust` names.
fn verify(bench: &Bench, package: &str, trust: [&str; 2]) -> Ran {
    let file = bench.write("package.json", package);
    let verify = ["verify", text(&file), "--at", NEXT_DAY, "--json"];
    bench.run(&[&verify[..], &trust[..]].concat())
}

/// It verifies with the checkpoint and not with the genesis hash.
fn needs_the_checkpoint(chain: &Chain, from: &Checkpoint, package: &str) {
    let bench = Bench::new();
    let file = bench.write("checkpoint.json", from.to_json());
    let told = verify(&bench, package, ["--checkpoint", text(&file)]).ok().json();
    assert_eq!(told["as_of"]["block"], 60);
    let refused = verify(&bench, package, ["--genesis", &genesis(chain)]).failed(8);
    assert_eq!(refused.problem()["reason"], "trust.no-genesis-proof");
}

fn proof_of(package: &str) -> Proof {
    EvidencePackage::from_json(package).unwrap().proof
}

#[test]
fn a_package_from_a_checkpoint_is_shorter_and_verifies_with_the_checkpoint_alone() {
    let chain = over_changes(CHANGES, 4);
    let (node, old, from) = (node(&chain, CHANGES), chain.package(), checkpoint(&chain));
    let whole = run(prove::again(&node, &old, 0, None)).unwrap().text;
    let short = run(prove::again(&node, &old, 0, Some(&from))).unwrap().text;
    assert!(short.len() < whole.len(), "{} {}", short.len(), whole.len());
    let proof = proof_of(&short);
    assert_eq!((proof.genesis, proof.first_set), (None, 3));
    assert_eq!(proof.links, proof_of(&whole).links[3..]);
    needs_the_checkpoint(&chain, &from, &short);
    let bench = Bench::new();
    verify(&bench, &whole, ["--genesis", &genesis(&chain)]).ok();
}

#[test]
fn a_certificate_is_issued_from_a_checkpoint() {
    let chain = over_changes(CHANGES, 4);
    let from = checkpoint(&chain);
    let order = Order {
        name: Name::Number(register::number(1)),
        signer: &Credential,
        from: Some(&from),
        wait: Duration::ZERO,
        progress: &|_: Step| (),
    };
    let made = run(collect(&node(&chain, CHANGES), &order)).unwrap();
    assert_eq!((made.links, made.verdict.block), (2, 60));
    needs_the_checkpoint(&chain, &from, &made.text);
}

#[test]
fn the_next_checkpoint_is_proven_from_the_last() {
    let (bench, chain) = (Bench::new(), over_changes(CHANGES, 4));
    let from = checkpoint(&chain);
    let made = run(prove::checkpoint(&node(&chain, CHANGES), Some(&from))).unwrap();
    assert_eq!((made.proven.number, made.proven.set.set_id), (60, 5));
    let file = bench.write("checkpoint.json", from.to_json());
    let proof = bench.write("proof.json", &made.text);
    let check = ["prove", "check-checkpoint", text(&proof), "--json", "--out"];
    let out = bench.path("next.json");
    let with = |trust: [&str; 2]| bench.run(&[&check[..], &[text(&out)], &trust[..]].concat());
    let told = with(["--checkpoint", text(&file)]).ok().json();
    assert_eq!((&told["block"], &told["set"]), (&60.into(), &5.into()));
    with(["--genesis", &genesis(&chain)]).failed(8);
}

#[test]
fn a_checkpoint_may_be_the_proven_block_itself() {
    let chain = over_changes(CHANGES, 4);
    let from = proven(&chain, chain.package().proof);
    assert_eq!(from.number, 60);
    let made = run(prove::again(
        &node(&chain, CHANGES),
        &chain.package(),
        0,
        Some(&from),
    ))
    .unwrap();
    let proof = proof_of(&made.text);
    assert_eq!((proof.first_set, proof.links.len()), (5, 0));
    needs_the_checkpoint(&chain, &from, &made.text);
}

#[test]
fn a_checkpoint_of_another_chain_or_after_the_block_is_refused() {
    let chain = over_changes(CHANGES, 4);
    let (node, old, good) = (node(&chain, CHANGES), chain.package(), checkpoint(&chain));
    let refused = |change: &dyn Fn(&mut Checkpoint)| {
        let mut from = good.clone();
        change(&mut from);
        run(prove::again(&node, &old, 0, Some(&from))).unwrap_err()
    };
    let other = EvidenceError::OtherCheckpoint { block: 30 };
    assert_eq!(refused(&|from| from.genesis = H256([7; 32])), other);
    assert_eq!(refused(&|from| from.hash = H256([7; 32])), other);
    assert_eq!(refused(&|from| from.set.set_id = 2), other);
    assert_eq!(refused(&|from| from.set.authorities.truncate(1)), other);
    let too_new = EvidenceError::CheckpointTooNew {
        checkpoint: 61,
        block: 60,
    };
    assert_eq!(refused(&|from| from.number = 61), too_new);
}

#[test]
fn a_package_is_proven_again_at_a_later_block_of_its_chain_only() {
    let chain = over_changes(CHANGES, 4);
    let (node, mut old) = (node(&chain, CHANGES), chain.package());
    assert_eq!(prove::block_of(&old), Ok(60));
    assert!(run(prove::again(&node, &old, 59, None)).is_ok());
    for package in [60, 61] {
        let refused = run(prove::again(&node, &old, package, None)).unwrap_err();
        assert_eq!(refused, EvidenceError::NotNewer { block: 60, package });
    }
    let other = "11".repeat(32);
    old.credential["credentialSubject"]["chain"] = other.clone().into();
    let refused = run(prove::again(&node, &old, 60, None)).unwrap_err();
    assert_eq!(refused, EvidenceError::OtherChain { chain: other });
    old.proof.block.header.0.truncate(9);
    assert!(prove::block_of(&old).is_err());
}

#[test]
fn a_checkpoint_to_begin_at_is_read_before_anything_is_asked() {
    let bench = Bench::new();
    bench.write("bad.json", "{}");
    let node = ["--node", "ws://127.0.0.1:1", "--out", "x"];
    let issue = ["certificate", "issue", "O1-1-5", "--credential-key", "//A//B"];
    for (file, code) in [("none.json", 4), ("bad.json", 3)] {
        for command in [&issue[..], &["prove", "checkpoint"][..]] {
            let from = ["--from-checkpoint", file];
            bench.run(&[command, &from[..], &node[..]].concat()).failed(code);
        }
    }
}
