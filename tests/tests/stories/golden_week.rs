//! Story 1, golden week: silence, supplement, extension, public notice and receipt of the national system.

use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{A44, ALL_RIGHTS, CHEN, DEP, LUO, PORTCO},
    desk::PAPER,
    story::text,
    NationalSystem, Story,
};
use serde_json::{json, Value};
use std::fs;

/// The description of the data.
const SEALED: &str = "containers.json";

/// Exit code: the register has nothing of that name.
const NOT_YET_REGISTERED: i32 = 11;

/// Exit code: genuine, but no longer in force.
const NOT_IN_FORCE: i32 = 10;

#[test]
fn golden_week_runs_to_the_days_and_numbers_it_names() -> Result<()> {
    let title = "Story 1. Golden week: silence, supplement, extension";
    let story = Story::open(title, "2026-09-24 08:00", &[PORTCO])?;
    let complete_nationally = |rules: &mut Value| rules["completion"] = json!("national_system");
    publish_version(&story, 2, "2026-09-24T10:00", complete_nationally)?;
    let (case, object) = filed(&story)?;
    accepted_by_silence(&story, &case)?;
    supplemented(&story, &case)?;
    extended(&story, &case)?;
    let mut national = NationalSystem::new(&story.desk.path("."));
    published(&story, &mut national, &case)?;
    notice_ends(&story, &case, &object)?;
    entered(&story, &mut national, &case, &object)
}

/// The department publishes the next version of the national regime, changed from the one in force.
fn publish_version(story: &Story, version: u16, from: &str, change: impl Fn(&mut Value)) -> Result<()> {
    let mut rules = story.desk.done(&["regime", "show", "national-2026"])?["rules"].take();
    rules["id"]["version"] = version.into();
    change(&mut rules);
    let file = story.paper("version.json", &rules.to_string())?;
    let what = format!("publishes national-2026/{version}, in force from {from}");
    story.does(&DEP, &what, &["regime", "publish", file, "--from", from])?;
    Ok(())
}

/// Step 1: acceptance due on Wednesday, September 30.
fn filed(story: &Story) -> Result<(String, String)> {
    story.describe(
        SEALED,
        &[
            "name=2024年广东省港口业集装箱作业表格数据",
            "overview=港口集装箱装卸作业中产生的逐箱作业记录，可用于物流规划。",
            "industry.section=G",
            "industry.division=55",
        ],
    )?;
    story.at("2026-09-24 16:50")?;
    let mut further = vec!["--description", SEALED];
    further.extend(ALL_RIGHTS.iter().flat_map(|right| ["--claim", right]));
    let what = "files for holding, use and operating";
    let (case, object) = story.files(&PORTCO, what, &A44, &further)?;
    let shown = story.stands(&case, "filed", "2026-09-30", None)?;
    assert_eq!(shown["due"]["weekday"], "Wed");
    assert_eq!(shown["application"]["regime"], "national-2026/2");
    Ok((case, object))
}

/// Step 2: nobody does anything, and no transaction is sent.
fn accepted_by_silence(story: &Story, case: &str) -> Result<()> {
    story.at("2026-09-30 23:59:30")?;
    story.stands(case, "filed", "2026-09-30", None)?;
    for day in 1..=7 {
        story.at(&format!("2026-10-0{day} 12:00"))?;
        story.stands(case, "filed", "2026-09-30", None)?;
    }
    story.at("2026-10-07 23:59:30")?;
    story.stands(case, "filed", "2026-09-30", None)?;
    story.at("2026-10-08 00:00:00")?;
    let shown = story.stands(case, "examining", "2026-10-21", Some((0, 10)))?;
    assert_eq!(shown["by_silence"], true, "{shown}");

    story.at("2026-10-08 09:00")?;
    let (rule, what) = ("Registry::AcceptedBySilence", "returns it for completeness");
    let problem = story.cannot(&CHEN, what, rule, Some(case), &returning(case))?;
    let detail = text(&problem, "detail")?;
    ensure!(
        detail.contains("accepted by silence") && detail.contains("NG 17"),
        "{detail}"
    );
    Ok(())
}

fn returning(case: &str) -> Vec<&str> {
    let missing = ["--missing", "description", "--days", "5", "--letter", PAPER];
    [&["case", "return", case], &missing[..]].concat()
}

