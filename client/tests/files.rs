//! Every file that a command reads, damaged in any place or full of something else, ends in a value or in an error.
//! Descriptions, applications, key files, packages and files of trust are damaged in `inputs.rs`.

#[path = "support/garbage.rs"]
mod garbage;

use garbage::{any_json, damaged, text};
use proptest::{prelude::*, sample::Index};
use quanji_client::{
    application::{Application, FingerprintText},
    description::{in_lines, is_text, scan},
    fingerprint::{FingerprintKey, Kind},
    identity::Opening,
    importing::{read, Column, ErrorFile, Format, HolderName, ReadRow},
    language::{Language, Localised},
    national::receipts,
};
use quanji_primitives::{
    person::CreditCode,
    regime::{Regime, RegimeId},
    regimes::{national_2026, public_data_2025, shenzhen_2023},
    AuthorityId, CaseId, Digest, PartyId,
};
use serde_json::{json, Value};
use std::{collections::BTreeMap, fs, path::Path};

/// Each place of the client's sources that reads a document of somebody else, how often it does, and what damages it.
const READERS: [(&str, usize, &str); 19] = [
    (
        "application/document.rs",
        1,
        "damaged_fingerprint_files_are_read_or_refused",
    ),
    (
        "application/mod.rs",
        1,
        "a_damaged_application_is_filed_or_refused",
    ),
    ("cli/batch.rs", 1, "damaged_batches_are_read_or_refused"),
    ("cli/case/notice.rs", 1, "any_part_of_a_description_is_looked_at"),
    (
        "cli/describe/disclosing.rs",
        1,
        "any_disclosure_is_shown_or_refused",
    ),
    ("cli/regime.rs", 1, "damaged_regimes_are_read_or_refused"),
    (
        "description/check.rs",
        1,
        "a_damaged_description_passes_or_is_refused",
    ),
    (
        "description/published.rs",
        2,
        "any_file_is_compared_with_the_published_text",
    ),
    ("description/seal.rs", 1, "any_disclosure_is_shown_or_refused"),
    ("evidence/trust.rs", 2, "files_of_trust_are_read_or_refused"),
    (
        "importing/read.rs",
        2,
        "damaged_import_files_are_drafted_or_refused",
    ),
    ("keys/file.rs", 1, "a_damaged_key_file_is_read_or_refused"),
    ("identity.rs", 1, "damaged_openings_are_read_or_refused"),
    (
        "national/published.rs",
        1,
        "any_part_of_a_description_is_looked_at",
    ),
    ("national/receipts.rs", 1, "damaged_receipts_are_read_or_refused"),
    (
        "title/chained.rs",
        1,
        "damaged_records_of_a_reader_are_read_or_refused",
    ),
    ("title/consent.rs", 1, "damaged_consents_are_read_or_refused"),
    (
        "title/described.rs",
        1,
        "any_description_is_believed_by_its_digest_alone",
    ),
    (
        "title/proof.rs",
        1,
        "damaged_proofs_of_reports_are_read_or_refused",
    ),
];

/// Readers of what the register or this program itself has made.
const OWN: [&str; 1] = ["national/export.rs"];

/// Ways of reading a document.
const READING: [&str; 4] = [
    "serde_json::from_slice",
    "serde_json::from_str",
    "serde_json::Deserializer::from_reader",
    "ReaderBuilder::new",
];

/// How often each source file reads a document, outside of its tests.
fn readers(folder: &Path, found: &mut BTreeMap<String, usize>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            readers(&path, found);
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            let source = fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]").next().unwrap_or_default();
            let count = READING.iter().map(|way| code.matches(way).count()).sum();
            let name = name.split("/client/src/").nth(1).unwrap_or_default();
            found.insert(name.to_owned(), count);
        }
    }
}

