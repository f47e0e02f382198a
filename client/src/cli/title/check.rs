//! `quanji title check`: makes a report again from the proof that was kept of it, without a node and without a network.

use std::path::PathBuf;

use clap::Args;
use futures::executor::block_on;
use quanji_client::{
    evidence::trust::read_checkpoint,
    title::proof::{ProofError, Refused, TitleProof, PROOF_BYTES_MAX},
};
use quanji_verifier::TrustAnchor;

use super::{
    super::{
        context::Context,
        exit::{Exit, Failure},
        CommandResult,
    },
    making::{show, trusted},
    Message,
};

/// Arguments of `title check`.
#[derive(Debug, Args)]
pub struct Check {
    /// The proof that `quanji title --proof` has written
    file: PathBuf,
    /// Genesis hash that you trust [default: QUANJI_GENESIS, then the chains of `quanji trust`]
    #[arg(long, value_name = "HASH", conflicts_with = "checkpoint")]
    genesis: Option<String>,
    /// Checkpoint file that you trust
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
    /// Write the report as pages to this file
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

impl From<Refused> for Failure {
    fn from(error: Refused) -> Self {
        match error {
            Refused::Proof(error @ ProofError::NotAProof { .. }) => Self::new(Exit::InputInvalid, error),
            Refused::Proof(error) => Self::new(Exit::VerificationFailed, error),
            Refused::NotProven(error) => error.into(),
            // Whatever is wrong with it, it was good when the report was made.
            Refused::Consent(error) => Self::new(Exit::VerificationFailed, error),
        }
    }
}

/// Checks a proof and shows its report.
pub fn run(context: &Context, given: &Check) -> CommandResult {
    let content = context.read(&given.file, PROOF_BYTES_MAX)?;
    let proof = TitleProof::read(&String::from_utf8_lossy(&content)).map_err(Refused::Proof)?;
    let anchor = match &given.checkpoint {
        Some(file) => TrustAnchor::Checkpoint(read_checkpoint(file)?),
        None => {
            let claimed = proof.genesis().unwrap_or_default();
            let trusted = trusted(given.genesis.as_deref(), claimed)?;
            let nothing = || Failure::new(Exit::Usage, Message::NothingTrusted);
            TrustAnchor::Genesis(trusted.ok_or_else(nothing)?)
        }
    };
    let report = block_on(proof.check(&anchor))?;
    let shown = show(context, &report, given.pdf.as_deref(), given.force)?;
    let block = report.as_of.block;
    Ok(shown.fact("checked", true.into()).done(context.language.pick(
        format!("核对无误：报告由区块 {block} 的状态证明重新得出"),
        format!("checked: the report was made again from the proven state of block {block}"),
    )))
}
