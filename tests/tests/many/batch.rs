//! Batches of applications: each its own case, with its own errors by index.

use anyhow::{Context, Result};
use quanji_tests::{
    desk::{APPLICANT, OWN_DATA, REFUSED},
    Desk,
};
use serde_json::{json, Value};
use std::fs;

/// Applications that differ in their declaration.
fn applications(desk: &Desk, count: u8) -> Result<Vec<Value>> {
    let dry = [&OWN_DATA[..], &["--dry-run"]].concat();
    let answer = desk.done(&desk.application(APPLICANT, &dry))?;
    let application = answer["application"].clone();
    let differ = |number: u8| {
        let mut one = application.clone();
        one["declaration"]["document"] = format!("sha2-256:{}", format!("{number:02x}").repeat(32)).into();
        one
    };
    Ok((0..count).map(differ).collect())
}

/// The indices that an answer names under a member.
fn indices(answer: &Value, name: &str) -> Result<Vec<u64>> {
    let all = answer[name]
        .as_array()
        .with_context(|| format!("{name}: {answer}"))?;
    all.iter()
        .map(|one| one["index"].as_u64().context("an index"))
        .collect()
}

#[test]
fn each_application_of_a_list_is_a_case_of_its_own() -> Result<()> {
    let desk = Desk::open()?;
    let mut list = applications(&desk, 6)?;
    list[1]["colour"] = "red".into();
    list[3]["claims"] = json!([]);
    fs::write(desk.path("list.json"), json!(list).to_string())?;
    let batch = [
        "--key",
        APPLICANT,
        "apply",
        "batch",
        "list.json",
        "--errors",
        "refused.txt",
    ];
    let asked = desk.run(&[&batch[..], &["--dry-run"]].concat())?;
    assert_eq!(asked.code, REFUSED, "{}", asked.errors);
    assert_eq!(indices(&asked.output, "filed")?, [0, 2, 4, 5]);
    let none = desk.done(&["case", "list"])?;
    assert_eq!(none["cases"], json!([]));

    let ran = desk.run(&batch)?;
    assert_eq!(ran.code, REFUSED, "{}", ran.errors);
    assert_eq!(indices(&ran.output, "filed")?, [0, 2, 4, 5], "{}", ran.output);
    assert_eq!(indices(&ran.output, "refused")?, [1, 3]);
    assert_eq!(ran.output["refused"][1]["rule"], "Registry::ClaimMissing");
    let cases = desk.done(&["case", "list"])?;
    assert_eq!(cases["cases"].as_array().map(Vec::len), Some(4));
    for filed in ran.output["filed"].as_array().context("filed")? {
        let case = filed["case"].as_str().context("a case")?;
        assert_eq!(desk.done(&["case", "show", case])?["object"], filed["object"]);
    }
    let errors = fs::read_to_string(desk.path("refused.txt"))?;
    assert_eq!(errors.lines().count(), 3, "{errors}");
    Ok(())
}

#[test]
fn a_folder_is_filed_in_the_order_of_its_names() -> Result<()> {
    let desk = Desk::open()?;
    let folder = desk.path("applications");
    fs::create_dir(&folder)?;
    for (number, application) in applications(&desk, 3)?.iter().enumerate() {
        fs::write(folder.join(format!("{number}.json")), application.to_string())?;
    }
    let folder = folder.display().to_string();
    let filed = desk.done(&["--key", APPLICANT, "apply", "batch", &folder])?;
    assert_eq!(indices(&filed, "filed")?, [0, 1, 2]);
    assert_eq!(filed["filed"][2]["file"], "2.json");
    Ok(())
}
