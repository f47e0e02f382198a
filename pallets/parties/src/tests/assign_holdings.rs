//! `assign_holdings`, `assign_case` and `finish_succession`: several successors, and a locked party between.

use super::{successions::*, *};
use crate::{Event, SuccessorOf, MOVED_MAX};
use frame_support::assert_ok;
use proptest::prelude::*;
use quanji_primitives::{succession::SuccessionEvent, v1::PartyStanding, CaseId};

/// The party holds `objects`, and is locked for a division between parties 2 and 3.
fn run(objects: u64, test: impl FnOnce()) {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        admit_companies(4);
        hold(party(1), objects);
        succeeded(1, division());
        test();
    });
}

#[test]
fn a_party_with_several_successors_is_locked_and_shown_until_all_has_passed() {
    run(3, || {
        assert_eq!(record(party(1)).standing, PartyStanding::InSuccession);
        assert!(accounts().is_empty());
        assert_eq!(Parties::party_of(PORT), None);
        assert_eq!(Parties::current(party(1)), party(1));
        assert!((0..3).all(|object| holder(object) == party(1)));
        assert_eq!(stored(1).finished_at, None);
        assert_eq!(Parties::assignments(party(1), 0), [None; 3]);
        assert_eq!(Parties::predecessors(party(3), 0), [party(1)]);
        assert_noop!(
            Parties::set_roles(signed(REGISTRAR), party(1), roles(&[])),
            Error::<Test>::PartySucceeded
        );
    });
}

#[test]
fn holdings_pass_in_any_order_each_once_until_none_is_left() {
    run(3, || {
        assert_ok!(assign(REGISTRAR, &[(2, 1), (0, 0)]));
        assert_only_event(Event::HoldingsAssigned {
            predecessor: party(1),
            batch: batch(&[(2, 1), (0, 0)]),
            assigned: 2,
            authority: HOME,
            officer: officer(1),
        });
        assert_eq!(Parties::assignments(party(1), 0), [Some(0), None, Some(1)]);
        assert_eq!([holder(0), holder(1), holder(2)], [party(2), party(1), party(3)]);
        assert_noop!(finish(REVIEWER), Error::<Test>::HoldingsLeft);
        assert_noop!(
            assign(REVIEWER, &[(1, 0), (2, 0)]),
            Error::<Test>::HoldingAssigned
        );
        assert_ok!(assign(REVIEWER, &[(1, 1)]));
        System::reset_events();
        assert_ok!(finish(REVIEWER));
        assert_only_event(Event::SuccessionFinished {
            predecessor: party(1),
            current: party(2),
            assigned: 3,
            authority: HOME,
            officer: officer(3),
        });
        assert_eq!(record(party(1)).standing, PartyStanding::Succeeded);
        // Whatever is no holding goes to the first successor.
        assert_eq!(Parties::current(party(1)), party(2));
        assert_eq!(stored(1).finished_at, Some(START));
        assert!(held(|held| held.passed.values().all(|times| *times == 1)));
        assert_noop!(finish(REVIEWER), Error::<Test>::SuccessionFinished);
    });
}

#[test]
fn a_batch_names_holdings_and_successors_that_exist_each_once() {
    run(3, || {
        assert_noop!(assign(REGISTRAR, &[]), Error::<Test>::BatchEmpty);
        assert_noop!(assign(REGISTRAR, &[(3, 0)]), Error::<Test>::HoldingNotFound);
        assert_noop!(
            assign(REGISTRAR, &[(1, 0), (1, 1)]),
            Error::<Test>::HoldingAssigned
        );
        assert_noop!(assign(REGISTRAR, &[(1, 2)]), Error::<Test>::SuccessorNotNamed);
    });
}

#[test]
fn a_batch_moves_a_bounded_number_of_cases_and_consents() {
    run(3, || {
        held(|held| held.moved.extend([(0, MOVED_MAX), (1, 1)]));
        assert_noop!(assign(REGISTRAR, &[(0, 0), (1, 1)]), Error::<Test>::BatchTooHeavy);
        assert_ok!(assign(REGISTRAR, &[(0, 0)]));
        assert_ok!(assign(REGISTRAR, &[(1, 1), (2, 1)]));
    });
}

