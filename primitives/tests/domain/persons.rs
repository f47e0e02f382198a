//! Persons, officers and authorities: what identifies them, and what they may do.

use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, Officer, OfficerRole, SuspensionGround},
    bad_faith::BadFaith,
    capacity::Power,
    clock::Moment,
    directory::{AuthorityDirectory, PartyRegister},
    person::{CreditCode, ForeignRegister, Lei, Person, PersonKind, PersonNumberError},
    v1::{AuthorityRecord, PartyRecord, PartyStanding, SuspensionReason},
    AuthorityId, Digest, OfficerId, PartyId, PowerId,
};

const CODE: &str = "9144030071526726XG";
const LEI: &str = "5493001KJTIIGC8Y1R12";

fn code() -> CreditCode {
    CODE.parse().unwrap()
}

fn foreign(country: [u8; 2]) -> Person {
    Person::ForeignBody(ForeignRegister::Register {
        country,
        extract: Digest::Sha2_256([1; 32]),
    })
}

#[test]
fn each_person_has_its_kind_and_its_number_is_checked() {
    let lei = LEI.parse().unwrap();
    for (person, kind) in [
        (Person::LegalPerson(code()), PersonKind::LegalPerson),
        (
            Person::UnincorporatedOrganisation(code()),
            PersonKind::UnincorporatedOrganisation,
        ),
        (
            Person::ForeignBody(ForeignRegister::Lei(lei)),
            PersonKind::ForeignBody,
        ),
        (foreign(*b"SG"), PersonKind::ForeignBody),
        (Person::NaturalPerson([1; 32]), PersonKind::NaturalPerson),
    ] {
        assert_eq!((person.kind(), person.check()), (kind, Ok(())));
    }
    let (mut wrong, mut wrong_lei) = (code(), lei);
    wrong.0[17] = b'0';
    wrong_lei.0[19] = b'3';
    for person in [
        Person::LegalPerson(wrong),
        Person::UnincorporatedOrganisation(wrong),
        Person::ForeignBody(ForeignRegister::Lei(wrong_lei)),
    ] {
        assert_eq!(person.check(), Err(PersonNumberError::Check));
    }
    for country in [*b"s1", *b"Sg", *b"sG", *b"S1"] {
        assert_eq!(foreign(country).check(), Err(PersonNumberError::Character));
    }
}

#[test]
fn numbers_of_persons_are_texts_in_json_and_checked_when_read() {
    assert_eq!(code().to_string(), CODE);
    assert_eq!(serde_json::to_string(&code()).unwrap(), format!("\"{CODE}\""));
    assert_eq!(
        serde_json::from_str::<CreditCode>(&format!("\"{CODE}\"")).unwrap(),
        code()
    );
    assert!(serde_json::from_str::<CreditCode>("\"9144030071526726X0\"").is_err());
    let lei: Lei = LEI.parse().unwrap();
    assert_eq!(lei.to_string(), LEI);
    assert_eq!(serde_json::to_string(&lei).unwrap(), format!("\"{LEI}\""));
    assert_eq!(serde_json::from_str::<Lei>(&format!("\"{LEI}\"")).unwrap(), lei);
    assert!(serde_json::from_str::<Lei>("\"5493001KJTIIGC8Y1R13\"").is_err());
    assert_eq!(
        "5493".parse::<Lei>(),
        Err(PersonNumberError::Length { expected: 20 })
    );
}

fn officer(in_office: bool) -> Officer {
    Officer {
        authority: AuthorityId(1),
        person: [1; 32],
        roles: vec![OfficerRole::Examiner].try_into().unwrap(),
        affiliates: Default::default(),
        in_office,
    }
}

#[test]
fn an_officer_may_what_the_role_says_while_in_office() {
    assert!(officer(true).may(OfficerRole::Examiner));
    assert!(!officer(true).may(OfficerRole::Reviewer));
    assert!(!officer(false).may(OfficerRole::Examiner));
}

fn profile() -> AuthorityProfile {
    AuthorityProfile {
        name: "岭南".as_bytes().to_vec().try_into().unwrap(),
        credit_code: code(),
        region: 44,
        digit: 1,
    }
}

#[test]
fn a_profile_has_a_name_a_sound_code_and_its_place_in_numbers() {
    assert!(profile().is_valid());
    let nameless = AuthorityProfile {
        name: Default::default(),
        ..profile()
    };
    let garbled = AuthorityProfile {
        name: vec![0xff].try_into().unwrap(),
        ..profile()
    };
    let outside = AuthorityProfile {
        region: 100,
        ..profile()
    };
    let two_digits = AuthorityProfile {
        digit: 10,
        ..profile()
    };
    let mut wrong_code = profile();
    wrong_code.credit_code.0[17] = b'0';
    for unfit in [nameless, garbled, outside, two_digits, wrong_code] {
        assert!(!unfit.is_valid(), "{unfit:?}");
    }
}

#[test]
fn a_suspended_party_is_not_in_good_standing() {
    let party = |standing| PartyRecord {
        version: 1,
        person: Person::LegalPerson(code()),
        roles: Default::default(),
        admitted_by: AuthorityId(1),
        admitted_at: Moment(1),
        standing,
    };
    assert!(party(PartyStanding::Good).is_in_good_standing());
    assert!(!party(PartyStanding::Suspended(SuspensionReason::Order)).is_in_good_standing());
}

/// A directory of one authority and one party with account 7.
struct Directory;

impl AuthorityDirectory<u64> for Directory {
    fn officer_of(_: &u64) -> Option<(OfficerId, Officer)> {
        None
    }

    fn officer(_: OfficerId) -> Option<Officer> {
        None
    }

    fn authority(id: AuthorityId) -> Option<AuthorityRecord> {
        (id == AuthorityId(1)).then(|| AuthorityRecord {
            version: 1,
            profile: profile(),
            status: AuthorityStatus::Suspended(SuspensionGround::Leak),
            affiliates: Default::default(),
            credential_keys: 0,
            officers: 0,
            admitted_at: Moment(1),
        })
    }

    fn is_listed(_: AuthorityId) -> bool {
        false
    }

    fn is_taken(_: &u64) -> bool {
        false
    }
}

impl PartyRegister<u64> for Directory {
    fn party_of(account: &u64) -> Option<PartyId> {
        (*account == 7).then_some(PartyId(1))
    }

    fn party(_: PartyId) -> Option<PartyRecord> {
        None
    }

    fn party_of_person(_: &Person) -> Option<PartyId> {
        None
    }

    fn power(_: PowerId) -> Option<Power> {
        None
    }

    fn has_account(_: PartyId) -> bool {
        true
    }

    fn record_bad_faith(_: PartyId, _: BadFaith) {}

    fn barred_until(_: PartyId) -> Option<Moment> {
        None
    }
}

#[test]
fn the_profile_is_that_of_the_authority_and_a_bound_account_that_of_a_party() {
    assert_eq!(Directory::profile(AuthorityId(1)), Some(profile()));
    assert_eq!(Directory::profile(AuthorityId(2)), None);
    assert!(Directory::is_bound(&7) && !Directory::is_bound(&8));
}
