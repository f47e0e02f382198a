//! Change of facts, transfer of a whole kind and of a share, and cancellation that the holders ask for.

use super::{
    acts::{each, entry_before_fall, last_entry, number, signed, to_notice, Registered},
    licences::{stands, Licences},
    registered::Data,
};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{A44, ALL_RIGHTS, FREIGHTCO, PORTCO, SHIPCO, SUBCO},
    desk::PAPER,
    story::text,
    Story,
};
use serde_json::{json, Value};

/// The new description of the berths.
const CHANGED: &str = "berths-2.json";

/// Cases in their public notice.
#[derive(Debug)]
pub struct Applied {
    change: String,
    transfer: String,
    share: String,
}

/// What came of the transfers: the certificate of who received, and its number in the object.
#[derive(Debug)]
pub struct Passed {
    /// ShipCo's right to operate in the berths.
    pub berths: Registered,
    /// Its number there.
    pub berths_number: String,
    /// The yard, held by three.
    pub yard: Registered,
    /// Its number there.
    pub yard_number: String,
}

/// What every dealing of the story is filed with.
const PAPERS: [&str; 4] = ["--evidence", "contract:paper.txt", "--declaration", PAPER];

/// The facts change, the right to operate passes whole, and a share of the yard passes.
pub fn applied_for(story: &Story, data: &Data, licences: &Licences) -> Result<Applied> {
    story.at("2026-11-11 10:00")?;
    let change = changing(story, data)?;
    let shipco = story.party(&SHIPCO)?;
    let sell = ["apply", "transfer", &data.berths.object, "--right", "operating"];
    let reason = ["--to", &shipco, "--reason", "contribution-in-kind"];
    // The berths are important data still.
    let number_and_paper = format!("GX-2026-0119:{PAPER}");
    let consent = ["--department-consent", &number_and_paper];
    let silent = [&sell[..], &reason, &consent, &PAPERS].concat();
    let (rule, what) = (
        "Registry::SurvivorsUnfit",
        "contributes O to ShipCo, silent on its licences",
    );
    story.cannot(&PORTCO, what, rule, None, &silent)?;
    let all = [&licences.freight, &licences.sub, &licences.third];
    let all = all.map(|licence| number(licence));
    let [first, second, third] = all;
    let (first, second, third) = (first?, second?, third?);
    let survivors = each("--survivor", &[&first, &second, &third]);
    let what = "contributes O to ShipCo; three licences go on";
    let filed = story.does(&PORTCO, what, &[&silent[..], &survivors].concat())?;
    let transfer = text(&filed, "case")?;
    signed(story, &transfer, &[SHIPCO])?;
    to_notice(story, &transfer, &["operating"], None)?;
    let share = sharing(story, data, licences, &shipco)?;
    Ok(Applied {
        change,
        transfer,
        share,
    })
}

/// The data was made less sensitive: another description, industry and level, with the assessment.
fn changing(story: &Story, data: &Data) -> Result<String> {
    let name = "name=2024年广东省港口业泊位作业脱敏表格数据";
    story.describe(CHANGED, &[name])?;
    let facts = ["--description", CHANGED, "--industry", "54", "--level", "general"];
    let papers = ["--assessment", PAPER, "--evidence", "change-proof:paper.txt"];
    let apply = ["apply", "change", &data.berths.object, "--declaration", PAPER];
    let what = "applies for a change: description, industry, and a lower level with its assessment";
    let filed = story.does(&PORTCO, what, &[&apply[..], &facts, &papers].concat())?;
    let case = text(&filed, "case")?;
    to_notice(story, &case, &[], Some(CHANGED))?;
    Ok(case)
}

/// FreightCo sells half of its half to ShipCo; all co-holders sign.
fn sharing(story: &Story, data: &Data, licences: &Licences, shipco: &str) -> Result<String> {
    let share = format!("{}=1/4", story.party(&FREIGHTCO)?);
    let survivor = number(&licences.yard)?;
    let sell = [
        "apply",
        "transfer",
        &data.yard.object,
        "--to",
        shipco,
        "--reason",
        "sale",
    ];
    let share = ["--share-of", &share, "--survivor", &survivor];
    let all = each("--right", &ALL_RIGHTS);
    let what = "sells a quarter of the yard to ShipCo";
    let filed = story.does(&FREIGHTCO, what, &[&sell[..], &share, &all, &PAPERS].concat())?;
    let case = text(&filed, "case")?;
    signed(story, &case, &[PORTCO, SHIPCO])?;
    to_notice(story, &case, &ALL_RIGHTS, None)?;
    Ok(case)
}

