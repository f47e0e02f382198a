//! Every article of the regulations has a row in `docs/regimes/`, every row a status; what is done names tests that exist,
//! and every link leads to a file that holds the names it shows.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// One row of a table of articles.
struct Row {
    page: &'static str,
    article: String,
    rule: String,
    tests: String,
    status: String,
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page(name: &str) -> String {
    fs::read_to_string(repository().join("docs/regimes").join(name)).unwrap()
}

/// The rows of every table whose head is that of a table of articles.
fn rows(name: &'static str) -> Vec<Row> {
    let text = page(name);
    let mut rows = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if !line.starts_with('|') {
            inside = false;
        } else if let [_, "asks", "rule", "tests", "status"] = cells[..] {
            inside = true;
        } else if inside && !line.starts_with("|---") {
            let [article, _, rule, tests, status] = cells[..] else {
                panic!("{name}: five cells in {line}");
            };
            rows.push(Row {
                page: name,
                article: article.into(),
                rule: rule.into(),
                tests: tests.into(),
                status: status.into(),
            });
        }
    }
    rows
}

fn all_rows() -> Vec<Row> {
    ["national-2026.md", "shenzhen-2023.md", "public-data-2025.md"]
        .into_iter()
        .flat_map(rows)
        .collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The article of `21(5)`, `10(2) access`; nothing for an annex.
fn number(article: &str) -> Option<u8> {
    let digits: String = article.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn assert_complete(name: &'static str, articles: u8) {
    let covered: BTreeSet<u8> = rows(name).iter().filter_map(|row| number(&row.article)).collect();
    assert_eq!(covered, (1..=articles).collect::<BTreeSet<_>>(), "{name}");
}

#[test]
fn all_42_articles_of_the_national_guide_have_a_row() {
    assert_complete("national-2026.md", 42);
}

#[test]
fn all_24_articles_of_the_measures_on_public_data_have_a_row() {
    assert_complete("public-data-2025.md", 24);
}

#[test]
fn every_row_is_done_not_for_software_or_later() {
    for row in all_rows() {
        let reasoned = |prefix: &str| {
            row.status
                .strip_prefix(prefix)
                .is_some_and(|reason| !reason.trim().is_empty())
        };
        let later = ["later (C): ", "later (D): ", "later (E): "];
        assert!(
            row.status == "done" || reasoned("not for software: ") || later.into_iter().any(reasoned),
            "{} {}: {}",
            row.page,
            row.article,
            row.status
        );
        if row.status == "done" {
            assert!(
                !quoted(&row.rule).is_empty(),
                "{} {}: rule",
                row.page,
                row.article
            );
            assert!(
                !quoted(&row.tests).is_empty(),
                "{} {}: tests",
                row.page,
                row.article
            );
        }
    }
}

/// All Rust sources of the workspace.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() && name != "target" && name != "node_modules" && !name.starts_with('.') {
            sources(&path, found);
        } else if name.ends_with(".rs") {
            found.push(path);
        }
    }
}

/// The names of all tests of the workspace.
fn tests() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&repository(), &mut files);
    let mut tests = BTreeSet::new();
    for file in files {
        let mut marked = false;
        for line in fs::read_to_string(file).unwrap().lines().map(str::trim) {
            marked |= line == "#[test]";
            let function = line.strip_prefix("fn ").filter(|_| marked);
            if let Some((name, _)) = function.and_then(|rest| rest.split_once('(')) {
                tests.insert(name.to_string());
                marked = false;
            }
        }
    }
    tests
}

#[test]
fn every_test_that_a_row_names_exists() {
    let known = tests();
    assert!(known.len() > 400, "the sources are found");
    let missing: Vec<String> = all_rows()
        .iter()
        .flat_map(|row| {
            let named = quoted(&row.tests)
                .into_iter()
                .filter(|name| !known.contains(*name));
            named
                .map(|name| format!("{} {}: {name}", row.page, row.article))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(missing.is_empty(), "no such test:\n{}", missing.join("\n"));
}

#[test]
fn every_test_that_the_pages_on_testing_and_on_title_reports_name_exists() {
    let known = tests();
    let pages = ["docs/testing.md", "docs/title-reports.md"];
    let text = pages
        .map(|page| fs::read_to_string(repository().join(page)).unwrap())
        .concat();
    // A name of a test is a sentence; files, programs and codes have no three underscores, functions their type, variables capitals.
    let is_sentence = |name: &&str| {
        let lower = !name.chars().any(char::is_uppercase);
        name.matches('_').count() > 2 && !name.contains("::") && lower
    };
    let named: Vec<_> = quoted(&text).into_iter().filter(is_sentence).collect();
    assert!(named.len() > 30, "the names are found: {named:?}");
    let missing: Vec<_> = named.iter().filter(|name| !known.contains(**name)).collect();
    assert!(missing.is_empty(), "no such test: {missing:?}");
}

/// The links of a text: what they show, and where they lead. `[shown](file)`, or `[shown][name]` with `[name]: file`.
fn links(text: &str) -> Vec<(&str, &str)> {
    let defined = |name: &str| {
        let found = text
            .lines()
            .find_map(|line| line.strip_prefix(&format!("[{name}]: ")));
        found.unwrap_or_else(|| panic!("[{name}] is not defined"))
    };
    let shown = |at: usize| text[..at].rsplit_once('[').map_or("", |(_, shown)| shown);
    let until = |at: usize, end: char| text[at + 2..].split_once(end).map_or("", |(inner, _)| inner);
    let direct = text
        .match_indices("](")
        .map(|(at, _)| (shown(at), until(at, ')')));
    let named = text
        .match_indices("][")
        .map(|(at, _)| (shown(at), defined(until(at, ']'))));
    direct.chain(named).collect()
}

#[test]
fn every_link_leads_to_a_file_that_holds_what_it_names() {
    for name in ["national-2026.md", "shenzhen-2023.md", "public-data-2025.md"] {
        let text = page(name);
        let found = links(&text);
        assert!(!found.is_empty(), "{name} links to the rules");
        for (shown, target) in found {
            let file = repository().join("docs/regimes").join(target);
            if file.is_dir() {
                continue;
            }
            let content = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{name}: no file {target}"));
            for wanted in quoted(shown) {
                // `Pallet::Name` and `call()` show where a name belongs; the file holds the name.
                let bare = wanted.trim_end_matches("()");
                let bare = bare.rsplit("::").next().unwrap_or(bare);
                assert!(content.contains(bare), "{name}: {target} does not hold {wanted}");
            }
        }
    }
}
