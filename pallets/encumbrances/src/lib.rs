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

mod calls;
mod confirmation;
mod ending;
mod errors;
mod events;
mod holders;
mod marking;
mod measures;
mod queries;
mod stamping;
mod transferring;
mod try_state;
mod who;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a benchmark may stop at the first surprise"
)]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

pub use pallet::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[allow(clippy::expect_used, reason = "in the code that the pallet macro generates")]
#[frame_support::pallet]
pub mod pallet {
    use super::WeightInfo;
    use alloc::vec::Vec;
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        clock::Moment,
        day_book::{EndingGround, Measure, Paper, Stamp, StampStatus},
        directory::{AuthorityDirectory, PartyRegister, RegisterError, RuleBook, RulingRegister},
        marks::{EntryRange, MarkKind, MarkSource, RightSet},
        AuthorityId, Bounded, Digest, ObjectId, OfficerId, PartyId, StampId,
    };

    /// The layout of storage.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the runtime plugs in.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Regimes, calendars and the clock.
        type Rules: RuleBook;
        /// Authorities and officers.
        type Authorities: AuthorityDirectory<Self::AccountId>;
        /// Parties.
        type Parties: PartyRegister<Self::AccountId>;
        /// Objects, rights and marks: every mark and every ended right is an entry that it writes.
        type Register: RulingRegister;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Prepares objects, officers and time for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: super::benchmarking::BenchmarkHelper<Self::AccountId>;
    }

    /// How many instruments an authority has stamped: its day book has the numbers from 1 to it, none missing.
    #[pallet::storage]
    pub type LastStamp<T: Config> = StorageMap<_, Twox64Concat, AuthorityId, u64, ValueQuery>;

    /// The day books 登记日记: every stamped instrument, those that fell or were rejected included.
    #[pallet::storage]
    pub type Stamps<T: Config> = StorageMap<_, Blake2_128Concat, StampId, Stamp>;

    impl<T> From<RegisterError> for Error<T> {
        fn from(error: RegisterError) -> Self {
            match error {
                RegisterError::NotFound | RegisterError::Unfit => Self::ObjectUnfit,
                RegisterError::Barred => Self::MarkInTheWay,
                RegisterError::Full => Self::ObjectFull,
            }
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// An instrument in the day book, by its stamp, with its status now.
        pub fn instrument(stamp: StampId) -> Option<(Stamp, StampStatus)> {
            Self::stamp_with_status(stamp)
        }

        /// The day book of an authority from serial number `from` on, at most 100 stamps with their status now.
        pub fn day_book(authority: AuthorityId, from: u64) -> Vec<(StampId, Stamp, StampStatus)> {
            Self::book_from(authority, from)
        }
    }
}
