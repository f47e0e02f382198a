//! `accept`.

use super::*;

#[test]
fn the_last_signature_enters_the_licence_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, FREIGHT, sole_terms())));
        take_events();
        assert_ok!(accept(FREIGHT, 1));
        let licence = stored(FIRST_LICENCE);
        assert_eq!(
            (licence.terms, licence.policy, licence.contract),
            (sole_terms(), digest(1), digest(2))
        );
        assert!(!licence.root_signed);
        let right = Registry::right(object(), FIRST_LICENCE).unwrap();
        assert_eq!(right.parent.map(|parent| parent.index), Some(OPERATING));
        assert_eq!(
            take_written(),
            [Written::Licensed(
                object(),
                FIRST_LICENCE,
                signed_by(&[PORT, FREIGHT])
            )]
        );
        assert_only_event(Event::LicenceGranted {
            object: object(),
            offer: 1,
            licence: FIRST_LICENCE,
            parent: OPERATING,
            licensee: party(FREIGHT),
            by: party(FREIGHT),
            via: Via::Own,
        });
        assert!(Offers::<Test>::get(object(), 1).is_none() && !OpenOffers::<Test>::contains_key(object()));
    });
}

#[test]
fn all_co_holders_license_together() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(
            CO_HOLDER,
            object(),
            filing(JOINT, FREIGHT, plain_terms())
        ));
        take_events();
        assert_ok!(accept(FREIGHT, 1));
        assert_only_event(Event::OfferSigned {
            object: object(),
            offer: 1,
            by: party(FREIGHT),
            via: Via::Own,
            missing: missing(&[MEI]),
        });
        assert_eq!(take_written(), []);
        assert_eq!(Licences::signatures_missing(object(), 1), [party(MEI)]);
        assert_ok!(accept(MEI, 1));
        assert!(is_in_force(FIRST_LICENCE));
        assert_eq!(
            take_written(),
            [Written::Licensed(
                object(),
                FIRST_LICENCE,
                signed_by(&[CO_HOLDER, FREIGHT, MEI])
            )]
        );
    });
}

#[test]
fn the_holder_of_the_first_right_signs_where_the_offer_says_so() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        let offered = LicenceFiling {
            root_signs: true,
            ..filing(freight, SUB, sub_terms())
        };
        assert_ok!(offer_of(FREIGHT, object(), offered));
        assert_ok!(accept(SUB, last_offer()));
        assert_eq!(
            Licences::signatures_missing(object(), last_offer()),
            [party(PORT)]
        );
        assert_ok!(accept(PORT, last_offer()));
        assert!(stored(FIRST_LICENCE + 1).root_signed);
    });
}

#[test]
fn only_who_is_needed_signs_and_each_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(MEI, object(), filing(JOINT, FREIGHT, plain_terms())));
        assert_noop!(accept(THIRD, 1), Error::<Test>::NotASignatory);
        assert_noop!(accept(PORT, 1), Error::<Test>::NotASignatory);
        assert_noop!(accept(MEI, 1), Error::<Test>::AlreadySigned);
        assert_noop!(accept(STRANGER, 1), Error::<Test>::NotAParty);
        assert_noop!(accept(FREIGHT, 2), Error::<Test>::OfferNotFound);
    });
}

#[test]
fn both_sides_sign_the_same_policy() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, FREIGHT, sole_terms())));
        let other = Licences::accept(signed(FREIGHT), Capacity::Own, object(), 1, digest(9));
        assert_eq!(other, Err(Error::<Test>::PolicyDiffers.into()));
        assert_eq!(Offers::<Test>::get(object(), 1).unwrap().signatures.len(), 1);
    });
}

#[test]
fn an_offer_is_signed_until_the_last_second() {
    ExtBuilder::default().build_and_execute(|| {
        let offer = || offer_of(PORT, object(), filing(OPERATING, FREIGHT, plain_terms()));
        assert_ok!(offer());
        assert_ok!(offer());
        set_now("2026-12-01 23:59:59");
        assert_ok!(accept(FREIGHT, 1));
        set_now("2026-12-02 00:00");
        assert_noop!(accept(FREIGHT, 2), Error::<Test>::OfferLapsed);
    });
}

/// Everything is asked again when the licence is entered.
#[test]
fn what_has_changed_since_the_offer_counts() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, THIRD, plain_terms())));
        freight_licence();
        assert_noop!(accept(THIRD, 1), Error::<Test>::ExcludedByLicence);
    });
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, THIRD, plain_terms())));
        put_mark(MarkKind::SeizureFirst, OPERATING);
        assert_noop!(accept(THIRD, 1), Error::<Test>::MarkInTheWay);
    });
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, THIRD, plain_terms())));
        suspend_party(PORT);
        assert_noop!(accept(THIRD, 1), Error::<Test>::PartySuspended);
    });
}

#[test]
fn a_full_object_takes_no_licence() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.rights_max = FIRST_LICENCE);
        assert_ok!(offer_of(
            PORT,
            object(),
            filing(OPERATING, FREIGHT, plain_terms())
        ));
        assert_noop!(accept(FREIGHT, 1), Error::<Test>::ObjectFull);
    });
}
