//! The credential: a W3C Verifiable Credential 2.0 that says what one certificate says.
//!
//! It is written from proven records by one function, for the authority that signs it and for the verifier that compares
//! it: a field that one knows the other cannot forget.

use crate::{
    errors::{CredentialError, StateError},
    integrity::{self, IssuerKey},
    json::compare,
    timestamp,
    title::Title,
};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use quanji_primitives::{
    certificate_number::CertificateNumber,
    clock::Moment,
    object::{DataCategory, DataLevel, ObjectKind, SourceKind},
    person::{ForeignRegister, Person},
    regime::Bilingual,
    rights::{Holders, RightKind},
    v1::{CertificateRecord, Publication, RightRecord},
    ObjectId, PartyId, RightId,
};
use serde_json::{json, Value};
use sp_core::H256;

/// The second context lets software for linked data read members that no shared vocabulary defines.
const CONTEXT: [&str; 2] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/ns/credentials/undefined-terms/v2",
];

/// Members that stay the same in every issue of a certificate, and when it has ended; and the identifier, which names the
/// issue.
const LASTING: [&str; 8] = [
    "/@context",
    "/type",
    "/credentialSubject/id",
    "/credentialSubject/chain",
    "/credentialSubject/object",
    "/credentialSubject/authority",
    "/id",
    "/proof",
];

/// The credential of `certificate`, not yet signed. `certificate` is one of the title's.
pub fn unsigned(
    title: &Title,
    certificate: &CertificateRecord,
    genesis: H256,
    key: IssuerKey,
) -> Result<Value, StateError> {
    let rights = title.rights_of(certificate)?;
    let without_rights = certificate.without_rights.iter();
    let valid_until = rights
        .iter()
        .map(|(_, right)| right.valid_until)
        .chain(without_rights.map(|registration| registration.valid_until))
        .max()
        .unwrap_or_default();
    Ok(json!({
        "@context": CONTEXT,
        "id": identifier(certificate.number, certificate.issue),
        "type": ["VerifiableCredential", "DataRightCertificate"],
        "issuer": { "id": key.did(), "name": text(&title.authority.profile.name) },
        "validFrom": timestamp::text(certificate.issued_at),
        "validUntil": timestamp::text(valid_until),
        "credentialSubject": subject(title, certificate, &rights, genesis)?,
    }))
}

/// The identifier of the credential of one issue of a certificate.
fn identifier(number: CertificateNumber, issue: u16) -> String {
    format!("urn:quanji:certificate:{number}/{issue}")
}

/// The signed credential. `created` is register time at the block whose proof goes with it, or earlier; `signer` gets 64
/// bytes and gives the Ed25519 signature of `key`.
pub fn sign<E: From<CredentialError>>(
    unsigned: Value,
    key: IssuerKey,
    created: Moment,
    signer: impl FnOnce(&[u8]) -> Result<[u8; 64], E>,
) -> Result<Value, E> {
    integrity::sign(unsigned, key, created, signer)
}

fn subject(
    title: &Title,
    certificate: &CertificateRecord,
    rights: &[(u32, &RightRecord)],
    genesis: H256,
) -> Result<Value, StateError> {
    let (facts, regime) = (&title.object.facts, &title.regime);
    Ok(json!({
        "id": format!("urn:quanji:object:{}", title.id),
        "chain": hex::encode(genesis),
        "object": title.id.to_string(),
        "kind": kind(facts.kind),
        "category": category(facts.category),
        "level": level(facts.level),
        "source": source(facts.source),
        "industry": facts.industry,
        "form": facts.form,
        "descriptionDigest": facts.description.to_string(),
        "publication": publication(title.object.publication),
        "authority": title.object.authority.to_string(),
        "certificate": {
            "number": certificate.number.to_string(),
            "issue": certificate.issue,
            "entry": certificate.entry,
            "issuedAt": timestamp::text(certificate.issued_at),
        },
        "regime": {
            "system": regime.id.system,
            "version": regime.id.version,
            "title": bilingual(&regime.name),
        },
        "rights": rights.iter().map(|(number, right)| one_right(title, *number, right)).collect::<Vec<_>>(),
        "holders": holders(title, certificate)?,
        "effectText": bilingual(&regime.effect_text),
    }))
}

fn one_right(title: &Title, number: u32, right: &RightRecord) -> Value {
    json!({
        "right": RightId { object: title.id, index: number }.to_string(),
        "kind": right_kind(right.kind),
        "label": bilingual(title.regime.label(right.kind)),
        "entry": right.entry,
        "validUntil": timestamp::text(right.valid_until),
    })
}

/// How the rights are held, and by whom; a share stands with its holder.
fn holders(title: &Title, certificate: &CertificateRecord) -> Result<Value, StateError> {
    let Some(holders) = title.holders_of(certificate)? else {
        return Ok(Value::Null);
    };
    let (form, list): (_, Vec<Value>) = match holders {
        Holders::Sole(party) => ("sole", alloc::vec![one_holder(title, *party, None)]),
        Holders::Joint(parties) => (
            "joint",
            parties
                .iter()
                .map(|party| one_holder(title, *party, None))
                .collect(),
        ),
        Holders::Shares(shares) => (
            "shares",
            shares
                .iter()
                .map(|share| one_holder(title, share.party, Some(share.parts)))
                .collect(),
        ),
    };
    Ok(json!({ "form": form, "parties": list }))
}

