//! Several successors (S023): every holding of the locked party is listed exactly once, in bounded batches whose progress
//! is state, and passes by an entry of its object. Whatever is not a holding goes to the first successor with the last step.

use crate::{who::Acting, Assignments, Config, Error, Event, Pallet, Successions};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    directory::{HoldingRegister, PassingHolding, RegisterError},
    succession::{check_batch, Assigned, Assignment, BatchFlaw, Succession, BATCH_MAX},
    Bounded, CaseId, PartyId,
};

/// The most open cases and consents that one batch moves beside its holdings: as many as one holding may have.
pub const MOVED_MAX: u32 = 72;

/// The most assignments one answer lists.
const ASSIGNMENTS_PER_ANSWER: u32 = 100;

/// Holdings and who gets them.
pub type Batch = Bounded<Assignment, BATCH_MAX>;

impl<T: Config> Pallet<T> {
    /// To which of the successors a holding was assigned in this succession.
    fn assigned_to(predecessor: PartyId, round: u32, holding: u32) -> Option<u8> {
        Assignments::<T>::get(predecessor, holding)
            .filter(|assigned| assigned.round == round)
            .map(|assigned| assigned.successor)
    }

    /// The holdings from number `from` on: to which successor each was assigned, nothing where it is still to be.
    pub(crate) fn listed_assignments(predecessor: PartyId, from: u32) -> Vec<Option<u8>> {
        let Some(filed) = Successions::<T>::get(predecessor) else {
            return Vec::new();
        };
        let count = T::Holdings::holding_count(predecessor);
        let until = count.min(from.saturating_add(ASSIGNMENTS_PER_ANSWER));
        (from..until)
            .map(|holding| Self::assigned_to(predecessor, filed.round, holding))
            .collect()
    }

    /// A succession that two officers have answered for, with the officer who carries it out.
    fn carried_out_by(acting: Acting, predecessor: PartyId) -> Result<Succession, Error<T>> {
        let filed = Self::filed(predecessor)?;
        ensure!(filed.confirmed.is_some(), Error::<T>::SuccessionNotConfirmed);
        Self::ensure_handles(acting, predecessor, &filed)?;
        Ok(filed)
    }

    /// Whether the batch may be carried out.
    pub(crate) fn ensure_can_assign(
        predecessor: PartyId,
        filed: &Succession,
        batch: &[Assignment],
    ) -> Result<(), Error<T>> {
        let count = T::Holdings::holding_count(predecessor);
        let is_assigned = |holding| Self::assigned_to(predecessor, filed.round, holding).is_some();
        check_batch(batch, count, filed.terms.successors.len(), is_assigned).map_err(|flaw| match flaw {
            BatchFlaw::Empty => Error::<T>::BatchEmpty,
            BatchFlaw::NoSuchHolding => Error::<T>::HoldingNotFound,
            BatchFlaw::Assigned => Error::<T>::HoldingAssigned,
            BatchFlaw::NoSuchSuccessor => Error::<T>::SuccessorNotNamed,
        })
    }

