//! The keys of proved records are the ones that certificates and the verifier name.

use super::*;
use crate::{Fingerprints, HoldingCount, Holdings, Marks};
use quanji_primitives::storage_keys;

#[test]
fn proved_records_lie_under_the_keys_of_the_certificate_format() {
    let (object, holder) = (ObjectId::new(AUTHORITY, 7).unwrap(), party(ENTERPRISE));
    assert_eq!(
        Objects::<Test>::hashed_key_for(object),
        storage_keys::object(object)
    );
    assert_eq!(
        Rights::<Test>::hashed_key_for(object, 2),
        storage_keys::right(object, 2)
    );
    assert_eq!(
        Certificates::<Test>::hashed_key_for(object, 1),
        storage_keys::certificate(object, 1)
    );
    assert_eq!(
        Fingerprints::<Test>::hashed_key_for(object, 3),
        storage_keys::fingerprint(object, 3)
    );
    assert_eq!(
        Marks::<Test>::hashed_key_for(object, 5),
        storage_keys::mark(object, 5)
    );
    assert_eq!(
        HoldingCount::<Test>::hashed_key_for(holder),
        storage_keys::holding_count(holder)
    );
    assert_eq!(
        Holdings::<Test>::hashed_key_for(holder, 4),
        storage_keys::holding(holder, 4)
    );
}

#[test]
fn proved_records_are_found_under_those_keys_after_an_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let holder = party(ENTERPRISE);
        let keys = [
            storage_keys::object(object),
            storage_keys::right(object, 0),
            storage_keys::right(object, 1),
            storage_keys::right(object, 2),
            storage_keys::certificate(object, 0),
            storage_keys::fingerprint(object, 0),
            storage_keys::holding_count(holder),
            storage_keys::holding(holder, 0),
        ];
        for key in keys {
            assert!(sp_io::storage::get(&key).is_some());
        }
        for key in [
            storage_keys::right(object, 3),
            storage_keys::certificate(object, 1),
        ] {
            assert!(sp_io::storage::get(&key).is_none());
        }
    });
}
