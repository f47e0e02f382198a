//! `confirm_succession`: the second officer's word, and everything that ends with it.

use super::{successions::*, *};
use crate::{Event, PredecessorCount, SuccessionDepth, SuccessorOf, SHORTENED_MAX};
use frame_support::assert_ok;
use quanji_primitives::{
    case::Signed,
    directory::PartyRegister,
    succession::{SuccessionEvent, SUCCESSION_DEPTH_MAX},
    v1::PartyStanding,
};

fn run(test: impl FnOnce()) {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        admit_companies(6);
        test();
    });
}

#[test]
fn one_alias_puts_the_successor_in_the_place_of_the_whole_party() {
    run(|| {
        let objects = hold(party(1), 3);
        let before = record(party(1));
        file(REGISTRAR, 1, merger()).unwrap();
        System::reset_events();
        assert_ok!(confirm(REVIEWER, 1));
        assert_only_event(Event::SuccessionConfirmed {
            predecessor: party(1),
            terms: merger(),
            current: Some(party(2)),
            authority: HOME,
            officer: officer(3),
        });
        assert_eq!(
            record(party(1)),
            PartyRecord {
                standing: PartyStanding::Succeeded,
                ..before
            }
        );
        assert_eq!(SuccessorOf::<Test>::get(party(1)), Some(party(2)));
        assert_eq!(Parties::current(party(1)), party(2));
        assert_eq!(Parties::predecessors(party(2), 0), [party(1)]);
        let filed = stored(1);
        assert_eq!(
            filed.confirmed,
            Some(Signed {
                officer: officer(3),
                at: START
            })
        );
        assert_eq!(filed.finished_at, Some(START));
        // No object was touched.
        assert!(objects.into_iter().all(|object| holder(object) == party(1)));
    });
}

#[test]
fn the_keys_of_the_predecessor_are_dead_at_once() {
    run(|| {
        Parties::request_account(signed(PORT), FREE_TOO).unwrap();
        succeeded(1, merger());
        for account in [PORT, FREE] {
            assert_eq!(Parties::party_of(account), None);
            assert_eq!(providers(account), 0);
            assert_noop!(
                Parties::request_account(signed(account), 803),
                Error::<Test>::NotParty
            );
        }
        assert!(accounts().is_empty());
        assert_eq!(crate::Requests::<Test>::get(party(1)), None);
    });
    // A running recovery brings none back, and neither does the department.
    run(|| {
        Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, FREE_TOO).unwrap();
        succeeded(1, merger());
        assert_noop!(
            Parties::confirm_recovery(signed(REVIEWER), party(1)),
            Error::<Test>::RecoveryNotFound
        );
        assert_noop!(
            Parties::replace_all_accounts(signed(DEPARTMENT), party(1), FREE_TOO),
            Error::<Test>::PartySucceeded
        );
        assert_noop!(
            Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, FREE_TOO),
            Error::<Test>::PartySucceeded
        );
        assert_noop!(
            Parties::restore(signed(REGISTRAR), party(1)),
            Error::<Test>::PartySucceeded
        );
        assert_noop!(
            Parties::suspend(signed(REGISTRAR), party(1), SuspensionReason::Order),
            Error::<Test>::PartySucceeded
        );
    });
}

