//! Story 9, a licensee goes beyond scope: what lies within a licence and what does not, who is excluded, overuse, the end of a
//! licence with what hangs on it, and foreign licensees and important data.

use anyhow::{bail, ensure, Context, Result};
use quanji_tests::{
    cast::{Person, A11, A44, ALL_RIGHTS, CHEN, FREIGHTCO, LUO, PORTCO, SHIPCO, SINGCO, SUBCO, THIRDCO, WU},
    desk::{DESCRIPTION, PAPER},
    story::text,
    Story,
};
use serde_json::{json, Value};

/// Form data, as a file would hold it.
const FORMS: &str = "port,day,containers\n1,2026-10-01,4120\n1,2026-10-02,3980\n";

/// The fingerprint of it.
const F: &str = "f.json";

/// Exit code: not covered, or no longer in force.
const NOT_IN_FORCE: i32 = 10;

/// Terms of a licence to the freight company, or to somebody alike.
const FREIGHT_TERMS: [&str; 12] = [
    "--kind",
    "sole",
    "--region",
    "44",
    "--region",
    "45",
    "--calls",
    "10000",
    "--until",
    "2028-12-31",
    "--sublicensing",
    "1",
];

#[test]
fn a_licensee_goes_beyond_its_scope_and_is_stopped() -> Result<()> {
    let parties = [PORTCO, FREIGHTCO, SUBCO, THIRDCO, SHIPCO];
    let title = "Story 9. Licensee goes beyond scope";
    let story = Story::open(title, "2026-11-02 08:00", &parties)?;
    story.fingerprint(FORMS, F)?;
    let rights = registered(&story)?;
    let freight = freight_is_licensed(&story, &rights.portco)?;
    let sub = sub_licences(&story, &freight)?;
    sole_licence_excludes(&story, &rights)?;
    use_is_reported_and_checked(&story, &freight, &sub)?;
    children_end_with_their_parent(&story, &rights.portco, &freight, &sub)?;
    consent_withdrawn_ends_the_future(&story, &rights.portco)?;
    abroad(&story, &rights.portco)?;
    important_data(&story)
}

/// The operating rights of PortCo and ShipCo in the same object.
struct Rights {
    portco: String,
    shipco: String,
}

fn each<'a>(option: &'a str, rights: &[&'a str]) -> Vec<&'a str> {
    rights.iter().flat_map(|right| [option, *right]).collect()
}

/// The right that a certificate lists last: operating.
fn operating(story: &Story, certificate: &str) -> Result<String> {
    let shown = story.desk.done(&["certificate", "show", certificate])?;
    let rights = shown["rights"].as_array().context("rights")?;
    text(rights.last().context("a right")?, "right")
}

/// PortCo registers at A44; ShipCo, a lawful co-producer, becomes an independent holder of the same object.
fn registered(story: &Story) -> Result<Rights> {
    story.at("2026-11-02 09:00")?;
    let further = [&["--fingerprint", F][..], &each("--claim", &ALL_RIGHTS)].concat();
    let (case, _) = story.files(&PORTCO, "files H, U and O", &A44, &further)?;
    story.approve(&A44, &case, &each("--grant", &ALL_RIGHTS))?;
    story.publish(&A44, &case, DESCRIPTION)?;
    story.at("2026-11-10 09:00")?;
    let first = text(&story.enter(&A44, &case)?, "certificate")?;
    let (case, _) = story.files(&SHIPCO, "files the same data at A11", &A11, &further)?;
    let grant = [
        &["--match", "coexisting-holder"][..],
        &each("--grant", &ALL_RIGHTS),
    ]
    .concat();
    story.approve(&A11, &case, &grant)?;
    story.publish(&A11, &case, DESCRIPTION)?;
    story.at("2026-11-18 09:00")?;
    let second = text(&story.enter(&A11, &case)?, "certificate")?;
    Ok(Rights {
        portco: operating(story, &first)?,
        shipco: operating(story, &second)?,
    })
}

/// The arguments of an offer: from a right, to a party, for a purpose, and further terms.
fn offering<'a>(right: &'a str, to: &'a str, purpose: &'a str, further: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["licence", "offer", right, "--to", to, "--purpose", purpose];
    all.extend(["--contract", PAPER]);
    all.extend(further);
    all
}

/// Offers and accepts; gives the licence.
fn licensed(
    story: &Story,
    (from, to): (&Person, &Person),
    what: &str,
    offer: &[&str],
) -> Result<(String, Value)> {
    let offered = story.does(from, what, offer)?;
    let (object, number) = (text(&offered, "object")?, offered["offer"].to_string());
    let accept = ["licence", "accept", &object, "--offer", &number];
    let granted = story.does(to, "accepts", &accept)?;
    let licence = text(&granted, "licence")?;
    story.so(&format!("licence {licence}, voucher {}", granted["voucher"]));
    Ok((licence, granted))
}

