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
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn accept() -> Weight {
        Weight::from_parts(625_206_000, 5_728)
            .saturating_add(T::DbWeight::get().reads(52))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn acknowledge() -> Weight {
        Weight::from_parts(346_093_000, 7_696)
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_supplement() -> Weight {
        Weight::from_parts(353_204_000, 7_161)
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn appeal() -> Weight {
        Weight::from_parts(546_741_000, 16_804)
            .saturating_add(T::DbWeight::get().reads(35))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn approve() -> Weight {
        Weight::from_parts(645_567_000, 8_709)
            .saturating_add(T::DbWeight::get().reads(52))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 49 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 0 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn close() -> Weight {
        Weight::from_parts(697_985_000, 9_105)
            .saturating_add(T::DbWeight::get().reads(60))
            .saturating_add(T::DbWeight::get().writes(2))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 11 read, 0 written
    // Registry::Cases: 8 read, 0 written
    // Registry::Certificates: 1 read, 0 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn consent_to_case() -> Weight {
        Weight::from_parts(3_001_119_000, 29_167).saturating_add(T::DbWeight::get().reads(174))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 3 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::PredecessorCount: 2 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::Cases: 1 read, 0 written
    // Registry::Consents: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn consent_to_operating() -> Weight {
        Weight::from_parts(584_927_000, 10_132)
            .saturating_add(T::DbWeight::get().reads(53))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 49 read, 0 written
    // Parties::SuccessorOf: 8 read, 0 written
    // Registry::Cases: 1 read, 9 written
    // Registry::Certificates: 8 read, 0 written
    // Registry::EntryOfCase: 1 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 2 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rolls: 1 read, 0 written
    // Registry::SplitFrom: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_appeal() -> Weight {
        Weight::from_parts(2_020_955_000, 12_919)
            .saturating_add(T::DbWeight::get().reads(81))
            .saturating_add(T::DbWeight::get().writes(11))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_notice_objection() -> Weight {
        Weight::from_parts(1_103_226_000, 7_664)
            .saturating_add(T::DbWeight::get().reads(65))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_publication() -> Weight {
        Weight::from_parts(639_759_000, 7_872)
            .saturating_add(T::DbWeight::get().reads(50))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 27 read, 0 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Motions: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn drop_motion() -> Weight {
        Weight::from_parts(2_572_804_000, 19_500)
            .saturating_add(T::DbWeight::get().reads(161))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 49 read, 0 written
    // Parties::SuccessorOf: 8 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 8 read, 8 written
    // Registry::Certificates: 0 read, 8 written
    // Registry::Consents: 1 read, 1 written
    // Registry::Fingerprints: 0 read, 2 written
    // Registry::HoldingCount: 8 read, 8 written
    // Registry::Holdings: 0 read, 8 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 2 read, 2 written
    // Registry::Objects: 0 read, 1 written
    // Registry::Rights: 0 read, 23 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter() -> Weight {
        Weight::from_parts(2_075_116_000, 11_469)
            .saturating_add(T::DbWeight::get().reads(90))
            .saturating_add(T::DbWeight::get().writes(65))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 65 read, 0 written
    // Parties::SuccessorOf: 11 read, 0 written
    // Registry::Cases: 8 read, 1 written
    // Registry::Certificates: 16 read, 16 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::Falling: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 18 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_cancellation() -> Weight {
        Weight::from_parts(6_615_567_000, 35_183)
            .saturating_add(T::DbWeight::get().reads(238))
            .saturating_add(T::DbWeight::get().writes(41))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 65 read, 0 written
    // Parties::SuccessorOf: 11 read, 0 written
    // Registry::Cases: 8 read, 1 written
    // Registry::Certificates: 32 read, 32 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_change() -> Weight {
        Weight::from_parts(3_348_904_000, 29_861)
            .saturating_add(T::DbWeight::get().reads(196))
            .saturating_add(T::DbWeight::get().writes(38))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::PredecessorCount: 20 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 0 read, 1 written
    // Registry::Consents: 2 read, 2 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 0 read, 2 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_holder() -> Weight {
        Weight::from_parts(3_275_606_000, 15_582)
            .saturating_add(T::DbWeight::get().reads(136))
            .saturating_add(T::DbWeight::get().writes(45))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 57 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::Consents: 1 read, 1 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 2 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 0 read, 1 written
    // Registry::Rolls: 2 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_rights() -> Weight {
        Weight::from_parts(2_014_606_000, 21_326)
            .saturating_add(T::DbWeight::get().reads(100))
            .saturating_add(T::DbWeight::get().writes(9))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 42 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 0 read, 1 written
    // Registry::Consents: 0 read, 1 written
    // Registry::Derived: 0 read, 16 written
    // Registry::Fingerprints: 0 read, 4 written
    // Registry::HoldingCount: 1 read, 1 written
    // Registry::Holdings: 0 read, 1 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 4 written
    // Registry::Objects: 16 read, 17 written
    // Registry::Rights: 0 read, 2 written
    // Registry::Rolls: 17 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_of_many_sources() -> Weight {
        Weight::from_parts(1_437_251_000, 16_883)
            .saturating_add(T::DbWeight::get().reads(95))
            .saturating_add(T::DbWeight::get().writes(52))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 65 read, 0 written
    // Parties::SuccessorOf: 11 read, 0 written
    // Registry::Cases: 8 read, 1 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 3 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_renewal() -> Weight {
        Weight::from_parts(2_598_512_000, 27_611)
            .saturating_add(T::DbWeight::get().reads(162))
            .saturating_add(T::DbWeight::get().writes(10))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 61 read, 0 written
    // Parties::Parties: 8 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 65 read, 0 written
    // Parties::SuccessorOf: 24 read, 0 written
    // Registry::Cases: 8 read, 1 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 1 read, 2 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::Fingerprints: 0 read, 4 written
    // Registry::HoldingCount: 8 read, 8 written
    // Registry::Holdings: 0 read, 8 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Motions: 1 read, 0 written
    // Registry::ObjectByFingerprint: 4 read, 4 written
    // Registry::Objects: 1 read, 2 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 3 written
    // Registry::Rolls: 1 read, 2 written
    // Registry::SplitFrom: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_split() -> Weight {
        Weight::from_parts(5_116_425_000, 36_330)
            .saturating_add(T::DbWeight::get().reads(264))
            .saturating_add(T::DbWeight::get().writes(41))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::Parties: 16 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 65 read, 0 written
    // Parties::SuccessorOf: 24 read, 0 written
    // Registry::Cases: 8 read, 1 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 1 read, 2 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 3 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_transfer() -> Weight {
        Weight::from_parts(5_243_573_000, 30_197)
            .saturating_add(T::DbWeight::get().reads(269))
            .saturating_add(T::DbWeight::get().writes(45))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 1 read, 0 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn examine() -> Weight {
        Weight::from_parts(1_233_057_000, 14_603)
            .saturating_add(T::DbWeight::get().reads(77))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 27 read, 0 written
    // Registry::Certificates: 16 read, 16 written
    // Registry::Falling: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 40 read, 40 written
    // Registry::Motions: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 18 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn execute_ending_motion() -> Weight {
        Weight::from_parts(9_211_845_000, 25_884)
            .saturating_add(T::DbWeight::get().reads(220))
            .saturating_add(T::DbWeight::get().writes(80))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 27 read, 0 written
    // Registry::Certificates: 32 read, 32 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Motions: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // t: 0 to 16384
    fn execute_motion(t: u32) -> Weight {
        Weight::from_parts(2_235_857_391, 24_115)
            .saturating_add(Weight::from_parts(48_968, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(138))
            .saturating_add(T::DbWeight::get().writes(35))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn extend() -> Weight {
        Weight::from_parts(643_574_000, 7_927)
            .saturating_add(T::DbWeight::get().reads(52))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::BarredUntil: 16 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 33 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::Cases: 0 read, 1 written
    // Registry::Certificates: 1 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 2 read, 1 written
    // Registry::Rights: 2 read, 0 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn file() -> Weight {
        Weight::from_parts(1_654_432_000, 18_438)
            .saturating_add(T::DbWeight::get().reads(108))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::BarredUntil: 17 read, 0 written
    // Parties::Parties: 18 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 24 read, 0 written
    // Registry::Cases: 7 read, 1 written
    // Registry::Certificates: 1 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn file_dealing() -> Weight {
        Weight::from_parts(3_873_022_000, 26_795)
            .saturating_add(T::DbWeight::get().reads(242))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 16 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 32 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 0 read, 1 written
    // Registry::Derived: 0 read, 16 written
    // Registry::EarlierNumbers: 1 read, 1 written
    // Registry::Fingerprints: 0 read, 4 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 4 written
    // Registry::Objects: 16 read, 17 written
    // Registry::Rights: 16 read, 3 written
    // Registry::Rolls: 16 read, 1 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // h: 1 to 16
    // s: 0 to 16
    // f: 0 to 4
    fn import(h: u32, s: u32, f: u32) -> Weight {
        Weight::from_parts(661_494_632, 6_356)
            .saturating_add(Weight::from_parts(38_319_628, 97).saturating_mul(h.into()))
            .saturating_add(Weight::from_parts(32_716_863, 490).saturating_mul(s.into()))
            .saturating_add(Weight::from_parts(0, 22).saturating_mul(f.into()))
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().reads(4_u64.saturating_mul(h.into())))
            .saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(s.into())))
            .saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(f.into())))
            .saturating_add(T::DbWeight::get().writes(9))
            .saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(h.into())))
            .saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(s.into())))
            .saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(f.into())))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 17 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn inquire() -> Weight {
        Weight::from_parts(705_246_000, 7_279)
            .saturating_add(T::DbWeight::get().reads(67))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Registry::Certificates: 1 read, 1 written
    // Registry::Falling: 2 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 1 read, 1 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn let_fall() -> Weight {
        Weight::from_parts(215_148_000, 6_746)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Registry::Falling: 1 read, 0 written
    // Registry::SourceQueueEnds: 1 read, 0 written
    fn look_for_descendants() -> Weight {
        Weight::from_parts(22_303_000, 401).saturating_add(T::DbWeight::get().reads(2))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 23 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn object_to_notice() -> Weight {
        Weight::from_parts(610_105_000, 9_733)
            .saturating_add(T::DbWeight::get().reads(53))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 27 read, 0 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Motions: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn propose_motion() -> Weight {
        Weight::from_parts(2_508_519_000, 20_087)
            .saturating_add(T::DbWeight::get().reads(162))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // t: 0 to 16384
    fn publish(t: u32) -> Weight {
        Weight::from_parts(686_043_514, 7_993)
            .saturating_add(Weight::from_parts(37_423, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(52))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 49 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // t: 0 to 16384
    fn publish_part(t: u32) -> Weight {
        Weight::from_parts(884_180_825, 7_995)
            .saturating_add(Weight::from_parts(36_035, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(57))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_delivery() -> Weight {
        Weight::from_parts(623_854_000, 6_604)
            .saturating_add(T::DbWeight::get().reads(51))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_inquiry_answer() -> Weight {
        Weight::from_parts(627_319_000, 6_520)
            .saturating_add(T::DbWeight::get().reads(49))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 1 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rolls: 1 read, 0 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn refuse() -> Weight {
        Weight::from_parts(1_139_790_000, 19_083)
            .saturating_add(T::DbWeight::get().reads(59))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Successions: 17 read, 0 written
    // Parties::SuccessorOf: 23 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn report() -> Weight {
        Weight::from_parts(505_629_000, 5_357)
            .saturating_add(T::DbWeight::get().reads(47))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn request_supplement() -> Weight {
        Weight::from_parts(818_363_000, 7_996)
            .saturating_add(T::DbWeight::get().reads(54))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 33 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Certificates: 1 read, 0 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 2 read, 0 written
    // Registry::Rights: 2 read, 0 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn resubmit() -> Weight {
        Weight::from_parts(2_082_727_000, 20_316)
            .saturating_add(T::DbWeight::get().reads(94))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Licences::Licences: 60 read, 0 written
    // Parties::Parties: 18 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 24 read, 0 written
    // Registry::Cases: 8 read, 1 written
    // Registry::Certificates: 1 read, 0 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn resubmit_dealing() -> Weight {
        Weight::from_parts(4_118_705_000, 27_499)
            .saturating_add(T::DbWeight::get().reads(227))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 41 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn return_for_completion() -> Weight {
        Weight::from_parts(726_848_000, 5_859)
            .saturating_add(T::DbWeight::get().reads(54))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 32 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn review_import() -> Weight {
        Weight::from_parts(599_930_000, 4_755)
            .saturating_add(T::DbWeight::get().reads(42))
            .saturating_add(T::DbWeight::get().writes(2))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_case_consent() -> Weight {
        Weight::from_parts(357_360_000, 10_378)
            .saturating_add(T::DbWeight::get().reads(28))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Registry::Consents: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_consent() -> Weight {
        Weight::from_parts(331_512_000, 6_048)
            .saturating_add(T::DbWeight::get().reads(28))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 24 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn sign() -> Weight {
        Weight::from_parts(635_722_000, 6_855)
            .saturating_add(T::DbWeight::get().reads(51))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Licences::Licences: 62 read, 0 written
    // Parties::SuccessorOf: 11 read, 0 written
    // Registry::Derived: 1 read, 0 written
    // Registry::LiveMarks: 2 read, 1 written
    // Registry::Marks: 0 read, 16 written
    // Registry::Objects: 2 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Registry::SourceNotices: 16 read, 16 written
    // Registry::SourceQueue: 1 read, 1 written
    // Registry::SourceQueueEnds: 1 read, 1 written
    // Registry::Tellings: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn tell_descendant() -> Weight {
        Weight::from_parts(16_271_340_000, 17_352)
            .saturating_add(T::DbWeight::get().reads(164))
            .saturating_add(T::DbWeight::get().writes(38))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Parties::Successions: 33 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 0 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn terminate() -> Weight {
        Weight::from_parts(633_699_000, 8_410)
            .saturating_add(T::DbWeight::get().reads(45))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Parties::Successions: 18 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 0 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw() -> Weight {
        Weight::from_parts(439_952_000, 10_040)
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().writes(3))
    }
}
