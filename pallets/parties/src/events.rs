//! The events, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
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
            /// Its first account; nothing for a person who signs on paper.
            account: Option<T::AccountId>,
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
        /// A power of an agent was registered (NG 16).
        #[codec(index = 13)]
        PowerGranted {
            /// Its identifier.
            id: PowerId,
            /// The power.
            power: Power,
            /// Through whom: the principal itself, or an officer at the counter.
            via: Via,
        },
        /// A power was revoked: the agent acts under it no longer.
        #[codec(index = 14)]
        PowerRevoked {
            /// Its identifier.
            id: PowerId,
            /// The power as it now stands.
            power: Power,
            /// Through whom: the principal itself, or an officer at the counter.
            via: Via,
        },
        /// The erasure of a natural person's data was asked for (PIPL 47).
        #[codec(index = 15)]
        ErasureRequested {
            /// The party.
            party: PartyId,
            /// Through whom.
            via: Via,
            /// The last day to carry it out.
            due: Due,
        },
        /// A request for erasure was taken back.
        #[codec(index = 16)]
        ErasureWithdrawn {
            /// The party.
            party: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A natural person was erased: it has no account and acts no more. Rights and commitment stay.
        #[codec(index = 17)]
        PartyErased {
            /// The party.
            party: PartyId,
            /// The accounts before.
            former: BoundedVec<T::AccountId, T::MaxAccountsPerParty>,
            /// The authority.
            authority: AuthorityId,
            /// The registrar.
            officer: OfficerId,
        },
        /// A fact of bad faith was recorded on a party (S047).
        #[codec(index = 18)]
        BadFaithRecorded {
            /// The party.
            party: PartyId,
            /// Its number on the party, from 0.
            number: u32,
            /// The fact.
            fact: BadFaith,
        },
        /// A succession was filed: who is to take the place of a party, by which event and instrument (S023).
        #[codec(index = 19)]
        SuccessionFiled {
            /// Whose place is to be taken.
            predecessor: PartyId,
            /// Event, instrument, date, successors.
            terms: SuccessionTerms,
            /// The authority that handles it.
            authority: AuthorityId,
            /// Who filed it.
            filer: SuccessionFiler,
        },
        /// An officer examined what a successor had filed. Another one must confirm.
        #[codec(index = 20)]
        SuccessionExamined {
            /// Whose place is to be taken.
            predecessor: PartyId,
            /// The authority that handles it.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
        },
        /// The second officer answered for a succession: the party's keys and powers ended in this block. Marks on its rights
        /// travel; those who hold them are told by this event and, of several successors, by the entry of each object.
        #[codec(index = 21)]
        SuccessionConfirmed {
            /// Whose place is taken.
            predecessor: PartyId,
            /// Event, instrument, date, successors.
            terms: SuccessionTerms,
            /// The party that stands in its place from now on; nothing while holdings pass to several.
            current: Option<PartyId>,
            /// The authority.
            authority: AuthorityId,
            /// The second officer.
            officer: OfficerId,
        },
        /// A succession was given up before it was confirmed.
        #[codec(index = 22)]
        SuccessionGivenUp {
            /// Whose place was to be taken.
            predecessor: PartyId,
            /// The authority.
            authority: AuthorityId,
            /// The account of the successor or of the registrar.
            by: T::AccountId,
        },
        /// Holdings passed to successors; each object has its own entry.
        #[codec(index = 23)]
        HoldingsAssigned {
            /// Whose place is taken.
            predecessor: PartyId,
            /// The holdings and who got them.
            batch: Batch,
            /// How many have passed in all.
            assigned: u32,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
        },
        /// An open case passed to a successor.
        #[codec(index = 24)]
        CaseAssigned {
            /// Whose place is taken.
            predecessor: PartyId,
            /// The case.
            case: CaseId,
            /// Who goes on with it.
            to: PartyId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
        },
        /// Everything has passed to the successors of a party.
        #[codec(index = 25)]
        SuccessionFinished {
            /// Whose place is taken.
            predecessor: PartyId,
            /// The party that stands in its place, for everything that was not listed one by one; the party itself if it
            /// survived.
            current: PartyId,
            /// How many holdings passed one by one.
            assigned: u32,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
        },
    }
}
