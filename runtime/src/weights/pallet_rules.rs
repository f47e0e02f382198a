//! Weights of `pallet_rules`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_rules::WeightInfo for WeightInfo<T> {
    // Authorities::Department: 1 read, 0 written
    // Rules::Codes: 1 read, 1 written
    fn add_code() -> Weight {
        Weight::from_parts(42_974_000, 799)
            .saturating_add(T::DbWeight::get().reads(2))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Department: 1 read, 0 written
    // Rules::Codes: 1 read, 0 written
    // Rules::NegativeList: 1 read, 1 written
    fn add_to_negative_list() -> Weight {
        Weight::from_parts(50_655_000, 1_337)
            .saturating_add(T::DbWeight::get().reads(3))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Department: 1 read, 0 written
    // Rules::Calendars: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn load_calendar() -> Weight {
        Weight::from_parts(93_189_000, 934)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Department: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Rules::LastVersion: 1 read, 1 written
    // Rules::Regimes: 1 read, 2 written
    // Timestamp::Now: 1 read, 0 written
    fn publish_regime() -> Weight {
        Weight::from_parts(113_038_000, 11_461)
            .saturating_add(T::DbWeight::get().reads(5))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Authorities::Department: 1 read, 0 written
    // Rules::NegativeList: 1 read, 1 written
    fn remove_from_negative_list() -> Weight {
        Weight::from_parts(34_982_000, 672)
            .saturating_add(T::DbWeight::get().reads(2))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Department: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 1 written
    // Timestamp::Now: 1 read, 0 written
    fn set_clock() -> Weight {
        Weight::from_parts(31_747_000, 697)
            .saturating_add(T::DbWeight::get().reads(3))
            .saturating_add(T::DbWeight::get().writes(1))
    }
}
