//! `consent_to_offer` and `revoke_offer_consent`.

use super::*;

const PLEDGEE: u64 = THIRD;

fn consent(account: u64, offer: u32, mark: u32) -> DispatchResult {
    Licences::consent_to_offer(signed(account), Capacity::Own, object(), offer, mark)
}

fn revoke(account: u64, offer: u32, mark: u32) -> DispatchResult {
    Licences::revoke_offer_consent(signed(account), Capacity::Own, object(), offer, mark)
}

/// A pledge of the right to operate, and two offers from it.
fn pledged_and_offered() {
    put_mark(MarkKind::Pledge, OPERATING);
    world(|world| world.mark_holder = Some(party(PLEDGEE)));
    for _ in 0..2 {
        assert_ok!(offer_of(
            PORT,
            object(),
            filing(OPERATING, FREIGHT, plain_terms())
        ));
    }
    take_events();
}

#[test]
fn a_pledgee_consents_to_one_licence_and_its_entry_carries_that() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        assert_noop!(accept(FREIGHT, 1), Error::<Test>::MarkHolderMustConsent);
        assert_ok!(consent(PLEDGEE, 1, 0));
        assert_only_event(Event::OfferConsented {
            object: object(),
            offer: 1,
            mark: 0,
            by: party(PLEDGEE),
            via: Via::Own,
        });
        assert_eq!(Licences::offer_consents(object(), 1).len(), 1);
        assert_ok!(accept(FREIGHT, 1));
        assert_eq!(
            take_written(),
            [Written::Licensed(
                object(),
                FIRST_LICENCE,
                signed_by(&[PORT, FREIGHT, PLEDGEE])
            )]
        );
        assert_eq!(Licences::offer_consents(object(), 1), []);
    });
}

/// Story 6.5: a consent given for one licence is not used for another.
#[test]
fn a_consent_to_one_offer_serves_no_other() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        assert_ok!(consent(PLEDGEE, 1, 0));
        assert_noop!(accept(FREIGHT, 2), Error::<Test>::MarkHolderMustConsent);
        assert_ok!(accept(FREIGHT, 1));
        // Used up.
        assert_noop!(accept(FREIGHT, 2), Error::<Test>::MarkHolderMustConsent);
    });
}

#[test]
fn a_consent_is_revoked_before_its_use() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        assert_noop!(revoke(PLEDGEE, 1, 0), Error::<Test>::ConsentNotFound);
        assert_ok!(consent(PLEDGEE, 1, 0));
        take_events();
        assert_noop!(revoke(PORT, 1, 0), Error::<Test>::ConsentNotFound);
        assert_ok!(revoke(PLEDGEE, 1, 0));
        assert_only_event(Event::OfferConsentRevoked {
            object: object(),
            offer: 1,
            mark: 0,
            by: party(PLEDGEE),
            via: Via::Own,
        });
        assert_noop!(accept(FREIGHT, 1), Error::<Test>::MarkHolderMustConsent);
    });
}

#[test]
fn only_who_has_the_mark_consents_once_where_it_is_needed() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        assert_noop!(consent(PORT, 1, 0), Error::<Test>::ConsentUnfit);
        assert_noop!(consent(PLEDGEE, 1, 7), Error::<Test>::ConsentUnfit);
        assert_noop!(consent(PLEDGEE, 9, 0), Error::<Test>::OfferNotFound);
        assert_ok!(consent(PLEDGEE, 1, 0));
        assert_noop!(consent(PLEDGEE, 1, 0), Error::<Test>::ConsentUnfit);
    });
    ExtBuilder::default().build_and_execute(|| {
        // A reservation asks for no consent to a licence that is not exclusive.
        put_mark(MarkKind::Reservation, OPERATING);
        world(|world| world.mark_holder = Some(party(PLEDGEE)));
        assert_ok!(offer_of(
            PORT,
            object(),
            filing(OPERATING, FREIGHT, plain_terms())
        ));
        assert_noop!(consent(PLEDGEE, 1, 0), Error::<Test>::ConsentUnfit);
        assert_ok!(accept(FREIGHT, 1));
    });
}

/// Story 6.5: once the pledge is another's, that one's consent is needed.
#[test]
fn a_consent_counts_while_the_mark_is_its_giver_s() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        assert_ok!(consent(PLEDGEE, 1, 0));
        world(|world| world.mark_holder = Some(party(SUB)));
        assert_eq!(Licences::offer_consents(object(), 1), []);
        assert_noop!(accept(FREIGHT, 1), Error::<Test>::MarkHolderMustConsent);
        assert_ok!(consent(SUB, 1, 0));
        // The consent of who had the mark before takes no place.
        let kept = crate::OfferConsents::<Test>::get(object(), 1);
        let givers: Vec<_> = kept.iter().map(|consent| consent.party).collect();
        assert_eq!(givers, [party(SUB)]);
        assert_ok!(accept(FREIGHT, 1));
    });
}

#[test]
fn consents_go_with_their_offer() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        assert_ok!(consent(PLEDGEE, 1, 0));
        assert_ok!(Licences::withdraw_offer(signed(PORT), Capacity::Own, object(), 1));
        assert!(!crate::OfferConsents::<Test>::contains_key(object(), 1));
    });
}

#[test]
fn each_mark_needs_a_consent_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        put_mark(MarkKind::Pledge, OPERATING);
        assert_ok!(consent(PLEDGEE, 1, 0));
        assert_noop!(accept(FREIGHT, 1), Error::<Test>::MarkHolderMustConsent);
        assert_ok!(consent(PLEDGEE, 1, 1));
        let given = Licences::offer_consents(object(), 1);
        let marks: Vec<_> = given.iter().map(|consent| consent.mark).collect();
        assert_eq!(marks, [0, 1]);
        assert_ok!(accept(FREIGHT, 1));
        assert!(is_in_force(FIRST_LICENCE));
    });
}

/// That another mark needs its holder's consent does not make this one need it.
#[test]
fn a_mark_that_bars_nothing_is_not_consented_for_beside_one_that_does() {
    ExtBuilder::default().build_and_execute(|| {
        pledged_and_offered();
        put_mark(MarkKind::Reservation, OPERATING);
        assert_noop!(consent(PLEDGEE, 1, 1), Error::<Test>::ConsentUnfit);
        assert_ok!(consent(PLEDGEE, 1, 0));
    });
}
