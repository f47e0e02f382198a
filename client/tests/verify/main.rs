//! `quanji verify` and `quanji trust`: no node, no network.

mod holders;
mod marks;
mod prove;
mod since;
#[path = "../support/mod.rs"]
mod support;

// The verifier's rehearsed chain: real headers, votes and proofs, which a test may change.
#[allow(dead_code, reason = "each test program uses a part of it")]
#[path = "../../../verifier/tests/evidence/chain.rs"]
mod chain;
#[allow(dead_code, reason = "each test program uses a part of it")]
#[path = "../../../verifier/tests/evidence/register.rs"]
mod register;

use std::path::PathBuf;

use chain::Chain;
use quanji_client::evidence::trust::hash_text;
use quanji_primitives::v1::{Outcome, RightStatus};
use quanji_verifier::EvidencePackage;
use serde_json::Value;
use support::{text, Bench, Ran};

/// A day after the proof of the rehearsed chain.
const NEXT_DAY: &str = "2026-11-10";

fn genesis(chain: &Chain) -> String {
    hash_text(chain.genesis().hash())
}

fn write(bench: &Bench, package: &EvidencePackage) -> PathBuf {
    bench.write("certificate.json", package.to_json().unwrap())
}

/// Verifies a package as a reader who trusts the right chain.
fn verify(bench: &Bench, chain: &Chain, package: &EvidencePackage, more: &[&str]) -> Ran {
    let (file, genesis) = (write(bench, package), genesis(chain));
    let mut arguments = vec!["verify", text(&file), "--genesis", &genesis, "--at", NEXT_DAY];
    arguments.extend(more);
    bench.run(&arguments)
}

#[test]
fn a_genuine_certificate_is_told_in_both_languages() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let english = verify(&bench, &chain, &chain.package(), &[]).ok().stdout;
    for fragment in [
        "SJ4412026110001/2 is genuine and in force as of block 20",
        "since issue",
        "later entries were made",
        "9144030071526726XG",
        "none stands; 2 were made and have ended or lapsed",
        "Not proven: what happened after block 20",
        "where certificate and register differ",
    ] {
        assert!(
            english.to_lowercase().contains(&fragment.to_lowercase()),
            "{fragment}: {english}"
        );
    }
    let chinese = verify(&bench, &chain, &chain.package(), &["--lang", "zh"])
        .ok()
        .stdout;
    for fragment in [
        "凭证真实，截至区块 20 所列权利均有效",
        "出具以来",
        "其后另有记载",
        "数据持有权",
        "粤数登记中心",
        "未证明",
        "以登记簿为准",
    ] {
        assert!(chinese.contains(fragment), "{fragment}: {chinese}");
    }
}

#[test]
fn the_one_in_the_place_of_a_holder_is_told_and_proven() {
    let (bench, mut chain) = (Bench::new(), Chain::default());
    chain.register.succeed(1, 7);
    let [stored, current] = [1, 7].map(|serial| register::party_id(serial).to_string());
    let english = verify(&bench, &chain, &chain.package(), &[]).ok().stdout;
    assert!(english.contains(&format!("successor of {stored}")), "{english}");
    assert!(english.contains(&current), "{english}");
    let chinese = verify(&bench, &chain, &chain.package(), &["--lang", "zh"])
        .ok()
        .stdout;
    assert!(chinese.contains(&format!("（承继 {stored}）")), "{chinese}");
    let verdict = verify(&bench, &chain, &chain.package(), &["--json"]).ok().json();
    let successor = &verdict["register"]["successors"][0];
    assert_eq!(
        (&successor["party"], &successor["successor"]),
        (&stored.into(), &current.into())
    );
}

#[test]
fn programs_get_the_verdict_as_json() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let verdict = verify(&bench, &chain, &chain.package(), &["--json"]).ok().json();
    assert_eq!(verdict["genuine"], true);
    assert_eq!(verdict["status"], "in_force");
    assert_eq!(verdict["as_of"]["block"], 20);
    assert_eq!(verdict["trust"]["genesis"], genesis(&chain));
    assert_eq!(verdict["register"]["rights"][1]["state"], "in_force");
    assert_eq!(verdict["register"]["rights"][0]["marks"], 0);
    assert_eq!(verdict["register"]["against"]["encumbered"], false);
    assert_eq!(verdict["register"]["against"]["marks_ever"], 2);
    assert_eq!(verdict["not_proven"][0], "later_facts");
}

#[test]
fn a_package_cannot_vouch_for_its_own_chain() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let file = write(&bench, &chain.package());
    let problem = bench.run(&["verify", text(&file), "--json"]).failed(2).problem();
    assert!(problem["remedy"].as_str().unwrap().contains("--genesis"));
}

