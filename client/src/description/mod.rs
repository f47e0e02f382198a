//! Descriptions of data: a DCAT 3 document in JSON-LD with the fields of the national application form.
//!
//! - [`schema`] names the members, [`check`] applies schema and text rules, [`Checked`] is what passed;
//! - [`seal`] replaces confidential members by salted digests, [`reveal`] puts shown members back;
//! - [`template`] makes a document to fill in.
//!
//! Values are strings, whole numbers and booleans only; the canonical form is RFC 8785; the digest is SHA-256 of it.

mod advice;
mod check;
mod document;
#[cfg(test)]
mod examples;
mod problem;
mod published;
pub mod schema;
mod seal;
pub mod template;
mod text_rules;
mod values;

pub use check::{check, check_value, Checked, CANONICAL_BYTES_MAX, DOCUMENT_BYTES_MAX};
pub use problem::{Advice, FieldAdvice, FieldError, Problem};
pub use published::{in_lines, is_text};
pub use seal::{reveal, seal, Disclosure, RevealError, Sealed};
pub use text_rules::{scan, TextProblem};
