//! Rank, rising, terms and falls, against a plain simulation that walks through time.

use super::*;
use crate::{
    clock::{Day, DAY_MILLIS},
    marks::{live::numbered, MarkSource, Order, OrderTerm, Organ, OrganKind, RightSet},
    person::CreditCode,
    AuthorityId, Digest, StampId,
};
use proptest::prelude::*;

fn day(number: i32) -> Day {
    Day(20_000 + number)
}

/// Noon of a day.
fn noon(number: i32) -> Moment {
    Moment(day(number).start().0 + DAY_MILLIS / 2)
}

fn seizure(since: i32, days: u16) -> Mark {
    Mark {
        version: 1,
        kind: MarkKind::SeizureFirst,
        rights: RightSet(1),
        source: MarkSource::DayBook(StampId(1)),
        authority: AuthorityId(1),
        since: noon(since),
        until: None,
        ended: None,
        order: Some(Order {
            organ: Organ {
                kind: OrganKind::Court,
                code: CreditCode(*b"12440000MB0000001C"),
            },
            instrument: Digest::Sha2_256([1; 32]),
            received_at: noon(since),
            confirm_by: None,
            term: OrderTerm::Days(days),
            entered_between: None,
        }),
    }
}

fn unconfirmed(since: i32, days: u16, until: i32) -> Mark {
    let mark = seizure(since, days);
    let order = mark.order.map(|order| Order {
        confirm_by: Some(day(until).start()),
        ..order
    });
    Mark { order, ..mark }
}

fn released(mark: Mark, at: i32) -> Mark {
    Mark {
        ended: Some((noon(at), MarkEnd::Released)),
        ..mark
    }
}

fn shown(marks: &[Mark], at: Moment) -> Vec<(MarkKind, MarkState, Option<Moment>)> {
    let all = standings(marks, at);
    all.iter().map(|one| (one.kind, one.state, one.until)).collect()
}

const FIRST: MarkKind = MarkKind::SeizureFirst;
const WAITING: MarkKind = MarkKind::SeizureWaiting;

#[test]
fn a_waiting_seizure_rises_when_the_one_before_expires_and_its_term_begins_then() {
    let marks = [seizure(0, 10), seizure(3, 20)];
    use MarkState::{Expired, Standing};
    assert_eq!(
        shown(&marks, noon(4)),
        [
            (FIRST, Standing, Some(day(11).start())),
            (WAITING, Standing, None)
        ]
    );
    // The last second of the tenth day, and the first after it.
    let last = Moment(day(11).start().0 - 1);
    assert_eq!(shown(&marks, last)[1].0, WAITING);
    assert_eq!(
        shown(&marks, day(11).start()),
        [
            (FIRST, Expired, Some(day(11).start())),
            (FIRST, Standing, Some(day(32).start()))
        ]
    );
    assert_eq!(shown(&marks, day(32).start())[1].1, Expired);
}

#[test]
fn it_rises_when_the_one_before_is_released_or_falls() {
    let risen = |first: Mark, at: Moment| {
        let marks = [first, seizure(3, 20)];
        let standing = standings(&marks, at)[1];
        (standing.kind, standing.first_since)
    };
    let first = released(seizure(0, 10), 5);
    assert_eq!(risen(first, noon(4)), (WAITING, None));
    assert_eq!(risen(first, noon(6)), (FIRST, Some(noon(5))));
    let first = unconfirmed(0, 10, 4);
    assert_eq!(risen(first, noon(3)), (WAITING, None));
    assert_eq!(risen(first, day(4).start()), (FIRST, Some(day(4).start())));
}

#[test]
fn an_unconfirmed_stamp_stands_at_once_and_falls_at_its_moment() {
    let marks = [unconfirmed(0, 10, 2)];
    let state = |at| standings(&marks, at)[0].state;
    assert_eq!(state(Moment(noon(0).0 - 1)), MarkState::NotBegun);
    assert_eq!(state(noon(0)), MarkState::Standing);
    assert_eq!(state(Moment(day(2).start().0 - 1)), MarkState::Standing);
    assert_eq!(state(day(2).start()), MarkState::Fallen);
}

#[test]
fn a_third_rises_only_when_both_before_it_are_over() {
    let marks = [seizure(0, 10), seizure(1, 5), seizure(2, 5)];
    let kinds = |at| -> Vec<_> { standings(&marks, at).iter().map(|one| one.kind).collect() };
    assert_eq!(kinds(noon(3)), [FIRST, WAITING, WAITING]);
    assert_eq!(kinds(noon(12)), [FIRST, FIRST, WAITING]);
    assert_eq!(kinds(noon(18)), [FIRST, FIRST, FIRST]);
    let standing = standings(&marks, noon(18));
    assert_eq!(standing.iter().filter(|one| one.stands()).count(), 1);
    let queue_at = |right, at| queue(&numbered(&marks, at).collect::<Vec<_>>(), right);
    assert_eq!(queue_at(0, noon(3)), [0, 1, 2]);
    assert_eq!(queue_at(0, noon(12)), [1, 2]);
    assert_eq!(queue_at(1, noon(3)), [0; 0]);
}

