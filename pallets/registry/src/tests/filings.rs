//! Applications and what goes with them.

use super::*;

/// The description of every object of the tests.
pub(super) const TEXT: &[u8] = "2024年广东省港口业集装箱作业表格数据".as_bytes();

pub(super) fn digest(byte: u8) -> Digest {
    Digest::Sha2_256([byte; 32])
}

pub(super) fn fingerprint(byte: u8) -> Fingerprint {
    Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: day("2026-09-01"),
        digest: Digest::Blake3_256([byte; 32]),
    }
}

pub(super) fn fingerprints(bytes: &[u8]) -> Bounded<Fingerprint, 4> {
    bytes
        .iter()
        .map(|byte| fingerprint(*byte))
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

pub(super) fn evidence(kinds: &[EvidenceKind]) -> Bounded<Evidence, 16> {
    let documents: Vec<_> = kinds
        .iter()
        .map(|kind| Evidence {
            kind: *kind,
            digest: digest(0xee),
        })
        .collect();
    documents.try_into().unwrap()
}

pub(super) fn claims(kinds: &[RightKind]) -> Bounded<Claim, 3> {
    kinds
        .iter()
        .map(|kind| Claim {
            kind: *kind,
            years: 5,
        })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

pub(super) fn joint(accounts: &[u64]) -> Holders {
    Holders::Joint(
        accounts
            .iter()
            .map(|account| party(*account))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap(),
    )
}

pub(super) fn shares(parts: &[(u64, u32)]) -> Holders {
    let shares = parts.iter().map(|(account, parts)| Share {
        party: party(*account),
        parts: *parts,
    });
    Holders::Shares(shares.collect::<Vec<_>>().try_into().unwrap())
}

/// An application of `account` for all three rights in a resource that it collected.
pub(super) fn resource(account: u64) -> FirstRegistration {
    FirstRegistration {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        object: None,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: Digest::sha2_256(TEXT),
            lineage: Default::default(),
        },
        holders: Holders::Sole(party(account)),
        claims: claims(&RightKind::ALL),
        participants: Default::default(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: evidence(&[EvidenceKind::Identity, EvidenceKind::LawfulAcquisition]),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: digest(0xdd),
        },
        withholding: None,
    }
}

/// The same with the fingerprints named by `bytes`.
pub(super) fn resource_with(account: u64, bytes: &[u8]) -> FirstRegistration {
    FirstRegistration {
        fingerprints: fingerprints(bytes),
        ..resource(account)
    }
}

/// An application of `account` for a product made from `lineage`.
pub(super) fn product(account: u64, lineage: &[Source]) -> FirstRegistration {
    let mut filing = resource(account);
    filing.facts.kind = ObjectKind::Product;
    filing.facts.source = SourceKind::Derived;
    filing.facts.form = Some(1);
    filing.facts.lineage = lineage.to_vec().try_into().unwrap();
    filing
}

/// An application under the Shenzhen regime.
pub(super) fn shenzhen_resource(account: u64) -> FirstRegistration {
    let claims = vec![Claim {
        kind: RightKind::Holding,
        years: 3,
    }]
    .try_into()
    .unwrap();
    FirstRegistration {
        regime: SHENZHEN_2023,
        claims,
        ..resource(account)
    }
}

/// An application for data that several fused, each for holding and use, and those named also for the operating right.
pub(super) fn fused(accounts: &[u64], operating: &[u64]) -> FirstRegistration {
    let claims_of = |account: &u64| {
        let kinds = if operating.contains(account) {
            &RightKind::ALL[..]
        } else {
            &RightKind::ALL[..2]
        };
        claims(kinds)
    };
    let further = accounts[1..].iter().map(|account| Participant {
        holders: Holders::Sole(party(*account)),
        claims: claims_of(account),
    });
    let mut filing = FirstRegistration {
        claims: claims_of(&accounts[0]),
        participants: further.collect::<Vec<_>>().try_into().unwrap(),
        ..resource(accounts[0])
    };
    filing.facts.source = SourceKind::JointFusion;
    filing
}

/// An application for further kinds of right in `object`.
pub(super) fn further(account: u64, object: ObjectId, kinds: &[RightKind]) -> FirstRegistration {
    FirstRegistration {
        object: Some(object),
        claims: claims(kinds),
        ..resource(account)
    }
}

/// A registration of public data, which creates no rights.
pub(super) fn public_data(account: u64) -> FirstRegistration {
    let mut filing = FirstRegistration {
        regime: PUBLIC_DATA_2025,
        claims: Default::default(),
        ..resource(account)
    };
    filing.facts.category = DataCategory::Public;
    filing.facts.public_class = PublicClass::OrganData;
    filing
}

/// An earlier registration of `account`: holding and use, from 2024-06-03 to 2027-06-02.
pub(super) fn earlier(account: u64, number: &str) -> EarlierRegistration {
    EarlierRegistration {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        scheme: "GD-DATA-2023".parse().unwrap(),
        number: number.parse().unwrap(),
        registered_on: day("2024-06-03"),
        valid_through: day("2027-06-02"),
        facts: resource(account).facts,
        holders: Holders::Sole(party(account)),
        kinds: RightKinds::HOLDING_AND_USE,
        fingerprints: Default::default(),
        checks: EarlierChecks {
            source: true,
            content: true,
            authorisation: false,
        },
        file: digest(0xaa),
    }
}

/// What an officer received from a person on paper.
pub(super) fn at_counter(account: u64, received_at: &str) -> Capacity {
    Capacity::Counter(CounterFiling {
        party: party(account),
        document: digest(0xbb),
        received_at: at(received_at),
    })
}

/// A document of the national system.
pub(super) fn reference(moment: &str) -> Reference {
    Reference {
        document: digest(0x77),
        at: at(moment),
    }
}

/// Registrations under the national regime are completed on the national system.
pub(super) fn complete_nationally() {
    change_regime(NATIONAL_2026, |regime| {
        regime.completion = Completion::NationalSystem
    });
}
