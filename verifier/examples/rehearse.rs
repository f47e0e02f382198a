//! Writes the package of the rehearsed chain of the tests as a further vector, when the format changes on purpose:
//! `rehearse NAME` makes `NAME.json` and `NAME.expected.json` in `tests/vectors`. With a number behind it, `rehearse NAME 10`,
//! the set of its four authorities has changed that often.
//!
//! `scripts/test build` builds it into the folder `debug/examples` of the target folder.

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/evidence/chain.rs"]
mod chain;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/evidence/register.rs"]
mod register;

use chain::{over_changes, Chain};
use serde_json::json;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let name = env::args().nth(1).ok_or("usage: rehearse NAME [CHANGES]")?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let package = folder.join(format!("{name}.json"));
    if package.exists() {
        return Err("this vector is kept: packages of that format are out in the world".into());
    }
    let chain = match env::args().nth(2) {
        Some(changes) => over_changes(changes.parse()?, 4),
        None => Chain::default(),
    };
    let expected = json!({
        "genesis": hex::encode(chain.genesis().hash()),
        "verdict": chain.verdict().to_string(),
    });
    fs::write(&package, chain.package().to_json()?)?;
    fs::write(
        folder.join(format!("{name}.expected.json")),
        format!("{expected:#}"),
    )?;
    println!("{}", package.display());
    Ok(())
}
