//! No error and no rule of the README without a test.

use super::*;
use scale_info::{TypeDef, TypeInfo};

/// The sources of all tests.
const SOURCES: [&str; 16] = [
    include_str!("accept.rs"),
    include_str!("book.rs"),
    include_str!("capacity.rs"),
    include_str!("consent_to_offer.rs"),
    include_str!("data.rs"),
    include_str!("end_by_order.rs"),
    include_str!("end_by_parties.rs"),
    include_str!("exclusion.rs"),
    include_str!("marks.rs"),
    include_str!("mod.rs"),
    include_str!("offer.rs"),
    include_str!("queries.rs"),
    include_str!("report_use.rs"),
    include_str!("succession.rs"),
    include_str!("withdraw_offer.rs"),
    include_str!("within.rs"),
];

const README: &str = include_str!("../../README.md");

fn error_names() -> Vec<String> {
    let TypeDef::Variant(errors) = <Error<Test> as TypeInfo>::type_info().type_def else {
        panic!("errors are variants")
    };
    errors
        .variants
        .iter()
        .map(|variant| variant.name.to_string())
        .collect()
}

/// Whether `word` stands in `text` with no letter, digit or underscore after it.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(place, _)| {
        let next = text[place + word.len()..].chars().next();
        !next.is_some_and(|next| next.is_alphanumeric() || next == '_')
    })
}

/// The table of rules: rule, error, tests.
fn rules() -> Vec<[String; 3]> {
    let table = README
        .split("## Rules")
        .nth(1)
        .expect("the README has a table of rules");
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|row| {
        let cells: Vec<_> = row
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect();
        cells.try_into().expect("a rule has three cells")
    })
    .collect()
}

fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_error_is_asserted_by_a_test() {
    let names = error_names();
    assert!(names.len() > 40, "the errors of the pallet were found");
    for name in names {
        let asserted = [format!("Error::<Test>::{name}"), format!("Error::{name}")];
        let found = SOURCES
            .iter()
            .any(|source| asserted.iter().any(|word| has_word(source, word)));
        assert!(found, "no test asserts {name}");
    }
}

#[test]
fn every_error_stands_in_the_table_of_rules_and_every_test_of_the_table_exists() {
    let rules = rules();
    for name in error_names() {
        assert!(
            rules
                .iter()
                .any(|[_, error, _]| quoted(error).contains(&name.as_str())),
            "{name} is in no rule"
        );
    }
    for [rule, error, tests] in &rules {
        for name in quoted(error) {
            assert!(
                error_names().iter().any(|known| known == name),
                "{rule}: there is no error {name}"
            );
        }
        assert!(!quoted(tests).is_empty(), "{rule}: no test is named");
        for test in quoted(tests) {
            let head = format!("fn {test}(");
            assert!(
                SOURCES.iter().any(|source| source.contains(&head)),
                "{rule}: there is no test {test}"
            );
        }
    }
}
