//! The errors, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The errors.
#[pallet_section]
mod errors {
    /// Why a call was refused. Nothing was changed.
    #[pallet::error]
    pub enum Error<T> {
        /// The account does not belong to an officer in office.
        NotAnOfficer,
        /// The officer belongs to another authority than the object.
        WrongAuthority,
        /// The officer does not have the role that this step needs.
        RoleMissing,
        /// The authority is suspended: it releases and ends nothing until the competent department restores it.
        AuthorityNotListed,
        /// The officer holds one of the rights or is affiliated with who does (NG 10(7)): another officer must act.
        OfficerConcerned,
        /// The person who stamped does not confirm, reject or carry out: another officer must act.
        SamePerson,
        /// The object is not registered.
        ObjectUnfit,
        /// Name live rights of the object; none only where the registration has no rights.
        RightsUnfit,
        /// This kind of organ does not order this, or its unified social credit code has a wrong check character.
        OrganUnfit,
        /// Only the organ that ordered it renews it; only that organ or a court releases it.
        OtherOrgan,
        /// The instrument was received in the future or more than 30 days ago.
        ReceivedAtUnfit,
        /// A term ends in the future and lasts 36 months at most; a renewal ends later than what it renews.
        TermUnfit,
        /// Different seizures stand before this one on these rights: stamp it once for each group of rights that have the
        /// same seizures before them.
        RanksDiffer,
        /// The object has as many marks as it can hold, or the rights stand on more certificates than one entry can change.
        ObjectFull,
        /// All numbers of the day book are given.
        NumbersExhausted,
        /// There is no such stamp, or it set no seizure or control on this object.
        StampNotFound,
        /// The second person has confirmed or rejected it already.
        AlreadyDecided,
        /// The working day to confirm it is over: the stamp has fallen.
        ConfirmationTooLate,
        /// What this instrument orders is carried out by another call.
        WrongMeasure,
        /// The seizure or control no longer stands.
        NotStanding,
        /// The seizure or control itself still waits for its second person.
        NotConfirmedYet,
        /// The seizure still waits: its term has not begun, so there is nothing to renew.
        StillWaiting,
        /// One call ends no more than 48 rights and marks together: stamp the instrument once for each part of the rights.
        TooMuchAtOnce,
        /// Only the court whose seizure has the first rank transfers the rights.
        NotFirstRank,
        /// Who receives is unknown or not in good standing: an authority's registrar admits parties.
        ReceiverUnfit,
        /// A mark that the ruling does not reach bars the transfer: the title shows which, and who can remove it.
        MarkInTheWay,
        /// The party for whom it is ordered is unknown: an authority's registrar admits parties; or name none.
        ApplicantUnknown,
        /// Only a seizure or control is ordered for a party: what renews, releases or ends something names none.
        ApplicantUnfit,
    }
}
