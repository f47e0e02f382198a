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
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn accept() -> Weight {
        Weight::from_parts(193_827_000, 5_113)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn acknowledge() -> Weight {
        Weight::from_parts(175_761_000, 7_073)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_supplement() -> Weight {
        Weight::from_parts(179_286_000, 6_538)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn appeal() -> Weight {
        Weight::from_parts(288_557_000, 10_351)
            .saturating_add(T::DbWeight::get().reads(14))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn approve() -> Weight {
        Weight::from_parts(179_997_000, 8_064)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 0 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn close() -> Weight {
        Weight::from_parts(202_169_000, 8_490)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(2))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 3 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 0 written
    // Registry::Consents: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn consent_to_operating() -> Weight {
        Weight::from_parts(252_144_000, 9_513)
            .saturating_add(T::DbWeight::get().reads(13))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 9 written
    // Registry::Certificates: 8 read, 0 written
    // Registry::EntryOfCase: 1 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 2 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_appeal() -> Weight {
        Weight::from_parts(1_033_773_000, 12_233)
            .saturating_add(T::DbWeight::get().reads(23))
            .saturating_add(T::DbWeight::get().writes(11))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_notice_objection() -> Weight {
        Weight::from_parts(178_735_000, 7_070)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_publication() -> Weight {
        Weight::from_parts(187_899_000, 7_257)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
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
        Weight::from_parts(1_022_867_000, 11_341)
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(65))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
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
    // Registry::Rights: 0 read, 2 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_holder() -> Weight {
        Weight::from_parts(946_253_000, 15_454)
            .saturating_add(T::DbWeight::get().reads(38))
            .saturating_add(T::DbWeight::get().writes(44))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::Consents: 1 read, 1 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 0 read, 1 written
    // Registry::Rolls: 2 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_rights() -> Weight {
        Weight::from_parts(662_172_000, 20_816)
            .saturating_add(T::DbWeight::get().reads(21))
            .saturating_add(T::DbWeight::get().writes(8))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
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
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_of_many_sources() -> Weight {
        Weight::from_parts(778_414_000, 16_064)
            .saturating_add(T::DbWeight::get().reads(36))
            .saturating_add(T::DbWeight::get().writes(52))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 1 read, 0 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rolls: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn examine() -> Weight {
        Weight::from_parts(467_784_000, 13_958)
            .saturating_add(T::DbWeight::get().reads(16))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn extend() -> Weight {
        Weight::from_parts(219_976_000, 7_312)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::BarredUntil: 16 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 0 read, 1 written
    // Registry::Certificates: 1 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 2 read, 0 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn file() -> Weight {
        Weight::from_parts(738_304_000, 17_413)
            .saturating_add(T::DbWeight::get().reads(54))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 16 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
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
    // Registry::Rolls: 0 read, 1 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // h: 1 to 16
    // s: 0 to 16
    // f: 0 to 4
    fn import(h: u32, s: u32, f: u32) -> Weight {
        Weight::from_parts(440_255_347, 5_275)
            .saturating_add(Weight::from_parts(12_127_831, 94).saturating_mul(h.into()))
            .saturating_add(Weight::from_parts(23_525_747, 447).saturating_mul(s.into()))
            .saturating_add(Weight::from_parts(41_219_895, 14).saturating_mul(f.into()))
            .saturating_add(T::DbWeight::get().reads(14))
            .saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(h.into())))
            .saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(s.into())))
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
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn inquire() -> Weight {
        Weight::from_parts(169_782_000, 6_655)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn object_to_notice() -> Weight {
        Weight::from_parts(209_951_000, 9_089)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // t: 0 to 16384
    fn publish(t: u32) -> Weight {
        Weight::from_parts(223_620_177, 7_378)
            .saturating_add(Weight::from_parts(38_899, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_delivery() -> Weight {
        Weight::from_parts(175_510_000, 6_010)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_inquiry_answer() -> Weight {
        Weight::from_parts(157_303_000, 5_926)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rolls: 1 read, 0 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn refuse() -> Weight {
        Weight::from_parts(388_156_000, 13_243)
            .saturating_add(T::DbWeight::get().reads(15))
            .saturating_add(T::DbWeight::get().writes(4))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn report() -> Weight {
        Weight::from_parts(146_126_000, 4_734)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn request_supplement() -> Weight {
        Weight::from_parts(214_177_000, 7_868)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Certificates: 1 read, 0 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 2 read, 0 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn resubmit() -> Weight {
        Weight::from_parts(615_002_000, 19_258)
            .saturating_add(T::DbWeight::get().reads(40))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn return_for_completion() -> Weight {
        Weight::from_parts(238_384_000, 5_731)
            .saturating_add(T::DbWeight::get().reads(12))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn review_import() -> Weight {
        Weight::from_parts(162_210_000, 3_827)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Consents: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_consent() -> Weight {
        Weight::from_parts(151_474_000, 5_459)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 0 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn terminate() -> Weight {
        Weight::from_parts(217_502_000, 8_282)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PersonIndex: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 0 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw() -> Weight {
        Weight::from_parts(233_767_000, 9_396)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Not measured yet: as `file`.
    fn file_dealing() -> Weight {
        Self::file()
    }

    // Not measured yet: as `acknowledge`.
    fn sign() -> Weight {
        Self::acknowledge()
    }

    // Not measured yet: as `resubmit`.
    fn resubmit_dealing() -> Weight {
        Self::resubmit()
    }

    // Not measured yet: the right, its voucher, the object, its roll, its latest entries and what waits.
    fn let_fall() -> Weight {
        Weight::from_parts(60_000_000, 9_000)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // One value and one key are read.
    fn look_for_descendants() -> Weight {
        Weight::from_parts(5_000_000, 1_501).saturating_add(T::DbWeight::get().reads(2))
    }

    // Not measured yet: as `accept`, with every mark of the source and what an entry reads and writes.
    fn tell_descendant() -> Weight {
        Self::accept()
            .saturating_add(T::DbWeight::get().reads(480))
            .saturating_add(T::DbWeight::get().writes(40))
    }

    // Not measured yet: as `consent_to_operating`.
    fn consent_to_case() -> Weight {
        Self::consent_to_operating()
    }

    // Not measured yet: as `revoke_consent`.
    fn revoke_case_consent() -> Weight {
        Self::revoke_consent()
    }

    // Not measured yet: as `enter`.
    fn enter_transfer() -> Weight {
        Self::enter()
    }

    // Not measured yet: as `enter`.
    fn enter_change() -> Weight {
        Self::enter()
    }

    // Not measured yet: as `enter_further_rights`.
    fn enter_renewal() -> Weight {
        Self::enter_further_rights()
    }

    // Not measured yet: as `enter`.
    fn enter_cancellation() -> Weight {
        Self::enter()
    }

    // Not measured yet: as `enter`, which touches as many records.
    fn enter_split() -> Weight {
        Self::enter()
    }

    // Not measured yet: as `publish`.
    fn publish_part(t: u32) -> Weight {
        Self::publish(t)
    }

    // Not measured yet: as `file_dealing`.
    fn propose_motion() -> Weight {
        Self::file_dealing()
    }

    // Not measured yet: as `publish`.
    fn execute_motion(t: u32) -> Weight {
        Self::publish(t)
    }

    // Not measured yet: as `enter`.
    fn execute_ending_motion() -> Weight {
        Self::enter()
    }

    // Not measured yet: as `file_dealing`.
    fn drop_motion() -> Weight {
        Self::file_dealing()
    }
}
