use super::*;
use crate::{Event, Recoveries, RecoveryDelay, RECOVERY_DELAY_MAX, RECOVERY_DELAY_MIN};
use frame_support::assert_ok;
use quanji_primitives::clock::{Moment, DAY_MILLIS};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn the_department_sets_the_delay() {
    Chain::default().build_and_execute(|| {
        assert_eq!(RecoveryDelay::<Test>::get(), 7 * DAY_MILLIS);
        assert_ok!(Parties::set_recovery_delay(signed(DEPARTMENT), 3 * DAY_MILLIS));
        assert_eq!(RecoveryDelay::<Test>::get(), 3 * DAY_MILLIS);
        assert_only_event(Event::RecoveryDelaySet {
            millis: 3 * DAY_MILLIS,
            by: DEPARTMENT,
        });
    });
}

#[test]
fn the_delay_is_one_to_ninety_days() {
    Chain::default().build_and_execute(|| {
        for millis in [0, RECOVERY_DELAY_MIN - 1, RECOVERY_DELAY_MAX + 1, u64::MAX] {
            let call = Parties::set_recovery_delay(signed(DEPARTMENT), millis);
            assert_noop!(call, Error::<Test>::DelayOutOfRange);
        }
        for millis in [RECOVERY_DELAY_MIN, RECOVERY_DELAY_MAX] {
            assert_ok!(Parties::set_recovery_delay(signed(DEPARTMENT), millis));
        }
    });
}

#[test]
fn nobody_else_sets_the_delay() {
    Chain::default().build_and_execute(|| {
        for origin in [signed(REGISTRAR), signed(PORT), RuntimeOrigin::root()] {
            assert_noop!(Parties::set_recovery_delay(origin, DAY_MILLIS), BadOrigin);
        }
    });
}

#[test]
fn a_confirmed_recovery_keeps_its_delay() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, FREE));
        assert_ok!(Parties::confirm_recovery(signed(REVIEWER), party(1)));
        assert_ok!(Parties::set_recovery_delay(signed(DEPARTMENT), DAY_MILLIS));
        let ready_at = Recoveries::<Test>::get(party(1))
            .unwrap()
            .confirmed
            .unwrap()
            .ready_at;
        assert_eq!(ready_at, Moment(START.0 + 7 * DAY_MILLIS));
        advance(DAY_MILLIS);
        assert_noop!(
            Parties::complete_recovery(signed(REGISTRAR), party(1)),
            Error::<Test>::TooEarly
        );
    });
}
