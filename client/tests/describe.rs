//! `quanji describe`.

mod support;

use serde_json::Value;
use support::{description::SET, Bench};

/// A folder with a full description `d.json` made by flags.
fn bench() -> Bench {
    let bench = Bench::new();
    let mut arguments = vec!["--json", "describe", "new", "--out", "d.json"];
    arguments.extend(SET.iter().flat_map(|set| ["--set", set]));
    assert_eq!(bench.run(&arguments).ok().json()["left"], serde_json::json!([]));
    bench
}

fn digest_of(path: &std::path::Path) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(std::fs::read(path).unwrap()))
}

#[test]
fn a_description_made_by_flags_passes() {
    let bench = bench();
    let json = bench.run(&["--json", "describe", "check", "d.json"]).ok().json();
    assert_eq!(json["advice"], serde_json::json!([]));
    let quiet = bench.run(&["-q", "describe", "check", "d.json"]).ok().stdout;
    assert_eq!(quiet.trim(), json["digest"].as_str().unwrap());
    let from_input = bench
        .run_with(
            &["-q", "describe", "check", "-"],
            &[],
            &std::fs::read(bench.path("d.json")).unwrap(),
        )
        .ok();
    assert_eq!(from_input.stdout, quiet);
}

#[test]
fn a_template_names_what_is_left_to_fill_in() {
    let bench = Bench::new();
    bench.run(&["describe", "new", "--out", "d.json"]).ok();
    let problem = bench
        .run(&["--json", "describe", "check", "d.json"])
        .failed(3)
        .problem();
    let paths: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["path"].as_str().unwrap())
        .collect();
    assert!(
        paths.contains(&"name") && paths.contains(&"industry.section"),
        "{paths:?}"
    );
    bench.run(&["describe", "new", "--out", "d.json"]).failed(4);
    let printed: Value = bench.run(&["describe", "new", "--service"]).ok().json();
    assert_eq!(printed["@type"], "dcat:DataService");
}

#[test]
fn wrong_members_are_told_in_both_languages() {
    let bench = bench();
    let text = std::fs::read_to_string(bench.path("d.json")).unwrap();
    bench.write(
        "d2.json",
        text.replace(
            "\"物流规划\"",
            "\"致电13800138000\", \"contact\": \"x\", \"price\": 1.5",
        ),
    );
    let english = bench.run(&["describe", "check", "d2.json"]).failed(3).stderr;
    assert!(
        english.contains("mobile number")
            && english.contains("contact")
            && english.contains("no such member"),
        "{english}"
    );
    let chinese = bench
        .run(&["--lang", "zh", "describe", "check", "d2.json"])
        .failed(3)
        .stderr;
    assert!(
        chinese.contains("疑似手机号码") && chinese.contains("联系人"),
        "{chinese}"
    );
}

#[test]
fn sealing_writes_the_public_document_and_the_private_disclosures() {
    let bench = bench();
    let arguments = [
        "--json",
        "describe",
        "seal",
        "d.json",
        "--confidential",
        "purpose,volume.records",
        "--out",
        "p.json",
        "--disclosures",
        "x.json",
    ];
    let json = bench.run(&arguments).ok().json();
    assert_eq!(json["digest"], digest_of(&bench.path("p.json")));
    let public = std::fs::read_to_string(bench.path("p.json")).unwrap();
    assert!(!public.contains("120000") && public.contains("_sd"), "{public}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(bench.path("x.json"))
                .unwrap()
                .permissions()
                .mode()
                & 0o777,
            0o600
        );
    }
    let checked = bench.run(&["--json", "describe", "check", "p.json"]).ok().json();
    assert_eq!(checked["digest"], json["digest"]);
    let disclosures: Value = serde_json::from_slice(&std::fs::read(bench.path("x.json")).unwrap()).unwrap();
    assert_eq!(disclosures["document"], json["digest"]);
    assert_eq!(disclosures["disclosures"].as_array().unwrap().len(), 2);
    bench.run(&arguments).failed(4);
}

