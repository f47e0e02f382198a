//! `propose_end`, `sign_end`, `withdraw_end`.

use super::*;

const AGREEMENT: EndCause = EndCause::Agreement {
    document: Digest::Sha2_256([4; 32]),
};
const BREACH: EndCause = EndCause::Breach {
    notice: Digest::Sha2_256([5; 32]),
};

fn propose(account: u64, number: u32, cause: EndCause) -> DispatchResult {
    Licences::propose_end(signed(account), Capacity::Own, object(), number, cause)
}

fn sign(account: u64, number: u32, cause: EndCause) -> DispatchResult {
    Licences::sign_end(signed(account), Capacity::Own, object(), number, cause)
}

fn withdraw(account: u64, number: u32, kind: EndKind) -> DispatchResult {
    Licences::withdraw_end(signed(account), Capacity::Own, object(), number, kind)
}

/// Story 9.4: one write, and the entry names what falls with it.
#[test]
fn a_licence_ended_for_breach_ends_its_children_the_same_instant() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        set_now("2027-03-01 10:00");
        assert!(is_in_force(sub));
        assert_ok!(propose(PORT, freight, BREACH));
        assert!(!is_in_force(freight) && !is_in_force(sub));
        let of_sub = Registry::right(object(), sub).unwrap();
        assert_eq!(of_sub.status, RightStatus::Live, "one write");
        let entered = Written::Ended(object(), freight, BREACH, vec![sub], signed_by(&[PORT]), None);
        assert_eq!(take_written(), [entered]);
        assert_only_event(Event::LicenceEnded {
            object: object(),
            licence: freight,
            cause: BREACH,
            fallen: vec![sub].try_into().unwrap(),
            by: Some((party(PORT), Via::Own)),
            officer: None,
        });
        // Its past stays as recorded.
        assert_eq!(stored(freight).terms, sole_terms());
    });
}

#[test]
fn a_licence_that_the_holder_of_the_first_right_signed_goes_on() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = licences_signed_by_the_root();
        assert_ok!(propose(PORT, freight, BREACH));
        assert!(!is_in_force(freight) && is_in_force(sub));
        // From now on the holder of the first right is its licensor.
        assert_noop!(propose(FREIGHT, sub, BREACH), Error::<Test>::NotASignatory);
        assert_ok!(propose(PORT, sub, BREACH));
        assert!(!is_in_force(sub));
    });
}

#[test]
fn an_agreement_needs_both_sides() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(propose(FREIGHT, freight, AGREEMENT));
        assert_only_event(Event::EndProposed {
            object: object(),
            licence: freight,
            cause: AGREEMENT,
            by: party(FREIGHT),
            via: Via::Own,
            missing: missing(&[PORT]),
        });
        assert!(is_in_force(freight));
        assert_noop!(sign(FREIGHT, freight, AGREEMENT), Error::<Test>::AlreadySigned);
        assert_noop!(sign(THIRD, freight, AGREEMENT), Error::<Test>::NotASignatory);
        let other = EndCause::Agreement { document: digest(9) };
        assert_noop!(sign(PORT, freight, other), Error::<Test>::CauseDiffers);
        assert_ok!(sign(PORT, freight, AGREEMENT));
        assert!(!is_in_force(freight));
        let basis = signed_by(&[FREIGHT, PORT]);
        assert_eq!(
            take_written(),
            [Written::Ended(object(), freight, AGREEMENT, vec![], basis, None)]
        );
        assert_eq!(ProposedEnds::<Test>::iter().count(), 0);
    });
}

