//! Succession (S023) on a real chain with many objects, and with a node killed in the middle: at no block does an object
//! show two holders or none, and what was begun is simply gone on with.
//!
//! `QUANJI_SUCCESSION_OBJECTS` sets how many objects: `scripts/long succession` asks for 5,000.

use anyhow::{bail, ensure, Context, Result};
use quanji_tests::{
    desk::{REFUSED, REGISTRAR, REVIEWER},
    program, Desk, Options,
};
use serde_json::{json, Value};
use std::{
    collections::BTreeMap,
    env, fs,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Who holds everything at first, and who takes its place; each with its credit code.
const HOLDER: &str = "91440000MA0000005H";
const FIRST: &str = "91440000MA0000006L";
const SECOND: &str = "91440000MA0000007P";

/// The key of the holder.
const HOLDER_KEY: &str = "//Enterprise";

/// The prefix of all rights in the state: `Registry.Rights`.
const RIGHTS: &str = "0x8a493ef65ff3987a1fbc9979200ad1afe6db5de4d122bdc28700f68909e7478c";

/// Keys and values of one question.
const PAGE: usize = 500;

/// How long anything may take: thousands of objects pass in many blocks.
const PATIENCE: Duration = Duration::from_secs(3_600);

fn objects() -> usize {
    env::var("QUANJI_SUCCESSION_OBJECTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(120)
}

/// A chain that keeps every state, with earlier registrations of the holder, and the parties of the three.
fn open() -> Result<(Desk, [String; 3])> {
    let mut options = Options::development();
    options.arguments = ["--state-pruning", "archive"].map(str::to_owned).to_vec();
    let desk = Desk::open_on(options)?;
    let mut lines = vec![
        "scheme,number,registered_on,valid_through,kind,source,industry,description,holders,rights,checks,file"
            .to_owned(),
    ];
    let digest = "sha2-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    lines.extend((0..objects()).map(|number| {
        let number = certificate(number);
        format!("gd-data-2024,{number},2025-03-31,2035-03-30,resource,collected,74,{digest},{HOLDER},holding,source;content,{digest}")
    }));
    let file = desk.path("earlier.csv");
    fs::write(&file, lines.join("\n"))?;
    let file = file.display().to_string();
    let imported = desk.done(&["--key", REGISTRAR, "import", &file, "--errors", "errors.txt"])?;
    ensure!(imported["imported"] == json!(objects()), "{imported}");
    let party = |code: &str| -> Result<String> {
        let shown = desk.done(&["party", "show", "--code", code])?;
        Ok(shown["party"].as_str().context("a party")?.to_owned())
    };
    let parties = [party(HOLDER)?, party(FIRST)?, party(SECOND)?];
    Ok((desk, parties))
}

fn certificate(number: usize) -> String {
    format!("GD/2025-{number:05}")
}

fn file<'a>(predecessor: &'a str, event: &'a str, successors: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec![
        "--key",
        REGISTRAR,
        "succession",
        "file",
        predecessor,
        "--event",
        event,
    ];
    arguments.extend(["--instrument", "paper.txt", "--effective", "2026-11-02"]);
    for successor in successors {
        arguments.extend(["--successor", successor]);
    }
    arguments
}

/// Who holds each right at a block: the key of the right, and the holder as the state has it.
fn holders_at(desk: &Desk, block: u32) -> Result<BTreeMap<String, String>> {
    let hash = desk.node.block_hash(block)?;
    let mut holders = BTreeMap::new();
    let mut after = Value::Null;
    loop {
        let keys = desk
            .node
            .rpc("state_getKeysPaged", json!([RIGHTS, PAGE, after, hash]))?;
        let keys = keys.as_array().context("keys")?.clone();
        let Some(last) = keys.last() else { break };
        after = last.clone();
        let values = desk.node.rpc("state_queryStorageAt", json!([keys, hash]))?;
        let changes = values[0]["changes"].as_array().context("values")?;
        ensure!(
            changes.len() == keys.len(),
            "a right without a record at block {block}"
        );
        for change in changes {
            let (key, value) = (change[0].as_str(), change[1].as_str());
            let (key, value) = key.zip(value).context("a record")?;
            holders.insert(key.to_owned(), sole_holder(value)?);
        }
    }
    Ok(holders)
}

