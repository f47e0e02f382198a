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
mod calls;
mod credential_keys;
mod department;
mod errors;
mod events;
mod genesis;
mod officers;
mod queries;
mod sessions;
mod try_state;
mod validators;

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
pub use department::EnsureDepartment;
pub use genesis::{AuthorityGenesis, OfficerGenesis};
pub use pallet::*;
pub use sessions::ApprovedValidator;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[allow(clippy::expect_used, reason = "in the code that the pallet macro generates")]
#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
    use super::{AuthorityGenesis, WeightInfo};
    use alloc::vec::Vec;
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        authority::{AuthorityProfile, Officer, OfficerRole, SuspensionGround},
        clock::Moment,
        directory::{PartyRegister, RuleBook},
        v1::{AuthorityRecord, CredentialKey},
        AuthorityId, Bounded, OfficerId, PartyId,
    };
    use sp_staking::SessionIndex;

    /// Accounts one officer may have at the same time.
    pub const OFFICER_ACCOUNTS_MAX: u32 = 4;

    /// Credential keys an authority may ever have.
    pub const CREDENTIAL_KEYS_MAX: u32 = 256;

    /// The layout of storage.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the runtime plugs in.
    #[pallet::config]
    pub trait Config:
        frame_system::Config<RuntimeEvent: From<Event<Self>>>
        + pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
    {
        /// Register time.
        type Rules: RuleBook;
        /// Parties: their accounts cannot be those of an officer, and affiliates are parties.
        type Parties: PartyRegister<Self::AccountId>;
        /// Largest number of validators.
        #[pallet::constant]
        type MaxValidators: Get<u32>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Prepares parties for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: super::BenchmarkHelper;
    }

    /// The account of the competent department 主管部门, which governs the directory (NG 5, 8, 38).
    #[pallet::storage]
    pub type Department<T: Config> = StorageValue<_, T::AccountId>;

    /// The authority admitted last; identifiers begin at 1.
    #[pallet::storage]
    pub type LastAuthority<T: Config> = StorageValue<_, AuthorityId, ValueQuery>;

    /// The directory of registration authorities 登记机构. Proved by certificates.
    #[pallet::storage]
    pub type Authorities<T: Config> = StorageMap<_, Blake2_128Concat, AuthorityId, AuthorityRecord>;

    /// The authority with a region and an institution digit in certificate numbers.
    #[pallet::storage]
    pub type AuthorityByNumberPlace<T: Config> = StorageMap<_, Twox64Concat, (u8, u8), AuthorityId>;

    /// The account with which an authority administers its officers and credential keys.
    #[pallet::storage]
    pub type AccountOfAuthority<T: Config> = StorageMap<_, Blake2_128Concat, AuthorityId, T::AccountId>;

    /// The authority that an account administers.
    #[pallet::storage]
    pub type AuthorityAccounts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, AuthorityId>;

    /// Keys with which authorities sign credentials, dense from 0, never deleted. Proved by certificates.
    #[pallet::storage]
    pub type CredentialKeys<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AuthorityId, Twox64Concat, u32, CredentialKey>;

    /// Officers, former ones included; serial numbers of an authority's officers are dense from 1.
    #[pallet::storage]
    pub type Officers<T: Config> = StorageMap<_, Blake2_128Concat, OfficerId, Officer>;

    /// The officer to whom an account belongs.
    #[pallet::storage]
    pub type OfficerOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, OfficerId>;

    /// The accounts of an officer.
    #[pallet::storage]
    pub type OfficerAccounts<T: Config> = StorageMap<
        _,
        Blake2_128Concat,
        OfficerId,
        BoundedVec<T::AccountId, ConstU32<OFFICER_ACCOUNTS_MAX>>,
        ValueQuery,
    >;

    /// The office a person holds, or held last. One person holds at most one office on the whole chain.
    #[pallet::storage]
    pub type PersonOf<T: Config> = StorageMap<_, Blake2_128Concat, [u8; 32], OfficerId>;

    /// The identifier a person has, or had, at an authority. A person who returns gets the same one again.
    #[pallet::storage]
    pub type OfficerAt<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AuthorityId, Blake2_128Concat, [u8; 32], OfficerId>;

    /// The approved validator of each authority that has one.
    #[pallet::storage]
    pub type Validators<T: Config> = CountedStorageMap<_, Blake2_128Concat, AuthorityId, T::AccountId>;

    /// The authority whose validator an account is.
    #[pallet::storage]
    pub type ValidatorOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, AuthorityId>;

    /// Blocks in a session; 0 means that sessions never end.
    #[pallet::storage]
    pub type SessionLength<T: Config> = StorageValue<_, u32, ValueQuery>;

    /// Fewest validators that an act of the department or an offence may leave.
    #[pallet::storage]
    pub type MinimumValidators<T: Config> = StorageValue<_, u32, ValueQuery>;

    /// The competent department, the authorities at genesis and the length of sessions.
    #[pallet::genesis_config]
    pub struct GenesisConfig<T: Config> {
        /// The account of the competent department.
        pub department: Option<T::AccountId>,
        /// The authorities, which get the identifiers 1, 2, 3 and so on.
        pub authorities: Vec<AuthorityGenesis<T::AccountId>>,
        /// Blocks in a session; 0 means that sessions never end.
        pub session_length: u32,
        /// Fewest validators that an act of the department or an offence may leave.
        pub minimum_validators: u32,
    }

    impl<T: Config> Default for GenesisConfig<T> {
        fn default() -> Self {
            Self {
                department: None,
                authorities: Vec::new(),
                session_length: 10,
                minimum_validators: 1,
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
        /// An authority.
        pub fn authority(authority: AuthorityId) -> Option<AuthorityRecord> {
            Authorities::<T>::get(authority)
        }

        /// An officer in office, by account.
        pub fn officer_of(account: T::AccountId) -> Option<(OfficerId, Officer)> {
            Self::in_office(&account)
        }

        /// At most 100 officers of an authority, former ones included, from a serial number on (the first is 1).
        pub fn officers(authority: AuthorityId, from: u32) -> Vec<(OfficerId, Officer)> {
            Self::officers_from(authority, from)
        }

        /// The credential key of an authority that may sign at a moment, with its number: the newest, if there are
        /// several.
        pub fn credential_key(authority: AuthorityId, at: Moment) -> Option<(u32, CredentialKey)> {
            Self::credential_key_at(authority, at)
        }

        /// The approved validators by authority, whether or not they have set session keys.
        pub fn validators() -> Vec<(AuthorityId, T::AccountId)> {
            Self::approved_validators()
        }
    }
}
