//! The one gate through which everything that deals with registered rights passes: what the marks on them allow (design
//! section 4, rule 4). Asked by the pallets through [`Register`], by readers through `can_deal`.

use crate::{Config, Error, Objects, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    dealing::{judge_live, Deal, Obstacle, Passing},
    directory::RuleBook,
    marks::Effect,
    ObjectId,
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
}
