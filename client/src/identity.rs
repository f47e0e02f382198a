//! The identity of a natural person: a salted commitment on chain, and the opening that proves who it is.
//!
//! Only the commitment is on the chain. Whoever was given the opening proves with it, without a node, that a holder named
//! by its commitment is the person of that name and number: also after the register has erased the person, as the
//! commitment stays.

use serde::{Deserialize, Serialize};

use crate::keys::{LocalKey, Signer};

/// How a commitment is made, as written in every opening.
const METHOD: &str =
    "blake2b-256 of salt, then name and number as UTF-8, each after its length (4 bytes, little endian)";

/// What opens a commitment: its salt, and what was committed to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Opening {
    /// The commitment, in hexadecimal digits.
    pub commitment: String,
    /// The salt, in hexadecimal digits.
    pub salt: String,
    /// The person's name.
    pub name: String,
    /// The number of the person's identity document.
    pub number: String,
    /// How the commitment is made.
    pub method: String,
}

crate::messages! {
    /// Why a document is no opening.
    pub enum OpeningError {
        /// It is not what `quanji party commit` writes.
        NotAnOpening =>
            zh "这不是身份承诺的开启材料", remedy "须为 quanji party commit 写出的文件";
            en "this is no opening of a commitment", remedy "give the file that `quanji party commit` wrote";
        /// Salt, name and number give another commitment.
        OtherCommitment { written: String, found: String } =>
            zh "开启材料与其承诺值不符：写的是 {written}，盐、姓名、号码得出 {found}",
                remedy "该文件已被改动，请向本人重新索取";
            en "the opening does not fit its commitment: {written} is written, salt, name and number give {found}",
                remedy "the file was changed: get it again from the person";
    }
}

impl Opening {
    /// An opening with a fresh salt.
    pub fn fresh(name: &str, number: &str) -> Self {
        // A random key is 32 random bytes from the system's source.
        let (random, _) = LocalKey::generate();
        let salt = random.public();
        Self {
            commitment: hex_of(&commitment(&salt, name, number)),
            salt: hex_of(&salt),
            name: name.to_owned(),
            number: number.to_owned(),
            method: METHOD.to_owned(),
        }
    }

    /// Reads an opening and checks that it opens its commitment.
    pub fn read(text: &str) -> Result<Self, OpeningError> {
        let opening: Self = serde_json::from_str(text).map_err(|_| OpeningError::NotAnOpening)?;
        let mut salt = [0; 32];
        hex::decode_to_slice(opening.salt.trim_start_matches("0x"), &mut salt)
            .map_err(|_| OpeningError::NotAnOpening)?;
        let found = hex_of(&commitment(&salt, &opening.name, &opening.number));
        if opening.method != METHOD || found != opening.commitment {
            return Err(OpeningError::OtherCommitment {
                written: opening.commitment,
                found,
            });
        }
        Ok(opening)
    }

    /// Whether it opens this commitment.
    pub fn opens(&self, commitment: &[u8; 32]) -> bool {
        self.commitment == hex_of(commitment)
    }
}

/// The commitment: BLAKE2b-256 of the salt, then name and number, each after its length in four bytes.
fn commitment(salt: &[u8; 32], name: &str, number: &str) -> [u8; 32] {
    let mut bytes = salt.to_vec();
    for part in [name, number] {
        bytes.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend(part.as_bytes());
    }
    sp_crypto_hashing::blake2_256(&bytes)
}

fn hex_of(bytes: &[u8]) -> String {
    format!("0x{}", hex::encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_depends_on_every_part_and_where_it_ends() {
        let one = commitment(&[1; 32], "ab", "c");
        assert_eq!(one, commitment(&[1; 32], "ab", "c"));
        assert_ne!(one, commitment(&[2; 32], "ab", "c"));
        assert_ne!(one, commitment(&[1; 32], "a", "bc"));
    }

    #[test]
    fn an_opening_opens_its_own_commitment_only() {
        let opening = Opening::fresh("梅若兰", "440100199001011237");
        let text = serde_json::to_string(&opening).unwrap();
        assert_eq!(Opening::read(&text).unwrap(), opening);
        let mut committed = [0; 32];
        hex::decode_to_slice(&opening.commitment[2..], &mut committed).unwrap();
        assert!(opening.opens(&committed));
        assert!(!opening.opens(&[0; 32]));
        assert_ne!(
            Opening::fresh("梅若兰", "440100199001011237").commitment,
            opening.commitment
        );
    }

    #[test]
    fn a_changed_opening_is_refused() {
        let opening = Opening::fresh("梅若兰", "440100199001011237");
        let changes: [fn(&mut Opening); 4] = [
            |opening| opening.name = "梅若".into(),
            |opening| opening.number.push('0'),
            |opening| opening.salt.replace_range(2..4, "00"),
            |opening| opening.method = "sha2-256".into(),
        ];
        for change in changes {
            let mut changed = opening.clone();
            change(&mut changed);
            if changed == opening {
                continue;
            }
            let text = serde_json::to_string(&changed).unwrap();
            assert!(matches!(
                Opening::read(&text),
                Err(OpeningError::OtherCommitment { .. })
            ));
        }
        for text in ["", "{}", "[1]", "{\"commitment\":\"0x\"}"] {
            assert!(
                matches!(Opening::read(text), Err(OpeningError::NotAnOpening)),
                "{text}"
            );
        }
    }
}
