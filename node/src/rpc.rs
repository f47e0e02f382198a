//! The RPC methods this node adds to the SDK's own.

use crate::service::{FullBackend, FullClient, FullPool};
use jsonrpsee::{core::RegisterMethodError, RpcModule};
use quanji_runtime::{opaque::Block, BlockNumber, Hash};
use sc_consensus_grandpa::{
    FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods about finality read.
#[derive(Clone)]
pub struct Finality {
    /// State of the voter on this node.
    pub voter_state: SharedVoterState,
    /// Validators and their votes' weights.
    pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
    /// Justifications as they are made or imported.
    pub justifications: GrandpaJustificationStream<Block>,
    /// Builds proofs of finality from the database.
    pub proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// The methods about accounts and finality.
pub fn methods(
    client: Arc<FullClient>,
    pool: Arc<FullPool>,
    finality: Finality,
    executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, RegisterMethodError> {
    let Finality {
        voter_state,
        authority_set,
        justifications,
        proofs,
    } = finality;
    let mut module = RpcModule::new(());
    module.merge(System::new(client, pool).into_rpc())?;
    module.merge(Grandpa::new(executor, authority_set, voter_state, justifications, proofs).into_rpc())?;
    Ok(module)
}
