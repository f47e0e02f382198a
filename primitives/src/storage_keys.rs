//! Keys of the records that certificates prove. Names and hashers are part of the certificate format: a test pins each.

use crate::{person::Person, regime::RegimeId, AuthorityId, CaseId, DeedId, ObjectId, PartyId};
use alloc::vec::Vec;
use codec::Encode;
use sp_crypto_hashing::{blake2_128, blake2_256, twox_128, twox_64};

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

/// The mark with a number on an object.
pub fn mark(object: ObjectId, number: u32) -> Vec<u8> {
    numbered("Registry", "Marks", &object, number)
}

/// What the licence with a number in an object has beside its right.
pub fn licence(object: ObjectId, number: u32) -> Vec<u8> {
    numbered("Licences", "Licences", &object, number)
}

/// An offer of a licence that waits for signatures, by its number in the object.
pub fn offer(object: ObjectId, number: u32) -> Vec<u8> {
    numbered("Licences", "Offers", &object, number)
}

/// The list of the offers of licences that wait on an object, lapsed ones until the next offer; absent where none does.
pub fn open_offers(object: ObjectId) -> Vec<u8> {
    map("Licences", "OpenOffers", &object)
}

/// What an authority is about to do of its own motion with an object; absent where it is about to do nothing.
pub fn motion(object: ObjectId) -> Vec<u8> {
    map("Registry", "Motions", &object)
}

/// A pledge, by the deed that made it.
pub fn pledge(deed: DeedId) -> Vec<u8> {
    map("Encumbrances", "Pledges", &deed)
}

/// A reservation, by the deed that made it.
pub fn reservation(deed: DeedId) -> Vec<u8> {
    map("Encumbrances", "Reservations", &deed)
}

/// What the keys of all pledges begin with, ended ones included.
pub fn pledges() -> Vec<u8> {
    value("Encumbrances", "Pledges")
}

/// What the keys of all reservations begin with, ended ones included.
pub fn reservations() -> Vec<u8> {
    value("Encumbrances", "Reservations")
}

/// A deed that waits for signatures.
pub fn deed(deed: DeedId) -> Vec<u8> {
    map("Encumbrances", "Deeds", &deed)
}

/// What the keys of all deeds that wait begin with.
pub fn deeds() -> Vec<u8> {
    value("Encumbrances", "Deeds")
}

