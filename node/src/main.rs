//! The Quanji node.

#![allow(
    clippy::result_large_err,
    reason = "the SDK's error types are large, and errors end the program"
)]

mod chain_spec;
mod cli;
mod command;
mod guards;
mod rpc;
mod service;

use std::process::ExitCode;

fn main() -> ExitCode {
    match command::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("quanji-node: {error}");
            ExitCode::FAILURE
        }
    }
}
