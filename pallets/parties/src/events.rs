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
    }
}
