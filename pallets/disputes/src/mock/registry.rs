//! The registry, as this pallet sees it, with its records in storage: a refused call changes nothing in them either.

use super::*;
use codec::{Decode, Encode};
use frame_support::storage::unhashed;
use quanji_primitives::{
    dealing::{judge, Deal, Passing},
    directory::{Register, RegisterError, RuleBook},
    ending::{Correction, RightsEndCause},
    marks::{live, EntryRange, LiveMark, Mark, MarkEnd},
    v1::EntryBasis,
    ConflictId, ObjectionId, OfficerId, PartyId,
};

/// A case as this pallet sees it.
#[derive(Encode, Decode, Clone, Debug, PartialEq, Eq)]
pub struct OpenCase {
    pub regime: RegimeId,
    pub stopped_by: Option<ConflictId>,
    pub yields: bool,
}

/// An entry that the register wrote.
#[derive(Encode, Decode, Clone, Debug, PartialEq, Eq)]
pub enum Written {
    MarkSet(ObjectId, u32, EntryBasis, Option<OfficerId>),
    MarkLimited(ObjectId, u32, Option<Moment>, EntryBasis, Option<OfficerId>),
    MarkEnded(ObjectId, u32, MarkEnd, EntryBasis, Option<OfficerId>),
    RightsEnded(
        ObjectId,
        RightSet,
        Option<(u32, MarkEnd)>,
        EntryBasis,
        Option<OfficerId>,
    ),
    Corrected(ObjectId, Correction, EntryBasis, Option<OfficerId>),
}

/// The registry, with its records in storage.
pub struct Registry;

fn key(name: &str, of: impl Encode) -> Vec<u8> {
    (name, of).encode()
}

fn read<V: Decode>(name: &str, of: impl Encode) -> Option<V> {
    unhashed::get(&key(name, of))
}

fn write<V: Encode>(name: &str, of: impl Encode, value: &V) {
    unhashed::put(&key(name, of), value)
}

fn note(entry: Written) {
    let mut entries = written();
    entries.push(entry);
    write("written", (), &entries);
}

/// The entries that the register wrote.
pub fn written() -> Vec<Written> {
    read("written", ()).unwrap_or_default()
}

/// The same, and forgets them.
pub fn take_written() -> Vec<Written> {
    let entries = written();
    unhashed::kill(&key("written", ()));
    entries
}

impl Registry {
    pub fn put_object(id: ObjectId, record: &ObjectRecord) {
        write("object", id, record);
    }

    pub fn put_right(id: ObjectId, number: u32, right: &RightRecord) {
        write("right", (id, number), right);
    }

    pub fn put_case(id: CaseId, case: &OpenCase) {
        write("case", id, case);
    }

    pub fn case(id: CaseId) -> Option<OpenCase> {
        read("case", id)
    }

    fn standing_mark(object: ObjectId, number: u32) -> Result<Mark, RegisterError> {
        let mark = Self::mark(object, number).ok_or(RegisterError::NotFound)?;
        mark.ended
            .is_none()
            .then_some(mark)
            .ok_or(RegisterError::NotFound)
    }

    fn write_end(object: ObjectId, number: u32, end: MarkEnd) -> Result<(), RegisterError> {
        let mark = Self::standing_mark(object, number)?;
        let ended = Some((Rules.now(), end));
        write("mark", (object, number), &Mark { ended, ..mark });
        Ok(())
    }
}

impl Register for Registry {
    fn object(id: ObjectId) -> Option<ObjectRecord> {
        read("object", id)
    }

    fn right(object: ObjectId, number: u32) -> Option<RightRecord> {
        read("right", (object, number))
    }

    fn live_rights(object: ObjectId) -> RightSet {
        let live = |number: &u32| {
            Self::right(object, *number).is_some_and(|right| right.status == RightStatus::Live)
        };
        (0..64).filter(live).collect()
    }

    fn live_holders(object: ObjectId) -> Vec<PartyId> {
        let rights = Self::live_rights(object).numbers();
        let holders = rights.filter_map(|number| Self::right(object, number));
        let each: std::collections::BTreeSet<_> = holders.flat_map(|right| right.holders.parties()).collect();
        each.into_iter().collect()
    }

    fn mark(object: ObjectId, number: u32) -> Option<Mark> {
        read("mark", (object, number))
    }

    fn live_marks(object: ObjectId) -> Vec<LiveMark> {
        live::of_all(&Self::marks(object), Rules.now())
    }

    fn marks(object: ObjectId) -> Vec<Mark> {
        (0..).map_while(|number| Self::mark(object, number)).collect()
    }

    fn entered_since(_: ObjectId, _: Moment) -> Option<EntryRange> {
        None
    }

