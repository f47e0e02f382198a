//! Who acted and what was sent, as recorded: for people and for programs.

use quanji_client::language::Language;
use quanji_primitives::{capacity::Via, case::Signed, written_notice::WrittenNotice};
use serde_json::{json, Value};

use super::{code, moment, word};

/// An officer's act and its moment.
pub fn signed(language: Language, by: &Signed) -> String {
    let (officer, at) = (by.officer, moment(by.at));
    language.pick(format!("{officer}，{at}"), format!("by {officer} at {at}"))
}

/// An officer's act for programs.
pub fn signed_json(by: &Signed) -> Value {
    json!({ "officer": by.officer.to_string(), "at": by.at.to_string() })
}

/// Through whom a party acted; nothing when by itself.
pub fn via(language: Language, via: &Via) -> Option<String> {
    match via {
        Via::Own => None,
        Via::Agent { agent, power } => Some(language.pick(
            format!("代理人 {agent}，授权 {power}"),
            format!("through the agent {agent} under the power {power}"),
        )),
        Via::Counter {
            officer, received_at, ..
        } => {
            let at = moment(*received_at);
            Some(language.pick(
                format!("窗口 {officer}，{at} 收件"),
                format!("at the counter of {officer}, received {at}"),
            ))
        }
    }
}

/// Through whom a party acted, for programs.
pub fn via_json(via: &Via) -> Value {
    match via {
        Via::Own => json!({ "through": "own" }),
        Via::Agent { agent, power } => json!({
            "through": "agent", "agent": agent.to_string(), "power": power.to_string(),
        }),
        Via::Counter {
            officer,
            document,
            received_at,
        } => json!({
            "through": "counter", "officer": officer.to_string(), "document": document.to_string(),
            "received_at": received_at.to_string(),
        }),
    }
}

/// A written notice: channel and delivery.
pub fn notice(language: Language, notice: &WrittenNotice) -> String {
    let channel = word(language, &notice.channel);
    match notice.delivered_at.map(moment) {
        Some(at) => language.pick(
            format!("{channel}，{at} 送达"),
            format!("{channel}, delivered {at}"),
        ),
        None => {
            let sent = moment(notice.sent_at);
            language.pick(
                format!("{channel}，{sent} 发出，尚未送达"),
                format!("{channel}, sent {sent}, not delivered yet"),
            )
        }
    }
}

/// A written notice for programs.
pub fn notice_json(notice: &WrittenNotice) -> Value {
    json!({
        "channel": code(&notice.channel),
        "letter": notice.letter.to_string(),
        "sent_at": notice.sent_at.to_string(),
        "delivered_at": notice.delivered_at.map(|at| at.to_string()),
    })
}
