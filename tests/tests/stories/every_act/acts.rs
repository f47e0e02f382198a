//! The steps that several acts have in common.

use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{Person, A44, CHEN, LUO},
    desk::PAPER,
    story::text,
    Story,
};
use serde_json::Value;

/// Exit code: a mark stands in the way.
const BARRED: i32 = 12;

/// A registered object and its first certificate.
#[derive(Debug)]
pub struct Registered {
    /// The object.
    pub object: String,
    /// The number of the certificate.
    pub certificate: String,
}

/// An option, once for each of these values.
pub fn each<'a>(option: &'a str, values: &[&'a str]) -> Vec<&'a str> {
    values.iter().flat_map(|value| [option, *value]).collect()
}

/// The identifiers of the rights that a certificate lists.
pub fn rights(story: &Story, certificate: &str) -> Result<Vec<String>> {
    let shown = story.desk.done(&["certificate", "show", certificate])?;
    let rights = shown["rights"].as_array().context("rights")?;
    rights.iter().map(|right| text(right, "right")).collect()
}

impl Registered {
    /// One of the rights of first registration: 0 holding, 1 processing-use, 2 operating.
    pub fn right(&self, story: &Story, number: usize) -> Result<String> {
        let rights = rights(story, &self.certificate)?;
        let right = rights.get(number).cloned();
        right.with_context(|| format!("{} lists no right {number}", self.certificate))
    }
}

/// The number of a right in its object: R1-1-3-P is number 3.
pub fn number(right: &str) -> Result<String> {
    let part = right.split('-').nth(2);
    Ok(part.context("a right has a number")?.to_owned())
}

/// What stands in the history of an object as its last entry.
pub fn last_entry(story: &Story, object: &str) -> Result<Value> {
    let mut history = story.desk.done(&["history", object])?;
    let last = history["entries"].as_array_mut().and_then(Vec::pop);
    last.context("an entry")
}

/// The entry by which something ended, where one licence fell with it by the entry after that.
pub fn entry_before_fall(story: &Story, object: &str, licence: &str) -> Result<Value> {
    let mut history = story.desk.done(&["history", object])?;
    let entries = history["entries"].as_array_mut().context("entries")?;
    let fell = entries.pop().context("the entry of the licence")?;
    let fallen = fell["entry"]["content"]["licence_fell"]["number"].to_string();
    ensure!(fallen == number(licence)?, "{fell}");
    entries.pop().context("the entry before it")
}

/// The officers of A44 take a filed case to its public notice.
pub fn to_notice(story: &Story, case: &str, grants: &[&str], description: Option<&str>) -> Result<()> {
    story.approve(&A44, case, &each("--grant", grants))?;
    let publish = ["case", "publish", case];
    let text = description.map_or_else(Vec::new, |file| vec!["--text", file]);
    story.does(&CHEN, "publishes it", &[&publish[..], &text].concat())?;
    Ok(())
}

/// Those who apply together sign; the last signature files the case.
pub fn signed(story: &Story, case: &str, signers: &[Person]) -> Result<()> {
    for (place, who) in (1..).zip(signers) {
        let signed = story.does(who, "signs", &["case", "sign", case])?;
        ensure!(signed["complete"] == (place == signers.len()), "{signed}");
    }
    Ok(())
}

/// `quanji check` says that this may not be done. Gives what stands in the way.
pub fn in_the_way(story: &Story, right: &str, operation: &str) -> Result<Vec<Value>> {
    let ran = story.desk.run(&["check", right, "--operation", operation])?;
    ensure!(ran.code == BARRED && ran.output["may"] == false, "{}", ran.output);
    let obstacles = ran.output["obstacles"].as_array().context("obstacles")?;
    for one in obstacles {
        let (kind, since) = (&one["kind"], &one["since"]);
        story.so(&format!(
            "in the way of {operation}: {kind} since {since}; {} can remove it",
            one["remover"]
        ));
    }
    Ok(obstacles.clone())
}

/// `quanji check` says that no mark is in the way.
pub fn free(story: &Story, right: &str, operation: &str) -> Result<()> {
    let shown = story.desk.done(&["check", right, "--operation", operation])?;
    ensure!(shown["may"] == true, "{shown}");
    story.so(&format!("no mark on {right} is in the way of {operation}"));
    Ok(())
}

/// The arguments of an instrument of an organ.
pub fn instrument<'a>(kind: &'a str, organ: &Person) -> [&'a str; 6] {
    ["--organ-kind", kind, "--organ", organ.code, "--instrument", PAPER]
}

/// Luo confirms what another officer has stamped. Gives the end of the mark.
pub fn confirmed(story: &Story, kind: &str, stamp: &str) -> Result<Value> {
    let confirm = [kind, "confirm", stamp];
    Ok(story.does(&LUO, "confirms the stamp", &confirm)?["until"].take())
}
