//! What an authority does of its own motion 依职权 (NG 37, 39; PD 9, 20): extinction, cancellation, revocation, correction. One
//! officer proposes it with its proof, another executes it, and everybody concerned is told.

use crate::{
    live_marks::LIVE_MARKS_MAX,
    roll::{rights as rights_of, Line, Roll, HOLDERS_MAX},
    who::Acting,
    Config, Error, Event, Motions, Objects, Pallet, Rolls,
};
use alloc::{boxed::Box, collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    bad_faith::{BadFaith, BadFaithFinding},
    case::Signed,
    clock::Moment,
    dealing::{Deal, Passing},
    directory::{MarkHolders, PartyRegister, Register, RegisterError, RuleBook, ENDED_AT_ONCE_MAX},
    ending::{CorrectionGround, Motion, MotionMatter, RevocationGround, RightsEndCause},
    filing::Evidence,
    marks::{MarkEnd, RightSet},
    rights::RightKinds,
    v1::{self, EntryBasis, ObjectRecord, Outcome, RightRecord},
    Bounded, CaseId, Digest, ObjectId, PartyId,
};

/// The most parties who are told of one motion: all holders on a roll, and who stands behind the marks.
pub const TOLD_MAX: u32 = HOLDERS_MAX + LIVE_MARKS_MAX;

/// What a motion finds in the register.
struct Found {
    object: ObjectId,
    record: ObjectRecord,
    roll: Roll,
    live: Vec<(u32, RightRecord)>,
}

/// A motion that may be carried out.
struct FittingMotion {
    passing: Passing,
    /// The marks that end with what they stand against, each by an entry of its own.
    ending: Vec<u32>,
    /// Who is told.
    told: Vec<PartyId>,
}

impl<T: Config> Pallet<T> {
    fn found(object: ObjectId) -> Result<Found, Error<T>> {
        let record = Objects::<T>::get(object)
            .filter(|record| record.outcome == Outcome::Live)
            .ok_or(Error::<T>::ObjectUnfit)?;
        let roll = Rolls::<T>::get(object);
        Ok(Found {
            object,
            live: Self::rights_on(object, &roll),
            record,
            roll,
        })
    }

    /// The rules of a motion, when it is proposed and again when it is executed.
    fn ensure_motion_fits(matter: &MotionMatter, found: &Found) -> Result<FittingMotion, Error<T>> {
        match matter {
            MotionMatter::Extinction { rights, .. } => Self::ensure_rights_may_end(*rights, found)?,
            MotionMatter::Cancellation { rights } => {
                Self::ensure_rights_may_end(*rights, found)?;
                Self::ensure_nothing_stands_on(*rights, found)?;
            }
            MotionMatter::Revocation {
                rights, party, case, ..
            } => {
                Self::ensure_rights_may_end(*rights, found)?;
                Self::ensure_obtained_in(*case, found)?;
                Self::ensure_still_held_by(*party, *rights, found)?;
            }
            MotionMatter::Correction { facts, .. } => {
                Self::ensure_few_show_it(&found.roll)?;
                Self::ensure_facts_correct(&found.record, facts)?;
            }
        }
        let touched = Self::touched(matter, found);
        // Design section 4, rule 4: the gate that every dealing passes.
        let passing = Self::ensure_can_deal(found.object, &Deal::of_party(matter.operation(), touched))?;
        let ending = Self::ending_marks(matter, found, &passing, touched)?;
        let told = Self::told_of(matter, found, touched);
        Ok(FittingMotion {
            passing,
            ending,
            told,
        })
    }

    /// The rights that a motion touches: those that end, with the licences in force below them; of a correction all that are
    /// live.
    fn touched(matter: &MotionMatter, found: &Found) -> RightSet {
        match matter.ends() {
            Some((rights, _)) => {
                let licences = Self::licences_from(found.object, rights).into_iter();
                licences.fold(rights, RightSet::with)
            }
            None => rights_of(&found.roll),
        }
    }

