//! Agents, officers at the counter, and what both may not do.

use super::*;
use quanji_primitives::{
    capacity::{Acts, Power, PowerScope},
    objection::REPRESENTATIVES_MAX,
    regime::Act,
    PowerId,
};

fn agent(power: PowerId) -> Capacity {
    Capacity::Agent(power)
}

#[test]
fn an_agent_objects_within_its_power() {
    ExtBuilder::default().build_and_execute(|| {
        let power = register_power(1, power_of(OBJECTOR));
        assert_ok!(object_as(AGENT, agent(power), 1));
        let objection = stored(last_filed());
        let via = Via::Agent {
            agent: party(AGENT),
            power,
        };
        assert_eq!((objection.objector, objection.via), (party(OBJECTOR), via));
        assert_eq!(objection.representatives.len(), 1);
    });
}

#[test]
fn a_power_that_does_not_fit_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = PowerId::new(AUTHORITY, 99).unwrap();
        assert_noop!(object_as(AGENT, agent(unknown), 1), Error::<Test>::PowerNotHeld);
        let good = register_power(1, power_of(OBJECTOR));
        assert_noop!(object_as(BYSTANDER, agent(good), 1), Error::<Test>::PowerNotHeld);
        assert_noop!(object_as(STRANGER, agent(good), 1), Error::<Test>::NotAParty);
        let with = |serial, change: fn(&mut Power)| {
            let mut power = power_of(OBJECTOR);
            change(&mut power);
            agent(register_power(serial, power))
        };
        let ended = with(2, |power| power.valid_until = at("2026-11-02 09:00"));
        assert_noop!(object_as(AGENT, ended, 1), Error::<Test>::PowerNotInForce);
        let revoked = with(3, |power| power.revoked_at = Some(Moment(1)));
        assert_noop!(object_as(AGENT, revoked, 1), Error::<Test>::PowerNotInForce);
        let other_act = with(4, |power| power.acts = Acts::NONE.with(Act::First));
        assert_noop!(object_as(AGENT, other_act, 1), Error::<Test>::PowerWithoutAct);
        let elsewhere = with(5, |power| {
            power.scope = PowerScope::Objects(vec![other_object()].try_into().unwrap());
        });
        assert_noop!(object_as(AGENT, elsewhere, 1), Error::<Test>::PowerWithoutObject);
        let here = with(6, |power| {
            power.scope = PowerScope::Objects(vec![object()].try_into().unwrap());
        });
        assert_ok!(object_as(AGENT, here, 1));
        suspend_party(OBJECTOR);
        assert_noop!(object_as(AGENT, agent(good), 2), Error::<Test>::PartySuspended);
    });
    ExtBuilder::default().build_and_execute(|| {
        let good = register_power(1, power_of(OBJECTOR));
        suspend_party(AGENT);
        assert_noop!(object_as(AGENT, agent(good), 1), Error::<Test>::PartySuspended);
    });
}

/// The agent objected for the objector; answers for the registrant under a power.
fn answer_by_the_same_agent(own: bool, other: bool) -> (ObjectionId, DispatchResult) {
    let power = |principal, both_sides| Power {
        both_sides,
        ..power_of(principal)
    };
    let of_objector = register_power(1, power(OBJECTOR, own));
    let of_registrant = register_power(2, power(REGISTRANT, other));
    assert_ok!(object_as(AGENT, agent(of_objector), 1));
    let id = last_filed();
    notify_as(EXAMINER, id, Channel::Ledger);
    let result = Disputes::answer_objection(signed(AGENT), agent(of_registrant), id, None, digest(4));
    (id, result)
}

#[test]
fn an_agent_acts_for_one_side_only() {
    for (own, other) in [(false, false), (true, false), (false, true)] {
        ExtBuilder::default().build_and_execute(|| {
            let (id, result) = answer_by_the_same_agent(own, other);
            assert_eq!(result, Err(Error::<Test>::AgentOfBothSides.into()));
            assert_eq!(stored(id).stage, ObjectionStage::Notified);
        });
    }
}

