use super::*;
use quanji_primitives::{marks::MarkSource, v1::RightStatus, StampId};

fn assert_executed(id: ObjectionId, disposition: Disposition) {
    assert_only_event(Event::ObjectionExecuted {
        objection: id,
        authority: AUTHORITY,
        officer: officer(REVIEWER),
        disposition,
    });
    assert_eq!(stored(id).stage, ObjectionStage::Closed);
    assert_eq!(status(id), ObjectionStatus::Closed);
    assert!(Registry::object(object()).unwrap().open_objections.is_empty());
}

fn held(id: ObjectionId) {
    for (account, confirms) in [(EXAMINER, false), (REVIEWER, true)] {
        if confirms {
            assert_ok!(Disputes::confirm_hold(signed(account), id));
        } else {
            let until = at("2026-12-24 00:00");
            assert_ok!(Disputes::propose_hold(signed(account), id, until, digest(8)));
        }
    }
    take_events();
    take_written();
}

#[test]
fn a_cancellation_ends_the_live_rights_and_the_notice_in_one_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Cancel);
        set_now("2026-11-04 09:00");
        assert_ok!(execute(REVIEWER, id));
        assert_executed(id, Disposition::Cancel);
        let (by, second) = (Some(officer(REVIEWER)), Some(officer(EXAMINER)));
        let entry = basis(id, Some(Decided::BothAccepted), by, second);
        let notice = Some((0, MarkEnd::CarriedOut));
        assert_eq!(
            written(),
            [Written::RightsEnded(object(), rights(&[0, 1]), notice, entry, by)]
        );
        for number in [0, 1] {
            let right = Registry::right(object(), number).unwrap();
            assert!(matches!(right.status, RightStatus::Ended(_)));
        }
        assert_eq!(
            mark(object(), 0).ended,
            Some((at("2026-11-04 09:00"), MarkEnd::CarriedOut))
        );
        // The rights of others stay.
        assert_eq!(Registry::right(object(), 2).unwrap().status, RightStatus::Live);
    });
}

#[test]
fn rights_that_have_ended_meanwhile_stay_as_they_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Cancel);
        end_right(0);
        assert_ok!(execute(REVIEWER, id));
        let ended = written().pop().unwrap();
        assert!(matches!(ended, Written::RightsEnded(_, found, ..) if found == rights(&[1])));
        assert_eq!(
            Registry::right(object(), 0).unwrap().status,
            RightStatus::Ended(1)
        );
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Cancel);
        [0, 1].into_iter().for_each(end_right);
        assert_ok!(execute(REVIEWER, id));
        let ended = written();
        assert!(matches!(
            ended[..],
            [Written::MarkEnded(_, 0, MarkEnd::CarriedOut, ..)]
        ));
    });
}

#[test]
fn a_dismissal_ends_the_notice_and_the_hold() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Dismiss);
        held(id);
        assert_ok!(execute(REVIEWER, id));
        assert_executed(id, Disposition::Dismiss);
        let (by, second) = (Some(officer(REVIEWER)), Some(officer(EXAMINER)));
        let entry = basis(id, Some(Decided::BothAccepted), by, second);
        let ended = |number| Written::MarkEnded(object(), number, MarkEnd::Dismissed, entry.clone(), by);
        assert_eq!(written(), [ended(0), ended(1)]);
        assert_eq!(Registry::right(object(), 0).unwrap().status, RightStatus::Live);
    });
}

#[test]
fn a_cancellation_ends_the_hold_too_and_one_that_has_run_out_stays_so() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Cancel);
        held(id);
        assert_ok!(execute(REVIEWER, id));
        assert_eq!(written().len(), 2);
        assert!(mark(object(), 1).ended.is_some());
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Cancel);
        held(id);
        set_now("2026-12-24 00:00");
        assert_ok!(execute(REVIEWER, id));
        assert_eq!(written().len(), 1);
        assert_eq!(mark(object(), 1).ended, None);
    });
}

#[test]
fn a_document_given_before_the_notice_is_carried_out_without_one() {
    for (disposition, entries) in [(Disposition::Dismiss, 0), (Disposition::Cancel, 1)] {
        ExtBuilder::default().build_and_execute(|| {
            let id = filed();
            assert_ok!(Disputes::decide_by_instrument(
                signed(BOTH_CHAIRS),
                id,
                disposition,
                digest(7)
            ));
            take_events();
            assert_ok!(execute(REVIEWER, id));
            assert_executed(id, disposition);
            assert_eq!(written().len(), entries);
        });
    }
}

#[test]
fn a_change_waits_for_what_changes_and_keeps_its_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agreed(Disposition::Change);
        assert_noop!(execute(REVIEWER, id), Error::<Test>::ChangeNotNamed);
        assert_eq!(status(id), ObjectionStatus::Decided);
        assert!(mark(object(), 0).stands(world(|world| world.now)));
    });
}

