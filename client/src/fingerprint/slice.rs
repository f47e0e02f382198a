//! A piece of a file that proves itself: that these bytes stand at this place in a file with this fingerprint, without the
//! rest of the file.
//!
//! A slice has the form that `bao encode --outboard`/`bao slice` of the BLAKE3 authors has: the length of the file (8 bytes,
//! little-endian), then the tree from its root, left before right: the two digests of each node above the piece (64 bytes)
//! and the chunks of 1,024 bytes that hold it. A file of a terabyte needs 30 nodes. With a key, all digests are keyed.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    ops::Range,
    path::Path,
};

use blake3::{
    hazmat::{
        left_subtree_len, merge_subtrees_non_root, merge_subtrees_root, ChainingValue, HasherExt, Mode,
    },
    CHUNK_LEN,
};

use super::{file::hasher, FingerprintError, FingerprintKey};

const NODE_BYTES: usize = 64;
const HEADER_BYTES: usize = 8;
const CHUNK: u64 = CHUNK_LEN as u64;

/// The most bytes a piece may have.
pub const PIECE_MAX: u64 = 1024 * 1024;

/// Bytes that are proven to stand in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where they begin.
    pub from: u64,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Why a slice proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SliceError {
    /// It ends too early, or goes on after its end.
    Length,
    /// The piece is empty, too long, or not within the file.
    Range,
    /// The digests do not lead to the fingerprint.
    OtherFile,
}

/// The slice of a file that proves the bytes of `range`. The file is read once.
pub fn prove(
    path: &Path,
    range: Range<u64>,
    key: Option<&FingerprintKey>,
) -> Result<Result<Vec<u8>, SliceError>, FingerprintError> {
    let unreadable = |error: io::Error| FingerprintError::unreadable(path, &error);
    let mut file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    if !fits(&range, length) {
        return Ok(Err(SliceError::Range));
    }
    let mut slice = length.to_le_bytes().to_vec();
    let tree = Tree { range, key };
    tree.write(&mut file, 0..length, &mut slice).map_err(unreadable)?;
    Ok(Ok(slice))
}

/// Checks a slice against a fingerprint and gives the bytes of `range`. The length that the slice names is proven as far as it
/// shapes the tree: only a piece that reaches the end proves it to the byte, so it is not told.
pub fn check(
    slice: &[u8],
    fingerprint: &[u8; 32],
    range: Range<u64>,
    key: Option<&FingerprintKey>,
) -> Result<Piece, SliceError> {
    let (header, rest) = slice
        .split_first_chunk::<HEADER_BYTES>()
        .ok_or(SliceError::Length)?;
    let of = u64::from_le_bytes(*header);
    if !fits(&range, of) {
        return Err(SliceError::Range);
    }
    let tree = Tree { range, key };
    let mut reading = Reading {
        rest,
        bytes: Vec::new(),
    };
    tree.read(&mut reading, 0..of, Expected::Root(*fingerprint))?;
    if !reading.rest.is_empty() {
        return Err(SliceError::Length);
    }
    // Whole chunks were read: the piece lies in them.
    let first = tree.range.start / CHUNK * CHUNK;
    let start = usize::try_from(tree.range.start - first).map_err(|_| SliceError::Range)?;
    let end = usize::try_from(tree.range.end - first).map_err(|_| SliceError::Range)?;
    let bytes = reading.bytes.get(start..end).ok_or(SliceError::Length)?.to_vec();
    Ok(Piece {
        from: tree.range.start,
        bytes,
    })
}

/// Longer than any file, and far from where lengths run over.
const LENGTH_MAX: u64 = 1 << 60;

fn fits(range: &Range<u64>, length: u64) -> bool {
    length <= LENGTH_MAX
        && range.start < range.end
        && range.end <= length
        && range.end - range.start <= PIECE_MAX
}

/// What a node must hash to.
enum Expected {
    /// The fingerprint itself.
    Root([u8; 32]),
    /// The digest in the node above.
    Inner(ChainingValue),
}

struct Tree<'a> {
    range: Range<u64>,
    key: Option<&'a FingerprintKey>,
}

/// What is left of a slice, and the chunks found so far.
struct Reading<'a> {
    rest: &'a [u8],
    bytes: Vec<u8>,
}

impl<'a> Reading<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], SliceError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(SliceError::Length)?;
        self.rest = rest;
        Ok(taken)
    }
}

