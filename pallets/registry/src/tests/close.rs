//! `close`: an ended case leaves state when nothing can be asked of it any more.

use super::*;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::close(signed(account), case)
}

/// Refused on Monday 2026-11-02: fifteen working days end on the 23rd.
fn refused() -> CaseId {
    let case = examined(ENTERPRISE, resource(ENTERPRISE));
    refuse(case);
    case
}

#[test]
fn a_withdrawn_case_is_removed_with_one_event() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), case));
        take_events();
        assert_ok!(call(REGISTRAR, case));
        assert_only_event(Event::CaseClosed {
            case,
            authority: AUTHORITY,
            officer: officer(REGISTRAR),
        });
        assert_eq!(Registry::case(case), None);
        assert_eq!(Registry::case_status(case), None);
        assert_noop!(call(REGISTRAR, case), Error::<Test>::CaseNotFound);
    });
}

#[test]
fn a_refused_case_stays_until_its_appeal_window_has_ended() {
    for (moment, ended) in [
        ("2026-11-23 23:59:59", false),
        ("2026-11-24 00:00:00", true),
        ("2026-11-24 00:00:01", true),
    ] {
        ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
            let case = refused();
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
        assert_only_at(&[Stage::Withdrawn], Error::CaseNotEnded, |case| {
            call(EXAMINER, case)
        });
    });
}

#[test]
fn only_an_officer_of_the_authority_without_interest_closes() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), case));
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
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), case));
        assert_ok!(call(EXAMINER, case));
        assert_eq!(file(ENTERPRISE, resource(ENTERPRISE)).serial(), case.serial() + 1);
    });
}
