//! From filing to acceptance, and the ends that need no decision.

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    case::Conclusion,
    clock::{Due, Moment},
    filing::Deficiency,
    CaseId,
};

use super::{
    super::{
        capacity::{act_as, simple_as},
        clock::moment,
        context::Context,
        letter::Letter,
        node::{act, coded, digest, simple, Subject},
        CommandResult,
    },
    timed, OneOfParty,
};

/// Arguments of `case return`.
#[derive(Debug, Args)]
pub struct Return {
    /// The case: C1-1-T
    case: CaseId,
    /// What is missing, repeated: description, coded-fact, holders, public-query-code, declaration, or evidence:KIND
    #[arg(long, required = true, value_name = "WHAT", value_parser = deficiency)]
    missing: Vec<Deficiency>,
    /// Working days to complete it, from delivery of the notice
    #[arg(long, value_name = "WORKING-DAYS")]
    days: u16,
    /// The written notice
    #[command(flatten)]
    letter: Letter,
}

/// Arguments of `case delivered`.
#[derive(Debug, Args)]
pub struct Delivered {
    /// The case: C1-1-T
    case: CaseId,
    /// When it was delivered: 2026-10-13T10:00:00+08:00
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Moment,
}

/// Arguments of `case report`.
#[derive(Debug, Args)]
pub struct Report {
    /// The case: C1-1-T
    case: CaseId,
    /// The conclusion: favourable or unfavourable
    #[arg(long, value_parser = coded::<Conclusion>)]
    conclusion: Conclusion,
    /// The report: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    document: String,
}

fn deficiency(text: &str) -> Result<Deficiency, String> {
    match text.split_once(':') {
        Some(("evidence", kind)) => coded(kind).map(Deficiency::Evidence),
        _ => coded(text),
    }
}

/// A due day as an event carries it.
pub fn bare(due: Option<Static<Due>>) -> Option<Due> {
    due.map(|due| due.0)
}

pub fn accept(context: &Context, case: CaseId) -> CommandResult {
    let language = context.language;
    let call = api::transactions().registry().accept(Static(case));
    let (done, event) = act::<_, api::registry::events::CaseAccepted>(context, &call)?;
    let what = language.pick("已受理", "accepted");
    let until = language.pick("审查期限", "review until");
    Ok(timed(context, case, &done, what, until, Some(event.due.0)))
}

pub fn return_for_completion(context: &Context, given: &Return) -> CommandResult {
    let language = context.language;
    let missing = given.missing.iter().copied().map(Static).collect::<Vec<_>>();
    let missing = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(missing);
    let call = api::transactions().registry().return_for_completion(
        Static(given.case),
        missing,
        given.days,
        Static(given.letter.channel),
        Static(given.letter.digest(context)?),
    );
    let (done, event) = act::<_, api::registry::events::CaseReturned>(context, &call)?;
    let what = language.pick("已退回补正", "returned for completion");
    let until = language.pick("补正期限", "to be completed until");
    Ok(timed(context, given.case, &done, what, until, bare(event.due)))
}

pub fn delivered(context: &Context, given: &Delivered) -> CommandResult {
    let language = context.language;
    let call = api::transactions()
        .registry()
        .record_delivery(Static(given.case), Static(given.at));
    let (done, event) = act::<_, api::registry::events::NoticeDelivered>(context, &call)?;
    let what = language.pick("送达已记录", "delivery recorded");
    Ok(after_delivery(context, given.case, &done, what, bare(event.due))
        .fact("delivered_at", given.at.to_string().into()))
}

pub fn acknowledge(context: &Context, given: &OneOfParty) -> CommandResult {
    let language = context.language;
    let call = |capacity| {
        api::transactions()
            .registry()
            .acknowledge(capacity, Static(given.case))
    };
    let (done, event) = act_as::<_, api::registry::events::NoticeDelivered>(context, &given.capacity, call)?;
    let what = language.pick("已确认收悉", "acknowledged");
    let report = after_delivery(context, given.case, &done, what, bare(event.due));
    Ok(report.fact("delivered_at", event.delivered_at.0.to_string().into()))
}

/// A notice was delivered: with a time limit of the applicant, or without one.
fn after_delivery(
    context: &Context,
    case: CaseId,
    done: &quanji_client::chain::Finalised,
    what: &str,
    due: Option<Due>,
) -> super::Report {
    let language = context.language;
    match due {
        Some(_) => {
            let until = language.pick("申请人的期限", "the applicant's time ends");
            timed(context, case, done, what, until, due)
        }
        None => super::super::node::done(language, what, &[Subject::case(case)], done),
    }
}

pub fn report(context: &Context, given: &Report) -> CommandResult {
    let document = digest(context, &given.document)?;
    let calls = api::transactions().registry();
    let call = calls.report(Static(given.case), Static(given.conclusion), Static(document));
    let done = context.language.pick("报告已记录", "report recorded");
    let subjects = [
        Subject::case(given.case),
        Subject::new("report", "报告摘要", document),
    ];
    simple(context, &call, done, &subjects)
}

pub fn withdraw(context: &Context, given: &OneOfParty) -> CommandResult {
    let call = |capacity| {
        api::transactions()
            .registry()
            .withdraw(capacity, Static(given.case))
    };
    let what = context.language.pick("已撤回", "withdrawn");
    simple_as(context, &given.capacity, call, what, &[Subject::case(given.case)])
}

pub fn close(context: &Context, case: CaseId) -> CommandResult {
    let call = api::transactions().registry().close(Static(case));
    simple(
        context,
        &call,
        context.language.pick("已关闭", "closed"),
        &[Subject::case(case)],
    )
}
