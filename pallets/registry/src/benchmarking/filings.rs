//! The largest application there can be, and what it names.

use crate::{entering::RIGHTS_MAX, Certificates, Config, Line, Objects, Rights, Roll, Rolls};
use alloc::{vec, vec::Vec};
use quanji_primitives::{
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::{Day, Moment},
    filing::{
        Declaration, Evidence, EvidenceKind, FirstRegistration, Participant, Withholding, WithholdingRequest,
    },
    imported::{EarlierChecks, EarlierRegistration},
    object::{
        DataCategory, DataLevel, Fingerprint, FingerprintKind, LawfulGround, ObjectFacts, ObjectKind,
        PersonalInformation, PublicClass, Source, SourceKind,
    },
    regime::ClaimCondition,
    regimes::NATIONAL_2026,
    rights::{Claim, Holders, RightKind, RightKinds, Share, SHARES_WHOLE},
    text_rules::TEXT_BYTES_MAX,
    v1::{CertificateRecord, ObjectRecord, Outcome, Publication, RightRecord, RightStatus, VERSION},
    AuthorityId, Bounded, Digest, ObjectId, PartyId, RightId,
};

/// As many fingerprints as an application can have.
pub(super) const FINGERPRINTS: u8 = 4;
/// As many sources as a lineage can name.
pub(super) const SOURCES: u64 = 16;

pub(super) fn digest(byte: u8) -> Digest {
    Digest::Sha2_256([byte; 32])
}

pub(super) fn fingerprint(byte: u8) -> Fingerprint {
    Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: Day(20_000),
        digest: Digest::Blake3_256([byte; 32]),
    }
}

/// A text of `length` bytes in which every second byte begins a word of digits.
pub(super) fn text(length: u32) -> Vec<u8> {
    [b'1', b' '].into_iter().cycle().take(length as usize).collect()
}

/// All of `parties` by equal shares; the first gets what is left over.
pub(super) fn by_shares(parties: &[PartyId]) -> Holders {
    let count = parties.len() as u32;
    let (parts, rest) = (SHARES_WHOLE / count, SHARES_WHOLE % count);
    let mut shares: Vec<_> = parties
        .iter()
        .map(|party| Share { party: *party, parts })
        .collect();
    shares[0].parts += rest;
    Holders::Shares(Bounded::truncate_from(shares))
}

/// As many documents as can be given at once. Everything that a rule looks for stands last.
pub(super) fn evidence(byte: u8) -> Bounded<Evidence, 16> {
    let mut kinds = vec![EvidenceKind::Contract; 12];
    kinds.extend([
        EvidenceKind::Identity,
        EvidenceKind::LawfulAcquisition,
        EvidenceKind::ImpactAssessment,
        EvidenceKind::ConditionProof,
    ]);
    let documents = kinds.into_iter().map(|kind| Evidence {
        kind,
        digest: digest(byte),
    });
    Bounded::truncate_from(documents.collect())
}

pub(super) fn facts(sources: &[ObjectId]) -> ObjectFacts {
    let lineage = sources.iter().map(|object| {
        Source::Right(RightId {
            object: *object,
            index: 0,
        })
    });
    ObjectFacts {
        kind: ObjectKind::Product,
        category: DataCategory::Public,
        level: DataLevel::Important,
        source: SourceKind::JointFusion,
        public_class: PublicClass::AuthorisedOperation {
            query_code: Bounded::truncate_from(vec![b'A'; 32]),
        },
        industry: 97,
        form: Some(6),
        personal_information: Some(PersonalInformation {
            ground: LawfulGround::Consent,
            authorisation: digest(2),
            until: Some(Day(30_000)),
        }),
        description: Digest::sha2_256(&text(TEXT_BYTES_MAX)),
        lineage: Bounded::truncate_from(lineage.collect()),
    }
}

/// As many sources as a lineage can name, none of them registered.
pub(super) fn unregistered() -> Bounded<Source, 16> {
    let sources = (0..SOURCES).map(|number| Source::Unregistered(digest(number as u8)));
    Bounded::truncate_from(sources.collect())
}

fn claims(kinds: &[RightKind]) -> Bounded<Claim, 3> {
    let claims = kinds.iter().map(|kind| Claim {
        kind: *kind,
        years: 5,
    });
    Bounded::truncate_from(claims.collect())
}

