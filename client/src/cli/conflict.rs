//! `quanji conflict`: conflicts between two authorities over the same data, decided by the competent department.

use clap::{Args, Subcommand};
use quanji_client::{
    chain::{api, Static},
    language::Language,
};
use quanji_primitives::{
    conflict::{Conflict, ConflictSide, Ruling},
    AuthorityId, ConflictId,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    node::{act, coded, digest, in_block, not_found, simple, with_view, Subject},
    output::Report,
    words, CommandResult,
};

/// `quanji conflict …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report a conflict with another authority: cases stop, objects show it (examiner or reviewer)
    Raise(Raise),
    /// Decide a conflict for both sides (competent department)
    Decide(Decide),
    /// Show a conflict
    Show(One),
    /// List the undecided conflicts of an authority
    List(List),
}

/// Arguments of `conflict raise`.
#[derive(Debug, Args)]
pub struct Raise {
    /// The case or object of the own authority: C1-1-T or O1-1-5
    #[arg(long, value_name = "CASE|OBJECT", value_parser = side)]
    own: ConflictSide,
    /// The case or object of the other authority
    #[arg(long, value_name = "CASE|OBJECT", value_parser = side)]
    other: ConflictSide,
    /// The report to the department: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    report: String,
}

/// Arguments of `conflict decide`.
#[derive(Debug, Args)]
pub struct Decide {
    /// The conflict: K1-9, or its number
    #[arg(value_parser = number)]
    conflict: ConflictId,
    /// For the side that reported: stands or yields
    #[arg(long, value_parser = coded::<Ruling>)]
    first: Ruling,
    /// For the other side: stands or yields
    #[arg(long, value_parser = coded::<Ruling>)]
    second: Ruling,
    /// The decision: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    document: String,
}

/// A conflict.
#[derive(Debug, Args)]
pub struct One {
    /// The conflict: K1-9, or its number
    #[arg(value_parser = number)]
    conflict: ConflictId,
}

/// Arguments of `conflict list`.
#[derive(Debug, Args)]
pub struct List {
    /// The authority: A1-Q
    #[arg(long)]
    authority: AuthorityId,
}

fn side(text: &str) -> Result<ConflictSide, String> {
    match text.chars().next() {
        Some('C' | 'c') => text.parse().map(ConflictSide::Case),
        _ => text.parse().map(ConflictSide::Object),
    }
    .map_err(|error| error.to_string())
}

fn number(text: &str) -> Result<ConflictId, String> {
    match text.parse::<u32>() {
        Ok(number) => Ok(ConflictId(number)),
        Err(_) => text
            .parse()
            .map_err(|error: <ConflictId as std::str::FromStr>::Err| error.to_string()),
    }
}

fn side_text(side: &ConflictSide) -> String {
    match side {
        ConflictSide::Case(case) => case.to_string(),
        ConflictSide::Object(object) => object.to_string(),
    }
}

/// Runs a command of `quanji conflict`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Raise(given) => raise(context, &given),
        Command::Decide(given) => decide(context, &given),
        Command::Show(one) => show(context, one.conflict),
        Command::List(given) => list(context, given.authority),
    }
}

fn raise(context: &Context, given: &Raise) -> CommandResult {
    let language = context.language;
    let report = digest(context, &given.report)?;
    let calls = api::transactions().disputes();
    let call = calls.raise_conflict(Static(given.own), Static(given.other), Static(report));
    let (done, event) = act::<_, api::disputes::events::ConflictRaised>(context, &call)?;
    let (conflict, due) = (event.conflict.0, event.due.0);
    let sides = [given.own, given.other].map(|side| side_text(&side));
    let report = Report::new(json!({
        "conflict": conflict.to_string(),
        "number": conflict.0,
        "sides": sides,
        "due": words::due_json(due),
    }))
    .brief(conflict.to_string())
    .done(language.pick(
        "冲突已报主管部门",
        "conflict reported to the competent department",
    ))
    .row(language.pick("冲突", "conflict"), conflict.to_string())
    .row(language.pick("双方", "sides"), sides.join(" / "))
    .row(
        language.pick("裁定期限", "decided until"),
        words::due(language, due),
    );
    Ok(in_block(language, report, &done))
}

