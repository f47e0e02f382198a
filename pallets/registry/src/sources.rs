//! What was made from a source shows that the source has ended, is seized or is disputed (design section 3; S002). Nothing is
//! cancelled by itself, and only what was made from it directly is told.
//!
//! A source may have thousands of descendants, so they are told one by one where a block has room. What is told is computed
//! from the source as it then stands, and only what differs is written: so nothing depends on the order, a source waits at
//! most once, and what happens to it meanwhile starts another round. What ends by time alone ends here by the same time.

use crate::{
    entries::append_entry, register::MARKS_WITH_NOTICES_MAX, roll, Config, Derived, Marks, Objects, Pallet,
    RecentEntries, Rights, Rolls, SourceNotices, SourceQueue, SourceQueueEnds, Tellings, WeightInfo,
};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use quanji_primitives::{
    clock::Moment,
    directory::{LicenceBook, RuleBook},
    marks::{notice_of, Mark, MarkEnd, MarkKind, MarkSource, RightSet, SourceNotice, SourceState},
    object::Source,
    v1::{Entry, EntryBasis, EntryContent, ObjectRecord, Outcome, RightStatus, VERSION},
    EntryNo, ObjectId, RightId,
};
use scale_info::TypeInfo;

/// How far a source has been told: its descendants from `next` on, `left` of them, beginning anew after the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Telling {
    /// The latest entry of the source from which something is to be told.
    pub entry: EntryNo,
    /// When it was written.
    pub at: Moment,
    /// The number of the descendant that is told next.
    pub next: u32,
    /// How many descendants are still to be told.
    pub left: u32,
}

/// What is to be known of a source that an object names.
pub(crate) struct Known {
    /// Under which its notice is kept: the right that is named, or for a source named without a right number `u32::MAX`.
    named: RightId,
    /// The right of which it is known.
    right: RightId,
    pub(crate) notice: Option<SourceNotice>,
}

/// Whether an entry may change what is to be known of a source.
fn is_to_be_told(content: &EntryContent) -> bool {
    match content {
        EntryContent::Mark { mark, .. } => mark.kind != MarkKind::SourceNotice,
        EntryContent::RightsEnded { .. } | EntryContent::LicenceEnded { .. } => true,
        // What had ended by its term may have revived.
        EntryContent::Renewed { .. } => true,
        _ => false,
    }
}

/// What an object names of a source: rights of it, or the source without naming one.
fn named(record: &ObjectRecord, source: ObjectId) -> (BTreeSet<u32>, bool) {
    let lineage = || record.facts.lineage.iter();
    let rights = lineage().filter_map(|one| match one {
        Source::Right(right) if right.object == source => Some(right.index),
        _ => None,
    });
    let whole = lineage().any(|one| *one == Source::Object(source));
    (rights.collect(), whole)
}

impl<T: Config> Pallet<T> {
    /// An entry of a source is to be told to all that was made from it.
    pub(crate) fn queue_descendants(record: &ObjectRecord, entry: &Entry) {
        if record.derived == 0 || !is_to_be_told(&entry.content) {
            return;
        }
        Self::queue(entry.no.object, |waiting| Telling {
            entry: entry.no,
            at: T::Rules::default().now(),
            next: waiting.map_or(0, |waiting| waiting.next),
            left: record.derived,
        });
    }

    /// What was made from a source against which something may stand already is told as well.
    pub(crate) fn queue_new_descendant(source: ObjectId, record: &ObjectRecord) {
        let live = roll::rights(&Rolls::<T>::get(source)).numbers().count();
        let some_ended = u32::try_from(live).unwrap_or(u32::MAX) < record.rights;
        if record.marks == 0 && !some_ended {
            return;
        }
        Self::queue(source, |waiting| match waiting {
            // It comes after those that are left.
            Some(waiting) => Telling {
                left: waiting.left.saturating_add(1),
                ..waiting
            },
            None => Telling {
                entry: EntryNo {
                    object: source,
                    number: record.entries,
                },
                at: T::Rules::default().now(),
                next: record.derived.saturating_sub(1),
                left: 1,
            },
        });
    }

    /// A source waits, at most once.
    fn queue(source: ObjectId, telling: impl FnOnce(Option<Telling>) -> Telling) {
        let waiting = Tellings::<T>::get(source);
        if waiting.is_none() {
            let (first, next) = SourceQueueEnds::<T>::get();
            SourceQueue::<T>::insert(next, source);
            SourceQueueEnds::<T>::put((first, next.saturating_add(1)));
        }
        Tellings::<T>::insert(source, telling(waiting));
    }

