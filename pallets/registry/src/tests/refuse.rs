//! `refuse`: with a ground, by another person than the examiner.

use super::*;
use crate::{Event::Entered, Marks};
use quanji_primitives::{
    case::{Refusal, Signed},
    marks::{Mark, MarkKind, MarkSource, RightSet},
    objection::ObjectionResult,
    v1::EntryContent,
    written_notice::WrittenNotice,
};
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    refuse_on(account, case, RefusalGround::UnlawfulSource)
}

fn refuse_on(account: u64, case: CaseId, ground: RefusalGround) -> DispatchResult {
    Registry::refuse(signed(account), case, ground, Channel::Ledger, digest(3))
}

/// A case of the second enterprise that matches an object of the first: the examiner found a title dispute.
fn disputed() -> (ObjectId, CaseId) {
    let earlier = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
    let case = accepted(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
    let mut examination = denying(case, RefusalGround::TitleDispute);
    examination.match_finding = Some(MatchFinding::TitleDispute);
    examine(case, examination);
    (earlier, case)
}

#[test]
fn a_refusal_has_its_ground_and_written_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-03 10:00");
        let before = stored(case);
        assert_ok!(call(REVIEWER, case));
        assert_only_event(Event::CaseRefused {
            case,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            ground: RefusalGround::UnlawfulSource,
            channel: Channel::Ledger,
            letter: digest(3),
        });
        let by = Signed {
            officer: officer(REVIEWER),
            at: at("2026-11-03 10:00"),
        };
        let refusal = Some(Refusal {
            ground: RefusalGround::UnlawfulSource,
            notice: WrittenNotice::send(Channel::Ledger, digest(3), at("2026-11-03 10:00")),
            by,
            mark: None,
        });
        assert_eq!(
            stored(case),
            Case {
                stage: Stage::Refused,
                refusal,
                ..before
            }
        );
        let appeal_due = Some(due("2026-11-24"));
        assert_eq!(status(case), Status::Refused { appeal_due });
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_refuses() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        let call =
            |origin, case| Registry::refuse(origin, case, RefusalGround::OtherLaw, Channel::Ledger, LETTER);
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_REVIEWER,
            EXAMINER,
            AFFILIATED_REVIEWER,
        );
    });
}

#[test]
fn the_examiner_does_not_refuse_under_another_account() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::examine(
            signed(BOTH_CHAIRS),
            case,
            Box::new(granting(case))
        ));
        assert_noop!(call(BOTH_CHAIRS_SECOND_ACCOUNT, case), Error::<Test>::SamePerson);
        assert_ok!(call(SECOND_REVIEWER, case));
    });
}

#[test]
fn a_case_is_refused_from_examination_until_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let open = [Stage::Examined, Stage::Approved, Stage::InNotice];
        assert_only_at(&open, Error::WrongStage, |case| call(REVIEWER, case));
    });
}

#[test]
fn a_case_whose_notice_has_ended_is_still_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(call(REVIEWER, case));
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::WrongStage
        );
    });
}

#[test]
fn what_was_objected_to_with_reason_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        object_to(SECOND_ENTERPRISE, case);
        decide_objection(case, 0, ObjectionResult::Upheld);
        assert_ok!(refuse_on(REVIEWER, case, RefusalGround::TitleDispute));
    });
}

#[test]
fn a_case_that_yields_is_refused_without_examination() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(call(REVIEWER, case), Error::<Test>::WrongStage);
        stop(case);
        assert_noop!(call(REVIEWER, case), Error::<Test>::InConflict);
        release(case, true);
        assert_ok!(call(REVIEWER, case));
    });
}

#[test]
fn a_case_that_yields_is_refused_before_its_acceptance() {
    ExtBuilder::default().build_and_execute(|| {
        // Where silence accepts nothing it would never be accepted.
        let filed = file(ENTERPRISE, shenzhen_resource(ENTERPRISE));
        let returned = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(returned, 10);
        for case in [filed, returned] {
            assert_noop!(call(REVIEWER, case), Error::<Test>::WrongStage);
            stop(case);
            assert_noop!(call(REVIEWER, case), Error::<Test>::InConflict);
            release(case, true);
            assert_ok!(call(REVIEWER, case));
            assert_eq!(stored(case).stage, Stage::Refused);
            assert_eq!(stored(case).accepted_at, None);
        }
        // The way to a re-assessment is open.
        examined_anew(ENTERPRISE, filed);
        assert_eq!(stored(filed).accepted_at, Some(at("2026-11-02 09:00")));
        assert_ok!(call(REVIEWER, filed));
    });
}

