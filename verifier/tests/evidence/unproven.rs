//! What a verdict does not prove is named: later facts, contracts, whether a renewal is on its way, what securities secure.

use crate::{
    chain::{first_issue, Chain},
    register::{licence, mark, object_id, AS_OF, ISSUED_AT, VALID_UNTIL},
    since::{after, told},
};
use quanji_primitives::{
    clock::Moment,
    marks::{Mark, MarkKind},
    v1::RightStatus,
    RightId,
};
use quanji_verifier::{report::verdict_json, Conclusion, Language, Since, Unproven, Verdict};
use serde_json::{json, Value};

const ALWAYS: [Unproven; 3] = [
    Unproven::LaterFacts,
    Unproven::ContentOfLicences,
    Unproven::TruthAndValueOfData,
];

/// What is not proven beside what never is.
fn further(verdict: &Verdict) -> Vec<Unproven> {
    let unproven = Unproven::of(verdict);
    assert_eq!(unproven[..3], ALWAYS);
    unproven[3..].to_vec()
}

fn json_of(verdict: &Verdict, language: Language) -> Value {
    let trust = Chain::default().request().trust;
    verdict_json(verdict, &trust, None, language).unwrap()
}

#[test]
fn what_no_package_proves_is_named_in_both_languages() {
    let verdict = after(|_| ());
    let (english, chinese) = (
        json_of(&verdict, Language::English),
        json_of(&verdict, Language::Chinese),
    );
    let codes = json!(["later_facts", "content_of_licences", "truth_and_value_of_data"]);
    assert_eq!((&english["not_proven"], &chinese["not_proven"]), (&codes, &codes));
    let reads = json!([
        "what happened after block 20",
        "what the contracts behind licences say",
        "that the data is true or worth anything"
    ]);
    assert_eq!(english["not_proven_reads"], reads);
    let reads = json!(["区块 20 之后的变化", "许可合同的内容", "数据本身的真实性与价值"]);
    assert_eq!(chinese["not_proven_reads"], reads);
}

#[test]
fn of_pledges_and_reservations_the_marks_are_proven_and_not_the_terms() {
    let lapsed = Mark {
        since: Moment(ISSUED_AT.0 - 1),
        until: Some(ISSUED_AT),
        ..mark(MarkKind::Pledge, &[0])
    };
    let standing = |kind| mark(kind, &[0]);
    for (mark, named) in [
        (standing(MarkKind::Pledge), true),
        (standing(MarkKind::Reservation), true),
        (lapsed, true),
        (standing(MarkKind::SeizureFirst), false),
        (standing(MarkKind::Hold), false),
    ] {
        let verdict = after(|chain| chain.register.add_mark(mark));
        let expected: &[Unproven] = match named {
            true => &[Unproven::TermsAndRankOfSecurities],
            false => &[],
        };
        assert_eq!(further(&verdict), expected, "{mark:?}");
    }
    let pledged = after(|chain| chain.register.add_mark(mark(MarkKind::Pledge, &[2])));
    let told = json_of(&pledged, Language::English);
    assert_eq!(told["not_proven"][3], "terms_and_rank_of_securities");
    let text = Unproven::TermsAndRankOfSecurities;
    assert!(text
        .text(20, Language::English)
        .contains("what they secure, their rank"));
    assert!(text.text(20, Language::Chinese).contains("担保金额、顺位"));
}

fn over(chain: &mut Chain) {
    for right in &mut chain.register.rights {
        right.valid_until = AS_OF;
    }
}

#[test]
fn a_renewal_on_its_way_may_keep_in_force_what_is_over_by_its_term() {
    assert_eq!(further(&after(over)), []);
    let in_force = after(|chain| {
        chain.register.open_case();
    });
    assert_eq!(further(&in_force), [], "nothing is over");
    assert!(!told(&in_force).1.contains("renewal"));
    let expired = after(|chain| {
        over(chain);
        chain.register.open_case();
    });
    assert_eq!(further(&expired), [Unproven::RenewalOnItsWay]);
    assert_eq!(
        json_of(&expired, Language::English)["not_proven"][3],
        "renewal_on_its_way"
    );
    assert_eq!(
        (Conclusion::of(&expired), expired.since()),
        (Conclusion::Expired, vec![Since::Expired])
    );
    let (chinese, english, programs) = told(&expired);
    assert_eq!(
        chinese,
        "SJ4412026110001/2：凭证真实，但截至区块 20 期限已届满；是否因在办续期而继续有效，未获证明"
    );
    assert_eq!(
        english,
        "SJ4412026110001/2 is genuine, but its term is over as of block 20; whether a renewal on its way keeps it in force is not proven"
    );
    assert_eq!(programs, "authentic_since_changed");
    let text = Unproven::RenewalOnItsWay;
    assert!(text.text(20, Language::English).contains("keeps in force"));
    assert!(text.text(20, Language::Chinese).contains("续期"));
}

#[test]
fn a_renewal_on_its_way_is_told_of_a_part_and_of_what_lapsed_since_the_proof() {
    let clause = "whether a renewal on its way keeps it in force is not proven";
    let partly = after(|chain| {
        chain.register.rights[0].valid_until = AS_OF;
        chain.register.open_case();
    });
    assert_eq!(Conclusion::of(&partly), Conclusion::PartlyInForce);
    assert!(told(&partly).1.ends_with(clause));
    let mut chain = Chain::default();
    chain.register.open_case();
    let mut request = chain.request();
    for (at, may) in [(VALID_UNTIL.0 - 1, false), (VALID_UNTIL.0, true)] {
        request.at = Some(Moment(at));
        let verdict = chain.ask(&request).unwrap();
        assert_eq!(verdict.may_be_renewed(), may);
        assert_eq!(told(&verdict).1.ends_with(clause), may);
    }
}

#[test]
fn no_renewal_revives_what_an_entry_ended() {
    let partly = after(|chain| {
        chain.register.rights[0].status = RightStatus::Ended(1);
        chain.register.open_case();
    });
    assert!(!partly.may_be_renewed());
    assert!(!told(&partly).1.contains("renewal"));
}

#[test]
fn a_licence_is_kept_in_force_with_the_right_above_it() {
    let licensed = |change: fn(&mut Chain)| {
        after(move |chain| {
            let parent = RightId {
                object: object_id(),
                index: 2,
            };
            chain.register.rights[0].parent = Some(parent);
            chain.register.licences.insert(0, licence());
            chain.register.open_case();
            change(chain);
        })
    };
    let expired = licensed(|chain| chain.register.rights[2].valid_until = AS_OF);
    assert!(expired.may_be_renewed());
    let ended = licensed(|chain| chain.register.rights[2].status = RightStatus::Ended(2));
    assert!(!ended.may_be_renewed());
    assert!(!licensed(|_| ()).may_be_renewed());
}

#[test]
fn who_shows_an_earlier_issue_is_told_to_ask_for_the_present_one_whatever_is_renewed() {
    let mut chain = first_issue();
    over(&mut chain);
    chain.register.open_case();
    let verdict = chain.verdict();
    assert_eq!(further(&verdict), [Unproven::RenewalOnItsWay]);
    assert!(told(&verdict).1.ends_with("ask for that one"));
}
