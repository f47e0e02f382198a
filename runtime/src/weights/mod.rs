//! Measured weights of our pallets' calls. The files beside this one are written by `scripts/bench weights`.

pub mod pallet_admission;
pub mod pallet_authorities;
pub mod pallet_disputes;
pub mod pallet_encumbrances;
pub mod pallet_licences;
pub mod pallet_parties;
pub mod pallet_registry;
pub mod pallet_rules;
