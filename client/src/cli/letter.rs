//! A written notice 书面告知 that a command sends.

use clap::Args;
use quanji_primitives::{written_notice::Channel, Digest};

use super::{
    context::Context,
    exit::Failure,
    node::{coded, digest},
};

/// The letter, and how it is delivered.
#[derive(Debug, Args)]
pub struct Letter {
    /// The written notice: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, alias = "notice", value_name = "FILE|DIGEST")]
    letter: String,
    /// How it is delivered: ledger, electronic, in-person, post, public-announcement
    #[arg(long, default_value = "ledger", value_parser = coded::<Channel>)]
    pub channel: Channel,
}

impl Letter {
    /// The digest of the letter.
    pub fn digest(&self, context: &Context) -> Result<Digest, Failure> {
        digest(context, &self.letter)
    }
}
