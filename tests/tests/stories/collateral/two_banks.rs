//! Story 6, two banks: title by credit code with consent, a place reserved, a second bank behind, a pledge in the place of the
//! reservation, ranks here and by statute, consents for one licence, subordination, assignment, release and enforcement.

use super::{reports, Scene, BARRED};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{BANK_P, BANK_Q, BANK_R, COURT_X, FREIGHTCO, PORTCO, SUBCO, WU},
    desk::{PAPER, USAGE},
    story::text,
};
use serde_json::json;

const TITLE: &str = "Story 6. Two banks";

#[test]
fn a_place_is_reserved_and_postpones_no_seizure() -> Result<()> {
    let scene = Scene::open(TITLE)?;
    let story = &scene.story;
    reports::searched_by_credit_code(&scene)?;
    let (place, _, pledge) = scene.places_are_taken()?;
    story.at("2026-11-23 09:00")?;
    let (behind, offer) = (
        scene.mark_of(&pledge)?,
        scene.offered(&FREIGHTCO, "non-exclusive")?,
    );
    // Q's pledge asks for its consent, P's reservation for none.
    let consent = [
        "licence",
        "consent",
        &scene.object,
        "--offer",
        &offer,
        "--mark",
        &behind,
    ];
    story.does(&BANK_Q, "consents to the licence", &consent)?;
    story.does(&FREIGHTCO, "accepts it, without P", &scene.accepting(&offer))?;
    reports::extract_is_silent(&scene, &[&FREIGHTCO])?;
    // An exclusive one needs P.
    let check = |operation| ["check", scene.right.as_str(), "--operation", operation];
    let ran = story.desk.run(&check("exclusive-licence"))?;
    assert_eq!(ran.code, BARRED, "{}", ran.output);
    let obstacles = ran.output["obstacles"].to_string();
    ensure!(obstacles.contains("needs_consent"), "{obstacles}");
    ensure!(obstacles.contains(&place), "P's place is named: {obstacles}");
    story.at("2026-12-01 09:00")?;
    let stamp = [
        "seizure",
        "stamp",
        &scene.right,
        "--organ-kind",
        "court",
        "--organ",
        COURT_X.code,
        "--instrument",
        PAPER,
        "--months",
        "12",
    ];
    story.does(&WU, "stamps a seizure of Court X", &stamp)?;
    let history = story.desk.done(&["history", &scene.object])?;
    let entries = history["entries"].as_array().context("entries")?;
    let last = entries.last().context("an entry")?;
    assert_eq!(
        last["entry"]["content"]["mark"]["mark"]["kind"], "seizure_first",
        "not postponed: {last}"
    );
    // Each bank is told of it by what it has, and P of the pledge behind its place.
    for (bank, deed) in [(&BANK_P, &place), (&BANK_Q, &pledge)] {
        let told = scene.told(bank)?;
        let all = told["rights"].as_array().context("rights")?;
        let mut kinds = all.iter().filter(|one| one["deed"] == deed.as_str());
        ensure!(
            kinds.any(|one| one["why"] == "mark_beside" && one["kind"] == "seizure_first"),
            "{told}"
        );
    }
    let beside = scene.is_told(&BANK_P, &place, "mark_beside")?;
    ensure!(beside["kind"] == "pledge", "the one that came first: {beside}");
    let p = story.party(&BANK_P)?;
    let deed = scene.pledging(&p, "28000000", &[]);
    let rule = "Encumbrances::MarkInTheWay";
    story.cannot(&BANK_P, "takes a pledge under the seizure", rule, None, &deed)?;
    Ok(())
}

/// Step 3, too late: the place is gone with 21 December, and P comes behind Q.
#[test]
fn a_place_that_is_not_used_in_time_is_gone() -> Result<()> {
    let scene = Scene::open("Story 6. Two banks, a day too late")?;
    let story = &scene.story;
    let (place, _, behind) = scene.places_are_taken()?;
    story.at("2026-12-21 23:59")?;
    assert_eq!(scene.ranks()?, [(place.clone(), 1), (behind.clone(), 2)]);
    story.at("2026-12-22 00:00")?;
    let p = story.party(&BANK_P)?;
    let (rule, what) = (
        "Encumbrances::ReservationNotStanding",
        "takes a pledge in its place",
    );
    let deed = scene.pledging(&p, "28000000", &["--reservation", &place]);
    story.cannot(&BANK_P, what, rule, None, &deed)?;
    let deed = scene.pledging(&p, "28000000", &[]);
    let pledge = scene.signed(&BANK_P, "takes a pledge of CNY 28,000,000", &deed, &[&PORTCO])?;
    assert_eq!(scene.ranks()?, [(behind, 1), (pledge, 2)]);
    Ok(())
}