#[test]
fn every_place_that_reads_a_document_has_a_test_that_damages_it() {
    let mut found = BTreeMap::new();
    readers(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
    found.retain(|name, count| *count > 0 && !OWN.contains(&name.as_str()));
    let known: BTreeMap<_, _> = READERS
        .iter()
        .map(|(name, count, _)| ((*name).to_owned(), *count))
        .collect();
    assert_eq!(found, known, "a new reader needs a test here");
    let tests = [include_str!("files.rs"), include_str!("inputs.rs")].concat();
    for (name, _, test) in READERS {
        assert!(tests.contains(&format!("fn {test}(")), "{name}: no test {test}");
    }
}

/// A row of an import file that is drafted.
fn a_row() -> Value {
    let digest = format!("sha2-256:{}", "ab".repeat(32));
    json!({
        "scheme": "gd-data-2024",
        "number": "GD/2024-0001",
        "registered_on": "2025-03-31",
        "valid_through": "2028-03-30",
        "kind": "product",
        "category": "personal",
        "level": "important",
        "source": "open_data_by_program",
        "public_class": "authorised-operation:GD-1",
        "industry": 74,
        "form": 1,
        "personal_ground": "consent",
        "personal_authorisation": digest,
        "personal_until": "2027-12-31",
        "description": digest,
        "lineage": digest,
        "holders": "P1-1-Q=1/2; 91440101MA0000101E=1/2",
        "rights": "holding; operating",
        "fingerprints": format!("snapshot 2025-12-31 {digest}"),
        "checks": "source; content",
        "file": digest,
    })
}

/// The same as CSV, each cell as it may be given.
fn as_csv(row: &Value) -> String {
    let (names, cells): (Vec<_>, Vec<_>) = Column::ALL
        .iter()
        .map(|column| {
            let cell = match &row[column.name()] {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            (column.name(), format!("\"{}\"", cell.replace('"', "\"\"")))
        })
        .unzip();
    format!("{}\n{}\n", names.join(","), cells.join(","))
}

/// Reads a file to its end and drafts what can be drafted. Gives how many rows make registrations.
fn drafted(file: &[u8], format: Format) -> usize {
    let mut errors = ErrorFile::default();
    let mut complete = 0;
    let mut take = |row: ReadRow| {
        let regime = RegimeId {
            system: 1,
            version: 1,
        };
        match row {
            Ok(row) => match row.draft(AuthorityId(1), regime) {
                Ok(draft) => {
                    let party = |name| match name {
                        HolderName::Party(party) => Some(party),
                        HolderName::Code(_) => PartyId::new(AuthorityId(1), 2),
                    };
                    complete += usize::from(draft.complete(party).is_ok());
                }
                Err(problems) => problems
                    .iter()
                    .for_each(|problem| errors.problem(row.line, "", problem, Language::English)),
            },
            Err((line, problem)) => errors.problem(line, "", &problem, Language::Chinese),
        }
        true
    };
    let _ = read(file, format, &mut take);
    assert!(!errors.to_csv().is_empty());
    complete
}

fn a_receipt() -> Value {
    json!({
        "case": CaseId::new(AuthorityId(1), 1).unwrap().to_string(),
        "kind": "notice",
        "document": "notice.pdf",
        "at": "2026-10-30T10:00:00+08:00",
    })
}

fn a_fingerprint() -> Value {
    json!({
        "algorithm": "blake3-256",
        "kind": Kind::Snapshot.code(),
        "date": "2026-10-31",
        "digest": "ab".repeat(32),
    })
}

#[test]
fn the_files_that_are_damaged_here_are_sound() {
    let row = a_row();
    assert_eq!(drafted(json!([row]).to_string().as_bytes(), Format::Json), 1);
    assert_eq!(drafted(as_csv(&row).as_bytes(), Format::Csv), 1);
    let read = receipts(json!([a_receipt()]).to_string().as_bytes()).unwrap();
    assert!(read.iter().all(Result::is_ok));
    let fingerprint = FingerprintText::from_file(a_fingerprint().to_string().as_bytes()).unwrap();
    assert_eq!(fingerprint.digest.0, Digest::Blake3_256([0xab; 32]));
    for regime in [national_2026(), shenzhen_2023(), public_data_2025()] {
        let text = serde_json::to_vec(&regime).unwrap();
        assert_eq!(serde_json::from_slice::<Regime>(&text).unwrap(), regime);
    }
    assert!("91440101MA0000101E".parse::<CreditCode>().is_ok());
}

/// A text without its end.
fn cut(text: &str, at: Index) -> &[u8] {
    &text.as_bytes()[..at.index(text.len())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn damaged_import_files_are_drafted_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let file = damaged(&json!([a_row(), a_row()]), place, with.clone());
        let json = file.to_string();
        drafted(json.as_bytes(), Format::Json);
        drafted(cut(&json, end), Format::Json);
        let csv = as_csv(&damaged(&a_row(), place, with));
        drafted(csv.as_bytes(), Format::Csv);
        drafted(cut(&csv, end), Format::Csv);
    }

    #[test]
    fn any_cell_of_an_import_file_is_read_or_told(column in any::<Index>(), cell in text()) {
        let column = Column::ALL[column.index(Column::ALL.len())];
        let mut row = a_row();
        row[column.name()] = cell.into();
        drafted(json!([row]).to_string().as_bytes(), Format::Json);
        drafted(as_csv(&row).as_bytes(), Format::Csv);
    }

    #[test]
    fn any_file_is_compared_with_the_published_text(place in any::<Index>(), with in any_json(), end in any::<Index>(), other in text()) {
        let published = json!({"name": "x", "purpose": "y"}).to_string();
        let digest = Digest::sha2_256(published.as_bytes());
        let changed = damaged(&json!({"name": "x", "purpose": "y"}), place, with).to_string();
        prop_assert_eq!(is_text(changed.as_bytes(), digest), changed == published);
        prop_assert!(!is_text(cut(&published, end), digest));
        prop_assert!(!is_text(other.as_bytes(), digest));
        prop_assert!(!in_lines(&published).is_empty());
        let _ = in_lines(&other);
    }

    #[test]
    fn damaged_receipts_are_read_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let text = damaged(&json!([a_receipt(), a_receipt()]), place, with).to_string();
        if let Ok(read) = receipts(text.as_bytes()) {
            for problem in read.into_iter().filter_map(Result::err) {
                prop_assert!(!problem.text(Language::Chinese).is_empty());
            }
        }
        let _ = receipts(cut(&text, end));
    }

    #[test]
    fn damaged_fingerprint_files_are_read_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let text = damaged(&a_fingerprint(), place, with).to_string();
        let _ = FingerprintText::from_file(text.as_bytes());
        prop_assert!(FingerprintText::from_file(cut(&text, end)).is_none());
    }

    #[test]
    fn damaged_openings_are_read_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let sound = serde_json::to_value(Opening::fresh("梅若兰", "440100199001011237")).unwrap();
        prop_assert!(Opening::read(&sound.to_string()).is_ok());
        let given = damaged(&sound, place, with);
        // What still opens its commitment was not damaged where it counts.
        if let Ok(opening) = Opening::read(&given.to_string()) {
            prop_assert_eq!(serde_json::to_value(opening).unwrap()["name"].clone(), sound["name"].clone());
        }
        let text = sound.to_string();
        let cut = String::from_utf8_lossy(cut(&text, end)).into_owned();
        prop_assert!(Opening::read(&cut).is_err());
    }

    #[test]
    fn damaged_regimes_are_read_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let sound = serde_json::to_value(national_2026()).unwrap();
        let text = damaged(&sound, place, with).to_string();
        if let Ok(regime) = serde_json::from_str::<Regime>(&text) {
            let again = serde_json::to_vec(&regime).unwrap();
            prop_assert_eq!(serde_json::from_slice::<Regime>(&again).unwrap(), regime);
        }
        prop_assert!(serde_json::from_slice::<Regime>(cut(&text, end)).is_err());
    }

    #[test]
    fn damaged_batches_are_read_or_refused(elements in prop::collection::vec(any_json(), 0..4), end in any::<Index>()) {
        let text = Value::from(elements).to_string();
        for file in [text.as_bytes(), cut(&text, end)] {
            let elements = serde_json::from_slice::<Vec<Value>>(file).unwrap_or_default();
            for element in elements {
                prop_assert!(Application::from_json(element.to_string().as_bytes()).is_err());
            }
        }
    }

    #[test]
    fn any_part_of_a_description_is_looked_at(part in text(), document in any_json()) {
        let document = document.to_string();
        for text in [&part, &document] {
            for problem in scan(text) {
                prop_assert!(!problem.text(Language::Chinese).is_empty());
            }
            let _ = quanji_primitives::text_rules::check(text.as_bytes());
        }
    }

    #[test]
    fn any_file_is_a_key_of_fingerprints_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..140), digits in "[0-9a-fA-F]{60,68}\n?") {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        for content in [&bytes[..], digits.as_bytes()] {
            fs::write(&file, content).unwrap();
            let is_key = content.trim_ascii().len() == 64 && content.trim_ascii().iter().all(u8::is_ascii_hexdigit);
            prop_assert_eq!(FingerprintKey::read(&file).is_ok(), is_key);
        }
    }
}