#[test]
fn an_agent_acts_for_both_when_both_powers_say_so() {
    ExtBuilder::default().build_and_execute(|| {
        let (id, result) = answer_by_the_same_agent(true, true);
        assert_ok!(result);
        assert_eq!(stored(id).stage, ObjectionStage::Contested);
        assert_eq!(stored(id).representatives.len(), 2);
    });
}

#[test]
fn a_side_is_not_the_agent_of_the_other() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        let objector_for_registrant = |both_sides| Power {
            agent: party(OBJECTOR),
            both_sides,
            ..power_of(REGISTRANT)
        };
        let one = agent(register_power(1, objector_for_registrant(false)));
        let call = |capacity| {
            let cancel = Some(Disposition::Cancel);
            Disputes::answer_objection(signed(OBJECTOR), capacity, id, cancel, digest(4))
        };
        assert_noop!(call(one), Error::<Test>::AgentOfBothSides);
        let both = agent(register_power(2, objector_for_registrant(true)));
        assert_ok!(call(both));
    });
}

#[test]
fn an_officer_at_the_counter_files_for_a_party() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(object_as(
            REGISTRAR,
            counter(WITHOUT_ACCOUNT, "2026-10-30 17:00"),
            1
        ));
        let id = last_filed();
        let objection = stored(id);
        assert_eq!(objection.objector, party(WITHOUT_ACCOUNT));
        let via = Via::Counter {
            officer: officer(REGISTRAR),
            document: digest(0xc0),
            received_at: at("2026-10-30 17:00"),
        };
        assert_eq!(
            (objection.via, objection.received_at),
            (via, at("2026-10-30 17:00"))
        );
        // The authority's five working days run from the receipt.
        assert_eq!(
            status(id),
            ObjectionStatus::Filed {
                due: due("2026-11-06")
            }
        );
        // An examiner does so too.
        assert_ok!(object_as(
            EXAMINER,
            counter(WITHOUT_ACCOUNT, "2026-11-02 08:59"),
            2
        ));
    });
}

#[test]
fn the_counter_is_that_of_the_own_authority() {
    ExtBuilder::default().build_and_execute(|| {
        let paper = counter(WITHOUT_ACCOUNT, "2026-11-02 08:00");
        assert_noop!(object_as(STRANGER, paper, 1), Error::<Test>::NotAnOfficer);
        assert_noop!(object_as(OBJECTOR, paper, 1), Error::<Test>::NotAnOfficer);
        assert_noop!(
            object_as(OTHER_EXAMINER, paper, 1),
            Error::<Test>::CounterFilingUnfit
        );
        assert_noop!(object_as(REVIEWER, paper, 1), Error::<Test>::RoleMissing);
        let nobody = counter(500, "2026-11-02 08:00");
        assert_noop!(object_as(REGISTRAR, nobody, 1), Error::<Test>::CounterFilingUnfit);
        close_accounts_of(SUSPENDED_PARTY);
        let suspended = counter(SUSPENDED_PARTY, "2026-11-02 08:00");
        assert_noop!(object_as(REGISTRAR, suspended, 1), Error::<Test>::PartySuspended);
        set_listed(false);
        assert_noop!(object_as(REGISTRAR, paper, 1), Error::<Test>::AuthorityNotListed);
    });
}

#[test]
fn a_paper_at_the_counter_is_thirty_days_old_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let object_at = |received, facts| object_as(REGISTRAR, counter(WITHOUT_ACCOUNT, received), facts);
        for unfit in ["2026-11-02 09:00:01", "2026-10-02 23:59:59", "2026-01-01 00:00"] {
            assert_noop!(object_at(unfit, 1), Error::<Test>::ReceivedAtUnfit);
        }
        assert_ok!(object_at("2026-11-02 09:00", 1));
        assert_ok!(object_at("2026-10-03 00:00", 2));
    });
}