/// The certificate of who received, and its number in the object, as the entry has them.
fn received(story: &Story, object: &str) -> Result<(Registered, String)> {
    let last = last_entry(story, object)?;
    let certificates = last["entry"]["content"]["transferred"]["certificates"]
        .as_array()
        .context("certificates")?;
    let to = certificates.last().context("a certificate")?;
    let certificate = text(&to[1], "number")?;
    let object = object.to_owned();
    Ok((Registered { object, certificate }, to[0].to_string()))
}

pub fn entered(story: &Story, data: &Data, licences: &Licences, applied: Applied) -> Result<Passed> {
    story.enter(&A44, &applied.change)?;
    let shown = story
        .desk
        .done(&["certificate", "show", &data.berths.certificate])?;
    let facts = &shown["facts"];
    let found = (&shown["issue"], &facts["level"], &facts["industry"]);
    ensure!(found == (&json!(2), &json!("general"), &json!(54)), "{shown}");
    let last = last_entry(story, &data.berths.object)?;
    let changed = &last["entry"]["content"]["changed"];
    ensure!(
        changed["before"]["level"] == "important" && changed["after"]["level"] == "general",
        "{last}"
    );
    story.so("issue 2 shows the new facts, and the entry keeps what was before");

    story.enter(&A44, &applied.transfer)?;
    let (berths, berths_number) = received(story, &data.berths.object)?;
    ensure!(berths.certificate == "SJ4412026110008", "{berths:?}");
    ensure!(story.rights(&berths.certificate)? == ["right to operate data"]);
    ensure!(
        story.rights(&data.berths.certificate)?.len() == 2,
        "holding and use stay"
    );
    for licence in [&licences.freight, &licences.sub, &licences.third] {
        stands(story, licence, "in_force")?;
    }

    story.enter(&A44, &applied.share)?;
    let (yard, yard_number) = received(story, &data.yard.object)?;
    let shown = story.desk.done(&["certificate", "show", &yard.certificate])?;
    let parts: Vec<&Value> = shown["holders"]["shares"]
        .as_array()
        .context("shares")?
        .iter()
        .map(|share| &share["parts"])
        .collect();
    ensure!(
        parts == [&json!(500_000), &json!(250_000), &json!(250_000)],
        "{shown}"
    );
    story.so("the yard: PortCo holds a half, FreightCo and ShipCo a quarter each");
    Ok(Passed {
        berths,
        berths_number,
        yard,
        yard_number,
    })
}

/// The three holders of the yard give its operation up; the licence on it ends with it, as SubCo signs too. Gives the
/// case.
pub fn given_up(story: &Story, data: &Data, licences: &Licences, passed: &Passed) -> Result<String> {
    let apply = ["apply", "cancellation", &data.yard.object, "--right", "operating"];
    let what = ["--certificate", &passed.yard_number, "--reason", "given-up"];
    let silent = [&apply[..], &what, &PAPERS].concat();
    let (rule, what) = (
        "Registry::LicenceStands",
        "gives up the operation of the yard, SubCo's licence or not",
    );
    story.cannot(&PORTCO, what, rule, None, &silent)?;
    let licence = number(&licences.yard)?;
    let with = [&silent[..], &["--licence", &licence]].concat();
    let what = "gives it up, and SubCo's licence with it";
    let filed = story.does(&PORTCO, what, &with)?;
    let case = text(&filed, "case")?;
    signed(story, &case, &[FREIGHTCO, SHIPCO, SUBCO])?;
    to_notice(story, &case, &["operating"], None)?;
    Ok(case)
}

pub fn ended(story: &Story, data: &Data, licences: &Licences, case: &str) -> Result<()> {
    story.at("2026-11-27 09:00")?;
    story.enter(&A44, case)?;
    let last = entry_before_fall(story, &data.yard.object, &licences.yard)?;
    let content = &last["entry"]["content"]["rights_ended"];
    ensure!(content["cause"] == json!({ "requested": "given_up" }), "{last}");
    ensure!(
        content["signatures"].as_array().map(Vec::len) == Some(4),
        "{last}"
    );
    stands(story, &licences.yard, "ended")
}
