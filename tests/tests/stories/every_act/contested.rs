//! Objections that are carried out, and what the authority enters of its own motion.

use super::{
    acts::{in_the_way, instrument, last_entry, Registered},
    day_book::{judgment, stamped},
    registered::Data,
};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{Person, CHEN, COURT_X, FREIGHTCO, LEAKCO, LUO, PORTCO, WU},
    desk::PAPER,
    story::text,
    Story,
};
use serde_json::{json, Value};

/// Somebody objects to a right of LeakCo's; Chen tells it, and it agrees to this.
fn agreed(story: &Story, data: &Data, who: &Person, right: &str, ground: &str, to: &str) -> Result<String> {
    let file = ["objection", "file", &data.leak.object, "--right", right];
    let because = [
        "--ground",
        ground,
        "--facts",
        PAPER,
        "--evidence",
        "contract:paper.txt",
    ];
    let what = format!("objects to LeakCo's right {right}");
    let filed = story.does(who, &what, &[&file[..], &because].concat())?;
    let objection = text(&filed, "objection")?;
    let notify = ["objection", "notify", &objection, "--letter", PAPER];
    story.does(&CHEN, "tells LeakCo; the notice stands on the right", &notify)?;
    let answer = ["objection", "answer", &objection, "--agree", to];
    story.does(&LEAKCO, &format!("agrees: {to}"), &answer)?;
    Ok(objection)
}

/// What two objections to LeakCo's registration come to: a fact is changed, and a right is cancelled.
pub fn decided(story: &Story, data: &Data) -> Result<()> {
    story.at("2026-11-23 09:00")?;
    let error = agreed(story, data, &PORTCO, "2", "error", "change")?;
    let operating = data.leak.right(story, 2)?;
    let shown = in_the_way(story, &operating, "voluntary-cancellation")?;
    ensure!(shown[0]["remover"]["objection"] == error.as_str(), "{shown:?}");
    let execute = ["objection", "execute", &error];
    let (rule, what) = ("Disputes::ChangeNotNamed", "carries it out without a fact");
    story.cannot(&LUO, what, rule, None, &execute)?;
    let change = ["objection", "execute-change", &error, "--industry", "54"];
    story.does(&LUO, "carries the change out: industry 54", &change)?;
    let shown = story
        .desk
        .done(&["certificate", "show", &data.leak.certificate])?;
    ensure!(
        (&shown["facts"]["industry"], &shown["issue"]) == (&json!(54), &json!(2)),
        "{shown}"
    );
    ensure!(
        shown["against"]["encumbered"] == false,
        "the notice has ended: {shown}"
    );

    let own = agreed(story, data, &FREIGHTCO, "1", "title", "cancel")?;
    story.does(
        &LUO,
        "carries the cancellation out",
        &["objection", "execute", &own],
    )?;
    let last = last_entry(story, &data.leak.object)?;
    let content = &last["entry"]["content"]["rights_ended"];
    ensure!(
        content["cause"] == "objection" && content["rights"] == json!([1]),
        "{last}"
    );
    ensure!(
        story.rights(&data.leak.certificate)?.len() == 2,
        "two rights are left"
    );
    corrected(story, data)?;
    dropped(story, data)?;
    judgment(story, data)?;
    revoked(story, data)
}

/// A slip of the authority is put right.
fn corrected(story: &Story, data: &Data) -> Result<()> {
    let object = data.leak.object.as_str();
    let correct = ["entry", "correct", object, "--ground", "slip", "--industry", "55"];
    let correct = [&correct[..], &["--record", PAPER]].concat();
    let proposed = story.does(&CHEN, "proposes to correct a slip of the authority", &correct)?;
    let leakco = story.party(&LEAKCO)?;
    ensure!(proposed["told"] == json!([leakco]), "{proposed}");
    let shown = story.desk.done(&["entry", "show", object])?;
    ensure!(!shown["motion"].is_null(), "{shown}");
    let execute = ["entry", "execute", object];
    story.cannot(
        &CHEN,
        "carries it out herself",
        "Registry::RoleMissing",
        None,
        &execute,
    )?;
    story.does(&LUO, "carries it out", &execute)?;
    let shown = story
        .desk
        .done(&["certificate", "show", &data.leak.certificate])?;
    ensure!(
        (&shown["facts"]["industry"], &shown["issue"]) == (&json!(55), &json!(4)),
        "{shown}"
    );
    Ok(())
}

