//! The second person rejects: what the stamp did is undone at once.

use super::*;

fn reject(id: StampId) -> DispatchResult {
    Encumbrances::reject(signed(REVIEWER), id, digest(9))
}

#[test]
fn a_rejected_seizure_ends_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        confirmed(seized(Y, 6));
        set_now("2026-12-01 15:00");
        assert_ok!(reject(id));
        assert_only_event(Event::Rejected {
            stamp: id,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            reason: digest(9),
        });
        let by = basis(id, REVIEWER, Some(REGISTRAR));
        assert_eq!(take_written(), [Written::MarkEnded(0, MarkEnd::NotConfirmed, by)]);
        assert_eq!(stored(id).found.unwrap().0, Finding::Rejected(digest(9)));
        assert_eq!(status(id), StampStatus::Rejected);
        assert!(!standing(0).stands());
        assert_eq!(standing(1).first_since, Some(at("2026-12-01 15:00")));
    });
}

#[test]
fn what_was_rejected_is_not_confirmed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        assert_ok!(reject(id));
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::AlreadyDecided);
        assert_noop!(reject(id), Error::<Test>::AlreadyDecided);
    });
}

#[test]
fn a_rejected_renewal_leaves_the_end_that_was() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(stamped(
            X,
            Measure::Seizure {
                rights: rights(&[0]),
                term: through("2026-12-10"),
            },
        ));
        let renewal = |term| Measure::Renewal { of: id, term };
        // Far from the end nothing was carried further, so nothing is taken back.
        let early = stamped(X, renewal(OrderTerm::Months(3)));
        assert_ok!(reject(early));
        assert_eq!(take_written(), []);
        assert_eq!(mark(0).until, Some(end_of("2026-12-10")));
        set_now("2026-12-10 16:00");
        let late = stamped(X, renewal(OrderTerm::Months(3)));
        assert_eq!(mark(0).until, Some(end_of("2026-12-11")));
        set_now("2026-12-10 17:00");
        assert_ok!(reject(late));
        assert_eq!(mark(0).until, Some(end_of("2026-12-10")));
        let again = stamped(X, renewal(OrderTerm::Months(3)));
        // After the end, it ends now.
        set_now("2026-12-11 09:00");
        assert_ok!(reject(again));
        assert_eq!(mark(0).until, Some(at("2026-12-11 09:00")));
        assert_eq!(standing(0).state, MarkState::Expired);
    });
}

#[test]
fn a_rejected_release_or_ending_changes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        let release = stamped(X, Measure::Release { of: id });
        let ending = Measure::Ending {
            rights: rights(&[1]),
            ground: EndingGround::Judgment,
        };
        let ending = stamped(X, ending);
        for stamp in [release, ending] {
            assert_ok!(reject(stamp));
        }
        assert_eq!(take_written(), []);
        assert!(standing(0).stands());
        assert_noop!(
            Encumbrances::end_by_instrument(signed(REVIEWER), ending),
            Error::<Test>::AlreadyDecided
        );
    });
}