    /// Tells descendants while there is room; gives the weight that it took.
    pub(crate) fn tell_descendants(room: Weight) -> Weight {
        let mut taken = T::WeightInfo::look_for_descendants();
        if taken.any_gt(room) {
            return Weight::zero();
        }
        let (first, next) = SourceQueueEnds::<T>::get();
        if first == next {
            return taken;
        }
        let one = T::WeightInfo::tell_descendant();
        while taken.saturating_add(one).all_lte(room) && Self::tell_next() {
            taken.saturating_accrue(one);
        }
        taken
    }

    /// Tells one descendant of the first source that waits; `false` when none does.
    pub(crate) fn tell_next() -> bool {
        let (first, _) = SourceQueueEnds::<T>::get();
        let Some(source) = SourceQueue::<T>::get(first) else {
            return false;
        };
        let waiting = Tellings::<T>::get(source).zip(Objects::<T>::get(source));
        let Some((telling, record)) = waiting else {
            Self::leave_queue(source);
            return true;
        };
        let number = telling.next.checked_rem(record.derived).unwrap_or_default();
        let after = Telling {
            next: number.saturating_add(1),
            left: telling.left.saturating_sub(1),
            ..telling
        };
        if after.left == 0 {
            Self::leave_queue(source);
        } else {
            Tellings::<T>::insert(source, after);
        }
        if let Some(descendant) = Derived::<T>::get(source, number) {
            Self::tell(descendant, source, &record, telling);
        }
        true
    }

    /// The first source waits no longer.
    fn leave_queue(source: ObjectId) {
        let (first, next) = SourceQueueEnds::<T>::get();
        Tellings::<T>::remove(source);
        SourceQueue::<T>::remove(first);
        SourceQueueEnds::<T>::put((first.saturating_add(1), next));
    }

    /// Writes what differs of what an object tells of a source.
    fn tell(descendant: ObjectId, source: ObjectId, of_source: &ObjectRecord, telling: Telling) {
        let record = Objects::<T>::get(descendant).filter(|record| record.outcome == Outcome::Live);
        let Some(mut record) = record else { return };
        for known in Self::known_of(&record, source, of_source, telling.at) {
            let Some((number, mark)) = Self::to_write(descendant, &record, &known) else {
                continue;
            };
            // There is a place for each source that can be named.
            let Ok(list) = Self::ensure_mark_fits(descendant, number, mark) else {
                continue;
            };
            Self::write_mark(descendant, number, mark, list);
            SourceNotices::<T>::insert(descendant, known.named, number);
            record.marks = record.marks.max(number.saturating_add(1));
            let (authority, regime, now) = (record.authority, record.regime, T::Rules::default().now());
            let basis = EntryBasis::Source(telling.entry);
            let content = EntryContent::Mark { number, mark };
            let entry = append_entry(descendant, &mut record, authority, regime, now, basis, content);
            Self::store_entry(None, record.clone(), entry);
        }
    }

    /// What is to be known now of a source that an object names, one for each right that it names of it.
    pub(crate) fn known_of(
        record: &ObjectRecord,
        source: ObjectId,
        of_source: &ObjectRecord,
        ended_at: Moment,
    ) -> Vec<Known> {
        let now = T::Rules::default().now();
        let marks = Self::live_marks_of(source);
        let notice = |number: u32| {
            let ended = Self::ended_since(source, number, ended_at);
            notice_of(number, ended, &marks, now)
        };
        let id = |index| RightId {
            object: source,
            index,
        };
        let (rights, whole) = named(record, source);
        if !whole || !rights.is_empty() {
            let of_right = |number| Known {
                named: id(number),
                right: id(number),
                notice: notice(number),
            };
            return rights.into_iter().map(of_right).collect();
        }
        let is_root =
            |number: &u32| Rights::<T>::get(source, number).is_some_and(|right| right.parent.is_none());
        let roots: Vec<u32> = (0..of_source.rights).filter(is_root).collect();
        // A registration without rights has marks all the same.
        let roots = if roots.is_empty() { alloc::vec![0] } else { roots };
        let found: Vec<_> = roots.into_iter().map(|number| (number, notice(number))).collect();
        let has_ended =
            |notice: &Option<SourceNotice>| notice.is_some_and(|notice| notice.state == SourceState::Ended);
        // A source named without a right has ended when all its rights of first registration have.
        let all_ended = found.iter().all(|(_, notice)| has_ended(notice));
        let first = found
            .iter()
            .find(|(_, notice)| notice.is_some() && (all_ended || !has_ended(notice)));
        let (right, notice) = first.map_or((id(0), None), |(number, notice)| (id(*number), *notice));
        alloc::vec![Known {
            named: id(u32::MAX),
            right,
            notice,
        }]
    }

