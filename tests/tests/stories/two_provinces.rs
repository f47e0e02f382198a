//! Story 3, two provinces, the same data: a further holder, a repetition, an objection to the second, a conflict, and
//! public data.

use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{
        A11, A44, ALL_RIGHTS, BUREAU, CHEN, DEP, HOLD_AND_USE, LEAKCO, MA, OPCO, PORTCO, SHIPCO, SUN, WATERCO,
    },
    desk::{DESCRIPTION, PAPER, REFUSED},
    story::text,
    Story,
};
use serde_json::json;

/// Meter data, as a file would hold it.
const METERED: &str = "berth,hour,kWh\n1,2026-10-01T00,412\n1,2026-10-01T01,398\n2,2026-10-01T00,377\n";

/// The fingerprint F of it.
const F: &str = "f.json";

/// The fingerprint of it with one byte changed.
const F_CHANGED: &str = "f-changed.json";

#[test]
fn two_provinces_judge_the_same_data_by_the_same_rules() -> Result<()> {
    let parties = [PORTCO, SHIPCO, LEAKCO, BUREAU, OPCO, WATERCO];
    let title = "Story 3. Two provinces, the same data";
    let story = Story::open(title, "2026-11-02 08:00", &parties)?;
    story.fingerprint(METERED, F)?;
    story.fingerprint(&METERED.replace("377", "378"), F_CHANGED)?;
    let object = registered_first(&story)?;
    further_holder(&story, &object)?;
    repeated(&story, &object)?;
    let case = noticed(&story)?;
    objected(&story, &case)?;
    refused(&story, &case)?;
    conflicting(&story)?;
    public_data(&story)
}

