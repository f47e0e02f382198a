//! Data Integrity proofs of cryptosuite `eddsa-jcs-2022`: what is hashed, signed and checked.
//!
//! The signed bytes are `SHA-256(canonical proof options) ++ SHA-256(canonical document)`. The signature is checked
//! strictly (`verify_strict`): no small-order key, no second form of a signature.

use crate::{errors::CredentialError, json::canonical, timestamp};
use alloc::{format, string::String, vec::Vec};
use core::fmt;
use quanji_primitives::clock::Moment;
use serde_json::{json, Value};
use sha2::{Digest, Sha256};

/// The most characters of base58 that are read as a key, which has 48 with its letter. To decode takes the square of their
/// number: without a bound one file would hang its reader.
const KEY_CHARACTERS_MAX: usize = 64;

/// The most characters of base58 that are read as a signature, which has 88; bounded for the same reason.
const SIGNATURE_CHARACTERS_MAX: usize = 100;

/// Multicodec prefix of an Ed25519 public key.
const ED25519_PUBLIC: [u8; 2] = [0xed, 0x01];

/// A key that signs credentials.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct IssuerKey(pub [u8; 32]);

impl fmt::Display for IssuerKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.did())
    }
}

impl IssuerKey {
    /// The key as `did:key`, which software for credentials resolves without a network.
    pub fn did(&self) -> String {
        format!("did:key:{}", self.multibase())
    }

    /// The key of a `did:key`.
    pub fn from_did(did: &str) -> Option<Self> {
        let bytes = decoded(did.strip_prefix("did:key:z")?, KEY_CHARACTERS_MAX)?;
        bytes.strip_prefix(&ED25519_PUBLIC)?.try_into().ok().map(Self)
    }

    /// The method that checks signatures of this key.
    pub fn verification_method(&self) -> String {
        format!("{}#{}", self.did(), self.multibase())
    }

    fn multibase(&self) -> String {
        let bytes: Vec<u8> = ED25519_PUBLIC.into_iter().chain(self.0).collect();
        format!("z{}", bs58::encode(bytes).into_string())
    }
}

/// The bytes of a base58 text of at most `max` characters.
fn decoded(text: &str, max: usize) -> Option<Vec<u8>> {
    if text.len() > max {
        return None;
    }
    bs58::decode(text).into_vec().ok()
}

/// The proof of `document` before it is signed: everything but `proofValue`.
pub fn proof_options(document: &Value, key: IssuerKey, created: Moment) -> Value {
    json!({
        "@context": document.get("@context").cloned().unwrap_or(Value::Null),
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": timestamp::text(created),
        "verificationMethod": key.verification_method(),
        "proofPurpose": "assertionMethod",
    })
}

/// The 64 bytes that are signed.
pub fn hash_data(document: &Value, options: &Value) -> Result<[u8; 64], CredentialError> {
    let mut hashes = [0u8; 64];
    let (first, second) = hashes.split_at_mut(32);
    first.copy_from_slice(&Sha256::digest(canonical(options)?));
    second.copy_from_slice(&Sha256::digest(canonical(document)?));
    Ok(hashes)
}

/// `document` with a proof. `sign` gets the 64 bytes and gives the Ed25519 signature of `key`; its failure is passed on.
pub fn sign<E: From<CredentialError>>(
    mut document: Value,
    key: IssuerKey,
    created: Moment,
    sign: impl FnOnce(&[u8]) -> Result<[u8; 64], E>,
) -> Result<Value, E> {
    let mut options = proof_options(&document, key, created);
    let signature = sign(&hash_data(&document, &options)?)?;
    let value = format!("z{}", bs58::encode(signature).into_string());
    if let (Some(options), Some(document)) = (options.as_object_mut(), document.as_object_mut()) {
        options.insert("proofValue".into(), value.into());
        document.insert("proof".into(), Value::Object(core::mem::take(options)));
    }
    Ok(document)
}

/// Splits a signed document into document, proof options and signature.
pub fn split(mut secured: Value) -> Result<(Value, Value, [u8; 64]), CredentialError> {
    let mut options = secured
        .as_object_mut()
        .and_then(|members| members.remove("proof"))
        .ok_or(CredentialError::Missing { member: "/proof" })?;
    let value = options
        .as_object_mut()
        .and_then(|members| members.remove("proofValue"));
    let signature = value
        .as_ref()
        .and_then(Value::as_str)
        .and_then(|text| text.strip_prefix('z'))
        .and_then(|text| decoded(text, SIGNATURE_CHARACTERS_MAX))
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(CredentialError::Missing {
            member: "/proof/proofValue",
        })?;
    Ok((secured, options, signature))
}

