//! The events, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
    /// What happened: one event for each change of state, with the actor. Acts of the department name no actor: only
    /// its account can perform them.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The department admitted an authority to the directory (NG 8).
        #[codec(index = 0)]
        AuthorityAdmitted {
            /// The authority.
            authority: AuthorityId,
            /// Its public facts.
            profile: AuthorityProfile,
            /// Its administrating account.
            account: T::AccountId,
            /// Its first credential key, with number 0.
            credential_key: CredentialKey,
        },
        /// The department suspended an authority (NG 38).
        #[codec(index = 1)]
        AuthoritySuspended {
            /// The authority.
            authority: AuthorityId,
            /// The ground.
            ground: SuspensionGround,
        },
        /// The department restored a suspended authority.
        #[codec(index = 2)]
        AuthorityRestored {
            /// The authority.
            authority: AuthorityId,
        },
        /// The department approved, replaced or withdrew the validator of an authority.
        #[codec(index = 3)]
        ValidatorSet {
            /// The authority.
            authority: AuthorityId,
            /// The validator before.
            former: Option<T::AccountId>,
            /// The validator now.
            validator: Option<T::AccountId>,
        },
        /// A validator voted twice and was removed.
        #[codec(index = 4)]
        ValidatorRemovedForOffence {
            /// The authority.
            authority: AuthorityId,
            /// Its former validator.
            validator: T::AccountId,
            /// The session of the offence.
            session: SessionIndex,
        },
        /// A validator voted twice and stays, because too few would be left. The department must act.
        #[codec(index = 5)]
        OffendingValidatorKept {
            /// The authority.
            authority: AuthorityId,
            /// Its validator.
            validator: T::AccountId,
            /// The session of the offence.
            session: SessionIndex,
        },
        /// The department handed over to another account.
        #[codec(index = 6)]
        DepartmentChanged {
            /// The account before.
            former: T::AccountId,
            /// The account now.
            account: T::AccountId,
        },
        /// The department gave an authority another administrating account.
        #[codec(index = 7)]
        AuthorityAccountChanged {
            /// The authority.
            authority: AuthorityId,
            /// The account before.
            former: T::AccountId,
            /// The account now.
            account: T::AccountId,
        },
        /// An authority took a person into office, for the first time or again.
        #[codec(index = 8)]
        OfficerAdded {
            /// The authority, which acted.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Commitment to the person's identity.
            person: [u8; 32],
            /// The roles.
            roles: Bounded<OfficerRole, 4>,
            /// The officer's account.
            account: T::AccountId,
        },
        /// An authority changed the roles of an officer.
        #[codec(index = 9)]
        OfficerRolesSet {
            /// The authority, which acted.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// The roles now.
            roles: Bounded<OfficerRole, 4>,
        },
        /// An officer left office; the accounts are free.
        #[codec(index = 10)]
        OfficerDismissed {
            /// The authority, which acted.
            authority: AuthorityId,
            /// The former officer.
            officer: OfficerId,
        },
        /// An officer got a further account.
        #[codec(index = 11)]
        OfficerAccountBound {
            /// The authority, which acted.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// The account.
            account: T::AccountId,
        },
        /// An account no longer belongs to an officer.
        #[codec(index = 12)]
        OfficerAccountUnbound {
            /// The authority, which acted.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// The account.
            account: T::AccountId,
        },
        /// An authority added a key that signs credentials.
        #[codec(index = 13)]
        CredentialKeyAdded {
            /// The authority, which acted.
            authority: AuthorityId,
            /// The number of the key.
            number: u32,
            /// The key.
            key: CredentialKey,
        },
        /// An authority set the end of a credential key.
        #[codec(index = 14)]
        CredentialKeyEnded {
            /// The authority, which acted.
            authority: AuthorityId,
            /// The number of the key.
            number: u32,
            /// The first moment at which it is no longer valid.
            valid_until: Moment,
        },
        /// An authority declared the parties that are its affiliates, in place of those it declared before (NG 10(7)).
        #[codec(index = 15)]
        AffiliatesDeclared {
            /// The authority, which acted.
            authority: AuthorityId,
            /// All its affiliates.
            affiliates: Bounded<PartyId, 16>,
        },
        /// An officer declared the parties that are affiliates, in place of those declared before (NG 10(7)).
        #[codec(index = 16)]
        OfficerAffiliatesDeclared {
            /// The authority.
            authority: AuthorityId,
            /// The officer, who acted.
            officer: OfficerId,
            /// All affiliates of the officer.
            affiliates: Bounded<PartyId, 16>,
        },
    }
}
