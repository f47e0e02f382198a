//! `quanji import`: earlier registrations of other systems from a CSV or JSON file (NG 41), and their review.

mod lookup;
mod review;
mod tally;

use std::{
    cell::RefCell,
    fs::File,
    path::{Path, PathBuf},
    thread::JoinHandle,
    time::Instant,
};

use clap::{Args, Subcommand};
use futures::{channel::mpsc, SinkExt, StreamExt};
use quanji_client::{
    application::regime_system,
    chain::{api, Chain, ChainError, News, Static, View},
    files::Access,
    importing::{read, FileProblem, Format, ReadRow},
    keys::Signer,
};
use quanji_primitives::{authority::Officer, imported::EarlierRegistration, OfficerId};
use serde_json::json;

use super::{
    context::Context,
    exit::{Exit, Failure},
    node::{bad_value, not_found, with_chain},
    output::Report,
    CommandResult,
};
use lookup::Lookup;
use tally::Tally;

/// Rows that are read ahead.
const READ_AHEAD: usize = 256;

/// Rows whose holders are looked up at once.
const LOOKED_UP_AT_ONCE: usize = 16;

/// Arguments of `import`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Another command than to import
    #[command(subcommand)]
    command: Option<Command>,
    /// What to import
    #[command(flatten)]
    given: Option<Import>,
}

/// What is imported, and how.
#[derive(Debug, Args)]
pub struct Import {
    /// File of earlier registrations, .csv or .json, as docs/import.md describes
    file: PathBuf,
    /// Write every row that was not imported to this CSV file, with line, column, rule and remedy; it is replaced
    #[arg(long, value_name = "FILE")]
    errors: PathBuf,
    /// The regime by which the registrations are kept from now on
    #[arg(long, default_value = "national-2026")]
    regime: String,
    /// Check every row and look up its holders, and send nothing
    #[arg(long)]
    dry_run: bool,
}

/// `quanji import …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Record that imported registrations were reviewed (reviewer, another officer than who imported)
    Review(review::Review),
}

quanji_client::messages! {
    /// What stands against an import.
    enum Message {
        /// The key is no officer's.
        NotAnOfficer { account: String } =>
            zh "账户 {account} 不属于在任人员", remedy "由登记机构的主体管理员导入";
            en "the account {account} belongs to no officer in office", remedy "a registrar of the authority imports";
        /// The run was broken off.
        BrokenOff { reason: String, imported: u64 } =>
            zh "导入中断：{reason}；此前已导入 {imported} 行", remedy "请排除原因后再次运行同一命令：已导入的行会被识别";
            en "the import was broken off: {reason}; {imported} rows were imported before",
                remedy "remove the cause and run the same command again: imported rows are told apart";
    }
}

impl From<FileProblem> for Failure {
    fn from(problem: FileProblem) -> Self {
        let exit = match &problem {
            FileProblem::Unreadable { .. } => Exit::File,
            _ => Exit::InputInvalid,
        };
        Self::new(exit, problem)
    }
}

/// Runs `quanji import`.
pub fn run(context: &Context, arguments: Arguments) -> CommandResult {
    match (arguments.command, arguments.given) {
        (Some(Command::Review(given)), _) => review::run(context, &given),
        (None, Some(given)) => import(context, &given),
        // The parser asks for one of the two.
        (None, None) => Err(super::node::arguments("FILE")),
    }
}

fn unreadable(error: &std::io::Error) -> FileProblem {
    FileProblem::Unreadable {
        reason: error.to_string(),
    }
}

/// How many rows a file has; one that is no import file is known before anything is sent.
fn count(file: &Path, format: Format) -> Result<u64, FileProblem> {
    let mut rows = 0;
    let content = File::open(file).map_err(|error| unreadable(&error))?;
    read(content, format, &mut |_| {
        rows += 1;
        true
    })?;
    Ok(rows)
}

/// The rows as they are read, and what came of the reading.
struct Reading {
    rows: mpsc::Receiver<ReadRow>,
    thread: JoinHandle<Result<(), FileProblem>>,
}

/// Reads the rows in a thread of its own, no further ahead than they are taken.
fn read_ahead(file: &Path, format: Format) -> Result<Reading, FileProblem> {
    let content = File::open(file).map_err(|error| unreadable(&error))?;
    let (mut sender, receiver) = mpsc::channel(READ_AHEAD);
    let reading = std::thread::spawn(move || {
        read(content, format, &mut |row| {
            futures::executor::block_on(sender.send(row)).is_ok()
        })
    });
    Ok(Reading {
        rows: receiver,
        thread: reading,
    })
}

/// The officer whose key signs.
async fn officer(view: &View, signer: &dyn Signer) -> Result<(OfficerId, Officer), Failure> {
    let account = signer.address();
    let officer = view.officer_of(signer.public()).await?;
    officer.ok_or_else(|| Failure::new(Exit::Refused, Message::NotAnOfficer { account }))
}

