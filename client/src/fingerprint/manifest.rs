//! The canonical manifest of a folder.
//!
//! UTF-8 text, each line ended by one line feed:
//!
//! ```text
//! quanji folder manifest 1
//! <BLAKE3 of the file, 64 hexadecimal digits> <size in bytes, decimal> <path>
//! ```
//!
//! One line for each file, sorted by the bytes of the path. A path is relative to the folder, in Unicode normal form C,
//! its parts joined by `/`. Names without control characters only, so that no name can forge a line. Empty folders,
//! times and permissions do not count. Symbolic links and special files are refused: what they stand for is not in the
//! folder.

use std::{
    fmt::Write,
    path::{Component, Path, PathBuf},
};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::{file, FingerprintError, FingerprintKey, Progress};

const VERSION_LINE: &str = "quanji folder manifest 1";

/// The manifest of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    path: String,
    size: u64,
    digest: [u8; 32],
}

struct Found {
    path: String,
    place: PathBuf,
    size: u64,
}

impl Manifest {
    /// Reads a folder.
    pub fn of(
        folder: &Path,
        key: Option<&FingerprintKey>,
        progress: &dyn Progress,
    ) -> Result<Self, FingerprintError> {
        let mut found = walk(folder)?;
        if found.is_empty() {
            return Err(FingerprintError::Empty {
                path: folder.display().to_string(),
            });
        }
        found.sort_by(|one, other| one.path.cmp(&other.path));
        if let Some(pair) = found.windows(2).find(|pair| pair[0].path == pair[1].path) {
            return Err(FingerprintError::SameName {
                path: pair[0].path.clone(),
            });
        }
        progress.total(found.iter().map(|file| file.size).sum());

        // Small files are read side by side; a large one alone, by all cores, so that memory stays bounded.
        let line = |found: &Found| {
            let digest = file::digest(&found.place, found.size, key, progress)?;
            Ok(Line {
                path: found.path.clone(),
                size: found.size,
                digest,
            })
        };
        let (large, small): (Vec<_>, Vec<_>) = found
            .iter()
            .partition(|file| file.size > file::PIECE_BYTES as u64);
        let mut lines = small
            .into_par_iter()
            .map(line)
            .collect::<Result<Vec<_>, FingerprintError>>()?;
        for found in large {
            lines.push(line(found)?);
        }
        lines.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { lines })
    }

    /// The text whose digest is the fingerprint of the folder.
    pub fn text(&self) -> String {
        let mut text = format!("{VERSION_LINE}\n");
        for line in &self.lines {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{} {} {}", hex::encode(line.digest), line.size, line.path);
        }
        text
    }

    /// Number of files.
    pub fn files(&self) -> u64 {
        self.lines.len() as u64
    }

    /// Number of bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.lines.iter().map(|line| line.size).sum()
    }
}

fn walk(folder: &Path) -> Result<Vec<Found>, FingerprintError> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).follow_links(false) {
        let entry = entry.map_err(|error| FingerprintError::Unreadable {
            path: error.path().unwrap_or(folder).display().to_string(),
            reason: error
                .io_error()
                .map_or_else(|| error.to_string(), ToString::to_string),
        })?;
        if let Some(file) = inspect(folder, &entry)? {
            found.push(file);
        }
    }
    Ok(found)
}

/// A file to read, nothing for a folder, an error for what cannot be part of a manifest.
fn inspect(folder: &Path, entry: &DirEntry) -> Result<Option<Found>, FingerprintError> {
    let place = entry.path();
    let shown = || place.display().to_string();
    let kind = entry.file_type();
    if kind.is_symlink() {
        return Err(FingerprintError::Link { path: shown() });
    }
    let path = canonical_path(folder, place)?;
    if kind.is_dir() {
        return Ok(None);
    }
    if !kind.is_file() {
        return Err(FingerprintError::Special { path: shown() });
    }
    let about = entry.metadata().map_err(|error| FingerprintError::Unreadable {
        path: shown(),
        reason: error.to_string(),
    })?;
    Ok(Some(Found {
        path,
        place: place.to_owned(),
        size: about.len(),
    }))
}