#[test]
fn holdings_pass_by_officers_without_interest_after_two_have_answered() {
    Chain::default().build_and_execute(|| {
        admit_companies(3);
        hold(party(1), 1);
        assert_noop!(assign(REGISTRAR, &[(0, 0)]), Error::<Test>::SuccessionNotFound);
        file(REGISTRAR, 1, division()).unwrap();
        assert_noop!(
            assign(REGISTRAR, &[(0, 0)]),
            Error::<Test>::SuccessionNotConfirmed
        );
        assert_noop!(finish(REGISTRAR), Error::<Test>::SuccessionNotConfirmed);
        confirm(REVIEWER, 1).unwrap();
        assert_only_officers_without_interest(|account| assign(account, &[(0, 0)]));
        assert_ok!(assign(REVIEWER, &[(0, 0)]));
        assert_only_officers_without_interest(finish);
        assert_ok!(finish(REGISTRAR));
    });
    // Where the authority is no longer listed another one goes on: no party is locked for ever.
    run(1, || {
        SuspendedAuthority::set(Some(HOME));
        assert_ok!(assign(OTHER_REGISTRAR, &[(0, 1)]));
        assert_ok!(finish(OTHER_REVIEWER));
        SuspendedAuthority::set(None);
    });
}

#[test]
fn a_holding_goes_to_the_one_who_stands_in_the_place_of_the_named_successor() {
    run(2, || {
        succeeded(3, terms_of(SuccessionEvent::Merger, &[5]));
        assert_ok!(assign(REGISTRAR, &[(0, 1), (1, 0)]));
        assert_eq!([holder(0), holder(1)], [party(5), party(2)]);
        succeeded(2, terms_of(SuccessionEvent::Merger, &[4]));
        assert_ok!(finish(REVIEWER));
        assert_eq!(SuccessorOf::<Test>::get(party(1)), Some(party(4)));
    });
}

#[test]
fn what_the_locked_party_gets_meanwhile_is_assigned_too() {
    run(1, || {
        assert_ok!(assign(REGISTRAR, &[(0, 0)]));
        hold(party(1), 1);
        assert_noop!(finish(REVIEWER), Error::<Test>::HoldingsLeft);
        assert_ok!(assign(REGISTRAR, &[(1, 1)]));
        assert_ok!(finish(REVIEWER));
    });
}

#[test]
fn after_a_merger_certificates_may_get_an_issue_in_the_successors_name() {
    Chain::default().build_and_execute(|| {
        admit_companies(2);
        hold(party(1), 2);
        succeeded(1, merger());
        assert_ok!(assign(REGISTRAR, &[(1, 0)]));
        assert_eq!([holder(0), holder(1)], [party(1), party(2)]);
        assert_noop!(assign(REGISTRAR, &[(1, 0)]), Error::<Test>::HoldingAssigned);
    });
}

#[test]
fn a_party_that_survives_its_division_keeps_what_is_left_and_acts_again() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        admit_companies(3);
        hold(party(1), 3);
        Parties::grant_power(signed(PORT), terms(party(3))).unwrap();
        let request = || Parties::request_account(signed(PORT), 803);
        let survives = terms_of(SuccessionEvent::Division, &[1, 2]);
        succeeded(1, survives.clone());
        assert_noop!(request(), Error::<Test>::PartySuspended);
        assert_eq!(accounts(), [PORT, FREE]);
        assert_ok!(assign(REGISTRAR, &[(0, 0), (1, 1), (2, 0)]));
        assert_eq!([holder(0), holder(1), holder(2)], [party(1), party(2), party(1)]);
        System::reset_events();
        assert_ok!(finish(REVIEWER));
        assert_only_event(Event::SuccessionFinished {
            predecessor: party(1),
            current: party(1),
            assigned: 3,
            authority: HOME,
            officer: officer(3),
        });
        assert_eq!(record(party(1)).standing, PartyStanding::Good);
        assert_eq!(Parties::current(party(1)), party(1));
        assert_eq!(Parties::power(power_id(1)).unwrap().revoked_at, None);
        assert_ok!(request());

        // It divides again: everything is listed once more.
        succeeded(1, survives);
        assert_eq!(stored(1).round, 2);
        assert_eq!(Parties::assignments(party(1), 0), [None; 3]);
        assert_ok!(assign(REGISTRAR, &[(0, 1), (1, 0)]));
        assert_noop!(finish(REVIEWER), Error::<Test>::HoldingsLeft);
        assert_ok!(assign(REGISTRAR, &[(2, 1)]));
        assert_ok!(finish(REVIEWER));
        assert_eq!([holder(0), holder(1), holder(2)], [party(2), party(2), party(2)]);
    });
}

