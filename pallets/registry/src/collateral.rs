//! Pledges and reservations, as the register enters them. Whether they may be made, changed or ended is judged by the pallet of
//! encumbrances.

use crate::{
    entries::Travelling,
    live_marks::LiveMarksOf,
    register::{enter, MARKS_MAX},
    Config, Marks, Objects, Pallet, Rolls,
};
use alloc::vec::Vec;
use quanji_primitives::{
    directory::{CollateralRegister, MarkHolders, RegisterError, RuleBook, SecurityGap},
    marks::{Mark, MarkKind, RightSet},
    regime::Act,
    v1::{Encumbrance, EntryBasis, EntryContent, ObjectRecord, Outcome},
    ObjectId,
};

impl<T: Config> CollateralRegister for Pallet<T> {
    fn ensure_can_secure(object: ObjectId, rights: RightSet) -> Result<(), SecurityGap> {
        let record = Objects::<T>::get(object)
            .filter(|record| record.outcome == Outcome::Live)
            .ok_or(SecurityGap::Object)?;
        let regime = T::Rules::default()
            .regime(record.regime)
            .filter(|regime| regime.creates_rights)
            .ok_or(SecurityGap::Regime)?;
        Self::ensure_act_by_case(Act::Pledge, &regime).map_err(|_| SecurityGap::Regime)?;
        let (live, in_force) = Self::live_and_in_force(object, &record, &Rolls::<T>::get(object));
        let known = (live.as_slice(), in_force);
        let mut named = 0usize;
        let first = live
            .iter()
            .filter(|(number, right)| rights.contains(*number) && right.parent.is_none());
        for (number, right) in first {
            if !in_force.contains(*number) {
                return Err(SecurityGap::Lapsed);
            }
            Self::ensure_power_to_dispose(Act::Pledge, right.certificate, known, &regime)
                .map_err(|_| SecurityGap::Power)?;
            named = named.saturating_add(1);
        }
        let all = rights != RightSet::NONE && named == rights.numbers().count();
        all.then_some(()).ok_or(SecurityGap::Rights)
    }

    fn enter_encumbrance(
        object: ObjectId,
        mark: Mark,
        encumbrance: Encumbrance,
        basis: EntryBasis,
    ) -> Result<u32, RegisterError> {
        let mut record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let known = mark.rights.numbers().all(|right| right < record.rights);
        if !known || mark.rights == RightSet::NONE {
            return Err(RegisterError::NotFound);
        }
        let number = record.marks;
        if number >= MARKS_MAX {
            return Err(RegisterError::Full);
        }
        let list = Self::ensure_mark_fits(object, number, mark)?;
        record.marks = number.saturating_add(1);
        write::<T>((object, record), (number, mark, list), encumbrance, basis);
        Ok(number)
    }

    fn change_encumbrance(
        object: ObjectId,
        number: u32,
        mark: Mark,
        encumbrance: Encumbrance,
        basis: EntryBasis,
    ) -> Result<(), RegisterError> {
        let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let known = Marks::<T>::get(object, number).ok_or(RegisterError::NotFound)?;
        let same = (known.kind, known.source, known.since) == (mark.kind, mark.source, mark.since);
        // It stands against no other rights than before.
        let fewer = mark.rights != RightSet::NONE && mark.rights.is_within(known.rights);
        if !same || !fewer || known.ended.is_some() {
            return Err(RegisterError::NotFound);
        }
        let list = Self::ensure_mark_fits(object, number, mark)?;
        write::<T>((object, record), (number, mark, list), encumbrance, basis);
        Ok(())
    }
}

/// Writes the mark, and enters it with what it stands for.
fn write<T: Config>(
    (object, record): (ObjectId, ObjectRecord),
    (number, mark, list): (u32, Mark, LiveMarksOf),
    encumbrance: Encumbrance,
    basis: EntryBasis,
) {
    Pallet::<T>::write_mark(object, number, mark, list);
    let content = EntryContent::Encumbered {
        number,
        mark,
        encumbrance,
    };
    enter::<T>(object, record, mark.authority, basis, content, None);
}

impl<T: Config> Pallet<T> {
    /// The pledges and reservations that stand against one of `rights`, each with the party for whom it stands today: the law
    /// lets them know what organs order and who succeeds.
    pub(crate) fn secured_on(object: ObjectId, rights: RightSet) -> Travelling {
        let secures = |mark: &Mark| matches!(mark.kind, MarkKind::Pledge | MarkKind::Reservation);
        let told: Vec<_> = Self::standing_marks(object, rights)
            .into_iter()
            .filter(|(_, mark)| secures(mark))
            .map(|(number, mark)| {
                let holder = T::MarkHolders::holder(object, number, &mark);
                (number, holder.map(Self::current))
            })
            .collect();
        // No more marks are live.
        Travelling::truncate_from(told)
    }
}
