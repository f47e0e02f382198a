//! What is filed, examined and stamped: ordinary papers, as an enterprise brings them.

use anyhow::anyhow;
use quanji_primitives::{
    case::{Decision, Examination, Finding, Findings, RefusalGround},
    clock::{Day, Moment},
    day_book::{Measure, Paper},
    ending::CancellationReason,
    filing::{
        Cancellation, Change, Dealing, Declaration, DescriptionChange, Evidence, EvidenceKind,
        FirstRegistration, Matter, Renewal, Transfer, TransferReason,
    },
    imported::{EarlierChecks, EarlierRegistration},
    marks::{OrderTerm, Organ, OrganKind, RightSet},
    object::{
        DataCategory, DataLevel, Fingerprint, FingerprintKind, ObjectFacts, ObjectKind, PublicClass,
        SourceKind,
    },
    person::CreditCode,
    regimes::NATIONAL_2026,
    rights::{Claim, Holders, RightKind, RightKinds},
    succession::{SuccessionEvent, SuccessionTerms},
    terms::{LicenceFiling, LicenceKind, LicenceTerms, Quantity, QuantityUnit, Region},
    AuthorityId, Bounded, Digest, ObjectId, PartyId,
};

/// The authority of the `development` preset.
pub const AUTHORITY: AuthorityId = AuthorityId(1);

/// Years for which rights are claimed and renewed.
pub const YEARS: u8 = 5;

/// The right in each object from which licences come: the operating right, where all three kinds are claimed.
const LICENSED: u32 = 2;

/// The description of an object, different for each.
pub fn text(serial: u32) -> String {
    format!("Hourly air quality of station No. {serial}")
}

/// The description of an object after a change.
pub fn changed_text(serial: u32) -> String {
    format!("Hourly air quality of station No. {serial}, with humidity")
}

/// The digest of a document, different for each object.
pub fn digest(of: &str, serial: u32) -> Digest {
    Digest::sha2_256(format!("{of} {serial}").as_bytes())
}

/// A list that the register takes.
pub fn bounded<T, const N: u32>(items: Vec<T>) -> anyhow::Result<Bounded<T, N>> {
    items.try_into().map_err(|_| anyhow!("a list is too long"))
}

fn documents(kinds: &[EvidenceKind], serial: u32) -> anyhow::Result<Bounded<Evidence, 16>> {
    let document = |kind: &EvidenceKind| Evidence {
        kind: *kind,
        digest: digest("evidence", serial),
    };
    bounded(kinds.iter().map(document).collect())
}

fn declaration(serial: u32) -> Declaration {
    Declaration {
        truthful: true,
        touches_public_interest: false,
        document: digest("declaration", serial),
    }
}

fn facts(serial: u32) -> anyhow::Result<ObjectFacts> {
    Ok(ObjectFacts {
        kind: ObjectKind::Resource,
        category: DataCategory::Enterprise,
        level: DataLevel::General,
        source: SourceKind::Collected,
        public_class: PublicClass::None,
        industry: 65,
        form: None,
        personal_information: None,
        description: Digest::sha2_256(text(serial).as_bytes()),
        lineage: bounded(Vec::new())?,
    })
}

/// A first registration of one resource that one holder collected itself, with these kinds of right claimed.
pub fn filing(
    serial: u32,
    holder: PartyId,
    claimed: &[RightKind],
    fingerprints: u32,
) -> anyhow::Result<FirstRegistration> {
    let fingerprint = |number: u32| Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: Day::from_date(2026, 10, 1).unwrap_or_default(),
        digest: Digest::blake3_256(format!("data {serial} {number}").as_bytes()),
    };
    let claim = |kind: &RightKind| Claim {
        kind: *kind,
        years: YEARS,
    };
    let evidence = [
        EvidenceKind::Identity,
        EvidenceKind::LawfulAcquisition,
        EvidenceKind::Sample,
    ];
    Ok(FirstRegistration {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        object: None,
        facts: facts(serial)?,
        holders: Holders::Sole(holder),
        claims: bounded(claimed.iter().map(claim).collect())?,
        participants: bounded(Vec::new())?,
        conditions: bounded(Vec::new())?,
        fingerprints: bounded((0..fingerprints).map(fingerprint).collect())?,
        evidence: documents(&evidence, serial)?,
        declaration: declaration(serial),
        withholding: None,
    })
}

/// An examination that finds everything met and grants these kinds, or refuses them.
pub fn examination(claimed: &[RightKind], refused: Option<RefusalGround>) -> anyhow::Result<Examination> {
    let decision = |kind: &RightKind| Decision { kind: *kind, refused };
    let clear_authorisation = match refused {
        Some(_) => Finding::NotMet,
        None => Finding::Met,
    };
    Ok(Examination {
        findings: Findings {
            lawful_source: Finding::Met,
            compliant_content: Finding::Met,
            clear_authorisation,
        },
        decisions: bounded(claimed.iter().map(decision).collect())?,
        match_finding: None,
        record: digest("record", 0),
    })
}

