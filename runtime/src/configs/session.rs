//! Sessions: which keys author and finalise, and when the set of validators may change.

use crate::{
    configs::consensus::REPORTABLE_SESSIONS, no_currency::NoCurrency, AccountId, Authorities, Historical,
    Runtime, RuntimeEvent, SessionKeys,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::ConstU128;
use pallet_authorities::ApprovedValidator;
use pallet_session::{historical, NextKeys, SessionManager};
use sp_runtime::traits::{Convert, OpaqueKeys};
use sp_staking::SessionIndex;

/// Decides on the validators of a session.
///
/// At genesis the pallets are built in the order of their indices, so a planner may know nothing yet: then they
/// are the accounts with session keys. The first sessions too must leave the roots behind.
/// `Planner` answers `None` unless the set differs, because each answer starts a new GRANDPA set and lengthens
/// every proof of finality.
/// The roots that reports of double votes are checked against are kept for [`REPORTABLE_SESSIONS`].
pub struct SessionSchedule<Planner>(PhantomData<Planner>);

impl<Planner: SessionManager<AccountId>> SessionManager<AccountId> for SessionSchedule<Planner> {
    fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
        Planner::new_session(index)
    }

    fn new_session_genesis(index: SessionIndex) -> Option<Vec<AccountId>> {
        Planner::new_session_genesis(index).or_else(|| {
            let mut validators: Vec<_> = NextKeys::<Runtime>::iter_keys().collect();
            validators.sort();
            Some(validators)
        })
    }

    fn start_session(index: SessionIndex) {
        if let Some(oldest) = index.checked_sub(REPORTABLE_SESSIONS) {
            Historical::prune_up_to(oldest);
        }
        Planner::start_session(index);
    }

    fn end_session(index: SessionIndex) {
        Planner::end_session(index);
    }
}

impl<Planner: SessionManager<AccountId>> historical::SessionManager<AccountId, ()>
    for SessionSchedule<Planner>
{
    fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
        <Self as SessionManager<_>>::new_session(index).map(identified)
    }

    fn new_session_genesis(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
        <Self as SessionManager<_>>::new_session_genesis(index).map(identified)
    }

    fn start_session(index: SessionIndex) {
        <Self as SessionManager<_>>::start_session(index);
    }

    fn end_session(index: SessionIndex) {
        <Self as SessionManager<_>>::end_session(index);
    }
}

/// Adds the full identification, which is empty: a validator is its account.
fn identified(validators: Vec<AccountId>) -> Vec<(AccountId, ())> {
    validators.into_iter().map(|validator| (validator, ())).collect()
}

/// The full identification of a validator: its account says it all.
pub struct AccountIsIdentity;

impl Convert<AccountId, Option<()>> for AccountIsIdentity {
    fn convert(_: AccountId) -> Option<()> {
        Some(())
    }
}

impl pallet_session::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ApprovedValidator<Runtime>;
    type ShouldEndSession = Authorities;
    type NextSessionRotation = Authorities;
    type SessionManager = historical::NoteHistoricalRoot<Self, SessionSchedule<Authorities>>;
    type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
    type Keys = SessionKeys;
    type DisablingStrategy = ();
    type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
    type Currency = NoCurrency;
    type KeyDeposit = ConstU128<0>;
}

impl historical::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type FullIdentification = ();
    type FullIdentificationOf = AccountIsIdentity;
}
