//! Digests that name their algorithm.

domain! {
    /// A 32-byte digest together with the algorithm that made it. Indices are fixed for ever; new algorithms
    /// are appended.
    #[derive(Copy, PartialOrd, Ord)]
    pub enum Digest {
        /// SHA-256 (FIPS 180-4): descriptions and documents.
        #[codec(index = 0)]
        Sha2_256(#[serde(with = "crate::digest::hex_bytes")] [u8; 32]),
        /// BLAKE3: fingerprints of files and folders.
        #[codec(index = 1)]
        Blake3_256(#[serde(with = "crate::digest::hex_bytes")] [u8; 32]),
        /// BLAKE2b with 32 bytes: the chain's own hash.
        #[codec(index = 2)]
        Blake2_256(#[serde(with = "crate::digest::hex_bytes")] [u8; 32]),
        /// SM3 (GB/T 32905).
        #[codec(index = 3)]
        Sm3(#[serde(with = "crate::digest::hex_bytes")] [u8; 32]),
    }
}

impl Digest {
    /// SHA-256 of `bytes`.
    pub fn sha2_256(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        Self::Sha2_256(sha2::Sha256::digest(bytes).into())
    }

    /// BLAKE3 of `bytes`.
    pub fn blake3_256(bytes: &[u8]) -> Self {
        Self::Blake3_256(blake3::hash(bytes).into())
    }

    /// The digest of `bytes` by the algorithm of `self`, or `None` where this build has no such algorithm (SM3).
    pub fn same_algorithm(&self, bytes: &[u8]) -> Option<Self> {
        match self {
            Self::Sha2_256(_) => Some(Self::sha2_256(bytes)),
            Self::Blake3_256(_) => Some(Self::blake3_256(bytes)),
            Self::Blake2_256(_) => Some(Self::Blake2_256(sp_crypto_hashing::blake2_256(bytes))),
            Self::Sm3(_) => None,
        }
    }

    /// The 32 bytes without the name of the algorithm.
    pub fn bytes(&self) -> &[u8; 32] {
        match self {
            Self::Sha2_256(bytes) | Self::Blake3_256(bytes) | Self::Blake2_256(bytes) | Self::Sm3(bytes) => {
                bytes
            }
        }
    }

    /// The algorithm as written in text forms: `sha2-256`, `blake3`, `blake2b-256`, `sm3`.
    pub fn algorithm(&self) -> &'static str {
        match self {
            Self::Sha2_256(_) => "sha2-256",
            Self::Blake3_256(_) => "blake3",
            Self::Blake2_256(_) => "blake2b-256",
            Self::Sm3(_) => "sm3",
        }
    }
}

impl core::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "{}:", self.algorithm())?;
        self.bytes()
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

/// Why a text is not a digest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DigestTextError {
    /// There is no colon between algorithm and digits.
    NoAlgorithm,
    /// The algorithm before the colon is not one of the four.
    UnknownAlgorithm,
    /// After the colon there must be exactly 64 hexadecimal digits.
    NotHex,
}

impl core::fmt::Display for DigestTextError {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(match self {
            Self::NoAlgorithm => "write a digest as algorithm:digits, for example sha2-256:9f86…",
            Self::UnknownAlgorithm => "the algorithm must be sha2-256, blake3, blake2b-256 or sm3",
            Self::NotHex => "after the colon there must be 64 hexadecimal digits",
        })
    }
}

impl core::error::Error for DigestTextError {}

impl core::str::FromStr for Digest {
    type Err = DigestTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (algorithm, digits) = text.split_once(':').ok_or(DigestTextError::NoAlgorithm)?;
        let mut bytes = [0u8; 32];
        hex::decode_to_slice(digits, &mut bytes).map_err(|_| DigestTextError::NotHex)?;
        match algorithm {
            "sha2-256" => Ok(Self::Sha2_256(bytes)),
            "blake3" => Ok(Self::Blake3_256(bytes)),
            "blake2b-256" => Ok(Self::Blake2_256(bytes)),
            "sm3" => Ok(Self::Sm3(bytes)),
            _ => Err(DigestTextError::UnknownAlgorithm),
        }
    }
}

/// 32 bytes as 64 hexadecimal digits in JSON, with or without `0x` when read.
pub mod hex_bytes {
    use alloc::string::String;
    use serde::{de::Error, Deserialize, Deserializer, Serializer};

    /// Writes the digits.
    pub fn serialize<S: Serializer, const N: usize>(
        bytes: &[u8; N],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex::encode(bytes))
    }

    /// Reads the digits.
    pub fn deserialize<'de, D: Deserializer<'de>, const N: usize>(
        deserializer: D,
    ) -> Result<[u8; N], D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut bytes = [0u8; N];
        hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(&text), &mut bytes)
            .map_err(|_| D::Error::custom("expected hexadecimal digits of the right number"))?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::{Decode, Encode};

    #[test]
    fn indices_are_the_settled_ones() {
        for (index, digest) in [
            Digest::Sha2_256([7; 32]),
            Digest::Blake3_256([7; 32]),
            Digest::Blake2_256([7; 32]),
            Digest::Sm3([7; 32]),
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(digest.encode()[0] as usize, index);
            assert_eq!(digest.to_string().parse::<Digest>(), Ok(digest));
        }
        assert!(Digest::decode(&mut &[4u8; 33][..]).is_err());
    }

    #[test]
    fn algorithms_give_their_published_vectors_for_abc() {
        let expect = |digest: Digest, text: &str| assert_eq!(digest.to_string(), text);
        expect(
            Digest::sha2_256(b"abc"),
            "sha2-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        );
        expect(
            Digest::blake3_256(b"abc"),
            "blake3:6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85",
        );
        assert_eq!(Digest::Sm3([0; 32]).same_algorithm(b"abc"), None);
    }

    #[test]
    fn texts_that_are_no_digest_say_why() {
        assert_eq!("ab".parse::<Digest>(), Err(DigestTextError::NoAlgorithm));
        assert_eq!("sha2-256:ab".parse::<Digest>(), Err(DigestTextError::NotHex));
        let digits = "00".repeat(32);
        assert_eq!(
            format!("md5:{digits}").parse::<Digest>(),
            Err(DigestTextError::UnknownAlgorithm)
        );
    }
}
