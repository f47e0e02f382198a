//! The day books of authorities, and what stands in the way of a dealing.

use quanji_primitives::{
    day_book::{Stamp, StampStatus},
    dealing::Obstacle,
    marks::Operation,
    AuthorityId, PartyId, RightId, StampId,
};
use subxt::utils::Static;

use super::bare;
use crate::chain::{api, ChainError, SubmitError, View};

impl View {
    /// An instrument in a day book, with its status now.
    pub async fn instrument(&self, stamp: StampId) -> Result<Option<(Stamp, StampStatus)>, ChainError> {
        let found = self
            .ask(api::view_functions().encumbrances().instrument(Static(stamp)))
            .await?;
        Ok(found.map(|(stamp, status)| (stamp.0, status.0)))
    }

    /// The day book of an authority from a serial number on, at most 100 stamps, with their status now.
    pub async fn day_book(
        &self,
        authority: AuthorityId,
        from: u64,
    ) -> Result<Vec<(StampId, Stamp, StampStatus)>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .encumbrances()
                    .day_book(Static(authority), from),
            )
            .await?;
        let row = |(id, stamp, status): (Static<_>, Static<_>, Static<_>)| (id.0, stamp.0, status.0);
        Ok(found.into_iter().map(row).collect())
    }

    /// What stands in the way of an operation on a right, or the refusal to say so.
    pub async fn can_deal(
        &self,
        right: RightId,
        operation: Operation,
        party: Option<PartyId>,
    ) -> Result<Vec<Obstacle>, SubmitError> {
        let question =
            api::view_functions()
                .registry()
                .can_deal(Static(right), Static(operation), party.map(Static));
        let answer = self.ask(question).await?;
        answer.map(bare).map_err(|error| self.refusal(&error).into())
    }
}
