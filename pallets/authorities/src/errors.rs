//! The errors, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The errors.
#[pallet_section]
mod errors {
    /// Why a call was refused.
    #[pallet::error]
    pub enum Error<T> {
        /// Only the competent department's account may do this.
        NotDepartment,
        /// Only the administrating account of an authority may do this.
        NotAuthority,
        /// Only an officer in office may do this.
        NotOfficer,
        /// There is no authority with this identifier.
        AuthorityNotFound,
        /// The check character of the authority's unified social credit code does not fit: compare it with the licence.
        WrongCreditCode,
        /// The name must be UTF-8 and not empty, the region 0 to 99 and the digit 0 to 9.
        InvalidProfile,
        /// Another authority has this region and digit in its certificate numbers: choose another digit (NG annex 6).
        NumberPlaceTaken,
        /// No more authorities fit: 65,535 is the highest identifier.
        TooManyAuthorities,
        /// The account belongs to the department, an authority, a validator, an officer or a party: use one of its own.
        AccountTaken,
        /// The authority is suspended already.
        AlreadySuspended,
        /// The authority is not suspended.
        NotSuspended,
        /// The authority is suspended (NG 38): the department must restore it first.
        AuthoritySuspended,
        /// The authority has no validator.
        NoValidator,
        /// Too few validators would be left: approve another one first.
        TooFewValidators,
        /// There are as many validators as the chain allows: withdraw one first.
        TooManyValidators,
        /// There is no such officer at this authority.
        OfficerNotFound,
        /// The officer is not in office: add the person again first.
        OfficerNotInOffice,
        /// The person holds an office already, here or at another authority: it must end first.
        PersonInOffice,
        /// The commitment to the person's identity is missing: it cannot be all zeros.
        PersonMissing,
        /// An officer needs at least one role.
        NoRoles,
        /// The authority has no serial number left for another officer.
        TooManyOfficers,
        /// The officer has as many accounts as allowed: unbind one first.
        TooManyAccounts,
        /// The account does not belong to an officer of this authority.
        AccountNotBound,
        /// The public key is missing: it cannot be all zeros.
        CredentialKeyMissing,
        /// There is no credential key with this number at this authority.
        CredentialKeyNotFound,
        /// The authority has used all its numbers of credential keys.
        TooManyCredentialKeys,
        /// A key cannot become valid or end in the past: leave the moment out to mean now.
        MomentInThePast,
        /// A key cannot end before it becomes valid.
        EndBeforeStart,
        /// The key ends at that moment or before: an end may be brought forward, never put off.
        CredentialKeyEndsEarlier,
        /// An affiliate must be an admitted party.
        PartyNotFound,
    }
}