#[test]
fn trust_comes_from_option_variable_or_known_chains() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let (file, hash) = (write(&bench, &chain.package()), genesis(&chain));
    let verify = ["verify", text(&file), "--at", NEXT_DAY, "--json"];
    bench
        .run_with(&verify, &[("QUANJI_GENESIS", hash.as_str())], b"")
        .ok();
    let other = format!("0x{}", "11".repeat(32));
    bench.run(&["trust", "add", "other", &other]).ok();
    let refused = bench.run(&verify).failed(8).problem();
    assert_eq!(refused["reason"], "trust.wrong-genesis");
    bench.run(&["trust", "add", "rehearsal", &hash]).ok();
    assert_eq!(bench.run(&verify).ok().json()["trust"]["name"], "rehearsal");
    assert!(bench.run(&["trust", "list"]).ok().stdout.contains(&hash));
    bench.run(&["trust", "add", "rehearsal", &other]).failed(3);
    bench.run(&["trust", "remove", "rehearsal"]).ok();
    bench.run(&["trust", "remove", "rehearsal"]).failed(7);
    bench.run(&["trust", "add", "short", "0x11"]).failed(3);
    // An option goes before both.
    let wrong = ["verify", text(&file), "--at", NEXT_DAY, "--genesis", &other];
    bench
        .run_with(&wrong, &[("QUANJI_GENESIS", hash.as_str())], b"")
        .failed(8);
}

#[test]
fn a_checkpoint_file_is_trust_too() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let file = write(&bench, &chain.package());
    let checkpoint = bench.write("checkpoint.json", chain.checkpoint().to_json());
    let arguments = [
        "verify",
        text(&file),
        "--at",
        NEXT_DAY,
        "--checkpoint",
        text(&checkpoint),
    ];
    assert!(bench
        .run(&arguments)
        .ok()
        .stdout
        .contains("checkpoint at block 10"));
    bench.write("checkpoint.json", "{}");
    bench.run(&arguments).failed(3);
}

#[test]
fn a_raw_chain_specification_is_trust_too() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let file = write(&bench, &chain.package());
    let spec = bench.write("spec.json", r#"{"genesis":{"raw":{"top":{"0x00":"0x01"}}}}"#);
    let arguments = ["verify", text(&file), "--json", "--chain-file", text(&spec)];
    let refused = bench.run(&arguments).failed(8).problem();
    assert_eq!(refused["reason"], "trust.wrong-genesis");
    bench.write("spec.json", r#"{"genesis":{"runtimeGenesis":{}}}"#);
    assert!(bench.run(&arguments).failed(3).problem()["detail"]
        .as_str()
        .unwrap()
        .contains("raw"));
}

#[test]
fn what_is_genuine_but_not_in_force_ends_with_code_10() {
    let bench = Bench::new();
    let status = |chain: &Chain, package: &EvidencePackage, more: &[&str]| {
        let mut more = more.to_vec();
        more.push("--json");
        verify(&bench, chain, package, &more).failed(10).json()["status"].clone()
    };
    let superseded = chain::first_issue();
    assert_eq!(status(&superseded, &superseded.package(), &[]), "superseded");

    let mut ended = Chain::default();
    let credential = ended.credential();
    ended.register.certificates[0].outcome = Outcome::Ended(3);
    assert_eq!(status(&ended, &ended.package_with(credential), &[]), "ended");

    let mut rights = Chain::default();
    rights.register.rights[1].status = RightStatus::Ended(2);
    assert_eq!(status(&rights, &rights.package(), &[]), "partly_in_force");
    for right in &mut rights.register.rights {
        right.valid_until = register::AS_OF;
    }
    assert_eq!(status(&rights, &rights.package(), &[]), "expired");

    let chain = Chain::default();
    assert_eq!(status(&chain, &chain.package(), &["--max-age", "0"]), "in_force");
    let file = write(&bench, &chain.package());
    let hash = genesis(&chain);
    let at = |time| {
        let arguments = ["verify", text(&file), "--json", "--genesis", &hash, "--at", time];
        bench.run(&arguments).failed(10).json()
    };
    assert_eq!(at("2030-01-01")["status"], "lapsed_since");
    assert_eq!(at("2026-11-01")["freshness"]["state"], "ahead_of_caller");
}

#[test]
fn forged_copies_are_refused_with_their_reason() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let refused = |change: &dyn Fn(&mut EvidencePackage)| {
        let mut package = chain.package();
        change(&mut package);
        let problem = verify(&bench, &chain, &package, &["--json"]).failed(8).problem();
        problem["reason"].as_str().unwrap().to_owned()
    };
    let holder = "/credentialSubject/holders/parties/0/identification";
    let altered = refused(&|package| {
        *package.credential.pointer_mut(holder).unwrap() = "91440300708461136T".into();
    });
    assert_eq!(altered, "credential.bad-signature");
    let unsigned = refused(&|package| {
        package.credential.as_object_mut().unwrap().remove("proof");
    });
    assert_eq!(unsigned, "credential.missing");
    let no_votes = refused(&|package| package.proof.block.justification.0.truncate(20));
    assert_eq!(no_votes, "finality.unreadable");
    let no_state = refused(&|package| package.proof.state.clear());
    assert_eq!(no_state, "state.not-proven");
    let no_link = refused(&|package| package.proof.links.clear());
    assert!(no_link.starts_with("finality."), "{no_link}");
    let no_genesis = refused(&|package| package.proof.genesis = None);
    assert_eq!(no_genesis, "trust.no-genesis-proof");
    let no_header = refused(&|package| package.proof.block.header.0.truncate(9));
    assert_eq!(no_header, "package.unreadable");
    let other_key = Chain {
        signer: chain::signing_key(102),
        ..Chain::default()
    };
    let problem = verify(
        &bench,
        &other_key,
        &other_key.package(),
        &["--json", "--lang", "zh"],
    )
    .failed(8)
    .problem();
    assert_eq!(problem["reason"], "credential.key-not-of-authority");
    assert!(problem["detail"].as_str().unwrap().contains("不是登记机构"));
}

