//! `quanji prove`: proofs of less than a certificate. Entries of an object, a checkpoint, a record of a data set.

mod slice;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use quanji_client::{
    chain::Chain,
    evidence::{
        node::Node,
        not_proven::NotProven,
        prove::{self, Made},
        trust::{self, hash_text},
    },
    files::Access,
};
use quanji_primitives::ObjectId;
use quanji_verifier::{
    package::PACKAGE_BYTES_MAX, verify_checkpoint, verify_entries, Checkpoint, Conclusion, EvidencePackage,
    ProvenEntries, Since, TrustAnchor,
};
use serde_json::json;

use super::{
    context::Context,
    exit::{Exit, Failure},
    node::with_chain,
    output::Report,
    words, CommandResult,
};

/// `quanji prove …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prove the certificate of a package as of now: in force still, superseded, ended, and what stands against it
    Again(Again),
    /// Write a proof of the entries of an object, through the digest of its history
    Entries(Entries),
    /// Verify a proof of entries, without a node
    CheckEntries(Check),
    /// Write a checkpoint that proves itself from the genesis block on, once a year for example
    Checkpoint(Out),
    /// Verify a checkpoint's proof, without a node, and write the checkpoint for `verify --checkpoint`
    CheckCheckpoint(CheckCheckpoint),
    /// Write a proof that a record or a piece belongs to the fingerprint of a file
    Slice(slice::Make),
    /// Verify such a proof against the fingerprint, and write the piece
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
    /// Where.
    #[command(flatten)]
    out: Out,
}

/// Arguments of `prove entries`.
#[derive(Debug, Args)]
pub struct Entries {
    /// The object: O1-1-5
    object: ObjectId,
    /// From this entry on
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    from: u32,
    /// Where.
    #[command(flatten)]
    out: Out,
}

/// Arguments of `prove check-entries`.
#[derive(Debug, Args)]
pub struct Check {
    /// The proof
    file: PathBuf,
    /// What is believed.
    #[command(flatten)]
    trust: Trust,
}

/// Arguments of `prove check-checkpoint`.
#[derive(Debug, Args)]
pub struct CheckCheckpoint {
    /// The proof
    file: PathBuf,
    /// What is believed.
    #[command(flatten)]
    trust: Trust,
    /// Where.
    #[command(flatten)]
    out: Out,
}

/// What is believed without proof.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Trust {
    /// Genesis hash that you trust
    #[arg(long, value_name = "HASH")]
    genesis: Option<String>,
    /// Checkpoint file that you trust
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
}

quanji_client::messages! {
    /// What stands in the way of checking a proof.
    enum Message {
        /// Neither of the two.
        NothingTrusted =>
            zh "尚未指定信任的链", remedy "请用 --genesis 或 --checkpoint 指定";
            en "no chain is trusted yet", remedy "name it with --genesis or --checkpoint";
        /// The proof is not text.
        NotText =>
            zh "该文件不是文本，不是证明", remedy "请向出具人重新索取";
            en "the file is not text and so no proof", remedy "get it again from whoever made it";
    }
}

/// Runs a command of `quanji prove`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Again(arguments) => {
            let text = text_of(context, &arguments.file)?;
            let package = EvidencePackage::from_json(&text).map_err(|reason| NotProven(reason.into()))?;
            with_chain(context, |chain| again(context, chain, package, arguments.out))
        }
        Command::Entries(arguments) => with_chain(context, |chain| entries(context, chain, arguments)),
        Command::CheckEntries(arguments) => check_entries(context, &arguments),
        Command::Checkpoint(out) => with_chain(context, |chain| checkpoint(context, chain, out)),
        Command::CheckCheckpoint(arguments) => check_checkpoint(context, &arguments),
        Command::Slice(arguments) => slice::make(context, &arguments),
        Command::CheckSlice(arguments) => slice::check(context, &arguments),
    }
}

