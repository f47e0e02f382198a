//! The registered rights that an object was made from: the end of a source by its term is told by no entry and no mark, so
//! the records of the sources belong to the proof of a title.

use crate::{
    errors::StateError,
    state::{Record, StateProof},
    title::RightState,
};
use alloc::collections::BTreeMap;
use quanji_primitives::{
    clock::Moment,
    object::{ObjectFacts, Source},
    v1::{LicenceRecord, RightRecord, RightStatus},
    RightId,
};

/// Licences reach at most this deep below a right of first registration.
pub const PARENTS_MAX: u32 = 4;

/// A right that an object was made from, or on which such a right hangs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceRight {
    /// Its record.
    pub right: RightRecord,
    /// What it has beside it where it is a licence.
    pub licence: Option<LicenceRecord>,
}

/// The rights that the lineage names.
pub fn named(facts: &ObjectFacts) -> impl Iterator<Item = RightId> + '_ {
    facts.lineage.iter().filter_map(|source| match source {
        Source::Right(right) => Some(*right),
        Source::Object(_) | Source::Unregistered(_) => None,
    })
}

/// Reads the rights that the lineage names, and those they hang on, from a proof.
pub fn read(state: &StateProof, facts: &ObjectFacts) -> Result<BTreeMap<RightId, SourceRight>, StateError> {
    let mut sources = BTreeMap::new();
    for source in named(facts) {
        let mut number = source;
        for step in 0..=PARENTS_MAX {
            let right: RightRecord = state.require(Record::Right(number.object, number.index))?;
            let parent = right.parent;
            let licence = match parent {
                Some(_) => Some(state.require(Record::Licence(number.object, number.index))?),
                None => None,
            };
            sources.insert(number, SourceRight { right, licence });
            let Some(parent) = parent else { break };
            if step == PARENTS_MAX {
                return Err(StateError::ParentsTooDeep { right: source.index });
            }
            number = parent;
        }
    }
    Ok(sources)
}

/// How a source stood at register time `at`: in force while it, and every right on which it hangs, is live and within its
/// term. A licence that the holder of the first right signed hangs on that one alone.
pub fn state(sources: &BTreeMap<RightId, SourceRight>, source: RightId, at: Moment) -> RightState {
    let mut number = source;
    let mut skips = false;
    for _ in 0..=PARENTS_MAX {
        let Some(SourceRight { right, licence }) = sources.get(&number) else {
            break;
        };
        // Between a licence that the first holder signed and the first right nothing counts.
        let counts = !skips || right.parent.is_none();
        let own = match right.status {
            RightStatus::Ended(entry) => Some(RightState::Ended { entry }),
            RightStatus::Live if right.valid_until <= at => Some(RightState::Expired),
            RightStatus::Live => None,
        };
        if let Some(own) = own.filter(|_| counts) {
            return if number == source {
                own
            } else {
                RightState::ParentNotInForce { parent: number.index }
            };
        }
        skips |= licence.as_ref().is_some_and(|licence| licence.root_signed);
        let Some(parent) = right.parent else { break };
        number = parent;
    }
    RightState::InForce
}
