//! The events, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
    /// One for each change of state, with the actor. Licences granted, ended and reported on are entries of the object too,
    /// which the registry tells.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A licence was offered and waits for signatures.
        #[codec(index = 0)]
        LicenceOffered {
            /// The object.
            object: ObjectId,
            /// Number of the offer on the object.
            offer: u32,
            /// What is offered.
            filing: Box<LicenceFiling>,
            /// Who offered it.
            by: PartyId,
            /// Through whom.
            via: Via,
            /// Whose signatures it waits for.
            missing: Bounded<PartyId, SIGNATORIES_MAX>,
        },
        /// An offer was signed and waits for further signatures.
        #[codec(index = 1)]
        OfferSigned {
            /// The object.
            object: ObjectId,
            /// Number of the offer.
            offer: u32,
            /// Who signed.
            by: PartyId,
            /// Through whom.
            via: Via,
            /// Whose signatures it waits for.
            missing: Bounded<PartyId, SIGNATORIES_MAX>,
        },
        /// All have signed: the licence was entered.
        #[codec(index = 2)]
        LicenceGranted {
            /// The object.
            object: ObjectId,
            /// Number of the offer.
            offer: u32,
            /// Number of the licence among the rights of the object.
            licence: u32,
            /// Number of the right it was granted from.
            parent: u32,
            /// Who got it.
            licensee: PartyId,
            /// Who signed last.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// An offer was withdrawn or declined.
        #[codec(index = 3)]
        OfferWithdrawn {
            /// The object.
            object: ObjectId,
            /// Number of the offer.
            offer: u32,
            /// Who did.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// The end of a licence was proposed and waits for signatures.
        #[codec(index = 4)]
        EndProposed {
            /// The object.
            object: ObjectId,
            /// Number of the licence.
            licence: u32,
            /// Why.
            cause: EndCause,
            /// Who proposed it.
            by: PartyId,
            /// Through whom.
            via: Via,
            /// Whose signatures it waits for.
            missing: Bounded<PartyId, SIGNATORIES_MAX>,
        },
        /// A proposed end was signed and waits for further signatures.
        #[codec(index = 5)]
        EndSigned {
            /// The object.
            object: ObjectId,
            /// Number of the licence.
            licence: u32,
            /// Why it would end.
            cause: EndCause,
            /// Who signed.
            by: PartyId,
            /// Through whom.
            via: Via,
            /// Whose signatures it waits for.
            missing: Bounded<PartyId, SIGNATORIES_MAX>,
        },
        /// A proposed end was withdrawn or declined.
        #[codec(index = 6)]
        EndWithdrawn {
            /// The object.
            object: ObjectId,
            /// Number of the licence.
            licence: u32,
            /// The kind of end.
            kind: EndKind,
            /// Who did.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// An officer proposed to end a licence; another one must confirm it.
        #[codec(index = 7)]
        EndOrdered {
            /// The object.
            object: ObjectId,
            /// Number of the licence.
            licence: u32,
            /// Why.
            cause: EndCause,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
        },
        /// A licence ended before its term, for the future.
        #[codec(index = 8)]
        LicenceEnded {
            /// The object.
            object: ObjectId,
            /// Number of the licence.
            licence: u32,
            /// Why.
            cause: EndCause,
            /// The licences that are no longer in force with it.
            fallen: Bounded<u32, 64>,
            /// The party that signed last; nothing where officers ended it.
            by: Option<(PartyId, Via)>,
            /// The authority and the confirming officer; nothing where parties ended it.
            officer: Option<(AuthorityId, OfficerId)>,
        },
        /// The use of a licence was reported.
        #[codec(index = 9)]
        UseReported {
            /// The object.
            object: ObjectId,
            /// Number of the licence.
            licence: u32,
            /// The report.
            report: UseReport,
            /// Who reported.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// The reported use is more than the licence allows 超量使用: both sides are told by this event.
        #[codec(index = 10)]
        OveruseNoticed {
            /// The object.
            object: ObjectId,
            /// Number of the licence.
            licence: u32,
            /// The report.
            report: UseReport,
            /// How many uses too many.
            over: u64,
            /// Who reported.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// The holder of a mark consented to an offer, once.
        #[codec(index = 11)]
        OfferConsented {
            /// The object.
            object: ObjectId,
            /// Number of the offer.
            offer: u32,
            /// Number of the mark.
            mark: u32,
            /// Who consented.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// Such a consent was revoked before its use.
        #[codec(index = 12)]
        OfferConsentRevoked {
            /// The object.
            object: ObjectId,
            /// Number of the offer.
            offer: u32,
            /// Number of the mark.
            mark: u32,
            /// Who revoked it.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
    }
}
