//! What is told to people and programs: holders, rights, marks and refusals in words and as JSON.

use crate::{
    chain::Chain,
    genuine::seizure,
    register::{mark, objection_id, party_id, AS_OF},
};
use quanji_primitives::{
    authority::{AuthorityStatus, SuspensionGround},
    clock::Moment,
    marks::MarkKind,
    v1::{PartyStanding, RightStatus},
};
use quanji_verifier::{
    errors::{CredentialError, FinalityError, PackageError, Part, StateError, TrustError},
    report::{hash_text, refusal_json, verdict_json},
    words::{mark_text, suspended_text},
    Error, Failing, Language, H256,
};
use serde_json::{json, Value};

fn told(chain: &Chain, language: Language) -> Value {
    let verdict = chain.verdict();
    verdict_json(&verdict, &chain.request().trust, None, language).unwrap()["register"].clone()
}

#[test]
fn co_holders_are_told_with_their_shares() {
    let chain = Chain {
        certificate: 1,
        ..Chain::default()
    };
    let first = format!(
        "{}  unincorporated organisation 91440300708461136T  40%",
        party_id(2)
    );
    let second = format!(
        "{}  natural person (the name is not on the chain)  60%",
        party_id(3)
    );
    assert_eq!(
        told(&chain, Language::English)["holders_read"],
        json!([first, second])
    );
}

#[test]
fn a_successor_is_told_before_whom_it_succeeded_and_a_succession_under_way_is_told() {
    let mut chain = Chain::default();
    let holder = chain.register.parties.get_mut(&party_id(1)).unwrap();
    holder.standing = PartyStanding::InSuccession;
    let locked = format!("{}  法人 9144030071526726XG（承继中）", party_id(1));
    assert_eq!(told(&chain, Language::Chinese)["holders_read"], json!([locked]));
    let holder = chain.register.parties.get_mut(&party_id(1)).unwrap();
    holder.standing = PartyStanding::Erased;
    let erased = format!("{}  自然人（已删除）", party_id(1));
    assert_eq!(told(&chain, Language::Chinese)["holders_read"], json!([erased]));
    chain.register.succeed(1, 7);
    let (heir, former) = (party_id(7), party_id(1));
    let succeeded = format!("{heir}  自然人（姓名不上链）（承继 {former}）");
    assert_eq!(
        told(&chain, Language::Chinese)["holders_read"],
        json!([succeeded])
    );
    let register = told(&Chain::default(), Language::English);
    let alone = format!("{former}  legal person 9144030071526726XG");
    assert_eq!(register["holders_read"], json!([alone]));
    assert_eq!(register["sources"], json!([]));
}

#[test]
fn each_right_is_told_with_how_it_stands_and_why() {
    let mut chain = Chain::default();
    chain.register.rights[1].status = RightStatus::Ended(2);
    let rights = told(&chain, Language::English)["rights"].clone();
    let first = (&rights[0]["state"], &rights[0]["because"]);
    assert_eq!(first, (&json!("in_force"), &Value::Null));
    let second = (&rights[1]["state"], &rights[1]["because"]);
    assert_eq!(second, (&json!("ended"), &json!({ "entry": 2 })));
}

#[test]
fn marks_are_told_and_only_those_on_the_certificate_encumber_it() {
    let mut chain = Chain::default();
    assert_eq!(told(&chain, Language::English)["against"]["encumbered"], false);
    chain.register.add_mark(mark(MarkKind::Pledge, &[2]));
    assert_eq!(told(&chain, Language::English)["against"]["encumbered"], false);
    chain.register.add_mark(mark(MarkKind::ObjectionNotice, &[0]));
    let register = told(&chain, Language::English);
    let against = &register["against"];
    assert_eq!(against["encumbered"], true);
    let read = |place: usize, name: &str| against["marks"][place][name].clone();
    assert_eq!(
        (read(0, "reads"), read(0, "on_certificate")),
        ("pledge".into(), false.into())
    );
    assert_eq!(
        (read(1, "reads"), read(1, "on_certificate")),
        ("objection notice".into(), true.into())
    );
    assert_eq!(read(1, "rights"), json!([register["rights"][0]["right"]]));
    assert_eq!(
        read(1, "source"),
        json!({ "objection": objection_id().to_string() })
    );
}

#[test]
fn a_mark_of_the_day_book_is_told_with_its_organ_and_until_when_it_waits_to_be_confirmed() {
    let mut chain = Chain::default();
    let mut unconfirmed = seizure(1, Moment(AS_OF.0 - 1_000));
    let by = Moment(AS_OF.0 + 3_600_000);
    unconfirmed.order.as_mut().unwrap().confirm_by = Some(by);
    chain.register.add_mark(unconfirmed);
    chain.register.add_mark(mark(MarkKind::Hold, &[]));
    let register = told(&chain, Language::English);
    let marks = &register["against"]["marks"];
    assert_eq!(marks[0]["confirm_by"], by.to_string());
    assert_eq!(marks[0]["organ"]["kind"], "court");
    assert_eq!(marks[0]["lapsed"], false);
    assert_eq!(
        (&marks[1]["confirm_by"], &marks[1]["organ"]),
        (&Value::Null, &Value::Null)
    );
    // The hold has no rights of its own and stands against each.
    let counts = [0, 1].map(|place| register["rights"][place]["marks"].clone());
    assert_eq!(counts, [json!(2), json!(1)]);
}

