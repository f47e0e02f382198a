//! `object_to_notice`: until the last second of the public notice (NG 25).

use super::*;
use quanji_primitives::{
    clock::CaseClock,
    objection::{NoticeObjection, ObjectionGround, ObjectionResult},
    PowerId,
};
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    call_as(account, OWN, case)
}

fn call_as(account: u64, capacity: Capacity, case: CaseId) -> DispatchResult {
    Registry::object_to_notice(signed(account), capacity, case, ObjectionGround::Title, digest(5))
}

/// Published on Friday 2026-10-30: the notice ends on Friday 2026-11-06.
fn published() -> CaseId {
    set_now("2026-10-30 09:00");
    in_notice(ENTERPRISE, resource(ENTERPRISE))
}

#[test]
fn an_objection_is_recorded_and_stops_the_clock() {
    ExtBuilder::default().build_and_execute(|| {
        let case = published();
        set_now("2026-11-04 10:00");
        let before = stored(case);
        assert_ok!(call(SECOND_ENTERPRISE, case));
        let due = due("2026-11-18");
        assert_only_event(Event::ObjectedToNotice {
            case,
            number: 0,
            objector: party(SECOND_ENTERPRISE),
            via: Via::Own,
            ground: ObjectionGround::Title,
            materials: digest(5),
            due,
        });
        let objection = NoticeObjection {
            objector: party(SECOND_ENTERPRISE),
            via: Via::Own,
            received_at: at("2026-11-04 10:00"),
            ground: ObjectionGround::Title,
            materials: digest(5),
            due,
            result: None,
        };
        let clock = CaseClock {
            limit: 10,
            used: 0,
            running_since: None,
        };
        let expected = Case {
            objections: vec![objection].try_into().unwrap(),
            clock: Some(clock),
            ..before
        };
        assert_eq!(stored(case), expected);
        let notice = stored(case).notice.unwrap().due;
        assert_eq!(status(case), Status::InNotice { due: notice });
        set_now("2026-11-07 00:00:00");
        assert_eq!(status(case), Status::InvestigatingObjection { due });
    });
}

#[test]
fn an_objection_is_in_time_until_the_last_second_of_the_notice() {
    for (moment, in_time) in [
        ("2026-11-06 23:59:30", true),
        ("2026-11-06 23:59:59", true),
        ("2026-11-07 00:00:00", false),
        ("2026-11-07 00:00:10", false),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = published();
            set_now(moment);
            if in_time {
                assert_ok!(call(SECOND_ENTERPRISE, case));
            } else {
                assert_noop!(call(SECOND_ENTERPRISE, case), Error::<Test>::NoticeEnded);
            }
        });
    }
}

#[test]
fn what_the_counter_received_in_time_is_in_time_though_filed_later() {
    for (received, expected) in [
        ("2026-10-30 08:59:59", Some(Error::<Test>::ReceivedTooEarly)),
        ("2026-10-30 09:00:00", None),
        ("2026-11-06 23:59:59", None),
        ("2026-11-07 00:00:00", Some(Error::<Test>::NoticeEnded)),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let case = published();
            set_now("2026-11-12 09:00");
            let objection = call_as(REGISTRAR, at_counter(PAPER_PERSON, received), case);
            if let Some(error) = expected {
                assert_noop!(objection, error);
                return;
            }
            assert_ok!(objection);
            let recorded = &stored(case).objections[0];
            assert_eq!(recorded.received_at, at(received));
            assert_eq!(recorded.objector, party(PAPER_PERSON));
            // The days since the notice are none of the review.
            assert_eq!(review(case), (0, 10, None));
            assert_eq!(stored(case).counter_officers.to_vec(), [officer(REGISTRAR)]);
        });
    }
}

#[test]
fn only_a_published_case_is_objected_to() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::InNotice], Error::WrongStage, |case| {
            call(SECOND_ENTERPRISE, case)
        });
        let nowhere = CaseId::new(AUTHORITY, 999).unwrap();
        assert_noop!(call(SECOND_ENTERPRISE, nowhere), Error::<Test>::CaseNotFound);
    });
}

#[test]
fn nobody_objects_to_the_own_application() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        let power = grant_power(ENTERPRISE, AGENT);
        assert_ok!(Registry::file(signed(AGENT), as_agent(power), Box::new(filing)));
        let Some(Event::CaseFiled { case, .. }) = take_events().pop() else {
            panic!("nothing was filed")
        };
        accept(case);
        examine(case, granting(case));
        approve(case);
        publish(case);
        for account in [ENTERPRISE, SECOND_ENTERPRISE, AGENT] {
            assert_noop!(call(account, case), Error::<Test>::OwnObjection);
        }
        assert_ok!(call(NATURAL_PERSON, case));
    });
}

