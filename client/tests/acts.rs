//! The commands that act on the register, without a node.

mod support;

use support::Bench;

/// Nothing listens here.
const NOBODY: [&str; 2] = ["--node", "ws://127.0.0.1:1"];

fn with_nobody(arguments: &[&str]) -> Vec<String> {
    arguments
        .iter()
        .chain(&NOBODY)
        .map(|argument| (*argument).to_owned())
        .collect()
}

fn run(bench: &Bench, arguments: &[&str]) -> support::Ran {
    let all = with_nobody(arguments);
    bench.run(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_node_that_does_not_answer_has_its_own_exit_code_and_remedy() {
    let bench = Bench::new();
    for arguments in [
        &["--json", "clock", "show"][..],
        &["--json", "case", "list"],
        &["--json", "authority", "list"],
        &["--json", "party", "show", "P1-1-Q"],
        &[
            "--json",
            "case",
            "accept",
            "C1-1-T",
            "--key",
            "//Lingnan//Examiner",
        ],
    ] {
        let problem = run(&bench, arguments).failed(5).problem();
        assert!(
            problem["remedy"]
                .as_str()
                .is_some_and(|remedy| remedy.contains("--node")),
            "{problem}"
        );
    }
}

#[test]
fn the_address_of_a_node_is_a_web_socket() {
    let problem = Bench::new()
        .run(&["--json", "clock", "show", "--node", "http://127.0.0.1:9944"])
        .failed(2)
        .problem();
    assert!(problem["remedy"].as_str().unwrap().contains("ws://"), "{problem}");
}

#[test]
fn a_wrong_identifier_is_told_with_its_reason_in_both_languages() {
    let bench = Bench::new();
    let english = run(&bench, &["--json", "--lang", "en", "case", "show", "C1-1-X"])
        .failed(2)
        .problem();
    assert!(
        english["detail"].as_str().unwrap().contains("check character"),
        "{english}"
    );
    let chinese = run(&bench, &["--json", "--lang", "zh", "case", "show", "C1-1-X"])
        .failed(2)
        .problem();
    assert!(
        chinese["detail"].as_str().unwrap().contains("校验位不符"),
        "{chinese}"
    );
    let other = run(&bench, &["--json", "--lang", "zh", "case", "show", "P1-1-Q"])
        .failed(2)
        .problem();
    assert!(
        other["detail"].as_str().unwrap().contains("首字母应为 C"),
        "{other}"
    );
}

#[test]
fn a_word_of_the_register_is_told_with_the_words_there_are() {
    let problem = run(
        &Bench::new(),
        &["--json", "party", "suspend", "P1-1-Q", "--reason", "mood"],
    )
    .failed(2)
    .problem();
    assert!(
        problem["detail"].as_str().unwrap().contains("identity_in_doubt"),
        "{problem}"
    );
}

#[test]
fn acts_need_a_key() {
    run(&Bench::new(), &["case", "approve", "C1-1-T"]).failed(2);
}

#[test]
fn an_application_needs_its_parts_or_a_document() {
    let bench = Bench::new();
    run(&bench, &["apply", "first", "--key", "//Enterprise"]).failed(2);
    run(&bench, &["case", "resubmit", "C1-1-T", "--key", "//Enterprise"]).failed(2);
    run(
        &bench,
        &[
            "apply",
            "first",
            "--key",
            "//Enterprise",
            "--file",
            "application.json",
        ],
    )
    .failed(5);
}

#[test]
fn a_commitment_is_written_with_its_opening_for_its_owner_only() {
    let bench = Bench::new();
    std::fs::write(bench.path("person.txt"), "张三\n110101199001011237\n").unwrap();
    let arguments = [
        "--json",
        "party",
        "commit",
        "--from-file",
        "person.txt",
        "--opening",
        "opening.json",
    ];
    let json = bench.run(&arguments).ok().json();
    let opening: serde_json::Value =
        serde_json::from_slice(&std::fs::read(bench.path("opening.json")).unwrap()).unwrap();
    assert_eq!(opening["commitment"], json["commitment"]);
    assert_eq!(opening["name"], "张三");
    // The number stands in the private file alone, and an opening is never overwritten.
    assert!(!json.to_string().contains("110101199001011237"));
    bench.run(&arguments).failed(4);
    std::fs::write(bench.path("person.txt"), "one line only\n").unwrap();
    bench
        .run(&[
            "party",
            "commit",
            "--from-file",
            "person.txt",
            "--opening",
            "other.json",
        ])
        .failed(3);
}
