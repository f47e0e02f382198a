//! Earlier registrations are imported (NG 41).

use anyhow::{Context, Result};
use quanji_tests::{
    desk::{APPLICANT, DESCRIPTION, EXAMINER, INPUT, REFUSED, REGISTRAR, REVIEWER},
    Desk,
};
use serde_json::Value;
use std::{env, fs};

/// The credit code of the party that holds the imported rights.
const CODE: &str = "91440000MA0000005H";

/// A digest.
const DIGEST: &str = "sha2-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

const HEAD: &str =
    "scheme,number,registered_on,valid_through,kind,source,industry,description,holders,rights,checks,file";

/// Rows of a run; more with `QUANJI_IMPORT_ROWS`, to measure.
fn rows() -> usize {
    env::var("QUANJI_IMPORT_ROWS")
        .ok()
        .and_then(|rows| rows.parse().ok())
        .unwrap_or(150)
}

fn row(number: &str, holders: &str, rights: &str) -> String {
    format!("gd-data-2024,{number},2025-03-31,2035-03-30,resource,collected,74,{DIGEST},{holders},{rights},source;content,{DIGEST}")
}

fn good(number: usize) -> String {
    row(&format!("GD/2025-{number:05}"), CODE, "holding;processing-use")
}

/// The rows of an error file after its first line: line, column, rule.
fn errors(desk: &Desk) -> Result<Vec<[String; 3]>> {
    let text = fs::read_to_string(desk.path("errors.txt"))?;
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("line,number,column,rule,problem,remedy"));
    let cells = |line: &str| {
        let cells: Vec<_> = line.split(',').map(str::to_owned).collect();
        [0, 2, 3].map(|place| cells.get(place).cloned().unwrap_or_default())
    };
    Ok(lines.map(cells).collect())
}

fn import<'a>(file: &'a str, key: &'a str, further: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["--key", key, "import", file, "--errors", "errors.txt"];
    arguments.extend(further);
    arguments
}

fn count(answer: &Value, name: &str) -> Result<usize> {
    let count = answer[name]
        .as_u64()
        .with_context(|| format!("{name}: {answer}"))?;
    Ok(usize::try_from(count)?)
}

#[test]
fn rows_are_imported_whatever_is_wrong_with_others_and_told_apart_when_they_are_there() -> Result<()> {
    let desk = Desk::open()?;
    let total = rows();
    let mut lines = vec![HEAD.to_owned()];
    lines.extend((0..total).map(good));
    let first_bad = lines.len() + 1;
    lines.push(row("GD/A", "P1-9-X", "holding"));
    lines.push(row("GD/B", "91440300MA5D00001B", "owning"));
    lines.push(row("GD/2025-00000", CODE, "holding"));
    lines.push(good(total).replace("2025-03-31", "2125-03-31"));
    lines.push("gd-data-2024,GD/C".to_owned());
    let file = desk.path("earlier.csv");
    fs::write(&file, lines.join("\n"))?;
    let file = file.display().to_string();

    // Checked only, nothing is there.
    let checked = desk.run(&import(&file, REGISTRAR, &["--dry-run"]))?;
    assert_eq!(checked.code, REFUSED, "{}", checked.errors);
    assert_eq!(count(&checked.output, "imported")?, total + 1);
    let absent = desk.run(&["certificate", "show", "earlier:GD/2025-00001"])?;
    assert_ne!(absent.code, 0);

    let ran = desk.run(&import(&file, REGISTRAR, &[]))?;
    assert_eq!(ran.code, REFUSED, "{}", ran.errors);
    assert_eq!(count(&ran.output, "imported")?, total, "{}", ran.output);
    assert_eq!(count(&ran.output, "not_imported")?, 5);
    println!("import: {} rows a second", ran.output["rows_per_second"]);
    let told = errors(&desk)?;
    let expected = [
        ("holders", "Import::Unfit"),
        ("holders", "Import::Unfit"),
        ("rights", "Import::Unfit"),
        ("number", "Import::Repeated"),
        ("valid_through", "Registry::EarlierDaysUnfit"),
        ("", "Import::Cells"),
    ];
    let lines = [0, 1, 1, 2, 3, 4].map(|place| (first_bad + place).to_string());
    for ((told, line), (column, rule)) in told.iter().zip(lines).zip(expected) {
        assert_eq!(*told, [line.as_str(), column, rule]);
    }
    assert_eq!(told.len(), expected.len());

    // Again: what is there is told apart.
    let again = desk.run(&import(&file, REGISTRAR, &[]))?;
    assert_eq!(count(&again.output, "imported")?, 0, "{}", again.output);
    assert_eq!(count(&again.output, "already_imported")?, total);
    let shown = desk.done(&["certificate", "show", "earlier:GD/2025-00001"])?;
    assert!(shown.to_string().contains("GD/2025-00001"), "{shown}");
    Ok(())
}

#[test]
fn a_file_that_is_no_import_file_is_refused_as_a_whole() -> Result<()> {
    let desk = Desk::open()?;
    for (name, content) in [
        ("a.csv", "number\nA\n".to_owned()),
        ("a.json", "[{},".to_owned()),
        ("a.txt", format!("{HEAD}\n")),
    ] {
        let file = desk.path(name);
        fs::write(&file, content)?;
        desk.rejected(INPUT, &import(&file.display().to_string(), REGISTRAR, &[]))?;
    }
    Ok(())
}

#[test]
fn an_import_is_reviewed_by_another_officer() -> Result<()> {
    let desk = Desk::open()?;
    let file = desk.path("earlier.csv");
    fs::write(&file, [HEAD.to_owned(), good(1), good(2)].join("\n"))?;
    let file = file.display().to_string();
    // Only a registrar imports.
    for key in [APPLICANT, EXAMINER] {
        let refused = desk.run(&import(&file, key, &[]))?;
        assert_eq!(refused.code, REFUSED, "{key}: {}", refused.output);
    }
    desk.done(&import(&file, REGISTRAR, &[]))?;
    let by_registrar = desk.run(&["--key", REGISTRAR, "import", "review", "--all"])?;
    assert_eq!(by_registrar.code, REFUSED);
    let refused = by_registrar.output["refused"].as_array().context("refused")?;
    assert_eq!(refused.len(), 2, "{}", by_registrar.output);
    let reviewed = desk.done(&["--key", REVIEWER, "import", "review", "--all"])?;
    let objects = reviewed["reviewed"].as_array().context("reviewed")?;
    assert_eq!(objects.len(), 2, "{reviewed}");
    let object = objects[0].as_str().context("an object")?;
    let again = desk.run(&["--key", REVIEWER, "import", "review", object])?;
    assert_eq!(
        again.output["refused"][0]["rule"],
        "Registry::ImportNotReviewable"
    );
    let history = desk.done(&["history", object])?;
    assert_eq!(history["entries"].as_array().map(Vec::len), Some(2), "{history}");
    // The applicant's own description has nothing to do with it.
    assert!(desk.path(DESCRIPTION).exists());
    Ok(())
}
