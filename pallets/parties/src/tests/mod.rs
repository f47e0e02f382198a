//! One file for each call, and one for each of genesis, queries and a random walk.

mod accounts;
mod admit;
mod complete_recovery;
mod confirm_recovery;
mod genesis;
mod propose_recovery;
mod queries;
mod replace_all_accounts;
mod set_recovery_delay;
mod set_roles;
mod stop_recovery;
mod suspend;
mod walk;

use crate::{mock::*, Error};
use frame_support::{assert_noop, dispatch::DispatchResult};
use quanji_primitives::{
    v1::{PartyRecord, SuspensionReason},
    AuthorityId, PartyId,
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
