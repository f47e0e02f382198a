//! The keys that certificates prove are the keys under which this runtime writes.

use crate::Runtime;
use quanji_primitives::{
    person::Person, regime::RegimeId, storage_keys, AuthorityId, CaseId, DeedId, ObjectId, PartyId,
};
use sp_runtime::AccountId32;

#[test]
fn proved_keys_are_the_ones_written() {
    let authority = AuthorityId(44);
    let object = ObjectId::new(authority, 5).unwrap();
    let party = PartyId::new(authority, 6).unwrap();
    let deed = DeedId::new(authority, 7).unwrap();
    let regime = RegimeId {
        system: 2,
        version: 3,
    };
    let pairs = [
        (
            storage_keys::object(object),
            pallet_registry::Objects::<Runtime>::hashed_key_for(object),
        ),
        (
            storage_keys::right(object, 1),
            pallet_registry::Rights::<Runtime>::hashed_key_for(object, 1),
        ),
        (
            storage_keys::certificate(object, 2),
            pallet_registry::Certificates::<Runtime>::hashed_key_for(object, 2),
        ),
        (
            storage_keys::fingerprint(object, 3),
            pallet_registry::Fingerprints::<Runtime>::hashed_key_for(object, 3),
        ),
        (
            storage_keys::mark(object, 3),
            pallet_registry::Marks::<Runtime>::hashed_key_for(object, 3),
        ),
        (
            storage_keys::licence(object, 3),
            pallet_licences::Licences::<Runtime>::hashed_key_for(object, 3),
        ),
        (
            storage_keys::offer(object, 3),
            pallet_licences::Offers::<Runtime>::hashed_key_for(object, 3),
        ),
        (
            storage_keys::open_offers(object),
            pallet_licences::OpenOffers::<Runtime>::hashed_key_for(object),
        ),
        (
            storage_keys::motion(object),
            pallet_registry::Motions::<Runtime>::hashed_key_for(object),
        ),
        (
            storage_keys::pledge(deed),
            pallet_encumbrances::Pledges::<Runtime>::hashed_key_for(deed),
        ),
        (
            storage_keys::reservation(deed),
            pallet_encumbrances::Reservations::<Runtime>::hashed_key_for(deed),
        ),
        (
            storage_keys::pledges(),
            frame_support::storage::storage_prefix(b"Encumbrances", b"Pledges").to_vec(),
        ),
        (
            storage_keys::reservations(),
            frame_support::storage::storage_prefix(b"Encumbrances", b"Reservations").to_vec(),
        ),
        (
            storage_keys::deed(deed),
            pallet_encumbrances::Deeds::<Runtime>::hashed_key_for(deed),
        ),
        (
            storage_keys::deeds(),
            frame_support::storage::storage_prefix(b"Encumbrances", b"Deeds").to_vec(),
        ),
        (
            storage_keys::open_deeds(object),
            pallet_encumbrances::OpenDeeds::<Runtime>::hashed_key_for(object),
        ),
        (
            storage_keys::holding_count(party),
            pallet_registry::HoldingCount::<Runtime>::hashed_key_for(party),
        ),
        (
            storage_keys::holding(party, 4),
            pallet_registry::Holdings::<Runtime>::hashed_key_for(party, 4),
        ),
        (
            storage_keys::party(party),
            pallet_parties::Parties::<Runtime>::hashed_key_for(party),
        ),
        (
            storage_keys::successor_of(party),
            pallet_parties::SuccessorOf::<Runtime>::hashed_key_for(party),
        ),
        (
            storage_keys::party_of(&[7; 32]),
            pallet_parties::PartyOf::<Runtime>::hashed_key_for(AccountId32::new([7; 32])),
        ),
        (
            storage_keys::predecessor_count(party),
            pallet_parties::PredecessorCount::<Runtime>::hashed_key_for(party),
        ),
        (
            storage_keys::predecessor(party, 3),
            pallet_parties::Predecessors::<Runtime>::hashed_key_for(party, 3),
        ),
        (
            storage_keys::case(CaseId(7)),
            pallet_registry::Cases::<Runtime>::hashed_key_for(CaseId(7)),
        ),
        (
            storage_keys::cases(),
            frame_support::storage::storage_prefix(b"Registry", b"Cases").to_vec(),
        ),
        (
            storage_keys::authority(authority),
            pallet_authorities::Authorities::<Runtime>::hashed_key_for(authority),
        ),
        (
            storage_keys::credential_key(authority, 5),
            pallet_authorities::CredentialKeys::<Runtime>::hashed_key_for(authority, 5),
        ),
        (
            storage_keys::regime(regime),
            pallet_rules::Regimes::<Runtime>::hashed_key_for(regime),
        ),
        (
            storage_keys::development_clock(),
            pallet_rules::DevelopmentClock::<Runtime>::hashed_key().to_vec(),
        ),
        (
            storage_keys::block_time(),
            pallet_timestamp::Now::<Runtime>::hashed_key().to_vec(),
        ),
        (
            storage_keys::grandpa_authorities(),
            pallet_grandpa::Authorities::<Runtime>::hashed_key().to_vec(),
        ),
        (
            storage_keys::grandpa_set_id(),
            pallet_grandpa::CurrentSetId::<Runtime>::hashed_key().to_vec(),
        ),
    ];
    for (number, (named, written)) in pairs.into_iter().enumerate() {
        assert_eq!(named, written, "pair {number}");
    }
}

/// A proof of a key is worth nothing if the value is not there, so the ones of genesis are looked up.
#[test]
fn genesis_writes_under_the_proved_keys() {
    super::chain(sp_genesis_builder::DEV_RUNTIME_PRESET).execute_with(|| {
        let authority = AuthorityId(1);
        for key in [
            storage_keys::authority(authority),
            storage_keys::credential_key(authority, 0),
            storage_keys::party(PartyId::new(authority, 1).unwrap()),
            storage_keys::regime(RegimeId {
                system: 1,
                version: 1,
            }),
            storage_keys::development_clock(),
            storage_keys::grandpa_authorities(),
            storage_keys::grandpa_set_id(),
        ] {
            assert!(sp_io::storage::exists(&key), "{key:?}");
        }
    });
}

#[test]
fn a_person_is_found_under_what_identifies_it() {
    use codec::Encode;
    let code = "9144030071526726XG".parse().unwrap();
    let identity = sp_crypto_hashing::blake2_256(&Person::LegalPerson(code).encode());
    let written = pallet_parties::PersonIndex::<Runtime>::hashed_key_for(identity);
    for person in [
        Person::LegalPerson(code),
        Person::UnincorporatedOrganisation(code),
    ] {
        assert_eq!(storage_keys::person(&person), written);
    }
}
