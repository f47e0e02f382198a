//! The acts of the authority in an objection.

use std::path::PathBuf;

use clap::Args;
use quanji_client::{
    chain::{api, Finalised, Static},
    language::Language,
};
use quanji_primitives::{clock::Moment, objection::Disposition, written_notice::Channel, ObjectionId};

use super::{
    super::{
        clock::moment,
        context::Context,
        letter::Letter,
        motion::Facts,
        node::{act, coded, description, digest, simple, submit, with_chain, Subject},
        words, CommandResult,
    },
    step, subject,
};

/// Arguments of the steps that send a written notice.
#[derive(Debug, Args)]
pub struct Told {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// The written notice
    #[command(flatten)]
    letter: Letter,
}

/// Arguments of `objection delivered`.
#[derive(Debug, Args)]
pub struct Delivered {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// When it was delivered: 2026-11-09T09:30
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Moment,
}

/// Arguments of `objection conclude`.
#[derive(Debug, Args)]
pub struct Conclude {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// What should happen: dismiss, cancel, change
    #[arg(long, value_parser = coded::<Disposition>)]
    disposition: Disposition,
    /// The reasoned conclusion, sent to both sides: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
    /// How it is delivered: ledger, electronic, in-person, post, public-announcement
    #[arg(long, default_value = "ledger", value_parser = coded::<Channel>)]
    channel: Channel,
}

/// Arguments of `objection judgment`.
#[derive(Debug, Args)]
pub struct Judgment {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// What is to happen: dismiss, cancel, change
    #[arg(long, value_parser = coded::<Disposition>)]
    disposition: Disposition,
    /// The judgment or award: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    document: String,
}

pub fn return_objection(context: &Context, given: &Told) -> CommandResult {
    let letter = given.letter.digest(context)?;
    let call = api::transactions().disputes().return_objection(
        Static(given.objection),
        Static(given.letter.channel),
        Static(letter),
    );
    let (done, event) = act::<_, api::disputes::events::ObjectionReturned>(context, &call)?;
    let what = context
        .language
        .pick("异议已退回补正", "objection returned for completion");
    let due = event.due.map(|due| due.0);
    let until = ("补正期限", "to be completed until");
    Ok(step(context, given.objection, &done, what, until, due))
}

pub fn notify(context: &Context, given: &Told) -> CommandResult {
    let language = context.language;
    let letter = given.letter.digest(context)?;
    let call = api::transactions().disputes().notify_registrant(
        Static(given.objection),
        Static(given.letter.channel),
        Static(letter),
    );
    let (done, event) = act::<_, api::disputes::events::RegistrantNotified>(context, &call)?;
    let what = language.pick(
        "已通知登记权利人，异议已备注于登记簿",
        "the registrant is told, and the notice of the objection stands on the rights",
    );
    let due = event.due.map(|due| due.0);
    let until = ("登记权利人答复期限", "the registrant answers until");
    let report = step(context, given.objection, &done, what, until, due);
    Ok(report
        .fact("mark", event.mark.into())
        .row(language.pick("备注编号", "mark"), event.mark.to_string()))
}

pub fn delivered(context: &Context, given: &Delivered) -> CommandResult {
    let calls = api::transactions().disputes();
    let call = calls.record_delivery(Static(given.objection), Static(given.at));
    let (done, event) = act::<_, api::disputes::events::NoticeDelivered>(context, &call)?;
    let what = context.language.pick("送达已记录", "delivery recorded");
    let due = event.due.map(|due| due.0);
    let until = ("自此起算的期限", "the time limit runs until");
    Ok(step(context, given.objection, &done, what, until, due))
}

pub fn conclude(context: &Context, given: &Conclude) -> CommandResult {
    let language = context.language;
    let record = digest(context, &given.record)?;
    let call = api::transactions().disputes().conclude(
        Static(given.objection),
        Static(given.disposition),
        Static(record),
        Static(given.channel),
    );
    let (done, event) = act::<_, api::disputes::events::ObjectionConcluded>(context, &call)?;
    let what = language.pick(
        "已提出处理结论，待双方答复",
        "conclusion proposed; both sides answer",
    );
    let due = event.due.map(|due| due.0);
    let until = ("双方答复期限", "both sides answer until");
    let report = step(context, given.objection, &done, what, until, due);
    Ok(report
        .fact("disposition", words::code(&given.disposition).into())
        .row(
            language.pick("处理结论", "conclusion"),
            words::word(language, &given.disposition),
        ))
}

pub fn judgment(context: &Context, given: &Judgment) -> CommandResult {
    let language = context.language;
    let document = digest(context, &given.document)?;
    let call = api::transactions().disputes().decide_by_instrument(
        Static(given.objection),
        Static(given.disposition),
        Static(document),
    );
    let what = language.pick(
        "已按生效法律文书作出决定，待执行",
        "decided as the binding document says; waits for its execution",
    );
    let subjects = [
        subject(given.objection),
        Subject::word(language, "disposition", "处理结果", &given.disposition),
        Subject::new("document", "法律文书摘要", document),
    ];
    simple(context, &call, what, &subjects)
}

pub fn execute(context: &Context, objection: ObjectionId) -> CommandResult {
    let call = api::transactions().disputes().execute(Static(objection));
    let (done, event) = act::<_, api::disputes::events::ObjectionExecuted>(context, &call)?;
    Ok(executed(context.language, objection, event.disposition.0, &done))
}

/// What was carried out.
fn executed(
    language: Language,
    objection: ObjectionId,
    disposition: Disposition,
    done: &Finalised,
) -> super::Report {
    let what = language.pick("异议处理结果已执行", "what was decided is carried out");
    let report = super::Report::new(serde_json::json!({
        "objection": objection.to_string(),
        "disposition": words::code(&disposition),
    }))
    .brief(objection.to_string())
    .done(what)
    .row(language.pick("异议", "objection"), objection.to_string())
    .row(
        language.pick("处理结果", "disposition"),
        words::word(language, &disposition),
    );
    super::in_block(language, report, done)
}

/// Arguments of `objection execute-change`.
#[derive(Debug, Args)]
pub struct ExecuteChange {
    /// The objection: J1-1-2
    objection: ObjectionId,
    #[command(flatten)]
    facts: Facts,
    /// The corrected description, where it is published
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
}

pub fn execute_change(context: &Context, given: &ExecuteChange) -> CommandResult {
    let (language, objection) = (context.language, given.objection);
    let facts = given.facts.correction(context)?;
    let text = match &given.text {
        Some(file) => Some(description(context, file)?.canonical().to_vec()),
        None => None,
    };
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        // What is in a block stays there, though the call fails: so the register is asked before the text is sent.
        let view = chain.now().await?;
        view.can_execute_change(signer.public(), objection, facts, text.clone())
            .await?;
        let text = text.map(api::runtime_types::bounded_collections::bounded_vec::BoundedVec);
        let calls = api::transactions().disputes();
        let call = calls.execute_change(Static(objection), Static(facts), text);
        let done = submit(context, &chain, &*signer, &call).await?;
        let event = done.event::<api::disputes::events::ObjectionExecuted>()?;
        Ok(executed(language, objection, event.disposition.0, &done))
    })
}

pub fn close(context: &Context, objection: ObjectionId) -> CommandResult {
    let call = api::transactions().disputes().close(Static(objection));
    let what = context.language.pick(
        "失效的异议已关闭，备注已消除",
        "lapsed objection closed; its notice has ended",
    );
    simple(context, &call, what, &[subject(objection)])
}
