//! The calls, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The calls.
#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Admits a verified person as a party (S011).
        ///
        /// `person`: who it is; a natural person by a salted commitment only. `roles`: registrant is always among them.
        /// `account`: its first account; nothing for a person who signs on paper and acts at the counter or through an agent.
        /// Who: a registrar of a listed authority. Event: `PartyAdmitted`. Errors: `NotOfficer`, `RoleMissing`,
        /// `AuthorityNotListed`, `WrongPersonNumber`, `CommitmentMissing`, `PersonAlreadyAdmitted`, `AccountTaken`,
        /// `TooManyParties`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::admit())]
        pub fn admit(
            origin: OriginFor<T>,
            person: Person,
            roles: Bounded<PartyRole, 4>,
            account: Option<T::AccountId>,
        ) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Self::do_admit(registrar, person, roles, account)?;
            Ok(())
        }

        /// Asks for a further account of the signer's party. A registrar binds it after verifying it with the person.
        ///
        /// `account`: the further account. Who: any account of a party in good standing. Event: `AccountRequested`. Errors:
        /// `NotParty`, `PartySuspended`, `RecoveryRunning`, `AccountTaken`, `TooManyAccounts`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::request_account())]
        pub fn request_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_request_account(by, account)?)
        }

        /// Binds the further account that the party asked for.
        ///
        /// `party`: the party; `account`: the account that it asked for. Who: a registrar of the authority that admitted the
        /// party. Event: `AccountBound`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`,
        /// `WrongAuthority`, `RecoveryRunning`, `AccountNotRequested`, `AccountTaken`, `TooManyAccounts`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::bind_account())]
        pub fn bind_account(origin: OriginFor<T>, party: PartyId, account: T::AccountId) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_bind_account(registrar, party, account)?)
        }

        /// Gives up an account of the signer's party, its own or another, but not the last.
        ///
        /// `account`: the one that is given up. Who: any account of a party in good standing. Event: `AccountUnbound`. Errors:
        /// `NotParty`, `PartySuspended`, `RecoveryRunning`, `AccountNotBound`, `LastAccount`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::unbind_account())]
        pub fn unbind_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_unbind_account(by, account)?)
        }

        /// Changes what a party may do. It stays a registrant.
        ///
        /// `party`: the party; `roles`: all its roles from now on. Who: a registrar of the authority that admitted the party.
        /// Event: `RolesSet`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`,
        /// `PartyErased`.
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
        /// `party`: the party; `reason`: why. Who: a registrar of the authority that admitted the party. Event:
        /// `PartySuspended`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`,
        /// `PartyErased`, `PartySuspended`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::suspend())]
        pub fn suspend(origin: OriginFor<T>, party: PartyId, reason: SuspensionReason) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_suspend(registrar, party, reason)?)
        }

        /// Restores a suspended party.
        ///
        /// `party`: the party. Who: a registrar of the authority that admitted the party. Event: `PartyRestored`. Errors:
        /// `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`, `PartyErased`,
        /// `NotSuspended`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::restore())]
        pub fn restore(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_restore(registrar, party)?)
        }

        /// Proposes to replace an account that a party lost or that was stolen.
        ///
        /// `party`: the party; `lost`: the account that is lost or stolen; `replacement`: the account that takes its place.
        /// Who: a registrar of the authority that admitted the party. Event: `RecoveryProposed`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`, `WrongAuthority`, `RecoveryRunning`, `AccountNotBound`,
        /// `AccountTaken`.
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
        /// `party`: the party. Who: a registrar or reviewer of the same authority, another person than the one who proposed
        /// it. Event: `RecoveryConfirmed`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `RecoveryNotFound`,
        /// `WrongAuthority`, `SamePerson`, `AlreadyConfirmed`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::confirm_recovery())]
        pub fn confirm_recovery(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let officer = Self::ensure_recovery_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_confirm_recovery(officer, party)?)
        }

        /// Stops a recovery.
        ///
        /// `party`: the party. Who: any account of the party except the lost one, even while the party is suspended; or a
        /// registrar of the authority, who gives it up. Event: `RecoveryStopped`. Errors: `RecoveryNotFound`,
        /// `LostAccountCannotStop`, `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `WrongAuthority`.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::stop_recovery())]
        pub fn stop_recovery(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_stop_recovery(by, party)?)
        }

        /// Completes a recovery after the delay: the replacement takes the place of the lost account.
        ///
        /// `party`: the party. Who: a registrar or reviewer of the same authority. Event: `RecoveryCompleted`. Errors:
        /// `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `RecoveryNotFound`, `WrongAuthority`, `NotConfirmed`,
        /// `TooEarly`, `AccountTaken`.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::complete_recovery())]
        pub fn complete_recovery(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let officer = Self::ensure_recovery_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_complete_recovery(officer, party)?)
        }

        /// Sets the delay of recovery, in milliseconds of register time.
        ///
        /// `millis`: the delay, of one day to 90. Who: the competent department. Event: `RecoveryDelaySet`. Errors:
        /// `BadOrigin`, `DelayOutOfRange`.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::set_recovery_delay())]
        pub fn set_recovery_delay(origin: OriginFor<T>, millis: u64) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_set_recovery_delay(by, millis)?)
        }

        /// Replaces all accounts of a suspended party by one, where a thief holds several and would stop each recovery; or
        /// gives a first account to a party that was admitted without one.
        ///
        /// `party`: the party; `replacement`: the one account that it has then. Who: the competent department, after the
        /// authority suspended the party. Event: `AccountsReplaced`. Errors: `BadOrigin`, `PartyNotFound`, `PartyErased`,
        /// `NotSuspended`, `AccountTaken`.
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

        /// Registers a power of an agent for the signer's party (NG 16).
        ///
        /// `terms`: agent, acts, objects, term and the digest of the power of attorney. Who: any account of a party in good
        /// standing. Event: `PowerGranted`. Errors: `NotParty`, `PartySuspended`, `AgentIsPrincipal`,
        /// `AgentNotInGoodStanding`, `ActsUnfit`, `ScopeUnfit`, `PowerEndsTooEarly`, `PowerTooLong`, `TooManyPowers`.
        #[pallet::call_index(13)]
        #[pallet::weight(T::WeightInfo::grant_power())]
        pub fn grant_power(origin: OriginFor<T>, terms: PowerTerms) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Self::do_grant_power(&by, terms)?;
            Ok(())
        }

        /// Registers a power of an agent for a party without account, which signed on paper.
        ///
        /// `terms`: with the digest of the signed power of attorney. `received_at`: when it was received at the counter, at
        /// most 30 days ago. `principal`: the party that gives it. Who: a registrar of the authority that admitted the
        /// principal. Event: `PowerGranted`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `PartyNotFound`,
        /// `WrongAuthority`, `PartyErased`, `PartySuspended`, `PartyHasAccount`, `ReceivedAtUnfit`, and those of the terms.
        #[pallet::call_index(14)]
        #[pallet::weight(T::WeightInfo::grant_power_at_counter())]
        pub fn grant_power_at_counter(
            origin: OriginFor<T>,
            principal: PartyId,
            terms: PowerTerms,
            received_at: Moment,
        ) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Self::do_grant_power_at_counter(registrar, principal, terms, received_at)?;
            Ok(())
        }

        /// Revokes a power of the signer's party.
        ///
        /// `power`: the power. Who: any account of the principal, even while the party is suspended. Event: `PowerRevoked`.
        /// Errors: `NotParty`, `PowerNotFound`, `NotThePrincipal`, `PowerEnded`.
        #[pallet::call_index(15)]
        #[pallet::weight(T::WeightInfo::revoke_power())]
        pub fn revoke_power(origin: OriginFor<T>, power: PowerId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_revoke_power(&by, power)?)
        }

        /// Revokes a power of a party without account, which signed on paper. It ends now, not when the document was
        /// received: others relied on it until then.
        ///
        /// `document`: digest of the signed revocation. `received_at`: when it was received at the counter, at most 30 days
        /// ago. `power`: the power. Who: a registrar of the authority that admitted the principal. Event: `PowerRevoked`.
        /// Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `PowerNotFound`, `WrongAuthority`, `PartyHasAccount`,
        /// `ReceivedAtUnfit`, `PowerEnded`.
        #[pallet::call_index(16)]
        #[pallet::weight(T::WeightInfo::revoke_power_at_counter())]
        pub fn revoke_power_at_counter(
            origin: OriginFor<T>,
            power: PowerId,
            document: Digest,
            received_at: Moment,
        ) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_revoke_power_at_counter(
                registrar,
                power,
                document,
                received_at,
            )?)
        }

        /// Asks for the erasure of a natural person's data (PIPL 47). It is carried out within `ErasureWorkingDays`.
        ///
        /// `capacity`: for whom. Who: any account of the party, even while it is suspended; an agent with a power over every
        /// act and object; or at the counter, for a person without account, a registrar or examiner of the authority that
        /// admitted it. Event: `ErasureRequested`. Errors: `NotParty`, `PartySuspended`, `PowerNotFound`, `PowerNotHeld`,
        /// `PowerEnded`, `PowerTooNarrow`, `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `WrongAuthority`,
        /// `PartyHasAccount`, `ReceivedAtUnfit`, `PartyNotFound`, `NotANaturalPerson`, `ErasureAlreadyRequested`.
        #[pallet::call_index(17)]
        #[pallet::weight(T::WeightInfo::request_erasure())]
        pub fn request_erasure(origin: OriginFor<T>, capacity: Capacity) -> DispatchResult {
            Ok(Self::do_request_erasure(&ensure_signed(origin)?, capacity)?)
        }

        /// Takes back a request for erasure that is not carried out yet.
        ///
        /// `capacity`: for whom. Who: as for the request. Event: `ErasureWithdrawn`. Errors: those of the request about who
        /// may ask, and `ErasureNotRequested`.
        #[pallet::call_index(18)]
        #[pallet::weight(T::WeightInfo::withdraw_erasure())]
        pub fn withdraw_erasure(origin: OriginFor<T>, capacity: Capacity) -> DispatchResult {
            Ok(Self::do_withdraw_erasure(&ensure_signed(origin)?, capacity)?)
        }

        /// Carries out a request for erasure: all accounts are unbound, the party acts no more and reads "natural person
        /// (erased)". Its rights and its commitment stay. It cannot be undone.
        ///
        /// `party`: the party. Who: a registrar of the authority that admitted the party, another person than the one who
        /// filed the request at the counter. Event: `PartyErased`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`,
        /// `PartyNotFound`, `WrongAuthority`, `ErasureNotRequested`, `FiledAtCounterBySamePerson`.
        #[pallet::call_index(19)]
        #[pallet::weight(T::WeightInfo::erase())]
        pub fn erase(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
            let registrar = Self::ensure_registrar(&ensure_signed(origin)?)?;
            Ok(Self::do_erase(registrar, party)?)
        }

        /// Files a succession: which successors take the place of a party, by which event, instrument and date (S023).
        ///
        /// `terms`: with one successor everything passes by one alias when it is confirmed; with several each holding is
        /// listed once, and the first named takes what is not listed. `predecessor`: the party that is succeeded. Who: a
        /// registrar of the authority that admitted the party (of another listed one only where that one is concerned or no
        /// longer listed), or a successor in good standing. No mark bars it. Event: `SuccessionFiled`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `PartySuspended`, `NotASuccessor`, `PartyNotFound`, `PartySucceeded`,
        /// `EventUnfit`, `SuccessorsUnfit`, `OwnSuccessor`, `SuccessorNotFound`, `SuccessorSucceeded`,
        /// `SuccessorInSuccession`, `SuccessionOpen`, `WrongAuthority`, `AuthorityConcerned`, `OfficerConcerned`.
        #[pallet::call_index(20)]
        #[pallet::weight(T::WeightInfo::file_succession())]
        pub fn file_succession(
            origin: OriginFor<T>,
            predecessor: PartyId,
            terms: SuccessionTerms,
        ) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_file_succession(&by, predecessor, terms)?)
        }

        /// Answers for a succession. With the second officer's word the party's accounts are unbound and its powers end; one
        /// successor takes its place in the same block, several find it locked.
        ///
        /// `predecessor`: the party that is succeeded. Who: a registrar or reviewer of the authority that handles it, another
        /// person than the first. What a successor filed needs two of them. Events: `SuccessionExamined` of the first word on
        /// what a successor filed, otherwise `SuccessionConfirmed`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`,
        /// `SuccessionNotFound`, `SuccessionConfirmed`, `WrongAuthority`, `AuthorityConcerned`, `OfficerConcerned`,
        /// `SuccessionBySamePerson`, `PartySucceeded`, `SuccessorSucceeded`, `SuccessorInSuccession`,
        /// `SuccessionNotEffective`, `OwnSuccessor`, `ChainTooLong`.
        #[pallet::call_index(21)]
        #[pallet::weight(T::WeightInfo::confirm_succession())]
        pub fn confirm_succession(origin: OriginFor<T>, predecessor: PartyId) -> DispatchResult {
            let officer = Self::ensure_succession_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_confirm_succession(officer, predecessor)?)
        }

        /// Gives up a succession that is not confirmed.
        ///
        /// `predecessor`: the party that is succeeded. Who: the successor who filed it, or a registrar of the authority that
        /// handles it. Event: `SuccessionGivenUp`. Errors: `SuccessionNotFound`, `SuccessionConfirmed`, `PartySuspended`,
        /// `NotTheFiler`, `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `WrongAuthority`.
        #[pallet::call_index(22)]
        #[pallet::weight(T::WeightInfo::give_up_succession())]
        pub fn give_up_succession(origin: OriginFor<T>, predecessor: PartyId) -> DispatchResult {
            let by = ensure_signed(origin)?;
            Ok(Self::do_give_up_succession(by, predecessor)?)
        }

        /// Passes holdings of the party to its successors, as the instrument lists them: in any order, each once. Every
        /// object gets an entry, and its certificate a new issue in the name of the successor.
        ///
        /// `batch`: at most 50. After a succession by one it is voluntary and may come at any time. `predecessor`: the party
        /// that is succeeded. Who: a registrar or reviewer of the authority that handles it. Event: `HoldingsAssigned`, and
        /// `Entered` of the registry for each object. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`,
        /// `SuccessionNotFound`, `SuccessionNotConfirmed`, `WrongAuthority`, `AuthorityConcerned`, `OfficerConcerned`,
        /// `BatchEmpty`, `HoldingNotFound`, `HoldingAssigned`, `SuccessorNotNamed`, `BatchTooHeavy`.
        #[pallet::call_index(23)]
        #[pallet::weight(T::WeightInfo::assign_holdings(batch.len() as u32))]
        pub fn assign_holdings(origin: OriginFor<T>, predecessor: PartyId, batch: Batch) -> DispatchResult {
            let officer = Self::ensure_succession_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_assign_holdings(officer, predecessor, batch)?)
        }

        /// Passes an open case of a locked party to one of its successors. Cases that are not passed go on under the first.
        ///
        /// `successor`: its place in the list, from 0. `predecessor`: the party that is succeeded; `case`: the open case. Who:
        /// a registrar or reviewer of the authority that handles it. Event: `CaseAssigned`. Errors: `NotOfficer`,
        /// `RoleMissing`, `AuthorityNotListed`, `SuccessionNotFound`, `SuccessionNotConfirmed`, `WrongAuthority`,
        /// `AuthorityConcerned`, `OfficerConcerned`, `SuccessionFinished`, `SuccessorNotNamed`, `OwnSuccessor`,
        /// `CaseNotOfPredecessor`.
        #[pallet::call_index(24)]
        #[pallet::weight(T::WeightInfo::assign_case())]
        pub fn assign_case(
            origin: OriginFor<T>,
            predecessor: PartyId,
            case: CaseId,
            successor: u8,
        ) -> DispatchResult {
            let officer = Self::ensure_succession_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_assign_case(officer, predecessor, case, successor)?)
        }

        /// Finishes a succession by several, when no holding is left: the first successor stands in the place of the party
        /// for everything that was not listed. A party that survived its division acts again.
        ///
        /// `predecessor`: the party that is succeeded. Who: a registrar or reviewer of the authority that handles it. Event:
        /// `SuccessionFinished`. Errors: `NotOfficer`, `RoleMissing`, `AuthorityNotListed`, `SuccessionNotFound`,
        /// `SuccessionNotConfirmed`, `WrongAuthority`, `AuthorityConcerned`, `OfficerConcerned`, `SuccessionFinished`,
        /// `HoldingsLeft`, `OwnSuccessor`, `ChainTooLong`.
        #[pallet::call_index(25)]
        #[pallet::weight(T::WeightInfo::finish_succession())]
        pub fn finish_succession(origin: OriginFor<T>, predecessor: PartyId) -> DispatchResult {
            let officer = Self::ensure_succession_officer(&ensure_signed(origin)?)?;
            Ok(Self::do_finish_succession(officer, predecessor)?)
        }
    }
}
