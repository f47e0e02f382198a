//! Weights of the day book's calls, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `stamp`.
    fn stamp() -> Weight;
    /// `confirm`.
    fn confirm() -> Weight;
    /// `reject`.
    fn reject() -> Weight;
    /// `end_by_instrument`.
    fn end_by_instrument() -> Weight;
    /// `transfer_by_ruling`.
    fn transfer_by_ruling() -> Weight;
    /// `propose`.
    fn propose() -> Weight;
    /// `sign`.
    fn sign() -> Weight;
    /// `withdraw`.
    fn withdraw() -> Weight;
    /// `give_up_reservation`.
    fn give_up_reservation() -> Weight;
    /// `release`.
    fn release() -> Weight;
    /// `record_statutory`.
    fn record_statutory() -> Weight;
    /// `demand_release`.
    fn demand_release() -> Weight;
    /// `give_default_notice`.
    fn give_default_notice() -> Weight;
}

/// Generous weights for tests, and for a runtime until they are measured: an object with sixty-four rights and as many marks
/// as it can hold.
impl WeightInfo for () {
    fn stamp() -> Weight {
        generous(400, 6)
    }
    fn confirm() -> Weight {
        generous(1_500, 6)
    }
    fn reject() -> Weight {
        generous(1_500, 6)
    }
    fn end_by_instrument() -> Weight {
        generous(2_500, 100)
    }
    fn transfer_by_ruling() -> Weight {
        generous(2_500, 100)
    }
    fn propose() -> Weight {
        generous(2_000, 100)
    }
    fn sign() -> Weight {
        generous(2_500, 100)
    }
    fn withdraw() -> Weight {
        generous(1_000, 60)
    }
    fn give_up_reservation() -> Weight {
        generous(1_000, 60)
    }
    fn release() -> Weight {
        generous(1_000, 60)
    }
    fn record_statutory() -> Weight {
        generous(1_000, 60)
    }
    fn demand_release() -> Weight {
        generous(1_000, 60)
    }
    fn give_default_notice() -> Weight {
        generous(1_000, 60)
    }
}

fn generous(reads: u64, writes: u64) -> Weight {
    use frame_support::traits::Get;
    let database = <ParityDbWeight as Get<frame_support::weights::RuntimeDbWeight>>::get();
    Weight::from_parts(2_000_000_000, 500_000).saturating_add(database.reads_writes(reads, writes))
}