impl Trust {
    fn anchor(&self) -> Result<TrustAnchor, Failure> {
        match (&self.genesis, &self.checkpoint) {
            (Some(text), _) => Ok(TrustAnchor::Genesis(trust::parse_hash(text)?)),
            (None, Some(file)) => Ok(TrustAnchor::Checkpoint(trust::read_checkpoint(file)?)),
            (None, None) => Err(Failure::new(Exit::Usage, Message::NothingTrusted)),
        }
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

async fn again(context: &Context, chain: Chain, package: EvidencePackage, out: Out) -> CommandResult {
    let language = context.language;
    let Made {
        text,
        proven,
        genesis,
    } = prove::again(&Node::of(&chain), &package).await?;
    let file = out.write(context, text.as_bytes())?;
    let conclusion = Conclusion::of(&proven);
    let since: Vec<_> = proven.since().into_iter().map(Since::code).collect();
    let json = json!({
        "certificate": proven.number.to_string(), "issue": proven.issue, "status": conclusion.code(), "since": since,
        "block": proven.block, "as_of": proven.as_of.to_string(), "genesis": hash_text(genesis), "file": file,
    });
    let sentence = conclusion.sentence(&proven, language.into());
    let report = Report::new(json);
    let report = match conclusion {
        Conclusion::InForce => report.done(sentence),
        _ => report.caution(sentence),
    };
    Ok(report
        .row(
            language.pick("证明至", "as of"),
            language.pick(
                format!("区块 {}", proven.block),
                format!("block {}", proven.block),
            ),
        )
        .row(language.pick("已写入", "written to"), file))
}

async fn entries(context: &Context, chain: Chain, arguments: Entries) -> CommandResult {
    let language = context.language;
    let spinner = context
        .output
        .spinner(language.pick("读取历史", "reading the history"));
    let made = prove::entries(&chain, arguments.object, arguments.from, &|_, _| ()).await;
    spinner.finish_and_clear();
    let Made {
        text,
        proven,
        genesis,
    } = made?;
    let file = arguments.out.write(context, text.as_bytes())?;
    let report = told_entries(context, &proven);
    Ok(report
        .row(language.pick("已写入", "written to"), file)
        .row(language.pick("创世哈希", "genesis hash"), hash_text(genesis)))
}

fn check_entries(context: &Context, arguments: &Check) -> CommandResult {
    let trust = arguments.trust.anchor()?;
    let proven = verify_entries(&text_of(context, &arguments.file)?, &trust).map_err(NotProven)?;
    Ok(told_entries(context, &proven))
}

fn told_entries(context: &Context, proven: &ProvenEntries) -> Report {
    let language = context.language;
    let (count, of, block) = (proven.entries.len(), proven.record.entries, proven.block);
    let json = json!({
        "genuine": true, "object": proven.object.to_string(), "entries_of_object": of,
        "as_of": { "block": block, "hash": hash_text(proven.block_hash) },
        "entries": proven.entries,
    });
    let mut report = Report::new(json).done(language.pick(
        format!("{}：最后 {count} 次记载（共 {of} 次）已获证明，截至区块 {block}", proven.object),
        format!(
            "{}: the last {count} of {of} entries are proven as of block {block}, none altered and none left out",
            proven.object
        ),
    ));
    for entry in &proven.entries {
        let label = language.pick("记载", "entry");
        report = report.row(label, format!("{}  {}", entry.no.number, words::moment(entry.at)));
    }
    report
}

async fn checkpoint(context: &Context, chain: Chain, out: Out) -> CommandResult {
    let made = prove::checkpoint(&Node::of(&chain)).await?;
    let file = out.write(context, made.text.as_bytes())?;
    Ok(told_checkpoint(context, &made.proven, file))
}

fn check_checkpoint(context: &Context, arguments: &CheckCheckpoint) -> CommandResult {
    let trust = arguments.trust.anchor()?;
    let proven = verify_checkpoint(&text_of(context, &arguments.file)?, &trust).map_err(NotProven)?;
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
