//! Split 拆分 of an object by a change: ranges of its data leave it and are objects of their own, so that each of them can be
//! transferred by itself (NG 34, 35; design section 3). What leaves has the rights that the whole had: of the same kinds,
//! holders and terms, under certificates of their own.

use crate::{
    change::raised_certificates,
    dealing_entry::Written,
    dealings::{Dealt, Step},
    entering::{Decided, Issued},
    entries::{append_entry, next_entry},
    registrations::{basis, empty_object, lines, new_right},
    roll::{Live, Roll},
    Config, Error, Motions, ObjectByFingerprint, Pallet, SplitFrom,
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use quanji_primitives::{
    case::Case,
    certificate_number::CertificateNumber,
    clock::Moment,
    directory::AuthorityDirectory,
    filing::{Change, Dealing, Part, Split, Withholding},
    marks::{MarkKind, RightSet},
    object::{Fingerprint, ObjectFacts},
    v1::{
        self, CertificateRecord, ChangedFacts, EntryBasis, EntryContent, ObjectRecord, Outcome, Publication,
        RightRecord, SplitPart,
    },
    Bounded, CaseId, Digest, EntryNo, ObjectId, PartyId,
};

/// An object that comes into being by a split, its first entry not yet counted.
pub(crate) struct NewObject {
    object: ObjectId,
    record: ObjectRecord,
    roll: Roll,
    rights: Vec<(u32, RightRecord)>,
    certificates: Vec<Issued>,
    fingerprints: Bounded<Fingerprint, 4>,
    content: EntryContent,
}

/// What a split writes beside what every dealing does.
pub(crate) struct SplitWritten {
    /// Fingerprints of what stays.
    pub fingerprints: Bounded<Fingerprint, 4>,
    /// What left.
    pub parts: Vec<NewObject>,
}

/// The live rights of first registration by their certificates, each in the order of their numbers.
type ByCertificate = BTreeMap<u32, Vec<RightRecord>>;

impl Dealt {
    /// Who holds a right of first registration that has not ended, in force or lapsed.
    pub(crate) fn holders_of_all(&self) -> BTreeSet<PartyId> {
        self.roots()
            .flat_map(|(_, right)| right.holders.parties())
            .collect()
    }
}

fn by_certificate(live: &[(u32, RightRecord)]) -> ByCertificate {
    let mut found = ByCertificate::new();
    for (_, right) in live.iter().filter(|(_, right)| right.parent.is_none()) {
        found.entry(right.certificate).or_default().push(right.clone());
    }
    found
}

/// How many entries among holdings the certificates of the whole stand for.
pub(crate) fn holdings(live: &[(u32, RightRecord)]) -> u32 {
    let first = |rights: Vec<RightRecord>| rights.first().map_or(0, |right| right.holders.count());
    by_certificate(live).into_values().map(first).sum()
}

/// The certificates that each part gets.
pub(crate) fn certificates(live: &[(u32, RightRecord)]) -> usize {
    by_certificate(live).len()
}

/// How many times what was split off may have been so itself: where it comes from is read at once.
pub const GENERATIONS_MAX: usize = 8;

impl<T: Config> Pallet<T> {
    /// The splits by which an object came into being, the latest first.
    fn origins(object: ObjectId) -> impl Iterator<Item = EntryNo> {
        let up = |entry: &EntryNo| SplitFrom::<T>::get(entry.object);
        core::iter::successors(SplitFrom::<T>::get(object), up).take(GENERATIONS_MAX)
    }

    /// Whether a case was entered in an object, or in what was the whole before this was split off.
    pub(crate) fn was_entered_in(case: CaseId, object: ObjectId) -> bool {
        let Some(entry) = Self::entry_of(case) else {
            return false;
        };
        let before = |split: EntryNo| split.object == entry.object && entry.number <= split.number;
        entry.object == object || Self::origins(object).any(before)
    }

    /// The rules of a split; those of every change and the marks are judged with it.
    pub(crate) fn ensure_split_fits(
        change: &Change,
        split: &Split,
        object: ObjectId,
        dealt: &Dealt,
        step: Step,
    ) -> Result<(), Error<T>> {
        // PD 13: what creates no rights has one query code; there is nothing that could be transferred.
        let without_rights = |line: &crate::Line| matches!(line.live, Live::Registration);
        if dealt.roots().next().is_none() || dealt.roll.iter().any(without_rights) {
            return Err(Error::<T>::SplitWithoutRights);
        }
        // What stays is described anew, and differs in nothing but its range.
        let other = change.industry.is_some() || change.form.is_some() || change.level.is_some();
        if change.description.is_none() || split.parts.is_empty() || other {
            return Err(Error::<T>::SplitNotDescribed);
        }
        if Self::origins(object).count() >= GENERATIONS_MAX {
            return Err(Error::<T>::SplitTooOften);
        }
        Self::ensure_parts_are_distinct(change, split, &dealt.record.facts)?;
        Self::ensure_prints_are_new(split)?;
        Self::ensure_split_fits_one_entry(split, dealt)?;
        Self::ensure_holders_split(dealt, step)?;
        // A licence covers the whole: none stands that is in force, or would revive with its right.
        if !dealt.licences.is_empty() {
            return Err(Error::<T>::LicenceStands);
        }
        // So does whatever else is asked for in the object.
        if !Self::open_cases_but(&dealt.record, step.own()).is_empty() {
            return Err(Error::<T>::CaseStands);
        }
        // What the authority is about to end of its own motion does not leave before.
        if Motions::<T>::contains_key(object) {
            return Err(Error::<T>::MotionPending);
        }
        Ok(())
    }

    /// All who hold in the object stand well, and at the entry all have signed: whoever came to hold since the filing too.
    fn ensure_holders_split(dealt: &Dealt, step: Step) -> Result<(), Error<T>> {
        let holders = dealt.holders_of_all();
        if let Step::Entry(_, case) = step {
            let signed = Self::parties_now(case.signatures().map(|(party, _)| party));
            if !holders.is_subset(&signed) {
                return Err(Error::<T>::SplitNotSigned);
            }
        }
        Self::ensure_admitted(&holders.into_iter().collect::<Vec<_>>())
    }

    /// Each part has a range of its own, so a description of its own.
    fn ensure_parts_are_distinct(
        change: &Change,
        split: &Split,
        whole: &ObjectFacts,
    ) -> Result<(), Error<T>> {
        let parts = || split.parts.iter().map(|part| part.description);
        if !parts().all(|description| matches!(description, Digest::Sha2_256(_))) {
            return Err(Error::<T>::DescriptionNotSha256);
        }
        let rest = change.description.map(|description| description.to);
        let all: BTreeSet<_> = parts().chain(rest).chain([whole.description]).collect();
        (all.len() == split.parts.len().saturating_add(2))
            .then_some(())
            .ok_or(Error::<T>::PartNotDistinct)
    }

    /// A fingerprint of a range leads to one object, which has none of it yet.
    fn ensure_prints_are_new(split: &Split) -> Result<(), Error<T>> {
        let of_parts = split.parts.iter().flat_map(|part| part.fingerprints.iter());
        let mut seen = BTreeSet::new();
        for fingerprint in of_parts.chain(split.fingerprints.iter()) {
            if ObjectByFingerprint::<T>::contains_key(fingerprint.digest) {
                return Err(Error::<T>::PartRegistered);
            }
            if !seen.insert(fingerprint.digest) {
                return Err(Error::<T>::FingerprintRepeated);
            }
        }
        Ok(())
    }

    /// What leaves is free of marks: none stays behind but with the consent of its holder, and notices about sources, which
    /// each part gets of itself.
    pub(crate) fn a_mark_would_stay_behind(object: ObjectId, rights: RightSet, consents: &[u32]) -> bool {
        let stays = |number: &u32, kind| kind != MarkKind::SourceNotice && !consents.contains(number);
        Self::standing_marks(object, rights)
            .iter()
            .any(|(number, mark)| stays(number, mark.kind))
    }

    /// What the entry of a split writes: the facts of what stays and a higher issue of every certificate that shows them; and
    /// for each part an object with rights and certificates of its own.
    #[allow(
        clippy::too_many_arguments,
        reason = "what the entry of a change has found so far"
    )]
    pub(crate) fn split(
        case: &Case,
        dealing: &Dealing,
        split: &Split,
        record: ObjectRecord,
        roll: Roll,
        live: &[(u32, RightRecord)],
        before: ChangedFacts,
        decided: &Decided,
    ) -> Result<(Written, EntryContent), Error<T>> {
        let entry = next_entry(&record);
        let from = EntryNo {
            object: dealing.object,
            number: entry,
        };
        let certificates = raised_certificates::<T>(dealing.object, &roll, entry, decided.at);
        let rights = by_certificate(live);
        let (numbers, last) = Self::numbers_of_parts(&record, rights.len(), split, decided.at)?;
        let mut numbers = numbers.into_iter();
        let mut parts = Vec::new();
        for (place, part) in split.parts.iter().enumerate() {
            let own = numbers.by_ref().take(rights.len()).collect();
            let published = (part, publication_of_part(case, place));
            parts.push(Self::part(from, &record, published, &rights, own, decided.at)?);
        }
        let named = parts.iter().map(|part| SplitPart {
            object: part.object,
            description: part.record.facts.description,
        });
        let content = EntryContent::Split {
            before,
            after: ChangedFacts::of(&record.facts),
            publication: record.publication,
            fingerprints: split.fingerprints.clone(),
            parts: Bounded::truncate_from(named.collect()),
            certificates: Bounded::truncate_from(certificates.clone()),
            signatures: Bounded::truncate_from(case.signatures().collect()),
        };
        let written = Written {
            certificates,
            numbering: Some((dealing.authority, last)),
            split: Some(SplitWritten {
                fingerprints: split.fingerprints.clone(),
                parts,
            }),
            ..Written::nothing(record, roll)
        };
        Ok((written, content))
    }

    /// The numbers of the certificates of all parts.
    fn numbers_of_parts(
        whole: &ObjectRecord,
        certificates: usize,
        split: &Split,
        at: Moment,
    ) -> Result<(Vec<CertificateNumber>, crate::numbers::LastGiven), Error<T>> {
        let profile = T::Authorities::profile(whole.authority).ok_or(Error::<T>::AuthorityNotListed)?;
        let count = certificates.saturating_mul(split.parts.len());
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        Self::next_numbers(whole.authority, &profile, at, count)
    }

    /// One part: an object with a serial of its own.
    fn part(
        from: EntryNo,
        whole: &ObjectRecord,
        (part, publication): (&Part, Publication),
        rights: &ByCertificate,
        numbers: Vec<CertificateNumber>,
        at: Moment,
    ) -> Result<NewObject, Error<T>> {
        let object = Self::draw_serial(whole.authority)
            .and_then(|serial| ObjectId::new(whole.authority, serial))
            .ok_or(Error::<T>::SerialsExhausted)?;
        let facts = ObjectFacts {
            description: part.description,
            ..whole.facts.clone()
        };
        let (rights, certificates) = issued(rights, numbers, at);
        let content = EntryContent::SplitOff {
            from,
            facts: facts.clone(),
            publication,
            rights: records::<T, _, _>(rights.iter().map(|(_, right)| right.clone()))?,
            certificates: records::<T, _, _>(certificates.iter().map(|issued| issued.certificate.clone()))?,
            fingerprints: part.fingerprints.clone(),
        };
        let record = ObjectRecord {
            publication,
            // What was imported and not reviewed yet is no more by that it was split.
            imported: whole.imported,
            rights: counted(rights.len()),
            certificates: counted(certificates.len()),
            ..empty_object(whole.authority, whole.regime, facts, at)
        };
        Ok(NewObject {
            object,
            record,
            roll: Self::ensure_room(Roll::default(), lines(&rights, &certificates))?,
            rights,
            certificates,
            fingerprints: part.fingerprints.clone(),
            content,
        })
    }

    /// Stores the parts, each with its first entry.
    pub(crate) fn store_parts(
        id: CaseId,
        case: &Case,
        from: EntryNo,
        parts: Vec<NewObject>,
        decided: &Decided,
    ) {
        for part in parts {
            let basis: EntryBasis = basis(id, case, decided);
            let (object, mut record) = (part.object, part.record);
            let authority = record.authority;
            Self::store_registration(object, part.roll, &part.rights, &part.certificates);
            Self::link_sources(object, &record.facts);
            let content = part.content;
            let entry = append_entry(
                object,
                &mut record,
                authority,
                case.regime,
                decided.at,
                basis,
                content,
            );
            Self::add_fingerprints(object, &mut record, &part.fingerprints);
            SplitFrom::<T>::insert(object, from);
            Self::store_entry(Some(decided.acting.officer), record, entry);
        }
    }
}

