//! What a description says that the chain does not: the name of the data, and how often it is updated. It is believed because it
//! has the digest that is registered.

use std::collections::BTreeSet;

use quanji_primitives::Digest;
use serde_json::Value;

use crate::description::is_text;

/// A description is never longer.
pub const DESCRIPTION_BYTES_MAX: usize = 256 * 1024;

/// Days between two updates, by the code of the frequency; the others have none.
const CYCLES: [(&str, u32); 5] = [
    ("real_time", 1),
    ("daily", 1),
    ("weekly", 7),
    ("monthly", 31),
    ("yearly", 366),
];

/// What a description says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Described {
    /// The name of the data.
    pub name: String,
    /// How old the last snapshot may be, in days; nothing where it is made on demand.
    pub update_days: Option<u32>,
}

impl Described {
    /// Reads a description that has one of these digests.
    pub fn among(file: &[u8], digests: &BTreeSet<Digest>) -> Option<(Digest, Self)> {
        digests
            .iter()
            .find_map(|digest| Some((*digest, Self::read(file, *digest)?)))
    }

    /// Reads a description that has this digest; nothing of any other file.
    pub fn read(file: &[u8], digest: Digest) -> Option<Self> {
        if !is_text(file, digest) {
            return None;
        }
        let document: Value = serde_json::from_slice(file).ok()?;
        let frequency = document["update_frequency"].as_str().unwrap_or_default();
        let cycle = CYCLES.iter().find(|(code, _)| *code == frequency);
        Some(Self {
            name: document["name"].as_str().unwrap_or_default().to_owned(),
            update_days: cycle.map(|(_, days)| *days),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_registered_description_is_believed() {
        let file = br#"{"name":"x","update_frequency":"weekly"}"#;
        let read = Described::read(file, Digest::sha2_256(file)).unwrap();
        assert_eq!((read.name.as_str(), read.update_days), ("x", Some(7)));
        assert_eq!(Described::read(file, Digest::sha2_256(b"other")), None);
        let on_demand = br#"{"name":"x","update_frequency":"on_demand"}"#;
        let read = Described::read(on_demand, Digest::sha2_256(on_demand)).unwrap();
        assert_eq!(read.update_days, None);
    }
}
