//! `quanji prove`: proofs of less than a certificate. Entries of an object, a checkpoint, a record of a data set.

mod entries;
mod recorded;
mod slice;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use quanji_client::{
    evidence::{
        node::Node,
        not_proven::NotProven,
        prove::{self, Made},
        trust::{claimed, hash_text},
    },
    files::Access,
};
use quanji_verifier::{
    package::PACKAGE_BYTES_MAX, verify_checkpoint, Checkpoint, Conclusion, EvidencePackage, Since, Verdict,
};
use serde_json::json;

use super::{
    context::Context,
    exit::{Exit, Failure},
    node::with_chain,
    output::Report,
    trust::{beginning, Begin, Named},
    CommandResult,
};

/// `quanji prove …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prove the certificate of a package as of now: in force still, superseded, ended, and what stands against it
    Again(Again),
    /// Write a proof of the entries of an object, through the digest of its history
    Entries(entries::Make),
    /// Verify a proof of entries, without a node
    CheckEntries(entries::Check),
    /// Write a checkpoint that proves itself from the genesis block on, once a year for example
    Checkpoint(MakeCheckpoint),
    /// Verify a checkpoint's proof, without a node, and write the checkpoint for `verify --checkpoint`
    CheckCheckpoint(CheckCheckpoint),
    /// Write a proof that a record or a piece belongs to the fingerprint of a file
    Slice(slice::Make),
    /// Verify such a proof against a fingerprint, as registered or as typed, and write the piece
    CheckSlice(slice::Check),
}

/// Where a proof is written.
#[derive(Debug, Args)]
pub struct Out {
    /// Write it to this file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Arguments of `prove again`.
#[derive(Debug, Args)]
pub struct Again {
    /// The evidence package
    file: PathBuf,
    /// Where the proof begins.
    #[command(flatten)]
    begin: Begin,
    /// Where.
    #[command(flatten)]
    out: Out,
}

/// Arguments of `prove checkpoint`.
#[derive(Debug, Args)]
pub struct MakeCheckpoint {
    /// Where the proof begins.
    #[command(flatten)]
    begin: Begin,
    /// Where.
    #[command(flatten)]
    out: Out,
}

/// Arguments of `prove check-checkpoint`.
#[derive(Debug, Args)]
pub struct CheckCheckpoint {
    /// The proof
    file: PathBuf,
    /// What is believed.
    #[command(flatten)]
    trust: Named,
    /// Where.
    #[command(flatten)]
    out: Out,
}

quanji_client::messages! {
    /// What stands in the way of checking a proof.
    enum Message {
        /// The proof is not text.
        NotText =>
            zh "该文件不是文本，不是证明", remedy "请向出具人重新索取";
            en "the file is not text and so no proof", remedy "get it again from whoever made it";
    }
}

/// Runs a command of `quanji prove`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Again(arguments) => again(context, &arguments),
        Command::Entries(arguments) => entries::make(context, arguments),
        Command::CheckEntries(arguments) => entries::check(context, &arguments),
        Command::Checkpoint(arguments) => checkpoint(context, &arguments),
        Command::CheckCheckpoint(arguments) => check_checkpoint(context, &arguments),
        Command::Slice(arguments) => slice::make(context, &arguments),
        Command::CheckSlice(arguments) => slice::check(context, &arguments),
    }
}

impl Out {
    fn write(&self, context: &Context, content: &[u8]) -> Result<String, Failure> {
        context.write(&self.out, content, Access::Public, self.force)?;
        Ok(self.out.display().to_string())
    }
}

fn text_of(context: &Context, file: &Path) -> Result<String, Failure> {
    let content = context.read(file, PACKAGE_BYTES_MAX)?;
    String::from_utf8(content).map_err(|_| Failure::new(Exit::InputInvalid, Message::NotText))
}

fn again(context: &Context, arguments: &Again) -> CommandResult {
    let text = text_of(context, &arguments.file)?;
    let package = EvidencePackage::from_json(&text).map_err(|reason| NotProven(reason.into()))?;
    let after = prove::block_of(&package)?;
    let from = arguments.begin.checkpoint()?;
    let from = from.as_ref();
    with_chain(context, |chain| async move {
        let made = prove::again(&Node::of(&chain), &package, after, from).await?;
        let file = arguments.out.write(context, made.text.as_bytes())?;
        Ok(beginning(
            told_again(context, &made, file),
            from,
            context.language,
        ))
    })
}

fn told_again(context: &Context, made: &Made<Verdict>, file: String) -> Report {
    let (language, proven) = (context.language, &made.proven);
    let conclusion = Conclusion::of(proven);
    let since: Vec<_> = proven.since().into_iter().map(Since::code).collect();
    let json = json!({
        "certificate": proven.number.to_string(), "issue": proven.issue, "status": conclusion.code(), "since": since,
        "block": proven.block, "as_of": proven.as_of.to_string(), "genesis": hash_text(made.genesis), "file": file,
    });
    let sentence = conclusion.sentence(proven, language.into());
    let report = Report::new(json);
    let report = match proven.is_in_force_unchanged() {
        true => report.done(sentence),
        false => report.caution(sentence),
    };
    report
        .row(
            language.pick("证明至", "as of"),
            language.pick(
                format!("区块 {}", proven.block),
                format!("block {}", proven.block),
            ),
        )
        .row(language.pick("已写入", "written to"), file)
}

fn checkpoint(context: &Context, arguments: &MakeCheckpoint) -> CommandResult {
    let from = arguments.begin.checkpoint()?;
    let from = from.as_ref();
    with_chain(context, |chain| async move {
        let made = prove::checkpoint(&Node::of(&chain), from).await?;
        let file = arguments.out.write(context, made.text.as_bytes())?;
        Ok(beginning(
            told_checkpoint(context, &made.proven, file),
            from,
            context.language,
        ))
    })
}

fn check_checkpoint(context: &Context, arguments: &CheckCheckpoint) -> CommandResult {
    let text = text_of(context, &arguments.file)?;
    let trust = arguments.trust.anchor(claimed(&text))?;
    let proven = verify_checkpoint(&text, &trust).map_err(NotProven)?;
    let file = arguments.out.write(context, proven.to_json().as_bytes())?;
    Ok(told_checkpoint(context, &proven, file))
}

fn told_checkpoint(context: &Context, proven: &Checkpoint, file: String) -> Report {
    let language = context.language;
    let (block, set, hash) = (proven.number, proven.set.set_id, hash_text(proven.hash));
    let json = json!({ "genuine": true, "block": block, "hash": hash, "set": set, "genesis": hash_text(proven.genesis), "file": file });
    Report::new(json)
        .done(language.pick(
            format!("检查点已获证明：区块 {block}，第 {set} 届验证人集合"),
            format!("the checkpoint is proven: block {block}, authority set {set}"),
        ))
        .row(language.pick("区块哈希", "block hash"), hash)
        .row(language.pick("已写入", "written to"), file)
}
