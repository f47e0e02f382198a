//! `enter` of a case in which some claimed kinds were refused: written notice with reasons (NG 22), and a way to one
//! re-assessment (S046), for which the case stays.

use super::*;
use crate::{EntryOfCase, Statistics};
use consent_to_operating::consent;
use quanji_primitives::{
    case::{Appeal, Recourse, Refusal, Signed},
    certificate_number::NumberingMonth,
    directory::{Register, RegisterError},
    written_notice::WrittenNotice,
    ConflictId,
};
use sp_runtime::DispatchResult;

/// The use of the data was refused.
const USE: [usize; 1] = [1];

fn enter_with(case: CaseId, letter: Option<RefusalLetter>) -> DispatchResult {
    Registry::enter(signed(seats(case).1), case, None, None, letter)
}

fn letter_by(channel: Channel) -> Option<RefusalLetter> {
    Some(RefusalLetter {
        channel,
        letter: LETTER,
    })
}

/// Entered without the use on Tuesday 2026-11-10, with notice by `channel`.
fn entered_without(channel: Channel) -> CaseId {
    let case = ready_without(ENTERPRISE, resource(ENTERPRISE), &USE);
    assert_ok!(enter_with(case, letter_by(channel)));
    take_events();
    case
}

fn of(recourse: Recourse) -> Status {
    Status::PartlyRefused { recourse }
}

fn appeal_as(account: u64, capacity: Capacity, case: CaseId) -> DispatchResult {
    Registry::appeal(signed(account), capacity, case, digest(4))
}

#[test]
fn the_entry_gives_written_notice_of_a_refused_kind() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_without(ENTERPRISE, resource(ENTERPRISE), &USE);
        let before = stored(case);
        assert_ok!(enter_with(case, letter_by(Channel::Post)));
        let events = take_events();
        let [Event::Entered {
            officer: by,
            entry,
            refusal,
            ..
        }] = &events[..]
        else {
            panic!("one event tells the entry and the refusal")
        };
        assert_eq!(
            (*by, *refusal),
            (Some(officer(REVIEWER)), letter_by(Channel::Post))
        );
        let object = ObjectId(case.0);
        assert_eq!((entry.no.object, entry.no.number), (object, 1));
        let now = at("2026-11-10 00:00");
        let refusal = Refusal {
            ground: RefusalGround::UnclearAuthorisation,
            notice: WrittenNotice {
                channel: Channel::Post,
                letter: LETTER,
                sent_at: now,
                delivered_at: None,
            },
            by: Signed {
                officer: officer(REVIEWER),
                at: now,
            },
            mark: None,
        };
        let expected = Case {
            stage: Stage::PartlyRefused,
            refusal: Some(refusal),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(status(case), of(Recourse::Undelivered));
        let kinds: Vec<_> = Rights::<Test>::iter_prefix_values(object)
            .map(|right| right.kind)
            .collect();
        assert_eq!(kinds.len(), 2);
        assert!(!kinds.contains(&RightKind::ProcessingUse));
    });
}

#[test]
fn the_letter_goes_with_the_entry_exactly_if_a_kind_was_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let without = ready_without(ENTERPRISE, resource(ENTERPRISE), &USE);
        let whole = ready_without(ENTERPRISE, resource(ENTERPRISE), &[]);
        assert_noop!(enter_with(without, None), Error::<Test>::RefusalLetterMissing);
        let letter = letter_by(Channel::Ledger);
        assert_noop!(enter_with(whole, letter), Error::<Test>::RefusalLetterUnfit);
        assert_ok!(enter_with(without, letter));
        assert_ok!(enter_with(whole, None));
        assert_eq!(Registry::case(whole), None);
    });
}

#[test]
fn what_is_refused_to_one_participant_needs_the_letter_too() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        // Everything that the second participant claims.
        let case = ready_without(ENTERPRISE, filing, &[2, 3]);
        assert_noop!(enter_with(case, None), Error::<Test>::RefusalLetterMissing);
        assert_ok!(enter_with(case, letter_by(Channel::Ledger)));
        assert_eq!(stored(case).stage, Stage::PartlyRefused);
    });
}

#[test]
fn a_registration_without_rights_refuses_no_kind() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_without(ENTERPRISE, public_data(ENTERPRISE), &[]);
        let code = Some("44010020260001".parse().unwrap());
        let entering = |letter| Registry::enter(signed(REVIEWER), case, None, code, letter);
        let letter = letter_by(Channel::Ledger);
        assert_noop!(entering(letter), Error::<Test>::RefusalLetterUnfit);
        assert_ok!(entering(None));
    });
}

#[test]
fn who_has_no_account_is_told_of_refused_kinds_by_another_channel() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_without(ENTERPRISE, resource(ENTERPRISE), &USE);
        close_account(ENTERPRISE);
        let letter = letter_by(Channel::Ledger);
        assert_noop!(enter_with(case, letter), Error::<Test>::ChannelUnfit);
        assert_ok!(enter_with(case, letter_by(Channel::InPerson)));
    });
}

