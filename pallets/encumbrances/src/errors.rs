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
        /// The authority is suspended: until the competent department restores it, it releases, ends and files nothing.
        AuthorityNotListed,
        /// The officer holds one of the rights or is affiliated with who does (NG 10(7)): another officer must act.
        OfficerConcerned,
        /// The person who stamped does not confirm, reject or carry out: another officer must act.
        SamePerson,
        /// The object is not registered.
        ObjectUnfit,
        /// Name live rights of the object, each object once and in rising order; none only where the registration has no rights. A
        /// licence is no collateral.
        RightsUnfit,
        /// This kind of organ does not order this, or its unified social credit code has a wrong check character.
        OrganUnfit,
        /// Only the organ that ordered it renews it; only that organ or a court releases it.
        OtherOrgan,
        /// The paper was received in the future, more than 30 days ago, or before the deed was proposed that it signs.
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
        /// Who receives is unknown or not in good standing, or holds the rights already: an authority's registrar admits parties.
        ReceiverUnfit,
        /// A mark bars this: `quanji check` and the title show which, since when, and who can remove it.
        MarkInTheWay,
        /// The party for whom it is ordered is unknown: an authority's registrar admits parties; or name none.
        ApplicantUnknown,
        /// Only a seizure or control is ordered for a party: what renews, releases or ends something names none.
        ApplicantUnfit,
        /// The account is not bound to a party: an authority's registrar admits parties.
        NotAParty,
        /// A party concerned is suspended, or its place was taken: the authority that admitted it can restore it.
        PartySuspended,
        /// The power is unknown or belongs to another agent.
        PowerNotHeld,
        /// The power is not valid yet, has expired or was revoked: the principal can register a new one.
        PowerNotInForce,
        /// The power does not cover pledges.
        PowerWithoutAct,
        /// The power does not cover one of the objects.
        PowerWithoutObject,
        /// The agent acts for the other side of this deed: both principals' powers must say that he may.
        AgentOfBothSides,
        /// The party has a key of its own: it signs with it.
        PartyHasAccount,
        /// A deed can be signed from now on, and for 90 days at most.
        OpenUntilUnfit,
        /// There is no such deed, or it was carried out or withdrawn.
        DeedNotFound,
        /// The time to sign the deed is over: propose it anew.
        DeedLapsed,
        /// The deed rests on another document: compare what you sign.
        DocumentDiffers,
        /// The deed needs no signature of this party.
        NotASignatory,
        /// The party has signed the deed already.
        AlreadySigned,
        /// The deed needs more than 49 signatures: pledge fewer objects together.
        TooManySignatories,
        /// As many deeds wait about one of the objects as can, or eight that this party proposed: withdraw one, or wait until one
        /// lapses.
        TooManyDeeds,
        /// The regime of the object knows no pledge, or creates no rights (NG 15).
        NoRightsToPledge,
        /// The regime gives the power to give security to the operating right alone, and none is in force on the same
        /// certificate (NG 3).
        OperatingRightNeeded,
        /// The term of one of the rights is over: renew it first.
        RightsLapsed,
        /// Who would be secured is unknown: an authority's registrar admits parties.
        PledgeeUnknown,
        /// Only a party with the role of financier is secured: an authority's registrar gives it.
        NotAFinancier,
        /// Who holds the rights is not secured by them.
        OwnPledge,
        /// A currency has three capital letters (ISO 4217).
        CurrencyUnfit,
        /// A pledge is registered for one month to thirty years from now, and extended to a later day.
        RegistrationUnfit,
        /// The financier has a place reserved on one of these rights already.
        AlreadyReserved,
        /// There is no such reservation.
        ReservationNotFound,
        /// The reservation has lapsed, was used or given up.
        ReservationNotStanding,
        /// Only who reserved the place uses it.
        ReservedForAnother,
        /// The reservation stands against other rights, or was made with other holders.
        ReservedForOther,
        /// The pledge secures more than the reservation allows, or another currency, or the sum is not in clear.
        OverReserved,
        /// There is no such pledge.
        PledgeNotFound,
        /// The pledge was released or enforced, or its registration has lapsed, or it does not stand on this object.
        PledgeNotStanding,
        /// These rights are not under the pledge any more.
        NotPledged,
        /// Only the pledgee, or who reserved, may do this.
        NotThePledgee,
        /// Only who holds what is pledged may do this.
        NotAPledgor,
        /// The deed changes nothing, or assigns a pledge to who has it.
        NothingAmended,
        /// It would harm those of later rank: they must sign too, and the deed must say so.
        LaterRankMustSign,
        /// A pledge steps back behind a later one on the same rights.
        SubordinationUnfit,
        /// The number of a statutory register has letters, digits, `-`, `.` and `/`, 32 at most, and was given in the past.
        StatutoryUnfit,
        /// The release was demanded already.
        AlreadyDemanded,
        /// A default notice is given between the day of the pledge and today, and not before one that is recorded.
        DefaultNoticeUnfit,
        /// A pledge is enforced by agreement only after a default notice.
        NoDefaultNotice,
        /// The agreement is not later than the day of the default notice: before default nobody agrees on enforcement.
        AgreementBeforeDefault,
        /// The agreement is dated in the future, or later than the day on which a paper that signs it was received.
        AgreementInFuture,
        /// Important data, and data for a foreign body, pass by a transfer case or a ruling, where that is examined.
        ExaminationNeeded,
    }
}
