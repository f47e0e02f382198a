//! Key files of polkadot.js and of this program.

use super::*;
use proptest::prelude::*;

fn password(text: &str) -> Secret {
    Secret::new(text.into())
}

/// See `tests/data/README.md` for how it was made.
const VECTOR: &[u8] = include_bytes!("../../tests/data/polkadot-js-ed25519.json");
const VECTOR_PASSWORD: &str = "correct horse 权籍";
const VECTOR_SECRET: &str =
    "bottom drive obey lake curtain smoke basket hold race lonely fit walk//quanji//1";

#[test]
fn opens_a_file_of_polkadot_js() {
    let file = KeyFile::parse(VECTOR, "vector").unwrap();
    assert_eq!(file.name(), "vector");
    let key = file.open(&password(VECTOR_PASSWORD)).unwrap();
    assert_eq!(
        key.public(),
        LocalKey::from_secret(VECTOR_SECRET).unwrap().public()
    );
    assert_eq!(
        hex::encode(key.public()),
        "fac1f1dc9c920e04c6190705dd5a4311ec3eab2f9e203812fa7d49efe0358280"
    );
}

#[test]
fn a_wrong_password_is_told() {
    let file = KeyFile::parse(VECTOR, "vector").unwrap();
    let result = file.open(&password("correct horse"));
    assert!(matches!(result, Err(KeyError::WrongPassword { .. })));
}

#[test]
fn sealed_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("key.json");
    let (key, _) = LocalKey::generate();
    let file = KeyFile::seal(&key, "甲", &password("a long password")).unwrap();
    file.write(&path).unwrap();
    assert!(matches!(file.write(&path), Err(KeyError::AlreadyThere { .. })));
    let read = KeyFile::read(&path).unwrap();
    assert_eq!(read.name(), "甲");
    assert_eq!(read.public().unwrap(), key.public());
    assert_eq!(
        read.open(&password("a long password")).unwrap().public(),
        key.public()
    );
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(!text.contains(&hex::encode(key.seed())));
}

#[test]
fn a_short_password_is_refused() {
    let (key, _) = LocalKey::generate();
    let result = KeyFile::seal(&key, "", &password("七个字符的密码"));
    assert_eq!(result.unwrap_err(), KeyError::PasswordTooShort { least: 8 });
}

#[test]
fn another_address_is_a_contradiction() {
    let mut file = KeyFile::parse(VECTOR, "vector").unwrap();
    file.address = address_of(&[1; 32]);
    let result = file.open(&password(VECTOR_PASSWORD));
    assert!(matches!(result, Err(KeyError::Contradictory { .. })));
}

#[test]
fn other_kinds_of_file_are_told_apart() {
    let text = std::str::from_utf8(VECTOR).unwrap();
    let parse = |text: String| KeyFile::parse(text.as_bytes(), "file").unwrap_err();
    assert!(matches!(
        parse(text.replace("ed25519", "sr25519")),
        KeyError::NotEd25519 { .. }
    ));
    assert!(matches!(
        parse(text.replace("\"3\"", "\"2\"")),
        KeyError::NotEncrypted { .. }
    ));
    assert!(matches!(
        parse(text.replace("scrypt", "none")),
        KeyError::NotEncrypted { .. }
    ));
    assert!(matches!(
        parse(text.replace("5HjVS", "5HjVT")),
        KeyError::NotAnAddress { .. }
    ));
    assert!(matches!(parse("{}".into()), KeyError::NotAKeyFile { .. }));
}

#[test]
fn costs_beyond_the_known_ones_are_refused() {
    let mut file = KeyFile::parse(VECTOR, "vector").unwrap();
    let mut encoded = STANDARD.decode(&file.encoded).unwrap();
    encoded[SALT_BYTES..SALT_BYTES + 4].copy_from_slice(&(1_u32 << 30).to_le_bytes());
    file.encoded = STANDARD.encode(encoded);
    let result = file.open(&password(VECTOR_PASSWORD));
    assert!(matches!(result, Err(KeyError::NotAKeyFile { .. })));
}

proptest! {
    #[test]
    fn any_bytes_are_judged_without_panic(content in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(KeyFile::parse(&content, "file").is_err());
    }

    #[test]
    fn any_short_encoding_is_refused(encoded in proptest::collection::vec(any::<u8>(), 0..68)) {
        let mut file = KeyFile::parse(VECTOR, "vector").unwrap();
        file.encoded = STANDARD.encode(encoded);
        prop_assert!(file.open(&password("password")).is_err());
    }
}
