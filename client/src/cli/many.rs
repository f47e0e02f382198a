//! What the commands share that send many calls: what came of each, and what is wrong with those that failed.

use quanji_client::{
    chain::{Refusal, SubmitError},
    language::{Language, Localised},
};
use serde_json::{json, Value};

use super::{exit::Exit, output::Report};

/// Failures that are shown to people; programs get all.
const SHOWN_MAX: usize = 20;

/// What failed, and why.
#[derive(Debug)]
pub struct Failed {
    /// What it is, for people and in the error file.
    pub what: String,
    /// What it is, for programs.
    pub facts: Value,
    /// The rule that was broken, where a rule was.
    pub rule: Option<String>,
    detail: String,
    remedy: Option<String>,
}

impl Failed {
    /// Something that was not sent, or has no rule of the register.
    pub fn new(what: String, facts: Value, error: &dyn Localised, language: Language) -> Self {
        Self {
            what,
            facts,
            rule: None,
            detail: error.text(language),
            remedy: error.remedy(language),
        }
    }

    /// A call that failed.
    pub fn of_call(what: String, facts: Value, error: &SubmitError, language: Language) -> Self {
        match error {
            SubmitError::Refused(refusal) => Self::of_rule(what, facts, refusal, language),
            SubmitError::Chain(error) => Self::new(what, facts, error, language),
            SubmitError::Key(error) => Self::new(what, facts, error, language),
        }
    }

    fn of_rule(what: String, facts: Value, refusal: &Refusal, language: Language) -> Self {
        Self {
            rule: Some(refusal.rule()),
            ..Self::new(what, facts, refusal, language)
        }
    }

    /// The failure for programs: what it is, the rule, what is wrong, and what to do.
    pub fn to_json(&self) -> Value {
        let mut json = self.facts.clone();
        json["rule"] = json!(self.rule);
        json["detail"] = json!(self.detail);
        json["remedy"] = json!(self.remedy);
        json
    }
}

/// Adds what failed to a report, which then ends with the code of a refusal.
pub fn with_failures(language: Language, report: Report, failed: &[Failed]) -> Report {
    let all: Vec<_> = failed.iter().map(Failed::to_json).collect();
    let mut report = report.fact("refused", all.into());
    if failed.is_empty() {
        return report;
    }
    for one in failed.iter().take(SHOWN_MAX) {
        let remedy = one.remedy.as_deref().unwrap_or_default();
        report = report.caution(format!("{}: {}", one.what, one.detail));
        if !remedy.is_empty() {
            report = report.text(format!("    {remedy}"));
        }
    }
    let hidden = failed.len().saturating_sub(SHOWN_MAX);
    if hidden > 0 {
        report = report.text(language.pick(
            format!("    另有 {hidden} 项，见 --json 或错误文件"),
            format!("    and {hidden} more: see --json or the error file"),
        ));
    }
    report.ending(Exit::Refused)
}

/// The names of the columns of an error file.
const HEAD: [&str; 4] = ["what", "rule", "problem", "remedy"];

/// What failed, as CSV.
pub fn to_csv(failed: &[Failed]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(HEAD).and_then(|()| {
        failed.iter().try_for_each(|one| {
            let rule = one.rule.as_deref().unwrap_or_default();
            let remedy = one.remedy.as_deref().unwrap_or_default();
            writer.write_record([&one.what, rule, &one.detail, remedy])
        })
    });
    // Nothing fails to be written to memory.
    match (written, writer.into_inner()) {
        (Ok(()), Ok(content)) => content,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal() -> SubmitError {
        Refusal::of_pallet("Registry", "OwnCase", &["Own case.".to_owned()]).into()
    }

    #[test]
    fn a_failure_names_rule_and_remedy_and_decides_the_exit_code() {
        let failed = [Failed::of_call(
            "3".into(),
            json!({ "index": 3 }),
            &refusal(),
            Language::English,
        )];
        let json = failed[0].to_json();
        assert_eq!(
            (&json["index"], &json["rule"]),
            (&3.into(), &"Registry::OwnCase".into())
        );
        assert!(json["remedy"].is_string());
        let report = with_failures(Language::English, Report::new(json!({})), &failed);
        assert_eq!(report.exit(), Exit::Refused);
        let report = with_failures(Language::English, Report::new(json!({})), &[]);
        assert_eq!(report.exit(), Exit::Ok);
        let csv = String::from_utf8(to_csv(&failed)).unwrap();
        assert!(
            csv.starts_with("what,rule,problem,remedy\n3,Registry::OwnCase,"),
            "{csv}"
        );
    }
}
