//! Starts the node: its database, network, consensus and RPC server.

mod consensus;
mod parts;

pub use parts::{parts, FullBackend, FullClient, FullPool, HostFunctions, Parts};

use crate::rpc::{self, Finality};
use futures::FutureExt;
use parts::Extras;
use quanji_runtime::{opaque::Block, Hash};
use sc_client_api::{Backend, BlockBackend};
use sc_consensus_grandpa::{FinalityProofProvider, SharedVoterState};
use sc_network::{config::FullNetworkConfiguration, service::traits::NetworkService, NetworkBackend};
use sc_service::{
    BuildNetworkParams, Configuration, Error, KeystoreContainer, SpawnTasksParams, TaskManager,
    WarpSyncConfig,
};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use std::sync::Arc;

/// Starts a node with the network backend `N`; it runs until the returned task manager is dropped.
pub fn start<N: NetworkBackend<Block, Hash>>(config: Configuration) -> Result<TaskManager, Error> {
    let Parts {
        client,
        backend,
        mut task_manager,
        import_queue,
        keystore_container,
        select_chain,
        transaction_pool,
        other:
            Extras {
                block_import,
                grandpa_link,
                mut telemetry,
            },
    } = parts(&config)?;

    let mut net_config = FullNetworkConfiguration::<Block, Hash, N>::new(
        &config.network,
        config.prometheus_registry().cloned(),
    );
    let metrics = N::register_notification_metrics(config.prometheus_registry());
    let genesis = client.block_hash(0)?.ok_or_else(|| {
        Error::Other("the database has no genesis block: purge it and synchronise again".into())
    })?;
    let protocol_name = sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
    let (grandpa_protocol, notifications) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
        protocol_name.clone(),
        metrics.clone(),
        net_config.peer_store_handle(),
    );
    net_config.add_notification_protocol(grandpa_protocol);
    let warp_proofs = sc_consensus_grandpa::warp_proof::NetworkProvider::new(
        backend.clone(),
        grandpa_link.shared_authority_set().clone(),
        Vec::new(),
    );
    let (network, system_rpc_tx, tx_handler_controller, sync, _) =
        sc_service::build_network(BuildNetworkParams {
            config: &config,
            net_config,
            client: client.clone(),
            transaction_pool: transaction_pool.clone(),
            spawn_handle: task_manager.spawn_handle(),
            spawn_essential_handle: task_manager.spawn_essential_handle(),
            import_queue,
            block_announce_validator_builder: None,
            warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_proofs))),
            block_relay: None,
            metrics,
            gap_sync_body_policy: None,
        })?;

    if config.offchain_worker.enabled {
        let pool = transaction_pool.clone();
        start_offchain_workers(
            &config,
            &task_manager,
            &client,
            &backend,
            pool,
            &keystore_container,
            &network,
        )?;
    }

    let voter_state = SharedVoterState::empty();
    let finality = Finality {
        voter_state: voter_state.clone(),
        authority_set: grandpa_link.shared_authority_set().clone(),
        justifications: grandpa_link.justification_stream(),
        proofs: FinalityProofProvider::new_for_service(
            backend.clone(),
            Some(grandpa_link.shared_authority_set().clone()),
        ),
    };
    let consensus = consensus::Consensus::new(&config, &keystore_container, telemetry.as_ref());
    let rpc_builder = {
        let (client, pool) = (client.clone(), transaction_pool.clone());
        Box::new(move |executor| {
            rpc::methods(client.clone(), pool.clone(), finality.clone(), executor)
                .map_err(|error| Error::Application(error.into()))
        })
    };
    sc_service::spawn_tasks(SpawnTasksParams {
        network: network.clone(),
        client: client.clone(),
        keystore: keystore_container.keystore(),
        task_manager: &mut task_manager,
        transaction_pool: transaction_pool.clone(),
        rpc_builder,
        backend,
        system_rpc_tx,
        tx_handler_controller,
        sync_service: sync.clone(),
        config,
        telemetry: telemetry.as_mut(),
        tracing_execute_block: None,
    })?;

    consensus.author(
        &task_manager,
        client,
        select_chain,
        block_import,
        transaction_pool.clone(),
        sync.clone(),
    )?;
    consensus.finalise(
        &task_manager,
        consensus::Voting {
            link: grandpa_link,
            network,
            sync,
            notifications,
            protocol_name,
            voter_state,
        },
        transaction_pool,
    )?;
    Ok(task_manager)
}

/// Runs the runtime's offchain workers after each block.
fn start_offchain_workers(
    config: &Configuration,
    task_manager: &TaskManager,
    client: &Arc<FullClient>,
    backend: &Arc<FullBackend>,
    pool: Arc<FullPool>,
    keystore: &KeystoreContainer,
    network: &Arc<dyn NetworkService>,
) -> Result<(), Error> {
    let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
        runtime_api_provider: client.clone(),
        is_validator: config.role.is_authority(),
        keystore: Some(keystore.keystore()),
        offchain_db: backend.offchain_storage(),
        transaction_pool: Some(OffchainTransactionPoolFactory::new(pool)),
        network_provider: Arc::new(network.clone()),
        enable_http_requests: false,
        custom_extensions: |_| Vec::new(),
    })?;
    let run = workers.run(client.clone(), task_manager.spawn_handle()).boxed();
    task_manager
        .spawn_handle()
        .spawn("offchain-workers-runner", "offchain-worker", run);
    Ok(())
}
