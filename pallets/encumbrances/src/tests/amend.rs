//! What becomes of a pledge by deed: amended, assigned, subordinated.

use super::collateral::*;
use quanji_primitives::clock::Day;

fn amendment(id: DeedId, millions: Option<u64>, through: Option<&str>, with_later_ranks: bool) -> DeedMatter {
    DeedMatter::Amendment {
        pledge: id,
        secured: millions.map(|millions| Sum::of_cny(millions * MILLION)),
        through: through.map(|day| day.parse::<Day>().unwrap()),
        with_later_ranks,
    }
}

fn subordination(id: DeedId, behind: DeedId) -> DeedMatter {
    DeedMatter::Subordination {
        pledge: id,
        behind,
        object: product(),
    }
}

#[test]
fn both_sides_raise_the_sum_and_extend_the_registration() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        assert_ok!(propose(
            BANK_P,
            deed(amendment(id, Some(40), Some("2030-12-18"), false))
        ));
        let agreed = last_deed();
        forget();
        assert_ok!(sign(HOLDER, agreed));
        assert_only_event(Event::PledgeAmended {
            pledge: id,
            deed: agreed,
            secured: Sum::of_cny(40 * MILLION),
            through: "2030-12-18".parse().unwrap(),
            later: Default::default(),
            by: party(HOLDER),
            via: Via::Own,
        });
        let record = stored_pledge(id);
        assert_eq!(record.secured, Sum::of_cny(40 * MILLION));
        assert_eq!(mark_on(product(), 0).until, Some(end_of("2030-12-18")));
        assert_eq!(
            take_written(),
            [entry_of_pledge(id, product(), &[BANK_P, HOLDER])]
        );
    });
}

/// Story 6.5: P raises to 40 million, which is refused without Q.
#[test]
fn a_later_rank_is_not_harmed_without_its_signature() {
    ExtBuilder::default().build_and_execute(|| {
        let first = pledged(BANK_P, 28);
        pledged(BANK_Q, 5);
        for harmful in [(Some(40), None), (None, Some("2030-12-18"))] {
            let without = amendment(first, harmful.0, harmful.1, false);
            assert_refused(BANK_P, without, Error::<Test>::LaterRankMustSign);
        }
        assert_ok!(propose(BANK_P, deed(amendment(first, Some(40), None, true))));
        let agreed = last_deed();
        assert_ok!(sign(HOLDER, agreed));
        assert_eq!(Encumbrances::deed_signatures_missing(agreed), [party(BANK_Q)]);
        assert_eq!(stored_pledge(first).secured, Sum::of_cny(28 * MILLION));
        assert_ok!(sign(BANK_Q, agreed));
        assert_eq!(stored_pledge(first).secured, Sum::of_cny(40 * MILLION));
    });
}

#[test]
fn a_lower_sum_harms_nobody_and_a_last_rank_harms_no_other() {
    ExtBuilder::default().build_and_execute(|| {
        let first = pledged(BANK_P, 28);
        let second = pledged(BANK_Q, 5);
        done(&[BANK_P, HOLDER], amendment(first, Some(20), None, false));
        done(
            &[BANK_Q, HOLDER],
            amendment(second, Some(9), Some("2031-01-01"), false),
        );
        assert_eq!(stored_pledge(second).secured, Sum::of_cny(9 * MILLION));
    });
}

#[test]
fn an_amendment_changes_something_within_its_bounds() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        assert_refused(
            BANK_P,
            amendment(id, None, None, false),
            Error::<Test>::NothingAmended,
        );
        for unfit in ["2028-12-18", "2027-06-01", "2056-12-02"] {
            let earlier = amendment(id, None, Some(unfit), false);
            assert_refused(BANK_P, earlier, Error::<Test>::RegistrationUnfit);
        }
        let unknown = DeedId::new(AUTHORITY, 999).unwrap();
        assert_refused(
            BANK_P,
            amendment(unknown, Some(1), None, false),
            Error::<Test>::PledgeNotFound,
        );
        let secured = Some(Sum {
            currency: Currency(*b"???"),
            ..Sum::of_cny(1)
        });
        let matter = DeedMatter::Amendment {
            pledge: id,
            secured,
            through: None,
            with_later_ranks: false,
        };
        assert_refused(BANK_P, matter, Error::<Test>::CurrencyUnfit);
        set_end_of("2028-12-18");
        assert_refused(
            BANK_P,
            amendment(id, None, Some("2030-01-01"), false),
            Error::<Test>::PledgeNotStanding,
        );
    });
}

#[test]
fn a_registration_is_extended_by_some_days_shortly_before_its_end() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        set_now("2028-12-10 10:00");
        for unfit in ["2028-12-17", "2028-12-18", "2058-12-11"] {
            let earlier = amendment(id, None, Some(unfit), false);
            assert_refused(BANK_P, earlier, Error::<Test>::RegistrationUnfit);
        }
        assert_ok!(propose(
            BANK_P,
            deed(amendment(id, None, Some("2028-12-28"), false))
        ));
        let agreed = last_deed();
        forget();
        assert_ok!(sign(HOLDER, agreed));
        assert_only_event(Event::PledgeAmended {
            pledge: id,
            deed: agreed,
            secured: Sum::of_cny(28 * MILLION),
            through: "2028-12-28".parse().unwrap(),
            later: Default::default(),
            by: party(HOLDER),
            via: Via::Own,
        });
        assert_eq!(mark_on(product(), 0).until, Some(end_of("2028-12-28")));
        // By a day, on the last day; and by as much as thirty years from then.
        set_last_second_of("2028-12-28");
        for through in ["2028-12-29", "2058-12-28"] {
            done(&[BANK_P, HOLDER], amendment(id, None, Some(through), false));
            assert_eq!(stored_pledge(id).through, through.parse().unwrap());
        }
        // A new pledge is registered for a month.
        let short = DeedMatter::Pledge(PledgeTerms {
            through: "2029-01-05".parse().unwrap(),
            ..terms(BANK_Q, 1, None)
        });
        assert_refused(BANK_Q, short, Error::<Test>::RegistrationUnfit);
    });
}

