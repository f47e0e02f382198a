//! The day book: seizures of two courts, control by a bureau, what barred them, and what came of them.

use super::{
    acts::{confirmed, each, free, in_the_way, instrument, last_entry, number, rights, Registered},
    dealings::Passed,
    licences::{ended_by_agreement, stands, Licences},
    registered::Data,
};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{Person, BUREAU, CHEN, COURT_X, COURT_Y, LUO, OPCO, SHIPCO, THIRDCO, WU},
    desk::PAPER,
    story::text,
    Story,
};
use serde_json::{json, Value};

/// What stands on ShipCo's right to operate, and what was never confirmed.
#[derive(Debug)]
pub struct Seizures {
    /// The right.
    right: String,
    /// Of court X, in first rank.
    first: String,
    /// Of court Y, behind it.
    second: String,
    /// Of court Y on ShipCo's tides, which nobody confirmed.
    fallen: String,
    /// FreightCo's product.
    product: String,
}

/// An officer stamps the instrument of an organ.
pub fn stamped(story: &Story, who: &Person, what: &str, arguments: &[&str]) -> Result<Value> {
    let stamped = story.does(who, what, arguments)?;
    let (stamp, by) = (&stamped["stamp"], &stamped["confirm_by"]);
    story.so(&format!("stamp {stamp} falls at {by} unless confirmed"));
    Ok(stamped)
}

/// The notice of a source of this state that a certificate shows.
fn source_notice(shown: &Value, state: &str) -> Option<Value> {
    let marks = shown["against"]["marks"].as_array()?;
    let notice = marks
        .iter()
        .find(|mark| mark["source"]["source_right"]["state"] == state)?;
    Some(notice.clone())
}

/// Two courts seize ShipCo's right to operate in the berths; while one stands nothing passes.
pub fn seized(
    story: &Story,
    data: &Data,
    licences: &Licences,
    passed: &Passed,
    product: &Registered,
) -> Result<Seizures> {
    story.at("2026-11-19 11:00")?;
    let right = rights(story, &passed.berths.certificate)?;
    let right = right.first().context("a right")?.clone();
    let (first, second) = two_courts(story, &right)?;
    let shown = in_the_way(story, &right, "transfer")?;
    let found: Vec<_> = shown
        .iter()
        .map(|one| json!([one["kind"], one["remover"]["organ"]["code"]]))
        .collect();
    let expected = json!([["seizure_first", COURT_X.code], ["seizure_waiting", COURT_Y.code]]);
    ensure!(json!(found) == expected, "{shown:?}");
    let since = text(&shown[0], "since")?;
    ensure!(since.starts_with("2026-11-19T11:"), "{shown:?}");
    nothing_passes(story, data, licences, passed, &right)?;
    source_is_seized(story, product)?;
    let fallen = rejected_and_unconfirmed(story, data)?;
    Ok(Seizures {
        right,
        first,
        second,
        fallen,
        product: product.certificate.clone(),
    })
}

/// Court X comes first, received before two entries and stamped after them; court Y waits behind it.
fn two_courts(story: &Story, right: &str) -> Result<(String, String)> {
    let seize = ["seizure", "stamp", right];
    let x = instrument("court", &COURT_X);
    let received = ["--months", "12", "--received-at", "2026-11-19T08:50"];
    let what = "stamps a seizure of court X, received at 08:50";
    let shown = stamped(story, &WU, what, &[&seize[..], &received, &x].concat())?;
    ensure!(shown["kind"] == "seizure_first", "{shown}");
    let between = &shown["entered_between"];
    ensure!(
        *between == json!({ "first": 6, "last": 7 }),
        "flagged for ever: {shown}"
    );
    story.so("entries 6 and 7 were made between receipt and stamp");
    let first = text(&shown, "stamp")?;
    let confirm = ["seizure", "confirm", &first];
    story.cannot(
        &WU,
        "confirms it himself",
        "Encumbrances::RoleMissing",
        None,
        &confirm,
    )?;
    let until = confirmed(story, "seizure", &first)?;
    ensure!(until == "2027-11-20T00:00:00+08:00", "{until}");

    let y = instrument("court", &COURT_Y);
    let what = "stamps a seizure of court Y";
    let shown = stamped(story, &CHEN, what, &[&seize[..], &["--months", "6"], &y].concat())?;
    ensure!(shown["kind"] == "seizure_waiting", "{shown}");
    let second = text(&shown, "stamp")?;
    let until = confirmed(story, "seizure", &second)?;
    ensure!(until.is_null(), "its term has not begun: {until}");
    Ok((first, second))
}

