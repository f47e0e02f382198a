//! In which capacity a party acts: itself, through an agent under a power, or through an officer at the counter.

use super::*;
use quanji_primitives::{
    capacity::{Acts, PowerScope},
    objection::ObjectionGround,
    regime::Act,
    PowerId,
};
use sp_runtime::DispatchResult;

fn file_as(account: u64, capacity: Capacity, filing: FirstRegistration) -> DispatchResult {
    Registry::file(signed(account), capacity, Box::new(filing))
}

#[track_caller]
fn filed_as(account: u64, capacity: Capacity, filing: FirstRegistration) -> CaseId {
    assert_ok!(file_as(account, capacity, filing));
    let Some(Event::CaseFiled { case, .. }) = take_events().pop() else {
        panic!("nothing was filed")
    };
    case
}

/// The agent files for the enterprise under `power`.
fn by_agent(power: PowerId) -> DispatchResult {
    file_as(AGENT, as_agent(power), resource(ENTERPRISE))
}

/// An officer files at the counter for the person who signed on paper.
fn by_officer(account: u64, received_at: &str) -> DispatchResult {
    file_as(
        account,
        at_counter(PAPER_PERSON, received_at),
        resource(PAPER_PERSON),
    )
}

#[test]
fn an_agent_acts_for_its_principal() {
    ExtBuilder::default().build_and_execute(|| {
        let power = grant_power(ENTERPRISE, AGENT);
        let case = filed_as(AGENT, as_agent(power), resource(ENTERPRISE));
        assert_eq!(stored(case).applicant, party(ENTERPRISE));
        let via = Via::Agent {
            agent: party(AGENT),
            power,
        };
        assert_eq!(stored(case).via, via);
        // The principal goes on by itself.
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
    });
}

#[test]
fn an_agent_without_a_power_of_its_own_acts_for_nobody() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = PowerId::new(AUTHORITY, 99).unwrap();
        assert_noop!(by_agent(unknown), Error::<Test>::PowerNotHeld);
        let of_another = grant_power(ENTERPRISE, SECOND_AGENT);
        assert_noop!(by_agent(of_another), Error::<Test>::PowerNotHeld);
        let power = grant_power(ENTERPRISE, AGENT);
        let stranger = file_as(STRANGER, as_agent(power), resource(ENTERPRISE));
        assert_noop!(stranger, Error::<Test>::NotAParty);
    });
}

#[test]
fn a_power_is_used_in_its_term_and_before_its_revocation() {
    for (moment, in_force) in [
        ("2026-11-01 23:59:59", false),
        ("2026-11-02 00:00:00", true),
        ("2026-11-30 23:59:59", true),
        ("2026-12-01 00:00:00", false),
        ("2026-12-01 00:00:01", false),
    ] {
        ExtBuilder::at(moment).build_and_execute(|| {
            let power = grant_power(ENTERPRISE, AGENT);
            change_power(power, |power| {
                power.valid_from = at("2026-11-02 00:00");
                power.valid_until = at("2026-12-01 00:00");
            });
            if !in_force {
                assert_noop!(by_agent(power), Error::<Test>::PowerNotInForce);
                return;
            }
            assert_ok!(by_agent(power));
            change_power(power, |power| power.revoked_at = Some(at(moment)));
            assert_noop!(by_agent(power), Error::<Test>::PowerNotInForce);
        });
    }
}

#[test]
fn a_power_covers_the_acts_and_objects_that_it_names() {
    ExtBuilder::default().build_and_execute(|| {
        let power = grant_power(ENTERPRISE, AGENT);
        let case = in_notice(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE));
        let object_by_agent = || {
            let ground = ObjectionGround::Error;
            Registry::object_to_notice(signed(AGENT), as_agent(power), case, ground, digest(5))
        };
        change_power(power, |power| power.acts = Acts::NONE.with(Act::First));
        assert_noop!(object_by_agent(), Error::<Test>::PowerWithoutAct);
        change_power(power, |power| power.acts = Acts::NONE.with(Act::Objection));
        assert_noop!(by_agent(power), Error::<Test>::PowerWithoutAct);
        let only = |object: ObjectId| PowerScope::Objects(vec![object].try_into().unwrap());
        change_power(power, |power| power.scope = only(ObjectId(7)));
        assert_noop!(object_by_agent(), Error::<Test>::PowerWithoutObject);
        change_power(power, |power| power.scope = only(ObjectId(case.0)));
        assert_ok!(object_by_agent());
        // A first registration has no object yet.
        change_power(power, |power| power.acts = Acts::NONE.with(Act::First));
        assert_noop!(by_agent(power), Error::<Test>::PowerWithoutObject);
    });
}

#[test]
fn agent_and_principal_are_in_good_standing() {
    for account in [ENTERPRISE, AGENT] {
        ExtBuilder::default().build_and_execute(|| {
            let power = grant_power(ENTERPRISE, AGENT);
            suspend_party(account);
            assert_noop!(by_agent(power), Error::<Test>::PartySuspended);
        });
    }
}

