//! Story 2, steps 3 and 4: the operating right passes to Mei, and what PortCo can no longer do without it.

use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{A44, CHEN, FREIGHTCO, HOLD_AND_USE, MEI, PORTCO, SUBCO, WU},
    desk::PAPER,
    story::text,
    Archive, Story,
};

/// What is said of nobody on the chain.
const MEI_NAME: &str = "梅若兰";
const MEI_NUMBER: &str = "440100199001011237";

/// What PortCo sells of the operating right in `object` to Mei, with further arguments.
fn sale<'a>(object: &'a str, mei: &'a str, further: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["apply", "transfer", object, "--right", "operating", "--to", mei];
    all.extend(["--reason", "sale", "--evidence", "contract:paper.txt"]);
    all.extend(["--declaration", PAPER]);
    all.extend(further);
    all
}

/// Step 3: not for three years; whole, when Mei's agent signs under a power in force.
pub fn operating_passes(story: &Story, object: &str, number: &str) -> Result<()> {
    let mut archive = Archive::follow(&story.desk.node, &story.chain)?;
    let mei = is_admitted(story)?;
    let limited = sale(object, &mei, &["--limit", "2029-11-18"]);
    let (rule, what) = (
        "Registry::TransferLimitedInTime",
        "sells O to Mei for three years",
    );
    let problem = story.cannot(&PORTCO, what, rule, None, &limited)?;
    let detail = text(&problem, "detail")?;
    ensure!(detail.contains("licence"), "{detail}");

    story.at("2026-11-19 09:00")?;
    let yesterday = power(story, "2026-11-18", "2026-11-19")?;
    story.at("2026-11-20 09:00")?;
    let filed = story.does(&PORTCO, "sells O to Mei, whole", &sale(object, &mei, &[]))?;
    let case = text(&filed, "case")?;
    let sign = |power: &str| -> Vec<String> {
        ["case", "sign", &case, "--as-agent", power]
            .map(str::to_owned)
            .into()
    };
    let expired = sign(&yesterday);
    let expired: Vec<&str> = expired.iter().map(String::as_str).collect();
    let (rule, what) = (
        "Registry::PowerNotInForce",
        "signs for Mei under a power of yesterday",
    );
    story.cannot(&SUBCO, what, rule, Some(&case), &expired)?;
    let new = sign(&power(story, "2026-11-20", "2027-11-19")?);
    let new: Vec<&str> = new.iter().map(String::as_str).collect();
    story.does(&SUBCO, "signs for Mei under a new power", &new)?;

    story.approve(&A44, &case, &["--grant", "operating"])?;
    story.does(&CHEN, "publishes it", &["case", "publish", &case])?;
    story.stands(&case, "in_notice", "2026-11-27", Some((0, 10)))?;
    story.at("2026-11-30 09:00")?;
    let entered = story.enter(&A44, &case)?;
    let hers = "SJ4412026110003";
    ensure!(entered["certificates"].to_string().contains(hers), "{entered}");
    assert_eq!(story.rights(hers)?, ["right to operate data"]);
    let reduced = story.desk.done(&["certificate", "show", number])?;
    assert_eq!(reduced["issue"], 3, "{reduced}");
    assert_eq!(story.rights(number)?.len(), 2, "H and U only");
    story.so(&format!("{hers}: Mei operates; {number}, issue 3, lists H and U"));
    for words in [MEI_NAME, MEI_NUMBER] {
        let found = archive.finds(words)?;
        ensure!(found.is_empty(), "{words} stands in {found:?}");
    }
    is_shown_by_her_opening(story, hers)
}

/// A registrar admits Mei by a commitment to her identity; gives her identifier.
fn is_admitted(story: &Story) -> Result<String> {
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
    ];
    let admit = [&admit[..], &["--account", "//Mei"]].concat();
    let admitted = story.does(&WU, "admits Mei by a commitment to her identity", &admit)?;
    text(&admitted, "party")
}

