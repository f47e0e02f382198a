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
        Weight::from_parts(610_805_000, 5_715)
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
        Weight::from_parts(314_356_000, 7_696)
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
        Weight::from_parts(369_918_000, 7_161)
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
        Weight::from_parts(490_567_000, 16_791)
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
        Weight::from_parts(625_658_000, 8_696)
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
        Weight::from_parts(619_127_000, 9_092)
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
        Weight::from_parts(2_502_109_000, 29_154).saturating_add(T::DbWeight::get().reads(174))
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
        Weight::from_parts(495_625_000, 10_132)
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
        Weight::from_parts(1_995_398_000, 12_906)
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
        Weight::from_parts(662_833_000, 7_664)
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
        Weight::from_parts(629_664_000, 7_859)
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
        Weight::from_parts(2_180_562_000, 19_500)
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
        Weight::from_parts(1_908_309_000, 11_456)
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
        Weight::from_parts(5_417_771_000, 35_170)
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
        Weight::from_parts(3_118_022_000, 29_848)
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
        Weight::from_parts(3_296_306_000, 15_569)
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
        Weight::from_parts(1_938_704_000, 21_313)
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
        Weight::from_parts(1_322_050_000, 16_870)
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
        Weight::from_parts(2_342_002_000, 27_598)
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
        Weight::from_parts(4_569_093_000, 36_317)
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
        Weight::from_parts(4_249_440_000, 30_184)
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
        Weight::from_parts(910_961_000, 14_590)
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
        Weight::from_parts(8_281_196_000, 25_871)
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
        Weight::from_parts(2_122_622_808, 24_102)
            .saturating_add(Weight::from_parts(40_347, 0).saturating_mul(t.into()))
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
        Weight::from_parts(630_484_000, 7_914)
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
        Weight::from_parts(1_653_270_000, 18_425)
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
        Weight::from_parts(3_494_390_000, 26_782)
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
        Weight::from_parts(498_680_764, 6_343)
            .saturating_add(Weight::from_parts(40_784_281, 97).saturating_mul(h.into()))
            .saturating_add(Weight::from_parts(30_826_023, 490).saturating_mul(s.into()))
            .saturating_add(Weight::from_parts(35_037_673, 22).saturating_mul(f.into()))
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
        Weight::from_parts(694_119_000, 7_279)
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
        Weight::from_parts(199_766_000, 6_746)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Registry::Falling: 1 read, 0 written
    // Registry::SourceQueueEnds: 1 read, 0 written
    fn look_for_descendants() -> Weight {
        Weight::from_parts(20_911_000, 401).saturating_add(T::DbWeight::get().reads(2))
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
        Weight::from_parts(556_285_000, 9_720)
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
        Weight::from_parts(2_329_553_000, 20_074)
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
        Weight::from_parts(691_748_759, 7_980)
            .saturating_add(Weight::from_parts(34_030, 0).saturating_mul(t.into()))
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
        Weight::from_parts(841_759_034, 7_995)
            .saturating_add(Weight::from_parts(36_692, 0).saturating_mul(t.into()))
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
        Weight::from_parts(625_257_000, 6_604)
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
        Weight::from_parts(681_120_000, 6_520)
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
        Weight::from_parts(1_149_654_000, 19_070)
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
        Weight::from_parts(626_950_000, 5_357)
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
        Weight::from_parts(740_497_000, 7_983)
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
        Weight::from_parts(1_919_465_000, 20_303)
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
        Weight::from_parts(3_608_929_000, 27_486)
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
        Weight::from_parts(772_295_000, 5_846)
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
        Weight::from_parts(787_387_000, 4_755)
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
        Weight::from_parts(312_824_000, 10_378)
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
        Weight::from_parts(276_180_000, 6_048)
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
        Weight::from_parts(592_568_000, 6_855)
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
    // Registry::SourceNotices: 16 read, 16 written
    // Registry::SourceQueue: 1 read, 1 written
    // Registry::SourceQueueEnds: 1 read, 1 written
    // Registry::Tellings: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn tell_descendant() -> Weight {
        Weight::from_parts(14_687_483_000, 13_724)
            .saturating_add(T::DbWeight::get().reads(163))
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
        Weight::from_parts(559_299_000, 8_397)
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
        Weight::from_parts(341_296_000, 10_027)
            .saturating_add(T::DbWeight::get().reads(30))
            .saturating_add(T::DbWeight::get().writes(3))
    }
}
