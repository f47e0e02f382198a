//! Licences: terms, standing, offers, and whether a use is covered.

use quanji_primitives::{
    dealing::Obstacle,
    terms::{Exceeds, LicenceFiling, Offer, ProposedEnd, Quantity, Standing, Use, UseAnswer},
    v1::LicenceRecord,
    ObjectId, PartyId, RightId,
};
use subxt::utils::Static;

use super::bare;
use crate::chain::{api, ChainError, View};

/// How a right stands: whether it is in force, what is left of its quantity, and which licences would fall with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceStanding {
    /// Whether it is in force.
    pub standing: Standing,
    /// What is left; nothing when it is not limited.
    pub left: Option<Quantity>,
    /// The licences that hang on it.
    pub below: Vec<u32>,
}

impl View {
    /// What a licence has beside its right, ended or not.
    pub async fn licence(&self, right: RightId) -> Result<Option<LicenceRecord>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .licences()
                    .licence(Static(right.object), right.index),
            )
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// How a right stands now.
    pub async fn licence_standing(&self, right: RightId) -> Result<LicenceStanding, ChainError> {
        let (standing, left, below) = self
            .ask(
                api::view_functions()
                    .licences()
                    .licence_standing(Static(right.object), right.index),
            )
            .await?;
        Ok(LicenceStanding {
            standing: standing.0,
            left: left.map(|left| left.0),
            below,
        })
    }

    /// Whether a party may use a right so now.
    pub async fn may_use(&self, right: RightId, party: PartyId, asked: Use) -> Result<UseAnswer, ChainError> {
        let question = api::view_functions().licences().may_use(
            Static(right.object),
            right.index,
            Static(party),
            Static(asked),
        );
        Ok(self.ask(question).await?.0)
    }

    /// The member of the terms that exceeds what the parent allows now.
    pub async fn exceeds(
        &self,
        object: ObjectId,
        filing: &LicenceFiling,
    ) -> Result<Option<Exceeds>, ChainError> {
        let question = api::view_functions()
            .licences()
            .exceeds(Static(object), Static(filing.clone()));
        Ok(self.ask(question).await?.map(|found| found.0))
    }

    /// The marks that stand in the way of such a licence now.
    pub async fn obstacles(
        &self,
        object: ObjectId,
        filing: &LicenceFiling,
    ) -> Result<Vec<Obstacle>, ChainError> {
        let question = api::view_functions()
            .licences()
            .obstacles(Static(object), Static(filing.clone()));
        Ok(bare(self.ask(question).await?))
    }

    /// The offers that wait on an object, with their numbers.
    pub async fn offers_on(&self, object: ObjectId) -> Result<Vec<(u32, Offer)>, ChainError> {
        let found = self
            .ask(api::view_functions().licences().offers_on(Static(object)))
            .await?;
        Ok(found
            .into_iter()
            .map(|(number, offer)| (number, offer.0))
            .collect())
    }

    /// The parties whose signatures an offer waits for.
    pub async fn signatures_missing(&self, object: ObjectId, offer: u32) -> Result<Vec<PartyId>, ChainError> {
        let question = api::view_functions()
            .licences()
            .signatures_missing(Static(object), offer);
        Ok(bare(self.ask(question).await?))
    }

    /// The ends of a licence that wait for signatures.
    pub async fn proposed_ends(&self, right: RightId) -> Result<Vec<ProposedEnd>, ChainError> {
        let question = api::view_functions()
            .licences()
            .proposed_ends(Static(right.object), right.index);
        Ok(bare(self.ask(question).await?))
    }
}
