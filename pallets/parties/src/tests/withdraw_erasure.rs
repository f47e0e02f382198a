//! Taking a request for erasure back.

use super::*;
use crate::{Erasures, Event};
use frame_support::assert_ok;

#[test]
fn a_person_takes_the_request_back_and_may_ask_again() {
    Chain::default().build_and_execute(|| {
        request_of_mei();
        Parties::suspend(signed(REGISTRAR), party(2), SuspensionReason::Order).unwrap();
        System::reset_events();
        assert_ok!(Parties::withdraw_erasure(signed(MEI), Capacity::Own));
        assert_eq!(Erasures::<Test>::get(party(2)), None);
        assert_only_event(Event::ErasureWithdrawn {
            party: party(2),
            via: Via::Own,
        });
        assert_ok!(Parties::request_erasure(signed(MEI), Capacity::Own));
    });
}

#[test]
fn there_must_be_a_request_that_is_not_carried_out() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let withdraw = || Parties::withdraw_erasure(signed(REGISTRAR), on_paper(party(2)));
        assert_noop!(withdraw(), Error::<Test>::ErasureNotRequested);
        Parties::request_erasure(signed(EXAMINER), on_paper(party(2))).unwrap();
        Parties::erase(signed(REGISTRAR), party(2)).unwrap();
        assert_noop!(withdraw(), Error::<Test>::ErasureNotRequested);
    });
}
