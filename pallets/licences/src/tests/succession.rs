//! Succession (S023): the sides of a licence are those who stand in their place today.

use super::*;

const HEIR: u64 = THIRD;

#[test]
fn the_successor_of_a_licensor_licenses_and_the_old_key_is_dead() {
    ExtBuilder::default().build_and_execute(|| {
        let offered = || filing(OPERATING, FREIGHT, sole_terms());
        let by_heir = || offer_of(HEIR, object(), offered());
        assert_noop!(by_heir(), Error::<Test>::NotTheLicensor);
        succeed(PORT, HEIR);
        assert_noop!(offer_of(PORT, object(), offered()), Error::<Test>::NotAParty);
        assert_ok!(by_heir());
        assert_ok!(accept(FREIGHT, last_offer()));
        assert!(is_in_force(FIRST_LICENCE));
    });
}

#[test]
fn an_open_offer_binds_and_serves_the_successors_of_both_sides() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, FREIGHT, sole_terms())));
        succeed(PORT, HEIR);
        succeed(FREIGHT, SUB);
        assert_eq!(Licences::signatures_missing(object(), 1), [party(SUB)]);
        // What the predecessor signed is signed.
        assert_noop!(accept(HEIR, 1), Error::<Test>::AlreadySigned);
        take_events();
        assert_ok!(accept(SUB, 1));
        assert_only_event(Event::LicenceGranted {
            object: object(),
            offer: 1,
            licence: FIRST_LICENCE,
            parent: OPERATING,
            licensee: party(SUB),
            by: party(SUB),
            via: Via::Own,
        });
        let right = Registry::right(object(), FIRST_LICENCE).unwrap();
        assert!(right.holders.contains(party(SUB)));
    });
}

#[test]
fn who_has_become_the_licensor_is_no_licensee() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, FREIGHT, sole_terms())));
        succeed(PORT, FREIGHT);
        assert_noop!(accept(FREIGHT, 1), Error::<Test>::AlreadySigned);
        let to_itself = offer_of(FREIGHT, object(), filing(OPERATING, FREIGHT, sole_terms()));
        assert_noop!(to_itself, Error::<Test>::OwnLicence);
    });
}

#[test]
fn the_successor_of_a_licensee_sublicenses_reports_and_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        succeed(FREIGHT, HEIR);
        granted(HEIR, filing(freight, SUB, sub_terms()));
        assert_ok!(Licences::report_use(
            signed(HEIR),
            Capacity::Own,
            object(),
            freight,
            10,
            digest(7)
        ));
        assert_eq!(stored(freight).reported.by_licensee, 10);
        let end = |account| {
            Licences::propose_end(
                signed(account),
                Capacity::Own,
                object(),
                freight,
                EndCause::Agreement { document: digest(5) },
            )
        };
        assert_noop!(end(FREIGHT), Error::<Test>::NotAParty);
        assert_ok!(end(HEIR));
    });
}

#[test]
fn an_officer_linked_with_a_successor_decides_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        let cause = EndCause::ConsentWithdrawn { document: digest(6) };
        succeed(PORT, HEIR);
        assert_noop!(
            Licences::order_end(signed(AFFILIATED_EXAMINER), object(), freight, cause),
            Error::<Test>::OfficerConcerned
        );
    });
}
