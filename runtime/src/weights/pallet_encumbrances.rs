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
        Weight::from_parts(980_512_000, 11_128)
            .saturating_add(T::DbWeight::get().reads(138))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Encumbrances::Pledges: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::LiveMarks: 8 read, 8 written
    // Registry::Marks: 8 read, 8 written
    // Registry::Objects: 8 read, 8 written
    // Registry::RecentEntries: 8 read, 8 written
    // Registry::Rights: 8 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn demand_release() -> Weight {
        Weight::from_parts(1_190_124_000, 9_721)
            .saturating_add(T::DbWeight::get().reads(63))
            .saturating_add(T::DbWeight::get().writes(33))
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
        Weight::from_parts(2_311_306_000, 15_729)
            .saturating_add(T::DbWeight::get().reads(139))
            .saturating_add(T::DbWeight::get().writes(69))
    }

    // Encumbrances::Pledges: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::LiveMarks: 8 read, 8 written
    // Registry::Marks: 8 read, 8 written
    // Registry::Objects: 8 read, 8 written
    // Registry::RecentEntries: 8 read, 8 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn give_default_notice() -> Weight {
        Weight::from_parts(844_890_000, 9_047)
            .saturating_add(T::DbWeight::get().reads(38))
            .saturating_add(T::DbWeight::get().writes(33))
    }

    // Encumbrances::Reservations: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn give_up_reservation() -> Weight {
        Weight::from_parts(140_590_000, 4_834)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Encumbrances::Deeds: 256 read, 9 written
    // Encumbrances::OpenDeeds: 64 read, 64 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::LiveMarks: 8 read, 0 written
    // Registry::Objects: 8 read, 0 written
    // Registry::Rights: 8 read, 0 written
    // Registry::Rolls: 8 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn propose() -> Weight {
        Weight::from_parts(3_606_947_000, 32_275)
            .saturating_add(T::DbWeight::get().reads(391))
            .saturating_add(T::DbWeight::get().writes(74))
    }

    // Encumbrances::Pledges: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::LiveMarks: 8 read, 8 written
    // Registry::Marks: 8 read, 8 written
    // Registry::Objects: 8 read, 8 written
    // Registry::RecentEntries: 8 read, 8 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_statutory() -> Weight {
        Weight::from_parts(637_941_000, 9_047)
            .saturating_add(T::DbWeight::get().reads(38))
            .saturating_add(T::DbWeight::get().writes(33))
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
        Weight::from_parts(970_827_000, 10_955)
            .saturating_add(T::DbWeight::get().reads(137))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Encumbrances::Pledges: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::LiveMarks: 8 read, 8 written
    // Registry::Marks: 8 read, 8 written
    // Registry::Objects: 8 read, 8 written
    // Registry::RecentEntries: 8 read, 8 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn release() -> Weight {
        Weight::from_parts(635_347_000, 9_047)
            .saturating_add(T::DbWeight::get().reads(38))
            .saturating_add(T::DbWeight::get().writes(33))
    }

    // Encumbrances::Deeds: 1 read, 1 written
    // Encumbrances::OpenDeeds: 8 read, 8 written
    // Encumbrances::Pledges: 0 read, 1 written
    // Encumbrances::Reservations: 8 read, 8 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::LiveMarks: 8 read, 8 written
    // Registry::Marks: 8 read, 16 written
    // Registry::Objects: 8 read, 8 written
    // Registry::RecentEntries: 8 read, 8 written
    // Registry::Rights: 8 read, 0 written
    // Registry::Rolls: 8 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn sign() -> Weight {
        Weight::from_parts(4_399_468_000, 23_124)
            .saturating_add(T::DbWeight::get().reads(103))
            .saturating_add(T::DbWeight::get().writes(58))
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
        Weight::from_parts(661_737_000, 8_070)
            .saturating_add(T::DbWeight::get().reads(73))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Encumbrances::Pledges: 16 read, 16 written
    // Encumbrances::Stamps: 2 read, 1 written
    // Parties::Parties: 2 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
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
        Weight::from_parts(3_532_686_000, 26_081)
            .saturating_add(T::DbWeight::get().reads(172))
            .saturating_add(T::DbWeight::get().writes(68))
    }

    // Encumbrances::Deeds: 1 read, 1 written
    // Encumbrances::OpenDeeds: 8 read, 8 written
    // Encumbrances::Reservations: 8 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::LiveMarks: 8 read, 0 written
    // Registry::Marks: 8 read, 0 written
    // Registry::Objects: 8 read, 0 written
    // Registry::Rights: 8 read, 0 written
    // Registry::Rolls: 8 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw() -> Weight {
        Weight::from_parts(2_586_095_000, 22_005)
            .saturating_add(T::DbWeight::get().reads(80))
            .saturating_add(T::DbWeight::get().writes(9))
    }
}
