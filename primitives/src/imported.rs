//! Earlier registrations of other systems, imported (NG 41).

use crate::{
    case::Signed,
    certificate_number::ExternalNumber,
    clock::{Day, Moment},
    object::{Fingerprint, ObjectFacts},
    regime::RegimeId,
    rights::{Holders, RightKinds},
    AuthorityId, Bounded, Digest,
};

domain! {
    /// What an earlier registration was checked for, so that it need not be checked again.
    #[derive(Copy)]
    pub struct EarlierChecks {
        /// Lawful source.
        pub source: bool,
        /// Compliant content.
        pub content: bool,
        /// Clear authorisation.
        pub authorisation: bool,
    }

    /// One earlier registration to be imported.
    pub struct EarlierRegistration {
        /// The authority that imports and keeps it.
        pub authority: AuthorityId,
        /// The regime version by which it is kept from now on.
        pub regime: RegimeId,
        /// The regime under which the earlier registration was made.
        pub scheme: ExternalNumber,
        /// Its number there.
        pub number: ExternalNumber,
        /// The day on which it was registered.
        pub registered_on: Day,
        /// The last day on which it is valid.
        pub valid_through: Day,
        /// Coded facts.
        pub facts: ObjectFacts,
        /// Who holds the rights.
        pub holders: Holders,
        /// Which rights.
        pub kinds: RightKinds,
        /// Fingerprints.
        pub fingerprints: Bounded<Fingerprint, 4>,
        /// What it was checked for.
        pub checks: EarlierChecks,
        /// Digest of the file that the authority keeps.
        pub file: Digest,
    }

    /// What is kept of the import with the object: shown as "imported, reviewed on".
    #[derive(Copy)]
    pub struct Imported {
        /// The regime under which the earlier registration was made.
        pub scheme: ExternalNumber,
        /// The day on which it was registered there.
        pub registered_on: Day,
        /// What it was checked for.
        pub checks: EarlierChecks,
        /// Digest of the file that the authority keeps.
        pub file: Digest,
        /// Who imported it, and when.
        pub imported: Signed,
        /// The other officer who reviewed it, and when; until then no certificate is issued.
        pub reviewed: Option<Signed>,
    }
}

impl Imported {
    /// When it was reviewed.
    pub fn reviewed_at(&self) -> Option<Moment> {
        self.reviewed.map(|signed| signed.at)
    }
}
