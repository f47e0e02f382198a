//! The object of the disputes' benchmarks, with as many rights and marks as it can hold, each certificate of one holder: a
//! right that passes must not leave more holders than the register takes.

use super::Prepared;
use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use pallet_encumbrances::benchmarking::{BenchmarkHelper, Scene};
use pallet_registry::{Line, Rights, Rolls};
use quanji_primitives::{marks::Mark, rights::Holders, Bounded, ObjectId, PartyId};

/// Leaves each certificate to one of those who hold all of them together: the first to the last of them.
fn leave_to_one_each(object: ObjectId, holders: &[PartyId]) {
    let mut roll = Vec::new();
    for number in 0..64 {
        Rights::<Runtime>::mutate(object, number, |right| {
            let Some(right) = right else { return };
            let one = holders.iter().rev().cycle().nth(right.certificate as usize);
            right.holders = Holders::Sole(*one.unwrap());
            roll.extend(Line::of_right(number, right));
        });
    }
    Rolls::<Runtime>::insert(object, Bounded::truncate_from(roll));
}

impl BenchmarkHelper<AccountId> for Prepared {
    fn prepare() -> Scene<AccountId> {
        let scene = <Self as pallet_disputes::benchmarking::BenchmarkHelper<AccountId>>::prepare();
        let [object, _] = scene.objects;
        let holders = Rights::<Runtime>::get(object, 0).map(|right| right.holders.parties());
        leave_to_one_each(object, &holders.unwrap());
        Scene {
            keeper: scene.examiner,
            reviewer: scene.reviewer,
            object,
            rights: (0..64).collect(),
        }
    }

    fn put_marks(object: ObjectId, marks: &[Mark]) {
        pallet_registry::benchmarking::put_marks::<Runtime>(object, marks);
    }
}
