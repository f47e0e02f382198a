//! A loan from the first search to its repayment: `scripts/demo --collateral` tells it.

use super::{reports, Scene};
use crate::every_act::acts::{confirmed, free, in_the_way, instrument, number, signed, to_notice};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{Person, A44, BANK_P, BANK_Q, CHEN, COURT_X, FREIGHTCO, PORTCO, SUBCO, WU},
    desk::{DONE, PAPER},
    story::text,
};
use std::time::Instant;

/// The first package, issued before anything else happened.
const FIRST: &str = "first.json";

/// Exit code of `verify`: authentic, and no longer in force.
const NOT_IN_FORCE: i32 = 10;

/// What stands on the right when the loan is paid out.
struct Loan {
    /// P's pledge.
    pledge: String,
    /// Q's reservation, behind it.
    place: String,
}

impl Scene {
    /// A package of now is authentic and says exactly this of what came since; the first one is authentic still.
    fn verifies(&self, since: &[&str]) -> Result<()> {
        let story = &self.story;
        let again = ["prove", "again", FIRST, "--out", "again.json", "--force"];
        story.desk.done(&again)?;
        for package in [FIRST, "again.json"] {
            let (code, verdict) = story.verify(package, None)?;
            let over = package != FIRST && since.contains(&"superseded");
            ensure!(
                code == if over { NOT_IN_FORCE } else { DONE },
                "{package}: {code} {verdict}"
            );
            if package != FIRST {
                let found: Vec<&str> = verdict["since"]
                    .as_array()
                    .context("since")?
                    .iter()
                    .filter_map(|one| one.as_str())
                    .collect();
                ensure!(found == since, "expected {since:?}: {verdict}");
                story.so(&format!(
                    "the certificate verifies offline: {}, {}",
                    verdict["verdict"],
                    since.join(", ")
                ));
            }
        }
        Ok(())
    }
}

#[test]
fn money_is_lent_on_data_and_repaid() -> Result<()> {
    let mut scene = Scene::open("A loan on data: found, reserved, pledged, believed, repaid")?;
    let issue = ["certificate", "issue", &scene.certificate, "--out", FIRST];
    let key = ["--credential-key", "//Lingnan//Credential"];
    scene.story.desk.done(&[&issue[..], &key].concat())?;
    scene.verifies(&[])?;
    reports::searched_by_credit_code(&scene)?;
    let loan = paid_out(&scene)?;
    barred(&scene, &loan)?;
    let licence = licensed_once(&scene, &loan)?;
    contested(&scene)?;
    repaid(&scene, &loan)?;
    passed_on(&scene, &licence)?;
    let genesis = scene.story.desk.genesis()?;
    scene.story.desk.node.kill()?;
    scene.story.so("every node is stopped");
    for (package, code) in [(FIRST, DONE), ("again.json", NOT_IN_FORCE)] {
        let verify = ["verify", package, "--genesis", &genesis];
        let ran = scene.story.offline(&verify)?;
        ensure!(ran.code == code, "{package}: {} {}", ran.code, ran.output);
        scene
            .story
            .so(&format!("{package} verifies: {}", ran.output["verdict"]));
    }
    Ok(())
}

/// P reserves, Q stands behind it, and P's pledge takes the reserved place with the second signature.
fn paid_out(scene: &Scene) -> Result<Loan> {
    let story = &scene.story;
    let (p, q) = (story.party(&BANK_P)?, story.party(&BANK_Q)?);
    let what = "reserves its place for CNY 30,000,000";
    let first = scene.signed(&BANK_P, what, &scene.reserving(&p, "30000000"), &[&PORTCO])?;
    scene.verifies(&["changed", "reserved"])?;
    story.at("2026-11-10 09:00")?;
    let what = "reserves a place behind it";
    let place = scene.signed(&BANK_Q, what, &scene.reserving(&q, "9000000"), &[&PORTCO])?;
    scene.is_warned("earlier_reservation")?;
    scene.verifies(&["changed", "reserved"])?;
    story.at("2026-11-12 09:00")?;
    let records = tempfile::tempdir()?;
    let folder = records.path().display().to_string();
    searched(scene, "2026-11-07T09:30", &folder)?;
    let deed = scene.pledging(&p, "28000000", &["--reservation", &first, "--records", &folder]);
    let proposed = story.does(&BANK_P, "proposes a pledge of CNY 28,000,000", &deed)?;
    let pledge = text(&proposed, "deed")?;
    let minded = proposed["searches"].as_array().context("searches")?;
    ensure!(minded.iter().any(|one| one["code"] == "search_old"), "{proposed}");
    story.so("P is reminded that its last search of 中登网 is more than three days old");
    let (began, best) = (Instant::now(), story.desk.node.best()?);
    let sign = ["pledge", "sign", &pledge, "--contract", PAPER];
    let entered = story.does(&PORTCO, "signs it", &sign)?;
    ensure!(
        entered.get("searches").is_none(),
        "the pledgor searches nothing: {entered}"
    );
    let (waited, block) = (began.elapsed().as_secs_f32(), &entered["block"]);
    story.so(&format!(
        "signed when block {best} was the best, entered in block {}, final after {waited:.1} s",
        block["number"]
    ));
    ensure!(scene.ranks()? == [(pledge.clone(), 1), (place.clone(), 2)]);
    for code in [
        "earlier_pledge",
        "earlier_reservation",
        "statutory_number_missing",
    ] {
        scene.is_warned(code)?;
    }
    scene.verifies(&["changed", "pledged", "reserved"])?;
    Ok(Loan { pledge, place })
}

