//! Two banks have pledges on a right, and a court enforces the later one.

use super::Scene;
use crate::every_act::acts::{confirmed, instrument};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{BANK_P, BANK_Q, COURT_X, LUO, PORTCO, SUBCO, WU},
    desk::PAPER,
    story::text,
};

#[test]
fn a_court_enforces_one_pledge_and_leaves_the_earlier_one() -> Result<()> {
    let scene = Scene::open("A court enforces a pledge")?;
    let story = &scene.story;
    let (p, q) = (story.party(&BANK_P)?, story.party(&BANK_Q)?);
    let what = "takes a pledge of CNY 28,000,000";
    let first = scene.signed(&BANK_P, what, &scene.pledging(&p, "28000000", &[]), &[&PORTCO])?;
    let what = "takes one behind it, of CNY 5,000,000";
    let second = scene.signed(&BANK_Q, what, &scene.pledging(&q, "5000000", &[]), &[&PORTCO])?;

    story.at("2026-11-23 09:00")?;
    let court = instrument("court", &COURT_X);
    let seize = ["seizure", "stamp", &scene.right, "--months", "12"];
    let what = "stamps a seizure of Court X, for Q";
    let seizure = text(&story.does(&WU, what, &[&seize[..], &court].concat())?, "stamp")?;
    confirmed(story, "seizure", &seizure)?;

    story.at("2026-12-01 09:00")?;
    let subco = story.party(&SUBCO)?;
    let transfer = ["daybook", "transfer", &seizure, &scene.right, "--to", &subco];
    let enforces = ["--enforces", &second, "--surplus", PAPER];
    let ruling = [&transfer[..], &enforces, &court].concat();
    let what = "stamps the ruling that enforces Q's pledge: to SubCo";
    let stamp = text(&story.does(&WU, what, &ruling)?, "stamp")?;
    let shown = story.desk.done(&["daybook", "show", &stamp])?;
    ensure!(shown["enforces"] == second.as_str(), "{shown}");
    ensure!(!shown["surplus"].is_null(), "{shown}");
    let done = story.does(&LUO, "carries the ruling out", &["daybook", "carry-out", &stamp])?;
    ensure!(done["to"] == subco.as_str(), "{done}");

    // P's pledge goes on against SubCo, and Q's has ended.
    ensure!(scene.ranks()? == [(first.clone(), 1)], "{:?}", scene.ranks()?);
    ensure!(scene.status(&first)? == "live" && scene.status(&second)? == "enforced");
    scene.is_told(&BANK_P, &first, "mark_beside_ended")?;
    let title = story.desk.done(&["title", &scene.object])?;
    let rights = title["objects"][0]["rights"].as_array().context("rights")?;
    let passed = rights.iter().find(|right| right["right"] == scene.right.as_str());
    let holder = &passed.context("the right")?["holders"][0]["party"];
    ensure!(holder == subco.as_str(), "{title}");
    Ok(())
}
