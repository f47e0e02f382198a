//! From filing to the end of review, requests for further proof included.

use super::*;

#[test]
fn silence_accepts_at_the_start_of_the_first_working_day_after_the_period() {
    let (case, regime) = (filed(), national_2026());
    let waiting = Status::Filed {
        due: due("2026-09-30"),
    };
    let silent = Status::Examining {
        due: Some(due("2026-10-21")),
        by_silence: true,
    };
    assert_statuses(
        &case,
        &regime,
        &[
            ("2026-09-24 16:50:00", waiting),
            ("2026-09-30 23:59:59", waiting),
            ("2026-10-01 00:00:00", waiting),
            ("2026-10-07 23:59:59", waiting),
            ("2026-10-08 00:00:00", silent),
            ("2026-10-08 00:00:01", silent),
        ],
    );
    let acceptance = |moment| case.acceptance(at(moment), &regime, &calendar);
    assert_eq!(acceptance("2026-10-07 23:59:59"), None);
    let silence = Acceptance {
        at: at("2026-10-08 00:00:00"),
        by_silence: true,
        clock: CaseClock::start(10, day("2026-10-08")),
    };
    assert_eq!(acceptance("2026-10-08 00:00:00"), Some(silence));
    assert_eq!(acceptance("2026-12-31 00:00:00"), Some(silence));
}

#[test]
fn days_off_make_nothing_overdue() {
    let (case, last) = (filed(), Some(due("2026-09-30")));
    assert_overdue(
        &case,
        &national_2026(),
        &[
            ("2026-09-30 23:59:59", last, 0),
            ("2026-10-07 23:59:59", last, 0),
            ("2026-10-08 00:00:00", Some(due("2026-10-21")), 0),
        ],
    );
}

#[test]
fn where_silence_accepts_nothing_the_authority_is_overdue() {
    let (case, last) = (filed(), Some(due("2026-10-09")));
    assert_overdue(
        &case,
        &shenzhen_2023(),
        &[
            ("2026-10-09 23:59:59", last, 0),
            // A worked Saturday, a Sunday, a Monday.
            ("2026-10-10 00:00:00", last, 1),
            ("2026-10-10 00:00:01", last, 1),
            ("2026-10-11 12:00:00", last, 1),
            ("2026-10-12 00:00:00", last, 2),
        ],
    );
    let status = case.status(at("2026-12-31 00:00:00"), &shenzhen_2023(), &calendar);
    assert!(matches!(status, Status::Filed { .. }));
}

#[test]
fn review_is_overdue_from_the_day_after_its_last() {
    let (case, last) = (accepted(Stage::Accepted), Some(due("2026-11-16")));
    assert_overdue(
        &case,
        &national_2026(),
        &[
            ("2026-11-16 23:59:59", last, 0),
            ("2026-11-17 00:00:00", last, 1),
            ("2026-11-17 00:00:01", last, 1),
            ("2026-11-18 00:00:00", last, 2),
        ],
    );
    let used = |moment| case.standing(at(moment), &national_2026(), &calendar).review;
    assert_eq!(used("2026-11-02 23:59:59"), Some((0, 10)));
    assert_eq!(used("2026-11-03 00:00:00"), Some((1, 10)));
    assert_eq!(used("2026-11-16 23:59:59"), Some((10, 10)));
    assert_eq!(used("2026-11-18 00:00:00"), Some((12, 10)));
}

#[test]
fn each_step_of_review_has_its_status_with_the_same_deadline() {
    let last = Some(due("2026-11-16"));
    let regime = national_2026();
    let now = "2026-11-10 09:00:00";
    let examining = Status::Examining {
        due: last,
        by_silence: false,
    };
    assert_statuses(&accepted(Stage::Accepted), &regime, &[(now, examining)]);
    let awaiting = Status::AwaitingApproval { due: last };
    assert_statuses(&accepted(Stage::Examined), &regime, &[(now, awaiting)]);
    let awaiting = Status::AwaitingPublication { due: last };
    assert_statuses(&accepted(Stage::Approved), &regime, &[(now, awaiting)]);
}
