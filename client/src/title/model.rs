//! A title report: what stands in the register about an object or a party at one block, as programs read it and as pages are
//! made from it.

mod completeness;

pub use completeness::{Completeness, EffectText, Gap, Proven};

use quanji_primitives::{
    certificate_number::CertificateNumber,
    clock::{Day, Moment},
    ending::MotionMatter,
    marks::{MarkKind, RightSet},
    object::{DataCategory, DataLevel, ObjectKind, SourceKind},
    person::Person,
    regime::Act,
    rights::RightKind,
    terms::{LicenceKind, QuantityUnit},
    v1::{PartyStanding, Publication},
    AuthorityId, CaseId, ObjectId, ObjectionId, PartyId, RightId,
};
use serde::Serialize;
use serde_json::Value;

use super::{
    received::ReceivedShown,
    searches::Search,
    securities::{Rank, WaitingDeed},
    shown, shown_list, shown_option, shown_rights,
    warnings::Noted,
    Security,
};

/// The format of the report for programs.
pub const FORMAT: &str = "quanji-title/1";

/// How much a report tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// What everybody may read: no amounts, no licensees.
    Extract,
    /// With the consent of the holder: everything of the holder's rights.
    Full,
}

/// What a report is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One object.
    Object(#[serde(serialize_with = "shown")] ObjectId),
    /// Everything of a party.
    Party(#[serde(serialize_with = "shown")] PartyId),
}

impl std::fmt::Display for Subject {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Object(object) => object.fmt(formatter),
            Self::Party(party) => party.fmt(formatter),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let object = text.parse().map(Self::Object).ok();
        object.or_else(|| text.parse().map(Self::Party).ok()).ok_or(())
    }
}

/// The block at which everything in a report stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AsOf {
    /// Hash of the chain's genesis block.
    pub genesis: String,
    /// Its number.
    pub block: u32,
    /// Its hash.
    pub block_hash: String,
    /// The root of its state, under which every record is proven.
    pub state_root: String,
    /// Register time.
    #[serde(serialize_with = "shown")]
    pub time: Moment,
    /// Real time, where the register's clock can be set.
    #[serde(serialize_with = "shown_option")]
    pub real_time: Option<Moment>,
    /// Whether finality was proven from a genesis block that the reader trusts; else the node's word was taken.
    pub finality_proven: bool,
    /// Changes of the set of validators that the proof goes through.
    pub set_changes: usize,
}

/// A consent that was used.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ConsentUsed {
    /// SHA-256 of the document.
    pub digest: String,
    /// Who gave it.
    #[serde(serialize_with = "shown_list")]
    pub signed_by: Vec<PartyId>,
    /// To whom.
    #[serde(serialize_with = "shown")]
    pub to: PartyId,
    /// For what.
    pub purpose: String,
    /// The last day on which it can be used.
    #[serde(serialize_with = "shown")]
    pub until: Day,
}

/// A party as a report names it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PartyShown {
    /// Its identifier.
    #[serde(serialize_with = "shown")]
    pub party: PartyId,
    /// What identifies it; nothing of one outside the proof.
    pub person: Option<Person>,
    /// Its standing.
    pub standing: Option<PartyStanding>,
    /// Parts in a million of a right held by shares.
    pub parts: Option<u32>,
    /// Whose place it took.
    #[serde(serialize_with = "shown_option")]
    pub in_place_of: Option<PartyId>,
}

/// What a right is to the one the report is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Held: a right of first registration.
    Held,
    /// Registered without rights.
    Registered,
    /// Held by licence of another.
    LicensedIn,
    /// Given to another by licence.
    LicensedOut,
    /// Held by another, of its own.
    OfOthers,
    /// Passed on to another.
    PassedOn,
}

/// How a right stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// In force.
    InForce,
    /// Its term is over.
    Lapsed,
    /// Ended by an entry.
    Ended {
        /// The entry.
        entry: u32,
        /// When, as far as the node keeps it.
        #[serde(serialize_with = "shown_option")]
        at: Option<Moment>,
    },
    /// Its term is over, and a renewal that was filed in time keeps it in force until it is decided (NG 36).
    KeptInForce {
        /// The case of the renewal.
        #[serde(serialize_with = "shown")]
        renewal: CaseId,
    },
    /// What it hangs on is not in force.
    AboveNotInForce {
        /// The right above.
        above: u32,
    },
}

