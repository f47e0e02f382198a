//! Weights of the registry's calls, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `file`.
    fn file() -> Weight;
    /// `accept`.
    fn accept() -> Weight;
    /// `return_for_completion`.
    fn return_for_completion() -> Weight;
    /// `resubmit`.
    fn resubmit() -> Weight;
    /// `report`.
    fn report() -> Weight;
    /// `examine`.
    fn examine() -> Weight;
    /// `approve`.
    fn approve() -> Weight;
    /// `publish` of a text of `t` bytes.
    fn publish(t: u32) -> Weight;
    /// `enter` of a first registration.
    fn enter() -> Weight;
    /// `enter` of a further holder of a registered object.
    fn enter_further_holder() -> Weight;
    /// `refuse`.
    fn refuse() -> Weight;
    /// `withdraw`.
    fn withdraw() -> Weight;
    /// `close`.
    fn close() -> Weight;
}

/// Generous weights for tests.
impl WeightInfo for () {
    fn file() -> Weight {
        generous(350, 4)
    }
    fn accept() -> Weight {
        generous(50, 2)
    }
    fn return_for_completion() -> Weight {
        generous(50, 2)
    }
    fn resubmit() -> Weight {
        generous(350, 4)
    }
    fn report() -> Weight {
        generous(8, 2)
    }
    fn examine() -> Weight {
        generous(60, 2)
    }
    fn approve() -> Weight {
        generous(60, 2)
    }
    fn publish(t: u32) -> Weight {
        generous(50, 2).saturating_add(Weight::from_parts(20_000, 0).saturating_mul(t.into()))
    }
    fn enter() -> Weight {
        generous(120, 90)
    }
    fn enter_further_holder() -> Weight {
        generous(350, 50)
    }
    fn refuse() -> Weight {
        generous(50, 2)
    }
    fn withdraw() -> Weight {
        generous(4, 2)
    }
    fn close() -> Weight {
        generous(50, 2)
    }
}

fn generous(reads: u64, writes: u64) -> Weight {
    let database = ParityDbWeight::get();
    Weight::from_parts(100_000_000, 64_000)
        .saturating_add(database.reads(reads))
        .saturating_add(database.writes(writes))
}