/// The holder in the record of a right: version, kind, then one sole holder.
fn sole_holder(record: &str) -> Result<String> {
    let record = record.trim_start_matches("0x");
    ensure!(record.get(4..6) == Some("00"), "not exactly one holder: {record}");
    Ok(record.get(6..22).context("a holder")?.to_owned())
}

/// How a party stands in the records: eight bytes, the lowest first. The parties of the test have small serial numbers
/// below the first authority.
fn in_records(party: &str, parties: &[String; 3]) -> String {
    let serial = parties.iter().position(|known| known == party).unwrap_or(9) + 1;
    format!("{serial:02x}00000000000100")
}

/// Runs `quanji` beside the test.
fn beside(desk: &Desk, arguments: &[&str]) -> Result<std::process::Child> {
    Command::new(program("quanji")?)
        .args(["--json", "--lang", "en", "--node", &desk.node.url()])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("quanji cannot be started")
}

fn assigned(desk: &Desk, party: &str) -> Result<u64> {
    let shown = desk.done(&["succession", "status", party])?;
    shown["assigned"].as_u64().with_context(|| shown.to_string())
}

/// Whatever `look` says comes true in time.
fn wait_until(what: &str, mut look: impl FnMut() -> Result<bool>) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if look()? {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(300));
    }
    bail!("waited for {what} in vain")
}

#[test]
fn one_alias_passes_everything_and_no_object_is_touched() -> Result<()> {
    let (mut desk, parties) = open()?;
    let [holder, first, _] = &parties;
    let before = desk.node.finalised()?;
    let untouched = holders_at(&desk, before)?;
    assert_eq!(untouched.len(), objects());
    desk.done(&file(holder, "merger", &[first]))?;
    // The second officer's word and a power cut: it is there, or it is not.
    let mut confirming = beside(&desk, &["--key", REVIEWER, "succession", "confirm", holder])?;
    thread::sleep(Duration::from_secs(2));
    desk.node.kill()?;
    confirming.wait()?;
    desk.node.restart()?;
    desk.node.wait_for_more_finality(2)?;
    let status = desk.done(&["succession", "status", holder])?;
    if status["stage"] != "finished" {
        desk.done(&["--key", REVIEWER, "succession", "confirm", holder])?;
    }
    let status = desk.done(&["succession", "status", holder])?;
    assert_eq!(status["stage"], "finished", "{status}");
    assert_eq!(status["current"], json!(first));
    // At every block each object has the one holder that it had: not one of them was touched.
    for block in before..=desk.node.finalised()? {
        assert_eq!(holders_at(&desk, block)?, untouched, "block {block}");
    }
    // The old key is dead, and the certificate is told with the one in its place.
    let refused = desk.run(&["--key", HOLDER_KEY, "party", "unbind", "--account", HOLDER_KEY])?;
    assert_ne!(refused.code, 0, "{}", refused.output);
    let number = format!("earlier:{}", certificate(0));
    let shown = desk.done(&["certificate", "show", &number])?;
    assert_eq!(shown["successors"][0]["successor"], json!(first), "{shown}");
    proven_to_have_a_successor(&desk, &number, first)
}

/// The package proves who stands in the place of the holder.
fn proven_to_have_a_successor(desk: &Desk, number: &str, successor: &str) -> Result<()> {
    let package = desk.path("package.json").display().to_string();
    desk.done(&[
        "certificate",
        "issue",
        number,
        "--credential-key",
        "//Lingnan//Credential",
        "--out",
        &package,
    ])?;
    let genesis = desk.genesis()?;
    let verdict = desk.run(&["verify", &package, "--genesis", &genesis])?;
    assert_eq!(
        verdict.output["genuine"], true,
        "{} {}",
        verdict.output, verdict.errors
    );
    let proven = &verdict.output["register"]["successors"][0]["successor"];
    assert_eq!(proven, &json!(successor), "{}", verdict.output);
    Ok(())
}