#[test]
fn every_flipped_byte_of_a_package_is_refused_or_harmless_without_panic() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let whole = chain.package().to_json().unwrap();
    let hash = genesis(&chain);
    for place in (0..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone().into_bytes();
        bytes[place] ^= 1;
        let file = bench.write("certificate.json", &bytes);
        let ran = bench.run(&["verify", text(&file), "--genesis", &hash, "--at", NEXT_DAY]);
        assert!(
            matches!(ran.code, 0 | 3 | 8),
            "{place}: {} {}",
            ran.code,
            ran.stderr
        );
        let meaning = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
        let same = meaning(&bytes) == meaning(whole.as_bytes());
        assert!(same || ran.code != 0, "{place}: a changed package verified");
    }
}

#[test]
fn garbage_is_no_package() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let hash = genesis(&chain);
    let whole = chain.package().to_json().unwrap();
    let later = whole.replace("quanji-evidence/1", "quanji-evidence/2");
    let deep = "[".repeat(100_000);
    let garbage: [&[u8]; 9] = [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"certificate",
        deep.as_bytes(),
        &whole.as_bytes()[..whole.len() / 2],
        later.as_bytes(),
    ];
    for content in garbage {
        let file = bench.write("garbage", content);
        let problem = bench
            .run(&["verify", text(&file), "--genesis", &hash, "--json"])
            .failed(3)
            .problem();
        assert_eq!(problem["type"], "urn:quanji:problem:input-invalid");
    }
    bench
        .run(&["verify", "nothing.json", "--genesis", &hash])
        .failed(4);
    let file = write(&bench, &chain.package());
    bench
        .run(&["verify", text(&file), "--genesis", &hash, "--at", "soon"])
        .failed(3);
    bench.run(&["verify", text(&file), "--genesis", "zz"]).failed(3);
    bench
        .run(&["verify", text(&file), "--genesis", &hash, "--chain-file", "x"])
        .failed(2);
}

#[test]
fn a_package_is_read_from_standard_input() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let (whole, hash) = (chain.package().to_json().unwrap(), genesis(&chain));
    let arguments = ["verify", "-", "--quiet", "--genesis", &hash, "--at", NEXT_DAY];
    let ran = bench.run_with(&arguments, &[], whole.as_bytes()).ok();
    let sentence = "SJ4412026110001/2 is genuine and in force as of block 20\n";
    assert_eq!(ran.stdout, sentence);
}

#[test]
fn what_needs_a_node_says_so_when_there_is_none() {
    let bench = Bench::new();
    let node = ["--node", "ws://127.0.0.1:1"];
    for arguments in [
        &["certificate", "show", "SJ4412026110001"][..],
        &[
            "certificate",
            "issue",
            "O1-1-5",
            "--credential-key",
            "//A//B",
            "--out",
            "x",
        ],
        &["history", "O1-1-5"],
        &["trust", "checkpoint", "--out", "x"],
    ] {
        let arguments: Vec<_> = arguments.iter().chain(&node).copied().collect();
        let ran = bench.run(&arguments).failed(5);
        assert!(ran.stderr.contains("127.0.0.1:1"), "{}", ran.stderr);
    }
    bench.run(&["certificate", "show", "X1"]).failed(3);
    bench.run(&["history", "SJ4412026110001"]).failed(3);
    let issue = [
        "certificate",
        "issue",
        "O1-1-5",
        "--out",
        "x",
        "--credential-key",
        "none",
    ];
    bench.run(&issue).failed(4);
}
