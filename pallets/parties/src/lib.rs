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

mod accounts;
mod admission;
mod bad_faith;
mod calls;
mod division;
mod erasure;
mod errors;
mod events;
mod genesis;
mod powers;
mod queries;
mod recovery;
mod standing;
mod succession;
mod try_state;
mod who;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a benchmark may stop at the first surprise"
)]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use division::{Batch, MOVED_MAX};
pub use erasure::{Erasure, ErasureStanding};
pub use genesis::PartyGenesis;
pub use pallet::*;
pub use powers::{COUNTER_DAYS_MAX, POWER_YEARS_MAX};
pub use recovery::{Confirmation, Recovery, RECOVERY_DELAY_MAX, RECOVERY_DELAY_MIN};
pub use succession::SHORTENED_MAX;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[allow(clippy::expect_used, reason = "in the code that the pallet macro generates")]
#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
    use super::{
        recovery::RECOVERY_DELAY_DEFAULT, Batch, Erasure, ErasureStanding, PartyGenesis, Recovery, WeightInfo,
    };
    use alloc::vec::Vec;
    use frame_support::{pallet_prelude::*, traits::EnsureOrigin};
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        bad_faith::BadFaith,
        capacity::{Capacity, Power, PowerTerms, Via},
        clock::{Due, Moment},
        directory::{AuthorityDirectory, HoldingRegister, RuleBook},
        person::{PartyRole, Person},
        succession::{Assigned, Succession, SuccessionFiler, SuccessionTerms},
        v1::{PartyRecord, SuspensionReason},
        AuthorityId, Bounded, CaseId, Digest, OfficerId, PartyId, PowerId,
    };

    /// The layout of storage.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the runtime plugs in.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Register time.
        type Rules: RuleBook;
        /// Authorities and officers.
        type Authorities: AuthorityDirectory<Self::AccountId>;
        /// The competent department 主管部门, which sets the delay of recovery.
        type DepartmentOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;
        /// What parties hold, for successions.
        type Holdings: HoldingRegister;
        /// Accounts one party may have at the same time.
        #[pallet::constant]
        type MaxAccountsPerParty: Get<u32>;
        /// Working days in which a request for erasure is carried out.
        #[pallet::constant]
        type ErasureWorkingDays: Get<u16>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Prepares officers for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: super::BenchmarkHelper<Self::AccountId>;
    }

    /// Parties: verified persons. Proved by certificates.
    #[pallet::storage]
    pub type Parties<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, PartyRecord>;

    /// The party to which an account is bound.
    #[pallet::storage]
    pub type PartyOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, PartyId>;

    /// The accounts of a party, in the order in which they were bound.
    #[pallet::storage]
    pub type AccountsOf<T: Config> = StorageMap<
        _,
        Blake2_128Concat,
        PartyId,
        BoundedVec<T::AccountId, T::MaxAccountsPerParty>,
        ValueQuery,
    >;

    /// The party that a person is, by BLAKE2b of what identifies the person. Nobody is admitted twice.
    #[pallet::storage]
    pub type PersonIndex<T: Config> = StorageMap<_, Identity, [u8; 32], PartyId>;

    /// The last serial number an authority gave to a party; the first is 1.
    #[pallet::storage]
    pub type LastSerial<T: Config> = StorageMap<_, Twox64Concat, AuthorityId, u64, ValueQuery>;

    /// The further account a party asks for, until an officer binds it.
    #[pallet::storage]
    pub type Requests<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, T::AccountId>;

    /// Running recoveries of lost accounts.
    #[pallet::storage]
    pub type Recoveries<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, Recovery<T::AccountId>>;

    /// Milliseconds of register time between the confirmation of a recovery and its completion.
    #[pallet::storage]
    pub type RecoveryDelay<T: Config> = StorageValue<_, u64, ValueQuery>;

    /// Powers of agents, ended ones included (NG 16).
    #[pallet::storage]
    pub type Powers<T: Config> = StorageMap<_, Blake2_128Concat, PowerId, Power>;

    /// The last serial number of a power whose principal an authority admitted; the first is 1.
    #[pallet::storage]
    pub type LastPower<T: Config> = StorageMap<_, Twox64Concat, AuthorityId, u64, ValueQuery>;

    /// How many powers a party ever granted or held.
    #[pallet::storage]
    pub type PowerCount<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, u32, ValueQuery>;

    /// The powers a party granted or holds, numbered densely from 0.
    #[pallet::storage]
    pub type PowersOf<T: Config> = StorageDoubleMap<_, Blake2_128Concat, PartyId, Twox64Concat, u32, PowerId>;

    /// Requests for erasure of natural persons, carried out or not.
    #[pallet::storage]
    pub type Erasures<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, Erasure>;
    /// How many facts of bad faith stand on a party (S047).
    #[pallet::storage]
    pub type BadFaithCount<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, u32, ValueQuery>;

    /// The facts of bad faith on a party, numbered densely from 0.
    #[pallet::storage]
    pub type BadFaithOf<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, PartyId, Twox64Concat, u32, BadFaith>;

    /// The first moment at which a party may file again after bad faith; 0 where nothing bars it.
    #[pallet::storage]
    pub type BarredUntil<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, Moment, ValueQuery>;

    /// The party that stands in the place of another (S023): followed over at most eight steps, it resolves a holder. Proved by
    /// certificates whose holder was succeeded.
    #[pallet::storage]
    pub type SuccessorOf<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, PartyId>;

    /// How many steps the longest way to a party has that stands in the place of others.
    #[pallet::storage]
    pub type SuccessionDepth<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, u8, ValueQuery>;

    /// How many predecessors are listed for a party.
    #[pallet::storage]
    pub type PredecessorCount<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, u32, ValueQuery>;

    /// Parties whose place a party took, wholly or in part, numbered densely from 0. What it holds stands in part among their
    /// holdings.
    #[pallet::storage]
    pub type Predecessors<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, PartyId, Twox64Concat, u32, PartyId>;

    /// The latest succession of a party, by the party whose place is taken.
    #[pallet::storage]
    pub type Successions<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, Succession>;

    /// To whom the holdings of a party were assigned, by their numbers: each once in a succession.
    #[pallet::storage]
    pub type Assignments<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, PartyId, Twox64Concat, u32, Assigned>;

    /// The parties at genesis and the delay of recovery.
    #[pallet::genesis_config]
    pub struct GenesisConfig<T: Config> {
        /// The parties, which get serial numbers from 1 below their authority.
        pub parties: Vec<PartyGenesis<T::AccountId>>,
        /// Milliseconds of register time between the confirmation of a recovery and its completion.
        pub recovery_delay: u64,
    }

    impl<T: Config> Default for GenesisConfig<T> {
        fn default() -> Self {
            Self {
                parties: Vec::new(),
                recovery_delay: RECOVERY_DELAY_DEFAULT,
            }
        }
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            self.build_or_panic();
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
        /// A party.
        pub fn party(party: PartyId) -> Option<PartyRecord> {
            Parties::<T>::get(party)
        }

        /// The party to which an account is bound.
        pub fn party_of(account: T::AccountId) -> Option<PartyId> {
            PartyOf::<T>::get(account)
        }

        /// The accounts of a party.
        pub fn accounts_of(party: PartyId) -> Vec<T::AccountId> {
            AccountsOf::<T>::get(party).into_inner()
        }

        /// The party that a person is.
        pub fn party_by_person(person: Person) -> Option<PartyId> {
            PersonIndex::<T>::get(Self::person_key(&person))
        }

        /// The running recovery of a party's account.
        pub fn recovery(party: PartyId) -> Option<Recovery<T::AccountId>> {
            Recoveries::<T>::get(party)
        }

        /// The request for erasure of a natural person: since when, until when, whether carried out, and how many working
        /// days overdue.
        pub fn erasure(party: PartyId) -> Option<ErasureStanding> {
            Self::erasure_now(party)
        }

        /// A power of an agent, in force or not.
        pub fn power(power: PowerId) -> Option<Power> {
            Powers::<T>::get(power).map(Self::as_it_stands)
        }

        /// The powers a party granted or holds, ended ones included, from the given number on; at most 100.
        pub fn powers_of(party: PartyId, from: u32) -> Vec<(PowerId, Power)> {
            Self::listed_powers(party, from)
        }

        /// The facts of bad faith on a party, from the given number on; at most 100.
        pub fn bad_faith(party: PartyId, from: u32) -> Vec<BadFaith> {
            Self::facts_of_bad_faith(party, from)
        }

        /// The party that stands in the place of another today: itself, unless it was succeeded.
        pub fn current(party: PartyId) -> PartyId {
            Self::current_party(party)
        }

        /// The latest succession of a party, filed, confirmed or finished.
        pub fn succession(predecessor: PartyId) -> Option<Succession> {
            Successions::<T>::get(predecessor)
        }

        /// The holdings of a party in succession, from the given number on, at most 100: the place of the successor to whom
        /// each was assigned, nothing where it is still to be.
        pub fn assignments(predecessor: PartyId, from: u32) -> Vec<Option<u8>> {
            Self::listed_assignments(predecessor, from)
        }

        /// Parties whose place a party took, wholly or in part, from the given number on; at most 100.
        pub fn predecessors(party: PartyId, from: u32) -> Vec<PartyId> {
            Self::listed_predecessors(party, from)
        }
    }
}
