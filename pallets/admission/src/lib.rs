#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod extension;
mod meter;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

pub use extension::AdmitSender;
pub use meter::{Limits, Refusal, Sender, Usage, OFFICER_TIMES};
pub use pallet::*;
pub use weights::WeightInfo;

/// Finds whom an account acts for.
pub trait Senders<AccountId, Call> {
    /// The sender of `account` and how many accounts that sender has; a refusal when it is unknown, or suspended and not
    /// defending itself by `call`.
    fn sender_of(account: &AccountId, call: &Call) -> Result<(Sender, u32), Refusal>;
}

#[allow(
    clippy::expect_used,
    reason = "FRAME's macros expect, in code they write; ours is in the other files"
)]
#[frame_support::pallet]
pub mod pallet {
    use super::{Limits, Sender, Senders, Usage, WeightInfo};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;

    /// The layout of storage.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the runtime plugs in.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Finds whom an account acts for.
        type Senders: Senders<Self::AccountId, <Self as frame_system::Config>::RuntimeCall>;
        /// The competent department, which sets the quota.
        type DepartmentOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;
        /// Weights of the call and the extension.
        type WeightInfo: WeightInfo;
        /// An admitted account for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkSender: Get<Self::AccountId>;
    }

    /// The quota of every sender.
    #[pallet::storage]
    pub type Quota<T: Config> = StorageValue<_, Limits, ValueQuery>;

    /// What each sender has used.
    #[pallet::storage]
    pub type Used<T: Config> = StorageMap<_, Twox64Concat, Sender, Usage<BlockNumberFor<T>>>;

    /// What happened.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The competent department set the quota of every sender.
        #[codec(index = 0)]
        QuotaSet {
            /// The department's account.
            by: T::AccountId,
            /// The quota.
            limits: Limits,
        },
    }

    /// Why a call was refused.
    #[pallet::error]
    pub enum Error<T> {
        /// Every number of a quota must be above zero.
        QuotaOfZero,
    }

    /// The quota at genesis.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The quota of every sender.
        pub limits: Limits,
        /// Nothing.
        #[serde(skip)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            assert!(
                self.limits.is_valid(),
                "every number of a quota must be above zero"
            );
            Quota::<T>::put(self.limits);
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the quota of every sender.
        ///
        /// `limits`: how many calls each may send, and in what time. Who: the competent department. Event: `QuotaSet`. Error:
        /// `QuotaOfZero`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::set_quota())]
        pub fn set_quota(origin: OriginFor<T>, limits: Limits) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_set_quota(by, limits)?)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// The quota of every sender; an officer has a multiple of it.
        pub fn quota() -> Limits {
            Quota::<T>::get()
        }

        /// The quota of one sender.
        pub fn quota_of(sender: Sender) -> Limits {
            Self::quota_of_sender(sender)
        }

        /// What a sender has used now, of the quota.
        pub fn used(sender: Sender) -> Usage<BlockNumberFor<T>> {
            Self::usage_now(sender)
        }
    }
}

impl<T: Config> Pallet<T> {
    fn ensure_can_set_quota(limits: &Limits) -> Result<(), Error<T>> {
        limits.is_valid().then_some(()).ok_or(Error::<T>::QuotaOfZero)
    }

    fn do_set_quota(by: T::AccountId, limits: Limits) -> Result<(), Error<T>> {
        Self::ensure_can_set_quota(&limits)?;
        Quota::<T>::put(limits);
        Self::deposit_event(Event::QuotaSet { by, limits });
        Ok(())
    }

    /// Checks every invariant of the pallet.
    pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
        let now = frame_system::Pallet::<T>::block_number();
        frame_support::ensure!(
            Quota::<T>::get().is_valid(),
            "every number of the quota is above zero"
        );
        frame_support::ensure!(
            Used::<T>::iter_values().all(|usage| usage.at <= now),
            "nothing was used in a block to come"
        );
        Ok(())
    }
}
