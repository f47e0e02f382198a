//! How every entry of the register is written: counted, chained, and told by one event (design section 4, rule 3).

use crate::{live_marks::LIVE_MARKS_MAX, Config, Event, Objects, Pallet};
use alloc::boxed::Box;
use quanji_primitives::{
    clock::Moment,
    regime::RegimeId,
    v1::{self, history_after, Entry, EntryBasis, EntryContent, ObjectRecord},
    written_notice::RefusalLetter,
    AuthorityId, Bounded, EntryNo, ObjectId, OfficerId, PartyId,
};

/// Marks that travel, by their numbers, with the parties for whom they stand.
pub(crate) type Travelling = Bounded<(u32, Option<PartyId>), LIVE_MARKS_MAX>;

/// The next entry of an object. Its record counts the entry and its history chains it; both are stored by
/// [`Pallet::store_entry`].
pub(crate) fn append_entry(
    object: ObjectId,
    record: &mut ObjectRecord,
    authority: AuthorityId,
    regime: RegimeId,
    at: Moment,
    basis: EntryBasis,
    content: EntryContent,
) -> Entry {
    record.entries = next_entry(record);
    let entry = Entry {
        version: v1::VERSION,
        no: EntryNo {
            object,
            number: record.entries,
        },
        authority,
        regime,
        at,
        previous: record.history,
        basis,
        content,
    };
    record.history = history_after(&entry);
    entry
}

/// The number of the entry that comes next.
pub(crate) fn next_entry(record: &ObjectRecord) -> u32 {
    record.entries.saturating_add(1)
}

impl<T: Config> Pallet<T> {
    /// Stores the record of an object after `entry`, and tells of the entry.
    pub(crate) fn store_entry(officer: Option<OfficerId>, record: ObjectRecord, entry: Entry) {
        Self::store_entry_with(officer, record, entry, (None, Bounded::default()));
    }

    /// The same for the entry of a case: it is told with the written notice of the kinds that were refused, and with the
    /// marks that travel.
    pub(crate) fn store_entry_with(
        officer: Option<OfficerId>,
        record: ObjectRecord,
        entry: Entry,
        (refusal, travelling): (Option<RefusalLetter>, Travelling),
    ) {
        Self::queue_descendants(&record, &entry);
        Objects::<T>::insert(entry.no.object, record);
        Self::note_entry(entry.no.object, entry.no.number);
        let entry = Box::new(entry);
        Self::deposit_event(Event::Entered {
            officer,
            entry: entry.clone(),
            refusal,
            travelling,
        });
        Self::let_fall(&entry);
    }
}
