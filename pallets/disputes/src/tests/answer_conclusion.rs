use super::*;
use quanji_primitives::objection::Side;

#[test]
fn what_both_accept_is_decided() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded(Disposition::Cancel);
        set_now("2026-11-03 09:00");
        assert_ok!(answer_conclusion(REGISTRANT, id, true));
        assert_only_event(Event::ConclusionAnswered {
            objection: id,
            side: Side::Registrant,
            party: party(REGISTRANT),
            via: Via::Own,
            accepts: true,
            due: None,
        });
        assert_eq!(stored(id).stage, ObjectionStage::Concluded);
        assert_eq!(stored(id).decided, None);
        set_now("2026-11-05 09:00");
        assert_ok!(answer_conclusion(OBJECTOR, id, true));
        let objection = stored(id);
        assert_eq!(objection.stage, ObjectionStage::Decided);
        assert_eq!(
            objection.decided,
            Some((Disposition::Cancel, Decided::BothAccepted))
        );
        let conclusion = objection.conclusion.unwrap();
        assert_eq!(conclusion.answered_at, Some(at("2026-11-05 09:00")));
        // Nothing is carried out by that; the notice waits for it without an end.
        let unlimited = Written::MarkLimited(object(), 0, None, basis(id, None, None, None), None);
        assert_eq!(written(), [unlimited]);
    });
}

#[test]
fn a_refusal_changes_nothing_and_opens_the_way_to_court() {
    for (account, side) in [(OBJECTOR, Side::Objector), (REGISTRANT, Side::Registrant)] {
        ExtBuilder::default().build_and_execute(|| {
            let id = concluded(Disposition::Cancel);
            let other = if account == OBJECTOR { REGISTRANT } else { OBJECTOR };
            assert_ok!(answer_conclusion(other, id, true));
            take_events();
            set_now("2026-11-06 17:00");
            assert_ok!(answer_conclusion(account, id, false));
            let last = due("2026-11-21");
            assert_only_event(Event::ConclusionAnswered {
                objection: id,
                side,
                party: party(account),
                via: Via::Own,
                accepts: false,
                due: Some(last),
            });
            assert_eq!(stored(id).stage, ObjectionStage::Unaccepted);
            assert_eq!(stored(id).decided, None);
            assert_eq!(status(id), ObjectionStatus::Unaccepted { due: last });
            let lapse = Some(last.day.end());
            let limited = Written::MarkLimited(object(), 0, lapse, basis(id, None, None, None), None);
            assert_eq!(written(), [limited]);
            assert!(mark(object(), 0).stands(world(|world| world.now)));
        });
    }
}

#[test]
fn each_side_answers_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded(Disposition::Cancel);
        for account in [OBJECTOR, REGISTRANT] {
            assert_ok!(answer_conclusion(account, id, true));
            if account == OBJECTOR {
                for again in [true, false] {
                    assert_noop!(
                        answer_conclusion(account, id, again),
                        Error::<Test>::AlreadyAnswered
                    );
                }
            }
        }
        assert_noop!(answer_conclusion(OBJECTOR, id, false), Error::<Test>::WrongStage);
    });
}

#[test]
fn only_a_side_answers_to_the_conclusion() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded(Disposition::Cancel);
        for account in [BYSTANDER, CO_HOLDER] {
            assert_noop!(answer_conclusion(account, id, true), Error::<Test>::NotASide);
        }
        assert_noop!(answer_conclusion(STRANGER, id, true), Error::<Test>::NotAParty);
    });
}

fn concluded_jointly(disposition: Disposition) -> ObjectionId {
    let id = notified_jointly();
    contest(CO_HOLDER, id);
    conclude_as(EXAMINER, id, disposition);
    assert_ok!(answer_conclusion(OBJECTOR, id, true));
    id
}

#[test]
fn all_co_holders_accept_a_cancellation_and_one_refuses_it() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded_jointly(Disposition::Cancel);
        assert_ok!(answer_conclusion(NATURAL_PERSON, id, true));
        assert_eq!(stored(id).stage, ObjectionStage::Concluded);
        assert_noop!(
            answer_conclusion(NATURAL_PERSON, id, true),
            Error::<Test>::AlreadyAnswered
        );
        assert_ok!(answer_conclusion(CO_HOLDER, id, true));
        assert_eq!(stored(id).stage, ObjectionStage::Decided);
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded_jointly(Disposition::Cancel);
        assert_ok!(answer_conclusion(NATURAL_PERSON, id, true));
        assert_ok!(answer_conclusion(CO_HOLDER, id, false));
        assert_eq!(stored(id).stage, ObjectionStage::Unaccepted);
    });
}

#[test]
fn one_co_holder_accepts_a_dismissal_for_all() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded_jointly(Disposition::Dismiss);
        assert_ok!(answer_conclusion(NATURAL_PERSON, id, true));
        assert_eq!(
            stored(id).decided,
            Some((Disposition::Dismiss, Decided::BothAccepted))
        );
    });
}

#[test]
fn silence_on_a_conclusion_accepts_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = concluded(Disposition::Cancel);
        assert_ok!(answer_conclusion(OBJECTOR, id, true));
        last_second_of("2026-11-16");
        assert_eq!(
            status(id),
            ObjectionStatus::Concluded {
                due: Some(due("2026-11-16"))
            }
        );
        end_of("2026-11-16");
        let court = due("2026-12-01");
        assert_eq!(status(id), ObjectionStatus::Unaccepted { due: court });
        assert_noop!(answer_conclusion(REGISTRANT, id, true), Error::<Test>::WrongStage);
        last_second_of("2026-12-01");
        assert!(mark(object(), 0).stands(Disputes::now()));
        end_of("2026-12-01");
        assert_eq!(status(id), ObjectionStatus::Lapsed { due: court });
        // Nobody has closed it: the notice has ended by itself.
        assert!(!mark(object(), 0).stands(Disputes::now()));
    });
}

#[test]
fn the_notice_stands_until_the_objection_lapses_or_for_as_long_as_a_court_has_it() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        // Refused on 2 November: fifteen days.
        assert_eq!(mark(object(), 0).until, Some(due("2026-11-17").day.end()));
        assert_ok!(Disputes::prove_court(
            signed(OBJECTOR),
            Capacity::Own,
            id,
            digest(6)
        ));
        assert_eq!(mark(object(), 0).until, None);
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        let judgment = Disputes::decide_by_instrument(signed(REVIEWER), id, Disposition::Cancel, digest(6));
        assert_ok!(judgment);
        assert_eq!(mark(object(), 0).until, None);
    });
    ExtBuilder::default().build_and_execute(|| {
        decided(Disposition::Cancel);
        assert_eq!(mark(object(), 0).until, None);
    });
}

#[test]
fn only_a_concluded_objection_is_answered_to() {
    assert_only_at(&[ObjectionStage::Concluded], |id| {
        answer_conclusion(OBJECTOR, id, true)
    });
}