fn canonical_path(folder: &Path, place: &Path) -> Result<String, FingerprintError> {
    let shown = || place.display().to_string();
    let relative = place.strip_prefix(folder).unwrap_or(place);
    let mut path = String::new();
    for component in relative.components() {
        let Component::Normal(name) = component else {
            continue;
        };
        let name = name
            .to_str()
            .ok_or_else(|| FingerprintError::NotUtf8 { path: shown() })?;
        if name.chars().any(char::is_control) {
            return Err(FingerprintError::ControlCharacter { path: shown() });
        }
        if !path.is_empty() {
            path.push('/');
        }
        path.extend(name.nfc());
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::super::{measure, Silent, Subject};
    use super::*;
    use proptest::prelude::*;
    use std::{collections::BTreeMap, fs};

    fn folder_of<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, content) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        folder
    }

    fn manifest(folder: &tempfile::TempDir) -> Manifest {
        Manifest::of(folder.path(), None, &Silent).unwrap()
    }

    #[test]
    fn has_the_documented_form() {
        let folder = folder_of([("b/一.csv", &b"abc"[..]), ("a.csv", &b""[..])]);
        let expected = "quanji folder manifest 1\n\
            af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262 0 a.csv\n\
            6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85 3 b/一.csv\n";
        assert_eq!(manifest(&folder).text(), expected);
        let measured = measure(folder.path(), None, &Silent).unwrap();
        assert_eq!(measured.digest, *blake3::hash(expected.as_bytes()).as_bytes());
        assert_eq!(
            (measured.subject, measured.files, measured.bytes),
            (Subject::Folder, 2, 3)
        );
    }

    #[test]
    fn a_renamed_moved_or_changed_file_changes_the_digest() {
        let base = measure(
            folder_of([("a", &b"1"[..]), ("b", &b"2"[..])]).path(),
            None,
            &Silent,
        )
        .unwrap();
        for other in [
            folder_of([("a", &b"1"[..]), ("c", &b"2"[..])]),
            folder_of([("a", &b"1"[..]), ("d/b", &b"2"[..])]),
            folder_of([("a", &b"2"[..]), ("b", &b"1"[..])]),
            folder_of([("a", &b"1"[..]), ("b", &b"3"[..])]),
            folder_of([("a", &b"1"[..])]),
        ] {
            assert_ne!(measure(other.path(), None, &Silent).unwrap().digest, base.digest);
        }
    }

    #[test]
    fn empty_folders_do_not_count_but_a_folder_without_files_is_refused() {
        let folder = folder_of([("a", &b"1"[..])]);
        let before = manifest(&folder);
        fs::create_dir(folder.path().join("empty")).unwrap();
        assert_eq!(manifest(&folder), before);
        let result = Manifest::of(&folder.path().join("empty"), None, &Silent);
        assert!(matches!(result, Err(FingerprintError::Empty { .. })));
    }

    #[test]
    fn names_are_normalised_and_may_not_collide() {
        let composed = folder_of([("é", &b"1"[..])]);
        let decomposed = folder_of([("e\u{301}", &b"1"[..])]);
        assert_eq!(manifest(&composed).text(), manifest(&decomposed).text());
        let both = folder_of([("é", &b"1"[..]), ("e\u{301}", &b"1"[..])]);
        let result = Manifest::of(both.path(), None, &Silent);
        assert!(matches!(result, Err(FingerprintError::SameName { .. })));
    }

    #[test]
    fn a_name_cannot_forge_a_line() {
        let folder = folder_of([("a\nb", &b"1"[..])]);
        let result = Manifest::of(folder.path(), None, &Silent);
        assert!(matches!(result, Err(FingerprintError::ControlCharacter { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn links_special_files_and_foreign_names_are_refused() {
        use std::os::unix::{ffi::OsStrExt, fs::symlink, net::UnixListener};
        let refused = |folder: &tempfile::TempDir| Manifest::of(folder.path(), None, &Silent).unwrap_err();
        let linked = folder_of([("a", &b"1"[..])]);
        symlink("a", linked.path().join("b")).unwrap();
        assert!(matches!(refused(&linked), FingerprintError::Link { .. }));

        let special = folder_of([("a", &b"1"[..])]);
        let _socket = UnixListener::bind(special.path().join("s")).unwrap();
        assert!(matches!(refused(&special), FingerprintError::Special { .. }));

        let foreign = folder_of([("a", &b"1"[..])]);
        fs::write(foreign.path().join(std::ffi::OsStr::from_bytes(b"\xff")), b"").unwrap();
        assert!(matches!(refused(&foreign), FingerprintError::NotUtf8 { .. }));
    }

    #[test]
    fn a_file_that_vanished_cannot_be_read() {
        let folder = folder_of([("a", &b"1"[..])]);
        let result = file::digest(&folder.path().join("b"), 1, None, &Silent);
        assert!(matches!(result, Err(FingerprintError::Unreadable { .. })));
    }

    #[test]
    fn large_and_small_files_stand_in_one_order() {
        let large = vec![1; file::PIECE_BYTES + 1];
        let folder = folder_of([("b", large.as_slice()), ("a", &b"1"[..]), ("c", &b"1"[..])]);
        let manifest = manifest(&folder);
        let paths: Vec<_> = manifest.lines.iter().map(|line| line.path.as_str()).collect();
        assert_eq!(paths, ["a", "b", "c"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn the_order_of_creation_makes_no_difference(
            files in proptest::collection::btree_map("([a-z]{1,3}/)?[a-z]{1,3}\\.csv", proptest::collection::vec(any::<u8>(), 0..40), 1..12),
            shuffle in any::<prop::sample::Index>(),
        ) {
            let files: BTreeMap<String, Vec<u8>> = files;
            let mut order: Vec<_> = files.iter().map(|(path, content)| (path.as_str(), content.as_slice())).collect();
            let one = manifest(&folder_of(order.clone())).text();
            let middle = shuffle.index(order.len());
            order.rotate_left(middle);
            order.reverse();
            prop_assert_eq!(one, manifest(&folder_of(order)).text());
        }
    }
}
