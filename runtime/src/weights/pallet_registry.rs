//! Weights of `pallet_registry`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_registry::WeightInfo for WeightInfo<T> {
    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn accept() -> Weight {
        Weight::from_parts(1_292_061_000, 7_141)
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn approve() -> Weight {
        Weight::from_parts(1_712_394_000, 7_162)
            .saturating_add(T::DbWeight::get().reads(31))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn close() -> Weight {
        Weight::from_parts(1_692_150_000, 7_296)
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 0 read, 1 written
    // Registry::Certificates: 0 read, 1 written
    // Registry::Derived: 0 read, 16 written
    // Registry::Fingerprints: 0 read, 4 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 4 written
    // Registry::Objects: 16 read, 17 written
    // Registry::Rights: 0 read, 3 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter() -> Weight {
        Weight::from_parts(2_789_261_000, 13_727)
            .saturating_add(T::DbWeight::get().reads(68))
            .saturating_add(T::DbWeight::get().writes(80))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 0 read, 1 written
    // Registry::Certificates: 0 read, 1 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 4 read, 1 written
    // Registry::Rights: 253 read, 3 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_holder() -> Weight {
        Weight::from_parts(7_071_543_000, 15_110)
            .saturating_add(T::DbWeight::get().reads(309))
            .saturating_add(T::DbWeight::get().writes(40))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::ObjectByFingerprint: 1 read, 0 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn examine() -> Weight {
        Weight::from_parts(1_280_247_000, 7_291)
            .saturating_add(T::DbWeight::get().reads(34))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 16 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Cases: 0 read, 1 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 4 read, 0 written
    // Registry::Rights: 272 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn file() -> Weight {
        Weight::from_parts(6_517_090_000, 13_878)
            .saturating_add(T::DbWeight::get().reads(305))
            .saturating_add(T::DbWeight::get().writes(2))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // t: 0 to 16384
    fn publish(t: u32) -> Weight {
        Weight::from_parts(1_077_211_483, 7_233)
            .saturating_add(Weight::from_parts(26_025, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn refuse() -> Weight {
        Weight::from_parts(974_496_000, 6_030)
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn report() -> Weight {
        Weight::from_parts(294_856_000, 4_365)
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 16 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 4 read, 0 written
    // Registry::Rights: 272 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn resubmit() -> Weight {
        Weight::from_parts(6_439_236_000, 15_733)
            .saturating_add(T::DbWeight::get().reads(305))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn return_for_completion() -> Weight {
        Weight::from_parts(1_140_474_000, 7_078)
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    fn withdraw() -> Weight {
        Weight::from_parts(239_228_000, 3_362)
            .saturating_add(T::DbWeight::get().reads(3))
            .saturating_add(T::DbWeight::get().writes(1))
    }
}
