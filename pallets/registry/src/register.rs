//! The register as the pallets of disputes, encumbrances and licences see it: marks, licences, rights that end, cases that
//! stop. Nothing here asks who may do it; that is judged by who calls.

use crate::{
    entries::{append_entry, Travelling},
    licences, roll, Cases, Config, Error, Marks, Objects, Pallet, Rights, Rolls,
};
use alloc::vec::Vec;
use quanji_primitives::{
    case::{Case, Stage},
    clock::Moment,
    dealing::{Deal, Obstacle, Passing},
    directory::{LicenceRegister, Register, RegisterError, RuleBook},
    ending::{Correction, RightsEndCause},
    marks::{EntryRange, LiveMark, Mark, MarkEnd, Operation, RightSet},
    regime::RegimeId,
    terms::{EndCause, UseReport},
    v1::{EntryBasis, EntryContent, LicenceRecord, ObjectRecord, RightRecord},
    AuthorityId, Bounded, CaseId, ConflictId, ObjectId, ObjectionId, OfficerId, PartyId,
};

/// The most marks one object may have, ended ones included.
pub const MARKS_MAX: u32 = 256;
/// The same with the marks that organs order: what parties cause never leaves an instrument without place.
pub const MARKS_WITH_INSTRUMENTS_MAX: u32 = 320;
/// The same with the notices about sources, one for each that can be named.
pub const MARKS_WITH_NOTICES_MAX: u32 = 336;

impl<T: Config> Register for Pallet<T> {
    fn object(id: ObjectId) -> Option<ObjectRecord> {
        Objects::<T>::get(id)
    }

    fn right(object: ObjectId, number: u32) -> Option<RightRecord> {
        Rights::<T>::get(object, number)
    }

    fn live_rights(object: ObjectId) -> RightSet {
        roll::rights(&Rolls::<T>::get(object))
    }

    fn live_holders(object: ObjectId) -> Vec<PartyId> {
        Self::holders_of_live_rights(object).into_iter().collect()
    }

    fn mark(object: ObjectId, number: u32) -> Option<Mark> {
        Marks::<T>::get(object, number)
    }

    fn live_marks(object: ObjectId) -> Vec<LiveMark> {
        Self::live_marks_of(object)
    }

    fn marks(object: ObjectId) -> Vec<Mark> {
        Objects::<T>::get(object).map_or_else(Vec::new, |record| Self::marks_of(object, &record))
    }

    fn entered_since(object: ObjectId, from: Moment) -> Option<EntryRange> {
        Self::entries_since(object, from)
    }

    fn ensure_can_deal(object: ObjectId, deal: &Deal<'_>) -> Result<Passing, RegisterError> {
        Pallet::<T>::ensure_can_deal(object, deal).map_err(|error| match error {
            Error::BarredByMark | Error::MarkConsentMissing => RegisterError::Barred,
            _ => RegisterError::NotFound,
        })
    }

    fn parties_of_case(case: CaseId) -> Option<Vec<PartyId>> {
        let case = running_case::<T>(case)?;
        let mut parties = case.parties();
        parties.extend(case.via.agent());
        if !parties.contains(&case.applicant) {
            parties.push(case.applicant);
        }
        Some(parties)
    }

    fn regime_of_case(case: CaseId) -> Option<RegimeId> {
        running_case::<T>(case).map(|case| case.regime)
    }

    fn next_serial(authority: AuthorityId) -> Option<u64> {
        Self::draw_serial(authority)
    }

