//! `quanji prove check-slice --entries`: bytes that belong to data of the register; and what all of these commands trust.

use codec::Encode;
use quanji_primitives::{
    object::{Fingerprint, FingerprintKind},
    regimes::national_2026,
    v1::{history_after, Entry, EntryBasis, EntryContent, NO_HISTORY, VERSION},
    Digest, EntryNo,
};
use quanji_verifier::{CheckpointProof, EntriesProof, Record};

use crate::{
    chain::Chain,
    genesis, register,
    support::{text, Bench, Ran},
};

fn snapshot(day: &str, digest: Digest) -> Fingerprint {
    Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: day.parse().unwrap(),
        digest,
    }
}

fn entry(number: u32, previous: [u8; 32], content: EntryContent) -> Entry {
    let object = register::object_id();
    let no = EntryNo { object, number };
    Entry {
        version: VERSION,
        no,
        authority: register::AUTHORITY,
        regime: national_2026().id,
        at: register::AS_OF,
        previous,
        basis: EntryBasis::RightAbove(no),
        content,
    }
}

/// A first registration with one fingerprint, and further rights with another.
fn history(chain: &Chain, first: Fingerprint, later: Fingerprint) -> [Entry; 2] {
    let facts = &chain.register.object.facts;
    let registered = EntryContent::FirstRegistration {
        facts: facts.clone(),
        rights: Default::default(),
        certificates: Default::default(),
        fingerprints: vec![first].try_into().unwrap(),
    };
    let appended = EntryContent::FurtherRights {
        facts: facts.clone(),
        rights: Default::default(),
        number: 0,
        certificate: chain.register.certificates[0].clone(),
        fingerprints: vec![later].try_into().unwrap(),
    };
    let one = entry(1, NO_HISTORY, registered);
    let two = entry(2, history_after(&one), appended);
    [one, two]
}

/// Writes the proof of the entries from `from` on as `entries.json`; gives the genesis hash of their chain.
fn proven(bench: &Bench, first: Fingerprint, later: Fingerprint, from: usize) -> String {
    let mut chain = Chain::default();
    let entries = history(&chain, first, later);
    chain.register.object.entries = 2;
    chain.register.object.history = history_after(&entries[1]);
    let object = register::object_id();
    let nodes = chain.state().prove(&[Record::Object(object).key()]);
    let mut proof = chain.package().proof;
    proof.state = nodes.into_iter().map(Into::into).collect();
    let given = entries[from..]
        .iter()
        .map(|entry| entry.encode().into())
        .collect();
    let proof = EntriesProof::new(object, given, proof);
    bench.write("entries.json", proof.to_json().unwrap());
    genesis(&chain)
}

/// A slice of one line as `record.slice`: the digest of the data, and how `check-slice` is asked about it.
fn sliced(bench: &Bench) -> (Digest, Vec<String>) {
    let lines: String = (1..=500).map(|number| format!("record {number},42\n")).collect();
    bench.write("data.csv", &lines);
    let make = [
        "prove",
        "slice",
        "data.csv",
        "--record",
        "321",
        "--out",
        "record.slice",
    ];
    let made = bench.run(&[&make[..], &["--json"]].concat()).ok().json();
    let [from, length] = ["from", "length"].map(|name| made[name].to_string());
    let asked = [
        "prove",
        "check-slice",
        "record.slice",
        "--out",
        "piece",
        "--force",
        "--from",
    ];
    let asked = asked
        .into_iter()
        .chain([from.as_str(), "--length", length.as_str()]);
    (
        Digest::blake3_256(lines.as_bytes()),
        asked.map(str::to_owned).collect(),
    )
}

fn check(bench: &Bench, asked: &[String], more: &[&str]) -> Ran {
    let asked = asked.iter().map(String::as_str);
    bench.run(&asked.chain(more.iter().copied()).collect::<Vec<_>>())
}

const OTHER: Digest = Digest::Blake3_256([5; 32]);

#[test]
fn a_record_is_proven_to_belong_to_what_an_entry_registered() {
    let bench = Bench::new();
    let (digest, asked) = sliced(&bench);
    let (first, later) = (snapshot("2026-11-01", OTHER), snapshot("2026-11-09", digest));
    let genesis = proven(&bench, first, later, 0);
    let trust = ["--entries", "entries.json", "--genesis", &genesis];
    let told = check(&bench, &asked, &[&trust[..], &["--json"]].concat())
        .ok()
        .json();
    let registered = &told["registered"];
    assert_eq!(registered["object"], register::object_id().to_string());
    assert_eq!(
        (&registered["entry"], &registered["block"]),
        (&2.into(), &20.into())
    );
    assert_eq!(registered["kind"], "snapshot");
    assert_eq!(registered["day"], "2026-11-09");
    assert_eq!(registered["digest"], digest.to_string());
    let piece = std::fs::read_to_string(bench.path("piece")).unwrap();
    assert_eq!(piece, "record 321,42");
    let chinese = check(&bench, &asked, &[&trust[..], &["--lang", "zh"]].concat());
    let chinese = chinese.ok().stdout;
    assert!(chinese.contains("快照（2026-11-09）"), "{chinese}");
    // The last entry alone records it too.
    proven(&bench, first, later, 1);
    check(&bench, &asked, &trust).ok();
}

