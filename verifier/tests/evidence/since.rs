//! What a reader may conclude: authentic and in force, or authentic since changed, superseded, expired, cancelled, objected,
//! seized, pledged.

use crate::{
    chain::{first_issue, Chain},
    register::{mark, objection_id, party_id, AS_OF, VALID_UNTIL},
    states,
};
use quanji_primitives::{
    clock::Moment,
    marks::MarkKind,
    v1::{Outcome, RightStatus},
};
use quanji_verifier::{report::verdict_json, Conclusion, Freshness, Language, Since, Status, Verdict};

pub fn after(change: impl Fn(&mut Chain)) -> Verdict {
    let mut chain = Chain::default();
    chain.register.object.entries = 1;
    change(&mut chain);
    chain.verdict()
}

/// The sentence in both languages, and the verdict for programs.
pub fn told(verdict: &Verdict) -> (String, String, String) {
    let conclusion = Conclusion::of(verdict);
    let trust = Chain::default().request().trust;
    let json = verdict_json(verdict, &trust, None, Language::English).unwrap();
    (
        conclusion.sentence(verdict, Language::Chinese),
        conclusion.sentence(verdict, Language::English),
        json["verdict"].as_str().unwrap().into(),
    )
}

#[test]
fn authentic_and_in_force() {
    let verdict = after(|_| ());
    assert_eq!(
        (Conclusion::of(&verdict), verdict.since()),
        (Conclusion::InForce, vec![])
    );
    let (chinese, english, programs) = told(&verdict);
    assert_eq!(chinese, "SJ4412026110001/2：凭证真实，截至区块 20 所列权利均有效");
    assert_eq!(
        english,
        "SJ4412026110001/2 is genuine and in force as of block 20"
    );
    assert_eq!(programs, "authentic_and_in_force");
    assert!(verdict.is_in_force_unchanged());
}

#[test]
fn authentic_since_changed() {
    let verdict = after(|chain| chain.register.object.entries = 2);
    assert_eq!(
        (Conclusion::of(&verdict), verdict.since()),
        (Conclusion::InForce, vec![Since::Changed])
    );
    assert_eq!(told(&verdict).2, "authentic_since_changed");
    assert!(!verdict.is_in_force_unchanged());
    let succeeded = after(|chain| chain.register.succeed(1, 7));
    assert_eq!(succeeded.since(), [Since::Succeeded]);
    assert!(!party_id(7).to_string().is_empty());
}

#[test]
fn authentic_since_superseded() {
    let verdict = after(|chain| {
        let first = first_issue();
        (chain.created, chain.credential) = (first.created, first.credential);
    });
    assert_eq!(
        (Conclusion::of(&verdict), verdict.since()),
        (Conclusion::Superseded(2), vec![Since::Superseded])
    );
    let (chinese, english, _) = told(&verdict);
    assert!(
        chinese.ends_with("，但截至区块 20 已被第 2 版取代，请索取新版"),
        "{chinese}"
    );
    assert!(
        english.ends_with("superseded by issue 2 as of block 20: ask for that one"),
        "{english}"
    );
}

/// Issue 1 went to issue 2, and then the whole was transferred: the certificate lists nothing any more, and others hold what it
/// listed.
#[test]
fn authentic_since_superseded_and_then_ended() {
    let mut later = Chain::default();
    later.register.object.entries = 3;
    let certificate = &mut later.register.certificates[0];
    (certificate.outcome, certificate.rights) = (Outcome::Ended(3), Default::default());
    let verdict_on = |given: Chain| {
        let package = later.package_with(given.credential());
        quanji_verifier::verify_package(&package, &later.request()).unwrap()
    };
    let first = verdict_on(first_issue());
    assert_eq!(first.status, Status::Ended { by_entry: 3 });
    let both = Conclusion::SupersededAndEnded { issue: 2, entry: 3 };
    assert_eq!(Conclusion::of(&first), both);
    let since = [Since::Changed, Since::Superseded, Since::Cancelled];
    assert_eq!(first.since(), since);
    let (chinese, english, _) = told(&first);
    assert!(
        chinese.contains("已被第 2 版取代") && chinese.contains("已由第 3 次记载终止"),
        "{chinese}"
    );
    assert!(!chinese.contains("请索取新版"), "{chinese}");
    assert!(
        english.contains("superseded by issue 2, and the certificate was ended by entry 3 as of block 20"),
        "{english}"
    );
    assert!(english.ends_with("there is none to ask for"), "{english}");
    // Of the last issue it is told alone that it ended.
    let last = verdict_on(Chain::default());
    assert_eq!(Conclusion::of(&last), Conclusion::Ended(3));
    assert_eq!(last.since(), [Since::Changed, Since::Cancelled]);
    assert!(told(&last).1.ends_with("was ended by entry 3 as of block 20"));
}

