//! `quanji consent`: the consents of participants in fused data that one of them gets the operating right (NG 21(5)).

use clap::{Args, Subcommand};
use quanji_client::chain::{api, Static};
use quanji_primitives::{ObjectId, PartyId};
use serde_json::json;

use super::{
    capacity::{simple_as, Capacity},
    context::Context,
    node::{with_view, Subject},
    output::Report,
    words, CommandResult,
};

/// `quanji consent …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Consent that another participant gets the operating right; for one registration (participant or holder)
    Give(Consent),
    /// Revoke such a consent before its use (who gave it)
    Revoke(Consent),
    /// List the consents in an object that wait for their use
    List(One),
}

/// An object.
#[derive(Debug, Args)]
pub struct One {
    /// The object, or the one that a pending case would register: O1-1-5
    object: ObjectId,
}

/// Arguments of `consent give` and `consent revoke`.
#[derive(Debug, Args)]
pub struct Consent {
    /// The object, or the one that a pending case would register: O1-1-5
    object: ObjectId,
    /// Who may get the operating right: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

impl Consent {
    fn subjects(&self) -> [Subject; 2] {
        [
            Subject::new("object", "登记对象", self.object),
            Subject::new("to", "取得经营权者", self.to),
        ]
    }
}

/// Runs a command of `quanji consent`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let language = context.language;
    match command {
        Command::Give(given) => {
            let call = |capacity| {
                let calls = api::transactions().registry();
                calls.consent_to_operating(capacity, Static(given.object), Static(given.to))
            };
            let what = language.pick("已同意", "consented");
            simple_as(context, &given.capacity, call, what, &given.subjects())
        }
        Command::Revoke(given) => {
            let call = |capacity| {
                let calls = api::transactions().registry();
                calls.revoke_consent(capacity, Static(given.object), Static(given.to))
            };
            let what = language.pick("同意已撤回", "consent revoked");
            simple_as(context, &given.capacity, call, what, &given.subjects())
        }
        Command::List(one) => list(context, one.object),
    }
}

fn list(context: &Context, object: ObjectId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let mut json = Vec::new();
        let mut rows = vec![[
            language.pick("同意者", "from"),
            language.pick("取得经营权者", "to"),
            language.pick("时间", "since"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for (from, to, at) in view.consents(object).await? {
            json.push(json!({ "from": from.to_string(), "to": to.to_string(), "at": at.to_string() }));
            rows.push(vec![from.to_string(), to.to_string(), words::moment(at)]);
        }
        let report = Report::new(json!({ "object": object.to_string(), "consents": json }));
        Ok(if rows.len() > 1 {
            report.table(rows)
        } else {
            report.text(language.pick("没有待使用的同意", "no consents wait for their use"))
        })
    })
}
