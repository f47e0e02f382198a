use super::*;
use quanji_primitives::{case::Signed, objection::Conclusion};

fn conclude(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::conclude(signed(account), id, Disposition::Cancel, digest(5))
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
            due: Some(last),
        });
        let by = Signed {
            officer: officer(EXAMINER),
            at: at("2026-11-02 09:00"),
        };
        let conclusion = Conclusion {
            disposition: Disposition::Cancel,
            record: digest(5),
            by,
            objector_accepts: None,
            registrant_accepts: None,
            answered_at: None,
        };
        let objection = stored(id);
        assert_eq!(objection.conclusion, Some(conclusion));
        assert_eq!((objection.handled, objection.decided), (Some(by), None));
        assert_eq!(status(id), ObjectionStatus::Concluded { due: last });
        assert_eq!(written(), []);
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
            Disputes::conclude(origin, id, Disposition::Cancel, digest(5))
        });
    });
}
