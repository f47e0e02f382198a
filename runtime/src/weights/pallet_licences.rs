//! Weights of `pallet_licences`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_licences::WeightInfo for WeightInfo<T> {
    // Licences::Licences: 62 read, 1 written
    // Licences::Offers: 1 read, 1 written
    // Licences::OpenOffers: 1 read, 1 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::CertificateByNumber: 1 read, 1 written
    // Registry::Certificates: 1 read, 1 written
    // Registry::HoldingCount: 1 read, 1 written
    // Registry::Holdings: 0 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 2 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::Codes: 12 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn accept() -> Weight {
        Weight::from_parts(3_882_785_000, 16_056)
            .saturating_add(T::DbWeight::get().reads(173))
            .saturating_add(T::DbWeight::get().writes(12))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 62 read, 0 written
    // Licences::ProposedEnds: 1 read, 3 written
    // Parties::Parties: 17 read, 0 written
    // Parties::Successions: 33 read, 0 written
    // Parties::SuccessorOf: 19 read, 0 written
    // Registry::Certificates: 16 read, 16 written
    // Registry::Falling: 1 read, 1 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 16 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn confirm_end() -> Weight {
        Weight::from_parts(3_154_746_000, 14_974)
            .saturating_add(T::DbWeight::get().reads(220))
            .saturating_add(T::DbWeight::get().writes(39))
    }

    // Licences::LastOffer: 1 read, 1 written
    // Licences::Licences: 62 read, 0 written
    // Licences::Offers: 32 read, 33 written
    // Licences::OpenOffers: 1 read, 1 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Rules::Codes: 12 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::NegativeList: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn offer() -> Weight {
        Weight::from_parts(2_532_644_000, 14_710)
            .saturating_add(T::DbWeight::get().reads(200))
            .saturating_add(T::DbWeight::get().writes(35))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Licences::Licences: 62 read, 0 written
    // Licences::ProposedEnds: 0 read, 1 written
    // Parties::Parties: 17 read, 0 written
    // Parties::Successions: 33 read, 0 written
    // Parties::SuccessorOf: 19 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn order_end() -> Weight {
        Weight::from_parts(2_146_602_000, 11_297)
            .saturating_add(T::DbWeight::get().reads(200))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Licences::Licences: 62 read, 0 written
    // Licences::ProposedEnds: 0 read, 3 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 19 read, 0 written
    // Registry::Certificates: 16 read, 16 written
    // Registry::Falling: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 16 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn propose_end() -> Weight {
        Weight::from_parts(2_662_557_000, 16_062)
            .saturating_add(T::DbWeight::get().reads(170))
            .saturating_add(T::DbWeight::get().writes(39))
    }

    // Licences::Licences: 62 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 19 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn report_use() -> Weight {
        Weight::from_parts(1_557_709_000, 9_016)
            .saturating_add(T::DbWeight::get().reads(150))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Licences::Licences: 62 read, 0 written
    // Licences::ProposedEnds: 1 read, 3 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 19 read, 0 written
    // Registry::Certificates: 16 read, 16 written
    // Registry::Falling: 1 read, 1 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Objects: 1 read, 1 written
    // Registry::RecentEntries: 1 read, 1 written
    // Registry::Rights: 63 read, 16 written
    // Registry::Rolls: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn sign_end() -> Weight {
        Weight::from_parts(2_580_045_000, 16_118)
            .saturating_add(T::DbWeight::get().reads(171))
            .saturating_add(T::DbWeight::get().writes(39))
    }

    // Licences::Licences: 62 read, 0 written
    // Licences::ProposedEnds: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 19 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw_end() -> Weight {
        Weight::from_parts(1_574_534_000, 9_114)
            .saturating_add(T::DbWeight::get().reads(150))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Licences::Licences: 62 read, 0 written
    // Licences::Offers: 1 read, 1 written
    // Licences::OpenOffers: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 20 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw_offer() -> Weight {
        Weight::from_parts(1_450_881_000, 10_321)
            .saturating_add(T::DbWeight::get().reads(152))
            .saturating_add(T::DbWeight::get().writes(2))
    }

    fn consent_to_offer() -> Weight {
        <super::pallet_disputes::WeightInfo<T> as ::pallet_disputes::WeightInfo>::object()
    }

    fn revoke_offer_consent() -> Weight {
        <super::pallet_disputes::WeightInfo<T> as ::pallet_disputes::WeightInfo>::withdraw_objection()
    }
}