#[test]
fn powers_die_with_their_principal_and_their_agent() {
    run(|| {
        let in_force = |power: PowerId| {
            let power = <Parties as PartyRegister<u64>>::power(power).unwrap();
            assert!(Parties::power(power_id(1)).is_some());
            power.is_in_force(Now::get())
        };
        Parties::grant_power(signed(PORT), terms(party(3))).unwrap();
        Parties::grant_power(signed(account_of(3)), terms(party(1))).unwrap();
        Parties::grant_power(signed(account_of(3)), terms(party(3))).unwrap();
        let granted = [power_id(1), power_id(2), power_id(3)];
        assert_eq!(granted.map(in_force), [true; 3]);
        advance(5_000);
        succeeded(1, merger());
        assert_eq!(granted.map(in_force), [false, false, true]);
        assert_eq!(Parties::power(power_id(1)).unwrap().revoked_at, Some(Now::get()));
        let listed = Parties::powers_of(party(3), 0);
        assert_eq!(listed[0].1.revoked_at, Some(Now::get()));
        assert_noop!(
            Parties::grant_power(signed(account_of(3)), terms(party(1))),
            Error::<Test>::AgentNotInGoodStanding
        );
    });
    // One that ended before keeps its end.
    run(|| {
        Parties::grant_power(signed(PORT), terms(party(3))).unwrap();
        Parties::revoke_power(signed(PORT), power_id(1)).unwrap();
        advance(5_000);
        succeeded(1, merger());
        assert_eq!(Parties::power(power_id(1)).unwrap().revoked_at, Some(START));
    });
}

#[test]
fn two_persons_without_interest_answer_for_a_succession() {
    run(|| {
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::SuccessionNotFound);
        file(REGISTRAR, 1, merger()).unwrap();
        for account in [REGISTRAR, REGISTRARS_OTHER_ACCOUNT] {
            assert_noop!(confirm(account, 1), Error::<Test>::SuccessionBySamePerson);
        }
        assert_only_officers_without_interest(|account| confirm(account, 1));
        assert_ok!(confirm(SECOND_REGISTRAR, 1));
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::SuccessionConfirmed);
    });
}

#[test]
fn a_succession_has_effect_from_the_day_of_its_instrument() {
    run(|| {
        let mut later = merger();
        later.effective = today().plus(1);
        file(REGISTRAR, 1, later.clone()).unwrap();
        Now::set(Moment(later.effective.start().0 - 1));
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::SuccessionNotEffective);
        Now::set(later.effective.start());
        assert_ok!(confirm(REVIEWER, 1));
    });
}

#[test]
fn parties_that_ended_since_the_filing_stand_in_the_way() {
    run(|| {
        file(REGISTRAR, 1, merger()).unwrap();
        // The successor is itself succeeded: the register asks to name the party in its place.
        succeeded(2, terms_of(SuccessionEvent::Merger, &[3]));
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::SuccessorSucceeded);
    });
    run(|| {
        // Two parties cannot take the place of each other.
        file(REGISTRAR, 1, merger()).unwrap();
        file(REGISTRAR, 2, terms_of(SuccessionEvent::Merger, &[1])).unwrap();
        assert_ok!(confirm(REVIEWER, 1));
        assert_noop!(confirm(REVIEWER, 2), Error::<Test>::SuccessorSucceeded);
    });
    run(|| {
        file(REGISTRAR, 1, merger()).unwrap();
        succeeded(2, terms_of(SuccessionEvent::Division, &[3, 4]));
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::SuccessorInSuccession);
    });
}

#[test]
fn a_chain_of_mergers_stays_one_step_long() {
    run(|| {
        for serial in 1..=5 {
            succeeded(serial, terms_of(SuccessionEvent::Merger, &[serial + 1]));
            for former in 1..=serial {
                assert_eq!(SuccessorOf::<Test>::get(party(former)), Some(party(serial + 1)));
            }
        }
        assert_eq!(SuccessionDepth::<Test>::get(party(6)), 1);
        let all: Vec<_> = (1..=5).map(party).collect();
        assert_eq!(Parties::predecessors(party(6), 0), all);
        assert_eq!(Parties::predecessors(party(6), 3), all[3..]);
        assert_eq!(
            <Parties as PartyRegister<u64>>::former(party(6)),
            all.into_iter().rev().collect::<Vec<_>>()
        );
    });
}

/// The third party is succeeded by the first, which then looks as if it stood in the place of `count`.
fn stands_in_the_place_of(count: u32) {
    succeeded(3, terms_of(SuccessionEvent::Merger, &[1]));
    for number in 1..count {
        crate::Predecessors::<Test>::insert(party(1), number, party(3));
    }
    PredecessorCount::<Test>::insert(party(1), count);
}

