//! Deadlines on a real chain, at the second before, at and after: the view function, the command line and the verifier
//! say the same, and no transaction makes it so.
//!
//! Each deadline runs on two lines. On the first one the clock is set to the second before its end, and the next block,
//! which holds no transaction, lies after it. On the second line, a day later, it is set to the end itself.

mod matters;
mod readers;

use anyhow::{Context, Result};
use matters::{Line, Registered};
use readers::{holds, plain, standing, Thing, Watch};
use serde_json::json;

/// Exit code of a package that is genuine and of what it proves no longer in force.
const NOT_IN_FORCE: i32 = 10;

#[test]
fn every_deadline_ends_to_the_second_and_for_every_reader() -> Result<()> {
    let mut watch = Watch::open()?;
    let first = Line::begin(&watch.story, "2026-11-03")?;
    let second = Line::begin(&watch.story, "2026-11-04")?;
    before_entry(&mut watch, &first, &second)?;
    let (mut first, mut second) = after_entry(&mut watch, &first, &second)?;
    in_dispute(&mut watch, &mut first, &mut second)?;
    end_of_term(&mut watch, &first, &second)
}

/// Acceptance by silence, completion, proof, the notice.
fn before_entry(watch: &mut Watch, first: &Line, second: &Line) -> Result<()> {
    let silent = Thing::Case(&first.silent);
    let filed = standing("filed", "2026-11-06", 0);
    let accepted = standing("examining", "2026-11-23", 0);
    watch.around("2026-11-08 23:59:59", &[(silent, filed, accepted)])?;
    let accepted = standing("examining", "2026-11-24", 0);
    watch.at("2026-11-10 00:00:00", &[(Thing::Case(&second.silent), accepted)])?;

    // No day of review was used before the notice; it runs on after it.
    let [returned, asked, noticed, objected] =
        [&first.returned, &first.asked, &first.noticed, &first.objected].map(|case| Thing::Case(case));
    let last = "2026-11-10";
    watch.around(
        "2026-11-10 23:59:59",
        &[
            (returned, standing("returned", last, 0), plain("never_filed")),
            (
                asked,
                standing("awaiting_supplement", last, 0),
                standing("examining", "2026-11-24", 0),
            ),
            (
                noticed,
                standing("in_notice", last, 0),
                standing("ready_to_enter", "2026-11-24", 0),
            ),
            (
                objected,
                standing("in_notice", last, 0),
                standing("investigating_objection", "2026-11-17", 0),
            ),
        ],
    )
}

/// The second line's notice, the investigation, review; and the entries meanwhile.
fn after_entry(watch: &mut Watch, first: &Line, second: &Line) -> Result<(Registered, Registered)> {
    watch.story.at("2026-11-11 09:00")?;
    let mut one = Registered::enter(&watch.story, &first.noticed)?;
    let [returned, asked, noticed, objected] =
        [&second.returned, &second.asked, &second.noticed, &second.objected].map(|case| Thing::Case(case));
    watch.at(
        "2026-11-12 00:00:00",
        &[
            (returned, plain("never_filed")),
            (asked, standing("examining", "2026-11-25", 0)),
            (noticed, standing("ready_to_enter", "2026-11-25", 0)),
            (objected, standing("investigating_objection", "2026-11-18", 0)),
        ],
    )?;
    watch.story.at("2026-11-12 09:00")?;
    let mut other = Registered::enter(&watch.story, &second.noticed)?;
    one.object_to(&watch.story)?;
    watch.story.at("2026-11-13 09:00")?;
    other.object_to(&watch.story)?;

    let investigating = |last, overdue| standing("investigating_objection", last, overdue);
    let (in_time, over) = (investigating("2026-11-17", 0), investigating("2026-11-17", 1));
    watch.around(
        "2026-11-17 23:59:59",
        &[(Thing::Case(&first.objected), in_time, over)],
    )?;
    watch.at(
        "2026-11-19 00:00:00",
        &[(objected, investigating("2026-11-18", 1))],
    )?;

    let untold = |last, overdue| standing("filed", last, overdue);
    let (in_time, over) = (untold("2026-11-19", 0), untold("2026-11-19", 1));
    watch.around("2026-11-19 23:59:59", &[(one.objection(), in_time, over)])?;
    // A weekend later: Friday the 20th was its last day.
    watch.at(
        "2026-11-23 00:00:00",
        &[(other.objection(), untold("2026-11-20", 1))],
    )?;
    watch.story.at("2026-11-23 09:00")?;
    one.notify(&watch.story)?;

    let review = |last, overdue| standing("examining", last, overdue);
    let (in_time, over) = (review("2026-11-23", 0), review("2026-11-23", 1));
    watch.around(
        "2026-11-23 23:59:59",
        &[(Thing::Case(&first.silent), in_time, over)],
    )?;
    watch.story.at("2026-11-24 09:00")?;
    other.notify(&watch.story)?;
    one.until(&watch.story, "2026-12-10")?;
    other.until(&watch.story, "2026-12-11")?;
    watch.at(
        "2026-11-25 00:00:00",
        &[(Thing::Case(&second.silent), review("2026-11-24", 1))],
    )?;
    Ok((one, other))
}