    fn ensure_can_deal(object: ObjectId, deal: &Deal<'_>) -> Result<Passing, RegisterError> {
        let effects = quanji_primitives::regimes::default_effects();
        judge(&effects, deal, &Self::marks(object), Rules.now()).map_err(|_| RegisterError::Barred)
    }

    fn parties_of_case(case: CaseId) -> Option<Vec<PartyId>> {
        Self::case(case).map(|_| vec![party(REGISTRANT)])
    }

    fn regime_of_case(case: CaseId) -> Option<RegimeId> {
        Self::case(case).map(|case| case.regime)
    }

    fn next_serial(authority: AuthorityId) -> Option<u64> {
        let last: u64 = read("serial", authority).unwrap_or(1_000);
        if last >= world(|world| world.serial_max) {
            return None;
        }
        write("serial", authority, &(last + 1));
        Some(last + 1)
    }

    fn set_mark(
        object: ObjectId,
        mark: Mark,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<u32, RegisterError> {
        let mut record = Self::object(object).ok_or(RegisterError::NotFound)?;
        let number = record.marks;
        if number >= world(|world| world.marks_max) {
            return Err(RegisterError::Full);
        }
        record.marks += 1;
        Self::put_object(object, &record);
        write("mark", (object, number), &mark);
        note(Written::MarkSet(object, number, basis, officer));
        Ok(number)
    }

    fn change_mark(
        object: ObjectId,
        number: u32,
        mark: Mark,
        _: EntryBasis,
        _: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Self::standing_mark(object, number)?;
        write("mark", (object, number), &mark);
        Ok(())
    }

    fn limit_mark(
        object: ObjectId,
        number: u32,
        until: Option<Moment>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        let mark = Self::standing_mark(object, number)?;
        write("mark", (object, number), &Mark { until, ..mark });
        note(Written::MarkLimited(object, number, until, basis, officer));
        Ok(())
    }

    fn end_mark(
        object: ObjectId,
        number: u32,
        end: MarkEnd,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Self::write_end(object, number, end)?;
        note(Written::MarkEnded(object, number, end, basis, officer));
        Ok(())
    }

    fn end_rights(
        object: ObjectId,
        rights: RightSet,
        mark: Option<(u32, MarkEnd)>,
        cause: RightsEndCause,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        assert_eq!(cause, RightsEndCause::Objection);
        for number in rights.numbers() {
            let right = Self::right(object, number).ok_or(RegisterError::NotFound)?;
            if right.status != RightStatus::Live {
                return Err(RegisterError::NotFound);
            }
            let status = RightStatus::Ended(2);
            Self::put_right(object, number, &RightRecord { status, ..right });
        }
        if let Some((number, end)) = mark {
            Self::write_end(object, number, end)?;
        }
        note(Written::RightsEnded(object, rights, mark, basis, officer));
        Ok(())
    }

    /// What differs in nothing is not corrected, and a corrected description is published.
    fn ensure_can_correct(
        object: ObjectId,
        facts: &Correction,
        text: Option<&[u8]>,
    ) -> Result<(), RegisterError> {
        let record = Self::object(object).ok_or(RegisterError::NotFound)?;
        let fits = facts.changes(&record.facts) && text.map(Digest::sha2_256) == facts.description;
        fits.then_some(()).ok_or(RegisterError::Unfit)
    }

    fn correct(
        object: ObjectId,
        facts: &Correction,
        text: Option<&[u8]>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Self::ensure_can_correct(object, facts, text)?;
        let mut record = Self::object(object).ok_or(RegisterError::NotFound)?;
        record.facts = facts.applied_to(&record.facts);
        Self::put_object(object, &record);
        note(Written::Corrected(object, *facts, basis, officer));
        Ok(())
    }

    fn open_objection(object: ObjectId, objection: ObjectionId) -> Result<(), RegisterError> {
        let mut record = Self::object(object).ok_or(RegisterError::NotFound)?;
        record
            .open_objections
            .try_push(objection)
            .map_err(|_| RegisterError::Full)?;
        Self::put_object(object, &record);
        Ok(())
    }

    fn close_objection(object: ObjectId, objection: ObjectionId) {
        if let Some(mut record) = Self::object(object) {
            record.open_objections.retain(|open| *open != objection);
            Self::put_object(object, &record);
        }
    }

    fn stop_case(case: CaseId, conflict: ConflictId) -> Result<(), RegisterError> {
        let open = Self::case(case).ok_or(RegisterError::NotFound)?;
        let stopped_by = Some(conflict);
        Self::put_case(case, &OpenCase { stopped_by, ..open });
        Ok(())
    }

    fn release_case(case: CaseId, yields: bool) {
        if let Some(open) = Self::case(case) {
            let stopped_by = None;
            Self::put_case(
                case,
                &OpenCase {
                    stopped_by,
                    yields,
                    ..open
                },
            );
        }
    }
}
