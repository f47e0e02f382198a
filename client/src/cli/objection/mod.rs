//! `quanji objection`: objections after entry (NG 29), from their filing to their end.

mod file;
mod holds;
mod officers;
mod show;
mod sides;
mod standing;

use clap::{Args, Subcommand};
use quanji_client::chain::Finalised;
use quanji_primitives::{clock::Due, ObjectionId};

use super::{
    context::Context,
    node::{in_block, Subject},
    output::Report,
    words, CommandResult,
};

/// `quanji objection …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Object to registered rights, at any time after their entry
    File(file::File),
    /// Return an incomplete objection once, with a letter that says what is missing (examiner)
    Return(officers::Told),
    /// Complete a returned objection: all documents again (objector)
    Complete(file::Complete),
    /// Find an objection complete, tell the registrant, and set its notice on the rights (examiner)
    Notify(officers::Told),
    /// Record the delivery of the written notice that waits for it (examiner or registrar)
    Delivered(officers::Delivered),
    /// Answer an objection: agree, or contest it with an explanation (registrant)
    Answer(sides::Answer),
    /// Propose a conclusion on a contested or unanswered objection (examiner)
    Conclude(officers::Conclude),
    /// Accept the conclusion (objector or registrant)
    Accept(sides::Reply),
    /// Decline the conclusion, which so changes nothing (objector or registrant)
    Decline(sides::Reply),
    /// Prove in time that a court or arbitral body took the matter (objector or registrant)
    CourtProof(sides::CourtProof),
    /// Decide an objection as a binding judgment or award says (reviewer)
    Judgment(officers::Judgment),
    /// Carry out what was decided (reviewer, another person than who concluded)
    Execute(One),
    /// Carry out a change that was decided: correct the facts (reviewer, another person than who concluded)
    ExecuteChange(officers::ExecuteChange),
    /// Withdraw an objection that is not decided (objector)
    Withdraw(sides::Reply),
    /// Close a lapsed objection: its notice ends (officer)
    Close(One),
    /// Propose to hold the contested rights until a day, with reasons (examiner or reviewer)
    Hold(holds::Hold),
    /// Confirm a proposed hold, which so stands (another examiner or reviewer)
    ConfirmHold(One),
    /// Lift a hold before its end, or give its proposal up (examiner or reviewer)
    LiftHold(holds::Lift),
    /// Show everything about an objection
    Show(One),
    /// List the objections on an object, ended ones too, or the open ones of an authority
    List(show::List),
}

/// An objection.
#[derive(Debug, Args)]
pub struct One {
    /// The objection: J1-1-2
    pub objection: ObjectionId,
}

/// Runs a command of `quanji objection`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::File(given) => file::file(context, &given),
        Command::Return(given) => officers::return_objection(context, &given),
        Command::Complete(given) => file::complete(context, &given),
        Command::Notify(given) => officers::notify(context, &given),
        Command::Delivered(given) => officers::delivered(context, &given),
        Command::Answer(given) => sides::answer(context, &given),
        Command::Conclude(given) => officers::conclude(context, &given),
        Command::Accept(given) => sides::reply(context, &given, true),
        Command::Decline(given) => sides::reply(context, &given, false),
        Command::CourtProof(given) => sides::court_proof(context, &given),
        Command::Judgment(given) => officers::judgment(context, &given),
        Command::Execute(one) => officers::execute(context, one.objection),
        Command::ExecuteChange(given) => officers::execute_change(context, &given),
        Command::Withdraw(given) => sides::withdraw(context, &given),
        Command::Close(one) => officers::close(context, one.objection),
        Command::Hold(given) => holds::propose(context, &given),
        Command::ConfirmHold(one) => holds::confirm(context, one.objection),
        Command::LiftHold(given) => holds::lift(context, &given),
        Command::Show(one) => show::show(context, one.objection),
        Command::List(given) => show::list(context, &given),
    }
}

/// The objection as a subject of a report.
fn subject(objection: ObjectionId) -> Subject {
    Subject::new("objection", "异议", objection)
}

/// A step of an objection, with the deadline that runs from it.
fn step(
    context: &Context,
    objection: ObjectionId,
    done: &Finalised,
    what: &str,
    until: (&str, &str),
    due: Option<Due>,
) -> Report {
    let language = context.language;
    let undelivered = language.pick("自通知送达时起算", "runs from the delivery of the notice");
    let last = due.map_or_else(|| undelivered.to_owned(), |due| words::due(language, due));
    let report = Report::new(serde_json::json!({
        "objection": objection.to_string(),
        "due": due.map(words::due_json),
    }))
    .brief(objection.to_string())
    .done(what)
    .row(language.pick("异议", "objection"), objection.to_string())
    .row(language.pick(until.0, until.1), last);
    in_block(language, report, done)
}