#[test]
fn nothing_more_is_secured_while_a_seizure_stands() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        seize_product();
        assert_refused(
            BANK_P,
            amendment(id, Some(40), None, false),
            Error::<Test>::MarkInTheWay,
        );
    });
}

#[test]
fn what_secures_no_more_is_agreed_while_a_seizure_stands() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        seize_product();
        done(
            &[BANK_P, HOLDER],
            amendment(id, Some(20), Some("2030-12-18"), false),
        );
        let record = stored_pledge(id);
        assert_eq!(record.secured, Sum::of_cny(20 * MILLION));
        assert_eq!(record.through, "2030-12-18".parse().unwrap());
        assert_eq!(mark_on(product(), 0).until, Some(end_of("2030-12-18")));
    });
}

/// Story 6.5: P assigns to R.
#[test]
fn a_pledge_is_assigned_and_keeps_its_rank() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let later = pledged(BANK_Q, 5);
        let to_r = DeedMatter::Assignment {
            pledge: id,
            to: party(BANK_R),
        };
        assert_ok!(propose(BANK_P, deed(to_r)));
        let agreed = last_deed();
        forget();
        assert_ok!(sign(BANK_R, agreed));
        assert_only_event(Event::PledgeAssigned {
            pledge: id,
            deed: agreed,
            from: party(BANK_P),
            to: party(BANK_R),
            pledgors: vec![party(HOLDER)].try_into().unwrap(),
            by: party(BANK_R),
            via: Via::Own,
        });
        assert_eq!(
            take_written(),
            [entry_of_pledge(id, product(), &[BANK_P, BANK_R])]
        );
        assert_eq!(ranks(), [(id, 1, None), (later, 2, None)]);
        assert_eq!(stored_pledge(id).pledgee, party(BANK_R));
        assert_noop!(
            Encumbrances::release(signed(BANK_P), OWN, id, None),
            Error::<Test>::NotThePledgee
        );
    });
}

#[test]
fn a_pledge_is_assigned_to_another_financier() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let assign = |to: u64| DeedMatter::Assignment {
            pledge: id,
            to: party(to),
        };
        assert_refused(BANK_P, assign(BANK_P), Error::<Test>::NothingAmended);
        assert_refused(BANK_P, assign(BUYER), Error::<Test>::NotAFinancier);
        assert_refused(BANK_P, assign(999), Error::<Test>::PledgeeUnknown);
        assert_refused(HOLDER, assign(BANK_R), Error::<Test>::NotASignatory);
    });
}

/// Story 6.5: P subordinates to Q: both sign, Q first.
#[test]
fn two_pledges_change_their_places() {
    ExtBuilder::default().build_and_execute(|| {
        let first = pledged(BANK_P, 28);
        let second = pledged(BANK_Q, 5);
        assert_ok!(propose(BANK_P, deed(subordination(first, second))));
        let agreed = last_deed();
        forget();
        assert_ok!(sign(BANK_Q, agreed));
        assert_only_event(Event::RanksSwapped {
            object: product(),
            pledge: first,
            behind: second,
            deed: agreed,
            places: (1, 0),
            by: party(BANK_Q),
            via: Via::Own,
        });
        assert_eq!(ranks(), [(second, 1, None), (first, 2, None)]);
        let by = [BANK_P, BANK_Q];
        assert_eq!(
            take_written(),
            [
                entry_of_pledge(first, product(), &by),
                entry_of_pledge(second, product(), &by)
            ]
        );
    });
}

#[test]
fn a_bank_that_has_both_places_changes_them_alone_and_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let first = pledged(BANK_P, 28);
        let second = pledged(BANK_P, 5);
        done(&[BANK_P], subordination(first, second));
        assert_eq!(ranks(), [(second, 1, None), (first, 2, None)]);
    });
}

#[test]
fn who_ranks_between_signs_a_subordination_too() {
    ExtBuilder::default().build_and_execute(|| {
        let first = pledged(BANK_P, 28);
        let between = pledged(BANK_R, 5);
        let last = pledged(BANK_Q, 90);
        assert_ok!(propose(BANK_P, deed(subordination(first, last))));
        let agreed = last_deed();
        assert_ok!(sign(BANK_Q, agreed));
        assert_eq!(Encumbrances::deed_signatures_missing(agreed), [party(BANK_R)]);
        assert_ok!(sign(BANK_R, agreed));
        assert_eq!(ranks(), [(last, 1, None), (between, 2, None), (first, 3, None)]);
    });
}

#[test]
fn a_pledge_steps_back_behind_a_later_one_on_the_same_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let first = pledged(BANK_P, 28);
        let second = pledged(BANK_Q, 5);
        for unfit in [(second, first), (first, first)] {
            assert_refused(
                BANK_Q,
                subordination(unfit.0, unfit.1),
                Error::<Test>::SubordinationUnfit,
            );
        }
        let offered = Offered {
            object: other_product(),
            rights: rights(&[0]),
            reservation: None,
        };
        let elsewhere = DeedMatter::Pledge(PledgeTerms {
            offered: vec![offered].try_into().unwrap(),
            ..terms(BANK_R, 1, None)
        });
        let elsewhere = done(&[BANK_R, HOLDER], elsewhere);
        assert_refused(BANK_P, subordination(first, elsewhere), Error::<Test>::NotPledged);
    });
}