#[test]
fn the_authority_does_not_judge_an_objection_of_its_own_or_of_an_affiliate() {
    ExtBuilder::default().build_and_execute(|| {
        let case = published();
        for account in [AFFILIATE, AUTHORITY_ITSELF] {
            assert_noop!(call(account, case), Error::<Test>::OwnCase);
        }
    });
}

#[test]
fn one_agent_acts_for_both_sides_only_if_both_powers_say_so() {
    for (of_applicant, of_objector, allowed) in [
        (false, false, false),
        (true, false, false),
        (false, true, false),
        (true, true, true),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let power = grant_power(ENTERPRISE, AGENT);
            change_power(power, |power| power.both_sides = of_applicant);
            let filing = Box::new(resource(ENTERPRISE));
            assert_ok!(Registry::file(signed(AGENT), as_agent(power), filing));
            let Some(Event::CaseFiled { case, .. }) = take_events().pop() else {
                panic!("nothing was filed")
            };
            accept(case);
            examine(case, granting(case));
            approve(case);
            publish(case);
            let other = grant_power(SECOND_ENTERPRISE, AGENT);
            change_power(other, |power| power.both_sides = of_objector);
            let objection = call_as(AGENT, as_agent(other), case);
            if allowed {
                assert_ok!(objection);
            } else {
                assert_noop!(objection, Error::<Test>::AgentOfBothSides);
                let another = grant_power(SECOND_ENTERPRISE, SECOND_AGENT);
                assert_ok!(call_as(SECOND_AGENT, as_agent(another), case));
            }
        });
    }
}

/// The enterprise's case in its notice, in which its agent gave further proof under this power.
fn answered_by_agent(power: PowerId) -> CaseId {
    let case = accepted(ENTERPRISE, resource(ENTERPRISE));
    let items = vec![EvidenceKind::Contract].try_into().unwrap();
    assert_ok!(Registry::request_supplement(
        signed(EXAMINER),
        case,
        items,
        5,
        Channel::Ledger,
        digest(40)
    ));
    let given = evidence(&[EvidenceKind::Contract]);
    assert_ok!(Registry::answer_supplement(
        signed(AGENT),
        as_agent(power),
        case,
        given,
        None
    ));
    examine(case, granting(case));
    approve(case);
    publish(case);
    case
}

#[test]
fn an_agent_whom_the_applicant_used_later_is_compared_too() {
    ExtBuilder::default().build_and_execute(|| {
        let power = grant_power(ENTERPRISE, AGENT);
        let case = answered_by_agent(power);
        assert_eq!(stored(case).via, Via::Own);
        assert_eq!(stored(case).later_agents.to_vec(), [(party(AGENT), power)]);
        let other = grant_power(SECOND_ENTERPRISE, AGENT);
        let objection = || call_as(AGENT, as_agent(other), case);
        assert_noop!(objection(), Error::<Test>::AgentOfBothSides);
        change_power(power, |power| power.both_sides = true);
        assert_noop!(objection(), Error::<Test>::AgentOfBothSides);
        change_power(other, |power| power.both_sides = true);
        assert_ok!(objection());
    });
}

#[test]
fn an_agent_of_the_applicant_does_not_object_for_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let case = answered_by_agent(grant_power(ENTERPRISE, AGENT));
        assert_noop!(call(AGENT, case), Error::<Test>::OwnObjection);
    });
}

#[test]
fn an_officer_affiliated_with_a_later_agent_decides_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let case = answered_by_agent(grant_power(ENTERPRISE, AGENT));
        assert_ok!(call(SECOND_ENTERPRISE, case));
        let id = officer(REVIEWER);
        world(|world| {
            let reviewer = world.officers.get_mut(&id).unwrap();
            reviewer.affiliates = vec![party(AGENT)].try_into().unwrap();
        });
        let decide = Registry::decide_notice_objection(
            signed(REVIEWER),
            case,
            0,
            ObjectionResult::Dismissed,
            digest(41),
        );
        assert_noop!(decide, Error::<Test>::OfficerConcerned);
    });
}

