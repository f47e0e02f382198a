//! Evidence: packages that prove a certificate without a node, what a reader trusts, and the history of an object.
//!
//! - [`collect`]: makes an evidence package from an archive node, and verifies it before it is given out;
//! - [`title`]: finds a certificate in the register and reads the complete title with its proof;
//! - [`batch`]: many records of one block, each proven, in few questions;
//! - [`final_block`]: the block at which a report is made, and the proof that it is final;
//! - [`places`]: in which entry a mark was set, and when an entry was made;
//! - [`history`]: the entries of an object, checked against the digest in its record;
//! - [`prove`]: proofs of entries and of checkpoints;
//! - [`trust`]: the chains and checkpoints that a reader believes;
//! - [`not_proven`]: why a package proves nothing, in both languages;
//! - [`node`]: the few questions that all of this asks a node.

pub mod batch;
mod beginning;
pub mod collect;
mod error;
pub mod final_block;
mod finality;
pub mod history;
pub mod node;
pub mod not_proven;
pub mod places;
pub mod prove;
pub mod title;
pub mod trust;

pub use error::EvidenceError;