/// The coded facts of an object.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FactsShown {
    /// Resource or product.
    pub kind: ObjectKind,
    /// Public, enterprise or personal.
    pub category: DataCategory,
    /// General or important.
    pub level: DataLevel,
    /// How the data came about.
    pub source: SourceKind,
    /// Division of GB/T 4754.
    pub industry: u8,
    /// Whether it bears personal information.
    pub personal_information: bool,
    /// The last day of the authorisation to process it.
    #[serde(serialize_with = "shown_option")]
    pub authorised_until: Option<Day>,
    /// Digest of the description.
    pub description: String,
    /// What it was made from.
    pub made_from: Vec<String>,
}

/// The terms of a licence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TermsShown {
    /// Exclusive, sole or non-exclusive.
    pub kind: LicenceKind,
    /// Codes of its purposes.
    pub purposes: Vec<u8>,
    /// Codes of its regions.
    pub territory: Vec<u8>,
    /// How much may be used in all, as text.
    pub quantity: Option<(QuantityUnit, String)>,
    /// How many levels of sub-licences may stand below it.
    pub sublicensing: u8,
}

/// A right.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RightShown {
    /// What it is to the subject.
    pub relation: Relation,
    /// Its identifier; nothing for a registration without rights.
    #[serde(serialize_with = "shown_option")]
    pub right: Option<RightId>,
    /// Its kind.
    pub kind: Option<RightKind>,
    /// What the regime calls it, Chinese and English.
    pub label: (String, String),
    /// Who holds it now.
    pub holders: Vec<PartyShown>,
    /// The certificate that lists it.
    #[serde(serialize_with = "shown")]
    pub certificate: CertificateNumber,
    /// The issue of the certificate.
    pub issue: u16,
    /// The entry that made it.
    pub entry: u32,
    /// The right it was licensed from.
    pub parent: Option<u32>,
    /// The first moment at which it is no longer valid.
    #[serde(serialize_with = "shown")]
    pub valid_until: Moment,
    /// How it stands.
    pub state: State,
    /// The terms of a licence.
    pub terms: Option<TermsShown>,
    /// Ranks of the pledges and reservations on it.
    pub ranks: Vec<Rank>,
}

/// A mark that stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MarkShown {
    /// Its number.
    pub number: u32,
    /// Its kind; of a seizure by its rank now.
    pub kind: MarkKind,
    /// Against these rights; none named: against the registration itself.
    pub rights: Vec<u32>,
    /// Since when.
    #[serde(serialize_with = "shown")]
    pub since: Moment,
    /// Until when, as far as that is known.
    #[serde(serialize_with = "shown_option")]
    pub until: Option<Moment>,
    /// The entry in which it was set, as far as the node keeps it.
    pub entry: Option<u32>,
}

/// An object.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ObjectShown {
    /// Which.
    #[serde(serialize_with = "shown")]
    pub object: ObjectId,
    /// Its name, from a description that has the registered digest.
    pub name: Option<String>,
    /// Coded facts.
    pub facts: FactsShown,
    /// How the description was published.
    pub publication: Publication,
    /// The authority that keeps it.
    #[serde(serialize_with = "shown")]
    pub authority: AuthorityId,
    /// Its name.
    pub authority_name: String,
    /// The regime: name in Chinese and English, system and version.
    pub regime: (String, String, String),
    /// When it was first entered.
    #[serde(serialize_with = "shown")]
    pub entered_at: Moment,
    /// The entry that ended it.
    pub ended_by: Option<u32>,
    /// Number of its entries.
    pub entries: u32,
    /// Digest of its history, which proves each of them.
    pub history: String,
    /// The day of its last snapshot.
    #[serde(serialize_with = "shown_option")]
    pub last_snapshot: Option<Day>,
    /// Its rights, as far as the report tells of them.
    pub rights: Vec<RightShown>,
    /// Licences in force on the rights that are told, whether they are told or not.
    pub licences_in_force: usize,
    /// Marks that stand.
    pub marks: Vec<MarkShown>,
    /// Marks ever made.
    pub marks_ever: u32,
    /// Pledges and reservations that stand, or ended or lapsed in the last 24 months.
    pub securities: Vec<Security>,
    /// Deeds that wait for signatures.
    pub deeds: Vec<WaitingDeed>,
    /// Offers of licences that wait for signatures.
    pub offers: Vec<OfferShown>,
    /// What the authority is about to do of its own motion.
    pub motion: Option<MotionShown>,
    /// Open objections.
    #[serde(serialize_with = "shown_list")]
    pub objections: Vec<ObjectionId>,
    /// Cases on their way.
    #[serde(serialize_with = "shown_list")]
    pub cases: Vec<CaseId>,
}