    fn set_mark(
        object: ObjectId,
        mark: Mark,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<u32, RegisterError> {
        let mut record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let known = mark.rights.numbers().all(|right| right < record.rights);
        // Only where there is no right at all does a mark stand against the registration itself.
        if !known || (mark.rights == RightSet::NONE && record.rights > 0) {
            return Err(RegisterError::NotFound);
        }
        let number = record.marks;
        let most = match mark.order {
            Some(_) => MARKS_WITH_INSTRUMENTS_MAX,
            None => MARKS_MAX,
        };
        if number >= most {
            return Err(RegisterError::Full);
        }
        let list = Self::ensure_mark_fits(object, number, mark)?;
        record.marks = number.saturating_add(1);
        // Who has a pledge or reservation is told of what an organ orders.
        let told = match mark.order {
            Some(_) => Self::secured_on(object, mark.rights),
            None => Travelling::default(),
        };
        Self::write_mark(object, number, mark, list);
        let content = EntryContent::Mark { number, mark };
        enter_telling::<T>((object, record), mark.authority, (basis, content), officer, told);
        Ok(number)
    }

    fn change_mark(
        object: ObjectId,
        number: u32,
        mark: Mark,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let known = Marks::<T>::get(object, number).ok_or(RegisterError::NotFound)?;
        let same = (known.rights, known.source, known.since) == (mark.rights, mark.source, mark.since);
        if !same || known.ended.is_some() {
            return Err(RegisterError::NotFound);
        }
        let list = Self::ensure_mark_fits(object, number, mark)?;
        Self::write_mark(object, number, mark, list);
        let content = EntryContent::Mark { number, mark };
        enter::<T>(object, record, mark.authority, basis, content, officer);
        Ok(())
    }

    fn end_mark(
        object: ObjectId,
        number: u32,
        end: MarkEnd,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let mark = ended_mark::<T>(object, number, end).ok_or(RegisterError::NotFound)?;
        let list = Self::ensure_mark_fits(object, number, mark)?;
        Self::write_mark(object, number, mark, list);
        let content = EntryContent::Mark { number, mark };
        enter::<T>(object, record, mark.authority, basis, content, officer);
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
        let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let mark = match mark {
            Some((number, end)) => {
                let ended = ended_mark::<T>(object, number, end).ok_or(RegisterError::NotFound)?;
                Some((number, ended, Self::ensure_mark_fits(object, number, ended)?))
            }
            None => None,
        };
        let ends = Self::ends(object, &record, rights, T::Rules::default().now())?;
        Self::store_ends(object, &ends);
        let mark = mark.map(|(number, mark, list)| {
            Self::write_mark(object, number, mark, list);
            (number, mark)
        });
        let content = EntryContent::RightsEnded {
            rights: Bounded::truncate_from(rights.numbers().collect()),
            certificates: ends.certificates,
            mark,
            cause,
            // An object has at most as many rights.
            fallen: Bounded::truncate_from(ends.fallen),
            signatures: Bounded::default(),
        };
        let authority = record.authority;
        enter::<T>(object, record, authority, basis, content, officer);
        Ok(())
    }

    fn ensure_can_correct(
        object: ObjectId,
        facts: &Correction,
        text: Option<&[u8]>,
    ) -> Result<(), RegisterError> {
        let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let unfit = |_| RegisterError::Unfit;
        Self::ensure_few_show_it(&Rolls::<T>::get(object)).map_err(|_| RegisterError::Full)?;
        Self::ensure_facts_correct(&record, facts).map_err(unfit)?;
        Self::ensure_corrected_text(&record, facts, text)
            .map(|_| ())
            .map_err(unfit)
    }

    fn correct(
        object: ObjectId,
        facts: &Correction,
        text: Option<&[u8]>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        Self::do_correct(object, facts, text, basis, officer).map_err(|error| match error {
            Error::EntryTooLarge => RegisterError::Full,
            _ => RegisterError::Unfit,
        })
    }

    fn open_objection(object: ObjectId, objection: ObjectionId) -> Result<(), RegisterError> {
        Objects::<T>::try_mutate(object, |record| {
            let record = record.as_mut().ok_or(RegisterError::NotFound)?;
            record
                .open_objections
                .try_push(objection)
                .map_err(|_| RegisterError::Full)
        })
    }

    fn close_objection(object: ObjectId, objection: ObjectionId) {
        Objects::<T>::mutate(object, |record| {
            if let Some(record) = record {
                record.open_objections.retain(|open| *open != objection);
            }
        });
    }

    fn stop_case(id: CaseId, conflict: ConflictId) -> Result<(), RegisterError> {
        let mut case = running_case::<T>(id).ok_or(RegisterError::NotFound)?;
        if case.conflict.is_some() {
            return Err(RegisterError::Full);
        }
        let rules = T::Rules::default();
        let now = rules.now();
        settle::<T>(&mut case);
        case.settle_clock(now);
        // The days of acceptance stand still as those of review do.
        if case.stage == Stage::Filed {
            let regime = rules.regime(case.regime).ok_or(RegisterError::NotFound)?;
            case.clock = Some(case.acceptance_clock(&regime));
        }
        if let Some(clock) = case.clock.as_mut() {
            clock.pause(&rules, now.day());
        }
        case.conflict = Some(conflict);
        Cases::<T>::insert(id, case);
        Ok(())
    }

    fn release_case(id: CaseId, yields: bool) {
        let Some(mut case) = Cases::<T>::get(id) else {
            return;
        };
        let today = T::Rules::default().now().day();
        case.conflict = None;
        case.yields |= yields;
        case.resume_clock(today);
        Cases::<T>::insert(id, case);
    }
}

impl<T: Config> LicenceRegister for Pallet<T> {
    fn obstacles(object: ObjectId, rights: RightSet, operation: Operation) -> Vec<Obstacle> {
        licences::obstacles::<T>(object, rights, operation)
    }

