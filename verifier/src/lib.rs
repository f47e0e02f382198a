//! Offline verification of a Quanji evidence package: a certificate together with everything needed to believe it.
//!
//! No clock, no network, no file: time and trust are arguments. What is believed without proof is one [`TrustAnchor`]
//! (the hash of a genesis header, or a checkpoint), and nothing else.
//!
//! ```text
//! anchor -> authority set -> set changes -> finalised block -> state -> records of the title -> fields of the
//! credential <- signature <- credential key <- state
//! ```
//!
//! # Terminology
//! * *package*: [`EvidencePackage`], one JSON document, format `quanji-evidence/1`.
//! * *credential*: a W3C Verifiable Credential 2.0 with an `eddsa-jcs-2022` proof, signed by the authority.
//! * *title*: [`Title`], every record of one object that a certificate speaks of, read from a storage proof.
//! * *register time*: the time by which the register counts; on development chains its clock can be set.
//!
//! # Documents
//! | format | what it proves | read by |
//! |---|---|---|
//! | `quanji-evidence/1` | a certificate with the complete title of its object | [`verify()`] |
//! | `quanji-entries/1` | the last entries of an object, through the digest of its history | [`verify_entries`] |
//! | `quanji-checkpoint-proof/1` | a later block and the authorities after it | [`verify_checkpoint`] |
//! | `quanji-checkpoint/1` | nothing: it is what a reader believes | [`TrustAnchor::from_text`] |
//!
//! # What a verdict says, and what it does not
//! | code | in words | when |
//! |---|---|---|
//! | `authentic_and_in_force` | authentic and in force as of block N | nothing has come upon the certificate |
//! | `authentic_since_changed` | authentic, since changed, superseded, expired, cancelled, objected, seized, pledged … | [`Since`] lists what |
//! | `not_proven` | not proven | [`Failing::NotProven`]: incomplete, or of a chain that is not trusted |
//! | `forged` | forged | [`Failing::Forged`]: it contradicts the register that it proves, or itself |
//! | `no_package` | no package | [`Failing::NoPackage`]: nothing of this kind |
//!
//! A verdict says how the certificate stood as of one block, and lists what it does not prove ([`Unproven`]). Later facts are
//! unknown; a package older than the caller allows is marked so. A set of authorities that has left office could, all keys
//! together, still sign another history: against that a recent [`Checkpoint`] helps, or a package that is recent.
//!
//! A key outside the storage proof is an error, never absence.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

pub mod checkpoint;
mod chinese;
pub mod conclusion;
pub mod credential;
pub mod entries;
mod error_texts;
pub mod errors;
pub mod finality;
mod follow;
pub mod header;
pub mod integrity;
pub mod json;
pub mod language;
pub mod marks;
pub mod package;
pub mod reasons;
pub mod report;
pub mod sources;
pub mod state;
pub mod timestamp;
pub mod title;
pub mod title_keys;
pub mod trust;
pub mod unproven;
pub mod verdict;
pub mod verify;
pub mod words;

pub use checkpoint::{verify_checkpoint, CheckpointProof};
pub use conclusion::{Conclusion, Since};
pub use entries::{verify_entries, EntriesProof, ProvenEntries};
pub use errors::Error;
pub use follow::finalised_block;
pub use header::Block;
pub use language::Language;
pub use marks::ShownMark;
pub use package::EvidencePackage;
pub use reasons::Failing;
pub use sp_core::H256;
pub use state::{Record, StateProof};
pub use title::Title;
pub use title_keys::TitleKeys;
pub use trust::{Checkpoint, TrustAnchor};
pub use unproven::Unproven;
pub use verdict::{Freshness, Status, Verdict};
pub use verify::{verify, verify_package, Request};
