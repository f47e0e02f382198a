//! Story 1, golden week: silence, supplement, extension, on the days and with the numbers it names.

use super::*;
use quanji_primitives::{clock::CaseClock, v1::RightStatus};

fn last_day(case: CaseId) -> Option<Due> {
    Registry::case_standing(case).unwrap().due
}

fn used(case: CaseId) -> u16 {
    Registry::case_standing(case).unwrap().review.unwrap().0
}

/// 1 and 2: filed, and accepted by silence after golden week.
fn accepted_by_silence() -> CaseId {
    set_now("2026-09-24 16:50");
    let case = file(ENTERPRISE, resource(ENTERPRISE));
    assert_eq!(last_day(case), Some(due("2026-09-30")));
    for date in 1..=7 {
        set_now(&format!("2026-10-0{date} 12:00"));
        let standing = Registry::case_standing(case).unwrap();
        let filed = Status::Filed {
            due: due("2026-09-30"),
        };
        assert_eq!((standing.status, standing.overdue), (filed, 0));
    }
    set_now("2026-10-08 00:00");
    let silent = Status::Examining {
        due: Some(due("2026-10-21")),
        by_silence: true,
    };
    assert_eq!(status(case), silent);
    assert_eq!(take_events(), [], "no transaction was sent");
    set_now("2026-10-08 09:00");
    let missing: Bounded<_, 16> = vec![Deficiency::Description].try_into().unwrap();
    let too_late =
        Registry::return_for_completion(signed(EXAMINER), case, missing, 5, Channel::Ledger, LETTER);
    assert_noop!(too_late, Error::<Test>::AcceptedBySilence);
    case
}

/// 3: the collection contract is asked for by post, delivered on October 13 and given on the 21st.
fn supplemented(case: CaseId) {
    assert_eq!(last_day(case), Some(due("2026-10-21")));
    set_now("2026-10-12 10:00");
    let contract = items(&[EvidenceKind::Contract]);
    let examiner = || signed(EXAMINER);
    assert_ok!(Registry::request_supplement(
        examiner(),
        case,
        contract,
        10,
        Channel::Post,
        LETTER
    ));
    set_now("2026-10-13 15:00");
    assert_ok!(Registry::record_delivery(
        examiner(),
        case,
        at("2026-10-13 11:00")
    ));
    assert_eq!(used(case), 4);
    set_now("2026-10-20 09:00");
    assert_eq!(used(case), 4, "the clock is paused");
    set_now("2026-10-21 10:00");
    answer(ENTERPRISE, case, 1);
    assert_eq!(last_day(case), Some(due("2026-10-29")));
    // A second request for proof is possible; a return for completeness is not.
    ask(case, Channel::Post);
    deliver(case, "2026-10-21 10:00");
    answer(ENTERPRISE, case, 2);
    assert_eq!(last_day(case), Some(due("2026-10-29")));
    let missing: Bounded<_, 16> = vec![Deficiency::Description].try_into().unwrap();
    let returned = Registry::return_for_completion(examiner(), case, missing, 5, Channel::Ledger, LETTER);
    assert_noop!(returned, Error::<Test>::WrongStage);
}

/// 4: one extension of ten working days with a reason.
fn extended(case: CaseId) {
    set_now("2026-10-28 10:00");
    let extend = |days| Registry::extend(signed(EXAMINER), case, days, digest(8));
    assert_noop!(extend(11), Error::<Test>::ExtensionOutOfRange);
    assert_ok!(extend(10));
    assert_eq!(stored(case).clock.unwrap().limit, 20);
    for days in [1, 10, 11] {
        assert_noop!(extend(days), Error::<Test>::ExtensionOutOfRange);
    }
}

/// Version 2 of the regime, with seven days of notice, takes new cases from October 20.
fn publish_version_two() {
    world(|world| {
        let first = world.regimes.get_mut(&NATIONAL_2026).unwrap();
        first.effective_until = Some(at("2026-10-20 00:00"));
        let mut second = first.clone();
        second.id.version = 2;
        second.effective_from = at("2026-10-20 00:00");
        second.effective_until = None;
        second.limits.notice_working_days.number = 7;
        world.regimes.insert(second.id, second);
    });
}

/// 5: examined, approved and published on the national system on October 30.
fn published(case: CaseId) {
    set_now("2026-10-30 09:00");
    examine(case, granting(case));
    approve(case);
    set_now("2026-10-30 16:00");
    let text = Some(TEXT.to_vec().try_into().unwrap());
    let national = Some(reference("2026-10-30 15:00"));
    assert_ok!(Registry::publish(signed(EXAMINER), case, text, national));
    take_events();
    assert_eq!(used(case), 11);
    let notice_end = due("2026-11-06");
    set_now("2026-11-06 23:59:59");
    assert_eq!(status(case), Status::InNotice { due: notice_end });
    for moment in ["2026-11-07 00:00:00", "2026-11-09 09:00:00"] {
        set_now(moment);
        let waiting = Status::AwaitingEvidence {
            due: Some(due("2026-11-19")),
        };
        assert_eq!(status(case), waiting, "approved, not yet registered");
    }
    assert_eq!(used(case), 12);
    let clock = CaseClock {
        limit: 20,
        used: 11,
        running_since: Some(day("2026-11-06")),
    };
    assert_eq!(stored(case).clock, Some(clock));
}

#[test]
fn story_one_runs_to_the_days_and_numbers_it_names() {
    ExtBuilder::default().build_and_execute(|| {
        complete_nationally();
        let case = accepted_by_silence();
        supplemented(case);
        publish_version_two();
        extended(case);
        published(case);
        // 6: the evidencing receipt of November 9.
        let enter = |receipt| Registry::enter(signed(REVIEWER), case, receipt, None, None);
        assert_noop!(enter(None), Error::<Test>::NationalReferenceMissing);
        set_now("2026-11-09 11:00");
        assert_ok!(enter(Some(reference("2026-11-09 10:30"))));
        let object = last_entry().no.object;
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        assert_eq!(certificate.number.to_string(), "SJ4412026110001");
        assert_eq!(certificate.rights.to_vec(), [0, 1, 2]);
        assert_eq!(Objects::<Test>::get(object).unwrap().certificates, 1);
        for number in 0..3 {
            let right = Rights::<Test>::get(object, number).unwrap();
            assert_eq!(right.valid_until, day("2031-11-09").end());
            assert_eq!(right.status, RightStatus::Live);
        }
    });
}
