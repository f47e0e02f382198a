//! Encrypted key files in the JSON form of polkadot.js, version 3.
//!
//! `encoded` is base64 of `salt (32) ‖ N ‖ p ‖ r (u32, little endian) ‖ nonce (24) ‖ box`. The box is XSalsa20-Poly1305
//! under the first 32 bytes that scrypt makes of password and salt. It holds `header ‖ seed (32) ‖ public (32) ‖
//! divider ‖ public (32)`.

use std::{io, path::Path};

use base64::{engine::general_purpose::STANDARD, Engine};
use crypto_secretbox::{
    aead::{rand_core::RngCore, Aead, OsRng},
    Key, KeyInit, Nonce, XSalsa20Poly1305,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sp_core::crypto::Zeroize;

use super::{address_of, public_of, KeyError, LocalKey, Secret, Signer};
use crate::files::{self, Access, Existing};

/// A key file is never longer than this.
pub const KEY_FILE_BYTES_MAX: u64 = 64 * 1024;
/// The least number of characters of a new password.
const PASSWORD_CHARACTERS_MIN: usize = 8;

const HEADER: [u8; 16] = [48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
const DIVIDER: [u8; 5] = [161, 35, 3, 33, 0];
const PLAIN_BYTES: usize = HEADER.len() + 64 + DIVIDER.len() + 32;
const SALT_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
const BOX_OFFSET: usize = SALT_BYTES + 12 + NONCE_BYTES;

/// Cost parameters (N, p, r) that polkadot.js writes or has written; others are refused, since a file could otherwise
/// ask for any amount of memory.
const COSTS: [Cost; 6] = [
    Cost {
        log_n: 13,
        p: 10,
        r: 8,
    },
    Cost {
        log_n: 14,
        p: 5,
        r: 8,
    },
    Cost {
        log_n: 15,
        p: 3,
        r: 8,
    },
    Cost {
        log_n: 15,
        p: 1,
        r: 8,
    },
    Cost {
        log_n: 16,
        p: 2,
        r: 8,
    },
    Cost {
        log_n: 17,
        p: 1,
        r: 8,
    },
];
/// The cost of new files: the one that every version of polkadot.js opens.
const NEW_COST: Cost = Cost {
    log_n: 15,
    p: 1,
    r: 8,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cost {
    log_n: u8,
    p: u32,
    r: u32,
}

impl Cost {
    fn bytes(self) -> [u8; 12] {
        let mut bytes = [0; 12];
        bytes[..4].copy_from_slice(&(1_u32 << self.log_n).to_le_bytes());
        bytes[4..8].copy_from_slice(&self.p.to_le_bytes());
        bytes[8..].copy_from_slice(&self.r.to_le_bytes());
        bytes
    }
}

/// An encrypted key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFile {
    encoded: String,
    encoding: Encoding,
    address: String,
    #[serde(default)]
    meta: Map<String, Value>,
    /// Where it was read, for messages.
    #[serde(skip)]
    origin: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Encoding {
    content: Vec<String>,
    #[serde(rename = "type")]
    kind: Vec<String>,
    version: String,
}

impl KeyFile {
    /// Encrypts a key with a password.
    pub fn seal(key: &LocalKey, name: &str, password: &Secret) -> Result<Self, KeyError> {
        if password.expose().chars().count() < PASSWORD_CHARACTERS_MIN {
            return Err(KeyError::PasswordTooShort {
                least: PASSWORD_CHARACTERS_MIN,
            });
        }
        let mut encoded = vec![0; BOX_OFFSET];
        OsRng.fill_bytes(&mut encoded[..SALT_BYTES]);
        encoded[SALT_BYTES..SALT_BYTES + 12].copy_from_slice(&NEW_COST.bytes());
        OsRng.fill_bytes(&mut encoded[SALT_BYTES + 12..]);
        let cipher =
            cipher(password, &encoded[..SALT_BYTES], NEW_COST).ok_or(KeyError::PasswordTooShort {
                least: PASSWORD_CHARACTERS_MIN,
            })?;

        let mut plain = plain_text(key);
        let nonce = Nonce::clone_from_slice(&encoded[SALT_BYTES + 12..]);
        let sealed = cipher.encrypt(&nonce, plain.as_slice());
        plain.zeroize();
        // The box refuses only texts far longer than this one.
        encoded.extend(sealed.map_err(|_| KeyError::NotASecret {
            reason: "too long".into(),
        })?);

        let mut meta = Map::new();
        meta.insert("name".into(), name.into());
        Ok(Self {
            encoded: STANDARD.encode(encoded),
            encoding: Encoding {
                content: vec!["pkcs8".into(), "ed25519".into()],
                kind: vec!["scrypt".into(), "xsalsa20-poly1305".into()],
                version: "3".into(),
            },
            address: address_of(&key.public()),
            meta,
            origin: name.into(),
        })
    }

    /// Reads a key file.
    pub fn read(path: &Path) -> Result<Self, KeyError> {
        let origin = path.display().to_string();
        let content =
            files::read_at_most(path, KEY_FILE_BYTES_MAX).map_err(|error| KeyError::Unreadable {
                file: origin.clone(),
                reason: error.to_string(),
            })?;
        Self::parse(&content, &origin)
    }

    /// Parses the content of a key file; `origin` names it in messages.
    pub fn parse(content: &[u8], origin: &str) -> Result<Self, KeyError> {
        let mut file: Self = serde_json::from_slice(content).map_err(|error| KeyError::NotAKeyFile {
            file: origin.into(),
            reason: error.to_string(),
        })?;
        file.origin = origin.into();
        let is = |found: &[String], wanted: [&str; 2]| found.iter().map(String::as_str).eq(wanted);
        if !is(&file.encoding.content, ["pkcs8", "ed25519"]) {
            let found = file.encoding.content.last().map_or("?", String::as_str);
            return Err(KeyError::NotEd25519 {
                file: origin.into(),
                found: found.chars().take(20).collect(),
            });
        }
        if !is(&file.encoding.kind, ["scrypt", "xsalsa20-poly1305"]) || file.encoding.version != "3" {
            return Err(KeyError::NotEncrypted { file: origin.into() });
        }
        public_of(&file.address)?;
        Ok(file)
    }

    /// Writes the file, readable by its owner only; never replaces one.
    pub fn write(&self, path: &Path) -> Result<(), KeyError> {
        let file = path.display().to_string();
        let mut content = serde_json::to_vec_pretty(self).map_err(|error| KeyError::Unwritable {
            file: file.clone(),
            reason: error.to_string(),
        })?;
        content.push(b'\n');
        files::write(path, &content, Access::Private, Existing::Keep).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => KeyError::AlreadyThere { file },
            _ => KeyError::Unwritable {
                file,
                reason: error.to_string(),
            },
        })
    }

    /// The name given to the key, or nothing.
    pub fn name(&self) -> &str {
        self.meta.get("name").and_then(Value::as_str).unwrap_or_default()
    }

    /// The public key that the file claims; only opening it proves the claim.
    pub fn public(&self) -> Result<[u8; 32], KeyError> {
        public_of(&self.address)
    }

    /// Decrypts the key.
    pub fn open(&self, password: &Secret) -> Result<LocalKey, KeyError> {
        let broken = |reason: &str| KeyError::NotAKeyFile {
            file: self.origin.clone(),
            reason: reason.into(),
        };
        let encoded = STANDARD
            .decode(&self.encoded)
            .map_err(|error| broken(&error.to_string()))?;
        if encoded.len() < BOX_OFFSET {
            return Err(broken("`encoded` is too short"));
        }
        let (head, sealed) = encoded.split_at(BOX_OFFSET);
        let cost = COSTS
            .into_iter()
            .find(|cost| cost.bytes() == head[SALT_BYTES..SALT_BYTES + 12])
            .ok_or_else(|| broken("unknown scrypt parameters"))?;
        let cipher = cipher(password, &head[..SALT_BYTES], cost)
            .ok_or_else(|| broken("unusable scrypt parameters"))?;
        let nonce = Nonce::clone_from_slice(&head[SALT_BYTES + 12..]);
        let mut plain = cipher
            .decrypt(&nonce, sealed)
            .map_err(|_| KeyError::WrongPassword {
                file: self.origin.clone(),
            })?;
        let key = self.key_of(&plain);
        plain.zeroize();
        key
    }

    /// Takes the decrypted text apart; its parts and the address must agree.
    fn key_of(&self, plain: &[u8]) -> Result<LocalKey, KeyError> {
        let wrong = || KeyError::NotAKeyFile {
            file: self.origin.clone(),
            reason: "unknown content".into(),
        };
        if plain.len() != PLAIN_BYTES || !plain.starts_with(&HEADER) {
            return Err(wrong());
        }
        let mut seed = <[u8; 32]>::try_from(&plain[16..48]).map_err(|_| wrong())?;
        let key = LocalKey::from_seed(&seed);
        seed.zeroize();
        let public = key.public();
        let agrees = plain[48..80] == public
            && plain[80..85] == DIVIDER
            && plain[85..] == public
            && self.public()? == public;
        if agrees {
            Ok(key)
        } else {
            Err(KeyError::Contradictory {
                file: self.origin.clone(),
            })
        }
    }
}

fn plain_text(key: &LocalKey) -> Vec<u8> {
    let mut seed = key.seed();
    // With its final capacity at once, no copy of the seed is left behind by growing.
    let mut plain = Vec::with_capacity(PLAIN_BYTES);
    plain.extend(HEADER);
    plain.extend(seed);
    plain.extend(key.public());
    plain.extend(DIVIDER);
    plain.extend(key.public());
    seed.zeroize();
    plain
}

/// The cipher of a password, or nothing when scrypt refuses the parameters.
fn cipher(password: &Secret, salt: &[u8], cost: Cost) -> Option<XSalsa20Poly1305> {
    let parameters = scrypt::Params::new(cost.log_n, cost.r, cost.p, 32).ok()?;
    let mut secret = [0; 32];
    scrypt::scrypt(password.expose().as_bytes(), salt, &parameters, &mut secret).ok()?;
    let cipher = XSalsa20Poly1305::new(Key::from_slice(&secret));
    secret.zeroize();
    Some(cipher)
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
