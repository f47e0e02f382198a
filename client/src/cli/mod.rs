//! The frame of the command line: arguments in, one report or one failure out.

mod apply;
pub mod args;
mod authority;
mod batch;
mod capacity;
mod case;
mod certificate;
mod check;
mod clock;
mod collateral;
mod conflict;
mod consent;
mod context;
mod counter;
mod day_book;
mod describe;
mod evidence;
mod exit;
mod fingerprint;
mod help;
mod help_of_acts;
mod help_of_cases;
mod help_of_collateral;
mod help_of_day_book;
mod help_of_dealings;
mod help_of_disputes;
mod help_of_evidence;
mod help_of_imports;
mod help_of_licences;
mod help_of_successions;
mod help_of_titles;
mod history;
mod import;
mod keys;
mod language;
mod letter;
mod licence;
mod many;
mod marks;
mod motion;
mod national;
mod node;
mod objection;
mod opening;
mod output;
mod party;
mod pending;
mod power;
mod prove;
mod quota;
mod regime;
mod renewing;
mod succession;
mod title;
mod trust;
mod usage;
mod verdict;
mod verify;
mod verify_page;
mod words;
mod workload;

use std::{ffi::OsString, process::ExitCode};

use clap::FromArgMatches;

use args::{Cli, Command};
use context::Context;
use exit::Failure;
use output::{Output, Report};

/// What every command gives back.
type CommandResult = Result<Report, Failure>;

/// Runs the program with its arguments.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let language = language::before_parsing(&arguments);
    let matches = match help::command(language).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::end(&error, &arguments, language),
    };
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => return usage::end(&error, &arguments, language),
    };
    let output = Output::new(cli.global.json, cli.global.quiet, language);
    let context = Context::new(cli.global, language, output);
    let result = dispatch(&context, cli.command)
        .and_then(|report| context.output.report(&report).map(|()| report.exit()));
    match result {
        Ok(exit) => exit.into(),
        Err(failure) => {
            context.output.failure(&failure);
            failure.exit().into()
        }
    }
}

/// Gives each command to its module.
pub fn dispatch(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Keys(command) => keys::run(context, command),
        Command::Fingerprint(arguments) => fingerprint::run(context, arguments),
        Command::Describe(command) => describe::run(context, command),
        Command::Certificate(command) => certificate::run(context, command),
        Command::Verify(arguments) => verify::run(context, arguments),
        Command::VerifyPage(arguments) => verify_page::run(context, &arguments),
        Command::Prove(command) => prove::run(context, command),
        Command::History(arguments) => history::run(context, arguments),
        Command::Title(arguments) => title::run(context, *arguments),
        Command::Trust(command) => trust::run(context, command),
        Command::Apply(command) => apply::run(context, command),
        Command::Case(command) => case::run(context, command),
        Command::Consent(command) => consent::run(context, command),
        Command::Party(command) => party::run(context, command),
        Command::Power(command) => power::run(context, command),
        Command::Succession(command) => succession::run(context, command),
        Command::Authority(command) => authority::run(context, command),
        Command::Workload(arguments) => workload::workload(context, &arguments),
        Command::Statistics(arguments) => workload::statistics(context, &arguments),
        Command::Quota(command) => quota::run(context, command),
        Command::Objection(command) => objection::run(context, command),
        Command::Conflict(command) => conflict::run(context, command),
        Command::Check(arguments) => check::run(context, &arguments),
        Command::Seizure(command) => day_book::run(context, day_book::Kind::Seizure, command),
        Command::Control(command) => day_book::run(context, day_book::Kind::Control, command),
        Command::Daybook(command) => day_book::run_book(context, command),
        Command::Entry(command) => motion::run(context, command),
        Command::Licence(command) => licence::run(context, command),
        Command::Pledge(command) => collateral::run_pledge(context, command),
        Command::Reserve(command) => collateral::run_reserve(context, command),
        Command::CheckUse(arguments) => licence::check_use(context, &arguments),
        Command::Import(arguments) => import::run(context, *arguments),
        Command::National(command) => national::run(context, command),
        Command::Regime(command) => regime::run(context, command),
        Command::Clock(command) => clock::run(context, command),
        Command::Completions(arguments) => help::completions(&arguments),
    }
}