#[test]
fn bytes_of_other_data_are_refused_with_what_is_registered() {
    let bench = Bench::new();
    let (digest, asked) = sliced(&bench);
    let sm3 = snapshot("2026-11-09", Digest::Sm3(*digest.bytes()));
    let genesis = proven(&bench, snapshot("2026-11-01", OTHER), sm3, 0);
    let trust = ["--json", "--entries", "entries.json", "--genesis", &genesis];
    let problem = check(&bench, &asked, &trust).failed(8).problem();
    assert_eq!(problem["reason"], "slice.not-recorded");
    assert_eq!(problem["recorded"].as_array().unwrap().len(), 1);
    assert_eq!(problem["recorded"][0]["digest"], OTHER.to_string());
    let detail = problem["detail"].as_str().unwrap();
    assert!(detail.contains("entry 1, snapshot of 2026-11-01"), "{detail}");
    // No other entry than the last, which has no fingerprint of a file.
    proven(&bench, snapshot("2026-11-01", OTHER), sm3, 1);
    let problem = check(&bench, &asked, &trust).failed(8).problem();
    assert_eq!(problem["reason"], "slice.nothing-recorded");
    assert!(!bench.path("piece").exists());
}

#[test]
fn a_slice_is_checked_against_one_thing_and_entries_of_a_trusted_chain() {
    let bench = Bench::new();
    let (digest, asked) = sliced(&bench);
    let later = snapshot("2026-11-09", digest);
    let genesis = proven(&bench, snapshot("2026-11-01", OTHER), later, 0);
    let entries = ["--json", "--entries", "entries.json"];
    check(&bench, &asked, &entries).failed(2);
    let other = format!("0x{}", "11".repeat(32));
    let with = |genesis: &str| check(&bench, &asked, &[&entries[..], &["--genesis", genesis]].concat());
    assert_eq!(with(&other).failed(8).problem()["reason"], "trust.wrong-genesis");
    // A proof that was altered, though its chain is trusted.
    let text = std::fs::read_to_string(bench.path("entries.json")).unwrap();
    let object = register::object_id().to_string();
    let another = register::other_object_id().to_string();
    bench.write("entries.json", text.replace(&object, &another));
    with(&genesis).failed(8);
    let known = hex::encode(digest.bytes());
    check(&bench, &asked, &["--fingerprint", &known]).ok();
    let both = ["--fingerprint", &known, "--entries", "entries.json"];
    let without_register = ["--fingerprint", &known, "--genesis", &genesis];
    check(&bench, &asked, &[]).failed(2);
    check(&bench, &asked, &both).failed(2);
    check(&bench, &asked, &without_register).failed(2);
}

#[test]
fn proofs_are_trusted_as_packages_are_by_option_variable_or_known_chains() {
    let bench = Bench::new();
    let (digest, asked) = sliced(&bench);
    let later = snapshot("2026-11-09", digest);
    let hash = proven(&bench, snapshot("2026-11-01", OTHER), later, 0);
    let mut proof = Chain::default().package().proof;
    proof.state.clear();
    bench.write("proof.json", CheckpointProof::new(proof).to_json().unwrap());
    let slice: Vec<_> = asked
        .iter()
        .map(String::as_str)
        .chain(["--entries", "entries.json"])
        .collect();
    let commands = [
        vec!["prove", "check-entries", "entries.json"],
        vec![
            "prove",
            "check-checkpoint",
            "proof.json",
            "--out",
            "c.json",
            "--force",
        ],
        slice,
    ];
    let each = |code: i32, variables: &[(&str, &str)]| {
        for command in &commands {
            bench.run_with(command, variables, b"").failed(code);
        }
    };
    each(2, &[]);
    each(0, &[("QUANJI_GENESIS", hash.as_str())]);
    let other = format!("0x{}", "11".repeat(32));
    bench.run(&["trust", "add", "other", &other]).ok();
    each(8, &[]);
    bench.run(&["trust", "add", "rehearsal", &hash]).ok();
    each(0, &[]);
    // What is named goes before what is known.
    each(8, &[("QUANJI_GENESIS", other.as_str())]);
    let checkpoint = bench.write("trusted.json", Chain::default().checkpoint().to_json());
    let check = [
        "prove",
        "check-entries",
        "entries.json",
        "--checkpoint",
        text(&checkpoint),
    ];
    bench
        .run_with(&check, &[("QUANJI_GENESIS", other.as_str())], b"")
        .ok();
}

#[test]
fn a_proof_of_entries_tells_what_each_of_them_does() {
    let bench = Bench::new();
    let (first, later) = (snapshot("2026-11-01", OTHER), snapshot("2026-11-09", OTHER));
    let genesis = proven(&bench, first, later, 0);
    for (language, acts) in [
        ("en", ["first registration", "further rights"]),
        ("zh", ["首次登记", "追加权利"]),
    ] {
        let check = ["prove", "check-entries", "entries.json", "--lang", language];
        let told = bench.run(&[&check[..], &["--genesis", &genesis]].concat());
        let told = told.ok().stdout;
        assert!(acts.iter().all(|act| told.contains(act)), "{told}");
    }
}
