//! What an applicant files for a first registration: digests and coded fields only.

use crate::{
    object::{Fingerprint, ObjectFacts},
    regime::{ClaimCondition, RegimeId},
    rights::{Claim, Holders},
    AuthorityId, Bounded, Digest,
};

domain! {
    /// Kinds of supporting document.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum EvidenceKind {
        /// Proof of identity (NG 33).
        #[codec(index = 0)]
        Identity,
        /// Proof that the rights were lawfully obtained (NG 33).
        #[codec(index = 1)]
        LawfulAcquisition,
        /// Data sample (NG 33).
        #[codec(index = 2)]
        Sample,
        /// Contract on collection, acquisition or fusion (NG 20, 21).
        #[codec(index = 3)]
        Contract,
        /// Impact assessment of personal information.
        #[codec(index = 4)]
        ImpactAssessment,
        /// Licence under which open data was taken.
        #[codec(index = 5)]
        OpenDataLicence,
        /// Proof that a condition of a claim is met.
        #[codec(index = 6)]
        ConditionProof,
        /// Anything else.
        #[codec(index = 7)]
        Other,
    }

    /// A supporting document, kept by the authority; the chain has its digest.
    #[derive(Copy)]
    pub struct Evidence {
        /// What it is.
        pub kind: EvidenceKind,
        /// Its digest.
        pub digest: Digest,
    }

    /// The applicant's declaration and commitment 声明和承诺 (S014, S041; NG 16).
    #[derive(Copy)]
    pub struct Declaration {
        /// The material is true, correct and complete.
        pub truthful: bool,
        /// The data touches the public interest.
        pub touches_public_interest: bool,
        /// Digest of the signed declaration.
        pub document: Digest,
    }

    /// An application for first registration 首次登记.
    pub struct FirstRegistration {
        /// The authority asked to register.
        pub authority: AuthorityId,
        /// The regime under which it is asked.
        pub regime: RegimeId,
        /// Coded facts of the object.
        pub facts: ObjectFacts,
        /// Who is to hold the rights; the filing party must be one of them.
        pub holders: Holders,
        /// Kinds of right claimed, each once.
        pub claims: Bounded<Claim, 3>,
        /// Conditions declared as met, each with evidence.
        pub conditions: Bounded<ClaimCondition, 4>,
        /// Fingerprints of the data, voluntary (NG 26).
        pub fingerprints: Bounded<Fingerprint, 4>,
        /// Supporting documents.
        pub evidence: Bounded<Evidence, 16>,
        /// The declaration.
        pub declaration: Declaration,
    }

    /// What is missing or wrong in a returned application.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum Deficiency {
        /// A supporting document of this kind is missing or unfit.
        #[codec(index = 0)]
        Evidence(EvidenceKind),
        /// The description is incomplete or unclear.
        #[codec(index = 1)]
        Description,
        /// A coded fact is wrong.
        #[codec(index = 2)]
        CodedFact,
        /// Holders or shares are unclear.
        #[codec(index = 3)]
        Holders,
        /// The query code of the public-data registration is missing (NG 15(2)).
        #[codec(index = 4)]
        PublicQueryCode,
        /// The declaration is missing or unsigned.
        #[codec(index = 5)]
        Declaration,
    }
}
