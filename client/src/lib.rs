//! What a client of the Quanji register needs.
//!
//! - [`keys`]: Ed25519 keys in encrypted key files, development keys and external signers, behind one trait;
//! - [`fingerprint`]: the digest by which a data set is recognised again;
//! - [`description`]: the public description of a data set: its schema, its checks, its canonical form, and the
//!   sealing of confidential members;
//! - [`application`]: an application for first registration as a document;
//! - [`chain`]: the connection to a node: reads, signed calls, refusals in words;
//! - [`evidence`]: packages that prove a certificate offline, what a reader trusts, the history of an object;
//! - [`identity`]: who a natural person is, behind the commitment on the chain;
//! - [`importing`]: earlier registrations of other systems, row by row;
//! - [`national`]: what is exchanged with the national service system;
//! - [`title`]: title reports, consents to them, and what a reader keeps of them;
//! - [`policy`]: the terms of a licence as ODRL, whose digest both sides sign;
//! - [`language`]: every message in Chinese and English, side by side.
//!
//! The binary `quanji` is a thin layer over this library.

pub mod application;
pub mod chain;
pub mod dates;
pub mod description;
pub mod evidence;
pub mod files;
pub mod fingerprint;
pub mod identity;
pub mod importing;
pub mod keys;
pub mod language;
pub mod national;
pub mod policy;
pub mod title;
