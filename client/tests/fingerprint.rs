//! `quanji fingerprint`.

mod support;

use support::Bench;

const ABC: &str = "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85";

#[test]
fn a_file_equals_b3sum() {
    let bench = Bench::new();
    bench.write("a.csv", "abc");
    let json = bench
        .run(&[
            "--json",
            "fingerprint",
            "a.csv",
            "--date",
            "2026-09-01",
            "--kind",
            "sample",
        ])
        .ok()
        .json();
    assert_eq!(json["digest"], ABC);
    assert_eq!(
        (json["kind"].as_str(), json["date"].as_str()),
        (Some("sample"), Some("2026-09-01"))
    );
    assert_eq!(
        (
            json["files"].as_u64(),
            json["bytes"].as_u64(),
            json["keyed"].as_bool()
        ),
        (Some(1), Some(3), Some(false))
    );
    assert_eq!(
        bench.run(&["-q", "fingerprint", "a.csv"]).ok().stdout,
        format!("{ABC}\n")
    );
}

#[test]
fn a_folder_is_the_digest_of_the_manifest_it_prints() {
    let bench = Bench::new();
    std::fs::create_dir_all(bench.path("data/b")).unwrap();
    bench.write("data/b/一.csv", "abc");
    bench.write("data/a.csv", "");
    let manifest = bench.run(&["fingerprint", "data", "--manifest"]).ok().stdout;
    assert!(
        manifest.starts_with("quanji folder manifest 1\n") && manifest.ends_with(" 3 b/一.csv\n"),
        "{manifest}"
    );
    bench.write("manifest", &manifest);
    let of_manifest = bench.run(&["-q", "fingerprint", "manifest"]).ok().stdout;
    assert_eq!(bench.run(&["-q", "fingerprint", "data"]).ok().stdout, of_manifest);
    std::fs::rename(bench.path("data/a.csv"), bench.path("data/c.csv")).unwrap();
    assert_ne!(bench.run(&["-q", "fingerprint", "data"]).ok().stdout, of_manifest);
}

#[test]
fn the_result_is_written_and_not_replaced_unless_asked() {
    let bench = Bench::new();
    bench.write("a.csv", "abc");
    let arguments = ["fingerprint", "a.csv", "--out", "a.json"];
    bench.run(&arguments).ok();
    let written: serde_json::Value =
        serde_json::from_slice(&std::fs::read(bench.path("a.json")).unwrap()).unwrap();
    assert_eq!(written["digest"], ABC);
    bench.run(&arguments).failed(4);
    bench
        .run(&["fingerprint", "a.csv", "--out", "a.json", "--force"])
        .ok();
    bench
        .run(&["fingerprint", "a.csv", "--out", "no/such/folder.json"])
        .failed(4);
}

#[test]
fn a_key_changes_the_digest() {
    let bench = Bench::new();
    bench.write("a.csv", "abc");
    bench.write("key", format!("{}\n", "ab".repeat(32)));
    let json = bench
        .run(&["--json", "fingerprint", "a.csv", "--keyed", "key"])
        .ok()
        .json();
    assert_eq!(json["keyed"], true);
    assert_ne!(json["digest"], ABC);
    for bad in ["", "ab", &"zz".repeat(32), &"ab".repeat(100)] {
        bench.write("bad", bad);
        bench.run(&["fingerprint", "a.csv", "--keyed", "bad"]).failed(9);
    }
}

#[test]
fn what_cannot_be_measured_is_told() {
    let bench = Bench::new();
    bench.run(&["fingerprint", "nothing"]).failed(4);
    std::fs::create_dir(bench.path("empty")).unwrap();
    bench.run(&["fingerprint", "empty"]).failed(3);
    bench.write("a.csv", "abc");
    bench
        .run(&["fingerprint", "a.csv", "--date", "2026-02-30"])
        .failed(3);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../a.csv", bench.path("empty/link")).unwrap();
        let problem = bench.run(&["--json", "fingerprint", "empty"]).failed(3).problem();
        assert!(problem["detail"].as_str().unwrap().contains("link"));
    }
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    let path = bench.write("a.csv", "abc");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::File::open(&path).is_ok() {
        // The superuser reads everything; a path through a file is unreadable to anyone.
        bench.run(&["fingerprint", "a.csv/b"]).failed(4);
        return;
    }
    let ran = bench.run(&["fingerprint", "a.csv"]).failed(4);
    assert!(ran.stderr.contains("a.csv"), "{}", ran.stderr);
}
