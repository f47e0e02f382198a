//! When sessions end, and who validates in the next one.

use crate::{Config, MinimumValidators, Pallet, SessionLength, ValidatorOf, Validators};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{
    traits::{EstimateNextSessionRotation, Get},
    weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_session::{historical, NextKeys, SessionManager, ShouldEndSession};
use sp_runtime::{
    traits::{Convert, SaturatedConversion},
    Permill,
};
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
    /// The approved validators that have session keys, in a fixed order.
    ///
    /// The session pallet skips validators without keys. Handing one out would make the set look settled, and the
    /// validator would not be taken in when its keys arrive.
    fn ready_validators() -> Vec<T::AccountId> {
        let mut ready: Vec<_> = Validators::<T>::iter_values()
            .filter(|validator| NextKeys::<T>::contains_key(validator))
            .collect();
        ready.sort();
        ready
    }

    /// The next set, or nothing when it is the one that works now: even the same set, handed out again, would start
    /// a new set of GRANDPA and lengthen every proof of finality.
    fn next_validators() -> Option<Vec<T::AccountId>> {
        let ready = Self::ready_validators();
        let minimum = usize::try_from(MinimumValidators::<T>::get())
            .unwrap_or(usize::MAX)
            .max(1);
        let mut current = pallet_session::Pallet::<T>::validators();
        current.sort();
        (ready.len() >= minimum && ready != current).then_some(ready)
    }

    /// Blocks since the last end of a session, and blocks in a session.
    fn place_in_session(now: BlockNumberFor<T>) -> Option<(u32, u32)> {
        let length = SessionLength::<T>::get();
        let place = now.saturated_into::<u64>().checked_rem(length.into())?;
        Some((u32::try_from(place).ok()?, length))
    }
}

impl<T: Config> SessionManager<T::AccountId> for Pallet<T> {
    fn new_session(_: SessionIndex) -> Option<Vec<T::AccountId>> {
        Self::next_validators()
    }

    fn new_session_genesis(_: SessionIndex) -> Option<Vec<T::AccountId>> {
        let ready = Self::ready_validators();
        (!ready.is_empty()).then_some(ready)
    }

    fn start_session(_: SessionIndex) {}

    fn end_session(_: SessionIndex) {}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
    fn new_session(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
        <Self as SessionManager<_>>::new_session(index).map(identified)
    }

    fn new_session_genesis(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
        <Self as SessionManager<_>>::new_session_genesis(index).map(identified)
    }

    fn start_session(_: SessionIndex) {}

    fn end_session(_: SessionIndex) {}
}

/// A validator is its account: there is nothing else to identify it by.
fn identified<AccountId>(validators: Vec<AccountId>) -> Vec<(AccountId, ())> {
    validators.into_iter().map(|validator| (validator, ())).collect()
}

impl<T: Config> ShouldEndSession<BlockNumberFor<T>> for Pallet<T> {
    fn should_end_session(now: BlockNumberFor<T>) -> bool {
        Self::place_in_session(now).is_some_and(|(place, _)| place == 0)
    }
}

impl<T: Config> EstimateNextSessionRotation<BlockNumberFor<T>> for Pallet<T> {
    fn average_session_length() -> BlockNumberFor<T> {
        SessionLength::<T>::get().into()
    }

    fn estimate_current_session_progress(now: BlockNumberFor<T>) -> (Option<Permill>, Weight) {
        let progress =
            Self::place_in_session(now).map(|(place, length)| Permill::from_rational(place, length));
        (progress, T::DbWeight::get().reads(1))
    }

    fn estimate_next_session_rotation(now: BlockNumberFor<T>) -> (Option<BlockNumberFor<T>>, Weight) {
        let next = Self::place_in_session(now).map(|(place, length)| {
            let now: u64 = now.saturated_into();
            let left = if place == 0 {
                0
            } else {
                length.saturating_sub(place)
            };
            now.saturating_add(left.into()).saturated_into()
        });
        (next, T::DbWeight::get().reads(1))
    }
}

/// Lets approved validators, and nobody else, set session keys.
pub struct ApprovedValidator<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<T::AccountId>> for ApprovedValidator<T> {
    fn convert(account: T::AccountId) -> Option<T::AccountId> {
        ValidatorOf::<T>::contains_key(&account).then_some(account)
    }
}