/// Step 1: sole, logistics planning, {44, 45}, 10,000 calls, to 2028-12-31, sub-licence once.
fn freight_is_licensed(story: &Story, right: &str) -> Result<String> {
    let freightco = story.party(&FREIGHTCO)?;
    let offer = offering(right, &freightco, "logistics-planning", &FREIGHT_TERMS);
    let what = "licenses FreightCo: sole, logistics planning, 44 and 45, 10,000 calls, to 2028-12-31";
    let (licence, granted) = licensed(story, (&PORTCO, &FREIGHTCO), what, &offer)?;
    let voucher = text(&granted, "voucher")?;
    ensure!(voucher.starts_with("SJ4412026110001-L"), "{granted}");
    let shown = story.desk.done(&["licence", "show", &licence])?;
    assert_eq!(shown["status"], "in_force", "{shown}");
    Ok(licence)
}

/// A sub-licence of FreightCo's as the story gives it, with some terms in place of others.
fn sub_terms<'a>(purpose: &'a str, region: &'a str, until: &'a str, calls: &'a str) -> Vec<&'a str> {
    vec![
        "--kind",
        "non-exclusive",
        "--purpose",
        purpose,
        "--region",
        region,
        "--until",
        until,
        "--calls",
        calls,
    ]
}

/// Step 1: one sub-licence lies within; five do not, each with member, asked and allowed.
fn sub_licences(story: &Story, freight: &str) -> Result<String> {
    let (subco, thirdco) = (story.party(&SUBCO)?, story.party(&THIRDCO)?);
    let offer = |to: &str, from: &str, terms: &[&str]| -> Vec<String> {
        let head = ["licence", "offer", from, "--to", to, "--contract", PAPER];
        head.iter().chain(terms).map(ToString::to_string).collect()
    };
    let plan = "logistics-planning";
    let good = offer(&subco, freight, &sub_terms(plan, "44", "2028-06-30", "4000"));
    let good: Vec<_> = good.iter().map(String::as_str).collect();
    let what = "sub-licenses SubCo: 44, logistics planning, to 2028-06-30, 4,000 calls";
    let (sub, _) = licensed(story, (&FREIGHTCO, &SUBCO), what, &good)?;
    let beyond = [
        (
            "credit scoring",
            &FREIGHTCO,
            freight,
            sub_terms("credit-scoring", "44", "2028-06-30", "4000"),
            "PurposesExceed",
            "2 credit scoring",
            "1 logistics planning",
        ),
        (
            "region 31",
            &FREIGHTCO,
            freight,
            sub_terms(plan, "31", "2028-06-30", "4000"),
            "TerritoryExceeds",
            "31 Shanghai",
            "44 Guangdong, 45 Guangxi",
        ),
        (
            "to 2029-01-31",
            &FREIGHTCO,
            freight,
            sub_terms(plan, "44", "2029-01-31", "4000"),
            "TermExceeds",
            "until 2029-02-01 00:00",
            "until 2029-01-01 00:00",
        ),
        (
            "7,000 calls",
            &FREIGHTCO,
            freight,
            sub_terms(plan, "44", "2028-06-30", "7000"),
            "QuantityExceeds",
            "7000 calls",
            "6000 calls",
        ),
        (
            "a sub-licence of SubCo's",
            &SUBCO,
            sub.as_str(),
            sub_terms(plan, "44", "2028-06-30", "1"),
            "SublicensingExceeds",
            "1",
            "0",
        ),
    ];
    for (what, who, from, terms, rule, asked, allowed) in beyond {
        let arguments = offer(&thirdco, from, &terms);
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let rule = format!("Licences::{rule}");
        let problem = story.cannot(who, &format!("offers {what}"), &rule, None, &arguments)?;
        assert_eq!(
            (&problem["asked"], &problem["allowed"]),
            (&json!(asked), &json!(allowed)),
            "{problem}"
        );
    }
    Ok(sub)
}

/// Step 2: no third party where the sole licence reaches; elsewhere, and from an independent holder, yes.
fn sole_licence_excludes(story: &Story, rights: &Rights) -> Result<()> {
    let thirdco = story.party(&THIRDCO)?;
    let terms = |region| {
        [
            "--kind",
            "non-exclusive",
            "--region",
            region,
            "--until",
            "2028-12-31",
        ]
    };
    let plan = "logistics-planning";
    let in_44 = offering(&rights.portco, &thirdco, plan, &terms("44"));
    let rule = "Licences::ExcludedByLicence";
    story.cannot(&PORTCO, "licenses ThirdCo in 44", rule, None, &in_44)?;
    let in_31 = offering(&rights.portco, &thirdco, plan, &terms("31"));
    licensed(story, (&PORTCO, &THIRDCO), "licenses ThirdCo in 31", &in_31)?;
    let by_ship = offering(&rights.shipco, &thirdco, plan, &terms("44"));
    licensed(
        story,
        (&SHIPCO, &THIRDCO),
        "licenses ThirdCo in 44, as an independent holder",
        &by_ship,
    )?;
    let shown = story.desk.done(&["certificate", "show", "SJ4412026110001"])?;
    assert_eq!(shown["independent_holders"], 1, "the report warns: {shown}");
    Ok(())
}

