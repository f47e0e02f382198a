use crate::{mock::*, Error, Event, Limits, Quota};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

const LARGER: Limits = Limits {
    weight: 5_000,
    ..LIMITS
};

#[test]
fn the_department_sets_the_quota() {
    build_and_execute(|| {
        assert_ok!(Admission::set_quota(RuntimeOrigin::signed(1), LARGER));
        assert_eq!(Quota::<Test>::get(), LARGER);
        System::assert_last_event(
            Event::QuotaSet {
                by: 1,
                limits: LARGER,
            }
            .into(),
        );
    });
}

#[test]
fn nobody_else_sets_the_quota() {
    build_and_execute(|| {
        assert_noop!(Admission::set_quota(RuntimeOrigin::signed(20), LARGER), BadOrigin);
        assert_noop!(Admission::set_quota(RuntimeOrigin::none(), LARGER), BadOrigin);
    });
}

#[test]
fn a_quota_of_zero_is_refused() {
    build_and_execute(|| {
        for limits in [
            Limits { weight: 0, ..LIMITS },
            Limits { bytes: 0, ..LIMITS },
            Limits {
                recovery_blocks: 0,
                ..LIMITS
            },
            Limits { pending: 0, ..LIMITS },
        ] {
            assert_noop!(
                Admission::set_quota(RuntimeOrigin::signed(1), limits),
                Error::<Test>::QuotaOfZero
            );
        }
    });
}
