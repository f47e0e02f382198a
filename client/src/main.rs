//! `quanji`: the command line of the Quanji register.
//!
//! The frame is in [`cli`]; each command is one module there. To add one: write its module with its arguments and a
//! function `run(&Context, Arguments) -> CommandResult`, give it a variant in [`cli::args::Command`] and a line in
//! [`cli::dispatch`], and its Chinese help in `cli/help.rs` (a test names what is missing).

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os().collect())
}
