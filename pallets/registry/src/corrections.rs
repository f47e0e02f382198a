//! Correction 更正 of what was registered wrongly: facts, never a holder and never the source. Before and after are kept, and
//! every certificate that shows them gets a higher issue.

use crate::{
    change::raised_certificates,
    entries::{append_entry, next_entry},
    Certificates, Config, Error, Objects, Pallet, Rolls,
};
use alloc::vec::Vec;
use quanji_primitives::{
    directory::RuleBook,
    ending::Correction,
    object::ObjectFacts,
    text_rules,
    v1::{ChangedFacts, EntryBasis, EntryContent, ObjectRecord, Publication},
    Bounded, Digest, ObjectId, OfficerId,
};

impl<T: Config> Pallet<T> {
    /// The facts after a correction, which may be registered so.
    pub(crate) fn ensure_facts_correct(
        record: &ObjectRecord,
        facts: &Correction,
    ) -> Result<ObjectFacts, Error<T>> {
        let regime = T::Rules::default()
            .regime(record.regime)
            .ok_or(Error::<T>::RegimeNotFound)?;
        if !facts.changes(&record.facts) {
            return Err(Error::<T>::NothingChanges);
        }
        let after = facts.applied_to(&record.facts);
        Self::ensure_data_may_be_registered(&after, &regime)?;
        Self::ensure_facts_are_coded(&after, &[])?;
        Ok(after)
    }

    /// How the description is published after it: to the extent that it was before (NG 24).
    pub(crate) fn ensure_corrected_text(
        record: &ObjectRecord,
        facts: &Correction,
        text: Option<&[u8]>,
    ) -> Result<Publication, Error<T>> {
        let (publication, text) = match (facts.description, record.publication, text) {
            // What stays as it is, or was withheld as a whole, is not published again.
            (None, publication, None) => return Ok(publication),
            (Some(_), Publication::Withheld, None) => return Ok(Publication::Withheld),
            (Some(_), Publication::Part(_), Some(text)) if !text.is_empty() => {
                (Publication::Part(Digest::sha2_256(text)), text)
            }
            (Some(description), Publication::Full, Some(text)) => {
                if Digest::sha2_256(text) != description {
                    return Err(Error::<T>::TextNotAsFiled);
                }
                (Publication::Full, text)
            }
            _ => return Err(Error::<T>::TextUnfit),
        };
        text_rules::check(text).map_err(|_| Error::<T>::TextNotPublishable)?;
        Ok(publication)
    }

    /// Corrects facts of an object, now.
    pub(crate) fn do_correct(
        object: ObjectId,
        facts: &Correction,
        text: Option<&[u8]>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), Error<T>> {
        let mut record = Objects::<T>::get(object).ok_or(Error::<T>::ObjectUnfit)?;
        let roll = Rolls::<T>::get(object);
        Self::ensure_few_show_it(&roll)?;
        let after = Self::ensure_facts_correct(&record, facts)?;
        let publication = Self::ensure_corrected_text(&record, facts, text)?;
        let now = T::Rules::default().now();
        let before = ChangedFacts::of(&record.facts);
        let certificates: Vec<_> = raised_certificates::<T>(object, &roll, next_entry(&record), now);
        for (number, certificate) in &certificates {
            Certificates::<T>::insert(object, number, certificate);
        }
        (record.facts, record.publication) = (after, publication);
        let content = EntryContent::Changed {
            before,
            after: ChangedFacts::of(&record.facts),
            assessment: None,
            publication,
            certificates: Bounded::truncate_from(certificates),
            signatures: Bounded::default(),
        };
        let (authority, regime) = (record.authority, record.regime);
        let entry = append_entry(object, &mut record, authority, regime, now, basis, content);
        Self::store_entry(officer, record, entry);
        Ok(())
    }
}
