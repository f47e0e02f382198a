//! Configuration of each pallet.

pub mod consensus;
pub mod register;
pub mod session;
pub mod system;
pub mod utility;