#[test]
fn all_co_licensors_declare_a_breach() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(MEI, object(), filing(JOINT, FREIGHT, plain_terms())));
        assert_ok!(accept(CO_HOLDER, 1));
        assert_ok!(accept(FREIGHT, 1));
        take_events();
        assert_ok!(propose(MEI, FIRST_LICENCE, BREACH));
        assert!(is_in_force(FIRST_LICENCE));
        take_events();
        assert_ok!(propose(MEI, FIRST_LICENCE, AGREEMENT));
        take_events();
        assert_ok!(sign(CO_HOLDER, FIRST_LICENCE, AGREEMENT));
        assert_only_event(Event::EndSigned {
            object: object(),
            licence: FIRST_LICENCE,
            cause: AGREEMENT,
            by: party(CO_HOLDER),
            via: Via::Own,
            missing: missing(&[FREIGHT]),
        });
        assert_ok!(sign(CO_HOLDER, FIRST_LICENCE, BREACH));
        assert!(!is_in_force(FIRST_LICENCE));
        assert_eq!(
            ProposedEnds::<Test>::iter().count(),
            0,
            "what else was proposed is void"
        );
    });
}

#[test]
fn a_licensee_does_not_declare_a_breach_and_parties_give_no_order() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_noop!(propose(FREIGHT, freight, BREACH), Error::<Test>::NotASignatory);
        let order = EndCause::Order { document: digest(6) };
        assert_noop!(propose(PORT, freight, order), Error::<Test>::CauseUnfit);
        assert_noop!(sign(PORT, freight, order), Error::<Test>::CauseUnfit);
        assert_noop!(sign(PORT, freight, AGREEMENT), Error::<Test>::EndNotProposed);
    });
}

#[test]
fn only_a_licence_in_force_is_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        assert_noop!(propose(PORT, OPERATING, BREACH), Error::<Test>::LicenceNotFound);
        assert_noop!(propose(PORT, 77, BREACH), Error::<Test>::LicenceNotFound);
        assert_ok!(propose(PORT, freight, BREACH));
        for number in [freight, sub] {
            assert_noop!(propose(FREIGHT, number, BREACH), Error::<Test>::LicenceNotInForce);
        }
    });
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        set_now("2029-01-01 00:00");
        assert_noop!(propose(PORT, freight, BREACH), Error::<Test>::LicenceNotInForce);
    });
}

#[test]
fn either_side_withdraws_what_was_proposed() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(propose(FREIGHT, freight, AGREEMENT));
        take_events();
        assert_noop!(
            withdraw(THIRD, freight, EndKind::Agreement),
            Error::<Test>::NotASignatory
        );
        assert_noop!(
            withdraw(PORT, freight, EndKind::Breach),
            Error::<Test>::EndNotProposed
        );
        assert_ok!(withdraw(PORT, freight, EndKind::Agreement));
        assert_only_event(Event::EndWithdrawn {
            object: object(),
            licence: freight,
            kind: EndKind::Agreement,
            by: party(PORT),
            via: Via::Own,
        });
        assert_noop!(sign(PORT, freight, AGREEMENT), Error::<Test>::EndNotProposed);
    });
}

#[test]
fn a_new_proposal_takes_the_place_of_the_last() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(propose(FREIGHT, freight, AGREEMENT));
        let other = EndCause::Agreement { document: digest(9) };
        assert_ok!(propose(PORT, freight, other));
        assert_eq!(Licences::proposed_ends(object(), freight).len(), 1);
        assert_noop!(sign(FREIGHT, freight, AGREEMENT), Error::<Test>::CauseDiffers);
        assert_ok!(sign(FREIGHT, freight, other));
    });
}

/// What has come upon the licence, or upon one that falls with it, since the end was proposed counts.
#[test]
fn a_mark_set_since_the_proposal_bars_the_last_signature() {
    for marked in 0..2 {
        ExtBuilder::default().build_and_execute(|| {
            let (freight, sub) = story_licences();
            assert_ok!(propose(FREIGHT, freight, AGREEMENT));
            take_events();
            put_mark(MarkKind::SeizureFirst, [freight, sub][marked]);
            assert_noop!(sign(PORT, freight, AGREEMENT), Error::<Test>::MarkInTheWay);
            assert!(is_in_force(freight) && is_in_force(sub));
            assert_eq!(Licences::proposed_ends(object(), freight).len(), 1);
            assert_eq!(take_written(), []);
        });
    }
}
