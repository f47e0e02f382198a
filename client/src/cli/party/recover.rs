//! `quanji party recover`: replace a lost account.

use clap::{Args, Subcommand};
use quanji_client::chain::{api, AccountId32, Static};
use quanji_primitives::PartyId;
use serde_json::json;

use super::{
    super::{
        context::Context,
        node::{account, act, in_block, simple, Subject},
        output::Report,
        words, CommandResult,
    },
    One,
};

/// `quanji party recover …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Propose to replace a lost account (registrar)
    Propose(Propose),
    /// Confirm a proposed recovery (another officer)
    Confirm(One),
    /// Stop a recovery (the party, or a registrar)
    Stop(One),
    /// Complete a recovery after the delay (registrar or reviewer)
    Complete(One),
}

/// Arguments of `party recover propose`.
#[derive(Debug, Args)]
pub struct Propose {
    /// The party: P1-1-Q
    party: PartyId,
    /// The account that is lost or stolen
    #[arg(long)]
    lost: String,
    /// The account to take its place
    #[arg(long)]
    replacement: String,
}

/// Runs a command of `quanji party recover`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().parties();
    match command {
        Command::Propose(given) => {
            let lost = AccountId32(account(context, &given.lost)?);
            let replacement = AccountId32(account(context, &given.replacement)?);
            let call = calls.propose_recovery(Static(given.party), lost, replacement);
            let done = language.pick(
                "已提出账户恢复；须由另一人员确认",
                "recovery proposed; another officer confirms it",
            );
            simple(context, &call, done, &[Subject::party(given.party)])
        }
        Command::Confirm(one) => {
            let call = calls.confirm_recovery(Static(one.party));
            let (done, event) = act::<_, api::parties::events::RecoveryConfirmed>(context, &call)?;
            let ready = event.ready_at.0;
            let report = Report::new(json!({ "party": one.party.to_string() }))
                .fact("ready_at", ready.to_string().into())
                .done(language.pick("账户恢复已确认，等待期开始", "recovery confirmed; the delay runs"))
                .row(
                    language.pick("可完成时间", "can be completed from"),
                    words::moment(ready),
                );
            Ok(in_block(language, report, &done))
        }
        Command::Stop(one) => {
            let done = language.pick("账户恢复已停止", "recovery stopped");
            simple(
                context,
                &calls.stop_recovery(Static(one.party)),
                done,
                &[Subject::party(one.party)],
            )
        }
        Command::Complete(one) => {
            let done = language.pick("账户恢复已完成", "recovery completed");
            simple(
                context,
                &calls.complete_recovery(Static(one.party)),
                done,
                &[Subject::party(one.party)],
            )
        }
    }
}
