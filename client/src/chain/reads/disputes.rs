//! Objections after entry, and conflicts of authorities.

use quanji_primitives::{
    conflict::Conflict,
    objection::{Objection, ObjectionStanding},
    AuthorityId, ConflictId, ObjectId, ObjectionId,
};
use subxt::utils::Static;

use super::bare_pairs;
use crate::chain::{api, ChainError, View};

impl View {
    /// An objection after entry, ended or not.
    pub async fn objection(&self, objection: ObjectionId) -> Result<Option<Objection>, ChainError> {
        let found = self
            .ask(api::view_functions().disputes().objection(Static(objection)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// Status and deadline of an objection now.
    pub async fn objection_standing(
        &self,
        objection: ObjectionId,
    ) -> Result<Option<ObjectionStanding>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .disputes()
                    .objection_status(Static(objection)),
            )
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The objections on an object, ended ones included, at most 100, with their standing.
    pub async fn objections_of(
        &self,
        object: ObjectId,
    ) -> Result<Vec<(ObjectionId, ObjectionStanding)>, ChainError> {
        Ok(bare_pairs(
            self.ask(api::view_functions().disputes().objections_of(Static(object)))
                .await?,
        ))
    }

    /// The open objections of an authority, with their standing, in rising order.
    pub async fn objections_at(
        &self,
        authority: AuthorityId,
    ) -> Result<Vec<(ObjectionId, ObjectionStanding)>, ChainError> {
        let mut all = Vec::new();
        loop {
            let after = all.last().map(|(id, _): &(ObjectionId, _)| Static(*id));
            let next = bare_pairs(
                self.ask(
                    api::view_functions()
                        .disputes()
                        .objections_at(Static(authority), after),
                )
                .await?,
            );
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// A conflict of two authorities, decided or not.
    pub async fn conflict(&self, conflict: ConflictId) -> Result<Option<Conflict>, ChainError> {
        let found = self
            .ask(api::view_functions().disputes().conflict(Static(conflict)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The undecided conflicts of an authority, at most 100.
    pub async fn conflicts_open(
        &self,
        authority: AuthorityId,
    ) -> Result<Vec<(ConflictId, Conflict)>, ChainError> {
        Ok(bare_pairs(
            self.ask(api::view_functions().disputes().conflicts_open(Static(authority)))
                .await?,
        ))
    }
}
