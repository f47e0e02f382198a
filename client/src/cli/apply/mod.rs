//! `quanji apply`: file applications.

mod complete;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    application::{self, ApplicationError, PublicText, RegimeText, Text},
    chain::{api, Chain, Static},
    language::Language,
};
use quanji_primitives::{
    case::object_of_first_registration,
    object::{DataCategory, DataLevel, ObjectKind, SourceKind},
    regime::ClaimCondition,
    rights::RightKind,
    AuthorityId, CaseId, PartyId,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    exit::{Exit, Failure},
    node::{coded, in_block, not_found, own_party, submit, with_chain},
    output::Report,
    words, CommandResult,
};
use complete::complete;

/// `quanji apply …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Apply for first registration
    First(Box<First>),
}

/// Arguments of `apply first`.
#[derive(Debug, Args)]
pub struct First {
    /// Ask the register whether it would take the application, and send nothing
    #[arg(long)]
    dry_run: bool,
    /// The application
    #[command(flatten)]
    application: Application,
}

/// An application for first registration.
#[derive(Debug, Args)]
pub struct Application {
    /// The whole application as a JSON document, in place of the arguments below
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// The description, sealed where it is confidential
    #[arg(long, value_name = "FILE", required_unless_present = "file")]
    description: Option<PathBuf>,
    /// The registration authority: A1-Q
    #[arg(long, required_unless_present = "file")]
    authority: Option<AuthorityId>,
    /// The regime: national-2026 or shenzhen-2023
    #[arg(long, default_value = "national-2026")]
    regime: String,
    /// What is registered: resource or product
    #[arg(long, value_parser = coded::<ObjectKind>, required_unless_present = "file")]
    kind: Option<ObjectKind>,
    /// Category: public, enterprise or personal
    #[arg(long, value_parser = coded::<DataCategory>, default_value = "enterprise")]
    category: DataCategory,
    /// Level: general or important
    #[arg(long, value_parser = coded::<DataLevel>, default_value = "general")]
    level: DataLevel,
    /// How the data came about: collected, commissioned, agreement, open-data-by-program, joint-fusion, derived, entrusted
    #[arg(long, value_parser = coded::<SourceKind>, required_unless_present = "file")]
    source: Option<SourceKind>,
    /// Whether it is public data: none, utility, authorised-operation:QUERY-CODE
    #[arg(long, value_name = "CLASS", default_value = "none")]
    public_class: PublicText,
    /// Industry division of GB/T 4754, two digits: 74
    #[arg(long, required_unless_present = "file")]
    industry: Option<u8>,
    /// Form of a product: 1 data set, 2 interface, 3 model, 4 verification, 5 index, 6 report
    #[arg(long)]
    form: Option<u8>,
    /// A right claimed and the years, repeated: holding, processing-use:3, operating
    #[arg(long, value_name = "RIGHT[:YEARS]", value_parser = claim, required_unless_present = "file")]
    claim: Vec<(RightKind, Option<u8>)>,
    /// A supporting document, repeated: identity:FILE or lawful-acquisition:sha2-256:…
    #[arg(long, value_name = "KIND:FILE|DIGEST")]
    evidence: Vec<String>,
    /// A fingerprint written by `quanji fingerprint --out`, repeated
    #[arg(long, value_name = "FILE")]
    fingerprint: Vec<PathBuf>,
    /// What it was made from, repeated: an object O…, a right R…, a digest, or a file that describes it
    #[arg(long, value_name = "O…|R…|FILE")]
    lineage: Vec<String>,
    /// A condition declared as met, repeated: no-substitution, participants-consent, law-or-contract
    #[arg(long, value_parser = coded::<ClaimCondition>)]
    condition: Vec<ClaimCondition>,
    /// A holder, repeated for joint holders [default: the party that files]
    #[arg(long, value_name = "PARTY")]
    holder: Vec<PartyId>,
    /// A holder and its share, repeated: P1-1-Q=1/3
    #[arg(long, value_name = "PARTY=SHARE", value_parser = share, conflicts_with = "holder")]
    share: Vec<(PartyId, u32, u32)>,
    /// The data bears personal information: lawful ground and the document that states purpose and scope: consent:FILE
    #[arg(long, value_name = "GROUND:FILE|DIGEST")]
    personal: Option<String>,
    /// Last day of the authorised term of the personal information: 2027-12-31
    #[arg(long, value_name = "DATE", requires = "personal")]
    personal_until: Option<quanji_primitives::clock::Day>,
    /// The signed declaration that the material is true, correct and complete
    #[arg(long, value_name = "FILE|DIGEST", required_unless_present = "file")]
    declaration: Option<String>,
    /// The data touches the public interest
    #[arg(long)]
    public_interest: bool,
}

impl From<ApplicationError> for Failure {
    fn from(error: ApplicationError) -> Self {
        Self::new(Exit::InputInvalid, error)
    }
}

