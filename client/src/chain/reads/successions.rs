//! Successions of parties, and what they hold.

use quanji_primitives::{succession::Succession, v1::CertificateRecord, ObjectId, PartyId};
use subxt::utils::Static;

use super::bare;
use crate::chain::{api, ChainError, View};

impl View {
    /// The party that stands in the place of another: itself, unless it was succeeded.
    pub async fn current(&self, party: PartyId) -> Result<PartyId, ChainError> {
        let question = api::view_functions().parties().current(Static(party));
        Ok(self.ask(question).await?.0)
    }

    /// The latest succession of a party.
    pub async fn succession(&self, predecessor: PartyId) -> Result<Option<Succession>, ChainError> {
        let question = api::view_functions().parties().succession(Static(predecessor));
        Ok(self.ask(question).await?.map(|found| found.0))
    }

    /// For each holding of a party in succession the place of the successor to whom it was assigned; nothing where it is
    /// still to be.
    pub async fn assignments(&self, predecessor: PartyId) -> Result<Vec<Option<u8>>, ChainError> {
        let mut all = Vec::new();
        loop {
            let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let question = api::view_functions()
                .parties()
                .assignments(Static(predecessor), from);
            let next = self.ask(question).await?;
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// Parties whose place a party took, wholly or in part.
    pub async fn predecessors(&self, party: PartyId) -> Result<Vec<PartyId>, ChainError> {
        let mut all: Vec<PartyId> = Vec::new();
        loop {
            let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let question = api::view_functions().parties().predecessors(Static(party), from);
            let next = bare(self.ask(question).await?);
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// Every certificate that a party holds or held, in the order of their numbers.
    pub async fn all_holdings(
        &self,
        party: PartyId,
    ) -> Result<Vec<(ObjectId, CertificateRecord)>, ChainError> {
        let mut all = Vec::new();
        loop {
            let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let next = self.holdings(party, from).await?;
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }
}