impl Tree<'_> {
    fn mode(&self) -> Mode<'_> {
        match self.key {
            Some(FingerprintKey(key)) => Mode::KeyedHash(key),
            None => Mode::Hash,
        }
    }

    fn concerns(&self, part: &Range<u64>) -> bool {
        part.start < self.range.end && self.range.start < part.end
    }

    /// Writes the nodes and chunks of a part of the file that concern the piece; gives the digest of the part, as one below
    /// the root.
    fn write(&self, file: &mut File, part: Range<u64>, slice: &mut Vec<u8>) -> io::Result<ChainingValue> {
        let length = part.end - part.start;
        if !self.concerns(&part) || length <= CHUNK {
            let (digest, bytes) = self.digest_of(file, &part)?;
            if self.concerns(&part) {
                slice.extend(bytes);
            }
            return Ok(digest);
        }
        let middle = part.start + left_subtree_len(length);
        let place = slice.len();
        slice.resize(place + NODE_BYTES, 0);
        let left = self.write(file, part.start..middle, slice)?;
        let right = self.write(file, middle..part.end, slice)?;
        slice[place..place + NODE_BYTES / 2].copy_from_slice(&left);
        slice[place + NODE_BYTES / 2..place + NODE_BYTES].copy_from_slice(&right);
        Ok(merge_subtrees_non_root(&left, &right, self.mode()))
    }

    /// The digest of a part of the file, and its bytes where it is one chunk.
    fn digest_of(&self, file: &mut File, part: &Range<u64>) -> io::Result<(ChainingValue, Vec<u8>)> {
        let mut hasher = hasher(self.key);
        hasher.set_input_offset(part.start);
        file.seek(SeekFrom::Start(part.start))?;
        let mut stream = file.take(part.end - part.start);
        let (mut chunk, mut buffer, mut read) = (Vec::new(), vec![0; 64 * CHUNK_LEN], 0);
        loop {
            let count = stream.read(&mut buffer)?;
            if count == 0 {
                break;
            }
            hasher.update(&buffer[..count]);
            if part.end - part.start <= CHUNK {
                chunk.extend(&buffer[..count]);
            }
            read += count as u64;
        }
        if read != part.end - part.start {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok((hasher.finalize_non_root(), chunk))
    }

    /// Reads a part that concerns the piece.
    fn read(
        &self,
        reading: &mut Reading<'_>,
        part: Range<u64>,
        expected: Expected,
    ) -> Result<(), SliceError> {
        let length = part.end - part.start;
        if length <= CHUNK {
            let count = usize::try_from(length).map_err(|_| SliceError::Length)?;
            let chunk = reading.take(count)?;
            let mut hasher = hasher(self.key);
            hasher.set_input_offset(part.start);
            hasher.update(chunk);
            let is_it = match expected {
                Expected::Root(root) => hasher.finalize() == root,
                Expected::Inner(digest) => hasher.finalize_non_root() == digest,
            };
            reading.bytes.extend(chunk);
            return is_it.then_some(()).ok_or(SliceError::OtherFile);
        }
        let node = reading.take(NODE_BYTES)?;
        let (left, right) = node.split_at(NODE_BYTES / 2);
        let half = |half: &[u8]| ChainingValue::try_from(half).map_err(|_| SliceError::Length);
        let (left, right) = (half(left)?, half(right)?);
        let is_it = match expected {
            Expected::Root(root) => merge_subtrees_root(&left, &right, self.mode()) == root,
            Expected::Inner(digest) => merge_subtrees_non_root(&left, &right, self.mode()) == digest,
        };
        is_it.then_some(()).ok_or(SliceError::OtherFile)?;
        let middle = part.start + left_subtree_len(length);
        for (part, digest) in [(part.start..middle, left), (middle..part.end, right)] {
            if self.concerns(&part) {
                self.read(reading, part, Expected::Inner(digest))?;
            }
        }
        Ok(())
    }
}

/// The bytes of a record: the line with this number, from 1, without its end. Nothing where there is none.
pub fn line(path: &Path, number: u64) -> Result<Option<Range<u64>>, FingerprintError> {
    let unreadable = |error: io::Error| FingerprintError::unreadable(path, &error);
    let mut file = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut from = 0;
    for _ in 1..number {
        from += file.skip_until(b'\n').map_err(unreadable)? as u64;
    }
    let mut line = Vec::new();
    let read = file
        .take(PIECE_MAX + 2)
        .read_until(b'\n', &mut line)
        .map_err(unreadable)?;
    if read == 0 || number == 0 {
        return Ok(None);
    }
    let end = line.strip_suffix(b"\n").unwrap_or(&line);
    let end = end.strip_suffix(b"\r").unwrap_or(end).len() as u64;
    Ok(Some(from..from + end))
}

#[cfg(test)]
#[path = "slice_tests.rs"]
mod tests;