#[test]
fn what_silence_accepted_before_a_case_that_yields_is_refused_is_written_down() {
    ExtBuilder::default().build_and_execute(|| {
        // Filed on Monday; stopped on Tuesday, the first of three days; released on Friday the 20th.
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-03 10:00");
        stop(case);
        set_now("2026-11-20 10:00");
        release(case, true);
        set_now("2026-11-25 09:00");
        assert_eq!(stored(case).stage, Stage::Filed);
        assert_ok!(call(REVIEWER, case));
        let refused = stored(case);
        assert_eq!(
            (refused.stage, refused.accepted_at, refused.by_silence),
            (Stage::Refused, Some(at("2026-11-25 00:00")), true)
        );
    });
}

#[test]
fn a_case_that_yields_and_was_never_filed_is_not_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(case, 5);
        stop(case);
        release(case, true);
        set_now("2026-11-10 00:00");
        assert_noop!(call(REVIEWER, case), Error::<Test>::WrongStage);
        let refused = examined(ENTERPRISE, resource(ENTERPRISE));
        stop(refused);
        release(refused, true);
        refuse(refused);
        assert_noop!(call(REVIEWER, refused), Error::<Test>::WrongStage);
        appeal(ENTERPRISE, refused);
        assert_noop!(call(SECOND_REVIEWER, refused), Error::<Test>::WrongStage);
    });
}

#[test]
fn a_case_in_conflict_is_not_refused_before_the_department_decides() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        stop(case);
        assert_noop!(call(REVIEWER, case), Error::<Test>::InConflict);
        release(case, false);
        assert_ok!(call(REVIEWER, case));
    });
}

#[test]
fn who_has_no_account_is_not_told_of_a_refusal_through_the_ledger() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        world(|world| world.party_of.remove(&ENTERPRISE));
        assert_noop!(call(REVIEWER, case), Error::<Test>::ChannelUnfit);
    });
}

#[test]
fn a_title_dispute_is_noted_at_the_earlier_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let (earlier, case) = disputed();
        let before = Objects::<Test>::get(earlier).unwrap();
        assert_ok!(refuse_on(REVIEWER, case, RefusalGround::TitleDispute));
        let mark = Mark {
            version: 1,
            kind: MarkKind::ObjectionNotice,
            rights: (0..3).collect::<RightSet>(),
            source: MarkSource::TitleDispute(digest(0xcc)),
            authority: AUTHORITY,
            since: world(|world| world.now),
            // Delivered at once on November 10: fifteen working days to appeal, fifteen days to a court.
            until: Some(at("2026-12-17 00:00")),
            ended: None,
            order: None,
        };
        assert_eq!(Marks::<Test>::get(earlier, 0), Some(mark));
        let record = Objects::<Test>::get(earlier).unwrap();
        assert_eq!((record.marks, record.entries), (1, before.entries + 1));
        let events = take_events();
        let [Entered {
            officer: by, entry, ..
        }, Event::CaseRefused { .. }] = &events[..]
        else {
            panic!("an entry and a refusal: {events:?}")
        };
        assert_eq!(*by, Some(officer(REVIEWER)));
        let basis = EntryBasis::TitleDispute {
            case,
            officer: officer(REVIEWER),
        };
        let content = EntryContent::Mark { number: 0, mark };
        assert_eq!((&entry.basis, &entry.content), (&basis, &content));
    });
}

#[test]
fn another_ground_or_another_finding_notes_nothing_there() {
    ExtBuilder::default().build_and_execute(|| {
        let (earlier, case) = disputed();
        assert_ok!(call(REVIEWER, case));
        let third = ENTERPRISES.start;
        let coexisting = examined(third, resource_with(third, &[1]));
        assert_ok!(refuse_on(REVIEWER, coexisting, RefusalGround::TitleDispute));
        assert_eq!(Marks::<Test>::get(earlier, 0), None);
    });
}