#[test]
fn a_division_survives_a_node_killed_in_the_middle() -> Result<()> {
    let (mut desk, parties) = open()?;
    let [holder, first, second] = &parties;
    let before = desk.node.finalised()?;
    desk.done(&file(holder, "division", &[first, second]))?;
    desk.done(&["--key", REVIEWER, "succession", "confirm", holder])?;
    let early = desk.run(&["--key", REVIEWER, "succession", "finish", holder])?;
    assert_eq!(early.code, REFUSED);
    assert_eq!(
        early.problem["rule"], "Parties::HoldingsLeft",
        "{}",
        early.problem
    );

    // Every other one goes to the second successor, the rest to the first.
    let listed: Vec<_> = (0..objects())
        .step_by(2)
        .map(|number| format!("earlier:{},{second}", certificate(number)))
        .collect();
    let list = desk.path("list.csv");
    fs::write(&list, listed.join("\n"))?;
    let list = list.display().to_string();
    let assign = [
        "--key",
        REGISTRAR,
        "succession",
        "assign",
        holder,
        "--list",
        &list,
        "--rest-to",
        first,
    ];
    let mut assigning = beside(&desk, &assign)?;
    wait_until("a first batch", || Ok(assigned(&desk, holder)? > 0))?;
    desk.node.kill()?;
    assigning.kill().ok();
    assigning.wait()?;
    desk.node.restart()?;
    desk.node.wait_for_more_finality(2)?;
    let begun = assigned(&desk, holder)?;
    assert!(begun > 0 && begun < objects() as u64, "{begun} were assigned");

    // The same command again goes on where it was.
    let went_on = desk.done(&assign)?;
    assert_eq!(went_on["left"], 0, "{went_on}");
    assert_eq!(went_on["assigned"], json!(objects() as u64 - begun));
    desk.done(&["--key", REVIEWER, "succession", "finish", holder])?;
    let status = desk.done(&["succession", "status", holder])?;
    assert_eq!(status["stage"], "finished", "{status}");
    one_holder_at_every_block(&desk, &parties, before)?;

    let shown = desk.done(&["certificate", "show", &format!("earlier:{}", certificate(0))])?;
    assert_eq!(
        (&shown["issue"], &shown["holders"]["sole"].is_null()),
        (&json!(2), &false)
    );
    let object = shown["object"].as_str().context("an object")?;
    let history = desk.done(&["history", object])?;
    assert_eq!(history["entries"].as_array().map(Vec::len), Some(2), "{history}");
    Ok(())
}

/// At no block has an object two holders or none, and what has passed never comes back.
fn one_holder_at_every_block(desk: &Desk, parties: &[String; 3], from: u32) -> Result<()> {
    let [holder, first, second] = parties;
    let known = [holder, first, second].map(|party| in_records(party, parties));
    let mut last: BTreeMap<String, String> = BTreeMap::new();
    for block in from..=desk.node.finalised()? {
        let now = holders_at(desk, block)?;
        assert_eq!(now.len(), objects(), "block {block}");
        for (right, who) in &now {
            assert!(known.contains(who), "block {block}: {right} is held by {who}");
            let passed = last.get(right).filter(|before| *before != &known[0]);
            assert!(
                passed.is_none_or(|before| before == who),
                "block {block}: {right} came back"
            );
        }
        last = now;
    }
    let of_second = last.values().filter(|who| **who == known[2]).count();
    assert_eq!(of_second, objects().div_ceil(2));
    assert!(
        last.values().all(|who| *who != known[0]),
        "nothing is left with the predecessor"
    );
    Ok(())
}
