//! Change 变更 of the facts of an object: of those that article 35 lists, never of a holder or of the source.

use crate::{
    dealing_entry::Written,
    dealings::{Dealt, Step},
    entering::Decided,
    entries::next_entry,
    registrations::publication,
    roll::{Live, Roll},
    Certificates, Config, Error, Pallet,
};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    case::Case,
    clock::Moment,
    filing::{Change, Dealing, EvidenceKind},
    object::ObjectFacts,
    regime::Regime,
    rights::RightKinds,
    v1::{CertificateRecord, ChangedFacts, EntryContent, Outcome},
    Bounded, ObjectId,
};

/// The most certificates that show what one change alters: each is read and written, and the entry fits a hundred times into
/// the ordinary part of a block.
pub const CHANGED_CERTIFICATES_MAX: usize = 32;

/// The certificates that show the facts of an object: of its rights and of a registration without rights. The voucher of a
/// licence shows the licence.
fn showing(roll: &Roll) -> BTreeSet<u32> {
    let roots = roll
        .iter()
        .filter(|line| !matches!(line.live, Live::Licence { .. }));
    roots.map(|line| line.certificate).collect()
}

impl<T: Config> Pallet<T> {
    /// The rules of a change.
    pub(crate) fn ensure_change_fits(
        dealing: &Dealing,
        change: &Change,
        dealt: &Dealt,
        regime: &Regime,
        step: Step,
    ) -> Result<(), Error<T>> {
        // It concerns the object and every right in it alike.
        if dealing.kinds != RightKinds::NONE {
            return Err(Error::<T>::KindsUnfit);
        }
        // Who has nothing in force changes nothing.
        if !Self::is_in_force(dealing.certificate, &dealt.record, &dealt.roll) {
            return Err(Error::<T>::RightNotInForce);
        }
        Self::ensure_few_show_it(&dealt.roll)?;
        let before = &dealt.record.facts;
        Self::ensure_something_changes(change, before)?;
        // NG 35: the level after the data was made less sensitive, with the assessment that says so.
        if change.level.is_some_and(|level| level.to >= before.level) {
            return Err(Error::<T>::LevelNotLower);
        }
        let after = changed(change, before);
        Self::ensure_data_may_be_registered(&after, regime)?;
        Self::ensure_facts_are_coded(&after, &[])?;
        // NG 35: proof of what has changed.
        let proof = |kind| dealing.evidence.iter().any(|evidence| evidence.kind == kind);
        if !proof(EvidenceKind::ChangeProof) {
            return Err(Error::<T>::ChangeProofMissing);
        }
        match &change.split {
            Some(split) => Self::ensure_split_fits(change, split, dealing.object, dealt, step),
            None => Ok(()),
        }
    }

    /// One entry raises all certificates that show a fact.
    pub(crate) fn ensure_few_show_it(roll: &Roll) -> Result<(), Error<T>> {
        (showing(roll).len() <= CHANGED_CERTIFICATES_MAX)
            .then_some(())
            .ok_or(Error::<T>::EntryTooLarge)
    }

    /// At least one fact is named, and each differs from what is registered.
    fn ensure_something_changes(change: &Change, before: &ObjectFacts) -> Result<(), Error<T>> {
        let members = [
            change.description.map(|new| new.to != before.description),
            change.industry.map(|new| new != before.industry),
            change.form.map(|new| Some(new) != before.form),
            change.level.map(|new| new.to != before.level),
        ];
        let mut named = members.into_iter().flatten().peekable();
        let some = named.peek().is_some();
        (some && named.all(|differs| differs))
            .then_some(())
            .ok_or(Error::<T>::NothingChanges)
    }

    /// What the entry of a change writes: the facts, and a higher issue of every certificate that shows them.
    pub(crate) fn facts_changed(
        case: &Case,
        dealing: &Dealing,
        change: &Change,
        dealt: Dealt,
        decided: &Decided,
    ) -> Result<(Written, EntryContent), Error<T>> {
        let entry = next_entry(&dealt.record);
        let mut record = dealt.record;
        let before = ChangedFacts::of(&record.facts);
        record.facts = changed(change, &record.facts);
        if change.description.is_some() {
            record.publication = publication(case);
        }
        if let Some(split) = &change.split {
            return Self::split(
                case,
                dealing,
                split,
                record,
                dealt.roll,
                &dealt.live,
                before,
                decided,
            );
        }
        let certificates = raised_certificates::<T>(dealing.object, &dealt.roll, entry, decided.at);
        let content = EntryContent::Changed {
            before,
            after: ChangedFacts::of(&record.facts),
            assessment: change.level.map(|level| level.assessment),
            publication: record.publication,
            certificates: Bounded::truncate_from(certificates.clone()),
            signatures: Bounded::truncate_from(case.signatures().collect()),
        };
        let written = Written {
            certificates,
            ..Written::nothing(record, dealt.roll)
        };
        Ok((written, content))
    }
}

/// A higher issue of every certificate that shows the facts of an object.
pub(crate) fn raised_certificates<T: Config>(
    object: ObjectId,
    roll: &Roll,
    entry: u32,
    issued_at: Moment,
) -> Vec<(u32, CertificateRecord)> {
    showing(roll)
        .into_iter()
        .filter_map(|number| Some((number, Certificates::<T>::get(object, number)?)))
        .filter(|(_, certificate)| certificate.outcome == Outcome::Live)
        .map(|(number, certificate)| {
            let raised = CertificateRecord {
                issue: certificate.issue.saturating_add(1),
                entry,
                issued_at,
                ..certificate
            };
            (number, raised)
        })
        .collect()
}

/// The facts after a change.
fn changed(change: &Change, before: &ObjectFacts) -> ObjectFacts {
    ObjectFacts {
        description: change
            .description
            .map_or(before.description, |description| description.to),
        industry: change.industry.unwrap_or(before.industry),
        form: change.form.or(before.form),
        level: change.level.map_or(before.level, |level| level.to),
        ..before.clone()
    }
}
