//! The digest of one file.
//!
//! Files are read in pieces and not mapped into memory: a mapped file that is cut short while it is read ends the whole
//! process. The next piece is read while all cores hash the present one.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::{FingerprintError, FingerprintKey, Progress};

/// Files up to this size are read at once.
pub(super) const PIECE_BYTES: usize = 4 * 1024 * 1024;

pub(super) fn hasher(key: Option<&FingerprintKey>) -> blake3::Hasher {
    match key {
        Some(FingerprintKey(key)) => blake3::Hasher::new_keyed(key),
        None => blake3::Hasher::new(),
    }
}

/// The digest of a file whose size is known; a file of another size has changed meanwhile.
pub(super) fn digest(
    path: &Path,
    size: u64,
    key: Option<&FingerprintKey>,
    progress: &dyn Progress,
) -> Result<[u8; 32], FingerprintError> {
    let unreadable = |error: io::Error| FingerprintError::unreadable(path, &error);
    let mut file = File::open(path).map_err(unreadable)?;
    let mut hasher = hasher(key);
    let read = if size <= PIECE_BYTES as u64 {
        read_at_once(&mut file, size, &mut hasher, progress)
    } else {
        read_in_pieces(&mut file, size, &mut hasher, progress)
    }
    .map_err(unreadable)?;
    if read != size {
        return Err(FingerprintError::Changed {
            path: path.display().to_string(),
        });
    }
    Ok(*hasher.finalize().as_bytes())
}

/// Reads one byte more than the size, to notice a file that grew.
fn read_at_once(
    file: &mut File,
    size: u64,
    hasher: &mut blake3::Hasher,
    progress: &dyn Progress,
) -> io::Result<u64> {
    let mut content = Vec::new();
    let read = file.take(size.saturating_add(1)).read_to_end(&mut content)?;
    hasher.update(&content);
    progress.advance(read as u64);
    Ok(read as u64)
}

fn read_in_pieces(
    file: &mut File,
    size: u64,
    hasher: &mut blake3::Hasher,
    progress: &dyn Progress,
) -> io::Result<u64> {
    let mut stream = file.take(size.saturating_add(1));
    let (mut this, mut next) = (vec![0; PIECE_BYTES], vec![0; PIECE_BYTES]);
    let mut filled = fill(&mut stream, &mut this)?;
    let mut read = 0;
    while filled > 0 {
        let (_, coming) = rayon::join(
            || {
                hasher.update_rayon(&this[..filled]);
            },
            || fill(&mut stream, &mut next),
        );
        read += filled as u64;
        progress.advance(filled as u64);
        filled = coming?;
        std::mem::swap(&mut this, &mut next);
    }
    Ok(read)
}

/// Fills a piece; fewer bytes mean the end of the stream.
fn fill(stream: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < piece.len() {
        match stream.read(&mut piece[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::super::{measure, Silent, Subject};
    use super::*;

    fn measured(content: &[u8]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, content).unwrap();
        let measured = measure(&path, None, &Silent).unwrap();
        assert_eq!(
            (measured.subject, measured.files, measured.bytes),
            (Subject::File, 1, content.len() as u64)
        );
        hex::encode(measured.digest)
    }

    #[test]
    fn equals_b3sum() {
        // Printed by b3sum.
        assert_eq!(
            measured(b""),
            "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"
        );
        assert_eq!(
            measured(b"abc"),
            "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"
        );
    }

    #[test]
    fn pieces_make_no_difference() {
        for size in [
            PIECE_BYTES - 1,
            PIECE_BYTES,
            PIECE_BYTES + 1,
            2 * PIECE_BYTES,
            2 * PIECE_BYTES + 12_345,
        ] {
            let content: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
            assert_eq!(
                measured(&content),
                blake3::hash(&content).to_hex().to_string(),
                "{size}"
            );
        }
    }

    #[test]
    fn a_key_makes_another_digest() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, b"abc").unwrap();
        let keyed = measure(&path, Some(&FingerprintKey::new([1; 32])), &Silent).unwrap();
        assert!(keyed.keyed);
        assert_eq!(keyed.digest, *blake3::keyed_hash(&[1; 32], b"abc").as_bytes());
    }

    #[test]
    fn a_file_of_another_size_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, b"abc").unwrap();
        for size in [2, 4, PIECE_BYTES as u64 + 1] {
            let result = digest(&path, size, None, &Silent);
            assert!(matches!(result, Err(FingerprintError::Changed { .. })), "{size}");
        }
    }
}
