//! `quanji keys`.

mod support;

use support::{text, Bench};

const ALICE: &str = "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu";
const PASSWORD: (&str, &str) = ("QUANJI_PASSWORD", "a long password");
const VECTOR: &[u8] = include_bytes!("data/polkadot-js-ed25519.json");

#[test]
fn a_new_key_is_written_listed_and_shown() {
    let bench = Bench::new();
    let made = bench
        .run_with(&["--json", "keys", "new", "--name", "甲"], &[PASSWORD], b"")
        .ok()
        .json();
    let file = made["file"].as_str().unwrap();
    assert!(file.ends_with(".config/quanji/keys/甲.json"), "{file}");
    assert!(made.get("words").is_none());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    let listed = bench.run(&["--json", "keys", "list"]).ok().json();
    assert_eq!(listed["keys"][0]["address"], made["address"]);
    let shown = bench.run(&["--json", "keys", "show", "甲"]).ok().json();
    assert_eq!(shown["public_key"], made["public_key"]);
    let by_option = bench.run(&["--json", "--key", "甲", "keys", "show"]).ok().json();
    assert_eq!(by_option, shown);
    bench
        .run_with(&["keys", "new", "--name", "甲"], &[PASSWORD], b"")
        .failed(4);
}

#[test]
fn the_words_of_a_new_key_make_it_again() {
    let bench = Bench::new();
    let made = bench
        .run_with(
            &["--json", "keys", "new", "--words", "--out", "a.json"],
            &[PASSWORD],
            b"",
        )
        .ok()
        .json();
    let words = made["words"].as_str().unwrap().to_owned();
    let again = bench
        .run_with(
            &["--json", "keys", "import", "--out", "b.json"],
            &[PASSWORD],
            words.as_bytes(),
        )
        .ok()
        .json();
    assert_eq!(again["public_key"], made["public_key"]);
}

#[test]
fn a_development_key_is_imported_from_file_or_input() {
    let bench = Bench::new();
    bench.write("secret", "//Alice\n");
    let from_file = [
        "--json",
        "keys",
        "import",
        "--from-file",
        "secret",
        "--out",
        "a.json",
    ];
    assert_eq!(
        bench.run_with(&from_file, &[PASSWORD], b"").ok().json()["address"],
        ALICE
    );
    let quiet = bench
        .run_with(
            &["-q", "keys", "import", "--out", "b.json"],
            &[PASSWORD],
            b"//Alice",
        )
        .ok();
    assert_eq!(quiet.stdout, format!("{ALICE}\n"));
    for garbage in [&b"no phrase"[..], b"", b"/x", b"\xff\xfe"] {
        let ran = bench.run_with(&["keys", "import", "--out", "c.json"], &[PASSWORD], garbage);
        assert!(matches!(ran.code, 4 | 9), "{}", ran.stderr);
    }
    assert!(!bench.path("c.json").exists());
}

#[test]
fn without_terminal_nobody_is_asked_for_a_password() {
    let bench = Bench::new();
    let ran = bench.run(&["keys", "new", "--out", "a.json"]).failed(9);
    assert!(
        ran.stderr.contains("QUANJI_PASSWORD") && ran.stderr.contains("--password-file"),
        "{}",
        ran.stderr
    );
    assert!(!bench.path("a.json").exists());
}

#[test]
fn the_password_may_come_from_a_file() {
    let bench = Bench::new();
    bench.write("password", "a long password\nsecond line\n");
    bench
        .run(&["keys", "new", "--out", "a.json", "--password-file", "password"])
        .ok();
    bench.write("short", "short\n");
    let ran = bench
        .run(&["keys", "new", "--out", "b.json", "--password-file", "short"])
        .failed(9);
    assert!(ran.stderr.contains('8'), "{}", ran.stderr);
    bench
        .run(&["keys", "new", "--out", "b.json", "--password-file", "missing"])
        .failed(9);
}

#[test]
fn files_of_polkadot_js_are_shown() {
    let bench = Bench::new();
    let path = bench.write("other.json", VECTOR);
    let shown = bench.run(&["--json", "keys", "show", text(&path)]).ok().json();
    assert_eq!(
        shown["address"],
        "5HjVSb2x6bFfEpAXp1QFXrG3w6iVmiHciD3Sn28iZnVb9Fys"
    );
    assert_eq!(shown["name"], "vector");
}

#[test]
fn what_is_no_key_is_told() {
    let bench = Bench::new();
    let path = bench.write("bad.json", "{}");
    bench.run(&["keys", "show", text(&path)]).failed(9);
    bench.run(&["keys", "show", "nothing"]).failed(4);
    bench.run(&["keys", "show", "command:/nonexistent"]).failed(9);
    bench.run(&["keys", "show", "//Alice/soft"]).failed(9);
    bench
        .run_with(&["keys", "new", "--name", "../x"], &[PASSWORD], b"")
        .failed(3);
    let listed = bench
        .run(&["--key-folder", ".", "--json", "keys", "list"])
        .ok()
        .json();
    assert!(listed["keys"][0]["problem"]
        .as_str()
        .unwrap()
        .contains("bad.json"));
}
