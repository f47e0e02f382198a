//! What waits at an authority, and how long ended cases took.

use super::*;
use crate::{Load, Statistics};
use quanji_primitives::certificate_number::NumberingMonth;

const NOVEMBER: NumberingMonth = NumberingMonth {
    year: 2026,
    month: 11,
};

fn statistics() -> Statistics {
    Registry::statistics(AUTHORITY, NOVEMBER)
}

fn load(open: u32, waiting: u32, overdue: u32, overdue_days_max: u16) -> Load {
    Load {
        open,
        waiting,
        overdue,
        overdue_days_max,
    }
}

#[test]
fn cases_are_listed_a_hundred_at_a_time_in_rising_order() {
    ExtBuilder::default().build_and_execute(|| {
        let cases: Vec<_> = (0..103).map(|_| file(ENTERPRISE, resource(ENTERPRISE))).collect();
        let elsewhere = FirstRegistration {
            authority: OTHER_AUTHORITY,
            ..resource(ENTERPRISE)
        };
        let other = file(ENTERPRISE, elsewhere);
        let listed = |authority, after| -> Vec<CaseId> {
            let cases = Registry::cases_of(authority, after).into_iter();
            cases.map(|(case, _)| case).collect()
        };
        assert_eq!(listed(AUTHORITY, None), cases[..100]);
        assert_eq!(listed(AUTHORITY, Some(cases[99])), cases[100..]);
        assert_eq!(listed(AUTHORITY, Some(cases[102])), []);
        assert_eq!(listed(OTHER_AUTHORITY, None), [other]);
        let (first, standing) = Registry::cases_of(AUTHORITY, None)[0];
        assert_eq!(Some(standing), Registry::case_standing(first));
    });
}

#[test]
fn the_workload_counts_open_waiting_and_overdue_cases_of_each_officer() {
    ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
        // Without an officer.
        file(ENTERPRISE, resource(ENTERPRISE));
        // Of the examiner: due on the 16th, waiting for the applicant, and ended.
        accepted(ENTERPRISE, resource(ENTERPRISE));
        let asked = accepted(ENTERPRISE, resource(ENTERPRISE));
        ask(asked, Channel::Ledger);
        refuse(examined(ENTERPRISE, resource(ENTERPRISE)));
        // Of a second examiner.
        let second = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::accept(signed(SECOND_EXAMINER), second));
        let first = officer(EXAMINER);
        let of_second = officer(SECOND_EXAMINER);
        let workload = Registry::workload(AUTHORITY);
        assert_eq!(workload.now, at("2026-11-02 09:00"));
        assert_eq!(workload.total, load(4, 3, 0, 0));
        assert_eq!(workload.unassigned, load(1, 1, 0, 0));
        let officers = [(first, load(2, 1, 0, 0)), (of_second, load(1, 1, 0, 0))];
        assert_eq!(workload.officers, officers);
        set_now("2026-11-18 09:00");
        let workload = Registry::workload(AUTHORITY);
        // Silence accepted the first on November 6: it is due on the 20th.
        // Nobody waits any more for the proof that was not given by the 9th: the review goes on.
        assert_eq!(workload.total, load(4, 4, 2, 2));
        assert_eq!(workload.unassigned, load(1, 1, 0, 0));
        let officers = [(first, load(2, 2, 1, 2)), (of_second, load(1, 1, 1, 2))];
        assert_eq!(workload.officers, officers);
        assert_eq!(Registry::workload(OTHER_AUTHORITY).total, Load::default());
    });
}

#[test]
fn ended_cases_are_counted_by_their_outcome() {
    ExtBuilder::default().build_and_execute(|| {
        refuse(examined(ENTERPRISE, resource(ENTERPRISE)));
        refuse(examined(ENTERPRISE, resource(ENTERPRISE)));
        terminate(unverifiable(ENTERPRISE, resource(ENTERPRISE)));
        let withdrawn = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, withdrawn));
        entered(ENTERPRISE, resource(ENTERPRISE));
        let expected = Statistics {
            entered: 1,
            refused: 2,
            terminated: 1,
            withdrawn: 1,
            accepted: 4,
            // The entry, on the first day after its notice.
            working_days: 1,
            working_days_max: 1,
            ..Default::default()
        };
        assert_eq!(statistics(), expected);
        let december = NumberingMonth {
            year: 2026,
            month: 12,
        };
        assert_eq!(Registry::statistics(AUTHORITY, december), Statistics::default());
        assert_eq!(
            Registry::statistics(OTHER_AUTHORITY, NOVEMBER),
            Statistics::default()
        );
    });
}

#[test]
fn what_was_never_filed_is_counted_when_it_is_closed() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(case, 5);
        set_now("2026-11-10 09:00");
        assert_eq!(statistics(), Statistics::default());
        assert_ok!(Registry::close(signed(EXAMINER), case));
        let expected = Statistics {
            never_filed: 1,
            ..Default::default()
        };
        assert_eq!(statistics(), expected);
    });
}

#[test]
fn a_national_registration_counts_at_its_receipt() {
    ExtBuilder::default().build_and_execute(|| {
        complete_nationally();
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        let text = Some(TEXT.to_vec().try_into().unwrap());
        let national = Some(reference("2026-11-02 09:00"));
        assert_ok!(Registry::publish(signed(EXAMINER), case, text, national));
        set_now("2026-12-02 15:00");
        let receipt = Some(reference("2026-11-11 10:00"));
        assert_ok!(Registry::enter(signed(REVIEWER), case, receipt, None, None));
        let expected = Statistics {
            entered: 1,
            accepted: 1,
            working_days: 2,
            working_days_max: 2,
            ..Default::default()
        };
        assert_eq!(statistics(), expected);
    });
}

#[test]
fn the_working_days_of_review_are_counted_as_the_clock_counts_them() {
    ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
        let first = examined(ENTERPRISE, resource(ENTERPRISE));
        let second = examined(ENTERPRISE, resource(ENTERPRISE));
        let third = examined(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-05 09:00");
        refuse(first);
        assert_eq!((statistics().working_days, statistics().over_limit), (3, 0));
        // On the last of the ten days.
        set_now("2026-11-16 09:00");
        refuse(third);
        assert_eq!((statistics().working_days, statistics().over_limit), (13, 0));
        // Two days late.
        set_now("2026-11-18 09:00");
        refuse(second);
        let expected = Statistics {
            refused: 3,
            accepted: 3,
            working_days: 25,
            working_days_max: 12,
            over_limit: 1,
            ..Default::default()
        };
        assert_eq!(statistics(), expected);
    });
}

#[test]
fn acceptance_by_silence_is_counted() {
    ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-09 09:00");
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        let expected = Statistics {
            withdrawn: 1,
            accepted: 1,
            by_silence: 1,
            // Accepted on Friday the 6th.
            working_days: 1,
            working_days_max: 1,
            ..Default::default()
        };
        assert_eq!(statistics(), expected);
    });
}

#[test]
fn a_case_examined_anew_counts_once_more() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        refuse(case);
        examined_anew(ENTERPRISE, case);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        enter(case);
        let counted = statistics();
        assert_eq!((counted.refused, counted.entered, counted.accepted), (1, 1, 2));
    });
}