#[test]
fn a_renewed_end_keeps_the_rank() {
    let renewed = Mark {
        until: Some(day(40).start()),
        ..seizure(0, 10)
    };
    let marks = [renewed, seizure(3, 20)];
    assert_eq!(shown(&marks, noon(30))[0].1, MarkState::Standing);
    assert_eq!(shown(&marks, noon(30))[1].0, WAITING);
    assert_eq!(standings(&marks, noon(45))[1].first_since, Some(day(40).start()));
}

#[test]
fn other_marks_neither_wait_nor_hold_a_seizure_back() {
    let pledge = Mark {
        kind: MarkKind::Pledge,
        order: None,
        ..seizure(0, 10)
    };
    let standing = standings(&[pledge, seizure(1, 5)], noon(2));
    assert_eq!(
        (standing[0].kind, standing[0].first_since),
        (MarkKind::Pledge, None)
    );
    assert_eq!(standing[1].kind, FIRST);
}

/// The plain simulation: day by day, the first in the queue has the rank; its days begin to count the day after it rose.
fn simulated(marks: &[(Mark, u16)], today: i32) -> Vec<Option<MarkKind>> {
    let mut left: Vec<Option<u16>> = marks.iter().map(|(_, days)| Some(*days)).collect();
    let mut rose: Vec<Option<i32>> = vec![None; marks.len()];
    for now in 0..=today {
        // At midnight: terms and deadlines end.
        for (place, (mark, days)) in marks.iter().enumerate() {
            let fell = mark.confirm_by().is_some_and(|by| by <= day(now).start());
            let over = rose[place].is_some_and(|from| now > from + i32::from(*days));
            if fell || over {
                left[place] = None;
            }
        }
        raise(
            marks,
            &left,
            &mut rose,
            |mark| mark.since < day(now).start(),
            now - 1,
            true,
        );
        // At noon: stamps and releases.
        for (place, (mark, _)) in marks.iter().enumerate() {
            if mark.ended.is_some_and(|(at, _)| at <= noon(now)) {
                left[place] = None;
            }
        }
        raise(
            marks,
            &left,
            &mut rose,
            |mark| mark.since <= noon(now),
            now,
            false,
        );
    }
    let begun = |mark: &Mark| mark.since <= noon(today);
    (0..marks.len())
        .map(|place| {
            let standing = left[place].is_some() && begun(&marks[place].0);
            standing.then(|| if rose[place].is_some() { FIRST } else { WAITING })
        })
        .collect()
}

/// The first that has begun and is not over gets the rank. What rises at midnight rises on the day that begins.
fn raise(
    marks: &[(Mark, u16)],
    left: &[Option<u16>],
    rose: &mut [Option<i32>],
    begun: impl Fn(&Mark) -> bool,
    day_before: i32,
    at_midnight: bool,
) {
    let on = if at_midnight { day_before + 1 } else { day_before };
    let first = (0..marks.len()).find(|place| left[*place].is_some() && begun(&marks[*place].0));
    if let Some(first) = first {
        rose[first].get_or_insert(on);
    }
}

proptest! {
    #[test]
    fn ranks_and_terms_agree_with_a_simulation_day_by_day(
        stamps in prop::collection::vec((0i32..6, 1u16..15, prop::option::of(1i32..4), prop::option::of(0i32..30)), 1..6),
        today in 0i32..60,
    ) {
        let mut since = 0;
        let mut marks = Vec::new();
        for (gap, days, unconfirmed_for, released_after) in stamps {
            since += gap;
            let mut mark = match unconfirmed_for {
                Some(wait) => unconfirmed(since, days, since + wait),
                None => seizure(since, days),
            };
            // Only what still stands is released: what the simulation says decides.
            if let Some(after) = released_after {
                let at = since + after;
                marks.push((mark, days));
                if simulated(&marks, at).last().copied().flatten().is_some() {
                    mark = released(mark, at);
                }
                marks.pop();
            }
            marks.push((mark, days));
        }
        // A release after today has not happened.
        let known: Vec<_> = marks
            .into_iter()
            .map(|(mark, days)| (Mark { ended: mark.ended.filter(|(at, _)| *at <= noon(today)), ..mark }, days))
            .collect();
        let records: Vec<Mark> = known.iter().map(|(mark, _)| *mark).collect();
        let found: Vec<_> = standings(&records, noon(today))
            .iter()
            .map(|one| one.stands().then_some(one.kind))
            .collect();
        prop_assert_eq!(found, simulated(&known, today));
    }
}
