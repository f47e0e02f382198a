//! Weights of `pallet_admission`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_admission::WeightInfo for WeightInfo<T> {
    // Admission::Quota: 1 read, 0 written
    // Admission::Used: 1 read, 1 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // System::Account: 1 read, 1 written
    fn admit_sender() -> Weight {
        Weight::from_parts(94_510_000, 1_178)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(2))
    }

    // Admission::Quota: 0 read, 1 written
    // Authorities::Department: 1 read, 0 written
    fn set_quota() -> Weight {
        Weight::from_parts(25_598_000, 453)
            .saturating_add(T::DbWeight::get().reads(1))
            .saturating_add(T::DbWeight::get().writes(1))
    }
}
