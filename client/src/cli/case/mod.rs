//! `quanji case`: look at cases and take the steps of one.

mod decision;
mod examine;
mod intake;
mod list;
mod made_public;
mod notice;
mod public_notice;
mod publish_part;
mod published_text;
mod recorded;
mod review;
#[cfg(test)]
pub(super) mod sample;
mod show;
mod signing;
mod told;
mod told_of_cases;
mod told_of_rights;
mod told_of_securities;
mod told_to;

use clap::{Args, Subcommand};
use quanji_client::chain::{Chain, Finalised};
use quanji_primitives::{case::Case, clock::Due, CaseId};
use serde_json::{json, Value};

use super::{
    apply,
    capacity::Capacity,
    context::Context,
    exit::Failure,
    node::{in_block, not_found},
    output::Report,
    words, CommandResult,
};
pub use show::standing_of;
pub use signing::signatures;

/// `quanji case …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the cases in state, with what is overdue
    List(list::List),
    /// Show everything about a case: status, deadline, days, who must act next
    Show(One),
    /// Sign a dealing for which several apply together (each of them)
    Sign(OneOfParty),
    /// Consent to what a case does with a right, for whom a mark stands
    Consent(signing::Consent),
    /// Revoke such a consent before its use (who gave it)
    RevokeConsent(signing::Consent),
    /// Show the public notice of a case: its text, what is withheld, its days, and how to object
    Notice(public_notice::Show),
    /// List of what a party was told: cases with its data or collateral, inquiries, own motions, marks against its rights, ended
    /// rights, what befell its pledges and reservations
    Told(told::Told),
    /// Accept an application (examiner)
    Accept(One),
    /// Return an application once, with everything that is missing (examiner)
    Return(intake::Return),
    /// Complete a returned application: the whole application again (applicant)
    Resubmit(Box<Resubmit>),
    /// Record the delivery of the written notice that waits for it (examiner or registrar)
    Delivered(intake::Delivered),
    /// Acknowledge the written notice that waits for its delivery (applicant)
    Acknowledge(OneOfParty),
    /// Record a service institution's report
    Report(intake::Report),
    /// Ask the applicant for further proof; the clock pauses from delivery (examiner)
    Ask(review::Ask),
    /// Give the further proof that was asked for, all of it (applicant)
    Answer(review::Answer),
    /// Ask a third party in order to verify; the clock runs on (examiner)
    Inquire(review::Inquire),
    /// Record what came of an inquiry (examiner)
    InquiryAnswer(review::InquiryAnswer),
    /// Extend the time of review with a reason (examiner)
    Extend(review::Extend),
    /// Record findings and a decision for each claimed right (examiner)
    Examine(examine::Examine),
    /// Approve an examination (reviewer, another person than the examiner)
    Approve(One),
    /// Decide a request not to be published (examiner)
    Withhold(notice::Withhold),
    /// Publish the examined description and start the public notice (examiner)
    Publish(notice::Publish),
    /// Publish the description of the next part that a split takes off, before the notice (examiner)
    PublishPart(publish_part::PublishPart),
    /// Object in the public notice of a case, until its last second (any party but the applicants)
    Object(notice::Object),
    /// Decide an objection in the public notice (reviewer, another person than the examiner)
    DecideObjection(notice::DecideObjection),
    /// Enter a case whose notice has ended: object, rights, certificates (reviewer)
    Enter(decision::Enter),
    /// Refuse an application (reviewer, another person than the examiner)
    Refuse(decision::Refuse),
    /// Terminate the registration, which is no refusal (reviewer, another person than who handled it)
    Terminate(decision::Terminate),
    /// Ask once for re-assessment of a refusal (applicant)
    Appeal(decision::Appeal),
    /// Decide a re-assessment (reviewer who neither examined nor refused)
    DecideAppeal(decision::DecideAppeal),
    /// Withdraw an application (applicant)
    Withdraw(OneOfParty),
    /// Remove an ended case from state (officer of its authority)
    Close(One),
}

/// A case.
#[derive(Debug, Args)]
pub struct One {
    /// The case: C1-1-T
    pub case: CaseId,
}

/// A case in which a party acts.
#[derive(Debug, Args)]
pub struct OneOfParty {
    /// The case: C1-1-T
    pub case: CaseId,
    /// In which capacity
    #[command(flatten)]
    pub capacity: Capacity,
}

/// Arguments of `case resubmit`.
#[derive(Debug, Args)]
pub struct Resubmit {
    /// The case: C1-1-T
    case: CaseId,
    /// The whole application
    #[command(flatten)]
    application: apply::Application,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Runs a command of `quanji case`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::List(given) => list::list(context, &given),
        Command::Show(one) => show::show(context, one.case),
        Command::Sign(given) => signing::sign(context, &given),
        Command::Consent(given) => signing::consent(context, &given),
        Command::RevokeConsent(given) => signing::revoke_consent(context, &given),
        Command::Notice(given) => public_notice::show(context, &given),
        Command::Told(given) => told::told(context, &given),
        Command::Accept(one) => intake::accept(context, one.case),
        Command::Return(given) => intake::return_for_completion(context, &given),
        Command::Resubmit(given) => apply::resubmit(context, given.case, &given.application, &given.capacity),
        Command::Delivered(given) => intake::delivered(context, &given),
        Command::Acknowledge(given) => intake::acknowledge(context, &given),
        Command::Report(given) => intake::report(context, &given),
        Command::Ask(given) => review::ask(context, &given),
        Command::Answer(given) => review::answer(context, &given),
        Command::Inquire(given) => review::inquire(context, &given),
        Command::InquiryAnswer(given) => review::record_answer(context, &given),
        Command::Extend(given) => review::extend(context, &given),
        Command::Examine(given) => examine::examine(context, &given),
        Command::Approve(one) => examine::approve(context, one.case),
        Command::Withhold(given) => notice::withhold(context, &given),
        Command::Publish(given) => notice::publish(context, &given),
        Command::PublishPart(given) => publish_part::publish_part(context, &given),
        Command::Object(given) => notice::object(context, &given),
        Command::DecideObjection(given) => notice::decide_objection(context, &given),
        Command::Enter(given) => decision::enter(context, &given),
        Command::Refuse(given) => decision::refuse(context, &given),
        Command::Terminate(given) => decision::terminate(context, &given),
        Command::Appeal(given) => decision::appeal(context, &given),
        Command::DecideAppeal(given) => decision::decide_appeal(context, &given),
        Command::Withdraw(given) => intake::withdraw(context, &given),
        Command::Close(one) => intake::close(context, one.case),
    }
}

fn facts(case: CaseId) -> Value {
    json!({ "case": case.to_string() })
}

/// A step with a deadline that runs from it, or from a delivery that is not recorded yet.
fn timed(
    context: &Context,
    case: CaseId,
    done: &Finalised,
    what: &str,
    until: &str,
    due: Option<Due>,
) -> Report {
    let language = context.language;
    let report = Report::new(facts(case))
        .fact("due", due.map(words::due_json).into())
        .done(what)
        .row(language.pick("案件", "case"), case.to_string());
    let report = match due {
        Some(due) => report
            .brief(due.day.to_string())
            .row(until, words::due(language, due)),
        None => report.brief(case.to_string()).row(
            until,
            language.pick(
                "自通知送达之日起算",
                "runs from the day on which the notice is delivered",
            ),
        ),
    };
    in_block(language, report, done)
}

/// A case in state.
async fn in_state(chain: &Chain, id: CaseId) -> Result<Case, Failure> {
    chain
        .now()
        .await?
        .case(id)
        .await?
        .ok_or_else(|| not_found(id.to_string()))
}
