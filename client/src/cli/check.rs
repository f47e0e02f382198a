//! `quanji check`: whether an operation on a right may be done now, or what stands in the way, since when, and who can remove
//! it.

use clap::Args;
use quanji_primitives::{
    dealing::Obstacle,
    ending::StandsOn,
    marks::{Effect, Operation},
    PartyId, RightId,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    day_book::{remover, remover_json},
    exit::Exit,
    marks,
    node::{coded, with_view},
    output::Report,
    words, CommandResult,
};
use quanji_client::language::Language;

/// Arguments of `quanji check`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The right: R1-1-0-1
    right: RightId,
    /// The operation: transfer, exclusive-licence, non-exclusive-licence, new-pledge, change, voluntary-cancellation, renewal, release-by-mark-holder, universal-succession, transfer-by-first-rank-court, by-instrument, further-seizure, correction
    #[arg(long, value_parser = coded::<Operation>)]
    operation: Operation,
    /// Who would do it [default: anybody]: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    party: Option<PartyId>,
}

/// Runs `quanji check`.
pub fn run(context: &Context, given: &Arguments) -> CommandResult {
    let language = context.language;
    let (right, operation) = (given.right, given.operation);
    with_view(context, |view| async move {
        let obstacles = view.can_deal(right, operation, given.party).await?;
        let stands = match operation {
            Operation::VoluntaryCancellation => view.stands_on(right).await?,
            _ => None,
        };
        let now = view.register_time().await?;
        let json = json!({
            "right": right.to_string(),
            "operation": operation,
            "as_of": now.to_string(),
            "may": obstacles.is_empty(),
            "obstacles": obstacles.iter().map(to_json).collect::<Vec<_>>(),
            "stands_on": stands,
        });
        let named = words::word(language, &operation);
        let report = standing(language, Report::new(json), stands.as_ref());
        let report = marks::sources(&view, right.object, language, report).await?;
        if obstacles.is_empty() {
            let sentence = language.pick(
                format!("{right} 上没有备注妨碍：{named}"),
                format!("no mark on {right} stands in the way of: {named}"),
            );
            return Ok(report.brief(sentence.clone()).done(sentence));
        }
        let sentence = language.pick(
            format!("{right} 现不能办理：{named}"),
            format!("on {right} this may not be done now: {named}"),
        );
        let report = report.brief(sentence.clone()).caution(sentence);
        let report = obstacles.iter().fold(report, |report, one| {
            report.row(
                language.pick(format!("备注 {}", one.mark), format!("mark {}", one.mark)),
                text(language, one),
            )
        });
        Ok(report.ending(Exit::Barred))
    })
}

/// Licences and open cases on the right, which bar its cancellation too.
fn standing(language: Language, report: Report, stands: Option<&StandsOn>) -> Report {
    let Some(stands) = stands else { return report };
    let licences: Vec<_> = stands.licences.iter().map(ToString::to_string).collect();
    let cases: Vec<_> = stands.cases.iter().map(ToString::to_string).collect();
    [
        (
            language.pick("须签署的许可", "licences whose holders sign"),
            licences,
        ),
        (
            language.pick("须先了结的案件", "cases that come to an end first"),
            cases,
        ),
    ]
    .into_iter()
    .filter(|(_, numbers)| !numbers.is_empty())
    .fold(report, |report, (label, numbers)| {
        report.row(label, numbers.join(", "))
    })
}

fn text(language: Language, one: &Obstacle) -> String {
    let kind = words::word(language, &one.kind);
    let source = marks::source(one.source, language);
    let since = words::moment(one.since);
    let until = one.until.map(words::moment);
    let until = until.map_or_else(String::new, |until| {
        language.pick(format!("，至 {until} 止"), format!(", until {until}"))
    });
    let who = remover(language, one.remover);
    let effect = match one.effect {
        Effect::NeedsConsent => language.pick("须经其权利人同意", "its holder must consent"),
        _ => language.pick("不得办理", "bars it"),
    };
    language.pick(
        format!("{kind}（{source}），自 {since} 起{until}；{effect}；可解除者：{who}"),
        format!("{kind} ({source}) since {since}{until}; {effect}; can be removed by {who}"),
    )
}

fn to_json(one: &Obstacle) -> Value {
    json!({
        "mark": one.mark,
        "kind": one.kind,
        "effect": one.effect,
        "since": one.since.to_string(),
        "until": one.until.map(|until| until.to_string()),
        "source": marks::source_json(one.source),
        "remover": remover_json(one.remover),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        clock::Moment,
        dealing::Remover,
        marks::{MarkKind, MarkSource, Organ, OrganKind},
        StampId,
    };

    #[test]
    fn an_obstacle_names_what_since_when_and_who() {
        let court = Organ {
            kind: OrganKind::Court,
            code: "12440000MB0000001C".parse().unwrap(),
        };
        let one = Obstacle {
            mark: 2,
            kind: MarkKind::SeizureFirst,
            effect: Effect::Refused,
            since: Moment(1_790_179_200_000),
            until: None,
            source: MarkSource::DayBook(StampId((1 << 48) | 1)),
            remover: Remover::Organ(court),
        };
        let shown = text(Language::English, &one);
        for part in ["seizure-first", "2026-09-24 00:00", "12440000MB0000001C", "B1-1-"] {
            assert!(shown.contains(part), "{shown}");
        }
        assert!(text(Language::Chinese, &one).contains("查封"));
        assert_eq!(to_json(&one)["remover"]["organ"]["kind"], "court");
    }
}
