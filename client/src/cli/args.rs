//! The arguments: global options and the list of commands. Each command declares its own arguments in its module.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand};

use super::{
    apply, authority, case, certificate, check, clock, collateral, conflict, consent, day_book, describe,
    fingerprint, help, history, import, keys, licence, motion, national, objection, party, power, prove,
    quota, regime, succession, title, trust, verify, verify_page, workload,
};

/// Register data property rights: keys, fingerprints, descriptions, applications, certificates
#[derive(Debug, Parser)]
#[command(
    name = "quanji",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Cli {
    /// Print the version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,

    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
}

/// The heading of the options that every command has.
pub const GLOBAL_HEADING: &str = "Global options";

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = GLOBAL_HEADING)]
pub struct Global {
    /// Print one JSON object; failures as JSON problem details on standard error
    #[arg(long, global = true)]
    pub json: bool,

    /// Language of messages: zh or en [default: from LANG]
    #[arg(long, global = true, value_name = "LANGUAGE", env = "QUANJI_LANG", value_parser = ["zh", "en"], hide_possible_values = true, hide_env_values = true)]
    pub lang: Option<String>,

    /// Address of the node
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "QUANJI_NODE",
        default_value = "ws://127.0.0.1:9944",
        hide_env_values = true
    )]
    pub node: String,

    /// Read the register as it stood at the end of this block [default: the last final block]
    #[arg(long, global = true, value_name = "NUMBER")]
    pub block: Option<u32>,

    /// Key that signs: a key file, a name in the key folder, //Alice, or command:/path/to/program
    #[arg(
        long,
        global = true,
        value_name = "KEY",
        env = "QUANJI_KEY",
        hide_env_values = true
    )]
    pub key: Option<String>,

    /// Folder of key files [default: quanji/keys in the configuration folder]
    #[arg(
        long,
        global = true,
        value_name = "FOLDER",
        env = "QUANJI_KEYS",
        hide_env_values = true
    )]
    pub key_folder: Option<PathBuf>,

    /// File with the password of the key; or set QUANJI_PASSWORD
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "QUANJI_PASSWORD_FILE",
        hide_env_values = true
    )]
    pub password_file: Option<PathBuf>,

    /// Print the result only: no progress, no remarks
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// Print help
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make, import and list keys
    #[command(subcommand)]
    Keys(keys::Command),
    /// Take the fingerprint of a file or folder
    Fingerprint(fingerprint::Arguments),
    /// Make, check and seal the description of a data set
    #[command(subcommand)]
    Describe(describe::Command),
    /// File applications
    #[command(subcommand)]
    Apply(apply::Command),
    /// Look at cases and take their steps
    #[command(subcommand)]
    Case(case::Command),
    /// Consents of participants in fused data that one of them gets the operating right
    #[command(subcommand)]
    Consent(consent::Command),
    /// Verified persons, their accounts and their standing
    #[command(subcommand)]
    Party(party::Command),
    /// Powers of agents
    #[command(subcommand)]
    Power(power::Command),
    /// Merger, division, dissolution, bankruptcy, death: others take the place of a party
    #[command(subcommand)]
    Succession(succession::Command),
    /// The directory of registration authorities
    #[command(subcommand)]
    Authority(authority::Command),
    /// What waits at an authority, for each officer, and what is overdue
    Workload(workload::Workload),
    /// How the cases of an authority went that ended in a month
    Statistics(workload::OfMonth),
    /// What every sender may use at once
    #[command(subcommand)]
    Quota(quota::Command),
    /// Objections to registered rights
    #[command(subcommand)]
    Objection(objection::Command),
    /// Conflicts between two authorities over the same data
    #[command(subcommand)]
    Conflict(conflict::Command),
    /// Whether an operation on a right may be done now: what stands in the way, since when, who can remove it
    Check(check::Arguments),
    /// Seizures and other preservation that courts and organs order
    #[command(subcommand)]
    Seizure(day_book::Command),
    /// Administrative control
    #[command(subcommand)]
    Control(day_book::Command),
    /// The day book of an authority: every instrument, and rights that end by one
    #[command(subcommand)]
    Daybook(day_book::BookCommand),
    /// What an authority enters of its own motion: extinction, cancellation, revocation, correction
    #[command(subcommand)]
    Entry(motion::Command),
    /// Licences of registered rights
    #[command(subcommand)]
    Licence(licence::Command),
    /// Pledges and other security on registered rights, by deed
    #[command(subcommand)]
    Pledge(collateral::PledgeCommand),
    /// Places reserved for a pledge that is not signed yet
    #[command(subcommand)]
    Reserve(collateral::ReserveCommand),
    /// Ask whether a party may use a right for a purpose in a region now, with proof
    CheckUse(licence::CheckUse),
    /// Import earlier registrations of other systems, and record their review
    Import(Box<import::Arguments>),
    /// Exchange files with the national service system
    #[command(subcommand)]
    National(national::Command),
    /// The rules of registration systems, and calendars
    #[command(subcommand)]
    Regime(regime::Command),
    /// Register time
    #[command(subcommand)]
    Clock(clock::Command),
    /// Issue a certificate with its proof, or show one
    #[command(subcommand)]
    Certificate(certificate::Command),
    /// Verify an evidence package, without a node
    Verify(verify::Arguments),
    /// Print the verifier as one HTML file, which verifies a package in a browser without a server
    VerifyPage(verify_page::Arguments),
    /// Proofs of less than a certificate: entries, a checkpoint, a record of a data set
    #[command(subcommand)]
    Prove(prove::Command),
    /// List every entry of an object, checked against the register
    History(history::Arguments),
    /// Report a title for a lender: an object, or everything of a party, at one block, proven complete
    Title(Box<title::Arguments>),
    /// Keep the genesis hashes of chains that you trust
    #[command(subcommand)]
    Trust(trust::Command),
    /// Print completions for a shell
    Completions(help::Completions),
}
