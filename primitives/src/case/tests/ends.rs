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
fn what_is_open_against_refused_kinds_follows_delivery_time_and_decision() {
    let regime = national_2026();
    let partly = |delivered_at| Case {
        stage: Stage::PartlyRefused,
        ..refused(delivered_at)
    };
    let of = |recourse| Status::PartlyRefused { recourse };
    let delivered = partly(Some("2026-11-03 10:00:00"));
    let last = due("2026-11-24");
    assert_statuses(
        &delivered,
        &regime,
        &[
            ("2026-11-24 23:59:59", of(Recourse::Open { due: last })),
            ("2026-11-25 00:00:00", of(Recourse::Final)),
            ("2026-11-25 00:00:01", of(Recourse::Final)),
        ],
    );
    let overdue = [
        ("2026-11-24 23:59:59", Some(last), 0),
        ("2026-12-25 00:00:00", None, 0),
    ];
    assert_overdue(&delivered, &regime, &overdue);
    let undelivered = partly(None);
    assert_statuses(
        &undelivered,
        &regime,
        &[("2027-11-25 00:00:00", of(Recourse::Undelivered))],
    );
    let mut appealed = delivered;
    appealed.appeal = appealed.refusal.map(|against| Appeal {
        statement: DIGEST,
        received_at: at("2026-11-04 10:00:00"),
        against,
        result: None,
    });
    let under_appeal = of(Recourse::UnderAppeal);
    assert!(under_appeal.waits_for_authority() && !under_appeal.has_ended());
    assert_statuses(&appealed, &regime, &[("2026-12-25 00:00:00", under_appeal)]);
    assert!(!appealed.refusal_was_reassessed());
    let decided = |result| Some((result, DIGEST, signed("2026-11-05 10:00:00")));
    for (result, anew) in [
        (Reassessment::RefusalStands, false),
        (Reassessment::ExaminedAnew, true),
    ] {
        let mut case = appealed.clone();
        case.appeal = case.appeal.map(|appeal| Appeal {
            result: decided(result),
            ..appeal
        });
        assert_statuses(&case, &regime, &[("2026-11-05 10:00:01", of(Recourse::Final))]);
        assert!(case.refusal_was_reassessed());
        assert_eq!(case.is_examined_anew(), anew);
        // A later refusal is another one.
        case.refusal = undelivered.refusal;
        assert!(!case.refusal_was_reassessed());
        assert_statuses(
            &case,
            &regime,
            &[("2026-11-05 10:00:01", of(Recourse::Undelivered))],
        );
    }
    for recourse in [
        Recourse::Undelivered,
        Recourse::Open { due: last },
        Recourse::Final,
    ] {
        assert!(of(recourse).has_ended() && !of(recourse).waits_for_authority());
    }
    assert!(undelivered.clone().undelivered_notice().is_some());
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
fn holders_of_the_match_and_of_the_lineage_are_to_be_told_each_object_once() {
    let mut case = filed();
    assert!(case.objects_told().is_empty());
    let right = crate::RightId {
        object: ObjectId(7),
        index: 0,
    };
    let lineage = vec![
        Source::Object(ObjectId(9)),
        Source::Right(right),
        Source::Unregistered(DIGEST),
    ];
    case.filing.first_mut().unwrap().facts.lineage = lineage.try_into().unwrap();
    case.matches = Some(ObjectId(9));
    assert_eq!(case.objects_told().to_vec(), [ObjectId(7), ObjectId(9)]);
    case.matches = Some(ObjectId(4));
    assert_eq!(
        case.objects_told().to_vec(),
        [ObjectId(4), ObjectId(7), ObjectId(9)]
    );
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
