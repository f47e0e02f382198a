//! Weights of `pallet_disputes`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_disputes::WeightInfo for WeightInfo<T> {
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_conclusion() -> Weight {
        Weight::from_parts(1_020_823_000, 16_270)
            .saturating_add(T::DbWeight::get().reads(45))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_objection() -> Weight {
        Weight::from_parts(861_317_000, 15_738)
            .saturating_add(T::DbWeight::get().reads(40))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 2 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn close() -> Weight {
        Weight::from_parts(1_294_669_000, 17_407)
            .saturating_add(T::DbWeight::get().reads(104))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn complete_objection() -> Weight {
        Weight::from_parts(134_810_000, 3_882)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 17 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn conclude() -> Weight {
        Weight::from_parts(1_699_339_000, 17_857)
            .saturating_add(T::DbWeight::get().reads(122))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn confirm_hold() -> Weight {
        Weight::from_parts(1_306_326_000, 17_270)
            .saturating_add(T::DbWeight::get().reads(102))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_by_instrument() -> Weight {
        Weight::from_parts(1_253_808_000, 17_278)
            .saturating_add(T::DbWeight::get().reads(103))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Department: 1 read, 0 written
    // Disputes::Conflicts: 1 read, 1 written
    // Disputes::OpenConflicts: 0 read, 2 written
    // Registry::LiveMarks: 2 read, 2 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 2 read, 2 written
    // Registry::RecentEntries: 2 read, 2 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_conflict() -> Weight {
        Weight::from_parts(266_345_000, 1_753)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(11))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 16 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn execute() -> Weight {
        Weight::from_parts(1_915_469_000, 17_996)
            .saturating_add(T::DbWeight::get().reads(105))
            .saturating_add(T::DbWeight::get().writes(25))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::Certificates: 17 read, 17 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Codes: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // t: 0 to 16384
    fn execute_change(t: u32) -> Weight {
        Weight::from_parts(2_079_826_917, 19_122)
            .saturating_add(Weight::from_parts(34_386, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(123))
            .saturating_add(T::DbWeight::get().writes(24))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn lift_hold() -> Weight {
        Weight::from_parts(1_273_188_000, 17_383)
            .saturating_add(T::DbWeight::get().reads(103))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn notify_registrant() -> Weight {
        Weight::from_parts(1_274_559_000, 16_788)
            .saturating_add(T::DbWeight::get().reads(104))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Disputes::HeardFacts: 1 read, 1 written
    // Disputes::Objections: 0 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::PredecessorCount: 1 read, 0 written
    // Parties::Successions: 33 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn object() -> Weight {
        Weight::from_parts(618_126_000, 6_541)
            .saturating_add(T::DbWeight::get().reads(77))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn propose_hold() -> Weight {
        Weight::from_parts(1_113_751_000, 16_913)
            .saturating_add(T::DbWeight::get().reads(99))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn prove_court() -> Weight {
        Weight::from_parts(236_180_000, 4_778)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Conflicts: 0 read, 1 written
    // Disputes::LastConflict: 1 read, 1 written
    // Disputes::OpenConflicts: 2 read, 2 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 32 read, 0 written
    // Registry::LiveMarks: 2 read, 2 written
    // Registry::Marks: 0 read, 2 written
    // Registry::Objects: 2 read, 2 written
    // Registry::RecentEntries: 2 read, 2 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn raise_conflict() -> Weight {
        Weight::from_parts(1_158_547_000, 13_346)
            .saturating_add(T::DbWeight::get().reads(52))
            .saturating_add(T::DbWeight::get().writes(12))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::Marks: 1 read, 0 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_delivery() -> Weight {
        Weight::from_parts(1_099_159_000, 16_786)
            .saturating_add(T::DbWeight::get().reads(101))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn return_objection() -> Weight {
        Weight::from_parts(1_112_599_000, 16_592)
            .saturating_add(T::DbWeight::get().reads(102))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Disputes::Objections: 1 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw_objection() -> Weight {
        Weight::from_parts(334_396_000, 4_907)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(7))
    }
}
