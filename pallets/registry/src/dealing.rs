//! The one gate through which everything that deals with registered rights passes: what the marks on them allow (design
//! section 4, rule 4). Asked by the pallets through [`Register`], by readers through `can_deal`.

use crate::{Config, Error, Objects, Pallet, Rights};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    dealing::{judge_live, Deal, Obstacle, Passing},
    directory::RuleBook,
    marks::{Effect, Operation},
    v1::RightStatus,
    ObjectId, PartyId, RightId,
};

impl<T: Config> Pallet<T> {
    /// What becomes of the marks when the operation is done now, or what stands in its way.
    pub(crate) fn judge_deal(
        object: ObjectId,
        deal: &Deal<'_>,
    ) -> Result<Result<Passing, Vec<Obstacle>>, Error<T>> {
        let rules = T::Rules::default();
        let record = Objects::<T>::get(object).ok_or(Error::<T>::ObjectUnfit)?;
        let regime = rules.regime(record.regime).ok_or(Error::<T>::RegimeNotFound)?;
        let marks = Self::live_marks_of(object);
        Ok(judge_live(&regime.effects, deal, &marks, rules.now()))
    }

    /// Whether no mark bars the operation now, and what becomes of the marks when it is done.
    pub(crate) fn ensure_can_deal(object: ObjectId, deal: &Deal<'_>) -> Result<Passing, Error<T>> {
        Self::judge_deal(object, deal)?.map_err(|obstacles| {
            let refused = obstacles
                .iter()
                .any(|obstacle| obstacle.effect == Effect::Refused);
            if refused {
                Error::<T>::BarredByMark
            } else {
                Error::<T>::MarkConsentMissing
            }
        })
    }

    /// What stands in the way of an operation on a right, for a party.
    pub(crate) fn obstacles(
        right: RightId,
        operation: Operation,
        party: Option<PartyId>,
    ) -> Result<Vec<Obstacle>, Error<T>> {
        let record = Rights::<T>::get(right.object, right.index).ok_or(Error::<T>::RightUnfit)?;
        ensure!(record.status == RightStatus::Live, Error::<T>::RightUnfit);
        // A right is disposed of by who holds it.
        let holds = party.is_none_or(|party| Self::parties_now(record.holders.parties()).contains(&party));
        ensure!(holds || !operation.is_of_the_holder(), Error::<T>::NotAHolder);
        let deal = Deal::of_party(operation, Self::met_by(right, operation));
        Ok(Self::judge_deal(right.object, &deal)?.err().unwrap_or_default())
    }
}
