//! Entries of the register: append-only, each in exactly one event, chained by the object's history digest.

use super::{CertificateRecord, RightRecord};
use crate::{
    case::{Examination, Report},
    clock::Moment,
    digest::hex_bytes,
    filing::{Declaration, Evidence},
    object::{Fingerprint, ObjectFacts},
    regime::{Act, RegimeId},
    AuthorityId, Bounded, CaseId, EntryNo, OfficerId, PartyId,
};
use codec::Encode;

domain! {
    /// On what an entry rests.
    pub struct EntryBasis {
        /// Who applied.
        pub applicant: PartyId,
        /// The declaration.
        pub declaration: Declaration,
        /// Supporting documents.
        pub evidence: Bounded<Evidence, 16>,
        /// Reports of service institutions.
        pub reports: Bounded<Report, 8>,
        /// The examiner's result.
        pub examination: Examination,
    }

    /// What an entry changes.
    #[serde(rename_all = "snake_case")]
    pub enum EntryContent {
        /// A first registration: object, rights and certificate come into being.
        #[codec(index = 0)]
        FirstRegistration {
            /// Coded facts of the object.
            facts: ObjectFacts,
            /// Its rights, in the order of their numbers.
            rights: Bounded<RightRecord, 3>,
            /// The holder's certificate.
            certificate: CertificateRecord,
            /// Its fingerprints.
            fingerprints: Bounded<Fingerprint, 4>,
        },
        /// A further lawful holder of the same object: rights and certificate are added (NG 21, last paragraph).
        #[codec(index = 1)]
        FurtherHolder {
            /// Coded facts as this holder filed them: description, source and lineage may differ from the first holder's.
            facts: ObjectFacts,
            /// The further rights, in the order of their numbers.
            rights: Bounded<RightRecord, 3>,
            /// The further holder's certificate.
            certificate: CertificateRecord,
            /// Fingerprints as filed; the object gets those it did not have.
            fingerprints: Bounded<Fingerprint, 4>,
        },
    }

    /// An entry of the register 登记簿记载.
    pub struct Entry {
        /// Layout version, 1.
        pub version: u8,
        /// Object and number.
        pub no: EntryNo,
        /// The decided case.
        pub case: CaseId,
        /// The act.
        pub act: Act,
        /// The authority that made it.
        pub authority: AuthorityId,
        /// The regime version under which it was made.
        pub regime: RegimeId,
        /// Who examined.
        pub examiner: OfficerId,
        /// Who approved: another person.
        pub approver: OfficerId,
        /// Register time of the entry.
        pub at: Moment,
        /// The object's history before this entry.
        #[serde(with = "hex_bytes")]
        pub previous: [u8; 32],
        /// On what it rests.
        pub basis: EntryBasis,
        /// What it changes.
        pub content: EntryContent,
    }
}

/// The history of an object before its first entry.
pub const NO_HISTORY: [u8; 32] = [0; 32];

/// The history after `entry`: `blake2_256(entry.previous ++ entry)`. One state key so proves every entry and that none is
/// missing.
pub fn history_after(entry: &Entry) -> [u8; 32] {
    let mut bytes = entry.previous.to_vec();
    entry.encode_to(&mut bytes);
    sp_crypto_hashing::blake2_256(&bytes)
}
