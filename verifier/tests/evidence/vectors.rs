//! Packages kept as files. Each `NAME.json` in `tests/vectors` stands beside a `NAME.expected.json`:
//! `{ "genesis": 64 digits, "verdict": text of the verdict }`. A format that changes breaks one of them. The example
//! `rehearse` writes a further one.

use quanji_primitives::clock::Moment;
use quanji_verifier::{errors::TrustError, verify, Error, EvidencePackage, Request, TrustAnchor, H256};
use std::{fs, path::PathBuf};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

#[derive(serde::Deserialize)]
struct Expected {
    genesis: String,
    verdict: String,
}

fn genesis_of(expected: &Expected) -> H256 {
    H256(hex::decode(&expected.genesis).unwrap().try_into().unwrap())
}

/// A kept package.
pub struct Kept {
    pub name: String,
    pub text: String,
    /// Of a reader who trusts its chain, long after.
    pub request: Request,
    pub genesis: H256,
    pub verdict: String,
}

/// Every kept package, in the order of their names.
pub fn kept() -> Vec<Kept> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder()).expect("the folder of vectors") {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(stem) = name
            .strip_suffix(".json")
            .filter(|stem| !stem.ends_with(".expected"))
        else {
            continue;
        };
        let expected =
            fs::read_to_string(folder().join(format!("{stem}.expected.json"))).expect("an expected verdict");
        let expected: Expected = serde_json::from_str(&expected).unwrap();
        let genesis = genesis_of(&expected);
        kept.push(Kept {
            text: fs::read_to_string(&path).unwrap(),
            request: request(genesis),
            verdict: expected.verdict,
            genesis,
            name,
        });
    }
    assert!(!kept.is_empty(), "no vectors in {}", folder().display());
    kept.sort_by(|one, other| one.name.cmp(&other.name));
    kept
}

fn request(genesis: H256) -> Request {
    Request {
        trust: TrustAnchor::Genesis(genesis),
        now: Moment(u64::MAX),
        at: None,
        max_age_millis: None,
    }
}

#[test]
fn every_kept_package_verifies() {
    for Kept {
        name,
        text,
        genesis,
        verdict,
        ..
    } in kept()
    {
        let told = verify(&text, &request(genesis)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(told.to_string(), verdict, "{name}");
        let other = H256([0; 32]);
        let refused = Error::Trust(TrustError::WrongGenesis {
            expected: other,
            found: genesis,
        });
        assert_eq!(verify(&text, &request(other)), Err(refused), "{name}");
    }
}

/// What a bank keeps for ten changes of the validators: still small (design, section 7).
#[test]
fn a_package_over_ten_changes_is_below_64_kib() {
    let kept = kept();
    let long = kept.iter().find(|kept| kept.name == "ten-changes.json").unwrap();
    assert!(long.text.len() < 64 * 1024, "{} bytes", long.text.len());
    let package = EvidencePackage::from_json(&long.text).unwrap();
    assert_eq!(package.proof.links.len(), 10);
}
