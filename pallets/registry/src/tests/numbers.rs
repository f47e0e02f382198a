//! Certificate numbers, drawn per authority and month.

use super::*;
use crate::LastNumber;
use quanji_primitives::certificate_number::{NumberingMonth, SERIAL_OF_MONTH_MAX};

const NOVEMBER: NumberingMonth = NumberingMonth {
    year: 2026,
    month: 11,
};

fn number_of(object: ObjectId) -> String {
    Certificates::<Test>::get(object, 0).unwrap().number.to_string()
}

#[test]
fn numbers_rise_in_a_month_and_begin_again_in_the_next() {
    ExtBuilder::default().build_and_execute(|| {
        let cases: Vec<_> = (0..4)
            .map(|_| in_notice(ENTERPRISE, resource(ENTERPRISE)))
            .collect();
        set_now("2026-11-30 23:59:59");
        assert_eq!(number_of(enter(cases[0])), "SJ4412026110001");
        assert_eq!(number_of(enter(cases[1])), "SJ4412026110002");
        set_now("2026-12-01 00:00:00");
        assert_eq!(number_of(enter(cases[2])), "SJ4412026120001");
        set_now("2027-11-01 00:00:00");
        assert_eq!(number_of(enter(cases[3])), "SJ4412027110001");
    });
}

#[test]
fn each_authority_counts_its_own_numbers() {
    ExtBuilder::default().build_and_execute(|| {
        let elsewhere = FirstRegistration {
            authority: OTHER_AUTHORITY,
            ..resource(ENTERPRISE)
        };
        assert_eq!(
            number_of(entered(ENTERPRISE, resource(ENTERPRISE))),
            "SJ4412026110001"
        );
        assert_eq!(number_of(entered(ENTERPRISE, elsewhere)), "SJ1112026110001");
        assert_eq!(
            number_of(entered(ENTERPRISE, resource(ENTERPRISE))),
            "SJ4412026110002"
        );
    });
}

#[test]
fn when_the_numbers_of_a_month_are_used_the_case_waits_for_the_next() {
    ExtBuilder::default().build_and_execute(|| {
        let cases = [(); 2].map(|()| ready_to_enter(ENTERPRISE, resource(ENTERPRISE)));
        set_now("2026-11-20 09:00");
        LastNumber::<Test>::insert(AUTHORITY, (NOVEMBER, SERIAL_OF_MONTH_MAX - 1));
        assert_eq!(number_of(enter(cases[0])), "SJ4412026119999");
        let before = stored(cases[1]);
        assert_noop!(
            Registry::enter(signed(REVIEWER), cases[1], None, None, None),
            Error::<Test>::NumbersOfMonthUsed
        );
        set_now("2026-11-30 23:59:59");
        assert_noop!(
            Registry::enter(signed(REVIEWER), cases[1], None, None, None),
            Error::<Test>::NumbersOfMonthUsed
        );
        assert_eq!(stored(cases[1]), before);
        set_now("2026-12-01 00:00:00");
        assert_eq!(number_of(enter(cases[1])), "SJ4412026120001");
    });
}

#[test]
fn no_number_comes_back_even_if_the_clock_does() {
    ExtBuilder::default().build_and_execute(|| {
        let cases: Vec<_> = (0..3)
            .map(|_| ready_to_enter(ENTERPRISE, resource(ENTERPRISE)))
            .collect();
        set_now("2026-12-01 09:00");
        assert_eq!(number_of(enter(cases[0])), "SJ4412026120001");
        set_now("2026-11-30 09:00");
        assert_eq!(number_of(enter(cases[1])), "SJ4412026120002");
        set_now("2026-12-02 09:00");
        assert_eq!(number_of(enter(cases[2])), "SJ4412026120003");
    });
}

#[test]
fn a_failed_entry_draws_no_number() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::NoticeNotEnded
        );
        assert_eq!(LastNumber::<Test>::get(AUTHORITY), None);
    });
}
