//! `give_default_notice`: after it alone an agreement enforces a pledge.

use super::{
    collateral::*,
    enforce::{enforcement, notice},
};

#[test]
fn a_default_notice_is_recorded_with_its_day_and_told_to_the_others() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let other = pledged(BANK_Q, 5);
        assert_noop!(notice(HOLDER, id, "2026-12-01"), Error::<Test>::NotThePledgee);
        for unfit in ["2026-11-30", "2026-12-02"] {
            assert_noop!(notice(BANK_P, id, unfit), Error::<Test>::DefaultNoticeUnfit);
        }
        assert_ok!(notice(BANK_P, id, "2026-12-01"));
        assert_only_event(Event::DefaultNoticed {
            pledge: id,
            given_on: "2026-12-01".parse().unwrap(),
            document: digest(8),
            told: vec![(product(), other, party(BANK_Q))].try_into().unwrap(),
            by: party(BANK_P),
            via: Via::Own,
        });
        assert_eq!(take_written(), [entry_of_pledge(id, product(), &[BANK_P])]);
        let recorded = stored_pledge(id).default.unwrap();
        assert_eq!((recorded.at, recorded.document), (now(), digest(8)));
    });
}

/// Another notice that made the default older would let an agreement pass that was made before the first one.
#[test]
fn no_default_notice_is_dated_before_one_that_is_recorded() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        set_now("2026-12-10 10:00");
        assert_ok!(notice(BANK_P, id, "2026-12-08"));
        forget();
        for earlier in ["2026-12-01", "2026-12-07"] {
            assert_noop!(notice(BANK_P, id, earlier), Error::<Test>::DefaultNoticeUnfit);
        }
        let agreed = || enforcement(id, &[1], BUYER, "2026-12-05");
        assert_refused(BANK_P, agreed(), Error::<Test>::AgreementBeforeDefault);
        for later in ["2026-12-08", "2026-12-09"] {
            assert_ok!(notice(BANK_P, id, later));
            assert_only_event(Event::DefaultNoticed {
                pledge: id,
                given_on: later.parse().unwrap(),
                document: digest(8),
                told: Default::default(),
                by: party(BANK_P),
                via: Via::Own,
            });
            assert_eq!(
                stored_pledge(id).default.unwrap().given_on,
                later.parse().unwrap()
            );
        }
    });
}

#[test]
fn a_default_notice_tells_nobody_of_what_was_released() {
    ExtBuilder::default().build_and_execute(|| {
        let wide = pledge_of(BANK_P, &[(product(), &[0, 1]), (other_product(), &[0])]);
        let id = done(&[BANK_P, HOLDER], wide);
        pledged(BANK_Q, 5);
        let elsewhere = done(&[HOLDER, BANK_R], reservation(other_product(), &[0], BANK_R, 1));
        // Of the right to operate, on which the other bank has its pledge.
        let part = Some((product(), rights(&[1])));
        assert_ok!(Encumbrances::release(signed(BANK_P), OWN, id, part));
        let told = || {
            forget();
            assert_ok!(notice(BANK_P, id, "2026-12-01"));
            match &take_events()[..] {
                [Event::DefaultNoticed { told, .. }] => told.to_vec(),
                others => panic!("{others:?}"),
            }
        };
        assert_eq!(told(), [(other_product(), elsewhere, party(BANK_R))]);
        // And of the whole other object.
        let part = Some((other_product(), rights(&[0])));
        assert_ok!(Encumbrances::release(signed(BANK_P), OWN, id, part));
        assert_eq!(told(), []);
    });
}
