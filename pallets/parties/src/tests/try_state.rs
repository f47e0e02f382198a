//! The hook that asks a chain for every invariant.

use super::*;
use frame_support::{assert_ok, traits::Hooks};

#[test]
fn a_chain_that_is_tried_is_asked_for_every_invariant() {
    Chain::default().build().execute_with(|| {
        let tried = || <Parties as Hooks<u64>>::try_state(1);
        assert_ok!(tried());
        crate::PartyOf::<Test>::insert(FREE, party(UNKNOWN));
        let found = tried().unwrap_err();
        assert_eq!(
            <&'static str>::from(found),
            "an account belongs to one party only"
        );
    });
}
