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

mod answers;
mod calls;
mod conclusions;
mod conflicts;
mod errors;
mod events;
mod execution;
mod filing;
mod holders;
mod holds;
mod marking;
mod notices;
mod queries;
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
    use frame_support::{pallet_prelude::*, traits::EnsureOrigin};
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        capacity::{Capacity, Via},
        clock::{Due, Moment},
        conflict::{Conflict, ConflictSide, Ruling},
        directory::{AuthorityDirectory, PartyRegister, Register, RegisterError, RuleBook},
        ending::Correction,
        filing::Evidence,
        marks::RightSet,
        objection::{Disposition, Objection, ObjectionGround, ObjectionStanding, Side},
        text_rules::TEXT_BYTES_MAX,
        written_notice::Channel,
        AuthorityId, Bounded, ConflictId, Digest, ObjectId, ObjectionId, OfficerId, PartyId,
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
        /// Parties and powers.
        type Parties: PartyRegister<Self::AccountId>;
        /// Objects, rights, marks and cases: every mark and every cancelled right is an entry that it writes.
        type Register: Register;
        /// The competent department 主管部门, which decides conflicts.
        type DepartmentOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Prepares objects, persons and time for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: super::benchmarking::BenchmarkHelper<Self::AccountId>;
    }

    /// Objections after entry, ended ones included.
    #[pallet::storage]
    pub type Objections<T: Config> = StorageMap<_, Blake2_128Concat, ObjectionId, Objection>;

    /// The facts on which a party objected to a registration: heard once, for ever.
    #[pallet::storage]
    pub type HeardFacts<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Blake2_128Concat, (PartyId, Digest), ObjectionId>;

    /// The open objections of an authority, so that what waits there is found.
    #[pallet::storage]
    pub type OpenObjections<T: Config> =
        StorageDoubleMap<_, Twox64Concat, AuthorityId, Blake2_128Concat, ObjectionId, ()>;

    /// Conflicts between authorities, numbered densely from 1, decided ones included.
    #[pallet::storage]
    pub type Conflicts<T: Config> = StorageMap<_, Twox64Concat, ConflictId, Conflict>;

    /// The number of the last conflict.
    #[pallet::storage]
    pub type LastConflict<T: Config> = StorageValue<_, u32, ValueQuery>;

    /// The undecided conflict in which a case or object is.
    #[pallet::storage]
    pub type OpenConflicts<T: Config> = StorageMap<_, Blake2_128Concat, ConflictSide, ConflictId>;

    impl<T> From<RegisterError> for Error<T> {
        fn from(error: RegisterError) -> Self {
            match error {
                RegisterError::NotFound => Self::ObjectUnfit,
                RegisterError::Full => Self::ObjectFull,
                RegisterError::Barred => Self::BarredByMark,
                RegisterError::Unfit => Self::CorrectionUnfit,
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
        /// An objection, ended or not.
        pub fn objection(objection: ObjectionId) -> Option<Objection> {
            Objections::<T>::get(objection)
        }

        /// Status and deadline of an objection now.
        pub fn objection_status(objection: ObjectionId) -> Option<ObjectionStanding> {
            Self::standing_of(objection)
        }

        /// Whether the officer of `account` could carry out the change that was decided with these facts and this text now, or
        /// the rule that stands in the way. Asked of one's own node: a text that may not be published gets into no block.
        pub fn can_execute_change(
            account: T::AccountId,
            objection: ObjectionId,
            facts: Correction,
            text: Option<Vec<u8>>,
        ) -> Result<(), DispatchError> {
            Self::ensure_may_execute_change(&account, objection, &facts, text.as_deref()).map_err(Into::into)
        }

        /// The objections on an object, ended ones included, at most 100, with their standing.
        pub fn objections_of(object: ObjectId) -> Vec<(ObjectionId, ObjectionStanding)> {
            Self::objections_with_standing(object)
        }

        /// The open objections of an authority whose identifiers are above `after`, at most 100, with their standing: what
        /// waits, and what is overdue (S044).
        pub fn objections_at(
            authority: AuthorityId,
            after: Option<ObjectionId>,
        ) -> Vec<(ObjectionId, ObjectionStanding)> {
            Self::open_objections_of(authority, after)
        }

        /// A conflict, decided or not.
        pub fn conflict(conflict: ConflictId) -> Option<Conflict> {
            Conflicts::<T>::get(conflict)
        }

        /// The undecided conflicts of an authority, at most 100.
        pub fn conflicts_open(authority: AuthorityId) -> Vec<(ConflictId, Conflict)> {
            Self::open_conflicts_of(authority)
        }
    }
}