/// Neither a transfer nor a licence; nor does the court that waits transfer anything.
fn nothing_passes(
    story: &Story,
    data: &Data,
    licences: &Licences,
    passed: &Passed,
    right: &str,
) -> Result<()> {
    let opco = story.party(&OPCO)?;
    let sell = ["apply", "transfer", &data.berths.object, "--right", "operating"];
    let which = [
        "--certificate",
        &passed.berths_number,
        "--to",
        &opco,
        "--reason",
        "sale",
    ];
    let papers = ["--evidence", "contract:paper.txt", "--declaration", PAPER];
    let numbers = [&licences.freight, &licences.sub, &licences.third].map(|licence| number(licence));
    let [first, second, third] = numbers;
    let (first, second, third) = (first?, second?, third?);
    let survivors = each("--survivor", &[&first, &second, &third]);
    let sell = [&sell[..], &which, &papers, &survivors].concat();
    let (rule, what) = ("Registry::BarredByMark", "sells what is seized");
    story.cannot(&SHIPCO, what, rule, None, &sell)?;
    let offer = [
        "licence",
        "offer",
        right,
        "--to",
        &opco,
        "--kind",
        "non-exclusive",
    ];
    let terms = [
        "--purpose",
        "marketing",
        "--region",
        "31",
        "--until",
        "2027-12-31",
    ];
    let offer = [&offer[..], &terms, &["--contract", PAPER]].concat();
    let (rule, what) = ("Licences::MarkInTheWay", "licenses what is seized");
    story.cannot(&SHIPCO, what, rule, None, &offer)?;
    Ok(())
}

/// What was made from the right shows it, here and offline, and stays in force.
fn source_is_seized(story: &Story, product: &Registered) -> Result<()> {
    let show = ["certificate", "show", &product.certificate];
    let shown = story.until(&show, |shown| source_notice(shown, "seized").is_some())?;
    let notice = source_notice(&shown, "seized").context("a notice")?;
    let since = text(&notice, "since")?;
    ensure!(since.starts_with("2026-11-19T11:"), "{notice}");
    ensure!(
        shown["rights"][2]["state"] == "in_force",
        "nothing is cancelled: {shown}"
    );
    story.so(&format!(
        "FreightCo's product shows: its source is seized since {since}"
    ));
    story.issue(&product.certificate, "seized.json")?;
    let (code, verdict) = story.verify("seized.json", None)?;
    let register = &verdict["register"];
    ensure!(
        code == 0 && source_notice(register, "seized").is_some(),
        "{verdict}"
    );
    let last = last_entry(story, &product.object)?;
    let basis = text(&last, "basis")?;
    ensure!(basis.ends_with("of its source"), "{last}");
    Ok(())
}

/// One stamp that the second person rejects, and one that nobody confirms.
fn rejected_and_unconfirmed(story: &Story, data: &Data) -> Result<String> {
    let operating = data.tides.right(story, 2)?;
    let seize = ["seizure", "stamp", &operating, "--days", "90"];
    let seize = [&seize[..], &instrument("court", &COURT_Y)].concat();
    let shown = stamped(story, &CHEN, "stamps a seizure of ShipCo's tides", &seize)?;
    let reject = ["seizure", "reject", &text(&shown, "stamp")?, "--reason", PAPER];
    story.does(&LUO, "rejects it: the instrument names another company", &reject)?;
    free(story, &operating, "transfer")?;
    let shown = stamped(story, &CHEN, "stamps another one", &seize)?;
    in_the_way(story, &operating, "transfer")?;
    text(&shown, "stamp")
}

/// The transport bureau controls PortCo's right to hold until the end of the year.
pub fn controlled(story: &Story, data: &Data) -> Result<()> {
    let holding = data.berths.right(story, 0)?;
    let control = ["control", "stamp", &holding, "--through", "2026-12-31"];
    let control = [&control[..], &instrument("administration", &BUREAU)].concat();
    let what = "stamps an order of control until 2026-12-31";
    let shown = stamped(story, &WU, what, &control)?;
    let until = confirmed(story, "control", &text(&shown, "stamp")?)?;
    ensure!(until == "2027-01-01T00:00:00+08:00", "{until}");
    let shown = in_the_way(story, &holding, "voluntary-cancellation")?;
    ensure!(
        shown[0]["kind"] == "control" && shown[0]["until"] == until,
        "{shown:?}"
    );
    Ok(())
}

