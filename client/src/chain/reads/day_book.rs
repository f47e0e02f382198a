//! The day books of authorities, and what stands in the way of a dealing.

use quanji_primitives::{
    day_book::{Stamp, StampStatus},
    dealing::Hindrance,
    ending::{Correction, Motion, StandsOn},
    marks::{Operation, SourceNotice},
    AuthorityId, ObjectId, ObjectionId, PartyId, RightId, StampId,
};
use subxt::utils::{AccountId32, Static};

use super::{bare, Account};
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

    /// What the authority is about to do of its own motion with an object.
    pub async fn motion(&self, object: ObjectId) -> Result<Option<Motion>, ChainError> {
        let found = self.ask(api::view_functions().registry().motion(Static(object)));
        Ok(found.await?.map(|motion| motion.0))
    }

    /// Whether the officer of an account could carry it out with this text, or the refusal it would get.
    pub async fn can_execute_motion(
        &self,
        account: Account,
        object: ObjectId,
        text: Option<Vec<u8>>,
    ) -> Result<(), SubmitError> {
        let question =
            api::view_functions()
                .registry()
                .can_execute_motion(AccountId32(account), Static(object), text);
        self.answered(self.ask(question).await?)
    }

    /// Whether the officer of an account could carry out the change that was decided on an objection.
    pub async fn can_execute_change(
        &self,
        account: Account,
        objection: ObjectionId,
        facts: Correction,
        text: Option<Vec<u8>>,
    ) -> Result<(), SubmitError> {
        let question = api::view_functions().disputes().can_execute_change(
            AccountId32(account),
            Static(objection),
            Static(facts),
            text,
        );
        self.answered(self.ask(question).await?)
    }

    /// What besides marks stands on a right and bars its cancellation.
    pub async fn stands_on(&self, right: RightId) -> Result<Option<StandsOn>, ChainError> {
        let found = self.ask(api::view_functions().registry().stands_on(Static(right)));
        Ok(found.await?.map(|stands| stands.0))
    }

    /// What is to be known now of the sources from which an object was made.
    pub async fn source_notices(&self, object: ObjectId) -> Result<Vec<(RightId, SourceNotice)>, ChainError> {
        let question = api::view_functions().registry().source_notices(Static(object));
        let found = self.ask(question).await?;
        Ok(found
            .into_iter()
            .map(|(right, notice)| (right.0, notice.0))
            .collect())
    }

    /// What stands in the way of an operation on a right, or the refusal to say so.
    pub async fn can_deal(
        &self,
        right: RightId,
        operation: Operation,
        party: Option<PartyId>,
    ) -> Result<Vec<Hindrance>, SubmitError> {
        let question =
            api::view_functions()
                .registry()
                .can_deal(Static(right), Static(operation), party.map(Static));
        let answer = self.ask(question).await?;
        answer.map(bare).map_err(|error| self.refusal(&error).into())
    }
}
