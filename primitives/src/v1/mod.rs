//! Records of layout version 1: what storage proofs prove and events carry. Never edited: a later layout gets a module
//! of its own, and old records keep this one for ever.

mod collateral;
mod entry;
mod licence;
mod records;

pub use collateral::{Collateral, DefaultNotice, Demand, Encumbrance, PledgeRecord, ReservationRecord};
pub use entry::{
    history_after, CaseBasis, ChangedFacts, Entry, EntryBasis, EntryContent, LicenceBack, SplitPart,
    NO_HISTORY,
};
pub use licence::{LicenceRecord, Reported};
pub use records::{
    AuthorityRecord, CertificateRecord, CredentialKey, ObjectRecord, Outcome, PartyRecord, PartyStanding,
    Publication, RightRecord, RightStatus, SuspensionReason, WithoutRights,
};

/// The version byte with which every record of this layout begins.
pub const VERSION: u8 = 1;
