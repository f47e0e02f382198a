//! `return_for_completion`: once, in time, with the whole list.

use super::*;
use quanji_primitives::{
    case::{Return, Signed},
    written_notice::WrittenNotice,
};
use sp_runtime::DispatchResult;

fn missing() -> Bounded<Deficiency, 16> {
    vec![
        Deficiency::Evidence(EvidenceKind::Contract),
        Deficiency::Description,
    ]
    .try_into()
    .unwrap()
}

fn call(
    origin: RuntimeOrigin,
    case: CaseId,
    missing: Bounded<Deficiency, 16>,
    working_days: u16,
) -> DispatchResult {
    Registry::return_for_completion(origin, case, missing, working_days, Channel::Ledger, LETTER)
}

fn return_of(case: CaseId) -> DispatchResult {
    call(signed(EXAMINER), case, missing(), 10)
}

#[test]
fn a_return_lists_what_is_missing_and_fixes_the_last_day() {
    ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-03 11:00");
        let before = stored(case);
        assert_ok!(return_of(case));
        let due = due("2026-11-17");
        assert_only_event(Event::CaseReturned {
            case,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            deficiencies: missing(),
            channel: Channel::Ledger,
            letter: LETTER,
            due: Some(due),
        });
        let by = Signed {
            officer: officer(EXAMINER),
            at: at("2026-11-03 11:00"),
        };
        let returned = Some(Return {
            deficiencies: missing(),
            by,
            notice: WrittenNotice::send(Channel::Ledger, LETTER, at("2026-11-03 11:00")),
            working_days: 10,
            due: Some(due),
            completed_at: None,
        });
        assert_eq!(
            stored(case),
            Case {
                stage: Stage::Returned,
                returned,
                handler: Some(officer(EXAMINER)),
                ..before
            }
        );
        assert_eq!(status(case), Status::Returned { due: Some(due) });
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_returns() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_officers_only(
            |origin, case| call(origin, case, missing(), 10),
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
    });
}

#[test]
fn a_second_return_is_impossible() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(case, 10);
        assert_noop!(return_of(case), Error::<Test>::AlreadyReturned);
        let mut completed = resource(ENTERPRISE);
        completed.evidence = documents(&[
            (EvidenceKind::Identity, 0xee),
            (EvidenceKind::LawfulAcquisition, 0xee),
            (EvidenceKind::Contract, 1),
        ]);
        assert_ok!(Registry::resubmit(
            signed(ENTERPRISE),
            OWN,
            case,
            Box::new(completed)
        ));
        assert_noop!(return_of(case), Error::<Test>::AlreadyReturned);
    });
}

#[test]
fn the_time_to_complete_runs_from_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let post = |case| {
            Registry::return_for_completion(signed(EXAMINER), case, missing(), 10, Channel::Post, LETTER)
        };
        assert_ok!(post(case));
        let Some(Event::CaseReturned { due: None, .. }) = take_events().pop() else {
            panic!("nothing runs before delivery")
        };
        set_now("2026-12-31 09:00");
        assert_eq!(status(case), Status::Returned { due: None });
    });
}

#[test]
fn who_has_no_account_is_not_told_through_the_ledger() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.holders = Holders::Sole(party(PAPER_PERSON));
        let capacity = at_counter(PAPER_PERSON, "2026-11-02 08:30");
        assert_ok!(Registry::file(signed(REGISTRAR), capacity, Box::new(filing)));
        let Some(Event::CaseFiled { case, .. }) = take_events().pop() else {
            panic!("nothing was filed")
        };
        assert_noop!(return_of(case), Error::<Test>::ChannelUnfit);
        for channel in [
            Channel::Electronic,
            Channel::InPerson,
            Channel::Post,
            Channel::PublicAnnouncement,
        ] {
            let call =
                || Registry::return_for_completion(signed(EXAMINER), case, missing(), 10, channel, LETTER);
            let before = stored(case);
            assert_ok!(call());
            Cases::<Test>::insert(case, before);
        }
    });
}

#[test]
fn a_case_in_conflict_or_that_yields_is_not_returned() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_goes_on_only(case, return_of);
    });
}

#[test]
fn only_a_filed_case_is_returned() {
    ExtBuilder::default().build_and_execute(|| {
        for (stage, case) in at_every_stage() {
            let expected = match stage {
                Stage::Filed => {
                    assert_ok!(return_of(case));
                    continue;
                }
                Stage::Returned => Error::<Test>::AlreadyReturned,
                _ => Error::<Test>::WrongStage,
            };
            assert_noop!(return_of(case), expected);
        }
    });
}

#[test]
fn a_return_lists_at_least_one_deficiency() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let call = call(signed(EXAMINER), case, Default::default(), 10);
        assert_noop!(call, Error::<Test>::DeficienciesMissing);
    });
}

#[test]
fn the_time_to_complete_is_one_to_twenty_working_days() {
    ExtBuilder::default().build_and_execute(|| {
        for (days, fits) in [(0, false), (1, true), (20, true), (21, false), (u16::MAX, false)] {
            let case = file(ENTERPRISE, resource(ENTERPRISE));
            let call = call(signed(EXAMINER), case, missing(), days);
            if fits {
                assert_ok!(call);
            } else {
                assert_noop!(call, Error::<Test>::CompletionTimeOutOfRange);
            }
        }
    });
}

#[test]
fn a_return_is_in_time_until_the_last_second_of_the_time_limit() {
    for (moment, in_time) in [
        ("2026-09-30 23:59:59", true),
        // The time limit has passed; acceptance begins on October 8.
        ("2026-10-01 00:00:00", false),
        ("2026-10-01 00:00:01", false),
        ("2026-10-07 23:59:59", false),
        ("2026-10-08 00:00:00", false),
        ("2026-10-08 09:00:00", false),
    ] {
        ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
            let case = file(ENTERPRISE, resource(ENTERPRISE));
            set_now(moment);
            if in_time {
                assert_ok!(return_of(case));
            } else {
                assert_noop!(return_of(case), Error::<Test>::AcceptedBySilence);
            }
        });
    }
}

#[test]
fn without_acceptance_by_silence_a_late_return_is_possible() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, shenzhen_resource(ENTERPRISE));
        set_now("2026-12-01 09:00");
        assert_ok!(return_of(case));
    });
}
