//! `quanji title`: what a bank reads before it lends, of an object or of everything a party has, at one block; the holder's
//! consent to it, the reader's log of it, and the reader's searches of other registers.

mod check;
mod collateral;
mod consent;
mod document;
mod kept;
mod making;
mod material;
mod object;
mod overview;
mod terminal;
#[cfg(test)]
mod tests;
mod words;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::title::{
    chained::{self, ChainedError},
    consent::ConsentError,
    gather::PartyName,
    pdf::PdfError,
};
use quanji_primitives::clock::Day;

use super::{
    context::Context,
    exit::{Exit, Failure},
    CommandResult,
};

quanji_client::messages! {
    /// Why there is no report.
    enum Message {
        /// The pages cannot be made.
        NoPages { reason: String } => zh "无法生成 PDF：{reason}"; en "the pages cannot be made: {reason}";
        /// The description is not the registered one.
        OtherDescription { file: String } =>
            zh "{file} 不是所登记的数据说明：摘要不符", remedy "请提供已公示的数据说明原文件";
            en "{file} is not the registered description: its digest differs", remedy "give the published file as it is";
        /// A consent without what it is for.
        NoPurpose =>
            zh "使用同意书须说明用途", remedy "请用 --purpose 写明与同意书相同的用途";
            en "a consent is used for a purpose", remedy "name it with --purpose, as the consent does";
        /// The reader trusts no chain yet.
        NothingTrusted =>
            zh "尚未指定信任的链：证明不能为自己作保",
                remedy "请从登记机构或监管部门公布的渠道取得创世哈希，用 --genesis 指定，或用 quanji trust add 名称 创世哈希 记住它";
            en "no chain is trusted yet, and a proof cannot vouch for its own",
                remedy "get the genesis hash from where the authorities publish it and give it with --genesis, or keep it with `quanji trust add NAME HASH`";
        /// Nobody with that key is a party.
        NotAReader { account: String } =>
            zh "账户 {account} 在该区块未绑定到主体", remedy "请用读取人的密钥：--key";
            en "at this block the account {account} is bound to no party", remedy "name the reader's key with --key";
    }
}

impl From<ConsentError> for Failure {
    fn from(error: ConsentError) -> Self {
        let exit = match &error {
            ConsentError::NotAConsent { .. }
            | ConsentError::BadPurpose { .. }
            | ConsentError::AlreadyOver { .. } => Exit::InputInvalid,
            ConsentError::BadSignature { .. } => Exit::VerificationFailed,
            ConsentError::Key { .. } => Exit::Key,
            _ => Exit::Refused,
        };
        Self::new(exit, error)
    }
}

impl From<ChainedError> for Failure {
    fn from(error: ChainedError) -> Self {
        let exit = match &error {
            ChainedError::File { .. } => Exit::File,
            ChainedError::NoFolder => Exit::Usage,
            ChainedError::Malformed { .. } | ChainedError::Broken { .. } => Exit::VerificationFailed,
        };
        Self::new(exit, error)
    }
}

impl From<PdfError> for Failure {
    fn from(error: PdfError) -> Self {
        let reason = error.to_string();
        Self::new(Exit::Unexpected, Message::NoPages { reason })
    }
}

/// `quanji title …`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    report: ReportArguments,
}

/// What else there is beside the report.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Consent that one reader reads the full title, for one purpose (holder)
    Consent(consent::Consent),
    /// Add a signature to a consent (co-holder)
    Sign(consent::Sign),
    /// Make a report again from its kept proof, without a node
    Check(check::Check),
    /// Show which reports were read, for what, and that the log hangs together (reader)
    Log(kept::Log),
    /// Searches of the registers in which the law gives a pledge its rank (reader)
    #[command(subcommand)]
    Search(kept::SearchCommand),
}

/// Arguments of the report.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// The object (O…), or the number of one of its certificates (SJ…)
    #[arg(required_unless_present = "party", conflicts_with = "party")]
    object: Option<String>,
    /// Everything of this party: P1-1-Q, a unified social credit code, or a LEI
    #[arg(long)]
    party: Option<PartyName>,
    /// The day on which the loan is due
    #[arg(long, value_name = "DATE")]
    maturity: Option<Day>,
    /// The holder's consent: tells amounts and licensees too; read with --key
    #[arg(long, value_name = "FILE")]
    consent: Option<PathBuf>,
    /// For what the report is read: noted in your log; with --consent, as the consent says it
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,
    /// Description of an object, any number of times: gives its name and update cycle
    #[arg(long, value_name = "FILE")]
    description: Vec<PathBuf>,
    /// Genesis hash that you trust: proves that the block is final, but for one named with --block, of which the node's word
    /// is taken [default: QUANJI_GENESIS, then the chains of `quanji trust`]
    #[arg(long, value_name = "HASH")]
    genesis: Option<String>,
    /// Write the report as pages to this file
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// Write the proof of everything in the report to this file (JSON)
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
    /// Do not look in earlier blocks for the entries of marks and the times of ends
    #[arg(long)]
    quick: bool,
    #[command(flatten)]
    records: Records,
    /// Replace existing files
    #[arg(long)]
    force: bool,
}

/// Where the reader's own records are.
#[derive(Debug, Args)]
pub struct Records {
    /// Folder of the reader's log and searches [default: quanji/title in the configuration folder]
    #[arg(
        long,
        value_name = "FOLDER",
        env = "QUANJI_TITLE_RECORDS",
        hide_env_values = true
    )]
    records: Option<PathBuf>,
}

impl Records {
    /// The folder.
    pub fn folder(&self) -> Result<PathBuf, ChainedError> {
        match &self.records {
            Some(folder) => Ok(folder.clone()),
            None => chained::default_folder(),
        }
    }
}

/// Runs `quanji title`.
pub fn run(context: &Context, arguments: Arguments) -> CommandResult {
    match arguments.command {
        None => making::run(context, &arguments.report),
        Some(Command::Consent(given)) => consent::give(context, &given),
        Some(Command::Sign(given)) => consent::sign(context, &given),
        Some(Command::Check(given)) => check::run(context, &given),
        Some(Command::Log(given)) => kept::log(context, &given),
        Some(Command::Search(command)) => kept::search(context, command),
    }
}
