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
    // Licences::OfferConsents: 1 read, 1 written
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
        Weight::from_parts(4_913_925_000, 16_069)
            .saturating_add(T::DbWeight::get().reads(174))
            .saturating_add(T::DbWeight::get().writes(13))
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
        Weight::from_parts(3_141_377_000, 14_974)
            .saturating_add(T::DbWeight::get().reads(220))
            .saturating_add(T::DbWeight::get().writes(39))
    }

    // Encumbrances::Pledges: 1 read, 0 written
    // Licences::Licences: 62 read, 0 written
    // Licences::OfferConsents: 1 read, 1 written
    // Licences::Offers: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 19 read, 0 written
    // Registry::LiveMarks: 1 read, 0 written
    // Registry::Marks: 1 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Registry::Rights: 63 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::Regimes: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn consent_to_offer() -> Weight {
        Weight::from_parts(1_639_991_000, 14_450)
            .saturating_add(T::DbWeight::get().reads(155))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Licences::LastOffer: 1 read, 1 written
    // Licences::Licences: 62 read, 0 written
    // Licences::OfferConsents: 0 read, 32 written
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
        Weight::from_parts(2_672_342_000, 14_723)
            .saturating_add(T::DbWeight::get().reads(200))
            .saturating_add(T::DbWeight::get().writes(67))
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
        Weight::from_parts(2_177_448_000, 11_297)
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
        Weight::from_parts(2_794_002_000, 16_075)
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
        Weight::from_parts(1_645_519_000, 9_016)
            .saturating_add(T::DbWeight::get().reads(150))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Licences::OfferConsents: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::SuccessorOf: 1 read, 0 written
    // Registry::Objects: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_offer_consent() -> Weight {
        Weight::from_parts(117_354_000, 2_312)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
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
        Weight::from_parts(2_726_933_000, 16_131)
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
        Weight::from_parts(1_608_444_000, 9_114)
            .saturating_add(T::DbWeight::get().reads(150))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Licences::Licences: 62 read, 0 written
    // Licences::OfferConsents: 0 read, 1 written
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
        Weight::from_parts(1_515_176_000, 10_321)
            .saturating_add(T::DbWeight::get().reads(152))
            .saturating_add(T::DbWeight::get().writes(3))
    }
}
