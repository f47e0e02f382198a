//! Weights of `pallet_authorities`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_authorities::WeightInfo for WeightInfo<T> {
    // Authorities::Authorities: 1 read, 1 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::CredentialKeys: 0 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn add_credential_key() -> Weight {
        Weight::from_parts(64_506_000, 1_059)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(2))
    }

    // Authorities::Authorities: 1 read, 1 written
    // Authorities::AuthorityAccounts: 2 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerAccounts: 1 read, 1 written
    // Authorities::OfficerAt: 1 read, 1 written
    // Authorities::OfficerOf: 1 read, 1 written
    // Authorities::Officers: 0 read, 1 written
    // Authorities::PersonOf: 1 read, 1 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // System::Account: 1 read, 1 written
    fn add_officer() -> Weight {
        Weight::from_parts(155_441_000, 1_800)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(7))
    }

    // Authorities::AccountOfAuthority: 0 read, 1 written
    // Authorities::Authorities: 0 read, 1 written
    // Authorities::AuthorityAccounts: 1 read, 1 written
    // Authorities::AuthorityByNumberPlace: 1 read, 1 written
    // Authorities::CredentialKeys: 0 read, 1 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::LastAuthority: 1 read, 1 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // System::Account: 1 read, 1 written
    // Timestamp::Now: 1 read, 0 written
    fn admit_authority() -> Weight {
        Weight::from_parts(121_380_000, 1_331)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(7))
    }

    // Authorities::Department: 1 read, 0 written
    // System::AuthorizedUpgrade: 0 read, 1 written
    fn authorize_upgrade() -> Weight {
        Weight::from_parts(26_699_000, 453)
            .saturating_add(T::DbWeight::get().reads(1))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::AuthorityAccounts: 2 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerAccounts: 1 read, 1 written
    // Authorities::OfficerOf: 1 read, 1 written
    // Authorities::Officers: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // System::Account: 1 read, 1 written
    fn bind_officer_account() -> Weight {
        Weight::from_parts(113_198_000, 1_814)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::AccountOfAuthority: 1 read, 1 written
    // Authorities::AuthorityAccounts: 1 read, 2 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // System::Account: 2 read, 2 written
    fn change_authority_account() -> Weight {
        Weight::from_parts(110_695_000, 1_156)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(5))
    }

    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 1 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // System::Account: 2 read, 2 written
    fn change_department() -> Weight {
        Weight::from_parts(92_788_000, 1_103)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Authorities: 1 read, 1 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Parties::Parties: 16 read, 0 written
    fn declare_affiliates() -> Weight {
        Weight::from_parts(172_096_000, 2_146)
            .saturating_add(T::DbWeight::get().reads(18))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 1 written
    // Parties::Parties: 16 read, 0 written
    fn declare_own_affiliates() -> Weight {
        Weight::from_parts(183_241_000, 2_230)
            .saturating_add(T::DbWeight::get().reads(18))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::OfficerAccounts: 1 read, 1 written
    // Authorities::OfficerOf: 0 read, 4 written
    // Authorities::Officers: 1 read, 1 written
    // System::Account: 4 read, 4 written
    fn dismiss_officer() -> Weight {
        Weight::from_parts(163_332_000, 1_383)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(10))
    }

    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::CredentialKeys: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn end_credential_key() -> Weight {
        Weight::from_parts(54_421_000, 890)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 1 written
    // Authorities::Department: 1 read, 0 written
    fn restore_authority() -> Weight {
        Weight::from_parts(40_991_000, 722)
            .saturating_add(T::DbWeight::get().reads(2))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Officers: 1 read, 1 written
    fn set_officer_roles() -> Weight {
        Weight::from_parts(57_305_000, 1_010)
            .saturating_add(T::DbWeight::get().reads(3))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::CounterForValidators: 1 read, 1 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 2 written
    // Authorities::Validators: 1 read, 1 written
    // Parties::PartyOf: 1 read, 0 written
    // System::Account: 2 read, 2 written
    fn set_validator() -> Weight {
        Weight::from_parts(148_550_000, 1_441)
            .saturating_add(T::DbWeight::get().reads(10))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 1 written
    // Authorities::Department: 1 read, 0 written
    fn suspend_authority() -> Weight {
        Weight::from_parts(40_410_000, 721)
            .saturating_add(T::DbWeight::get().reads(2))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::OfficerAccounts: 1 read, 1 written
    // Authorities::OfficerOf: 1 read, 1 written
    // System::Account: 1 read, 1 written
    fn unbind_officer_account() -> Weight {
        Weight::from_parts(83_193_000, 1_186)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(3))
    }
}