    /// Rights of first registration that have not ended: licences end by themselves. None where the registration has none.
    fn ensure_rights_may_end(rights: RightSet, found: &Found) -> Result<(), Error<T>> {
        let roots = found.live.iter().filter(|(_, right)| right.parent.is_none());
        let roots = roots.map(|(number, _)| *number).collect();
        let named = rights != RightSet::NONE || found.record.rights == 0 && !found.roll.is_empty();
        (named && rights.is_within(roots))
            .then_some(())
            .ok_or(Error::<T>::MotionRightsUnfit)
    }

    /// Of its own motion an authority takes nothing from licensees, and decides no open case.
    fn ensure_nothing_stands_on(rights: RightSet, found: &Found) -> Result<(), Error<T>> {
        let licences = Self::licences_from(found.object, rights);
        ensure!(licences.is_empty(), Error::<T>::LicenceStands);
        let on = |certificate, kinds| Self::open_dealings(&found.record, certificate, kinds, None);
        let named = found.live.iter().filter(|(number, _)| rights.contains(*number));
        let of_rights = named.map(|(_, right)| on(right.certificate, RightKinds::NONE.with(right.kind)));
        let whole = found.roll.iter().filter(|line| line.number().is_none());
        let of_registration = whole.map(|line| on(line.certificate, RightKinds::NONE));
        let mut cases = of_rights.chain(of_registration);
        cases
            .all(|cases| cases.is_empty())
            .then_some(())
            .ok_or(Error::<T>::CaseStands)
    }

    /// The case is one that was entered in the object, or in the whole before this was split off; an imported object has its
    /// own number.
    fn ensure_obtained_in(case: CaseId, found: &Found) -> Result<(), Error<T>> {
        let entered = Self::was_entered_in(case, found.object);
        let imported = found.record.imported.is_some() && case.0 == found.object.0;
        (entered || imported)
            .then_some(())
            .ok_or(Error::<T>::MotionCaseUnfit)
    }

    /// What somebody else has acquired since then, in good faith, is not revoked: its holder is told. Who has taken the place
    /// of who obtained it, wholly or in part, is nobody else (S023).
    fn ensure_still_held_by(party: PartyId, rights: RightSet, found: &Found) -> Result<(), Error<T>> {
        let succeeding = Self::parties_now(T::Parties::successors(party));
        let is_theirs = |line: &Line| {
            let holders = Self::parties_now(line.holders.parties());
            !holders.is_disjoint(&succeeding)
        };
        let ends = |line: &&Line| match line.number() {
            Some(number) => rights.contains(number),
            None => true,
        };
        let mut ending = found.roll.iter().filter(ends);
        ending
            .all(is_theirs)
            .then_some(())
            .ok_or(Error::<T>::HeldInGoodFaith)
    }

    /// Marks that end with what they stand against; one that stands against other rights too stays. One call writes no more
    /// records than a hundredth of a block allows.
    fn ending_marks(
        matter: &MotionMatter,
        found: &Found,
        passing: &Passing,
        touched: RightSet,
    ) -> Result<Vec<u32>, Error<T>> {
        let marks = Self::live_marks_of(found.object);
        let within = marks
            .iter()
            .filter(|listed| listed.mark.rights.is_within(touched));
        let numbers = within.map(|listed| listed.number);
        let ending: Vec<u32> = numbers.filter(|number| passing.end.contains(number)).collect();
        let rights = matter.ends().map_or(0, |(rights, _)| rights.numbers().count());
        (rights.saturating_add(ending.len()) <= ENDED_AT_ONCE_MAX)
            .then_some(ending)
            .ok_or(Error::<T>::EntryTooLarge)
    }

