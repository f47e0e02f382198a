//! An application as a document, and as the register takes it.

use quanji_primitives::{
    filing::{EvidenceKind, Withholding},
    object::{DataCategory, DataLevel, FingerprintKind, LawfulGround, ObjectKind, SourceKind},
    regime::ClaimCondition,
    rights::RightKind,
    AuthorityId, Digest, ObjectId, PartyId,
};

use super::*;

fn digest(byte: u8) -> Text<Digest> {
    Text(Digest::Sha2_256([byte; 32]))
}

fn party(serial: u64) -> PartyId {
    PartyId::new(AuthorityId(1), serial).unwrap()
}

fn whole() -> Application {
    Application {
        authority: Text(AuthorityId(1)),
        regime: Text("national-2026/1".parse().unwrap()),
        object: Some(Text(ObjectId::new(AuthorityId(1), 7).unwrap())),
        kind: ObjectKind::Product,
        category: DataCategory::Personal,
        level: DataLevel::Important,
        source: SourceKind::OpenDataByProgram,
        public_class: Text("authorised-operation:GD-1".parse().unwrap()),
        industry: 74,
        form: Some(1),
        personal_information: Some(PersonalText {
            ground: LawfulGround::Consent,
            authorisation: digest(9),
            until: Some(Text("2027-12-31".parse().unwrap())),
        }),
        description: digest(1),
        lineage: vec![
            Text(format!("{}", digest(2).0).parse().unwrap()),
            Text("O1-1-5".parse().unwrap()),
        ],
        holders: shares(&[(party(2), 1, 3), (party(1), 2, 3)]).unwrap(),
        claims: vec![ClaimText {
            kind: RightKind::Operating,
            years: 5,
        }],
        participants: vec![ParticipantText {
            holders: vec![Holder {
                party: Text(party(3)),
                parts: None,
            }],
            claims: vec![ClaimText {
                kind: RightKind::Holding,
                years: 3,
            }],
        }],
        conditions: vec![ClaimCondition::NoSubstitution],
        fingerprints: vec![FingerprintText {
            kind: FingerprintKind::Snapshot,
            day: Text("2026-11-01".parse().unwrap()),
            digest: Text(Digest::Blake3_256([3; 32])),
        }],
        evidence: vec![EvidenceText {
            kind: EvidenceKind::Identity,
            digest: digest(4),
        }],
        declaration: DeclarationText {
            truthful: true,
            touches_public_interest: true,
            document: digest(5),
        },
        withholding: Some(WithholdingText {
            extent: Withholding::Part,
            reason: Some(digest(6)),
        }),
    }
}

#[test]
fn a_document_and_a_filing_give_each_other_back() {
    let filing = whole().to_filing().unwrap();
    let document = Application::from(&filing);
    assert_eq!(document.to_filing().unwrap(), filing);
    let json = serde_json::to_vec(&document).unwrap();
    assert_eq!(Application::from_json(&json).unwrap(), document);
}

#[test]
fn text_forms_stand_in_the_document() {
    let json = serde_json::to_value(whole()).unwrap();
    assert_eq!(json["regime"], "national-2026/1");
    assert_eq!(json["lineage"][1], "O1-1-5");
    assert_eq!(json["public_class"], "authorised-operation:GD-1");
    assert_eq!(json["fingerprints"][0]["day"], "2026-11-01");
}

#[test]
fn an_unknown_member_is_refused() {
    let mut json = serde_json::to_value(whole()).unwrap();
    json["colour"] = "red".into();
    let refused = Application::from_json(json.to_string().as_bytes());
    assert!(matches!(refused, Err(ApplicationError::NotAnApplication { .. })));
}

#[test]
fn claims_are_put_in_the_order_of_their_kinds() {
    let claim = |kind| ClaimText { kind, years: 5 };
    let application = Application {
        claims: vec![claim(RightKind::Operating), claim(RightKind::Holding)],
        ..whole()
    };
    let filing = application.to_filing().unwrap();
    let kinds: Vec<_> = filing.claims.iter().map(|claim| claim.kind).collect();
    assert_eq!(kinds, [RightKind::Holding, RightKind::Operating]);
}

#[test]
fn what_is_not_asked_for_need_not_stand_in_the_document() {
    let mut json = serde_json::to_value(whole()).unwrap();
    for member in ["object", "participants", "withholding", "claims"] {
        json.as_object_mut().unwrap().remove(member);
    }
    let filing = Application::from_json(json.to_string().as_bytes())
        .unwrap()
        .to_filing()
        .unwrap();
    assert_eq!((filing.object, filing.withholding), (None, None));
    assert!(filing.participants.is_empty() && filing.claims.is_empty());
}