/// An earlier registration of another system, with all three kinds of right.
pub fn earlier(serial: u32, holder: PartyId, today: Day) -> anyhow::Result<EarlierRegistration> {
    let word = |text: String| text.parse().map_err(|_| anyhow!("{text} is no number"));
    Ok(EarlierRegistration {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        scheme: word("OLD".into())?,
        number: word(format!("OLD-{serial}"))?,
        registered_on: today.minus(100),
        valid_through: today.plus(300),
        facts: facts(serial)?,
        holders: Holders::Sole(holder),
        kinds: RightKinds::ALL,
        fingerprints: bounded(Vec::new())?,
        checks: EarlierChecks {
            source: true,
            content: true,
            authorisation: true,
        },
        file: digest("file", serial),
    })
}

/// A dealing with what a certificate lists.
pub fn dealing(
    (object, certificate): (ObjectId, u32),
    kinds: &[RightKind],
    serial: u32,
    matter: Matter,
) -> anyhow::Result<Dealing> {
    let evidence = match &matter {
        Matter::Change(_) | Matter::Particulars(_) => [EvidenceKind::ChangeProof],
        _ => [EvidenceKind::Contract],
    };
    let all = kinds.iter().fold(RightKinds::NONE, |all, kind| all.with(*kind));
    Ok(Dealing {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        object,
        certificate,
        kinds: all,
        evidence: documents(&evidence, serial)?,
        declaration: declaration(serial),
        matter,
    })
}

/// A sale of whole kinds.
pub fn sale(to: PartyId) -> anyhow::Result<Matter> {
    Ok(Matter::Transfer(Transfer {
        to: Holders::Sole(to),
        share: None,
        reason: TransferReason::Sale,
        limit: None,
        survivors: bounded(Vec::new())?,
        back: None,
        export: None,
        department_consent: None,
    }))
}

/// Another description.
pub fn change(serial: u32) -> Matter {
    Matter::Change(Change {
        description: Some(DescriptionChange {
            to: Digest::sha2_256(changed_text(serial).as_bytes()),
            withholding: None,
        }),
        industry: None,
        form: None,
        level: None,
        split: None,
    })
}

/// A renewal for as long as the rights were claimed.
pub fn renewal() -> Matter {
    Matter::Renewal(Renewal {
        years: YEARS,
        revives: false,
    })
}

/// A cancellation that the holder asks for.
pub fn cancellation() -> anyhow::Result<Matter> {
    Ok(Matter::Cancellation(Cancellation {
        reason: CancellationReason::GivenUp,
        licences: bounded(Vec::new())?,
    }))
}

/// A licence to process and use from the operating right, for half a year.
pub fn licence(serial: u32, licensee: PartyId, today: Day) -> anyhow::Result<LicenceFiling> {
    let terms = LicenceTerms {
        kind: LicenceKind::NonExclusive,
        gives: RightKind::ProcessingUse,
        purposes: bounded(vec![1])?,
        territory: bounded(vec![Region(44), Region(45)])?,
        media: Default::default(),
        quantity: Some(Quantity {
            unit: QuantityUnit::Calls,
            number: 10_000,
        }),
        valid_until: today.plus(180).end(),
        sublicensing: 0,
        export: None,
        department_consent: None,
        authorisation: None,
        in_return_for: None,
    };
    Ok(LicenceFiling {
        parent: LICENSED,
        licensee,
        terms,
        policy: digest("policy", serial),
        contract: digest("contract", serial),
        root_signs: false,
        subject_to: bounded(Vec::new())?,
        open_until: today.plus(10).end(),
    })
}

/// A court seizes all three rights for a year.
pub fn seizure() -> Measure {
    Measure::Seizure {
        rights: RightSet(0b111),
        term: OrderTerm::Months(12),
    }
}

/// The instrument of a court, received now.
pub fn instrument(serial: u32, now: Moment) -> Paper {
    Paper {
        organ: Organ {
            kind: OrganKind::Court,
            code: CreditCode(*b"12440000MB0000001C"),
        },
        instrument: digest("instrument", serial),
        received_at: now,
        applicant: None,
    }
}

/// A natural person died and leaves these successors.
pub fn death(serial: u32, successors: &[PartyId], today: Day) -> anyhow::Result<SuccessionTerms> {
    Ok(SuccessionTerms {
        event: SuccessionEvent::Death,
        instrument: digest("succession", serial),
        effective: today,
        successors: successors
            .to_vec()
            .try_into()
            .map_err(|_| anyhow!("too many successors"))?,
    })
}
