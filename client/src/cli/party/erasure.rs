//! `quanji party erasure`: the data of a natural person are erased at her request.

use clap::{Args, Subcommand};
use quanji_client::chain::{api, Static};
use serde_json::json;

use super::{
    super::{
        capacity::{act_as, Capacity},
        context::Context,
        node::{act, in_block},
        output::Report,
        words, CommandResult,
    },
    One,
};

/// `quanji party erasure …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Ask for erasure (the person, an agent with full power, or an officer at the counter)
    Request(OfParty),
    /// Take back a request that is not carried out yet
    Withdraw(OfParty),
    /// Carry a request out: all accounts are unbound, for good (registrar)
    Done(One),
}

/// An act of the person concerned.
#[derive(Debug, Args)]
pub struct OfParty {
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Runs a command of `quanji party erasure`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Request(given) => request(context, &given.capacity),
        Command::Withdraw(given) => withdraw(context, &given.capacity),
        Command::Done(one) => done(context, &one),
    }
}

fn request(context: &Context, capacity: &Capacity) -> CommandResult {
    let language = context.language;
    let call = |capacity| api::transactions().parties().request_erasure(capacity);
    let (finalised, event) = act_as::<_, api::parties::events::ErasureRequested>(context, capacity, call)?;
    let (party, due) = (event.party.0.to_string(), event.due.0);
    let report = Report::new(json!({ "party": party, "due": words::due_json(due) }))
        .brief(due.day.to_string())
        .done(language.pick("已请求删除个人数据", "erasure is asked for"))
        .row(language.pick("主体", "party"), party)
        .row(
            language.pick("办理期限", "to be carried out until"),
            words::due(language, due),
        )
        .caution(language.pick(
            "办理之后账户与密钥永久失效；权利与承诺值保留",
            "once carried out, accounts and keys are dead for good; rights and commitment stay",
        ));
    Ok(in_block(language, report, &finalised))
}

fn withdraw(context: &Context, capacity: &Capacity) -> CommandResult {
    let language = context.language;
    let call = |capacity| api::transactions().parties().withdraw_erasure(capacity);
    let (finalised, event) = act_as::<_, api::parties::events::ErasureWithdrawn>(context, capacity, call)?;
    let party = event.party.0.to_string();
    let report = Report::new(json!({ "party": party }))
        .brief(party.clone())
        .done(language.pick("删除请求已撤回", "the request for erasure is taken back"))
        .row(language.pick("主体", "party"), party);
    Ok(in_block(language, report, &finalised))
}

fn done(context: &Context, one: &One) -> CommandResult {
    let language = context.language;
    let call = api::transactions().parties().erase(Static(one.party));
    let (finalised, event) = act::<_, api::parties::events::PartyErased>(context, &call)?;
    let accounts = event.former.0.len();
    let report = Report::new(json!({ "party": one.party.to_string(), "accounts_unbound": accounts }))
        .brief(one.party.to_string())
        .done(language.pick("个人数据已删除", "the person is erased"))
        .row(language.pick("主体", "party"), one.party.to_string())
        .row(
            language.pick("解除的账户", "accounts unbound"),
            accounts.to_string(),
        )
        .caution(language.pick(
            "请同时销毁机构在链下保存的姓名、号码与开启材料",
            "destroy name, number and opening in the authority's own files too",
        ));
    Ok(in_block(language, report, &finalised))
}
