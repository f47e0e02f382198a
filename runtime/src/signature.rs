//! Signatures of transactions.
//!
//! The encoding is the SDK's for the schemes both know, so that wallets and client libraries work unmodified.
//! The enum is the chain's own because variants are numbered for good: 3 stays reserved for the SDK's Ethereum
//! scheme and 16 for SM2. Both are refused when decoding, until a release supports them.
//!
//! The type is called `MultiSignature` because clients recognise it in the metadata by that name.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{crypto::AccountId32, ecdsa, ed25519, sr25519};
use sp_runtime::traits::{IdentifyAccount, Lazy, Verify};

/// A signature of one of the supported schemes.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub enum MultiSignature {
    /// Ed25519, the scheme of the chain's own tools.
    #[codec(index = 0)]
    Ed25519(ed25519::Signature),
    /// Schnorr over Ristretto25519, the default of many wallets.
    #[codec(index = 1)]
    Sr25519(sr25519::Signature),
    /// ECDSA over secp256k1, of a BLAKE2b-256 digest.
    #[codec(index = 2)]
    Ecdsa(ecdsa::Signature),
}

/// A public key of one of the supported schemes.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub enum MultiSigner {
    /// Ed25519 key.
    #[codec(index = 0)]
    Ed25519(ed25519::Public),
    /// Sr25519 key.
    #[codec(index = 1)]
    Sr25519(sr25519::Public),
    /// Compressed secp256k1 key.
    #[codec(index = 2)]
    Ecdsa(ecdsa::Public),
}

impl From<MultiSignature> for sp_runtime::MultiSignature {
    fn from(signature: MultiSignature) -> Self {
        match signature {
            MultiSignature::Ed25519(inner) => Self::Ed25519(inner),
            MultiSignature::Sr25519(inner) => Self::Sr25519(inner),
            MultiSignature::Ecdsa(inner) => Self::Ecdsa(inner),
        }
    }
}

impl From<MultiSigner> for sp_runtime::MultiSigner {
    fn from(signer: MultiSigner) -> Self {
        match signer {
            MultiSigner::Ed25519(key) => Self::Ed25519(key),
            MultiSigner::Sr25519(key) => Self::Sr25519(key),
            MultiSigner::Ecdsa(key) => Self::Ecdsa(key),
        }
    }
}

impl From<ed25519::Signature> for MultiSignature {
    fn from(inner: ed25519::Signature) -> Self {
        Self::Ed25519(inner)
    }
}

impl From<sr25519::Signature> for MultiSignature {
    fn from(inner: sr25519::Signature) -> Self {
        Self::Sr25519(inner)
    }
}

impl From<ecdsa::Signature> for MultiSignature {
    fn from(inner: ecdsa::Signature) -> Self {
        Self::Ecdsa(inner)
    }
}

impl From<ed25519::Public> for MultiSigner {
    fn from(key: ed25519::Public) -> Self {
        Self::Ed25519(key)
    }
}

impl From<sr25519::Public> for MultiSigner {
    fn from(key: sr25519::Public) -> Self {
        Self::Sr25519(key)
    }
}

impl From<ecdsa::Public> for MultiSigner {
    fn from(key: ecdsa::Public) -> Self {
        Self::Ecdsa(key)
    }
}

impl IdentifyAccount for MultiSigner {
    type AccountId = AccountId32;

    fn into_account(self) -> AccountId32 {
        sp_runtime::MultiSigner::from(self).into_account()
    }
}

impl Verify for MultiSignature {
    type Signer = MultiSigner;

    fn verify<L: Lazy<[u8]>>(&self, message: L, signer: &AccountId32) -> bool {
        sp_runtime::MultiSignature::from(self.clone()).verify(message, signer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_core::{crypto::Pair, ByteArray};

    const MESSAGE: &[u8] = b"a registration";

    /// Signs with the key of `//Alice` and returns the chain's and the SDK's form of signature and signer.
    fn samples() -> [(
        MultiSignature,
        sp_runtime::MultiSignature,
        MultiSigner,
        sp_runtime::MultiSigner,
    ); 3] {
        let ed = ed25519::Pair::from_string("//Alice", None).unwrap();
        let sr = sr25519::Pair::from_string("//Alice", None).unwrap();
        let ec = ecdsa::Pair::from_string("//Alice", None).unwrap();
        let (ed_sig, sr_sig, ec_sig) = (ed.sign(MESSAGE), sr.sign(MESSAGE), ec.sign(MESSAGE));
        [
            (
                ed_sig.into(),
                ed_sig.into(),
                ed.public().into(),
                ed.public().into(),
            ),
            (
                sr_sig.into(),
                sr_sig.into(),
                sr.public().into(),
                sr.public().into(),
            ),
            (
                ec_sig.into(),
                ec_sig.into(),
                ec.public().into(),
                ec.public().into(),
            ),
        ]
    }

    #[test]
    fn encodes_as_the_sdk_does() {
        for (index, (ours, theirs, our_key, their_key)) in samples().into_iter().enumerate() {
            let bytes = theirs.encode();
            assert_eq!(bytes[0] as usize, index);
            assert_eq!(ours.encode(), bytes);
            assert_eq!(MultiSignature::decode(&mut &bytes[..]), Ok(ours));
            assert_eq!(our_key.encode(), their_key.encode());
        }
    }

    #[test]
    fn accounts_are_the_sdk_s() {
        for (_, _, ours, theirs) in samples() {
            assert_eq!(ours.into_account(), theirs.into_account());
        }
    }

    #[test]
    fn verifies_every_scheme_and_nothing_else() {
        let mallory = AccountId32::new([7; 32]);
        for (signature, _, signer, _) in samples() {
            let account = signer.into_account();
            assert!(signature.verify(MESSAGE, &account));
            assert!(!signature.verify(&b"another registration"[..], &account));
            assert!(!signature.verify(MESSAGE, &mallory));
        }
    }

    #[test]
    fn refuses_reserved_and_unknown_schemes() {
        let eth = ecdsa::KeccakSignature::from_slice(&[1; 65]).unwrap();
        let eth = sp_runtime::MultiSignature::Eth(eth).encode();
        assert_eq!(eth[0], 3);
        assert!(MultiSignature::decode(&mut &eth[..]).is_err());

        for index in 3..=u8::MAX {
            let mut bytes = [1; 66];
            bytes[0] = index;
            assert!(MultiSignature::decode(&mut &bytes[..]).is_err(), "index {index}");
        }
    }
}
