//! Renewal in its window and revival after a lapse; a seizure stands through both.

use super::{
    acts::{confirmed, each, in_the_way, instrument, to_notice},
    day_book::stamped,
    registered::Data,
};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{A44, ALL_RIGHTS, COURT_X, SHIPCO, WU},
    desk::PAPER,
    story::text,
    Story,
};

/// All rights of ShipCo's certificate stand so.
fn stand(story: &Story, data: &Data, state: &str) -> Result<()> {
    let shown = story
        .desk
        .done(&["certificate", "show", &data.tides.certificate])?;
    let rights = shown["rights"].as_array().context("rights")?;
    ensure!(
        rights.iter().all(|right| right["state"] == state),
        "not {state}: {shown}"
    );
    ensure!(rights.len() == 3, "{shown}");
    let state = state.replace('_', " ");
    story.so(&format!(
        "{}: {state}, by its term until {}",
        data.tides.certificate, rights[0]["valid_until"]
    ));
    Ok(())
}

/// ShipCo asks for a renewal. Gives its arguments.
fn renewing<'a>(data: &'a Data, further: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["apply", "renewal", &data.tides.object, "--declaration", PAPER];
    all.extend(each("--right", &ALL_RIGHTS));
    all.extend(further);
    all
}

pub fn renewed_and_revived(story: &Story, data: &Data) -> Result<()> {
    story.at("2027-05-07 09:00")?;
    let one_year = renewing(data, &["--years", "1"]);
    let (rule, what) = (
        "Registry::RenewalOutOfWindow",
        "asks for a renewal more than six months early",
    );
    story.cannot(&SHIPCO, what, rule, None, &one_year)?;

    story.at("2027-11-08 10:00")?;
    let operating = data.tides.right(story, 2)?;
    let seize = ["seizure", "stamp", &operating, "--months", "36"];
    let seize = [&seize[..], &instrument("court", &COURT_X)].concat();
    let shown = stamped(story, &WU, "stamps a seizure of court X", &seize)?;
    confirmed(story, "seizure", &text(&shown, "stamp")?)?;
    let filed = story.does(&SHIPCO, "asks for a renewal in time: no mark bars it", &one_year)?;
    let case = text(&filed, "case")?;
    let (rule, what) = ("Registry::RenewalPending", "asks for it twice");
    story.cannot(&SHIPCO, what, rule, None, &one_year)?;
    to_notice(story, &case, &ALL_RIGHTS, None)?;
    story.at("2027-11-12 09:00")?;
    stand(story, data, "in_force")?;
    story.so("its term is over, and it stays in force until the renewal is decided");
    story.at("2027-11-16 09:00")?;
    story.enter(&A44, &case)?;
    stand(story, data, "in_force")?;

    story.at("2028-11-20 09:00")?;
    stand(story, data, "expired")?;
    let revive = renewing(data, &["--years", "2", "--revive"]);
    story.cannot(
        &SHIPCO,
        "asks for a renewal too late",
        "Registry::RenewalOutOfWindow",
        None,
        &one_year,
    )?;
    let filed = story.does(&SHIPCO, "asks for its revival", &revive)?;
    let case = text(&filed, "case")?;
    to_notice(story, &case, &ALL_RIGHTS, None)?;
    story.at("2028-11-28 09:00")?;
    story.enter(&A44, &case)?;
    stand(story, data, "in_force")?;
    let shown = in_the_way(story, &operating, "transfer")?;
    ensure!(
        shown.len() == 1 && shown[0]["kind"] == "seizure_first",
        "its rank is what it was: {shown:?}"
    );
    let since = text(&shown[0], "since")?;
    ensure!(since.starts_with("2027-11-08"), "{shown:?}");
    Ok(())
}
