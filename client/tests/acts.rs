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
        &["--json", "case", "list", "--party", "P1-1-Q"],
        &["--json", "case", "notice", "C1-1-T"],
        &["--json", "case", "told", "--party", "P1-1-Q"],
        &["--json", "certificate", "show", "O1-1-5"],
        &["--json", "history", "O1-1-5"],
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

/// The arguments in a line, with a paper for every purpose.
fn on_paper(line: &str) -> (Bench, Vec<String>) {
    let bench = Bench::new();
    bench.write("paper.txt", "what was signed, sent or decided");
    let mut arguments: Vec<_> = line.split(' ').map(str::to_owned).collect();
    arguments.extend(["--json", "--key", "//Lingnan//Examiner"].map(str::to_owned));
    (bench, arguments)
}

fn ran(line: &str) -> support::Ran {
    let (bench, arguments) = on_paper(line);
    run(&bench, &arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_step_of_a_case_is_read_as_it_is_documented() {
    for line in [
        "case return C1-1-T --missing evidence:contract --missing description --days 10 --letter paper.txt",
        "case delivered C1-1-T --at 2026-10-13T10:00:00+08:00",
        "case acknowledge C1-1-T",
        "case ask C1-1-T --item contract --item sample --days 10 --letter paper.txt --channel post",
        "case answer C1-1-T --evidence contract:paper.txt",
        "case inquire C1-1-T --party P1-1-Q --letter paper.txt",
        "case inquire C1-1-T --public-body --letter paper.txt",
        "case inquiry-answer C1-1-T --number 0 --answer not-verifiable --record paper.txt",
        "case extend C1-1-T --days 10 --reason paper.txt",
        "case examine C1-1-T --grant holding --refuse P1-1-Q:operating:unclear-authorisation --record paper.txt",
        "case terminate C1-1-T --record paper.txt --letter paper.txt --channel in-person",
        "case withhold C1-1-T --allow none --record paper.txt",
        "case publish C1-1-T --national paper.txt --national-at 2026-10-30T10:00",
        "case object C1-1-T --ground title --materials paper.txt",
        "case decide-objection C1-1-T --number 0 --result dismissed --record paper.txt",
        "case enter C1-1-T --receipt paper.txt --receipt-at 2026-11-09T10:00 --result-code GD-2026/1",
        "case enter C1-1-T --refusal-letter paper.txt",
        "case enter C1-1-T --refusal-letter paper.txt --channel post",
        "case list --stage partly-refused",
        "case refuse C1-1-T --ground title-dispute --letter paper.txt --channel public-announcement",
        "case refuse C1-1-T --ground title-dispute --notice paper.txt",
        "case appeal C1-1-T --statement paper.txt",
        "case decide-appeal C1-1-T --result examined-anew --record paper.txt",
        "case list --overdue --handler F1-1-X --stage awaiting-supplement",
        "consent give O1-1-5 --to P1-1-Q",
        "consent revoke O1-1-5 --to P1-1-Q",
        "consent list O1-1-5",
        "power grant --agent P1-1-Q --act first --act objection --from 2026-11-09 --until 2027-11-08 --document paper.txt",
        "power revoke W1-1-D",
        "power list P1-1-Q",
        "workload A1-Q",
        "statistics A1-Q --month 2026-11",
        "authority affiliate --party P1-1-Q",
        "authority officer affiliates",
        "authority officer roles F1-1-X --role examiner --role reviewer",
        "quota show",
        "quota set --weight 1 --bytes 1 --recovery-blocks 1 --pending 1",
        "party admit --kind legal-person --credit-code 91440000MA0000008T",
    ] {
        // Nothing is wrong with the line; nobody answers.
        let code = ran(line).code;
        assert_eq!(code, 5, "{line}");
    }
}

/// A court, as every instrument of these tests names it.
const COURT: &str = "--organ-kind court --organ 12440000MB0000001C --instrument paper.txt";

#[test]
fn every_step_of_the_day_book_is_read_as_it_is_documented() {
    for act in [
        "seizure stamp R1-1-0-1 R1-1-2-T --months 36",
        "seizure stamp R1-1-0-1 --through 2029-12-01 --received-at 2026-12-01T09:00",
        "control stamp --object O1-5-P --days 30",
        "seizure renew B1-1-S --months 12",
        "seizure release B1-1-S",
        "control release B1-1-S",
        "daybook end R1-1-0-1 --ground judgment",
    ] {
        let line = format!("{act} {COURT}");
        assert_eq!(ran(&line).code, 5, "{line}");
    }
    for line in [
        "seizure confirm B1-1-S",
        "seizure reject B1-1-S --reason paper.txt",
        "control show B1-1-S",
        "daybook show B1-1-S",
        "daybook list --authority A1-Q --from 101",
        "daybook carry-out B1-1-S",
        "check R1-1-0-1 --operation transfer",
        "check R1-1-0-1 --operation non-exclusive-licence --party P1-1-Q",
    ] {
        assert_eq!(ran(line).code, 5, "{line}");
    }
}

#[test]
fn an_instrument_that_lacks_a_part_is_not_stamped() {
    for act in [
        "seizure stamp --months 36",
        "seizure stamp R1-1-0-1",
        "seizure stamp R1-1-0-1 --months 3 --days 3",
        "seizure stamp R1-1-0-1 --object O1-5-P --days 3",
        "seizure renew B1-1-S",
        "daybook end R1-1-0-1",
        "daybook end R1-1-0-1 --ground boredom",
    ] {
        let line = format!("{act} {COURT}");
        assert_eq!(ran(&line).code, 2, "{line}");
    }
    for line in [
        "seizure release B1-1-S --organ-kind court --organ 12440000MB0000001D --instrument paper.txt",
        "seizure release B1-1-S --organ-kind king --organ 12440000MB0000001C --instrument paper.txt",
        "check R1-1-0-1",
        "check R1-1-0-1 --operation gift",
    ] {
        assert_eq!(ran(line).code, 2, "{line}");
    }
}

#[test]
fn a_party_acts_itself_through_an_agent_or_on_paper_at_the_counter() {
    for act in [
        "case withdraw C1-1-T",
        "case acknowledge C1-1-T",
        "case answer C1-1-T --evidence contract:paper.txt",
        "case object C1-1-T --ground error --materials paper.txt",
        "case appeal C1-1-T --statement paper.txt",
        "consent give O1-1-5 --to P1-1-Q",
    ] {
        for capacity in [
            "--as-agent W1-1-D",
            "--counter P1-1-Q --document paper.txt",
            "--counter P1-1-Q --document paper.txt --received-at 2026-11-09T09:30",
        ] {
            let line = format!("{act} {capacity}");
            assert_eq!(ran(&line).code, 5, "{line}");
        }
        for capacity in [
            "--counter P1-1-Q",
            "--document paper.txt",
            "--received-at 2026-11-09",
            "--as-agent W1-1-D --counter P1-1-Q --document paper.txt",
            "--as-agent P1-1-Q",
        ] {
            let line = format!("{act} {capacity}");
            assert_eq!(ran(&line).code, 2, "{line}");
        }
    }
}

#[test]
fn a_step_that_lacks_a_part_is_not_sent() {
    for line in [
        "case return C1-1-T --missing description --days 10",
        "case return C1-1-T --missing description --days 10 --letter paper.txt --channel pigeon",
        "case ask C1-1-T --days 10 --letter paper.txt",
        "case inquire C1-1-T --letter paper.txt",
        "case inquire C1-1-T --public-body --other --letter paper.txt",
        "case publish C1-1-T --national paper.txt",
        "case enter C1-1-T --receipt-at 2026-11-09",
        "case enter C1-1-T --channel post",
        "case enter C1-1-T --refusal-letter paper.txt --channel pigeon",
        "case terminate C1-1-T --record paper.txt",
        "case delivered C1-1-T --at yesterday",
        "case withhold C1-1-T --allow much --record paper.txt",
        "power grant --agent P1-1-Q --from 2026-11-09 --until 2027-11-08 --document paper.txt",
        "power revoke W1-1-D --document paper.txt",
        "statistics A1-Q --month 2026-13",
        "statistics A1-Q",
    ] {
        let problem = ran(line).failed(2).problem();
        assert!(problem["remedy"].is_string(), "{line}: {problem}");
    }
}

#[test]
fn a_joint_application_names_each_participant_with_its_rights() {
    let file = "apply first --file application.json";
    for (further, code) in [
        ("--joint P1-1-Q:holding:3,processing-use", 5),
        ("--joint P1-1-Q", 2),
        ("--joint P1-1-Q:owning", 2),
        ("--withhold part --withhold-reason paper.txt", 5),
        ("--withhold-reason paper.txt", 2),
        ("--withhold most", 2),
        ("--object O1-1-5", 5),
        ("--object P1-1-Q", 2),
    ] {
        let line = format!("{file} {further}");
        assert_eq!(ran(&line).code, code, "{line}");
    }
}

#[test]
fn a_licence_back_is_read_from_its_file_before_anybody_is_asked() {
    let bench = Bench::new();
    let arguments = |back: &'static str| {
        [
            "apply",
            "transfer",
            "O1-5-P",
            "--right",
            "operating",
            "--to",
            "P1-1-Q",
            "--reason",
            "sale",
            "--declaration",
            "paper.txt",
            "--back",
            back,
            "--key",
            "//Enterprise",
        ]
    };
    let whole = "--from 2\n--to P1-1-Q\n--kind non-exclusive\n--purpose 1\n--region 44\n--until 2028-12-31\n--contract paper.txt\n";
    bench.write("paper.txt", "paper");
    bench.write("back.txt", whole);
    bench.write("short.txt", "--from 2\n");
    run(&bench, &arguments("back.txt")).failed(5);
    run(&bench, &arguments("short.txt")).failed(3);
}

#[test]
fn the_department_s_lists_are_read_as_they_are_documented() {
    for line in [
        "regime negative-list add 74",
        "regime negative-list remove 74",
        "regime code purpose 77",
    ] {
        assert_eq!(ran(line).code, 5, "{line}");
    }
    for line in [
        "regime negative-list add 0",
        "regime code flavour 7",
        "regime code purpose 100",
    ] {
        assert_eq!(ran(line).code, 2, "{line}");
    }
}
