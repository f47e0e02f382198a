//! Story 2, fused data: one application with different answers, one right added later, and then passed on.

use crate::partial_transfer;
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{A44, ALL_RIGHTS, CHEN, FREIGHTCO, HOLD_AND_USE, LUO, PORTCO, SUBCO},
    desk::DESCRIPTION,
    story::text,
    Story,
};
use serde_json::Value;
use std::fs;

/// What holding and processing-use are called.
const HELD_AND_USED: [&str; 2] = ["right to hold data", "right to process and use data"];

/// What operating is called.
const OPERATED: &str = "right to operate data";

/// The bits of a party's number that tell it from others of its authority.
const SERIAL: u64 = (1 << 48) - 1;

/// Exit code: genuine, but no longer in force.
const NOT_IN_FORCE: i32 = 10;

#[test]
fn fused_data_gives_different_answers_in_one_decision_and_operating_by_consent() -> Result<()> {
    let title = "Story 2. Fused data: one application, different answers";
    let story = Story::open(title, "2026-11-02 09:00", &[PORTCO, FREIGHTCO, SUBCO])?;
    let (object, number) = entered_jointly(&story)?;
    story.issue(&number, "issue-1.json")?;
    operating_is_added(&story, &object, &number)?;
    first_issue_is_superseded(&story, &object, &number)?;
    partial_transfer::operating_passes(&story, &object, &number)?;
    partial_transfer::without_operating(&story, &object, &number)
}

/// Step 1: holding and use to each; operating refused for want of consent. Gives the object and PortCo's certificate.
fn entered_jointly(story: &Story) -> Result<(String, String)> {
    let freightco = story.party(&FREIGHTCO)?;
    let joint = format!("{freightco}:{}", HOLD_AND_USE.join(","));
    let mut further = vec!["--source", "joint-fusion", "--joint", &joint];
    further.extend(ALL_RIGHTS.iter().flat_map(|right| ["--claim", right]));
    story.at("2026-11-02 10:00")?;
    let what = "files with FreightCo for fused data, and claims operating too";
    let (case, object) = story.files(&PORTCO, what, &A44, &further)?;
    story.stands(&case, "filed", "2026-11-05", None)?;
    story.does(&CHEN, "accepts it", &["case", "accept", &case])?;

    let mut granting = vec!["case", "examine", &case, "--record", "paper.txt"];
    granting.extend(ALL_RIGHTS.iter().flat_map(|right| ["--grant", right]));
    let (rule, what) = ("Registry::ParticipantsConsentMissing", "grants everything");
    let problem = story.cannot(&CHEN, what, rule, Some(&case), &granting)?;
    let detail = text(&problem, "detail")?;
    ensure!(detail.contains("NG 21(5)"), "{detail}");

    let mut examination: Vec<_> = HOLD_AND_USE.iter().flat_map(|right| ["--grant", right]).collect();
    examination.extend(["--refuse", "operating:unclear-authorisation"]);
    story.examine_and_approve(&A44, &case, &examination)?;
    let shown = story.stands(&case, "awaiting_publication", "2026-11-16", Some((0, 10)))?;
    let decisions = shown["examination"]["decisions"]
        .as_array()
        .context("decisions")?;
    let refused: Vec<_> = decisions.iter().filter(|one| !one["refused"].is_null()).collect();
    assert_eq!((decisions.len(), refused.len()), (5, 1), "one decision: {shown}");
    assert_eq!(refused[0]["kind"], "operating", "{shown}");

    story.publish(&A44, &case, DESCRIPTION)?;
    story.stands(&case, "in_notice", "2026-11-09", Some((0, 10)))?;
    story.at("2026-11-10 09:00")?;
    story.stands(&case, "ready_to_enter", "2026-11-23", Some((1, 10)))?;
    let (rule, enter) = ("Registry::RefusalLetterMissing", ["case", "enter", &case]);
    story.cannot(
        &LUO,
        "enters it without notice of the refusal",
        rule,
        Some(&case),
        &enter,
    )?;
    let entered = story.enter_in_part(&A44, &case)?;
    assert_eq!(entered["object"], object.as_str());
    // PortCo may ask for re-assessment for fifteen working days.
    let shown = story.stands(&case, "partly_refused", "2026-12-01", Some((1, 10)))?;
    assert_eq!(
        (&shown["registration"], &shown["refusal"]["ground"]),
        (&"registered".into(), &"unclear_authorisation".into()),
        "{shown}"
    );
    let numbers = entered["certificates"].as_array().context("certificates")?;
    let numbers = numbers.iter().map(|one| text(one, "number"));
    let numbers = numbers.collect::<Result<Vec<_>>>()?;
    assert_eq!(numbers, ["SJ4412026110001", "SJ4412026110002"], "{entered}");
    // Three parties were there before these two.
    for (number, (serial, holder)) in numbers.iter().zip([(4, PORTCO), (5, FREIGHTCO)]) {
        assert_eq!(story.rights(number)?, HELD_AND_USED);
        let shown = story.desk.done(&["certificate", "show", number])?;
        let sole = shown["holders"]["sole"].as_u64().context("one holder")?;
        assert_eq!(sole & SERIAL, serial, "{shown}");
        story.so(&format!("{number}: {} holds and uses", holder.name));
    }
    let [first, _] = <[String; 2]>::try_from(numbers)
        .ok()
        .context("two certificates")?;
    Ok((object, first))
}