#[test]
fn an_authority_that_is_suspended_is_told_with_the_reason() {
    let mut chain = Chain::default();
    let listed = told(&chain, Language::English)["authority"].clone();
    assert_eq!(
        (&listed["status"], &listed["suspended_reads"]),
        (&json!("listed"), &Value::Null)
    );
    chain.register.authority.status = AuthorityStatus::Suspended(SuspensionGround::Falsification);
    let suspended = told(&chain, Language::English)["authority"].clone();
    assert_eq!(suspended["status"], json!({ "suspended": "falsification" }));
    let reads = "the authority is suspended: it altered, destroyed or forged registration information";
    assert_eq!(suspended["suspended_reads"], reads);
}

#[test]
fn every_ground_of_a_suspension_has_its_words_in_both_languages() {
    let grounds = [
        (
            SuspensionGround::WrongRegistration,
            "登记错误",
            "registered wrongly",
        ),
        (
            SuspensionGround::Falsification,
            "伪造登记信息",
            "forged registration information",
        ),
        (SuspensionGround::Leak, "泄露", "leaked"),
        (
            SuspensionGround::ConditionsLost,
            "名录条件",
            "conditions of the directory",
        ),
        (
            SuspensionGround::OtherBreach,
            "其他违法行为",
            "another breach of law",
        ),
    ];
    for (ground, chinese, english) in grounds {
        let text = |language| suspended_text(AuthorityStatus::Suspended(ground), language).unwrap();
        assert!(text(Language::Chinese).contains(chinese), "{ground:?}");
        assert!(text(Language::English).contains(english), "{ground:?}");
    }
    assert_eq!(suspended_text(AuthorityStatus::Listed, Language::Chinese), None);
}

#[test]
fn every_kind_of_mark_has_a_name_in_both_languages() {
    let names = [
        (MarkKind::ObjectionNotice, "异议", "objection notice"),
        (MarkKind::Hold, "暂停处分", "hold"),
        (MarkKind::SeizureFirst, "查封", "seizure in first rank"),
        (MarkKind::SeizureWaiting, "轮候查封", "seizure waiting"),
        (MarkKind::Control, "行政管制", "administrative control"),
        (MarkKind::Pledge, "质押", "pledge"),
        (MarkKind::Reservation, "顺位预留", "priority reservation"),
        (MarkKind::SourceNotice, "来源提示", "notice about a source"),
    ];
    for (kind, chinese, english) in names {
        assert_eq!(mark_text(kind, Language::Chinese), chinese);
        assert_eq!(mark_text(kind, Language::English), english);
    }
}

#[test]
fn a_language_is_read_from_its_code() {
    assert_eq!(Language::of_code("zh"), Some(Language::Chinese));
    assert_eq!(Language::of_code("en"), Some(Language::English));
    assert_eq!(Language::of_code("fr"), None);
}

#[test]
fn a_refusal_is_told_to_programs_with_its_kind_name_and_texts() {
    let (expected, found) = (H256([1; 32]), H256([2; 32]));
    let reasons = [
        (
            Error::Package(PackageError::Unreadable {
                part: Part::LinkHeader { position: 2 },
            }),
            Failing::NotProven,
            "package.unreadable",
            "not proven: the package cannot be read: the header of link 2 is no header",
        ),
        (
            Error::Trust(TrustError::NotRising { reached: 9, found: 8 }),
            Failing::NotProven,
            "trust.not-rising",
            "not proven: the package does not start from what you trust: block 8 should be above block 9",
        ),
        (
            Error::State {
                block: 7,
                reason: StateError::HistoryBroken { entry: 3 },
            },
            Failing::Forged,
            "state.history-broken",
            "forged, not proven: the register at block 7 is not proven: entry 3 does not lead to the digest of the history",
        ),
        (
            Error::Credential(CredentialError::NoSuchIssue { proven: 2, found: 3 }),
            Failing::Forged,
            "credential.no-such-issue",
            "forged, not proven: the certificate is not what the register says: it says issue 3, the current issue is 2",
        ),
        (
            Error::Credential(CredentialError::SignedAfterLaterIssue {
                issue: 1,
                created: Moment(86_400_000),
                present: 2,
                issued_at: Moment(0),
            }),
            Failing::NotProven,
            "credential.signed-after-later-issue",
            "not proven: the certificate is not what the register says: issue 1 was signed at 1970-01-02T08:00:00.000+08:00, after issue 2 was made at 1970-01-01T08:00:00.000+08:00",
        ),
    ];
    for (error, failing, name, text) in reasons {
        assert_eq!(error.failing(), failing);
        let told = refusal_json(&error, Language::English);
        assert_eq!(
            (&told["genuine"], &told["verdict"]),
            (&json!(false), &json!(failing.code()))
        );
        assert_eq!((&told["reason"], &told["detail"]), (&json!(name), &json!(text)));
    }
    let other_block = Error::Finality {
        block: 7,
        reason: FinalityError::OtherBlock { expected, found },
    };
    assert_eq!(other_block.failing(), Failing::Forged);
    assert_eq!(hash_text(expected), format!("0x{}", "01".repeat(32)));
}