    /// Who is told: holders of what ends or is corrected, licensees, those for whom marks stand; of a revocation also all
    /// others who hold something in the object.
    fn told_of(matter: &MotionMatter, found: &Found, touched: RightSet) -> Vec<PartyId> {
        let all = matches!(matter, MotionMatter::Revocation { .. });
        let concerned = |line: &&Line| all || line.number().is_none_or(|number| touched.contains(number));
        let lines = found.roll.iter().filter(concerned);
        let holders = lines.flat_map(|line| line.holders.parties());
        let marks = Self::standing_marks(found.object, touched);
        let behind = marks
            .iter()
            .filter_map(|(number, mark)| T::MarkHolders::holder(found.object, *number, mark))
            .map(Self::current);
        let told: BTreeSet<PartyId> = holders.chain(behind).collect();
        told.into_iter().collect()
    }

    /// What is not a slip of the authority itself is proven.
    fn ensure_motion_proven(matter: &MotionMatter, evidence: &[Evidence]) -> Result<(), Error<T>> {
        let slip = matches!(
            matter,
            MotionMatter::Correction {
                ground: CorrectionGround::Slip,
                ..
            }
        );
        (slip || !evidence.is_empty())
            .then_some(())
            .ok_or(Error::<T>::MotionUnproven)
    }

    /// Proposes a motion.
    pub(crate) fn do_propose_motion(
        account: &T::AccountId,
        object: ObjectId,
        matter: MotionMatter,
        evidence: Bounded<Evidence, 16>,
        record: Digest,
    ) -> Result<(), Error<T>> {
        let found = Self::found(object)?;
        ensure!(!Motions::<T>::contains_key(object), Error::<T>::MotionPending);
        Self::ensure_motion_proven(&matter, &evidence)?;
        let fitting = Self::ensure_motion_fits(&matter, &found)?;
        let roles = [OfficerRole::Examiner, OfficerRole::Reviewer];
        let acting = Self::ensure_keeper(account, found.record.authority, &roles, &fitting.told)?;
        let motion = Motion {
            version: v1::VERSION,
            matter,
            evidence,
            record,
            by: signed(&acting),
        };
        Motions::<T>::insert(object, &motion);
        Self::deposit_event(Event::MotionProposed {
            object,
            authority: acting.authority,
            motion: Box::new(motion),
            told: Bounded::truncate_from(fitting.told),
        });
        Ok(())
    }

    fn ensure_can_execute_motion(
        account: &T::AccountId,
        object: ObjectId,
        text: Option<&[u8]>,
    ) -> Result<(Motion, Found, FittingMotion, Acting), Error<T>> {
        let motion = Motions::<T>::get(object).ok_or(Error::<T>::MotionNotFound)?;
        let found = Self::found(object)?;
        let fitting = Self::ensure_motion_fits(&motion.matter, &found)?;
        let roles = [OfficerRole::Reviewer];
        let acting = Self::ensure_keeper(account, found.record.authority, &roles, &fitting.told)?;
        // Two persons answer for it.
        ensure!(motion.by.officer != acting.officer, Error::<T>::SamePerson);
        match &motion.matter {
            MotionMatter::Correction { facts, .. } => {
                Self::ensure_corrected_text(&found.record, facts, text)?;
            }
            _ => ensure!(text.is_none(), Error::<T>::TextUnfit),
        }
        Ok((motion, found, fitting, acting))
    }

    /// Whether this officer may carry the motion out with this text, before the text is sent to anybody.
    pub fn ensure_may_execute_motion(
        account: &T::AccountId,
        object: ObjectId,
        text: Option<&[u8]>,
    ) -> Result<(), Error<T>> {
        Self::ensure_can_execute_motion(account, object, text).map(|_| ())
    }