fn decide(context: &Context, given: &Decide) -> CommandResult {
    let document = digest(context, &given.document)?;
    let rulings = [Static(given.first), Static(given.second)];
    let calls = api::transactions().disputes();
    let call = calls.decide_conflict(Static(given.conflict), rulings, Static(document));
    let language = context.language;
    let what = language.pick("冲突已裁定", "conflict decided");
    let subjects = [
        Subject::new("conflict", "冲突", given.conflict),
        Subject::word(language, "first", "报告一方", &given.first),
        Subject::word(language, "second", "另一方", &given.second),
        Subject::new("document", "裁定摘要", document),
    ];
    simple(context, &call, what, &subjects)
}

fn facts(id: ConflictId, conflict: &Conflict) -> Value {
    let decision = conflict.decision.map(|decision| {
        json!({
            "rulings": decision.rulings,
            "document": decision.document.to_string(),
            "at": decision.at.to_string(),
        })
    });
    json!({
        "conflict": id.to_string(),
        "number": id.0,
        "sides": conflict.sides.map(|side| side_text(&side)),
        "raised_by": conflict.raised_by.to_string(),
        "raised_at": conflict.raised_at.to_string(),
        "report": conflict.report.to_string(),
        "due": words::due_json(conflict.due),
        "decision": decision,
    })
}

/// How a conflict stands, in words.
fn status(language: Language, conflict: &Conflict) -> String {
    match conflict.decision {
        None => {
            let due = words::due(language, conflict.due);
            language.pick(
                format!("待主管部门裁定；期限 {due}"),
                format!("waits for the competent department until {due}"),
            )
        }
        Some(decision) => {
            let at = words::moment(decision.at);
            language.pick(format!("{at} 已裁定"), format!("decided {at}"))
        }
    }
}

fn show(context: &Context, id: ConflictId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let conflict = view.conflict(id).await?;
        let conflict = conflict.ok_or_else(|| not_found(id.to_string()))?;
        let mut report = Report::new(facts(id, &conflict))
            .brief(id.to_string())
            .row(language.pick("冲突", "conflict"), id.to_string())
            .row(language.pick("状态", "status"), status(language, &conflict));
        let labels = [
            language.pick("报告一方", "the side that reported"),
            language.pick("另一方", "the other side"),
        ];
        let rulings = conflict.decision.map(|decision| decision.rulings);
        for (place, (label, side)) in labels.into_iter().zip(&conflict.sides).enumerate() {
            let ruling = rulings.and_then(|rulings| rulings.get(place).copied());
            let ruled = ruling.map_or_else(String::new, |one| format!(" {}", words::word(language, &one)));
            report = report.row(label, format!("{}{ruled}", side_text(side)));
        }
        Ok(report
            .row(
                language.pick("报告人", "reported by"),
                conflict.raised_by.to_string(),
            )
            .row(
                language.pick("报告时间", "reported at"),
                words::moment(conflict.raised_at),
            ))
    })
}

fn list(context: &Context, authority: AuthorityId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let all = view.conflicts_open(authority).await?;
        let mut rows = vec![[
            language.pick("冲突", "conflict"),
            language.pick("双方", "sides"),
            language.pick("状态", "status"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for (id, conflict) in &all {
            let sides = conflict.sides.map(|side| side_text(&side)).join(" / ");
            rows.push(vec![id.to_string(), sides, status(language, conflict)]);
        }
        let json: Vec<_> = all.iter().map(|(id, conflict)| facts(*id, conflict)).collect();
        let report = Report::new(json!({ "conflicts": json }));
        Ok(if rows.len() > 1 {
            report.table(rows)
        } else {
            report.text(language.pick("没有未裁定的冲突", "no undecided conflicts"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_and_numbers_are_read() {
        assert!(matches!(side("C1-1-T"), Ok(ConflictSide::Case(_))));
        assert!(matches!(side("o1-1-5"), Ok(ConflictSide::Object(_))));
        assert!(side("P1-1-Q").is_err() && side("").is_err());
        assert_eq!(number("7"), Ok(ConflictId(7)));
        assert_eq!(number(&ConflictId(7).to_string()), Ok(ConflictId(7)));
        assert!(number("K7").is_err());
    }
}
