//! `quanji title` without a node: its arguments, and what a reader keeps.

mod support;

use quanji_client::title::reads::{self, Read};
use support::{text, Bench};

/// Nothing listens here.
const NOBODY: [&str; 2] = ["--node", "ws://127.0.0.1:1"];

fn run(bench: &Bench, arguments: &[&str]) -> support::Ran {
    let all: Vec<_> = arguments.iter().chain(&NOBODY).copied().collect();
    bench.run(&all)
}

const SEARCH: [&str; 14] = [
    "title",
    "search",
    "record",
    "--register",
    "movable-finance",
    "--debtor",
    "P1-1-Q",
    "--at",
    "2026-11-09T09:30",
    "--result",
    "none",
    "--number",
    "2026110900001",
    "--answer",
];

#[test]
fn a_report_is_about_an_object_or_about_a_party() {
    let bench = Bench::new();
    for good in [
        &["--json", "title", "O1-1-5"][..],
        &["--json", "title", "SJ4412026110001"],
        &["--json", "title", "--party", "P1-1-Q", "--maturity", "2028-11-09"],
        &["--json", "title", "--party", "9144030071526726XG", "--quick"],
        &["--json", "title", "O1-1-5", "--purpose", "loan"],
    ] {
        run(&bench, good).failed(5).problem();
    }
    for bad in [
        &["title"][..],
        &["title", "O1-1-5", "--party", "P1-1-Q"],
        &["title", "--party", "9144030071526726XX"],
        &["title", "O1-1-5", "--maturity", "next year"],
        &[
            "title",
            "consent",
            "--to",
            "P1-1-Q",
            "--purpose",
            "x",
            "--until",
            "2026-12-01",
            "--out",
            "c",
        ],
    ] {
        run(&bench, bad).failed(2);
    }
}

#[test]
fn a_consent_is_used_for_a_purpose() {
    let bench = Bench::new();
    let file = bench.write("consent.json", "{}");
    let asked = ["--json", "title", "O1-1-5", "--consent", text(&file)];
    let problem = run(&bench, &asked).failed(2).problem();
    assert!(problem["remedy"].as_str().unwrap().contains("--purpose"));
    let with_purpose = [&asked[..], &["--purpose", "loan"]].concat();
    run(&bench, &with_purpose).failed(3).problem();
}

#[test]
fn searches_are_recorded_and_listed() {
    let bench = Bench::new();
    let answer = bench.write("answer.pdf", "nothing found");
    let record = [&SEARCH[..], &[text(&answer)]].concat();
    let first = bench.run(&[&["--json"], &record[..]].concat()).ok().json();
    assert_eq!(first["no"], 1);
    assert_eq!(first["search"]["at"], "2026-11-09T09:30:00+08:00");
    assert!(first["search"]["digest"]
        .as_str()
        .unwrap()
        .starts_with("sha2-256:"));
    bench.run(&record).ok();
    let list = bench.run(&["--json", "title", "search", "list"]).ok().json();
    assert_eq!(list["searches"].as_array().unwrap().len(), 2);
    assert_eq!(list["searches"][1]["previous"], list["searches"][0]["digest"]);
    let chinese = bench
        .run(&["--lang", "zh", "title", "search", "list"])
        .ok()
        .stdout;
    assert!(
        chinese.contains("中登网") && chinese.contains("无登记"),
        "{chinese}"
    );
}

#[test]
fn a_search_names_a_time_and_a_result() {
    let bench = Bench::new();
    let answer = bench.write("answer.pdf", "x");
    let sound = [&SEARCH[..], &[text(&answer)]].concat();
    for (place, bad, code) in [
        (4, "nowhere", 2),
        (6, "O1-1-5", 2),
        (8, "today", 3),
        (10, "maybe", 2),
        (12, "", 3),
    ] {
        let mut given = sound.clone();
        given[place] = bad;
        bench.run(&given).failed(code);
    }
}

#[test]
fn the_log_is_empty_before_anything_was_read() {
    let bench = Bench::new();
    let log = bench.run(&["--json", "title", "log"]).ok().json();
    assert_eq!(log["reads"].as_array().unwrap().len(), 0);
}

#[test]
fn the_log_tells_an_extract_from_a_full_report() {
    let bench = Bench::new();
    let folder = bench.path("kept");
    let extract = Read {
        at: "2026-11-09T09:00:00+08:00".into(),
        subject: "P1-1-Q".into(),
        block: 20,
        block_hash: "0x01".into(),
        holders: Vec::new(),
        reader: String::new(),
        purpose: "first look".into(),
        consent: String::new(),
        report: "sha2-256:00".into(),
    };
    let full = Read {
        holders: vec!["P1-1-Q".into()],
        purpose: "loan 2026-17".into(),
        consent: "sha2-256:c0".into(),
        ..extract.clone()
    };
    for read in [extract, full] {
        reads::note(&folder, read).unwrap();
    }
    let log = ["title", "log", "--records", text(&folder)];
    let english = bench.run(&log).ok().stdout;
    let lines: Vec<_> = english.lines().collect();
    let of = |purpose: &str| lines.iter().find(|line| line.contains(purpose)).unwrap();
    assert!(of("first look").contains("extract"), "{english}");
    assert!(!of("loan 2026-17").contains("extract"), "{english}");
    let chinese = bench.run(&[&["--lang", "zh"], &log[..]].concat()).ok().stdout;
    let line = chinese.lines().find(|line| line.contains("first look")).unwrap();
    assert!(line.contains("摘要"), "{chinese}");
}

#[test]
fn a_file_that_was_changed_is_found() {
    let bench = Bench::new();
    let answer = bench.write("answer.pdf", "x");
    let folder = bench.path("kept");
    let record = [&SEARCH[..], &[text(&answer), "--records", text(&folder)]].concat();
    bench.run(&record).ok();
    bench.run(&record).ok();
    let file = folder.join("searches.jsonl");
    let changed = std::fs::read_to_string(&file)
        .unwrap()
        .replacen("none", "found", 1);
    std::fs::write(&file, changed).unwrap();
    let list = ["--json", "title", "search", "list", "--records", text(&folder)];
    bench.run(&list).failed(8).problem();
    bench.run(&record).failed(8);
}
