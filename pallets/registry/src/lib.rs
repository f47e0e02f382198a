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
mod below;
mod calls;
mod cancellation;
mod change;
mod claims;
mod collateral;
mod consents;
mod corrections;
mod dealing;
mod dealing_entry;
mod dealings;
mod delivery;
mod endings;
mod entering;
mod entries;
mod errors;
mod events;
mod examination;
mod facts;
mod falling;
mod filing;
mod first_entry;
mod further_rights;
mod hindrances;
mod importing;
mod licences;
mod licensing;
mod live_marks;
mod mark_consents;
mod matches;
mod motions;
mod notice_objections;
mod numbers;
mod particulars;
mod publication;
mod queries;
mod reassessment;
mod recent;
mod refusal;
mod register;
mod registrations;
mod renewal;
mod review;
mod roll;
mod ruling;
mod signing;
mod size;
mod sources;
mod split;
mod succession;
mod transfer;
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

pub use consents::Consent;
pub use falling::FallingOf;
pub use live_marks::{
    LiveMarksOf, LIVE_MARKS_MAX, LIVE_OF_ORGANS_MAX, LIVE_OF_PARTIES_MAX, LIVE_OF_SOURCES_MAX,
};
pub use pallet::*;
pub use queries::Title;
pub use roll::{Line, Live, Roll, HOLDERS_MAX};
pub use size::RECORDS_MAX;
pub use sources::Telling;
pub use weights::WeightInfo;
pub use workload::{Load, Statistics, Workload};

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[allow(clippy::expect_used, reason = "in the code that the pallet macro generates")]
#[frame_support::pallet]
pub mod pallet {
    use super::{
        consents::Consents as ConsentsOf, falling::FallingOf, live_marks::LIVE_MARKS_MAX, motions::TOLD_MAX,
        sources::Telling, LiveMarksOf, Roll, Title, WeightInfo, Workload,
    };
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        capacity::{Capacity, Via},
        case::{
            Answer, Case, Concerned, Conclusion, Examination, Inquired, PublicationDecision, Reassessment,
            Reference, RefusalGround, Report, Standing, CONCERNED_MAX,
        },
        certificate_number::{CertificateNumber, ExternalNumber, NumberingMonth},
        clock::{Due, Moment},
        dealing::Hindrance,
        directory::{AuthorityDirectory, LicenceBook, MarkHolders, PartyRegister, RuleBook},
        ending::{Motion, MotionMatter, StandsOn},
        filing::{Dealing, Deficiency, Evidence, EvidenceKind, FirstRegistration, Withholding},
        imported::EarlierRegistration,
        marks::{Mark, Operation, SourceNotice},
        object::{Fingerprint, QueryCode},
        objection::{ObjectionGround, ObjectionResult},
        text_rules::TEXT_BYTES_MAX,
        v1::{CertificateRecord, Entry, ObjectRecord, RightRecord},
        written_notice::{Channel, RefusalLetter},
        AuthorityId, Bounded, CaseId, Digest, EntryNo, ObjectId, OfficerId, PartyId, RightId,
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
        /// For whom marks stand.
        type MarkHolders: MarkHolders;
        /// On what licences hang, and the terms of those that a case grants.
        type Licences: LicenceBook<Refusal: Into<DispatchError>>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Prepares persons, authorities and time for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: super::benchmarking::Helper<Self::AccountId>;
    }

    /// The last serial number an authority gave; cases and objects share it.
    #[pallet::storage]
    pub type LastSerial<T: Config> = StorageMap<_, Twox64Concat, AuthorityId, u64, ValueQuery>;

    /// Open cases, and until they are closed refused or withdrawn ones and entered ones of which some kinds were refused.
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

    /// Object and certificate by certificate number. Where several schemes gave a number, the one imported first.
    #[pallet::storage]
    pub type CertificateByNumber<T: Config> =
        StorageMap<_, Blake2_128Concat, CertificateNumber, (ObjectId, u32)>;

    /// The entry of a case in an object registered before it: of a further holder, or of further rights. The entry of any
    /// other case is the first of the object with its own serial number.
    #[pallet::storage]
    pub type EntryOfCase<T: Config> = StorageMap<_, Blake2_128Concat, CaseId, EntryNo>;
    /// Object and certificate of an imported registration, by the scheme that gave its number and this number.
    #[pallet::storage]
    pub type EarlierNumbers<T: Config> =
        StorageMap<_, Blake2_128Concat, (ExternalNumber, ExternalNumber), (ObjectId, u32)>;

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

    /// Digest of the document that states the particulars of a holder, changed since its admission, as they were entered in
    /// an object (NG 35(1)). It stays when the holder parts with its rights.
    #[pallet::storage]
    pub type Particulars<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Blake2_128Concat, PartyId, Digest>;

    /// The entry by which an object was split off another one.
    #[pallet::storage]
    pub type SplitFrom<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, EntryNo>;

    /// Objects made from an object, numbered densely from 0.
    #[pallet::storage]
    pub type Derived<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, ObjectId>;

    /// Sources of which something is to be told to what was made from them, in the order in which they came; each waits once.
    #[pallet::storage]
    pub type SourceQueue<T: Config> = StorageMap<_, Twox64Concat, u64, ObjectId>;

    /// The place of the first source that waits, and the next free place.
    #[pallet::storage]
    pub type SourceQueueEnds<T: Config> = StorageValue<_, (u64, u64), ValueQuery>;

    /// How far each waiting source has been told.
    #[pallet::storage]
    pub type Tellings<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, Telling>;

    /// The number of the mark by which an object tells of a right from which it was made, ended or not: one for each right that
    /// its lineage names; of a source named without a right under the number `u32::MAX`.
    #[pallet::storage]
    pub type SourceNotices<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Blake2_128Concat, RightId, u32>;

    /// Licences that have fallen with a right above them and still wait for their own entries, by their objects: each with
    /// the number of the entry that ended that right, and its own number. More fall at once than one call can write only
    /// where an object has many; the others follow where a block has room.
    #[pallet::storage]
    pub type Falling<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, FallingOf, ValueQuery>;

    /// Marks on an object, numbered densely from 0; ended ones stay.
    #[pallet::storage]
    pub type Marks<T: Config> = StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, Mark>;

    /// The marks on an object that are not over, by their numbers, in one value: what the gate reads. Those that time ends
    /// leave it when the next mark is written.
    #[pallet::storage]
    pub type LiveMarks<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, LiveMarksOf, ValueQuery>;

    /// The latest entries of an object but its first, with the moments at which they were written: at most 30 days old when
    /// the last of them was.
    #[pallet::storage]
    pub type RecentEntries<T: Config> =
        StorageMap<_, Blake2_128Concat, ObjectId, Bounded<(Moment, u32), 32>, ValueQuery>;

    /// What is live in an object, in short: rights by their numbers, and registrations without rights.
    #[pallet::storage]
    pub type Rolls<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, Roll, ValueQuery>;

    /// Consents to the operating right in an object whose data was fused (NG 21(5)), each with the officer who typed it in at
    /// the counter. Each is used once, by the entry.
    #[pallet::storage]
    pub type Consents<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, ConsentsOf, ValueQuery>;

    /// What an authority is about to do of its own motion 依职权 with an object: proposed by one officer, to be executed by
    /// another.
    #[pallet::storage]
    pub type Motions<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, Motion>;

    /// Ended cases of an authority in a month: how many, and in how many working days.
    #[pallet::storage]
    pub type StatisticsOf<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        AuthorityId,
        Twox64Concat,
        NumberingMonth,
        super::Statistics,
        ValueQuery,
    >;

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        /// Lets the licences fall that calls had no room for, and tells what was made from a source that it has ended, is
        /// seized or is disputed, or is so no longer: as many as there is room for in the block.
        fn on_idle(_: BlockNumberFor<T>, room: Weight) -> Weight {
            let taken = Self::let_others_fall(room);
            taken.saturating_add(Self::tell_descendants(room.saturating_sub(taken)))
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
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
            Self::ensure_can_file(party, &filing, T::Rules::default().now())
                .map(|_| ())
                .map_err(Into::into)
        }

        /// Whether the officer of `account` could publish this now, or the rule that stands in the way. Asked of one's own
        /// node: a text that may not be published gets into no block.
        pub fn can_publish(
            account: T::AccountId,
            case: CaseId,
            text: Option<Vec<u8>>,
            national: Option<Reference>,
        ) -> Result<(), DispatchError> {
            Self::ensure_may_publish(&account, case, text.as_deref(), national).map_err(Into::into)
        }

        /// The entry that a case ended in, though some kinds were refused; nothing for one that was not entered.
        pub fn entry_of_case(case: CaseId) -> Option<EntryNo> {
            Self::entry_of(case)
        }

        /// Whether `party` could file this dealing now, or the rule that stands in the way.
        pub fn can_file_dealing(party: PartyId, dealing: Box<Dealing>) -> Result<(), DispatchError> {
            let now = T::Rules::default().now();
            Self::ensure_can_file_dealing(party, &dealing, now).map(|_| ())
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

        /// Digest of the document that states the particulars of a holder, as they were last entered in an object (NG 35(1));
        /// nothing where those of its admission stand.
        pub fn particulars(object: ObjectId, holder: PartyId) -> Option<Digest> {
            Particulars::<T>::get(object, holder)
        }

        /// The whole title of an object: rights, certificates, fingerprints, marks.
        pub fn title(object: ObjectId) -> Option<Title> {
            Self::title_of(object)
        }

        /// What stands in the way of an operation on a right now: marks, rules of the regime, the end of a term, licences, open
        /// cases, the standing of who holds it; each with its effect, since when it stands, until when, and who can remove it.
        /// Nothing: it may be done. `party` is who would do it; of one that does not hold the right the answer says so. A right
        /// that is not there is an error.
        pub fn can_deal(
            right: RightId,
            operation: Operation,
            party: Option<PartyId>,
        ) -> Result<Vec<Hindrance>, DispatchError> {
            Self::hindrances(right, operation, party).map_err(Into::into)
        }

        /// What besides marks stands on a right and bars its cancellation: licences in force, and open cases. Nothing for a
        /// right that is not there or has ended.
        pub fn stands_on(right: RightId) -> Option<StandsOn> {
            Self::standing_on(right)
        }

        /// What is to be known now of the sources from which an object was made: that a right of them has ended, by an entry
        /// or by its term, is seized or disputed, since when. Marks tell the same but for what ends by its term.
        pub fn source_notices(object: ObjectId) -> Vec<(RightId, SourceNotice)> {
            Self::notices_of_sources(object)
        }

        /// The entry by which an object was split off another one; nothing for one that was registered by itself.
        pub fn split_from(object: ObjectId) -> Option<EntryNo> {
            SplitFrom::<T>::get(object)
        }

        /// Whether the officer of `account` could publish this text of a part that leaves an object now, or the rule that
        /// stands in the way. Asked of one's own node: a text that may not be published gets into no block.
        pub fn can_publish_part(
            account: T::AccountId,
            case: CaseId,
            text: Vec<u8>,
        ) -> Result<(), DispatchError> {
            Self::ensure_may_publish_part(&account, case, &text).map_err(Into::into)
        }

        /// What the authority is about to do of its own motion with an object.
        pub fn motion(object: ObjectId) -> Option<Motion> {
            Motions::<T>::get(object)
        }

        /// Whether the officer of `account` could carry out the motion on an object with this text now, or the rule that stands
        /// in the way. Asked of one's own node: a text that may not be published gets into no block.
        pub fn can_execute_motion(
            account: T::AccountId,
            object: ObjectId,
            text: Option<Vec<u8>>,
        ) -> Result<(), DispatchError> {
            Self::ensure_may_execute_motion(&account, object, text.as_deref()).map_err(Into::into)
        }

        /// The numbers of an object's rights of first registration that are in force now: neither ended nor lapsed.
        pub fn in_force(object: ObjectId) -> Vec<u32> {
            let lines = Self::lines_in_force(object);
            let rights = lines.iter().filter_map(super::roll::Line::right);
            rights.map(|(number, _)| number).collect()
        }

        /// Object and certificate by certificate number; of several schemes that gave it, the one imported first.
        pub fn certificate_by_number(number: CertificateNumber) -> Option<(ObjectId, CertificateRecord)> {
            let (object, certificate) = CertificateByNumber::<T>::get(number)?;
            Some((object, Certificates::<T>::get(object, certificate)?))
        }

        /// Object and certificate of an imported registration, by the scheme that gave its number and this number.
        pub fn certificate_of_earlier(
            scheme: ExternalNumber,
            number: ExternalNumber,
        ) -> Option<(ObjectId, CertificateRecord)> {
            let (object, certificate) = EarlierNumbers::<T>::get((scheme, number))?;
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
