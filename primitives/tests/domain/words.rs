//! Words for people and JSON for programs: every fault says what it is, every text form reads back.

use quanji_primitives::{
    capacity::Acts,
    certificate_number::NotACertificateNumber,
    clock::NotADate,
    digest::DigestTextError,
    marks::RightSet,
    person::PersonNumberError,
    regime::{Act, Bilingual, Limit, Regime},
    regimes::{national_2026, public_data_2025, shenzhen_2023},
    rights::{RightKind, RightKinds},
    text_form::IdTextError,
    text_rules::TextFault,
    AuthorityId, ConflictId, Digest, EntryNo, ObjectId, PartyId, RightId,
};
use std::{collections::BTreeSet, fmt::Display};

/// Each fault has words of its own.
#[track_caller]
fn assert_told_apart(faults: &[&dyn Display]) {
    let texts: BTreeSet<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(texts.len(), faults.len(), "{texts:?}");
    assert!(texts.iter().all(|text| text.len() > 10), "{texts:?}");
}

#[test]
fn every_fault_says_what_is_wrong() {
    assert_told_apart(&[
        &TextFault::NotUtf8,
        &TextFault::ControlCharacter,
        &TextFault::DirectionOverride,
        &TextFault::TelephoneNumber,
        &TextFault::IdentityNumber,
        &TextFault::MailAddress,
    ]);
    assert_told_apart(&[
        &PersonNumberError::Length { expected: 18 },
        &PersonNumberError::Length { expected: 20 },
        &PersonNumberError::Character,
        &PersonNumberError::Check,
    ]);
    assert_told_apart(&[
        &IdTextError::WrongKind { expected: 'O' },
        &IdTextError::WrongKind { expected: 'P' },
        &IdTextError::Malformed,
        &IdTextError::NotANumber,
        &IdTextError::WrongCheck,
    ]);
    assert_told_apart(&[
        &DigestTextError::NoAlgorithm,
        &DigestTextError::UnknownAlgorithm,
        &DigestTextError::NotHex,
    ]);
    assert_told_apart(&[&NotACertificateNumber, &NotADate]);
}

#[test]
fn identifiers_with_zeros_read_back_and_are_padded_like_texts() {
    let object = ObjectId(0);
    assert_eq!(object.to_string().parse(), Ok(object));
    let right = RightId { object, index: 0 };
    assert_eq!(right.to_string().parse(), Ok(right));
    assert_eq!(
        format!("{object:>9}|{object:<9}|"),
        format!("{:>9}|{:<9}|", object.to_string(), object.to_string())
    );
    for text in [
        "O00-0-0", "O-1-5", "O1--5", "O1-1-", "O1-1-55", "O1-1-1-5", "O1-1", "O", "",
    ] {
        assert!(text.parse::<ObjectId>().is_err(), "{text}");
    }
}

/// Identifiers are printed on certificates: their check characters never change.
#[test]
fn check_characters_are_the_settled_ones() {
    let (authority, serial) = (AuthorityId(44), 5_000);
    let object = ObjectId::new(authority, serial).unwrap();
    let party = PartyId::new(authority, serial).unwrap();
    let texts = [
        authority.to_string(),
        ConflictId(70_000).to_string(),
        party.to_string(),
        object.to_string(),
        RightId { object, index: 33 }.to_string(),
        EntryNo { object, number: 1 }.to_string(),
    ];
    assert_eq!(
        texts.join(" "),
        "A1C-X K24BG-4 P1C-4W8-V O1C-4W8-N R1C-4W8-11-4 E1C-4W8-1-A"
    );
}

#[test]
fn numbers_too_large_for_an_identifier_are_refused() {
    // The highest authority, and one more.
    assert_eq!(
        AuthorityId(u16::MAX).to_string().parse(),
        Ok(AuthorityId(u16::MAX))
    );
    for text in ["A2000-", "K4000000-", "KZZZZZZZZZZZZZZ-"] {
        let refused = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            .chars()
            .all(|check| match text.chars().next() {
                Some('A') => format!("{text}{check}").parse::<AuthorityId>().is_err(),
                _ => format!("{text}{check}").parse::<ConflictId>().is_err(),
            });
        assert!(refused, "{text}");
    }
}

