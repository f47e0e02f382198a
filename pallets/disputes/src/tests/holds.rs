//! `propose_hold`, `confirm_hold`, `lift_hold`.

use super::*;
use quanji_primitives::{directory::MarkHolders, marks::MarkSource};

fn propose(account: u64, id: ObjectionId, until: &str) -> DispatchResult {
    Disputes::propose_hold(signed(account), id, at(until), digest(8))
}

fn confirm(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::confirm_hold(signed(account), id)
}

fn lift(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::lift_hold(signed(account), id, digest(9))
}

const UNTIL: &str = "2026-12-24 00:00";

fn proposed() -> ObjectionId {
    let id = notified();
    assert_ok!(propose(EXAMINER, id, UNTIL));
    take_events();
    id
}

fn held() -> ObjectionId {
    let id = proposed();
    assert_ok!(confirm(REVIEWER, id));
    take_events();
    take_written();
    id
}

#[test]
fn two_officers_hold_the_contested_rights_until_a_moment() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        assert_ok!(propose(EXAMINER, id, UNTIL));
        assert_only_event(Event::HoldProposed {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            until: at(UNTIL),
            reason: digest(8),
        });
        // Nothing is held by one officer.
        assert_eq!(written(), []);
        set_now("2026-11-03 09:00");
        assert_ok!(confirm(REVIEWER, id));
        assert_only_event(Event::HoldConfirmed {
            objection: id,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            mark: 1,
            until: at(UNTIL),
        });
        let by = Some(officer(REVIEWER));
        let entry = basis(id, None, by, Some(officer(EXAMINER)));
        assert_eq!(written(), [Written::MarkSet(object(), 1, entry, by)]);
        let expected = Mark {
            version: 1,
            kind: MarkKind::Hold,
            rights: rights(&[0, 1]),
            source: MarkSource::Objection(id),
            authority: AUTHORITY,
            since: at("2026-11-03 09:00"),
            until: Some(at(UNTIL)),
            ended: None,
            order: None,
        };
        assert_eq!(mark(object(), 1), expected);
        assert_eq!(stored(id).hold_mark, Some(1));
        assert_eq!(stored(id).proposed_hold, None);
    });
}

#[test]
fn a_hold_ends_in_the_future_and_within_180_days() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        // 2 November and 180 days: 1 May, 24:00.
        for unfit in ["2026-11-02 09:00", "2026-11-01 09:00", "2027-05-02 00:00:01"] {
            assert_noop!(propose(EXAMINER, id, unfit), Error::<Test>::HoldTermUnfit);
        }
        assert_ok!(propose(EXAMINER, id, "2027-05-02 00:00"));
    });
}

#[test]
fn one_person_does_not_confirm_under_another_account() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        assert_ok!(propose(BOTH_CHAIRS, id, UNTIL));
        for account in [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT] {
            assert_noop!(confirm(account, id), Error::<Test>::SamePerson);
        }
        assert_ok!(confirm(EXAMINER, id));
    });
}

#[test]
fn one_hold_at_a_time() {
    ExtBuilder::default().build_and_execute(|| {
        let id = proposed();
        assert_noop!(propose(REVIEWER, id, UNTIL), Error::<Test>::HoldExists);
        assert_ok!(confirm(REVIEWER, id));
        assert_noop!(propose(REVIEWER, id, UNTIL), Error::<Test>::HoldExists);
        assert_noop!(confirm(EXAMINER, id), Error::<Test>::NoHold);
    });
}

#[test]
fn a_hold_stands_until_the_last_second_before_its_end() {
    ExtBuilder::default().build_and_execute(|| {
        let id = held();
        let again = || propose(EXAMINER, id, "2027-01-24 00:00");
        let stands_at = |moment| {
            set_now(moment);
            mark(object(), 1).stands(at(moment))
        };
        assert!(stands_at("2026-12-23 23:59:59"));
        assert_noop!(again(), Error::<Test>::HoldExists);
        assert!(!stands_at("2026-12-24 00:00:00"));
        assert!(!stands_at("2026-12-24 00:00:01"));
        assert_ok!(again());
    });
}

