//! Invariants of pledges, reservations and deeds, each with its sentence.

use super::Checked;
use crate::{Config, Deeds, OpenDeeds, Pallet, Pledges, Reservations};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use quanji_primitives::{
    directory::Register,
    marks::{Mark, MarkEnd, MarkKind, MarkSource},
    v1::{PledgeRecord, ReservationRecord, VERSION},
    DeedId, ObjectId,
};

/// Checks them all.
pub(super) fn check<T: Config>() -> Checked {
    let mut objects = BTreeSet::new();
    for (id, record) in Pledges::<T>::iter() {
        check_pledge::<T>(id, &record)?;
        objects.extend(record.collateral.iter().map(|item| item.object));
    }
    for (id, record) in Reservations::<T>::iter() {
        check_reservation::<T>(id, &record)?;
        objects.insert(record.object);
    }
    objects.into_iter().try_for_each(check_places::<T>)?;
    check_deeds::<T>()
}

fn mark_of<T: Config>(id: DeedId, object: ObjectId, number: u32, kind: MarkKind) -> Option<Mark> {
    T::Register::mark(object, number).filter(|mark| mark.source == MarkSource::Deed(id) && mark.kind == kind)
}

fn check_pledge<T: Config>(id: DeedId, record: &PledgeRecord) -> Checked {
    ensure!(record.version == VERSION, "every pledge has layout 1");
    let objects: BTreeSet<_> = record.collateral.iter().map(|item| item.object).collect();
    ensure!(
        !objects.is_empty() && objects.len() == record.collateral.len(),
        "a pledge names each of its objects once"
    );
    for item in &record.collateral {
        let mark = mark_of::<T>(id, item.object, item.mark, MarkKind::Pledge)
            .ok_or("a pledge has a mark on each of its objects")?;
        ensure!(
            mark.rights == item.rights,
            "the mark of a pledge stands against what is pledged"
        );
        ensure!(
            mark.until == Some(record.through.end()) || mark.ended.is_some(),
            "the mark of a pledge locks until its registration lapses"
        );
    }
    Ok(())
}

fn check_reservation<T: Config>(id: DeedId, record: &ReservationRecord) -> Checked {
    ensure!(record.version == VERSION, "every reservation has layout 1");
    let mark = mark_of::<T>(id, record.object, record.mark, MarkKind::Reservation)
        .ok_or("a reservation has a mark on its object")?;
    ensure!(
        mark.until == Some(record.until),
        "the mark of a reservation ends with it"
    );
    let used = matches!(mark.ended, Some((_, MarkEnd::Used)));
    ensure!(
        used == record.used_by.is_some() && record.used_by.is_none_or(Pledges::<T>::contains_key),
        "a used reservation names the pledge that took its place"
    );
    Ok(())
}

fn check_places<T: Config>(object: ObjectId) -> Checked {
    let standing = Pallet::<T>::standing_on(object);
    let places: BTreeSet<_> = standing.iter().map(|one| one.place).collect();
    ensure!(
        places.len() == standing.len(),
        "no two pledges or reservations have one place"
    );
    Ok(())
}

fn check_deeds<T: Config>() -> Checked {
    for (id, waiting) in Deeds::<T>::iter() {
        ensure!(waiting.version == VERSION, "every deed has layout 1");
        ensure!(
            !waiting.signatures.is_empty(),
            "who proposed a deed has signed it"
        );
        let objects = Pallet::<T>::objects_of(&waiting.deed.matter)
            .map_err(|_| "a deed is about what is registered")?;
        let listed = |object: &ObjectId| OpenDeeds::<T>::get(object).contains(&id);
        ensure!(
            objects.iter().all(listed),
            "a deed is listed on each of its objects"
        );
    }
    for (object, listed) in OpenDeeds::<T>::iter() {
        for id in listed {
            let waiting = Deeds::<T>::get(id).ok_or("a deed that is listed waits")?;
            let objects = Pallet::<T>::objects_of(&waiting.deed.matter)
                .map_err(|_| "a deed is about what is registered")?;
            ensure!(
                objects.contains(&object),
                "a deed is listed on no other object than its own"
            );
        }
    }
    Ok(())
}
