//! One file for each call, and one for each of genesis, queries, the hook of invariants, and a random walk.

mod accounts;
mod admit;
mod assign_holdings;
mod bad_faith;
mod complete_recovery;
mod confirm_recovery;
mod confirm_succession;
mod erase;
mod file_succession;
mod genesis;
mod grant_power;
mod grant_power_at_counter;
mod propose_recovery;
mod queries;
mod replace_all_accounts;
mod request_erasure;
mod revoke_power;
mod revoke_power_at_counter;
mod set_recovery_delay;
mod set_roles;
mod stop_recovery;
mod successions;
mod suspend;
#[cfg(feature = "try-runtime")]
mod try_state;
mod walk;
mod withdraw_erasure;

use crate::{mock::*, Error};
use frame_support::{assert_noop, dispatch::DispatchResult};
use quanji_primitives::{
    capacity::{Acts, Capacity, CounterFiling, Power, PowerScope, PowerTerms, Via},
    clock::{Moment, DAY_MILLIS},
    regime::Act,
    v1::{PartyRecord, SuspensionReason},
    AuthorityId, Bounded, Digest, PartyId, PowerId,
};

const UNKNOWN: u64 = 99;

fn record(id: PartyId) -> PartyRecord {
    crate::Parties::<Test>::get(id).unwrap()
}

/// The accounts of the party that exists from the beginning.
fn accounts() -> Vec<u64> {
    Parties::accounts_of(party(1))
}

fn providers(account: u64) -> u32 {
    System::providers(&account)
}

/// A natural person without account: party 2.
fn admit_on_paper() {
    Parties::admit(signed(REGISTRAR), mei(), roles(&[]), None).unwrap();
    System::reset_events();
}

/// Another natural person, with an account: party 3.
fn admit_an_agent() {
    let person = quanji_primitives::person::Person::NaturalPerson([88; 32]);
    Parties::admit(signed(REGISTRAR), person, roles(&[]), Some(FREE)).unwrap();
    System::reset_events();
}

const ATTORNEY: Digest = Digest::Sha2_256([6; 32]);
const REVOCATION: Digest = Digest::Sha2_256([7; 32]);

/// A year's power over first registrations.
fn terms(agent: PartyId) -> PowerTerms {
    PowerTerms {
        agent,
        acts: Acts::NONE.with(Act::First),
        scope: PowerScope::All,
        valid_from: START,
        valid_until: Moment(START.0 + 365 * DAY_MILLIS),
        both_sides: false,
        document: ATTORNEY,
    }
}

fn power_id(serial: u64) -> PowerId {
    PowerId::new(HOME, serial).unwrap()
}

/// Each unfit change of the terms, with the error that names it.
fn unfit_terms(agent: PartyId, principal: PartyId) -> Vec<(PowerTerms, Error<Test>)> {
    use quanji_primitives::ObjectId;
    let objects = |numbers: &[u64]| {
        let objects: Vec<_> = numbers.iter().copied().map(ObjectId).collect();
        PowerScope::Objects(objects.try_into().unwrap())
    };
    let with = |change: fn(&mut PowerTerms)| {
        let mut terms = terms(agent);
        change(&mut terms);
        terms
    };
    let scoped = |scope| PowerTerms {
        scope,
        ..terms(agent)
    };
    vec![
        (terms(principal), Error::AgentIsPrincipal),
        (terms(party(UNKNOWN)), Error::AgentNotInGoodStanding),
        (with(|terms| terms.acts = Acts::NONE), Error::ActsUnfit),
        (
            with(|terms| terms.acts = Acts(Acts::ALL.0 | 1 << 15)),
            Error::ActsUnfit,
        ),
        (scoped(objects(&[])), Error::ScopeUnfit),
        (scoped(objects(&[5, 6, 5])), Error::ScopeUnfit),
        (
            with(|terms| terms.valid_until = terms.valid_from),
            Error::PowerEndsTooEarly,
        ),
        (
            with(|terms| {
                terms.valid_from = Moment(START.0 - 2);
                terms.valid_until = START;
            }),
            Error::PowerEndsTooEarly,
        ),
        (
            with(|terms| terms.valid_until = Moment(crate::powers::latest_end(START).0 + 1)),
            Error::PowerTooLong,
        ),
    ]
}

/// A natural person with an account, who asks for erasure: party 2.
fn admit_mei() {
    Parties::admit(signed(REGISTRAR), mei(), roles(&[]), Some(MEI)).unwrap();
    System::reset_events();
}

/// The account of that person.
const MEI: u64 = 850;

fn request_of_mei() {
    admit_mei();
    Parties::request_erasure(signed(MEI), Capacity::Own).unwrap();
    System::reset_events();
}

/// What a person without account signed at the counter.
fn on_paper(of: PartyId) -> Capacity {
    Capacity::Counter(CounterFiling {
        party: of,
        document: REVOCATION,
        received_at: START,
    })
}

/// A power over every act and object.
fn full_power(agent: PartyId) -> PowerTerms {
    PowerTerms {
        acts: Acts::ALL,
        ..terms(agent)
    }
}

fn suspend_party() {
    Parties::suspend(signed(REGISTRAR), party(1), SuspensionReason::IdentityInDoubt).unwrap();
    System::reset_events();
}

/// Whoever is no registrar of a listed authority that admitted the party is refused.
fn assert_only_own_registrar(call: impl Fn(u64) -> DispatchResult) {
    for account in [PORT, FREE, DEPARTMENT] {
        assert_noop!(call(account), Error::<Test>::NotOfficer);
    }
    for account in [EXAMINER, REVIEWER] {
        assert_noop!(call(account), Error::<Test>::RoleMissing);
    }
    assert_noop!(call(OTHER_REGISTRAR), Error::<Test>::WrongAuthority);
    assert_noop_while_suspended(|| call(REGISTRAR));
}

/// A suspended authority's officers are refused.
fn assert_noop_while_suspended(call: impl Fn() -> DispatchResult) {
    SuspendedAuthority::set(Some(HOME));
    assert_noop!(call(), Error::<Test>::AuthorityNotListed);
    SuspendedAuthority::set(None);
}
