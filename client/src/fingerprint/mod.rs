//! Fingerprints: digests by which a data set is recognised again.
//!
//! - A file: BLAKE3 of its bytes, as `b3sum` prints it.
//! - A folder: BLAKE3 of its canonical manifest, see [`manifest`].
//! - A piece of a file proves that it belongs to the file's fingerprint, see [`mod@slice`].
//! - With a [`FingerprintKey`], both are keyed: for small or personal content, which could otherwise be found by trying.

mod error;
mod file;
pub mod manifest;
pub mod slice;

pub use error::FingerprintError;

use std::{fs, path::Path};

use serde_json::{json, Value};

use crate::files;

/// A key of 32 bytes for keyed fingerprints.
#[derive(Clone)]
pub struct FingerprintKey([u8; 32]);

impl FingerprintKey {
    /// Takes 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads a key file: 64 hexadecimal digits, as `openssl rand -hex 32` prints them.
    pub fn read(path: &Path) -> Result<Self, FingerprintError> {
        let bad = || FingerprintError::BadKey {
            file: path.display().to_string(),
        };
        let content = match files::read_at_most(path, 128) {
            Ok(content) => content,
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => return Err(bad()),
            Err(error) => return Err(FingerprintError::unreadable(path, &error)),
        };
        let text = std::str::from_utf8(&content).map_err(|_| bad())?.trim();
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| bad())?;
        Ok(Self(bytes))
    }
}

/// Follows long work. Methods are called from several threads.
pub trait Progress: Sync {
    /// How much there is to read, once it is known.
    fn total(&self, bytes: u64);
    /// That many more bytes were read.
    fn advance(&self, bytes: u64);
}

/// Nobody follows.
pub struct Silent;

impl Progress for Silent {
    fn total(&self, _bytes: u64) {}
    fn advance(&self, _bytes: u64) {}
}

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// One file.
    File,
    /// A folder with everything below it.
    Folder,
}

impl Subject {
    /// Its name in documents.
    pub fn code(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Folder => "folder",
        }
    }
}

/// The digest of a file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// BLAKE3, 256 bits.
    pub digest: [u8; 32],
    /// Whether a key was used.
    pub keyed: bool,
    /// File or folder.
    pub subject: Subject,
    /// Number of files read.
    pub files: u64,
    /// Number of bytes read.
    pub bytes: u64,
}

/// Measures a file or folder. Memory does not grow with the size of files; for a folder it grows with their number.
pub fn measure(
    path: &Path,
    key: Option<&FingerprintKey>,
    progress: &dyn Progress,
) -> Result<Measured, FingerprintError> {
    let about = fs::metadata(path).map_err(|error| FingerprintError::unreadable(path, &error))?;
    let keyed = key.is_some();
    if about.is_dir() {
        let manifest = manifest::Manifest::of(path, key, progress)?;
        let (files, bytes) = (manifest.files(), manifest.bytes());
        let mut hasher = file::hasher(key);
        hasher.update(manifest.text().as_bytes());
        return Ok(Measured {
            digest: *hasher.finalize().as_bytes(),
            keyed,
            subject: Subject::Folder,
            files,
            bytes,
        });
    }
    if !about.is_file() {
        return Err(FingerprintError::Special {
            path: path.display().to_string(),
        });
    }
    progress.total(about.len());
    let digest = file::digest(path, about.len(), key, progress)?;
    Ok(Measured {
        digest,
        keyed,
        subject: Subject::File,
        files: 1,
        bytes: about.len(),
    })
}

/// What a fingerprint is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The data at a date.
    Snapshot,
    /// A sample of the data.
    Sample,
    /// The structure of the data.
    Schema,
    /// A model made from the data.
    Model,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Snapshot, Self::Sample, Self::Schema, Self::Model];

    /// Its name in documents.
    pub fn code(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::Sample => "sample",
            Self::Schema => "schema",
            Self::Model => "model",
        }
    }
}

/// A fingerprint as it is filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// The digest and what it is of.
    pub measured: Measured,
    /// What the measured content is.
    pub kind: Kind,
    /// The date of the content, `YYYY-MM-DD`.
    pub date: String,
}

impl Fingerprint {
    /// The fingerprint as JSON.
    pub fn to_json(&self) -> Value {
        let measured = &self.measured;
        json!({
            "algorithm": "blake3-256",
            "digest": hex::encode(measured.digest),
            "keyed": measured.keyed,
            "kind": self.kind.code(),
            "date": self.date,
            "subject": measured.subject.code(),
            "files": measured.files,
            "bytes": measured.bytes,
        })
    }
}
