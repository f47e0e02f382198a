//! The runtime built into this program, and the state from which its chains start.

use anyhow::{anyhow, Context};
use sc_chain_spec::GenesisConfigBuilderRuntimeCaller;
use sp_core::storage::well_known_keys;
use sp_storage::Storage;

/// The wasm form of the runtime.
pub fn runtime_code() -> anyhow::Result<&'static [u8]> {
    quanji_runtime::WASM_BINARY
        .context("this program was built without the wasm runtime: build it again without SKIP_WASM_BUILD")
}

/// The genesis state of the `development` preset, with the runtime in it as on a real chain.
pub fn development() -> anyhow::Result<Storage> {
    let code = runtime_code()?;
    let mut storage = <GenesisConfigBuilderRuntimeCaller>::new(code)
        .get_storage_for_named_preset(Some(&sp_genesis_builder::DEV_RUNTIME_PRESET.to_owned()))
        .map_err(|error| anyhow!("cannot build the genesis state: {error}"))?;
    storage.top.insert(well_known_keys::CODE.to_vec(), code.to_vec());
    Ok(storage)
}
