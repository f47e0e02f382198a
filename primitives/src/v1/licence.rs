//! What a licence has beside its right.

use super::VERSION;
use crate::{
    clock::Moment,
    terms::{LicenceFiling, LicenceTerms},
    Bounded, Digest,
};

domain! {
    /// What was reported of the use of a licence: readings of a meter, so that both sides may report the same use.
    #[derive(Copy, Default)]
    pub struct Reported {
        /// Uses in all, as the licensee last reported.
        #[codec(compact)]
        pub by_licensee: u64,
        /// Uses in all, as the licensor last reported.
        #[codec(compact)]
        pub by_licensor: u64,
        /// Number of reports.
        #[codec(compact)]
        pub reports: u32,
        /// Since when the reported use is more than the licence allows 超量使用.
        pub over_since: Option<Moment>,
    }

    /// A licence 许可: beside the right with the same number, whose `parent` is set.
    pub struct LicenceRecord {
        /// Layout version, 1.
        pub version: u8,
        /// Its terms.
        pub terms: LicenceTerms,
        /// SHA-256 of the terms as canonical policy (ODRL 2.2), which both sides signed.
        pub policy: Digest,
        /// Digest of the contract or statute on which it rests (S011).
        pub contract: Digest,
        /// The holders of the right of first registration signed it too: it outlives the licences between.
        pub root_signed: bool,
        /// Earlier licences that go on beside it although it is exclusive or sole.
        pub subject_to: Bounded<u32, 16>,
        /// What was reported of its use.
        pub reported: Reported,
    }
}

impl Reported {
    /// Uses in all: the higher of both reports.
    pub fn total(&self) -> u64 {
        self.by_licensee.max(self.by_licensor)
    }
}

impl LicenceRecord {
    /// What is recorded when a licence is granted as it was filed.
    pub fn granted(filing: &LicenceFiling) -> Self {
        Self {
            version: VERSION,
            terms: filing.terms.clone(),
            policy: filing.policy,
            contract: filing.contract,
            root_signed: filing.root_signs,
            subject_to: filing.subject_to.clone(),
            reported: Reported::default(),
        }
    }
}