    /// Carries a motion out.
    pub(crate) fn do_execute_motion(
        account: &T::AccountId,
        object: ObjectId,
        text: Option<&[u8]>,
    ) -> Result<(), Error<T>> {
        let (motion, found, fitting, acting) = Self::ensure_can_execute_motion(account, object, text)?;
        let basis = EntryBasis::OwnMotion(Box::new(motion.clone()), acting.officer);
        Self::end_marks_with(object, &fitting.ending, &basis, &acting)?;
        if let Some((rights, cause)) = motion.matter.ends() {
            Self::end_of_motion(object, rights, cause, basis.clone(), &acting)?;
        }
        match &motion.matter {
            MotionMatter::Correction { facts, .. } => {
                Self::do_correct(object, facts, text, basis, Some(acting.officer))?;
            }
            MotionMatter::Revocation {
                party, case, ground, ..
            } => {
                Self::record_revocation((*party, *case, *ground), &motion, &found.record, &acting)?;
            }
            MotionMatter::Extinction { .. } | MotionMatter::Cancellation { .. } => {}
        }
        Motions::<T>::remove(object);
        let travelling = fitting.passing.travel.into_iter().chain(fitting.passing.end);
        let travelling = travelling
            .filter(|number| !fitting.ending.contains(number))
            .collect();
        Self::deposit_event(Event::MotionExecuted {
            object,
            authority: acting.authority,
            officer: acting.officer,
            travelling: Bounded::truncate_from(travelling),
            ended: Bounded::truncate_from(fitting.ending),
            told: Bounded::truncate_from(fitting.told),
        });
        Ok(())
    }

    fn end_marks_with(
        object: ObjectId,
        ending: &[u32],
        basis: &EntryBasis,
        acting: &Acting,
    ) -> Result<(), Error<T>> {
        for number in ending {
            let (end, officer) = (MarkEnd::CarriedOut, Some(acting.officer));
            <Self as Register>::end_mark(object, *number, end, basis.clone(), officer)
                .map_err(|_| Error::<T>::ObjectUnfit)?;
        }
        Ok(())
    }

    fn end_of_motion(
        object: ObjectId,
        rights: RightSet,
        cause: RightsEndCause,
        basis: EntryBasis,
        acting: &Acting,
    ) -> Result<(), Error<T>> {
        <Self as Register>::end_rights(object, rights, None, cause, basis, Some(acting.officer)).map_err(
            |error| match error {
                RegisterError::Full => Error::<T>::TooManyCertificates,
                _ => Error::<T>::MotionRightsUnfit,
            },
        )
    }

    /// S047: who obtained a registration that is revoked has a fact of bad faith, and is barred where the regime gives a term.
    fn record_revocation(
        (party, case, ground): (PartyId, CaseId, RevocationGround),
        motion: &Motion,
        record: &ObjectRecord,
        acting: &Acting,
    ) -> Result<(), Error<T>> {
        let regime = T::Rules::default()
            .regime(record.regime)
            .ok_or(Error::<T>::RegimeNotFound)?;
        let fact = BadFaith {
            version: v1::VERSION,
            finding: BadFaithFinding::Revoked(ground),
            case,
            authority: acting.authority,
            at: acting.now,
            record: motion.record,
            barred_until: barred_until(regime.limits.bad_faith_bar_days.number, acting.now),
        };
        T::Parties::record_bad_faith(party, fact);
        Ok(())
    }

    /// Drops a motion that was not executed.
    pub(crate) fn do_drop_motion(
        account: &T::AccountId,
        object: ObjectId,
        reason: Digest,
    ) -> Result<(), Error<T>> {
        let motion = Motions::<T>::get(object).ok_or(Error::<T>::MotionNotFound)?;
        let found = Self::found(object)?;
        let touched = Self::touched(&motion.matter, &found);
        let told = Self::told_of(&motion.matter, &found, touched);
        let roles = [OfficerRole::Examiner, OfficerRole::Reviewer];
        let acting = Self::ensure_keeper(account, found.record.authority, &roles, &told)?;
        Motions::<T>::remove(object);
        Self::deposit_event(Event::MotionDropped {
            object,
            authority: acting.authority,
            officer: acting.officer,
            reason,
            told: Bounded::truncate_from(told),
        });
        Ok(())
    }
}

fn signed(acting: &Acting) -> Signed {
    Signed {
        officer: acting.officer,
        at: acting.now,
    }
}

/// Until when a fact of bad faith bars from filing; nothing where the regime gives no term.
pub(crate) fn barred_until(days: u16, now: Moment) -> Option<Moment> {
    (days > 0).then(|| now.day().plus(days.into()).end())
}