/// The registrant's answer, hold and power, the conclusion, the court.
fn in_dispute(watch: &mut Watch, one: &mut Registered, other: &mut Registered) -> Result<()> {
    let told = |last, overdue| standing("notified", last, overdue);
    let (in_time, over) = (told("2026-12-07", 0), told("2026-12-07", 1));
    watch.around("2026-12-07 23:59:59", &[(one.objection(), in_time, over)])?;
    watch.story.at("2026-12-08 09:00")?;
    one.conclude(&watch.story)?;
    watch.at(
        "2026-12-09 00:00:00",
        &[(other.objection(), told("2026-12-08", 1))],
    )?;
    watch.story.at("2026-12-09 09:00")?;
    other.conclude(&watch.story)?;

    watch.issue(&one.certificate, "held.json", "2026-11-24 09:01:00")?;
    watch.around(
        "2026-12-10 23:59:59",
        &[
            (one.hold(), plain("held"), plain("free")),
            (Thing::Power(&one.power), plain("in_force"), plain("expired")),
        ],
    )?;
    let end = [
        (other.hold(), plain("free")),
        (Thing::Power(&other.power), plain("expired")),
    ];
    watch.at("2026-12-12 00:00:00", &end)?;
    watch.issue(&one.certificate, "free.json", "2026-12-11 00:00:00")?;
    for (package, held) in [("held.json", true), ("free.json", false)] {
        let (_, verdict) = watch.story.verify(package, Some("2026-12-12T00:00:00"))?;
        assert_eq!(holds(&verdict["register"]), held, "{package}: {verdict}");
        let against = &verdict["register"]["against"];
        assert_eq!(against["open_objections"], json!([one.objection]), "{verdict}");
        let until = against["marks"].as_array().context("marks")?;
        let until = until
            .iter()
            .filter(|mark| mark["kind"] == "hold")
            .filter_map(|mark| mark["until"].as_str());
        let expected: Vec<_> = ["2026-12-11T00:00:00+08:00"]
            .into_iter()
            .filter(|_| held)
            .collect();
        assert_eq!(until.collect::<Vec<_>>(), expected, "{verdict}");
    }

    let open = |last| standing("concluded", last, 0);
    let unaccepted = |court| standing("unaccepted", court, 0);
    let (in_time, over) = (open("2026-12-22"), unaccepted("2027-01-06"));
    watch.around("2026-12-22 23:59:59", &[(one.objection(), in_time, over)])?;
    watch.at(
        "2026-12-24 00:00:00",
        &[(other.objection(), unaccepted("2027-01-07"))],
    )?;
    let (in_time, over) = (unaccepted("2027-01-06"), plain("lapsed"));
    watch.around("2027-01-06 23:59:59", &[(one.objection(), in_time, over)])?;
    watch.at("2027-01-08 00:00:00", &[(other.objection(), plain("lapsed"))])
}

/// Five years after the entries the rights lapse, and an old package says so of any second.
fn end_of_term(watch: &mut Watch, one: &Registered, other: &Registered) -> Result<()> {
    let seconds = [
        ("2031-11-11T23:59:59", 0, "in_force"),
        ("2031-11-12T00:00:00", NOT_IN_FORCE, "lapsed_since"),
        ("2031-11-12T00:00:01", NOT_IN_FORCE, "lapsed_since"),
    ];
    for (at, code, status) in seconds {
        let (ended, verdict) = watch.story.verify("free.json", Some(at))?;
        assert_eq!((ended, &verdict["status"]), (code, &status.into()), "{verdict}");
    }
    let (in_time, over) = (plain("in_force"), plain("expired"));
    watch.around("2031-11-11 23:59:59", &[(one.right(), in_time, over)])?;
    watch.at("2031-11-13 00:00:00", &[(other.right(), plain("expired"))])?;
    watch.issue(&one.certificate, "expired.json", "2031-11-12 00:00:00")?;
    let (ended, verdict) = watch.story.verify("expired.json", Some("2031-11-13T00:00:00"))?;
    assert_eq!(
        (ended, &verdict["status"]),
        (NOT_IN_FORCE, &"expired".into()),
        "{verdict}"
    );
    Ok(())
}
