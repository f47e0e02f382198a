//! `extend`: with a reason, in all at most the regime's limit, and before the time is over (NG 28).

use super::*;
use quanji_primitives::clock::CaseClock;
use sp_runtime::DispatchResult;

fn call(case: CaseId, working_days: u16) -> DispatchResult {
    Registry::extend(signed(EXAMINER), case, working_days, digest(8))
}

#[test]
fn the_time_of_review_is_extended_with_a_reason() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-10 09:00");
        let before = stored(case);
        assert_ok!(call(case, 4));
        assert_only_event(Event::ReviewExtended {
            case,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            working_days: 4,
            reason: digest(8),
            due: Some(due("2026-11-20")),
        });
        let clock = CaseClock {
            limit: 14,
            used: 0,
            running_since: Some(day("2026-11-02")),
        };
        let expected = Case {
            clock: Some(clock),
            extended: 4,
            ..before
        };
        assert_eq!(stored(case), expected);
    });
}

#[test]
fn all_extensions_together_are_at_most_ten_working_days() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        for days in [0, 11, u16::MAX] {
            assert_noop!(call(case, days), Error::<Test>::ExtensionOutOfRange);
        }
        assert_ok!(call(case, 7));
        assert_noop!(call(case, 4), Error::<Test>::ExtensionOutOfRange);
        assert_ok!(call(case, 3));
        assert_noop!(call(case, 1), Error::<Test>::ExtensionOutOfRange);
    });
}

#[test]
fn a_regime_without_extension_allows_none() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, public_data(ENTERPRISE));
        assert_noop!(call(case, 1), Error::<Test>::ExtensionOutOfRange);
    });
}

#[test]
fn the_time_is_extended_until_its_last_second() {
    for (moment, in_time) in [
        ("2026-11-16 23:59:59", true),
        ("2026-11-17 00:00:00", false),
        ("2026-11-17 00:00:01", false),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = accepted(ENTERPRISE, resource(ENTERPRISE));
            set_now(moment);
            if in_time {
                assert_ok!(call(case, 10));
            } else {
                assert_noop!(call(case, 10), Error::<Test>::ExtensionTooLate);
            }
        });
    }
}

#[test]
fn the_time_is_extended_while_the_clock_is_paused_but_not_when_it_was_over_before() {
    ExtBuilder::default().build_and_execute(|| {
        for (asked, in_time) in [("2026-11-16 09:00", true), ("2026-11-17 09:00", false)] {
            set_now("2026-11-02 09:00");
            let case = accepted(ENTERPRISE, resource(ENTERPRISE));
            set_now(asked);
            ask(case, Channel::Ledger);
            set_now("2026-11-20 09:00");
            if in_time {
                assert_ok!(call(case, 5));
                assert_eq!(review(case), (10, 15, None));
            } else {
                assert_noop!(call(case, 5), Error::<Test>::ExtensionTooLate);
            }
        }
    });
}

#[test]
fn the_time_is_extended_from_acceptance_to_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let open = [Stage::Accepted, Stage::Examined, Stage::Approved, Stage::InNotice];
        assert_only_at(&open, Error::WrongStage, |case| call(case, 1));
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_extends() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let call = |origin, case| Registry::extend(origin, case, 1, digest(8));
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
    });
}

#[test]
fn a_case_in_conflict_or_that_yields_is_not_extended() {
    ExtBuilder::default().build_and_execute(|| {
        assert_goes_on_only(accepted(ENTERPRISE, resource(ENTERPRISE)), |case| call(case, 1));
    });
}
