//! Keys of the records that certificates prove. Names and hashers are part of the certificate format: a test pins each.

use crate::{regime::RegimeId, AuthorityId, ObjectId, PartyId};
use alloc::vec::Vec;
use codec::Encode;
use sp_crypto_hashing::{blake2_128, twox_128, twox_64};

fn value(pallet: &str, item: &str) -> Vec<u8> {
    let mut key = twox_128(pallet.as_bytes()).to_vec();
    key.extend(twox_128(item.as_bytes()));
    key
}

/// `Blake2_128Concat`.
fn map(pallet: &str, item: &str, first: &impl Encode) -> Vec<u8> {
    let mut key = value(pallet, item);
    let first = first.encode();
    key.extend(blake2_128(&first));
    key.extend(first);
    key
}

/// `Blake2_128Concat`, then `Twox64Concat` of a dense number.
fn numbered(pallet: &str, item: &str, first: &impl Encode, number: u32) -> Vec<u8> {
    let mut key = map(pallet, item, first);
    let number = number.encode();
    key.extend(twox_64(&number));
    key.extend(number);
    key
}

/// The record of an object.
pub fn object(object: ObjectId) -> Vec<u8> {
    map("Registry", "Objects", &object)
}

/// The right with a number in an object.
pub fn right(object: ObjectId, number: u32) -> Vec<u8> {
    numbered("Registry", "Rights", &object, number)
}

/// The certificate with a number in an object.
pub fn certificate(object: ObjectId, number: u32) -> Vec<u8> {
    numbered("Registry", "Certificates", &object, number)
}

/// The fingerprint with a number in an object.
pub fn fingerprint(object: ObjectId, number: u32) -> Vec<u8> {
    numbered("Registry", "Fingerprints", &object, number)
}

/// The number of certificates a party holds.
pub fn holding_count(party: PartyId) -> Vec<u8> {
    map("Registry", "HoldingCount", &party)
}

/// The certificate with a number among those of a party.
pub fn holding(party: PartyId, number: u32) -> Vec<u8> {
    numbered("Registry", "Holdings", &party, number)
}

/// The record of a party.
pub fn party(party: PartyId) -> Vec<u8> {
    map("Parties", "Parties", &party)
}

/// The record of an authority.
pub fn authority(authority: AuthorityId) -> Vec<u8> {
    map("Authorities", "Authorities", &authority)
}

/// The credential key with a number of an authority.
pub fn credential_key(authority: AuthorityId, number: u32) -> Vec<u8> {
    numbered("Authorities", "CredentialKeys", &authority, number)
}

/// A regime version.
pub fn regime(regime: RegimeId) -> Vec<u8> {
    map("Rules", "Regimes", &regime)
}

/// The development clock; absent on every live chain.
pub fn development_clock() -> Vec<u8> {
    value("Rules", "DevelopmentClock")
}

/// Block time in milliseconds.
pub fn block_time() -> Vec<u8> {
    value("Timestamp", "Now")
}

/// The GRANDPA authorities of the current set.
pub fn grandpa_authorities() -> Vec<u8> {
    value("Grandpa", "Authorities")
}

/// The number of the current GRANDPA set.
pub fn grandpa_set_id() -> Vec<u8> {
    value("Grandpa", "CurrentSetId")
}
