//! Objections in the public notice of a case, and their investigation (NG 25, PD 12).

use crate::{who::Acting, Cases, Config, Error, Event, Pallet};
use quanji_primitives::{
    authority::OfficerRole,
    capacity::{Capacity, Via},
    case::{Case, Signed, Stage},
    clock::{add_working_days, Moment},
    directory::RuleBook,
    objection::{NoticeObjection, ObjectionGround, ObjectionResult},
    regime::Act,
    Bounded, CaseId, Digest, PartyId,
};

impl<T: Config> Pallet<T> {
    /// Who objects, through whom, and when it was received.
    fn ensure_can_object_to_notice(
        account: &T::AccountId,
        capacity: Capacity,
        case: &Case,
    ) -> Result<(PartyId, Via, Moment), Error<T>> {
        let authority = case.filing.authority();
        let object = Some(case.object);
        let (objector, via) = Self::acting_party(account, capacity, authority, Act::Objection, object)?;
        Self::ensure_stage(case, &[Stage::InNotice])?;
        let notice = case.notice.ok_or(Error::<T>::WrongStage)?;
        let received_at = via.received_at(T::Rules::default().now());
        if received_at < notice.published_at {
            return Err(Error::<T>::ReceivedTooEarly);
        }
        // NG 25: until the last second of the notice.
        if notice.has_ended(received_at) {
            return Err(Error::<T>::NoticeEnded);
        }
        if Self::concerns(case, objector) {
            return Err(Error::<T>::OwnObjection);
        }
        // NG 10(7): the authority would be judge of its own objection.
        Self::ensure_not_own_case(authority, objector, &[])?;
        for acted in case.agents() {
            Self::ensure_not_on_both_sides(via.under_power(), Some(acted))?;
        }
        let applies = |party| case.applicant == party || case.filing.parties().contains(&party);
        Self::ensure_not_agent_of_the_other(&via, applies)?;
        let mut open = case.objections.iter().filter(|earlier| earlier.result.is_none());
        if open.any(|earlier| Self::current(earlier.objector) == objector) {
            return Err(Error::<T>::AlreadyObjected);
        }
        Ok((objector, via, received_at))
    }

    /// Records an objection. The clock of review stands still until it is decided (NG 28).
    pub(crate) fn do_object_to_notice(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
        ground: ObjectionGround,
        materials: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (objector, via, received_at) = Self::ensure_can_object_to_notice(account, capacity, &case)?;
        Self::remember_counter_officer(&mut case, &via)?;
        let (rules, regime) = (T::Rules::default(), Self::regime_of(&case)?);
        let days = regime.limits.objection_working_days.number;
        let due = add_working_days(&rules, received_at.day(), days);
        let place = free_place(&case.objections).ok_or(Error::<T>::TooManyObjections)?;
        let number = u8::try_from(place).map_err(|_| Error::<T>::TooManyObjections)?;
        let objection = NoticeObjection {
            objector,
            via,
            received_at,
            ground,
            materials,
            due,
            result: None,
        };
        match case.objections.get_mut(place) {
            Some(dismissed) => *dismissed = objection,
            None => case
                .objections
                .try_push(objection)
                .map_err(|_| Error::<T>::TooManyObjections)?,
        }
        if let Some(clock) = case.clock.as_mut() {
            clock.pause(&rules, received_at.day());
        }
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::ObjectedToNotice {
            case: id,
            number,
            objector,
            via,
            ground,
            materials,
            due,
        });
        Ok(())
    }

    fn ensure_can_decide_notice_objection(
        account: &T::AccountId,
        case: &Case,
        number: usize,
    ) -> Result<Acting, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        // An objection outlives the notice when the case is examined anew.
        let stages = [Stage::Accepted, Stage::Examined, Stage::Approved, Stage::InNotice];
        Self::ensure_stage(case, &stages)?;
        Self::ensure_another_person(case, &acting)?;
        case.objections
            .get(number)
            .filter(|objection| objection.result.is_none())
            .map(|_| acting)
            .ok_or(Error::<T>::NothingToAnswer)
    }

    /// Decides an objection. The clock runs on after the notice and the last decision.
    pub(crate) fn do_decide_notice_objection(
        account: &T::AccountId,
        id: CaseId,
        number: u8,
        result: ObjectionResult,
        record: Digest,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let place = usize::from(number);
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_can_decide_notice_objection(account, &case, place)?;
        if let Some(objection) = case.objections.get_mut(place) {
            objection.result = Some((result, record, Signed { officer, at: now }));
        }
        case.resume_clock(now.day());
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::NoticeObjectionDecided {
            case: id,
            authority,
            officer,
            number,
            result,
            record,
        });
        Ok(())
    }
}

/// Where the next objection stands: after the others, or, when the list is full, in the place of the one that was
/// dismissed first, so that what is decided takes nobody's right to object. Its event keeps what was there.
fn free_place(objections: &Bounded<NoticeObjection, 8>) -> Option<usize> {
    if !objections.is_full() {
        return Some(objections.len());
    }
    let dismissed = objections
        .iter()
        .enumerate()
        .filter_map(|(place, objection)| match objection.result {
            Some((ObjectionResult::Dismissed, _, signed)) => Some((signed.at, place)),
            _ => None,
        });
    dismissed.min().map(|(_, place)| place)
}
