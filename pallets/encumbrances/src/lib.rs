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

mod amending;
mod calls;
mod confirmation;
mod deeds;
mod ending;
mod enforcing;
mod errors;
mod events;
mod holders;
mod marking;
mod measures;
mod pledging;
mod queries;
mod ranks;
mod releasing;
mod signing;
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
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        capacity::{Capacity, Via},
        clock::{Day, Moment},
        collateral::{Deed, OpenDeed, PledgeStatus, Rank, ReservationStatus, Statutory, Sum, COLLATERAL_MAX},
        day_book::{EndingGround, Measure, Paper, Stamp, StampStatus},
        directory::{AuthorityDirectory, CollateralRegister, PartyRegister, RegisterError, RuleBook},
        marks::{EntryRange, MarkKind, MarkSource, RightSet},
        terms::SIGNATORIES_MAX,
        v1::{Collateral, PledgeRecord, ReservationRecord},
        AuthorityId, Bounded, DeedId, Digest, ObjectId, OfficerId, PartyId, StampId,
    };

    /// The layout of storage.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    /// The most deeds that wait about one object.
    pub const DEEDS_MAX: u32 = 32;

    /// The most of them that one party has proposed.
    pub const DEEDS_OF_ONE_MAX: usize = 8;

    /// The most lapsed deeds that one proposal clears away: one for each of its objects at least.
    pub const CLEARED_MAX: usize = 8;

    /// The most pledges and reservations that one event tells of: all that can stand on the objects of one pledge.
    pub const TOLD_MAX: u32 = 128;

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
        type Register: CollateralRegister;
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

    /// Pledges 质押, under the deeds that made them; ended ones stay.
    #[pallet::storage]
    pub type Pledges<T: Config> = StorageMap<_, Blake2_128Concat, DeedId, PledgeRecord>;

    /// Reservations of a place 顺位预留, under the deeds that made them; ended ones stay.
    #[pallet::storage]
    pub type Reservations<T: Config> = StorageMap<_, Blake2_128Concat, DeedId, ReservationRecord>;

    /// Deeds that wait for signatures.
    #[pallet::storage]
    pub type Deeds<T: Config> = StorageMap<_, Blake2_128Concat, DeedId, OpenDeed>;

    /// The deeds that wait about an object, lapsed ones until the next deeds about it clear them away.
    #[pallet::storage]
    pub type OpenDeeds<T: Config> =
        StorageMap<_, Blake2_128Concat, ObjectId, Bounded<DeedId, DEEDS_MAX>, ValueQuery>;

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

        /// A pledge, by the deed that made it, with its status now.
        pub fn pledge_of(pledge: DeedId) -> Option<(PledgeRecord, PledgeStatus)> {
            Self::pledge_with_status(pledge)
        }

        /// A reservation, by the deed that made it, with its status now.
        pub fn reservation_of(reservation: DeedId) -> Option<(ReservationRecord, ReservationStatus)> {
            Self::reservation_with_status(reservation)
        }

        /// Pledges and reservations that stand against a right now, in the order of this ledger, each with its rank here and by
        /// statute.
        pub fn ranks(object: ObjectId, right: u32) -> Vec<Rank> {
            Self::ranks_of(object, right)
        }

        /// The deeds that wait about an object, lapsed ones included.
        pub fn deeds_on(object: ObjectId) -> Vec<(DeedId, OpenDeed)> {
            Self::waiting_deeds(object)
        }

        /// A deed that waits for signatures.
        pub fn deed(deed: DeedId) -> Option<OpenDeed> {
            Deeds::<T>::get(deed)
        }

        /// The parties whose signatures a deed still waits for; none too when it can no longer be carried out.
        pub fn deed_signatures_missing(deed: DeedId) -> Vec<PartyId> {
            Self::missing_of_deed(deed)
        }

        /// Whether this could be proposed now, or the rule that stands in the way.
        pub fn can_propose(deed: Box<Deed>) -> Result<(), DispatchError> {
            Self::ensure_can_propose(&deed).map(|_| ()).map_err(Into::into)
        }
    }
}
