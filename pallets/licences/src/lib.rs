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

mod book;
mod calls;
mod ends;
mod errors;
mod events;
mod granting;
mod mark_consents;
mod offers;
mod orders;
mod queries;
mod reports;
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
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[allow(clippy::expect_used, reason = "in the code that the pallet macro generates")]
#[frame_support::pallet]
pub mod pallet {
    use super::WeightInfo;
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        capacity::{Capacity, Via},
        case::MarkConsent,
        dealing::Obstacle,
        directory::{
            AuthorityDirectory, LicenceRegister, MarkHolders, PartyRegister, RegisterError, RuleBook,
        },
        terms::{
            EndCause, EndKind, Exceeds, LicenceFiling, Offer, ProposedEnd, Quantity, Standing, Use,
            UseAnswer, UseReport, SIGNATORIES_MAX,
        },
        v1::LicenceRecord,
        AuthorityId, Bounded, Digest, ObjectId, OfficerId, PartyId,
    };

    /// The layout of storage.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    /// The most consents to one offer: as many marks of parties can stand.
    pub const CONSENTS_MAX: u32 = 16;

    /// The most open offers on one object.
    pub const OFFERS_MAX: u32 = 32;

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the runtime plugs in.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Regimes, code tables and the clock.
        type Rules: RuleBook;
        /// Authorities and officers.
        type Authorities: AuthorityDirectory<Self::AccountId>;
        /// Parties and powers.
        type Parties: PartyRegister<Self::AccountId>;
        /// Objects, rights and marks: every licence granted, ended or reported on is an entry that it writes.
        type Register: LicenceRegister;
        /// For whom marks stand.
        type MarkHolders: MarkHolders;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Prepares objects, persons and time for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: super::benchmarking::BenchmarkHelper<Self::AccountId>;
    }

    /// What a licence has beside its right, under the number of that right; ended ones stay.
    #[pallet::storage]
    pub type Licences<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, LicenceRecord>;

    /// Offers that wait for signatures, numbered in their object from 1.
    #[pallet::storage]
    pub type Offers<T: Config> = StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, Offer>;

    /// The number of the last offer on an object.
    #[pallet::storage]
    pub type LastOffer<T: Config> = StorageMap<_, Blake2_128Concat, ObjectId, u32, ValueQuery>;

    /// The numbers of the offers that wait on an object, lapsed ones until the next offer.
    #[pallet::storage]
    pub type OpenOffers<T: Config> =
        StorageMap<_, Blake2_128Concat, ObjectId, Bounded<u32, OFFERS_MAX>, ValueQuery>;

    /// Consents to an offer, under its number, of those for whom marks stand.
    #[pallet::storage]
    pub type OfferConsents<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        ObjectId,
        Twox64Concat,
        u32,
        Bounded<MarkConsent, CONSENTS_MAX>,
        ValueQuery,
    >;

    /// Ends of a licence that wait for signatures, one of each kind.
    #[pallet::storage]
    pub type ProposedEnds<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, ObjectId>,
            NMapKey<Twox64Concat, u32>,
            NMapKey<Twox64Concat, EndKind>,
        ),
        ProposedEnd,
    >;

    impl<T> From<RegisterError> for Error<T> {
        fn from(error: RegisterError) -> Self {
            match error {
                // It corrects nothing.
                RegisterError::NotFound | RegisterError::Unfit => Self::ObjectUnfit,
                RegisterError::Full => Self::ObjectFull,
                RegisterError::Barred => Self::MarkInTheWay,
            }
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// What a licence has beside its right, ended or not.
        pub fn licence(object: ObjectId, number: u32) -> Option<LicenceRecord> {
            Licences::<T>::get(object, number)
        }

        /// Whether a right is in force now, what is left of its quantity (nothing when it is not limited), and which
        /// licences would fall if it were ended.
        pub fn licence_standing(object: ObjectId, number: u32) -> (Standing, Option<Quantity>, Vec<u32>) {
            Self::standing_of(object, number)
        }

        /// Whether `party` may use the right with `number` so now (S060), with the reason and the rights above it.
        pub fn may_use(object: ObjectId, number: u32, party: PartyId, asked: Use) -> UseAnswer {
            Self::answer_to(object, number, party, asked)
        }

        /// Whether this could be offered now, or the rule that stands in the way.
        pub fn can_offer(object: ObjectId, filing: Box<LicenceFiling>) -> Result<(), DispatchError> {
            Self::ensure_can_offer(object, &filing)
                .map(|_| ())
                .map_err(Into::into)
        }

        /// The member of the terms that exceeds what the parent allows now, with both values.
        pub fn exceeds(object: ObjectId, filing: Box<LicenceFiling>) -> Option<Exceeds> {
            Self::excess_of(object, &filing)
        }

        /// What stands in the way of such a licence now: each mark with its effect, since when, and who can remove it.
        pub fn obstacles(object: ObjectId, filing: Box<LicenceFiling>) -> Vec<Obstacle> {
            Self::obstacles_to(object, &filing)
        }

        /// The offers that wait on an object, lapsed ones included, with their numbers.
        pub fn offers_on(object: ObjectId) -> Vec<(u32, Offer)> {
            Self::waiting_offers(object)
        }

        /// The parties whose signatures an offer still waits for.
        pub fn signatures_missing(object: ObjectId, offer: u32) -> Vec<PartyId> {
            Self::missing_of(object, offer)
        }

        /// The consents to an offer of those for whom marks stand.
        pub fn offer_consents(object: ObjectId, offer: u32) -> Vec<MarkConsent> {
            Self::consents_to((object, offer))
        }

        /// The ends of a licence that wait for signatures.
        pub fn proposed_ends(object: ObjectId, number: u32) -> Vec<ProposedEnd> {
            Self::waiting_ends(object, number)
        }
    }
}
