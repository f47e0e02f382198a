//! Ed25519 keys: where they come from, and what can sign.
//!
//! Whatever signs implements [`Signer`]; a [`KeySource`] says where a signer comes from and opens it. A new place for
//! keys (a security module, say) is a new variant of [`KeySource`] and a new implementation of [`Signer`].

mod address;
mod command;
mod error;
mod file;
mod folder;
mod local;
mod source;

pub use address::{address_of, public_of, ADDRESS_PREFIX};
pub use command::CommandKey;
pub use error::KeyError;
pub use file::{KeyFile, KEY_FILE_BYTES_MAX};
pub use folder::{default_folder, list, Listed};
pub use local::LocalKey;
pub use source::KeySource;

use sp_core::crypto::Zeroize;

/// Something that holds an Ed25519 key and signs with it.
pub trait Signer: Send + Sync {
    /// The public key, which is also the account on the chain.
    fn public(&self) -> [u8; 32];

    /// Signs a payload.
    fn sign(&self, payload: &[u8]) -> Result<[u8; 64], KeyError>;

    /// The address of the account.
    fn address(&self) -> String {
        address_of(&self.public())
    }
}

/// A password or another secret text, wiped from memory when dropped.
pub struct Secret(String);

impl Secret {
    /// Takes a secret text.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret")
    }
}
