//! Weights of `pallet_encumbrances`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_encumbrances::WeightInfo for WeightInfo<T> {
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Encumbrances::Stamps: 2 read, 1 written
    // Parties::Parties: 16 read, 0 written
    // Parties::Successions: 32 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 64 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn confirm() -> Weight {
        Weight::from_parts(1_488_977_000, 11_128)
            .saturating_add(T::DbWeight::get().reads(138))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Encumbrances::Stamps: 1 read, 1 written
    // Parties::Parties: 16 read, 0 written
    // Parties::Successions: 32 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::Certificates: 16 read, 16 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 16 read, 16 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 32 read, 32 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn end_by_instrument() -> Weight {
        Weight::from_parts(3_402_644_000, 15_716)
            .saturating_add(T::DbWeight::get().reads(139))
            .saturating_add(T::DbWeight::get().writes(69))
    }

    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Encumbrances::Stamps: 1 read, 1 written
    // Parties::Parties: 16 read, 0 written
    // Parties::Successions: 32 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 64 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn reject() -> Weight {
        Weight::from_parts(1_451_352_000, 10_955)
            .saturating_add(T::DbWeight::get().reads(137))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Encumbrances::LastStamp: 1 read, 1 written
    // Encumbrances::Stamps: 0 read, 1 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 64 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn stamp() -> Weight {
        Weight::from_parts(949_708_000, 8_070)
            .saturating_add(T::DbWeight::get().reads(73))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Encumbrances::Stamps: 2 read, 1 written
    // Parties::Parties: 2 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 2 read, 0 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 1 read, 2 written
    // Registry::HoldingCount: 1 read, 1 written
    // Registry::Holdings: 0 read, 1 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 40 read, 40 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 64 read, 1 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn transfer_by_ruling() -> Weight {
        Weight::from_parts(4_571_657_000, 15_795)
            .saturating_add(T::DbWeight::get().reads(142))
            .saturating_add(T::DbWeight::get().writes(52))
    }

    // Not measured yet: what a deed carries out at most writes about as much as the end of rights by an instrument.
    fn propose() -> Weight {
        Self::end_by_instrument()
    }

    fn sign() -> Weight {
        Self::end_by_instrument()
    }

    fn withdraw() -> Weight {
        <super::pallet_disputes::WeightInfo<T> as ::pallet_disputes::WeightInfo>::withdraw_objection()
    }

    fn give_up_reservation() -> Weight {
        <super::pallet_disputes::WeightInfo<T> as ::pallet_disputes::WeightInfo>::lift_hold()
    }

    // On eight objects.
    fn release() -> Weight {
        Self::end_by_instrument()
    }

    fn record_statutory() -> Weight {
        Self::end_by_instrument()
    }

    fn demand_release() -> Weight {
        Self::end_by_instrument()
    }

    fn give_default_notice() -> Weight {
        Self::end_by_instrument()
    }
}
