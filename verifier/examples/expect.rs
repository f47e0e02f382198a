//! Writes what a further vector is expected to say, from its own genesis header: `expect NAME` reads `NAME.json` in
//! `tests/vectors` and writes `NAME.expected.json`. `scripts/vector` calls it for a package that it made on a network.

use quanji_primitives::clock::Moment;
use quanji_verifier::{errors::Part, verify_package, Block, EvidencePackage, Request, TrustAnchor};
use serde_json::json;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let name = env::args().nth(1).ok_or("usage: expect NAME")?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let package = EvidencePackage::from_json(&fs::read_to_string(folder.join(format!("{name}.json")))?)?;
    let genesis = package
        .proof
        .genesis
        .as_ref()
        .ok_or("a vector begins at genesis")?;
    let genesis = Block::read(&genesis.header.0, Part::GenesisHeader)?.hash();
    let request = Request {
        trust: TrustAnchor::Genesis(genesis),
        now: Moment(u64::MAX),
        at: None,
        max_age_millis: None,
    };
    let verdict = verify_package(&package, &request)?;
    let expected = json!({ "genesis": hex::encode(genesis), "verdict": verdict.to_string() });
    let file = folder.join(format!("{name}.expected.json"));
    fs::write(&file, format!("{expected:#}\n"))?;
    println!(
        "{}: {} changes of the authority set",
        file.display(),
        package.proof.links.len()
    );
    Ok(())
}