#[test]
fn a_way_through_a_party_with_many_predecessors_gets_one_step_longer_and_never_too_long() {
    run(|| {
        stands_in_the_place_of(SHORTENED_MAX + 1);
        file(REGISTRAR, 1, merger()).unwrap();
        SuccessionDepth::<Test>::insert(party(1), SUCCESSION_DEPTH_MAX);
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::ChainTooLong);
        SuccessionDepth::<Test>::insert(party(1), 1);
        assert_ok!(confirm(REVIEWER, 1));
        assert_eq!(SuccessorOf::<Test>::get(party(3)), Some(party(1)));
        assert_eq!(Parties::current(party(3)), party(2));
        assert_eq!(SuccessionDepth::<Test>::get(party(2)), 2);
    });
}

#[test]
fn a_way_through_a_party_with_thirty_two_predecessors_is_shortened_and_with_more_is_not() {
    assert_eq!(SHORTENED_MAX, 32);
    for (count, leads_to) in [(SHORTENED_MAX, 2), (SHORTENED_MAX + 1, 1)] {
        run(|| {
            stands_in_the_place_of(count);
            succeeded(1, merger());
            assert_eq!(SuccessorOf::<Test>::get(party(3)), Some(party(leads_to)));
            assert_eq!(Parties::current(party(3)), party(2));
            // The first party, and those whose way was shortened.
            let shortened = leads_to == 2;
            let (listed, depth) = if shortened { (count + 1, 1) } else { (1, 2) };
            assert_eq!(PredecessorCount::<Test>::get(party(2)), listed);
            assert_eq!(SuccessionDepth::<Test>::get(party(2)), depth);
        });
    }
}

#[test]
fn a_way_may_have_eight_steps() {
    run(|| {
        assert_eq!(SUCCESSION_DEPTH_MAX, 8);
        stands_in_the_place_of(SHORTENED_MAX + 1);
        SuccessionDepth::<Test>::insert(party(1), SUCCESSION_DEPTH_MAX - 1);
        file(REGISTRAR, 1, merger()).unwrap();
        assert_ok!(confirm(REVIEWER, 1));
        assert_eq!(SuccessorOf::<Test>::get(party(1)), Some(party(2)));
        assert_eq!(SuccessionDepth::<Test>::get(party(2)), SUCCESSION_DEPTH_MAX);
    });
}

/// No call leads there: what is filed is refused before. A circle of aliases would leave nobody in the place.
#[test]
fn no_party_takes_its_own_place() {
    run(|| {
        let take = || Parties::take_place(party(1), party(1)).map_err(sp_runtime::DispatchError::from);
        assert_noop!(take(), Error::<Test>::OwnSuccessor);
        assert_eq!(SuccessorOf::<Test>::get(party(1)), None);
        assert_eq!(record(party(1)).standing, PartyStanding::Good);
    });
}

#[test]
fn predecessor_successor_and_part_successors_are_linked() {
    run(|| {
        let linked = |one: u64, other: u64| {
            <Parties as PartyRegister<u64>>::are_linked(&[party(one)], &[party(other)])
        };
        assert!(!linked(1, 2) && linked(4, 4));
        succeeded(1, merger());
        assert!(linked(1, 2) && linked(2, 1) && !linked(3, 2));
        succeeded(3, terms_of(SuccessionEvent::Division, &[4, 5]));
        assert!(linked(3, 5) && linked(5, 3) && linked(3, 4) && !linked(4, 5));
    });
}

#[test]
fn a_dead_persons_only_heir_takes_its_place() {
    run(|| {
        admit_on_paper();
        succeeded(8, terms_of(SuccessionEvent::Death, &[2]));
        assert_eq!(Parties::current(party(8)), party(2));
        assert_noop!(
            Parties::grant_power_at_counter(signed(REGISTRAR), party(8), terms(party(2)), START),
            Error::<Test>::PartySucceeded
        );
    });
}
