use super::*;
use proptest::prelude::*;

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8).collect()
}

fn written(content: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, content).unwrap();
    (folder, path)
}

fn key() -> FingerprintKey {
    FingerprintKey::new([7; 32])
}

#[test]
fn a_piece_is_proven_wherever_it_lies() {
    for length in [1, 1023, 1024, 1025, 2048, 2049, 3072, 5000, 16_384, 65_537] {
        let content = content(length);
        let (_folder, path) = written(&content);
        let fingerprint = *blake3::hash(&content).as_bytes();
        let length = length as u64;
        for range in [
            0..1,
            0..length,
            length - 1..length,
            length / 2..length / 2 + 1,
            length / 3..length,
        ] {
            let slice = prove(&path, range.clone(), None).unwrap().unwrap();
            let piece = check(&slice, &fingerprint, range.clone(), None).unwrap();
            assert_eq!(piece.from, range.start);
            assert_eq!(
                piece.bytes,
                content[range.start as usize..range.end as usize],
                "{length} {range:?}"
            );
        }
    }
}

#[test]
fn a_keyed_piece_needs_its_key() {
    let content = content(5000);
    let (_folder, path) = written(&content);
    let fingerprint = *blake3::keyed_hash(&[7; 32], &content).as_bytes();
    let slice = prove(&path, 2000..2100, Some(&key())).unwrap().unwrap();
    assert!(check(&slice, &fingerprint, 2000..2100, Some(&key())).is_ok());
    assert_eq!(
        check(&slice, &fingerprint, 2000..2100, None),
        Err(SliceError::OtherFile)
    );
    let short = written(b"abc");
    let fingerprint = *blake3::keyed_hash(&[7; 32], b"abc").as_bytes();
    let slice = prove(&short.1, 0..3, Some(&key())).unwrap().unwrap();
    assert!(check(&slice, &fingerprint, 0..3, Some(&key())).is_ok());
    assert_eq!(
        check(&slice, &fingerprint, 0..3, None),
        Err(SliceError::OtherFile)
    );
}

#[test]
fn what_is_not_in_the_file_is_not_proven() {
    let content = content(5000);
    let (_folder, path) = written(&content);
    let fingerprint = *blake3::hash(&content).as_bytes();
    for range in [0..0, Range { start: 10, end: 5 }, 0..5001, 5000..5001] {
        assert_eq!(
            prove(&path, range.clone(), None).unwrap(),
            Err(SliceError::Range),
            "{range:?}"
        );
        assert_eq!(
            check(&5000u64.to_le_bytes(), &fingerprint, range, None),
            Err(SliceError::Range)
        );
    }
    let slice = prove(&path, 1000..2000, None).unwrap().unwrap();
    assert!(check(&slice, &fingerprint, 1000..2000, None).is_ok());
    let endless = [&u64::MAX.to_le_bytes()[..], &slice[8..]].concat();
    assert_eq!(
        check(&endless, &fingerprint, 1000..2000, None),
        Err(SliceError::Range)
    );
    // The same slice proves nothing of another place, file or length.
    assert!(check(&slice, &fingerprint, 3000..3001, None).is_err());
    assert_eq!(
        check(&slice, &[0; 32], 1000..2000, None),
        Err(SliceError::OtherFile)
    );
    assert_eq!(
        check(&slice[..7], &fingerprint, 1000..2000, None),
        Err(SliceError::Length)
    );
    assert_eq!(
        check(&slice[..slice.len() - 1], &fingerprint, 1000..2000, None),
        Err(SliceError::Length)
    );
    let longer = [&slice[..], &[0]].concat();
    assert_eq!(
        check(&longer, &fingerprint, 1000..2000, None),
        Err(SliceError::Length)
    );
}

#[test]
fn every_byte_of_a_slice_counts() {
    let content = content(5000);
    let (_folder, path) = written(&content);
    let fingerprint = *blake3::hash(&content).as_bytes();
    let slice = prove(&path, 1000..2000, None).unwrap().unwrap();
    let piece = check(&slice, &fingerprint, 1000..2000, None);
    for place in 0..slice.len() {
        let mut other = slice.clone();
        other[place] ^= 1;
        let found = check(&other, &fingerprint, 1000..2000, None);
        // Of the length only what shapes the tree counts.
        let is_length = place < HEADER_BYTES && found == piece;
        assert!(found.is_err() || is_length, "byte {place}");
    }
}

#[test]
fn a_record_is_a_line() {
    let (_folder, path) = written(b"one\ntwo\r\n\nfour");
    for (number, range) in [
        (1, Some(0..3)),
        (2, Some(4..7)),
        (3, Some(9..9)),
        (4, Some(10..14)),
        (5, None),
        (0, None),
    ] {
        assert_eq!(line(&path, number).unwrap(), range, "line {number}");
    }
}

proptest! {
    #[test]
    fn no_bytes_are_a_slice_of_a_file_that_they_do_not_come_from(
        slice in prop::collection::vec(any::<u8>(), 0..3000),
        from in 0u64..100_000,
        length in 1u64..3000,
    ) {
        prop_assert!(check(&slice, &[9; 32], from..from + length, None).is_err());
    }
}
