//! Imported registrations that wait for their review.

use quanji_primitives::{AuthorityId, ObjectId};
use subxt::error::StorageError;

use crate::chain::{api, connect::innermost, ChainError, View};

impl View {
    /// The objects of an authority whose import another officer has not reviewed yet, in rising order.
    pub async fn unreviewed_imports(&self, authority: AuthorityId) -> Result<Vec<ObjectId>, ChainError> {
        let unread = |error: StorageError| self.unread("objects", &error);
        let undecoded = |reason: String| ChainError::NoAnswer {
            what: "objects".into(),
            reason,
        };
        let storage = self.at.storage();
        let mut rows = storage
            .iter(api::storage().registry().objects(), ())
            .await
            .map_err(unread)?;
        let mut objects = Vec::new();
        while let Some(row) = rows.next().await {
            let row = row.map_err(unread)?;
            let key = row
                .key()
                .and_then(|key| key.decode())
                .map_err(|error| undecoded(innermost(&error)))?;
            let record = row
                .value()
                .decode()
                .map_err(|error| undecoded(innermost(&error)))?
                .0;
            let waits = record
                .imported
                .is_some_and(|imported| imported.reviewed.is_none());
            if waits && record.authority == authority {
                objects.push(key.0 .0);
            }
        }
        objects.sort();
        Ok(objects)
    }
}
