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

#[test]
fn until_a_request_for_proof_is_delivered_the_days_of_review_run() {
    let regime = national_2026();
    for stage in [Stage::Accepted, Stage::Examined, Stage::Approved] {
        let sent = Case {
            supplement: Some(supplement(None, None)),
            ..accepted(stage)
        };
        let status = Status::AwaitingSupplement { due: None };
        assert_statuses(&sent, &regime, &[("2026-11-17 00:00:00", status)]);
        assert!(status.waits_for_authority());
        let last = Some(due("2026-11-16"));
        assert_overdue(
            &sent,
            &regime,
            &[
                ("2026-11-16 23:59:59", last, 0),
                ("2026-11-17 00:00:00", last, 1),
                ("2026-11-17 00:00:01", last, 1),
            ],
        );
    }
}

#[test]
fn a_delivered_request_for_proof_has_its_own_deadline_and_stops_the_clock() {
    let regime = national_2026();
    let mut case = Case {
        supplement: Some(supplement(Some("2026-11-04 10:00:00"), Some("2026-11-11"))),
        ..accepted(Stage::Accepted)
    };
    case.clock = case.clock.map(|mut clock| {
        clock.pause(&calendar, day("2026-11-04"));
        clock
    });
    let last = Some(due("2026-11-11"));
    let status = Status::AwaitingSupplement { due: last };
    assert!(!status.waits_for_authority());
    assert_statuses(
        &case,
        &regime,
        &[("2026-11-04 10:00:00", status), ("2026-11-11 23:59:59", status)],
    );
    assert_overdue(&case, &regime, &[("2026-11-11 23:59:59", last, 0)]);
    let used = case
        .standing(at("2026-11-11 23:59:59"), &regime, &calendar)
        .review;
    assert_eq!(used, Some((2, 10)));
}

#[test]
fn after_a_time_for_proof_that_was_not_used_the_days_of_review_run_on() {
    let regime = national_2026();
    for stage in [Stage::Accepted, Stage::Examined, Stage::Approved] {
        let mut case = Case {
            supplement: Some(supplement(Some("2026-11-04 10:00:00"), Some("2026-11-11"))),
            ..accepted(stage)
        };
        case.clock = case.clock.map(|mut clock| {
            clock.pause(&calendar, day("2026-11-04"));
            clock
        });
        // Two days were used; eight run from the end of November 11.
        let last = due("2026-11-23");
        let status = case.status(at("2026-11-12 00:00:00"), &regime, &calendar);
        assert_eq!(status.due(), Some(last));
        assert!(status.waits_for_authority());
        assert!(!matches!(status, Status::AwaitingSupplement { .. }));
        assert_eq!(case.awaited_supplement(at("2026-11-12 00:00:00")), None);
        assert!(case.awaited_supplement(at("2026-11-11 23:59:59")).is_some());
        assert_overdue(
            &case,
            &regime,
            &[
                ("2026-11-12 00:00:00", Some(last), 0),
                ("2026-11-23 23:59:59", Some(last), 0),
                ("2026-11-24 00:00:00", Some(last), 1),
            ],
        );
        let used = case.standing(at("2026-11-12 00:00:00"), &regime, &calendar);
        assert_eq!(used.review, Some((3, 10)));
        let paused = case.clock;
        case.settle_clock(at("2026-11-11 23:59:59"));
        assert_eq!(case.clock, paused);
        case.settle_clock(at("2026-11-12 00:00:00"));
        assert_eq!(since(&case), Some(day("2026-11-11")));
    }
}

#[test]
fn an_unused_time_for_proof_ends_within_a_conflict_without_starting_the_clock() {
    let mut case = Case {
        supplement: Some(supplement(Some("2026-11-04 10:00:00"), Some("2026-11-11"))),
        conflict: Some(ConflictId(1)),
        ..accepted(Stage::Accepted)
    };
    case.clock = case.clock.map(|mut clock| {
        clock.pause(&calendar, day("2026-11-04"));
        clock
    });
    case.settle_clock(at("2026-11-13 09:00:00"));
    assert_eq!(since(&case), None);
    case.conflict = None;
    let mut in_time = case.clone();
    in_time.resume_clock(day("2026-11-11"));
    assert_eq!(since(&in_time), None, "it can still be answered");
    case.resume_clock(day("2026-11-13"));
    assert_eq!(since(&case), Some(day("2026-11-13")));
}

#[test]
fn what_was_overrun_before_a_pause_is_overrun_after_it() {
    let regime = national_2026();
    let mut case = accepted(Stage::Accepted);
    // Due on November 16; paused two days late, answered on the 25th.
    case.clock = case.clock.map(|mut clock| {
        clock.pause(&calendar, day("2026-11-18"));
        clock.resume(day("2026-11-25"));
        clock
    });
    let last = Some(due("2026-11-25"));
    assert_overdue(
        &case,
        &regime,
        &[("2026-11-25 10:00:00", last, 2), ("2026-11-26 10:00:00", last, 3)],
    );
}

#[test]
fn the_days_of_acceptance_stand_still_in_a_conflict() {
    let regime = national_2026();
    let stopped = CaseClock {
        limit: 3,
        used: 1,
        running_since: None,
    };
    // Filed on Thursday September 24; stopped on Friday, the first of three days.
    let mut case = Case {
        clock: Some(stopped),
        conflict: Some(ConflictId(1)),
        ..filed()
    };
    let never = case.acceptance(at("2026-12-31 00:00:00"), &regime, &calendar);
    assert_eq!(never, None);
    case.conflict = None;
    case.resume_clock(day("2026-11-02"));
    let waiting = Status::Filed {
        due: due("2026-11-04"),
    };
    let silent = Status::Examining {
        due: Some(due("2026-11-19")),
        by_silence: true,
    };
    assert_statuses(
        &case,
        &regime,
        &[
            ("2026-11-02 09:00:00", waiting),
            ("2026-11-04 23:59:59", waiting),
            ("2026-11-05 00:00:00", silent),
        ],
    );
}

#[test]
fn an_answered_request_for_proof_is_over() {
    let mut case = accepted(Stage::Accepted);
    case.supplement = Some(Supplement {
        answered_at: Some(at("2026-11-05 10:00:00")),
        ..supplement(Some("2026-11-04 10:00:00"), Some("2026-11-11"))
    });
    assert_eq!(case.open_supplement(), None);
    let status = case.status(at("2026-11-05 11:00:00"), &national_2026(), &calendar);
    assert!(matches!(status, Status::Examining { .. }));
}