#[test]
fn a_paper_received_in_time_counts_though_typed_in_later() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        close_accounts_of(REGISTRANT);
        // Refused on 2 November: the court is proven until the 17th.
        set_now("2026-11-19 10:00");
        assert!(matches!(status(id), ObjectionStatus::Lapsed { .. }));
        let prove = |received| {
            let paper = counter(REGISTRANT, received);
            Disputes::prove_court(signed(REGISTRAR), paper, id, digest(6))
        };
        assert_noop!(prove("2026-11-18 00:00"), Error::<Test>::CourtProofTooLate);
        assert_ok!(prove("2026-11-17 23:59:59"));
        assert_eq!(
            stored(id).court_proof,
            Some((digest(6), at("2026-11-17 23:59:59")))
        );
    });
}

#[test]
fn an_answer_is_not_older_than_what_it_answers() {
    ExtBuilder::default().build_and_execute(|| {
        let early = counter(REGISTRANT, "2026-11-02 08:59");
        let id = notified();
        close_accounts_of(REGISTRANT);
        let answer = |capacity| Disputes::answer_objection(signed(REGISTRAR), capacity, id, None, digest(4));
        assert_noop!(answer(early), Error::<Test>::ReceivedAtUnfit);
        assert_ok!(answer(counter(REGISTRANT, "2026-11-02 09:00")));
        let conclude = Disputes::conclude(
            signed(EXAMINER),
            id,
            Disposition::Cancel,
            digest(5),
            Channel::Post,
        );
        assert_ok!(conclude);
        assert_noop!(
            Disputes::answer_conclusion(signed(REGISTRAR), early, id, true),
            Error::<Test>::ReceivedAtUnfit
        );
        assert_noop!(
            Disputes::prove_court(signed(REGISTRAR), early, id, digest(6)),
            Error::<Test>::ReceivedAtUnfit
        );
        let returned = filed_on(2);
        return_to(returned);
        close_accounts_of(OBJECTOR);
        let early = counter(OBJECTOR, "2026-11-02 08:59");
        assert_noop!(
            Disputes::complete_objection(signed(REGISTRAR), early, returned, documents(&[2])),
            Error::<Test>::ReceivedAtUnfit
        );
    });
}

#[test]
fn who_filed_at_the_counter_decides_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let paper = counter(WITHOUT_ACCOUNT, "2026-11-02 08:00");
        let clerk = BOTH_CHAIRS;
        assert_ok!(object_as(clerk, paper, 1));
        let id = last_filed();
        // The person is meant, not the account.
        for account in [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT] {
            let by = || signed(account);
            let error = Error::<Test>::FiledAtCounterBySamePerson;
            let calls: [DispatchResult; 8] = [
                Disputes::return_objection(by(), id, Channel::Post, digest(2)),
                Disputes::notify_registrant(by(), id, Channel::Ledger, digest(3)),
                Disputes::conclude(by(), id, Disposition::Dismiss, digest(5), Channel::Post),
                Disputes::decide_by_instrument(by(), id, Disposition::Cancel, digest(6)),
                Disputes::execute(by(), id),
                Disputes::propose_hold(by(), id, at("2026-12-01 00:00"), digest(7)),
                Disputes::confirm_hold(by(), id),
                Disputes::lift_hold(by(), id, digest(7)),
            ];
            assert_eq!(calls, [Err(error.into()); 8]);
        }
        // What decides nothing it may do.
        assert_ok!(Disputes::return_objection(
            signed(EXAMINER),
            id,
            Channel::Post,
            digest(2)
        ));
        assert_ok!(Disputes::record_delivery(
            signed(clerk),
            id,
            at("2026-11-02 09:00")
        ));
    });
}

#[test]
fn an_answer_at_the_counter_binds_the_officer_too() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        close_accounts_of(REGISTRANT);
        let paper = counter(REGISTRANT, "2026-11-02 09:00");
        assert_ok!(Disputes::answer_objection(
            signed(BOTH_CHAIRS),
            paper,
            id,
            None,
            digest(4)
        ));
        assert_noop!(
            Disputes::conclude(
                signed(BOTH_CHAIRS),
                id,
                Disposition::Cancel,
                digest(5),
                Channel::Post
            ),
            Error::<Test>::FiledAtCounterBySamePerson
        );
    });
}

