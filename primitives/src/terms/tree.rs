//! The rights of one object with their licences: what is in force, what is left of a quantity, what excludes what.
//!
//! A licence hangs on its parent, and is in force while every right above it is. Where the holders of the right of first
//! registration signed it too, it hangs on that right alone. A right that a renewal filed in time keeps in force is in force
//! though its term is over (NG 36); who reads the records alone does not know of it.

use super::{LicenceKind, LicenceTerms, Limits, Quantity, LEVELS_MAX};
use crate::{
    clock::Moment,
    marks::RightSet,
    v1::{LicenceRecord, RightRecord, RightStatus},
    PartyId,
};
use alloc::vec::Vec;

domain! {
    /// Whether a right is in force.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Standing {
        /// It is.
        #[codec(index = 0)]
        InForce,
        /// It, or a right on which it hangs, was ended.
        #[codec(index = 1)]
        Ended {
            /// The right that was ended.
            right: u32,
            /// By the entry with this number.
            entry: u32,
        },
        /// Its term, or that of a right on which it hangs, is over.
        #[codec(index = 2)]
        Expired {
            /// The right whose term is over.
            right: u32,
            /// Since when.
            since: Moment,
        },
        /// Records are missing or do not fit together.
        #[codec(index = 3)]
        Unknown,
    }
}

/// A right, and its licence where it is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LicensedRight {
    /// Its number in the object.
    pub number: u32,
    /// The right.
    pub right: RightRecord,
    /// What a licence has beside it.
    pub licence: Option<LicenceRecord>,
}

/// All rights of one object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RightsTree {
    /// In the order of their numbers.
    rights: Vec<LicensedRight>,
    /// Those kept in force though their term is over.
    kept: RightSet,
}

impl Default for RightsTree {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// What stands in the way of a new licence inside the same right of first registration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Excluded {
    /// An exclusive or sole licence in force covers part of it.
    By(u32),
    /// It would be exclusive or sole, and an earlier licence is not among those to which it is subject.
    NotSubjectTo(u32),
}

impl LicensedRight {
    /// The number of the right it was licensed from.
    pub fn parent(&self) -> Option<u32> {
        self.right.parent.map(|parent| parent.index)
    }

    fn terms(&self) -> Option<&LicenceTerms> {
        self.licence.as_ref().map(|licence| &licence.terms)
    }

    /// Whether it is an exclusive or sole licence.
    pub fn excludes_others(&self) -> bool {
        self.terms()
            .is_some_and(|terms| terms.kind != LicenceKind::NonExclusive)
    }

    fn root_signed(&self) -> bool {
        self.licence.as_ref().is_some_and(|licence| licence.root_signed)
    }
}

impl RightsTree {
    /// The rights of an object, in any order.
    pub fn new(mut rights: Vec<LicensedRight>) -> Self {
        rights.sort_by_key(|right| right.number);
        Self {
            rights,
            kept: RightSet::NONE,
        }
    }

    /// The same rights, of which renewals filed in time keep `kept` in force though their term is over (NG 36).
    pub fn keeping(self, kept: RightSet) -> Self {
        Self { kept, ..self }
    }

    /// The right with a number.
    pub fn get(&self, number: u32) -> Option<&LicensedRight> {
        self.rights
            .binary_search_by_key(&number, |right| right.number)
            .ok()
            .and_then(|place| self.rights.get(place))
    }

    /// All rights.
    pub fn iter(&self) -> impl Iterator<Item = &LicensedRight> {
        self.rights.iter()
    }

    /// The right and every right above it, the right of first registration last.
    pub fn chain(&self, number: u32) -> Vec<u32> {
        let above = |current: &u32| self.get(*current)?.parent().filter(|parent| parent < current);
        core::iter::successors(self.get(number).map(|right| right.number), above)
            .take(usize::from(LEVELS_MAX).saturating_add(1))
            .collect()
    }

    /// The right of first registration from which a right comes; itself where it is one.
    pub fn root(&self, number: u32) -> Option<u32> {
        let root = self.chain(number).last().copied()?;
        self.get(root)?.parent().is_none().then_some(root)
    }

    /// How many levels below its right of first registration a right stands: 0 for that right itself.
    pub fn level(&self, number: u32) -> u8 {
        let above = self.chain(number).len().saturating_sub(1);
        u8::try_from(above).unwrap_or(u8::MAX)
    }

    /// The rights on which a right hangs, itself first.
    pub fn hangs_on(&self, number: u32) -> Vec<u32> {
        let chain = self.chain(number);
        let cut = chain
            .iter()
            .position(|one| self.get(*one).is_some_and(LicensedRight::root_signed));
        match (cut, chain.last()) {
            (Some(cut), Some(root)) => {
                let mut kept: Vec<u32> = chain.iter().copied().take(cut.saturating_add(1)).collect();
                kept.push(*root);
                kept
            }
            _ => chain,
        }
    }

    /// Whether a right is in force at `now`.
    pub fn standing(&self, number: u32, now: Moment) -> Standing {
        if self.root(number).is_none() {
            return Standing::Unknown;
        }
        let not_in_force = self
            .hangs_on(number)
            .into_iter()
            .filter_map(|one| self.get(one))
            .find_map(|right| self.own_end(right, now));
        not_in_force.unwrap_or(Standing::InForce)
    }

