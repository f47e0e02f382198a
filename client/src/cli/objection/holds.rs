//! Holds of contested rights: proposed by one officer, confirmed by another.

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    clock::{Day, Moment},
    ObjectionId,
};
use serde_json::json;

use super::{
    super::{
        clock::moment,
        context::Context,
        node::{act, digest, in_block, simple, Subject},
        output::Report,
        words, CommandResult,
    },
    subject,
};

/// Arguments of `objection hold`.
#[derive(Debug, Args)]
pub struct Hold {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// The last day of the hold: 2026-12-31; or the moment at which it ends
    #[arg(long, value_name = "DATE", value_parser = end)]
    until: Moment,
    /// The reasoned decision: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    reason: String,
}

/// Arguments of `objection lift-hold`.
#[derive(Debug, Args)]
pub struct Lift {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// Why: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    reason: String,
}

/// The end of a last day, or a moment.
fn end(text: &str) -> Result<Moment, String> {
    match text.parse::<Day>() {
        Ok(day) => Ok(day.end()),
        Err(_) => moment(text),
    }
}

pub fn propose(context: &Context, given: &Hold) -> CommandResult {
    let reason = digest(context, &given.reason)?;
    let call = api::transactions().disputes().propose_hold(
        Static(given.objection),
        Static(given.until),
        Static(reason),
    );
    let what = context.language.pick(
        "已提出暂停处分，待另一位人员确认",
        "hold proposed; another officer confirms it",
    );
    let subjects = [
        subject(given.objection),
        Subject::new("until", "暂停至", given.until),
        Subject::new("reason", "理由摘要", reason),
    ];
    simple(context, &call, what, &subjects)
}

pub fn confirm(context: &Context, objection: ObjectionId) -> CommandResult {
    let language = context.language;
    let call = api::transactions().disputes().confirm_hold(Static(objection));
    let (done, event) = act::<_, api::disputes::events::HoldConfirmed>(context, &call)?;
    let until = event.until.0;
    let report = Report::new(json!({
        "objection": objection.to_string(),
        "mark": event.mark,
        "until": until.to_string(),
    }))
    .brief(objection.to_string())
    .done(language.pick("暂停处分生效", "the contested rights are held"))
    .row(language.pick("异议", "objection"), objection.to_string())
    .row(language.pick("备注编号", "mark"), event.mark.to_string())
    .row(language.pick("暂停至", "until"), words::moment(until));
    Ok(in_block(language, report, &done))
}

pub fn lift(context: &Context, given: &Lift) -> CommandResult {
    let reason = digest(context, &given.reason)?;
    let calls = api::transactions().disputes();
    let call = calls.lift_hold(Static(given.objection), Static(reason));
    let what = context.language.pick("暂停处分已解除", "hold lifted");
    let subjects = [
        subject(given.objection),
        Subject::new("reason", "理由摘要", reason),
    ];
    simple(context, &call, what, &subjects)
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn a_day_is_held_to_its_end() {
        assert_eq!(end("2026-12-31"), end("2027-01-01T00:00:00+08:00"));
        assert_eq!(
            end("2026-12-31T12:00").unwrap().to_string(),
            "2026-12-31T12:00:00+08:00"
        );
        assert!(end("soon").is_err());
    }
}
