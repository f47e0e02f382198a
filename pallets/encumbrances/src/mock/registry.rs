//! The registry, as this pallet sees it, with its records in storage: a refused call changes nothing in them either.

use super::*;
use codec::{Decode, Encode};
use frame_support::storage::unhashed;
use quanji_primitives::{
    dealing::{judge, Deal, Passing},
    directory::{CollateralRegister, Register, RegisterError, RuleBook, RulingRegister, SecurityGap},
    ending::{Correction, RightsEndCause},
    filing::TransferReason,
    marks::{live, EntryRange, LiveMark, Mark, MarkEnd},
    regimes::national_2026,
    rights::Holders,
    v1::{Encumbrance, EntryBasis},
    CaseId, ConflictId, ObjectionId, OfficerId, PartyId,
};

/// An entry that the register wrote.
#[allow(clippy::large_enum_variant, reason = "a test writes a few of them")]
#[derive(Encode, Decode, Clone, Debug, PartialEq, Eq)]
pub enum Written {
    MarkSet(u32, EntryBasis),
    MarkChanged(u32, EntryBasis),
    MarkEnded(u32, MarkEnd, EntryBasis),
    RightsEnded(RightSet, RightsEndCause, EntryBasis),
    RightsPassed(RightSet, PartyId, EntryBasis),
    Encumbered(ObjectId, u32, Mark, Encumbrance, EntryBasis),
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

fn note(object: ObjectId, officer: Option<OfficerId>, entry: Written) {
    let of_day_book = !matches!(entry, Written::Encumbered(..) | Written::RightsPassed(..));
    assert!(
        officer.is_some() || !of_day_book,
        "an officer writes every entry of the day book"
    );
    let mut record = Registry::object(object).unwrap();
    record.entries += 1;
    write("entered", (object, record.entries), &Rules.now());
    Registry::put_object(object, &record);
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

/// Writes an entry of something else on the object now.
pub fn enter_something(object: ObjectId) {
    let mut record = Registry::object(object).unwrap();
    record.entries += 1;
    write("entered", (object, record.entries), &Rules.now());
    Registry::put_object(object, &record);
}

impl Registry {
    pub fn put_object(id: ObjectId, record: &ObjectRecord) {
        write("object", id, record);
    }

    pub fn put_right(id: ObjectId, number: u32, right: &RightRecord) {
        write("right", (id, number), right);
    }

    pub fn put_mark(object: ObjectId, number: u32, mark: &Mark) {
        write("mark", (object, number), mark);
    }

    /// Takes the last serial number back.
    pub fn give_back_serial(authority: AuthorityId) {
        let last: u64 = read("serial", authority).unwrap();
        write("serial", authority, &(last - 1));
    }

    fn open_mark(object: ObjectId, number: u32) -> Result<Mark, RegisterError> {
        Self::mark(object, number)
            .filter(|mark| mark.ended.is_none())
            .ok_or(RegisterError::NotFound)
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

    fn entered_since(object: ObjectId, from: Moment) -> Option<EntryRange> {
        let last = Self::object(object)?.entries;
        let entered =
            |number: &u32| read::<Moment>("entered", (object, *number)).is_some_and(|at| at >= from);
        let first = (1..=last).find(entered)?;
        Some(EntryRange { first, last })
    }

    fn ensure_can_deal(object: ObjectId, deal: &Deal<'_>) -> Result<Passing, RegisterError> {
        judge(&national_2026().effects, deal, &Self::marks(object), Rules.now())
            .map_err(|_| RegisterError::Barred)
    }

    fn parties_of_case(_: CaseId) -> Option<Vec<PartyId>> {
        None
    }

    fn regime_of_case(_: CaseId) -> Option<RegimeId> {
        None
    }

    fn next_serial(authority: AuthorityId) -> Option<u64> {
        let serial = read("serial", authority).unwrap_or(100u64) + 1;
        if serial > world(|world| world.serials_max) {
            return None;
        }
        write("serial", authority, &serial);
        Some(serial)
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
        Self::put_mark(object, number, &mark);
        note(object, officer, Written::MarkSet(number, basis));
        Ok(number)
    }

    fn change_mark(
        object: ObjectId,
        number: u32,
        mark: Mark,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Self::open_mark(object, number)?;
        Self::put_mark(object, number, &mark);
        note(object, officer, Written::MarkChanged(number, basis));
        Ok(())
    }

    fn end_mark(
        object: ObjectId,
        number: u32,
        end: MarkEnd,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        let ended = Some((Rules.now(), end));
        let mark = Self::open_mark(object, number)?;
        Self::put_mark(object, number, &Mark { ended, ..mark });
        note(object, officer, Written::MarkEnded(number, end, basis));
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
        assert_eq!(mark, None, "marks end by entries of their own");
        for number in rights.numbers() {
            let right = Self::right(object, number).ok_or(RegisterError::NotFound)?;
            let status = RightStatus::Ended(2);
            Self::put_right(object, number, &RightRecord { status, ..right });
        }
        note(object, officer, Written::RightsEnded(rights, cause, basis));
        Ok(())
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

impl RulingRegister for Registry {
    fn pass_rights(
        object: ObjectId,
        rights: RightSet,
        to: PartyId,
        reason: TransferReason,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<Vec<u32>, RegisterError> {
        assert_eq!(reason == TransferReason::Ruling, officer.is_some());
        for number in rights.numbers() {
            let right = Self::right(object, number).ok_or(RegisterError::NotFound)?;
            let holders = Holders::Sole(to);
            Self::put_right(object, number, &RightRecord { holders, ..right });
        }
        note(object, officer, Written::RightsPassed(rights, to, basis));
        Ok(vec![9])
    }
}

impl CollateralRegister for Registry {
    fn ensure_can_secure(object: ObjectId, rights: RightSet) -> Result<(), SecurityGap> {
        let record = Self::object(object).ok_or(SecurityGap::Object)?;
        if record.rights == 0 {
            return Err(SecurityGap::Regime);
        }
        let live = Self::live_rights(object);
        if rights == RightSet::NONE || !rights.is_within(live) {
            return Err(SecurityGap::Rights);
        }
        let right = |number| Self::right(object, number).unwrap();
        for one in rights.numbers().map(right) {
            if one.valid_until <= Rules.now() {
                return Err(SecurityGap::Lapsed);
            }
            let operates = |other: RightRecord| {
                other.kind == RightKind::Operating && other.certificate == one.certificate
            };
            if !live.numbers().map(right).any(operates) {
                return Err(SecurityGap::Power);
            }
        }
        Ok(())
    }

    fn enter_encumbrance(
        object: ObjectId,
        mark: Mark,
        encumbrance: Encumbrance,
        basis: EntryBasis,
    ) -> Result<u32, RegisterError> {
        let mut record = Self::object(object).ok_or(RegisterError::NotFound)?;
        let number = record.marks;
        if number >= world(|world| world.marks_max) {
            return Err(RegisterError::Full);
        }
        record.marks += 1;
        Self::put_object(object, &record);
        Self::put_mark(object, number, &mark);
        note(
            object,
            None,
            Written::Encumbered(object, number, mark, encumbrance, basis),
        );
        Ok(number)
    }

    fn change_encumbrance(
        object: ObjectId,
        number: u32,
        mark: Mark,
        encumbrance: Encumbrance,
        basis: EntryBasis,
    ) -> Result<(), RegisterError> {
        let known = Self::open_mark(object, number)?;
        assert!(
            mark.rights.is_within(known.rights),
            "it stands against no other rights"
        );
        Self::put_mark(object, number, &mark);
        note(
            object,
            None,
            Written::Encumbered(object, number, mark, encumbrance, basis),
        );
        Ok(())
    }
}
