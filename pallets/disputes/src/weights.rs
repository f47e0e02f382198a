//! Weights of the disputes' calls, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `object`.
    fn object() -> Weight;
    /// `return_objection`.
    fn return_objection() -> Weight;
    /// `complete_objection`.
    fn complete_objection() -> Weight;
    /// `notify_registrant`.
    fn notify_registrant() -> Weight;
    /// `record_delivery`.
    fn record_delivery() -> Weight;
    /// `answer_objection`.
    fn answer_objection() -> Weight;
    /// `conclude`.
    fn conclude() -> Weight;
    /// `answer_conclusion`.
    fn answer_conclusion() -> Weight;
    /// `prove_court`.
    fn prove_court() -> Weight;
    /// `decide_by_instrument`.
    fn decide_by_instrument() -> Weight;
    /// `execute`.
    fn execute() -> Weight;
    /// `execute_change` with a text of `t` bytes.
    fn execute_change(t: u32) -> Weight;
    /// `withdraw_objection`.
    fn withdraw_objection() -> Weight;
    /// `close`.
    fn close() -> Weight;
    /// `propose_hold`.
    fn propose_hold() -> Weight;
    /// `confirm_hold`.
    fn confirm_hold() -> Weight;
    /// `lift_hold`.
    fn lift_hold() -> Weight;
    /// `raise_conflict`.
    fn raise_conflict() -> Weight;
    /// `decide_conflict`.
    fn decide_conflict() -> Weight;
}

/// Generous weights for tests, and for a runtime until they are measured.
impl WeightInfo for () {
    fn object() -> Weight {
        generous(60, 6)
    }
    fn return_objection() -> Weight {
        generous(60, 2)
    }
    fn complete_objection() -> Weight {
        generous(20, 2)
    }
    fn notify_registrant() -> Weight {
        generous(80, 4)
    }
    fn record_delivery() -> Weight {
        generous(60, 2)
    }
    fn answer_objection() -> Weight {
        generous(20, 2)
    }
    fn conclude() -> Weight {
        generous(60, 2)
    }
    fn answer_conclusion() -> Weight {
        generous(20, 2)
    }
    fn prove_court() -> Weight {
        generous(20, 2)
    }
    fn decide_by_instrument() -> Weight {
        generous(60, 2)
    }
    fn execute() -> Weight {
        generous(100, 25)
    }
    fn execute_change(t: u32) -> Weight {
        generous(520, 80).saturating_add(Weight::from_parts(20_000, 0).saturating_mul(t.into()))
    }
    fn withdraw_objection() -> Weight {
        generous(20, 6)
    }
    fn close() -> Weight {
        generous(60, 6)
    }
    fn propose_hold() -> Weight {
        generous(60, 2)
    }
    fn confirm_hold() -> Weight {
        generous(80, 4)
    }
    fn lift_hold() -> Weight {
        generous(60, 4)
    }
    fn raise_conflict() -> Weight {
        generous(150, 10)
    }
    fn decide_conflict() -> Weight {
        generous(12, 8)
    }
}

fn generous(reads: u64, writes: u64) -> Weight {
    let database = ParityDbWeight::get();
    Weight::from_parts(100_000_000, 64_000)
        .saturating_add(database.reads(reads))
        .saturating_add(database.writes(writes))
}
