//! `record_delivery`: the day from which time limits run.

use super::*;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId, delivered_at: &str) -> DispatchResult {
    Registry::record_delivery(signed(account), case, at(delivered_at))
}

/// Returned by post on Monday 2026-11-02, with ten working days to complete it.
fn returned_by_post() -> CaseId {
    let case = file(ENTERPRISE, resource(ENTERPRISE));
    let missing = vec![Deficiency::Description].try_into().unwrap();
    let examiner = signed(EXAMINER);
    assert_ok!(Registry::return_for_completion(
        examiner,
        case,
        missing,
        10,
        Channel::Post,
        LETTER
    ));
    take_events();
    case
}

#[test]
fn the_time_to_complete_begins_with_the_recorded_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned_by_post();
        set_now("2026-11-06 09:00");
        let before = stored(case);
        assert_ok!(call(REGISTRAR, case, "2026-11-04 15:00"));
        let last = due("2026-11-18");
        assert_only_event(Event::NoticeDelivered {
            case,
            officer: Some(officer(REGISTRAR)),
            delivered_at: at("2026-11-04 15:00"),
            due: Some(last),
        });
        let mut returned = before.returned.clone().unwrap();
        returned.notice.delivered_at = Some(at("2026-11-04 15:00"));
        returned.due = Some(last);
        let expected = Case {
            returned: Some(returned),
            ..before
        };
        assert_eq!(stored(case), expected);
        set_now("2026-11-18 23:59:59");
        assert_eq!(status(case), Status::Returned { due: Some(last) });
        set_now("2026-11-19 00:00:00");
        assert_eq!(status(case), Status::NeverFiled { due: last });
    });
}

#[test]
fn the_clock_pauses_on_the_day_of_delivery_of_a_request_for_proof() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-03 09:00");
        ask(case, Channel::Post);
        assert_eq!(status(case), Status::AwaitingSupplement { due: None });
        assert_eq!(review(case), (1, 10, Some(due("2026-11-16"))));
        set_now("2026-11-09 09:00");
        assert_eq!(review(case), (5, 10, Some(due("2026-11-16"))));
        assert_ok!(call(EXAMINER, case, "2026-11-05 11:00"));
        assert_only_event(Event::NoticeDelivered {
            case,
            officer: Some(officer(EXAMINER)),
            delivered_at: at("2026-11-05 11:00"),
            due: Some(due("2026-11-12")),
        });
        assert_eq!(review(case), (3, 10, None));
        let last = Some(due("2026-11-12"));
        assert_eq!(status(case), Status::AwaitingSupplement { due: last });
    });
}

#[test]
fn the_time_to_appeal_begins_with_the_delivery_of_the_refusal() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        let ground = RefusalGround::OtherLaw;
        assert_ok!(Registry::refuse(
            signed(REVIEWER),
            case,
            ground,
            Channel::Post,
            LETTER
        ));
        assert_eq!(status(case), Status::Refused { appeal_due: None });
        set_now("2026-11-06 09:00");
        assert_ok!(call(EXAMINER, case, "2026-11-04 09:00"));
        let appeal_due = Some(due("2026-11-25"));
        assert_eq!(status(case), Status::Refused { appeal_due });
    });
}

#[test]
fn the_notice_of_a_termination_is_delivered_and_nothing_runs_from_it() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        let reviewer = signed(REVIEWER);
        assert_ok!(Registry::terminate(
            reviewer,
            case,
            digest(3),
            Channel::Post,
            LETTER
        ));
        take_events();
        assert_ok!(call(REGISTRAR, case, "2026-11-02 09:00"));
        assert_only_event(Event::NoticeDelivered {
            case,
            officer: Some(officer(REGISTRAR)),
            delivered_at: at("2026-11-02 09:00"),
            due: None,
        });
    });
}

#[test]
fn a_notice_is_delivered_after_it_was_sent_and_not_in_the_future() {
    for (moment, fits) in [
        ("2026-11-02 08:59:59", false),
        ("2026-11-02 09:00:00", true),
        ("2026-11-04 10:00:00", true),
        ("2026-11-04 10:00:01", false),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = returned_by_post();
            set_now("2026-11-04 10:00");
            if fits {
                assert_ok!(call(EXAMINER, case, moment));
            } else {
                assert_noop!(call(EXAMINER, case, moment), Error::<Test>::DeliveryTimeUnfit);
            }
        });
    }
}

#[test]
fn a_notice_is_delivered_once() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned_by_post();
        assert_ok!(call(EXAMINER, case, "2026-11-02 09:00"));
        assert_noop!(
            call(EXAMINER, case, "2026-11-02 09:00"),
            Error::<Test>::NothingToDeliver
        );
    });
}

#[test]
fn where_no_notice_waits_there_is_nothing_to_deliver() {
    ExtBuilder::default().build_and_execute(|| {
        for (stage, case) in at_every_stage() {
            let officer = if stage == Stage::UnderAppeal {
                REGISTRAR
            } else {
                EXAMINER
            };
            assert_noop!(
                call(officer, case, "2026-11-02 09:00"),
                Error::<Test>::NothingToDeliver
            );
        }
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        ask(case, Channel::Post);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_noop!(
            call(EXAMINER, case, "2026-11-02 09:00"),
            Error::<Test>::NothingToDeliver
        );
    });
}

#[test]
fn only_an_examiner_or_registrar_without_interest_records_a_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let case = returned_by_post();
        let call = |origin, case| Registry::record_delivery(origin, case, at("2026-11-02 09:00"));
        assert_noop!(call(signed(REVIEWER), case), Error::<Test>::RoleMissing);
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
    });
}
