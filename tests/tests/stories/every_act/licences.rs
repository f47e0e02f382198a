//! Licences: filed with a voucher, of public data, through a case; and every way in which they end before their term.

use super::{
    acts::{entry_before_fall, number, signed, to_notice, Registered},
    registered::{reported, Data},
};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{Person, A44, CHEN, FREIGHTCO, LUO, OPCO, PORTCO, SHIPCO, SUBCO, THIRDCO, WATERCO},
    desk::PAPER,
    story::text,
    Story,
};
use serde_json::{json, Value};

/// Exit code: not covered by the right.
const NOT_COVERED: i32 = 10;

/// What every licence of the story is for.
const PLAN: [&str; 4] = ["--purpose", "logistics-planning", "--region", "44"];

/// The licences that are granted on the first day.
#[derive(Debug)]
pub struct Licences {
    /// FreightCo's, from PortCo's right to operate.
    pub freight: String,
    /// SubCo's, from FreightCo's.
    pub sub: String,
    /// ThirdCo's, exclusive beside the two.
    pub third: String,
    /// SubCo's in the yard.
    pub yard: String,
    /// OpCo's of public data.
    pub public: String,
}

/// The arguments of an offer.
fn offer<'a>(
    right: &'a str,
    to: &'a str,
    kind: &'a str,
    until: &'a str,
    further: &[&'a str],
) -> Vec<&'a str> {
    let mut all = vec!["licence", "offer", right, "--to", to, "--kind", kind];
    all.extend(["--until", until, "--contract", PAPER]);
    all.extend(PLAN);
    all.extend(further);
    all
}

/// One side offers, all others sign. Gives the licence.
fn licensed(story: &Story, from: &Person, what: &str, offer: &[&str], signers: &[Person]) -> Result<String> {
    let offered = story.does(from, what, offer)?;
    ensure!(
        offered["missing"].as_array().map(Vec::len) == Some(signers.len()),
        "{offered}"
    );
    let (object, number) = (text(&offered, "object")?, offered["offer"].to_string());
    let accept = ["licence", "accept", &object, "--offer", &number];
    let mut granted = Value::Null;
    for who in signers {
        granted = story.does(who, "signs", &accept)?;
    }
    story.so(&format!(
        "licence {}, voucher {}",
        granted["licence"], granted["voucher"]
    ));
    text(&granted, "licence")
}

/// How a licence stands.
pub fn stands(story: &Story, licence: &str, status: &str) -> Result<()> {
    let shown = story.desk.done(&["licence", "show", licence])?;
    ensure!(shown["status"] == status, "{licence} is not {status}: {shown}");
    story.so(&format!("licence {licence}: {}", status.replace('_', " ")));
    Ok(())
}

pub fn granted(story: &Story, data: &Data) -> Result<Licences> {
    let [freightco, subco, thirdco] = [FREIGHTCO, SUBCO, THIRDCO].map(|who| story.party(&who));
    let (freightco, subco, thirdco) = (freightco?, subco?, thirdco?);
    let operating = data.berths.right(story, 2)?;
    let number_and_paper = format!("GX-2026-0118:{PAPER}");
    let consent = ["--department-consent", &number_and_paper];
    let terms = [&consent[..], &["--calls", "10000", "--sublicensing", "1"]].concat();
    let terms = offer(&operating, &freightco, "non-exclusive", "2028-12-31", &terms);
    let what = "licenses FreightCo: 10,000 calls, to be passed on once";
    let freight = licensed(story, &PORTCO, what, &terms, &[FREIGHTCO])?;

    let terms = [&consent[..], &["--calls", "4000"]].concat();
    let terms = offer(&freight, &subco, "non-exclusive", "2028-06-30", &terms);
    let sub = licensed(
        story,
        &FREIGHTCO,
        "sub-licenses SubCo: 4,000 calls",
        &terms,
        &[SUBCO],
    )?;

    let unlisted = offer(&operating, &thirdco, "exclusive", "2027-06-30", &consent);
    let what = "licenses ThirdCo exclusively, as if there were nobody else";
    let rule = "Licences::EarlierLicenceNotListed";
    story.cannot(&PORTCO, what, rule, None, &unlisted)?;
    let (first, second) = (number(&freight)?, number(&sub)?);
    let listed = ["--subject-to", &first, "--subject-to", &second];
    let listed = [&unlisted[..], &listed].concat();
    let what = "licenses ThirdCo exclusively, subject to the two licences there are";
    let third = licensed(story, &PORTCO, what, &listed, &[THIRDCO])?;

    let report = [
        "licence",
        "report-use",
        &freight,
        "--total",
        "5000",
        "--report",
        PAPER,
    ];
    let reported = story.does(&FREIGHTCO, "reports 5,000 calls", &report)?;
    ensure!(reported["over"].is_null(), "6,000 are its own: {reported}");

    let in_yard = data.yard.right(story, 2)?;
    let terms = offer(&in_yard, &subco, "non-exclusive", "2028-12-31", &[]);
    let what = "licenses SubCo in the yard, FreightCo to sign too";
    let yard = licensed(story, &PORTCO, what, &terms, &[FREIGHTCO, SUBCO])?;
    let public = authorised(story, data)?;
    Ok(Licences {
        freight,
        sub,
        third,
        yard,
        public,
    })
}

