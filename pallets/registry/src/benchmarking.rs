//! Benchmarks of the calls, each in its worst case.

use alloc::vec::Vec;
use quanji_primitives::{clock::Moment, person::PartyRole, regime::Regime, AuthorityId, PartyId};

/// An authority and the accounts of two of its officers, who are different persons.
pub struct Seats<AccountId> {
    /// The authority.
    pub authority: AuthorityId,
    /// The account of an officer with the role of examiner.
    pub examiner: AccountId,
    /// The account of another officer, with the role of reviewer.
    pub reviewer: AccountId,
}

/// What the runtime prepares for benchmarks: rules, persons and time.
pub trait Helper<AccountId> {
    /// Stores `regime` under its id, in place of what is there, with the calendar of 2026 and the code tables as at
    /// genesis and an empty negative list.
    fn install_rules(regime: Regime);

    /// Sets register time, forwards or backwards.
    fn set_time(now: Moment);

    /// Admits a listed authority with an examiner and a reviewer. For the worst case each of the three has as many
    /// affiliates as it can hold, none of them a party that [`Self::admit_parties`] returns.
    fn admit_authority() -> Seats<AccountId>;

    /// Admits `number` legal persons in good standing with `roles` at `authority`; each has one account. A later call
    /// gives other parties. They come back in rising order of their ids.
    fn admit_parties(authority: AuthorityId, number: u32, roles: &[PartyRole]) -> Vec<(AccountId, PartyId)>;
}