/// Step 2: FreightCo consents, PortCo files operating alone.
fn operating_is_added(story: &Story, object: &str, number: &str) -> Result<()> {
    let further = [
        "--source",
        "joint-fusion",
        "--object",
        object,
        "--claim",
        "operating",
    ];
    let what = "files for operating in the same object";
    let (case, of) = story.files(&PORTCO, what, &A44, &further)?;
    assert_eq!(of, object, "further rights in the object");
    story.does(&CHEN, "accepts it", &["case", "accept", &case])?;
    let grant = [
        "case",
        "examine",
        &case,
        "--record",
        "paper.txt",
        "--grant",
        "operating",
    ];
    let rule = "Registry::ParticipantsConsentMissing";
    story.cannot(&CHEN, "grants it without consent", rule, Some(&case), &grant)?;

    let portco = story.party(&PORTCO)?;
    let consent = ["consent", "give", object, "--to", &portco];
    story.does(&FREIGHTCO, "consents that PortCo operates", &consent)?;
    story.examine_and_approve(&A44, &case, &["--grant", "operating"])?;
    story.publish(&A44, &case, DESCRIPTION)?;
    story.stands(&case, "in_notice", "2026-11-17", Some((0, 10)))?;
    let (rule, enter) = ("Registry::NoticeNotEnded", ["case", "enter", &case]);
    story.at("2026-11-17 23:59:30")?;
    story.cannot(
        &LUO,
        "enters it before the notice ends",
        rule,
        Some(&case),
        &enter,
    )?;
    story.at("2026-11-18 09:00")?;
    let entered = story.enter(&A44, &case)?;
    assert_eq!(entered["object"], object);
    let certificates = entered["certificates"].as_array().context("certificates")?;
    assert_eq!(certificates.len(), 1, "{entered}");
    assert_eq!(
        (&certificates[0]["number"], &certificates[0]["issue"]),
        (&number.into(), &2.into())
    );
    let rights = story.rights(number)?;
    assert_eq!(rights, [HELD_AND_USED[0], HELD_AND_USED[1], OPERATED]);
    assert_eq!(
        story.rights("SJ4412026110002")?,
        HELD_AND_USED,
        "FreightCo's stays"
    );
    story.so(&format!("{number}: PortCo operates too, issue 2"));
    let waiting = story.desk.done(&["consent", "list", object])?;
    assert_eq!(waiting["consents"], serde_json::json!([]), "the consent is used");
    Ok(())
}

/// Step 2: issue 1 verifies as authentic; with the proof of a fresh package, as superseded by entry 2.
fn first_issue_is_superseded(story: &Story, object: &str, number: &str) -> Result<()> {
    let (code, verdict) = story.verify("issue-1.json", None)?;
    assert_eq!((code, &verdict["genuine"]), (0, &true.into()), "{verdict}");
    assert_eq!(
        (&verdict["status"], &verdict["issue"]),
        (&"in_force".into(), &1.into())
    );

    story.issue(number, "issue-2.json")?;
    let read =
        |file: &str| -> Result<Value> { Ok(serde_json::from_slice(&fs::read(story.desk.path(file))?)?) };
    let mut shown = read("issue-1.json")?;
    shown["proof"] = read("issue-2.json")?["proof"].take();
    story.paper("issue-1-now.json", &shown.to_string())?;
    let (code, verdict) = story.verify("issue-1-now.json", None)?;
    assert_eq!(
        (code, &verdict["genuine"]),
        (NOT_IN_FORCE, &true.into()),
        "{verdict}"
    );
    assert_eq!(
        (&verdict["status"], &verdict["issue"]),
        (&"superseded".into(), &1.into())
    );
    let (issue, entry) = (&verdict["register"]["issue"], &verdict["register"]["entry"]);
    assert_eq!((issue, entry), (&2.into(), &2.into()), "{verdict}");

    let history = story.desk.done(&["history", object])?;
    let entries = history["entries"].as_array().context("entries")?;
    assert_eq!(entries.len(), 2, "{history}");
    // The refusal of PortCo's operating right was told with the first one.
    let told: Vec<_> = entries.iter().map(|entry| &entry["refusal"]["channel"]).collect();
    assert_eq!(told, [&"ledger".into(), &Value::Null], "{history}");
    story.so("issue 1 is genuine; with a fresh proof, superseded by entry 2");
    Ok(())
}