#[test]
fn digests_are_made_by_the_algorithm_that_is_named() {
    let bytes = b"abc";
    assert_eq!(
        Digest::Sha2_256([0; 32]).same_algorithm(bytes),
        Some(Digest::sha2_256(bytes))
    );
    assert_eq!(
        Digest::Blake3_256([0; 32]).same_algorithm(bytes),
        Some(Digest::blake3_256(bytes))
    );
    let blake2 = Digest::Blake2_256(sp_crypto_hashing::blake2_256(bytes));
    assert_eq!(Digest::Blake2_256([0; 32]).same_algorithm(bytes), Some(blake2));
    for (digest, name) in [
        (Digest::Sha2_256([7; 32]), "sha2-256"),
        (Digest::Blake3_256([7; 32]), "blake3"),
        (Digest::Blake2_256([7; 32]), "blake2b-256"),
        (Digest::Sm3([7; 32]), "sm3"),
    ] {
        assert_eq!((digest.algorithm(), digest.bytes()), (name, &[7; 32]));
        assert_eq!(digest.to_string(), format!("{name}:{}", "07".repeat(32)));
    }
}

#[test]
fn digits_in_json_are_read_with_and_without_their_prefix() {
    let digest = Digest::Sha2_256([0xab; 32]);
    let json = serde_json::to_value(digest).unwrap();
    assert_eq!(json, serde_json::json!({ "Sha2_256": "ab".repeat(32) }));
    for digits in ["ab".repeat(32), format!("0x{}", "ab".repeat(32))] {
        let read: Digest = serde_json::from_value(serde_json::json!({ "Sha2_256": digits })).unwrap();
        assert_eq!(read, digest);
    }
    for digits in ["ab".repeat(31), "ab".repeat(33), "zz".repeat(32), String::new()] {
        let document = serde_json::json!({ "Sha2_256": digits });
        assert!(serde_json::from_value::<Digest>(document).is_err(), "{digits}");
    }
}

#[test]
fn a_regime_names_its_rights_in_both_languages_and_reads_back_from_json() {
    for regime in [national_2026(), shenzhen_2023(), public_data_2025()] {
        let labels = &regime.labels;
        assert_eq!(
            RightKind::ALL.map(|kind| regime.label(kind)),
            [&labels.holding, &labels.processing_use, &labels.operating]
        );
        let names: BTreeSet<_> = RightKind::ALL
            .map(|kind| regime.label(kind).zh().to_owned())
            .into();
        assert_eq!(names.len(), 3, "{names:?}");
        let json = serde_json::to_string(&regime).unwrap();
        assert!(json.contains(regime.name.zh()) && json.contains(regime.name.en()));
        assert_eq!(serde_json::from_str::<Regime>(&json).unwrap(), regime);
        for row in &regime.acts {
            assert_eq!(regime.act(row.act), Some(row));
        }
    }
}

/// A kind that may be claimed anyway does not vanish because a condition grants it too.
#[test]
fn a_kind_with_and_without_condition_can_be_named_and_claimed() {
    let mut regime = national_2026();
    let row = regime
        .claimable
        .iter_mut()
        .find(|row| row.condition.is_some())
        .unwrap();
    row.kinds = RightKinds::HOLDING_AND_USE;
    row.conditional = RightKinds::USE.with(RightKind::Operating);
    let (source, object, condition) = (row.source, row.object, row.condition.unwrap());
    assert_eq!(regime.nameable(source, object), RightKinds::ALL);
    assert_eq!(regime.claimable(source, object, &[condition]), RightKinds::ALL);
    assert_eq!(regime.claimable(source, object, &[]), RightKinds::HOLDING_AND_USE);
}

#[test]
fn what_is_in_a_set_stays_in_it_when_added_again() {
    let kinds = RightKinds::NONE.with(RightKind::Operating);
    assert_eq!(kinds.with(RightKind::Operating), kinds);
    let acts = Acts::NONE.with(Act::Renewal);
    assert_eq!(acts.with(Act::Renewal), acts);
    let rights = RightSet::NONE.with(63);
    assert_eq!(rights.with(63), rights);
}

#[test]
fn a_text_in_two_languages_is_kept_as_given_and_refused_when_too_long() {
    let text = Bilingual::new("中文", "English");
    assert_eq!((text.zh(), text.en()), ("中文", "English"));
    let fits = serde_json::json!({ "zh": "中", "en": "a".repeat(1_024) });
    assert_eq!(
        serde_json::from_value::<Bilingual>(fits).unwrap().en().len(),
        1_024
    );
    let long = serde_json::json!({ "zh": "中", "en": "a".repeat(1_025) });
    assert!(serde_json::from_value::<Bilingual>(long).is_err());
    let garbled = Bilingual {
        zh: vec![0xff].try_into().unwrap(),
        ..text
    };
    assert_eq!(garbled.zh(), "");
}

#[test]
fn a_limit_names_its_basis() {
    use quanji_primitives::regime::Basis;
    assert_eq!(
        (Limit::article(3, 17).number, Limit::article(3, 17).basis),
        (3, Basis::Article(17))
    );
    assert_eq!(
        (Limit::assumed(5).number, Limit::assumed(5).basis),
        (5, Basis::Assumption)
    );
}