/// Rights and certificates of a part, numbered densely from 0 and made by its first entry.
fn issued(
    rights: &ByCertificate,
    numbers: Vec<CertificateNumber>,
    at: Moment,
) -> (Vec<(u32, RightRecord)>, Vec<Issued>) {
    let (mut all, mut certificates) = (Vec::new(), Vec::new());
    for ((place, of_certificate), number) in (0u32..).zip(rights.values()).zip(numbers) {
        let first = counted(all.len());
        let own = (first..).zip(of_certificate).map(|(number, right)| {
            let own = new_right(right.kind, &right.holders, right.valid_until, place, 1);
            (number, own)
        });
        let own: Vec<_> = own.collect();
        let holders = own.first().map(|(_, right)| right.holders.parties());
        certificates.push(Issued {
            number: place,
            certificate: CertificateRecord {
                version: v1::VERSION,
                number,
                issue: 1,
                // As many as the certificate of the whole lists.
                rights: Bounded::truncate_from(own.iter().map(|(number, _)| *number).collect()),
                entry: 1,
                issued_at: at,
                outcome: Outcome::Live,
                without_rights: None,
            },
            holders: holders.unwrap_or_default(),
        });
        all.extend(own);
    }
    (all, certificates)
}

fn records<T: Config, R, const N: u32>(records: impl Iterator<Item = R>) -> Result<Bounded<R, N>, Error<T>> {
    let records: Vec<_> = records.collect();
    records.try_into().map_err(|_| Error::<T>::EntryTooLarge)
}

fn counted(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How the description of a part was published (NG 24): to the extent that was decided for the case.
fn publication_of_part(case: &Case, place: usize) -> Publication {
    let withheld = case.publication.and_then(|decision| decision.withheld);
    match (withheld, case.part_texts.get(place)) {
        (None, Some(_)) => Publication::Full,
        (Some(Withholding::Part), Some(text)) => Publication::Part(*text),
        (Some(Withholding::Whole), _) | (_, None) => Publication::Withheld,
    }
}
