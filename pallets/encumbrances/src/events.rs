//! The events, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
    /// What happened: one event for each change of state, with the actor and the authority.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An instrument was stamped into the day book.
        #[codec(index = 0)]
        Stamped {
            /// Its number in the day book.
            stamp: StampId,
            /// The authority.
            authority: AuthorityId,
            /// Who stamped it.
            officer: OfficerId,
            /// The object.
            object: ObjectId,
            /// What it orders.
            measure: Measure,
            /// The instrument.
            paper: Paper,
            /// Number of the mark on the object that it sets, renews or releases.
            mark: Option<u32>,
            /// The kind of that mark now: a seizure is in first rank or waits.
            kind: Option<MarkKind>,
            /// The first moment at which it has fallen unless a second person confirms it.
            confirm_by: Moment,
            /// What was entered on the object between receipt and stamp.
            entered_between: Option<EntryRange>,
        },
        /// A second person confirmed a stamp.
        #[codec(index = 1)]
        Confirmed {
            /// Its number in the day book.
            stamp: StampId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// Number of the mark on the object.
            mark: u32,
            /// When the mark ends, as far as it is known.
            until: Option<Moment>,
        },
        /// A second person rejected a stamp.
        #[codec(index = 2)]
        Rejected {
            /// Its number in the day book.
            stamp: StampId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// Digest of the reason.
            reason: Digest,
        },
        /// Rights ended by an instrument. The holders of all marks on them are told by it.
        #[codec(index = 3)]
        RightsEnded {
            /// Its number in the day book.
            stamp: StampId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// The object.
            object: ObjectId,
            /// The rights that ended.
            rights: RightSet,
            /// Why.
            ground: EndingGround,
            /// Marks that go on standing against the ended rights, by their numbers, and from what they come.
            travelling: Bounded<(u32, MarkSource), 336>,
            /// Marks that ended with the rights.
            ended: Bounded<(u32, MarkSource), 336>,
        },
        /// Rights were transferred by a ruling of the court whose seizure had the first rank. The holders of all marks on them
        /// are told by it.
        #[codec(index = 4)]
        RightsPassed {
            /// Its number in the day book.
            stamp: StampId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// The object.
            object: ObjectId,
            /// The rights that passed.
            rights: RightSet,
            /// Who received them.
            to: PartyId,
            /// Licences that stay in force, by their numbers.
            survivors: Bounded<u32, 64>,
            /// Marks that go on standing against the rights, by their numbers, and from what they come.
            travelling: Bounded<(u32, MarkSource), 336>,
            /// Marks that ended: the seizure itself, the seizures behind it, and what else the ruling ends; a pledge of other
            /// rights too goes on on those.
            ended: Bounded<(u32, MarkSource), 336>,
        },
        /// A deed was proposed.
        #[codec(index = 5)]
        DeedProposed {
            /// The deed.
            deed: DeedId,
            /// What it does.
            terms: Box<Deed>,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
            /// Whose signatures it waits for; none when it was carried out at once.
            missing: Bounded<PartyId, SIGNATORIES_MAX>,
        },
        /// A deed was signed and waits for others.
        #[codec(index = 6)]
        DeedSigned {
            /// The deed.
            deed: DeedId,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
            /// Whose signatures it waits for.
            missing: Bounded<PartyId, SIGNATORIES_MAX>,
        },
        /// A deed was withdrawn.
        #[codec(index = 7)]
        DeedWithdrawn {
            /// The deed.
            deed: DeedId,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A place was reserved 顺位预留.
        #[codec(index = 8)]
        Reserved {
            /// The reservation.
            reservation: DeedId,
            /// For whom.
            financier: PartyId,
            /// The object.
            object: ObjectId,
            /// Against these rights of it.
            rights: RightSet,
            /// Number of the mark on the object: the place.
            mark: u32,
            /// The first moment at which it no longer stands.
            until: Moment,
            /// Those behind whom it ranks: on which object, by which deed, for whom.
            behind: Bounded<(ObjectId, DeedId, PartyId), TOLD_MAX>,
            /// Who signed last.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A reservation was given up.
        #[codec(index = 9)]
        ReservationGivenUp {
            /// The reservation.
            reservation: DeedId,
            /// The object.
            object: ObjectId,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A pledge was made 质押.
        #[codec(index = 10)]
        Pledged {
            /// The pledge.
            pledge: DeedId,
            /// Who is secured.
            pledgee: PartyId,
            /// What is pledged.
            collateral: Bounded<Collateral, COLLATERAL_MAX>,
            /// Those behind whom it ranks.
            behind: Bounded<(ObjectId, DeedId, PartyId), TOLD_MAX>,
            /// Who signed last.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// What a pledge secures was changed, or its registration extended.
        #[codec(index = 11)]
        PledgeAmended {
            /// The pledge.
            pledge: DeedId,
            /// The deed.
            deed: DeedId,
            /// The secured sum.
            secured: Sum,
            /// The last day of the registration.
            through: Day,
            /// Those that rank after it.
            later: Bounded<(ObjectId, DeedId, PartyId), TOLD_MAX>,
            /// Who signed last.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A pledge was assigned. Those who hold what is pledged are told by it.
        #[codec(index = 12)]
        PledgeAssigned {
            /// The pledge.
            pledge: DeedId,
            /// The deed.
            deed: DeedId,
            /// Who was secured.
            from: PartyId,
            /// Who is secured.
            to: PartyId,
            /// Who holds what is pledged.
            pledgors: Bounded<PartyId, 128>,
            /// Who signed last.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// Two pledges changed their places on an object.
        #[codec(index = 13)]
        RanksSwapped {
            /// The object.
            object: ObjectId,
            /// The pledge that stepped back.
            pledge: DeedId,
            /// The pledge that took its place.
            behind: DeedId,
            /// The deed.
            deed: DeedId,
            /// The places of the two after it.
            places: (u32, u32),
            /// Who signed last.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A pledge, or a part of what it stood on, was released.
        #[codec(index = 14)]
        PledgeReleased {
            /// The pledge.
            pledge: DeedId,
            /// These rights of these objects.
            released: Bounded<(ObjectId, RightSet), COLLATERAL_MAX>,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// The number of a pledge in a statutory register was recorded.
        #[codec(index = 15)]
        StatutoryRecorded {
            /// The pledge.
            pledge: DeedId,
            /// The registration there.
            statutory: Statutory,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// The release of a pledge was demanded. The pledgee is told by it.
        #[codec(index = 16)]
        ReleaseDemanded {
            /// The pledge.
            pledge: DeedId,
            /// Who is to release it.
            pledgee: PartyId,
            /// The first moment at which the release is overdue.
            overdue_from: Moment,
            /// Digest of the demand.
            document: Digest,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A default notice was recorded 违约通知. All who have another pledge or reservation are told by it.
        #[codec(index = 17)]
        DefaultNoticed {
            /// The pledge.
            pledge: DeedId,
            /// The day on which it was given.
            given_on: Day,
            /// Digest of the notice.
            document: Digest,
            /// Those who are told.
            told: Bounded<(ObjectId, DeedId, PartyId), TOLD_MAX>,
            /// Who acted.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A pledge was enforced by agreement: rights passed. All who have another pledge or reservation are told by it.
        #[codec(index = 18)]
        PledgeEnforced {
            /// The pledge.
            pledge: DeedId,
            /// The deed.
            deed: DeedId,
            /// The object.
            object: ObjectId,
            /// The rights that passed.
            rights: RightSet,
            /// Who received them.
            to: PartyId,
            /// Digest of the statement of the surplus.
            surplus: Digest,
            /// Licences that stay in force, by their numbers.
            survivors: Bounded<u32, 64>,
            /// Those whose marks go on standing against the rights.
            travelling: Bounded<(ObjectId, DeedId, PartyId), TOLD_MAX>,
            /// Those whose marks ended.
            ended: Bounded<(ObjectId, DeedId, PartyId), TOLD_MAX>,
            /// Who signed last.
            by: PartyId,
            /// Through whom.
            via: Via,
        },
    }
}
