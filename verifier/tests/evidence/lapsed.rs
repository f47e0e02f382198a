//! Pledges whose registration has lapsed: they lock nothing, and they are not passed over in silence, because that is not the
//! end of the pledge.

use crate::{
    chain::Chain,
    register::{mark, AS_OF, ISSUED_AT},
    since::{after, told},
};
use quanji_primitives::{
    clock::{Moment, DAY_MILLIS},
    marks::{Mark, MarkEnd, MarkKind},
};
use quanji_verifier::{
    marks::lapsed_pledges, report::verdict_json, words::lapsed_text, Conclusion, Language, Since, Verdict,
};
use serde_json::{json, Value};

/// A pledge that was registered a month before, until the moment given.
fn pledge(until: Moment) -> Mark {
    Mark {
        since: Moment(ISSUED_AT.0 - 30 * DAY_MILLIS),
        until: Some(until),
        ..mark(MarkKind::Pledge, &[0])
    }
}

fn with(mark: Mark) -> Verdict {
    after(move |chain| chain.register.add_mark(mark))
}

fn against(verdict: &Verdict) -> Value {
    let trust = Chain::default().request().trust;
    let told = verdict_json(verdict, &trust, None, Language::English).unwrap();
    told["register"]["against"].clone()
}

#[test]
fn a_pledge_whose_registration_lapsed_is_told_and_encumbers_nothing() {
    let verdict = with(pledge(ISSUED_AT));
    assert_eq!(verdict.marks, []);
    let lapsed = verdict.lapsed_pledges[0];
    assert_eq!(
        (lapsed.number, lapsed.kind, lapsed.on_certificate),
        (2, MarkKind::Pledge, true)
    );
    assert_eq!(lapsed.until, Some(ISSUED_AT));
    assert!(!verdict.is_encumbered());
    assert_eq!(verdict.rights[0].marks, 0);
    assert_eq!(verdict.since(), [Since::PledgeLapsed]);
    assert_eq!(Conclusion::of(&verdict), Conclusion::InForce);
    let (chinese, english, programs) = told(&verdict);
    assert!(
        chinese.ends_with("所列权利均有效") && english.ends_with("as of block 20"),
        "{english}"
    );
    assert_eq!(programs, "authentic_since_changed");
}

#[test]
fn programs_get_lapsed_pledges_apart_from_what_stands() {
    let told = against(&with(pledge(ISSUED_AT)));
    assert_eq!((&told["encumbered"], &told["marks"]), (&json!(false), &json!([])));
    let lapsed = &told["lapsed_pledges"][0];
    let facts = [&lapsed["number"], &lapsed["lapsed"], &lapsed["until"]];
    let until = ISSUED_AT.to_string();
    assert_eq!(facts, [&json!(2), &json!(true), &json!(until)]);
    let sentence = "the registration of the pledge of mark 2 lapsed on 2026-11-08 and locks nothing; that is not the end of the pledge";
    assert_eq!(lapsed["reads"], sentence);
    let standing = against(&with(pledge(Moment(AS_OF.0 + 1))));
    assert_eq!(standing["lapsed_pledges"], json!([]));
    assert_eq!(
        (&standing["marks"][0]["lapsed"], &standing["marks"][0]["reads"]),
        (&json!(false), &json!("pledge"))
    );
}

#[test]
fn a_lapsed_pledge_is_told_in_both_languages() {
    let lapsed = with(pledge(ISSUED_AT)).lapsed_pledges[0];
    assert_eq!(
        lapsed_text(&lapsed, Language::Chinese),
        "备注 2 的质押登记至 2026-11-08 已失效，不再锁定权利；质权本身不因此消灭"
    );
    assert_eq!(Since::PledgeLapsed.text(Language::Chinese), "质押登记已失效");
    assert_eq!(
        Since::PledgeLapsed.text(Language::English),
        "the registration of a pledge lapsed"
    );
}

#[test]
fn a_registration_of_a_pledge_lapses_at_its_end() {
    for (until, lapsed) in [(AS_OF.0, 1), (AS_OF.0 + 1, 0)] {
        let verdict = with(pledge(Moment(until)));
        assert_eq!(verdict.lapsed_pledges.len(), lapsed);
        assert_eq!(verdict.marks.len(), 1 - lapsed);
        assert_eq!(verdict.is_encumbered(), lapsed == 0);
    }
}

#[test]
fn what_an_entry_ended_has_not_begun_or_is_no_pledge_is_no_lapsed_pledge() {
    let over = pledge(ISSUED_AT);
    let released = Mark {
        ended: Some((Moment(ISSUED_AT.0 - 1), MarkEnd::GivenUp)),
        ..over
    };
    let to_come = Mark {
        since: Moment(AS_OF.0 + 1),
        until: Some(Moment(AS_OF.0 + 2)),
        ..over
    };
    let reservation = Mark {
        kind: MarkKind::Reservation,
        ..over
    };
    for mark in [released, to_come, reservation] {
        let verdict = with(mark);
        assert_eq!((verdict.marks.clone(), verdict.since()), (vec![], vec![]));
        assert_eq!(verdict.lapsed_pledges, []);
    }
}

#[test]
fn a_lapsed_pledge_of_the_right_of_others_has_come_upon_their_certificate() {
    let verdict = with(Mark {
        rights: [2].into_iter().collect(),
        ..pledge(ISSUED_AT)
    });
    assert!(!verdict.lapsed_pledges[0].on_certificate);
    assert_eq!(verdict.since(), []);
    let other = &verdict.title.certificates[1];
    let lapsed = lapsed_pledges(&verdict.title, other, AS_OF);
    assert!(lapsed[0].on_certificate);
}
