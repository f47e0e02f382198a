//! What the register answers, in the domain's types.

mod attempts;
mod cases;
mod collateral;
mod day_book;
mod disputes;
mod imports;
mod licences;
mod notices;
mod persons;
mod successions;
mod titles;

use quanji_primitives::{
    clock::Moment,
    regime::{Regime, RegimeId},
    OfficerId,
};
use subxt::{error::StorageError, utils::Static};

use super::{
    api::{
        self,
        runtime_types::pallet_admission::meter::{Limits, Sender},
    },
    connect::innermost,
    ChainError, View,
};

pub use attempts::Attempt;
pub use cases::{Load, Statistics, Workload};
pub use notices::PublishedText;
pub use persons::{Erasure, Recovery};
pub use titles::Title;

/// An account.
pub type Account = [u8; 32];

/// The quota of a sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Most execution time used at once, in picoseconds of weight.
    pub weight: u64,
    /// Most bytes of transactions used at once.
    pub bytes: u32,
    /// Blocks in which a wholly used quota recovers.
    pub recovery_blocks: u32,
    /// Most transactions of one sender that wait in the pool.
    pub pending: u32,
}

impl From<Limits> for Quota {
    fn from(limits: Limits) -> Self {
        Self {
            weight: limits.weight,
            bytes: limits.bytes,
            recovery_blocks: limits.recovery_blocks,
            pending: limits.pending,
        }
    }
}

fn bare<T>(all: Vec<Static<T>>) -> Vec<T> {
    all.into_iter().map(|one| one.0).collect()
}

fn bare_pairs<A, B>(all: Vec<(Static<A>, Static<B>)>) -> Vec<(A, B)> {
    all.into_iter()
        .map(|(first, second)| (first.0, second.0))
        .collect()
}

impl View {
    fn unread(&self, what: &str, error: &StorageError) -> ChainError {
        match error {
            StorageError::IncompatibleCodegen => ChainError::OtherVersion {
                version: self.runtime_version(),
            },
            other => ChainError::NoAnswer {
                what: what.to_owned(),
                reason: innermost(other),
            },
        }
    }

    /// Register time.
    pub async fn register_time(&self) -> Result<Moment, ChainError> {
        Ok(self.ask(api::view_functions().rules().now()).await?.0)
    }

    /// A regime version that judges new cases of a registration system now.
    pub async fn current_regime(&self, system: u16) -> Result<Option<Regime>, ChainError> {
        let regime = self
            .ask(api::view_functions().rules().current_regime(system))
            .await?;
        Ok(regime.map(|regime| regime.0))
    }

    /// A regime version.
    pub async fn regime(&self, id: RegimeId) -> Result<Option<Regime>, ChainError> {
        let regime = self.ask(api::view_functions().rules().regime(Static(id))).await?;
        Ok(regime.map(|regime| regime.0))
    }

    /// The quota of every sender; an officer has a multiple of it.
    pub async fn quota(&self) -> Result<Quota, ChainError> {
        let found = self.ask(api::view_functions().admission().quota()).await?;
        Ok(found.into())
    }

    /// The quota of an officer.
    pub async fn quota_of_officer(&self, officer: OfficerId) -> Result<Quota, ChainError> {
        let sender = Sender::Officer(Static(officer));
        let found = self
            .ask(api::view_functions().admission().quota_of(sender))
            .await?;
        Ok(found.into())
    }
}