#[test]
fn who_gets_back_what_it_gave_away_is_no_predecessor_of_itself() {
    Chain::default().build_and_execute(|| {
        admit_companies(2);
        succeeded(1, terms_of(SuccessionEvent::Division, &[1, 2]));
        assert_ok!(finish(REVIEWER));
        succeeded(2, terms_of(SuccessionEvent::Merger, &[1]));
        assert_eq!(Parties::current(party(2)), party(1));
        assert_eq!(Parties::predecessors(party(1), 0), [party(2)]);
    });
}

#[test]
fn a_suspended_party_that_survives_stays_suspended() {
    Chain::default().build_and_execute(|| {
        admit_companies(1);
        suspend_party();
        let before = record(party(1)).standing;
        succeeded(1, terms_of(SuccessionEvent::Division, &[1, 2]));
        assert_ok!(finish(REVIEWER));
        assert_eq!(record(party(1)).standing, before);
    });
}

#[test]
fn an_open_case_passes_to_another_than_the_first_successor() {
    let assign_case =
        |account, case, successor| Parties::assign_case(signed(account), party(1), CaseId(case), successor);
    run(0, || {
        held(|held| held.cases.extend([(CaseId(7), party(1)), (CaseId(8), party(4))]));
        assert_only_officers_without_interest(|account| assign_case(account, 7, 1));
        assert_noop!(assign_case(REGISTRAR, 7, 2), Error::<Test>::SuccessorNotNamed);
        for case in [8, 9] {
            assert_noop!(
                assign_case(REGISTRAR, case, 1),
                Error::<Test>::CaseNotOfPredecessor
            );
        }
        assert_ok!(assign_case(REGISTRAR, 7, 1));
        assert_only_event(Event::CaseAssigned {
            predecessor: party(1),
            case: CaseId(7),
            to: party(3),
            authority: HOME,
            officer: officer(1),
        });
        assert_eq!(held(|held| held.cases[&CaseId(7)]), party(3));
        assert_ok!(finish(REVIEWER));
        assert_noop!(assign_case(REGISTRAR, 7, 1), Error::<Test>::SuccessionFinished);
    });
    Chain::default().build_and_execute(|| {
        admit_companies(2);
        held(|held| held.cases.insert(CaseId(7), party(1)));
        assert_noop!(assign_case(REGISTRAR, 7, 1), Error::<Test>::SuccessionNotFound);
        let survives = terms_of(SuccessionEvent::Division, &[1, 2]);
        file(REGISTRAR, 1, survives).unwrap();
        assert_noop!(
            assign_case(REGISTRAR, 7, 1),
            Error::<Test>::SuccessionNotConfirmed
        );
        confirm(REVIEWER, 1).unwrap();
        assert_noop!(assign_case(REGISTRAR, 7, 0), Error::<Test>::OwnSuccessor);
        assert_ok!(assign_case(REGISTRAR, 7, 1));
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// However many holdings, in whichever order and batches, with repetitions between: every one passes exactly once, at no
    /// moment has one two holders or none, and only then it can be finished.
    #[test]
    fn every_holding_passes_exactly_once_whatever_the_batches(
        (order, sizes) in (1u32..180).prop_flat_map(|count| (
            Just((0..count).collect::<Vec<_>>()).prop_shuffle(),
            prop::collection::vec(1usize..=50, 1..20),
        )),
        heirs in prop::collection::vec(0u8..3, 180),
    ) {
        Chain::default().build_and_execute(|| {
            admit_companies(4);
            let count = order.len() as u32;
            hold(party(1), count.into());
            succeeded(1, terms_of(SuccessionEvent::Bankruptcy, &[2, 3, 4]));
            let place = |holding: u32| heirs[holding as usize];
            let mut rest = order.as_slice();
            for size in sizes.iter().cycle() {
                let (next, later) = rest.split_at((*size).min(rest.len()));
                rest = later;
                let items: Vec<_> = next.iter().map(|holding| (*holding, place(*holding))).collect();
                assert_ok!(assign(REGISTRAR, &items));
                assert_noop!(assign(REVIEWER, &items), Error::<Test>::HoldingAssigned);
                for holding in &order {
                    let expected = match rest.contains(holding) {
                        true => party(1),
                        false => party(u64::from(place(*holding)) + 2),
                    };
                    assert_eq!(holder(u64::from(*holding)), expected);
                }
                if rest.is_empty() {
                    break;
                }
                assert_noop!(finish(REVIEWER), Error::<Test>::HoldingsLeft);
                Parties::do_try_state().unwrap();
            }
            assert_ok!(finish(REVIEWER));
            assert!(held(|held| held.passed.len() as u32 == count
                && held.passed.values().all(|times| *times == 1)));
        });
    }
}
