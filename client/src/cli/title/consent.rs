//! `quanji title consent` and `quanji title sign`: the holder opens the title to one reader, for one purpose.

use std::path::PathBuf;

use clap::Args;
use quanji_client::{
    evidence::trust::hash_text,
    files::Access,
    title::{
        consent::{check_purpose, check_until, Consent as Document, Terms, CONSENT_BYTES_MAX, FORMAT},
        model::Subject,
    },
};
use quanji_primitives::{clock::Day, ObjectId, PartyId};
use quanji_verifier::H256;
use serde_json::json;

use super::super::{
    context::Context,
    node::{own_party, with_chain_and_view},
    output::Report,
    CommandResult,
};

/// Arguments of `title consent`.
#[derive(Debug, Args)]
pub struct Consent {
    /// Who may read: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// Of this object (O…)
    #[arg(long, required_unless_present = "party", conflicts_with = "party")]
    object: Option<ObjectId>,
    /// Everything of your party: P1-1-Q
    #[arg(long)]
    party: Option<PartyId>,
    /// For what: one purpose
    #[arg(long, value_name = "TEXT")]
    purpose: String,
    /// The last day on which it can be used
    #[arg(long, value_name = "DATE")]
    until: Day,
    /// Write the consent to this file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Arguments of `title sign`.
#[derive(Debug, Args)]
pub struct Sign {
    /// The consent
    file: PathBuf,
    /// Write the consent with your signature to this file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Gives a consent.
pub fn give(context: &Context, given: &Consent) -> CommandResult {
    check_purpose(&given.purpose)?;
    let about = given
        .object
        .map(Subject::Object)
        .or(given.party.map(Subject::Party))
        .map(|subject| subject.to_string())
        .unwrap_or_default();
    let signer = context.signer()?;
    let (party, given_at, chain) = with_chain_and_view(context, |chain, view| {
        let signer = &signer;
        async move {
            // A consent is used from today on, whatever block is read.
            check_until(given.until, chain.now().await?.register_time().await?)?;
            let party = own_party(&view, &**signer).await?;
            Ok((party, view.register_time().await?, H256(chain.genesis())))
        }
    })?;
    let mut document = Document {
        consent: Terms {
            format: FORMAT.to_owned(),
            chain: hash_text(chain),
            about,
            to: given.to.to_string(),
            purpose: given.purpose.clone(),
            given_at: given_at.to_string(),
            until: given.until.to_string(),
        },
        signatures: Vec::new(),
    };
    document.sign(party, &*signer)?;
    write(context, &document, party, &given.out, given.force)
}

/// Adds a signature.
pub fn sign(context: &Context, given: &Sign) -> CommandResult {
    let content = context.read(&given.file, CONSENT_BYTES_MAX)?;
    let mut document = Document::read(&String::from_utf8_lossy(&content))?;
    let signer = context.signer()?;
    let party = with_chain_and_view(context, |_, view| {
        let signer = &signer;
        async move { own_party(&view, &**signer).await }
    })?;
    document.sign(party, &*signer)?;
    write(context, &document, party, &given.out, given.force)
}

fn write(
    context: &Context,
    document: &Document,
    party: PartyId,
    out: &std::path::Path,
    force: bool,
) -> CommandResult {
    let language = context.language;
    context.write(out, document.to_text()?.as_bytes(), Access::Private, force)?;
    let (file, digest, terms) = (out.display().to_string(), document.digest()?, &document.consent);
    let json = json!({ "file": file, "digest": digest, "consent": terms, "signed_by": party.to_string() });
    Ok(Report::new(json)
        .brief(file.clone())
        .done(language.pick(
            format!("{party} 已同意 {} 查询 {}", terms.to, terms.about),
            format!(
                "{party} consents that {} reads the title of {}",
                terms.to, terms.about
            ),
        ))
        .row(language.pick("用途", "purpose"), terms.purpose.clone())
        .row(language.pick("至", "until"), terms.until.clone())
        .row(language.pick("文件", "file"), file)
        .row(language.pick("摘要", "digest"), digest))
}
