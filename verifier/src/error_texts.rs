//! What each reason says to a reader: what is wrong and, where there is something, what to do.

use crate::{
    errors::{CredentialError, Error, FinalityError, PackageError, Part, StateError, TrustError},
    timestamp,
};
use core::fmt;
use quanji_primitives::clock::Moment;

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Package(reason) => write!(formatter, "the package cannot be read: {reason}"),
            Self::Trust(reason) => write!(
                formatter,
                "the package does not start from what you trust: {reason}"
            ),
            Self::Finality { block, reason } => {
                write!(formatter, "block {block} is not proven final: {reason}")
            }
            Self::State { block, reason } => {
                write!(formatter, "the register at block {block} is not proven: {reason}")
            }
            Self::Credential(reason) => write!(
                formatter,
                "the certificate is not what the register says: {reason}"
            ),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GenesisHeader => formatter.write_str("genesis header"),
            Self::LinkHeader { position } => write!(formatter, "header of link {position}"),
            Self::BlockHeader => formatter.write_str("header of the proven block"),
        }
    }
}

impl fmt::Display for PackageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes, max } => write!(formatter, "{bytes} bytes, where at most {max} are read"),
            Self::NotJson { reason } => {
                write!(formatter, "{reason}; get the file again from whoever issued it")
            }
            Self::UnknownFormat { expected, found } => {
                write!(
                    formatter,
                    "its format is \"{found}\", here \"{expected}\" is read"
                )
            }
            Self::Unreadable { part } => write!(formatter, "the {part} is no header"),
        }
    }
}

impl fmt::Display for TrustError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongGenesis { expected, found } => {
                write!(
                    formatter,
                    "it is of the chain with genesis {found:?}, not {expected:?}"
                )
            }
            Self::NoGenesisProof => {
                formatter.write_str("it has no genesis block; verify it with a checkpoint")
            }
            Self::StartsLate { first } => {
                write!(
                    formatter,
                    "it starts at authority set {first}; verify it with a checkpoint"
                )
            }
            Self::SetNotReached {
                expected,
                first,
                last,
            } => {
                write!(
                    formatter,
                    "the checkpoint has authority set {expected}, the package has {first} to {last}"
                )
            }
            Self::NotRising { reached, found } => {
                write!(formatter, "block {found} should be above block {reached}")
            }
        }
    }
}

impl fmt::Display for FinalityError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => formatter.write_str("the justification cannot be decoded"),
            Self::EmptySet => formatter.write_str("the authority set has no voter"),
            Self::OtherBlock { expected, found } => {
                write!(
                    formatter,
                    "the justification is for block {found:?}, the header is {expected:?}"
                )
            }
            Self::NotAnAuthority { voter } => write!(formatter, "{voter} voted and is no authority"),
            Self::DuplicateVote { voter } => write!(formatter, "{voter} is counted twice"),
            Self::BadSignature { voter } => {
                write!(formatter, "the signature of {voter} does not fit its vote")
            }
            Self::NotDescendant { voter } => {
                write!(
                    formatter,
                    "{voter} voted for a block that is not shown to descend from it"
                )
            }
            Self::UnusedAncestry { headers } => write!(formatter, "{headers} headers belong to no vote"),
            Self::TooFewVotes { weight, threshold } => {
                write!(
                    formatter,
                    "{weight} votes do not finalise it where {threshold} are needed"
                )
            }
            Self::NoChange => formatter.write_str("it hands over to no other authority set"),
            Self::ForcedChange => formatter.write_str("it forces a set change, which needs a new checkpoint"),
            Self::DelayedChange { delay } => write!(formatter, "its set change is delayed by {delay} blocks"),
        }
    }
}

impl fmt::Display for StateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotProven { record } => write!(formatter, "the proof does not reach {record}"),
            Self::Absent { record } => write!(formatter, "there is no {record}"),
            Self::UnknownVersion { record, found } => {
                write!(formatter, "{record} has layout {found}; use a newer verifier")
            }
            Self::Unreadable { record } => write!(formatter, "{record} cannot be decoded"),
            Self::NoSuchRight { right } => write!(formatter, "right {right} is named and does not exist"),
            Self::HoldersDiffer { right } => write!(
                formatter,
                "right {right} is held by others than its certificate's"
            ),
            Self::TooManyRecords { found, max } => {
                write!(
                    formatter,
                    "the title counts {found} records, where at most {max} are asked for"
                )
            }
            Self::ParentElsewhere { right } => write!(formatter, "licence {right} comes from another object"),
            Self::ParentsTooDeep { right } => {
                write!(formatter, "licence {right} is too deep below its first right")
            }
            Self::HistoryBroken { entry } => {
                write!(
                    formatter,
                    "entry {entry} does not lead to the digest of the history"
                )
            }
            Self::EntryUnreadable { position } => {
                write!(
                    formatter,
                    "entry at place {position} cannot be decoded, or is of another object"
                )
            }
            Self::WrongEntryCount { proven, found } => {
                write!(
                    formatter,
                    "{found} entries are given of an object that has {proven}"
                )
            }
            Self::SuccessorsTooDeep { party } => {
                write!(
                    formatter,
                    "{party} was succeeded over more steps than the register allows"
                )
            }
        }
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |moment: &Moment| timestamp::text(*moment);
        match self {
            Self::Missing { member } => write!(formatter, "{member} is missing or not of its form"),
            Self::NotCanonical { text } => write!(formatter, "\"{text}\" has no canonical form"),
            Self::UnknownNumber { object, number } => {
                write!(formatter, "object {object} has no certificate {number}")
            }
            Self::KeyNotOfAuthority { authority, key } => {
                write!(formatter, "{key} is no credential key of authority {authority}")
            }
            Self::KeyNotValid { created, from, until } => {
                write!(
                    formatter,
                    "signed at {} with a key valid from {}",
                    text(created),
                    text(from)
                )?;
                until
                    .iter()
                    .try_for_each(|until| write!(formatter, " until {}", text(until)))
            }
            Self::SignedBeforeIssue { created, issued_at } => {
                write!(
                    formatter,
                    "signed at {}, before its issue at {}",
                    text(created),
                    text(issued_at)
                )
            }
            Self::SignedAfterProof { created, as_of } => {
                let (created, as_of) = (text(created), text(as_of));
                write!(
                    formatter,
                    "signed at {created}, after the proven block at {as_of}; prove a later block"
                )
            }
            Self::BadSignature { key } => {
                write!(formatter, "the signature of {key} does not fit: it was altered")
            }
            Self::NoSuchIssue { proven, found } => {
                write!(formatter, "it says issue {found}, the current issue is {proven}")
            }
            Self::SignedAfterLaterIssue {
                issue,
                created,
                present,
                issued_at,
            } => {
                let (created, issued_at) = (text(created), text(issued_at));
                write!(
                    formatter,
                    "issue {issue} was signed at {created}, after issue {present} was made at {issued_at}"
                )
            }
            Self::Differs {
                member,
                expected,
                found,
            } => {
                write!(formatter, "{member} is {found}, the register says {expected}")
            }
        }
    }
}

impl core::error::Error for Error {}
impl core::error::Error for PackageError {}
impl core::error::Error for TrustError {}
impl core::error::Error for FinalityError {}
impl core::error::Error for StateError {}
impl core::error::Error for CredentialError {}