    /// How a right is no longer in force by itself.
    fn own_end(&self, right: &LicensedRight, now: Moment) -> Option<Standing> {
        let LicensedRight { number, right, .. } = right;
        let over = right.valid_until <= now && !self.kept.contains(*number);
        match right.status {
            RightStatus::Ended(entry) => Some(Standing::Ended {
                right: *number,
                entry,
            }),
            RightStatus::Live => over.then_some(Standing::Expired {
                right: *number,
                since: right.valid_until,
            }),
        }
    }

    /// Whether a right is in force at `now`.
    pub fn is_in_force(&self, number: u32, now: Moment) -> bool {
        self.standing(number, now) == Standing::InForce
    }

    /// The licences granted from a right, ended ones included.
    pub fn children(&self, number: u32) -> impl Iterator<Item = &LicensedRight> {
        self.iter().filter(move |right| right.parent() == Some(number))
    }

    /// The licences in force that would no longer be if `number` were ended.
    pub fn falling_with(&self, number: u32, now: Moment) -> Vec<u32> {
        let falls = |right: &&LicensedRight| {
            right.number != number
                && self.hangs_on(right.number).contains(&number)
                && self.is_in_force(right.number, now)
        };
        self.iter().filter(falls).map(|right| right.number).collect()
    }

    /// What a licence takes of its parent's quantity: all it may use while in force, what was used when it has ended.
    fn takes(&self, number: u32, now: Moment, levels: u8) -> u64 {
        let Some(right) = self.get(number) else { return 0 };
        let quantity = right.terms().and_then(|terms| terms.quantity);
        if let Some(quantity) = quantity.filter(|_| self.is_in_force(number, now)) {
            return quantity.number;
        }
        self.used(right).saturating_add(self.given(number, now, levels))
    }

    fn used(&self, right: &LicensedRight) -> u64 {
        right
            .licence
            .as_ref()
            .map_or(0, |licence| licence.reported.total())
    }

    /// What the licences below a right take of its quantity.
    fn given(&self, number: u32, now: Moment, levels: u8) -> u64 {
        let Some(below) = levels.checked_sub(1) else {
            return 0;
        };
        self.children(number)
            .map(|child| self.takes(child.number, now, below))
            .fold(0, u64::saturating_add)
    }

    /// How much the holder of a licence may use itself, besides what it gave to others; nothing when it is not limited.
    pub fn own_allowance(&self, number: u32, now: Moment) -> Option<u64> {
        let quantity = self.get(number)?.terms()?.quantity?;
        Some(
            quantity
                .number
                .saturating_sub(self.given(number, now, LEVELS_MAX)),
        )
    }

    /// What is left of a licence's quantity; nothing when it is not limited.
    pub fn left(&self, number: u32, now: Moment) -> Option<Quantity> {
        let right = self.get(number)?;
        let quantity = right.terms()?.quantity?;
        let allowance = self.own_allowance(number, now)?;
        Some(Quantity {
            number: allowance.saturating_sub(self.used(right)),
            ..quantity
        })
    }

    /// What a right lets its holder grant at `now`.
    pub fn limits(&self, number: u32, now: Moment) -> Option<Limits> {
        let right = self.get(number)?;
        match (right.parent(), &right.licence) {
            (None, _) => Some(Limits::of_root(&right.right)),
            (Some(_), Some(licence)) => Some(Limits::of_licence(&licence.terms, self.left(number, now))),
            (Some(_), None) => None,
        }
    }

    /// The licences in force inside the same right of first registration as `parent`, neither it nor above it: an independent
    /// holder's licences never count.
    pub fn beside(&self, parent: u32, now: Moment) -> impl Iterator<Item = &LicensedRight> {
        let (root, above) = (self.root(parent), self.chain(parent));
        self.iter().filter(move |other| {
            let same_root = root.is_some() && self.root(other.number) == root && Some(other.number) != root;
            same_root && !above.contains(&other.number) && self.is_in_force(other.number, now)
        })
    }

    /// Whether a licence from `parent` to `licensee` is excluded by another one, or would exclude one without saying so.
    /// Judged inside one right of first registration: an independent holder's licences never count.
    pub fn excluded(
        &self,
        parent: u32,
        licensee: PartyId,
        terms: &LicenceTerms,
        subject_to: &[u32],
        now: Moment,
    ) -> Option<Excluded> {
        let others = || {
            self.beside(parent, now).filter(|other| {
                let third = !other.right.holders.contains(licensee);
                third && other.terms().is_some_and(|theirs| theirs.overlaps(terms))
            })
        };
        if let Some(other) = others().find(|other| other.excludes_others()) {
            return Some(Excluded::By(other.number));
        }
        if terms.kind == LicenceKind::NonExclusive {
            return None;
        }
        let unlisted = others().find(|other| !subject_to.contains(&other.number));
        unlisted.map(|other| Excluded::NotSubjectTo(other.number))
    }

    /// The exclusive licence in force, granted from `number` or below it, that covers a use of its holder.
    pub fn given_exclusively(
        &self,
        number: u32,
        covers: impl Fn(&LicenceTerms) -> bool,
        now: Moment,
    ) -> Option<u32> {
        self.iter()
            .filter(|other| other.number != number && self.chain(other.number).contains(&number))
            .filter(|other| {
                other
                    .terms()
                    .is_some_and(|terms| terms.kind == LicenceKind::Exclusive && covers(terms))
            })
            .find(|other| self.is_in_force(other.number, now))
            .map(|other| other.number)
    }
}
