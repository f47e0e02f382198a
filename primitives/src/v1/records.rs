//! Records kept in state.

use crate::{
    authority::{AuthorityProfile, AuthorityStatus},
    certificate_number::CertificateNumber,
    clock::Moment,
    digest::hex_bytes,
    imported::Imported,
    object::ObjectFacts,
    person::{PartyRole, Person},
    regime::RegimeId,
    rights::{Holders, RightKind},
    AuthorityId, Bounded, CaseId, Digest, ObjectionId, RightId,
};

domain! {
    /// How the examined description was made public (NG 24).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Publication {
        /// The whole description.
        #[codec(index = 0)]
        Full,
        /// A part, by the digest of the published text; the rest withheld with reason.
        #[codec(index = 1)]
        Part(Digest),
        /// Nothing; withheld with reason.
        #[codec(index = 2)]
        Withheld,
    }

    /// How an object or right came to its end.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Outcome {
        /// It has not ended.
        #[codec(index = 0)]
        Live,
        /// Ended by the entry with this number.
        #[codec(index = 1)]
        Ended(#[codec(compact)] u32),
    }

    /// A registered object 登记单位. Its counts make lists provably complete: rights, certificates, entries,
    /// fingerprints and derived objects are dense keys from 0 (entries from 1) up to these counts.
    pub struct ObjectRecord {
        /// Layout version, 1.
        pub version: u8,
        /// Coded facts.
        pub facts: ObjectFacts,
        /// The authority that keeps the file.
        pub authority: AuthorityId,
        /// The regime version of its first registration.
        pub regime: RegimeId,
        /// How the description was published.
        pub publication: Publication,
        /// Whether it is live.
        pub outcome: Outcome,
        /// When it was first entered.
        pub entered_at: Moment,
        /// The earlier registration from which it was imported.
        pub imported: Option<Imported>,
        /// Number of rights, ended ones included.
        #[codec(compact)]
        pub rights: u32,
        /// Number of certificates, ended ones included.
        #[codec(compact)]
        pub certificates: u32,
        /// Number of entries.
        #[codec(compact)]
        pub entries: u32,
        /// Number of fingerprints.
        #[codec(compact)]
        pub fingerprints: u32,
        /// Number of objects made from this one.
        #[codec(compact)]
        pub derived: u32,
        /// Number of marks, ended ones included.
        #[codec(compact)]
        pub marks: u32,
        /// Open cases on the object after its first registration.
        pub open_cases: Bounded<CaseId, 8>,
        /// Open objections.
        pub open_objections: Bounded<ObjectionId, 8>,
        /// Digest over all entries: `blake2_256(previous history ++ entry)`.
        #[serde(with = "hex_bytes")]
        pub history: [u8; 32],
    }

    /// Whether a right stands by itself. Whether it is in force at a moment also depends on its term and its parents.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum RightStatus {
        /// Not ended.
        #[codec(index = 0)]
        Live,
        /// Ended by the entry with this number.
        #[codec(index = 1)]
        Ended(#[codec(compact)] u32),
    }

    /// One right in one object.
    pub struct RightRecord {
        /// Layout version, 1.
        pub version: u8,
        /// The kind.
        pub kind: RightKind,
        /// Who holds it.
        pub holders: Holders,
        /// The right it was licensed from; nothing for a right of first registration.
        pub parent: Option<RightId>,
        /// The end of its term: the first moment at which it is no longer valid.
        pub valid_until: Moment,
        /// Number of the certificate that lists it.
        #[codec(compact)]
        pub certificate: u32,
        /// The entry that made it.
        #[codec(compact)]
        pub entry: u32,
        /// Whether it stands.
        pub status: RightStatus,
        /// Number of licences granted from it, ended ones included.
        #[codec(compact)]
        pub licences: u32,
    }

    /// Of a registration that creates no rights: whose it is, and for how long (PD 13, 15).
    pub struct WithoutRights {
        /// The registering subject 登记主体.
        pub subject: Holders,
        /// The first moment at which it is no longer valid.
        pub valid_until: Moment,
    }

    /// A certificate 登记凭证: one for each object and holder, listing all the holder's rights in it.
    pub struct CertificateRecord {
        /// Layout version, 1.
        pub version: u8,
        /// Its number; kept through change, renewal and partial transfer.
        pub number: CertificateNumber,
        /// Its issue, from 1; a higher issue supersedes a lower one.
        #[codec(compact)]
        pub issue: u16,
        /// The rights it lists, by their numbers in the object.
        pub rights: Bounded<u32, 16>,
        /// The entry that made this issue.
        #[codec(compact)]
        pub entry: u32,
        /// When this issue was made.
        pub issued_at: Moment,
        /// Whether it stands.
        pub outcome: Outcome,
        /// Subject and term, where the registration creates no rights.
        pub without_rights: Option<WithoutRights>,
    }

    /// Why a party is suspended.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum SuspensionReason {
        /// False material was proven (S047).
        #[codec(index = 0)]
        FalseMaterial,
        /// The identity can no longer be verified.
        #[codec(index = 1)]
        IdentityInDoubt,
        /// A service institution lost its qualification.
        #[codec(index = 2)]
        QualificationLost,
        /// By order of a competent organ.
        #[codec(index = 3)]
        Order,
    }

    /// Standing of a party.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum PartyStanding {
        /// May act.
        #[codec(index = 0)]
        Good,
        /// May not act until restored.
        #[codec(index = 1)]
        Suspended(SuspensionReason),
        /// A natural person whose personal data were erased at her request: it has no account and acts no more. Rights
        /// and commitment stay, so that proofs and openings still verify.
        #[codec(index = 2)]
        Erased,
        /// Locked: its holdings are passing to several successors, one by one. Until all have passed it is shown as holder
        /// of what is left.
        #[codec(index = 3)]
        InSuccession,
        /// Another party stands in its place for ever: `SuccessorOf` names it.
        #[codec(index = 4)]
        Succeeded,
    }

    /// A party: a verified person.
    pub struct PartyRecord {
        /// Layout version, 1.
        pub version: u8,
        /// Who it is.
        pub person: Person,
        /// What it may do.
        pub roles: Bounded<PartyRole, 4>,
        /// The authority that verified it.
        pub admitted_by: AuthorityId,
        /// When it was admitted.
        pub admitted_at: Moment,
        /// Its standing.
        pub standing: PartyStanding,
    }

    /// A registration authority 登记机构.
    pub struct AuthorityRecord {
        /// Layout version, 1.
        pub version: u8,
        /// Its public facts.
        pub profile: AuthorityProfile,
        /// Its standing in the directory.
        pub status: AuthorityStatus,
        /// Parties that are the authority itself or its declared affiliates: their cases it never decides (NG 10(7)).
        pub affiliates: Bounded<crate::PartyId, 16>,
        /// Number of its credential keys, ended ones included.
        #[codec(compact)]
        pub credential_keys: u32,
        /// Number of its officers, former ones included.
        #[codec(compact)]
        pub officers: u32,
        /// When it was admitted.
        pub admitted_at: Moment,
    }

    /// A key with which an authority signs credentials: Ed25519, valid in an interval, never deleted.
    #[derive(Copy)]
    pub struct CredentialKey {
        /// Layout version, 1.
        pub version: u8,
        /// The public key.
        #[serde(with = "hex_bytes")]
        pub public: [u8; 32],
        /// Valid from this moment.
        pub valid_from: Moment,
        /// The first moment at which it is no longer valid; nothing while it has no end.
        pub valid_until: Option<Moment>,
    }
}

impl CredentialKey {
    /// Whether the key may sign at `now`.
    pub fn is_valid(&self, now: Moment) -> bool {
        self.valid_from <= now && self.valid_until.is_none_or(|until| now < until)
    }
}

impl PartyRecord {
    /// Whether the party may act.
    pub fn is_in_good_standing(&self) -> bool {
        self.standing == PartyStanding::Good
    }

    /// Whether the party is a natural person whose personal data were erased.
    pub fn is_erased(&self) -> bool {
        self.standing == PartyStanding::Erased
    }

    /// Whether others have taken its place, or are taking it.
    pub fn is_succeeded(&self) -> bool {
        matches!(
            self.standing,
            PartyStanding::InSuccession | PartyStanding::Succeeded
        )
    }
}
