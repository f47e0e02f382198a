//! Packages kept as files. Each `NAME.json` in `tests/vectors` stands beside a `NAME.expected.json`:
//! `{ "genesis": 64 digits, "verdict": text of the verdict }`. A format that changes breaks one of them. The example
//! `rehearse` writes a further one.

use quanji_primitives::clock::Moment;
use quanji_verifier::{errors::TrustError, verify, Error, Request, TrustAnchor, H256};
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

#[test]
fn every_kept_package_verifies() {
    let mut verified = 0;
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
        let text = fs::read_to_string(&path).unwrap();

        let genesis = genesis_of(&expected);
        let request = |genesis| Request {
            trust: TrustAnchor::Genesis(genesis),
            now: Moment(u64::MAX),
            at: None,
            max_age_millis: None,
        };
        let verdict = verify(&text, &request(genesis)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(verdict.to_string(), expected.verdict, "{name}");
        let other = H256([0; 32]);
        let refused = Error::Trust(TrustError::WrongGenesis {
            expected: other,
            found: genesis,
        });
        assert_eq!(verify(&text, &request(other)), Err(refused), "{name}");
        verified += 1;
    }
    assert!(verified > 0, "no vectors in {}", folder().display());
}
