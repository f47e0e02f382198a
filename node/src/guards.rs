//! What a node refuses to do on a live chain.

use quanji_runtime::development_keys;
use sc_client_db::{BlocksPruning, PruningMode};
use sc_service::{ChainSpec, ChainType, Configuration};
use sp_core::{crypto::Pair, ecdsa, ed25519, sr25519};
use sp_io::hashing::twox_128;
use sp_runtime::{traits::IdentifyAccount, MultiSigner, Storage};
use std::collections::HashMap;

/// Secrets everybody knows in every scheme: the SDK's development phrase with these paths.
const DEVELOPMENT_KEYS: [&str; 15] = [
    "",
    "//Alice",
    "//Bob",
    "//Charlie",
    "//Dave",
    "//Eve",
    "//Ferdie",
    "//Alice//stash",
    "//Bob//stash",
    "//Charlie//stash",
    "//Dave//stash",
    "//Eve//stash",
    "//Ferdie//stash",
    "//One",
    "//Two",
];

/// Why a node does not start.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// A validator of a live chain would forget blocks.
    #[error(
        "a validator of a live chain keeps every block: start it with --blocks-pruning archive (the default), \
         on a database that was made so"
    )]
    PrunedBlocks,
    /// A validator of a live chain would forget states.
    #[error(
        "a validator of a live chain keeps the state after every block: start it with --state-pruning archive \
         (the default), on a database that was made so"
    )]
    PrunedState,
    /// The genesis of a live chain gives power to a secret everybody knows.
    #[error(
        "the genesis of this live chain contains the well-known development key `{key}` ({scheme}), whose \
         secret everybody knows: take it out of the chain specification, or give the chain the type \
         Development or Local"
    )]
    DevelopmentKey {
        /// Derivation path of the key.
        key: &'static str,
        /// Signature scheme of the key.
        scheme: &'static str,
    },
    /// The clock of a live chain could be set.
    #[error(
        "the genesis of this live chain contains a development clock, which can be set to any time: take it \
         out of the chain specification, or give the chain the type Development"
    )]
    DevelopmentClock,
    /// The genesis could not be read.
    #[error("the genesis state cannot be built from the chain specification: {0}")]
    UnreadableGenesis(String),
}

impl From<Refusal> for sc_cli::Error {
    fn from(refusal: Refusal) -> Self {
        Self::Application(Box::new(refusal))
    }
}

/// Whether a node may run as configured.
pub fn check_node(config: &Configuration) -> Result<(), Refusal> {
    check_pruning(
        &config.chain_spec.chain_type(),
        config.role.is_authority(),
        config.state_pruning.as_ref(),
        config.blocks_pruning,
    )?;
    check_chain(config.chain_spec.as_ref())
}

/// Whether a chain may be what its specification says it is.
pub fn check_chain(spec: &dyn ChainSpec) -> Result<(), Refusal> {
    if spec.chain_type() != ChainType::Live {
        return Ok(());
    }
    let genesis = spec
        .as_storage_builder()
        .build_storage()
        .map_err(Refusal::UnreadableGenesis)?;
    check_keys(&genesis)?;
    check_clock(&genesis)
}

/// Certificates are proven from old blocks and states, so the validators of a live chain keep them all.
///
/// A node that has no database yet and is not told otherwise would keep 256 states.
fn check_pruning(
    chain_type: &ChainType,
    validator: bool,
    state: Option<&PruningMode>,
    blocks: BlocksPruning,
) -> Result<(), Refusal> {
    if *chain_type != ChainType::Live || !validator {
        return Ok(());
    }
    if !blocks.is_archive() {
        return Err(Refusal::PrunedBlocks);
    }
    if !state.is_some_and(PruningMode::is_archive) {
        return Err(Refusal::PrunedState);
    }
    Ok(())
}

/// Refuses a genesis that contains a development key anywhere: as an account, a validator or a session key.
fn check_keys(genesis: &Storage) -> Result<(), Refusal> {
    let known = development_accounts();
    let find = |bytes: &[u8]| {
        bytes
            .windows(32)
            .find_map(|window| known.get(window))
            .map_or(Ok(()), |&(key, scheme)| {
                Err(Refusal::DevelopmentKey { key, scheme })
            })
    };
    for (key, value) in entries(genesis) {
        find(key)?;
        // The runtime's code carries the development presets.
        if key != sp_core::storage::well_known_keys::CODE {
            find(value)?;
        }
    }
    Ok(())
}

/// Refuses a genesis in which the clock of the chain can be set.
fn check_clock(genesis: &Storage) -> Result<(), Refusal> {
    let key = [twox_128(b"Rules"), twox_128(b"DevelopmentClock")].concat();
    if genesis.top.contains_key(&key) {
        return Err(Refusal::DevelopmentClock);
    }
    Ok(())
}

/// Every entry of a genesis state.
fn entries(genesis: &Storage) -> impl Iterator<Item = (&[u8], &[u8])> {
    let children = genesis.children_default.values().flat_map(|child| &child.data);
    genesis
        .top
        .iter()
        .chain(children)
        .map(|(key, value)| (key.as_slice(), value.as_slice()))
}