#[test]
fn who_concluded_does_not_execute_under_another_account() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        conclude_as(BOTH_CHAIRS, id, Disposition::Cancel);
        for account in [OBJECTOR, REGISTRANT] {
            assert_ok!(answer_conclusion(account, id, true));
        }
        for account in [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT] {
            assert_noop!(execute(account, id), Error::<Test>::SamePerson);
        }
        assert_ok!(execute(REVIEWER, id));
    });
}

#[test]
fn who_recorded_the_document_does_not_execute() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_court();
        let document = digest(7);
        assert_ok!(Disputes::decide_by_instrument(
            signed(REVIEWER),
            id,
            Disposition::Cancel,
            document
        ));
        assert_noop!(execute(REVIEWER, id), Error::<Test>::SamePerson);
        assert_ok!(execute(BOTH_CHAIRS, id));
        let (by, second) = (Some(officer(BOTH_CHAIRS)), Some(officer(REVIEWER)));
        let entry = basis(id, Some(Decided::Instrument(document)), by, second);
        let written = written().pop().unwrap();
        assert!(matches!(written, Written::RightsEnded(_, _, _, found, _) if found == entry));
    });
}

#[test]
fn who_found_it_complete_does_not_execute_what_was_agreed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        notify_as(BOTH_CHAIRS, id, Channel::Ledger);
        assert_ok!(answer(REGISTRANT, id, Some(Disposition::Cancel)));
        assert_noop!(execute(BOTH_CHAIRS, id), Error::<Test>::SamePerson);
        assert_ok!(execute(REVIEWER, id));
    });
}

#[test]
fn only_a_decided_objection_is_executed() {
    assert_only_at(&[ObjectionStage::Decided], |id| execute(REVIEWER, id));
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_executes() {
    ExtBuilder::default().build_and_execute(|| {
        let seats = (REVIEWER, Some(EXAMINER), AFFILIATED_REVIEWER);
        assert_officers_only(decided(Disposition::Cancel), seats, Disputes::execute);
    });
}

/// A seizure of right 0 by a court.
fn seize() {
    seize_rights(rights(&[0]));
}

/// A seizure of these rights by a court; of the object as a whole where none is named.
fn seize_rights(seized: RightSet) {
    let seizure = Mark {
        version: 1,
        kind: MarkKind::SeizureFirst,
        rights: seized,
        source: MarkSource::DayBook(StampId::new(AUTHORITY, 1).unwrap()),
        authority: AUTHORITY,
        since: world(|world| world.now),
        until: None,
        ended: None,
        order: None,
    };
    let by = EntryBasis::Instrument {
        stamp: StampId::new(AUTHORITY, 1).unwrap(),
        officer: officer(REGISTRAR),
        second: None,
    };
    assert_ok!(Registry::set_mark(object(), seizure, by, None));
    take_written();
}

/// Objector and registrant may be friends: what they agree on does not get a right away from a court.
#[test]
fn an_agreed_cancellation_waits_for_marks_of_other_matters() {
    for make in [(|| decided(Disposition::Cancel)) as fn() -> ObjectionId, || {
        agreed(Disposition::Cancel)
    }] {
        ExtBuilder::default().build_and_execute(|| {
            let id = make();
            held(id);
            seize();
            assert_noop!(execute(REVIEWER, id), Error::<Test>::BarredByMark);
            let by = basis(id, None, None, None);
            Registry::end_mark(object(), 2, MarkEnd::Released, by, None).unwrap();
            take_written();
            // Its own notice and hold do not stand in its way.
            assert_ok!(execute(REVIEWER, id));
            assert_executed(id, Disposition::Cancel);
        });
    }
}

#[test]
fn a_dismissal_is_executed_whatever_stands_against_the_right() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Dismiss);
        seize();
        assert_ok!(execute(REVIEWER, id));
    });
}

#[test]
fn a_binding_document_cancels_whatever_stands_against_the_right() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_court();
        seize();
        assert_ok!(Disputes::decide_by_instrument(
            signed(REVIEWER),
            id,
            Disposition::Cancel,
            digest(7)
        ));
        assert_ok!(execute(BOTH_CHAIRS, id));
        assert!(matches!(
            Registry::right(object(), 0).unwrap().status,
            RightStatus::Ended(_)
        ));
    });
}

/// Nothing is disposed of where nothing is left.
#[test]
fn an_agreed_cancellation_of_rights_that_are_all_gone_is_barred_by_no_mark() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Cancel);
        seize_rights(RightSet::NONE);
        assert_noop!(execute(REVIEWER, id), Error::<Test>::BarredByMark);
        [0, 1].into_iter().for_each(end_right);
        assert_ok!(execute(REVIEWER, id));
        assert_executed(id, Disposition::Cancel);
        let (by, second) = (Some(officer(REVIEWER)), Some(officer(EXAMINER)));
        let entry = basis(id, Some(Decided::BothAccepted), by, second);
        assert_eq!(
            written(),
            [Written::MarkEnded(object(), 0, MarkEnd::CarriedOut, entry, by)]
        );
    });
}
