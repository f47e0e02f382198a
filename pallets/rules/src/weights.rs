//! Weights of the calls. The ones for `()` are estimates on the safe side, for tests; a runtime uses measured ones.

#![allow(missing_docs, reason = "one function for each call, of the same name")]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// Weight of each call of the rules.
pub trait WeightInfo {
    fn publish_regime() -> Weight;
    fn load_calendar() -> Weight;
    fn add_code() -> Weight;
    fn add_to_negative_list() -> Weight;
    fn remove_from_negative_list() -> Weight;
    fn set_clock() -> Weight;
}

impl WeightInfo for () {
    /// Reads: clock, last version, previous version. Writes: last version, both versions.
    fn publish_regime() -> Weight {
        Weight::from_parts(250_000_000, 45_000)
            .saturating_add(RocksDbWeight::get().reads(4))
            .saturating_add(RocksDbWeight::get().writes(3))
    }
    /// Reads: clock, calendar. Writes: calendar.
    fn load_calendar() -> Weight {
        Weight::from_parts(60_000_000, 4_000)
            .saturating_add(RocksDbWeight::get().reads(3))
            .saturating_add(RocksDbWeight::get().writes(1))
    }
    /// Reads and writes: code.
    fn add_code() -> Weight {
        Weight::from_parts(25_000_000, 3_500)
            .saturating_add(RocksDbWeight::get().reads(1))
            .saturating_add(RocksDbWeight::get().writes(1))
    }
    /// Reads: code, list. Writes: list.
    fn add_to_negative_list() -> Weight {
        Weight::from_parts(30_000_000, 7_000)
            .saturating_add(RocksDbWeight::get().reads(2))
            .saturating_add(RocksDbWeight::get().writes(1))
    }
    /// Reads and writes: list.
    fn remove_from_negative_list() -> Weight {
        Weight::from_parts(25_000_000, 3_500)
            .saturating_add(RocksDbWeight::get().reads(1))
            .saturating_add(RocksDbWeight::get().writes(1))
    }
    /// Reads: block time, clock. Writes: clock.
    fn set_clock() -> Weight {
        Weight::from_parts(25_000_000, 1_500)
            .saturating_add(RocksDbWeight::get().reads(2))
            .saturating_add(RocksDbWeight::get().writes(1))
    }
}
