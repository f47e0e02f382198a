//! The lists of the deeds that wait about an object: how many there are, of whom, and what leaves them.

use super::collateral::*;

/// A deed that can be signed until the end of 5 December.
fn until_the_fifth(matter: DeedMatter) -> Deed {
    Deed {
        open_until: end_of("2026-12-05"),
        ..deed(matter)
    }
}

/// Fills all places about the product with deeds until 5 December, eight of each of four parties.
#[track_caller]
fn fill_all_places() {
    for (account, bank) in [
        (HOLDER, BANK_P),
        (BANK_P, BANK_P),
        (BANK_Q, BANK_Q),
        (BANK_R, BANK_R),
    ] {
        for _ in 0..8 {
            assert_ok!(propose(account, until_the_fifth(pledge(bank, 1, None))));
        }
    }
    assert_eq!(listed(product()).len(), crate::DEEDS_MAX as usize);
    forget();
}

/// The deeds that are listed about an object, be there a record or not.
pub(super) fn listed(object: ObjectId) -> Vec<DeedId> {
    crate::OpenDeeds::<Test>::get(object).to_vec()
}

/// The right that both hold, pledged to a bank.
pub(super) fn pledge_of_both(bank: u64) -> DeedMatter {
    pledge_of(bank, &[(product(), &[2])])
}

#[test]
fn as_many_deeds_wait_as_an_object_can_list() {
    ExtBuilder::default().build_and_execute(|| {
        fill_all_places();
        // A fifth party has proposed none.
        assert_refused(CO_HOLDER, pledge_of_both(BANK_P), Error::<Test>::TooManyDeeds);
        let withdrawn = listed(product())[0];
        assert_ok!(Encumbrances::withdraw(signed(HOLDER), OWN, withdrawn));
        assert_ok!(propose(CO_HOLDER, deed(pledge_of_both(BANK_P))));
    });
}

/// Any financier may propose to secure anything: it does not keep all others from doing so.
#[test]
fn a_party_has_eight_deeds_about_an_object_and_leaves_places_to_others() {
    ExtBuilder::default().build_and_execute(|| {
        let of_bank = || pledge(BANK_P, 28, None);
        for _ in 0..8 {
            assert_ok!(propose(BANK_P, deed(of_bank())));
        }
        assert_refused(BANK_P, of_bank(), Error::<Test>::TooManyDeeds);
        assert_eq!(listed(product()).len(), 8);
        // Neither those that it may sign nor those about other objects count.
        assert_ok!(propose(HOLDER, deed(of_bank())));
        assert_ok!(propose(
            BANK_P,
            deed(reservation(other_product(), &[0], BANK_P, 1))
        ));
        assert_ok!(Encumbrances::withdraw(signed(BANK_P), OWN, listed(product())[0]));
        assert_ok!(propose(BANK_P, deed(of_bank())));
        assert_refused(BANK_P, of_bank(), Error::<Test>::TooManyDeeds);
        // Those that have lapsed do not count.
        set_now("2026-12-09 10:00");
        assert_ok!(propose(BANK_P, deed(of_bank())));
    });
}

#[test]
fn a_lapsed_deed_leaves_the_lists_of_all_its_objects() {
    ExtBuilder::default().build_and_execute(|| {
        let wide = pledge_of(BANK_P, &[(product(), &[1]), (other_product(), &[0])]);
        assert_ok!(propose(HOLDER, until_the_fifth(wide)));
        let lapsed = last_deed();
        for object in [product(), other_product()] {
            assert_eq!(listed(object), [lapsed]);
        }
        set_end_of("2026-12-05");
        forget();
        let narrow = deed(pledge(BANK_Q, 1, None));
        assert_ok!(propose(HOLDER, narrow.clone()));
        let id = last_deed();
        assert_only_event(Event::DeedProposed {
            deed: id,
            terms: Box::new(narrow),
            by: party(HOLDER),
            via: Via::Own,
            missing: vec![party(BANK_Q)].try_into().unwrap(),
        });
        assert_eq!(Encumbrances::deed(lapsed), None);
        assert_eq!(listed(product()), [id]);
        assert_eq!(listed(other_product()), []);
    });
}

#[test]
fn a_proposal_clears_as_many_lapsed_deeds_as_a_call_can_write() {
    ExtBuilder::default().build_and_execute(|| {
        fill_all_places();
        let lapsed = listed(product());
        set_end_of("2026-12-05");
        assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 1, None))));
        let first = last_deed();
        assert_eq!(listed(product()), [&lapsed[8..], &[first]].concat());
        assert!(lapsed[..8].iter().all(|id| Encumbrances::deed(*id).is_none()));
        // About two objects, four about each.
        let wide = pledge_of(BANK_P, &[(product(), &[1]), (other_product(), &[0])]);
        assert_ok!(propose(HOLDER, deed(wide)));
        let second = last_deed();
        assert_eq!(listed(product()), [&lapsed[12..], &[first, second]].concat());
        assert_eq!(listed(other_product()), [second]);
    });
}