#[test]
fn neither_the_authority_nor_an_affiliate_is_an_agent_before_it() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [AFFILIATE, AUTHORITY_ITSELF] {
            let power = as_agent(grant_power(ENTERPRISE, account));
            assert_noop!(
                file_as(account, power, resource(ENTERPRISE)),
                Error::<Test>::OwnCase
            );
            let elsewhere = FirstRegistration {
                authority: OTHER_AUTHORITY,
                ..resource(ENTERPRISE)
            };
            assert_ok!(file_as(account, power, elsewhere));
        }
    });
}

#[test]
fn an_officer_who_is_affiliated_with_the_agent_decides_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let power = grant_power(SECOND_ENTERPRISE, ENTERPRISE);
        let filing = resource(SECOND_ENTERPRISE);
        let case = filed_as(ENTERPRISE, as_agent(power), filing);
        assert_noop!(
            Registry::accept(signed(AFFILIATED_EXAMINER), case),
            Error::<Test>::OfficerConcerned
        );
        accept(case);
    });
}

#[test]
fn an_officer_files_at_the_counter_for_a_person_without_account() {
    ExtBuilder::default().build_and_execute(|| {
        let received = at_counter(PAPER_PERSON, "2026-10-30 16:00");
        let case = filed_as(REGISTRAR, received, resource(PAPER_PERSON));
        let stored = stored(case);
        assert_eq!(stored.applicant, party(PAPER_PERSON));
        assert_eq!(stored.received_at, at("2026-10-30 16:00"));
        let via = Via::Counter {
            officer: officer(REGISTRAR),
            document: digest(0xbb),
            received_at: at("2026-10-30 16:00"),
        };
        assert_eq!(stored.via, via);
        // The three days of acceptance run from the receipt.
        let last = due("2026-11-04");
        assert_eq!(status(case), Status::Filed { due: last });
    });
}

#[test]
fn only_an_examiner_or_registrar_in_office_files_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let received = "2026-11-02 08:00";
        for account in [STRANGER, ENTERPRISE, FORMER_EXAMINER] {
            assert_noop!(by_officer(account, received), Error::<Test>::NotAnOfficer);
        }
        assert_noop!(by_officer(REVIEWER, received), Error::<Test>::RoleMissing);
        assert_noop!(
            by_officer(OTHER_AUTHORITY_EXAMINER, received),
            Error::<Test>::CounterFilingUnfit
        );
        for account in [REGISTRAR, EXAMINER, REGISTRAR_AND_REVIEWER] {
            assert_ok!(by_officer(account, received));
        }
        suspend_authority(AUTHORITY);
        assert_noop!(by_officer(REGISTRAR, received), Error::<Test>::AuthorityNotListed);
    });
}

#[test]
fn an_officer_files_for_a_party_that_exists_and_is_in_good_standing() {
    ExtBuilder::default().build_and_execute(|| {
        let file_for = |account| {
            let capacity = at_counter(account, "2026-11-02 08:00");
            file_as(REGISTRAR, capacity, resource(account))
        };
        assert_noop!(file_for(STRANGER), Error::<Test>::CounterFilingUnfit);
        assert_noop!(file_for(SUSPENDED_ENTERPRISE), Error::<Test>::PartySuspended);
        assert_ok!(file_for(PAPER_PERSON));
    });
}

#[test]
fn nothing_is_filed_at_the_counter_for_a_party_with_an_account() {
    ExtBuilder::default().build_and_execute(|| {
        let received = at_counter(ENTERPRISE, "2026-11-02 08:00");
        let filing = || file_as(REGISTRAR, received, resource(ENTERPRISE));
        assert_noop!(filing(), Error::<Test>::PartyHasAccount);
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(
            Registry::withdraw(signed(REGISTRAR), received, case),
            Error::<Test>::PartyHasAccount
        );
        // Whose only account is gone files on paper.
        close_account(ENTERPRISE);
        assert_ok!(filing());
    });
}

#[test]
fn a_suspended_authority_takes_nothing_at_the_counter_in_a_case_either() {
    ExtBuilder::default().build_and_execute(|| {
        let received = at_counter(PAPER_PERSON, "2026-11-02 08:00");
        let case = filed_as(REGISTRAR, received, resource(PAPER_PERSON));
        let withdraw = || Registry::withdraw(signed(REGISTRAR), received, case);
        let listed = world(|world| world.authorities[&AUTHORITY].status);
        suspend_authority(AUTHORITY);
        assert_noop!(withdraw(), Error::<Test>::AuthorityNotListed);
        world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().status = listed);
        assert_ok!(withdraw());
    });
}

#[test]
fn what_the_counter_received_is_filed_within_thirty_days() {
    for (now, in_time) in [
        ("2026-11-01 15:59:59", false),
        ("2026-11-01 16:00:00", true),
        ("2026-12-01 23:59:59", true),
        ("2026-12-02 00:00:00", false),
        ("2026-12-02 00:00:01", false),
    ] {
        ExtBuilder::at(now).build_and_execute(|| {
            let filing = by_officer(REGISTRAR, "2026-11-01 16:00:00");
            if in_time {
                assert_ok!(filing);
            } else {
                assert_noop!(filing, Error::<Test>::ReceivedAtUnfit);
            }
        });
    }
}