/// Step 3: the 10,001st call, and the question whether SubCo may score credit.
fn use_is_reported_and_checked(story: &Story, freight: &str, sub: &str) -> Result<()> {
    let report = [
        "licence",
        "report-use",
        freight,
        "--report",
        PAPER,
        "--total",
        "10001",
    ];
    let reported = story.does(&FREIGHTCO, "reports the 10,001st call", &report)?;
    // 4,000 of the 10,000 are SubCo's.
    assert_eq!(reported["over"], 4_001, "{reported}");
    let shown = story.desk.done(&["licence", "show", freight])?;
    ensure!(!shown["reported"]["over_since"].is_null(), "flagged: {shown}");
    let subco = story.party(&SUBCO)?;
    let ask = |purpose| {
        [
            "check-use",
            sub,
            "--party",
            &subco,
            "--region",
            "44",
            "--purpose",
            purpose,
        ]
    };
    let no = story.desk.run(&ask("credit-scoring"))?;
    assert_eq!(
        (no.code, &no.output["allowed"]),
        (NOT_IN_FORCE, &false.into()),
        "{}",
        no.output
    );
    assert_eq!(no.output["bar"], "purpose", "{}", no.output);
    let nodes = no.output["proof_nodes"].as_u64().unwrap_or_default();
    ensure!(nodes > 0, "with proof: {}", no.output);
    let yes = story.desk.done(&ask("logistics-planning"))?;
    assert_eq!(yes["allowed"], true, "{yes}");
    Ok(())
}

/// Step 4: SubCo's licence ends the same instant, named in the entry; one that PortCo signed goes on.
fn children_end_with_their_parent(story: &Story, right: &str, freight: &str, sub: &str) -> Result<()> {
    let thirdco = story.party(&THIRDCO)?;
    let terms = [
        "--kind",
        "non-exclusive",
        "--region",
        "45",
        "--until",
        "2028-06-30",
        "--calls",
        "1",
        "--root-signs",
    ];
    let offer = offering(freight, &thirdco, "logistics-planning", &terms);
    // FreightCo has used more than it may: nothing is left to give.
    let (rule, what) = ("Licences::QuantityExceeds", "sub-licenses one more call");
    story.cannot(&FREIGHTCO, what, rule, None, &offer)?;
    story.at("2027-03-01 10:00")?;
    let breach = ["licence", "end", freight, "--breach", PAPER];
    let ended = story.does(&PORTCO, "ends FreightCo's licence for breach", &breach)?;
    assert_eq!(ended["fallen"], json!([sub]), "{ended}");
    let status = |licence: &str| -> Result<Value> {
        Ok(story.desk.done(&["licence", "show", licence])?["status"].take())
    };
    assert_eq!((status(freight)?, status(sub)?), (json!("ended"), json!("ended")));
    let object = text(
        &story.desk.done(&["certificate", "show", "SJ4412026110001"])?,
        "object",
    )?;
    let history = story.desk.done(&["history", &object])?;
    let entries = history["entries"].as_array().context("entries")?;
    let [.., parent, own] = entries.as_slice() else {
        bail!("both ends are entries: {history}")
    };
    let fallen = &parent["entry"]["content"]["licence_ended"]["fallen"];
    assert_eq!(fallen.as_array().map(Vec::len), Some(1), "{parent}");
    // SubCo's has an entry of its own, of the same instant, which rests on that of FreightCo's.
    let fell = &own["entry"]["content"]["licence_fell"]["number"];
    assert_eq!(*fell, fallen[0], "{own}");
    assert_eq!(own["at"], parent["at"], "{own}");
    assert_eq!(
        own["entry"]["basis"]["right_above"], parent["entry"]["no"],
        "{own}"
    );

    // Rerun with a sub-licence that PortCo signed.
    let freightco = story.party(&FREIGHTCO)?;
    let offer = offering(right, &freightco, "logistics-planning", &FREIGHT_TERMS);
    let (second, _) = licensed(story, (&PORTCO, &FREIGHTCO), "licenses FreightCo anew", &offer)?;
    let offer = offering(&second, &thirdco, "logistics-planning", &terms);
    let offered = story.does(&FREIGHTCO, "sub-licenses ThirdCo, PortCo to sign too", &offer)?;
    let number = offered["offer"].to_string();
    let accept = ["licence", "accept", &object, "--offer", &number];
    story.does(&THIRDCO, "accepts", &accept)?;
    let signed = text(&story.does(&PORTCO, "signs too", &accept)?, "licence")?;
    let breach = ["licence", "end", &second, "--breach", PAPER];
    let ended = story.does(&PORTCO, "ends FreightCo's licence", &breach)?;
    assert_eq!(ended["fallen"], json!([]), "{ended}");
    assert_eq!(status(&signed)?, "in_force");
    story.so("the sub-licence that PortCo signed goes on");
    Ok(())
}

