//! Chain specifications: which chain a node belongs to.

use crate::service::HostFunctions;
use quanji_runtime::RuntimeGenesisConfig;
use sc_service::{ChainType, GenericChainSpec, Properties};
use serde_json::Value;
use sp_core::storage::well_known_keys::CODE;
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_runtime::{BuildStorage, Storage};
use std::path::PathBuf;

/// A chain specification of this node.
pub type ChainSpec = GenericChainSpec<Option<()>, HostFunctions>;

/// The specification called `id`, to run a node by: `dev`, `local`, or the path of a file.
///
/// The genesis of a preset is computed by this program's own form of the runtime, not by the wasm form, which
/// would have to be compiled once more for it; a test compares the two.
pub fn load(id: &str) -> Result<ChainSpec, String> {
    let mut spec = load_for_export(id)?;
    if let Some(preset) = Preset::named(id) {
        sc_service::ChainSpec::set_storage(&mut spec, preset.genesis()?);
    }
    Ok(spec)
}

/// The specification called `id`, with a genesis that people can read and change.
pub fn load_for_export(id: &str) -> Result<ChainSpec, String> {
    match (Preset::named(id), id) {
        (Some(preset), _) => preset.spec(),
        (None, "") => Err(
            "no chain was named: use --dev for a development chain, --chain local for a network of \
                           four local validators, or --chain <FILE> with the specification of a network"
                .into(),
        ),
        (None, path) => ChainSpec::from_json_file(PathBuf::from(path)),
    }
}

/// A chain whose genesis is a preset of the runtime built into this program.
struct Preset {
    name: &'static str,
    id: &'static str,
    chain_type: ChainType,
    preset: &'static str,
}

impl Preset {
    /// The preset that the command line calls `name`.
    fn named(name: &str) -> Option<Self> {
        match name {
            "dev" => Some(Self {
                name: "Quanji Development",
                id: "quanji_dev",
                chain_type: ChainType::Development,
                preset: DEV_RUNTIME_PRESET,
            }),
            "local" => Some(Self {
                name: "Quanji Local",
                id: "quanji_local",
                chain_type: ChainType::Local,
                preset: LOCAL_TESTNET_RUNTIME_PRESET,
            }),
            _ => None,
        }
    }

    /// The specification as it is exported.
    fn spec(self) -> Result<ChainSpec, String> {
        Ok(ChainSpec::builder(runtime()?, None)
            .with_name(self.name)
            .with_id(self.id)
            .with_protocol_id("quanji")
            .with_chain_type(self.chain_type.clone())
            .with_properties(properties())
            .with_genesis_config_patch(self.patch()?)
            .build())
    }

    /// What the preset changes of the empty genesis.
    fn patch(&self) -> Result<Value, String> {
        let patch = quanji_runtime::genesis_presets::get_preset(&self.preset.into())
            .ok_or_else(|| format!("the runtime has no preset `{}`", self.preset))?;
        serde_json::from_slice(&patch)
            .map_err(|error| format!("the preset `{}` is no JSON: {error}", self.preset))
    }

    /// The genesis state.
    fn genesis(&self) -> Result<Storage, String> {
        let invalid = |error| {
            format!(
                "the preset `{}` is no genesis of this runtime: {error}",
                self.preset
            )
        };
        let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).map_err(invalid)?;
        sc_chain_spec::json_merge(&mut config, self.patch()?);
        let config: RuntimeGenesisConfig = serde_json::from_value(config).map_err(invalid)?;
        let mut genesis = config.build_storage()?;
        genesis.top.insert(CODE.to_vec(), runtime()?.to_vec());
        Ok(genesis)
    }
}

/// The wasm form of the runtime.
fn runtime() -> Result<&'static [u8], String> {
    quanji_runtime::WASM_BINARY.ok_or_else(|| {
        "this program was built without its runtime: build it again without SKIP_WASM_BUILD, or start it with \
         --chain <FILE>"
            .into()
    })
}

/// What wallets should know: the form of addresses. There is no token.
fn properties() -> Properties {
    Properties::from_iter([("ss58Format".to_owned(), 42.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_the_runtime_build_the_same_genesis() {
        for id in ["dev", "local"] {
            let native = load(id).unwrap().build_storage().unwrap();
            let wasm = load_for_export(id).unwrap().build_storage().unwrap();
            assert!(!native.top.is_empty());
            assert_eq!(native.top, wasm.top, "{id}");
            assert!(native.children_default.is_empty() && wasm.children_default.is_empty());
        }
    }

    #[test]
    fn a_chain_must_be_named() {
        assert!(load("").err().unwrap().contains("--chain <FILE>"));
        assert!(load("no/such/file.json").is_err());
    }
}
