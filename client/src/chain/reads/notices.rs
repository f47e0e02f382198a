//! The text of a public notice (NG 24), out of the block that published it: the state keeps its digest only.

use codec::DecodeAll;
use quanji_primitives::{
    case::{Notice, Reference},
    CaseId, Digest,
};

use crate::chain::{connect::innermost, Chain, ChainError, View};

/// A published text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedText {
    /// Number of the block that published it.
    pub block: u32,
    /// The text, which has the digest of the notice.
    pub text: Vec<u8>,
}

impl Chain {
    /// The text that the notice of a case published, as the case stands in block `until`; nothing when the whole was
    /// withheld. Asks for the state of earlier blocks: the node keeps the whole history.
    pub async fn published_text(
        &self,
        case: CaseId,
        notice: &Notice,
        until: u32,
    ) -> Result<Option<PublishedText>, ChainError> {
        let Some(digest) = notice.text else {
            return Ok(None);
        };
        // A notice stands from its publication on: halving finds the block.
        let (mut before, mut after) = (0, until);
        while after.saturating_sub(before) > 1 {
            let middle = before + (after - before) / 2;
            let found = self.at_number(middle).await?.case(case).await?;
            if found.is_some_and(|found| found.notice.as_ref() == Some(notice)) {
                after = middle;
            } else {
                before = middle;
            }
        }
        self.at_number(after).await?.text_published(case, digest).await
    }
}

impl View {
    /// The text with this digest that a transaction of this block published in a case.
    async fn text_published(
        &self,
        case: CaseId,
        digest: Digest,
    ) -> Result<Option<PublishedText>, ChainError> {
        let unread = |error: &dyn std::error::Error| ChainError::NoAnswer {
            what: format!("block {}", self.number()),
            reason: innermost(error),
        };
        let body = self.at.extrinsics().fetch().await;
        for transaction in body.map_err(|error| unread(&error))?.iter() {
            let transaction = transaction.map_err(|error| unread(&error))?;
            if (transaction.pallet_name(), transaction.call_name()) != ("Registry", "publish") {
                continue;
            }
            if let Some(text) = text_in(transaction.call_data_field_bytes(), case, digest) {
                let block = self.number();
                return Ok(Some(PublishedText { block, text }));
            }
        }
        Ok(None)
    }
}

/// The text in the arguments of `publish`, if it is of this case and has this digest.
fn text_in(mut arguments: &[u8], case: CaseId, digest: Digest) -> Option<Vec<u8>> {
    let (of, text, _) = <(CaseId, Option<Vec<u8>>, Option<Reference>)>::decode_all(&mut arguments).ok()?;
    text.filter(|text| of == case && Digest::sha2_256(text) == digest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::Encode;

    #[test]
    fn a_text_is_taken_only_from_its_own_case_and_with_its_digest() {
        let text = br#"{"title":"x"}"#.to_vec();
        let digest = Digest::sha2_256(&text);
        let published = |text: Option<Vec<u8>>| (CaseId(7), text, None::<Reference>).encode();
        let arguments = published(Some(text.clone()));
        assert_eq!(text_in(&arguments, CaseId(7), digest), Some(text.clone()));
        assert_eq!(text_in(&arguments, CaseId(8), digest), None);
        assert_eq!(text_in(&arguments, CaseId(7), Digest::sha2_256(b"other")), None);
        assert_eq!(text_in(&published(None), CaseId(7), digest), None);
        assert_eq!(text_in(&arguments[..9], CaseId(7), digest), None);
    }
}