/// Public data is licensed by an authorisation: one scene, one list, one approval.
fn authorised(story: &Story, data: &Data) -> Result<String> {
    let opco = story.party(&OPCO)?;
    let operating = data.water.right(story, 2)?;
    let without = offer(&operating, &opco, "non-exclusive", "2028-12-31", &[]);
    let rule = "Licences::AuthorisationMissing";
    story.cannot(
        &WATERCO,
        "licenses OpCo as if its data were private",
        rule,
        None,
        &without,
    )?;
    let scene = ["--authorisation", "scene", "--approval", PAPER, "--list", PAPER];
    let duties = ["--exit-terms", PAPER, "--safety-duties", PAPER];
    let with = [&without[..], &scene, &duties].concat();
    let what = "authorises OpCo for one scene: one list, one approval";
    let licence = licensed(story, &WATERCO, what, &with, &[OPCO])?;
    let ask = |purpose| {
        let whose = ["check-use", &licence, "--party", &opco, "--region", "44"];
        [&whose[..], &["--purpose", purpose]].concat()
    };
    let yes = story.desk.done(&ask("logistics-planning"))?;
    ensure!(yes["allowed"] == true, "{yes}");
    let no = story.desk.run(&ask("credit-scoring"))?;
    ensure!(
        no.code == NOT_COVERED && no.output["allowed"] == false,
        "{}",
        no.output
    );
    story.so(&format!(
        "OpCo may not score credit with it: {}",
        no.output["reason"]
    ));
    Ok(licence)
}

/// A licence where the regime registers it: applied for, examined, noticed and entered. Gives its case.
pub fn through_a_case(story: &Story, service: &Registered) -> Result<String> {
    let subco = story.party(&SUBCO)?;
    let operating = service.right(story, 0)?;
    let by_voucher = offer(&operating, &subco, "non-exclusive", "2028-12-31", &[]);
    let rule = "Licences::RegistrationNeedsCase";
    story.cannot(
        &FREIGHTCO,
        "offers SubCo a licence of its service",
        rule,
        None,
        &by_voucher,
    )?;
    let apply = ["apply", "licence", &service.object, "--from", "0", "--to", &subco];
    let terms = [
        "--kind",
        "non-exclusive",
        "--until",
        "2028-12-31",
        "--contract",
        PAPER,
    ];
    let papers = ["--evidence", "contract:paper.txt", "--declaration", PAPER];
    let what = "applies to license SubCo instead";
    let filed = story.does(&FREIGHTCO, what, &[&apply[..], &terms, &PLAN, &papers].concat())?;
    let case = text(&filed, "case")?;
    signed(story, &case, &[SUBCO])?;
    reported(story, &case)?;
    to_notice(story, &case, &["processing-use"], None)?;
    story.stands(&case, "in_notice", "2026-12-03", Some((0, 10)))?;
    Ok(case)
}