#[test]
fn nothing_is_written_when_sealing_fails() {
    let bench = bench();
    for (confidential, path) in [("name", "name"), ("colour", "colour")] {
        let arguments = [
            "--json",
            "describe",
            "seal",
            "d.json",
            "--confidential",
            confidential,
            "--out",
            "p.json",
            "--disclosures",
            "x.json",
        ];
        let problem = bench.run(&arguments).failed(3).problem();
        assert_eq!(problem["errors"][0]["path"], path);
    }
    assert!(!bench.path("p.json").exists() && !bench.path("x.json").exists());
    bench.write("x.json", "");
    let arguments = [
        "describe",
        "seal",
        "d.json",
        "--confidential",
        "purpose",
        "--out",
        "p.json",
        "--disclosures",
        "x.json",
    ];
    bench.run(&arguments).failed(4);
    assert!(!bench.path("p.json").exists());
}

#[test]
fn sealing_nothing_gives_the_canonical_document() {
    let bench = bench();
    let json = bench
        .run(&["--json", "describe", "seal", "d.json", "--out", "p.json"])
        .ok()
        .json();
    assert_eq!(
        json["digest"],
        bench.run(&["--json", "describe", "check", "d.json"]).ok().json()["digest"]
    );
    assert_eq!(json["digest"], digest_of(&bench.path("p.json")));
}

#[test]
fn garbage_is_refused() {
    let bench = Bench::new();
    bench.run(&["describe", "check", "missing.json"]).failed(4);
    bench.write("g.json", [0xff, 0x00, 0x7b]);
    bench.run(&["describe", "check", "g.json"]).failed(3);
    bench.write("deep.json", "[".repeat(100_000));
    bench.run(&["describe", "check", "deep.json"]).failed(3);
    bench.run(&["describe", "new", "--set", "colour=red"]).failed(3);
    bench.run(&["describe", "new", "--set", "name"]).failed(2);
    bench
        .run(&["describe", "new", "--set", "volume.records=many"])
        .failed(3);
}

#[test]
fn the_members_are_listed_in_both_languages() {
    let bench = Bench::new();
    let json = bench.run(&["--json", "describe", "fields"]).ok().json();
    let paths: Vec<_> = json["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|member| member["path"].as_str().unwrap())
        .collect();
    assert!(
        paths.contains(&"volume.records") && paths.contains(&"items[].name"),
        "{paths:?}"
    );
    assert!(bench
        .run(&["--lang", "zh", "describe", "fields"])
        .ok()
        .stdout
        .contains("数据名称"));
}

#[test]
fn a_holder_shows_some_sealed_members_and_no_other() {
    let bench = bench();
    let sealed = "purpose,volume.records,storage_place,update_frequency";
    let run = |words: &str| bench.run(&words.split(' ').collect::<Vec<_>>());
    let digest = run(&format!(
        "--json describe seal d.json --confidential {sealed} --out p.json --disclosures x.json"
    ));
    let digest = digest.ok().json()["digest"].clone();
    let shown = "purpose,volume.records,storage_place";
    run(&format!(
        "describe disclose x.json --members {shown} --out shown.json"
    ))
    .ok();
    let content = std::fs::read_to_string(bench.path("shown.json")).unwrap();
    assert_eq!(content.matches("\"disclosure\"").count(), 3, "{content}");

    let revealed = run("--json describe reveal p.json --disclosures shown.json")
        .ok()
        .json();
    assert_eq!(
        revealed["digest"], digest,
        "of the public document, not of what is shown"
    );
    let members = revealed["members"].as_object().unwrap();
    // Three are shown, the fourth is not.
    assert_eq!(
        members.keys().collect::<Vec<_>>(),
        ["purpose", "storage_place", "volume.records"]
    );
    assert_eq!(members["volume.records"], 120_000);

    let problem = run("--json describe disclose x.json --members name --out y.json");
    assert!(problem.failed(3).problem()["detail"]
        .as_str()
        .unwrap()
        .contains("name"));
    assert!(!bench.path("y.json").exists());
    bench.write("none.json", "{}");
    run("describe reveal p.json --disclosures none.json").failed(3);
}

#[test]
fn a_disclosure_of_another_sealing_proves_nothing() {
    let bench = bench();
    let run = |words: &str| bench.run(&words.split(' ').collect::<Vec<_>>());
    for (public, private) in [("p.json", "x.json"), ("q.json", "y.json")] {
        run(&format!(
            "describe seal d.json --confidential purpose --out {public} --disclosures {private}"
        ))
        .ok();
    }
    run("describe reveal p.json --disclosures x.json").ok();
    // The same value under another salt: a guess is not confirmed.
    run("--json describe reveal p.json --disclosures y.json")
        .failed(8)
        .problem();
}
