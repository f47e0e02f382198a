//! The calls, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The calls.
#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Admits an authority to the directory (NG 8).
        ///
        /// `profile`: its public facts; region and digit stand in its certificate numbers and are its own. `account`:
        /// administers its officers and keys. `credential_key`: the Ed25519 key of its credentials, valid from now. Who: the
        /// competent department. Event: `AuthorityAdmitted`. Errors: `NotDepartment`, `WrongCreditCode`, `InvalidProfile`,
        /// `NumberPlaceTaken`, `AccountTaken`, `CredentialKeyMissing`, `TooManyAuthorities`.
        #[pallet::call_index(0)]
        #[pallet::weight(<T as Config>::WeightInfo::admit_authority())]
        pub fn admit_authority(
            origin: OriginFor<T>,
            profile: AuthorityProfile,
            account: T::AccountId,
            credential_key: [u8; 32],
        ) -> DispatchResult {
            Self::ensure_department(origin)?;
            Self::do_admit_authority(profile, account, credential_key)?;
            Ok(())
        }

        /// Suspends an authority: it completes no registration and takes no officer or key until restored (NG 38).
        ///
        /// `authority`: the authority; `ground`: on what it rests. Who: the competent department. Event: `AuthoritySuspended`.
        /// Errors: `NotDepartment`, `AuthorityNotFound`, `AlreadySuspended`.
        #[pallet::call_index(1)]
        #[pallet::weight(<T as Config>::WeightInfo::suspend_authority())]
        pub fn suspend_authority(
            origin: OriginFor<T>,
            authority: AuthorityId,
            ground: SuspensionGround,
        ) -> DispatchResult {
            Self::ensure_department(origin)?;
            Ok(Self::do_suspend_authority(authority, ground)?)
        }

        /// Restores a suspended authority.
        ///
        /// `authority`: the authority. Who: the competent department. Event: `AuthorityRestored`. Errors: `NotDepartment`,
        /// `AuthorityNotFound`, `NotSuspended`.
        #[pallet::call_index(2)]
        #[pallet::weight(<T as Config>::WeightInfo::restore_authority())]
        pub fn restore_authority(origin: OriginFor<T>, authority: AuthorityId) -> DispatchResult {
            Self::ensure_department(origin)?;
            Ok(Self::do_restore_authority(authority)?)
        }

        /// Approves, replaces or withdraws the validator of an authority. It works two sessions later.
        ///
        /// `validator`: its account, which then sets its session keys; nothing withdraws the validator. It may be the
        /// authority's own account. `authority`: the authority. Who: the competent department. Event: `ValidatorSet`. Errors:
        /// `NotDepartment`, `AuthorityNotFound`, `AuthoritySuspended`, `AccountTaken`, `NoValidator`, `TooFewValidators`,
        /// `TooManyValidators`.
        #[pallet::call_index(3)]
        #[pallet::weight(<T as Config>::WeightInfo::set_validator())]
        pub fn set_validator(
            origin: OriginFor<T>,
            authority: AuthorityId,
            validator: Option<T::AccountId>,
        ) -> DispatchResult {
            Self::ensure_department(origin)?;
            Ok(Self::do_set_validator(authority, validator)?)
        }

        /// Authorises an upgrade of the runtime by the hash of its code. Anybody may then supply the code.
        ///
        /// `code_hash`: Blake2-256 of the code. Who: the competent department. Event: `System::UpgradeAuthorized`. Error:
        /// `NotDepartment`.
        #[pallet::call_index(4)]
        #[pallet::weight(<T as Config>::WeightInfo::authorize_upgrade())]
        pub fn authorize_upgrade(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
            Self::ensure_department(origin)?;
            Self::do_authorize_upgrade(code_hash);
            Ok(())
        }

        /// Hands the department's powers over to another account.
        ///
        /// `account`: the new account. Who: the competent department. Event: `DepartmentChanged`. Errors: `NotDepartment`,
        /// `AccountTaken`.
        #[pallet::call_index(5)]
        #[pallet::weight(<T as Config>::WeightInfo::change_department())]
        pub fn change_department(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
            Self::ensure_department(origin)?;
            Ok(Self::do_change_department(account)?)
        }

        /// Gives an authority another administrating account, for example when the old one is lost.
        ///
        /// `authority`: the authority; `account`: the new account. Who: the competent department. Event:
        /// `AuthorityAccountChanged`. Errors: `NotDepartment`, `AuthorityNotFound`, `AccountTaken`.
        #[pallet::call_index(6)]
        #[pallet::weight(<T as Config>::WeightInfo::change_authority_account())]
        pub fn change_authority_account(
            origin: OriginFor<T>,
            authority: AuthorityId,
            account: T::AccountId,
        ) -> DispatchResult {
            Self::ensure_department(origin)?;
            Ok(Self::do_change_authority_account(authority, account)?)
        }

        /// Takes a person into office, for the first time or again.
        ///
        /// `person`: commitment to the person's identity; one person holds one office on the whole chain. `roles`: its roles,
        /// at least one; `account`: its first account. Who: the authority's account. Event: `OfficerAdded`. Errors:
        /// `NotAuthority`, `AuthoritySuspended`, `PersonMissing`, `PersonInOffice`, `NoRoles`, `AccountTaken`,
        /// `TooManyOfficers`.
        #[pallet::call_index(7)]
        #[pallet::weight(<T as Config>::WeightInfo::add_officer())]
        pub fn add_officer(
            origin: OriginFor<T>,
            person: [u8; 32],
            roles: Bounded<OfficerRole, 4>,
            account: T::AccountId,
        ) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Self::do_add_officer(authority, person, roles, account)?;
            Ok(())
        }

        /// Changes the roles of an officer.
        ///
        /// `officer`: the officer; `roles`: all its roles from now on, at least one. Who: the authority's account. Event:
        /// `OfficerRolesSet`. Errors: `NotAuthority`, `AuthoritySuspended`, `OfficerNotFound`, `OfficerNotInOffice`,
        /// `NoRoles`.
        #[pallet::call_index(8)]
        #[pallet::weight(<T as Config>::WeightInfo::set_officer_roles())]
        pub fn set_officer_roles(
            origin: OriginFor<T>,
            officer: OfficerId,
            roles: Bounded<OfficerRole, 4>,
        ) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Ok(Self::do_set_officer_roles(authority, officer, roles)?)
        }

        /// Ends an officer's office and frees the accounts.
        ///
        /// `officer`: the officer. Who: the authority's account, suspended or not. Event: `OfficerDismissed`. Errors:
        /// `NotAuthority`, `OfficerNotFound`, `OfficerNotInOffice`.
        #[pallet::call_index(9)]
        #[pallet::weight(<T as Config>::WeightInfo::dismiss_officer())]
        pub fn dismiss_officer(origin: OriginFor<T>, officer: OfficerId) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Ok(Self::do_dismiss_officer(authority, officer)?)
        }

        /// Gives an officer a further account.
        ///
        /// `officer`: the officer; `account`: the further account. Who: the authority's account. Event: `OfficerAccountBound`.
        /// Errors: `NotAuthority`, `AuthoritySuspended`, `OfficerNotFound`, `OfficerNotInOffice`, `AccountTaken`,
        /// `TooManyAccounts`.
        #[pallet::call_index(10)]
        #[pallet::weight(<T as Config>::WeightInfo::bind_officer_account())]
        pub fn bind_officer_account(
            origin: OriginFor<T>,
            officer: OfficerId,
            account: T::AccountId,
        ) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Ok(Self::do_bind_officer_account(authority, officer, account)?)
        }

        /// Takes an account from an officer, for example when its key is lost.
        ///
        /// `account`: the account. Who: the authority's account, suspended or not. Event: `OfficerAccountUnbound`. Errors:
        /// `NotAuthority`, `AccountNotBound`.
        #[pallet::call_index(11)]
        #[pallet::weight(<T as Config>::WeightInfo::unbind_officer_account())]
        pub fn unbind_officer_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Ok(Self::do_unbind_officer_account(authority, account)?)
        }

        /// Adds a key with which the authority signs credentials.
        ///
        /// `public`: the Ed25519 public key. `valid_from`: nothing means now. Who: the authority's account. Event:
        /// `CredentialKeyAdded`. Errors: `NotAuthority`, `AuthoritySuspended`, `CredentialKeyMissing`, `MomentInThePast`,
        /// `TooManyCredentialKeys`.
        #[pallet::call_index(12)]
        #[pallet::weight(<T as Config>::WeightInfo::add_credential_key())]
        pub fn add_credential_key(
            origin: OriginFor<T>,
            public: [u8; 32],
            valid_from: Option<Moment>,
        ) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Ok(Self::do_add_credential_key(authority, public, valid_from)?)
        }

        /// Sets the end of a credential key, which stays on record. An end may be brought forward, never put off.
        ///
        /// `at`: the first moment at which the key is no longer valid; nothing means now. `number`: number of the key, from 0.
        /// Who: the authority's account, suspended or not. Event: `CredentialKeyEnded`. Errors: `NotAuthority`,
        /// `CredentialKeyNotFound`, `MomentInThePast`, `EndBeforeStart`, `CredentialKeyEndsEarlier`.
        #[pallet::call_index(13)]
        #[pallet::weight(<T as Config>::WeightInfo::end_credential_key())]
        pub fn end_credential_key(origin: OriginFor<T>, number: u32, at: Option<Moment>) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Ok(Self::do_end_credential_key(authority, number, at)?)
        }

        /// Declares all parties that are affiliates of the authority: it never decides their cases (NG 10(7)).
        ///
        /// `parties`: all of them, in place of those declared before. Who: the authority's account, suspended or not. Event:
        /// `AffiliatesDeclared`. Errors: `NotAuthority`, `PartyNotFound`.
        #[pallet::call_index(14)]
        #[pallet::weight(<T as Config>::WeightInfo::declare_affiliates())]
        pub fn declare_affiliates(origin: OriginFor<T>, parties: Bounded<PartyId, 16>) -> DispatchResult {
            let authority = Self::ensure_authority(origin)?;
            Ok(Self::do_declare_affiliates(authority, parties)?)
        }

        /// Declares all parties that are affiliates of the officer, who never decides their cases (NG 10(7)).
        ///
        /// `parties`: all of them, in place of those declared before. Who: the officer. Event: `OfficerAffiliatesDeclared`.
        /// Errors: `NotOfficer`, `PartyNotFound`.
        #[pallet::call_index(15)]
        #[pallet::weight(<T as Config>::WeightInfo::declare_own_affiliates())]
        pub fn declare_own_affiliates(origin: OriginFor<T>, parties: Bounded<PartyId, 16>) -> DispatchResult {
            let officer = Self::ensure_officer(origin)?;
            Ok(Self::do_declare_own_affiliates(officer, parties)?)
        }
    }
}