#[test]
fn false_material_goes_before_other_grounds_of_refused_kinds() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let mut examination = granting(case);
        examination.decisions[0].refused = Some(RefusalGround::OtherLaw);
        examination.decisions[2].refused = Some(RefusalGround::FalseMaterial);
        ready_with(case, examination);
        enter(case);
        assert_eq!(stored(case).refusal.unwrap().ground, RefusalGround::FalseMaterial);
    });
}

#[test]
fn everything_that_an_entry_does_is_done_once() {
    ExtBuilder::default().build_and_execute(|| {
        let earlier = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let (of_new, object) = partly_refused(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE), &USE);
        let further = resource_with(SECOND_ENTERPRISE, &[1]);
        let (of_further, same) = partly_refused(SECOND_ENTERPRISE, further, &USE);
        assert_eq!((object, same), (ObjectId(of_new.0), earlier));
        assert_eq!(EntryOfCase::<Test>::get(of_new), None);
        assert_eq!(
            EntryOfCase::<Test>::get(of_further),
            Registry::entry_of_case(of_further)
        );
        assert_eq!(Registry::entry_of_case(of_new).unwrap().object, object);
        set_now("2026-12-31 09:00");
        for case in [of_new, of_further] {
            assert_ok!(Registry::close(signed(EXAMINER), case));
            assert!(Registry::entry_of_case(case).is_some());
        }
        let november = NumberingMonth {
            year: 2026,
            month: 11,
        };
        let counted = Registry::statistics(AUTHORITY, november);
        let december = NumberingMonth {
            month: 12,
            ..november
        };
        assert_eq!((counted.entered, counted.refused, counted.accepted), (3, 0, 3));
        assert_eq!(Registry::statistics(AUTHORITY, december), Statistics::default());
        assert_eq!(Registry::workload(AUTHORITY).total.open, 0);
    });
}

#[test]
fn a_case_for_further_rights_leaves_the_list_of_its_object_with_its_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let first = FirstRegistration {
            claims: claims(&[RightKind::Holding]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, first);
        let kinds = [RightKind::ProcessingUse, RightKind::Operating];
        let (case, same) = partly_refused(ENTERPRISE, further(ENTERPRISE, object, &kinds), &USE);
        assert_eq!(same, object);
        assert!(Objects::<Test>::get(object).unwrap().open_cases.is_empty());
        assert_eq!(stored(case).stage, Stage::PartlyRefused);
    });
}

#[test]
fn the_time_to_appeal_against_refused_kinds_is_over_by_itself() {
    for (moment, recourse) in [
        (
            "2026-12-01 23:59:59",
            Recourse::Open {
                due: due("2026-12-01"),
            },
        ),
        ("2026-12-02 00:00:00", Recourse::Final),
        ("2026-12-02 00:00:01", Recourse::Final),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = entered_without(Channel::Ledger);
            set_now(moment);
            assert_eq!(status(case), of(recourse));
            if recourse == Recourse::Final {
                let late = Error::<Test>::AppealOutOfTime;
                assert_noop!(appeal_as(ENTERPRISE, OWN, case), late);
                assert_ok!(Registry::close(signed(EXAMINER), case));
                assert_eq!(Registry::case(case), None);
            } else {
                let early = Error::<Test>::CaseNotEnded;
                assert_noop!(Registry::close(signed(EXAMINER), case), early);
                assert_ok!(appeal_as(ENTERPRISE, OWN, case));
            }
        });
    }
}

#[test]
fn the_time_to_appeal_against_refused_kinds_runs_from_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let case = entered_without(Channel::Post);
        set_now("2027-01-04 10:00");
        assert_eq!(status(case), of(Recourse::Undelivered));
        let undelivered = Error::<Test>::RefusalNotDelivered;
        assert_noop!(appeal_as(ENTERPRISE, OWN, case), undelivered);
        assert_noop!(
            Registry::close(signed(EXAMINER), case),
            Error::<Test>::CaseNotEnded
        );
        let delivered_at = at("2026-12-31 10:00");
        assert_ok!(Registry::record_delivery(signed(REGISTRAR), case, delivered_at));
        let events = take_events();
        let [Event::NoticeDelivered { due: Some(last), .. }] = &events[..] else {
            panic!("the delivery is told with the last day")
        };
        assert_eq!(status(case), of(Recourse::Open { due: *last }));
        assert_noop!(
            Registry::record_delivery(signed(REGISTRAR), case, delivered_at),
            Error::<Test>::NothingToDeliver
        );
        let acknowledged = entered_without(Channel::Post);
        assert_ok!(Registry::acknowledge(signed(ENTERPRISE), OWN, acknowledged));
        assert!(matches!(
            status(acknowledged),
            Status::PartlyRefused {
                recourse: Recourse::Open { .. }
            }
        ));
    });
}

