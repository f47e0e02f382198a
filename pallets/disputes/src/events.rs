//! The events, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
    /// What happened: one event for each change of state, with the actor and the authority.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A party objected to a registration (NG 29). Its holders are told by the notice that follows.
        #[codec(index = 0)]
        ObjectionFiled {
            /// The objection.
            objection: ObjectionId,
            /// The object.
            object: ObjectId,
            /// The contested rights.
            rights: RightSet,
            /// Whose rights they are.
            registrant: PartyId,
            /// Who objects.
            objector: PartyId,
            /// Through whom.
            via: Via,
            /// The ground.
            ground: ObjectionGround,
            /// Digest of the statement of facts.
            facts: Digest,
            /// Supporting documents.
            evidence: Bounded<Evidence, 16>,
            /// Last day to tell the registrant of a complete objection.
            due: Due,
        },
        /// An incomplete objection was returned; the letter says what is missing.
        #[codec(index = 1)]
        ObjectionReturned {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// How the notice is delivered.
            channel: Channel,
            /// Digest of the letter.
            letter: Digest,
            /// Last day to complete it; nothing until the notice is delivered.
            due: Option<Due>,
        },
        /// A returned objection was completed.
        #[codec(index = 2)]
        ObjectionCompleted {
            /// The objection.
            objection: ObjectionId,
            /// Who objects.
            objector: PartyId,
            /// Through whom.
            via: Via,
            /// All supporting documents.
            evidence: Bounded<Evidence, 16>,
            /// Last day to tell the registrant.
            due: Due,
        },
        /// The objection is complete and the registrant was told in writing; its notice stands on the contested rights.
        #[codec(index = 3)]
        RegistrantNotified {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// How the notice is delivered.
            channel: Channel,
            /// Digest of the letter.
            letter: Digest,
            /// Number of the mark on the object.
            mark: u32,
            /// Last day to answer; nothing until the notice is delivered.
            due: Option<Due>,
        },
        /// The delivery of a written notice was recorded: the time to complete or answer runs from it.
        #[codec(index = 4)]
        NoticeDelivered {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// When it was delivered.
            delivered_at: Moment,
            /// The last day of the time limit that runs from it.
            due: Option<Due>,
        },
        /// A holder of the contested rights answered.
        #[codec(index = 5)]
        ObjectionAnswered {
            /// The objection.
            objection: ObjectionId,
            /// Who answered.
            party: PartyId,
            /// Through whom.
            via: Via,
            /// To what it agrees; nothing when it contests.
            agrees: Option<Disposition>,
            /// Digest of the explanation.
            explanation: Digest,
        },
        /// The authority proposed a conclusion.
        #[codec(index = 6)]
        ObjectionConcluded {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The examiner.
            officer: OfficerId,
            /// What should happen.
            disposition: Disposition,
            /// Digest of the reasoned conclusion, which is the notice to both sides.
            record: Digest,
            /// How the notice is delivered.
            channel: Channel,
            /// Last day to accept it: silence accepts nothing. Nothing until the notice is delivered.
            due: Option<Due>,
        },
        /// One side answered to the conclusion.
        #[codec(index = 7)]
        ConclusionAnswered {
            /// The objection.
            objection: ObjectionId,
            /// For which side.
            side: Side,
            /// Who answered.
            party: PartyId,
            /// Through whom.
            via: Via,
            /// Whether it accepts.
            accepts: bool,
            /// After a refusal, the last day to prove that a court or arbitral body took the matter.
            due: Option<Due>,
        },
        /// It was proven that a court or arbitral body took the matter.
        #[codec(index = 8)]
        CourtProven {
            /// The objection.
            objection: ObjectionId,
            /// Who proved it.
            party: PartyId,
            /// Through whom.
            via: Via,
            /// Digest of the document.
            document: Digest,
        },
        /// A binding judgment or award decides the objection.
        #[codec(index = 9)]
        DecidedByInstrument {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// What is to happen.
            disposition: Disposition,
            /// Digest of the judgment or award.
            document: Digest,
        },
        /// What was decided was carried out.
        #[codec(index = 10)]
        ObjectionExecuted {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// What was done.
            disposition: Disposition,
        },
        /// The objector withdrew.
        #[codec(index = 11)]
        ObjectionWithdrawn {
            /// The objection.
            objection: ObjectionId,
            /// Who objected.
            objector: PartyId,
            /// Through whom.
            via: Via,
        },
        /// A lapsed objection was closed.
        #[codec(index = 12)]
        ObjectionClosed {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
        },
        /// An officer proposed a hold; another one must confirm it.
        #[codec(index = 13)]
        HoldProposed {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// The first moment at which it no longer holds.
            until: Moment,
            /// Digest of the reasoned decision.
            reason: Digest,
        },
        /// Another officer confirmed: the contested rights are held.
        #[codec(index = 14)]
        HoldConfirmed {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Number of the mark on the object.
            mark: u32,
            /// The first moment at which it no longer holds.
            until: Moment,
        },
        /// A hold was lifted, or its proposal given up.
        #[codec(index = 15)]
        HoldLifted {
            /// The objection.
            objection: ObjectionId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Digest of the reason.
            reason: Digest,
        },
        /// Two authorities are in conflict: cases stop, objects show it.
        #[codec(index = 16)]
        ConflictRaised {
            /// The conflict.
            conflict: ConflictId,
            /// The side of the officer's authority, and the other one.
            sides: [ConflictSide; 2],
            /// The officer.
            officer: OfficerId,
            /// Digest of the report.
            report: Digest,
            /// Last day of the department's decision.
            due: Due,
        },
        /// The department decided a conflict.
        #[codec(index = 17)]
        ConflictDecided {
            /// The conflict.
            conflict: ConflictId,
            /// For the first and the second side.
            rulings: [Ruling; 2],
            /// Digest of the decision.
            document: Digest,
            /// The department's account.
            by: T::AccountId,
        },
    }
}
