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
            /// Marks that ended: the seizure itself, the seizures behind it, and what else the ruling ends.
            ended: Bounded<(u32, MarkSource), 336>,
        },
    }
}