/// An offer of a licence that waits for signatures: with the last one it is entered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct OfferShown {
    /// Its number on the object.
    pub number: u32,
    /// The right from which it would be granted.
    pub from: u32,
    /// Exclusive, sole or non-exclusive.
    pub kind: LicenceKind,
    /// Who would get it; not in an extract.
    #[serde(serialize_with = "shown_option")]
    pub licensee: Option<PartyId>,
    /// The first moment at which it can no longer be signed.
    #[serde(serialize_with = "shown")]
    pub open_until: Moment,
}

/// A matter of which an authority acts of its own motion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MotionKind {
    /// Rights are extinguished by operation of law.
    Extinction,
    /// Rights are cancelled.
    Cancellation,
    /// The registration is revoked.
    Revocation,
    /// Facts are corrected.
    Correction,
}

impl From<&MotionMatter> for MotionKind {
    fn from(matter: &MotionMatter) -> Self {
        match matter {
            MotionMatter::Extinction { .. } => Self::Extinction,
            MotionMatter::Cancellation { .. } => Self::Cancellation,
            MotionMatter::Revocation { .. } => Self::Revocation,
            MotionMatter::Correction { .. } => Self::Correction,
        }
    }
}

/// What an authority is about to do of its own motion 依职权.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MotionShown {
    /// What it is about to do.
    pub matter: MotionKind,
    /// The rights that it names; none of a registration without rights.
    #[serde(serialize_with = "shown_rights")]
    pub rights: RightSet,
    /// When an officer proposed it.
    #[serde(serialize_with = "shown")]
    pub since: Moment,
}

/// A case on its way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CaseShown {
    /// Which.
    #[serde(serialize_with = "shown")]
    pub case: CaseId,
    /// What is applied for.
    pub act: Act,
    /// The object that it concerns, or will make.
    #[serde(serialize_with = "shown")]
    pub object: ObjectId,
    /// Since when.
    #[serde(serialize_with = "shown")]
    pub received_at: Moment,
}

/// The whole report.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TitleReport {
    /// [`FORMAT`].
    pub format: &'static str,
    /// How much it tells.
    pub extent: Extent,
    /// What it is about.
    pub subject: Subject,
    /// At which block.
    pub as_of: AsOf,
    /// When the loan is due, where the reader said so.
    #[serde(serialize_with = "shown_option")]
    pub maturity: Option<Day>,
    /// The consent.
    pub consent: Option<ConsentUsed>,
    /// The party it is about.
    pub party: Option<PartyShown>,
    /// The objects.
    pub objects: Vec<ObjectShown>,
    /// What the party has received as security; nothing of an object, or where there was too much to read.
    pub received: Option<ReceivedShown>,
    /// Cases on their way in which the party takes part.
    pub cases: Vec<CaseShown>,
    /// Warnings, the grave ones first.
    pub warnings: Vec<Noted>,
    /// Searches of other registers that the reader has recorded.
    pub searches: Vec<Search>,
    /// What is complete.
    pub completeness: Completeness,
    /// The effect texts of the regimes, printed on every page.
    pub effect_texts: Vec<EffectText>,
}

impl TitleReport {
    /// The report for programs, with its digest.
    pub fn to_json(&self) -> serde_json::Result<Value> {
        let mut json = serde_json::to_value(self)?;
        json["digest"] = self.digest()?.into();
        Ok(json)
    }

    /// SHA-256 of the canonical JSON (RFC 8785) without the digest itself: the same in both languages and on every page.
    pub fn digest(&self) -> serde_json::Result<String> {
        let canonical = serde_json_canonicalizer::to_vec(self)?;
        Ok(quanji_primitives::Digest::sha2_256(&canonical).to_string())
    }
}
