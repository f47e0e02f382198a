//! A small register: one object with three rights, two certificates, two marks that have ended, and what surrounds them.

use codec::Encode;
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus},
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::{DevelopmentClock, Moment},
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    person::Person,
    regime::Regime,
    regimes::national_2026,
    rights::{Holders, RightKind, Share},
    storage_keys,
    terms::{LicenceKind, LicenceTerms, Region},
    v1::{
        AuthorityRecord, CertificateRecord, CredentialKey, LicenceRecord, ObjectRecord, Outcome, PartyRecord,
        PartyStanding, Publication, Reported, RightRecord, RightStatus, VERSION,
    },
    AuthorityId, CaseId, Digest, ObjectId, ObjectionId, PartyId, RightId,
};
use quanji_verifier::{Record, StateProof, TitleKeys, H256};
use sp_runtime::{traits::BlakeTwo256, StateVersion, Storage};
use sp_state_machine::{prove_read_on_trie_backend, Backend, InMemoryBackend};
use std::collections::BTreeMap;

pub const AUTHORITY: AuthorityId = AuthorityId(44);
pub const OTHER_AUTHORITY: AuthorityId = AuthorityId(31);
/// 2026-11-09 in China.
pub const ISSUED_AT: Moment = Moment(1_794_153_600_000);
pub const AS_OF: Moment = Moment(ISSUED_AT.0 + 3_600_000);
pub const VALID_UNTIL: Moment = Moment(ISSUED_AT.0 + 94_608_000_000);

pub fn object_id() -> ObjectId {
    ObjectId::new(AUTHORITY, 1).unwrap()
}

pub fn other_object_id() -> ObjectId {
    ObjectId::new(AUTHORITY, 2).unwrap()
}

pub fn party_id(serial: u64) -> PartyId {
    PartyId::new(AUTHORITY, serial).unwrap()
}

pub fn number(serial: u16) -> CertificateNumber {
    CertificateNumber::new(
        44,
        1,
        NumberingMonth {
            year: 2026,
            month: 11,
        },
        serial,
    )
    .unwrap()
}

#[derive(Clone)]
pub struct Register {
    pub object: ObjectRecord,
    pub rights: Vec<RightRecord>,
    /// What the licences among them have beside their rights.
    pub licences: BTreeMap<u32, LicenceRecord>,
    pub certificates: Vec<CertificateRecord>,
    pub marks: Vec<Mark>,
    pub parties: BTreeMap<PartyId, PartyRecord>,
    pub successors: BTreeMap<PartyId, PartyId>,
    pub authority: AuthorityRecord,
    pub keys: Vec<CredentialKey>,
    pub other_key: [u8; 32],
    pub regime: Regime,
    /// Rights of other objects, each with what it has beside it where it is a licence.
    pub sources: Vec<(RightId, RightRecord, Option<LicenceRecord>)>,
    pub block_time: Option<Moment>,
    pub clock: Option<DevelopmentClock>,
}

pub fn right(kind: RightKind, holders: Holders, certificate: u32) -> RightRecord {
    RightRecord {
        version: VERSION,
        kind,
        holders,
        parent: None,
        valid_until: VALID_UNTIL,
        certificate,
        entry: certificate + 1,
        status: RightStatus::Live,
        licences: 0,
    }
}

/// What a licence to use for purpose 1 in region 44 has beside its right.
pub fn licence() -> LicenceRecord {
    LicenceRecord {
        version: VERSION,
        terms: LicenceTerms {
            kind: LicenceKind::NonExclusive,
            gives: RightKind::ProcessingUse,
            purposes: vec![1].try_into().unwrap(),
            territory: vec![Region(44)].try_into().unwrap(),
            media: Default::default(),
            quantity: None,
            valid_until: VALID_UNTIL,
            sublicensing: 0,
            export: None,
            department_consent: None,
            authorisation: None,
            in_return_for: None,
        },
        policy: Digest::Sha2_256([0xd2; 32]),
        contract: Digest::Sha2_256([0xd3; 32]),
        root_signed: false,
        subject_to: Default::default(),
        reported: Reported::default(),
    }
}

fn certificate(serial: u16, rights: Vec<u32>, entry: u32) -> CertificateRecord {
    CertificateRecord {
        version: VERSION,
        number: number(serial),
        issue: 2,
        rights: rights.try_into().unwrap(),
        entry,
        issued_at: ISSUED_AT,
        outcome: Outcome::Live,
        without_rights: None,
    }
}

pub fn objection_id() -> ObjectionId {
    ObjectionId::new(AUTHORITY, 9).unwrap()
}

