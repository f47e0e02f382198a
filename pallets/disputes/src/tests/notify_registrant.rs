use super::*;
use quanji_primitives::{case::Signed, marks::MarkSource};

fn notify(account: u64, id: ObjectionId, channel: Channel) -> DispatchResult {
    Disputes::notify_registrant(signed(account), id, channel, digest(3))
}

#[test]
fn a_complete_objection_is_notified_and_its_notice_stands_on_the_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        set_now("2026-11-04 10:00");
        assert_ok!(notify(EXAMINER, id, Channel::Ledger));
        assert_only_event(Event::RegistrantNotified {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            channel: Channel::Ledger,
            letter: digest(3),
            mark: 0,
            due: Some(due("2026-11-18")),
        });
        let entry = basis(id, None, Some(officer(EXAMINER)), None);
        assert_eq!(
            written(),
            [Written::MarkSet(object(), 0, entry, Some(officer(EXAMINER)))]
        );
        let expected = Mark {
            version: 1,
            kind: MarkKind::ObjectionNotice,
            rights: rights(&[0, 1]),
            source: MarkSource::Objection(id),
            authority: AUTHORITY,
            since: at("2026-11-04 10:00"),
            until: None,
            ended: None,
            order: None,
        };
        assert_eq!(mark(object(), 0), expected);
        let objection = stored(id);
        assert_eq!(objection.stage, ObjectionStage::Notified);
        assert_eq!(objection.notice_mark, Some(0));
        let now = at("2026-11-04 10:00");
        let notice = WrittenNotice::send(Channel::Ledger, digest(3), now);
        assert_eq!(objection.notified, Some(notice));
        let by = Signed {
            officer: officer(EXAMINER),
            at: now,
        };
        assert_eq!(objection.handled, Some(by));
    });
}

#[test]
fn a_late_notice_is_possible_and_was_overdue() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        let overdue = || Disputes::objection_status(id).unwrap().overdue;
        last_second_of("2026-11-09");
        assert_eq!(overdue(), 0);
        end_of("2026-11-09");
        assert_eq!(overdue(), 1);
        set_now("2026-11-13 10:00");
        assert_eq!(overdue(), 4);
        assert_ok!(notify(EXAMINER, id, Channel::Ledger));
        assert_eq!(overdue(), 0);
    });
}

#[test]
fn an_objection_that_lost_some_rights_marks_the_others() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        end_right(1);
        assert_ok!(notify(EXAMINER, id, Channel::Ledger));
        assert_eq!(mark(object(), 0).rights, rights(&[0]));
    });
}

#[test]
fn an_object_full_of_marks_takes_no_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        world(|world| world.marks_max = 0);
        assert_noop!(notify(EXAMINER, id, Channel::Ledger), Error::<Test>::ObjectFull);
    });
}

#[test]
fn only_a_filed_objection_is_notified() {
    assert_only_at(&[ObjectionStage::Filed], |id| {
        notify(EXAMINER, id, Channel::Ledger)
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_notifies() {
    ExtBuilder::default().build_and_execute(|| {
        let seats = (EXAMINER, Some(REVIEWER), AFFILIATED_EXAMINER);
        assert_officers_only(filed(), seats, |origin, id| {
            Disputes::notify_registrant(origin, id, Channel::Ledger, digest(3))
        });
    });
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(object_as(NATURAL_PERSON, Capacity::Own, 1));
        let by_the_officer = last_filed();
        assert_ok!(object_to_joint(OBJECTOR, 1));
        for id in [by_the_officer, last_filed()] {
            assert_noop!(
                notify(EXAMINER_WHO_IS_THE_NATURAL_PERSON, id, Channel::Ledger),
                Error::<Test>::OfficerConcerned
            );
        }
    });
}
