//! `quanji case`: look at cases and take the steps of one.

mod acts;
mod show;

use clap::{Args, Subcommand};
use quanji_primitives::{AuthorityId, CaseId};

use super::{apply, context::Context, CommandResult};

/// `quanji case …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the cases in state
    List(List),
    /// Show everything about a case
    Show(One),
    /// Accept an application (examiner)
    Accept(One),
    /// Return an application once, with everything that is missing (examiner)
    Return(acts::Return),
    /// Complete a returned application: the whole application again (applicant)
    Resubmit(Box<Resubmit>),
    /// Record a service institution's report
    Report(acts::Report),
    /// Record findings and a decision for each claimed right (examiner)
    Examine(acts::Examine),
    /// Approve an examination (reviewer, another person than the examiner)
    Approve(One),
    /// Publish the examined description and start the public notice (examiner)
    Publish(acts::Publish),
    /// Enter a case whose notice has ended: object, rights, certificate (reviewer)
    Enter(One),
    /// Refuse an examined application (reviewer, another person than the examiner)
    Refuse(acts::Refuse),
    /// Withdraw an application (applicant)
    Withdraw(One),
    /// Remove an ended case from state (officer of its authority)
    Close(One),
}

/// A case.
#[derive(Debug, Args)]
pub struct One {
    /// The case: C1-1-T
    pub case: CaseId,
}

/// Arguments of `case list`.
#[derive(Debug, Args)]
pub struct List {
    /// Cases of this authority only: A1-Q
    #[arg(long)]
    pub authority: Option<AuthorityId>,
    /// Cases with this status only: filed, returned, never-filed, examining, awaiting-approval, awaiting-publication, in-notice, ready-to-enter, refused, withdrawn
    #[arg(long, value_name = "STATUS")]
    pub stage: Option<String>,
}

/// Arguments of `case resubmit`.
#[derive(Debug, Args)]
pub struct Resubmit {
    /// The case: C1-1-T
    case: CaseId,
    /// The whole application
    #[command(flatten)]
    application: apply::Application,
}

/// Runs a command of `quanji case`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::List(arguments) => show::list(context, &arguments),
        Command::Show(one) => show::show(context, one.case),
        Command::Accept(one) => acts::accept(context, one.case),
        Command::Return(arguments) => acts::return_for_completion(context, &arguments),
        Command::Resubmit(arguments) => apply::resubmit(context, arguments.case, &arguments.application),
        Command::Report(arguments) => acts::report(context, &arguments),
        Command::Examine(arguments) => acts::examine(context, &arguments),
        Command::Approve(one) => acts::approve(context, one.case),
        Command::Publish(arguments) => acts::publish(context, &arguments),
        Command::Enter(one) => acts::enter(context, one.case),
        Command::Refuse(arguments) => acts::refuse(context, &arguments),
        Command::Withdraw(one) => acts::withdraw(context, one.case),
        Command::Close(one) => acts::close(context, one.case),
    }
}
