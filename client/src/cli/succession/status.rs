//! `quanji succession status`.

use quanji_client::language::Language;
use quanji_primitives::{
    succession::{Succession, SuccessionFiler},
    PartyId,
};
use serde_json::{json, Value};

use super::super::{
    context::Context,
    node::{not_found, with_view},
    output::Report,
    words, CommandResult,
};

/// How far it has come, for programs and in words.
fn stage(language: Language, succession: &Succession) -> (&'static str, &'static str) {
    let (code, zh, en) = match (succession.first, succession.confirmed, succession.finished_at) {
        (_, None, Some(_)) => ("given_up", "已放弃", "given up"),
        (None, None, None) => ("filed", "待审核与确认", "waits for two officers"),
        (Some(_), None, None) => ("examined", "待另一位人员确认", "waits for the second officer"),
        (_, Some(_), None) => ("assigning", "已锁定，分配中", "locked, holdings are passing"),
        (_, Some(_), Some(_)) => ("finished", "已办结", "finished"),
    };
    (code, language.pick(zh, en))
}

fn filer(filed_by: &SuccessionFiler) -> String {
    match filed_by {
        SuccessionFiler::Officer(officer) => officer.to_string(),
        SuccessionFiler::Successor(party) => party.to_string(),
    }
}

fn facts(predecessor: PartyId, current: PartyId, succession: &Succession, known: &[Option<u8>]) -> Value {
    json!({
        "predecessor": predecessor.to_string(),
        "current": current.to_string(),
        "stage": stage(Language::English, succession).0,
        "event": words::code(&succession.terms.event),
        "instrument": succession.terms.instrument.to_string(),
        "effective": succession.terms.effective.to_string(),
        "successors": succession.terms.successors.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "authority": succession.authority.to_string(),
        "filed_by": filer(&succession.filed_by),
        "filed_at": succession.filed_at.to_string(),
        "first_officer": succession.first.map(|officer| officer.to_string()),
        "confirmed": succession.confirmed.as_ref().map(words::signed_json),
        "holdings": known.len(),
        "assigned": known.iter().filter(|assigned| assigned.is_some()).count(),
        "finished_at": succession.finished_at.map(|at| at.to_string()),
    })
}

/// Shows a succession.
pub fn run(context: &Context, predecessor: PartyId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let succession = view.succession(predecessor).await?;
        let succession = succession.ok_or_else(|| not_found(predecessor.to_string()))?;
        let current = view.current(predecessor).await?;
        let known = view.assignments(predecessor).await?;
        let assigned = known.iter().filter(|assigned| assigned.is_some()).count();
        let (code, text) = stage(language, &succession);
        let successors: Vec<_> = succession
            .terms
            .successors
            .iter()
            .map(ToString::to_string)
            .collect();
        let report = Report::new(facts(predecessor, current, &succession, &known))
            .brief(code)
            .row(
                language.pick("被承继主体", "predecessor"),
                predecessor.to_string(),
            )
            .row(
                language.pick("现主体", "stands in its place"),
                current.to_string(),
            )
            .row(language.pick("状态", "stage"), text)
            .row(
                language.pick("事由", "event"),
                words::word(language, &succession.terms.event),
            )
            .row(
                language.pick("文书", "instrument"),
                succession.terms.instrument.to_string(),
            )
            .row(
                language.pick("生效日", "effective"),
                succession.terms.effective.to_string(),
            )
            .row(language.pick("承继人", "successors"), successors.join(", "))
            .row(
                language.pick("登记机构", "authority"),
                succession.authority.to_string(),
            )
            .row(
                language.pick("提交", "filed"),
                format!(
                    "{} {}",
                    filer(&succession.filed_by),
                    words::moment(succession.filed_at)
                ),
            )
            .row(
                language.pick("已逐项分配", "assigned one by one"),
                format!("{assigned} / {}", known.len()),
            );
        Ok(match &succession.confirmed {
            Some(signed) => report.row(
                language.pick("确认", "confirmed"),
                words::signed(language, signed),
            ),
            None => report,
        })
    })
}