#[test]
fn what_the_counter_received_is_judged_by_the_regime_of_that_day() {
    ExtBuilder::default().build_and_execute(|| {
        change_regime(NATIONAL_2026, |regime| {
            regime.effective_until = Some(at("2026-11-01 00:00"))
        });
        let late = by_officer(REGISTRAR, "2026-11-01 00:00:00");
        assert_noop!(late, Error::<Test>::RegimeNotEffective);
        assert_ok!(by_officer(REGISTRAR, "2026-10-31 23:59:59"));
        // Nor is it judged by a regime that was not in force then.
        change_regime(NATIONAL_2026, |regime| {
            regime.effective_until = None;
            regime.effective_from = at("2026-11-01 00:00");
        });
        let early = by_officer(REGISTRAR, "2026-10-31 23:59:59");
        assert_noop!(early, Error::<Test>::RegimeNotEffective);
        assert_ok!(by_officer(REGISTRAR, "2026-11-01 00:00:00"));
    });
}

#[test]
fn who_filed_at_the_counter_decides_nothing_in_the_case() {
    ExtBuilder::default().build_and_execute(|| {
        let received = at_counter(PAPER_PERSON, "2026-11-02 08:00");
        let case = filed_as(EXAMINER, received, resource(PAPER_PERSON));
        assert_noop!(
            Registry::accept(signed(EXAMINER), case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(Registry::accept(signed(SECOND_EXAMINER), case));
        let examination = Box::new(granting(case));
        assert_noop!(
            Registry::examine(signed(EXAMINER), case, examination.clone()),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(Registry::examine(signed(SECOND_EXAMINER), case, examination));
    });
}

#[test]
fn whoever_files_anything_at_the_counter_decides_nothing_after_it() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        let received = at_counter(PAPER_PERSON, "2026-11-02 09:00");
        let filer = signed(REGISTRAR_AND_REVIEWER);
        let ground = ObjectionGround::PersonalRights;
        assert_ok!(Registry::object_to_notice(
            filer,
            received,
            case,
            ground,
            digest(5)
        ));
        let result = quanji_primitives::objection::ObjectionResult::Upheld;
        let decide = |account| Registry::decide_notice_objection(signed(account), case, 0, result, digest(6));
        assert_noop!(
            decide(REGISTRAR_AND_REVIEWER),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(decide(REVIEWER));
    });
}

#[test]
fn who_has_decided_in_a_case_files_nothing_in_it_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        let object_through = |account| {
            let received = at_counter(PAPER_PERSON, "2026-11-02 09:00");
            let ground = ObjectionGround::PersonalRights;
            Registry::object_to_notice(signed(account), received, case, ground, digest(5))
        };
        let refused = Error::<Test>::FiledAtCounterBySamePerson;
        assert_noop!(object_through(EXAMINER), refused);
        // Whoever handled, examined, approved or refused it, in whatever seat.
        let decided: [fn(&mut Case, quanji_primitives::OfficerId); 3] = [
            |case: &mut Case, by| case.handler = Some(by),
            |case: &mut Case, by| case.examination.as_mut().unwrap().1.officer = by,
            |case: &mut Case, by| case.approval.as_mut().unwrap().officer = by,
        ];
        let before = stored(case);
        for change in decided {
            let by = officer(REGISTRAR);
            Cases::<Test>::mutate(case, |case| change(case.as_mut().unwrap(), by));
            assert_noop!(
                object_through(REGISTRAR),
                Error::<Test>::FiledAtCounterBySamePerson
            );
            Cases::<Test>::insert(case, &before);
        }
        assert_ok!(object_through(REGISTRAR));
        close_account(ENTERPRISE);
        assert_ok!(Registry::refuse(
            signed(REGISTRAR_AND_REVIEWER),
            case,
            RefusalGround::UnlawfulSource,
            Channel::InPerson,
            LETTER
        ));
        let delivered_at = at("2026-11-02 09:00");
        assert_ok!(Registry::record_delivery(
            signed(SECOND_EXAMINER),
            case,
            delivered_at
        ));
        let received = at_counter(ENTERPRISE, "2026-11-02 09:00");
        let appeal_through = |account| Registry::appeal(signed(account), received, case, digest(4));
        assert_noop!(
            appeal_through(REGISTRAR_AND_REVIEWER),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(appeal_through(SECOND_EXAMINER));
    });
}

#[test]
fn a_case_remembers_sixteen_officers_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        Cases::<Test>::mutate(case, |case| {
            let officers =
                (500..516).map(|serial| quanji_primitives::OfficerId::new(AUTHORITY, serial).unwrap());
            let officers: Vec<_> = officers.collect();
            case.as_mut().unwrap().counter_officers = officers.try_into().unwrap();
        });
        let received = at_counter(PAPER_PERSON, "2026-11-02 09:00");
        let ground = ObjectionGround::Error;
        assert_noop!(
            Registry::object_to_notice(signed(REGISTRAR), received, case, ground, digest(5)),
            Error::<Test>::CaseFull
        );
    });
}
