//! Tests: one file for each call, and one each for genesis, periods, register time and invariants.

mod add_code;
mod genesis;
mod load_calendar;
mod negative_list;
mod periods;
mod publish_regime;
mod register_time;
mod set_clock;
mod try_state;

use crate::mock::*;
use frame_support::assert_noop;
use quanji_primitives::clock::Day;
use sp_runtime::DispatchError;

fn department() -> RuntimeOrigin {
    RuntimeOrigin::signed(DEPARTMENT)
}

fn day(text: &str) -> Day {
    text.parse().expect("a date of the test")
}

/// The only event so far is `event`.
fn assert_only_event(event: crate::Event<Test>) {
    let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
    assert_eq!(events, [event.into()]);
}

/// Nobody but the department may make `call`, root included.
fn assert_department_only(call: impl Fn(RuntimeOrigin) -> frame_support::dispatch::DispatchResult) {
    for origin in [
        RuntimeOrigin::signed(STRANGER),
        RuntimeOrigin::root(),
        RuntimeOrigin::none(),
    ] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}
