#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

mod acceptance;
mod appeal;
mod claims;
mod consents;
mod delivery;
mod entering;
mod entries;
mod examination;
mod facts;
mod filing;
mod further_rights;
mod importing;
mod matches;
mod notice_objections;
mod numbers;
mod publication;
mod queries;
mod refusal;
mod register;
mod registrations;
mod review;
mod try_state;
mod who;
mod workload;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

pub use pallet::*;
pub use queries::Title;
pub use weights::WeightInfo;
pub use workload::{Load, Statistics, Workload};

#[frame_support::pallet]
pub mod pallet {
    use super::{publication::TEXT_BYTES_MAX, Title, WeightInfo, Workload};
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        capacity::{Capacity, Via},
        case::{
            Answer, Case, Conclusion, Examination, Inquired, PublicationDecision, Reassessment, Reference,
            RefusalGround, Report, Standing,
        },
        certificate_number::{CertificateNumber, ExternalNumber, NumberingMonth},
        clock::{Due, Moment},
        directory::{AuthorityDirectory, PartyRegister, RuleBook},
        filing::{Deficiency, Evidence, EvidenceKind, FirstRegistration, Withholding},
        imported::EarlierRegistration,
        marks::Mark,
        object::Fingerprint,
        objection::{ObjectionGround, ObjectionResult},
        v1::{CertificateRecord, Entry, ObjectRecord, RightRecord},
        written_notice::Channel,
        AuthorityId, Bounded, CaseId, Digest, ObjectId, OfficerId, PartyId,
    };

    /// The layout of storage.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the runtime plugs in.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Regimes, calendars, code tables and the clock.
        type Rules: RuleBook;
        /// Authorities and officers.
        type Authorities: AuthorityDirectory<Self::AccountId>;
        /// Parties.
        type Parties: PartyRegister<Self::AccountId>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Prepares persons, authorities and time for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: super::benchmarking::Helper<Self::AccountId>;
    }

    /// The last serial number an authority gave; cases and objects share it.
    #[pallet::storage]
    pub type LastSerial<T: Config> = StorageMap<_, Twox64Concat, AuthorityId, u64, ValueQuery>;

    /// Open cases, and refused or withdrawn ones until they are closed.
    #[pallet::storage]
    pub type Cases<T: Config> = StorageMap<_, Blake2_128Concat, CaseId, Case>;

    /// Registered objects.
    #[pallet::storage]
    pub type Objects<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, ObjectRecord>;

    /// Rights, numbered densely in their object from 0.
    #[pallet::storage]
    pub type Rights<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, RightRecord>;

    /// Certificates, numbered densely in their object from 0.
    #[pallet::storage]
    pub type Certificates<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, CertificateRecord>;

    /// Fingerprints, numbered densely in their object from 0.
    #[pallet::storage]
    pub type Fingerprints<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, Fingerprint>;

    /// The first object with a fingerprint.
    #[pallet::storage]
    pub type ObjectByFingerprint<T: Config> = StorageMap<_, Blake2_128Concat, Digest, ObjectId>;

    /// Object and certificate by certificate number.
    #[pallet::storage]
    pub type CertificateByNumber<T: Config> =
        StorageMap<_, Blake2_128Concat, CertificateNumber, (ObjectId, u32)>;

    /// The month in which an authority last gave a certificate number, and the serial of it.
    #[pallet::storage]
    pub type LastNumber<T: Config> = StorageMap<_, Twox64Concat, AuthorityId, (NumberingMonth, u16)>;

    /// How many certificates a party holds, ended ones included.
    #[pallet::storage]
    pub type HoldingCount<T: Config> = StorageMap<_, Blake2_128Concat, PartyId, u32, ValueQuery>;

    /// A party's certificates, numbered densely from 0.
    #[pallet::storage]
    pub type Holdings<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, PartyId, Twox64Concat, u32, (ObjectId, u32)>;

    /// Objects made from an object, numbered densely from 0.
    #[pallet::storage]
    pub type Derived<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, ObjectId>;

    /// Marks on an object, numbered densely from 0; ended ones stay.
    #[pallet::storage]
    pub type Marks<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, Mark>;

    /// Consents of a participant in fused data (first party) that another (second party) gets the operating right in the
    /// object (NG 21(5)), with their moment. Each is used once, by the entry.
    #[pallet::storage]
    pub type Consents<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, ObjectId>,
            NMapKey<Twox64Concat, PartyId>,
            NMapKey<Twox64Concat, PartyId>,
        ),
        Moment,
    >;

    /// Ended cases of an authority in a month: how many, and in how many working days.
    #[pallet::storage]
    pub type StatisticsOf<T: Config> =
        StorageDoubleMap<_, Twox64Concat, AuthorityId, Twox64Concat, NumberingMonth, super::Statistics, ValueQuery>;

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
            /// Digest of the published text; nothing when the whole was withheld.
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
    }

    /// Why a call was refused. Nothing was changed.
    #[pallet::error]
    pub enum Error<T> {
        /// The account is not bound to a party: an authority's registrar admits parties.
        NotAParty,
        /// The party is suspended: the authority that admitted it can restore it.
        PartySuspended,
        /// The account does not belong to an officer in office.
        NotAnOfficer,
        /// The officer belongs to another authority than the case.
        WrongAuthority,
        /// The officer does not have the role that this step needs.
        RoleMissing,
        /// The authority is unknown or suspended: the competent department can restore it.
        AuthorityNotListed,
        /// The authority or an affiliate of it is a party to the case (NG 10(7)): file at another authority.
        OwnCase,
        /// The officer is a party to the case or affiliated with one (NG 10(7)): another officer must act.
        OfficerConcerned,
        /// The same person cannot examine and decide: another officer must act.
        SamePerson,
        /// There is no such case in state: it never existed, was entered, or was closed.
        CaseNotFound,
        /// The case is not at the step that this call needs: look at its status.
        WrongStage,
        /// There is no such regime version.
        RegimeNotFound,
        /// The regime version does not take new cases at this time.
        RegimeNotEffective,
        /// Core-level data is never registered.
        CoreData,
        /// Data of party and government organs is not registered here (NG 15(1)).
        OrganData,
        /// The industry is on the negative list.
        NegativeListed,
        /// The industry division is not in the code table (GB/T 4754).
        IndustryUnknown,
        /// A product must name its form from the code table, and a resource has none (S007).
        ProductFormUnfit,
        /// A product must name what it was made from (S002).
        LineageMissing,
        /// The lineage names an object or right that is not registered.
        LineageUnknown,
        /// The description must be given by its SHA-256 digest.
        DescriptionNotSha256,
        /// Data of the personal category needs its lawful ground, purpose, scope and term (S015).
        PersonalBasisMissing,
        /// Personal information needs an impact assessment among the evidence.
        ImpactAssessmentMissing,
        /// Claim at least one right.
        ClaimMissing,
        /// Each kind of right may be claimed once.
        ClaimRepeated,
        /// This kind of right cannot be claimed for this source and object under the regime (NG 21).
        KindNotClaimable,
        /// A declared condition needs proof among the evidence.
        ConditionUnproven,
        /// The years asked for are none or more than the regime allows (NG 26).
        ValidityOutOfRange,
        /// Co-holders stand in rising order with shares that add up to one whole; at most sixteen parties apply, each once.
        HoldersUnfit,
        /// A holder is not an admitted party in good standing.
        HolderNotAdmitted,
        /// The filing party must be one of the holders.
        ApplicantNotHolder,
        /// Proof of identity and of lawful acquisition must be among the evidence (NG 33).
        EvidenceMissing,
        /// The declaration that the material is true must be made (NG 16, S041).
        DeclarationMissing,
        /// The applicant already holds rights in data with this fingerprint (NG 39(2)).
        RepeatedRegistration,
        /// Public data with this fingerprint is already registered 一数一源 (S008).
        PublicDataAlreadyRegistered,
        /// The authority has given all its serial numbers.
        SerialsExhausted,
        /// The time limit has passed: the case is accepted by silence on the first working day after it (NG 17).
        AcceptedBySilence,
        /// An application is returned once only (NG 17, S043).
        AlreadyReturned,
        /// A return must list what is missing.
        DeficienciesMissing,
        /// The time to complete it is none or more than the regime allows.
        CompletionTimeOutOfRange,
        /// The time to complete the application has passed: it counts as never filed (NG 17). File anew.
        CompletionTooLate,
        /// Only the applicant may do this.
        NotTheApplicant,
        /// Authority, regime and holders stay as filed: withdraw and file anew to change them.
        FilingChangedTooMuch,
        /// The result of the public-data registration, its query code, is missing (NG 15(2)): return the application.
        QueryCodeMissing,
        /// The party has no role as service institution.
        NotAServiceInstitution,
        /// A service institution cannot report on a case to which it is a party.
        OwnReport,
        /// The case has as many reports as it can hold.
        TooManyReports,
        /// There must be one decision for each claimed right, in the order of the claims.
        DecisionsUnfit,
        /// A right cannot be granted while one of the three conditions is not met (S040).
        GrantedDespiteFindings,
        /// The data matches an earlier object: record one finding on it (NG 21, 22(3), 39(2)).
        MatchFindingMissing,
        /// There is no match on which to record a finding.
        NothingMatches,
        /// A repeated registration or a title dispute must be refused (NG 22(3), 39(2)).
        GrantedDespiteMatch,
        /// No right was granted: refuse the case instead.
        NothingGranted,
        /// The regime needs a favourable report of a service institution in good standing (S038).
        ReportMissing,
        /// The text is not the description that was filed: its SHA-256 differs.
        TextNotAsFiled,
        /// The text has control or invisible characters, or what looks like a person's number or address.
        TextNotPublishable,
        /// The public notice has not ended (NG 24).
        NoticeNotEnded,
        /// Another object was registered with the same fingerprint after the examination: examine anew or refuse.
        MatchedMeanwhile,
        /// The month's 9,999 certificate numbers are used: the case keeps its rank; enter it next month.
        NumbersOfMonthUsed,
        /// The object has as many rights as it can hold.
        TooManyRights,
        /// The case is still open, or its appeal window has not ended.
        CaseNotEnded,
        /// A query code has letters, digits and hyphens only and looks like no person's number.
        QueryCodeUnfit,
        /// Each fingerprint stands once.
        FingerprintRepeated,
        /// The power is unknown or belongs to another agent.
        PowerNotHeld,
        /// The power is not valid yet, has expired or was revoked: the principal can register a new one.
        PowerNotInForce,
        /// The power does not cover this act.
        PowerWithoutAct,
        /// The power does not cover this object.
        PowerWithoutObject,
        /// The agent acts for the other side of this matter: both principals' powers must say that he may.
        AgentOfBothSides,
        /// An officer at the counter files at the officer's own authority and for a party that exists.
        CounterFilingUnfit,
        /// A document at the counter was received in the future or more than 30 days ago.
        ReceivedAtUnfit,
        /// Who filed at the counter decides nothing in the case: another officer must act.
        FiledAtCounterBySamePerson,
        /// Through the ledger only a party with an account can be told: choose another channel.
        ChannelUnfit,
        /// No written notice waits for its delivery.
        NothingToDeliver,
        /// A notice is delivered after it was sent and not in the future.
        DeliveryTimeUnfit,
        /// A listed item is still missing: give each item that the return or the request names.
        DeficiencyNotRemedied,
        /// Further proof was asked for and is not given yet.
        SupplementOpen,
        /// No further proof was asked for, or the request is not delivered yet.
        NoSupplementOpen,
        /// Name at least one kind of document.
        ItemsMissing,
        /// The case has as many documents or inquiries as it can hold.
        CaseFull,
        /// There is no such inquiry or objection in the case, or it is answered already.
        NothingToAnswer,
        /// An extension is one working day at least; all together are at most the regime's limit (NG 28).
        ExtensionOutOfRange,
        /// The time of review has passed: it cannot be extended any more (NG 28).
        ExtensionTooLate,
        /// Both conditions are needed: the applicant did not prove it when asked, and an inquiry could not verify it (NG 18).
        TerminationUnfounded,
        /// The applicant asked not to be published: decide that first (NG 24).
        PublicationUndecided,
        /// There is no undecided request not to be published.
        NothingToWithhold,
        /// Nothing is withheld without a written reason, and no more than was asked for (NG 24).
        WithholdingUnreasoned,
        /// A text is published unless the whole is withheld, and none when it is.
        TextUnfit,
        /// The regime completes registrations on the national system: name its notice or receipt (NG 24, 26).
        NationalReferenceMissing,
        /// The regime completes registrations here: there is no notice or receipt of the national system to name.
        NationalReferenceUnfit,
        /// The public notice has ended: object to the entry instead (NG 25, 29).
        NoticeEnded,
        /// Nobody objects to the own application.
        OwnObjection,
        /// An objection in the public notice is not decided yet (NG 25).
        ObjectionOpen,
        /// An objection in the public notice was upheld: the case can only be refused or terminated (NG 25, PD 12).
        ObjectionUpheld,
        /// The case was re-assessed once: the refusal is final (S046).
        AlreadyAppealed,
        /// The time for re-assessment has passed, or the refusal is not delivered yet (S046).
        AppealOutOfTime,
        /// This kind of right needs its condition declared and proven (NG 21(4), (7)).
        ConditionNotMet,
        /// The operating right in fused data needs the consent of every other participant (NG 21(5)).
        ParticipantsConsentMissing,
        /// Consent is given once, by a participant to another one or by a holder to another party.
        ConsentUnfit,
        /// There is no such consent, or it was used.
        ConsentNotFound,
        /// The object is not registered, has ended, is of another kind, or is kept by another authority or regime.
        ObjectUnfit,
        /// Rights in a registered object are added for exactly the holders who hold rights in it.
        NotTheHolders,
        /// The object has as many open cases as it can hold.
        TooManyOpenCases,
        /// The regime creates no rights: claim none.
        NoRightsCreated,
        /// The regime registers public data only.
        NotPublicData,
        /// The query code is missing, unfit or already given; other regimes give none.
        ResultCodeUnfit,
        /// The case is in conflict with another authority: the competent department decides.
        InConflict,
        /// The competent department decided that this case yields: it can only be refused.
        CaseYields,
        /// The object has as many marks as it can hold.
        TooManyMarks,
        /// Number or regime of the earlier registration is unfit.
        EarlierNumberUnfit,
        /// An earlier registration with this number was imported already.
        AlreadyImported,
        /// The days of the earlier registration are unfit: registered before today, valid after it.
        EarlierDaysUnfit,
        /// An import is reviewed once, by another officer than the one who imported it.
        ImportNotReviewable,
        /// A third party is asked: on the register, and no party to the case (NG 18).
        InquiredUnfit,
        /// A notice of the national system follows the approval, its receipt the end of the notice; neither is in the future.
        NationalTimeUnfit,
        /// The party has an objection in this notice that is not decided yet.
        AlreadyObjected,
        /// The right would rest on more consents than one entry can use.
        TooManyConsents,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Files an application for first registration 首次登记 (NG 16, 33; S018).
        ///
        /// Who: a party in good standing that is one of the holders, its agent, or an examiner or registrar at the counter.
        /// Event: `CaseFiled`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::file())]
        pub fn file(
            origin: OriginFor<T>,
            capacity: Capacity,
            filing: Box<FirstRegistration>,
        ) -> DispatchResult {
            Ok(Self::do_file(&ensure_signed(origin)?, capacity, *filing).map(|_| ())?)
        }

        /// Accepts a filed application (NG 17). The days of review run from today.
        ///
        /// Who: an examiner of the case's authority. Event: `CaseAccepted`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::accept())]
        pub fn accept(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_accept(&ensure_signed(origin)?, case)?)
        }

        /// Returns an application once, naming everything that is missing (NG 17, S043).
        ///
        /// `working_days`: the time to complete it from delivery of the notice, at most the regime's limit. Who: an examiner
        /// of the case's authority. Event: `CaseReturned`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::return_for_completion())]
        pub fn return_for_completion(
            origin: OriginFor<T>,
            case: CaseId,
            deficiencies: Bounded<Deficiency, 16>,
            working_days: u16,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_return(&account, case, deficiencies, working_days, channel, letter)?)
        }

        /// Completes a returned application in time (NG 17): the whole application again, with every listed item. It is
        /// accepted by that.
        ///
        /// Who: the applicant, its agent, or an officer at the counter. Event: `CaseResubmitted`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::resubmit())]
        pub fn resubmit(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            filing: Box<FirstRegistration>,
        ) -> DispatchResult {
            Ok(Self::do_resubmit(&ensure_signed(origin)?, capacity, case, *filing)?)
        }

        /// Records a report on truth and compliance (S038).
        ///
        /// A later report of the same institution takes the place of its earlier one. Who: a service institution that is
        /// neither applicant nor holder nor affiliated with the authority. Event: `ReportRecorded`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::report())]
        pub fn report(
            origin: OriginFor<T>,
            case: CaseId,
            conclusion: Conclusion,
            digest: Digest,
        ) -> DispatchResult {
            let institution = Self::party(&ensure_signed(origin)?)?;
            Ok(Self::do_report(institution, case, conclusion, digest)?)
        }

        /// Records the findings on source, content and authorisation and a decision for each claimed right (NG 18-22).
        ///
        /// Once more when another object was registered with a fingerprint of the case meanwhile: approval and notice are
        /// then needed anew. Who: an examiner of the case's authority without interest in the case. Event: `CaseExamined`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::examine())]
        pub fn examine(origin: OriginFor<T>, case: CaseId, examination: Box<Examination>) -> DispatchResult {
            Ok(Self::do_examine(&ensure_signed(origin)?, case, *examination)?)
        }

        /// Approves an examination that grants at least one right.
        ///
        /// Who: a reviewer of the case's authority, another person than the examiner. Event: `CaseApproved`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::approve())]
        pub fn approve(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_approve(&ensure_signed(origin)?, case)?)
        }

        /// Publishes the examined description and starts the public notice (NG 24).
        ///
        /// `text`: the canonical description, whose SHA-256 the application holds; a part of it or nothing where that was
        /// decided. `national`: the notice on the national system, where the regime says so: the days run from it. Who: an
        /// examiner of the case's authority. Event: `NoticePublished`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::publish(text.as_ref().map_or(0, |text| text.len() as u32)))]
        pub fn publish(
            origin: OriginFor<T>,
            case: CaseId,
            text: Option<Bounded<u8, TEXT_BYTES_MAX>>,
            national: Option<Reference>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_publish(&account, case, text.as_ref().map(|text| text.as_slice()), national)?)
        }

        /// Enters a case whose notice has ended: object, rights, certificates and entry (NG 26, 27).
        ///
        /// `receipt`: the evidencing receipt of the national system, where the regime says so: validity runs from it.
        /// `result_code`: the query code, where the regime gives one (PD 13). Who: a reviewer of the case's authority.
        /// Event: `Entered`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::enter().max(T::WeightInfo::enter_further_holder()).max(T::WeightInfo::enter_further_rights()))]
        pub fn enter(
            origin: OriginFor<T>,
            case: CaseId,
            receipt: Option<Reference>,
            result_code: Option<ExternalNumber>,
        ) -> DispatchResult {
            Ok(Self::do_enter(&ensure_signed(origin)?, case, receipt, result_code)?)
        }

        /// Refuses an examined application with its ground (NG 22) and the digest of the written notice.
        ///
        /// Who: a reviewer of the case's authority, another person than the examiner. Event: `CaseRefused`.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::refuse())]
        pub fn refuse(
            origin: OriginFor<T>,
            case: CaseId,
            ground: RefusalGround,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_refuse(&account, case, ground, channel, letter)?)
        }

        /// Withdraws an application that is not yet decided or entered.
        ///
        /// Who: the applicant, its agent, or an officer at the counter. Event: `CaseWithdrawn`.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(origin: OriginFor<T>, capacity: Capacity, case: CaseId) -> DispatchResult {
            Ok(Self::do_withdraw(&ensure_signed(origin)?, capacity, case)?)
        }

        /// Removes an ended case from state: withdrawn, never filed, terminated, or refused with its appeal window over.
        ///
        /// Who: an officer of the case's authority. Event: `CaseClosed`.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::close())]
        pub fn close(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_close(&ensure_signed(origin)?, case)?)
        }

        /// Records the delivery of the written notice that waits for it; time limits run from its day.
        ///
        /// Who: an examiner or registrar of the case's authority. Event: `NoticeDelivered`.
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::record_delivery())]
        pub fn record_delivery(origin: OriginFor<T>, case: CaseId, delivered_at: Moment) -> DispatchResult {
            Ok(Self::do_record_delivery(&ensure_signed(origin)?, case, delivered_at)?)
        }

        /// Acknowledges the written notice that waits for its delivery: it is delivered now.
        ///
        /// Who: the applicant, its agent, or an officer at the counter. Event: `NoticeDelivered`.
        #[pallet::call_index(13)]
        #[pallet::weight(T::WeightInfo::acknowledge())]
        pub fn acknowledge(origin: OriginFor<T>, capacity: Capacity, case: CaseId) -> DispatchResult {
            Ok(Self::do_acknowledge(&ensure_signed(origin)?, capacity, case)?)
        }

        /// Asks the applicant for further proof in review (NG 18), any number of times, one at a time. The clock pauses from
        /// delivery to the answer (NG 28).
        ///
        /// Who: an examiner of the case's authority. Event: `SupplementRequested`.
        #[pallet::call_index(14)]
        #[pallet::weight(T::WeightInfo::request_supplement())]
        pub fn request_supplement(
            origin: OriginFor<T>,
            case: CaseId,
            items: Bounded<EvidenceKind, 16>,
            working_days: u16,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_request_supplement(&account, case, items, working_days, channel, letter)?)
        }

        /// Gives the further proof that was asked for, all of it; the clock runs again.
        ///
        /// Who: the applicant, its agent, or an officer at the counter. Event: `SupplementAnswered`.
        #[pallet::call_index(15)]
        #[pallet::weight(T::WeightInfo::answer_supplement())]
        pub fn answer_supplement(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            evidence: Bounded<Evidence, 16>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_answer_supplement(&account, capacity, case, evidence)?)
        }

        /// Asks a third party in order to verify (NG 18). The clock runs on.
        ///
        /// Who: an examiner of the case's authority. Event: `InquirySent`.
        #[pallet::call_index(16)]
        #[pallet::weight(T::WeightInfo::inquire())]
        pub fn inquire(
            origin: OriginFor<T>,
            case: CaseId,
            inquired: Inquired,
            letter: Digest,
        ) -> DispatchResult {
            Ok(Self::do_inquire(&ensure_signed(origin)?, case, inquired, letter)?)
        }

        /// Records what came of inquiry `number` of the case, counted from 0.
        ///
        /// Who: an examiner of the case's authority. Event: `InquiryAnswered`.
        #[pallet::call_index(17)]
        #[pallet::weight(T::WeightInfo::record_inquiry_answer())]
        pub fn record_inquiry_answer(
            origin: OriginFor<T>,
            case: CaseId,
            number: u8,
            answer: Answer,
            record: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_record_inquiry_answer(&account, case, number, answer, record)?)
        }

        /// Extends the time of review with a reason: any number of times, in all at most the regime's limit (NG 28).
        ///
        /// Who: an examiner of the case's authority. Event: `ReviewExtended`.
        #[pallet::call_index(18)]
        #[pallet::weight(T::WeightInfo::extend())]
        pub fn extend(
            origin: OriginFor<T>,
            case: CaseId,
            working_days: u16,
            reason: Digest,
        ) -> DispatchResult {
            Ok(Self::do_extend(&ensure_signed(origin)?, case, working_days, reason)?)
        }

        /// Terminates the registration, which is no refusal: the applicant did not prove it when asked and an inquiry could
        /// not verify it (NG 18), or an objection in the public notice was upheld and the regime says so (PD 12).
        ///
        /// Who: a reviewer of the case's authority, another person than who handled it. Event: `CaseTerminated`.
        #[pallet::call_index(19)]
        #[pallet::weight(T::WeightInfo::terminate())]
        pub fn terminate(
            origin: OriginFor<T>,
            case: CaseId,
            record: Digest,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_terminate(&account, case, record, channel, letter)?)
        }

        /// Decides a request not to be published, with reasons (NG 24). `withheld`: nothing refuses the request.
        ///
        /// Who: an examiner of the case's authority. Event: `PublicationDecided`.
        #[pallet::call_index(20)]
        #[pallet::weight(T::WeightInfo::decide_publication())]
        pub fn decide_publication(
            origin: OriginFor<T>,
            case: CaseId,
            withheld: Option<Withholding>,
            record: Digest,
        ) -> DispatchResult {
            Ok(Self::do_decide_publication(&ensure_signed(origin)?, case, withheld, record)?)
        }

        /// Objects in the public notice of a case, until its last second (NG 25).
        ///
        /// Who: any party in good standing but the applicants, its agent, or an officer at the counter. Event:
        /// `ObjectedToNotice`.
        #[pallet::call_index(21)]
        #[pallet::weight(T::WeightInfo::object_to_notice())]
        pub fn object_to_notice(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            ground: ObjectionGround,
            materials: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_object_to_notice(&account, capacity, case, ground, materials)?)
        }

        /// Decides objection `number` of the case, counted from 0, after its investigation (NG 25).
        ///
        /// Who: a reviewer of the case's authority, another person than the examiner. Event: `NoticeObjectionDecided`.
        #[pallet::call_index(22)]
        #[pallet::weight(T::WeightInfo::decide_notice_objection())]
        pub fn decide_notice_objection(
            origin: OriginFor<T>,
            case: CaseId,
            number: u8,
            result: ObjectionResult,
            record: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_decide_notice_objection(&account, case, number, result, record)?)
        }

        /// Asks once for re-assessment of a refusal, within the regime's days from its delivery (S046).
        ///
        /// Who: the applicant, its agent, or an officer at the counter. Event: `CaseAppealed`.
        #[pallet::call_index(23)]
        #[pallet::weight(T::WeightInfo::appeal())]
        pub fn appeal(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            statement: Digest,
        ) -> DispatchResult {
            Ok(Self::do_appeal(&ensure_signed(origin)?, capacity, case, statement)?)
        }

        /// Decides a re-assessment (S046): the refusal stands finally, or the case is examined anew.
        ///
        /// Who: a reviewer of the case's authority who neither examined nor refused. Event: `AppealDecided`.
        #[pallet::call_index(24)]
        #[pallet::weight(T::WeightInfo::decide_appeal())]
        pub fn decide_appeal(
            origin: OriginFor<T>,
            case: CaseId,
            result: Reassessment,
            record: Digest,
        ) -> DispatchResult {
            Ok(Self::do_decide_appeal(&ensure_signed(origin)?, case, result, record)?)
        }

        /// Consents that `to` gets the operating right in data fused with it (NG 21(5)); for one registration, revocable
        /// until it is entered. `object`: a registered object, or the one that a pending case would register.
        ///
        /// Who: another participant of the case or holder in the object, or its agent. Event: `OperatingConsented`.
        #[pallet::call_index(25)]
        #[pallet::weight(T::WeightInfo::consent_to_operating())]
        pub fn consent_to_operating(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            to: PartyId,
        ) -> DispatchResult {
            Ok(Self::do_consent(&ensure_signed(origin)?, capacity, object, to)?)
        }

        /// Revokes such a consent before its use.
        ///
        /// Who: who gave it, or its agent. Event: `ConsentRevoked`.
        #[pallet::call_index(26)]
        #[pallet::weight(T::WeightInfo::revoke_consent())]
        pub fn revoke_consent(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            to: PartyId,
        ) -> DispatchResult {
            Ok(Self::do_revoke_consent(&ensure_signed(origin)?, capacity, object, to)?)
        }

        /// Imports an earlier registration of another system (NG 41): object, rights and a certificate with the earlier
        /// number. It is shown as imported until another officer has reviewed it.
        ///
        /// Who: a registrar of the authority. Event: `Entered`.
        #[pallet::call_index(27)]
        #[pallet::weight(T::WeightInfo::import())]
        pub fn import(origin: OriginFor<T>, earlier: Box<EarlierRegistration>) -> DispatchResult {
            Ok(Self::do_import(&ensure_signed(origin)?, *earlier)?)
        }

        /// Records that an imported registration was reviewed (NG 41).
        ///
        /// Who: a reviewer of the object's authority, another person than who imported it. Event: `Entered`.
        #[pallet::call_index(28)]
        #[pallet::weight(T::WeightInfo::review_import())]
        pub fn review_import(origin: OriginFor<T>, object: ObjectId) -> DispatchResult {
            Ok(Self::do_review_import(&ensure_signed(origin)?, object)?)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// A case in state.
        pub fn case(case: CaseId) -> Option<Case> {
            Cases::<T>::get(case)
        }

        /// Status, deadline and days of a case now.
        pub fn case_standing(case: CaseId) -> Option<Standing> {
            Self::standing_of(case)
        }

        /// Whether `party` could file this application now, or the rule that stands in the way.
        pub fn can_file(party: PartyId, filing: Box<FirstRegistration>) -> Result<(), DispatchError> {
            Self::ensure_can_file(party, &filing)
                .map(|_| ())
                .map_err(Into::into)
        }

        /// The cases of an authority in state whose identifiers are above `after`, at most 100, with their standing.
        pub fn cases_of(authority: AuthorityId, after: Option<CaseId>) -> Vec<(CaseId, Standing)> {
            Self::cases_with_standing(authority, after)
        }

        /// What waits at an authority, for each officer and without one, and what is overdue.
        pub fn workload(authority: AuthorityId) -> Workload {
            Self::workload_of(authority)
        }

        /// Ended cases of an authority in a month, with the working days they took.
        pub fn statistics(authority: AuthorityId, month: NumberingMonth) -> super::Statistics {
            StatisticsOf::<T>::get(authority, month)
        }

        /// The whole title of an object: rights, certificates, fingerprints, marks.
        pub fn title(object: ObjectId) -> Option<Title> {
            Self::title_of(object)
        }

        /// Object and certificate by certificate number.
        pub fn certificate_by_number(number: CertificateNumber) -> Option<(ObjectId, CertificateRecord)> {
            let (object, certificate) = CertificateByNumber::<T>::get(number)?;
            Some((object, Certificates::<T>::get(object, certificate)?))
        }

        /// A party's certificates from number `from` on, at most 100.
        pub fn holdings(party: PartyId, from: u32) -> Vec<(ObjectId, CertificateRecord)> {
            Self::holdings_of(party, from)
        }

        /// The first object with a fingerprint.
        pub fn object_by_fingerprint(digest: Digest) -> Option<ObjectId> {
            ObjectByFingerprint::<T>::get(digest)
        }
    }
}