#[test]
fn two_banks_lend_on_the_same_right() -> Result<()> {
    let scene = Scene::open("Story 6. Two banks, rerun without seizure")?;
    let (place, q_place, q_pledge) = scene.places_are_taken()?;
    scene.story.at("2026-12-18 09:00")?;
    the_place_is_not_missed(&scene, &place, &q_place)?;
    let p_pledge = pledged_in_its_place(&scene, &place, &q_pledge)?;
    ranks_by_statute(&scene, &p_pledge, &q_pledge)?;
    raised_and_subordinated(&scene, &p_pledge, &q_pledge)?;
    assigned_and_consented(&scene, &p_pledge, &q_pledge)?;
    released(&scene, &p_pledge)?;
    enforced(&scene, &q_pledge)
}

/// A reservation that could not count is refused before P signs, and a place that its deed does not take is told.
fn the_place_is_not_missed(scene: &Scene, place: &str, q_place: &str) -> Result<()> {
    let story = &scene.story;
    let p = story.party(&BANK_P)?;
    let both = scene.pledging(
        &p,
        "28000000",
        &["--reservation", place, "--reservation", q_place],
    );
    let refused = story
        .desk
        .rejected(USAGE, &[&["--key", BANK_P.key], &both[..]].concat())?;
    let detail = text(&refused, "detail")?;
    ensure!(detail.contains(place) && detail.contains(q_place), "{detail}");
    let beside = scene.pledging(&p, "28000000", &[]);
    let proposed = story.does(&BANK_P, "proposes a pledge beside its place", &beside)?;
    assert_eq!(proposed["reservations_not_taken"], json!([place]), "{proposed}");
    story.so("P is told of the place that the deed does not take");
    let deed = text(&proposed, "deed")?;
    story.does(&BANK_P, "withdraws it", &["pledge", "withdraw", &deed])?;
    Ok(())
}

/// Step 3: CNY 31,000,000 is over what was reserved; 28,000,000 is entered at rank 1.
fn pledged_in_its_place(scene: &Scene, place: &str, q_pledge: &str) -> Result<String> {
    let story = &scene.story;
    let p = story.party(&BANK_P)?;
    let using = ["--reservation", place];
    let over = scene.pledging(&p, "31000000", &using);
    let (rule, what) = ("Encumbrances::OverReserved", "takes a pledge of CNY 31,000,000");
    story.cannot(&BANK_P, what, rule, None, &over)?;
    let deed = scene.pledging(&p, "28000000", &using);
    let what = "takes a pledge of CNY 28,000,000 in its place";
    let pledge = scene.signed(&BANK_P, what, &deed, &[&PORTCO])?;
    assert_eq!(scene.ranks()?, [(pledge.clone(), 1), (q_pledge.to_owned(), 2)]);
    let shown = story.desk.done(&["reserve", "show", place])?;
    assert_eq!(shown["status"], "used", "{shown}");
    Ok(pledge)
}

/// Step 4: the ledger ranks P before Q, the statutory register Q before P.
fn ranks_by_statute(scene: &Scene, p_pledge: &str, q_pledge: &str) -> Result<()> {
    let story = &scene.story;
    assert_eq!(
        scene.statutory()?,
        [(p_pledge.to_owned(), None), (q_pledge.to_owned(), None)]
    );
    scene.is_warned("statutory_number_missing")?;
    scene.is_not_warned("statutory_order_differs")?;
    story.at("2026-12-22 09:00")?;
    for (bank, pledge, number, at) in [
        (&BANK_P, p_pledge, "05100001", "2026-12-21T10:00"),
        (&BANK_Q, q_pledge, "05100000", "2026-11-20T10:00"),
    ] {
        let record = ["pledge", "statutory", pledge, "--number", number, "--at", at];
        story.does(bank, "records its number in 中登网", &record)?;
    }
    assert_eq!(
        scene.statutory()?,
        [(p_pledge.to_owned(), Some(2)), (q_pledge.to_owned(), Some(1))]
    );
    story.so("ledger rank P, Q; statutory rank Q, P");
    scene.is_warned("statutory_order_differs")?;
    scene.is_not_warned("statutory_number_missing")?;
    Ok(())
}

/// Step 5: P does not raise to CNY 40,000,000 without Q; then both sign that Q comes first.
fn raised_and_subordinated(scene: &Scene, p_pledge: &str, q_pledge: &str) -> Result<()> {
    let amend = [
        "pledge",
        "amend",
        p_pledge,
        "--amount",
        "40000000",
        "--contract",
        PAPER,
    ];
    let (rule, what) = (
        "Encumbrances::LaterRankMustSign",
        "raises to CNY 40,000,000 without Q",
    );
    scene.story.cannot(&BANK_P, what, rule, None, &amend)?;
    let subordinate = [
        "pledge",
        "subordinate",
        p_pledge,
        "--behind",
        q_pledge,
        "--object",
        &scene.object,
        "--contract",
        PAPER,
    ];
    scene.signed(&BANK_P, "lets Q go first", &subordinate, &[&BANK_Q])?;
    assert_eq!(
        scene.ranks()?,
        [(q_pledge.to_owned(), 1), (p_pledge.to_owned(), 2)]
    );
    Ok(())
}