#[test]
fn a_case_remembers_eight_later_agents() {
    ExtBuilder::default().build_and_execute(|| {
        let case = published();
        let later = (0..8)
            .map(|number| (party(AGENT), PowerId(number)))
            .collect::<Vec<_>>();
        crate::Cases::<Test>::mutate(case, |case| {
            case.as_mut().unwrap().later_agents = later.try_into().unwrap();
        });
        let power = grant_power(ENTERPRISE, AGENT);
        let withdrawal = Registry::withdraw(signed(AGENT), as_agent(power), case);
        assert_noop!(withdrawal, Error::<Test>::CaseFull);
    });
}

#[test]
fn the_applicant_is_not_the_objector_s_agent() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.holders = joint(&[ENTERPRISE, NATURAL_PERSON]);
        let case = in_notice(ENTERPRISE, filing);
        for account in [ENTERPRISE, NATURAL_PERSON] {
            let power = grant_power(SECOND_ENTERPRISE, account);
            assert_noop!(
                call_as(account, as_agent(power), case),
                Error::<Test>::AgentOfBothSides
            );
        }
        let power = grant_power(SECOND_ENTERPRISE, ENTERPRISE);
        change_power(power, |power| power.both_sides = true);
        assert_ok!(call_as(ENTERPRISE, as_agent(power), case));
    });
}

#[test]
fn the_objector_is_not_the_applicant_s_agent() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        object_to(SECOND_ENTERPRISE, case);
        let power = grant_power(ENTERPRISE, SECOND_ENTERPRISE);
        let withdraw = || Registry::withdraw(signed(SECOND_ENTERPRISE), as_agent(power), case);
        assert_noop!(withdraw(), Error::<Test>::AgentOfBothSides);
        change_power(power, |power| power.both_sides = true);
        assert_ok!(withdraw());
    });
}

#[test]
fn the_objector_s_agent_does_not_act_for_the_applicant_either() {
    ExtBuilder::default().build_and_execute(|| {
        let case = published();
        let of_objector = grant_power(SECOND_ENTERPRISE, AGENT);
        assert_ok!(call_as(AGENT, as_agent(of_objector), case));
        let of_applicant = grant_power(ENTERPRISE, AGENT);
        let withdrawal = || Registry::withdraw(signed(AGENT), as_agent(of_applicant), case);
        assert_noop!(withdrawal(), Error::<Test>::AgentOfBothSides);
        for power in [of_objector, of_applicant] {
            change_power(power, |power| power.both_sides = true);
        }
        assert_ok!(withdrawal());
    });
}

#[test]
fn a_party_has_one_open_objection_in_a_case() {
    ExtBuilder::default().build_and_execute(|| {
        let case = published();
        assert_ok!(call(SECOND_ENTERPRISE, case));
        assert_noop!(call(SECOND_ENTERPRISE, case), Error::<Test>::AlreadyObjected);
        decide_objection(case, 0, ObjectionResult::Dismissed);
        assert_ok!(call(SECOND_ENTERPRISE, case));
    });
}

#[test]
fn a_case_holds_eight_undecided_objections() {
    ExtBuilder::default().build_and_execute(|| {
        let case = published();
        let mut objectors = ENTERPRISES;
        for account in objectors.by_ref().take(8) {
            assert_ok!(call(account, case));
        }
        let ninth = objectors.next().unwrap();
        assert_noop!(call(ninth, case), Error::<Test>::TooManyObjections);
        // What was dismissed makes room, the earliest first; what was upheld stays.
        set_now("2026-11-02 09:00");
        decide_objection(case, 2, ObjectionResult::Upheld);
        assert_noop!(call(ninth, case), Error::<Test>::TooManyObjections);
        set_now("2026-11-03 09:00");
        decide_objection(case, 6, ObjectionResult::Dismissed);
        set_now("2026-11-04 09:00");
        decide_objection(case, 4, ObjectionResult::Dismissed);
        assert_ok!(call(ninth, case));
        let objections = stored(case).objections;
        assert_eq!((objections.len(), objections[6].objector), (8, party(ninth)));
        let [Event::ObjectedToNotice { number: 6, .. }] = take_events()[..] else {
            panic!("the ninth has the number of the one dismissed first")
        };
        assert_eq!(review(case).2, None);
        assert_ok!(call(ENTERPRISES.start + 6, case));
        assert_eq!(stored(case).objections[4].objector, party(ENTERPRISES.start + 6));
    });
}

#[test]
fn an_objection_is_heard_while_a_conflict_stops_the_case() {
    ExtBuilder::default().build_and_execute(|| {
        let case = published();
        stop(case);
        assert_ok!(call(SECOND_ENTERPRISE, case));
        release(case, false);
        assert_eq!(review(case), (0, 10, None));
    });
}
