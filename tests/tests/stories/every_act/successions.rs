//! Successions: a merger by one alias, and a dissolution whose holdings and open case pass one by one.

use super::{
    acts::{each, Registered},
    registered::Data,
};
use anyhow::{ensure, Result};
use quanji_tests::{
    cast::{Person, A44, CHEN, HOLD_AND_USE, LUO, OPCO, PORTCO, PORTNEW, SUBCO, THIRDCO, WU},
    desk::{DESCRIPTION, PAPER},
    story::text,
    Story,
};
use serde_json::json;

/// Wu files who takes the place of a party, with effect from 7 December; Luo confirms.
fn succeeded(story: &Story, predecessor: &str, event: &str, what: &str, successors: &[&str]) -> Result<()> {
    let file = [
        "succession",
        "file",
        predecessor,
        "--event",
        event,
        "--instrument",
        PAPER,
    ];
    let of = ["--effective", "2026-12-07"];
    let file = [&file[..], &of, &each("--successor", successors)].concat();
    story.does(&WU, what, &file)?;
    let confirm = ["succession", "confirm", predecessor];
    let (rule, again) = ("Parties::SuccessionBySamePerson", "confirms it himself");
    story.cannot(&WU, again, rule, None, &confirm)?;
    story.does(&LUO, "confirms", &confirm)?;
    Ok(())
}

/// The key of a party opens nothing any more.
fn key_is_dead(story: &Story, who: &Person) -> Result<()> {
    let unbind = ["--key", who.key, "party", "unbind", "--account", who.key];
    let ran = story.desk.run(&unbind)?;
    ensure!(ran.code != 0, "{}", ran.output);
    story.so(&format!("{}'s key is dead: {}", who.name, ran.problem["detail"]));
    Ok(())
}

/// SubCo files data of its own, and is examined. Gives case and object.
pub fn left_open(story: &Story) -> Result<(String, String)> {
    let further = each("--claim", &HOLD_AND_USE);
    let (case, object) = story.files(&SUBCO, "files data of its own", &A44, &further)?;
    story.does(&CHEN, "accepts it", &["case", "accept", &case])?;
    Ok((case, object))
}

/// PortNew takes PortCo's place; the marks have moved along.
pub fn merged(story: &Story, data: &Data) -> Result<()> {
    story.at("2026-12-07 09:00")?;
    let (portco, portnew) = (story.party(&PORTCO)?, story.party(&PORTNEW)?);
    let what = "files the merger of PortCo into PortNew";
    succeeded(story, &portco, "merger", what, &[&portnew])?;
    key_is_dead(story, &PORTCO)?;
    let shown = story
        .desk
        .done(&["certificate", "show", &data.berths.certificate])?;
    ensure!(shown["successors"][0]["successor"] == portnew.as_str(), "{shown}");
    story.so(&format!(
        "{}: PortNew stands in PortCo's place",
        data.berths.certificate
    ));
    let cancel = ["apply", "cancellation", &data.berths.object, "--right", "holding"];
    let cancel = [&cancel[..], &["--reason", "given-up", "--declaration", PAPER]].concat();
    let (rule, what) = (
        "Registry::BarredByMark",
        "gives up the holding, which is under control",
    );
    story.cannot(&PORTNEW, what, rule, None, &cancel)?;
    Ok(())
}

/// SubCo is dissolved: its licence in the service passes to OpCo, the rest to ThirdCo, its open case to OpCo.
pub fn dissolved(story: &Story, licence: &str, (case, object): &(String, String)) -> Result<Registered> {
    let (subco, thirdco, opco) = (story.party(&SUBCO)?, story.party(&THIRDCO)?, story.party(&OPCO)?);
    let what = "files the dissolution of SubCo; ThirdCo and OpCo follow it";
    succeeded(story, &subco, "dissolution", what, &[&thirdco, &opco])?;
    key_is_dead(story, &SUBCO)?;
    let status = story.desk.done(&["succession", "status", &subco])?;
    ensure!(status["stage"] == "assigning", "{status}");
    let finish = ["succession", "finish", &subco];
    story.cannot(
        &LUO,
        "finishes it too early",
        "Parties::HoldingsLeft",
        None,
        &finish,
    )?;
    let list = story.paper("list.txt", &format!("certificate,party\n{licence},{opco}\n"))?;
    let assign = [
        "succession",
        "assign",
        &subco,
        "--list",
        list,
        "--rest-to",
        &thirdco,
    ];
    let assigned = story.does(&WU, "assigns its holdings as the liquidators list them", &assign)?;
    ensure!(assigned["left"] == 0, "{assigned}");
    let pass = ["succession", "case", &subco, case, "--to", &opco];
    story.does(&WU, "passes its open case to OpCo", &pass)?;
    story.does(&LUO, "finishes the succession", &finish)?;
    let status = story.desk.done(&["succession", "status", &subco])?;
    ensure!(
        (&status["stage"], &status["current"]) == (&json!("finished"), &json!(thirdco)),
        "{status}"
    );
    let shown = story.desk.done(&["certificate", "show", licence])?;
    ensure!(shown["issue"] == 2, "in OpCo's name: {shown}");

    story.examine_and_approve(&A44, case, &each("--grant", &HOLD_AND_USE))?;
    story.publish(&A44, case, DESCRIPTION)?;
    story.at("2026-12-15 09:00")?;
    let entered = story.enter(&A44, case)?;
    let certificate = text(&entered, "certificate")?;
    let shown = story.desk.done(&["certificate", "show", &certificate])?;
    let named = shown["parties"].to_string();
    ensure!(
        named.contains(&opco) && !named.contains(&subco),
        "entered for OpCo: {shown}"
    );
    Ok(Registered {
        object: object.clone(),
        certificate,
    })
}
