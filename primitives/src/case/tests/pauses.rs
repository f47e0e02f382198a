//! What stops a case or its clock: requests for further proof, conflicts, and what can only be refused.

use super::*;

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
fn what_can_only_be_refused_says_so() {
    let regime = national_2026();
    let national = Regime {
        completion: Completion::NationalSystem,
        ..national_2026()
    };
    let mut upheld = in_notice();
    upheld.objections = vec![objection(Some((ObjectionResult::Upheld, "2026-11-06 10:00:00")))]
        .try_into()
        .unwrap();
    let status = Status::MustBeRefused {
        due: Some(due("2026-11-23")),
    };
    for regime in [&regime, &national] {
        assert_statuses(
            &upheld,
            regime,
            &[
                ("2026-11-06 11:00:00", status),
                ("2026-11-10 23:59:59", status),
                ("2026-11-11 00:00:00", status),
            ],
        );
    }
    assert!(status.waits_for_authority() && !status.has_ended());
    assert_overdue(
        &upheld,
        &regime,
        &[("2026-11-24 00:00:00", Some(due("2026-11-23")), 1)],
    );
    let yields = |case: Case| Case { yields: true, ..case };
    let last = Some(due("2026-11-16"));
    for stage in [Stage::Accepted, Stage::Examined, Stage::Approved] {
        let status = Status::MustBeRefused { due: last };
        assert_statuses(
            &yields(accepted(stage)),
            &regime,
            &[("2026-11-10 09:00:00", status)],
        );
    }
    let status = Status::MustBeRefused { due: None };
    assert_statuses(&yields(filed()), &regime, &[("2026-09-25 09:00:00", status)]);
    let undecided = Case {
        conflict: Some(ConflictId(1)),
        ..yields(accepted(Stage::Accepted))
    };
    assert_statuses(
        &undecided,
        &regime,
        &[("2026-11-10 09:00:00", Status::InConflict)],
    );
    for stage in [
        Stage::Refused,
        Stage::Withdrawn,
        Stage::Terminated,
        Stage::UnderAppeal,
    ] {
        let status = yields(accepted(stage)).status(at("2026-11-10 09:00:00"), &regime, &calendar);
        assert!(!matches!(status, Status::MustBeRefused { .. }));
    }
}

#[test]
fn a_returned_case_that_yields_can_be_refused_until_it_was_never_filed() {
    let case = Case {
        stage: Stage::Returned,
        yields: true,
        returned: Some(Return {
            deficiencies: Default::default(),
            by: signed("2026-11-02 10:00:00"),
            notice: notice_delivered(Some("2026-11-03 10:00:00")),
            working_days: 5,
            due: Some(due("2026-11-10")),
            completed_at: None,
        }),
        ..filed()
    };
    assert_statuses(
        &case,
        &national_2026(),
        &[
            ("2026-11-10 23:59:59", Status::MustBeRefused { due: None }),
            (
                "2026-11-11 00:00:00",
                Status::NeverFiled {
                    due: due("2026-11-10"),
                },
            ),
        ],
    );
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
            &[("2026-11-16 23:59:59", last, 0), ("2026-11-17 00:00:00", last, 1)],
        );
    }
}

#[test]
fn a_conflict_stands_before_every_other_open_status() {
    let regime = national_2026();
    let now = "2026-11-25 00:00:00";
    for case in [filed(), accepted(Stage::Approved), in_notice()] {
        let stopped = Case {
            conflict: Some(ConflictId(1)),
            ..case
        };
        assert_statuses(&stopped, &regime, &[(now, Status::InConflict)]);
    }
    for (stage, status) in [
        (Stage::Withdrawn, Status::Withdrawn),
        (Stage::Terminated, Status::Terminated),
    ] {
        let ended = Case {
            conflict: Some(ConflictId(1)),
            ..accepted(stage)
        };
        assert_statuses(&ended, &regime, &[(now, status)]);
        assert!(status.has_ended() && status.due().is_none());
    }
}
