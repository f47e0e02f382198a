use super::*;

fn record(account: u64, id: ObjectionId, delivered_at: &str) -> DispatchResult {
    Disputes::record_delivery(signed(account), id, at(delivered_at))
}

fn posted() -> ObjectionId {
    let id = filed();
    notify_as(EXAMINER, id, Channel::Post);
    id
}

#[test]
fn the_time_to_answer_runs_from_the_day_of_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let id = posted();
        assert_eq!(status(id), ObjectionStatus::Notified { due: None });
        set_now("2026-11-06 11:00");
        assert_ok!(record(REGISTRAR, id, "2026-11-05 16:00"));
        let last = due("2026-11-19");
        assert_only_event(Event::NoticeDelivered {
            objection: id,
            authority: AUTHORITY,
            officer: officer(REGISTRAR),
            delivered_at: at("2026-11-05 16:00"),
            due: Some(last),
        });
        assert_eq!(status(id), ObjectionStatus::Notified { due: Some(last) });
    });
}

#[test]
fn the_time_to_complete_runs_from_the_day_of_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        assert_ok!(Disputes::return_objection(
            signed(EXAMINER),
            id,
            Channel::Post,
            digest(2)
        ));
        set_now("2026-11-03 11:00");
        assert_ok!(record(EXAMINER, id, "2026-11-03 11:00"));
        let last = due("2026-12-01");
        assert_eq!(status(id), ObjectionStatus::Returned { due: Some(last) });
    });
}

#[test]
fn a_notice_is_delivered_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = posted();
        assert_ok!(record(EXAMINER, id, "2026-11-02 09:00"));
        let again = || record(EXAMINER, id, "2026-11-02 09:00");
        assert_noop!(again(), Error::<Test>::NothingToDeliver);
        let told = filed_on(2);
        assert_noop!(
            record(EXAMINER, told, "2026-11-02 09:00"),
            Error::<Test>::NothingToDeliver
        );
        notify_as(EXAMINER, told, Channel::Ledger);
        assert_noop!(
            record(EXAMINER, told, "2026-11-02 09:00"),
            Error::<Test>::NothingToDeliver
        );
    });
}

#[test]
fn a_notice_is_not_delivered_before_it_was_sent_nor_in_the_future() {
    ExtBuilder::default().build_and_execute(|| {
        let id = posted();
        set_now("2026-11-04 09:00");
        for unfit in ["2026-11-02 08:59:59", "2026-11-04 09:00:01"] {
            assert_noop!(record(EXAMINER, id, unfit), Error::<Test>::DeliveryTimeUnfit);
        }
        assert_ok!(record(EXAMINER, id, "2026-11-04 09:00"));
    });
}

#[test]
fn only_an_examiner_or_registrar_of_the_authority_without_interest_records() {
    ExtBuilder::default().build_and_execute(|| {
        let seats = (EXAMINER, Some(REVIEWER), AFFILIATED_EXAMINER);
        assert_officers_only(posted(), seats, |origin, id| {
            Disputes::record_delivery(origin, id, at("2026-11-02 09:00"))
        });
    });
}
