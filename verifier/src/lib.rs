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
//! # What a verdict says, and what it does not
//! It says how the certificate stood as of one block. Later facts are unknown; a package older than the caller allows is
//! marked so. A set of authorities that has left office could, all keys together, still sign another history: against
//! that a recent [`Checkpoint`] helps, or a package that is recent.
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

pub mod credential;
mod error_texts;
pub mod errors;
pub mod finality;
pub mod header;
pub mod integrity;
pub mod json;
pub mod package;
pub mod state;
pub mod timestamp;
pub mod title;
pub mod title_keys;
pub mod trust;
pub mod verdict;
pub mod verify;

pub use errors::Error;
pub use header::Block;
pub use package::EvidencePackage;
pub use sp_core::H256;
pub use state::{Record, StateProof};
pub use title::Title;
pub use title_keys::TitleKeys;
pub use trust::{Checkpoint, TrustAnchor};
pub use verdict::{Freshness, StandingMark, Status, Verdict};
pub use verify::{finalised_block, verify, verify_package, Request};