/// The accounts of the development keys, those of this runtime's presets included. The accounts of Ed25519 and
/// Sr25519 are the public keys as well.
fn development_accounts() -> HashMap<[u8; 32], (&'static str, &'static str)> {
    let presets = development_keys::ALL
        .into_iter()
        .map(|(path, public)| (public, (path, "Ed25519")));
    DEVELOPMENT_KEYS
        .into_iter()
        .flat_map(|path| {
            [
                (account::<ed25519::Pair>(path), (path, "Ed25519")),
                (account::<sr25519::Pair>(path), (path, "Sr25519")),
                (account::<ecdsa::Pair>(path), (path, "ECDSA")),
            ]
        })
        .filter_map(|(account, name)| account.map(|account| (account, name)))
        .chain(presets)
        .collect()
}

/// The account of the development phrase with a derivation path.
fn account<P: Pair>(path: &str) -> Option<[u8; 32]>
where
    MultiSigner: From<P::Public>,
{
    let pair = P::from_string(path, None).ok()?;
    Some(MultiSigner::from(pair.public()).into_account().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain_spec;
    use sp_runtime::AccountId32;

    fn genesis(key: &[u8], value: &[u8]) -> Storage {
        let mut genesis = Storage::default();
        genesis.top.insert(key.to_vec(), value.to_vec());
        genesis
    }

    fn alice() -> [u8; 32] {
        ed25519::Pair::from_string("//Alice", None).unwrap().public().0
    }

    #[test]
    fn validator_of_a_live_chain_keeps_everything() {
        let live = |state: Option<PruningMode>, blocks| {
            check_pruning(&ChainType::Live, true, state.as_ref(), blocks)
        };
        let some = PruningMode::blocks_pruning(256);
        assert!(live(Some(PruningMode::ArchiveAll), BlocksPruning::KeepAll).is_ok());
        assert!(live(Some(PruningMode::ArchiveCanonical), BlocksPruning::KeepFinalized).is_ok());
        assert!(matches!(
            live(Some(PruningMode::ArchiveAll), BlocksPruning::Some(1000)),
            Err(Refusal::PrunedBlocks)
        ));
        assert!(matches!(
            live(Some(some), BlocksPruning::KeepAll),
            Err(Refusal::PrunedState)
        ));
        assert!(matches!(
            live(None, BlocksPruning::KeepAll),
            Err(Refusal::PrunedState)
        ));
    }

    #[test]
    fn other_nodes_may_prune() {
        let prune = |chain_type, validator| {
            let state = PruningMode::blocks_pruning(256);
            check_pruning(&chain_type, validator, Some(&state), BlocksPruning::Some(256))
        };
        assert!(prune(ChainType::Live, false).is_ok());
        assert!(prune(ChainType::Local, true).is_ok());
        assert!(prune(ChainType::Development, true).is_ok());
    }

    #[test]
    fn finds_development_keys_in_keys_and_values() {
        let hidden = [&[1, 2, 3][..], &alice(), &[4]].concat();
        for genesis in [genesis(&hidden, b"value"), genesis(b"key", &hidden)] {
            let refusal = check_keys(&genesis).unwrap_err();
            assert!(matches!(
                refusal,
                Refusal::DevelopmentKey {
                    key: "//Alice",
                    scheme: "Ed25519"
                }
            ));
        }
        let mut stranger = hidden.clone();
        stranger[5] ^= 1;
        assert!(check_keys(&genesis(b"key", &stranger)).is_ok());
        assert!(check_keys(&genesis(b":code", &hidden)).is_ok());
    }

    #[test]
    fn knows_every_scheme() {
        let ferdie = ecdsa::Pair::from_string("//Ferdie", None).unwrap().public();
        let ferdie: AccountId32 = MultiSigner::from(ferdie).into_account();
        let bob = sr25519::Pair::from_string("//Bob//stash", None).unwrap().public();
        for (bytes, name) in [(ferdie.as_ref() as &[u8], "//Ferdie"), (&bob.0, "//Bob//stash")] {
            let refusal = check_keys(&genesis(b"key", bytes)).unwrap_err();
            assert!(matches!(refusal, Refusal::DevelopmentKey { key, .. } if key == name));
        }
        let known = development_accounts();
        assert!(known.len() > DEVELOPMENT_KEYS.len() * 3);
        assert!(development_keys::ALL
            .iter()
            .all(|(_, public)| known.contains_key(public)));
    }

    #[test]
    fn refuses_a_development_clock() {
        let key = frame_support::storage::storage_prefix(b"Rules", b"DevelopmentClock");
        assert!(matches!(
            check_clock(&genesis(&key, &[0])),
            Err(Refusal::DevelopmentClock)
        ));
        assert!(check_clock(&genesis(&key[1..], &[0])).is_ok());
    }

    #[test]
    fn a_live_chain_cannot_start_from_a_preset() {
        for id in ["dev", "local"] {
            let preset = chain_spec::load(id).unwrap();
            assert!(check_chain(&preset).is_ok(), "{id} is not live");
            let json = sc_service::ChainSpec::as_json(&preset, true).unwrap();
            let mut json: serde_json::Value = serde_json::from_str(&json).unwrap();
            json["chainType"] = "Live".into();
            let live = chain_spec::ChainSpec::from_json_bytes(json.to_string().into_bytes()).unwrap();
            assert!(
                matches!(check_chain(&live), Err(Refusal::DevelopmentKey { .. })),
                "{id} made live"
            );
        }
    }
}
