//! Weights of the calls, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `admit`.
    fn admit() -> Weight;
    /// `request_account`.
    fn request_account() -> Weight;
    /// `bind_account`.
    fn bind_account() -> Weight;
    /// `unbind_account`.
    fn unbind_account() -> Weight;
    /// `set_roles`.
    fn set_roles() -> Weight;
    /// `suspend`.
    fn suspend() -> Weight;
    /// `restore`.
    fn restore() -> Weight;
    /// `propose_recovery`.
    fn propose_recovery() -> Weight;
    /// `confirm_recovery`.
    fn confirm_recovery() -> Weight;
    /// `stop_recovery`.
    fn stop_recovery() -> Weight;
    /// `complete_recovery`.
    fn complete_recovery() -> Weight;
    /// `set_recovery_delay`.
    fn set_recovery_delay() -> Weight;
    /// `replace_all_accounts`.
    fn replace_all_accounts() -> Weight;
    /// `grant_power`.
    fn grant_power() -> Weight;
    /// `grant_power_at_counter`.
    fn grant_power_at_counter() -> Weight;
    /// `revoke_power`.
    fn revoke_power() -> Weight;
    /// `revoke_power_at_counter`.
    fn revoke_power_at_counter() -> Weight;
    /// `request_erasure`.
    fn request_erasure() -> Weight;
    /// `withdraw_erasure`.
    fn withdraw_erasure() -> Weight;
    /// `erase`.
    fn erase() -> Weight;
    /// `file_succession`.
    fn file_succession() -> Weight;
    /// `confirm_succession`.
    fn confirm_succession() -> Weight;
    /// `give_up_succession`.
    fn give_up_succession() -> Weight;
    /// `assign_holdings` of `n` holdings, with as many open cases and consents as one batch moves.
    fn assign_holdings(n: u32) -> Weight;
    /// `assign_case`.
    fn assign_case() -> Weight;
    /// `finish_succession`.
    fn finish_succession() -> Weight;
}

/// Generous weights for tests.
impl WeightInfo for () {
    fn admit() -> Weight {
        generous(8, 9)
    }
    fn request_account() -> Weight {
        generous(8, 2)
    }
    fn bind_account() -> Weight {
        generous(12, 6)
    }
    fn unbind_account() -> Weight {
        generous(6, 4)
    }
    fn set_roles() -> Weight {
        generous(4, 2)
    }
    fn suspend() -> Weight {
        generous(4, 2)
    }
    fn restore() -> Weight {
        generous(4, 2)
    }
    fn propose_recovery() -> Weight {
        generous(10, 2)
    }
    fn confirm_recovery() -> Weight {
        generous(5, 2)
    }
    fn stop_recovery() -> Weight {
        generous(5, 2)
    }
    fn complete_recovery() -> Weight {
        generous(11, 8)
    }
    fn set_recovery_delay() -> Weight {
        generous(1, 2)
    }
    fn replace_all_accounts() -> Weight {
        generous(25, 24)
    }
    fn grant_power() -> Weight {
        generous(8, 6)
    }
    fn grant_power_at_counter() -> Weight {
        generous(11, 6)
    }
    fn revoke_power() -> Weight {
        generous(4, 1)
    }
    fn revoke_power_at_counter() -> Weight {
        generous(8, 1)
    }
    fn request_erasure() -> Weight {
        generous(10, 1)
    }
    fn withdraw_erasure() -> Weight {
        generous(8, 1)
    }
    fn erase() -> Weight {
        generous(24, 24)
    }
    fn file_succession() -> Weight {
        generous(90, 1)
    }
    fn confirm_succession() -> Weight {
        generous(170, 130)
    }
    fn give_up_succession() -> Weight {
        generous(6, 1)
    }
    fn assign_holdings(n: u32) -> Weight {
        let of_one = generous(12, 8).saturating_mul(n.into());
        generous(250, 150).saturating_add(of_one)
    }
    fn assign_case() -> Weight {
        generous(90, 1)
    }
    fn finish_succession() -> Weight {
        generous(160, 110)
    }
}

fn generous(reads: u64, writes: u64) -> Weight {
    let database = ParityDbWeight::get();
    Weight::from_parts(100_000_000, 64_000)
        .saturating_add(database.reads(reads))
        .saturating_add(database.writes(writes))
}
