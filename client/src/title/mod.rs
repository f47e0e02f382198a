//! Title reports: what a bank reads before it lends.
//!
//! - [`gather`]: everything of an object or a party at one block, proven and proven complete;
//! - [`securities`]: pledges, reservations and waiting deeds, and [`received`], those that a party has received;
//! - [`under_way`]: cases, offers and motions that may change what is registered;
//! - [`material`]: all of it together, from a node or from a [`proof`] that was kept;
//! - [`warnings`]: the table of warnings, and [`judge`], the rules that give them;
//! - [`model`]: the report, and [`build`], which makes it;
//! - [`consent`]: the holder's consent to a full report, for one reader and one purpose;
//! - [`described`]: what a description adds, believed by its digest;
//! - [`chained`]: files of the reader whose lines hang together, for [`reads`] and [`searches`];
//! - [`pdf`]: pages, with their fonts.

pub mod build;
pub mod chained;
pub mod consent;
pub mod described;
pub mod gather;
pub mod judge;
pub mod material;
pub mod model;
pub mod pdf;
pub mod proof;
pub mod reads;
pub mod received;
pub mod searches;
pub mod securities;
pub mod under_way;
pub mod warnings;

// The verifier's small register, with real proofs, which a test may change.
#[cfg(test)]
#[allow(dead_code, reason = "each test uses a part of it")]
#[path = "../../../verifier/tests/evidence/register.rs"]
mod register;

pub use model::TitleReport;
pub use securities::{Security, SecurityBook};

use std::fmt::Display;

use quanji_primitives::marks::RightSet;
use serde::Serializer;

/// Writes a value as its text form.
fn shown<S: Serializer>(value: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// The same, or null.
fn shown_option<S: Serializer>(value: &Option<impl Display>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

/// Several of them.
fn shown_list<S: Serializer, T: Display>(values: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().map(ToString::to_string))
}

/// The numbers in a set of rights.
fn shown_rights<S: Serializer>(rights: &RightSet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(rights.numbers())
}
