//! `accept`, and acceptance by silence.

use super::*;
use quanji_primitives::clock::CaseClock;

#[test]
fn an_examiner_accepts_and_the_days_of_review_run() {
    ExtBuilder::at("2026-11-02 16:00").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-04 10:00");
        let before = stored(case);
        assert_ok!(Registry::accept(signed(EXAMINER), case));
        assert_only_event(Event::CaseAccepted {
            case,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            due: due("2026-11-18"),
        });
        let expected = Case {
            stage: Stage::Accepted,
            accepted_at: Some(at("2026-11-04 10:00")),
            clock: Some(CaseClock {
                limit: 10,
                used: 0,
                running_since: Some(day("2026-11-04")),
            }),
            handler: Some(officer(EXAMINER)),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(
            status(case),
            Status::Examining {
                due: Some(due("2026-11-18")),
                by_silence: false
            }
        );
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_accepts() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_officers_only(
            Registry::accept,
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
        accept(case);
    });
}

#[test]
fn only_a_filed_case_is_accepted() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::Filed], Error::WrongStage, |case| {
            Registry::accept(signed(EXAMINER), case)
        });
    });
}

#[test]
fn silence_accepts_on_the_first_working_day_after_golden_week() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let before = stored(case);
        let waiting = Status::Filed {
            due: due("2026-09-30"),
        };
        for moment in [
            "2026-09-30 23:59:59",
            "2026-10-01 00:00",
            "2026-10-07 12:00",
            "2026-10-07 23:59:59",
        ] {
            set_now(moment);
            assert_eq!(status(case), waiting, "{moment}");
        }
        let silent = Status::Examining {
            due: Some(due("2026-10-21")),
            by_silence: true,
        };
        for moment in [
            "2026-10-08 00:00:00",
            "2026-10-08 00:00:01",
            "2026-12-31 23:59:59",
        ] {
            set_now(moment);
            assert_eq!(status(case), silent, "{moment}");
            assert_noop!(
                Registry::accept(signed(EXAMINER), case),
                Error::<Test>::AcceptedBySilence
            );
        }
        // Nothing was sent: the record is as it was filed.
        assert_eq!(stored(case), before);
        assert_eq!(take_events(), []);
    });
}

#[test]
fn the_authority_may_still_accept_until_silence_does() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-10-07 23:59:59");
        accept(case);
        assert_eq!(stored(case).accepted_at, Some(at("2026-10-07 23:59:59")));
    });
}

#[test]
fn silence_accepts_nothing_where_the_regime_does_not_say_so() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, shenzhen_resource(ENTERPRISE));
        set_now("2026-12-31 12:00");
        assert_eq!(
            status(case),
            Status::Filed {
                due: due("2026-11-09")
            }
        );
        assert_noop!(
            Registry::examine(signed(EXAMINER), case, Box::new(granting(case))),
            Error::<Test>::WrongStage
        );
        accept(case);
    });
}

#[test]
fn a_product_of_authorised_operation_is_accepted_with_its_query_code() {
    ExtBuilder::default().build_and_execute(|| {
        let with_code = |code: &[u8]| {
            let mut filing = product(ENTERPRISE, &[Source::Unregistered(digest(1))]);
            let query_code = code.to_vec().try_into().unwrap();
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = PublicClass::AuthorisedOperation { query_code };
            filing
        };
        let case = file(ENTERPRISE, with_code(b""));
        assert_noop!(
            Registry::accept(signed(EXAMINER), case),
            Error::<Test>::QueryCodeMissing
        );
        accept(file(ENTERPRISE, with_code(b"GD-2026-000123")));
    });
}

#[test]
fn a_case_in_conflict_or_that_yields_is_not_accepted() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_goes_on_only(case, |case| Registry::accept(signed(EXAMINER), case));
    });
}

#[test]
fn the_first_act_of_an_officer_writes_down_that_silence_accepted() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-10-09 10:00");
        let before = stored(case);
        assert_ok!(Registry::inquire(
            signed(EXAMINER),
            case,
            Inquired::PublicBody,
            LETTER
        ));
        let after = stored(case);
        let expected = Case {
            stage: Stage::Accepted,
            accepted_at: Some(at("2026-10-08 00:00")),
            by_silence: true,
            clock: Some(CaseClock::start(10, day("2026-10-08"))),
            handler: Some(officer(EXAMINER)),
            inquiries: after.inquiries.clone(),
            ..before
        };
        assert_eq!(after, expected);
    });
}

#[test]
fn a_case_whose_regime_is_gone_is_not_accepted() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let regime = world(|world| world.regimes.remove(&NATIONAL_2026)).unwrap();
        assert_noop!(
            Registry::accept(signed(EXAMINER), case),
            Error::<Test>::RegimeNotFound
        );
        world(|world| world.regimes.insert(regime.id, regime));
    });
}

#[test]
fn a_case_is_judged_by_the_regime_under_which_it_was_filed() {
    ExtBuilder::at("2026-10-15 09:00").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        // Version 2 with a longer notice takes over; new cases under version 1 are refused.
        world(|world| {
            let first = world.regimes.get_mut(&NATIONAL_2026).unwrap();
            first.effective_until = Some(at("2026-10-20 00:00"));
            let mut second = first.clone();
            second.id.version = 2;
            second.limits.notice_working_days.number = 7;
            world.regimes.insert(second.id, second);
        });
        set_now("2026-10-30 09:00");
        let new = Registry::file(signed(ENTERPRISE), OWN, Box::new(resource(ENTERPRISE)));
        assert_noop!(new, Error::<Test>::RegimeNotEffective);
        examine(case, granting(case));
        approve(case);
        publish(case);
        assert_eq!(
            status(case),
            Status::InNotice {
                due: due("2026-11-06")
            }
        );
    });
}
