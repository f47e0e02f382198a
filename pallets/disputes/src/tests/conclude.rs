use super::*;
use quanji_primitives::{case::Signed, objection::Conclusion};

fn conclude(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::conclude(
        signed(account),
        id,
        Disposition::Cancel,
        digest(5),
        Channel::Ledger,
    )
}

#[test]
fn a_contested_objection_is_concluded_and_nothing_changes_by_that() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        assert_ok!(conclude(EXAMINER, id));
        let last = due("2026-11-16");
        assert_only_event(Event::ObjectionConcluded {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            disposition: Disposition::Cancel,
            record: digest(5),
            channel: Channel::Ledger,
            due: Some(last),
        });
        let by = Signed {
            officer: officer(EXAMINER),
            at: at("2026-11-02 09:00"),
        };
        let conclusion = Conclusion {
            disposition: Disposition::Cancel,
            record: digest(5),
            notice: WrittenNotice::send(Channel::Ledger, digest(5), by.at),
            by,
            objector_accepts: None,
            registrant_accepts: None,
            answered_at: None,
        };
        let objection = stored(id);
        assert_eq!(objection.conclusion, Some(conclusion));
        assert_eq!((objection.handled, objection.decided), (Some(by), None));
        assert_eq!(status(id), ObjectionStatus::Concluded { due: Some(last) });
        // The notice so ends by itself if nobody answers and no court is proven.
        let lapse = due("2026-12-01").day.end();
        let basis = basis(id, None, Some(officer(EXAMINER)), None);
        let limited = Written::MarkLimited(object(), 0, Some(lapse), basis, Some(officer(EXAMINER)));
        assert_eq!(written(), [limited]);
        assert_eq!(mark(object(), 0).until, Some(lapse));
    });
}

#[test]
fn silence_of_the_registrant_lets_the_authority_conclude_after_ten_working_days() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        last_second_of("2026-11-16");
        assert_noop!(conclude(EXAMINER, id), Error::<Test>::AnswerTimeRunning);
        end_of("2026-11-16");
        assert_ok!(conclude(EXAMINER, id));
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        notify_as(EXAMINER, id, Channel::Post);
        set_now("2026-12-30 09:00");
        // What was never delivered was never answered.
        assert_noop!(conclude(EXAMINER, id), Error::<Test>::AnswerTimeRunning);
    });
}

#[test]
fn agreements_with_the_objection_are_none_with_the_conclusion() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified_jointly();
        assert_ok!(answer(CO_HOLDER, id, Some(Disposition::Cancel)));
        end_of("2026-11-16");
        assert_ok!(conclude(EXAMINER, id));
        assert_eq!(stored(id).agreed, None);
        assert_ok!(answer_conclusion(NATURAL_PERSON, id, true));
        assert_eq!(stored(id).conclusion.unwrap().registrant_accepts, None);
        assert_ok!(answer_conclusion(CO_HOLDER, id, true));
        assert_eq!(stored(id).conclusion.unwrap().registrant_accepts, Some(true));
    });
}

#[test]
fn only_a_contested_objection_is_concluded() {
    let call = |id| match stored(id).stage {
        // Its own refusal is tested above.
        ObjectionStage::Notified => Err(Error::<Test>::WrongStage.into()),
        _ => conclude(EXAMINER, id),
    };
    assert_only_at(&[ObjectionStage::Contested], call);
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_concludes() {
    ExtBuilder::default().build_and_execute(|| {
        let seats = (EXAMINER, Some(REVIEWER), AFFILIATED_EXAMINER);
        assert_officers_only(contested(), seats, |origin, id| {
            Disputes::conclude(origin, id, Disposition::Cancel, digest(5), Channel::Ledger)
        });
    });
}

#[test]
fn the_time_to_answer_runs_from_the_delivery_of_the_conclusion() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded_by_post();
        set_now("2026-12-30 09:00");
        assert_eq!(status(id), ObjectionStatus::Concluded { due: None });
        assert_eq!(mark(object(), 0).until, None);
        let delivered = at("2026-11-09 10:00");
        assert_ok!(Disputes::record_delivery(signed(EXAMINER), id, delivered));
        // Ten working days after Monday the 9th; fifteen days later it lapses.
        let (answers, court) = (due("2026-11-23"), due("2026-12-08"));
        assert_only_event(Event::NoticeDelivered {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            delivered_at: delivered,
            due: Some(answers),
        });
        assert_eq!(status(id), ObjectionStatus::Lapsed { due: court });
        assert_eq!(mark(object(), 0).until, Some(court.day.end()));
    });
}

#[test]
fn a_conclusion_reaches_both_sides() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        close_accounts_of(REGISTRANT);
        assert_noop!(conclude(EXAMINER, id), Error::<Test>::ChannelUnfit);
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        close_accounts_of(OBJECTOR);
        assert_noop!(conclude(EXAMINER, id), Error::<Test>::ChannelUnfit);
    });
}
