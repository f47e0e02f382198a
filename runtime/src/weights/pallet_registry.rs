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
        Weight::from_parts(234_758_000, 5_357)
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
        Weight::from_parts(190_152_000, 7_383)
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
        Weight::from_parts(186_426_000, 6_848)
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
        Weight::from_parts(306_154_000, 10_703)
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
        Weight::from_parts(206_286_000, 8_335)
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
        Weight::from_parts(213_146_000, 8_341)
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
        Weight::from_parts(272_083_000, 10_071)
            .saturating_add(T::DbWeight::get().reads(13))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Marks: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_appeal() -> Weight {
        Weight::from_parts(259_204_000, 9_650)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_notice_objection() -> Weight {
        Weight::from_parts(184_804_000, 7_341)
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
        Weight::from_parts(199_616_000, 7_528)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 8 read, 8 written
    // Registry::Certificates: 0 read, 8 written
    // Registry::Consents: 0 read, 1 written
    // Registry::Derived: 0 read, 16 written
    // Registry::Fingerprints: 0 read, 4 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 4 written
    // Registry::Objects: 16 read, 17 written
    // Registry::Rights: 0 read, 24 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter() -> Weight {
        Weight::from_parts(1_366_786_000, 15_735)
            .saturating_add(T::DbWeight::get().reads(57))
            .saturating_add(T::DbWeight::get().writes(118))
    }

    fn enter_of_many_sources() -> Weight {
        Self::enter()
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 8 read, 8 written
    // Registry::Certificates: 0 read, 8 written
    // Registry::Consents: 2 read, 2 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 0 read, 17 written
    // Registry::Rolls: 1 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_holder() -> Weight {
        Weight::from_parts(1_990_601_000, 21_464)
            .saturating_add(T::DbWeight::get().reads(44))
            .saturating_add(T::DbWeight::get().writes(73))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PersonIndex: 2 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::Consents: 1 read, 1 written
    // Registry::EntryOfCase: 0 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 0 read, 2 written
    // Registry::Rolls: 2 read, 1 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_rights() -> Weight {
        Weight::from_parts(720_669_000, 30_153)
            .saturating_add(T::DbWeight::get().reads(20))
            .saturating_add(T::DbWeight::get().writes(9))
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
        Weight::from_parts(370_469_000, 14_698)
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
        Weight::from_parts(237_552_000, 7_583)
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
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn file() -> Weight {
        Weight::from_parts(901_957_000, 27_856)
            .saturating_add(T::DbWeight::get().reads(68))
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
        Weight::from_parts(385_128_254, 5_275)
            .saturating_add(Weight::from_parts(21_973_022, 94).saturating_mul(h.into()))
            .saturating_add(Weight::from_parts(24_613_884, 447).saturating_mul(s.into()))
            .saturating_add(Weight::from_parts(21_693_475, 14).saturating_mul(f.into()))
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
        Weight::from_parts(197_163_000, 6_899)
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
        Weight::from_parts(243_150_000, 9_360)
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
        Weight::from_parts(260_683_082, 7_649)
            .saturating_add(Weight::from_parts(41_108, 0).saturating_mul(t.into()))
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
        Weight::from_parts(220_227_000, 6_254)
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
        Weight::from_parts(211_664_000, 6_170)
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
        Weight::from_parts(431_670_000, 22_811)
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
        Weight::from_parts(163_713_000, 4_978)
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
        Weight::from_parts(245_714_000, 8_178)
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
    // Registry::Rights: 16 read, 0 written
    // Registry::Rolls: 2 read, 0 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn resubmit() -> Weight {
        Weight::from_parts(797_122_000, 29_883)
            .saturating_add(T::DbWeight::get().reads(54))
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
        Weight::from_parts(295_268_000, 6_041)
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
        Weight::from_parts(171_594_000, 4_022)
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
        Weight::from_parts(169_281_000, 5_459)
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
        Weight::from_parts(224_182_000, 8_199)
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
        Weight::from_parts(195_240_000, 9_313)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(3))
    }
}
