//! `close`: an ended case leaves state when nothing can be asked of it any more.

use super::*;
use quanji_primitives::case::Reassessment;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::close(signed(account), case)
}

/// Refused, and told so by post.
fn refused_by_post() -> CaseId {
    let case = examined(ENTERPRISE, resource(ENTERPRISE));
    let ground = RefusalGround::OtherLaw;
    assert_ok!(Registry::refuse(
        signed(REVIEWER),
        case,
        ground,
        Channel::Post,
        LETTER
    ));
    case
}

#[test]
fn a_withdrawn_case_is_removed_with_one_event() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        take_events();
        assert_ok!(call(REGISTRAR, case));
        assert_only_event(Event::CaseClosed {
            case,
            authority: AUTHORITY,
            officer: officer(REGISTRAR),
        });
        assert_eq!(Registry::case(case), None);
        assert_eq!(Registry::case_standing(case), None);
        assert_noop!(call(REGISTRAR, case), Error::<Test>::CaseNotFound);
    });
}

#[test]
fn a_refused_case_stays_until_its_appeal_window_has_ended() {
    // Refused on Monday 2026-11-02: fifteen working days end on the 23rd.
    for (moment, ended) in [
        ("2026-11-23 23:59:59", false),
        ("2026-11-24 00:00:00", true),
        ("2026-11-24 00:00:01", true),
    ] {
        ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
            let case = examined(ENTERPRISE, resource(ENTERPRISE));
            refuse(case);
            set_now(moment);
            if ended {
                assert_ok!(call(EXAMINER, case));
            } else {
                assert_noop!(call(EXAMINER, case), Error::<Test>::CaseNotEnded);
            }
        });
    }
}

#[test]
fn the_appeal_window_begins_with_the_delivery_of_the_refusal() {
    ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
        let case = refused_by_post();
        set_now("2026-12-20 09:00");
        assert_noop!(call(EXAMINER, case), Error::<Test>::CaseNotEnded);
        deliver(case, "2026-11-27 10:00");
        set_now("2026-12-18 23:59:59");
        assert_noop!(call(EXAMINER, case), Error::<Test>::CaseNotEnded);
        set_now("2026-12-19 00:00:00");
        assert_ok!(call(EXAMINER, case));
    });
}

#[test]
fn a_refusal_that_stands_after_re_assessment_is_final_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        refuse(case);
        appeal(ENTERPRISE, case);
        assert_noop!(call(EXAMINER, case), Error::<Test>::CaseNotEnded);
        let stands = Reassessment::RefusalStands;
        assert_ok!(Registry::decide_appeal(
            signed(SECOND_REVIEWER),
            case,
            stands,
            digest(7)
        ));
        assert_ok!(call(EXAMINER, case));
    });
}

#[test]
fn a_second_refusal_is_final_when_it_is_delivered() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        refuse(case);
        examined_anew(ENTERPRISE, case);
        examine(case, denying(case, RefusalGround::OtherLaw));
        let ground = RefusalGround::OtherLaw;
        assert_ok!(Registry::refuse(
            signed(REVIEWER),
            case,
            ground,
            Channel::Post,
            LETTER
        ));
        assert_noop!(call(EXAMINER, case), Error::<Test>::CaseNotEnded);
        deliver(case, "2026-11-02 09:00");
        assert_ok!(call(EXAMINER, case));
    });
}

#[test]
fn a_terminated_case_is_removed_when_its_notice_is_delivered() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unverifiable(ENTERPRISE, resource(ENTERPRISE));
        let reviewer = signed(REVIEWER);
        assert_ok!(Registry::terminate(
            reviewer,
            case,
            digest(3),
            Channel::Post,
            LETTER
        ));
        assert_noop!(call(EXAMINER, case), Error::<Test>::CaseNotEnded);
        deliver(case, "2026-11-02 09:00");
        assert_ok!(call(EXAMINER, case));
    });
}

#[test]
fn a_case_never_completed_is_removed_after_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(case, 10);
        set_now("2026-11-16 23:59:59");
        assert_noop!(call(REVIEWER, case), Error::<Test>::CaseNotEnded);
        set_now("2026-11-17 00:00:00");
        assert_ok!(call(REVIEWER, case));
    });
}

#[test]
fn only_an_ended_case_is_removed() {
    ExtBuilder::default().build_and_execute(|| {
        let ended = [Stage::Withdrawn, Stage::Terminated];
        assert_only_at(&ended, Error::CaseNotEnded, |case| call(SECOND_REVIEWER, case));
    });
}

#[test]
fn only_an_officer_of_the_authority_without_interest_closes() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        // Every role may close, so no officer lacks one.
        let affiliated = AFFILIATED_EXAMINER;
        assert_officers_only(
            Registry::close,
            case,
            OTHER_AUTHORITY_EXAMINER,
            affiliated,
            affiliated,
        );
    });
}

