//! A key in memory.

use sp_core::{ed25519, Pair};

use super::{KeyError, Secret, Signer};

/// A key held in the memory of this process.
#[derive(Clone)]
pub struct LocalKey {
    pair: ed25519::Pair,
}

impl LocalKey {
    /// Makes a new random key and the twelve words from which it can be made again.
    pub fn generate() -> (Self, Secret) {
        let (pair, phrase, _seed) = ed25519::Pair::generate_with_phrase(None);
        (Self { pair }, Secret::new(phrase))
    }

    /// The key of a development URI (`//Alice`), a phrase with or without derivation, or a seed (`0x…`).
    pub fn from_secret(text: &str) -> Result<Self, KeyError> {
        // The SDK reads an empty phrase as its public development phrase: only a text that begins with `//` may mean it.
        let text = text.trim();
        if text.is_empty() || (text.starts_with('/') && !text.starts_with("//")) {
            return Err(KeyError::NotASecret {
                reason: "empty".into(),
            });
        }
        ed25519::Pair::from_string(text, None)
            .map(|pair| Self { pair })
            .map_err(|error| KeyError::NotASecret {
                reason: error.to_string(),
            })
    }

    /// The key of a seed.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self {
            pair: ed25519::Pair::from_seed(seed),
        }
    }

    /// The seed, to be stored encrypted.
    pub(super) fn seed(&self) -> [u8; 32] {
        self.pair.seed()
    }
}

impl Signer for LocalKey {
    fn public(&self) -> [u8; 32] {
        self.pair.public().0
    }

    fn sign(&self, payload: &[u8]) -> Result<[u8; 64], KeyError> {
        Ok(self.pair.sign(payload).0)
    }
}

/// Whether a signature over a payload is good.
pub(super) fn verifies(public: &[u8; 32], payload: &[u8], signature: &[u8; 64]) -> bool {
    let signature = ed25519::Signature::from_raw(*signature);
    ed25519::Pair::verify(&signature, payload, &ed25519::Public::from_raw(*public))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn knows_the_development_keys() {
        let alice = LocalKey::from_secret("//Alice").unwrap();
        // As polkadot.js names the same key.
        assert_eq!(
            alice.address(),
            "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu"
        );
        let signature = alice.sign(b"payload").unwrap();
        assert!(verifies(&alice.public(), b"payload", &signature));
        assert!(!verifies(&alice.public(), b"payloaf", &signature));
    }

    #[test]
    fn phrase_makes_the_same_key_again() {
        let (key, phrase) = LocalKey::generate();
        assert_eq!(phrase.expose().split(' ').count(), 12);
        assert_eq!(
            LocalKey::from_secret(phrase.expose()).unwrap().public(),
            key.public()
        );
    }

    #[test]
    fn a_seed_in_hexadecimal_is_the_seed() {
        let text = format!("0x{}", hex::encode([7; 32]));
        assert_eq!(
            LocalKey::from_secret(&text).unwrap().public(),
            LocalKey::from_seed(&[7; 32]).public()
        );
    }

    #[test]
    fn refuses_what_is_no_secret() {
        for text in [
            "",
            "  ",
            "/",
            "/soft",
            "//Alice/soft",
            "0x12",
            "twelve words that are no phrase at all",
        ] {
            let result = LocalKey::from_secret(text);
            assert!(matches!(result, Err(KeyError::NotASecret { .. })), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_judged_without_panic(text in "\\PC{0,100}") {
            let _ = LocalKey::from_secret(&text);
        }
    }
}
