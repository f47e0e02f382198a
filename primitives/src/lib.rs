//! The domain of Quanji in plain `no_std` Rust, without FRAME: identifiers, digests, rights, terms, clocks,
//! regimes, records and text forms. Runtime, client and verifier share it, so that one fact has one definition.
//!
//! * [`ids`]: typed identifiers and their checked text form.
//! * [`clock`]: moments, days of China Standard Time, working days, periods, the clock of a case.
//! * [`person`], [`object`], [`rights`], [`filing`], [`case`]: the words of the register.
//! * [`marks`], [`dealing`], [`day_book`]: what stands against a right, what it bars, and the instruments of organs.
//! * [`collateral`]: pledges and reservations, what deeds do with them, and how they rank.
//! * [`ending`]: why rights end and facts are corrected, and what an authority does of its own motion.
//! * [`succession`]: what becomes of a party's rights when it merges, divides, ends or dies.
//! * [`regime`]: the rules of one registration system as data; [`regimes`] are the ones known at genesis.
//! * [`v1`]: the records that certificates prove. Never edited; a later layout gets its own module.
//! * [`directory`]: the traits in which pallets meet.

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

/// Gives every type inside the derives that all domain types share: codec, metadata, JSON, comparison.
macro_rules! domain {
    ($($item:item)*) => {
        $(
            #[derive(
                Clone, PartialEq, Eq, Debug, codec::Encode, codec::Decode, codec::DecodeWithMemTracking,
                codec::MaxEncodedLen, scale_info::TypeInfo, serde::Serialize, serde::Deserialize,
            )]
            $item
        )*
    };
}

/// A vector that holds at most `N` elements.
pub type Bounded<T, const N: u32> = bounded_collections::BoundedVec<T, bounded_collections::ConstU32<N>>;

pub mod authority;
pub mod bad_faith;
pub mod capacity;
pub mod case;
pub mod certificate_number;
pub mod clock;
pub mod codes;
pub mod collateral;
pub mod conflict;
pub mod day_book;
pub mod dealing;
pub mod digest;
pub mod directory;
pub mod ending;
pub mod filing;
pub mod ids;
pub mod imported;
pub mod marks;
pub mod object;
pub mod objection;
pub mod once;
pub mod person;
pub mod regime;
pub mod regimes;
pub mod renewal;
pub mod rights;
pub mod storage_keys;
pub mod succession;
pub mod terms;
pub mod text_form;
pub mod text_rules;
pub mod v1;
pub mod written_notice;

pub use digest::Digest;
pub use ids::{
    AuthorityId, CaseId, ConflictId, DeedId, EntryNo, ObjectId, ObjectionId, OfficerId, PartyId, PowerId,
    RightId, StampId,
};