#[test]
fn a_hold_that_has_run_out_makes_room_for_another() {
    ExtBuilder::default().build_and_execute(|| {
        let id = held();
        set_now(UNTIL);
        assert!(!mark(object(), 1).stands(at(UNTIL)));
        assert_noop!(lift(EXAMINER, id), Error::<Test>::NoHold);
        assert_ok!(propose(EXAMINER, id, "2027-01-24 00:00"));
        assert_ok!(confirm(REVIEWER, id));
        assert_eq!(stored(id).hold_mark, Some(2));
    });
}

#[test]
fn a_proposal_is_confirmed_before_its_end() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::NoHold);
        assert_ok!(propose(EXAMINER, id, UNTIL));
        set_now(UNTIL);
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::NoHold);
        // What was not confirmed does not stand in the way.
        assert_ok!(propose(EXAMINER, id, "2027-01-24 00:00"));
    });
}

#[test]
fn a_proposal_is_given_up() {
    ExtBuilder::default().build_and_execute(|| {
        let id = proposed();
        assert_ok!(lift(REVIEWER, id));
        assert_only_event(Event::HoldLifted {
            objection: id,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            reason: digest(9),
        });
        assert_eq!(written(), []);
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::NoHold);
        assert_noop!(lift(REVIEWER, id), Error::<Test>::NoHold);
    });
}

#[test]
fn a_hold_is_lifted_with_its_reason() {
    ExtBuilder::default().build_and_execute(|| {
        let id = held();
        assert_ok!(lift(EXAMINER, id));
        assert_only_event(Event::HoldLifted {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            reason: digest(9),
        });
        let by = Some(officer(EXAMINER));
        let entry = basis(id, None, by, None);
        assert_eq!(
            written(),
            [Written::MarkEnded(object(), 1, MarkEnd::Dismissed, entry, by)]
        );
        assert_noop!(lift(EXAMINER, id), Error::<Test>::NoHold);
        // The notice stands on.
        assert!(mark(object(), 0).stands(world(|world| world.now)));
    });
}

#[test]
fn a_hold_is_proposed_and_confirmed_at_any_open_step() {
    let open: Vec<_> = STAGES
        .into_iter()
        .map(|(stage, _)| stage)
        .filter(|stage| stage.is_open())
        .collect();
    assert_only_at(&open, |id| {
        propose(EXAMINER, id, "2027-03-01 00:00")?;
        confirm(REVIEWER, id)
    });
}

#[test]
fn a_lapsed_objection_is_not_held() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        assert_ok!(propose(EXAMINER, id, "2027-03-01 00:00"));
        end_of("2026-11-17");
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::WrongStage);
        let other = || propose(EXAMINER, id, "2027-03-01 00:00");
        assert_noop!(other(), Error::<Test>::WrongStage);
    });
}

#[test]
fn only_examiners_and_reviewers_of_the_authority_without_interest_hold() {
    ExtBuilder::default().build_and_execute(|| {
        let seats = (EXAMINER, Some(REGISTRAR), AFFILIATED_REVIEWER);
        assert_officers_only(notified(), seats, |origin, id| {
            Disputes::propose_hold(origin, id, at(UNTIL), digest(8))
        });
    });
    ExtBuilder::default().build_and_execute(|| {
        let seats = (REVIEWER, Some(REGISTRAR), AFFILIATED_EXAMINER);
        assert_officers_only(proposed(), seats, Disputes::confirm_hold);
    });
    ExtBuilder::default().build_and_execute(|| {
        let seats = (REVIEWER, Some(REGISTRAR), AFFILIATED_EXAMINER);
        assert_officers_only(held(), seats, |origin, id| {
            Disputes::lift_hold(origin, id, digest(9))
        });
    });
}

#[test]
fn the_marks_of_an_objection_stand_for_who_objected() {
    ExtBuilder::default().build_and_execute(|| {
        let id = held();
        let objection = stored(id);
        let of = |number: Option<u32>| mark(objection.object, number.unwrap());
        for number in [objection.notice_mark, objection.hold_mark] {
            let holder = Disputes::holder(objection.object, number.unwrap(), &of(number));
            assert_eq!(holder, Some(objection.objector));
        }
        let another = quanji_primitives::ObjectId(77);
        assert_eq!(Disputes::holder(another, 0, &of(objection.notice_mark)), None);
        let disputed = quanji_primitives::marks::Mark {
            source: MarkSource::TitleDispute(digest(1)),
            ..of(objection.notice_mark)
        };
        assert_eq!(Disputes::holder(objection.object, 0, &disputed), None);
    });
}
