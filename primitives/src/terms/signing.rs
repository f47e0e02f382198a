//! Offers of licences, proposals to end them, and who signed. A filing with voucher is entered when all concerned have signed;
//! no officer decides.

use super::LicenceTerms;
use crate::{capacity::Via, case::Signed, clock::Moment, Bounded, Digest, OfficerId, PartyId};

domain! {
    /// A party's signature.
    #[derive(Copy)]
    pub struct PartySignature {
        /// The party.
        pub party: PartyId,
        /// Through whom.
        pub via: Via,
        /// When it counts as given.
        pub at: Moment,
    }

    /// The signatures on which an entry rests that no case decided.
    pub struct Signatures {
        /// Of all parties concerned.
        pub parties: Bounded<PartySignature, SIGNATORIES_MAX>,
        /// Of two officers, where a licence is ended by order.
        pub officers: Bounded<OfficerId, 2>,
    }

    /// The sides of a licence.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum Side {
        /// Who grants it: the holders of its parent.
        #[codec(index = 0)]
        Licensor,
        /// Who gets it.
        #[codec(index = 1)]
        Licensee,
    }

    /// What is offered: everything the signatures cover.
    pub struct LicenceFiling {
        /// Number of the right from which it would be granted.
        #[codec(compact)]
        pub parent: u32,
        /// Who would get it.
        pub licensee: PartyId,
        /// Its terms.
        pub terms: LicenceTerms,
        /// SHA-256 of the terms as canonical policy (ODRL 2.2).
        pub policy: Digest,
        /// Digest of the contract or statute on which it rests (S011).
        pub contract: Digest,
        /// The holders of the right of first registration sign too: the licence then outlives the licences between.
        pub root_signs: bool,
        /// Earlier licences that would go on beside it although it is exclusive or sole, in rising order.
        pub subject_to: Bounded<u32, 16>,
        /// The first moment at which it can no longer be signed.
        pub open_until: Moment,
    }

    /// An offer of a licence that waits for signatures.
    pub struct Offer {
        /// Layout version, 1.
        pub version: u8,
        /// What is offered.
        pub filing: LicenceFiling,
        /// Who signed; who offered it first.
        pub signatures: Bounded<PartySignature, SIGNATORIES_MAX>,
    }

    /// Why a licence ends before its term. Its past stays as recorded.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum EndCause {
        /// Both sides agree.
        #[codec(index = 0)]
        Agreement {
            /// Digest of the agreement.
            document: Digest,
        },
        /// Breach by the licensee, declared by the licensor.
        #[codec(index = 1)]
        Breach {
            /// Digest of the notice given to the licensee.
            notice: Digest,
        },
        /// A person whose data it concerns withdrew the consent (S027).
        #[codec(index = 2)]
        ConsentWithdrawn {
            /// Digest of the document.
            document: Digest,
        },
        /// A regulator's order (S027).
        #[codec(index = 3)]
        Order {
            /// Digest of the order.
            document: Digest,
        },
        /// A binding judgment or award.
        #[codec(index = 4)]
        Judgment {
            /// Digest of the judgment or award.
            document: Digest,
        },
    }

    /// Causes of an end, without their documents.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum EndKind {
        /// By agreement of both sides.
        #[codec(index = 0)]
        Agreement,
        /// For breach, by the licensor.
        #[codec(index = 1)]
        Breach,
        /// By order: two officers enter it.
        #[codec(index = 2)]
        Order,
    }

    /// An end that waits for signatures.
    pub struct ProposedEnd {
        /// Layout version, 1.
        pub version: u8,
        /// Why.
        pub cause: EndCause,
        /// Parties that signed.
        pub signatures: Bounded<PartySignature, SIGNATORIES_MAX>,
        /// The officer who proposed it, where two officers enter it.
        pub officer: Option<Signed>,
    }

    /// A report of use: the reading of a meter, not an increase.
    #[derive(Copy)]
    pub struct UseReport {
        /// Which side reports.
        pub side: Side,
        /// Uses in all since the licence was entered, sub-licences not included.
        #[codec(compact)]
        pub total: u64,
        /// Digest of the report.
        pub report: Digest,
    }
}

/// The most signatories: sixteen licensors, the licensee, sixteen holders of the right of first registration, and sixteen for
/// whom marks stand.
pub const SIGNATORIES_MAX: u32 = 49;

impl EndCause {
    /// The kind of cause.
    pub fn kind(&self) -> EndKind {
        match self {
            Self::Agreement { .. } => EndKind::Agreement,
            Self::Breach { .. } => EndKind::Breach,
            Self::ConsentWithdrawn { .. } | Self::Order { .. } | Self::Judgment { .. } => EndKind::Order,
        }
    }
}
