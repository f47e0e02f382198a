//! How a case ends, and what is true of it then.

use super::*;

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
