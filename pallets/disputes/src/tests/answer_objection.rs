use super::*;
use quanji_primitives::{
    rights::Holders,
    v1::{RightRecord, RightStatus},
};

const CANCEL: Option<Disposition> = Some(Disposition::Cancel);

#[test]
fn a_registrant_contests_with_an_explanation() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        assert_ok!(answer(REGISTRANT, id, None));
        assert_only_event(Event::ObjectionAnswered {
            objection: id,
            party: party(REGISTRANT),
            via: Via::Own,
            agrees: None,
            explanation: digest(4),
        });
        let objection = stored(id);
        assert_eq!(objection.stage, ObjectionStage::Contested);
        assert_eq!(objection.explanation, Some(digest(4)));
        assert_eq!(objection.decided, None);
    });
}

#[test]
fn a_registrant_agrees_and_nothing_is_left_to_conclude() {
    for disposition in [Disposition::Cancel, Disposition::Change] {
        ExtBuilder::default().build_and_execute(|| {
            let id = notified();
            assert_ok!(answer(REGISTRANT, id, Some(disposition)));
            let objection = stored(id);
            assert_eq!(objection.stage, ObjectionStage::Decided);
            assert_eq!(objection.decided, Some((disposition, Decided::RegistrantAgreed)));
            // Nothing is carried out before a second officer has looked.
            assert_eq!(written(), []);
        });
    }
}

#[test]
fn nobody_agrees_to_a_dismissal() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        assert_noop!(
            answer(REGISTRANT, id, Some(Disposition::Dismiss)),
            Error::<Test>::DispositionUnfit
        );
    });
}

#[test]
fn only_a_holder_of_the_contested_rights_answers() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        for account in [OBJECTOR, CO_HOLDER, BYSTANDER] {
            assert_noop!(answer(account, id, None), Error::<Test>::NotTheRegistrant);
        }
    });
}

#[test]
fn co_holders_agree_all_together_to_the_same() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified_jointly();
        assert_ok!(answer(CO_HOLDER, id, CANCEL));
        assert_eq!(stored(id).stage, ObjectionStage::Notified);
        assert_eq!(stored(id).decided, None);
        assert_noop!(answer(CO_HOLDER, id, CANCEL), Error::<Test>::AlreadyAnswered);
        assert_noop!(
            answer(NATURAL_PERSON, id, Some(Disposition::Change)),
            Error::<Test>::DispositionUnfit
        );
        assert_ok!(answer(NATURAL_PERSON, id, CANCEL));
        assert_eq!(
            stored(id).decided,
            Some((Disposition::Cancel, Decided::RegistrantAgreed))
        );
    });
}

#[test]
fn one_co_holder_contests_alone() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified_jointly();
        assert_ok!(answer(CO_HOLDER, id, CANCEL));
        assert_ok!(answer(NATURAL_PERSON, id, None));
        assert_eq!(stored(id).stage, ObjectionStage::Contested);
        assert_eq!(stored(id).agreed, None);
    });
}

#[test]
fn an_answer_proves_that_the_notice_was_received() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        notify_as(EXAMINER, id, Channel::Post);
        assert_ok!(answer(REGISTRANT, id, None));
    });
}

#[test]
fn a_late_answer_counts_until_the_authority_has_concluded() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        set_now("2026-12-20 09:00");
        assert_ok!(answer(REGISTRANT, id, CANCEL));
    });
}

#[test]
fn only_a_notified_objection_is_answered() {
    assert_only_at(&[ObjectionStage::Notified], |id| answer(REGISTRANT, id, None));
}

/// Rights that stood on one certificate may pass apart from each other under a notice: nobody gives up another's right.
#[test]
fn holders_of_different_contested_rights_agree_all_together() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        let Objection { object, rights, .. } = stored(id);
        let passed = rights.numbers().next().unwrap();
        let right = Registry::right(object, passed).unwrap();
        let holders = Holders::Sole(party(BYSTANDER));
        Registry::put_right(object, passed, &RightRecord { holders, ..right });
        assert!(rights.numbers().count() > 1);
        assert_ok!(answer(BYSTANDER, id, CANCEL));
        assert_eq!(stored(id).stage, ObjectionStage::Notified);
        assert_ok!(answer(REGISTRANT, id, CANCEL));
        assert_eq!(stored(id).stage, ObjectionStage::Decided);
    });
}

/// Who held a right that has ended says nothing for those who hold the others.
#[test]
fn who_holds_nothing_contested_any_more_does_not_answer() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        let Objection { object, rights, .. } = stored(id);
        for (place, number) in rights.numbers().enumerate() {
            let right = Registry::right(object, number).unwrap();
            let changed = match place {
                0 => RightRecord {
                    status: RightStatus::Ended(2),
                    ..right
                },
                _ => RightRecord {
                    holders: Holders::Sole(party(BYSTANDER)),
                    ..right
                },
            };
            Registry::put_right(object, number, &changed);
        }
        assert_noop!(answer(REGISTRANT, id, CANCEL), Error::<Test>::NotTheRegistrant);
        assert_ok!(answer(BYSTANDER, id, CANCEL));
        assert_eq!(stored(id).stage, ObjectionStage::Decided);
    });
}

/// Where none of the contested rights is left, the other side is who was named at filing.
#[test]
fn the_registrant_answers_for_rights_that_have_all_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        [0, 1].into_iter().for_each(end_right);
        assert_noop!(answer(BYSTANDER, id, CANCEL), Error::<Test>::NotTheRegistrant);
        assert_ok!(answer(REGISTRANT, id, CANCEL));
        assert_only_event(Event::ObjectionAnswered {
            objection: id,
            party: party(REGISTRANT),
            via: Via::Own,
            agrees: CANCEL,
            explanation: digest(4),
        });
        let agreed = (Disposition::Cancel, Decided::RegistrantAgreed);
        assert_eq!(stored(id).decided, Some(agreed));
    });
}
