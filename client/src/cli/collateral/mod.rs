//! `quanji pledge` and `quanji reserve`: collateral by deed, from its proposal to its release.

mod alone;
mod given;
mod offered;
mod propose;
#[cfg(test)]
mod sample;
mod searched;
mod show;
mod terms;
mod waiting;

use clap::Subcommand;

use super::{context::Context, node::Subject, CommandResult};
use quanji_primitives::DeedId;

/// `quanji pledge …`
#[derive(Debug, Subcommand)]
pub enum PledgeCommand {
    /// Propose a pledge, and sign it (a holder, or the pledgee)
    Propose(propose::Pledge),
    /// Sign a deed; the last signature carries it out at once
    Sign(propose::Sign),
    /// Withdraw a deed that waits for signatures, or decline it (any side)
    Withdraw(propose::Which),
    /// Propose that a pledge secures another sum, and sign that (either side)
    Amend(propose::Amend),
    /// Propose that a pledge stays registered for longer, and sign that (either side)
    Extend(propose::Extend),
    /// Propose that another party is secured, and sign that (pledgee, or who would be)
    Assign(propose::Assign),
    /// Propose that a pledge steps back behind a later one, and sign that (either pledgee)
    Subordinate(propose::Subordinate),
    /// Propose to enforce a pledge by an agreement made after its default notice, and sign that (pledgee, holder, receiver)
    Enforce(propose::Enforce),
    /// Release a pledge, or some of its rights (pledgee)
    Release(alone::Release),
    /// Record number and time in a statutory register, such as 中登网 (pledgee)
    Statutory(alone::Record),
    /// Demand the release of a pledge (who holds what is pledged)
    Demand(alone::Demand),
    /// Record a default notice (pledgee)
    Default(alone::Default),
    /// Show a pledge, a reservation, or a deed that waits
    Show(show::One),
    /// List the ranks on a right, and the deeds that wait about its object
    List(show::List),
}

/// `quanji reserve …`
#[derive(Debug, Subcommand)]
pub enum ReserveCommand {
    /// Propose to reserve a place, and sign that (financier, or a holder)
    Propose(propose::Reserve),
    /// Sign a deed; the last signature carries it out at once
    Sign(propose::Sign),
    /// Withdraw a deed that waits for signatures, or decline it (any side)
    Withdraw(propose::Which),
    /// Give a reservation up before its end (financier)
    GiveUp(propose::Which),
    /// Show a reservation, or a deed that waits
    Show(show::One),
}

/// Runs a command of `quanji pledge`.
pub fn run_pledge(context: &Context, command: PledgeCommand) -> CommandResult {
    match command {
        PledgeCommand::Propose(given) => propose::pledge(context, &given),
        PledgeCommand::Sign(given) => propose::sign(context, &given),
        PledgeCommand::Withdraw(given) => propose::withdraw(context, &given),
        PledgeCommand::Amend(given) => propose::amend(context, &given),
        PledgeCommand::Extend(given) => propose::extend(context, &given),
        PledgeCommand::Assign(given) => propose::assign(context, &given),
        PledgeCommand::Subordinate(given) => propose::subordinate(context, &given),
        PledgeCommand::Enforce(given) => propose::enforce(context, &given),
        PledgeCommand::Release(given) => alone::release(context, &given),
        PledgeCommand::Statutory(given) => alone::record(context, &given),
        PledgeCommand::Demand(given) => alone::demand(context, &given),
        PledgeCommand::Default(given) => alone::default(context, &given),
        PledgeCommand::Show(one) => show::show(context, one.deed),
        PledgeCommand::List(given) => show::list(context, given.right),
    }
}

/// Runs a command of `quanji reserve`.
pub fn run_reserve(context: &Context, command: ReserveCommand) -> CommandResult {
    match command {
        ReserveCommand::Propose(given) => propose::reserve(context, &given),
        ReserveCommand::Sign(given) => propose::sign(context, &given),
        ReserveCommand::Withdraw(given) => propose::withdraw(context, &given),
        ReserveCommand::GiveUp(given) => alone::give_up(context, &given),
        ReserveCommand::Show(one) => show::show(context, one.deed),
    }
}

/// The deed as a subject of a report.
fn subject(deed: DeedId) -> Subject {
    Subject::new("deed", "契据", deed)
}