/// The list of the deeds that wait about an object; absent where none does.
pub fn open_deeds(object: ObjectId) -> Vec<u8> {
    map("Encumbrances", "OpenDeeds", &object)
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

/// The party that stands in the place of another.
pub fn successor_of(party: PartyId) -> Vec<u8> {
    map("Parties", "SuccessorOf", &party)
}

/// The party that a person is: under BLAKE2b-256 of what identifies the person. An organisation with a credit code is one
/// person, whatever its kind.
pub fn person(person: &Person) -> Vec<u8> {
    let mut key = value("Parties", "PersonIndex");
    let identity = match person {
        Person::UnincorporatedOrganisation(code) => Person::LegalPerson(*code),
        other => other.clone(),
    };
    key.extend(blake2_256(&identity.encode()));
    key
}

/// The party to which an account is bound.
pub fn party_of(account: &[u8; 32]) -> Vec<u8> {
    map("Parties", "PartyOf", account)
}

/// How many predecessors are listed for a party.
pub fn predecessor_count(party: PartyId) -> Vec<u8> {
    map("Parties", "PredecessorCount", &party)
}

/// The predecessor with a number of a party.
pub fn predecessor(party: PartyId, number: u32) -> Vec<u8> {
    numbered("Parties", "Predecessors", &party, number)
}

/// A case in state.
pub fn case(case: CaseId) -> Vec<u8> {
    map("Registry", "Cases", &case)
}

/// What the keys of all cases in state begin with: every open case, whoever filed it.
pub fn cases() -> Vec<u8> {
    value("Registry", "Cases")
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys are part of the certificate format: a change here breaks every certificate ever issued.
    #[test]
    fn proved_keys_are_pinned() {
        let (authority_id, object_id) = (AuthorityId(1), ObjectId((1 << 48) | 1));
        let pinned = [
            (object(object_id), "8a493ef65ff3987a1fbc9979200ad1afe1999021a7b1a59aebe92e0fc3907d932ee92095a31d87394a2648e60c893b940100000000000100"),
            (right(object_id, 2), "8a493ef65ff3987a1fbc9979200ad1afe6db5de4d122bdc28700f68909e7478c2ee92095a31d87394a2648e60c893b9401000000000001009eb2dcce60f37a2702000000"),
            (certificate(object_id, 0), "8a493ef65ff3987a1fbc9979200ad1afeb8f749cac30d481f2731d971c2994e12ee92095a31d87394a2648e60c893b940100000000000100b4def25cfda6ef3a00000000"),
            (fingerprint(object_id, 0), "8a493ef65ff3987a1fbc9979200ad1afb2750ec4e2d536c335b67114968ea4d92ee92095a31d87394a2648e60c893b940100000000000100b4def25cfda6ef3a00000000"),
            (mark(object_id, 0), "8a493ef65ff3987a1fbc9979200ad1af580f2e49e7d0a8fc39e80a670e3332db2ee92095a31d87394a2648e60c893b940100000000000100b4def25cfda6ef3a00000000"),
            (licence(object_id, 2), "f12e2741c2f30ccba8b0ddc0886f93a9f12e2741c2f30ccba8b0ddc0886f93a92ee92095a31d87394a2648e60c893b9401000000000001009eb2dcce60f37a2702000000"),
            (offer(object_id, 2), "f12e2741c2f30ccba8b0ddc0886f93a98827c3d097bfea6950fab80a5998885b2ee92095a31d87394a2648e60c893b9401000000000001009eb2dcce60f37a2702000000"),
            (open_offers(object_id), "f12e2741c2f30ccba8b0ddc0886f93a9b916031a15bc9ec080c200a2679553f72ee92095a31d87394a2648e60c893b940100000000000100"),
            (motion(object_id), "8a493ef65ff3987a1fbc9979200ad1af37369dfb0e19f72515f06282b40947612ee92095a31d87394a2648e60c893b940100000000000100"),
            (pledge(DeedId(7)), "86f847a3a7175f3ed1e5138e2ba86d333081e280341641fce08623c938b767cca5e47192376d46472707aad6430c235b0700000000000000"),
            (reservation(DeedId(7)), "86f847a3a7175f3ed1e5138e2ba86d333435a9760b7eed37805a87208b919662a5e47192376d46472707aad6430c235b0700000000000000"),
            (pledges(), "86f847a3a7175f3ed1e5138e2ba86d333081e280341641fce08623c938b767cc"),
            (reservations(), "86f847a3a7175f3ed1e5138e2ba86d333435a9760b7eed37805a87208b919662"),
            (deed(DeedId(7)), "86f847a3a7175f3ed1e5138e2ba86d331989844640c329df0b67a9cd6ddc9829a5e47192376d46472707aad6430c235b0700000000000000"),
            (deeds(), "86f847a3a7175f3ed1e5138e2ba86d331989844640c329df0b67a9cd6ddc9829"),
            (open_deeds(object_id), "86f847a3a7175f3ed1e5138e2ba86d33feb17d383dc85978555e83e2209f21fc2ee92095a31d87394a2648e60c893b940100000000000100"),
            (holding_count(PartyId(7)), "8a493ef65ff3987a1fbc9979200ad1af81ac3d6ec71f5f22fdd1ae6a25d0b711a5e47192376d46472707aad6430c235b0700000000000000"),
            (holding(PartyId(7), 3), "8a493ef65ff3987a1fbc9979200ad1af140d49a0e79c42d3be95a22aec62c9fea5e47192376d46472707aad6430c235b0700000000000000bfb27f1eaef06bb903000000"),
            (party(PartyId(7)), "6cb76a9e23205a61fba0be176e013ef26cb76a9e23205a61fba0be176e013ef2a5e47192376d46472707aad6430c235b0700000000000000"),
            (successor_of(PartyId(7)), "6cb76a9e23205a61fba0be176e013ef21961f1c23958f4ce5cda4a0d8b2b43eda5e47192376d46472707aad6430c235b0700000000000000"),
            (person(&Person::NaturalPerson([7; 32])), "6cb76a9e23205a61fba0be176e013ef24c8ff0805933a848e9e04b88403aa4654f38f35fefaba8af219fe483da021f69fcc0af853c3739ae9511438afc05115a"),
            (party_of(&[7; 32]), "6cb76a9e23205a61fba0be176e013ef23e386a6c7f3e7e42e1f245b59d681d21ddd6249d8a7334cf5ea37d21811e66710707070707070707070707070707070707070707070707070707070707070707"),
            (predecessor_count(PartyId(7)), "6cb76a9e23205a61fba0be176e013ef2fc9133292c6feaf06b4d0a0057ca2dd8a5e47192376d46472707aad6430c235b0700000000000000"),
            (predecessor(PartyId(7), 3), "6cb76a9e23205a61fba0be176e013ef2056529dc9cd4e0cefe8624ef0013b474a5e47192376d46472707aad6430c235b0700000000000000bfb27f1eaef06bb903000000"),
            (case(CaseId(7)), "8a493ef65ff3987a1fbc9979200ad1af420ff95b5af9be4c698b09e2daeb9398a5e47192376d46472707aad6430c235b0700000000000000"),
            (cases(), "8a493ef65ff3987a1fbc9979200ad1af420ff95b5af9be4c698b09e2daeb9398"),
            (authority(authority_id), "5e0621c4869aa60c02be9adcc98a0d1d5e0621c4869aa60c02be9adcc98a0d1dead9a09ae23f059006f2bea50e245ff40100"),
            (credential_key(authority_id, 0), "5e0621c4869aa60c02be9adcc98a0d1d9f9d43e63a6d9ab28ccaba71e534c5e7ead9a09ae23f059006f2bea50e245ff40100b4def25cfda6ef3a00000000"),
            (regime(RegimeId { system: 1, version: 1 }), "ad8964373ae14fde6a1b12a2ccb7aebdb30b7b32ce902487d33d2ab16cd2efe95723dd9bec45d05c350668d9e650c28801000100"),
            (development_clock(), "ad8964373ae14fde6a1b12a2ccb7aebd1fb8f2ef0728840c07a02369b7edb32c"),
            (block_time(), "f0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb"),
            (grandpa_authorities(), "5f9cc45b7a00c5899361e1c6099678dc5e0621c4869aa60c02be9adcc98a0d1d"),
            (grandpa_set_id(), "5f9cc45b7a00c5899361e1c6099678dc8a2d09463effcc78a22d75b9cb87dffc"),
        ];
        for (key, expected) in pinned {
            assert_eq!(hex::encode(key), expected);
        }
    }
}