/// Mei gives SubCo a power to transfer for her.
fn power(story: &Story, from: &str, until: &str) -> Result<String> {
    let agent = story.party(&SUBCO)?;
    let grant = ["power", "grant", "--agent", &agent, "--act", "transfer"];
    let term = ["--from", from, "--until", until, "--document", PAPER];
    let what = format!("gives SubCo a power to transfer, until {until}");
    let granted = story.does(&MEI, &what, &[&grant[..], &term].concat())?;
    text(&granted, "power")
}

/// Who has the opening sees her name in her certificate; the chain holds none.
fn is_shown_by_her_opening(story: &Story, number: &str) -> Result<()> {
    story.issue(number, "mei.json")?;
    let (code, verdict) = story.verify_with("mei.json", &["--opening", "opening.json"])?;
    assert_eq!(code, 0, "{verdict}");
    assert_eq!(verdict["opened"][0]["name"], MEI_NAME, "{verdict}");
    story.so("her certificate shows her name to who has her opening; no block holds it");
    Ok(())
}

/// Step 4: without the operating right PortCo licenses nothing; crawled data gives no operating right.
pub fn without_operating(story: &Story, object: &str, number: &str) -> Result<()> {
    let shown = story.desk.done(&["certificate", "show", number])?;
    let rights = shown["rights"].as_array().context("rights")?;
    let holding = text(rights.first().context("a right")?, "right")?;
    let freightco = story.party(&FREIGHTCO)?;
    let offer = [
        "licence",
        "offer",
        &holding,
        "--to",
        &freightco,
        "--purpose",
        "logistics-planning",
        "--kind",
        "non-exclusive",
        "--region",
        "44",
        "--until",
        "2028-12-31",
        "--contract",
        PAPER,
    ];
    let (rule, what) = ("Licences::OperatingRightNeeded", "licenses FreightCo");
    let problem = story.cannot(&PORTCO, what, rule, None, &offer)?;
    let detail = text(&problem, "detail")?;
    ensure!(detail.contains("NG 3"), "{detail}");
    // Asked first, the register says so: no mark is in the way, it is the power to dispose that is missing.
    let portco = story.party(&PORTCO)?;
    let check = ["check", &holding, "--operation", "transfer", "--party", &portco];
    let ran = story.desk.run(&check)?;
    assert_eq!((ran.code, &ran.output["may"]), (12, &false.into()));
    let obstacles = ran.output["obstacles"].as_array().context("obstacles")?;
    let causes: Vec<_> = obstacles.iter().map(|one| &one["cause"]).collect();
    assert_eq!(causes, ["no_power_to_dispose"]);
    let timeline = story.desk.done(&["history", object])?;
    let entries = timeline["entries"].as_array().context("entries")?;
    assert_eq!(entries.len(), 3, "{timeline}");

    // Neither does it pledge what it still holds.
    let pledge = [
        "pledge",
        "propose",
        &holding,
        "--to",
        &freightco,
        "--amount",
        "5000000",
        "--through",
        "2028-11-30",
        "--contract",
        PAPER,
    ];
    let (rule, what) = ("Encumbrances::OperatingRightNeeded", "pledges H to FreightCo");
    story.cannot(&PORTCO, what, rule, None, &pledge)?;

    let crawled = |claims: &[&'static str]| {
        let mut all = vec!["--source", "open-data-by-program"];
        all.extend(claims.iter().flat_map(|right| ["--claim", right]));
        all
    };
    let with_operating = [&HOLD_AND_USE[..], &["operating"]].concat();
    let all = Story::application(&A44, &crawled(&with_operating));
    let (rule, what) = ("Registry::KindNotClaimable", "claims O in crawled public data");
    story.cannot(&PORTCO, what, rule, None, &all)?;
    let (case, _) = story.files(&PORTCO, "claims H and U in it", &A44, &crawled(&HOLD_AND_USE))?;
    let granting: Vec<_> = HOLD_AND_USE.iter().flat_map(|right| ["--grant", right]).collect();
    story.approve(&A44, &case, &granting)?;
    Ok(())
}