#[test]
fn refused_kinds_are_appealed_against_once_and_what_was_entered_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let case = entered_without(Channel::Ledger);
        let before = stored(case);
        set_now("2026-11-12 10:00");
        assert_ok!(appeal_as(ENTERPRISE, OWN, case));
        assert_only_event(Event::CaseAppealed {
            case,
            applicant: party(ENTERPRISE),
            via: Via::Own,
            statement: digest(4),
        });
        let appeal = Appeal {
            statement: digest(4),
            received_at: at("2026-11-12 10:00"),
            against: before.refusal.unwrap(),
            result: None,
        };
        let expected = Case {
            appeal: Some(appeal),
            ..before
        };
        assert_eq!(stored(case), expected);
        assert_eq!(status(case), of(Recourse::UnderAppeal));
        let once = Error::<Test>::AlreadyAppealed;
        assert_noop!(appeal_as(ENTERPRISE, OWN, case), once);
        // However long it takes, it waits for the authority.
        set_now("2027-02-01 09:00");
        assert_noop!(
            Registry::close(signed(EXAMINER), case),
            Error::<Test>::CaseNotEnded
        );
        let load = Registry::workload(AUTHORITY).total;
        assert_eq!((load.open, load.waiting), (1, 1));
    });
}

#[test]
fn refused_kinds_are_appealed_against_by_the_applicant_its_agent_or_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let case = entered_without(Channel::Ledger);
        let not_his = Error::<Test>::NotTheApplicant;
        assert_noop!(appeal_as(SECOND_ENTERPRISE, OWN, case), not_his);
        let power = grant_power(ENTERPRISE, AGENT);
        assert_ok!(appeal_as(AGENT, as_agent(power), case));
        assert_eq!(stored(case).later_agents.to_vec(), [(party(AGENT), power)]);
    });
    ExtBuilder::default().build_and_execute(|| {
        let case = entered_without(Channel::Ledger);
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-10 00:00");
        let early = at_counter(ENTERPRISE, "2026-11-09 23:59:59");
        let filer = REGISTRAR_AND_REVIEWER;
        let not_told = Error::<Test>::RefusalNotDelivered;
        assert_noop!(appeal_as(filer, early, case), not_told);
        assert_ok!(appeal_as(filer, received, case));
        assert_eq!(stored(case).counter_officers.to_vec(), [officer(filer)]);
    });
}

#[test]
fn who_entered_the_case_files_no_appeal_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_without(ENTERPRISE, resource(ENTERPRISE), &USE);
        let clerk = REGISTRAR_AND_REVIEWER;
        let letter = letter_by(Channel::Ledger);
        assert_ok!(Registry::enter(signed(clerk), case, None, None, letter));
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-10 00:00");
        let by_himself = Error::<Test>::FiledAtCounterBySamePerson;
        assert_noop!(appeal_as(clerk, received, case), by_himself);
        assert_ok!(appeal_as(REGISTRAR, received, case));
    });
}

#[test]
fn an_entered_case_is_neither_stopped_nor_withdrawn_for_its_refused_kinds() {
    ExtBuilder::default().build_and_execute(|| {
        let case = entered_without(Channel::Ledger);
        assert_noop!(
            Registry::withdraw(signed(ENTERPRISE), OWN, case),
            Error::<Test>::WrongStage
        );
        assert_ok!(appeal_as(ENTERPRISE, OWN, case));
        let stopped = <Registry as Register>::stop_case(case, ConflictId(1));
        assert_eq!(stopped, Err(RegisterError::NotFound));
        assert_eq!(<Registry as Register>::parties_of_case(case), None);
        assert_eq!(<Registry as Register>::regime_of_case(case), None);
        assert_noop!(
            Registry::withdraw(signed(ENTERPRISE), OWN, case),
            Error::<Test>::WrongStage
        );
    });
}

#[test]
fn consents_in_the_registered_object_are_given_and_kept_as_after_any_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[ENTERPRISE]);
        let (case, object) = partly_refused(ENTERPRISE, filing, &[2]);
        // A holder consents to whom it pleases, which nobody may in a pending application.
        consent(SECOND_ENTERPRISE, object, NATURAL_PERSON);
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        set_now("2026-12-31 09:00");
        assert_ok!(Registry::close(signed(EXAMINER), case));
        assert_eq!(crate::Consents::<Test>::get(object).len(), 2);
    });
}

#[test]
fn false_material_for_one_kind_leaves_a_fact_of_bad_faith_when_its_refusal_is_final() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let mut examination = granting(case);
        examination.decisions[1].refused = Some(RefusalGround::FalseMaterial);
        ready_with(case, examination);
        enter(case);
        let facts = || world(|world| world.bad_faith.clone());
        assert_eq!(facts(), []);
        set_now("2026-12-02 00:00");
        assert_ok!(Registry::close(signed(EXAMINER), case));
        let [(who, fact)] = &facts()[..] else {
            panic!("it is one fact")
        };
        assert_eq!((*who, fact.case, fact.record), (party(ENTERPRISE), case, LETTER));
    });
}
