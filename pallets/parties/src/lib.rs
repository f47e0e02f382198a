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
mod genesis;
mod queries;
mod recovery;
mod standing;
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
pub use genesis::PartyGenesis;
pub use pallet::*;
pub use recovery::{Confirmation, Recovery, RECOVERY_DELAY_MAX, RECOVERY_DELAY_MIN};
pub use weights::WeightInfo;

#[allow(clippy::expect_used, reason = "in the code that the pallet macro generates")]
#[frame_support::pallet]
pub mod pallet {
    use super::{recovery::RECOVERY_DELAY_DEFAULT, PartyGenesis, Recovery, WeightInfo};
    use alloc::vec::Vec;
    use frame_support::{pallet_prelude::*, traits::EnsureOrigin};
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        clock::Moment,
        directory::{AuthorityDirectory, RuleBook},
        person::{PartyRole, Person},
        v1::{PartyRecord, SuspensionReason},
        AuthorityId, Bounded, OfficerId, PartyId,
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
        /// Accounts one party may have at the same time.
        #[pallet::constant]
        type MaxAccountsPerParty: Get<u32>;
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

    /// What happened: one event for each change of state, with the actor and the authority.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A person was verified and admitted as a party.
        #[codec(index = 0)]
        PartyAdmitted {
            /// The party.
            party: PartyId,
            /// Who it is.
            person: Person,
            /// What it may do.
            roles: Bounded<PartyRole, 4>,
            /// Its first account.
            account: T::AccountId,
            /// The authority that verified it.
            authority: AuthorityId,
            /// The registrar.
            officer: OfficerId,
        },
        /// A party asked for a further account, in place of any it asked for before.
        #[codec(index = 1)]
        AccountRequested {
            /// The party.
            party: PartyId,
            /// The account it asks for.
            account: T::AccountId,
            /// The account that asked.
            by: T::AccountId,
        },
        /// A party got the further account it had asked for.
        #[codec(index = 2)]
        AccountBound {
            /// The party.
            party: PartyId,
            /// The account.
            account: T::AccountId,
            /// The authority.
            authority: AuthorityId,
            /// The registrar.
            officer: OfficerId,
        },
        /// A party gave up one of its accounts.
        #[codec(index = 3)]
        AccountUnbound {
            /// The party.
            party: PartyId,
            /// The account.
            account: T::AccountId,
            /// The account that asked.
            by: T::AccountId,
        },
        /// The roles of a party were changed.
        #[codec(index = 4)]
        RolesSet {
            /// The party.
            party: PartyId,
            /// What it may do now.
            roles: Bounded<PartyRole, 4>,
            /// The authority.
            authority: AuthorityId,
            /// The registrar.
            officer: OfficerId,
        },
        /// A party was suspended.
        #[codec(index = 5)]
        PartySuspended {
            /// The party.
            party: PartyId,
            /// The reason.
            reason: SuspensionReason,
            /// The authority.
            authority: AuthorityId,
            /// The registrar.
            officer: OfficerId,
        },
        /// A suspended party was restored.
        #[codec(index = 6)]
        PartyRestored {
            /// The party.
            party: PartyId,
            /// The authority.
            authority: AuthorityId,
            /// The registrar.
            officer: OfficerId,
        },
        /// A registrar proposed to replace a lost account. Another officer must confirm.
        #[codec(index = 7)]
        RecoveryProposed {
            /// The party.
            party: PartyId,
            /// The account that is lost or stolen.
            lost: T::AccountId,
            /// The account to take its place.
            replacement: T::AccountId,
            /// The authority.
            authority: AuthorityId,
            /// The registrar.
            officer: OfficerId,
        },
        /// Another officer confirmed: the delay runs, and any account of the party except the lost one may stop it.
        #[codec(index = 8)]
        RecoveryConfirmed {
            /// The party.
            party: PartyId,
            /// The account that is lost or stolen.
            lost: T::AccountId,
            /// The account to take its place.
            replacement: T::AccountId,
            /// From when it may be completed.
            ready_at: Moment,
            /// The authority.
            authority: AuthorityId,
            /// The officer who confirmed.
            officer: OfficerId,
        },
        /// A recovery was stopped by the party, or given up by the authority.
        #[codec(index = 9)]
        RecoveryStopped {
            /// The party.
            party: PartyId,
            /// The account of the party or of the registrar.
            by: T::AccountId,
            /// The authority that had proposed it.
            authority: AuthorityId,
        },
        /// A lost account was replaced.
        #[codec(index = 10)]
        RecoveryCompleted {
            /// The party.
            party: PartyId,
            /// The former account.
            lost: T::AccountId,
            /// The account in its place.
            replacement: T::AccountId,
            /// The authority.
            authority: AuthorityId,
            /// The officer who completed it.
            officer: OfficerId,
        },
        /// The department set the delay of recovery. Confirmed recoveries keep theirs.
        #[codec(index = 11)]
        RecoveryDelaySet {
            /// Milliseconds of register time.
            millis: u64,
            /// The department's account.
            by: T::AccountId,
        },
        /// The department ordered that one account replaces all those of a suspended party.
        #[codec(index = 12)]
        AccountsReplaced {
            /// The party.
            party: PartyId,
            /// The accounts before.
            former: BoundedVec<T::AccountId, T::MaxAccountsPerParty>,
            /// The only account now.
            replacement: T::AccountId,
            /// The department's account.
            by: T::AccountId,
        },
    }

    /// Why a call was refused.
    #[pallet::error]
    pub enum Error<T> {
        /// Only an officer in office may do this.
        NotOfficer,
        /// The officer lacks the role for this: ask a registrar, or to confirm or complete a recovery a reviewer.
        RoleMissing,
        /// The authority is suspended (NG 38): its officers admit and change nothing.
        AuthorityNotListed,
        /// Another authority admitted this party: only its officers may do this.
        WrongAuthority,
        /// There is no party with this identifier.
        PartyNotFound,
        /// Only an account bound to a party may do this.
        NotParty,
        /// The party is suspended: the authority that admitted it must restore it first.
        PartySuspended,
        /// The party is not suspended.
        NotSuspended,
        /// The credit code or identifier has the wrong check characters, or the country is not two capital letters.
        WrongPersonNumber,
        /// The commitment to the natural person's identity is missing: it cannot be all zeros.
        CommitmentMissing,
        /// The person is a party already: use that party.
        PersonAlreadyAdmitted,
        /// The account belongs to a party, an officer, an authority, a validator or the department: use another one.
        AccountTaken,
        /// The account is not bound to this party.
        AccountNotBound,
        /// The party has as many accounts as allowed: it must unbind one first.
        TooManyAccounts,
        /// A party keeps at least one account: bind another one first.
        LastAccount,
        /// The party has not asked for this account: one of its accounts must ask first.
        AccountNotRequested,
        /// The authority has no serial number left for another party.
        TooManyParties,
        /// A recovery is running: the party's accounts stay as they are until it ends.
        RecoveryRunning,
        /// There is no recovery running for this party.
        RecoveryNotFound,
        /// Another person must confirm what this officer proposed.
        SamePerson,
        /// The recovery is confirmed already.
        AlreadyConfirmed,
        /// Another officer must confirm the recovery first.
        NotConfirmed,
        /// The delay has not ended: wait for the moment in `RecoveryConfirmed`.
        TooEarly,
        /// The account named as lost cannot stop its own replacement: another account of the party can.
        LostAccountCannotStop,
        /// The delay must be 1 to 90 days.
        DelayOutOfRange,
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
        /// Admits a verified person as a party (S011).
        ///
        /// `person`: who it is; a natural person by a salted commitment only. `roles`: registrant is always among them.
        /// `account`: its first account. Who: a registrar of a listed authority. Event: `PartyAdmitted`. Errors:
        /// `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `WrongPersonNumber`, `CommitmentMissing`,
        /// `PersonAlreadyAdmitted`, `AccountTaken`, `TooManyParties`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::admit())]
        pub fn admit(
            origin: OriginFor<T>,
            person: Person,
            roles: Bounded<PartyRole, 4>,
            account: T::AccountId,
        ) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Self::do_admit(registrar, person, roles, account)?;
            Ok(())
        }

        /// Asks for a further account of the signer's party. A registrar binds it after verifying it with the person.
        ///
        /// Who: any account of a party in good standing. Event: `AccountRequested`. Errors: `NotParty`,
        /// `PartySuspended`, `RecoveryRunning`, `AccountTaken`, `TooManyAccounts`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::request_account())]
        pub fn request_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_request_account(by, account)?)
        }

        /// Binds the further account that the party asked for.
        ///
        /// Who: a registrar of the authority that admitted the party. Event: `AccountBound`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`, `RecoveryRunning`,
        /// `AccountNotRequested`, `AccountTaken`, `TooManyAccounts`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::bind_account())]
        pub fn bind_account(origin: OriginFor<T>, party: PartyId, account: T::AccountId) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_bind_account(registrar, party, account)?)
        }

        /// Gives up an account of the signer's party, its own or another, but not the last.
        ///
        /// Who: any account of a party in good standing. Event: `AccountUnbound`. Errors: `NotParty`, `PartySuspended`,
        /// `RecoveryRunning`, `AccountNotBound`, `LastAccount`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::unbind_account())]
        pub fn unbind_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_unbind_account(by, account)?)
        }

        /// Changes what a party may do. It stays a registrant.
        ///
        /// Who: a registrar of the authority that admitted the party. Event: `RolesSet`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::set_roles())]
        pub fn set_roles(
            origin: OriginFor<T>,
            party: PartyId,
            roles: Bounded<PartyRole, 4>,
        ) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_set_roles(registrar, party, roles)?)
        }

        /// Suspends a party: it files nothing until restored; its rights stay (S047).
        ///
        /// Who: a registrar of the authority that admitted the party. Event: `PartySuspended`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`, `PartySuspended`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::suspend())]
        pub fn suspend(origin: OriginFor<T>, party: PartyId, reason: SuspensionReason) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_suspend(registrar, party, reason)?)
        }

        /// Restores a suspended party.
        ///
        /// Who: a registrar of the authority that admitted the party. Event: `PartyRestored`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`, `NotSuspended`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::restore())]
        pub fn restore(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_restore(registrar, party)?)
        }

        /// Proposes to replace an account that a party lost or that was stolen.
        ///
        /// Who: a registrar of the authority that admitted the party. Event: `RecoveryProposed`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`, `RecoveryRunning`,
        /// `AccountNotBound`, `AccountTaken`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::propose_recovery())]
        pub fn propose_recovery(
            origin: OriginFor<T>,
            party: PartyId,
            lost: T::AccountId,
            replacement: T::AccountId,
        ) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_propose_recovery(registrar, party, lost, replacement)?)
        }

        /// Confirms a proposed recovery. The delay begins, and the event tells the party's other accounts.
        ///
        /// Who: a registrar or reviewer of the same authority, another person than the one who proposed it.
        /// Event: `RecoveryConfirmed`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `RecoveryNotFound`,
        /// `WrongAuthority`, `SamePerson`, `AlreadyConfirmed`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::confirm_recovery())]
        pub fn confirm_recovery(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let officer = Self::ensure_recovery_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_confirm_recovery(officer, party)?)
        }

        /// Stops a recovery.
        ///
        /// Who: any account of the party except the lost one, even while the party is suspended; or a registrar of the
        /// authority, who gives it up. Event: `RecoveryStopped`. Errors: `RecoveryNotFound`, `LostAccountCannotStop`,
        /// `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `WrongAuthority`.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::stop_recovery())]
        pub fn stop_recovery(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_stop_recovery(by, party)?)
        }

        /// Completes a recovery after the delay: the replacement takes the place of the lost account.
        ///
        /// Who: a registrar or reviewer of the same authority. Event: `RecoveryCompleted`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `RecoveryNotFound`, `WrongAuthority`, `NotConfirmed`, `TooEarly`,
        /// `AccountTaken`.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::complete_recovery())]
        pub fn complete_recovery(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let officer = Self::ensure_recovery_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_complete_recovery(officer, party)?)
        }

        /// Sets the delay of recovery, in milliseconds of register time.
        ///
        /// Who: the competent department. Event: `RecoveryDelaySet`. Errors: `BadOrigin`, `DelayOutOfRange`.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::set_recovery_delay())]
        pub fn set_recovery_delay(origin: OriginFor<T>, millis: u64) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_set_recovery_delay(by, millis)?)
        }

        /// Replaces all accounts of a suspended party by one, where a thief holds several and would stop each recovery.
        ///
        /// Who: the competent department, after the authority suspended the party. Event: `AccountsReplaced`. Errors:
        /// `BadOrigin`, `PartyNotFound`, `NotSuspended`, `AccountTaken`.
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::replace_all_accounts())]
        pub fn replace_all_accounts(
            origin: OriginFor<T>,
            party: PartyId,
            replacement: T::AccountId,
        ) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_replace_all_accounts(by, party, replacement)?)
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
    }
}
