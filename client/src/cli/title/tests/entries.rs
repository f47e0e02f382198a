//! On which entry a warning rests, in words; and what a report says of the maturity.

use super::*;
use quanji_client::title::{
    model::Gap,
    warnings::{Noted, Warning},
};

/// What the document of an object with so many entries says below these warnings.
fn references(entries: u32, warnings: Vec<Noted>, language: Language) -> Vec<String> {
    let mut report = TitleReport {
        warnings,
        ..made(Extent::Full)
    };
    report.objects[0].entries = entries;
    let writer = Writer {
        language,
        report: &report,
    };
    let parts = writer.document("sha2-256:00").parts.into_iter();
    let references = parts.filter_map(|part| match part {
        Part::Remark { reference, .. } => Some(reference),
        _ => None,
    });
    references.collect()
}

fn seized(entry: Option<u32>) -> Noted {
    let (mark, since) = ("2".to_owned(), "2026-11-09 00:00".to_owned());
    Noted::of(Warning::Seized { mark, since }, object_id(), entry)
}

#[test]
fn a_mark_whose_entry_was_not_looked_up_is_not_said_to_have_none() {
    let (source, since) = ("R44-1-0-X".to_owned(), "2026-11-09 00:00".to_owned());
    let told = || {
        let (source, since) = (source.clone(), since.clone());
        let of_source = Warning::SourceSeized { source, since };
        vec![
            seized(Some(11)),
            seized(None),
            Noted::of(of_source, object_id(), None),
            Noted::of(Warning::NoSnapshot, object_id(), None),
            Noted::general(Warning::TestChain),
        ]
    };
    for (language, expected) in [
        (
            Language::English,
            [
                "entry 11",
                "entry not looked up",
                "entry not looked up",
                "no entry of its own",
                "of no single object",
            ],
        ),
        (
            Language::Chinese,
            [
                "第 11 条记载",
                "未查其记载号",
                "未查其记载号",
                "无对应记载",
                "不涉及单一对象",
            ],
        ),
    ] {
        let found = references(14, told(), language);
        assert_eq!(found.len(), expected.len());
        for (reference, words) in found.iter().zip(expected) {
            assert!(reference.ends_with(words), "{words}: {reference}");
        }
    }
}

#[test]
fn what_is_told_of_the_data_rests_on_its_first_entry_as_changed_since() {
    let right = RightId {
        object: object_id(),
        index: 2,
    };
    let of_data = Noted::of(Warning::ImportantData, object_id(), Some(1));
    let told = || vec![of_data.clone(), of_data.clone().on(right)];
    let ends_with = |entries, language, expected: [&str; 2]| {
        let found = references(entries, told(), language);
        assert_eq!(found.len(), 2);
        for (reference, words) in found.iter().zip(expected) {
            assert!(reference.ends_with(words), "{words}: {reference}");
        }
    };
    // A right rests on the entry that made it.
    ends_with(2, Language::English, ["entry 1, as changed since", "entry 1"]);
    ends_with(2, Language::Chinese, ["第 1 条记载及其后变更", "第 1 条记载"]);
    ends_with(1, Language::English, ["entry 1", "entry 1"]);
}

#[test]
fn that_no_maturity_was_given_is_said_and_nothing_of_it_where_one_was() {
    let mut report = made(Extent::Extract);
    let text = |report: &TitleReport, language| {
        let document = Writer { language, report }.document("sha2-256:00");
        terminal::report(&document, report.to_json().unwrap()).plain()
    };
    assert!(!text(&report, Language::English).contains("--maturity"));
    report.completeness.not_proven.push(Gap::Maturity);
    let english = text(&report, Language::English);
    assert!(english.contains("outlast the loan"), "{english}");
    let chinese = text(&report, Language::Chinese);
    assert!(chinese.contains("未指定到期日"), "{chinese}");
}
