//! The receipts of the national service system.

use quanji_primitives::CaseId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::NationalError;
use crate::application::Text;

/// What a receipt is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptKind {
    /// The publication of the notice (NG 24).
    Notice,
    /// The evidencing, by which the registration is complete (NG 26).
    Evidence,
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The case.
    pub case: Text<CaseId>,
    /// What it is of.
    pub kind: ReceiptKind,
    /// Digest of the notice or receipt as the national system gave it, or the name of the file.
    pub document: String,
    /// When it was published or evidenced there: `2026-11-09T09:30:00+08:00`.
    pub at: String,
}

/// Reads a list of receipts; each that cannot be read is told at its place.
pub fn receipts(document: &[u8]) -> Result<Vec<Result<Receipt, NationalError>>, NationalError> {
    let bad = |error: serde_json::Error| NationalError::NotReceipts {
        reason: error.to_string(),
    };
    let elements: Vec<Value> = serde_json::from_slice(document).map_err(bad)?;
    Ok(elements
        .into_iter()
        .map(|element| serde_json::from_value(element).map_err(bad))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_that_cannot_be_read_does_not_spoil_the_others() {
        let document = br#"[
            { "case": "C1-1-T", "kind": "notice", "document": "notice.pdf", "at": "2026-10-30T10:00:00+08:00" },
            { "case": "C1-1-X", "kind": "notice", "document": "notice.pdf", "at": "2026-10-30T10:00:00+08:00" },
            { "case": "C1-1-T", "kind": "stamp", "document": "a", "at": "b" },
            { "case": "C1-1-T", "kind": "evidence", "document": "a", "at": "b", "colour": "red" }
        ]"#;
        let read = receipts(document).unwrap();
        let good: Vec<_> = read.iter().map(Result::is_ok).collect();
        assert_eq!(good, [true, false, false, false]);
        assert_eq!(read[0].as_ref().unwrap().kind, ReceiptKind::Notice);
    }

    #[test]
    fn a_list_is_one_array() {
        for document in ["", "{}", "[", "7"] {
            assert!(receipts(document.as_bytes()).is_err(), "{document}");
        }
        assert_eq!(receipts(b"[]"), Ok(Vec::new()));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let _ = receipts(&bytes);
        }
    }
}
