//! The registry, as this pallet sees it, with its records in storage: a refused call changes nothing in them either.

use super::*;
use codec::{Decode, Encode};
use frame_support::storage::unhashed;
use quanji_primitives::{
    dealing::{judge, Deal, Obstacle, Passing},
    directory::{LicenceRegister, Register, RegisterError, RuleBook},
    ending::{Correction, RightsEndCause},
    marks::{live, EntryRange, LiveMark, MarkEnd, Operation},
    terms::{EndCause, UseReport},
    v1::{EntryBasis, LicenceRecord},
    CaseId, ObjectionId, OfficerId, PartyId, RightId,
};

/// An entry that the register wrote.
#[derive(Encode, Decode, Clone, Debug, PartialEq, Eq)]
pub enum Written {
    Licensed(ObjectId, u32, EntryBasis),
    Ended(ObjectId, u32, EndCause, Vec<u32>, EntryBasis, Option<OfficerId>),
    Used(ObjectId, u32, UseReport, Option<u64>, EntryBasis),
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
    let mut entries: Vec<Written> = read("written", ()).unwrap_or_default();
    entries.push(entry);
    write("written", (), &entries);
}

/// The entries that the register wrote since the last call of this function.
pub fn take_written() -> Vec<Written> {
    let entries = read("written", ()).unwrap_or_default();
    unhashed::kill(&key("written", ()));
    entries
}

impl Registry {
    fn judged(object: ObjectId, deal: &Deal<'_>) -> Result<Passing, Vec<Obstacle>> {
        let record = Self::object(object).unwrap();
        let regime = Rules.regime(record.regime).unwrap();
        judge(&regime.effects, deal, &Self::marks(object), Rules.now())
    }

    pub fn put_object(id: ObjectId, record: &ObjectRecord) {
        write("object", id, record);
    }

    pub fn put_right(id: ObjectId, number: u32, right: &RightRecord) {
        write("right", (id, number), right);
    }

    pub fn put_kept(id: ObjectId, rights: RightSet) {
        write("kept", id, &rights);
    }

    pub fn put_mark(id: ObjectId, mark: Mark) {
        let record = Self::object(id).unwrap();
        write("mark", (id, record.marks), &mark);
        let marks = record.marks + 1;
        Self::put_object(id, &ObjectRecord { marks, ..record });
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
        Self::judged(object, deal).map_err(|_| RegisterError::Barred)
    }

    fn parties_of_case(_: CaseId) -> Option<Vec<PartyId>> {
        None
    }

    fn regime_of_case(_: CaseId) -> Option<RegimeId> {
        None
    }

    fn next_serial(_: AuthorityId) -> Option<u64> {
        None
    }

    fn set_mark(_: ObjectId, _: Mark, _: EntryBasis, _: Option<OfficerId>) -> Result<u32, RegisterError> {
        Err(RegisterError::NotFound)
    }

    fn change_mark(
        _: ObjectId,
        _: u32,
        _: Mark,
        _: EntryBasis,
        _: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Err(RegisterError::NotFound)
    }

    fn end_mark(
        _: ObjectId,
        _: u32,
        _: MarkEnd,
        _: EntryBasis,
        _: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Err(RegisterError::NotFound)
    }

    fn end_rights(
        _: ObjectId,
        _: RightSet,
        _: Option<(u32, MarkEnd)>,
        _: RightsEndCause,
        _: EntryBasis,
        _: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Err(RegisterError::NotFound)
    }

    fn ensure_can_correct(_: ObjectId, _: &Correction, _: Option<&[u8]>) -> Result<(), RegisterError> {
        Err(RegisterError::Unfit)
    }

    fn correct(
        _: ObjectId,
        _: &Correction,
        _: Option<&[u8]>,
        _: EntryBasis,
        _: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Err(RegisterError::Unfit)
    }

    fn open_objection(_: ObjectId, _: ObjectionId) -> Result<(), RegisterError> {
        Err(RegisterError::NotFound)
    }

    fn close_objection(_: ObjectId, _: ObjectionId) {}

    fn stop_case(_: CaseId, _: ConflictId) -> Result<(), RegisterError> {
        Err(RegisterError::NotFound)
    }

    fn release_case(_: CaseId, _: bool) {}
}

impl LicenceRegister for Registry {
    fn obstacles(object: ObjectId, rights: RightSet, operation: Operation) -> Vec<Obstacle> {
        Self::judged(object, &Deal::of_party(operation, rights))
            .err()
            .unwrap_or_default()
    }

    fn kept_in_force(object: ObjectId) -> RightSet {
        read("kept", object).unwrap_or(RightSet::NONE)
    }

    fn add_licence(
        object: ObjectId,
        parent: u32,
        licensee: PartyId,
        licence: &LicenceRecord,
        basis: EntryBasis,
    ) -> Result<u32, RegisterError> {
        let mut record = Self::object(object).ok_or(RegisterError::NotFound)?;
        let number = record.rights;
        if number >= world(|world| world.rights_max) {
            return Err(RegisterError::Full);
        }
        record.rights += 1;
        Self::put_object(object, &record);
        let given = RightRecord {
            parent: Some(RightId {
                object,
                index: parent,
            }),
            valid_until: licence.terms.valid_until,
            ..right(licence.terms.gives, Holders::Sole(licensee))
        };
        Self::put_right(object, number, &given);
        note(Written::Licensed(object, number, basis));
        Ok(number)
    }

    fn end_licence(
        object: ObjectId,
        number: u32,
        cause: EndCause,
        fallen: Vec<u32>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        let right = Self::right(object, number).ok_or(RegisterError::NotFound)?;
        let status = RightStatus::Ended(2);
        Self::put_right(object, number, &RightRecord { status, ..right });
        note(Written::Ended(object, number, cause, fallen, basis, officer));
        Ok(())
    }

    fn enter_use(
        object: ObjectId,
        number: u32,
        report: UseReport,
        over: Option<u64>,
        basis: EntryBasis,
    ) -> Result<(), RegisterError> {
        note(Written::Used(object, number, report, over, basis));
        Ok(())
    }
}
