//! The text of a public notice as a file: what it is compared by, and how it reads.

use quanji_primitives::Digest;
use serde_json::Value;

/// Whether a file is the text with this digest: byte for byte, without the line break at its end, or in canonical form.
pub fn is_text(file: &[u8], digest: Digest) -> bool {
    let canonical = serde_json::from_slice::<Value>(file)
        .ok()
        .and_then(|json| serde_json_canonicalizer::to_vec(&json).ok());
    [
        Some(file.to_vec()),
        Some(file.trim_ascii_end().to_vec()),
        canonical,
    ]
    .into_iter()
    .flatten()
    .any(|text| Digest::sha2_256(&text) == digest)
}

/// The text for people: the members of a description stand on lines of their own.
pub fn in_lines(text: &str) -> String {
    serde_json::from_str::<Value>(text).map_or_else(|_| text.to_owned(), |json| format!("{json:#}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_published_one_by_its_digest_only() {
        let digest = Digest::sha2_256(br#"{"a":"x","b":1}"#);
        for same in [
            "{\"a\":\"x\",\"b\":1}",
            "{\n  \"b\": 1,\n  \"a\": \"x\"\n}\n",
            "{\"a\":\"x\",\"b\":1}\n",
        ] {
            assert!(is_text(same.as_bytes(), digest), "{same}");
        }
        for other in ["{\"a\":\"x\",\"b\":2}", "", "{\"a\":\"x\"}"] {
            assert!(!is_text(other.as_bytes(), digest), "{other}");
        }
        assert!(is_text(
            "名称：气象观测\n".as_bytes(),
            Digest::sha2_256("名称：气象观测".as_bytes())
        ));
    }
}
