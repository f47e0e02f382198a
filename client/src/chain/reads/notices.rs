//! The texts of a public notice (NG 24), out of the blocks that published them: the state keeps their digests only.

use codec::DecodeAll;
use quanji_primitives::{
    case::{Case, Notice, Reference},
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
        // A notice stands from its publication on.
        let stands = |found: Case| found.notice.as_ref() == Some(notice);
        let block = self.first_in_which(case, until, stands).await?;
        block.text_published(case, digest).await
    }

    /// The text of a part that leaves an object, with this place and digest, as the case stands in block `until`.
    pub async fn published_part(
        &self,
        case: CaseId,
        (place, digest): (usize, Digest),
        until: u32,
    ) -> Result<Option<PublishedText>, ChainError> {
        let stands = |found: Case| found.part_texts.get(place) == Some(&digest);
        let block = self.first_in_which(case, until, stands).await?;
        block.text_published(case, digest).await
    }

    /// The first block in whose state something is so of a case, which stays so until block `until`: halving finds it.
    async fn first_in_which(
        &self,
        case: CaseId,
        until: u32,
        is_so: impl Fn(Case) -> bool,
    ) -> Result<View, ChainError> {
        let (mut before, mut after) = (0, until);
        while after.saturating_sub(before) > 1 {
            let middle = before + (after - before) / 2;
            let found = self.at_number(middle).await?.case(case).await?;
            if found.is_some_and(&is_so) {
                after = middle;
            } else {
                before = middle;
            }
        }
        self.at_number(after).await
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
            let arguments = transaction.call_data_field_bytes();
            let found = match (transaction.pallet_name(), transaction.call_name()) {
                ("Registry", "publish") => text_in(arguments, case, digest),
                ("Registry", "publish_part") => part_in(arguments, case, digest),
                _ => None,
            };
            if let Some(text) = found {
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

/// The text in the arguments of `publish_part`, if it is of this case and has this digest.
fn part_in(mut arguments: &[u8], case: CaseId, digest: Digest) -> Option<Vec<u8>> {
    let (of, text) = <(CaseId, Vec<u8>)>::decode_all(&mut arguments).ok()?;
    (of == case && Digest::sha2_256(&text) == digest).then_some(text)
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

    #[test]
    fn so_is_the_text_of_a_part() {
        let text = br#"{"title":"x"}"#.to_vec();
        let digest = Digest::sha2_256(&text);
        let arguments = (CaseId(7), text.clone()).encode();
        assert_eq!(part_in(&arguments, CaseId(7), digest), Some(text));
        assert_eq!(part_in(&arguments, CaseId(8), digest), None);
        assert_eq!(part_in(&arguments, CaseId(7), Digest::sha2_256(b"other")), None);
        assert_eq!(part_in(&arguments[..9], CaseId(7), digest), None);
    }
}