/// Checks the signature of `key` over document and proof options.
pub fn check_signature(
    document: &Value,
    options: &Value,
    signature: &[u8; 64],
    key: IssuerKey,
) -> Result<(), CredentialError> {
    let message = hash_data(document, options)?;
    let signature = ed25519_dalek::Signature::from_bytes(signature);
    ed25519_dalek::VerifyingKey::from_bytes(&key.0)
        .and_then(|verifying| verifying.verify_strict(&message, &signature))
        .map_err(|_| CredentialError::BadSignature { key })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the W3C Recommendation "Data Integrity EdDSA Cryptosuites", representation eddsa-jcs-2022.
    fn recommendation_example() -> Value {
        let context = json!([
            "https://www.w3.org/ns/credentials/v2",
            "https://www.w3.org/ns/credentials/examples/v2"
        ]);
        json!({
            "@context": context,
            "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
            "type": ["VerifiableCredential", "AlumniCredential"],
            "name": "Alumni Credential",
            "description": "A minimum viable example of an Alumni Credential.",
            "issuer": "https://vc.example/issuers/5678",
            "validFrom": "2023-01-01T00:00:00Z",
            "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" },
            "proof": {
                "type": "DataIntegrityProof",
                "cryptosuite": "eddsa-jcs-2022",
                "created": "2023-02-24T23:36:38Z",
                "verificationMethod": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#\
                                       z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                "proofPurpose": "assertionMethod",
                "@context": context,
                "proofValue": "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX",
            },
        })
    }

    #[test]
    fn the_example_of_the_recommendation_verifies() {
        let key = IssuerKey::from_did("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2").unwrap();
        let (document, options, signature) = split(recommendation_example()).unwrap();
        assert_eq!(check_signature(&document, &options, &signature, key), Ok(()));
        assert_eq!(options["verificationMethod"], key.verification_method());
        let mut other = document;
        other["name"] = "Alumnus Credential".into();
        let refused = check_signature(&other, &options, &signature, key);
        assert_eq!(refused, Err(CredentialError::BadSignature { key }));
    }

    #[test]
    fn a_small_order_key_signs_nothing() {
        // The neutral point with the signature (neutral point, 0) fits every message unless the check is strict.
        let mut point = [0u8; 32];
        point[0] = 1;
        let mut signature = [0u8; 64];
        signature[0] = 1;
        let key = IssuerKey(point);
        let refused = check_signature(&json!({}), &json!({}), &signature, key);
        assert_eq!(refused, Err(CredentialError::BadSignature { key }));
    }

    #[test]
    fn a_text_of_the_greatest_length_is_decoded_and_no_longer_one() {
        // Each digit one is a byte zero.
        for max in [KEY_CHARACTERS_MAX, SIGNATURE_CHARACTERS_MAX] {
            assert_eq!(decoded(&"1".repeat(max), max), Some(alloc::vec![0; max]));
            assert_eq!(decoded(&"1".repeat(max + 1), max), None);
        }
        // The longest key and the longest signature are well below.
        let longest = |bytes: &[u8]| bs58::encode(bytes).into_string().len();
        let key = [&ED25519_PUBLIC[..], &[0xffu8; 32]].concat();
        assert!(longest(&key) <= KEY_CHARACTERS_MAX);
        assert!(longest(&[0xffu8; 64]) <= SIGNATURE_CHARACTERS_MAX);
    }

    #[test]
    fn a_key_or_signature_of_a_million_characters_is_refused_at_once() {
        let long = "z".repeat(1_000_000);
        assert_eq!(IssuerKey::from_did(&format!("did:key:{long}")), None);
        let mut signed = recommendation_example();
        signed["proof"]["proofValue"] = long.into();
        let refused = split(signed);
        let member = "/proof/proofValue";
        assert_eq!(refused, Err(CredentialError::Missing { member }));
    }

    #[test]
    fn a_key_reads_back_from_its_did() {
        let key = IssuerKey([7; 32]);
        assert_eq!(IssuerKey::from_did(&key.did()), Some(key));
        assert!(key.did().starts_with("did:key:z6Mk"));
        assert_eq!(alloc::string::ToString::to_string(&key), key.did());
        for other in [
            "did:key:z",
            "did:key:z6Mk",
            "did:web:example.org",
            "did:key:zQ3shOOO",
        ] {
            assert_eq!(IssuerKey::from_did(other), None);
        }
    }
}
