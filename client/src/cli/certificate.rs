//! `quanji certificate`: issue the evidence package of a certificate, or show it.

use std::{path::PathBuf, time::Duration};

use clap::{Args, Subcommand};
use quanji_client::{
    chain::{Chain, View},
    evidence::{
        collect::{certificate_at, collect, Collected, Order, Step},
        node::Node,
        title::{self, Name},
        trust::hash_text,
        EvidenceError,
    },
    files::Access,
    keys::Signer,
};
use quanji_verifier::{
    report::{self, Shown},
    Checkpoint,
};
use serde_json::json;

use super::{
    context::Context,
    evidence,
    exit::Failure,
    marks,
    node::{with_chain, with_chain_and_view},
    output::Report,
    pending, renewing,
    trust::{beginning, Begin},
    words, CommandResult,
};

/// `quanji certificate …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sign a certificate and write it with its proof: a file that verifies without a node
    Issue(Issue),
    /// Show a certificate as the register has it now
    Show(Show),
}

/// Arguments of `certificate issue`.
#[derive(Debug, Args)]
pub struct Issue {
    /// Number of the certificate (SJ…), or its object (O…)
    certificate: String,
    /// The authority's credential key: a key file, a name in the key folder, or command:/path/to/program
    #[arg(
        long,
        value_name = "KEY",
        env = "QUANJI_CREDENTIAL_KEY",
        hide_env_values = true
    )]
    credential_key: String,
    /// Write the evidence package to this file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where the proof begins.
    #[command(flatten)]
    begin: Begin,
    /// Wait at most this long for a final block that proves the certificate
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    wait: u64,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Arguments of `certificate show`.
#[derive(Debug, Args)]
pub struct Show {
    /// Number of the certificate (SJ…), or its object (O…)
    certificate: String,
}

/// Runs a command of `quanji certificate`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Issue(arguments) => {
            let name = Name::parse(&arguments.certificate)?;
            let signer = credential_signer(context, &arguments.credential_key)?;
            let from = arguments.begin.checkpoint()?;
            let signed = Signed { name, signer, from };
            with_chain(context, |chain| issue(context, chain, signed, arguments))
        }
        Command::Show(arguments) => {
            let name = Name::parse(&arguments.certificate)?;
            with_chain_and_view(context, |chain, view| show(context, chain, view, name))
        }
    }
}

/// What is signed, by whom, and where its proof begins.
struct Signed {
    name: Name,
    signer: Box<dyn Signer>,
    from: Option<Checkpoint>,
}

async fn issue(context: &Context, chain: Chain, signed: Signed, arguments: Issue) -> CommandResult {
    let language = context.language;
    let spinner = context
        .output
        .spinner(language.pick("查找凭证", "looking for the certificate"));
    let progress = |step| {
        let text = match step {
            Step::Waiting { justified } => {
                let block = justified.unwrap_or_default();
                language.pick(
                    format!("等待含该凭证的最终区块（目前到 {block}）"),
                    format!("waiting for a final block with the certificate (now at {block})"),
                )
            }
            Step::Proving { block } => language.pick(
                format!("读取区块 {block} 的证明"),
                format!("reading the proof at block {block}"),
            ),
        };
        spinner.set_message(text);
    };
    let order = Order {
        name: signed.name,
        signer: signed.signer.as_ref(),
        from: signed.from.as_ref(),
        wait: Duration::from_secs(arguments.wait),
        progress: &progress,
    };
    let collected = collect(&Node::of(&chain), &order).await;
    spinner.finish_and_clear();
    let collected = match collected {
        Ok(collected) => collected,
        Err(error) => return Err(pending::explained(&chain.now().await?, signed.name, error).await),
    };
    context.write(
        &arguments.out,
        collected.text.as_bytes(),
        Access::Public,
        arguments.force,
    )?;
    Ok(issued(context, &collected, &arguments, signed.from.as_ref()))
}

