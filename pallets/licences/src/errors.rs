//! The errors, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The errors.
#[pallet_section]
mod errors {
    /// Why a call was refused. Nothing was changed. Where terms exceed those of the parent, the view function `exceeds`
    /// names what was asked and what is allowed.
    #[pallet::error]
    pub enum Error<T> {
        /// The account is not bound to a party: an authority's registrar admits parties.
        NotAParty,
        /// A party concerned is suspended: the authority that admitted it can restore it.
        PartySuspended,
        /// The power is unknown or belongs to another agent.
        PowerNotHeld,
        /// The power is not valid yet, has expired or was revoked: the principal can register a new one.
        PowerNotInForce,
        /// The power does not cover licences.
        PowerWithoutAct,
        /// The power does not cover this object.
        PowerWithoutObject,
        /// The agent acts for the other side of this licence: both principals' powers must say that he may.
        AgentOfBothSides,
        /// An officer at the counter files at the officer's own authority and for a party that exists.
        CounterFilingUnfit,
        /// A document at the counter was received in the future, more than 30 days ago, or before what it answers.
        ReceivedAtUnfit,
        /// The account does not belong to an officer in office.
        NotAnOfficer,
        /// The officer belongs to another authority than the object.
        WrongAuthority,
        /// The officer does not have the role that this step needs.
        RoleMissing,
        /// The authority is unknown or suspended: the competent department can restore it.
        AuthorityNotListed,
        /// The authority or an affiliate of it is a side of the licence (NG 10(7)).
        OwnCase,
        /// The officer is a side of the licence or affiliated with one (NG 10(7)): another officer must act.
        OfficerConcerned,
        /// The same person cannot propose and confirm: another officer must confirm.
        SamePerson,
        /// The object is not registered or has ended.
        ObjectUnfit,
        /// The object has as many rights or certificates as it can hold.
        ObjectFull,
        /// There is no such regime version.
        RegimeNotFound,
        /// The regime of the object creates no rights, so there is nothing to license (NG 15).
        NoRightsToLicense,
        /// In the regime of the object a licence is registered through a case: the registry's `file_dealing` takes it.
        RegistrationNeedsCase,
        /// The right to license from does not exist or is not in force.
        ParentNotInForce,
        /// A licence is granted from the right to operate (NG 3).
        OperatingRightNeeded,
        /// Only a holder of the right to license from may do this.
        NotTheLicensor,
        /// The licensee is unknown: an authority's registrar admits parties.
        LicenseeUnknown,
        /// Nobody licenses a right to its own holder.
        OwnLicence,
        /// A licence gives the right to process and use, or the right to operate.
        RightUnfit,
        /// Name one to sixteen purposes in rising order.
        PurposesUnfit,
        /// A purpose does not stand in the code table: the competent department can add it.
        PurposeUnknown,
        /// Name known regions in rising order.
        TerritoryUnfit,
        /// Name media in rising order, each once.
        MediaUnfit,
        /// A quantity is at least one.
        QuantityUnfit,
        /// Sub-licences reach four levels below the first right at most.
        SublicensingTooDeep,
        /// An authorisation by scene is for that scene alone: one scene, one list, one approval (S080).
        SceneUnfit,
        /// The end of the term lies in the past.
        TermUnfit,
        /// The industry of the data is on the negative list: the competent department can take it off.
        NegativeListed,
        /// Raw public data that was not lawfully opened is not licensed (S017).
        RawPublicData,
        /// Public data is licensed by an authorisation: as a whole, by field, or by scene (S079).
        AuthorisationMissing,
        /// Only public data is licensed by an authorisation.
        AuthorisationUnfit,
        /// A licence of important data needs the competent department's consent with its number (S092).
        DepartmentConsentMissing,
        /// A licence to a foreign body or for use abroad needs an export route with its end (S093).
        ExportRouteMissing,
        /// The licence would outlast the term for which personal information may be processed (S015).
        PersonalBasisEnds,
        /// The licence given in return is not one of the licensee's to a licensor, or not in force.
        CounterLicenceUnfit,
        /// The policy is named by its SHA-256 digest.
        PolicyNotSha256,
        /// The parent does not carry the right that would be given.
        RightExceeds,
        /// The parent is a narrower kind of licence.
        KindExceeds,
        /// A purpose lies outside the parent's.
        PurposesExceed,
        /// A region lies outside the parent's territory.
        TerritoryExceeds,
        /// A medium lies outside the parent's.
        MediaExceed,
        /// The authorisation of public data is wider than the parent's.
        AuthorisationExceeds,
        /// The term ends after the parent's.
        TermExceeds,
        /// The term ends after the export route (S093).
        ExportRouteExceeded,
        /// The parent does not allow sub-licences at this depth.
        SublicensingExceeds,
        /// The quantity is more than is left of the parent's.
        QuantityExceeds,
        /// An exclusive or sole licence from the same right of first registration covers part of it.
        ExcludedByLicence,
        /// It would be exclusive or sole: earlier licences that it overlaps must be listed as those to which it is subject.
        EarlierLicenceNotListed,
        /// Only licences in force from the same right of first registration are listed so, in rising order, and only by an
        /// exclusive or sole licence.
        SubjectToUnfit,
        /// A mark on the right, or on one above it, bars this: the title shows which, and who can remove it.
        MarkInTheWay,
        /// The holder of a mark on the right, or on one above it, must consent to this.
        MarkHolderMustConsent,
        /// An offer stays open until a moment in the future, 90 days at most.
        OpenUntilUnfit,
        /// The object has as many open offers as it can hold.
        TooManyOffers,
        /// There is no such open offer.
        OfferNotFound,
        /// The offer has lapsed: it can be made anew.
        OfferLapsed,
        /// The signature is on another policy than the one offered.
        PolicyDiffers,
        /// The signature of this party is not needed.
        NotASignatory,
        /// The party has signed already.
        AlreadySigned,
        /// There is no such licence.
        LicenceNotFound,
        /// The licence is not in force: it has ended, or a right on which it hangs has.
        LicenceNotInForce,
        /// This way of ending has other causes.
        CauseUnfit,
        /// No such end was proposed.
        EndNotProposed,
        /// The signature is on another cause than the one proposed.
        CauseDiffers,
        /// A reading of use never falls below the one that the same side reported before.
        TotalFalls,
        /// The party has an account of its own: it signs with its key, and nothing is signed for it at the counter.
        PartyHasAccount,
        /// The number of the department's consent has 1 to 32 letters, digits, hyphens, dots and slashes (S092).
        ConsentNumberUnfit,
        /// Only the holder of a mark whose consent this offer needs gives it, once.
        ConsentUnfit,
        /// This party has given no such consent, or the offer is gone.
        ConsentNotFound,
    }
}