/// P has searched the register of movables and rights about PortCo, and notes it.
fn searched(scene: &Scene, at: &str, folder: &str) -> Result<()> {
    let debtor = scene.story.party(&PORTCO)?;
    let record = ["title", "search", "record", "--register", "movable-finance"];
    let found = ["--debtor", &debtor, "--number", "2026110700001", "--at", at];
    let answer = ["--result", "none", "--answer", PAPER, "--records", folder];
    scene.story.desk.done(&[&record[..], &found, &answer].concat())?;
    Ok(())
}

/// What PortCo may no longer do alone, and why.
fn barred(scene: &Scene, loan: &Loan) -> Result<()> {
    let story = &scene.story;
    for operation in ["transfer", "exclusive-licence", "voluntary-cancellation"] {
        let obstacles = in_the_way(story, &scene.right, operation)?;
        let kinds: Vec<&str> = obstacles.iter().filter_map(|one| one["kind"].as_str()).collect();
        ensure!(
            kinds.contains(&"pledge") && kinds.contains(&"reservation"),
            "{obstacles:?}"
        );
    }
    let offer = scene.offered(&FREIGHTCO, "exclusive")?;
    let rule = "Licences::MarkHolderMustConsent";
    let what = "accepts the exclusive licence";
    story.cannot(&FREIGHTCO, what, rule, None, &scene.accepting(&offer))?;
    let (cancellation, transfer) = (giving_up(scene)?, transferring(scene, &[])?);
    for (bank, deed) in [(&BANK_P, &loan.pledge), (&BANK_Q, &loan.place)] {
        is_told_of_cases(scene, bank, deed, &[&cancellation, &transfer])?;
    }
    story.at("2026-11-23 09:00")?;
    let rule = "Registry::MarkConsentMissing";
    for (case, what) in [
        (&transfer, "enters the transfer"),
        // While the transfer is open, that would bar it already.
        (&cancellation, "enters the cancellation"),
    ] {
        story.cannot(&A44.reviewer, what, rule, Some(case), &["case", "enter", case])?;
        story.does(&PORTCO, "withdraws it", &["case", "withdraw", case])?;
    }
    Ok(())
}

/// A bank is told of each of these cases by what it has.
fn is_told_of_cases(scene: &Scene, bank: &Person, deed: &str, cases: &[&str]) -> Result<()> {
    let told = scene.told(bank)?;
    let all = told["told"].as_array().context("cases")?;
    for case in cases {
        let found = all.iter().find(|one| one["case"] == *case);
        let because = &found.with_context(|| format!("no {case} in {told}"))?["because"][0];
        ensure!(
            because["why"] == "deals_with_secured" && because["deed"] == deed,
            "{told}"
        );
        scene
            .story
            .so(&format!("{} is told of {case} by its {deed}", bank.name));
    }
    Ok(())
}

/// PortCo applies to give the right to operate up, and the notice begins. Gives the case.
fn giving_up(scene: &Scene) -> Result<String> {
    let story = &scene.story;
    let apply = ["apply", "cancellation", &scene.object, "--right", "operating"];
    let papers = ["--evidence", "contract:paper.txt", "--declaration", PAPER];
    let cancel = [&apply[..], &["--reason", "given-up"], &papers].concat();
    let filed = story.does(&PORTCO, "applies to give the right to operate up", &cancel)?;
    let case = text(&filed, "case")?;
    to_notice(story, &case, &["operating"], None)?;
    Ok(case)
}

