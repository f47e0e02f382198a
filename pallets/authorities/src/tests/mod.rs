//! One file for each call, and one for each of genesis, sessions, offences and queries.

mod add_credential_key;
mod add_officer;
mod admit_authority;
mod bind_officer_account;
mod declare_affiliates;
mod department;
mod dismiss_officer;
mod end_credential_key;
mod genesis;
mod offences;
mod queries;
mod sessions;
mod set_officer_roles;
mod set_validator;
mod suspend_authority;

use crate::mock::*;
use quanji_primitives::{authority::SuspensionGround, v1::AuthorityRecord, AuthorityId};

const FIRST: AuthorityId = AuthorityId(1);
const SECOND: AuthorityId = AuthorityId(2);
const UNKNOWN: AuthorityId = AuthorityId(99);

/// The administrating accounts of the two authorities.
const FIRST_ACCOUNT: u64 = 100;
const SECOND_ACCOUNT: u64 = 200;

/// Suspends the first authority, and forgets the event.
fn suspend_first() {
    Authorities::suspend_authority(signed(DEPARTMENT), FIRST, SuspensionGround::Leak).unwrap();
    System::reset_events();
}

fn record(authority: AuthorityId) -> AuthorityRecord {
    crate::Authorities::<Test>::get(authority).unwrap()
}

/// Accounts that are taken: department, an authority, a validator, an officer, a party.
fn taken_accounts() -> [u64; 5] {
    [
        DEPARTMENT,
        SECOND_ACCOUNT,
        validator_of(2),
        officer_account(2, 1),
        ACCOUNT_OF_PARTY,
    ]
}

fn providers(account: u64) -> u32 {
    System::providers(&account)
}
