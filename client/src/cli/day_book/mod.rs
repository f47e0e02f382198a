//! The day book 登记日记: `quanji seizure`, `quanji control` and `quanji daybook`.

mod given;
mod second;
mod show;
mod stamping;
mod words;

use clap::{Args, Subcommand};
use quanji_client::language::Language;
use quanji_primitives::{AuthorityId, StampId};

use super::{context::Context, node::Subject, CommandResult};

pub use given::Rights;
pub use words::{entered_between, organ, remover, remover_json};

/// What the commands of `seizure` and `control` set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Seizures and other preservation.
    Seizure,
    /// Administrative control.
    Control,
}

/// `quanji seizure …` and `quanji control …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Stamp an instrument on receipt: it blocks at once, and falls unless a second person confirms it (registrar, examiner or day-book keeper)
    Stamp(stamping::Stamp),
    /// Confirm a stamp within one working day (reviewer, another person than who stamped)
    Confirm(One),
    /// Reject a stamp within one working day: what it did is undone (reviewer, another person than who stamped)
    Reject(second::Reject),
    /// Stamp an instrument of release: it ends when a second person has confirmed it
    Release(stamping::Release),
    /// Stamp an instrument of renewal before the end: the rank stays
    Renew(stamping::Renew),
    /// Show a stamp, and what it set as it stands now
    Show(One),
}

/// `quanji daybook …`
#[derive(Debug, Subcommand)]
pub enum BookCommand {
    /// List the day book of an authority
    List(List),
    /// Show a stamp, and what it set as it stands now
    Show(One),
    /// Stamp an instrument that ends rights: extinction, revocation, a binding judgment or award
    End(stamping::End),
    /// Stamp a ruling by which the court with the first-rank seizure transfers what it has seized
    Transfer(stamping::Transfer),
    /// Carry out a stamped instrument that ends or transfers rights (reviewer, another person than who stamped)
    CarryOut(One),
}

/// A stamp.
#[derive(Debug, Args)]
pub struct One {
    /// The stamp: B1-1-S
    stamp: StampId,
}

/// Arguments of `daybook list`.
#[derive(Debug, Args)]
pub struct List {
    /// The authority: A1-Q
    #[arg(long)]
    authority: AuthorityId,
    /// From this number on
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    from: u64,
}

/// Runs a command of `quanji seizure` or `quanji control`.
pub fn run(context: &Context, kind: Kind, command: Command) -> CommandResult {
    match command {
        Command::Stamp(given) => stamping::stamp(context, kind, &given),
        Command::Confirm(one) => second::confirm(context, one.stamp),
        Command::Reject(given) => second::reject(context, &given),
        Command::Release(given) => stamping::release(context, &given),
        Command::Renew(given) => stamping::renew(context, &given),
        Command::Show(one) => show::show(context, one.stamp),
    }
}

/// Runs a command of `quanji daybook`.
pub fn run_book(context: &Context, command: BookCommand) -> CommandResult {
    match command {
        BookCommand::List(given) => show::list(context, given.authority, given.from),
        BookCommand::Show(one) => show::show(context, one.stamp),
        BookCommand::Transfer(given) => stamping::transfer(context, &given),
        BookCommand::End(given) => stamping::end(context, &given),
        BookCommand::CarryOut(one) => second::carry_out(context, one.stamp),
    }
}

/// The stamp as a subject of a report.
fn subject(stamp: StampId) -> Subject {
    Subject::new("stamp", "登记日记编号", stamp)
}

/// What a stamp is called.
fn label(language: Language) -> &'static str {
    language.pick("登记日记编号", "stamp")
}
