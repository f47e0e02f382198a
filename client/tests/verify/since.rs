//! What came upon a certificate since its issue, and what is not proven, as people read it: no tick where a program is told that
//! something has changed.

use super::*;
use quanji_primitives::{
    authority::{AuthorityStatus, SuspensionGround},
    clock::Moment,
    marks::{Mark, MarkKind},
    object::Source,
    rights::{Holders, RightKind},
    RightId,
};

/// The rehearsed chain without entries after the certificate.
fn unchanged() -> Chain {
    let mut chain = Chain::default();
    chain.register.object.entries = 1;
    chain
}

/// What people read, in English and Chinese.
fn told(chain: &Chain, more: &[&str]) -> (String, String) {
    let (bench, package) = (Bench::new(), chain.package());
    let in_language = |language| {
        let more = [more, &["--lang", language]].concat();
        verify(&bench, chain, &package, &more).stdout
    };
    (in_language("en"), in_language("zh"))
}

#[test]
fn a_tick_is_for_what_is_in_force_unchanged_and_proven_lately() {
    let unchanged = unchanged();
    let (english, chinese) = told(&unchanged, &["--max-age", "30"]);
    assert!(
        english.starts_with("✓ SJ4412026110001/2 is genuine and in force as of block 20\n"),
        "{english}"
    );
    assert!(!english.contains("since issue") && !chinese.contains("出具以来"));
    // Entries were made since, and the proof is older than allowed.
    for (chain, more) in [
        (&Chain::default(), &["--max-age", "30"]),
        (&unchanged, &["--max-age", "0"]),
    ] {
        let (english, _) = told(chain, more);
        assert!(
            english.starts_with("! SJ4412026110001/2 is genuine and in force as of block 20\n"),
            "{english}"
        );
    }
}

#[test]
fn a_source_whose_term_is_over_is_told_with_the_reason() {
    let mut chain = unchanged();
    let right = RightId {
        object: register::other_object_id(),
        index: 2,
    };
    let mut source = register::right(RightKind::Holding, Holders::Sole(register::party_id(1)), 0);
    source.valid_until = register::AS_OF;
    chain.register.object.facts.lineage = vec![Source::Right(right)].try_into().unwrap();
    chain.register.sources = vec![(right, source, None)];
    let (english, chinese) = told(&chain, &[]);
    assert!(english.starts_with("! "), "{english}");
    assert!(english.contains("trouble with a source"), "{english}");
    assert!(
        english.contains(&format!("{right}, its term is over")),
        "{english}"
    );
    assert!(chinese.contains(&format!("{right}，期限已届满")), "{chinese}");
}

#[test]
fn a_certificate_that_was_superseded_and_then_ended_has_no_issue_to_ask_for() {
    let bench = Bench::new();
    let mut later = Chain::default();
    let certificate = &mut later.register.certificates[0];
    (certificate.outcome, certificate.rights) = (Outcome::Ended(3), Default::default());
    let package = later.package_with(chain::first_issue().credential());
    let told = verify(&bench, &later, &package, &[]).failed(10).stdout;
    for fragment in [
        "superseded by issue 2, and the certificate was ended by entry 3",
        "there is none to ask for",
        "later entries were made, superseded, cancelled",
        "what the register says now",
    ] {
        assert!(told.contains(fragment), "{fragment}: {told}");
    }
}

#[test]
fn a_lapsed_pledge_is_told_and_what_pledges_secure_is_not_proven() {
    let mut lapsed = unchanged();
    lapsed.register.add_mark(Mark {
        since: Moment(register::ISSUED_AT.0 - 86_400_000),
        until: Some(register::ISSUED_AT),
        ..register::mark(MarkKind::Pledge, &[0])
    });
    let (english, chinese) = told(&lapsed, &[]);
    for fragment in [
        "! SJ4412026110001/2 is genuine and in force as of block 20\n",
        "none stands; 3 were made and have ended or lapsed",
        "the registration of the pledge of mark 2 lapsed on 2026-11-08 and locks nothing; that is not the end of the pledge",
        "what they secure, their rank",
    ] {
        assert!(english.contains(fragment), "{fragment}: {english}");
    }
    assert!(!english.contains("ask the authority before you deal in it"));
    for fragment in [
        "均已终止或失效",
        "备注 2 的质押登记至 2026-11-08 已失效",
        "担保金额",
    ] {
        assert!(chinese.contains(fragment), "{fragment}: {chinese}");
    }
    let (english, _) = told(&unchanged(), &[]);
    assert!(!english.contains("what they secure"), "{english}");
}

#[test]
fn a_term_that_is_over_is_not_the_end_where_a_renewal_may_be_on_its_way() {
    let mut chain = unchanged();
    for right in &mut chain.register.rights {
        right.valid_until = register::AS_OF;
    }
    let (english, _) = told(&chain, &[]);
    assert!(english.contains("none of its rights is in force"), "{english}");
    chain.register.open_case();
    let (english, chinese) = told(&chain, &[]);
    for fragment in [
        "its term is over as of block 20; whether a renewal on its way keeps it in force is not proven",
        "whether an open case is a renewal",
        "if it is a renewal filed in time, it is in force until that is decided",
    ] {
        assert!(english.contains(fragment), "{fragment}: {english}");
    }
    assert!(!english.contains("none of its rights"), "{english}");
    assert!(
        chinese.contains("是否因在办续期而继续有效，未获证明"),
        "{chinese}"
    );
}

#[test]
fn a_suspended_authority_and_a_reader_who_allows_every_age_are_told() {
    let mut chain = unchanged();
    chain.register.authority.status = AuthorityStatus::Suspended(SuspensionGround::Leak);
    let (english, chinese) = told(&chain, &[]);
    assert!(
        english.contains("the authority is suspended: it leaked"),
        "{english}"
    );
    assert!(chinese.contains("登记机构已被暂停：泄露"), "{chinese}");
    assert!(english.contains("no greatest age was set"), "{english}");
    let (english, chinese) = told(&unchanged(), &["--max-age", "30"]);
    assert!(!english.contains("suspended") && !chinese.contains("暂停"));
    assert!(!english.contains("no greatest age"), "{english}");
}
