//! The parts of a node that need no network: what the tasks of the command line work with as well.

use super::consensus::{inherents, AuraPair, JUSTIFICATION_PERIOD};
use quanji_runtime::{apis::RuntimeApi, opaque::Block};
use sc_consensus_aura::ImportQueueParams;
use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_service::{Configuration, Error, PartialComponents, TaskManager};
use sc_telemetry::{Telemetry, TelemetryWorker};
use std::sync::Arc;

/// Functions that the runtime calls in the node.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type HostFunctions = sp_io::SubstrateHostFunctions;

/// Functions that the runtime calls in the node, with those of the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub type HostFunctions = (
    sp_io::SubstrateHostFunctions,
    frame_benchmarking::benchmarking::HostFunctions,
);

/// The client: blocks, state, and calls into the runtime.
pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, WasmExecutor<HostFunctions>>;

/// The database.
pub type FullBackend = sc_service::TFullBackend<Block>;

/// The transaction pool.
pub type FullPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;

/// The rule which of several chains to build on: the longest with the last finalised block.
pub type SelectChain = sc_consensus::LongestChain<FullBackend, Block>;

/// Imports blocks through the finality gadget.
pub type BlockImport = sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;

/// What the finality voter continues from.
pub type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, FullClient, SelectChain>;

/// Parts of this node that the SDK has no name for.
pub struct Extras {
    /// Imports the blocks this node authors.
    pub block_import: BlockImport,
    /// What the finality voter continues from.
    pub grandpa_link: GrandpaLink,
    /// Where telemetry goes, if the operator named a server.
    pub telemetry: Option<Telemetry>,
}

/// The parts of a node that need no network.
pub type Parts = PartialComponents<
    FullClient,
    FullBackend,
    SelectChain,
    sc_consensus::DefaultImportQueue<Block>,
    FullPool,
    Extras,
>;

/// Opens the database and prepares everything that needs no network.
pub fn parts(config: &Configuration) -> Result<Parts, Error> {
    let telemetry = connect_telemetry(config)?;
    let telemetry_handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
    let executor = executor(config);
    let (client, backend, keystore_container, task_manager) =
        sc_service::new_full_parts::<Block, RuntimeApi, _>(config, telemetry_handle, executor, Vec::new())?;
    let client = Arc::new(client);
    let telemetry = telemetry.map(|(worker, telemetry)| {
        task_manager.spawn_handle().spawn("telemetry", None, worker.run());
        telemetry
    });
    let select_chain = SelectChain::new(backend.clone());
    let transaction_pool = Arc::new(
        sc_transaction_pool::Builder::new(
            task_manager.spawn_essential_handle(),
            client.clone(),
            config.role.is_authority().into(),
        )
        .with_options(config.transaction_pool.clone())
        .with_prometheus(config.prometheus_registry())
        .build(),
    );
    let (block_import, grandpa_link) = sc_consensus_grandpa::block_import(
        client.clone(),
        JUSTIFICATION_PERIOD,
        &client,
        select_chain.clone(),
        telemetry.as_ref().map(Telemetry::handle),
    )?;
    let import_queue = import_queue(config, &client, &block_import, &task_manager, telemetry.as_ref())?;
    Ok(Parts {
        client,
        backend,
        task_manager,
        import_queue,
        keystore_container,
        select_chain,
        transaction_pool,
        other: Extras {
            block_import,
            grandpa_link,
            telemetry,
        },
    })
}

/// Runs the runtime. What it was compiled to is kept beside the database, so that a restart is quick.
fn executor(config: &Configuration) -> WasmExecutor<HostFunctions> {
    let options = &config.executor;
    let heap = options
        .default_heap_pages
        .map(|pages| HeapAllocStrategy::Static {
            extra_pages: pages.try_into().unwrap_or(u32::MAX),
        })
        .unwrap_or(DEFAULT_HEAP_ALLOC_STRATEGY);
    // The cache wants an absolute path.
    let data_path = std::path::absolute(&config.data_path).unwrap_or_else(|_| config.data_path.clone());
    WasmExecutor::builder()
        .with_execution_method(options.wasm_method)
        .with_onchain_heap_alloc_strategy(heap)
        .with_offchain_heap_alloc_strategy(heap)
        .with_max_runtime_instances(options.max_runtime_instances)
        .with_runtime_cache_size(options.runtime_cache_size)
        .with_cache_path(data_path.join("runtime-cache"))
        .build()
}

/// Prepares telemetry, if the operator or the chain specification names a server.
fn connect_telemetry(config: &Configuration) -> Result<Option<(TelemetryWorker, Telemetry)>, Error> {
    let Some(endpoints) = config.telemetry_endpoints.clone().filter(|list| !list.is_empty()) else {
        return Ok(None);
    };
    let worker = TelemetryWorker::new(16)?;
    let telemetry = worker.handle().new_telemetry(endpoints);
    Ok(Some((worker, telemetry)))
}

/// Verifies the seals of blocks from the network and hands the blocks to the finality gadget.
fn import_queue(
    config: &Configuration,
    client: &Arc<FullClient>,
    block_import: &BlockImport,
    task_manager: &TaskManager,
    telemetry: Option<&Telemetry>,
) -> Result<sc_consensus::DefaultImportQueue<Block>, Error> {
    let slots = client.clone();
    Ok(sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(
        ImportQueueParams {
            block_import: block_import.clone(),
            justification_import: Some(Box::new(block_import.clone())),
            client: client.clone(),
            create_inherent_data_providers: move |parent, _| {
                let duration = sc_consensus_aura::standalone::slot_duration_at(&*slots, parent);
                async move { Ok(inherents(duration?)) }
            },
            spawner: &task_manager.spawn_essential_handle(),
            registry: config.prometheus_registry(),
            check_for_equivocation: Default::default(),
            telemetry: telemetry.map(Telemetry::handle),
            compatibility_mode: Default::default(),
        },
    )?)
}
