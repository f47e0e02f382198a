//! Weights of the calls, until measured ones are plugged in by the runtime.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// Weight functions of the pallet.
pub trait WeightInfo {
    /// `admit_authority`.
    fn admit_authority() -> Weight;
    /// `suspend_authority`.
    fn suspend_authority() -> Weight;
    /// `restore_authority`.
    fn restore_authority() -> Weight;
    /// `set_validator`.
    fn set_validator() -> Weight;
    /// `authorize_upgrade`.
    fn authorize_upgrade() -> Weight;
    /// `change_department`.
    fn change_department() -> Weight;
    /// `change_authority_account`.
    fn change_authority_account() -> Weight;
    /// `add_officer`.
    fn add_officer() -> Weight;
    /// `set_officer_roles`.
    fn set_officer_roles() -> Weight;
    /// `dismiss_officer`.
    fn dismiss_officer() -> Weight;
    /// `bind_officer_account`.
    fn bind_officer_account() -> Weight;
    /// `unbind_officer_account`.
    fn unbind_officer_account() -> Weight;
    /// `add_credential_key`.
    fn add_credential_key() -> Weight;
    /// `end_credential_key`.
    fn end_credential_key() -> Weight;
    /// `declare_affiliates`.
    fn declare_affiliates() -> Weight;
    /// `declare_own_affiliates`.
    fn declare_own_affiliates() -> Weight;
}

/// Generous weights for tests.
impl WeightInfo for () {
    fn admit_authority() -> Weight {
        generous(8, 10)
    }
    fn suspend_authority() -> Weight {
        generous(2, 2)
    }
    fn restore_authority() -> Weight {
        generous(2, 2)
    }
    fn set_validator() -> Weight {
        generous(10, 8)
    }
    fn authorize_upgrade() -> Weight {
        generous(1, 2)
    }
    fn change_department() -> Weight {
        generous(8, 5)
    }
    fn change_authority_account() -> Weight {
        generous(9, 7)
    }
    fn add_officer() -> Weight {
        generous(11, 9)
    }
    fn set_officer_roles() -> Weight {
        generous(4, 2)
    }
    fn dismiss_officer() -> Weight {
        generous(12, 12)
    }
    fn bind_officer_account() -> Weight {
        generous(9, 4)
    }
    fn unbind_officer_account() -> Weight {
        generous(4, 4)
    }
    fn add_credential_key() -> Weight {
        generous(3, 3)
    }
    fn end_credential_key() -> Weight {
        generous(3, 2)
    }
    fn declare_affiliates() -> Weight {
        generous(20, 2)
    }
    fn declare_own_affiliates() -> Weight {
        generous(20, 2)
    }
}

fn generous(reads: u64, writes: u64) -> Weight {
    let database = ParityDbWeight::get();
    Weight::from_parts(100_000_000, 64_000)
        .saturating_add(database.reads(reads))
        .saturating_add(database.writes(writes))
}
