//! `quanji prove` and `quanji verify-page`: proofs of less than a certificate, without a node.

mod node;
mod registered;
mod revealed;
mod shorter;

use codec::Encode;
use quanji_primitives::{
    marks::MarkKind,
    regimes::national_2026,
    v1::{history_after, Entry, EntryBasis, EntryContent, NO_HISTORY, VERSION},
    EntryNo,
};
use quanji_verifier::{CheckpointProof, EntriesProof, Record};

use crate::{
    chain::Chain,
    genesis, register,
    support::{text, Bench},
    verify, write,
};

#[test]
fn a_proven_checkpoint_is_trust_for_certificates() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let mut proof = chain.package().proof;
    proof.state.clear();
    proof.block = proof.links.pop().unwrap();
    let proof = bench.write("proof.json", CheckpointProof::new(proof).to_json().unwrap());
    let out = bench.path("checkpoint.json");
    let genesis = genesis(&chain);
    let check = [
        "prove",
        "check-checkpoint",
        text(&proof),
        "--out",
        text(&out),
        "--json",
    ];
    let told = bench
        .run(&[&check[..], &["--genesis", &genesis]].concat())
        .ok()
        .json();
    assert_eq!(
        (told["block"].clone(), told["set"].clone()),
        (10.into(), 1.into())
    );
    let package = write(&bench, &chain.package());
    let verify = [
        "verify",
        text(&package),
        "--at",
        "2026-11-10",
        "--checkpoint",
        text(&out),
    ];
    bench.run(&verify).ok();
    // Of another chain, and without saying what is believed.
    let other = format!("0x{}", "11".repeat(32));
    let refused = bench.run(&[&check[..], &["--force", "--genesis", &other]].concat());
    assert_eq!(refused.failed(8).problem()["reason"], "trust.wrong-genesis");
    bench.run(&check).failed(2);
    bench
        .run(&[
            "prove",
            "check-checkpoint",
            text(&package),
            "--genesis",
            &genesis,
            "--out",
            text(&bench.path("x")),
        ])
        .failed(3);
}

#[test]
fn proven_entries_are_told_and_altered_ones_refused() {
    let bench = Bench::new();
    let object = register::object_id();
    let no = EntryNo { object, number: 1 };
    let entry = Entry {
        version: VERSION,
        no,
        authority: register::AUTHORITY,
        regime: national_2026().id,
        at: register::AS_OF,
        previous: NO_HISTORY,
        basis: EntryBasis::RightAbove(no),
        content: EntryContent::Mark {
            number: 0,
            mark: register::mark(MarkKind::Hold, &[0]),
        },
    };
    let mut chain = Chain::default();
    chain.register.object.entries = 1;
    chain.register.object.history = history_after(&entry);
    let mut proof = chain.package().proof;
    let nodes = chain.state().prove(&[Record::Object(object).key()]);
    proof.state = nodes.into_iter().map(Into::into).collect();
    let check = |name: &str, entry: &Entry| {
        let proof = EntriesProof::new(object, vec![entry.encode().into()], proof.clone());
        let file = bench.write(name, proof.to_json().unwrap());
        bench.run(&[
            "prove",
            "check-entries",
            text(&file),
            "--genesis",
            &genesis(&chain),
            "--json",
        ])
    };
    let told = check("entries.json", &entry).ok().json();
    assert_eq!(told["entries_of_object"], 1);
    assert_eq!(told["entries"][0]["no"]["number"], 1);
    let altered = Entry {
        at: quanji_primitives::clock::Moment(1),
        ..entry
    };
    let problem = check("altered.json", &altered).failed(8).problem();
    assert_eq!(
        (problem["reason"].clone(), problem["verdict"].clone()),
        ("state.history-broken".into(), "forged".into())
    );
}

#[test]
fn a_record_is_proven_to_belong_to_the_fingerprint() {
    let bench = Bench::new();
    let lines: String = (1..=500).map(|number| format!("record {number},42\n")).collect();
    let data = bench.write("data.csv", &lines);
    let fingerprint = bench.run(&["fingerprint", text(&data), "--json"]).ok().json();
    let fingerprint = fingerprint["digest"].as_str().unwrap().to_owned();
    let (slice, piece) = (bench.path("record.slice"), bench.path("record"));
    let made = bench
        .run(&[
            "prove",
            "slice",
            text(&data),
            "--record",
            "321",
            "--out",
            text(&slice),
            "--json",
        ])
        .ok()
        .json();
    let [from, length] = ["from", "length"].map(|name| made[name].to_string());
    let check = |fingerprint: &str, from: &str| {
        bench.run(&[
            "prove",
            "check-slice",
            text(&slice),
            "--fingerprint",
            fingerprint,
            "--from",
            from,
            "--length",
            &length,
            "--out",
            text(&piece),
            "--force",
            "--json",
        ])
    };
    let told = check(&fingerprint, &from).ok().json();
    assert_eq!(told["genuine"], true);
    assert_eq!(std::fs::read_to_string(&piece).unwrap(), "record 321,42");
    check(&"0".repeat(64), &from).failed(8);
    check(&fingerprint, "0").failed(8);
    check("no fingerprint", &from).failed(3);
    let none = [
        "prove",
        "slice",
        text(&data),
        "--record",
        "501",
        "--out",
        text(&piece),
    ];
    bench.run(&none).failed(7);
    let beyond = [
        "prove",
        "slice",
        text(&data),
        "--from",
        "9999999",
        "--length",
        "1",
        "--out",
        text(&piece),
    ];
    bench.run(&beyond).failed(3);
}

#[test]
fn the_page_trusts_what_it_is_made_for() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let hash = genesis(&chain);
    let made = bench.run(&["verify-page", "--genesis", &hash]);
    if made.code == 1 {
        // Built with SKIP_WASM_BUILD: there is nothing to print, and it says so.
        assert!(made.failed(1).stderr.contains("SKIP_WASM_BUILD"));
        return;
    }
    let page = made.ok().stdout;
    assert!(
        page.starts_with("<!doctype html>") && page.contains(&hash),
        "{}",
        &page[..200]
    );
    let checkpoint = bench.write("checkpoint.json", chain.checkpoint().to_json());
    let page = bench
        .run(&["verify-page", "--checkpoint", text(&checkpoint)])
        .ok()
        .stdout;
    assert!(page.contains("quanji-checkpoint/1"));
    bench.run(&["verify-page", "--genesis", "0x11"]).failed(3);
    // What the page verifies, the command line verifies.
    verify(&bench, &chain, &chain.package(), &[]).ok();
}
