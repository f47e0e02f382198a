//! The list of live marks: what the gate reads of an object at once, and how many marks find a place in it.

use super::{
    dealing::{basis, seizure, set, transfer},
    *,
};
use crate::{LiveMarks, Marks, LIVE_OF_ORGANS_MAX, LIVE_OF_PARTIES_MAX};
use quanji_primitives::{
    directory::{Register, RegisterError},
    ending::RightsEndCause,
    marks::{Mark, MarkEnd, MarkKind},
};

fn hold() -> Mark {
    Mark {
        kind: MarkKind::Hold,
        order: None,
        ..seizure(1, &[0])
    }
}

fn until(day: &str) -> Option<quanji_primitives::clock::Moment> {
    Some(at(day))
}

fn end(object: ObjectId, number: u32) {
    Registry::end_mark(object, number, MarkEnd::Released, basis(), None).unwrap();
}

fn listed(object: ObjectId) -> Vec<u32> {
    let list = LiveMarks::<Test>::get(object);
    list.iter().map(|listed| listed.number).collect()
}

fn bars(object: ObjectId) -> bool {
    Registry::ensure_can_deal(object, &transfer(&[0])).is_err()
}

#[test]
fn a_mark_is_listed_until_it_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        set(object, hold()).unwrap();
        set(object, seizure(2, &[1])).unwrap();
        assert_eq!(listed(object), [0, 1]);
        end(object, 0);
        assert_eq!(listed(object), [1]);
        assert!(!bars(object));
        end(object, 1);
        assert!(!LiveMarks::<Test>::contains_key(object));
        assert_eq!(Registry::title(object).unwrap().marks.len(), 2);
    });
}

#[test]
fn the_gate_reads_the_list_and_no_mark_by_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        set(object, hold()).unwrap();
        let mark = Marks::<Test>::take(object, 0).unwrap();
        assert!(bars(object));
        Marks::<Test>::insert(object, 0, mark);
    });
}

#[test]
fn a_seizure_that_waited_keeps_its_rise_after_the_one_before_it_has_left_the_list() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        set(object, seizure(1, &[0])).unwrap();
        set(object, seizure(2, &[0])).unwrap();
        set_now("2027-03-01 10:00");
        end(object, 0);
        assert_eq!(listed(object), [1]);
        // Its twelve months began then.
        set_now("2028-03-01 23:59:59");
        assert!(bars(object));
        set_now("2028-03-02 00:00");
        assert!(!bars(object));
    });
}

#[test]
fn what_time_ended_leaves_its_place_to_the_next_mark() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let lapsing = Mark {
            until: until("2026-12-20 00:00"),
            ..hold()
        };
        set_now("2026-12-10 10:00");
        for number in 0..LIVE_OF_PARTIES_MAX {
            assert_eq!(set(object, lapsing), Ok(number));
        }
        assert_eq!(set(object, hold()), Err(RegisterError::Full));
        set_now("2026-12-20 10:00");
        assert_eq!(set(object, hold()), Ok(LIVE_OF_PARTIES_MAX));
        assert_eq!(listed(object), [LIVE_OF_PARTIES_MAX]);
    });
}

#[test]
fn parties_and_organs_have_places_of_their_own() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        for _ in 0..LIVE_OF_PARTIES_MAX {
            set(object, hold()).unwrap();
        }
        assert_eq!(set(object, hold()), Err(RegisterError::Full));
        for number in 0..LIVE_OF_ORGANS_MAX {
            set(object, seizure(u64::from(number) + 1, &[0])).unwrap();
        }
        assert_eq!(set(object, seizure(99, &[0])), Err(RegisterError::Full));
        end(object, 3);
        assert_eq!(set(object, seizure(99, &[0])), Err(RegisterError::Full));
        assert!(set(object, hold()).is_ok());
    });
}

#[test]
fn a_lapsed_notice_is_prolonged_where_there_is_a_place() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let notice = Mark {
            until: until("2026-12-20 00:00"),
            ..hold()
        };
        set(object, notice).unwrap();
        set_now("2026-12-21 10:00");
        for _ in 0..LIVE_OF_PARTIES_MAX {
            set(
                object,
                Mark {
                    since: at("2026-12-21 10:00"),
                    ..hold()
                },
            )
            .unwrap();
        }
        let prolong = || Registry::limit_mark(object, 0, until("2027-01-20 00:00"), basis(), None);
        assert_eq!(prolong(), Err(RegisterError::Full));
        end(object, 5);
        assert_eq!(prolong(), Ok(()));
        assert_eq!(listed(object).first(), Some(&0));
    });
}

#[test]
fn no_more_rights_end_at_once_than_a_call_can_write() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let ended = |rights: std::ops::Range<u32>| {
            Registry::end_rights(
                object,
                rights.collect(),
                None,
                RightsEndCause::Objection,
                basis(),
                None,
            )
        };
        assert_eq!(ended(0..49), Err(RegisterError::Full));
        // As many as fit are looked for.
        assert_eq!(ended(0..48), Err(RegisterError::NotFound));
    });
}