fn import(context: &Context, given: &Import) -> CommandResult {
    let format = Format::of_name(&given.file)?;
    let total = count(&given.file, format)?;
    let system =
        regime_system(&given.regime).ok_or_else(|| bad_value("--regime", &given.regime, "national-2026"))?;
    // Nobody should learn at the end of a long run that its errors cannot be written.
    let tally = RefCell::new(Tally::new(context, total));
    write_errors(context, given, &tally.borrow())?;
    let signer = context.signer()?;
    let signer = &*signer;
    let started = Instant::now();
    let outcome = with_chain(context, |chain| {
        let tally = &tally;
        async move {
            let view = chain.now().await?;
            let (_, officer) = officer(&view, signer).await?;
            let regime = view.current_regime(system).await?;
            let regime = regime.ok_or_else(|| not_found(given.regime.clone()))?.id;
            let lookup = Lookup::new(&chain, view, officer.authority, regime);
            let rows = read_ahead(&given.file, format)?;
            follow(&chain, signer, given, &lookup, rows, tally).await
        }
    });
    let tally = tally.into_inner();
    write_errors(context, given, &tally)?;
    outcome.map_err(|failure| broken_off(context, failure, &tally))?;
    Ok(report(context, given, &tally, started))
}

/// Sends what can be sent, and counts what came of each row.
async fn follow(
    chain: &Chain,
    signer: &dyn Signer,
    given: &Import,
    lookup: &Lookup<'_>,
    reading: Reading,
    tally: &RefCell<Tally<'_>>,
) -> Result<(), Failure> {
    let lost: RefCell<Option<ChainError>> = RefCell::new(None);
    let calls = reading
        .rows
        .map(|row| lookup.prepare(row))
        .buffered(LOOKED_UP_AT_ONCE)
        .scan((), |(), prepared| {
            // The register cannot be asked any more: nothing further is sent.
            let next = prepared.map_err(|error| *lost.borrow_mut() = Some(error));
            futures::future::ready(next.ok())
        })
        .filter_map(|prepared| futures::future::ready(tally.borrow_mut().sort(prepared)));
    if given.dry_run {
        calls
            .for_each(|_| {
                tally.borrow_mut().fits();
                futures::future::ready(())
            })
            .await;
    } else {
        let calls = calls.map(|(row, earlier): (_, EarlierRegistration)| {
            (row, api::transactions().registry().import(Static(earlier)))
        });
        let tell = &mut |news: News<'_, _>| match news {
            News::Settled(row, result) => tally.borrow_mut().settled(row, result.map(|_| ())),
            News::Resting(refusal) => tally.borrow_mut().resting(&refusal),
        };
        chain.submit_many(signer, calls, tell).await?;
    }
    if let Some(error) = lost.into_inner() {
        return Err(error.into());
    }
    // The file was read once before; a thread that ends otherwise than with a result is a fault of this program.
    match reading.thread.join() {
        Ok(read) => Ok(read?),
        Err(_) => Err(unreadable(&std::io::Error::other("-")).into()),
    }
}

fn write_errors(context: &Context, given: &Import, tally: &Tally<'_>) -> Result<(), Failure> {
    context.write(&given.errors, &tally.errors.to_csv(), Access::Public, true)
}

fn broken_off(context: &Context, failure: Failure, tally: &Tally<'_>) -> Failure {
    let reason = failure.detail(context.language);
    Failure::new(
        failure.exit(),
        Message::BrokenOff {
            reason,
            imported: tally.done,
        },
    )
    .with_fact("imported", tally.done)
    .with_fact("already_imported", tally.already)
}

fn report(context: &Context, given: &Import, tally: &Tally<'_>, started: Instant) -> Report {
    let language = context.language;
    let seconds = started.elapsed().as_secs_f64();
    let tenths = |number: f64| (number * 10.0).round() / 10.0;
    #[allow(clippy::cast_precision_loss, reason = "a rate needs no sixteen digits")]
    let rate = tenths(tally.done as f64 / seconds.max(0.001));
    let errors = given.errors.display().to_string();
    let mut report = Report::new(json!({
        "rows": tally.total,
        "imported": tally.done,
        "already_imported": tally.already,
        "not_imported": tally.failed,
        "errors": errors,
        "dry_run": given.dry_run,
        "seconds": tenths(seconds),
        "rows_per_second": rate,
    }))
    .brief(tally.done.to_string());
    report = if given.dry_run {
        let checked = language.pick("各行已核对，未提交", "every row is checked; nothing was sent");
        report.done(checked).row(
            language.pick("可以导入", "can be imported"),
            tally.done.to_string(),
        )
    } else {
        report
            .done(language.pick("导入结束", "import ended"))
            .row(language.pick("已导入", "imported"), tally.done.to_string())
            .row(language.pick("每秒行数", "rows per second"), format!("{rate:.1}"))
    };
    report = report
        .row(
            language.pick("此前已导入", "already imported"),
            tally.already.to_string(),
        )
        .row(language.pick("未导入", "not imported"), tally.failed.to_string());
    if tally.failed > 0 {
        let look = language.pick(
            format!("{errors} 列出未导入的行、原因与办法；更正后可再次运行"),
            format!("{errors} lists what was not imported, why, and what to do; correct it and run again"),
        );
        report = report.caution(look).ending(Exit::Refused);
    }
    report
}
