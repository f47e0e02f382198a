//! Why a package is not believed: one typed reason for each rule, with what was expected and what was found.

use crate::{finality::Voter, integrity::IssuerKey, state::Record};
use alloc::string::String;
use quanji_primitives::{
    certificate_number::CertificateNumber, clock::Moment, AuthorityId, ObjectId, PartyId,
};
use sp_core::H256;

/// Why a package is not believed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Error {
    /// The package cannot be read.
    Package(PackageError),
    /// The package does not start from what the caller believes.
    Trust(TrustError),
    /// A block is not proven final.
    Finality {
        /// The block.
        block: u32,
        /// Why not.
        reason: FinalityError,
    },
    /// The state of a block is not proven, or cannot be read.
    State {
        /// The block.
        block: u32,
        /// Why not.
        reason: StateError,
    },
    /// The credential is not what the proven state says.
    Credential(CredentialError),
}

/// A binary part of a package.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The genesis header.
    GenesisHeader,
    /// The header of a set change.
    LinkHeader {
        /// Its place among the links, from 0.
        position: usize,
    },
    /// The header of the proven block.
    BlockHeader,
}

/// The package cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PackageError {
    /// More bytes than a package may have.
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        max: usize,
    },
    /// Not JSON, or not the JSON of a package; cut off, for example.
    NotJson {
        /// What the reader met, and where.
        reason: String,
    },
    /// Not of the format that is read here.
    UnknownFormat {
        /// The format that is read.
        expected: &'static str,
        /// The format named.
        found: String,
    },
    /// Bytes that are not the header they should be.
    Unreadable {
        /// Which part.
        part: Part,
    },
}

/// The package does not start from what the caller believes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TrustError {
    /// The genesis header has another hash: another chain.
    WrongGenesis {
        /// The hash believed.
        expected: H256,
        /// The hash of the header in the package.
        found: H256,
    },
    /// The caller believes a genesis hash, and the package has no genesis block.
    NoGenesisProof,
    /// The caller believes a genesis hash, and the package starts at a later authority set.
    StartsLate {
        /// The set at which it starts.
        first: u64,
    },
    /// The set of the caller's checkpoint is not among the sets of the package.
    SetNotReached {
        /// The set of the checkpoint.
        expected: u64,
        /// The first set of the package.
        first: u64,
        /// Its last set.
        last: u64,
    },
    /// A block is not above the one before it: blocks of later sets come later.
    NotRising {
        /// The block already reached.
        reached: u32,
        /// The block that should be above it.
        found: u32,
    },
}

/// A block is not proven final.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FinalityError {
    /// The justification cannot be decoded.
    Unreadable,
    /// The authority set has no voter with weight.
    EmptySet,
    /// The justification is for another block.
    OtherBlock {
        /// The block of the header.
        expected: H256,
        /// The block that was voted for.
        found: H256,
    },
    /// A vote by a key outside the authority set.
    NotAnAuthority {
        /// The key.
        voter: Voter,
    },
    /// The same vote twice, or a third vote of one authority.
    DuplicateVote {
        /// The authority.
        voter: Voter,
    },
    /// A signature that does not fit vote, round and set.
    BadSignature {
        /// The authority.
        voter: Voter,
    },
    /// A vote for a block that is not shown to descend from the target.
    NotDescendant {
        /// The authority.
        voter: Voter,
    },
    /// Headers that no vote needs.
    UnusedAncestry {
        /// How many.
        headers: usize,
    },
    /// Too little weight voted for the target.
    TooFewVotes {
        /// Weight of the authorities that voted.
        weight: u64,
        /// Weight needed.
        threshold: u64,
    },
    /// A link whose header hands over to no other set.
    NoChange,
    /// A link whose header forces a change: such a handover needs a new checkpoint.
    ForcedChange,
    /// A link whose change takes effect later than its block, which this chain never schedules.
    DelayedChange {
        /// By how many blocks.
        delay: u32,
    },
}