/// Step 3: the collection contract is asked for, delivered on day 4, and given after eight days.
fn supplemented(story: &Story, case: &str) -> Result<()> {
    story.at("2026-10-12 10:00")?;
    let ask = [
        "case", "ask", case, "--item", "contract", "--days", "10", "--letter", PAPER,
    ];
    let by_post = [&ask[..], &["--channel", "post"]].concat();
    story.does(&CHEN, "asks for the collection contract, by post", &by_post)?;
    let shown = story.stands(case, "awaiting_supplement", "2026-10-21", Some((3, 10)))?;
    assert_eq!(shown["accepted_at"], "2026-10-08T00:00:00+08:00");
    assert_eq!(shown["by_silence"], true);

    story.at("2026-10-13 15:00")?;
    let delivered = ["case", "delivered", case, "--at", "2026-10-13T11:00"];
    story.does(&CHEN, "records the delivery at 11:00", &delivered)?;
    story.stands(case, "awaiting_supplement", "2026-10-27", Some((4, 10)))?;

    story.at("2026-10-20 09:00")?;
    story.stands(case, "awaiting_supplement", "2026-10-27", Some((4, 10)))?;
    let seven_days = |rules: &mut Value| rules["limits"]["notice_working_days"]["number"] = 7.into();
    publish_version(story, 3, "2026-10-20T12:00", seven_days)?;

    story.at("2026-10-21 10:00")?;
    let answer = |paper: &'static str| {
        let evidence = format!("contract:{}", story.paper(paper, paper)?);
        let answer = ["case", "answer", case, "--evidence", &evidence];
        story.does(&PORTCO, "gives the contract", &answer)
    };
    answer("contract.txt")?;
    story.stands(case, "examining", "2026-10-29", Some((4, 10)))?;

    story.does(&CHEN, "asks a second time, through the ledger", &ask)?;
    answer("annex.txt")?;
    story.stands(case, "examining", "2026-10-29", Some((4, 10)))?;
    let (rule, what) = ("Registry::WrongStage", "returns it for completeness");
    story.cannot(&CHEN, what, rule, Some(case), &returning(case))?;
    Ok(())
}

/// Step 4: ten working days in all, and no more.
fn extended(story: &Story, case: &str) -> Result<()> {
    story.at("2026-10-28 10:00")?;
    story.stands(case, "examining", "2026-10-29", Some((9, 10)))?;
    let extend = |days| ["case", "extend", case, "--days", days, "--reason", PAPER];
    let rule = "Registry::ExtensionOutOfRange";
    story.cannot(&CHEN, "extends by 11 days", rule, Some(case), &extend("11"))?;
    story.does(&CHEN, "extends by 10 days, with reason", &extend("10"))?;
    story.stands(case, "examining", "2026-11-12", Some((9, 20)))?;
    story.cannot(&CHEN, "extends by one day more", rule, Some(case), &extend("1"))?;
    Ok(())
}

/// Step 5: examined, approved, and published on the national system on Friday, October 30, day 11.
fn published(story: &Story, national: &mut NationalSystem, case: &str) -> Result<()> {
    story.at("2026-10-29 10:00")?;
    let grant: Vec<_> = ALL_RIGHTS.iter().flat_map(|right| ["--grant", right]).collect();
    story.examine_and_approve(&A44, case, &grant)?;
    let shown = story.stands(case, "awaiting_publication", "2026-11-12", Some((10, 20)))?;
    assert_eq!(shown["registration"], "approved_not_yet_registered");
    let export = [
        "national",
        "export",
        case,
        "--text",
        SEALED,
        "--out",
        "notice.json",
    ];
    story.does(&CHEN, "exports the notice for the national system", &export)?;

    story.at("2026-10-30 10:30")?;
    let export = national.receive(&story.desk.path("notice.json"), "2026-10-30 10:00")?;
    assert_eq!(export["data"]["name"], "2024年广东省港口业集装箱作业表格数据");
    assert_eq!(export["applicants"][0]["number"], PORTCO.code);
    national.give_receipts("receipts.json")?;
    let texts = story.desk.path("texts");
    fs::create_dir_all(&texts)?;
    fs::copy(story.desk.path(SEALED), texts.join(format!("{case}.json")))?;
    let texts = texts.display().to_string();
    let receipts = ["national", "receipts", "receipts.json", "--texts", &texts];
    let taken = story.does(&CHEN, "takes the receipt of the notice, of 10:00", &receipts)?;
    assert_eq!(taken["published"][0]["due"]["day"], "2026-11-06", "{taken}");
    story.stands(case, "in_notice", "2026-11-06", Some((11, 20)))?;
    Ok(())
}

