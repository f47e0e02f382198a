//! Records and numbers as they are written for ever.

use codec::Encode;
use quanji_primitives::{
    case::Signed,
    certificate_number::{CertificateNumber, ExternalNumber, NationalNumber, NumberingMonth},
    clock::{Day, Moment},
    imported::{EarlierChecks, Imported},
    regimes::NATIONAL_2026,
    v1::{history_after, Entry, EntryBasis, EntryContent, NO_HISTORY},
    AuthorityId, Digest, EntryNo, ObjectId, OfficerId,
};

fn imported(reviewed: Option<Signed>) -> Imported {
    Imported {
        scheme: "gd-data-2024".parse().unwrap(),
        registered_on: Day(20_000),
        checks: EarlierChecks {
            source: true,
            content: false,
            authorisation: true,
        },
        file: Digest::Sha2_256([1; 32]),
        imported: signed(5),
        reviewed,
    }
}

fn signed(at: u64) -> Signed {
    Signed {
        officer: OfficerId(1),
        at: Moment(at),
    }
}

#[test]
fn an_import_tells_when_it_was_reviewed() {
    assert_eq!(imported(None).reviewed_at(), None);
    assert_eq!(imported(Some(signed(9))).reviewed_at(), Some(Moment(9)));
}

fn entry(number: u32, previous: [u8; 32]) -> Entry {
    Entry {
        version: 1,
        no: EntryNo {
            object: ObjectId(1),
            number,
        },
        authority: AuthorityId(1),
        regime: NATIONAL_2026,
        at: Moment(7),
        previous,
        basis: EntryBasis::Import(OfficerId(1)),
        content: EntryContent::ImportReviewed(imported(None)),
    }
}

#[test]
fn the_history_is_the_hash_of_the_one_before_and_the_entry() {
    let first = entry(1, NO_HISTORY);
    let after = history_after(&first);
    assert_eq!(
        after,
        sp_crypto_hashing::blake2_256(&[&NO_HISTORY[..], &first.encode()].concat())
    );
    let second = entry(2, after);
    assert_eq!(
        history_after(&second),
        sp_crypto_hashing::blake2_256(&[&after[..], &second.encode()].concat())
    );
    assert_ne!(
        history_after(&entry(2, NO_HISTORY)),
        history_after(&second),
        "what was before counts"
    );
}

const NOVEMBER: NumberingMonth = NumberingMonth {
    year: 2026,
    month: 11,
};

#[test]
fn a_number_has_fields_in_range_and_every_month_its_own() {
    let number = |region, digit, year, month, serial| {
        NationalNumber::new(region, digit, NumberingMonth { year, month }, serial)
    };
    assert!(number(99, 9, 9_999, 12, 9_999).is_some() && number(0, 0, 0, 1, 1).is_some());
    for unfit in [
        number(100, 9, 9_999, 12, 9_999),
        number(99, 10, 9_999, 12, 9_999),
        number(99, 9, 10_000, 12, 9_999),
        number(99, 9, 9_999, 13, 9_999),
        number(99, 9, 9_999, 0, 9_999),
        number(99, 9, 9_999, 12, 10_000),
        number(99, 9, 9_999, 12, 0),
    ] {
        assert_eq!(unfit, None);
    }
    assert_eq!(
        NumberingMonth::of("2031-02-28".parse().unwrap()),
        NumberingMonth { year: 2031, month: 2 }
    );
}

#[test]
fn numbers_are_texts_in_json_and_checked_when_read() {
    let national = NationalNumber::new(44, 1, NOVEMBER, 1).unwrap();
    assert_eq!(national.to_string(), "SJ4412026110001");
    let external: ExternalNumber = "GD/2024-0001".parse().unwrap();
    fn reads_back<T>(value: T, text: &str)
    where
        T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
    {
        let json = format!("\"{text}\"");
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
        assert!(serde_json::from_str::<T>("\"\"").is_err());
    }
    reads_back(national, "SJ4412026110001");
    reads_back(external, "GD/2024-0001");
    for (number, text, bare) in [
        (
            CertificateNumber::National(national),
            "SJ4412026110001",
            "SJ4412026110001",
        ),
        (
            CertificateNumber::Earlier(external),
            "earlier:GD/2024-0001",
            "GD/2024-0001",
        ),
        (
            CertificateNumber::QueryCode(external),
            "query-code:GD/2024-0001",
            "GD/2024-0001",
        ),
    ] {
        reads_back(number, text);
        assert_eq!((number.to_string().as_str(), number.as_str()), (text, bare));
    }
}

#[test]
fn bytes_that_are_no_number_are_no_valid_one() {
    let sound: ExternalNumber = "a-1".parse().unwrap();
    let mut bytes = sound.encode();
    let decoded = |bytes: &[u8]| <ExternalNumber as codec::Decode>::decode(&mut &bytes[..]).unwrap();
    assert!(decoded(&bytes).is_valid());
    // Something after the end of the text.
    bytes[5] = b'x';
    assert!(!decoded(&bytes).is_valid());
}