/// The licence is entered, with a certificate of its own. Gives its number.
pub fn registered(story: &Story, case: &str) -> Result<String> {
    story.at("2026-12-04 09:00")?;
    let entered = story.enter(&A44, case)?;
    let certificate = text(&entered, "certificate")?;
    ensure!(certificate == "SJ4412026120002", "{entered}");
    ensure!(entered["rights"] == json!(["processing_use"]), "{entered}");
    let shown = story.desk.done(&["certificate", "show", &certificate])?;
    ensure!(shown["rights"][0]["state"] == "in_force", "{shown}");
    Ok(certificate)
}

/// By agreement, by the order of a regulator, and by a judgment; for the future only.
pub fn ended(story: &Story, data: &Data, licences: &Licences, product: &Registered) -> Result<()> {
    let freight = licences.freight.as_str();
    let order = ["licence", "end", freight, "--order", PAPER];
    story.does(
        &CHEN,
        "proposes to end FreightCo's licence: a regulator's order",
        &order,
    )?;
    let confirm = ["licence", "confirm-end", freight];
    story.cannot(
        &CHEN,
        "confirms it herself",
        "Licences::SamePerson",
        None,
        &confirm,
    )?;
    let ended = story.does(&LUO, "confirms", &confirm)?;
    ensure!(ended["fallen"] == json!([&licences.sub]), "{ended}");
    stands(story, &licences.sub, "ended")?;
    let last = entry_before_fall(story, &data.berths.object, &licences.sub)?;
    let report = &last["entry"]["content"]["licence_ended"]["voucher"]["number"];
    ensure!(!report.is_null(), "the entry says so: {last}");
    source_has_ended(story, product)?;
    let judgment = ["licence", "end", &licences.public, "--judgment", PAPER];
    story.does(&CHEN, "proposes to end OpCo's licence: a judgment", &judgment)?;
    story.does(&LUO, "confirms", &["licence", "confirm-end", &licences.public])?;
    stands(story, &licences.public, "ended")
}

/// Both sides of the exclusive licence end it.
pub fn ended_by_agreement(story: &Story, licences: &Licences) -> Result<()> {
    let agreement = story.paper("agreement.txt", "ShipCo and ThirdCo end the exclusive licence")?;
    let end = ["licence", "end", &licences.third, "--agreement", agreement];
    let ended = story.does(&THIRDCO, "proposes to end its exclusive licence", &end)?;
    ensure!(ended["ended"] == false, "{ended}");
    let sign = ["licence", "sign-end", &licences.third, "--agreement", agreement];
    let ended = story.does(&SHIPCO, "agrees, as holder of the right", &sign)?;
    ensure!(ended["ended"] == true, "{ended}");
    stands(story, &licences.third, "ended")
}

/// The product shows that the licence under which it was made has ended, to readers and in its package. It stays in force.
fn source_has_ended(story: &Story, product: &Registered) -> Result<()> {
    let number = product.certificate.as_str();
    let ended = |mark: &Value| mark["source"]["source_right"]["state"] == "ended";
    let shown = story.until(&["certificate", "show", number], |shown| {
        shown["against"]["marks"]
            .as_array()
            .is_some_and(|marks| marks.iter().any(ended))
    })?;
    let marks = shown["against"]["marks"].as_array().context("marks")?;
    let notice = marks.iter().find(|mark| ended(mark)).context("a notice")?;
    let since = text(notice, "since")?;
    ensure!(since.starts_with("2026-12-03"), "{notice}");
    story.so(&format!("the product shows: source ended since {since}"));
    story.issue(number, "product.json")?;
    let (code, verdict) = story.verify("product.json", None)?;
    ensure!((code, &verdict["status"]) == (0, &json!("in_force")), "{verdict}");
    let marks = verdict["register"]["against"]["marks"]
        .as_array()
        .context("marks")?;
    ensure!(marks.iter().any(ended), "offline too: {verdict}");
    Ok(())
}