/// An application of everybody in `shares`, the first `operating` of them for the operating right as well.
pub(super) fn filing(
    authority: AuthorityId,
    shares: &[Holders],
    operating: usize,
    sources: &[ObjectId],
) -> FirstRegistration {
    let claims_of = |place: usize| {
        let kinds = if place < operating { 3 } else { 2 };
        claims(&RightKind::ALL[..kinds])
    };
    let participants = shares
        .iter()
        .enumerate()
        .skip(1)
        .map(|(place, holders)| Participant {
            holders: holders.clone(),
            claims: claims_of(place),
        });
    let conditions = [
        ClaimCondition::NoSubstitution,
        ClaimCondition::LawOrContract,
        ClaimCondition::ParticipantsConsent,
    ];
    FirstRegistration {
        authority,
        regime: NATIONAL_2026,
        object: None,
        facts: facts(sources),
        holders: shares[0].clone(),
        claims: claims_of(0),
        participants: Bounded::truncate_from(participants.collect()),
        conditions: Bounded::truncate_from([&conditions[..1], &conditions].concat()),
        fingerprints: Bounded::truncate_from((0..FINGERPRINTS).map(fingerprint).collect()),
        evidence: evidence(1),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: true,
            document: digest(3),
        },
        withholding: Some(WithholdingRequest {
            extent: Withholding::Whole,
            reason: Some(digest(8)),
        }),
    }
}

/// The same for further rights in `object`.
pub(super) fn further_filing(object: ObjectId, filing: FirstRegistration) -> FirstRegistration {
    FirstRegistration {
        object: Some(object),
        claims: claims(&RightKind::ALL[1..]),
        ..filing
    }
}

/// The largest earlier registration.
pub(super) fn earlier(
    authority: AuthorityId,
    holders: Holders,
    sources: &[ObjectId],
    today: Day,
) -> EarlierRegistration {
    let number = "9".repeat(32);
    EarlierRegistration {
        authority,
        regime: NATIONAL_2026,
        scheme: number.parse().expect("32 digits are a number"),
        number: number.parse().expect("32 digits are a number"),
        registered_on: Day(19_000),
        valid_through: today.plus(1_000),
        facts: facts(sources),
        holders,
        kinds: RightKinds::ALL,
        fingerprints: Bounded::truncate_from((0..FINGERPRINTS).map(fingerprint).collect()),
        checks: EarlierChecks {
            source: true,
            content: true,
            authorisation: true,
        },
        file: digest(7),
    }
}

/// Registers an object in which each of `holders` has a right under a certificate of its own, the last one for holding.
pub(super) fn register<T: Config>(object: ObjectId, holders: &[&Holders]) {
    let month = NumberingMonth { year: 2026, month: 1 };
    let number = CertificateNumber::new(1, 1, month, 1).expect("the number is in range");
    let mut roll = Roll::default();
    for (place, holders) in (0..).zip(holders) {
        let right = RightRecord {
            version: VERSION,
            kind: RightKind::Holding,
            holders: (*holders).clone(),
            parent: None,
            valid_until: Moment(u64::MAX),
            certificate: place,
            entry: 1,
            status: RightStatus::Live,
            licences: 0,
        };
        let certificate = CertificateRecord {
            version: VERSION,
            number,
            issue: 1,
            rights: Bounded::truncate_from(vec![place]),
            entry: 1,
            issued_at: Moment(0),
            outcome: Outcome::Live,
            without_rights: None,
        };
        roll.try_extend(Line::of_right(place, &right).into_iter())
            .expect("an object has room for its rights");
        Rights::<T>::insert(object, place, right);
        Certificates::<T>::insert(object, place, certificate);
    }
    Rolls::<T>::insert(object, roll);
    let count = holders.len() as u32;
    assert!(count <= RIGHTS_MAX);
    let record = ObjectRecord {
        version: VERSION,
        facts: facts(&vec![object; SOURCES as usize]),
        authority: object.authority(),
        regime: NATIONAL_2026,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: Moment(0),
        imported: None,
        rights: count,
        certificates: count,
        entries: 1,
        fingerprints: 0,
        derived: 0,
        marks: 0,
        open_cases: Default::default(),
        open_objections: Default::default(),
        history: [1; 32],
    };
    Objects::<T>::insert(object, record);
}
