//! Each invariant finds what breaks it.

use super::*;
use quanji_primitives::{rights::Holders, v1::RightRecord};
use sp_runtime::TryRuntimeError;

#[track_caller]
fn broken(sentence: &str, breaks: impl FnOnce(u32, u32)) {
    ExtBuilder::default().build().execute_with(|| {
        let (freight, sub) = story_licences();
        assert_ok!(offer_of(MEI, object(), filing(JOINT, THIRD, plain_terms())));
        Licences::do_try_state().unwrap();
        breaks(freight, sub);
        let found = Licences::do_try_state();
        assert!(
            matches!(found, Err(TryRuntimeError::Other(why)) if why == sentence),
            "{found:?}"
        );
    });
}

fn change(number: u32, change: impl FnOnce(&mut LicenceRecord)) {
    Stored::<Test>::mutate(object(), number, |licence| change(licence.as_mut().unwrap()));
}

fn change_right(number: u32, change: impl FnOnce(&mut RightRecord)) {
    let mut right = Registry::right(object(), number).unwrap();
    change(&mut right);
    Registry::put_right(object(), number, &right);
}

#[test]
fn every_licence_is_a_right_with_the_same_content() {
    broken("every licence has layout 1", |freight, _| {
        change(freight, |licence| licence.version = 2)
    });
    broken(
        "a licence gives the right and the term of its record",
        |_, sub| change_right(sub, |right| right.valid_until.0 -= 1),
    );
    broken("every licence has a parent", |_, sub| {
        change_right(sub, |right| right.parent = None)
    });
    broken("every right with a parent has its terms", |_, sub| {
        Stored::<Test>::remove(object(), sub)
    });
    broken("every licence is a right of its object", |freight, _| {
        Stored::<Test>::insert(object(), 50, stored(freight))
    });
    broken("every licence belongs to an object", |freight, _| {
        Stored::<Test>::insert(other(77), freight, stored(freight))
    });
}

#[test]
fn every_licence_lies_within_its_parent() {
    broken("terms are well formed", |_, sub| {
        change(sub, |licence| licence.terms.purposes = purposes(&[]))
    });
    broken("every licence lies within its parent", |_, sub| {
        change(sub, |licence| licence.terms.territory = territory(&[31]))
    });
    broken(
        "sub-licences in force take no more than the quantity of their parent",
        |_, sub| change(sub, |licence| licence.terms.quantity = calls(10_001)),
    );
}

#[test]
fn an_exclusive_licence_stands_alone() {
    broken("an exclusive or sole licence stands alone", |freight, _| {
        let plain = granted(SHIP, filing(INDEPENDENT, THIRD, plain_terms()));
        let parent = Registry::right(object(), freight).unwrap().parent;
        change_right(plain, |right| right.parent = parent);
    });
}

#[test]
fn licences_that_successors_share_go_on_beside_each_other() {
    ExtBuilder::default().build().execute_with(|| {
        let freight = freight_licence();
        let plain = granted(SHIP, filing(INDEPENDENT, THIRD, plain_terms()));
        let parent = Registry::right(object(), freight).unwrap().parent;
        change_right(plain, |right| {
            right.parent = parent;
            right.holders = Holders::Sole(party(FREIGHT));
        });
        Licences::do_try_state().unwrap();
        divide(FREIGHT, [THIRD, SUB]);
        change_right(plain, |right| right.holders = Holders::Sole(party(THIRD)));
        change_right(freight, |right| right.holders = Holders::Sole(party(SUB)));
        Licences::do_try_state().unwrap();
    });
}

#[test]
fn offers_and_proposals_are_kept_in_order() {
    broken("every offer is listed on its object", |_, _| {
        OpenOffers::<Test>::remove(object())
    });
    broken("offers are numbered from 1", |_, _| {
        LastOffer::<Test>::remove(object())
    });
    broken("an object lists only offers that wait", |_, _| {
        OpenOffers::<Test>::mutate(object(), |open| open.try_push(77).unwrap())
    });
    broken("an object without offers has no list of them", |_, _| {
        OpenOffers::<Test>::insert(other(IMPORTANT), Bounded::default())
    });
    broken("an offer is signed, by each party once", |_, _| {
        Offers::<Test>::mutate(object(), last_offer(), |offer| {
            offer.as_mut().unwrap().signatures = Bounded::default()
        })
    });
    let propose = |freight| {
        let agreement = EndCause::Agreement { document: digest(4) };
        assert_ok!(Licences::propose_end(
            signed(PORT),
            Capacity::Own,
            object(),
            freight,
            agreement
        ));
        ProposedEnds::<Test>::take((object(), freight, EndKind::Agreement)).unwrap()
    };
    broken("a proposed end is kept by the kind of its cause", |freight, _| {
        ProposedEnds::<Test>::insert((object(), freight, EndKind::Breach), propose(freight))
    });
    broken("what is to end is a licence", |freight, _| {
        ProposedEnds::<Test>::insert((object(), 50, EndKind::Agreement), propose(freight))
    });
    broken("an end is proposed by a party or by an officer", |freight, _| {
        let mut proposed = propose(freight);
        proposed.signatures = Bounded::default();
        ProposedEnds::<Test>::insert((object(), freight, EndKind::Agreement), proposed)
    });
}

#[cfg(feature = "try-runtime")]
#[test]
fn a_chain_that_is_tried_is_asked_for_every_invariant() {
    use frame_support::traits::Hooks;
    ExtBuilder::default().build().execute_with(|| {
        let freight = freight_licence();
        let tried = || <Licences as Hooks<u64>>::try_state(1);
        assert_ok!(tried());
        change(freight, |licence| licence.version = 2);
        let found = tried();
        assert!(
            matches!(found, Err(TryRuntimeError::Other("every licence has layout 1"))),
            "{found:?}"
        );
    });
}
