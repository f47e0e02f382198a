//! The events, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
    /// What happened: one event for each change of state, with the actor and the authority.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An application was filed (NG 16).
        #[codec(index = 0)]
        CaseFiled {
            /// The case.
            case: CaseId,
            /// The party that filed it.
            applicant: PartyId,
            /// Through whom.
            via: Via,
            /// The application: digests and coded fields only.
            filing: Box<FirstRegistration>,
            /// An earlier object with one of the fingerprints; its holders are told by this event.
            matches: Option<ObjectId>,
        },
        /// A returned application was completed (NG 17) and is so accepted.
        #[codec(index = 1)]
        CaseResubmitted {
            /// The case.
            case: CaseId,
            /// The applicant.
            applicant: PartyId,
            /// Through whom.
            via: Via,
            /// The completed application.
            filing: Box<FirstRegistration>,
            /// An earlier object with one of the fingerprints.
            matches: Option<ObjectId>,
            /// Last day of review.
            due: Due,
        },
        /// The application was accepted (NG 17).
        #[codec(index = 2)]
        CaseAccepted {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Last day of review.
            due: Due,
        },
        /// The application was returned, with everything that is missing (NG 17, S043).
        #[codec(index = 3)]
        CaseReturned {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Everything that is missing.
            deficiencies: Bounded<Deficiency, 16>,
            /// How the notice is delivered.
            channel: Channel,
            /// Digest of the notice.
            letter: Digest,
            /// Last day to complete it, afterwards it counts as never filed; nothing until the notice is delivered.
            due: Option<Due>,
        },
        /// A service institution's report was recorded (S038).
        #[codec(index = 4)]
        ReportRecorded {
            /// The case.
            case: CaseId,
            /// The report.
            report: Report,
        },
        /// The case was examined (NG 18, S040).
        #[codec(index = 5)]
        CaseExamined {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The examiner.
            officer: OfficerId,
            /// The result.
            examination: Box<Examination>,
        },
        /// The examination was approved by another person.
        #[codec(index = 6)]
        CaseApproved {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
        },
        /// The public notice runs (NG 24). Holders of an object with the same fingerprint and of the objects of the lineage
        /// are told by this event.
        #[codec(index = 7)]
        NoticePublished {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Digest of the published text; nothing when the whole was withheld, or what is published stays as it is.
            text: Option<Digest>,
            /// The publication on the national system.
            national: Option<Reference>,
            /// Last day of the notice.
            due: Due,
            /// The objects whose holders are told.
            told: Bounded<ObjectId, 20>,
        },
        /// An entry was made (NG 26): this is the entry itself.
        #[codec(index = 8)]
        Entered {
            /// The officer who entered it; nothing for a decision of the competent department.
            officer: Option<OfficerId>,
            /// The entry.
            entry: Box<Entry>,
            /// The written notice of the claimed kinds that were refused, when some were (NG 22).
            refusal: Option<RefusalLetter>,
            /// The marks that travel with what the entry of a case does; of a succession and of what an organ orders, the pledges
            /// and reservations on the rights. By their numbers, each with the party for whom it stands, if one on the register
            /// does: it is told by this.
            travelling: Bounded<(u32, Option<PartyId>), LIVE_MARKS_MAX>,
        },
        /// The application was refused (NG 22).
        #[codec(index = 9)]
        CaseRefused {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// The ground.
            ground: RefusalGround,
            /// How the notice is delivered.
            channel: Channel,
            /// Digest of the written notice.
            letter: Digest,
        },
        /// The applicant withdrew.
        #[codec(index = 10)]
        CaseWithdrawn {
            /// The case.
            case: CaseId,
            /// The applicant.
            applicant: PartyId,
            /// Through whom.
            via: Via,
        },
        /// An ended case was removed from state; its events remain.
        #[codec(index = 11)]
        CaseClosed {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
        },
        /// The delivery of a written notice was recorded: time limits run from it.
        #[codec(index = 12)]
        NoticeDelivered {
            /// The case.
            case: CaseId,
            /// The officer who recorded it; nothing when the applicant or its agent acknowledged it.
            officer: Option<OfficerId>,
            /// When it was delivered.
            delivered_at: Moment,
            /// The last day of the time limit that runs from it.
            due: Option<Due>,
        },
        /// Further proof was asked for (NG 18); the clock pauses from delivery (NG 28).
        #[codec(index = 13)]
        SupplementRequested {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The examiner.
            officer: OfficerId,
            /// What is asked for.
            items: Bounded<EvidenceKind, 16>,
            /// How the notice is delivered.
            channel: Channel,
            /// Digest of the letter.
            letter: Digest,
            /// Last day to answer; nothing until the notice is delivered.
            due: Option<Due>,
        },
        /// Further proof was given; the clock runs again.
        #[codec(index = 14)]
        SupplementAnswered {
            /// The case.
            case: CaseId,
            /// The applicant.
            applicant: PartyId,
            /// Through whom.
            via: Via,
            /// The documents.
            evidence: Bounded<Evidence, 16>,
            /// The query code that the application did not have.
            query_code: Option<QueryCode>,
            /// Last day of review.
            due: Option<Due>,
        },
        /// A third party was asked (NG 18). A party on the register is told by this event.
        #[codec(index = 15)]
        InquirySent {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The examiner.
            officer: OfficerId,
            /// Whom.
            inquired: Inquired,
            /// Digest of the letter.
            letter: Digest,
        },
        /// The answer to an inquiry was recorded.
        #[codec(index = 16)]
        InquiryAnswered {
            /// The case.
            case: CaseId,
            /// The officer.
            officer: OfficerId,
            /// Number of the inquiry in the case, from 0.
            number: u8,
            /// The answer.
            answer: Answer,
            /// Digest of its record.
            record: Digest,
        },
        /// The time of review was extended (NG 28).
        #[codec(index = 17)]
        ReviewExtended {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Working days added.
            working_days: u16,
            /// Digest of the reason.
            reason: Digest,
            /// Last day of review; nothing while the clock is paused.
            due: Option<Due>,
        },
        /// The registration was terminated, which is no refusal (NG 18, PD 12).
        #[codec(index = 18)]
        CaseTerminated {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// Digest of the reasoned decision.
            record: Digest,
            /// How the notice is delivered.
            channel: Channel,
            /// Digest of the written notice.
            letter: Digest,
        },
        /// A request not to be published was decided (NG 24).
        #[codec(index = 19)]
        PublicationDecided {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The decision.
            decision: PublicationDecision,
        },
        /// Somebody objected in the public notice (NG 25). The applicant is told by this event.
        #[codec(index = 20)]
        ObjectedToNotice {
            /// The case.
            case: CaseId,
            /// Number of the objection in the case, from 0.
            number: u8,
            /// Who objects.
            objector: PartyId,
            /// Through whom.
            via: Via,
            /// The ground.
            ground: ObjectionGround,
            /// Digest of reasons and materials.
            materials: Digest,
            /// Last day of the investigation.
            due: Due,
        },
        /// An objection in the public notice was decided (NG 25).
        #[codec(index = 21)]
        NoticeObjectionDecided {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Number of the objection in the case, from 0.
            number: u8,
            /// The result.
            result: ObjectionResult,
            /// Digest of its record.
            record: Digest,
        },
        /// A refused applicant asked for re-assessment (S046).
        #[codec(index = 22)]
        CaseAppealed {
            /// The case.
            case: CaseId,
            /// The applicant.
            applicant: PartyId,
            /// Through whom.
            via: Via,
            /// Digest of the statement.
            statement: Digest,
        },
        /// A re-assessment was decided (S046).
        #[codec(index = 23)]
        AppealDecided {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer, who neither examined nor refused.
            officer: OfficerId,
            /// The result.
            result: Reassessment,
            /// Digest of its record.
            record: Digest,
            /// The new cases in which the refused kinds of an entered case are examined anew, each with the object it
            /// concerns: one for each of those who apply and were refused something, in the order of the application.
            opened: Bounded<(CaseId, ObjectId), 8>,
        },
        /// A participant in fused data consented that another gets the operating right (NG 21(5)).
        #[codec(index = 24)]
        OperatingConsented {
            /// The object, or the one that a case would register.
            object: ObjectId,
            /// Who consents.
            from: PartyId,
            /// Through whom.
            via: Via,
            /// Who may get the operating right.
            to: PartyId,
        },
        /// Such a consent was revoked before its use.
        #[codec(index = 25)]
        ConsentRevoked {
            /// The object.
            object: ObjectId,
            /// Who had consented.
            from: PartyId,
            /// Through whom.
            via: Via,
            /// To whom.
            to: PartyId,
        },
        /// A dealing with what is registered was filed (NG 33-37). Its other holders and who receives are told by this
        /// event; it is received when all who must have signed.
        #[codec(index = 26)]
        DealingFiled {
            /// The case.
            case: CaseId,
            /// The party that filed it.
            applicant: PartyId,
            /// Through whom.
            via: Via,
            /// The application: digests and coded fields only.
            dealing: Box<Dealing>,
            /// Whom it concerns, and whose signature is awaited.
            concerned: Bounded<Concerned, CONCERNED_MAX>,
        },
        /// A party signed (NG 34).
        #[codec(index = 27)]
        CaseSigned {
            /// The case.
            case: CaseId,
            /// Who signed.
            party: PartyId,
            /// Through whom.
            via: Via,
            /// Whether it was the last signature: the case is filed.
            complete: bool,
        },
        /// A returned dealing was completed (NG 17) and is so accepted.
        #[codec(index = 28)]
        DealingResubmitted {
            /// The case.
            case: CaseId,
            /// The applicant.
            applicant: PartyId,
            /// Through whom.
            via: Via,
            /// The completed application.
            dealing: Box<Dealing>,
            /// Last day of review.
            due: Due,
        },
        /// The holder of a mark consented to what a case does, once.
        #[codec(index = 29)]
        CaseConsented {
            /// The case.
            case: CaseId,
            /// Number of the mark in the object.
            mark: u32,
            /// Who consents.
            party: PartyId,
            /// Through whom.
            via: Via,
        },
        /// Such a consent was revoked before its use.
        #[codec(index = 30)]
        CaseConsentRevoked {
            /// The case.
            case: CaseId,
            /// Number of the mark in the object.
            mark: u32,
            /// Who had consented.
            party: PartyId,
            /// Through whom.
            via: Via,
        },
        /// An officer proposed something of the authority's own motion (NG 37); another one executes it. Everybody concerned
        /// is told by this event.
        #[codec(index = 31)]
        MotionProposed {
            /// The object.
            object: ObjectId,
            /// The authority.
            authority: AuthorityId,
            /// What is to be done, with its proof and the digest of the written notice.
            motion: Box<Motion>,
            /// Who is told: holders, licensees, those for whom marks stand.
            told: Bounded<PartyId, TOLD_MAX>,
        },
        /// Another officer carried it out: the entry is in the event before this one. Everybody concerned is told by this
        /// event.
        #[codec(index = 32)]
        MotionExecuted {
            /// The object.
            object: ObjectId,
            /// The authority.
            authority: AuthorityId,
            /// The reviewer.
            officer: OfficerId,
            /// Marks that stay on what they stand against, by their numbers.
            travelling: Bounded<u32, LIVE_MARKS_MAX>,
            /// Marks that ended with it.
            ended: Bounded<u32, 48>,
            /// Who is told: holders, licensees, those for whom marks stand, third parties who acquired before.
            told: Bounded<PartyId, TOLD_MAX>,
        },
        /// A motion was dropped without being executed.
        #[codec(index = 33)]
        MotionDropped {
            /// The object.
            object: ObjectId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Digest of the reason.
            reason: Digest,
            /// Who is told.
            told: Bounded<PartyId, TOLD_MAX>,
        },
        /// The description of a part that leaves an object by a split 拆分 was published, before the notice (NG 24).
        #[codec(index = 34)]
        PartPublished {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Number of the part in the application, from 0.
            part: u8,
            /// Digest of the published text.
            text: Digest,
        },
    }
}
