//! `Case::status` and `Case::standing` at the second before each deadline, at it, and after it, with nothing sent between.

use super::*;
use crate::{
    capacity::Via,
    clock::{CaseClock, Day, Due, Moment, YearCalendar},
    filing::{Declaration, EvidenceKind, FirstRegistration},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    objection::{NoticeObjection, ObjectionGround, ObjectionResult},
    regime::{Act, Completion, Regime},
    regimes::{calendar_2026, national_2026, shenzhen_2023, NATIONAL_2026},
    rights::{Claim, Holders, RightKind},
    written_notice::{Channel, WrittenNotice},
    AuthorityId, ConflictId, Digest, OfficerId, PartyId,
};

const DIGEST: Digest = Digest::Sha2_256([1; 32]);

fn calendar(year: u16) -> Option<YearCalendar> {
    (year == 2026).then(calendar_2026)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// `2026-09-24 16:50:00` in China.
fn at(text: &str) -> Moment {
    let (date, time) = text.split_once(' ').unwrap();
    let parts: Vec<u64> = time.split(':').map(|part| part.parse().unwrap()).collect();
    Moment(day(date).start().0 + ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000)
}

fn due(text: &str) -> Due {
    Due {
        day: day(text),
        provisional: false,
    }
}

fn signed(text: &str) -> Signed {
    Signed {
        officer: OfficerId(1),
        at: at(text),
    }
}

fn filing() -> FirstRegistration {
    FirstRegistration {
        authority: AuthorityId(1),
        regime: NATIONAL_2026,
        object: None,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: DIGEST,
            lineage: Default::default(),
        },
        holders: Holders::Sole(PartyId(1)),
        claims: vec![Claim {
            kind: RightKind::Holding,
            years: 5,
        }]
        .try_into()
        .unwrap(),
        participants: Default::default(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: Default::default(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        withholding: None,
    }
}

/// Filed Thursday 2026-09-24 16:50, before golden week (story 1).
fn filed() -> Case {
    Case {
        version: 1,
        act: Act::First,
        object: ObjectId(1),
        regime: NATIONAL_2026,
        applicant: PartyId(1),
        via: Via::Own,
        counter_officers: Default::default(),
        received_at: at("2026-09-24 16:50:00"),
        filing: filing().into(),
        further_evidence: Default::default(),
        stage: Stage::Filed,
        returned: None,
        clock: None,
        accepted_at: None,
        by_silence: false,
        handler: None,
        extended: 0,
        supplement: None,
        inquiries: Default::default(),
        reports: Default::default(),
        matches: None,
        publication: None,
        examination: None,
        approval: None,
        notice: None,
        objections: Default::default(),
        refusal: None,
        termination: None,
        appeal: None,
        conflict: None,
        yields: false,
        concerned: Default::default(),
        consents: Default::default(),
    }
}

/// Accepted Monday 2026-11-02, to be decided by Monday the 16th.
fn accepted(stage: Stage) -> Case {
    Case {
        stage,
        accepted_at: Some(at("2026-11-02 09:00:00")),
        clock: Some(CaseClock::start(10, day("2026-11-02"))),
        ..filed()
    }
}

fn notice_delivered(delivered_at: Option<&str>) -> WrittenNotice {
    WrittenNotice {
        channel: Channel::Post,
        letter: DIGEST,
        sent_at: at("2026-11-02 10:00:00"),
        delivered_at: delivered_at.map(at),
    }
}

/// In public notice from Tuesday 2026-11-03 to Tuesday the 10th.
fn in_notice() -> Case {
    let mut case = accepted(Stage::InNotice);
    case.clock = case.clock.map(|mut clock| {
        clock.pause(&calendar, day("2026-11-03"));
        clock.resume(day("2026-11-10"));
        clock
    });
    case.notice = Some(Notice {
        published_at: at("2026-11-03 10:00:00"),
        due: due("2026-11-10"),
        text: Some(DIGEST),
        national: None,
    });
    case
}

fn objection(result: Option<(ObjectionResult, &str)>) -> NoticeObjection {
    NoticeObjection {
        objector: PartyId(2),
        via: Via::Own,
        received_at: at("2026-11-05 10:00:00"),
        ground: ObjectionGround::Ownership,
        materials: DIGEST,
        due: due("2026-11-19"),
        result: result.map(|(result, when)| (result, DIGEST, signed(when))),
    }
}

fn supplement(delivered_at: Option<&str>, last: Option<&str>) -> Supplement {
    Supplement {
        items: vec![EvidenceKind::Contract].try_into().unwrap(),
        by: signed("2026-11-02 10:00:00"),
        notice: notice_delivered(delivered_at),
        working_days: 5,
        due: last.map(due),
        answered_at: None,
    }
}

fn refused(delivered_at: Option<&str>) -> Case {
    Case {
        refusal: Some(Refusal {
            ground: RefusalGround::UnlawfulSource,
            notice: notice_delivered(delivered_at),
            by: signed("2026-11-02 10:00:00"),
        }),
        ..accepted(Stage::Refused)
    }
}

/// What is true at each moment.
#[track_caller]
fn assert_statuses(case: &Case, regime: &Regime, expected: &[(&str, Status)]) {
    for (moment, status) in expected {
        assert_eq!(case.status(at(moment), regime, &calendar), *status, "{moment}");
    }
}

/// Deadline and working days by which it has passed, at each moment.
#[track_caller]
fn assert_overdue(case: &Case, regime: &Regime, expected: &[(&str, Option<Due>, u16)]) {
    for (moment, last, overdue) in expected {
        let standing = case.standing(at(moment), regime, &calendar);
        assert_eq!((standing.due, standing.overdue), (*last, *overdue), "{moment}");
    }
}

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
fn what_is_not_completed_in_time_was_never_filed() {
    let returned = |delivered_at, last: Option<&str>| Case {
        stage: Stage::Returned,
        returned: Some(Return {
            deficiencies: Default::default(),
            by: signed("2026-11-02 10:00:00"),
            notice: notice_delivered(delivered_at),
            working_days: 5,
            due: last.map(due),
            completed_at: None,
        }),
        ..filed()
    };
    let regime = national_2026();
    let last = due("2026-11-10");
    assert_statuses(
        &returned(Some("2026-11-03 10:00:00"), Some("2026-11-10")),
        &regime,
        &[
            ("2026-11-10 23:59:59", Status::Returned { due: Some(last) }),
            ("2026-11-11 00:00:00", Status::NeverFiled { due: last }),
            ("2026-11-11 00:00:01", Status::NeverFiled { due: last }),
        ],
    );
    let undelivered = returned(None, None);
    let waiting = Status::Returned { due: None };
    assert_statuses(&undelivered, &regime, &[("2027-11-11 00:00:00", waiting)]);
    assert_overdue(&undelivered, &regime, &[("2027-11-11 00:00:00", None, 0)]);
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
        &[("2026-11-11 23:59:59", status), ("2026-11-12 00:00:00", status)],
    );
    assert_overdue(
        &case,
        &regime,
        &[("2026-11-11 23:59:59", last, 0), ("2026-11-12 00:00:00", last, 1)],
    );
    let used = case
        .standing(at("2026-12-31 00:00:00"), &regime, &calendar)
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
            &[("2026-11-23 23:59:59", last, 0), ("2026-11-24 00:00:00", last, 1)],
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
        &[("2026-11-19 23:59:59", last, 0), ("2026-11-20 00:00:00", last, 1)],
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

fn since(case: &Case) -> Option<Day> {
    case.clock.and_then(|clock| clock.running_since)
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

#[test]
fn a_refusal_can_be_appealed_from_its_delivery_and_once() {
    let regime = national_2026();
    let due_at = |case: &Case| case.appeal_due(&regime, &calendar);
    let delivered = refused(Some("2026-11-03 10:00:00"));
    let last = due("2026-11-24");
    assert_eq!(due_at(&delivered), Some(last));
    let status = Status::Refused {
        appeal_due: Some(last),
    };
    assert!(status.has_ended());
    assert_statuses(&delivered, &regime, &[("2026-11-25 00:00:00", status)]);
    assert_overdue(&delivered, &regime, &[("2026-12-25 00:00:00", Some(last), 0)]);
    assert_eq!(due_at(&refused(None)), None);
    let mut appealed = delivered;
    appealed.appeal = appealed.refusal.map(|against| Appeal {
        statement: DIGEST,
        received_at: at("2026-11-04 10:00:00"),
        against,
        result: None,
    });
    assert_eq!(due_at(&appealed), None);
    appealed.stage = Stage::UnderAppeal;
    let status = Status::UnderAppeal;
    assert!(status.waits_for_authority() && !status.has_ended());
    assert_statuses(&appealed, &regime, &[("2026-11-25 00:00:00", status)]);
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

#[test]
fn the_notice_that_waits_for_delivery_is_that_of_the_last_step() {
    let waiting = |mut case: Case| case.undelivered_notice().is_some();
    assert!(waiting(refused(None)));
    assert!(!waiting(refused(Some("2026-11-03 10:00:00"))));
    for (stage, expected) in [
        (Stage::Accepted, true),
        (Stage::Examined, true),
        (Stage::Approved, true),
        (Stage::Filed, false),
        (Stage::InNotice, false),
        (Stage::Withdrawn, false),
        (Stage::UnderAppeal, false),
    ] {
        let sent = Case {
            supplement: Some(supplement(None, None)),
            ..accepted(stage)
        };
        assert_eq!(waiting(sent), expected, "{stage:?}");
    }
    let answered = Case {
        supplement: Some(Supplement {
            answered_at: Some(at("2026-11-05 10:00:00")),
            ..supplement(None, None)
        }),
        ..accepted(Stage::Accepted)
    };
    assert!(!waiting(answered));
    let terminated = Case {
        termination: Some(Termination {
            record: DIGEST,
            notice: notice_delivered(None),
            by: signed("2026-11-02 10:00:00"),
        }),
        ..accepted(Stage::Terminated)
    };
    assert!(waiting(terminated));
}

#[test]
fn a_case_concerns_applicant_holders_and_agent() {
    let mut case = filed();
    case.filing = FirstRegistration {
        holders: Holders::Joint(vec![PartyId(1), PartyId(3)].try_into().unwrap()),
        ..filing()
    }
    .into();
    case.via = Via::Agent {
        agent: PartyId(4),
        power: crate::PowerId(1),
    };
    let concerned: Vec<_> = (0..6).filter(|party| case.concerns(PartyId(*party))).collect();
    assert_eq!(concerned, [1, 3, 4]);
}