/// What was proposed may be dropped.
fn dropped(story: &Story, data: &Data) -> Result<()> {
    let holding = data.leak.right(story, 0)?;
    let cancel = ["entry", "cancel", &holding, "--evidence", "other:paper.txt"];
    let cancel = [&cancel[..], &["--record", PAPER]].concat();
    story.does(&CHEN, "proposes to cancel what LeakCo holds", &cancel)?;
    let drop = ["entry", "drop", &data.leak.object, "--reason", PAPER];
    story.does(&CHEN, "drops it: a court has the matter", &drop)?;
    let shown = story.desk.done(&["entry", "show", &data.leak.object])?;
    ensure!(shown["motion"].is_null(), "{shown}");
    Ok(())
}

/// What LeakCo obtained by false material is revoked, and the fact stays with it.
fn revoked(story: &Story, data: &Data) -> Result<()> {
    let leakco = story.party(&LEAKCO)?;
    let shown = story
        .desk
        .done(&["certificate", "show", &data.leak.certificate])?;
    let operating = text(&shown["rights"][0], "right")?;
    let revoke = ["entry", "revoke", &operating, "--ground", "false-material"];
    let proof = [
        "--party",
        &leakco,
        "--evidence",
        "other:paper.txt",
        "--record",
        PAPER,
    ];
    let what = "proposes to revoke: LeakCo's material was false";
    story.does(&CHEN, what, &[&revoke[..], &proof].concat())?;
    story.does(&LUO, "revokes", &["entry", "execute", &data.leak.object])?;
    let shown = story.desk.done(&["party", "show", &leakco])?;
    let facts = shown["bad_faith"].as_array().context("facts")?;
    ensure!(
        facts.len() == 1 && shown["barred"] == false,
        "the regime gives no term: {shown}"
    );
    story.so("the register keeps a fact of bad faith on LeakCo");
    let last = last_entry(story, &data.leak.object)?;
    let cause = &last["entry"]["content"]["rights_ended"]["cause"];
    ensure!(*cause == json!({ "revoked": "false_material" }), "{last}");
    Ok(())
}

/// What is left of the yard: a right that should not have been registered, and one whose data is destroyed.
pub fn of_own_motion(story: &Story, yard: &Registered) -> Result<()> {
    let object = yard.object.as_str();
    let shown = story.desk.done(&["certificate", "show", &yard.certificate])?;
    let right = |place: usize| text(&shown["rights"][place], "right");
    let (holding, using) = (right(0)?, right(1)?);
    let proof = ["--evidence", "other:paper.txt", "--record", PAPER];
    let cancel = [&["entry", "cancel", &using][..], &proof].concat();
    let what = "proposes to cancel processing-use: it should not have been registered";
    let proposed = story.does(&CHEN, what, &cancel)?;
    ensure!(
        proposed["told"].as_array().map(Vec::len) == Some(3),
        "all three are told: {proposed}"
    );
    story.does(&LUO, "carries it out", &["entry", "execute", object])?;

    let seize = ["seizure", "stamp", &holding, "--months", "12"];
    let seize = [&seize[..], &instrument("court", &COURT_X)].concat();
    stamped(story, &WU, "stamps a seizure of what is left", &seize)?;
    let (rule, what) = ("Registry::BarredByMark", "proposes to cancel what is seized");
    let cancel = [&["entry", "cancel", &holding][..], &proof].concat();
    story.cannot(&CHEN, what, rule, None, &cancel)?;
    let extinguish = ["entry", "extinguish", &holding, "--ground", "data-destroyed"];
    let what = "proposes to extinguish it: the data is destroyed";
    story.does(&CHEN, what, &[&extinguish[..], &proof].concat())?;
    let done = story.does(
        &LUO,
        "carries it out: no mark bars what has happened",
        &["entry", "execute", object],
    )?;
    let marks = |member: &str| done[member].as_array().map_or(0, Vec::len);
    ensure!(
        marks("marks_that_travel") + marks("marks_that_end") == 1,
        "{done}"
    );
    let last = last_entry(story, object)?;
    let cause: &Value = &last["entry"]["content"]["rights_ended"]["cause"];
    ensure!(*cause == json!({ "extinguished": "data_destroyed" }), "{last}");
    Ok(())
}
