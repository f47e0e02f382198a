//! Migrations that a release of this runtime carries.
//!
//! A release lists here what it changes in storage, and the next release empties the list again.

/// Migrations that fit into the block of the upgrade.
pub type SingleBlock = ();

/// Migrations spread over many blocks. The chain accepts no transactions while they run.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type MultiBlock = ();

/// The benchmarks of the migrations pallet bring their own.
#[cfg(feature = "runtime-benchmarks")]
pub type MultiBlock = pallet_migrations::mock_helpers::MockedMigrations;