#[test]
fn the_serial_number_of_a_closed_case_is_never_given_again() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_ok!(call(EXAMINER, case));
        assert_eq!(file(ENTERPRISE, resource(ENTERPRISE)).serial(), case.serial() + 1);
    });
}

#[test]
fn a_case_on_a_registered_object_leaves_its_list() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.claims = claims(&RightKind::ALL[..1]);
        let object = entered(ENTERPRISE, filing);
        let open = || Objects::<Test>::get(object).unwrap().open_cases.to_vec();
        let case = examined(ENTERPRISE, further(ENTERPRISE, object, &[RightKind::Operating]));
        refuse(case);
        // It may still be examined anew.
        assert_eq!(open(), [case]);
        set_now("2026-12-31 09:00");
        assert_ok!(call(EXAMINER, case));
        assert_eq!(open(), []);
        let case = unverifiable(ENTERPRISE, further(ENTERPRISE, object, &[RightKind::Operating]));
        assert_eq!(open(), [case]);
        terminate(case);
        assert_eq!(open(), []);
    });
}

/// A case refused for false material.
fn refused_for_false_material() -> CaseId {
    let case = examined(ENTERPRISE, resource(ENTERPRISE));
    let (reviewer, ground) = (signed(REVIEWER), RefusalGround::FalseMaterial);
    assert_ok!(Registry::refuse(reviewer, case, ground, Channel::Ledger, LETTER));
    case
}

fn bad_faith() -> Vec<(PartyId, quanji_primitives::bad_faith::BadFaith)> {
    world(|world| world.bad_faith.clone())
}

#[test]
fn false_material_leaves_a_fact_of_bad_faith_when_the_refusal_is_final() {
    use quanji_primitives::case::Reassessment::{ExaminedAnew, RefusalStands};
    ExtBuilder::default().build_and_execute(|| {
        // Another ground leaves none, nor does a refusal that may still be appealed.
        let other = examined(ENTERPRISE, resource(ENTERPRISE));
        refuse(other);
        let case = refused_for_false_material();
        assert_eq!(bad_faith(), []);
        set_now("2026-11-24 00:00");
        for case in [other, case] {
            assert_ok!(Registry::close(signed(REVIEWER), case));
        }
        let fact = quanji_primitives::bad_faith::BadFaith {
            version: 1,
            finding: quanji_primitives::bad_faith::BadFaithFinding::FalseMaterial,
            case,
            authority: AUTHORITY,
            at: at("2026-11-24 00:00"),
            record: LETTER,
            barred_until: None,
        };
        assert_eq!(bad_faith(), [(party(ENTERPRISE), fact)]);
        // Where no term is given, nothing is barred.
        file(ENTERPRISE, resource(ENTERPRISE));
    });
    ExtBuilder::default().build_and_execute(|| {
        let decide = |case, result| {
            let third = signed(SECOND_REVIEWER);
            assert_ok!(Registry::decide_appeal(third, case, result, digest(7)));
        };
        let stands = refused_for_false_material();
        appeal(ENTERPRISE, stands);
        decide(stands, RefusalStands);
        assert_eq!(bad_faith().len(), 1);
        assert_ok!(Registry::close(signed(REVIEWER), stands));
        assert_eq!(bad_faith().len(), 1, "it is one fact");
        let anew = refused_for_false_material();
        appeal(ENTERPRISE, anew);
        decide(anew, ExaminedAnew);
        assert_eq!(bad_faith().len(), 1, "nothing is decided");
    });
}

#[test]
fn bad_faith_bars_from_filing_for_the_term_of_the_regime() {
    ExtBuilder::default().build_and_execute(|| {
        change_regime(NATIONAL_2026, |regime| {
            regime.limits.bad_faith_bar_days.number = 30
        });
        let case = refused_for_false_material();
        set_now("2026-11-24 09:00");
        assert_ok!(Registry::close(signed(REVIEWER), case));
        let file_of = |account, filing| Registry::file(signed(account), OWN, Box::new(filing));
        let mut together = resource(SECOND_ENTERPRISE);
        together.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        set_now("2026-12-24 23:59:59");
        for (account, filing) in [(ENTERPRISE, resource(ENTERPRISE)), (SECOND_ENTERPRISE, together)] {
            assert_noop!(file_of(account, filing), Error::<Test>::BarredFromFiling);
        }
        assert_ok!(file_of(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE)));
        set_now("2026-12-25 00:00:00");
        assert_ok!(file_of(ENTERPRISE, resource(ENTERPRISE)));
    });
}
