//! Random calls by random accounts: whatever happens, every invariant holds.

use super::*;
use crate::RECOVERY_DELAY_MIN;
use proptest::prelude::*;
use quanji_primitives::{
    capacity::Capacity,
    person::{PartyRole, Person},
};

/// Accounts that act in the walk: the department, the officers, and ten others.
const ACTORS: [u64; 17] = [
    1, 11, 12, 13, 14, 15, 21, PORT, FREE, FREE_TOO, 802, 803, 804, 805, 806, 807, 808,
];

#[derive(Clone, Debug)]
struct Step {
    call: u8,
    actor: usize,
    first: usize,
    second: usize,
    party: u64,
}

fn step() -> impl Strategy<Value = Step> {
    let account = 0..ACTORS.len();
    // Most calls are for officers.
    let actor = prop_oneof![2 => 0..4usize, 1 => account.clone()];
    (0u8..29, actor, account.clone(), account, 1u64..7).prop_map(|(call, actor, first, second, party)| Step {
        call,
        actor,
        first,
        second,
        party,
    })
}

fn foreign(number: u8) -> Person {
    Person::ForeignBody(quanji_primitives::person::ForeignRegister::Register {
        country: *b"FR",
        extract: Digest::Sha2_256([number; 32]),
    })
}

/// One to three successors, a natural person's death or another event.
fn random_terms(step: &Step) -> quanji_primitives::succession::SuccessionTerms {
    use quanji_primitives::succession::SuccessionEvent::*;
    let event = [Merger, Division, Dissolution, Bankruptcy, Death][step.first % 5];
    let first = step.second as u64 % 6 + 1;
    let successors: Vec<u64> = (0..=step.first as u64 / 5 % 3)
        .map(|place| (first + place - 1) % 6 + 1)
        .collect();
    super::successions::terms_of(event, &successors)
}

fn perform(step: &Step) -> DispatchResult {
    let (by, first, second) = (
        signed(ACTORS[step.actor]),
        ACTORS[step.first],
        ACTORS[step.second],
    );
    let of = party(step.party);
    match step.call {
        0 | 1 => Parties::admit(
            by,
            Person::NaturalPerson([second as u8; 32]),
            roles(&[]),
            Some(first),
        ),
        2 => Parties::request_account(by, first),
        3 => Parties::bind_account(by, of, crate::Requests::<Test>::get(of).unwrap_or(first)),
        4 => Parties::unbind_account(by, first),
        5 => Parties::set_roles(by, of, roles(&[PartyRole::Financier])),
        6 => Parties::suspend(by, of, SuspensionReason::Order),
        7 => Parties::restore(by, of),
        8 => Parties::propose_recovery(
            by,
            of,
            Parties::accounts_of(of).first().copied().unwrap_or(first),
            second,
        ),
        9 => Parties::confirm_recovery(by, of),
        10 => Parties::stop_recovery(by, of),
        11 => Parties::complete_recovery(by, of),
        12 => Parties::replace_all_accounts(by, of, first),
        13 => Parties::admit(by, Person::NaturalPerson([second as u8; 32]), roles(&[]), None),
        14 => Parties::grant_power(by, terms(of)),
        15 => Parties::grant_power_at_counter(by, of, terms(party(step.first as u64 % 3 + 1)), START),
        16 => Parties::revoke_power(by, power_id(step.party)),
        17 => Parties::revoke_power_at_counter(by, power_id(step.party), REVOCATION, Now::get()),
        18 => {
            advance(4 * RECOVERY_DELAY_MIN);
            Ok(())
        }
        19 => Parties::file_succession(by, of, random_terms(step)),
        20 => Parties::confirm_succession(by, of),
        21 => Parties::give_up_succession(by, of),
        22 => {
            let left = Parties::assignments(of, 0);
            let left = (0u32..).zip(left).filter(|(_, assigned)| assigned.is_none());
            let items: Vec<_> = left
                .take(step.first + 1)
                .map(|(holding, _)| (holding, step.second as u8 % 3))
                .collect();
            Parties::assign_holdings(by, of, super::successions::batch(&items))
        }
        23 => Parties::finish_succession(by, of),
        24 => Parties::admit(by, foreign(second as u8), roles(&[]), None),
        25 => Parties::request_erasure(by, Capacity::Own),
        26 => Parties::withdraw_erasure(by, Capacity::Own),
        27 => Parties::erase(by, of),
        _ => {
            let gone = quanji_primitives::v1::PartyStanding::Succeeded;
            if crate::Parties::<Test>::get(of).is_some_and(|record| record.standing != gone) {
                hold(of, 2);
            }
            Err("only what is held changes".into())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_invariants_hold_on_every_walk(steps in prop::collection::vec(step(), 1..120)) {
        Chain::with_accounts(&[FREE]).build().execute_with(|| {
            for step in &steps {
                let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
                let events = System::events().len();
                if perform(step).is_err() {
                    assert_eq!(before, sp_io::storage::root(sp_runtime::StateVersion::V1), "{step:?}");
                } else if step.call != 18 {
                    let ours = System::events()[events..]
                        .iter()
                        .filter(|record| matches!(record.event, RuntimeEvent::Parties(_)))
                        .count();
                    assert_eq!(ours, 1, "exactly one event: {step:?}");
                }
                Parties::do_try_state().unwrap();
            }
        });
    }
}
