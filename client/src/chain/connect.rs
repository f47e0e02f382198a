//! The connection to a node, and views of single blocks.

use std::{sync::Arc, time::Duration};

use subxt::{
    backend::LegacyBackend,
    client::OnlineClientAtBlock,
    config::{DefaultTransactionExtensions, HashFor, SubstrateConfig},
    error::OnlineClientAtBlockError,
    utils::MultiAddress,
    ArcMetadata, OnlineClient,
};
use subxt_rpcs::{rpc_params, RpcClient};

use super::ChainError;

/// The name of the chain's runtime.
const RUNTIME_NAME: &str = "quanji";

/// How long a node may take to answer the first question.
const CONNECT_SECONDS: u64 = 15;

/// A block's hash.
pub type BlockHash = HashFor<Config>;

/// The SDK's types as this chain uses them.
#[derive(Debug, Clone, Default)]
pub struct Config(SubstrateConfig);

impl subxt::Config for Config {
    type AccountId = <SubstrateConfig as subxt::Config>::AccountId;
    type Address = MultiAddress<Self::AccountId, ()>;
    type Signature = <SubstrateConfig as subxt::Config>::Signature;
    type Hasher = <SubstrateConfig as subxt::Config>::Hasher;
    type Header = <SubstrateConfig as subxt::Config>::Header;
    type TransactionExtensions = DefaultTransactionExtensions<Self>;
    type AssetId = <SubstrateConfig as subxt::Config>::AssetId;

    fn metadata_for_spec_version(&self, version: u32) -> Option<ArcMetadata> {
        self.0.metadata_for_spec_version(version)
    }

    fn set_metadata_for_spec_version(&self, version: u32, metadata: ArcMetadata) {
        self.0.set_metadata_for_spec_version(version, metadata);
    }
}

/// A connection to a node of the register.
#[derive(Clone)]
pub struct Chain {
    client: OnlineClient<Config>,
    rpc: RpcClient,
    node: String,
}

impl Chain {
    /// Connects to the node at `ws://…` or `wss://…` and makes sure that it is one of this register.
    pub async fn connect(node: &str) -> Result<Self, ChainError> {
        let unreachable = |reason: String| ChainError::Unreachable {
            node: node.to_owned(),
            reason,
        };
        let schemed = ["ws://", "wss://"].iter().any(|scheme| node.starts_with(scheme));
        if !schemed {
            return Err(ChainError::BadAddress {
                node: node.to_owned(),
                reason: "ws://, wss://".to_owned(),
            });
        }
        let connecting = async {
            let rpc = RpcClient::from_insecure_url(node)
                .await
                .map_err(|error| unreachable(innermost(&error)))?;
            let version: serde_json::Value = rpc
                .request("state_getRuntimeVersion", rpc_params![])
                .await
                .map_err(|error| unreachable(innermost(&error)))?;
            Ok((rpc, version))
        };
        let (rpc, version) = tokio::time::timeout(Duration::from_secs(CONNECT_SECONDS), connecting)
            .await
            .map_err(|_| unreachable(format!("{CONNECT_SECONDS} s")))??;
        let found = version["specName"].as_str().unwrap_or_default();
        if found != RUNTIME_NAME {
            return Err(ChainError::OtherChain {
                node: node.to_owned(),
                found: found.to_owned(),
            });
        }
        // The stable methods of a node, which need no subscription to be kept alive.
        let backend = LegacyBackend::builder().build(rpc.clone());
        let client = OnlineClient::from_backend(Arc::new(backend))
            .await
            .map_err(|error| unreachable(innermost(&error)))?;
        Ok(Self {
            client,
            rpc,
            node: node.to_owned(),
        })
    }

    /// The address of the node.
    pub fn node(&self) -> &str {
        &self.node
    }

    /// The SDK's client, for what this module does not offer.
    pub fn client(&self) -> &OnlineClient<Config> {
        &self.client
    }

    /// Questions to the node outside the SDK, such as storage proofs and proofs of finality.
    pub fn rpc(&self) -> &RpcClient {
        &self.rpc
    }

    /// The hash of the first block, by which a chain is told from all others.
    pub fn genesis(&self) -> [u8; 32] {
        self.client.genesis_hash().0
    }

    /// The last finalised block.
    pub async fn now(&self) -> Result<View, ChainError> {
        let at = self
            .client
            .at_current_block()
            .await
            .map_err(|error| no_block(&error, "-"))?;
        Ok(View { at })
    }

    /// A block by its number.
    pub async fn at_number(&self, number: u32) -> Result<View, ChainError> {
        let at = self
            .client
            .at_block(u64::from(number))
            .await
            .map_err(|error| no_block(&error, &number.to_string()))?;
        Ok(View { at })
    }

    /// A block by its hash.
    pub async fn at_hash(&self, hash: [u8; 32]) -> Result<View, ChainError> {
        let at = self
            .client
            .at_block(BlockHash::from(hash))
            .await
            .map_err(|error| no_block(&error, &format!("0x{}", hex::encode(hash))))?;
        Ok(View { at })
    }
}

/// The register as it stands at the end of one block.
pub struct View {
    pub(super) at: OnlineClientAtBlock<Config>,
}

impl View {
    /// The number of the block.
    pub fn number(&self) -> u32 {
        u32::try_from(self.at.block_number()).unwrap_or(u32::MAX)
    }

    /// The hash of the block.
    pub fn hash(&self) -> [u8; 32] {
        self.at.block_hash().0
    }

    /// The SDK's client at this block: storage, events, view functions.
    pub fn client(&self) -> &OnlineClientAtBlock<Config> {
        &self.at
    }

    /// The version of the runtime at this block.
    pub fn runtime_version(&self) -> u32 {
        self.at.spec_version()
    }
}

fn no_block(error: &OnlineClientAtBlockError, block: &str) -> ChainError {
    use OnlineClientAtBlockError as Error;
    match error {
        Error::BlockHeaderNotFound { .. } | Error::BlockNotFound { .. } => ChainError::NoBlock {
            block: block.to_owned(),
        },
        other => ChainError::NoAnswer {
            what: block.to_owned(),
            reason: innermost(other),
        },
    }
}

/// What an error comes down to: the text of its innermost cause, without the names of the layers it went through.
pub(super) fn innermost(error: &dyn std::error::Error) -> String {
    const LAYERS: [&str; 6] = [
        "Cannot call the View Function Runtime API: ",
        "Backend error: ",
        "RPC error: ",
        "client error: ",
        "User error: ",
        "Client error: ",
    ];
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    let text = cause.to_string();
    let mut rest = text.as_str();
    while let Some(inner) = LAYERS.iter().find_map(|layer| rest.strip_prefix(layer)) {
        rest = inner;
    }
    rest.lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_without_its_layers() {
        let error = std::io::Error::other("RPC error: client error: RPC error: no such host\nbacktrace");
        assert_eq!(innermost(&error), "no such host");
    }
}
