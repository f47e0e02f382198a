//! Facts of bad faith 失信记录 on a party: false material, as it was finally decided (S047, NG 39).

use crate::{clock::Moment, AuthorityId, CaseId, Digest};

domain! {
    /// A fact of bad faith: an application was finally refused because facts were hidden or false proof was given.
    #[derive(Copy)]
    pub struct BadFaith {
        /// Layout version, 1.
        pub version: u8,
        /// The case that was refused.
        pub case: CaseId,
        /// The authority that refused it.
        pub authority: AuthorityId,
        /// When the refusal became final.
        pub at: Moment,
        /// Digest of the refusal.
        pub record: Digest,
        /// The first moment at which the party may file again; nothing where the regime gives no term.
        pub barred_until: Option<Moment>,
    }
}
