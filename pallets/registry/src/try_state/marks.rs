//! Invariants of the marks and of the list of the live ones.

use crate::{live_marks::Places, register::MARKS_WITH_NOTICES_MAX, Config, Marks, Pallet};
use frame_support::ensure;
use quanji_primitives::{directory::RuleBook, marks::live, v1::ObjectRecord, ObjectId};
use sp_runtime::TryRuntimeError;

pub(super) fn check<T: Config>(object: ObjectId, record: &ObjectRecord) -> Result<(), TryRuntimeError> {
    ensure!(
        Marks::<T>::iter_prefix(object).count() as u32 == record.marks
            && record.marks <= MARKS_WITH_NOTICES_MAX,
        "marks are as many as counted"
    );
    for number in 0..record.marks {
        let mark = Marks::<T>::get(object, number).ok_or("marks are numbered densely")?;
        ensure!(
            mark.rights.numbers().all(|right| right < record.rights),
            "a mark stands against rights of its object"
        );
        ensure!(
            mark.ended.is_none_or(|(at, _)| at >= mark.since),
            "a mark ends after it began"
        );
    }
    check_list::<T>(object, record)
}

fn check_list<T: Config>(object: ObjectId, record: &ObjectRecord) -> Result<(), TryRuntimeError> {
    let now = T::Rules::default().now();
    let all = Pallet::<T>::marks_of(object, record);
    let listed = Pallet::<T>::live_marks_of(object);
    ensure!(
        live::not_over(&listed, now) == live::of_all(&all, now),
        "the list of live marks says what the marks say"
    );
    ensure!(
        !Places::ALL.iter().any(|places| places.are_exceeded_by(&listed)),
        "an object has no more live marks of a kind than it has places"
    );
    Ok(())
}
