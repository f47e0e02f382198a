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
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_conclusion() -> Weight {
        Weight::from_parts(198_485_000, 5_471)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_objection() -> Weight {
        Weight::from_parts(124_294_000, 5_079)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 2 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn close() -> Weight {
        Weight::from_parts(245_784_000, 6_147)
            .saturating_add(T::DbWeight::get().reads(13))
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
        Weight::from_parts(114_259_000, 3_795)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 17 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn conclude() -> Weight {
        Weight::from_parts(377_609_000, 7_080)
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn confirm_hold() -> Weight {
        Weight::from_parts(243_331_000, 15_215)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_by_instrument() -> Weight {
        Weight::from_parts(208_309_000, 6_081)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Department: 1 read, 0 written
    // Disputes::Conflicts: 1 read, 1 written
    // Disputes::OpenConflicts: 0 read, 2 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 2 read, 2 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_conflict() -> Weight {
        Weight::from_parts(181_149_000, 1_422)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(7))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 16 read, 16 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn execute() -> Weight {
        Weight::from_parts(671_806_000, 16_915)
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().writes(23))
    }

    // Not measured yet: as `lift_hold`, with the text of a publication.
    fn execute_change(t: u32) -> Weight {
        Self::lift_hold().saturating_add(Weight::from_parts(43_512, 0).saturating_mul(t.into()))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn lift_hold() -> Weight {
        Weight::from_parts(224_663_000, 6_124)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn notify_registrant() -> Weight {
        Weight::from_parts(279_264_000, 15_304)
            .saturating_add(T::DbWeight::get().reads(14))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Disputes::HeardFacts: 1 read, 1 written
    // Disputes::Objections: 0 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 16 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn object() -> Weight {
        Weight::from_parts(329_980_000, 6_033)
            .saturating_add(T::DbWeight::get().reads(27))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn propose_hold() -> Weight {
        Weight::from_parts(163_152_000, 5_869)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Disputes::Objections: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn prove_court() -> Weight {
        Weight::from_parts(167_929_000, 4_468)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Conflicts: 0 read, 1 written
    // Disputes::LastConflict: 1 read, 1 written
    // Disputes::OpenConflicts: 2 read, 2 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 0 read, 2 written
    // Registry::Objects: 2 read, 2 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn raise_conflict() -> Weight {
        Weight::from_parts(579_459_000, 12_867)
            .saturating_add(T::DbWeight::get().reads(16))
            .saturating_add(T::DbWeight::get().writes(8))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Marks: 1 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_delivery() -> Weight {
        Weight::from_parts(169_041_000, 5_703)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Disputes::Objections: 1 read, 1 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Rights: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn return_objection() -> Weight {
        Weight::from_parts(172_296_000, 5_966)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Disputes::Objections: 1 read, 1 written
    // Disputes::OpenObjections: 0 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Marks: 2 read, 2 written
    // Registry::Objects: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw_objection() -> Weight {
        Weight::from_parts(240_877_000, 4_534)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(5))
    }
}