/// Step 5: P assigns to R, whose consent is needed now; a consent serves one licence, unless it is revoked before.
fn assigned_and_consented(scene: &Scene, p_pledge: &str, q_pledge: &str) -> Result<()> {
    let story = &scene.story;
    let r = story.party(&BANK_R)?;
    let assign = ["pledge", "assign", p_pledge, "--to", &r, "--contract", PAPER];
    scene.signed(&BANK_P, "assigns its pledge to Bank R", &assign, &[&BANK_R])?;
    let (of_r, of_q) = (scene.mark_of(p_pledge)?, scene.mark_of(q_pledge)?);
    let first = scene.offered(&FREIGHTCO, "non-exclusive")?;
    let second = scene.offered(&SUBCO, "non-exclusive")?;
    let consent = |verb, offer, mark| {
        [
            "licence",
            verb,
            scene.object.as_str(),
            "--offer",
            offer,
            "--mark",
            mark,
        ]
    };
    story.does(
        &BANK_Q,
        "consents to the first licence",
        &consent("consent", &first, &of_q),
    )?;
    let (rule, what) = ("Licences::ConsentUnfit", "consents, no longer the pledgee");
    story.cannot(&BANK_P, what, rule, None, &consent("consent", &first, &of_r))?;
    story.does(
        &BANK_R,
        "consents to the first licence",
        &consent("consent", &first, &of_r),
    )?;
    let rule = "Licences::MarkHolderMustConsent";
    story.cannot(
        &SUBCO,
        "accepts the second licence",
        rule,
        None,
        &scene.accepting(&second),
    )?;
    story.does(
        &BANK_R,
        "revokes its consent",
        &consent("revoke-consent", &first, &of_r),
    )?;
    story.cannot(
        &FREIGHTCO,
        "accepts the first licence",
        rule,
        None,
        &scene.accepting(&first),
    )?;
    story.does(&BANK_R, "consents again", &consent("consent", &first, &of_r))?;
    story.does(&FREIGHTCO, "accepts the first licence", &scene.accepting(&first))?;
    // The offer to SubCo waits still.
    reports::extract_is_silent(scene, &[&FREIGHTCO, &SUBCO])
}

/// Step 6: repaid; the release that PortCo demands is overdue after ten working days, then R releases.
fn released(scene: &Scene, p_pledge: &str) -> Result<()> {
    let story = &scene.story;
    story.at("2027-01-04 09:00")?;
    let demand = ["pledge", "demand", p_pledge, "--demand", PAPER];
    story.does(&PORTCO, "has repaid and demands release", &demand)?;
    assert_eq!(scene.status(p_pledge)?, "live");
    story.at("2027-01-19 09:00")?;
    assert_eq!(scene.status(p_pledge)?, "overdue");
    story.so("release overdue");
    story.does(&BANK_R, "releases", &["pledge", "release", p_pledge])?;
    assert_eq!(scene.status(p_pledge)?, "released");
    Ok(())
}

/// Step 6: in default only an agreement after the notice passes the right; who ranks later is told, and stays.
fn enforced(scene: &Scene, q_pledge: &str) -> Result<()> {
    let story = &scene.story;
    let (p, subco) = (story.party(&BANK_P)?, story.party(&SUBCO)?);
    let later = scene.pledging(&p, "1000000", &[]);
    let later = scene.signed(&BANK_P, "takes a small pledge behind Q", &later, &[&PORTCO])?;
    story.at("2027-02-01 09:00")?;
    let notice = [
        "pledge",
        "default",
        q_pledge,
        "--given-on",
        "2027-02-01",
        "--notice",
        PAPER,
    ];
    story.does(&BANK_Q, "gives a default notice", &notice)?;
    let told = scene.is_told(&BANK_P, &later, "default_notice")?;
    ensure!(told["of"] == q_pledge, "{told}");
    story.at("2027-02-10 09:00")?;
    let enforce = |agreed_on| {
        [
            "pledge",
            "enforce",
            q_pledge,
            scene.right.as_str(),
            "--to",
            &subco,
            "--agreed-on",
            agreed_on,
            "--surplus",
            PAPER,
            "--contract",
            PAPER,
        ]
    };
    let (rule, what) = (
        "Encumbrances::AgreementBeforeDefault",
        "enforces by an agreement of January",
    );
    story.cannot(&BANK_Q, what, rule, None, &enforce("2027-01-20"))?;
    let what = "enforces by an agreement of 8 February";
    let deed = enforce("2027-02-08");
    scene.signed(&BANK_Q, what, &deed, &[&PORTCO, &SUBCO])?;
    assert_eq!(scene.status(q_pledge)?, "enforced");
    let told = scene.is_told(&BANK_P, &later, "passed")?;
    ensure!(told["holder"] == subco.as_str(), "{told}");
    scene.is_told(&BANK_P, &later, "mark_beside_ended")?;
    assert_eq!(scene.ranks()?, [(later, 1)]);
    let history = story.desk.done(&["history", &scene.object])?;
    ensure!(history.to_string().contains("transferred"), "{history}");
    Ok(())
}
