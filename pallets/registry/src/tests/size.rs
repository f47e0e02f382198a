//! How large an entry may be, and how many holders an object may have.

use super::*;
use crate::{entering::RIGHTS_MAX, Line, Live, Rolls, HOLDERS_MAX};

/// Eight participants for all three kinds of right.
fn eight(prints: &[u8]) -> FirstRegistration {
    let accounts: Vec<u64> = ENTERPRISES.take(8).collect();
    FirstRegistration {
        fingerprints: fingerprints(prints),
        ..fused(&accounts, &accounts)
    }
}

#[test]
fn what_one_entry_cannot_hold_is_filed_in_parts() {
    ExtBuilder::default().build_and_execute(|| {
        let account = ENTERPRISES.start;
        let call = |filing| Registry::file(signed(account), OWN, Box::new(filing));
        // 8 parties thrice, 8 certificates twice, 24 rights: 64; each fingerprint makes 3 more.
        assert_noop!(call(eight(&[1, 2, 3])), Error::<Test>::EntryTooLarge);
        assert_ok!(call(eight(&[1, 2])));
        // A product of one names as many sources as it can.
        let source = Source::Object(entered(ENTERPRISE, resource(ENTERPRISE)));
        let mut product = product(account, &vec![source; 16]);
        product.fingerprints = fingerprints(&[3, 4, 5, 6]);
        product.claims = claims(&[RightKind::Holding]);
        assert_ok!(call(product));
    });
}

#[test]
fn sixteen_co_holders_are_entered_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let accounts: Vec<u64> = ENTERPRISES.take(16).collect();
        let together = |prints: &[u8]| FirstRegistration {
            holders: joint(&accounts),
            ..resource_with(accounts[0], prints)
        };
        entered(accounts[0], together(&[1, 2, 3, 4]));
    });
}

#[test]
fn a_source_counts_when_it_is_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let registered = Source::Object(entered(ENTERPRISE, resource(ENTERPRISE)));
        let account = ENTERPRISES.start;
        let call = |sources: &[Source]| {
            let mut filing = eight(&[]);
            filing.facts.lineage = sources.to_vec().try_into().unwrap();
            Registry::file(signed(account), OWN, Box::new(filing))
        };
        let elsewhere = vec![Source::Unregistered(digest(1)); 14];
        assert_noop!(call(&vec![registered.clone(); 3]), Error::<Test>::EntryTooLarge);
        assert_ok!(call(&[vec![registered; 2], elsewhere].concat()));
    });
}

#[test]
fn an_import_is_no_larger_than_an_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let source = Source::Object(entered(ENTERPRISE, resource(ENTERPRISE)));
        let holders: Vec<u64> = ENTERPRISES.take(16).collect();
        let call = |sources: usize| {
            let mut large = earlier(ENTERPRISE, "GD-2024-0017");
            large.holders = joint(&holders);
            large.kinds = RightKinds::ALL;
            large.facts.lineage = vec![source.clone(); sources].try_into().unwrap();
            large.fingerprints = fingerprints(&[1, 2, 3, 4]);
            import::call(REGISTRAR, large)
        };
        // 16 parties and 4 fingerprints thrice, a certificate twice, 3 rights: 65.
        assert_noop!(call(2), Error::<Test>::EntryTooLarge);
        assert_ok!(call(1));
    });
}

#[test]
fn an_object_has_no_more_holders_than_its_roll_can_list() {
    ExtBuilder::default().build().execute_with(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let case = ready_to_enter(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let line = |number: u32, holders: u64| Line {
            live: Live::Right {
                number,
                kind: RightKind::Holding,
            },
            certificate: number,
            valid_until: at("2030-01-01 00"),
            holders: Holders::Joint((0..holders).map(PartyId).collect::<Vec<_>>().try_into().unwrap()),
        };
        // Its own three rights, 15 lines of sixteen, and one more; three are to come.
        let filled = |last| {
            Rolls::<Test>::mutate(object, |roll| {
                roll.truncate(3);
                (3..18).for_each(|number| roll.try_push(line(number, 16)).unwrap());
                roll.try_push(line(18, last)).unwrap();
            });
        };
        let places = 3 + 15 * 16 + 3;
        filled(u64::from(HOLDERS_MAX) - places + 1);
        assert_noop!(enter::call(REVIEWER, case), Error::<Test>::TooManyHolders);
        filled(u64::from(HOLDERS_MAX) - places);
        assert_ok!(enter::call(REVIEWER, case));
        assert!(Objects::<Test>::get(object).unwrap().rights < RIGHTS_MAX);
    });
}