/// Court X releases; court Y rises by itself, renews, and transfers what it has seized to ThirdCo.
pub fn released_and_transferred(
    story: &Story,
    data: &Data,
    licences: &Licences,
    seizures: &Seizures,
) -> Result<()> {
    let Seizures { first, second, .. } = seizures;
    let (x, y) = (instrument("court", &COURT_X), instrument("court", &COURT_Y));
    let thirdco = story.party(&THIRDCO)?;
    let transfer = ["daybook", "transfer", second, &seizures.right, "--to", &thirdco];
    let transfer = [&transfer[..], &y].concat();
    let (rule, what) = (
        "Encumbrances::NotFirstRank",
        "stamps a ruling of court Y, which waits",
    );
    story.cannot(&WU, what, rule, None, &transfer)?;

    story.at("2026-12-01 09:00")?;
    let release = [&["seizure", "release", first][..], &x].concat();
    let shown = stamped(story, &CHEN, "stamps the release of court X", &release)?;
    confirmed(story, "seizure", &text(&shown, "stamp")?)?;
    let shown = story.desk.done(&["seizure", "show", second])?;
    let now = &shown["mark_now"];
    ensure!(
        now["kind"] == "seizure_first" && now["state"] == "standing",
        "{shown}"
    );
    ensure!(
        now["until"] == "2027-06-02T00:00:00+08:00",
        "six months from its rise: {shown}"
    );
    story.so(&format!(
        "court Y's seizure has risen by itself, until {}",
        now["until"]
    ));
    let shown = in_the_way(story, &seizures.right, "transfer")?;
    ensure!(
        shown.len() == 1 && shown[0]["kind"] == "seizure_first",
        "{shown:?}"
    );

    story.at("2026-12-02 09:00")?;
    let renew = [&["seizure", "renew", second, "--months", "6"][..], &y].concat();
    let shown = stamped(story, &CHEN, "stamps court Y's renewal for six months", &renew)?;
    let until = confirmed(story, "seizure", &text(&shown, "stamp")?)?;
    ensure!(until == "2027-12-02T00:00:00+08:00", "{until}");

    story.at("2026-12-03 09:00")?;
    ended_by_agreement(story, licences)?;
    let shown = stamped(story, &WU, "stamps court Y's ruling: to ThirdCo", &transfer)?;
    let carry = ["daybook", "carry-out", &text(&shown, "stamp")?];
    let done = story.does(&LUO, "carries the ruling out", &carry)?;
    ensure!(
        done["to"] == thirdco.as_str() && done["survivors"] == json!([3, 4]),
        "{done}"
    );
    ensure!(
        done["marks_that_end"].as_array().map(Vec::len) == Some(1),
        "{done}"
    );
    free(story, &seizures.right, "transfer")?;
    let last = last_entry(story, &data.berths.object)?;
    ensure!(!last["entry"]["content"].is_null(), "{last}");
    stands(story, &licences.freight, "in_force")?;
    let show = ["certificate", "show", &seizures.product];
    story.until(&show, |shown| source_notice(shown, "seized").is_none())?;
    story.so("FreightCo's product no longer shows a seizure of its source");
    Ok(())
}

/// What is over by time is over with nobody acting: control on its last day, and what was never confirmed.
pub fn over_by_itself(story: &Story, data: &Data, seizures: &Seizures) -> Result<()> {
    story.at("2027-01-05 09:00")?;
    let holding = data.berths.right(story, 0)?;
    free(story, &holding, "voluntary-cancellation")?;
    let shown = story.desk.done(&["seizure", "show", &seizures.fallen])?;
    ensure!(shown["status"] == "fallen", "{shown}");
    free(story, &data.tides.right(story, 2)?, "transfer")?;
    let listed = story.desk.done(&["daybook", "list", "--authority", "A1-Q"])?;
    let stamps = listed["stamps"].as_array().context("stamps")?;
    let count = |status: &str| stamps.iter().filter(|one| one["status"] == status).count();
    story.so(&format!(
        "the day book: {} stamps, {} confirmed, {} rejected, {} fallen",
        stamps.len(),
        count("confirmed"),
        count("rejected"),
        count("fallen")
    ));
    ensure!((count("rejected"), count("provisional")) == (1, 0), "{listed}");
    Ok(())
}

/// A judgment ends what LeakCo still holds, though it is seized: no mark bars it.
pub fn judgment(story: &Story, data: &Data) -> Result<()> {
    let holding = data.leak.right(story, 0)?;
    let seize = ["seizure", "stamp", &holding, "--months", "3"];
    let seize = [&seize[..], &instrument("court", &COURT_Y)].concat();
    stamped(story, &WU, "stamps a seizure of what LeakCo holds", &seize)?;
    let end = ["daybook", "end", &holding, "--ground", "judgment"];
    let end = [&end[..], &instrument("court", &COURT_X)].concat();
    let shown = stamped(story, &WU, "stamps a judgment of court X: the right ends", &end)?;
    let carry = ["daybook", "carry-out", &text(&shown, "stamp")?];
    let done = story.does(&LUO, "carries it out", &carry)?;
    ensure!(done["rights"] == json!([0]), "{done}");
    ensure!(
        done["marks_that_travel"].as_array().map(Vec::len) == Some(1),
        "{done}"
    );
    Ok(())
}