/// `--claim` or `--grant` for each of these rights.
fn each<'a>(option: &'a str, rights: &[&'a str]) -> Vec<&'a str> {
    rights.iter().flat_map(|right| [option, *right]).collect()
}

/// Step 1: PortCo registers meter data at A44. Gives the object.
fn registered_first(story: &Story) -> Result<String> {
    story.at("2026-11-02 09:00")?;
    let further = [&["--fingerprint", F][..], &each("--claim", &ALL_RIGHTS)].concat();
    let (case, object) = story.files(&PORTCO, "files meter data with fingerprint F", &A44, &further)?;
    story.approve(&A44, &case, &each("--grant", &ALL_RIGHTS))?;
    story.publish(&A44, &case, DESCRIPTION)?;
    story.stands(&case, "in_notice", "2026-11-09", Some((0, 10)))?;
    story.at("2026-11-10 09:00")?;
    let entered = story.enter(&A44, &case)?;
    assert_eq!(entered["certificate"], "SJ4412026110001", "{entered}");
    assert_eq!(entered["object"], object.as_str());
    Ok(object)
}

/// Step 1: ShipCo, lawful co-producer, becomes a further holder of the same object.
fn further_holder(story: &Story, object: &str) -> Result<()> {
    story.at("2026-11-16 10:00")?;
    let contract = format!(
        "contract:{}",
        story.paper("contract.txt", "ShipCo and PortCo produce together")?
    );
    let mut further = vec!["--fingerprint", F, "--evidence", &contract];
    further.extend(each("--claim", &HOLD_AND_USE));
    let what = "files F at A11, with the contract";
    let (case, _) = story.files(&SHIPCO, what, &A11, &further)?;
    let shown = story.stands(&case, "filed", "2026-11-19", None)?;
    assert_eq!(shown["matches"], object, "not rejected, and linked the same day");
    story.does(&SUN, "accepts it", &["case", "accept", &case])?;
    let mut examine = vec!["case", "examine", &case, "--record", PAPER];
    examine.extend(each("--grant", &HOLD_AND_USE));
    let (rule, what) = (
        "Registry::MatchFindingMissing",
        "grants without a finding on the match",
    );
    story.cannot(&SUN, what, rule, Some(&case), &examine)?;
    let grant = [
        &["--match", "coexisting-holder"][..],
        &each("--grant", &HOLD_AND_USE),
    ]
    .concat();
    story.examine_and_approve(&A11, &case, &grant)?;
    let published = story.publish(&A11, &case, DESCRIPTION)?;
    assert_eq!(published["told"], json!([object]), "PortCo is told: {published}");
    story.so("PortCo is told, as holder of the object that matches");
    let told = story
        .desk
        .done(&["case", "told", "--party", &story.party(&PORTCO)?])?;
    assert_eq!(told["told"][0]["case"], case.as_str(), "{told}");
    assert_eq!(told["told"][0]["because"][0]["why"], "matches", "{told}");
    assert_eq!(told["told"][0]["takes_objections"], true, "{told}");
    story.stands(&case, "in_notice", "2026-11-23", Some((0, 10)))?;

    story.at("2026-11-24 09:00")?;
    let entered = story.enter(&A11, &case)?;
    assert_eq!(entered["object"], object, "the same object");
    assert_eq!(entered["certificate"], "SJ1112026110001", "{entered}");
    let history = story.desk.done(&["history", object])?;
    assert_eq!(history["entries"].as_array().map(Vec::len), Some(2), "{history}");
    assert_eq!(story.rights("SJ4412026110001")?.len(), 3, "PortCo's rights stay");
    assert_eq!(story.rights("SJ1112026110001")?.len(), 2);
    let shown = story.desk.done(&["case", "show", &case])?;
    let found = (&shown["status"], &shown["object"], &shown["entry"]);
    assert_eq!(found, (&"entered".into(), &object.into(), &2.into()), "{shown}");
    assert_eq!(shown["certificates"], json!(["SJ1112026110001"]), "{shown}");
    for (number, package) in [
        ("SJ4412026110001", "first.json"),
        ("SJ1112026110001", "second.json"),
    ] {
        let shown = story.desk.done(&["certificate", "show", number])?;
        assert_eq!(shown["independent_holders"], 1, "{shown}");
        // Each authority signs for the object that it keeps: A44 for both.
        story.issue(number, package)?;
        let (code, verdict) = story.verify(package, None)?;
        assert_eq!(
            (code, &verdict["register"]["independent_holders"]),
            (0, &1.into()),
            "{verdict}"
        );
        story.so(&format!("{number}: 1 independent holder"));
    }
    Ok(())
}

/// Step 2: the same applicant does not register the same data again, wherever.
fn repeated(story: &Story, object: &str) -> Result<()> {
    let further = [&["--fingerprint", F][..], &each("--claim", &ALL_RIGHTS)].concat();
    let application = Story::application(&A11, &further);
    let (rule, what) = ("Registry::RepeatedRegistration", "files F again, at A11");
    let problem = story.cannot(&PORTCO, what, rule, None, &application)?;
    let detail = text(&problem, "detail")?;
    ensure!(detail.contains("NG 39(2)"), "{detail}");
    attempt_shown(story, object)
}

/// Step 2: the attempt shows in the history for officers, and for nobody else.
fn attempt_shown(story: &Story, object: &str) -> Result<()> {
    let public = story.desk.done(&["history", object])?;
    assert!(public["attempts"].is_null(), "{public}");
    assert_eq!(public["entries"].as_array().map(Vec::len), Some(2), "{public}");
    let of_officers = ["history", object, "--officer"];
    let by_party = story
        .desk
        .run(&[&["--key", PORTCO.key], &of_officers[..]].concat())?;
    assert_eq!(by_party.code, REFUSED, "{}", by_party.errors);
    for officer in [SUN, CHEN] {
        let shown = story.does(&officer, "reads the history for officers", &of_officers)?;
        let attempts = shown["attempts"].as_array().context("attempts")?;
        assert_eq!(attempts.len(), 1, "{shown}");
        let attempt = &attempts[0];
        assert_eq!(attempt["rule"], "Registry::RepeatedRegistration", "{attempt}");
        assert_eq!(attempt["party"], story.party(&PORTCO)?.as_str(), "{attempt}");
        assert_eq!(attempt["authority"], A11.authority, "{attempt}");
    }
    story.so("the history for officers shows PortCo's attempt at A11, by digests and codes");
    Ok(())
}

/// Step 3: LeakCo's data differ by one byte, so nothing matches; its notice runs.
fn noticed(story: &Story) -> Result<String> {
    story.at("2026-11-24 10:00")?;
    let further = [&["--fingerprint", F_CHANGED][..], &each("--claim", &HOLD_AND_USE)].concat();
    let what = "files F with one byte changed at A11, without a contract";
    let (case, _) = story.files(&LEAKCO, what, &A11, &further)?;
    story.approve(&A11, &case, &each("--grant", &HOLD_AND_USE))?;
    story.publish(&A11, &case, DESCRIPTION)?;
    let shown = story.stands(&case, "in_notice", "2026-12-01", Some((0, 10)))?;
    assert!(shown["matches"].is_null(), "{shown}");
    Ok(case)
}

fn objecting(case: &str) -> [&str; 7] {
    ["case", "object", case, "--ground", "title", "--materials", PAPER]
}

/// Step 3: day 5 of the notice, 23:59:30, is in time; 00:00:10 is not.
fn objected(story: &Story, case: &str) -> Result<()> {
    story.at("2026-12-01 23:59:30")?;
    let objected = story.does(&PORTCO, "objects on day 5 of the notice", &objecting(case))?;
    assert_eq!(
        (&objected["number"], &objected["due"]["day"]),
        (&0.into(), &"2026-12-15".into())
    );
    story.at("2026-12-02 00:00:10")?;
    let (rule, what) = ("Registry::NoticeEnded", "objects ten seconds after the notice");
    let problem = story.cannot(&SHIPCO, what, rule, Some(case), &objecting(case))?;
    let detail = text(&problem, "detail")?;
    ensure!(detail.contains("object to the entry instead"), "{detail}");
    story.stands(case, "investigating_objection", "2026-12-15", Some((0, 10)))?;
    Ok(())
}

/// Step 3: A11 investigates within ten working days, and refuses.
fn refused(story: &Story, case: &str) -> Result<()> {
    story.at("2026-12-14 10:00")?;
    story.stands(case, "investigating_objection", "2026-12-15", Some((0, 10)))?;
    let enter = ["case", "enter", case];
    story.cannot(&MA, "enters it", "Registry::ObjectionOpen", Some(case), &enter)?;
    let decide = [
        "case",
        "decide-objection",
        case,
        "--number",
        "0",
        "--result",
        "upheld",
        "--record",
        PAPER,
    ];
    story.does(&MA, "upholds the objection after investigation", &decide)?;
    story.cannot(
        &MA,
        "enters it all the same",
        "Registry::ObjectionUpheld",
        Some(case),
        &enter,
    )?;
    let refuse = [
        "case",
        "refuse",
        case,
        "--ground",
        "title-dispute",
        "--letter",
        PAPER,
    ];
    story.does(&MA, "refuses it: its title is in dispute (NG 22(3))", &refuse)?;
    // Fifteen working days over the turn of the year; 1 January is off by the test calendar.
    let shown = story.stands(case, "refused", "2027-01-05", Some((0, 10)))?;
    assert_eq!(shown["refusal"]["ground"], "title_dispute");
    assert_eq!(shown["due"]["provisional"], false);
    Ok(())
}

/// Step 4: A44 and A11 disagree; both clocks stop and both show it until the department has decided.
fn conflicting(story: &Story) -> Result<()> {
    story.at("2026-12-15 09:00")?;
    let claims = each("--claim", &HOLD_AND_USE);
    let [here, there] = [(PORTCO, A44), (SHIPCO, A11)].map(|(who, place)| {
        let (case, _) = story.files(&who, "files data on berth occupation", &place, &claims)?;
        story.does(&place.examiner, "accepts it", &["case", "accept", &case])?;
        Ok::<_, anyhow::Error>(case)
    });
    let (here, there) = (here?, there?);
    story.at("2026-12-16 09:00")?;
    let raise = [
        "conflict", "raise", "--own", &there, "--other", &here, "--report", PAPER,
    ];
    let raised = story.does(&SUN, "reports a conflict with A44 to the department", &raise)?;
    assert_eq!(raised["due"]["day"], "2027-01-14", "20 working days: {raised}");
    let conflict = text(&raised, "conflict")?;
    for moment in ["2026-12-16 18:00", "2026-12-21 09:00"] {
        story.at(moment)?;
        for case in [&here, &there] {
            let shown = story.stands(case, "in_conflict", "", Some((1, 10)))?;
            assert_eq!(
                (&shown["conflict"], &shown["next"]),
                (&json!(conflict), &"department".into())
            );
        }
    }
    let examine = examining(&here);
    let (rule, what) = ("Registry::InConflict", "examines it meanwhile");
    story.cannot(&CHEN, what, rule, Some(&here), &strings(&examine))?;

    story.at("2027-01-08 09:00")?;
    let decide = [
        "conflict",
        "decide",
        &conflict,
        "--first",
        "yields",
        "--second",
        "stands",
        "--document",
        PAPER,
    ];
    story.does(&DEP, "decides: A11's case yields, A44's stands", &decide)?;
    story.stands(&here, "examining", "2027-01-21", Some((1, 10)))?;
    story.stands(&there, "must_be_refused", "2027-01-21", Some((1, 10)))?;
    let examine = examining(&there);
    let (rule, what) = ("Registry::CaseYields", "examines the case that yields");
    story.cannot(&SUN, what, rule, Some(&there), &strings(&examine))?;
    let refuse = [
        "case",
        "refuse",
        &there,
        "--ground",
        "title-dispute",
        "--letter",
        PAPER,
    ];
    story.does(&MA, "refuses the case that yields", &refuse)?;
    story.stands(&there, "refused", "2027-01-29", Some((1, 10)))?;
    story.examine_and_approve(&A44, &here, &each("--grant", &HOLD_AND_USE))?;
    story.stands(&here, "awaiting_publication", "2027-01-21", Some((1, 10)))?;
    Ok(())
}

fn examining(case: &str) -> Vec<String> {
    let examine = ["case", "examine", case, "--record", PAPER];
    let examine = [&examine[..], &each("--grant", &HOLD_AND_USE)].concat();
    examine.into_iter().map(str::to_owned).collect()
}

fn strings(arguments: &[String]) -> Vec<&str> {
    arguments.iter().map(String::as_str).collect()
}

/// Step 5: a bureau's own data, a product of authorised operation, a water utility's data.
fn public_data(story: &Story) -> Result<()> {
    let of = |class: &'static str, further: &[&'static str]| {
        let class = ["--category", "public", "--public-class", class];
        [&class[..], further, &each("--claim", &HOLD_AND_USE)].concat()
    };
    let own = Story::application(&A44, &of("organ-data", &[]));
    let rule = "Registry::OrganData";
    let problem = story.cannot(&BUREAU, "files its own data", rule, None, &own)?;
    let detail = text(&problem, "detail")?;
    ensure!(detail.contains("NG 15(1)"), "{detail}");

    let product = [
        "--kind",
        "product",
        "--form",
        "1",
        "--source",
        "derived",
        "--lineage",
        PAPER,
    ];
    let what = "files a product of authorised operation without query code";
    let (case, _) = story.files(&OPCO, what, &A44, &of("authorised-operation", &product))?;
    let (rule, accept) = ("Registry::QueryCodeMissing", ["case", "accept", &case]);
    story.cannot(&CHEN, "accepts it", rule, Some(&case), &accept)?;
    let missing = ["--missing", "public-query-code", "--days", "5", "--letter", PAPER];
    let back = [&["case", "return", &case], &missing[..]].concat();
    story.does(&CHEN, "returns it, naming the query code", &back)?;
    let shown = story.stands(&case, "returned", "2027-01-15", None)?;
    assert_eq!(shown["returned"]["missing"], json!(["public_query_code"]));
    let with_code = of("authorised-operation:GD-2026-000123", &product);
    let mut again = Story::application(&A44, &with_code);
    again.splice(..2, ["case", "resubmit", &case]);
    story.does(&OPCO, "files it again with the code", &again)?;
    story.stands(&case, "examining", "2027-01-22", Some((0, 10)))?;

    let utility = of("utility", &[]);
    let (case, _) = story.files(&WATERCO, "files data of its service", &A44, &utility)?;
    story.does(&CHEN, "accepts it", &["case", "accept", &case])?;
    story.stands(&case, "examining", "2027-01-22", Some((0, 10)))?;
    Ok(())
}
