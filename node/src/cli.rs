//! The command line.

use clap::{Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use sc_cli::{RunCmd, SubstrateCli};

/// The Quanji node: validator, full and archive node of the register of data property rights.
#[derive(Debug, Parser)]
pub struct Cli {
    /// What to do instead of running the node.
    #[command(subcommand)]
    pub subcommand: Option<Task>,

    /// How to run the node.
    #[command(flatten)]
    pub run: RunCmd,
}

/// What this program does besides running a node.
#[derive(Debug, Subcommand)]
#[allow(
    clippy::large_enum_variant,
    reason = "one value is parsed per run of the program"
)]
pub enum Task {
    /// Make, show and insert keys.
    #[command(subcommand)]
    Key(sc_cli::KeySubcommand),

    /// Write the specification of a chain as JSON.
    ExportChainSpec(sc_cli::ExportChainSpecCmd),

    /// Execute a stored block again and check its result.
    CheckBlock(sc_cli::CheckBlockCmd),

    /// Write blocks to a file.
    ExportBlocks(sc_cli::ExportBlocksCmd),

    /// Read blocks from a file.
    ImportBlocks(sc_cli::ImportBlocksCmd),

    /// Write the state after a block as the genesis of a chain specification.
    ExportState(sc_cli::ExportStateCmd),

    /// Go back to an earlier block. Finalised blocks stay.
    Revert(sc_cli::RevertCmd),

    /// Delete the database of a chain.
    PurgeChain(sc_cli::PurgeChainCmd),

    /// Show facts about the database of a chain.
    ChainInfo(sc_cli::ChainInfoCmd),
}

impl Cli {
    /// Reads the command line of this process; prints what is wrong with it and ends the process if need be.
    pub fn from_command_line() -> Self {
        let matches = Self::node_command().get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }

    /// The command line with the defaults of a Quanji node.
    pub fn node_command() -> Command {
        with_node_defaults(Self::setup_command(Self::command()))
    }
}

/// Makes archives and a restricted RPC interface the default, wherever a command has the option: a register is
/// kept whole, and a method that changes the node must be asked for.
fn with_node_defaults(mut command: Command) -> Command {
    for (option, default) in [
        ("state_pruning", "archive"),
        ("blocks_pruning", "archive"),
        ("rpc_methods", "safe"),
    ] {
        if command
            .get_arguments()
            .any(|argument| argument.get_id() == option)
        {
            command = command.mut_arg(option, |argument| argument.default_value(default));
        }
    }
    command.mut_subcommands(with_node_defaults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sc_cli::{CliConfiguration, DatabasePruningMode, RpcMethods};

    fn parse(arguments: &[&str]) -> Cli {
        let arguments = std::iter::once(&"quanji-node").chain(arguments);
        let matches = Cli::node_command().try_get_matches_from(arguments).unwrap();
        Cli::from_arg_matches(&matches).unwrap()
    }

    #[test]
    fn command_line_is_consistent() {
        Cli::node_command().debug_assert();
    }

    #[test]
    fn keeps_everything_unless_told_otherwise() {
        let pruning = parse(&["--dev"]).run.import_params.pruning_params;
        assert_eq!(pruning.state_pruning, Some(DatabasePruningMode::Archive));
        assert_eq!(pruning.blocks_pruning, DatabasePruningMode::Archive);

        let Some(Task::ImportBlocks(import)) = parse(&["import-blocks", "--chain", "dev"]).subcommand else {
            panic!("import-blocks was parsed as something else");
        };
        assert_eq!(
            import.import_params.pruning_params.state_pruning,
            Some(DatabasePruningMode::Archive)
        );

        let pruning = parse(&[
            "--dev",
            "--state-pruning",
            "256",
            "--blocks-pruning",
            "archive-canonical",
        ])
        .run;
        let pruning = pruning.import_params.pruning_params;
        assert_eq!(pruning.state_pruning, Some(DatabasePruningMode::Custom(256)));
        assert_eq!(pruning.blocks_pruning, DatabasePruningMode::ArchiveCanonical);
    }

    #[test]
    fn rpc_is_safe_and_on_loopback_unless_told_otherwise() {
        let run = parse(&["--dev"]).run;
        assert_eq!(run.rpc_params.rpc_methods, RpcMethods::Safe);
        let addresses = run.rpc_addr(9944).unwrap().unwrap();
        assert!(!addresses.is_empty());
        assert!(addresses
            .iter()
            .all(|address| address.listen_addr.ip().is_loopback()));
        assert_eq!(
            parse(&["--dev", "--rpc-methods", "unsafe"])
                .run
                .rpc_params
                .rpc_methods,
            RpcMethods::Unsafe
        );
    }
}
