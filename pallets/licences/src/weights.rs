//! Weights of the licences' calls, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `offer`.
    fn offer() -> Weight;
    /// `accept`.
    fn accept() -> Weight;
    /// `withdraw_offer`.
    fn withdraw_offer() -> Weight;
    /// `propose_end`.
    fn propose_end() -> Weight;
    /// `sign_end`.
    fn sign_end() -> Weight;
    /// `withdraw_end`.
    fn withdraw_end() -> Weight;
    /// `report_use`.
    fn report_use() -> Weight;
    /// `order_end`.
    fn order_end() -> Weight;
    /// `confirm_end`.
    fn confirm_end() -> Weight;
    /// `consent_to_offer`.
    fn consent_to_offer() -> Weight;
    /// `revoke_offer_consent`.
    fn revoke_offer_consent() -> Weight;
}

/// Generous weights for tests, and for a runtime until they are measured: the rights of two objects and their licences are
/// read, and the marks of one.
impl WeightInfo for () {
    fn offer() -> Weight {
        generous(600, 36)
    }
    fn accept() -> Weight {
        generous(600, 12)
    }
    fn withdraw_offer() -> Weight {
        generous(150, 2)
    }
    fn propose_end() -> Weight {
        generous(420, 8)
    }
    fn sign_end() -> Weight {
        generous(420, 8)
    }
    fn withdraw_end() -> Weight {
        generous(150, 1)
    }
    fn report_use() -> Weight {
        generous(150, 2)
    }
    fn order_end() -> Weight {
        generous(180, 1)
    }
    fn confirm_end() -> Weight {
        generous(180, 8)
    }
    fn consent_to_offer() -> Weight {
        generous(250, 1)
    }
    fn revoke_offer_consent() -> Weight {
        generous(60, 1)
    }
}

fn generous(reads: u64, writes: u64) -> Weight {
    let database = ParityDbWeight::get();
    Weight::from_parts(200_000_000, 128_000)
        .saturating_add(database.reads(reads))
        .saturating_add(database.writes(writes))
}
