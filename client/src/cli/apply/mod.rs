//! `quanji apply`: file applications.

mod arguments;
mod complete;
mod dealing;
mod licence;
mod place;
mod splitting;

use clap::{Args, Subcommand};
use quanji_client::{
    application::{self, ApplicationError, ClaimText, RegimeText, Text},
    chain::{api, Chain, Static},
    language::Language,
};
use quanji_primitives::{case::object_of_first_registration, CaseId};
use serde_json::{json, Value};

use super::{
    batch,
    capacity::Capacity,
    case,
    context::Context,
    exit::{Exit, Failure},
    node::{in_block, not_found, submit, with_chain},
    output::Report,
    words, CommandResult,
};
pub use arguments::Application;
use complete::complete;
pub use dealing::summary as summary_of_dealing;

/// `quanji apply …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Apply for first registration
    First(Box<First>),
    /// Apply for a transfer of rights: whole kinds, or a share of a co-held one
    Transfer(Box<dealing::TransferArguments>),
    /// Apply for a change of the facts of an object
    Change(Box<dealing::ChangeArguments>),
    /// Apply for a renewal, or for the revival of what has lapsed
    Renewal(Box<dealing::RenewalArguments>),
    /// Apply for the cancellation of rights, or of a registration without rights
    Cancellation(Box<dealing::CancellationArguments>),
    /// Apply for a licence where the regime registers it
    Licence(Box<licence::LicenceArguments>),
    /// File many applications, each its own case
    Batch(batch::Batch),
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
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

impl From<ApplicationError> for Failure {
    fn from(error: ApplicationError) -> Self {
        Self::new(Exit::InputInvalid, error)
    }
}

/// Runs a command of `quanji apply`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let given = match command {
        Command::First(given) => given,
        Command::Transfer(given) => return dealing::transfer(context, &given),
        Command::Change(given) => return dealing::change(context, &given),
        Command::Renewal(given) => return dealing::renewal(context, &given),
        Command::Cancellation(given) => return dealing::cancellation(context, &given),
        Command::Licence(given) => return licence::apply(context, &given),
        Command::Batch(given) => return batch::run(context, &given),
    };
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    let given = &*given;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let party = given.capacity.party(&view, signer).await?;
        let application = complete(context, &view, &given.application, Some(party)).await?;
        let filing = application.to_filing()?;
        let json = json!({ "applicant": party.to_string(), "application": application });
        if given.dry_run {
            view.can_file(party, &filing).await?;
            return Ok(summary(language, Report::new(json), &application)
                .done(language.pick("可以提交；未提交", "the register would take it; nothing was sent")));
        }
        let capacity = given.capacity.registered(context, &view).await?;
        let call = api::transactions()
            .registry()
            .file(Static(capacity), Static(filing));
        let done = submit(context, &chain, signer, &call).await?;
        let event = done.event::<api::registry::events::CaseFiled>()?;
        let what = language.pick("申请已提交", "application filed");
        let mut report = filed(language, &chain, (event.case.0, what), json, &application).await?;
        if let Some(found) = event.matches {
            report = report.caution(language.pick(
                format!("指纹与先前登记的对象 {} 相同", found.0),
                format!("the fingerprint is that of an earlier object, {}", found.0),
            ));
        }
        Ok(in_block(language, report, &done))
    })
}

/// Completes a returned application.
pub fn resubmit(context: &Context, case: CaseId, given: &Application, capacity: &Capacity) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let party = capacity.party(&view, signer).await?;
        let before = view
            .case(case)
            .await?
            .ok_or_else(|| not_found(case.to_string()))?;
        let mut application = complete(context, &view, given, Some(party)).await?;
        if !given.is_document() {
            let before = before.first().ok_or_else(|| not_found(case.to_string()))?;
            keep_as_filed(&mut application, given, before.into());
        }
        let filing = application.to_filing()?;
        let json = json!({ "applicant": party.to_string(), "application": application });
        let capacity = capacity.registered(context, &view).await?;
        let call = api::transactions()
            .registry()
            .resubmit(Static(capacity), Static(case), Static(filing));
        let done = submit(context, &chain, signer, &call).await?;
        let what = language.pick("已补正，即予受理", "completed, and accepted by that");
        filed(language, &chain, (case, what), json, &application)
            .await
            .map(|report| in_block(language, report, &done))
    })
}

/// What the arguments do not name stays as filed; only a whole document could leave it out.
fn keep_as_filed(
    application: &mut application::Application,
    given: &Application,
    before: application::Application,
) {
    application.regime = Text(RegimeText(before.regime.0 .0));
    if !given.names_holders() {
        application.holders = before.holders;
    }
    if given.joint.is_empty() {
        application.participants = before.participants;
    }
    if given.object.is_none() {
        application.object = before.object;
    }
    if given.withhold.is_none() {
        application.withholding = before.withholding;
    }
}

async fn filed(
    language: Language,
    chain: &Chain,
    (case, what): (CaseId, &str),
    json: Value,
    application: &application::Application,
) -> Result<Report, Failure> {
    let standing = chain.now().await?.case_standing(case).await?;
    let registered = application.object.as_ref().map(|object| object.0);
    let object = registered.unwrap_or_else(|| object_of_first_registration(case));
    let label = if registered.is_some() {
        language.pick("登记对象", "object")
    } else {
        language.pick("登记对象（拟）", "object, once entered")
    };
    let mut report = Report::new(json)
        .brief(case.to_string())
        .fact("case", case.to_string().into())
        .fact("object", object.to_string().into())
        .done(what)
        .row(language.pick("案件", "case"), case.to_string())
        .row(label, object.to_string());
    if let Some(standing) = standing {
        report = case::standing_of(language, report, &standing);
    }
    Ok(summary(language, report, application))
}

fn summary(language: Language, report: Report, application: &application::Application) -> Report {
    let mut report = report.row(
        language.pick("权利人", "holders"),
        words::holders(&application.holders),
    );
    if !application.claims.is_empty() {
        report = report.row(
            language.pick("申请的权利", "claims"),
            claims(language, &application.claims),
        );
    }
    for participant in &application.participants {
        report = report.row(
            language.pick("共同申请人", "participant"),
            format!(
                "{}  {}",
                words::holders(&participant.holders),
                claims(language, &participant.claims)
            ),
        );
    }
    if let Some(request) = &application.withholding {
        report = report.row(
            language.pick("请求不予公示", "asked not to be published"),
            words::word(language, &request.extent),
        );
    }
    report.row(
        language.pick("数据说明", "description"),
        application.description.0.to_string(),
    )
}

/// Claims with their years.
pub fn claims(language: Language, claims: &[ClaimText]) -> String {
    let each: Vec<_> = claims
        .iter()
        .map(|claim| {
            let kind = words::word(language, &claim.kind);
            language.pick(
                format!("{kind} {} 年", claim.years),
                format!("{kind} {} years", claim.years),
            )
        })
        .collect();
    each.join(language.pick("、", ", "))
}