/// PortCo applies to sell the right to operate to SubCo, both sign, and the notice begins. Gives the case.
fn transferring(scene: &Scene, survivors: &[&str]) -> Result<String> {
    let story = &scene.story;
    let subco = story.party(&SUBCO)?;
    let apply = ["apply", "transfer", &scene.object, "--right", "operating"];
    let sale = ["--to", &subco, "--reason", "sale", "--declaration", PAPER];
    let contract = ["--evidence", "contract:paper.txt"];
    let what = "applies to sell the right to operate to SubCo";
    let filed = story.does(&PORTCO, what, &[&apply[..], &sale, &contract, survivors].concat())?;
    let case = text(&filed, "case")?;
    signed(story, &case, &[SUBCO])?;
    to_notice(story, &case, &["operating"], None)?;
    Ok(case)
}

/// One consent is used for one licence; the next one lacks it. Gives the licence.
fn licensed_once(scene: &Scene, loan: &Loan) -> Result<String> {
    let story = &scene.story;
    let first = scene.offered(&FREIGHTCO, "non-exclusive")?;
    let second = scene.offered(&SUBCO, "non-exclusive")?;
    let mark = scene.mark_of(&loan.pledge)?;
    let consent = [
        "licence",
        "consent",
        &scene.object,
        "--offer",
        &first,
        "--mark",
        &mark,
    ];
    story.does(&BANK_P, "consents to the first licence", &consent)?;
    let accepted = story.does(&FREIGHTCO, "accepts it", &scene.accepting(&first))?;
    scene.verifies(&["changed", "pledged", "reserved"])?;
    let (rule, what) = ("Licences::MarkHolderMustConsent", "accepts the second one");
    story.cannot(&SUBCO, what, rule, None, &scene.accepting(&second))?;
    text(&accepted, "licence")
}

/// An objection and a seizure arrive; both are shown, and end.
fn contested(scene: &Scene) -> Result<()> {
    let story = &scene.story;
    let file = [
        "objection",
        "file",
        &scene.object,
        "--right",
        "2",
        "--ground",
        "title",
    ];
    let facts = ["--facts", PAPER, "--evidence", "contract:paper.txt"];
    let filed = story.does(&SUBCO, "objects", &[&file[..], &facts].concat())?;
    let objection = text(&filed, "objection")?;
    let notify = ["objection", "notify", &objection, "--letter", PAPER];
    story.does(&CHEN, "tells PortCo; the notice stands on the right", &notify)?;
    scene.is_warned("objection_noted")?;
    scene.verifies(&["changed", "objected", "pledged", "reserved"])?;
    story.at("2026-11-24 09:00")?;
    let seize = ["seizure", "stamp", &scene.right, "--months", "12"];
    let seize = [&seize[..], &instrument("court", &COURT_X)].concat();
    let stamp = text(&story.does(&WU, "stamps a seizure of Court X", &seize)?, "stamp")?;
    confirmed(story, "seizure", &stamp)?;
    scene.is_warned("seized")?;
    scene.verifies(&["changed", "objected", "seized", "pledged", "reserved"])?;
    story.at("2026-12-01 09:00")?;
    let lift = [
        &["seizure", "release", &stamp][..],
        &instrument("court", &COURT_X),
    ]
    .concat();
    let lifted = text(&story.does(&WU, "stamps its release", &lift)?, "stamp")?;
    confirmed(story, "seizure", &lifted)?;
    let withdraw = ["objection", "withdraw", &objection];
    story.does(&SUBCO, "withdraws its objection", &withdraw)?;
    scene.verifies(&["changed", "pledged", "reserved"])
}

/// The loan is repaid: P releases, and Q gives its place up.
fn repaid(scene: &Scene, loan: &Loan) -> Result<()> {
    let story = &scene.story;
    story.at("2026-12-07 09:00")?;
    story.does(
        &BANK_P,
        "is paid and releases",
        &["pledge", "release", &loan.pledge],
    )?;
    story.does(
        &BANK_Q,
        "gives its place up",
        &["reserve", "give-up", &loan.place],
    )?;
    ensure!(scene.ranks()?.is_empty(), "nothing stands any more");
    free(story, &scene.right, "transfer")?;
    scene.verifies(&["changed"])
}

/// The transfer passes, and the licence with it.
fn passed_on(scene: &Scene, licence: &str) -> Result<()> {
    let story = &scene.story;
    let licence = number(licence)?;
    let case = transferring(scene, &["--survivor", &licence])?;
    story.at("2026-12-21 09:00")?;
    story.enter(&A44, &case)?;
    scene.verifies(&["superseded"])?;
    story.timeline("PortCo's data", &scene.object)?;
    Ok(())
}
