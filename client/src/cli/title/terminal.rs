//! The document of a title report on a terminal.

use quanji_client::title::pdf::{Document, Part, Tone};
use serde_json::Value;

use super::super::output::Report;

/// The report for a terminal, with its JSON for programs.
pub fn report(document: &Document, json: Value) -> Report {
    let report = Report::new(json)
        .brief(document.foot.digest.clone())
        .text(format!("{}  {}", document.title, document.subtitle));
    let report = document.parts.iter().fold(report, part);
    let report = report.text("").text(document.foot.line.clone());
    let report = report.text(document.foot.digest.clone()).text("");
    document
        .foot
        .effect
        .iter()
        .fold(report, |report, text| report.text(text.clone()))
}

fn part(report: Report, part: &Part) -> Report {
    match part {
        Part::Heading(text) => report.text("").text(text.clone()),
        Part::Subheading(text) | Part::Text(text) => report.text(text.clone()),
        Part::Rows(rows) => rows.iter().fold(report, |report, (label, value)| {
            report.row(label.clone(), value.clone())
        }),
        Part::Remark {
            tone,
            text,
            reference,
        } => {
            let text = match reference.is_empty() {
                true => text.clone(),
                false => format!("{text}  [{reference}]"),
            };
            match tone {
                Tone::Good => report.done(text),
                Tone::Grave | Tone::Mind => report.caution(text),
            }
        }
        Part::Table { rows, .. } => report.table(rows.clone()),
    }
}