    /// Since when a right has ended, itself or through one on which it hangs. `otherwise`: where its entry is remembered no
    /// more.
    fn ended_since(object: ObjectId, number: u32, otherwise: Moment) -> Option<Moment> {
        let right = Rights::<T>::get(object, number)?;
        let by = match (right.status, right.parent) {
            (RightStatus::Ended(entry), _) => Some(entry),
            (RightStatus::Live, None) => None,
            (RightStatus::Live, Some(_)) => T::Licences::ended_by(object, number),
        };
        let by_entry = by.map(|by| {
            let recent = RecentEntries::<T>::get(object);
            let written = recent.iter().find(|(_, number)| *number == by);
            written.map_or(otherwise, |(at, _)| *at)
        });
        let by_term = Self::term_over_since(object, number);
        by_entry.into_iter().chain(by_term).min()
    }

    /// Since when the term of a right is over, or of one on which it hangs: for that nobody has to send anything. What is
    /// being renewed in time stays in force (NG 36).
    fn term_over_since(object: ObjectId, number: u32) -> Option<Moment> {
        let now = T::Rules::default().now();
        let chain = Self::hangs_on(object, number).into_iter();
        let mut over = chain.filter(|(_, right)| right.valid_until <= now).peekable();
        over.peek()?;
        let kept = Self::kept_by_renewals(object);
        over.filter(|(number, _)| !kept.contains(*number))
            .map(|(_, right)| right.valid_until)
            .min()
    }

    /// What is to be known now of the sources from which an object was made, with the right of which it is known. Unlike the
    /// marks that tell of it, it knows what ends by its term.
    pub(crate) fn notices_of_sources(object: ObjectId) -> Vec<(RightId, SourceNotice)> {
        let Some(record) = Objects::<T>::get(object) else {
            return Vec::new();
        };
        let sources = record.facts.lineage.iter().filter_map(|source| match source {
            Source::Right(right) => Some(right.object),
            Source::Object(source) => Some(*source),
            Source::Unregistered(_) => None,
        });
        let now = T::Rules::default().now();
        let known = |source: ObjectId| {
            let of_source = Objects::<T>::get(source)?;
            Some(Self::known_of(&record, source, &of_source, now))
        };
        let sources: BTreeSet<ObjectId> = sources.collect();
        let all = sources.into_iter().filter_map(known).flatten();
        all.filter_map(|known| Some((known.right, known.notice?)))
            .collect()
    }

    /// The mark that has to be written, with its number; nothing where what is written tells it already.
    fn to_write(descendant: ObjectId, record: &ObjectRecord, known: &Known) -> Option<(u32, Mark)> {
        let now = T::Rules::default().now();
        let number = SourceNotices::<T>::get(descendant, known.named);
        let before = number.and_then(|number| Marks::<T>::get(descendant, number));
        let Some(notice) = known.notice else {
            // One whose time is over needs no end.
            let stands = before.filter(|mark| mark.stands(now))?;
            let ended = Some((now, MarkEnd::SourceClear));
            return Some((number?, Mark { ended, ..stands }));
        };
        let mark = Mark {
            version: VERSION,
            kind: MarkKind::SourceNotice,
            // It concerns everything that was made.
            rights: RightSet::NONE,
            source: MarkSource::SourceRight {
                right: known.right,
                state: notice.state,
            },
            authority: record.authority,
            since: notice.since,
            until: notice.until,
            ended: None,
            order: None,
        };
        // What has ended has ended once: since when is known from when it was first told.
        let told = before.is_some_and(|before| {
            let same_end = notice.state == SourceState::Ended && before.source == mark.source;
            before == mark || (same_end && before.ended.is_none())
        });
        let number = number.unwrap_or(record.marks);
        (!told && number < MARKS_WITH_NOTICES_MAX).then_some((number, mark))
    }
}