/// The state of a block is not proven, or cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StateError {
    /// The proof does not reach the record: neither its value nor its absence is shown.
    NotProven {
        /// The record.
        record: Record,
    },
    /// The proof shows that there is no such record.
    Absent {
        /// The record.
        record: Record,
    },
    /// The record has a layout this verifier does not know.
    UnknownVersion {
        /// The record.
        record: Record,
        /// Its version byte.
        found: u8,
    },
    /// The record cannot be decoded.
    Unreadable {
        /// The record.
        record: Record,
    },
    /// A certificate or licence names a right that the object does not have.
    NoSuchRight {
        /// Number of the right.
        right: u32,
    },
    /// A certificate lists rights of different holders.
    HoldersDiffer {
        /// The first right held by others.
        right: u32,
    },
    /// A count names more records than a title may have.
    TooManyRecords {
        /// Records counted.
        found: u64,
        /// Records allowed.
        max: u64,
    },
    /// A licence comes from a right in another object.
    ParentElsewhere {
        /// Number of the licence.
        right: u32,
    },
    /// A licence is deeper below its first right than the register allows.
    ParentsTooDeep {
        /// Number of the licence.
        right: u32,
    },
    /// An entry does not lead to the digest of the history in the object's record.
    HistoryBroken {
        /// Number of the entry.
        entry: u32,
    },
    /// An entry cannot be decoded, or is of another object.
    EntryUnreadable {
        /// Its place in the proof, from 0.
        position: usize,
    },
    /// More entries than the object has, or none.
    WrongEntryCount {
        /// Entries of the object.
        proven: u32,
        /// Entries in the proof.
        found: usize,
    },
    /// The way to the party that stands in the place of a holder is longer than the register allows.
    SuccessorsTooDeep {
        /// The holder.
        party: PartyId,
    },
}

/// The credential is not what the proven state says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CredentialError {
    /// A member is missing or not of its form.
    Missing {
        /// Which member.
        member: &'static str,
    },
    /// A name or number that has no canonical form.
    NotCanonical {
        /// The name or number.
        text: String,
    },
    /// The object has no certificate with this number.
    UnknownNumber {
        /// The object.
        object: ObjectId,
        /// The number claimed.
        number: CertificateNumber,
    },
    /// The signing key is none of the authority's credential keys.
    KeyNotOfAuthority {
        /// The authority.
        authority: AuthorityId,
        /// The key.
        key: IssuerKey,
    },
    /// The signing key was not valid when the credential says it was signed.
    KeyNotValid {
        /// When it says it was signed.
        created: Moment,
        /// Valid from.
        from: Moment,
        /// Valid until.
        until: Option<Moment>,
    },
    /// Signed before the issue was made.
    SignedBeforeIssue {
        /// When it says it was signed.
        created: Moment,
        /// When the issue was made.
        issued_at: Moment,
    },
    /// Signed after the block that proves the key.
    SignedAfterProof {
        /// When it says it was signed.
        created: Moment,
        /// Register time at the block.
        as_of: Moment,
    },
    /// The signature does not fit.
    BadSignature {
        /// The key.
        key: IssuerKey,
    },
    /// An issue that the certificate had not reached.
    NoSuchIssue {
        /// The current issue.
        proven: u16,
        /// The issue claimed.
        found: u16,
    },
    /// A superseded issue that says it was signed after the present one was made.
    SignedAfterLaterIssue {
        /// The issue claimed.
        issue: u16,
        /// When it says it was signed.
        created: Moment,
        /// The present issue.
        present: u16,
        /// When the present issue was made.
        issued_at: Moment,
    },
    /// A member that differs from the proven records.
    Differs {
        /// Which member.
        member: String,
        /// What the records say.
        expected: String,
        /// What the credential says.
        found: String,
    },
}

impl From<PackageError> for Error {
    fn from(reason: PackageError) -> Self {
        Self::Package(reason)
    }
}

impl From<TrustError> for Error {
    fn from(reason: TrustError) -> Self {
        Self::Trust(reason)
    }
}

impl From<CredentialError> for Error {
    fn from(reason: CredentialError) -> Self {
        Self::Credential(reason)
    }
}
