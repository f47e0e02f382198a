//! `set_clock`.

use super::*;
use crate::{DevelopmentClock, Error, Event};
use frame_support::assert_ok;
use quanji_primitives::clock::{self, Moment};

const EPOCH: Moment = Moment(5_000);

#[test]
fn the_department_moves_register_time_forward() {
    ExtBuilder::default().with_clock(EPOCH, 60).build_and_execute(|| {
        pallet_timestamp::Now::<Test>::put(START.0 + 10);
        assert_eq!(Rules::now(), Moment(5_600));
        assert_ok!(Rules::set_clock(department(), Moment(9_000)));
        let set = clock::DevelopmentClock {
            epoch: Moment(9_000),
            anchor: Some(Moment(START.0 + 10)),
            speed: 60,
        };
        assert_eq!(DevelopmentClock::<Test>::get(), Some(set));
        assert_eq!(Rules::now(), Moment(9_000));
        assert_only_event(Event::ClockSet {
            clock: set,
            by: DEPARTMENT,
        });
        pallet_timestamp::Now::<Test>::put(START.0 + 12);
        assert_eq!(Rules::now(), Moment(9_120), "it runs on at its speed");
    });
}

#[test]
fn only_the_department_sets_the_clock() {
    ExtBuilder::default().with_clock(EPOCH, 1).build_and_execute(|| {
        assert_department_only(|origin| Rules::set_clock(origin, Moment(9_000)));
    });
}

#[test]
fn a_live_chain_has_no_clock_to_set() {
    ExtBuilder::default().build_and_execute(|| {
        let later = Moment(START.0 + 1);
        assert_noop!(
            Rules::set_clock(department(), later),
            Error::<Test>::NoDevelopmentClock
        );
    });
}

#[test]
fn register_time_does_not_go_back_or_stand_still() {
    ExtBuilder::default().with_clock(EPOCH, 1).build_and_execute(|| {
        for moment in [EPOCH, Moment(EPOCH.0 - 1), Moment(0)] {
            assert_noop!(
                Rules::set_clock(department(), moment),
                Error::<Test>::ClockGoesBack
            );
        }
    });
}
