//! What hangs on what among the rights of one object: a licence on the rights above it, or on the right of first registration
//! alone where its holders signed it too.

use crate::{entering::RIGHTS_MAX, roll, Config, Pallet, Rights, Rolls};
use alloc::vec::Vec;
use quanji_primitives::{
    directory::{LicenceTies, RuleBook},
    marks::{Operation, RightSet},
    once::asked_once,
    terms::LEVELS_MAX,
    v1::{RightRecord, RightStatus},
    ObjectId, RightId,
};

/// Reads the rights of one object, each once however many hang on it.
struct Read<Right, Tied> {
    right: Right,
    tied: Tied,
}

impl<Right: Fn(u32) -> Option<RightRecord>, Tied: Fn(u32) -> bool> Read<Right, Tied> {
    /// A right and those above it, the right of first registration last.
    fn chain(&self, number: u32) -> Vec<(u32, RightRecord)> {
        let read = |number: u32| Some((number, (self.right)(number)?));
        let above = |(_, right): &(u32, RightRecord)| read(right.parent?.index);
        core::iter::successors(read(number), above)
            .take(usize::from(LEVELS_MAX).saturating_add(1))
            .collect()
    }

    /// Those of the chain with which a right stands and falls.
    fn hangs_on(&self, number: u32) -> Vec<(u32, RightRecord)> {
        let chain = self.chain(number);
        let tied = |(number, _): &(u32, RightRecord)| (self.tied)(*number);
        let (Some(cut), Some(first)) = (chain.iter().position(tied), chain.last().cloned()) else {
            return chain;
        };
        let kept = chain.into_iter().take(cut.saturating_add(1));
        kept.chain([first]).collect()
    }
}

impl<T: Config> Pallet<T> {
    fn reader(object: ObjectId) -> Read<impl Fn(u32) -> Option<RightRecord>, impl Fn(u32) -> bool> {
        Read {
            right: asked_once(move |number| Rights::<T>::get(object, number)),
            tied: asked_once(move |number| T::Licences::hangs_on_first_right(object, number)),
        }
    }

    /// A right and those above it, their numbers alone.
    pub(crate) fn with_those_above(object: ObjectId, number: u32) -> RightSet {
        let chain = Self::reader(object).chain(number);
        chain.iter().map(|(number, _)| *number).collect()
    }

    /// Those above a right with which it stands and falls, and itself first.
    pub(crate) fn hangs_on(object: ObjectId, number: u32) -> Vec<(u32, RightRecord)> {
        Self::reader(object).hangs_on(number)
    }

    /// The licences in force in an object, each with what it hangs on, in the order of their numbers.
    fn licences_in_force(object: ObjectId) -> Vec<(u32, Vec<(u32, RightRecord)>)> {
        let (now, kept) = (T::Rules::default().now(), Self::kept_by_renewals(object));
        let stands = |(number, right): &(u32, RightRecord)| {
            right.status == RightStatus::Live && (now < right.valid_until || kept.contains(*number))
        };
        let (licences, read) = (Rolls::<T>::get(object), Self::reader(object));
        roll::licences(&licences)
            .numbers()
            .map(|number| (number, read.hangs_on(number)))
            .filter(|(_, hangs)| hangs.iter().all(stands))
            .collect()
    }

    /// The licences in force, rising, that fall when `rights` end: they hang on one of them and are none of them.
    pub(crate) fn falling_with(object: ObjectId, rights: RightSet) -> Vec<u32> {
        let falls = |(number, hangs): &(u32, Vec<(u32, RightRecord)>)| {
            !rights.contains(*number) && hangs.iter().any(|(above, _)| rights.contains(*above))
        };
        let licences = Self::licences_in_force(object).into_iter();
        licences.filter(falls).map(|(number, _)| number).collect()
    }

    /// The licences of an object that are in force, or would be so again with a right that has lapsed and is revived.
    pub(crate) fn licences_that_may_stand(object: ObjectId) -> Vec<u32> {
        let now = T::Rules::default().now();
        let may_stand = |(_, right): &(u32, RightRecord)| {
            let over = right.parent.is_some() && right.valid_until <= now;
            right.status == RightStatus::Live && !over
        };
        let (licences, read) = (Rolls::<T>::get(object), Self::reader(object));
        roll::licences(&licences)
            .numbers()
            .filter(|number| read.hangs_on(*number).iter().all(may_stand))
            .collect()
    }

    /// The licences in force that come from `roots`, rising.
    pub(crate) fn licences_from(object: ObjectId, roots: RightSet) -> Vec<u32> {
        let from = |hangs: &[(u32, RightRecord)]| hangs.last().is_some_and(|(root, _)| roots.contains(*root));
        let licences = Self::licences_in_force(object).into_iter();
        licences
            .filter(|(_, hangs)| from(hangs))
            .map(|(number, _)| number)
            .collect()
    }

    /// The rights whose marks an operation on one right meets: when it is licensed, those above it; when a licence is ended,
    /// the licences that fall with it; when the facts of the object change, all.
    pub(crate) fn met_by(right: RightId, operation: Operation) -> RightSet {
        let RightId { object, index } = right;
        let own = RightSet::NONE.with(index);
        let is_licence = || Rights::<T>::get(object, index).is_some_and(|right| right.parent.is_some());
        match operation {
            Operation::ExclusiveLicence | Operation::NonExclusiveLicence => {
                Self::with_those_above(object, index)
            }
            Operation::Change => roll::rights(&Rolls::<T>::get(object)),
            Operation::VoluntaryCancellation if is_licence() => {
                let hangs = |hangs: &[(u32, RightRecord)]| hangs.iter().any(|(number, _)| *number == index);
                let licences = Self::licences_in_force(object).into_iter();
                let falling = licences.filter(|(_, one)| hangs(one)).map(|(number, _)| number);
                falling.fold(own, RightSet::with)
            }
            _ => own,
        }
    }
}

const _: () = assert!(RIGHTS_MAX <= 64, "a set holds every right of an object");