/// A mark against `rights`, since an hour before the proven block.
pub fn mark(kind: MarkKind, rights: &[u32]) -> Mark {
    Mark {
        version: VERSION,
        kind,
        rights: rights.iter().copied().collect::<RightSet>(),
        source: MarkSource::Objection(objection_id()),
        authority: AUTHORITY,
        since: Moment(AS_OF.0 - 3_600_000),
        until: None,
        ended: None,
        order: None,
    }
}

/// Two marks that no longer stand: one was ended, the time of the other ran out.
fn ended_marks() -> Vec<Mark> {
    let ended = Some((Moment(AS_OF.0 - 60_000), MarkEnd::Dismissed));
    vec![
        Mark {
            ended,
            ..mark(MarkKind::ObjectionNotice, &[0, 1])
        },
        Mark {
            until: Some(AS_OF),
            ..mark(MarkKind::Hold, &[0])
        },
    ]
}

fn party(person: Person) -> PartyRecord {
    PartyRecord {
        version: VERSION,
        person,
        roles: Default::default(),
        admitted_by: AUTHORITY,
        admitted_at: Moment(1),
        standing: PartyStanding::Good,
    }
}

fn object() -> ObjectRecord {
    ObjectRecord {
        version: VERSION,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 74,
            form: None,
            personal_information: None,
            description: Digest::Sha2_256([0xd1; 32]),
            lineage: Default::default(),
        },
        authority: AUTHORITY,
        regime: national_2026().id,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: Moment(ISSUED_AT.0 - 1),
        imported: None,
        rights: 3,
        certificates: 2,
        entries: 2,
        fingerprints: 0,
        derived: 0,
        marks: 2,
        open_cases: Default::default(),
        open_objections: Default::default(),
        history: [9; 32],
    }
}

impl Register {
    pub fn new(expired_key: [u8; 32], key: [u8; 32], other_key: [u8; 32]) -> Self {
        let shares = [(2, 400_000), (3, 600_000)].map(|(serial, parts)| Share {
            party: party_id(serial),
            parts,
        });
        let shares = Holders::Shares(shares.to_vec().try_into().unwrap());
        let code = |text: &str| text.parse().unwrap();
        let key_from = |public, valid_from, valid_until| CredentialKey {
            version: VERSION,
            public,
            valid_from,
            valid_until,
        };
        Self {
            object: object(),
            rights: vec![
                right(RightKind::Holding, Holders::Sole(party_id(1)), 0),
                right(RightKind::ProcessingUse, Holders::Sole(party_id(1)), 0),
                right(RightKind::Operating, shares, 1),
            ],
            licences: BTreeMap::new(),
            certificates: vec![certificate(1, vec![0, 1], 1), certificate(2, vec![2], 2)],
            marks: ended_marks(),
            parties: BTreeMap::from([
                (
                    party_id(1),
                    party(Person::LegalPerson(code("9144030071526726XG"))),
                ),
                (
                    party_id(2),
                    party(Person::UnincorporatedOrganisation(code("91440300708461136T"))),
                ),
                (party_id(3), party(Person::NaturalPerson([0xc0; 32]))),
            ]),
            successors: BTreeMap::new(),
            authority: AuthorityRecord {
                version: VERSION,
                profile: AuthorityProfile {
                    name: "粤数登记中心".as_bytes().to_vec().try_into().unwrap(),
                    credit_code: code("9144030071526726XG"),
                    region: 44,
                    digit: 1,
                },
                status: AuthorityStatus::Listed,
                affiliates: Default::default(),
                credential_keys: 2,
                officers: 2,
                admitted_at: Moment(1),
            },
            keys: vec![
                key_from(expired_key, Moment(0), Some(ISSUED_AT)),
                key_from(key, ISSUED_AT, None),
            ],
            other_key,
            regime: national_2026(),
            sources: Vec::new(),
            block_time: Some(AS_OF),
            clock: None,
        }
    }

    /// Adds a mark and counts it.
    pub fn add_mark(&mut self, mark: Mark) {
        self.marks.push(mark);
        self.object.marks += 1;
    }

    /// Opens a case on the object.
    pub fn open_case(&mut self) -> CaseId {
        let case = CaseId::new(AUTHORITY, 12).unwrap();
        self.object.open_cases.try_push(case).unwrap();
        case
    }

    /// A further party stands in the place of `serial`.
    pub fn succeed(&mut self, serial: u64, successor: u64) {
        self.parties.get_mut(&party_id(serial)).unwrap().standing = PartyStanding::Succeeded;
        let heir = party(Person::NaturalPerson([successor as u8; 32]));
        self.parties.entry(party_id(successor)).or_insert(heir);
        self.successors.insert(party_id(serial), party_id(successor));
    }

