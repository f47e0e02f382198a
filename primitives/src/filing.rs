//! What an applicant files: digests and coded fields only.

mod application;

pub use application::{
    Application, Cancellation, Change, Dealing, DescriptionChange, LevelChange, Matter, Part, Particulars,
    PassingShare, Renewal, Split, Transfer, TransferLimit, TransferReason, PARTS_MAX,
};

use crate::{
    object::{Fingerprint, ObjectFacts, PublicClass},
    regime::{ClaimCondition, RegimeId},
    rights::{Claim, Holders, RightKind},
    AuthorityId, Bounded, Digest, ObjectId, PartyId,
};
use alloc::vec::Vec;

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
        /// Proof of what has changed (NG 35).
        #[codec(index = 8)]
        ChangeProof,
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

    /// How much of the public notice is withheld 不公示 (NG 24).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Withholding {
        /// A part of the description.
        #[codec(index = 0)]
        Part,
        /// The whole description.
        #[codec(index = 1)]
        Whole,
    }

    /// A request not to be published (NG 24).
    #[derive(Copy)]
    pub struct WithholdingRequest {
        /// How much.
        pub extent: Withholding,
        /// Digest of the written reason; without one nothing can be withheld.
        pub reason: Option<Digest>,
    }

    /// A further participant of a joint application, who gets rights of its own beside those of the others (NG 21).
    pub struct Participant {
        /// Who is to hold them.
        pub holders: Holders,
        /// Kinds of right claimed, each once.
        pub claims: Bounded<Claim, 3>,
    }

    /// An application for first registration 首次登记.
    pub struct FirstRegistration {
        /// The authority asked to register.
        pub authority: AuthorityId,
        /// The regime under which it is asked.
        pub regime: RegimeId,
        /// A registered object in which the same holders ask for kinds of right they do not hold yet; nothing for a new
        /// object.
        pub object: Option<ObjectId>,
        /// Coded facts of the object.
        pub facts: ObjectFacts,
        /// Who is to hold the rights; the filing party must be one of them.
        pub holders: Holders,
        /// Kinds of right claimed, each once.
        pub claims: Bounded<Claim, 3>,
        /// Further participants of a joint application, with rights and a certificate of their own.
        pub participants: Bounded<Participant, 7>,
        /// Conditions declared as met, each with evidence.
        pub conditions: Bounded<ClaimCondition, 4>,
        /// Fingerprints of the data, voluntary (NG 26).
        pub fingerprints: Bounded<Fingerprint, 4>,
        /// Supporting documents.
        pub evidence: Bounded<Evidence, 16>,
        /// The declaration.
        pub declaration: Declaration,
        /// A request not to be published.
        pub withholding: Option<WithholdingRequest>,
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

impl FirstRegistration {
    /// All who apply, each with its claims: the applicant first, then the further participants.
    pub fn shares(&self) -> impl Iterator<Item = (&Holders, &[Claim])> {
        let further = self
            .participants
            .iter()
            .map(|participant| (&participant.holders, participant.claims.as_slice()));
        core::iter::once((&self.holders, self.claims.as_slice())).chain(further)
    }

    /// Every party that is to hold a right, in the order of the application.
    pub fn parties(&self) -> Vec<PartyId> {
        self.shares().flat_map(|(holders, _)| holders.parties()).collect()
    }

    /// The kinds claimed by all, in the order in which they are decided.
    pub fn claimed(&self) -> impl Iterator<Item = RightKind> + '_ {
        self.shares()
            .flat_map(|(_, claims)| claims.iter().map(|claim| claim.kind))
    }

    /// Whether this completes what was missing in `earlier`: every listed item differs or is there.
    pub fn remedies(&self, earlier: &Self, deficiency: Deficiency) -> bool {
        match deficiency {
            Deficiency::Evidence(kind) => is_given_anew(&self.evidence, &earlier.evidence, kind),
            Deficiency::Description => self.facts.description != earlier.facts.description,
            Deficiency::CodedFact => self.facts != earlier.facts,
            // Authority, regime and holders stay as filed; what was unclear about them is explained by a document.
            Deficiency::Holders => self.evidence != earlier.evidence,
            Deficiency::PublicQueryCode => {
                let given = matches!(&self.facts.public_class,
                    PublicClass::AuthorisedOperation { query_code } if !query_code.is_empty());
                given && self.facts.public_class != earlier.facts.public_class
            }
            Deficiency::Declaration => self.declaration.document != earlier.declaration.document,
        }
    }
}

/// Whether `evidence` has a document of a kind that `earlier` had not.
fn is_given_anew(evidence: &[Evidence], earlier: &[Evidence], kind: EvidenceKind) -> bool {
    evidence
        .iter()
        .any(|document| document.kind == kind && !earlier.contains(document))
}
