//! What the reader keeps: the log of reports, and searches of other registers.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    language::Language,
    title::{
        chained::Line,
        reads::{self, Read},
        searches::{self, moment, Outcome, Register, Search},
    },
};
use quanji_primitives::{clock::Moment, PartyId};
use serde_json::json;

use super::{
    super::{
        context::Context,
        node::{bad_value, coded, digest},
        output::Report,
        CommandResult,
    },
    words, Records,
};

/// Arguments of `title log`.
#[derive(Debug, Args)]
pub struct Log {
    #[command(flatten)]
    records: Records,
}

/// `quanji title search …`
#[derive(Debug, Subcommand)]
pub enum SearchCommand {
    /// Record a search: where, its number, when, what was found
    Record(Record),
    /// List the recorded searches
    List(List),
}

/// Arguments of `title search record`.
#[derive(Debug, Args)]
pub struct Record {
    /// Where: movable-finance (中登网), data-intellectual-property, other
    #[arg(long, value_parser = coded::<Register>)]
    register: Register,
    /// About whose holdings: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    debtor: PartyId,
    /// Number of the search or of its certificate
    #[arg(long, value_name = "NUMBER")]
    number: String,
    /// When, in China: 2026-11-09T09:30
    #[arg(long, value_name = "TIME")]
    at: String,
    /// What was found: none, found
    #[arg(long, value_name = "RESULT", value_parser = coded::<Outcome>)]
    result: Outcome,
    /// The answer as it was kept, a file or its digest
    #[arg(long, value_name = "FILE|DIGEST")]
    answer: String,
    #[command(flatten)]
    records: Records,
}

/// Arguments of `title search list`.
#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    records: Records,
}

/// Shows the log.
pub fn log(context: &Context, given: &Log) -> CommandResult {
    let language = context.language;
    let folder = given.records.folder()?;
    let lines = reads::all(&folder)?;
    let head = last_digest(&lines);
    let file = reads::file(&folder).display().to_string();
    let json = json!({ "file": file, "last": head, "reads": lines });
    let report = whole(language, Report::new(json), lines.len(), &file);
    let head_row = [
        language.pick("次", "no."),
        language.pick("时间", "time"),
        language.pick("对象", "about"),
        language.pick("区块", "block"),
        language.pick("同意人", "consent of"),
        language.pick("用途", "purpose"),
        language.pick("报告摘要", "report"),
    ];
    let mut rows = vec![head_row.map(str::to_owned).to_vec()];
    rows.extend(lines.iter().map(|line| read_row(language, line)));
    let report = if lines.is_empty() {
        report
    } else {
        report.table(rows)
    };
    Ok(report.row(language.pick("末行摘要", "last digest"), head))
}

fn read_row(language: Language, line: &Line<Read>) -> Vec<String> {
    let read = &line.record;
    let consent_of = match read.is_extract() {
        true => language.pick("摘要", "extract").to_owned(),
        false => read.holders.join(", "),
    };
    let purpose = match read.purpose.is_empty() {
        true => "—".to_owned(),
        false => read.purpose.clone(),
    };
    vec![
        line.no.to_string(),
        read.at.clone(),
        read.subject.clone(),
        read.block.to_string(),
        consent_of,
        purpose,
        read.report.chars().take(21).collect(),
    ]
}

/// Records a search, or lists them.
pub fn search(context: &Context, command: SearchCommand) -> CommandResult {
    match command {
        SearchCommand::Record(given) => record(context, &given),
        SearchCommand::List(given) => list(context, &given),
    }
}

fn record(context: &Context, given: &Record) -> CommandResult {
    let language = context.language;
    let folder: PathBuf = given.records.folder()?;
    let at = moment(&given.at).ok_or_else(|| bad_value("--at", &given.at, "2026-11-09T09:30"))?;
    let short = !given.number.is_empty() && given.number.chars().count() <= 64;
    if !short || given.number.chars().any(char::is_control) {
        return Err(bad_value("--number", &given.number, "1-64"));
    }
    let search = Search {
        register: given.register,
        number: given.number.clone(),
        at: at.to_string(),
        outcome: given.result,
        debtor: given.debtor.to_string(),
        digest: digest(context, &given.answer)?.to_string(),
    };
    let line = searches::record(&folder, search.clone())?;
    let register = words::register(language, given.register);
    let json = json!({ "no": line.no, "search": search, "digest": line.digest });
    let report = Report::new(json).brief(line.digest.clone()).done(language.pick(
        format!("已记录 {register} 查询 {}", given.number),
        format!("recorded: search {} of {register}", given.number),
    ));
    Ok(report
        .row(language.pick("时间", "time"), at.to_string())
        .row(
            language.pick("结果", "result"),
            words::outcome(language, given.result),
        )
        .row(language.pick("文件摘要", "digest of the answer"), search.digest))
}

fn list(context: &Context, given: &List) -> CommandResult {
    let language = context.language;
    let folder = given.records.folder()?;
    let lines = searches::all(&folder)?;
    let file = searches::file(&folder).display().to_string();
    let json = json!({ "file": file, "last": last_digest(&lines), "searches": lines });
    let report = whole(language, Report::new(json), lines.len(), &file);
    if lines.is_empty() {
        return Ok(report);
    }
    let head = [
        language.pick("登记系统", "register"),
        language.pick("编号", "number"),
        language.pick("时间", "time"),
        language.pick("债务人", "debtor"),
        language.pick("结果", "result"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(lines.iter().map(|line| {
        let search = &line.record;
        let at = search.moment().unwrap_or(Moment(0));
        vec![
            words::register(language, search.register).to_owned(),
            search.number.clone(),
            super::super::words::moment(at),
            search.debtor.clone(),
            words::outcome(language, search.outcome).to_owned(),
        ]
    }));
    Ok(report.table(rows))
}

fn last_digest<T>(lines: &[Line<T>]) -> String {
    lines
        .last()
        .map_or_else(|| "—".to_owned(), |line| line.digest.clone())
}

fn whole(language: Language, report: Report, count: usize, file: &str) -> Report {
    report.done(language.pick(
        format!("{file}：共 {count} 行，前后相衔接"),
        format!("{file}: {count} line(s), each following from the one before"),
    ))
}
