//! The object of the disputes' benchmarks, with as many rights and marks as it can hold.

use super::Prepared;
use crate::{AccountId, Runtime};
use pallet_encumbrances::benchmarking::{BenchmarkHelper, Scene};
use quanji_primitives::{marks::Mark, ObjectId};

impl BenchmarkHelper<AccountId> for Prepared {
    fn prepare() -> Scene<AccountId> {
        let scene = <Self as pallet_disputes::benchmarking::BenchmarkHelper<AccountId>>::prepare();
        let [object, _] = scene.objects;
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