fn one_holder(title: &Title, party: PartyId, parts: Option<u32>) -> Value {
    let (kind, identification) = title
        .parties
        .get(&party)
        .map(|record| person(&record.person))
        .unzip();
    let mut holder = json!({ "party": party.to_string(), "kind": kind, "identification": identification });
    if let (Some(parts), Some(members)) = (parts, holder.as_object_mut()) {
        members.insert("partsPerMillion".into(), parts.into());
    }
    holder
}

fn person(person: &Person) -> (&'static str, String) {
    match person {
        Person::LegalPerson(code) => ("legal_person", code.to_string()),
        Person::UnincorporatedOrganisation(code) => ("unincorporated_organisation", code.to_string()),
        Person::ForeignBody(ForeignRegister::Lei(lei)) => ("foreign_body", lei.to_string()),
        Person::ForeignBody(ForeignRegister::Register { country, extract }) => {
            ("foreign_body", format!("{} {extract}", text(country)))
        }
        Person::NaturalPerson(commitment) => ("natural_person", hex::encode(commitment)),
    }
}

fn bilingual(texts: &Bilingual) -> Value {
    json!({ "zh": texts.zh(), "en": texts.en() })
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn publication(publication: Publication) -> String {
    match publication {
        Publication::Full => "full".into(),
        Publication::Part(digest) => format!("part {digest}"),
        Publication::Withheld => "withheld".into(),
    }
}

fn kind(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Resource => "resource",
        ObjectKind::Product => "product",
    }
}

fn category(category: DataCategory) -> &'static str {
    match category {
        DataCategory::Public => "public",
        DataCategory::Enterprise => "enterprise",
        DataCategory::Personal => "personal",
    }
}

fn level(level: DataLevel) -> &'static str {
    match level {
        DataLevel::General => "general",
        DataLevel::Important => "important",
        DataLevel::Core => "core",
    }
}

fn source(source: SourceKind) -> &'static str {
    match source {
        SourceKind::Collected => "collected",
        SourceKind::Commissioned => "commissioned",
        SourceKind::Agreement => "agreement",
        SourceKind::OpenDataByProgram => "open_data_by_program",
        SourceKind::JointFusion => "joint_fusion",
        SourceKind::Derived => "derived",
        SourceKind::Entrusted => "entrusted",
    }
}

fn right_kind(kind: RightKind) -> &'static str {
    match kind {
        RightKind::Holding => "holding",
        RightKind::ProcessingUse => "processing_use",
        RightKind::Operating => "operating",
    }
}

/// What a signed credential claims, before any of it is believed.
#[derive(Clone, PartialEq, Debug)]
pub struct Claims {
    /// The credential without its proof.
    pub document: Value,
    /// The proof without its signature.
    pub options: Value,
    /// The signature.
    pub signature: [u8; 64],
    /// The key it says it was signed with.
    pub key: IssuerKey,
    /// When it says it was signed, in register time.
    pub created: Moment,
    /// The object it is about.
    pub object: ObjectId,
    /// The number of its certificate.
    pub number: CertificateNumber,
    /// The issue of its certificate.
    pub issue: u16,
}

impl Claims {
    /// Reads the members by which the rest is found.
    pub fn read(credential: &Value) -> Result<Self, CredentialError> {
        let (document, options, signature) = integrity::split(credential.clone())?;
        let key = member(&document, "/issuer/id", IssuerKey::from_did)?;
        let created = options
            .get("created")
            .and_then(Value::as_str)
            .and_then(timestamp::parse);
        let object = member(&document, "/credentialSubject/object", |text| text.parse().ok())?;
        let number = member(&document, "/credentialSubject/certificate/number", |text| {
            text.parse().ok()
        })?;
        const ISSUE: &str = "/credentialSubject/certificate/issue";
        let issue = document
            .pointer(ISSUE)
            .and_then(Value::as_u64)
            .and_then(|issue| issue.try_into().ok());
        Ok(Self {
            signature,
            key,
            created: created.ok_or(CredentialError::Missing {
                member: "/proof/created",
            })?,
            object,
            number,
            issue: issue.ok_or(CredentialError::Missing { member: ISSUE })?,
            document,
            options,
        })
    }

    /// Every member must be the one that the proven records give.
    pub fn equal_records(&self, expected: &Value) -> Result<(), CredentialError> {
        compare(
            "",
            &self.with_options(expected, self.expected_options(expected)),
            &self.found(),
        )
    }

    /// The members that never change must be the ones that the proven records give, and the identifier that of the issue
    /// claimed.
    pub fn equal_records_in_what_lasts(&self, expected: &Value) -> Result<(), CredentialError> {
        let mut expected = self.with_options(expected, self.expected_options(expected));
        if let Some(members) = expected.as_object_mut() {
            members.insert("id".into(), identifier(self.number, self.issue).into());
        }
        let found = self.found();
        LASTING.into_iter().try_for_each(|member| {
            let part = |value: &Value| value.pointer(member).cloned().unwrap_or(Value::Null);
            compare(member, &part(&expected), &part(&found))
        })
    }

    fn expected_options(&self, expected: &Value) -> Value {
        integrity::proof_options(expected, self.key, self.created)
    }

    fn found(&self) -> Value {
        self.with_options(&self.document, self.options.clone())
    }

    fn with_options(&self, document: &Value, options: Value) -> Value {
        let mut whole = document.clone();
        if let Some(members) = whole.as_object_mut() {
            members.insert("proof".into(), options);
        }
        whole
    }
}

fn member<T>(
    document: &Value,
    name: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, CredentialError> {
    let value = document.pointer(name).and_then(Value::as_str).and_then(read);
    value.ok_or(CredentialError::Missing { member: name })
}
