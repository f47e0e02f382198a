//! In the public notice and after it.

use super::*;

#[test]
fn the_notice_ends_at_twenty_four_hours_of_its_last_day() {
    let running = Status::InNotice {
        due: due("2026-11-10"),
    };
    // One day was used; nine remain after the notice.
    let last = Some(due("2026-11-23"));
    let ready = Status::ReadyToEnter { due: last };
    let waiting = Status::AwaitingEvidence { due: last };
    let national = Regime {
        completion: Completion::NationalSystem,
        ..national_2026()
    };
    for (regime, after) in [(national_2026(), ready), (national, waiting)] {
        assert_statuses(
            &in_notice(),
            &regime,
            &[
                ("2026-11-03 10:00:00", running),
                ("2026-11-10 23:59:59", running),
                ("2026-11-11 00:00:00", after),
                ("2026-11-11 00:00:01", after),
            ],
        );
        assert_overdue(
            &in_notice(),
            &regime,
            &[
                ("2026-11-23 23:59:59", last, 0),
                ("2026-11-24 00:00:00", last, 1),
                ("2026-11-24 00:00:01", last, 1),
            ],
        );
    }
}

#[test]
fn an_open_objection_is_investigated_after_the_notice() {
    let mut case = in_notice();
    case.objections = vec![
        objection(Some((ObjectionResult::Dismissed, "2026-11-06 10:00:00"))),
        objection(None),
    ]
    .try_into()
    .unwrap();
    let running = Status::InNotice {
        due: due("2026-11-10"),
    };
    let investigating = Status::InvestigatingObjection {
        due: due("2026-11-19"),
    };
    let regime = national_2026();
    assert_statuses(
        &case,
        &regime,
        &[
            ("2026-11-10 23:59:59", running),
            ("2026-11-11 00:00:00", investigating),
            ("2026-11-11 00:00:01", investigating),
        ],
    );
    let last = Some(due("2026-11-19"));
    assert_overdue(
        &case,
        &regime,
        &[
            ("2026-11-19 23:59:59", last, 0),
            ("2026-11-20 00:00:00", last, 1),
            ("2026-11-20 00:00:01", last, 1),
        ],
    );
    assert!(case.has_open_objection() && !case.has_upheld_objection());
}

#[test]
fn the_clock_runs_on_after_the_notice_and_the_last_decision() {
    for (decided, over) in [
        ("2026-11-06 10:00:00", "2026-11-10"),
        ("2026-11-10 23:59:59", "2026-11-10"),
        ("2026-11-11 00:00:00", "2026-11-11"),
        ("2026-11-18 10:00:00", "2026-11-18"),
    ] {
        let mut case = in_notice();
        case.objections = vec![objection(Some((ObjectionResult::Dismissed, decided)))]
            .try_into()
            .unwrap();
        assert_eq!(case.resumes_after(), Some(day(over)), "{decided}");
    }
    assert_eq!(accepted(Stage::Accepted).resumes_after(), None);
}

#[test]
fn nothing_starts_the_clock_while_something_else_stops_it() {
    let paused = |mut case: Case| {
        if let Some(clock) = case.clock.as_mut() {
            clock.pause(&calendar, day("2026-11-05"));
        }
        case
    };
    let resumed = |mut case: Case| {
        case.resume_clock(day("2026-11-06"));
        since(&case)
    };
    let today = Some(day("2026-11-06"));
    assert_eq!(resumed(paused(accepted(Stage::Accepted))), today);
    let in_conflict = Case {
        conflict: Some(ConflictId(1)),
        ..paused(accepted(Stage::Accepted))
    };
    assert_eq!(resumed(in_conflict), None);
    let asked = |delivered_at| Case {
        supplement: Some(supplement(delivered_at, None)),
        ..paused(accepted(Stage::Accepted))
    };
    assert_eq!(resumed(asked(Some("2026-11-04 10:00:00"))), None);
    assert_eq!(resumed(asked(None)), today, "what is not delivered stops nothing");
    let notice_over = Some(day("2026-11-10"));
    assert_eq!(resumed(paused(in_notice())), notice_over);
    let objected = Case {
        objections: vec![objection(None)].try_into().unwrap(),
        ..paused(in_notice())
    };
    assert_eq!(resumed(objected), None);
    let decided = Case {
        objections: vec![objection(Some((ObjectionResult::Upheld, "2026-11-12 10:00:00")))]
            .try_into()
            .unwrap(),
        ..paused(in_notice())
    };
    assert!(decided.has_upheld_objection());
    assert_eq!(resumed(decided), Some(day("2026-11-12")));
    let running = accepted(Stage::Accepted);
    assert_eq!(resumed(running), Some(day("2026-11-02")), "it ran all the time");
    let never_accepted = filed();
    assert_eq!(resumed(never_accepted), None);
}