fn credential_signer(context: &Context, text: &str) -> Result<Box<dyn Signer>, Failure> {
    let source = context.key_source_of(text)?;
    let password = match source.locked_file() {
        Some(file) => Some(context.password_of(file)?),
        None => None,
    };
    Ok(source.open(password.as_ref())?)
}

fn issued(context: &Context, collected: &Collected, arguments: &Issue, from: Option<&Checkpoint>) -> Report {
    let language = context.language;
    let (verdict, file) = (&collected.verdict, arguments.out.display().to_string());
    let genesis = hash_text(collected.genesis);
    let trust = arguments.begin.option(&genesis);
    let bytes = collected.text.len();
    let json = json!({
        "certificate": verdict.number.to_string(), "issue": verdict.issue, "object": verdict.title.id.to_string(),
        "file": file, "bytes": bytes, "block": verdict.block, "block_hash": hash_text(verdict.block_hash),
        "as_of": verdict.as_of.to_string(), "set_changes": collected.links, "genesis": genesis,
        "key": verdict.key.to_string(),
    });
    let number = format!("{}/{}", verdict.number, verdict.issue);
    let report = Report::new(json)
        .brief(file.clone())
        .done(language.pick(
            format!("凭证 {number} 已签署并自检通过"),
            format!("certificate {number} is signed and verifies"),
        ))
        .row(
            language.pick("文件", "file"),
            language.pick(format!("{file}，{bytes} 字节"), format!("{file}, {bytes} bytes")),
        )
        .row(language.pick("登记对象", "object"), verdict.title.id.to_string())
        .row(
            language.pick("证明至", "proven as of"),
            language.pick(
                format!(
                    "区块 {}，登记时间 {}",
                    verdict.block,
                    words::moment(verdict.as_of)
                ),
                format!(
                    "block {}, register time {}",
                    verdict.block,
                    words::moment(verdict.as_of)
                ),
            ),
        )
        .row(
            language.pick("验证人换届", "changes of validators"),
            collected.links.to_string(),
        )
        .row(language.pick("创世哈希", "genesis hash"), genesis);
    beginning(report, from, language).text(language.pick(
        format!("离线验证：quanji verify {file} {trust}"),
        format!("verify it without a node: quanji verify {file} {trust}"),
    ))
}

async fn show(context: &Context, chain: Chain, view: View, name: Name) -> CommandResult {
    let language = context.language;
    let node = Node::of(&chain);
    let head = view.hash().into();
    let header = node.header(head).await?;
    let place = match title::find(&node, name, Some(head)).await {
        Ok(place) => place,
        Err(error) => return Err(pending::explained(&view, name, error).await),
    };
    let title = title::prove(&node, place.object, head, header.state_root)
        .await?
        .title;
    let certificate = certificate_at(&title, place)?;
    let at = title.register_time();
    let mut shown = Shown::of(&title, certificate, at, language.into()).map_err(EvidenceError::from)?;
    renewing::note(&view, &title, &mut shown).await?;
    let mut json = report::certificate_json(&title, certificate, &shown, language.into());
    json["block"] = header.number.into();
    json["as_of"] = at.to_string().into();
    let report = Report::new(json).text(language.pick(
        format!("登记凭证 {}", certificate.number),
        format!("certificate {}", certificate.number),
    ));
    let report = evidence::describe(report, &title, certificate, &shown, language);
    let report = match title.ended_by(certificate) {
        Some(entry) => report.caution(language.pick(
            format!("该凭证已由第 {entry} 次记载终止"),
            format!("the certificate was ended by entry {entry}"),
        )),
        None => report,
    };
    let report = marks::sources(&view, place.object, language, report).await?;
    Ok(report
        .row(
            language.pick("截至", "as of"),
            language.pick(
                format!("区块 {}，登记时间 {}", header.number, words::moment(at)),
                format!("block {}, register time {}", header.number, words::moment(at)),
            ),
        )
        .text("")
        .text(evidence::regime_text(&title.regime.effect_text, language)))
}
