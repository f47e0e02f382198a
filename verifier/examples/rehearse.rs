//! Writes packages of the rehearsed chain of the tests.
//!
//! * `rehearse NAME [CHANGES]` makes a further vector, when the format changes on purpose: `NAME.json` and
//!   `NAME.expected.json` in `tests/vectors`. With a number behind it, `rehearse NAME 10`, the set of its four authorities
//!   has changed that often.
//! * `rehearse --states FOLDER` makes a package of each named state of the register, to be thrown away: `NAME.json` and
//!   `NAME.expected.json`, which tells the age of proofs that the reader accepts, and what the verifier answers in both
//!   languages. The test of the page of `quanji verify-page` calls it.
//!
//! `scripts/test build` builds it into the folder `debug/examples` of the target folder.

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/evidence/chain.rs"]
mod chain;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/evidence/register.rs"]
mod register;
#[path = "../tests/evidence/states.rs"]
mod states;

use chain::{over_changes, Chain};
use quanji_verifier::{
    errors::StateError, report::verdict_json, verify_package, Conclusion, Language, Request, Verdict,
};
use serde_json::{json, Value};
use states::NamedState;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["--states", folder] => write_states(Path::new(folder)),
        [name] if !name.starts_with('-') => keep(name, &Chain::default()),
        [name, changes] if !name.starts_with('-') => keep(name, &over_changes(changes.parse()?, 4)),
        _ => Err("usage: rehearse NAME [CHANGES], or rehearse --states FOLDER".into()),
    }
}

/// Writes a vector that is kept.
fn keep(name: &str, chain: &Chain) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let package = folder.join(format!("{name}.json"));
    if package.exists() {
        return Err("this vector is kept: packages of that format are out in the world".into());
    }
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

/// Writes a package of each named state, with what the verifier answers.
fn write_states(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for state in states::all() {
        let write = |ending, text: String| fs::write(folder.join(format!("{}.{ending}", state.name)), text);
        write("json", state.package.to_json()?)?;
        write("expected.json", format!("{:#}", answers(&state)?))?;
    }
    println!("{}", folder.display());
    Ok(())
}

/// What the reader of a state accepts, and what the verifier answers, as it does in a browser.
fn answers(state: &NamedState) -> Result<Value, Box<dyn Error>> {
    let request = state.request();
    let verdict = verify_package(&state.package, &request)?;
    Ok(json!({
        "max_age_days": state.max_age_days,
        "zh": answer(&verdict, &request, Language::Chinese)?,
        "en": answer(&verdict, &request, Language::English)?,
    }))
}

/// The verdict with its one sentence.
fn answer(verdict: &Verdict, request: &Request, language: Language) -> Result<Value, StateError> {
    let mut answer = verdict_json(verdict, &request.trust, None, language)?;
    answer["sentence"] = Conclusion::of(verdict).sentence(verdict, language).into();
    Ok(answer)
}
