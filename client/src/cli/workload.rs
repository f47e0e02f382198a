//! `quanji workload` and `quanji statistics`: what waits at an authority, and how ended cases went (S044, NG 10(3)).

use clap::Args;
use quanji_client::{
    chain::{Load, Statistics},
    language::Language,
};
use quanji_primitives::{certificate_number::NumberingMonth, AuthorityId};
use serde_json::{json, Value};

use super::{
    context::Context,
    node::{not_found, with_view},
    output::Report,
    words, CommandResult,
};

/// Arguments of `workload`.
#[derive(Debug, Args)]
pub struct Workload {
    /// The authority: A1-Q
    authority: AuthorityId,
}

/// Arguments of `statistics`.
#[derive(Debug, Args)]
pub struct OfMonth {
    /// The authority: A1-Q
    authority: AuthorityId,
    /// The month in which the cases ended: 2026-11
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    month: NumberingMonth,
}

fn month(text: &str) -> Result<NumberingMonth, String> {
    const FORM: &str = "write YYYY-MM, for example 2026-11";
    let (year, month) = text.split_once('-').ok_or(FORM)?;
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) {
        return Err(FORM.into());
    }
    let found = NumberingMonth {
        year: year.parse().map_err(|_| FORM)?,
        month: month.parse().map_err(|_| FORM)?,
    };
    (1..=12)
        .contains(&found.month)
        .then_some(found)
        .ok_or_else(|| FORM.into())
}

fn load_json(load: &Load) -> Value {
    json!({
        "open": load.open, "waiting": load.waiting, "overdue": load.overdue,
        "overdue_days_max": load.overdue_days_max,
    })
}

fn load_row(who: String, load: &Load) -> Vec<String> {
    vec![
        who,
        load.open.to_string(),
        load.waiting.to_string(),
        load.overdue.to_string(),
        load.overdue_days_max.to_string(),
    ]
}

/// What waits at an authority, for each officer and without one, and what is overdue.
pub fn workload(context: &Context, given: &Workload) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let authority = given.authority;
        let known = view.authority(authority).await?;
        known.ok_or_else(|| not_found(authority.to_string()))?;
        let found = view.workload(authority).await?;
        let mut rows = vec![[
            language.pick("经办", "handled by"),
            language.pick("在办", "open"),
            language.pick("待机构办理", "waiting for the authority"),
            language.pick("其中逾期", "of these overdue"),
            language.pick("最长逾期（工作日）", "longest (working days)"),
        ]
        .map(str::to_owned)
        .to_vec()];
        let officers = found.officers.iter();
        rows.extend(officers.map(|(officer, load)| load_row(officer.to_string(), load)));
        rows.push(load_row(
            language.pick("未分派", "nobody yet").to_owned(),
            &found.unassigned,
        ));
        rows.push(load_row(language.pick("合计", "all").to_owned(), &found.total));
        let officers = found.officers.iter().map(|(officer, load)| {
            let mut json = load_json(load);
            json["officer"] = officer.to_string().into();
            json
        });
        let json = json!({
            "authority": authority.to_string(), "now": found.now.to_string(), "total": load_json(&found.total),
            "unassigned": load_json(&found.unassigned), "officers": officers.collect::<Vec<_>>(),
        });
        Ok(Report::new(json)
            .brief(found.total.waiting.to_string())
            .row(language.pick("登记机构", "authority"), authority.to_string())
            .row(
                language.pick("登记时间", "register time"),
                words::moment(found.now),
            )
            .table(rows))
    })
}

/// How the cases went that ended in a month.
pub fn statistics(context: &Context, given: &OfMonth) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let (authority, month) = (given.authority, given.month);
        let known = view.authority(authority).await?;
        known.ok_or_else(|| not_found(authority.to_string()))?;
        let found = view.statistics(authority, month).await?;
        let month = format!("{:04}-{:02}", month.year, month.month);
        let json = json!({
            "authority": authority.to_string(), "month": month, "ended": found.ended(), "entered": found.entered,
            "refused": found.refused, "terminated": found.terminated, "withdrawn": found.withdrawn,
            "accepted": found.accepted, "by_silence": found.by_silence, "working_days": found.working_days,
            "working_days_average": average(&found), "working_days_max": found.working_days_max,
            "over_limit": found.over_limit, "never_filed": found.never_filed,
        });
        let report = Report::new(json)
            .brief(found.ended().to_string())
            .row(language.pick("登记机构", "authority"), authority.to_string())
            .row(language.pick("月份", "month"), month);
        Ok(counts(language, &found, report))
    })
}

/// Working days on average, with one decimal.
fn average(found: &Statistics) -> Option<String> {
    let tenths = found.tenths_of_days_on_average()?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

fn counts(language: Language, found: &Statistics, mut report: Report) -> Report {
    for (chinese, english, count) in [
        ("办结", "ended", found.ended()),
        ("其中登记", "of these entered", found.entered),
        ("不予登记", "refused", found.refused),
        ("终止登记", "terminated", found.terminated),
        ("撤回", "withdrawn", found.withdrawn),
        ("视为未申请", "never filed", found.never_filed),
        ("曾受理", "had been accepted", found.accepted),
        ("其中视为受理", "of these by silence", found.by_silence),
        ("超过审查期限", "over the time of review", found.over_limit),
    ] {
        report = report.row(language.pick(chinese, english), count.to_string());
    }
    if let Some(average) = average(found) {
        report = report.row(
            language.pick("审查用时（工作日）", "working days of review"),
            language.pick(
                format!("平均 {average}，最长 {}", found.working_days_max),
                format!("{average} on average, {} at most", found.working_days_max),
            ),
        );
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read() {
        let november = NumberingMonth {
            year: 2026,
            month: 11,
        };
        assert_eq!(month("2026-11"), Ok(november));
        for text in ["", "2026", "2026-13", "2026-00", "26-11", "2026-1", "+026-11"] {
            assert!(month(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_on_average_have_one_decimal() {
        let found = Statistics {
            accepted: 3,
            working_days: 40,
            ..Statistics::default()
        };
        assert_eq!(average(&found).as_deref(), Some("13.3"));
        assert_eq!(average(&Statistics::default()), None);
    }
}
