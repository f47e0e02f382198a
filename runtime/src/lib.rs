//! The state transition function of the Quanji chain: the pallets, wired together.
//!
//! There is no coin, no fee and no superuser. Who may send a transaction, and which calls exist for senders,
//! is decided by [`TxExtension`] and [`configs::system::CallWhitelist`].

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]
// The runtime macros nest deeply.
#![recursion_limit = "512"]

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod development_keys;
pub mod extensions;
pub mod genesis_presets;
pub mod migrations;
pub mod no_currency;
mod pallets;
pub mod signature;
mod weights;

#[cfg(test)]
mod tests;

use alloc::{borrow::Cow, vec::Vec};
use frame_support::parameter_types;
use sp_runtime::{
    generic, impl_opaque_keys,
    traits::{BlakeTwo256, IdentifyAccount, Verify},
    MultiAddress,
};
use sp_version::RuntimeVersion;

pub use extensions::TxExtension;
pub use pallets::*;

/// The wasm form of this runtime.
#[cfg(feature = "std")]
mod wasm {
    #![allow(dead_code, missing_docs, reason = "the file is written by the wasm builder")]
    include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
}

/// The compressed wasm runtime, or `None` when it was not built (`SKIP_WASM_BUILD`).
#[cfg(feature = "std")]
pub const WASM_BINARY: Option<&[u8]> = wasm::WASM_BINARY;

/// Signature of a transaction.
pub type Signature = signature::MultiSignature;

/// Identifies an account: 32 bytes derived from its public key.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// Number of transactions an account has sent.
pub type Nonce = u32;

/// Hash used throughout the chain.
pub type Hash = sp_core::H256;

/// Height of a block.
pub type BlockNumber = u32;

/// Form in which transactions name an account.
pub type Address = MultiAddress<AccountId, ()>;

/// Block header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;

/// Block with decoded transactions.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// Transaction as it stands in a block, not yet checked.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What the signer of a transaction signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Dispatches blocks and transactions to the pallets.
pub type Executive = frame_executive::Executive<
    Runtime,
    Block,
    frame_system::ChainContext<Runtime>,
    Runtime,
    AllPalletsWithSystem,
>;

/// Types with opaque transactions, for the parts of the node that need not know this runtime.
pub mod opaque {
    pub use crate::Header;
    use sp_runtime::generic;

    /// Transaction as bytes.
    pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

    /// Block with opaque transactions.
    pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

/// Duration of a slot in milliseconds. A running chain can shorten it by an upgrade, never lengthen it.
pub const SLOT_DURATION: u64 = 3_000;

/// Blocks in a minute, when every slot has its block.
pub const MINUTES: BlockNumber = 20;
/// Blocks in an hour, when every slot has its block.
pub const HOURS: BlockNumber = 1_200;
/// Blocks in a day, when every slot has its block.
pub const DAYS: BlockNumber = 28_800;

impl_opaque_keys! {
    /// The keys a validator keeps on its node.
    pub struct SessionKeys {
        /// Ed25519 key that signs blocks.
        pub aura: Aura,
        /// Ed25519 key that signs finality votes.
        pub grandpa: Grandpa,
    }
}

/// The version of this runtime.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
    spec_name: Cow::Borrowed("quanji"),
    impl_name: Cow::Borrowed("quanji"),
    authoring_version: 1,
    spec_version: 1,
    impl_version: 1,
    apis: apis::RUNTIME_API_VERSIONS,
    transaction_version: 1,
    system_version: 1,
};

parameter_types! {
    /// [`VERSION`] as a parameter of pallets.
    pub const Version: RuntimeVersion = VERSION;
}