/// Step 4: a data subject withdraws consent: two officers end the licence; its past stays.
fn consent_withdrawn_ends_the_future(story: &Story, right: &str) -> Result<()> {
    let freightco = story.party(&FREIGHTCO)?;
    let terms = [
        "--kind",
        "non-exclusive",
        "--region",
        "44",
        "--until",
        "2028-12-31",
    ];
    let offer = offering(right, &freightco, "statistical-analysis", &terms);
    let (licence, _) = licensed(
        story,
        (&PORTCO, &FREIGHTCO),
        "licenses statistical analysis",
        &offer,
    )?;
    let order = ["licence", "end", &licence, "--consent-withdrawn", PAPER];
    story.does(&CHEN, "proposes to end it: a consent was withdrawn", &order)?;
    let confirm = ["licence", "confirm-end", &licence];
    story.cannot(
        &CHEN,
        "confirms it herself",
        "Licences::SamePerson",
        None,
        &confirm,
    )?;
    story.does(&LUO, "confirms", &confirm)?;
    let shown = story.desk.done(&["licence", "show", &licence])?;
    assert_eq!(shown["status"], "ended", "{shown}");
    assert_eq!(shown["terms"]["purposes"], json!([9]), "the past stays: {shown}");
    Ok(())
}

/// Step 5: SingCo without export route, and beyond it.
fn abroad(story: &Story, right: &str) -> Result<()> {
    let admit = [
        "party",
        "admit",
        "--kind",
        "foreign-body",
        "--country",
        "SG",
        "--extract",
        PAPER,
    ];
    let account = ["--account", SINGCO.key];
    let admitted = story.does(&WU, "admits SingCo (Singapore)", &[&admit[..], &account].concat())?;
    let singco = text(&admitted, "party")?;
    let terms = |until| vec!["--kind", "non-exclusive", "--region", "31", "--until", until];
    let route = [
        "--export",
        "standard-contract:paper.txt",
        "--export-until",
        "2027-05-31",
    ];
    let purpose = "scientific-research";
    let without = offering(right, &singco, purpose, &terms("2028-12-31"));
    story.cannot(
        &PORTCO,
        "licenses SingCo without export route",
        "Licences::ExportRouteMissing",
        None,
        &without,
    )?;
    let beyond = [&terms("2028-12-31")[..], &route].concat();
    let beyond = offering(right, &singco, purpose, &beyond);
    let what = "licenses SingCo to 2028, the route ending 2027-05-31";
    story.cannot(&PORTCO, what, "Licences::ExportRouteExceeded", None, &beyond)?;
    let within = [&terms("2027-05-31")[..], &route].concat();
    let within = offering(right, &singco, purpose, &within);
    licensed(
        story,
        (&PORTCO, &SINGCO),
        "licenses SingCo to the end of the route",
        &within,
    )?;
    Ok(())
}

/// Step 5: important data without the department's consent.
fn important_data(story: &Story) -> Result<()> {
    let further = [&["--level", "important"][..], &each("--claim", &ALL_RIGHTS)].concat();
    let (case, _) = story.files(&PORTCO, "files important data", &A44, &further)?;
    story.approve(&A44, &case, &each("--grant", &ALL_RIGHTS))?;
    story.publish(&A44, &case, DESCRIPTION)?;
    story.at("2027-03-10 09:00")?;
    let certificate = text(&story.enter(&A44, &case)?, "certificate")?;
    let right = operating(story, &certificate)?;
    let freightco = story.party(&FREIGHTCO)?;
    let terms = [
        "--kind",
        "non-exclusive",
        "--region",
        "44",
        "--until",
        "2028-12-31",
    ];
    let without = offering(&right, &freightco, "logistics-planning", &terms);
    let rule = "Licences::DepartmentConsentMissing";
    story.cannot(
        &PORTCO,
        "licenses important data without consent",
        rule,
        None,
        &without,
    )?;
    let consent = format!("GX-2026-0117:{PAPER}");
    let with = [&terms[..], &["--department-consent", &consent]].concat();
    let with = offering(&right, &freightco, "logistics-planning", &with);
    licensed(
        story,
        (&PORTCO, &FREIGHTCO),
        "licenses it with the department's consent",
        &with,
    )?;
    Ok(())
}
