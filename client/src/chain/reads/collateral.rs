//! Pledges, reservations and the deeds that wait.

use quanji_primitives::{
    collateral::{Deed, OpenDeed, PledgeStatus, Rank, ReservationStatus},
    v1::{PledgeRecord, ReservationRecord},
    DeedId, ObjectId, PartyId, RightId,
};
use subxt::utils::Static;

use crate::chain::{api, ChainError, Refusal, View};

impl View {
    /// The refusal that a deed would get now; nothing where it could be proposed.
    pub async fn refusal_of(&self, deed: &Deed) -> Result<Option<Refusal>, ChainError> {
        let question = api::view_functions()
            .encumbrances()
            .can_propose(Static(deed.clone()));
        let barred = self.ask(question).await?.err();
        Ok(barred.map(|error| self.refusal(&error)))
    }

    /// A pledge, by the deed that made it, with its status now.
    pub async fn pledge(&self, pledge: DeedId) -> Result<Option<(PledgeRecord, PledgeStatus)>, ChainError> {
        let question = api::view_functions().encumbrances().pledge_of(Static(pledge));
        let found = self.ask(question).await?;
        Ok(found.map(|(record, status)| (record.0, status.0)))
    }

    /// A reservation, by the deed that made it, with its status now.
    pub async fn reservation(
        &self,
        reservation: DeedId,
    ) -> Result<Option<(ReservationRecord, ReservationStatus)>, ChainError> {
        let question = api::view_functions()
            .encumbrances()
            .reservation_of(Static(reservation));
        let found = self.ask(question).await?;
        Ok(found.map(|(record, status)| (record.0, status.0)))
    }

    /// Pledges and reservations that stand against a right now, in the order of the ledger.
    pub async fn ranks(&self, right: RightId) -> Result<Vec<Rank>, ChainError> {
        let question = api::view_functions()
            .encumbrances()
            .ranks(Static(right.object), right.index);
        Ok(self.ask(question).await?.into_iter().map(|rank| rank.0).collect())
    }

    /// The deeds that wait about an object.
    pub async fn deeds_on(&self, object: ObjectId) -> Result<Vec<(DeedId, OpenDeed)>, ChainError> {
        let question = api::view_functions().encumbrances().deeds_on(Static(object));
        let found = self.ask(question).await?;
        Ok(found.into_iter().map(|(id, deed)| (id.0, deed.0)).collect())
    }

    /// A deed that waits for signatures.
    pub async fn deed(&self, deed: DeedId) -> Result<Option<OpenDeed>, ChainError> {
        let question = api::view_functions().encumbrances().deed(Static(deed));
        Ok(self.ask(question).await?.map(|found| found.0))
    }

    /// The parties whose signatures a deed waits for.
    pub async fn deed_signatures_missing(&self, deed: DeedId) -> Result<Vec<PartyId>, ChainError> {
        let question = api::view_functions()
            .encumbrances()
            .deed_signatures_missing(Static(deed));
        let found = self.ask(question).await?;
        Ok(found.into_iter().map(|party| party.0).collect())
    }
}
