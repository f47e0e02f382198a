//! `quanji succession`: merger, division, dissolution, bankruptcy, death: others take the place of a party (S023).

mod assign;
mod list;
mod status;

use clap::{Args, Subcommand};
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    clock::Day,
    succession::{SuccessionEvent, SuccessionTerms},
    CaseId, PartyId,
};
use serde_json::json;

use super::{
    context::Context,
    node::{
        act, arguments, bad_value, coded, digest, done, in_block, not_found, simple, submit, with_chain,
        Subject,
    },
    output::Report,
    CommandResult,
};

/// `quanji succession …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// File who takes the place of a party, by which event, instrument and date (registrar, or a successor)
    File(File),
    /// Answer for a succession as a second officer: the party's keys end, its place is taken (registrar or reviewer)
    Confirm(One),
    /// Give up a succession that is not confirmed (registrar, or the successor who filed it)
    GiveUp(One),
    /// Assign holdings of a locked party to its successors, as the instrument lists them; repeat it after a failure
    Assign(assign::Arguments),
    /// Pass an open case to another than the first successor (registrar or reviewer)
    Case(OfCase),
    /// Show a succession, and which holdings are left
    Status(One),
    /// Finish a succession by several when no holding is left (registrar or reviewer)
    Finish(One),
}

/// A party whose place is taken.
#[derive(Debug, Args)]
pub struct One {
    /// The party whose place is taken: P1-1-Q
    predecessor: PartyId,
}

/// Arguments of `succession file`.
#[derive(Debug, Args)]
pub struct File {
    /// The party whose place is taken: P1-1-Q
    predecessor: PartyId,
    /// The event: merger, division, dissolution, bankruptcy, death
    #[arg(long, value_parser = coded::<SuccessionEvent>)]
    event: SuccessionEvent,
    /// The instrument: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    instrument: String,
    /// The first day on which it has effect: 2026-11-09
    #[arg(long, value_name = "DATE", value_parser = day)]
    effective: Day,
    /// A successor, repeated; the first continues whatever is not listed one by one: P1-2-K
    #[arg(long, required = true, value_name = "PARTY")]
    successor: Vec<PartyId>,
}

/// Arguments of `succession case`.
#[derive(Debug, Args)]
pub struct OfCase {
    /// The party whose place is taken: P1-1-Q
    predecessor: PartyId,
    /// The case: C1-1-T
    case: CaseId,
    /// The successor who goes on with it: P1-2-K
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
}

fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|_| "write 2026-11-09".to_owned())
}

/// Runs a command of `quanji succession`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().parties();
    match command {
        Command::File(given) => file(context, given),
        Command::Confirm(one) => confirm(context, one.predecessor),
        Command::GiveUp(one) => {
            let call = calls.give_up_succession(Static(one.predecessor));
            let done = language.pick("承继申请已放弃", "succession given up");
            simple(context, &call, done, &[predecessor(one.predecessor)])
        }
        Command::Assign(given) => assign::run(context, &given),
        Command::Case(given) => case(context, &given),
        Command::Status(one) => status::run(context, one.predecessor),
        Command::Finish(one) => {
            let call = calls.finish_succession(Static(one.predecessor));
            let (finalised, event) = act::<_, api::parties::events::SuccessionFinished>(context, &call)?;
            let what = language.pick("承继办结", "succession finished");
            let subjects = [
                predecessor(one.predecessor),
                Subject::new("current", "现主体", event.current.0),
            ];
            let report = done(language, what, &subjects, &finalised);
            Ok(report.fact("assigned", event.assigned.into()))
        }
    }
}

fn predecessor(party: PartyId) -> Subject {
    Subject::new("predecessor", "被承继主体", party)
}

fn file(context: &Context, given: File) -> CommandResult {
    let language = context.language;
    let successors = given.successor.try_into().map_err(|_| arguments("--successor"))?;
    let terms = SuccessionTerms {
        event: given.event,
        instrument: digest(context, &given.instrument)?,
        effective: given.effective,
        successors,
    };
    let call = api::transactions()
        .parties()
        .file_succession(Static(given.predecessor), Static(terms));
    let what = language.pick(
        "承继已提交；由另一位人员确认",
        "succession filed; another officer confirms it",
    );
    let event = Subject::word(language, "event", "事由", &given.event);
    simple(context, &call, what, &[predecessor(given.predecessor), event])
}

fn confirm(context: &Context, party: PartyId) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let call = api::transactions().parties().confirm_succession(Static(party));
        let finalised = submit(context, &chain, &*signer, &call).await?;
        let Ok(event) = finalised.event::<api::parties::events::SuccessionConfirmed>() else {
            finalised.event::<api::parties::events::SuccessionExamined>()?;
            let what = language.pick(
                "已审核；须由另一位人员确认",
                "examined; another officer must confirm it",
            );
            return Ok(done(language, what, &[predecessor(party)], &finalised));
        };
        let current = event.current.map(|current| current.0);
        let what = match current {
            Some(current) => language.pick(
                format!("{current} 已承继 {party}：其账户与授权即时失效"),
                format!("{current} stands in the place of {party}: its keys and powers have ended"),
            ),
            None => language.pick(
                format!("{party} 已锁定：请按文书逐项分配其权利"),
                format!("{party} is locked: assign its holdings as the instrument lists them"),
            ),
        };
        let report = Report::new(json!({
            "predecessor": party.to_string(),
            "current": current.map(|current| current.to_string()),
        }))
        .brief(party.to_string())
        .done(what)
        .row(language.pick("被承继主体", "predecessor"), party.to_string());
        Ok(in_block(language, report, &finalised))
    })
}

fn case(context: &Context, given: &OfCase) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let succession = chain.now().await?.succession(given.predecessor).await?;
        let succession = succession.ok_or_else(|| not_found(given.predecessor.to_string()))?;
        let place = list::place_of(&succession.terms.successors, given.to).ok_or_else(|| {
            let reason = language.pick("不是所列的承继人", "is none of the successors named");
            bad_value("--to", &given.to.to_string(), reason)
        })?;
        let call =
            api::transactions()
                .parties()
                .assign_case(Static(given.predecessor), Static(given.case), place);
        let finalised = submit(context, &chain, &*signer, &call).await?;
        let what = language.pick("案件已移交", "case passed");
        let subjects = [Subject::case(given.case), Subject::new("to", "承继人", given.to)];
        Ok(done(language, what, &subjects, &finalised))
    })
}
