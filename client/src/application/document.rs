//! The members of the document.

use quanji_primitives::{
    clock::Day,
    filing::{EvidenceKind, Withholding},
    object::{DataCategory, DataLevel, FingerprintKind, LawfulGround, ObjectKind, SourceKind},
    regime::ClaimCondition,
    rights::RightKind,
    AuthorityId, Digest, ObjectId, PartyId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{PublicText, RegimeText, SourceText, Text};

/// A holder, with its share where there are shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The party.
    pub party: Text<PartyId>,
    /// Millionths of the whole; nothing when the right is held jointly or by one party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<u32>,
}

/// A right claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimText {
    /// The kind.
    pub kind: RightKind,
    /// Years of validity.
    pub years: u8,
}

/// A fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FingerprintText {
    /// What was fingerprinted.
    pub kind: FingerprintKind,
    /// The day of the data.
    pub day: Text<Day>,
    /// The digest.
    pub digest: Text<Digest>,
}

impl FingerprintText {
    /// Reads the file that `quanji fingerprint` writes; nothing when it is another one.
    pub fn from_file(file: &[u8]) -> Option<Self> {
        let document: Value = serde_json::from_slice(file).ok()?;
        if document["algorithm"] != "blake3-256" {
            return None;
        }
        let mut digest = [0; 32];
        hex::decode_to_slice(document["digest"].as_str()?, &mut digest).ok()?;
        Some(Self {
            kind: serde_json::from_value(document["kind"].clone()).ok()?,
            day: Text(document["date"].as_str()?.parse().ok()?),
            digest: Text(Digest::Blake3_256(digest)),
        })
    }
}

/// A supporting document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceText {
    /// What it is.
    pub kind: EvidenceKind,
    /// Its digest.
    pub digest: Text<Digest>,
}

/// The basis on which personal information is claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalText {
    /// The lawful ground.
    pub ground: LawfulGround,
    /// Digest of the document that states purpose and scope.
    pub authorisation: Text<Digest>,
    /// The last day of the authorised term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Text<Day>>,
}

/// The declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclarationText {
    /// The material is true, correct and complete.
    pub truthful: bool,
    /// The data touches the public interest.
    #[serde(default)]
    pub touches_public_interest: bool,
    /// Digest of the signed declaration.
    pub document: Text<Digest>,
}

/// A further participant of a joint application, with rights and a certificate of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticipantText {
    /// Who is to hold them.
    pub holders: Vec<Holder>,
    /// The rights claimed.
    pub claims: Vec<ClaimText>,
}

/// A request not to be published (NG 24).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithholdingText {
    /// How much: a part or the whole of the description.
    pub extent: Withholding,
    /// Digest of the written reason; without one nothing can be withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text<Digest>>,
}

/// An application for first registration in text form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// The authority.
    pub authority: Text<AuthorityId>,
    /// The regime and its version, `national-2026/1`.
    pub regime: Text<RegimeText>,
    /// A registered object in which the same holders ask for further rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<Text<ObjectId>>,
    /// Resource or product.
    pub kind: ObjectKind,
    /// Public, enterprise or personal.
    pub category: DataCategory,
    /// General or important.
    pub level: DataLevel,
    /// How the data came about.
    pub source: SourceKind,
    /// Whether it is public data: `none`, `utility`, `organ-data`, `authorised-operation:QUERY-CODE`.
    #[serde(default)]
    pub public_class: Text<PublicText>,
    /// Industry division of GB/T 4754.
    pub industry: u8,
    /// Form of a product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<u8>,
    /// Set when the data bears personal information.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal_information: Option<PersonalText>,
    /// SHA-256 of the canonical description.
    pub description: Text<Digest>,
    /// What it was made from: objects, rights, or digests of what is not registered here.
    #[serde(default)]
    pub lineage: Vec<Text<SourceText>>,
    /// Who is to hold the rights.
    pub holders: Vec<Holder>,
    /// The rights claimed; none where the regime creates no rights.
    #[serde(default)]
    pub claims: Vec<ClaimText>,
    /// Further participants of a joint application.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<ParticipantText>,
    /// Conditions declared as met.
    #[serde(default)]
    pub conditions: Vec<ClaimCondition>,
    /// Fingerprints of the data.
    #[serde(default)]
    pub fingerprints: Vec<FingerprintText>,
    /// Supporting documents.
    pub evidence: Vec<EvidenceText>,
    /// The declaration.
    pub declaration: DeclarationText,
    /// A request not to be published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withholding: Option<WithholdingText>,
}
