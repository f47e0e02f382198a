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
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_conclusion() -> Weight {
        Weight::from_parts(334_555_000, 4_838)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_objection() -> Weight {
        Weight::from_parts(302_113_000, 4_721)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn close() -> Weight {
        Weight::from_parts(1_517_192_000, 6_823)
            .saturating_add(T::DbWeight::get().reads(36))
            .saturating_add(T::DbWeight::get().writes(4))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn complete_objection() -> Weight {
        Weight::from_parts(293_878_000, 3_470)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn conclude() -> Weight {
        Weight::from_parts(1_162_599_000, 6_413)
            .saturating_add(T::DbWeight::get().reads(34))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn confirm_hold() -> Weight {
        Weight::from_parts(1_664_526_000, 8_118)
            .saturating_add(T::DbWeight::get().reads(49))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_by_instrument() -> Weight {
        Weight::from_parts(1_129_698_000, 6_543)
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Department: 1 read, 0 written
    // Disputes::Conflicts: 1 read, 1 written
    // Disputes::OpenConflicts: 0 read, 2 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 2 read, 2 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_conflict() -> Weight {
        Weight::from_parts(484_203_000, 1_388)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(7))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 16 read, 16 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn execute() -> Weight {
        Weight::from_parts(2_568_052_000, 8_458)
            .saturating_add(T::DbWeight::get().reads(52))
            .saturating_add(T::DbWeight::get().writes(21))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn lift_hold() -> Weight {
        Weight::from_parts(1_361_070_000, 6_810)
            .saturating_add(T::DbWeight::get().reads(35))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn notify_registrant() -> Weight {
        Weight::from_parts(1_723_486_000, 8_246)
            .saturating_add(T::DbWeight::get().reads(51))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Disputes::HeardFacts: 1 read, 1 written
    // Disputes::Objections: 0 read, 1 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn object() -> Weight {
        Weight::from_parts(1_728_656_000, 6_644)
            .saturating_add(T::DbWeight::get().reads(42))
            .saturating_add(T::DbWeight::get().writes(4))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn propose_hold() -> Weight {
        Weight::from_parts(1_182_727_000, 6_543)
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn prove_court() -> Weight {
        Weight::from_parts(255_046_000, 3_653)
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Conflicts: 0 read, 1 written
    // Disputes::LastConflict: 1 read, 1 written
    // Disputes::OpenConflicts: 2 read, 2 written
    // Registry::Marks: 0 read, 2 written
    // Registry::Objects: 2 read, 2 written
    // Registry::Rights: 128 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn raise_conflict() -> Weight {
        Weight::from_parts(3_481_567_000, 7_475)
            .saturating_add(T::DbWeight::get().reads(140))
            .saturating_add(T::DbWeight::get().writes(8))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_delivery() -> Weight {
        Weight::from_parts(1_176_776_000, 6_372)
            .saturating_add(T::DbWeight::get().reads(34))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn return_objection() -> Weight {
        Weight::from_parts(1_207_583_000, 6_691)
            .saturating_add(T::DbWeight::get().reads(35))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw_objection() -> Weight {
        Weight::from_parts(559_455_000, 4_115)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(4))
    }
}
