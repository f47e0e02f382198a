//! Holds 暂停处分: by reasoned decision of two officers, with an end (S050). A notice alone bars little.

use crate::{who::Acting, Config, Error, Event, Objections, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    case::Signed,
    clock::Moment,
    marks::{MarkEnd, MarkKind},
    objection::{Objection, ProposedHold},
    regime::Regime,
    Digest, ObjectionId,
};

/// Who decides on holds.
const ROLES: [OfficerRole; 2] = [OfficerRole::Examiner, OfficerRole::Reviewer];

impl<T: Config> Pallet<T> {
    /// The hold that stands.
    fn standing_hold(objection: &Objection) -> Option<u32> {
        let number = objection.hold_mark?;
        Self::stands(objection.object, number).then_some(number)
    }

    /// The proposal that can still be confirmed.
    fn open_proposal(objection: &Objection, now: Moment) -> Option<ProposedHold> {
        objection.proposed_hold.filter(|proposed| now < proposed.until)
    }

    /// Whether a hold until `until` may be proposed now.
    pub(crate) fn ensure_can_propose_hold(
        objection: &Objection,
        regime: &Regime,
        now: Moment,
        until: Moment,
    ) -> Result<(), Error<T>> {
        let status = Self::status_at(objection, regime, now);
        ensure!(status.is_open(), Error::<T>::WrongStage);
        let exists =
            Self::standing_hold(objection).is_some() || Self::open_proposal(objection, now).is_some();
        ensure!(!exists, Error::<T>::HoldExists);
        // A hold has an end, not further away than the regime's days.
        let last = now.day().plus(regime.limits.hold_days_max.number.into());
        ensure!(now < until && until <= last.end(), Error::<T>::HoldTermUnfit);
        Ok(())
    }

    /// Proposes a hold.
    pub(crate) fn do_propose_hold(
        account: &T::AccountId,
        id: ObjectionId,
        until: Moment,
        reason: Digest,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_decider(account, &objection, &ROLES)?;
        Self::ensure_can_propose_hold(&objection, &regime, now, until)?;
        objection.proposed_hold = Some(ProposedHold {
            reason,
            until,
            by: Signed { officer, at: now },
        });
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::HoldProposed {
            objection: id,
            authority,
            officer,
            until,
            reason,
        });
        Ok(())
    }

    /// Whether the officer may confirm the proposed hold.
    pub(crate) fn ensure_can_confirm_hold(
        objection: &Objection,
        regime: &Regime,
        acting: &Acting,
    ) -> Result<ProposedHold, Error<T>> {
        let status = Self::status_at(objection, regime, acting.now);
        ensure!(status.is_open(), Error::<T>::WrongStage);
        let proposed = Self::open_proposal(objection, acting.now).ok_or(Error::<T>::NoHold)?;
        // Two persons answer for it.
        ensure!(proposed.by.officer != acting.officer, Error::<T>::SamePerson);
        Ok(proposed)
    }

    /// Confirms a hold.
    pub(crate) fn do_confirm_hold(account: &T::AccountId, id: ObjectionId) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let acting = Self::ensure_decider(account, &objection, &ROLES)?;
        let proposed = Self::ensure_can_confirm_hold(&objection, &regime, &acting)?;
        let Acting {
            officer, authority, ..
        } = acting;
        let hold = (MarkKind::Hold, Some(proposed.until));
        let mark = Self::set_mark(id, &objection, hold, officer, Some(proposed.by.officer))?;
        objection.hold_mark = Some(mark);
        objection.proposed_hold = None;
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::HoldConfirmed {
            objection: id,
            authority,
            officer,
            mark,
            until: proposed.until,
        });
        Ok(())
    }

    /// Lifts a hold, or gives its proposal up.
    pub(crate) fn do_lift_hold(
        account: &T::AccountId,
        id: ObjectionId,
        reason: Digest,
    ) -> Result<(), Error<T>> {
        let (mut objection, _) = Self::stored(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_decider(account, &objection, &ROLES)?;
        let standing = Self::standing_hold(&objection);
        let proposed = Self::open_proposal(&objection, now);
        ensure!(standing.is_some() || proposed.is_some(), Error::<T>::NoHold);
        if let Some(number) = standing {
            let basis = Self::basis(id, None, Some(officer), None);
            Self::end_mark(objection.object, number, MarkEnd::Dismissed, basis, Some(officer))?;
        }
        objection.proposed_hold = None;
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::HoldLifted {
            objection: id,
            authority,
            officer,
            reason,
        });
        Ok(())
    }
}
