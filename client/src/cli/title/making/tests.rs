//! What is noted of a report, and of which chain it may be.

use super::*;

/// The line of a report that was read with a consent of this digest; an extract has none.
fn read(consent: &str) -> Read {
    Read {
        at: quanji_primitives::clock::Moment(1).to_string(),
        subject: "O1-1-5".into(),
        block: 20,
        block_hash: "0x01".into(),
        holders: Vec::new(),
        reader: String::new(),
        purpose: "loan 2026-17".into(),
        consent: consent.into(),
        report: "sha2-256:00".into(),
    }
}

fn in_folder(folder: &Path) -> Records {
    Records {
        records: Some(folder.to_owned()),
    }
}

#[test]
fn every_report_is_noted_the_extract_too() {
    let folder = tempfile::tempdir().unwrap();
    let records = in_folder(folder.path());
    let extract = note(&records, Extent::Extract, read(""));
    assert!(matches!(extract, Ok(None)), "{extract:?}");
    let full = note(&records, Extent::Full, read("sha2-256:c0"));
    assert!(matches!(full, Ok(None)), "{full:?}");
    let lines = reads::all(folder.path()).unwrap();
    let extracts: Vec<_> = lines.iter().map(|line| line.record.is_extract()).collect();
    assert_eq!(extracts, [true, false]);
    assert!(lines.iter().all(|line| line.record.purpose == "loan 2026-17"));
}

#[test]
fn a_full_report_that_cannot_be_noted_is_not_shown_and_an_extract_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("no-folder");
    std::fs::write(&file, "x").unwrap();
    let records = in_folder(&file);
    assert!(note(&records, Extent::Full, read("sha2-256:c0")).is_err());
    let Ok(Some(error)) = note(&records, Extent::Extract, read("")) else {
        panic!("an extract is shown, and the reader told that it was not noted")
    };
    let text = not_noted(Language::English, &error);
    assert!(text.starts_with("not noted in your log: "), "{text}");
}

#[test]
fn a_node_of_another_chain_than_the_trusted_one_is_refused() {
    let (trusted, other) = (H256([1; 32]), H256([2; 32]));
    assert_eq!(of_trusted_chain(Some(trusted), trusted), Ok(Some(trusted)));
    assert_eq!(of_trusted_chain(None, other), Ok(None));
    let error = TrustError::WrongGenesis {
        expected: trusted,
        found: other,
    };
    assert_eq!(
        of_trusted_chain(Some(trusted), other),
        Err(NotProven(error.into()))
    );
}
