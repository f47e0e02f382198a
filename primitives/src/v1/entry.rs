//! Entries of the register: append-only, each in exactly one event, chained by the object's history digest.

use super::{CertificateRecord, Encumbrance, LicenceRecord, Publication, RightRecord};
use crate::{
    capacity::Via,
    case::{Examination, Reference, Report, CONCERNED_MAX, DECISIONS_MAX},
    clock::Moment,
    digest::hex_bytes,
    ending::{Motion, RightsEndCause},
    filing::{Declaration, Evidence, PassingShare, TransferReason, PARTS_MAX},
    imported::{EarlierRegistration, Imported},
    marks::Mark,
    object::{DataLevel, Fingerprint, ObjectFacts},
    objection::Decided,
    regime::{Act, RegimeId},
    rights::Holders,
    succession::SuccessionBasis,
    terms::{EndCause, Signatures, UseReport},
    AuthorityId, Bounded, CaseId, ConflictId, Digest, EntryNo, ObjectId, ObjectionId, OfficerId, PartyId,
    StampId,
};
use alloc::boxed::Box;
use codec::Encode;

domain! {
    /// The decided case on which an entry rests.
    pub struct CaseBasis {
        /// The case.
        pub case: CaseId,
        /// The act.
        pub act: Act,
        /// Who applied.
        pub applicant: PartyId,
        /// Through whom.
        pub via: Via,
        /// The declaration.
        pub declaration: Declaration,
        /// Supporting documents, those given in review included.
        pub evidence: Bounded<Evidence, 48>,
        /// Reports of service institutions.
        pub reports: Bounded<Report, 8>,
        /// The examiner's result.
        pub examination: Examination,
        /// Who examined.
        pub examiner: OfficerId,
        /// Who approved: another person.
        pub approver: OfficerId,
        /// The evidencing receipt of the national service system, where the regime asks for it (NG 26).
        pub receipt: Option<Reference>,
    }

    /// On what an entry rests.
    #[serde(rename_all = "snake_case")]
    pub enum EntryBasis {
        /// A decided case.
        #[codec(index = 0)]
        Case(Box<CaseBasis>),
        /// A step of an objection after entry (NG 29).
        #[codec(index = 1)]
        Objection {
            /// The objection.
            objection: ObjectionId,
            /// What it was decided on; nothing for a notice or a hold.
            decided: Option<Decided>,
            /// Who acted; nothing when the objector withdrew.
            officer: Option<OfficerId>,
            /// The other person who signed, where two must.
            second: Option<OfficerId>,
        },
        /// A conflict between two authorities.
        #[codec(index = 2)]
        Conflict(ConflictId),
        /// An earlier registration (NG 41).
        #[codec(index = 3)]
        Import(OfficerId),
        /// A title dispute found in another case (NG 22(3)).
        #[codec(index = 4)]
        TitleDispute {
            /// The case that was refused.
            case: CaseId,
            /// Who refused it.
            officer: OfficerId,
        },
        /// The signatures of all concerned: a filing with voucher, which no case decides.
        #[codec(index = 5)]
        Signatures(Box<Signatures>),
        /// An instrument in the day book (NG 23).
        #[codec(index = 6)]
        Instrument {
            /// Its stamp.
            stamp: StampId,
            /// Who acted.
            officer: OfficerId,
            /// The other person who signed; nothing until a second person has confirmed the stamp.
            second: Option<OfficerId>,
        },
        /// The succession of a party by operation of law (S023).
        #[codec(index = 7)]
        Succession(SuccessionBasis),
        /// The authority's own motion 依职权 (NG 37).
        #[codec(index = 8)]
        OwnMotion(Box<Motion>, OfficerId),
        /// An entry of a source: what was made from it is told by the register itself.
        #[codec(index = 9)]
        Source(EntryNo),
        /// The entry of the same object that ended a right above it, and so the licence that falls with that right.
        #[codec(index = 10)]
        RightAbove(EntryNo),
    }

    /// What an entry changes.
    #[serde(rename_all = "snake_case")]
    pub enum EntryContent {
        /// A first registration: object, rights and certificates come into being.
        #[codec(index = 0)]
        FirstRegistration {
            /// Coded facts of the object.
            facts: ObjectFacts,
            /// Its rights, in the order of their numbers.
            rights: Bounded<RightRecord, DECISIONS_MAX>,
            /// The certificates, one for each participant, in the order of their numbers.
            certificates: Bounded<CertificateRecord, 8>,
            /// Its fingerprints.
            fingerprints: Bounded<Fingerprint, 4>,
        },
        /// A further lawful holder of the same object: rights and certificates are added (NG 21, last paragraph).
        #[codec(index = 1)]
        FurtherHolder {
            /// Coded facts as this holder filed them: description, source and lineage may differ from the first holder's.
            facts: ObjectFacts,
            /// The further rights, in the order of their numbers.
            rights: Bounded<RightRecord, DECISIONS_MAX>,
            /// The further certificates, in the order of their numbers.
            certificates: Bounded<CertificateRecord, 8>,
            /// Fingerprints as filed; the object gets those it did not have.
            fingerprints: Bounded<Fingerprint, 4>,
        },
        /// Further kinds of right for a holder of the same object: the certificate keeps its number and raises its issue.
        #[codec(index = 2)]
        FurtherRights {
            /// Coded facts as filed for these rights.
            facts: ObjectFacts,
            /// The further rights, in the order of their numbers.
            rights: Bounded<RightRecord, DECISIONS_MAX>,
            /// Number of the certificate in the object.
            #[codec(compact)]
            number: u32,
            /// The new issue of the certificate.
            certificate: CertificateRecord,
            /// Fingerprints as filed; the object gets those it did not have.
            fingerprints: Bounded<Fingerprint, 4>,
        },
        /// A mark was set or ended 备注 (NG 23).
        #[codec(index = 3)]
        Mark {
            /// Number of the mark in the object.
            #[codec(compact)]
            number: u32,
            /// The mark as it now stands.
            mark: Mark,
        },
        /// Rights ended: cancelled, extinguished or revoked (NG 29, 37, 39).
        #[codec(index = 4)]
        RightsEnded {
            /// The ended rights with their numbers.
            rights: Bounded<u32, 64>,
            /// The certificates concerned with their numbers: a new issue, or ended with their last right.
            certificates: Bounded<(u32, CertificateRecord), 16>,
            /// The mark that ends with it, and its number.
            mark: Option<(u32, Mark)>,
            /// Why.
            cause: RightsEndCause,
            /// The licences in force until then that are so no longer, by their numbers; each has an entry of its own after
            /// this one.
            fallen: Bounded<u32, 64>,
            /// Who signed a cancellation that was asked for, and through whom: holders and licensees.
            signatures: Bounded<(PartyId, Via), CONCERNED_MAX>,
        },
        /// An earlier registration was imported (NG 41).
        #[codec(index = 5)]
        Imported {
            /// What was imported.
            earlier: Box<EarlierRegistration>,
            /// Its rights, in the order of their numbers.
            rights: Bounded<RightRecord, 3>,
            /// Its certificate, with the earlier number.
            certificate: CertificateRecord,
        },
        /// An imported registration was reviewed by another officer (NG 41).
        #[codec(index = 6)]
        ImportReviewed(Imported),
        /// Rights passed to another holder (NG 34). They keep their numbers, terms, marks and licences.
        #[codec(index = 7)]
        Transferred {
            /// The rights with their numbers, under their new holders and certificate.
            rights: Bounded<(u32, RightRecord), 3>,
            /// The certificates concerned with their numbers: that of who gave, reduced or ended; that of who received.
            certificates: Bounded<(u32, CertificateRecord), 2>,
            /// Why they passed.
            reason: TransferReason,
            /// The share that passed; nothing where the whole right did.
            share: Option<PassingShare>,
            /// Licences that stay in force, by their numbers, as who received has signed them.
            survivors: Bounded<u32, 64>,
            /// Who signed, and through whom; none where a ruling passed them.
            signatures: Bounded<(PartyId, Via), CONCERNED_MAX>,
            /// The licence back to who gave.
            back: Option<Box<LicenceBack>>,
        },
        /// Facts of the object changed (NG 35).
        #[codec(index = 8)]
        Changed {
            /// The facts before.
            before: ChangedFacts,
            /// The facts after.
            after: ChangedFacts,
            /// Digest of the assessment on which a lower level rests.
            assessment: Option<Digest>,
            /// How the description is published after it.
            publication: Publication,
            /// Every live certificate with its number: a new issue.
            certificates: Bounded<(u32, CertificateRecord), 64>,
            /// Who signed, and through whom.
            signatures: Bounded<(PartyId, Via), CONCERNED_MAX>,
        },
        /// A registration was renewed, or revived after it had lapsed (NG 36).
        #[codec(index = 9)]
        Renewed {
            /// The rights with their numbers and new terms; none in a registration without rights.
            rights: Bounded<(u32, RightRecord), 3>,
            /// Number of the certificate in the object.
            #[codec(compact)]
            number: u32,
            /// The new issue of the certificate.
            certificate: CertificateRecord,
            /// Whether it had lapsed.
            revived: bool,
        },
        /// A licence was granted, with its voucher 许可凭证.
        #[codec(index = 10)]
        Licensed {
            /// Number of the licence among the rights of the object.
            #[codec(compact)]
            number: u32,
            /// The right it gives.
            right: RightRecord,
            /// Its terms, and what else it has beside the right.
            licence: Box<LicenceRecord>,
            /// The voucher, or where a case registered the licence its certificate; its number in the object is the right's
            /// `certificate`.
            voucher: CertificateRecord,
            /// Who signed the application of a case, and through whom; none where the entry itself rests on signatures.
            signatures: Bounded<(PartyId, Via), CONCERNED_MAX>,
        },
        /// A licence was ended before its term, for the future; those that hang on it are no longer in force either, and each
        /// has an entry of its own after this one.
        #[codec(index = 11)]
        LicenceEnded {
            /// Number of the licence.
            #[codec(compact)]
            number: u32,
            /// Why.
            cause: EndCause,
            /// The licences in force until then that are so no longer.
            fallen: Bounded<u32, 64>,
            /// The voucher, ended.
            voucher: CertificateRecord,
        },
        /// A successor took the place of a holder: the certificate keeps its number and raises its issue. Marks travel with
        /// the rights; those who hold them are told by this entry (S023).
        #[codec(index = 12)]
        Succeeded {
            /// Whose place was taken.
            from: PartyId,
            /// Who took it.
            to: PartyId,
            /// Who holds the rights of the certificate now.
            holders: Holders,
            /// Number of the certificate in the object.
            #[codec(compact)]
            number: u32,
            /// The new issue of the certificate.
            certificate: CertificateRecord,
            /// How many marks the object ever had: with none nobody is to be told.
            #[codec(compact)]
            marks: u32,
        },
        /// Parts of the data left the object by a split 拆分 and are objects of their own (NG 35).
        #[codec(index = 14)]
        Split {
            /// The facts of the whole.
            before: ChangedFacts,
            /// The facts of what stays.
            after: ChangedFacts,
            /// How the description of what stays is published.
            publication: Publication,
            /// Fingerprints of what stays.
            fingerprints: Bounded<Fingerprint, 4>,
            /// What left, in the order of the application.
            parts: Bounded<SplitPart, PARTS_MAX>,
            /// Every live certificate with its number: a new issue.
            certificates: Bounded<(u32, CertificateRecord), 64>,
            /// Who signed, and through whom: all who hold in the object.
            signatures: Bounded<(PartyId, Via), CONCERNED_MAX>,
        },
        /// The use of a licence was reported.
        #[codec(index = 15)]
        UseReported {
            /// Number of the licence.
            #[codec(compact)]
            number: u32,
            /// The report.
            report: UseReport,
            /// How much more was used than the licence allows 超量使用.
            over: Option<u64>,
        },
        /// The first entry of an object that was a part of another one until that was split 拆分: its rights have the kinds,
        /// holders and terms that they had in the whole.
        #[codec(index = 16)]
        SplitOff {
            /// The entry by which the whole was split.
            from: EntryNo,
            /// Coded facts of the object: those of the whole but for its description.
            facts: ObjectFacts,
            /// How its description is published.
            publication: Publication,
            /// Its rights, in the order of their numbers.
            rights: Bounded<RightRecord, 64>,
            /// Its certificates, in the order of their numbers.
            certificates: Bounded<CertificateRecord, 16>,
            /// Its fingerprints.
            fingerprints: Bounded<Fingerprint, 4>,
        },
        /// A licence fell the same instant with a right on which it hung: that entry names it, and comes before.
        #[codec(index = 17)]
        LicenceFell {
            /// Number of the licence.
            #[codec(compact)]
            number: u32,
            /// The voucher, ended.
            voucher: CertificateRecord,
        },
        /// A pledge 质押 or reservation 顺位预留 was entered, changed or ended, with its mark (S070).
        #[codec(index = 18)]
        Encumbered {
            /// Number of the mark in the object.
            #[codec(compact)]
            number: u32,
            /// The mark as it now stands.
            mark: Mark,
            /// What it stands for, as it now is.
            encumbrance: Encumbrance,
        },
        /// The particulars of a holder changed: name, legal representative or address, never the holder (NG 35(1)).
        #[codec(index = 23)]
        ParticularsChanged {
            /// Whose.
            holder: PartyId,
            /// Digest of the document that stated them before; nothing where those of its admission stood.
            before: Option<Digest>,
            /// Digest of the document that states them now.
            after: Digest,
            /// Number of the certificate in the object.
            #[codec(compact)]
            number: u32,
            /// The new issue of the certificate.
            certificate: CertificateRecord,
            /// Who signed, and through whom.
            signatures: Bounded<(PartyId, Via), CONCERNED_MAX>,
        },
    }

    /// A part of the data that left an object.
    #[derive(Copy)]
    pub struct SplitPart {
        /// The object that it is now.
        pub object: ObjectId,
        /// SHA-256 of its canonical description.
        pub description: Digest,
    }

    /// A licence back to who transferred, entered with the transfer.
    pub struct LicenceBack {
        /// Number of the licence among the rights of the object.
        #[codec(compact)]
        pub number: u32,
        /// The right it gives.
        pub right: RightRecord,
        /// Its terms, and what else it has beside the right.
        pub licence: LicenceRecord,
        /// The voucher; its number in the object is the right's `certificate`.
        pub voucher: CertificateRecord,
    }

    /// The facts of an object that a change may touch (NG 35).
    #[derive(Copy)]
    pub struct ChangedFacts {
        /// SHA-256 of the canonical description.
        pub description: Digest,
        /// Division of GB/T 4754.
        pub industry: u8,
        /// Form of a product.
        pub form: Option<u8>,
        /// The level.
        pub level: DataLevel,
    }

    /// An entry of the register 登记簿记载.
    pub struct Entry {
        /// Layout version, 1.
        pub version: u8,
        /// Object and number.
        pub no: EntryNo,
        /// The authority that made it.
        pub authority: AuthorityId,
        /// The regime version under which it was made.
        pub regime: RegimeId,
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

impl ChangedFacts {
    /// Those of an object.
    pub fn of(facts: &ObjectFacts) -> Self {
        Self {
            description: facts.description,
            industry: facts.industry,
            form: facts.form,
            level: facts.level,
        }
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
