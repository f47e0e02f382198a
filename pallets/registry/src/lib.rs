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
mod entering;
mod examination;
mod filing;
mod numbers;
mod publication;
mod queries;
mod try_state;
mod who;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a benchmark may stop at the first surprise"
)]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

pub use pallet::*;
pub use queries::Title;
pub use weights::WeightInfo;

#[allow(clippy::expect_used, reason = "in the code that the pallet macro generates")]
#[frame_support::pallet]
pub mod pallet {
    use super::{publication::TEXT_BYTES_MAX, Title, WeightInfo};
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        case::{Case, Conclusion, Examination, RefusalGround, Report, Status},
        certificate_number::{CertificateNumber, NumberingMonth},
        clock::Due,
        directory::{AuthorityDirectory, PartyRegister, RuleBook},
        filing::{Deficiency, FirstRegistration},
        object::Fingerprint,
        v1::{CertificateRecord, Entry, ObjectRecord, RightRecord},
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
            /// The application: digests and coded fields only.
            filing: Box<FirstRegistration>,
            /// An earlier object with one of the fingerprints; its holders are told by this event.
            matches: Option<ObjectId>,
        },
        /// A returned application was completed (NG 17).
        #[codec(index = 1)]
        CaseResubmitted {
            /// The case.
            case: CaseId,
            /// The applicant.
            applicant: PartyId,
            /// The completed application.
            filing: Box<FirstRegistration>,
            /// An earlier object with one of the fingerprints.
            matches: Option<ObjectId>,
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
            /// Last day to complete it; afterwards it counts as never filed.
            due: Due,
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
        /// The examined description was published and the notice runs (NG 24).
        #[codec(index = 7)]
        NoticePublished {
            /// The case.
            case: CaseId,
            /// The authority.
            authority: AuthorityId,
            /// The officer.
            officer: OfficerId,
            /// Digest of the published text.
            text: Digest,
            /// Last day of the notice.
            due: Due,
        },
        /// The entry was made (NG 26): this is the entry itself.
        #[codec(index = 8)]
        Entered {
            /// The officer who entered it.
            officer: OfficerId,
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
            /// Digest of the written notice.
            notice: Digest,
        },
        /// The applicant withdrew.
        #[codec(index = 10)]
        CaseWithdrawn {
            /// The case.
            case: CaseId,
            /// The applicant.
            applicant: PartyId,
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
        /// Holders must be two to sixteen in rising order, each once, with shares that add up to one whole.
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
        /// Who: a party in good standing that is one of the holders. Event: `CaseFiled`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::file())]
        pub fn file(origin: OriginFor<T>, filing: Box<FirstRegistration>) -> DispatchResult {
            let applicant = Self::party(&ensure_signed(origin)?)?;
            Ok(Self::do_file(applicant, *filing).map(|_| ())?)
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
        /// `working_days`: the time to complete it, at most the regime's limit. Who: an examiner of the case's authority.
        /// Event: `CaseReturned`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::return_for_completion())]
        pub fn return_for_completion(
            origin: OriginFor<T>,
            case: CaseId,
            deficiencies: Bounded<Deficiency, 16>,
            working_days: u16,
        ) -> DispatchResult {
            Ok(Self::do_return(
                &ensure_signed(origin)?,
                case,
                deficiencies,
                working_days,
            )?)
        }

        /// Completes a returned application in time (NG 17): the whole application again.
        ///
        /// Who: the applicant. Event: `CaseResubmitted`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::resubmit())]
        pub fn resubmit(
            origin: OriginFor<T>,
            case: CaseId,
            filing: Box<FirstRegistration>,
        ) -> DispatchResult {
            let applicant = Self::party(&ensure_signed(origin)?)?;
            Ok(Self::do_resubmit(applicant, case, *filing)?)
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
        /// `text`: the canonical description, whose SHA-256 the application holds. Who: an examiner of the case's
        /// authority. Event: `NoticePublished`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::publish(text.len() as u32))]
        pub fn publish(
            origin: OriginFor<T>,
            case: CaseId,
            text: Bounded<u8, TEXT_BYTES_MAX>,
        ) -> DispatchResult {
            Ok(Self::do_publish(&ensure_signed(origin)?, case, &text)?)
        }

        /// Enters a case whose notice has ended: object, rights, certificate and entry (NG 26, 27).
        ///
        /// Who: a reviewer of the case's authority. Event: `Entered`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::enter().max(T::WeightInfo::enter_further_holder()))]
        pub fn enter(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_enter(&ensure_signed(origin)?, case)?)
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
            notice: Digest,
        ) -> DispatchResult {
            Ok(Self::do_refuse(&ensure_signed(origin)?, case, ground, notice)?)
        }

        /// Withdraws an application that is not yet decided or entered.
        ///
        /// Who: the applicant. Event: `CaseWithdrawn`.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            let applicant = Self::party(&ensure_signed(origin)?)?;
            Ok(Self::do_withdraw(applicant, case)?)
        }

        /// Removes an ended case from state: withdrawn, never filed, or refused with its appeal window over.
        ///
        /// Who: an officer of the case's authority. Event: `CaseClosed`.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::close())]
        pub fn close(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_close(&ensure_signed(origin)?, case)?)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// A case in state.
        pub fn case(case: CaseId) -> Option<Case> {
            Cases::<T>::get(case)
        }

        /// What is true of a case now, with its deadline.
        pub fn case_status(case: CaseId) -> Option<Status> {
            Self::status_of(case)
        }

        /// Whether `party` could file this application now, or the rule that stands in the way.
        pub fn can_file(party: PartyId, filing: Box<FirstRegistration>) -> Result<(), DispatchError> {
            Self::ensure_can_file(party, &filing)
                .map(|_| ())
                .map_err(Into::into)
        }

        /// The whole title of an object: rights, certificates, fingerprints.
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
