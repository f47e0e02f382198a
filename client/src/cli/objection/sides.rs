//! The acts of the two sides of an objection.

use clap::{ArgGroup, Args};
use quanji_client::chain::{api, Static};
use quanji_primitives::{clock::Moment, objection::Disposition, Digest, ObjectionId, PartyId, PowerId};
use serde_json::json;

use super::{
    super::{
        capacity::{act_as, simple_as, Capacity},
        clock::moment,
        context::Context,
        node::{coded, digest, in_block, Subject},
        output::Report,
        words, CommandResult,
    },
    subject,
};

/// Arguments of `objection answer`.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("position").required(true).args(["agree", "contest"]))]
pub struct Answer {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// Agree to: cancel, change
    #[arg(long, value_name = "DISPOSITION", value_parser = coded::<Disposition>)]
    agree: Option<Disposition>,
    /// Contest it with this explanation: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    contest: Option<String>,
    /// A statement with the agreement: a file, whose SHA-256 is recorded, or a digest [default: an empty text]
    #[arg(long, value_name = "FILE|DIGEST", requires = "agree")]
    explanation: Option<String>,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `objection accept`, `decline` and `withdraw`.
#[derive(Debug, Args)]
pub struct Reply {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `objection court-proof`.
#[derive(Debug, Args)]
pub struct CourtProof {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// The proof that a court or arbitral body took the matter: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    document: String,
    /// Act as agent under a power: W1-1-D
    #[arg(long, value_name = "POWER", conflicts_with = "counter")]
    as_agent: Option<PowerId>,
    /// File at the counter for a party that signed on paper (officer): P1-1-Q
    #[arg(long, value_name = "PARTY", requires = "counter_document")]
    counter: Option<PartyId>,
    /// The document that the party signed at the counter: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "counter")]
    counter_document: Option<String>,
    /// When the signed document was received: 2026-11-09T09:30 [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "counter")]
    received_at: Option<Moment>,
}

pub fn answer(context: &Context, given: &Answer) -> CommandResult {
    let language = context.language;
    let explanation = match given.contest.as_deref().or(given.explanation.as_deref()) {
        Some(document) => digest(context, document)?,
        None => Digest::sha2_256(b""),
    };
    let call = |capacity| {
        api::transactions().disputes().answer_objection(
            capacity,
            Static(given.objection),
            given.agree.map(Static),
            Static(explanation),
        )
    };
    let what = match given.agree {
        Some(_) => language.pick("登记权利人已同意", "the registrant agrees"),
        None => language.pick("登记权利人不同意，已说明理由", "the registrant contests it"),
    };
    let subjects = [
        subject(given.objection),
        Subject::new("explanation", "说明摘要", explanation),
    ];
    simple_as(context, &given.capacity, call, what, &subjects)
}

pub fn reply(context: &Context, given: &Reply, accepts: bool) -> CommandResult {
    let language = context.language;
    let call = |capacity| {
        api::transactions()
            .disputes()
            .answer_conclusion(capacity, Static(given.objection), accepts)
    };
    let (done, event) =
        act_as::<_, api::disputes::events::ConclusionAnswered>(context, &given.capacity, call)?;
    let side = event.side.0;
    let what = if accepts {
        language.pick("已接受处理结论", "conclusion accepted")
    } else {
        language.pick("不接受处理结论，登记不变", "conclusion declined; nothing changes")
    };
    let mut report = Report::new(json!({
        "objection": given.objection.to_string(),
        "side": words::code(&side),
        "accepts": accepts,
    }))
    .brief(given.objection.to_string())
    .done(what)
    .row(language.pick("异议", "objection"), given.objection.to_string())
    .row(language.pick("一方", "side"), words::word(language, &side));
    if let Some(due) = event.due {
        report = report.fact("due", words::due_json(due.0)).row(
            language.pick("诉讼或仲裁证明期限", "court or arbitration to be proven until"),
            words::due(language, due.0),
        );
    }
    Ok(in_block(language, report, &done))
}

pub fn court_proof(context: &Context, given: &CourtProof) -> CommandResult {
    let document = digest(context, &given.document)?;
    let capacity = Capacity::of(
        given.as_agent,
        given.counter,
        given.counter_document.clone(),
        given.received_at,
    );
    let call = |capacity| {
        api::transactions()
            .disputes()
            .prove_court(capacity, Static(given.objection), Static(document))
    };
    let what = context.language.pick(
        "已证明诉讼或仲裁受理",
        "proven: a court or arbitral body has the matter",
    );
    let subjects = [
        subject(given.objection),
        Subject::new("proof", "证明摘要", document),
    ];
    simple_as(context, &capacity, call, what, &subjects)
}

pub fn withdraw(context: &Context, given: &Reply) -> CommandResult {
    let call = |capacity| {
        api::transactions()
            .disputes()
            .withdraw_objection(capacity, Static(given.objection))
    };
    let what = context.language.pick("异议已撤回", "objection withdrawn");
    simple_as(context, &given.capacity, call, what, &[subject(given.objection)])
}
