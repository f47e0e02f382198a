//! Tests of what a row says.

use quanji_primitives::{
    object::{FingerprintKind, LawfulGround, ObjectKind, Source, SourceKind},
    rights::{Holders, SHARES_WHOLE},
};

use super::*;
use crate::importing::{read, Format};

const CODE: &str = "91440300MA5D00001B";

fn row(members: &[(&str, &str)]) -> Row {
    let sha = Digest::sha2_256(b"a").to_string();
    let mut json = serde_json::json!({
        "scheme": "gd-data-2024",
        "number": "GD/2024-0001",
        "registered_on": "2025-03-31",
        "valid_through": "2028-03-30",
        "kind": "resource",
        "source": "collected",
        "industry": 74,
        "description": sha,
        "holders": "P1-1-Q",
        "rights": "holding;processing-use",
        "file": sha,
    });
    for (member, value) in members {
        json[*member] = (*value).into();
    }
    let mut rows = Vec::new();
    let take = &mut |row| {
        rows.push(row);
        true
    };
    read(format!("[{json}]").as_bytes(), Format::Json, take).unwrap();
    rows.remove(0).unwrap()
}

fn draft(members: &[(&str, &str)]) -> Result<Draft, Vec<RowProblem>> {
    let regime = RegimeId {
        system: 1,
        version: 1,
    };
    row(members).draft(AuthorityId(1), regime)
}

/// The columns in which something is wrong.
fn wrong(members: &[(&str, &str)]) -> Vec<Column> {
    let problems = draft(members).unwrap_err();
    problems.iter().map(|problem| problem.column.unwrap()).collect()
}

fn party(serial: u64) -> PartyId {
    PartyId::new(AuthorityId(1), serial).unwrap()
}

/// A code that its check character fits.
fn code() -> CreditCode {
    let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    alphabet
        .chars()
        .find_map(|check| format!("{}{check}", &CODE[..17]).parse().ok())
        .unwrap()
}

#[test]
fn an_empty_cell_stands_for_the_usual_case() {
    let registration = draft(&[]).unwrap().complete(|_| Some(party(1))).unwrap();
    let facts = &registration.facts;
    assert_eq!(
        (facts.kind, facts.category),
        (ObjectKind::Resource, DataCategory::Enterprise)
    );
    assert_eq!(
        (facts.level, facts.source),
        (DataLevel::General, SourceKind::Collected)
    );
    assert_eq!(facts.public_class, PublicClass::None);
    assert_eq!(registration.kinds, RightKinds::HOLDING_AND_USE);
    assert_eq!(registration.holders, Holders::Sole(party(1)));
    assert_eq!(registration.number.as_str(), "GD/2024-0001");
    assert_eq!(registration.checks, checks_of(&[]));
}

#[test]
fn every_column_comes_through() {
    let print = Digest::blake3_256(b"b");
    let sha = Digest::sha2_256(b"c");
    let draft = draft(&[
        ("kind", "product"),
        ("form", "2"),
        ("public_class", "utility"),
        ("personal_ground", "contract"),
        ("personal_authorisation", &sha.to_string()),
        ("personal_until", "2027-12-31"),
        ("lineage", "O1-1-5"),
        ("fingerprints", &format!("snapshot 2025-03-01 {print}")),
        ("checks", "source; authorisation"),
    ]);
    let registration = draft.unwrap().complete(|_| Some(party(1))).unwrap();
    let facts = &registration.facts;
    assert_eq!(
        (facts.form, &facts.public_class),
        (Some(2), &PublicClass::Utility)
    );
    let personal = facts.personal_information.unwrap();
    assert_eq!(
        (personal.ground, personal.authorisation),
        (LawfulGround::Contract, sha)
    );
    assert!(matches!(facts.lineage.as_slice(), [Source::Object(_)]));
    assert!(
        matches!(registration.fingerprints.as_slice(), [one] if one.kind == FingerprintKind::Snapshot && one.digest == print)
    );
    let checks = registration.checks;
    assert_eq!(
        (checks.source, checks.content, checks.authorisation),
        (true, false, true)
    );
}

#[test]
fn holders_are_named_by_identifier_or_code() {
    let code = code();
    let draft = draft(&[("holders", &format!("P1-1-Q=1/3; {}=2/3", code.as_str()))]).unwrap();
    let names: Vec<_> = draft.names().collect();
    assert_eq!(names, [HolderName::Party(party(1)), HolderName::Code(code)]);
    let find = |name| match name {
        HolderName::Party(party) => Some(party),
        HolderName::Code(_) => Some(party(2)),
    };
    let registration = draft.clone().complete(find).unwrap();
    let Holders::Shares(shares) = &registration.holders else {
        panic!("{:?}", registration.holders);
    };
    assert_eq!(shares.iter().map(|share| share.parts).sum::<u32>(), SHARES_WHOLE);
    let unknown = draft.complete(|name| match name {
        HolderName::Party(party) => Some(party),
        HolderName::Code(_) => None,
    });
    let holder = code.as_str().to_owned();
    assert_eq!(
        unknown,
        Err(RowProblem::of(
            Column::Holders,
            RowError::UnknownHolder { holder }
        ))
    );
}

#[test]
fn shares_must_make_one_whole() {
    for holders in ["P1-1-Q=1/3", "P1-1-Q=1/0", "P1-1-Q=1/2;P1-1-Q"] {
        let draft = draft(&[("holders", holders)]).unwrap();
        let refused = draft.complete(|_| Some(party(1))).unwrap_err();
        assert_eq!(refused.column, Some(Column::Holders), "{holders}");
        assert_eq!(refused.error.rule(), "Import::Holders");
    }
}

#[test]
fn everything_wrong_in_a_row_is_told_at_once() {
    let columns = wrong(&[
        ("number", "无"),
        ("registered_on", "2025-02-30"),
        ("kind", "table"),
        ("industry", "740"),
        ("rights", "holding;owning"),
        ("holders", "P1-1-X; 91440300MA5D00001"),
        ("file", ""),
    ]);
    assert_eq!(
        columns,
        [
            Column::Number,
            Column::RegisteredOn,
            Column::Kind,
            Column::Industry,
            Column::Holders,
            Column::Holders,
            Column::Rights,
            Column::File
        ]
    );
}

#[test]
fn ground_and_document_of_personal_information_stand_together() {
    let sha = Digest::sha2_256(b"c").to_string();
    assert_eq!(
        wrong(&[("personal_ground", "consent")]),
        [Column::PersonalAuthorisation]
    );
    assert_eq!(
        wrong(&[("personal_authorisation", &sha)]),
        [Column::PersonalGround]
    );
    assert_eq!(
        wrong(&[("personal_until", "2027-12-31")]),
        [Column::PersonalGround]
    );
}

#[test]
fn no_more_fingerprints_than_the_register_takes() {
    let one = format!("sample 2025-03-01 {}", Digest::blake3_256(b"b"));
    let five = [one.as_str(); 5].join(";");
    assert_eq!(wrong(&[("fingerprints", &five)]), [Column::Fingerprints]);
    assert_eq!(
        wrong(&[("fingerprints", "sample blake3:1")]),
        [Column::Fingerprints]
    );
}
