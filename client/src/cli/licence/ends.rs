//! Ending a licence, and reporting its use.

use clap::{ArgGroup, Args};
use quanji_client::chain::{api, Finalised, Static};
use quanji_primitives::{
    terms::{EndCause, EndKind},
    RightId,
};
use serde_json::json;

use super::{
    super::{
        capacity::{simple_as, Capacity},
        context::Context,
        exit::Failure,
        node::{digest, in_block, not_found, simple, submit, with_chain, with_view, Subject},
        output::Report,
        CommandResult,
    },
    subject, words,
};

/// Arguments of `licence end`.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("cause").required(true).args(["agreement", "breach", "consent_withdrawn", "order", "judgment"]))]
pub struct End {
    /// The licence: R1-1-3-P
    licence: RightId,
    /// By agreement of both sides: the agreement, a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    agreement: Option<String>,
    /// For breach: the licensor's notice to the licensee, a file or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    breach: Option<String>,
    /// A person whose data it concerns withdrew the consent (officer): the document, a file or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    consent_withdrawn: Option<String>,
    /// By a regulator's order (officer): the order, a file or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    order: Option<String>,
    /// By a binding judgment or award (officer): the judgment, a file or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    judgment: Option<String>,
    /// In which capacity, for a party
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `licence sign-end`.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("cause").required(true).args(["agreement", "breach"]))]
pub struct SignEnd {
    /// The licence: R1-1-3-P
    licence: RightId,
    /// The agreement as proposed: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    agreement: Option<String>,
    /// The notice of breach as proposed: a file or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    breach: Option<String>,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `licence withdraw-end`.
#[derive(Debug, Args)]
pub struct WithdrawEnd {
    /// The licence: R1-1-3-P
    licence: RightId,
    /// The proposed end for breach, and not the one by agreement
    #[arg(long)]
    breach: bool,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `licence confirm-end`.
#[derive(Debug, Args)]
pub struct Confirm {
    /// The licence: R1-1-3-P
    pub licence: RightId,
}

/// Arguments of `licence report-use`.
#[derive(Debug, Args)]
pub struct ReportUse {
    /// The licence: R1-1-3-P
    licence: RightId,
    /// Uses in all since the licence was entered: the reading of a meter, without sub-licences
    #[arg(long, value_name = "NUMBER")]
    total: u64,
    /// The report: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    report: String,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

type Event = api::licences::events::LicenceEnded;

impl End {
    fn cause(&self, context: &Context) -> Result<EndCause, Failure> {
        let document = |given: &Option<String>| {
            let given = given.as_deref();
            given.map(|text| digest(context, text)).transpose()
        };
        if let Some(document) = document(&self.agreement)? {
            return Ok(EndCause::Agreement { document });
        }
        if let Some(notice) = document(&self.breach)? {
            return Ok(EndCause::Breach { notice });
        }
        if let Some(document) = document(&self.consent_withdrawn)? {
            return Ok(EndCause::ConsentWithdrawn { document });
        }
        if let Some(document) = document(&self.order)? {
            return Ok(EndCause::Order { document });
        }
        let judgment = self.judgment.as_deref().unwrap_or_default();
        let document = digest(context, judgment)?;
        Ok(EndCause::Judgment { document })
    }
}

/// What became of a licence: ended, or waiting for signatures.
fn outcome(context: &Context, licence: RightId, cause: EndCause, done: &Finalised) -> CommandResult {
    let language = context.language;
    let (code, shown) = words::cause(language, &cause);
    let report = Report::new(json!({ "licence": licence.to_string(), "cause": code }))
        .brief(licence.to_string())
        .row(language.pick("许可", "licence"), licence.to_string())
        .row(language.pick("原因", "cause"), shown);
    let Ok(ended) = done.event::<Event>() else {
        let proposed = done
            .event::<api::licences::events::EndProposed>()
            .map(|event| event.missing.0);
        let missing = match proposed {
            Ok(missing) => missing,
            Err(_) => done.event::<api::licences::events::EndSigned>()?.missing.0,
        };
        let missing: Vec<_> = missing.iter().map(|party| party.0.to_string()).collect();
        let report = report
            .fact("ended", false.into())
            .fact("missing", json!(missing))
            .done(language.pick(
                "终止已提出，待签署",
                "the end is proposed and waits for signatures",
            ))
            .row(language.pick("待签署", "waits for"), missing.join(", "));
        return Ok(in_block(language, report, done));
    };
    Ok(in_block(
        language,
        fallen(context, report, licence, &ended.fallen.0),
        done,
    ))
}

fn fallen(context: &Context, report: Report, licence: RightId, numbers: &[u32]) -> Report {
    let language = context.language;
    let all: Vec<_> = numbers
        .iter()
        .map(|index| {
            RightId {
                index: *index,
                ..licence
            }
            .to_string()
        })
        .collect();
    let report = report
        .fact("ended", true.into())
        .fact("fallen", json!(all))
        .done(language.pick(
            "许可已终止，效力及于将来",
            "the licence has ended, for the future",
        ));
    if all.is_empty() {
        return report;
    }
    report.row(language.pick("随之失效", "fallen with it"), all.join(", "))
}

pub fn end(context: &Context, given: &End) -> CommandResult {
    let (licence, cause) = (given.licence, given.cause(context)?);
    if cause.kind() == EndKind::Order {
        let call =
            api::transactions()
                .licences()
                .order_end(Static(licence.object), licence.index, Static(cause));
        let what = context.language.pick(
            "终止已提出，待另一位人员确认",
            "the end is proposed; another officer must confirm it",
        );
        return simple(context, &call, what, &[subject(licence)]);
    }
    let signer = context.signer()?;
    let done = with_chain(context, |chain| async move {
        let capacity = given.capacity.registered(context, &chain.now().await?).await?;
        let call = api::transactions().licences().propose_end(
            Static(capacity),
            Static(licence.object),
            licence.index,
            Static(cause),
        );
        submit(context, &chain, &*signer, &call).await
    })?;
    outcome(context, licence, cause, &done)
}

pub fn sign(context: &Context, given: &SignEnd) -> CommandResult {
    let licence = given.licence;
    let cause = match (given.agreement.as_deref(), given.breach.as_deref()) {
        (Some(agreement), _) => EndCause::Agreement {
            document: digest(context, agreement)?,
        },
        (None, breach) => EndCause::Breach {
            notice: digest(context, breach.unwrap_or_default())?,
        },
    };
    let signer = context.signer()?;
    let done = with_chain(context, |chain| async move {
        let capacity = given.capacity.registered(context, &chain.now().await?).await?;
        let call = api::transactions().licences().sign_end(
            Static(capacity),
            Static(licence.object),
            licence.index,
            Static(cause),
        );
        submit(context, &chain, &*signer, &call).await
    })?;
    outcome(context, licence, cause, &done)
}

pub fn withdraw(context: &Context, given: &WithdrawEnd) -> CommandResult {
    let licence = given.licence;
    let kind = if given.breach {
        EndKind::Breach
    } else {
        EndKind::Agreement
    };
    let call = |capacity| {
        api::transactions().licences().withdraw_end(
            capacity,
            Static(licence.object),
            licence.index,
            Static(kind),
        )
    };
    let what = context
        .language
        .pick("终止的提议已撤回", "the proposed end was withdrawn");
    simple_as(context, &given.capacity, call, what, &[subject(licence)])
}

pub fn confirm(context: &Context, licence: RightId) -> CommandResult {
    let cause = with_view(context, |view| async move {
        let proposed = view.proposed_ends(licence).await?;
        let ordered = proposed
            .into_iter()
            .find(|one| one.cause.kind() == EndKind::Order);
        ordered
            .map(|one| one.cause)
            .ok_or_else(|| not_found(licence.to_string()))
    })?;
    let signer = context.signer()?;
    let done = with_chain(context, |chain| async move {
        let call = api::transactions()
            .licences()
            .confirm_end(Static(licence.object), licence.index);
        submit(context, &chain, &*signer, &call).await
    })?;
    outcome(context, licence, cause, &done)
}

pub fn report_use(context: &Context, given: &ReportUse) -> CommandResult {
    let (language, licence, total) = (context.language, given.licence, given.total);
    let report = digest(context, &given.report)?;
    let signer = context.signer()?;
    let done = with_chain(context, |chain| async move {
        let capacity = given.capacity.registered(context, &chain.now().await?).await?;
        let call = api::transactions().licences().report_use(
            Static(capacity),
            Static(licence.object),
            licence.index,
            total,
            Static(report),
        );
        submit(context, &chain, &*signer, &call).await
    })?;
    let over = done
        .event::<api::licences::events::OveruseNoticed>()
        .map(|event| event.over)
        .ok();
    let result = Report::new(json!({ "licence": licence.to_string(), "total": total, "over": over }))
        .brief(licence.to_string())
        .done(language.pick("用量已记载", "use reported"))
        .row(language.pick("许可", "licence"), licence.to_string())
        .row(language.pick("累计用量", "uses in all"), total.to_string());
    let result = match over {
        Some(over) => result.caution(language.pick(
            format!("超量使用 {over} 次，已通知双方"),
            format!("{over} more than the licence allows: both sides are told"),
        )),
        None => result,
    };
    let result = Subject::new("report", "报告摘要", report).add_to(language, result);
    Ok(in_block(language, result, &done))
}
