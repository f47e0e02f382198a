//! Weights of admission, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `set_quota`.
    fn set_quota() -> Weight;
    /// The extension [`crate::AdmitSender`].
    fn admit_sender() -> Weight;
}

/// Generous weights for tests.
impl WeightInfo for () {
    fn set_quota() -> Weight {
        Weight::from_parts(20_000_000, 2_000).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
    }

    fn admit_sender() -> Weight {
        Weight::from_parts(40_000_000, 16_000).saturating_add(ParityDbWeight::get().reads_writes(6, 2))
    }
}
