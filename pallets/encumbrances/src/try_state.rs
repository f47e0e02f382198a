//! Invariants of the day books, each with its sentence.

#![cfg(any(feature = "try-runtime", test))]

mod collateral;

use crate::{Config, LastStamp, Pallet, Stamps};
use frame_support::ensure;
use quanji_primitives::{
    day_book::{Finding, Measure, Stamp, StampStatus},
    directory::Register,
    marks::{standings, MarkKind, MarkSource},
    v1::VERSION,
    StampId,
};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
    /// Checks every invariant of this pallet.
    pub fn do_try_state() -> Checked {
        for (authority, last) in LastStamp::<T>::iter() {
            let given = |serial| StampId::new(authority, serial).is_some_and(Stamps::<T>::contains_key);
            ensure!((1..=last).all(given), "no number of a day book is missing");
        }
        for (id, stamp) in Stamps::<T>::iter() {
            ensure!(
                (1..=LastStamp::<T>::get(id.authority())).contains(&id.serial()),
                "stamps are numbered in order"
            );
            Self::check_stamp(id, &stamp)?;
            Self::check_mark(id, &stamp)?;
        }
        collateral::check::<T>()
    }

    fn check_stamp(id: StampId, stamp: &Stamp) -> Checked {
        ensure!(stamp.version == VERSION, "every stamp has layout 1");
        ensure!(
            stamp.object.authority() == id.authority() && T::Register::object(stamp.object).is_some(),
            "a day book is about objects of its authority"
        );
        ensure!(
            stamp.paper.received_at <= stamp.stamped.at && stamp.stamped.at < stamp.confirm_by,
            "an instrument is stamped after its receipt and confirmed after its stamp"
        );
        let by_another = stamp.found.is_none_or(|(_, signed)| {
            signed.officer != stamp.stamped.officer && signed.at < stamp.confirm_by
        });
        ensure!(by_another, "another person confirms or rejects, in time");
        ensure!(
            stamp.mark.is_some() != matches!(stamp.measure, Measure::Ending { .. }),
            "a stamp is about a mark, or ends rights"
        );
        let renews = matches!(stamp.measure, Measure::Renewal { .. });
        ensure!(
            renews == stamp.renews_from.is_some(),
            "a renewal knows the end before it"
        );
        Ok(())
    }

    fn check_mark(id: StampId, stamp: &Stamp) -> Checked {
        let Some(number) = stamp.mark else { return Ok(()) };
        let marks = T::Register::marks(stamp.object);
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let mark = marks.get(place).ok_or("the mark of a stamp exists")?;
        let source = MarkSource::DayBook(stamp.measure.of().unwrap_or(id));
        let order = mark.order.filter(|_| mark.source == source);
        let order = order.ok_or("the mark of a stamp names it and its instrument")?;
        if !stamp.measure.sets_a_mark() {
            return Ok(());
        }
        ensure!(
            order.confirm_by.is_none() == matches!(stamp.found, Some((Finding::Confirmed, _))),
            "a mark stands firm once its stamp is confirmed"
        );
        let now = Self::now();
        let standings = standings(&marks, now);
        let standing = standings.get(place).ok_or("the mark of a stamp exists")?;
        let fell = matches!(stamp.status(now), StampStatus::Fallen | StampStatus::Rejected);
        ensure!(
            !fell || !standing.stands(),
            "nothing stands on a stamp that fell or was rejected"
        );
        let first_on = |right| {
            let all = marks.iter().zip(&standings);
            let first = all.filter(|(other, standing)| {
                standing.stands() && standing.kind == MarkKind::SeizureFirst && other.is_against(right)
            });
            first.count()
        };
        let seized = mark.kind.is_seizure() && standing.stands();
        ensure!(
            !seized || mark.rights.numbers().all(|right| first_on(right) == 1),
            "where a seizure stands, one is in first rank"
        );
        Ok(())
    }
}
