//! Runs what the command line asks for.

use crate::{
    chain_spec,
    cli::{Cli, Task},
    guards,
    service::{self, FullBackend, FullClient, Parts},
};
use quanji_runtime::{opaque::Block, BlockNumber, Hash};
use sc_cli::{CliConfiguration, SubstrateCli};
use sc_network::config::NetworkBackendType;
use sc_service::{Configuration, TaskManager};
use std::{future::Future, pin::Pin, sync::Arc};

impl SubstrateCli for Cli {
    fn impl_name() -> String {
        "Quanji node".into()
    }

    fn impl_version() -> String {
        env!("SUBSTRATE_CLI_IMPL_VERSION").into()
    }

    fn executable_name() -> String {
        env!("CARGO_PKG_NAME").into()
    }

    fn description() -> String {
        "Quanji 权籍 node: validator, full and archive node of the register of data property rights".into()
    }

    fn author() -> String {
        env!("CARGO_PKG_AUTHORS").into()
    }

    fn support_url() -> String {
        "the operator of your network, or whoever gave you this program".into()
    }

    fn copyright_start_year() -> i32 {
        2026
    }

    fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
        Ok(Box::new(chain_spec::load(id)?))
    }
}

/// Reads the command line and does what it says.
pub fn run() -> sc_cli::Result<()> {
    let cli = Cli::from_command_line();
    match &cli.subcommand {
        None => run_node(&cli),
        Some(Task::Key(command)) => command.run(&cli),
        Some(Task::ExportChainSpec(command)) => {
            command.run(Box::new(chain_spec::load_for_export(&command.chain)?))
        }
        Some(Task::PurgeChain(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run(config.database)),
        Some(Task::ChainInfo(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run::<Block>(&config)),
        Some(Task::CheckBlock(command)) => with_parts(&cli, command, |parts, _| {
            (
                Box::pin(command.run(parts.client, parts.import_queue)),
                parts.task_manager,
            )
        }),
        Some(Task::ImportBlocks(command)) => with_parts(&cli, command, |parts, _| {
            (
                Box::pin(command.run(parts.client, parts.import_queue)),
                parts.task_manager,
            )
        }),
        Some(Task::ExportBlocks(command)) => with_parts(&cli, command, |parts, config| {
            (
                Box::pin(command.run(parts.client, config.database)),
                parts.task_manager,
            )
        }),
        Some(Task::ExportState(command)) => with_parts(&cli, command, |parts, config| {
            (
                Box::pin(command.run(parts.client, config.chain_spec)),
                parts.task_manager,
            )
        }),
        Some(Task::Revert(command)) => with_parts(&cli, command, |parts, _| {
            let work = command.run(parts.client, parts.backend, Some(Box::new(revert_finality)));
            (Box::pin(work), parts.task_manager)
        }),
    }
}

/// Runs the node until it is told to stop.
fn run_node(cli: &Cli) -> sc_cli::Result<()> {
    cli.create_runner(&cli.run)?
        .run_node_until_exit(|config| async move {
            guards::check_node(&config)?;
            start(config).map_err(sc_cli::Error::Service)
        })
}

/// Starts the node with the network backend the operator chose.
fn start(config: Configuration) -> Result<TaskManager, sc_service::Error> {
    match config.network.network_backend {
        NetworkBackendType::Litep2p => service::start::<sc_network::Litep2pNetworkBackend>(config),
        NetworkBackendType::Libp2p => service::start::<sc_network::NetworkWorker<Block, Hash>>(config),
    }
}

/// Lets the finality gadget forget the blocks that are reverted.
fn revert_finality(client: Arc<FullClient>, _: Arc<FullBackend>, blocks: BlockNumber) -> sc_cli::Result<()> {
    Ok(sc_consensus_grandpa::revert(client, blocks)?)
}

/// Work on the database, and the tasks that must live as long.
type Work<'a> = (
    Pin<Box<dyn Future<Output = sc_cli::Result<()>> + 'a>>,
    TaskManager,
);

/// Opens the chain as `command` describes it and does `work` with it.
fn with_parts<'a, C: CliConfiguration>(
    cli: &Cli,
    command: &C,
    work: impl FnOnce(Parts, Configuration) -> Work<'a>,
) -> sc_cli::Result<()> {
    cli.create_runner(command)?.async_run(|config| {
        guards::check_chain(config.chain_spec.as_ref())?;
        let parts = service::parts(&config)?;
        Ok(work(parts, config))
    })
}