#[test]
fn rights_that_have_lapsed_get_no_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let (earlier, case) = disputed();
        set_now("2031-12-01 09:00");
        assert_ok!(refuse_on(REVIEWER, case, RefusalGround::TitleDispute));
        assert_eq!(Marks::<Test>::get(earlier, 0), None);
    });
}

#[test]
fn a_registration_without_rights_gets_no_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let object = public_object();
        let case = accepted(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        assert_eq!(stored(case).matches, Some(object));
        let mut examination = denying(case, RefusalGround::TitleDispute);
        examination.match_finding = Some(MatchFinding::TitleDispute);
        examine(case, examination);
        assert_ok!(refuse_on(REVIEWER, case, RefusalGround::TitleDispute));
        assert_eq!(stored(case).refusal.unwrap().mark, None);
        assert_eq!(Marks::<Test>::get(object, 0), None);
    });
}

#[test]
fn an_object_with_as_many_marks_as_it_can_hold_takes_no_further_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let (earlier, case) = disputed();
        let count = |marks: u32| {
            Objects::<Test>::mutate(earlier, |record| {
                let record = record.as_mut().unwrap();
                core::mem::replace(&mut record.marks, marks)
            })
        };
        let had = count(crate::register::MARKS_MAX);
        assert_noop!(
            refuse_on(REVIEWER, case, RefusalGround::TitleDispute),
            Error::<Test>::TooManyMarks
        );
        count(had);
    });
}

/// The notice at the earlier entry, and whether it stands at a moment.
fn stands(object: ObjectId, moment: &str) -> bool {
    Marks::<Test>::get(object, 0).unwrap().stands(at(moment))
}

#[test]
fn the_notice_of_a_title_dispute_ends_with_the_days_to_appeal_and_to_a_court() {
    ExtBuilder::default().build_and_execute(|| {
        let (earlier, case) = disputed();
        assert_ok!(refuse_on(REVIEWER, case, RefusalGround::TitleDispute));
        assert!(stands(earlier, "2026-12-16 23:59:59"));
        assert!(!stands(earlier, "2026-12-17 00:00:00"));
    });
}

#[test]
fn until_a_refusal_is_delivered_the_notice_of_its_title_dispute_has_no_end() {
    ExtBuilder::default().build_and_execute(|| {
        let (earlier, case) = disputed();
        let (ground, post) = (RefusalGround::TitleDispute, Channel::Post);
        assert_ok!(Registry::refuse(signed(REVIEWER), case, ground, post, digest(3)));
        assert_eq!(Marks::<Test>::get(earlier, 0).unwrap().until, None);
        take_events();
        set_now("2026-11-16 09:00");
        assert_ok!(Registry::record_delivery(
            signed(REGISTRAR),
            case,
            at("2026-11-16 09:00")
        ));
        let events = take_events();
        let [Entered { entry, .. }, Event::NoticeDelivered { .. }] = &events[..] else {
            panic!("an entry and a delivery: {events:?}")
        };
        // Fifteen working days end on December 7, fifteen days after it on the 22nd.
        let mark = Marks::<Test>::get(earlier, 0).unwrap();
        assert_eq!(mark.until, Some(at("2026-12-23 00:00")));
        assert_eq!(entry.content, EntryContent::Mark { number: 0, mark });
    });
}

#[test]
fn the_notice_of_a_title_dispute_stands_through_a_re_assessment() {
    use quanji_primitives::case::Reassessment::RefusalStands;
    ExtBuilder::default().build_and_execute(|| {
        let (earlier, case) = disputed();
        assert_ok!(refuse_on(REVIEWER, case, RefusalGround::TitleDispute));
        set_now("2026-12-01 09:00");
        appeal(SECOND_ENTERPRISE, case);
        assert!(stands(earlier, "2027-06-01 09:00"), "it is not decided yet");
        set_now("2027-01-05 09:00");
        let third = signed(SECOND_REVIEWER);
        assert_ok!(Registry::decide_appeal(third, case, RefusalStands, digest(7)));
        assert!(stands(earlier, "2027-01-20 23:59:59"));
        assert!(!stands(earlier, "2027-01-21 00:00:00"));
        assert_eq!(Objects::<Test>::get(earlier).unwrap().marks, 1);
    });
}
