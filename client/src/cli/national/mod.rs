//! `quanji national`: files to and from the national service system (NG 24, 26).

mod receipts;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    chain::View,
    description::DOCUMENT_BYTES_MAX,
    files::Access,
    national::{published_text, Export, NationalError, Purpose},
};
use quanji_primitives::CaseId;
use serde_json::json;

use super::{
    context::Context,
    exit::{Exit, Failure},
    node::{not_found, with_view},
    output::Report,
    CommandResult,
};

/// `quanji national …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write what is sent to the national system: for notice when a case is approved, for evidencing after its notice
    Export(ExportOf),
    /// Take the steps that receipts of the national system allow: publish (examiner), enter (reviewer)
    Receipts(receipts::Receipts),
}

/// Arguments of `national export`.
#[derive(Debug, Args)]
pub struct ExportOf {
    /// The case: C1-1-T
    case: CaseId,
    /// The examined description; not needed when the whole is withheld
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Write the file here
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Runs a command of `quanji national`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Export(given) => export(context, &given),
        Command::Receipts(given) => receipts::run(context, &given),
    }
}

impl From<NationalError> for Failure {
    fn from(error: NationalError) -> Self {
        let exit = match &error {
            NationalError::CompletesHere { .. }
            | NationalError::OtherStep { .. }
            | NationalError::Undecided { .. } => Exit::Refused,
            _ => Exit::InputInvalid,
        };
        Self::new(exit, error)
    }
}

fn export(context: &Context, given: &ExportOf) -> CommandResult {
    let language = context.language;
    let file = match &given.text {
        Some(path) => Some(context.read(path, DOCUMENT_BYTES_MAX)?),
        None => None,
    };
    let export = with_view(context, |view| async move {
        exported(&view, given.case, file.as_deref()).await
    })?;
    let json = serde_json::to_value(&export).unwrap_or_default();
    context.write(
        &given.out,
        format!("{json:#}\n").as_bytes(),
        Access::Private,
        given.force,
    )?;
    let purpose = match export.purpose {
        Purpose::Notice => language.pick("用于公示", "for notice"),
        Purpose::Evidence => language.pick("用于存证", "for evidencing"),
    };
    let out = given.out.display().to_string();
    Ok(Report::new(json!({
        "case": given.case.to_string(),
        "purpose": export.purpose,
        "out": out,
    }))
    .brief(out.clone())
    .done(language.pick("已导出", "exported"))
    .row(language.pick("案件", "case"), given.case.to_string())
    .row(language.pick("用途", "purpose"), purpose)
    .row(language.pick("文件", "file"), out))
}

async fn exported(view: &View, id: CaseId, file: Option<&[u8]>) -> Result<Export, Failure> {
    let absent = || not_found(id.to_string());
    let case = view.case(id).await?.ok_or_else(absent)?;
    let standing = view.case_standing(id).await?.ok_or_else(absent)?;
    let regime = view.regime(case.regime).await?.ok_or_else(absent)?;
    let purpose = Purpose::of(id, &case, &standing.status, &regime)?;
    let text = published_text(id, &case, file)?;
    let authority = view.authority(id.authority()).await?.ok_or_else(absent)?;
    let mut persons = Vec::new();
    for party in case.filing.parties() {
        let record = view.party(party).await?;
        let record = record.ok_or_else(|| not_found(party.to_string()))?;
        persons.push((party, record.person));
    }
    let code = authority.profile.credit_code.to_string();
    let now = view.register_time().await?;
    Ok(Export::new(
        purpose,
        id,
        &case,
        code,
        &persons,
        text.as_deref(),
        now,
    )?)
}
