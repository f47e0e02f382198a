//! `request_supplement`: further proof in review, any number of times, one at a time (NG 18, 28).

use super::*;
use quanji_primitives::{
    case::{Signed, Supplement},
    clock::CaseClock,
    written_notice::WrittenNotice,
};
use sp_runtime::DispatchResult;

fn call(case: CaseId) -> DispatchResult {
    call_with(case, &[EvidenceKind::Contract], 5)
}

fn call_with(case: CaseId, kinds: &[EvidenceKind], working_days: u16) -> DispatchResult {
    let items = items(kinds);
    Registry::request_supplement(
        signed(EXAMINER),
        case,
        items,
        working_days,
        Channel::Ledger,
        LETTER,
    )
}

#[test]
fn further_proof_is_asked_for_and_the_clock_pauses() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-04 10:00");
        let before = stored(case);
        assert_ok!(call(case));
        let last = Some(due("2026-11-11"));
        assert_only_event(Event::SupplementRequested {
            case,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            items: items(&[EvidenceKind::Contract]),
            channel: Channel::Ledger,
            letter: LETTER,
            due: last,
        });
        let supplement = Supplement {
            items: items(&[EvidenceKind::Contract]),
            by: Signed {
                officer: officer(EXAMINER),
                at: at("2026-11-04 10:00"),
            },
            notice: WrittenNotice::send(Channel::Ledger, LETTER, at("2026-11-04 10:00")),
            working_days: 5,
            due: last,
            answered_at: None,
        };
        // The day on which the clock pauses counts as used.
        let clock = CaseClock {
            limit: 10,
            used: 2,
            running_since: None,
        };
        let expected = Case {
            supplement: Some(supplement),
            clock: Some(clock),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(status(case), Status::AwaitingSupplement { due: last });
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_asks_for_proof() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let call = |origin, case| {
            let items = items(&[EvidenceKind::Contract]);
            Registry::request_supplement(origin, case, items, 5, Channel::Ledger, LETTER)
        };
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
fn proof_is_asked_for_from_acceptance_to_publication() {
    ExtBuilder::default().build_and_execute(|| {
        let open = [Stage::Accepted, Stage::Examined, Stage::Approved];
        assert_only_at(&open, Error::WrongStage, call);
    });
}

#[test]
fn proof_is_asked_for_after_acceptance_by_silence() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-10-07 23:59:59");
        assert_noop!(call(case), Error::<Test>::WrongStage);
        set_now("2026-10-08 00:00:00");
        assert_ok!(call(case));
        assert_eq!(stored(case).accepted_at, Some(at("2026-10-08 00:00")));
    });
}

#[test]
fn one_request_is_open_at_a_time_and_there_may_be_many() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        for byte in 1..5 {
            ask(case, Channel::Ledger);
            assert_noop!(call(case), Error::<Test>::SupplementOpen);
            answer(ENTERPRISE, case, byte);
        }
    });
}

#[test]
fn what_could_not_be_delivered_is_asked_for_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        ask(case, Channel::Post);
        set_now("2026-11-05 09:00");
        ask(case, Channel::PublicAnnouncement);
        let asked = stored(case).supplement.unwrap();
        assert_eq!(asked.notice.channel, Channel::PublicAnnouncement);
        deliver(case, "2026-11-05 09:00");
        assert_noop!(call(case), Error::<Test>::SupplementOpen);
    });
}

/// Accepted and asked on Monday 2026-11-02 for what is not given until Monday the 9th.
fn unanswered(case: CaseId) -> CaseId {
    ask(case, Channel::Ledger);
    case
}

#[test]
fn what_is_not_given_in_time_holds_nothing_up() {
    let over = "2026-11-10 00:00:00";
    for (moment, awaited) in [("2026-11-09 23:59:59", true), (over, false)] {
        ExtBuilder::default().build_and_execute(|| {
            let of = || resource(ENTERPRISE);
            let accepted = unanswered(accepted(ENTERPRISE, of()));
            let examined = unanswered(examined(ENTERPRISE, of()));
            let approved = unanswered(approved(ENTERPRISE, of()));
            set_now(moment);
            let text = Some(TEXT.to_vec().try_into().unwrap());
            let calls: [&dyn Fn() -> sp_runtime::DispatchResult; 4] = [
                &|| Registry::examine(signed(EXAMINER), accepted, Box::new(granting(accepted))),
                &|| Registry::approve(signed(REVIEWER), examined),
                &|| Registry::publish(signed(EXAMINER), approved, text.clone(), None),
                &|| call(examined),
            ];
            for call in calls {
                if awaited {
                    assert_noop!(call(), Error::<Test>::SupplementOpen);
                } else {
                    assert_ok!(call());
                }
            }
        });
    }
}

