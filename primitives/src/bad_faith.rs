//! Facts of bad faith 失信记录 on a party: false material, as it was finally decided (S047, NG 39).

use crate::{clock::Moment, ending::RevocationGround, AuthorityId, CaseId, Digest};

domain! {
    /// What was found.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum BadFaithFinding {
        /// Facts were hidden or false proof was given: the application was finally refused.
        #[codec(index = 0)]
        FalseMaterial,
        /// The registration that was obtained in the case was revoked, on this ground.
        #[codec(index = 1)]
        Revoked(RevocationGround),
    }

    /// A fact of bad faith: an application was finally refused because facts were hidden or false proof was given; or a
    /// registration was revoked (NG 39, PD 20).
    #[derive(Copy)]
    pub struct BadFaith {
        /// Layout version, 1.
        pub version: u8,
        /// What was found.
        pub finding: BadFaithFinding,
        /// The case that was refused, or in which what was revoked had been obtained.
        pub case: CaseId,
        /// The authority that refused or revoked it.
        pub authority: AuthorityId,
        /// When the refusal became final, or the registration was revoked.
        pub at: Moment,
        /// Digest of the refusal or revocation.
        pub record: Digest,
        /// The first moment at which the party may file again; nothing where the regime gives no term.
        pub barred_until: Option<Moment>,
    }
}
