//! `withdraw_offer`.

use super::*;

fn withdraw(account: u64, offer: u32) -> DispatchResult {
    Licences::withdraw_offer(signed(account), Capacity::Own, object(), offer)
}

#[test]
fn either_side_withdraws_an_offer() {
    for account in [PORT, FREIGHT] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(offer_of(
                PORT,
                object(),
                filing(OPERATING, FREIGHT, plain_terms())
            ));
            take_events();
            assert_ok!(withdraw(account, 1));
            assert_only_event(Event::OfferWithdrawn {
                object: object(),
                offer: 1,
                by: party(account),
                via: Via::Own,
            });
            assert_noop!(accept(FREIGHT, 1), Error::<Test>::OfferNotFound);
            assert!(!OpenOffers::<Test>::contains_key(object()));
        });
    }
}

#[test]
fn only_who_is_concerned_withdraws_what_is_there() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(
            PORT,
            object(),
            filing(OPERATING, FREIGHT, plain_terms())
        ));
        assert_noop!(withdraw(THIRD, 1), Error::<Test>::NotASignatory);
        assert_noop!(withdraw(PORT, 2), Error::<Test>::OfferNotFound);
    });
}