    /// The state, with records of others around those of the title.
    pub fn values(&self) -> BTreeMap<Vec<u8>, Vec<u8>> {
        let id = object_id();
        let mut values = BTreeMap::from([
            (storage_keys::object(id), self.object.encode()),
            (
                storage_keys::authority(self.object.authority),
                self.authority.encode(),
            ),
            (storage_keys::regime(self.object.regime), self.regime.encode()),
        ]);
        let other_key = CredentialKey {
            version: VERSION,
            public: self.other_key,
            valid_from: Moment(0),
            valid_until: None,
        };
        values.insert(
            storage_keys::credential_key(OTHER_AUTHORITY, 0),
            other_key.encode(),
        );
        values.extend(
            (0..)
                .zip(&self.rights)
                .map(|(at, right)| (storage_keys::right(id, at), right.encode())),
        );
        let licences = self.licences.iter();
        values.extend(licences.map(|(at, licence)| (storage_keys::licence(id, *at), licence.encode())));
        let certificates = (0..).zip(&self.certificates);
        values.extend(certificates.map(|(at, record)| (storage_keys::certificate(id, at), record.encode())));
        let marks = (0..).zip(&self.marks);
        values.extend(marks.map(|(at, mark)| (storage_keys::mark(id, at), mark.encode())));
        values.extend(
            self.parties
                .iter()
                .map(|(id, record)| (storage_keys::party(*id), record.encode())),
        );
        values.extend(
            self.successors
                .iter()
                .map(|(party, successor)| (storage_keys::successor_of(*party), successor.encode())),
        );
        let keys = (0..).zip(&self.keys);
        values.extend(keys.map(|(at, key)| (storage_keys::credential_key(AUTHORITY, at), key.encode())));
        values.extend(
            self.block_time
                .map(|time| (storage_keys::block_time(), time.encode())),
        );
        values.extend(
            self.clock
                .map(|clock| (storage_keys::development_clock(), clock.encode())),
        );
        for serial in 2..40 {
            let id = ObjectId::new(AUTHORITY, serial).unwrap();
            values.insert(storage_keys::object(id), self.object.encode());
            values.insert(
                storage_keys::right(id, 0),
                right(RightKind::Holding, Holders::Sole(party_id(1)), 0).encode(),
            );
        }
        for (number, right, licence) in &self.sources {
            values.insert(storage_keys::right(number.object, number.index), right.encode());
            let licence = licence.iter().map(|licence| {
                let key = storage_keys::licence(number.object, number.index);
                (key, licence.encode())
            });
            values.extend(licence);
        }
        values
    }
}

/// A state: its root, and proofs of keys in it.
pub struct State {
    /// How many parties were succeeded.
    successors: usize,
    values: BTreeMap<Vec<u8>, Vec<u8>>,
    backend: InMemoryBackend<BlakeTwo256>,
}

impl State {
    pub fn new(values: BTreeMap<Vec<u8>, Vec<u8>>) -> Self {
        let storage = Storage {
            top: values.clone(),
            children_default: Default::default(),
        };
        let prefix = &storage_keys::successor_of(party_id(0))[..32];
        Self {
            successors: values.keys().filter(|key| key.starts_with(prefix)).count(),
            values,
            backend: (storage, StateVersion::V1).into(),
        }
    }

    pub fn root(&self) -> H256 {
        self.backend.storage_root(core::iter::empty(), StateVersion::V1).0
    }

    pub fn prove(&self, keys: &[Vec<u8>]) -> Vec<Vec<u8>> {
        prove_read_on_trie_backend(&self.backend, keys)
            .unwrap()
            .into_iter_nodes()
            .collect()
    }

    /// As a client does it: rounds of keys, then one proof.
    pub fn prove_title(&self, object: ObjectId) -> Vec<Vec<u8>> {
        let mut keys = TitleKeys::new(object);
        let mut rounds = 0;
        loop {
            // A record that is absent where one should be ends the rounds: some forgeries are made of such states.
            let missing = keys.missing().unwrap_or_default();
            if missing.is_empty() {
                break;
            }
            rounds += 1;
            // A source hangs on two more rights at most, in these tests.
            let most = 5 + 2 * self.successors;
            assert!(
                rounds <= most,
                "keys become known in three rounds, two for each step up from a source, two for each successor"
            );
            for key in missing {
                let value = self.values.get(&key).cloned();
                keys.insert(key, value);
            }
        }
        self.prove(&keys.all())
    }

    pub fn proof(&self, nodes: Vec<Vec<u8>>) -> StateProof {
        StateProof::new(self.root(), nodes)
    }

    /// The place of the node that holds a record's value.
    pub fn node_of(&self, record: Record, nodes: &[Vec<u8>]) -> usize {
        let value = &self.values[&record.key()];
        nodes
            .iter()
            .position(|node| node.ends_with(value))
            .expect("the proof holds the record")
    }
}