    fn kept_in_force(object: ObjectId) -> RightSet {
        Self::kept_by_renewals(object)
    }

    fn add_licence(
        object: ObjectId,
        parent: u32,
        licensee: PartyId,
        licence: &LicenceRecord,
        basis: EntryBasis,
    ) -> Result<u32, RegisterError> {
        licences::add::<T>(object, parent, licensee, licence, basis)
    }

    fn end_licence(
        object: ObjectId,
        number: u32,
        cause: EndCause,
        fallen: Vec<u32>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        licences::end::<T>(object, number, (cause, fallen), basis, officer)
    }

    fn enter_use(
        object: ObjectId,
        number: u32,
        report: UseReport,
        over: Option<u64>,
        basis: EntryBasis,
    ) -> Result<(), RegisterError> {
        licences::report::<T>(object, number, (report, over), basis)
    }
}

/// A case that has not ended. An entered one has, be some kinds of it under re-assessment.
fn running_case<T: Config>(id: CaseId) -> Option<Case> {
    let rules = T::Rules::default();
    let case = Cases::<T>::get(id).filter(|case| case.stage != Stage::PartlyRefused)?;
    let status = case.status(rules.now(), &rules.regime(case.regime)?, &rules);
    (!status.has_ended()).then_some(case)
}

/// Writes down an acceptance by silence.
fn settle<T: Config>(case: &mut Case) {
    if case.stage == Stage::Filed {
        // A case that silence has not accepted stays filed.
        let _ = Pallet::<T>::settle_acceptance(case);
    }
}

/// Enters one change of an object, now.
pub(crate) fn enter<T: Config>(
    object: ObjectId,
    record: ObjectRecord,
    authority: AuthorityId,
    basis: EntryBasis,
    content: EntryContent,
    officer: Option<OfficerId>,
) {
    let made = (basis, content);
    enter_telling::<T>((object, record), authority, made, officer, Travelling::default());
}

/// The same, with the marks whose holders are told.
fn enter_telling<T: Config>(
    (object, mut record): (ObjectId, ObjectRecord),
    authority: AuthorityId,
    (basis, content): (EntryBasis, EntryContent),
    officer: Option<OfficerId>,
    told: Travelling,
) {
    let (regime, now) = (record.regime, T::Rules::default().now());
    let entry = append_entry(object, &mut record, authority, regime, now, basis, content);
    Pallet::<T>::store_entry_with(officer, record, entry, (None, told));
}

/// A mark of the object as it stands after its end, now; nothing when it has ended already.
fn ended_mark<T: Config>(object: ObjectId, number: u32, end: MarkEnd) -> Option<Mark> {
    let now: Moment = T::Rules::default().now();
    let mark = Marks::<T>::get(object, number).filter(|mark| mark.ended.is_none())?;
    Some(Mark {
        ended: Some((now, end)),
        ..mark
    })
}
