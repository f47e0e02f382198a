//! Filing data that is registered already: repetition, public data, and another holder's match.

use super::*;
use file::filing_fails;

#[test]
fn the_same_applicant_does_not_register_the_same_data_twice() {
    ExtBuilder::default().build_and_execute(|| {
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        filing_fails(resource_with(ENTERPRISE, &[1]), Error::RepeatedRegistration);
        // Nor at another authority, nor as one of several holders.
        let mut elsewhere = resource_with(ENTERPRISE, &[2, 1]);
        elsewhere.authority = OTHER_AUTHORITY;
        filing_fails(elsewhere, Error::RepeatedRegistration);
        let mut together = resource_with(SECOND_ENTERPRISE, &[1]);
        together.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        assert_noop!(
            Registry::file(signed(SECOND_ENTERPRISE), OWN, Box::new(together)),
            Error::<Test>::RepeatedRegistration
        );
    });
}

#[test]
fn a_repetition_does_not_hide_behind_another_match() {
    ExtBuilder::default().build_and_execute(|| {
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[2]));
        // Two objects match, one of them its own: neither is filed with the other.
        filing_fails(resource_with(ENTERPRISE, &[1, 2]), Error::SeveralMatches);
        filing_fails(resource_with(ENTERPRISE, &[2]), Error::RepeatedRegistration);
    });
}

#[test]
fn what_matches_several_objects_is_filed_apart() {
    ExtBuilder::default().build_and_execute(|| {
        let third = ENTERPRISES.start;
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1, 3]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[2]));
        let call = |bytes: &[u8]| Registry::file(signed(third), OWN, Box::new(resource_with(third, bytes)));
        assert_noop!(call(&[1, 2]), Error::<Test>::SeveralMatches);
        // Two fingerprints of one object match one object.
        let case = file(third, resource_with(third, &[1, 3]));
        assert_eq!(stored(case).matches, Some(object));
        assert_ok!(call(&[2]));
    });
}

#[test]
fn what_came_to_match_several_objects_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let third = ENTERPRISES.start;
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let case = accepted(third, resource_with(third, &[1, 2]));
        let published = in_notice(third, resource_with(third, &[1, 2]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[2]));
        assert_noop!(
            Registry::examine(signed(EXAMINER), case, Box::new(granting(case))),
            Error::<Test>::SeveralMatches
        );
        examine(case, denying(case, RefusalGround::OtherLaw));
        refuse(case);
        end_notice(published);
        assert_noop!(
            Registry::enter(signed(REVIEWER), published, None, None, None),
            Error::<Test>::SeveralMatches
        );
        refuse(published);
    });
}

#[test]
fn rights_that_have_lapsed_may_be_registered_again() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let end = Rights::<Test>::get(object, 0).unwrap().valid_until;
        for before in [1_000, 1] {
            world(|world| world.now.0 = end.0 - before);
            filing_fails(resource_with(ENTERPRISE, &[1]), Error::RepeatedRegistration);
        }
        for after in [0, 1_000] {
            world(|world| world.now.0 = end.0 + after);
            let case = file(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
            assert_eq!(stored(case).matches, Some(object));
        }
    });
}

fn utility(account: u64, bytes: &[u8]) -> FirstRegistration {
    let mut filing = resource_with(account, bytes);
    filing.facts.category = DataCategory::Public;
    filing.facts.public_class = PublicClass::Utility;
    filing
}

#[test]
fn public_data_has_one_source() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(SECOND_ENTERPRISE, utility(SECOND_ENTERPRISE, &[1]));
        filing_fails(utility(ENTERPRISE, &[1]), Error::PublicDataAlreadyRegistered);
        // Where the regime does not say so, a match stops nothing.
        world(|world| {
            world
                .regimes
                .get_mut(&NATIONAL_2026)
                .unwrap()
                .public_match_refused = false
        });
        let case = file(ENTERPRISE, utility(ENTERPRISE, &[1]));
        assert_eq!(stored(case).matches, Some(object));
    });
}

#[test]
fn another_holder_s_match_is_linked_and_stops_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let mut filing = resource_with(SECOND_ENTERPRISE, &[9, 1]);
        filing.authority = OTHER_AUTHORITY;
        assert_ok!(Registry::file(
            signed(SECOND_ENTERPRISE),
            OWN,
            Box::new(filing.clone())
        ));
        let case = CaseId::new(OTHER_AUTHORITY, 1).unwrap();
        assert_only_event(Event::CaseFiled {
            case,
            applicant: party(SECOND_ENTERPRISE),
            via: Via::Own,
            filing: Box::new(filing),
            matches: Some(object),
        });
        assert_eq!(stored(case).matches, Some(object));
    });
}