fn claim(text: &str) -> Result<(RightKind, Option<u8>), String> {
    match text.split_once(':') {
        Some((kind, years)) => Ok((
            coded(kind)?,
            Some(years.parse().map_err(|_| "YEARS is a number")?),
        )),
        None => Ok((coded(text)?, None)),
    }
}

fn share(text: &str) -> Result<(PartyId, u32, u32), String> {
    const FORM: &str = "write PARTY=n/m";
    let (party, fraction) = text.split_once('=').ok_or(FORM)?;
    let (numerator, denominator) = fraction.split_once('/').ok_or(FORM)?;
    let number = |text: &str| text.parse::<u32>().map_err(|_| FORM.to_owned());
    let party = party.parse::<PartyId>().map_err(|error| error.to_string())?;
    Ok((party, number(numerator)?, number(denominator)?))
}

/// Runs a command of `quanji apply`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let Command::First(given) = command;
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    let given = &*given;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let party = own_party(&view, signer).await?;
        let application = complete(context, &view, &given.application, Some(party)).await?;
        let filing = application.to_filing()?;
        let json = json!({ "applicant": party.to_string(), "application": application });
        if given.dry_run {
            view.can_file(party, &filing).await?;
            return Ok(summary(language, Report::new(json), &application)
                .done(language.pick("可以提交；未提交", "the register would take it; nothing was sent")));
        }
        let call = api::transactions().registry().file(Static(filing));
        let done = submit(context, &chain, signer, &call).await?;
        let event = done.event::<api::registry::events::CaseFiled>()?;
        filed(language, &chain, event.case.0, json, &application)
            .await
            .map(|report| in_block(language, report, &done))
    })
}

/// Completes a returned application.
pub fn resubmit(context: &Context, case: CaseId, given: &Application) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let party = own_party(&view, signer).await?;
        let before = view
            .case(case)
            .await?
            .ok_or_else(|| not_found(case.to_string()))?;
        let mut application = complete(context, &view, given, Some(party)).await?;
        if given.file.is_none() {
            // These stay as filed; only the whole document could name others.
            application.regime = Text(RegimeText(before.regime));
            if given.holder.is_empty() && given.share.is_empty() {
                application.holders = application::holders_of(&before.filing.holders);
            }
        }
        let filing = application.to_filing()?;
        let json = json!({ "applicant": party.to_string(), "application": application });
        let call = api::transactions()
            .registry()
            .resubmit(Static(case), Static(filing));
        let done = submit(context, &chain, signer, &call).await?;
        filed(language, &chain, case, json, &application)
            .await
            .map(|report| in_block(language, report, &done))
    })
}

async fn filed(
    language: Language,
    chain: &Chain,
    case: CaseId,
    json: Value,
    application: &application::Application,
) -> Result<Report, Failure> {
    let status = chain.now().await?.case_status(case).await?;
    let object = object_of_first_registration(case);
    let mut report = Report::new(json)
        .brief(case.to_string())
        .fact("case", case.to_string().into())
        .fact("object", object.to_string().into())
        .done(language.pick("申请已提交", "application filed"))
        .row(language.pick("案件", "case"), case.to_string())
        .row(
            language.pick("登记对象（拟）", "object, once entered"),
            object.to_string(),
        );
    if let Some(status) = status {
        let (code, text, due) = words::status(language, &status);
        report = report
            .fact("status", code.into())
            .fact("due", due.map(words::due_json).into())
            .row(language.pick("状态", "status"), text);
    }
    Ok(summary(language, report, application))
}

fn summary(language: Language, report: Report, application: &application::Application) -> Report {
    let kinds: Vec<_> = application
        .claims
        .iter()
        .map(|claim| {
            let kind = words::word(language, &claim.kind);
            language.pick(
                format!("{kind} {} 年", claim.years),
                format!("{kind} {} years", claim.years),
            )
        })
        .collect();
    report
        .row(
            language.pick("权利人", "holders"),
            words::holders(&application.holders),
        )
        .row(
            language.pick("申请的权利", "claims"),
            kinds.join(language.pick("、", ", ")),
        )
        .row(
            language.pick("数据说明", "description"),
            application.description.0.to_string(),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_and_shares_are_read() {
        assert_eq!(claim("processing-use:3"), Ok((RightKind::ProcessingUse, Some(3))));
        assert_eq!(claim("holding"), Ok((RightKind::Holding, None)));
        assert!(claim("owning").is_err() && claim("holding:many").is_err());
        let party = PartyId::new(AuthorityId(1), 1).unwrap();
        assert_eq!(share(&format!("{party}=1/3")), Ok((party, 1, 3)));
        for text in ["", "P1-1-Q", "P1-1-Q=1", "P1-1-6=1/2"] {
            assert!(share(text).is_err(), "{text}");
        }
    }
}
