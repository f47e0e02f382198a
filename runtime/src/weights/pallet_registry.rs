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
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn accept() -> Weight {
        Weight::from_parts(2_024_949_000, 7_985)
            .saturating_add(T::DbWeight::get().reads(34))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn acknowledge() -> Weight {
        Weight::from_parts(495_985_000, 7_237)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn answer_supplement() -> Weight {
        Weight::from_parts(543_644_000, 6_702)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn appeal() -> Weight {
        Weight::from_parts(566_407_000, 8_680)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn approve() -> Weight {
        Weight::from_parts(1_276_773_000, 10_156)
            .saturating_add(T::DbWeight::get().reads(32))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 56 read, 56 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn close() -> Weight {
        Weight::from_parts(1_779_912_000, 13_395)
            .saturating_add(T::DbWeight::get().reads(106))
            .saturating_add(T::DbWeight::get().writes(57))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 3 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 0 written
    // Registry::Consents: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 62 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn consent_to_operating() -> Weight {
        Weight::from_parts(2_230_943_000, 10_126)
            .saturating_add(T::DbWeight::get().reads(73))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Marks: 256 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_appeal() -> Weight {
        Weight::from_parts(9_740_547_000, 23_670)
            .saturating_add(T::DbWeight::get().reads(289))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_notice_objection() -> Weight {
        Weight::from_parts(1_949_938_000, 10_483)
            .saturating_add(T::DbWeight::get().reads(47))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn decide_publication() -> Weight {
        Weight::from_parts(1_261_644_000, 8_941)
            .saturating_add(T::DbWeight::get().reads(31))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 0 read, 8 written
    // Registry::Certificates: 0 read, 8 written
    // Registry::Consents: 56 read, 56 written
    // Registry::Derived: 0 read, 16 written
    // Registry::Fingerprints: 0 read, 4 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 4 written
    // Registry::Objects: 16 read, 17 written
    // Registry::Rights: 0 read, 18 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter() -> Weight {
        Weight::from_parts(9_248_459_000, 20_332)
            .saturating_add(T::DbWeight::get().reads(143))
            .saturating_add(T::DbWeight::get().writes(166))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::CertificateByNumber: 0 read, 8 written
    // Registry::Certificates: 0 read, 8 written
    // Registry::Consents: 120 read, 60 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastNumber: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 4 read, 1 written
    // Registry::Rights: 239 read, 17 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_holder() -> Weight {
        Weight::from_parts(18_252_120_000, 34_046)
            .saturating_add(T::DbWeight::get().reads(434))
            .saturating_add(T::DbWeight::get().writes(129))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 41 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Certificates: 62 read, 1 written
    // Registry::Consents: 64 read, 64 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 5 read, 1 written
    // Registry::Rights: 318 read, 2 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn enter_further_rights() -> Weight {
        Weight::from_parts(19_851_856_000, 42_272)
            .saturating_add(T::DbWeight::get().reads(503))
            .saturating_add(T::DbWeight::get().writes(70))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 64 read, 0 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 62 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn examine() -> Weight {
        Weight::from_parts(5_922_071_000, 18_936)
            .saturating_add(T::DbWeight::get().reads(163))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn extend() -> Weight {
        Weight::from_parts(1_414_991_000, 10_211)
            .saturating_add(T::DbWeight::get().reads(34))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 0 read, 1 written
    // Registry::Certificates: 62 read, 0 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 5 read, 1 written
    // Registry::Rights: 334 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn file() -> Weight {
        Weight::from_parts(13_487_960_000, 36_033)
            .saturating_add(T::DbWeight::get().reads(432))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 16 read, 0 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 0 read, 1 written
    // Registry::Derived: 0 read, 16 written
    // Registry::Fingerprints: 0 read, 4 written
    // Registry::HoldingCount: 16 read, 16 written
    // Registry::Holdings: 0 read, 16 written
    // Registry::LastSerial: 1 read, 1 written
    // Registry::ObjectByFingerprint: 4 read, 4 written
    // Registry::Objects: 16 read, 17 written
    // Registry::Rights: 16 read, 3 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn import() -> Weight {
        Weight::from_parts(3_788_269_000, 13_796)
            .saturating_add(T::DbWeight::get().reads(79))
            .saturating_add(T::DbWeight::get().writes(79))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 26 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn inquire() -> Weight {
        Weight::from_parts(1_882_432_000, 8_780)
            .saturating_add(T::DbWeight::get().reads(32))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn object_to_notice() -> Weight {
        Weight::from_parts(639_894_000, 9_210)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // t: 0 to 16384
    fn publish(t: u32) -> Weight {
        Weight::from_parts(1_528_557_582, 10_277)
            .saturating_add(Weight::from_parts(45_701, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(34))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_delivery() -> Weight {
        Weight::from_parts(1_316_186_000, 8_886)
            .saturating_add(T::DbWeight::get().reads(33))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn record_inquiry_answer() -> Weight {
        Weight::from_parts(1_183_218_000, 8_802)
            .saturating_add(T::DbWeight::get().reads(31))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Marks: 0 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 64 read, 0 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn refuse() -> Weight {
        Weight::from_parts(3_448_315_000, 26_905)
            .saturating_add(T::DbWeight::get().reads(99))
            .saturating_add(T::DbWeight::get().writes(4))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn report() -> Weight {
        Weight::from_parts(354_522_000, 4_832)
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn request_supplement() -> Weight {
        Weight::from_parts(1_381_598_000, 10_806)
            .saturating_add(T::DbWeight::get().reads(35))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Certificates: 62 read, 0 written
    // Registry::ObjectByFingerprint: 4 read, 0 written
    // Registry::Objects: 5 read, 0 written
    // Registry::Rights: 334 read, 0 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::Codes: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn resubmit() -> Weight {
        Weight::from_parts(12_522_318_000, 38_088)
            .saturating_add(T::DbWeight::get().reads(434))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::Calendars: 2 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn return_for_completion() -> Weight {
        Weight::from_parts(1_448_694_000, 8_669)
            .saturating_add(T::DbWeight::get().reads(35))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 16 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::Rights: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn review_import() -> Weight {
        Weight::from_parts(956_475_000, 6_015)
            .saturating_add(T::DbWeight::get().reads(23))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Consents: 1 read, 1 written
    // Registry::Objects: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_consent() -> Weight {
        Weight::from_parts(400_147_000, 3_787)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 25 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 56 read, 56 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn terminate() -> Weight {
        Weight::from_parts(2_439_813_000, 12_767)
            .saturating_add(T::DbWeight::get().reads(90))
            .saturating_add(T::DbWeight::get().writes(58))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Registry::Consents: 56 read, 56 written
    // Registry::StatisticsOf: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw() -> Weight {
        Weight::from_parts(638_281_000, 11_092)
            .saturating_add(T::DbWeight::get().reads(66))
            .saturating_add(T::DbWeight::get().writes(58))
    }

    // Provisional, not measured: by the reads and writes of the worst case.
    fn file_dealing() -> Weight {
        provisional::<T>(480, 4)
    }

    // Provisional, not measured.
    fn sign() -> Weight {
        provisional::<T>(80, 2)
    }

    // Provisional, not measured.
    fn resubmit_dealing() -> Weight {
        provisional::<T>(480, 2)
    }

    // Provisional, not measured.
    fn consent_to_case() -> Weight {
        provisional::<T>(360, 2)
    }

    // Provisional, not measured.
    fn revoke_case_consent() -> Weight {
        provisional::<T>(20, 2)
    }

    // Provisional, not measured.
    fn enter_transfer() -> Weight {
        provisional::<T>(500, 60)
    }

    // Provisional, not measured.
    fn enter_change() -> Weight {
        provisional::<T>(560, 80)
    }

    // Provisional, not measured.
    fn enter_renewal() -> Weight {
        provisional::<T>(480, 20)
    }
}

/// Until the benchmark was run: the reads and writes of the worst case, and time as large as that of `enter`.
fn provisional<T: frame_system::Config>(reads: u64, writes: u64) -> Weight {
    Weight::from_parts(10_000_000_000, 64_000)
        .saturating_add(T::DbWeight::get().reads(reads))
        .saturating_add(T::DbWeight::get().writes(writes))
}
