//! A certificate in the register, and the complete title with its proof.

use codec::Encode;
use futures::future::try_join_all;
use quanji_primitives::{
    certificate_number::CertificateNumber,
    storage_keys,
    v1::{CertificateRecord, ObjectRecord},
    ObjectId,
};
use quanji_verifier::{StateProof, Title, TitleKeys, H256};
use sp_crypto_hashing::{blake2_128, twox_128};

use super::{node::Node, EvidenceError};

/// What a person calls a certificate by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// By its number.
    Number(CertificateNumber),
    /// By its object, which must have one certificate only, vouchers of licences apart.
    Object(ObjectId),
}

impl Name {
    /// Reads a number or an object.
    pub fn parse(text: &str) -> Result<Self, EvidenceError> {
        let upper = text.trim().to_ascii_uppercase();
        // A number of another system is taken as it is written.
        let exact = text.trim().parse().ok();
        let number = exact.or_else(|| upper.parse().ok()).map(Self::Number);
        number
            .or_else(|| upper.parse().map(Self::Object).ok())
            .ok_or_else(|| EvidenceError::NotAName {
                text: text.chars().take(60).collect(),
            })
    }
}

/// Where a certificate stands in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its object.
    pub object: ObjectId,
    /// Its place among the certificates of the object.
    pub index: u32,
}

impl Place {
    /// The key of the certificate's record.
    pub fn key(&self) -> Vec<u8> {
        storage_keys::certificate(self.object, self.index)
    }
}

/// The index from certificate numbers. An index only: what it says is read again from the proved records.
fn number_index(number: CertificateNumber) -> Vec<u8> {
    let mut key = twox_128(b"Registry").to_vec();
    key.extend(twox_128(b"CertificateByNumber"));
    let number = number.encode();
    key.extend(blake2_128(&number));
    key.extend(number);
    key
}

/// Finds a certificate in the state of a block (the best block when none is named).
pub async fn find(node: &Node, name: Name, block: Option<H256>) -> Result<Place, EvidenceError> {
    match name {
        Name::Number(number) => {
            let found: Option<(ObjectId, u32)> = node.value(&number_index(number), block).await?;
            let (object, index) = found.ok_or_else(|| EvidenceError::NoSuchCertificate {
                number: number.to_string(),
            })?;
            Ok(Place { object, index })
        }
        Name::Object(object) => only_certificate(node, object, block).await,
    }
}

async fn only_certificate(
    node: &Node,
    object: ObjectId,
    block: Option<H256>,
) -> Result<Place, EvidenceError> {
    let record: ObjectRecord = object_record(node, object, block).await?;
    if record.certificates == 1 {
        return Ok(Place { object, index: 0 });
    }
    let read = (0..record.certificates).map(|index| async move {
        node.value::<CertificateRecord>(&storage_keys::certificate(object, index), block)
            .await
    });
    // The voucher of a licence is named by its number.
    let is_voucher = |number| matches!(number, CertificateNumber::Voucher(_));
    let named: Vec<_> = (0..)
        .zip(try_join_all(read).await?)
        .filter_map(|(index, certificate)| Some((index, certificate?.number)))
        .filter(|(_, number)| !is_voucher(*number))
        .collect();
    if let [(index, _)] = named[..] {
        return Ok(Place { object, index });
    }
    let numbers: Vec<_> = named.iter().map(|(_, number)| number.to_string()).collect();
    Err(EvidenceError::SeveralCertificates {
        object: object.to_string(),
        numbers: numbers.join(", "),
    })
}

/// The record of an object.
pub async fn object_record(
    node: &Node,
    object: ObjectId,
    block: Option<H256>,
) -> Result<ObjectRecord, EvidenceError> {
    let found = node.value(&storage_keys::object(object), block).await?;
    found.ok_or_else(|| EvidenceError::NoSuchObject {
        object: object.to_string(),
    })
}

/// The complete title of an object at one block.
#[derive(Debug)]
pub struct Proven {
    /// What the proof says.
    pub title: Title,
    /// The trie nodes of the proof.
    pub nodes: Vec<Vec<u8>>,
}

/// Reads the title of `object` at `block`, whose state root is `root`, with its proof.
pub async fn prove(node: &Node, object: ObjectId, block: H256, root: H256) -> Result<Proven, EvidenceError> {
    let mut keys = TitleKeys::new(object);
    loop {
        let missing = keys.missing()?;
        if missing.is_empty() {
            break;
        }
        let values = try_join_all(missing.iter().map(|key| node.storage(key, Some(block)))).await?;
        for (key, value) in missing.into_iter().zip(values) {
            keys.insert(key, value);
        }
    }
    let nodes = node.read_proof(&keys.all(), block).await?;
    let title = Title::read(&StateProof::new(root, nodes.iter().cloned()), object)?;
    Ok(Proven { title, nodes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_called_by_its_number_or_its_object() {
        let number = "SJ4412026110001".parse().unwrap();
        assert_eq!(Name::parse("SJ4412026110001"), Ok(Name::Number(number)));
        assert_eq!(Name::parse(" sj4412026110001 "), Ok(Name::Number(number)));
        let earlier = "earlier:GD/2025-00001";
        assert_eq!(Name::parse(earlier), Ok(Name::Number(earlier.parse().unwrap())));
        let object = "O1-1-5".parse().unwrap();
        assert_eq!(Name::parse("o1-1-5"), Ok(Name::Object(object)));
        for other in ["", "P1-1-5", "SJ44", "O1-1-6", "\u{1f600}"] {
            assert!(matches!(Name::parse(other), Err(EvidenceError::NotAName { .. })));
        }
    }
}
