//! `decide_appeal`: by a third person; the refusal stands, or the case is examined anew (S046).

use super::*;
use crate::Marks;
use quanji_primitives::{
    case::{Appeal, Reassessment, Signed},
    clock::CaseClock,
    marks::MarkEnd,
    objection::ObjectionResult,
};
use sp_runtime::DispatchResult;

const STANDS: Reassessment = Reassessment::RefusalStands;
const ANEW: Reassessment = Reassessment::ExaminedAnew;

fn call(account: u64, case: CaseId, result: Reassessment) -> DispatchResult {
    Registry::decide_appeal(signed(account), case, result, digest(7))
}

fn appealed() -> CaseId {
    let case = examined(ENTERPRISE, resource(ENTERPRISE));
    refuse(case);
    appeal(ENTERPRISE, case);
    case
}

fn decided(before: &Case, result: Reassessment, moment: &str) -> Option<Appeal> {
    let by = Signed {
        officer: officer(SECOND_REVIEWER),
        at: at(moment),
    };
    before.appeal.map(|appeal| Appeal {
        result: Some((result, digest(7), by)),
        ..appeal
    })
}

#[test]
fn a_refusal_that_stands_is_final() {
    ExtBuilder::default().build_and_execute(|| {
        let case = appealed();
        set_now("2026-11-05 10:00");
        let before = stored(case);
        assert_ok!(call(SECOND_REVIEWER, case, STANDS));
        assert_only_event(Event::AppealDecided {
            case,
            authority: AUTHORITY,
            officer: officer(SECOND_REVIEWER),
            result: STANDS,
            record: digest(7),
            opened: Default::default(),
        });
        let expected = Case {
            stage: Stage::Refused,
            appeal: decided(&before, STANDS, "2026-11-05 10:00"),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(status(case), Status::Refused { appeal_due: None });
        assert_noop!(
            Registry::appeal(signed(ENTERPRISE), OWN, case, digest(4)),
            Error::<Test>::AlreadyAppealed
        );
    });
}

#[test]
fn a_case_examined_anew_begins_with_a_fresh_clock() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::extend(signed(EXAMINER), case, 10, digest(8)));
        examine(case, granting(case));
        refuse(case);
        appeal(ENTERPRISE, case);
        set_now("2026-11-05 10:00");
        let before = stored(case);
        assert_ok!(call(SECOND_REVIEWER, case, ANEW));
        assert_only_event(Event::AppealDecided {
            case,
            authority: AUTHORITY,
            officer: officer(SECOND_REVIEWER),
            result: ANEW,
            record: digest(7),
            opened: Default::default(),
        });
        let expected = Case {
            stage: Stage::Accepted,
            clock: Some(CaseClock::start(10, day("2026-11-05"))),
            extended: 0,
            examination: None,
            approval: None,
            notice: None,
            refusal: None,
            appeal: decided(&before, ANEW, "2026-11-05 10:00"),
            ..before
        };
        assert_eq!(stored(case), expected);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        enter(case);
    });
}

#[test]
fn who_examined_or_refused_does_not_re_assess() {
    ExtBuilder::default().build_and_execute(|| {
        let case = appealed();
        assert_noop!(call(REVIEWER, case, ANEW), Error::<Test>::SamePerson);
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let both = signed(BOTH_CHAIRS);
        assert_ok!(Registry::examine(both, case, Box::new(granting(case))));
        refuse(case);
        appeal(ENTERPRISE, case);
        assert_noop!(
            call(BOTH_CHAIRS_SECOND_ACCOUNT, case, ANEW),
            Error::<Test>::SamePerson
        );
        assert_ok!(call(SECOND_REVIEWER, case, STANDS));
    });
}

#[test]
fn who_filed_the_appeal_at_the_counter_does_not_decide_it() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        refuse(case);
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-02 09:00");
        let filer = signed(REGISTRAR_AND_REVIEWER);
        assert_ok!(Registry::appeal(filer, received, case, digest(4)));
        assert_noop!(
            call(REGISTRAR_AND_REVIEWER, case, ANEW),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(call(SECOND_REVIEWER, case, STANDS));
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_decides_an_appeal() {
    ExtBuilder::default().build_and_execute(|| {
        let case = appealed();
        let call = |origin, case| Registry::decide_appeal(origin, case, STANDS, digest(7));
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
fn only_an_appealed_case_is_re_assessed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::UnderAppeal], Error::WrongStage, |case| {
            call(SECOND_REVIEWER, case, STANDS)
        });
    });
}

#[test]
fn an_upheld_objection_is_investigated_anew_and_a_dismissed_one_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        object_to(SECOND_ENTERPRISE, case);
        object_to(NATURAL_PERSON, case);
        decide_objection(case, 0, ObjectionResult::Dismissed);
        decide_objection(case, 1, ObjectionResult::Upheld);
        refuse(case);
        let before = stored(case).objections;
        set_now("2026-11-05 10:00");
        examined_anew(ENTERPRISE, case);
        let after = stored(case).objections;
        assert_eq!(after[0], before[0]);
        assert_eq!((after[1].result, after[1].due), (None, due("2026-11-19")));
        // The clock stands still after the next notice until it is decided.
        examine(case, granting(case));
        approve(case);
        publish(case);
        assert_eq!(review(case).2, None);
        end_notice(case);
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::ObjectionOpen
        );
        decide_objection(case, 1, ObjectionResult::Dismissed);
        enter(case);
    });
}

#[test]
fn the_notice_of_a_title_dispute_ends_with_the_examination_that_found_it() {
    ExtBuilder::default().build_and_execute(|| {
        let earlier = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let case = accepted(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let mut examination = denying(case, RefusalGround::TitleDispute);
        examination.match_finding = Some(MatchFinding::TitleDispute);
        examine(case, examination);
        let (reviewer, ground) = (signed(REVIEWER), RefusalGround::TitleDispute);
        assert_ok!(Registry::refuse(reviewer, case, ground, Channel::Ledger, LETTER));
        assert_ok!(Registry::appeal(signed(SECOND_ENTERPRISE), OWN, case, digest(4)));
        let now = world(|world| world.now);
        assert!(Marks::<Test>::get(earlier, 0).unwrap().stands(now));
        assert_ok!(call(SECOND_REVIEWER, case, ANEW));
        let ended = Marks::<Test>::get(earlier, 0).unwrap().ended;
        assert_eq!(ended, Some((now, MarkEnd::Dismissed)));
        assert_eq!(Objects::<Test>::get(earlier).unwrap().entries, 4);
    });
}

#[test]
fn a_case_for_further_rights_that_is_refused_again_leaves_the_list_of_its_object() {
    ExtBuilder::default().build_and_execute(|| {
        let mut first = resource(ENTERPRISE);
        first.claims = claims(&[RightKind::Holding]);
        let object = entered(ENTERPRISE, first);
        let open = || Objects::<Test>::get(object).unwrap().open_cases.to_vec();
        let case = examined(ENTERPRISE, further(ENTERPRISE, object, &[RightKind::Operating]));
        refuse(case);
        examined_anew(ENTERPRISE, case);
        assert_eq!(open(), [case]);
        examine(case, denying(case, RefusalGround::OtherLaw));
        refuse(case);
        assert_eq!(open(), []);
    });
}

#[test]
fn a_request_for_proof_that_was_open_at_the_refusal_is_over() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        ask(case, Channel::Post);
        refuse(case);
        examined_anew(ENTERPRISE, case);
        assert_eq!(stored(case).supplement, None);
        examine(case, granting(case));
    });
}