#[test]
fn authentic_since_expired() {
    let expired = after(|chain| {
        for right in &mut chain.register.rights {
            right.valid_until = AS_OF;
        }
    });
    assert_eq!(
        (Conclusion::of(&expired), expired.since()),
        (Conclusion::Expired, vec![Since::Expired])
    );
    let partly = after(|chain| chain.register.rights[0].valid_until = AS_OF);
    assert_eq!(
        (Conclusion::of(&partly), partly.since()),
        (Conclusion::PartlyInForce, vec![Since::Expired])
    );
    // In force when proven, its term over at the moment asked about.
    let chain = Chain::default();
    let mut request = chain.request();
    request.at = Some(VALID_UNTIL);
    let lapsed = chain.ask(&request).unwrap();
    assert_eq!(Conclusion::of(&lapsed), Conclusion::Lapsed);
    assert_eq!(lapsed.since(), [Since::Changed, Since::Expired]);
    for (verdict, chinese, english) in [
        (&expired, "均已届满或失效", "none of its rights is in force"),
        (&partly, "只有一部分有效", "only some of its rights"),
        (
            &lapsed,
            "到所问时间有权利已经届满",
            "has reached the end of its term since",
        ),
    ] {
        let told = told(verdict);
        assert!(told.0.contains(chinese) && told.1.contains(english), "{told:?}");
        assert!(told.1.contains("as of block 20"), "{told:?}");
        assert!(!told.1.contains("renewal"), "no case is open: {told:?}");
    }
}

#[test]
fn authentic_since_cancelled() {
    let credential = Chain::default().credential();
    let mut later = Chain::default();
    later.register.certificates[0].outcome = Outcome::Ended(3);
    let package = later.package_with(credential);
    let ended = quanji_verifier::verify_package(&package, &later.request()).unwrap();
    assert_eq!(Conclusion::of(&ended), Conclusion::Ended(3));
    assert_eq!(ended.since(), [Since::Changed, Since::Cancelled]);
    assert!(told(&ended).1.contains("ended by entry 3"));
    let partly = after(|chain| chain.register.rights[0].status = RightStatus::Ended(1));
    assert_eq!(partly.since(), [Since::Cancelled]);
}

#[test]
fn authentic_since_objected_seized_or_pledged() {
    for (kind, since, chinese, english) in [
        (
            MarkKind::ObjectionNotice,
            Since::Objected,
            "有异议",
            "objected to",
        ),
        (MarkKind::Hold, Since::Held, "暂停处分", "on hold"),
        (MarkKind::SeizureFirst, Since::Seized, "已查封", "seized"),
        (MarkKind::SeizureWaiting, Since::Seized, "已查封", "seized"),
        (
            MarkKind::Control,
            Since::Controlled,
            "受行政管制",
            "under administrative control",
        ),
        (MarkKind::Pledge, Since::Pledged, "已质押", "pledged"),
        (
            MarkKind::Reservation,
            Since::Reserved,
            "已预留顺位",
            "priority reserved",
        ),
        (
            MarkKind::SourceNotice,
            Since::SourceTroubled,
            "来源存在问题",
            "trouble with a source",
        ),
    ] {
        let verdict = after(|chain| chain.register.add_mark(mark(kind, &[0])));
        assert_eq!(verdict.since(), [since], "{kind:?}");
        let told = told(&verdict);
        assert!(
            told.0.ends_with(&format!("；有异议或备注：{chinese}")),
            "{}",
            told.0
        );
        let against = format!("; objections or marks stand against it: {english}");
        assert!(told.1.ends_with(&against), "{}", told.1);
        assert_eq!(told.2, "authentic_since_changed");
        let codes = since.code();
        assert!(!codes.contains(' ') && !codes.is_empty());
        // Against rights of others only, it has come upon another certificate.
        let other = after(|chain| chain.register.add_mark(mark(kind, &[2])));
        assert_eq!(other.since(), []);
    }
    let objected = after(|chain| {
        chain
            .register
            .object
            .open_objections
            .try_push(objection_id())
            .unwrap()
    });
    assert_eq!(objected.since(), [Since::Objected]);
}

#[test]
fn a_clock_that_is_wrong_by_more_than_ten_minutes_leaves_doubt() {
    for (freshness, doubtful) in [
        (Freshness::Recent { age_millis: u64::MAX }, false),
        (Freshness::NotLimited { age_millis: u64::MAX }, false),
        (Freshness::LaterFactsUnknown { age_millis: 1 }, true),
        (Freshness::AheadOfCaller { by_millis: 600_000 }, false),
        (Freshness::AheadOfCaller { by_millis: 600_001 }, true),
    ] {
        assert_eq!(freshness.is_doubtful(), doubtful);
    }
    assert!(Moment(1) < AS_OF);
}

/// The states with which the page of `quanji verify-page` is tried.
#[test]
fn every_named_state_is_what_its_name_says() {
    let states = states::all();
    let told = states.iter().map(|state| {
        let verdict = quanji_verifier::verify_package(&state.package, &state.request()).unwrap();
        assert_eq!(verdict.freshness.is_doubtful(), state.name == "stale");
        (state.name, Conclusion::of(&verdict).code(), verdict.since())
    });
    let superseded = vec![Since::Changed, Since::Superseded];
    let transferred = vec![Since::Changed, Since::Superseded, Since::Cancelled];
    let expected = [
        ("in-force", "in_force", vec![]),
        ("stale", "in_force", vec![]),
        ("superseded", "superseded", superseded),
        ("transferred", "ended", transferred),
        ("pledged", "in_force", vec![Since::Pledged]),
        ("pledge-lapsed", "in_force", vec![Since::PledgeLapsed]),
        ("objected", "in_force", vec![Since::Objected, Since::Held]),
        ("seized", "in_force", vec![Since::Seized]),
        ("source-ended", "in_force", vec![Since::SourceTroubled]),
        ("authority-suspended", "in_force", vec![]),
        ("renewal-open", "expired", vec![Since::Expired]),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}
