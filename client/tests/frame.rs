//! The frame of the command line: help, languages, usage errors, completions.

mod support;

use support::Bench;

#[test]
fn help_shows_the_exit_codes_in_both_languages() {
    let bench = Bench::new();
    let english = bench.run(&["--help"]).ok().stdout;
    assert!(
        english.contains("Exit codes:") && english.contains("9  key or password does not fit"),
        "{english}"
    );
    assert!(!english.chars().any(|c| c > '\u{2e80}'), "{english}");
    let chinese = bench.run(&["--lang", "zh", "--help"]).ok().stdout;
    assert!(
        chinese.contains("退出码：") && chinese.contains("9  密钥或密码不符"),
        "{chinese}"
    );
    for word in ["Usage", "Options", "Commands"] {
        assert!(!chinese.contains(word), "{word} in {chinese}");
    }
}

#[test]
fn the_language_comes_from_option_variable_and_locale_in_this_order() {
    let bench = Bench::new();
    let detail = |arguments: &[&str], variables: &[(&str, &str)]| {
        bench.run_with(arguments, variables, b"").failed(2).stderr
    };
    assert!(detail(&["keys", "show"], &[("LANG", "zh_CN.UTF-8")]).contains("没有指定签名密钥"));
    assert!(detail(
        &["keys", "show"],
        &[("LANG", "zh_CN.UTF-8"), ("QUANJI_LANG", "en")]
    )
    .contains("no signing key"));
    assert!(detail(&["keys", "show", "--lang", "zh"], &[("QUANJI_LANG", "en")]).contains("没有指定签名密钥"));
}

#[test]
fn wrong_usage_is_told_with_code_2() {
    let bench = Bench::new();
    for (arguments, fragment) in [
        (&["nonsense"][..], "nonsense"),
        (&["keys", "nonsense"][..], "quanji keys --help"),
        (&["fingerprint"][..], "<PATH>"),
        (&["fingerprint", "--nonsense", "x"][..], "--nonsense"),
        (&["fingerprint", "x", "--kind", "whole"][..], "whole"),
        (&["--lang", "fr", "keys", "list"][..], "fr"),
        (
            &["describe", "seal", "x", "--out", "y", "--confidential", "purpose"][..],
            "--disclosures",
        ),
    ] {
        let ran = bench.run(arguments).failed(2);
        assert!(ran.stderr.contains(fragment), "{arguments:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
    assert!(bench.run(&[]).failed(2).stderr.contains("Usage"));
}

#[test]
fn wrong_usage_is_a_problem_in_json() {
    let problem = Bench::new().run(&["--json", "fingerprint"]).failed(2).problem();
    assert_eq!(problem["type"], "urn:quanji:problem:usage");
    assert!(problem["remedy"]
        .as_str()
        .unwrap()
        .contains("quanji fingerprint --help"));
}

#[test]
fn completions_know_the_commands() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(
            bench
                .run(&["completions", shell])
                .ok()
                .stdout
                .contains("fingerprint"),
            "{shell}"
        );
    }
    bench.run(&["completions", "csh"]).failed(2);
}

#[test]
fn nothing_is_coloured_off_a_terminal() {
    let bench = Bench::new();
    let ran = bench.run(&["keys", "show", "//Alice"]).ok();
    assert!(!ran.stdout.contains('\u{1b}') && !ran.stderr.contains('\u{1b}'));
    let version = bench.run(&["--version"]).ok().stdout;
    assert!(version.starts_with("quanji "), "{version}");
}