/// Steps 5 and 6: the notice ends on Friday, November 6, 24:00; review runs on, to November 19; nothing is registered.
fn notice_ends(story: &Story, case: &str, object: &str) -> Result<()> {
    story.at("2026-11-06 23:59:30")?;
    story.stands(case, "in_notice", "2026-11-06", Some((11, 20)))?;
    story.at("2026-11-07 00:00:00")?;
    story.stands(case, "awaiting_evidence", "2026-11-19", Some((11, 20)))?;
    story.at("2026-11-09 09:00")?;
    let shown = story.stands(case, "awaiting_evidence", "2026-11-19", Some((12, 20)))?;
    assert_eq!(shown["due"]["weekday"], "Thu");
    assert_eq!(shown["registration"], "approved_not_yet_registered");
    assert_eq!(shown["application"]["regime"], "national-2026/2");
    for query in [["certificate", "show", object], ["history", object, "--quiet"]] {
        let problem = story.desk.rejected(NOT_YET_REGISTERED, &query)?;
        assert_eq!(problem["case"], case, "{problem}");
        let detail = text(&problem, "detail")?;
        ensure!(
            detail.contains("approved, not yet registered")
                && detail.contains("receipt of the national system"),
            "{query:?}: {detail}"
        );
    }
    let rule = "Registry::NationalReferenceMissing";
    let enter = ["case", "enter", case];
    story.cannot(&LUO, "enters it without a receipt", rule, Some(case), &enter)?;
    let regimes = story.desk.done(&["regime", "list"])?;
    let third = regimes["regimes"].as_array().context("regimes")?;
    let third = third.iter().find(|one| one["regime"] == "national-2026/3");
    assert_eq!(third.context("version 3")?["in_force"], true);
    Ok(())
}

/// Step 6: the evidencing receipt of Monday, November 9.
fn entered(story: &Story, national: &mut NationalSystem, case: &str, object: &str) -> Result<()> {
    let export = [
        "national",
        "export",
        case,
        "--text",
        SEALED,
        "--out",
        "evidence.json",
    ];
    story.does(&CHEN, "exports the case for evidencing", &export)?;
    story.at("2026-11-09 11:00")?;
    national.receive(&story.desk.path("evidence.json"), "2026-11-09 10:30")?;
    national.give_receipts("receipts.json")?;
    let receipts = ["national", "receipts", "receipts.json"];
    let taken = story.does(&LUO, "takes the evidencing receipt, of 10:30", &receipts)?;
    assert_eq!(taken["entered"][0]["object"], object, "{taken}");
    assert_eq!(taken["already"], json!([{ "index": 0, "case": case }]), "{taken}");

    let number = "SJ4412026110001";
    let shown = story.desk.done(&["certificate", "show", number])?;
    assert_eq!((&shown["number"], &shown["issue"]), (&number.into(), &1.into()));
    assert_eq!(shown["issued_at"], "2026-11-09T10:30:00+08:00");
    let rights = shown["rights"].as_array().context("rights")?;
    assert_eq!(rights.len(), 3, "one number for three rights: {shown}");
    for right in rights {
        assert_eq!(right["valid_until"], "2031-11-10T00:00:00+08:00", "{right}");
    }
    story.so(&format!(
        "certificate {number}, three rights, valid to 2031-11-09 24:00"
    ));
    assert_eq!(
        story.desk.done(&["case", "show", case])?["registration"],
        "registered"
    );

    story.issue(number, "certificate.json")?;
    for (at, code, status) in [
        ("2031-11-09T23:59:59", 0, "in_force"),
        ("2031-11-10T00:00:00", NOT_IN_FORCE, "lapsed_since"),
    ] {
        let (ended, verdict) = story.verify("certificate.json", Some(at))?;
        assert_eq!((ended, &verdict["status"]), (code, &status.into()), "{verdict}");
        story.so(&format!("verified as of {at}: {}", status.replace('_', " ")));
    }
    lapsed(story, number)
}

/// Step 6: five years later the register says the same, with no transaction sent but the clock's.
fn lapsed(story: &Story, number: &str) -> Result<()> {
    for (at, state) in [
        ("2031-11-09 23:59:30", "in_force"),
        ("2031-11-10 00:00:00", "expired"),
    ] {
        story.at(at)?;
        let shown = story.desk.done(&["certificate", "show", number])?;
        for right in shown["rights"].as_array().context("rights")? {
            assert_eq!(right["state"], state, "{right}");
        }
        story.so(&format!("{number}: {}", state.replace('_', " ")));
    }
    Ok(())
}