    /// Passes a batch of holdings. After a succession by one it may be called too, at any time: the aliased certificates
    /// then get an issue in the name of the successor.
    pub(crate) fn do_assign_holdings(
        acting: Acting,
        predecessor: PartyId,
        batch: Batch,
    ) -> Result<(), Error<T>> {
        let mut filed = Self::carried_out_by(acting, predecessor)?;
        Self::ensure_can_assign(predecessor, &filed, &batch)?;
        let mut moved = 0u32;
        for assignment in &batch {
            moved = moved.saturating_add(Self::pass(acting, predecessor, &filed, *assignment)?);
            ensure!(moved <= MOVED_MAX, Error::<T>::BatchTooHeavy);
        }
        let count = u32::try_from(batch.len()).unwrap_or(u32::MAX);
        filed.assigned = filed.assigned.saturating_add(count);
        let assigned = filed.assigned;
        Successions::<T>::insert(predecessor, filed);
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::HoldingsAssigned {
            predecessor,
            batch,
            assigned,
            authority,
            officer,
        });
        Ok(())
    }

    /// Passes one holding, and gives how many cases and consents moved with it.
    fn pass(
        acting: Acting,
        predecessor: PartyId,
        filed: &Succession,
        assignment: Assignment,
    ) -> Result<u32, Error<T>> {
        let Assignment { holding, successor } = assignment;
        let assigned = Assigned {
            round: filed.round,
            successor,
        };
        Assignments::<T>::insert(predecessor, holding, assigned);
        let to = Self::named(filed, successor)?;
        let basis = filed
            .basis(predecessor, acting.officer)
            .ok_or(Error::<T>::SuccessionNotConfirmed)?;
        // What a surviving party keeps stays as it is.
        if to == predecessor {
            return Ok(0);
        }
        T::Holdings::pass_holding(&PassingHolding { basis, holding, to }).map_err(|error| match error {
            RegisterError::NotFound => Error::<T>::HoldingNotFound,
            // Marks pass with the holding and bar no succession, which changes no facts.
            RegisterError::Full | RegisterError::Barred | RegisterError::Unfit => Error::<T>::BatchTooHeavy,
        })
    }

    /// The successor at a place of the list, as it stands today.
    fn named(filed: &Succession, place: u8) -> Result<PartyId, Error<T>> {
        let named = filed.terms.successors.get(usize::from(place));
        named
            .map(|successor| Self::current_party(*successor))
            .ok_or(Error::<T>::SuccessorNotNamed)
    }

    /// Whether the case may be assigned: while the party is locked, and not to itself.
    pub(crate) fn ensure_can_assign_case(
        predecessor: PartyId,
        filed: &Succession,
        place: u8,
    ) -> Result<PartyId, Error<T>> {
        ensure!(filed.finished_at.is_none(), Error::<T>::SuccessionFinished);
        let to = Self::named(filed, place)?;
        ensure!(to != predecessor, Error::<T>::OwnSuccessor);
        Ok(to)
    }

    /// Passes an open case to a successor other than the first, who continues all that are not passed.
    pub(crate) fn do_assign_case(
        acting: Acting,
        predecessor: PartyId,
        case: CaseId,
        place: u8,
    ) -> Result<(), Error<T>> {
        let filed = Self::carried_out_by(acting, predecessor)?;
        let to = Self::ensure_can_assign_case(predecessor, &filed, place)?;
        T::Holdings::pass_case(case, predecessor, to).map_err(|_| Error::<T>::CaseNotOfPredecessor)?;
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::CaseAssigned {
            predecessor,
            case,
            to,
            authority,
            officer,
        });
        Ok(())
    }

    /// Whether everything has passed.
    pub(crate) fn ensure_can_finish_succession(
        predecessor: PartyId,
        filed: &Succession,
    ) -> Result<(), Error<T>> {
        ensure!(filed.finished_at.is_none(), Error::<T>::SuccessionFinished);
        ensure!(
            filed.assigned == T::Holdings::holding_count(predecessor),
            Error::<T>::HoldingsLeft
        );
        Ok(())
    }

    /// Finishes a succession by several: the first successor takes the place for everything that is no holding, or the party
    /// that survived is as it was.
    pub(crate) fn do_finish_succession(acting: Acting, predecessor: PartyId) -> Result<(), Error<T>> {
        let mut filed = Self::carried_out_by(acting, predecessor)?;
        Self::ensure_can_finish_succession(predecessor, &filed)?;
        let first = Self::named(&filed, 0)?;
        if filed.terms.survives(predecessor) {
            Self::set_standing(predecessor, filed.before);
        } else {
            Self::take_place(predecessor, first)?;
        }
        filed.finished_at = Some(Self::now());
        let assigned = filed.assigned;
        Successions::<T>::insert(predecessor, filed);
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::SuccessionFinished {
            predecessor,
            current: first,
            assigned,
            authority,
            officer,
        });
        Ok(())
    }
}