#[test]
fn after_an_unanswered_request_the_authority_s_days_are_counted() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unanswered(accepted(ENTERPRISE, resource(ENTERPRISE)));
        set_now("2026-11-23 23:59:59");
        let standing = Registry::case_standing(case).unwrap();
        assert_eq!((standing.review, standing.overdue), (Some((10, 10)), 0));
        set_now("2026-11-24 00:00:00");
        let standing = Registry::case_standing(case).unwrap();
        assert_eq!((standing.review, standing.overdue), (Some((11, 10)), 1));
        assert_eq!(standing.due, Some(due("2026-11-23")));
        assert_noop!(
            Registry::extend(signed(EXAMINER), case, 1, digest(8)),
            Error::<Test>::ExtensionTooLate
        );
        // It is examined on what there is, and counted as late.
        examine(case, denying(case, RefusalGround::UnclearAuthorisation));
        assert_eq!(stored(case).clock.unwrap().running_since, Some(day("2026-11-09")));
        refuse(case);
    });
}

#[test]
fn a_late_answer_is_taken_and_stops_no_clock() {
    ExtBuilder::default().build_and_execute(|| {
        let case = unanswered(accepted(ENTERPRISE, resource(ENTERPRISE)));
        set_now("2026-11-12 09:00");
        answer(ENTERPRISE, case, 1);
        assert_eq!(stored(case).clock.unwrap().running_since, Some(day("2026-11-09")));
        // On paper and in time, though typed in late: the clock runs from its receipt.
        set_now("2026-11-02 09:00");
        let case = unanswered(accepted(ENTERPRISE, resource(ENTERPRISE)));
        set_now("2026-11-12 09:00");
        close_account(ENTERPRISE);
        let given = documents(&[(EvidenceKind::Contract, 2)]);
        let received = at_counter(ENTERPRISE, "2026-11-05 09:00");
        let call = Registry::answer_supplement(signed(REGISTRAR), received, case, given, None);
        assert_ok!(call);
        assert_eq!(stored(case).clock.unwrap().running_since, Some(day("2026-11-05")));
    });
}

#[test]
fn a_request_names_what_is_asked_for() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(call_with(case, &[], 5), Error::<Test>::ItemsMissing);
    });
}

#[test]
fn the_time_to_answer_is_one_to_twenty_working_days() {
    ExtBuilder::default().build_and_execute(|| {
        for (days, fits) in [(0, false), (1, true), (20, true), (21, false), (u16::MAX, false)] {
            let case = accepted(ENTERPRISE, resource(ENTERPRISE));
            let call = call_with(case, &[EvidenceKind::Other], days);
            if fits {
                assert_ok!(call);
            } else {
                assert_noop!(call, Error::<Test>::SupplementTimeOutOfRange);
            }
        }
    });
}

#[test]
fn who_has_no_account_is_not_asked_through_the_ledger() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        world(|world| world.party_of.remove(&ENTERPRISE));
        assert_noop!(call(case), Error::<Test>::ChannelUnfit);
        ask(case, Channel::InPerson);
    });
}

#[test]
fn in_a_case_in_conflict_or_that_yields_no_proof_is_asked_for() {
    ExtBuilder::default().build_and_execute(|| {
        assert_goes_on_only(accepted(ENTERPRISE, resource(ENTERPRISE)), call);
    });
}

#[test]
fn nothing_is_examined_or_approved_while_proof_is_awaited() {
    ExtBuilder::default().build_and_execute(|| {
        for channel in [Channel::Ledger, Channel::Post] {
            let case = accepted(ENTERPRISE, resource(ENTERPRISE));
            ask(case, channel);
            assert_noop!(
                Registry::examine(signed(EXAMINER), case, Box::new(granting(case))),
                Error::<Test>::SupplementOpen
            );
            let case = examined(ENTERPRISE, resource(ENTERPRISE));
            ask(case, channel);
            assert_noop!(
                Registry::approve(signed(REVIEWER), case),
                Error::<Test>::SupplementOpen
            );
        }
    });
}
