//! What others may ask.

use crate::{Config, Conflicts, HeardFacts, Objections, OpenConflicts, OpenObjections, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    conflict::Conflict, directory::RuleBook, objection::ObjectionStanding, AuthorityId, ConflictId, ObjectId,
    ObjectionId,
};

/// The most rows of one answer.
const ROWS_MAX: usize = 100;

impl<T: Config> Pallet<T> {
    /// Status and deadline of an objection now.
    pub(crate) fn standing_of(id: ObjectionId) -> Option<ObjectionStanding> {
        let (rules, objection) = (T::Rules::default(), Objections::<T>::get(id)?);
        Some(objection.standing(rules.now(), &rules.regime(objection.regime)?, &rules))
    }

    /// The objections on an object: each is found through the facts that were heard.
    pub(crate) fn objections_with_standing(object: ObjectId) -> Vec<(ObjectionId, ObjectionStanding)> {
        let mut ids: Vec<_> = HeardFacts::<T>::iter_prefix_values(object)
            .take(ROWS_MAX)
            .collect();
        ids.sort();
        let with_standing = |id| Some((id, Self::standing_of(id)?));
        ids.into_iter().filter_map(with_standing).collect()
    }

    /// The open objections of an authority, in the order of their identifiers.
    pub(crate) fn open_objections_of(
        authority: AuthorityId,
        after: Option<ObjectionId>,
    ) -> Vec<(ObjectionId, ObjectionStanding)> {
        let ids: BTreeSet<_> = OpenObjections::<T>::iter_key_prefix(authority)
            .filter(|id| after.is_none_or(|after| *id > after))
            .collect();
        let with_standing = |id| Some((id, Self::standing_of(id)?));
        ids.into_iter().take(ROWS_MAX).filter_map(with_standing).collect()
    }

    /// The undecided conflicts of an authority.
    pub(crate) fn open_conflicts_of(authority: AuthorityId) -> Vec<(ConflictId, Conflict)> {
        let ids: BTreeSet<_> = OpenConflicts::<T>::iter()
            .filter(|(side, _)| side.authority() == authority)
            .map(|(_, id)| id)
            .take(ROWS_MAX)
            .collect();
        let with_record = |id| Some((id, Conflicts::<T>::get(id)?));
        ids.into_iter().filter_map(with_record).collect()
    }
}
