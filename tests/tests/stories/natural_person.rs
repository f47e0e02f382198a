//! Story 4, step 3: Mei, a natural person, whom the chain knows by a commitment only, and who asks for her erasure.

use anyhow::{ensure, Result};
use quanji_tests::{
    cast::{A44, CHEN, MEI, WU},
    desk::{DESCRIPTION, NOT_PROVEN},
    story::text,
    Archive, Story,
};
use serde_json::{json, Value};
use std::fs;

/// What is said of nobody on the chain.
const MEI_NAME: &str = "梅若兰";
const MEI_NUMBER: &str = "440100199001011237";

/// Step 3: Mei, a natural person, registers: the chain holds a salted commitment, no name.
pub fn registers(story: &Story, claims: &[&str], grants: &[&str]) -> Result<String> {
    let person = story.paper("mei.txt", &format!("{MEI_NAME}\n{MEI_NUMBER}\n"))?;
    let commit = [
        "party",
        "commit",
        "--from-file",
        person,
        "--opening",
        "opening.json",
    ];
    let commitment = text(&story.desk.done(&commit)?, "commitment")?;
    let admit = [
        "party",
        "admit",
        "--kind",
        "natural-person",
        "--commitment",
        &commitment,
        "--account",
        "//Mei",
    ];
    story.does(&WU, "admits Mei by a commitment to her identity", &admit)?;
    let (case, _) = story.files(&MEI, "files data of her own", &A44, claims)?;
    story.approve(&A44, &case, grants)?;
    story.publish(&A44, &case, DESCRIPTION)?;
    story.stands(&case, "in_notice", "2026-11-17", Some((0, 10)))?;
    Ok(case)
}

/// Step 3: her name is nowhere; her proof stands, and whoever has the opening can show whose commitment it is.
pub fn is_named_nowhere(story: &Story, archive: &mut Archive) -> Result<()> {
    for words in [MEI_NAME, MEI_NUMBER] {
        let found = archive.finds(words)?;
        ensure!(found.is_empty(), "{words} stands in {found:?}");
    }
    story.issue("SJ4412026110004", "mei-certificate.json")?;
    let certificate = fs::read_to_string(story.desk.path("mei-certificate.json"))?;
    ensure!(
        !certificate.contains(MEI_NAME) && !certificate.contains(MEI_NUMBER),
        "no name"
    );
    let (code, verdict) = story.verify("mei-certificate.json", None)?;
    assert_eq!(code, 0, "{verdict}");
    let commitment = text(&opening(story)?, "commitment")?;
    let shown = story.desk.done(&["party", "show", "--commitment", &commitment])?;
    ensure!(!shown.to_string().contains(MEI_NAME), "{shown}");
    opened(story, "mei-certificate.json", false)?;
    story.so("the chain holds Mei's commitment, not her name; her certificate verifies");
    Ok(())
}

/// What Mei kept, and gave with her consent to a pledgee.
fn opening(story: &Story) -> Result<Value> {
    let opening: Value = serde_json::from_slice(&fs::read(story.desk.path("opening.json"))?)?;
    let said = (&opening["name"], &opening["number"]);
    assert_eq!(said, (&MEI_NAME.into(), &MEI_NUMBER.into()));
    Ok(opening)
}

/// Step 3: who has the opening proves offline who the holder in a package is.
fn opened(story: &Story, package: &str, is_erased: bool) -> Result<()> {
    let (code, verdict) = story.verify_with(package, &["--opening", "opening.json"])?;
    assert_eq!(code, 0, "{verdict}");
    let opened = &verdict["opened"][0];
    let said = (&opened["name"], &opened["number"], &opened["erased"]);
    let expected = (&MEI_NAME.into(), &MEI_NUMBER.into(), &is_erased.into());
    assert_eq!(said, expected, "{verdict}");
    // Of a package that is not hers the opening proves nothing.
    let other = story.verify_with("part-certificate.json", &["--opening", "opening.json"])?;
    assert_eq!(other.0, NOT_PROVEN);
    story.so("the pledgee proves offline with the opening who the holder is");
    Ok(())
}

/// Step 3: Mei asks for the deletion of her data; it is done within fifteen working days.
pub fn is_erased(story: &Story, archive: &mut Archive) -> Result<()> {
    story.at("2026-11-18 10:00")?;
    let request = ["party", "erasure", "request"];
    let asked = story.does(&MEI, "asks for the deletion of her data", &request)?;
    assert_eq!(asked["due"]["day"], "2026-12-09", "15 working days: {asked}");
    let party = text(&asked, "party")?;
    let done = ["party", "erasure", "done", &party];
    let (rule, what) = ("Parties::RoleMissing", "carries it out");
    story.cannot(&CHEN, what, rule, None, &done)?;
    let shown = story.desk.done(&["party", "show", &party])?;
    let stands = (
        &shown["erased"],
        &shown["erasure"]["due"]["day"],
        &shown["erasure"]["done"],
    );
    assert_eq!(
        stands,
        (&false.into(), &"2026-12-09".into(), &Value::Null),
        "{shown}"
    );

    story.at("2026-12-09 10:00")?;
    story.does(&WU, "carries it out on the last day", &done)?;
    let shown = story.desk.done(&["party", "show", &party])?;
    let stands = (&shown["erased"], &shown["accounts"], &shown["erasure"]["overdue"]);
    assert_eq!(stands, (&true.into(), &json!([]), &0.into()), "{shown}");
    let (rule, what) = ("Admission::NotAdmitted", "tries her key once more");
    let asking = ["party", "erasure", "request"];
    story.cannot(&MEI, what, rule, None, &asking)?;
    reads_erased(story)?;
    for words in [MEI_NAME, MEI_NUMBER] {
        let found = archive.finds(words)?;
        ensure!(found.is_empty(), "{words} stands in {found:?}");
    }
    Ok(())
}

/// Step 3: certificate and verification read "natural person (erased)"; what was proven before stays proven.
fn reads_erased(story: &Story) -> Result<()> {
    let erased = "natural person (erased)";
    let shown = story.desk.done(&["certificate", "show", "SJ4412026110004"])?;
    ensure!(text(&shown["parties"][0], "reads")?.ends_with(erased), "{shown}");
    story.issue("SJ4412026110004", "erased-certificate.json")?;
    let (code, verdict) = story.verify("erased-certificate.json", None)?;
    assert_eq!(code, 0, "{verdict}");
    let holder = &verdict["register"]["parties"][0];
    ensure!(text(holder, "reads")?.ends_with(erased), "{verdict}");
    let (code, verdict) = story.verify("mei-certificate.json", None)?;
    assert_eq!(code, 0, "the proof made before stays valid: {verdict}");
    story.so("her holder reads \"natural person (erased)\"; both proofs verify");
    for (package, is_erased) in [("erased-certificate.json", true), ("mei-certificate.json", false)] {
        opened(story, package, is_erased)?;
    }
    Ok(())
}
