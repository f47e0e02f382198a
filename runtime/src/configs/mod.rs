//! Configuration of each pallet.

pub mod consensus;
pub mod disputes;
pub mod encumbrances;
pub mod licences;
pub mod register;
pub mod session;
pub mod system;
pub mod utility;
