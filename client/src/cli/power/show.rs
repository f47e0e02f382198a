//! Powers as they stand.

use quanji_client::language::Language;
use quanji_primitives::{
    capacity::{Acts, Power, PowerScope},
    clock::Moment,
    regime::Act,
    PartyId, PowerId,
};
use serde_json::{json, Value};

use super::super::{
    context::Context,
    node::{not_found, with_view},
    output::Report,
    words, CommandResult,
};

const ACTS: [Act; 8] = [
    Act::First,
    Act::Licence,
    Act::Transfer,
    Act::Change,
    Act::Renewal,
    Act::Cancellation,
    Act::Objection,
    Act::Pledge,
];

fn acts(of: Acts) -> Vec<Act> {
    ACTS.into_iter().filter(|act| of.contains(*act)).collect()
}

/// Whether a power is in force, in words and for programs.
fn standing(language: Language, power: &Power, now: Moment) -> (&'static str, String) {
    let until = words::moment(power.valid_until);
    match power.revoked_at {
        Some(at) => {
            let at = words::moment(at);
            let text = language.pick(format!("{at} 撤销"), format!("revoked {at}"));
            ("revoked", text)
        }
        None if now < power.valid_from => {
            let from = words::moment(power.valid_from);
            let text = language.pick(format!("{from} 生效"), format!("not valid before {from}"));
            ("not_yet_valid", text)
        }
        None if now >= power.valid_until => {
            let text = language.pick(format!("{until} 到期"), format!("expired {until}"));
            ("expired", text)
        }
        None => {
            let text = language.pick(format!("有效，至 {until}"), format!("in force until {until}"));
            ("in_force", text)
        }
    }
}

fn facts(id: PowerId, power: &Power) -> Value {
    let objects = match &power.scope {
        PowerScope::All => Value::Null,
        PowerScope::Objects(objects) => objects.iter().map(ToString::to_string).collect(),
    };
    json!({
        "power": id.to_string(),
        "principal": power.principal.to_string(),
        "agent": power.agent.to_string(),
        "acts": acts(power.acts),
        "objects": objects,
        "valid_from": power.valid_from.to_string(),
        "valid_until": power.valid_until.to_string(),
        "both_sides": power.both_sides,
        "document": power.document.to_string(),
        "revoked_at": power.revoked_at.map(|at| at.to_string()),
    })
}

fn scope(language: Language, power: &Power) -> String {
    match &power.scope {
        PowerScope::All => language.pick("全部", "all").to_owned(),
        PowerScope::Objects(objects) => {
            let each: Vec<_> = objects.iter().map(ToString::to_string).collect();
            each.join(", ")
        }
    }
}

/// A power, with its standing when the moment is known.
pub fn describe(language: Language, id: PowerId, power: &Power, now: Option<Moment>) -> Report {
    let mut report = Report::new(facts(id, power))
        .row(language.pick("授权", "power"), id.to_string())
        .row(language.pick("委托人", "principal"), power.principal.to_string())
        .row(language.pick("代理人", "agent"), power.agent.to_string())
        .row(
            language.pick("登记事项", "acts"),
            words::words(language, &acts(power.acts)),
        )
        .row(language.pick("登记对象", "objects"), scope(language, power))
        .row(
            language.pick("期限", "term"),
            format!(
                "{} – {}",
                words::moment(power.valid_from),
                words::moment(power.valid_until)
            ),
        )
        .row(
            language.pick("可同时代理对方", "may act for both sides"),
            if power.both_sides {
                language.pick("是", "yes")
            } else {
                language.pick("否", "no")
            },
        );
    if let Some(now) = now {
        let (code, text) = standing(language, power, now);
        report = report
            .fact("standing", code.into())
            .row(language.pick("状态", "standing"), text);
    }
    report
}

pub fn show(context: &Context, id: PowerId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let power = view.power(id).await?;
        let power = power.ok_or_else(|| not_found(id.to_string()))?;
        let now = view.register_time().await?;
        Ok(describe(language, id, &power, Some(now)).brief(standing(language, &power, now).0))
    })
}

pub fn list(context: &Context, party: PartyId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let now = view.register_time().await?;
        let mut json = Vec::new();
        let mut rows = vec![[
            language.pick("授权", "power"),
            language.pick("委托人", "principal"),
            language.pick("代理人", "agent"),
            language.pick("登记事项", "acts"),
            language.pick("登记对象", "objects"),
            language.pick("状态", "standing"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for (id, power) in view.powers_of(party).await? {
            let (code, text) = standing(language, &power, now);
            let mut one = facts(id, &power);
            one["standing"] = code.into();
            json.push(one);
            rows.push(vec![
                id.to_string(),
                power.principal.to_string(),
                power.agent.to_string(),
                words::words(language, &acts(power.acts)),
                scope(language, &power),
                text,
            ]);
        }
        let report = Report::new(json!({ "party": party.to_string(), "powers": json }));
        Ok(if rows.len() > 1 {
            report.table(rows)
        } else {
            report.text(language.pick("没有授权", "no powers"))
        })
    })
}