#[test]
fn an_officer_affiliated_with_an_agent_no_longer_acts() {
    ExtBuilder::default().build_and_execute(|| {
        let power = register_power(1, power_of(OBJECTOR));
        assert_ok!(object_as(AGENT, agent(power), 1));
        let id = last_filed();
        assert_noop!(
            Disputes::notify_registrant(signed(EXAMINER_OF_THE_AGENT), id, Channel::Ledger, digest(3)),
            Error::<Test>::OfficerConcerned
        );
        let without_agent = filed_on(2);
        assert_ok!(Disputes::notify_registrant(
            signed(EXAMINER_OF_THE_AGENT),
            without_agent,
            Channel::Ledger,
            digest(3)
        ));
    });
}

#[test]
fn twenty_four_representatives_are_remembered() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified_jointly();
        close_accounts_of(CO_HOLDER);
        // Officers type in what co-holders and the objector sign.
        let mut objection = stored(id);
        for account in OFFICERS.take(REPRESENTATIVES_MAX as usize) {
            let filing = quanji_primitives::objection::Representative {
                side: quanji_primitives::objection::Side::Registrant,
                via: Via::Counter {
                    officer: officer(account),
                    document: digest(0xc0),
                    received_at: at("2026-11-02 09:00"),
                },
            };
            objection.representatives.try_push(filing).unwrap();
        }
        Objections::<Test>::insert(id, objection);
        let paper = counter(CO_HOLDER, "2026-11-02 09:00");
        let answer = |account| Disputes::answer_objection(signed(account), paper, id, None, digest(4));
        assert_noop!(answer(REGISTRAR), Error::<Test>::TooManyRepresentatives);
        // One of them may still act, and a side itself.
        assert_ok!(answer(OFFICERS.start));
        assert_eq!(stored(id).representatives.len(), REPRESENTATIVES_MAX as usize);
    });
}

#[test]
fn who_has_an_account_is_not_represented_at_the_counter() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        let paper = counter(REGISTRANT, "2026-11-02 09:00");
        let agree = || {
            let cancel = Some(Disposition::Cancel);
            Disputes::answer_objection(signed(REGISTRAR), paper, id, cancel, digest(4))
        };
        assert_noop!(agree(), Error::<Test>::PartyHasAccount);
        close_accounts_of(REGISTRANT);
        assert_ok!(agree());
    });
}

#[test]
fn who_handled_an_objection_types_in_nothing_for_a_side() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        close_accounts_of(REGISTRANT);
        let paper = counter(REGISTRANT, "2026-11-02 09:00");
        // The examiner found it complete.
        assert_noop!(
            Disputes::answer_objection(signed(EXAMINER), paper, id, None, digest(4)),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(Disputes::answer_objection(
            signed(REGISTRAR),
            paper,
            id,
            None,
            digest(4)
        ));
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        close_accounts_of(REGISTRANT);
        assert_ok!(Disputes::conclude(
            signed(BOTH_CHAIRS),
            id,
            Disposition::Cancel,
            digest(5),
            Channel::Post
        ));
        let paper = counter(REGISTRANT, "2026-11-02 09:00");
        assert_noop!(
            Disputes::answer_conclusion(signed(BOTH_CHAIRS), paper, id, true),
            Error::<Test>::FiledAtCounterBySamePerson
        );
    });
}

#[test]
fn an_affiliate_of_the_authority_is_nobody_s_agent_before_it() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified();
        let through_affiliate = Power {
            agent: party(AFFILIATE),
            ..power_of(REGISTRANT)
        };
        let power = agent(register_power(1, through_affiliate));
        assert_noop!(
            Disputes::answer_objection(signed(AFFILIATE), power, id, None, digest(4)),
            Error::<Test>::OwnCase
        );
    });
}
