//! Agents, officers at the counter, and what both may not do.

use super::*;
use quanji_primitives::{
    capacity::{Acts, Power, PowerScope},
    regime::Act,
    PowerId,
};

fn agent(power: PowerId) -> Capacity {
    Capacity::Agent(power)
}

fn offer_as(account: u64, capacity: Capacity) -> DispatchResult {
    let offered = filing(OPERATING, FREIGHT, plain_terms());
    Licences::offer(signed(account), capacity, object(), Box::new(offered))
}

fn accept_as(account: u64, capacity: Capacity) -> DispatchResult {
    Licences::accept(signed(account), capacity, object(), last_offer(), digest(1))
}

#[test]
fn an_agent_acts_within_its_power() {
    ExtBuilder::default().build_and_execute(|| {
        let power = register_power(1, power_of(PORT));
        assert_ok!(offer_as(AGENT, agent(power)));
        let signature = Offers::<Test>::get(object(), 1).unwrap().signatures[0];
        let via = Via::Agent {
            agent: party(AGENT),
            power,
        };
        assert_eq!((signature.party, signature.via), (party(PORT), via));
    });
}

#[test]
fn a_power_that_does_not_fit_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = PowerId::new(AUTHORITY, 99).unwrap();
        assert_noop!(offer_as(AGENT, agent(unknown)), Error::<Test>::PowerNotHeld);
        let good = register_power(1, power_of(PORT));
        assert_noop!(offer_as(THIRD, agent(good)), Error::<Test>::PowerNotHeld);
        assert_noop!(offer_as(STRANGER, agent(good)), Error::<Test>::NotAParty);
        let with = |serial, change: fn(&mut Power)| {
            let mut power = power_of(PORT);
            change(&mut power);
            agent(register_power(serial, power))
        };
        let ended = with(2, |power| power.valid_until = at("2026-11-02 09:00"));
        assert_noop!(offer_as(AGENT, ended), Error::<Test>::PowerNotInForce);
        let other_act = with(3, |power| power.acts = Acts::NONE.with(Act::First));
        assert_noop!(offer_as(AGENT, other_act), Error::<Test>::PowerWithoutAct);
        let elsewhere = with(4, |power| {
            power.scope = PowerScope::Objects(vec![other(2)].try_into().unwrap());
        });
        assert_noop!(offer_as(AGENT, elsewhere), Error::<Test>::PowerWithoutObject);
        suspend_party(AGENT);
        assert_noop!(offer_as(AGENT, agent(good)), Error::<Test>::PartySuspended);
    });
}

#[test]
fn an_agent_acts_for_one_side_unless_both_powers_say_otherwise() {
    for (of_port, of_freight) in [(false, false), (true, false), (false, true), (true, true)] {
        ExtBuilder::default().build_and_execute(|| {
            let power = |principal, both_sides| Power {
                both_sides,
                ..power_of(principal)
            };
            let from_port = register_power(1, power(PORT, of_port));
            let from_freight = register_power(2, power(FREIGHT, of_freight));
            assert_ok!(offer_as(AGENT, agent(from_port)));
            let result = accept_as(AGENT, agent(from_freight));
            if of_port && of_freight {
                assert_ok!(result);
            } else {
                assert_eq!(result, Err(Error::<Test>::AgentOfBothSides.into()));
            }
        });
    }
}

#[test]
fn a_side_is_not_the_agent_of_the_other() {
    ExtBuilder::default().build_and_execute(|| {
        let freight_for_port = |both_sides| Power {
            agent: party(FREIGHT),
            both_sides,
            ..power_of(PORT)
        };
        let one = register_power(1, freight_for_port(false));
        assert_noop!(offer_as(FREIGHT, agent(one)), Error::<Test>::AgentOfBothSides);
        let both = register_power(2, freight_for_port(true));
        assert_ok!(offer_as(FREIGHT, agent(both)));
    });
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        let agreement = EndCause::Agreement { document: digest(4) };
        let power = Power {
            agent: party(PORT),
            ..power_of(FREIGHT)
        };
        let for_freight = agent(register_power(1, power));
        let proposed = Licences::propose_end(signed(PORT), for_freight, object(), freight, agreement);
        assert_eq!(proposed, Err(Error::<Test>::AgentOfBothSides.into()));
    });
}

#[test]
fn an_officer_at_the_counter_signs_for_a_party() {
    ExtBuilder::default().build_and_execute(|| {
        close_accounts_of(PORT);
        close_accounts_of(FREIGHT);
        assert_ok!(offer_as(REGISTRAR, counter(PORT, "2026-10-30 10:00")));
        assert_ok!(accept_as(EXAMINER, counter(FREIGHT, "2026-10-30 10:00")));
        assert!(is_in_force(FIRST_LICENCE));
    });
}

/// A single officer grants nothing away for two parties that know nothing of it.
#[test]
fn nobody_signs_at_the_counter_for_a_party_with_a_key() {
    ExtBuilder::default().build_and_execute(|| {
        let paper = |account| counter(account, "2026-10-30 10:00");
        assert_noop!(offer_as(REGISTRAR, paper(PORT)), Error::<Test>::PartyHasAccount);
        assert_ok!(offer_as(PORT, Capacity::Own));
        assert_noop!(
            accept_as(REGISTRAR, paper(FREIGHT)),
            Error::<Test>::PartyHasAccount
        );
        close_accounts_of(FREIGHT);
        assert_ok!(accept_as(REGISTRAR, counter(FREIGHT, "2026-11-02 09:00")));
        assert!(is_in_force(FIRST_LICENCE));
    });
}

#[test]
fn the_counter_is_that_of_the_own_authority_and_its_papers_are_recent() {
    ExtBuilder::default().build_and_execute(|| {
        let paper = |received_at| counter(PORT, received_at);
        assert_noop!(
            offer_as(OTHER_EXAMINER, paper("2026-11-01 10:00")),
            Error::<Test>::CounterFilingUnfit
        );
        assert_noop!(
            offer_as(REGISTRAR, counter(777, "2026-11-01 10:00")),
            Error::<Test>::CounterFilingUnfit
        );
        assert_noop!(
            offer_as(PORT, paper("2026-11-01 10:00")),
            Error::<Test>::NotAnOfficer
        );
        assert_noop!(
            offer_as(REVIEWER, paper("2026-11-01 10:00")),
            Error::<Test>::RoleMissing
        );
        close_accounts_of(PORT);
        close_accounts_of(FREIGHT);
        for received_at in ["2026-10-02 10:00", "2026-11-02 09:01"] {
            assert_noop!(
                offer_as(REGISTRAR, paper(received_at)),
                Error::<Test>::ReceivedAtUnfit
            );
        }
        set_listed(false);
        assert_noop!(
            offer_as(REGISTRAR, paper("2026-11-01 10:00")),
            Error::<Test>::AuthorityNotListed
        );
        set_listed(true);
        assert_ok!(offer_as(REGISTRAR, paper("2026-10-03 10:00")));
        // A signature is not older than what it answers.
        assert_noop!(
            accept_as(REGISTRAR, counter(FREIGHT, "2026-10-03 09:59")),
            Error::<Test>::ReceivedAtUnfit
        );
    });
}

#[test]
fn a_paper_received_in_time_counts_though_typed_in_later() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_as(PORT, Capacity::Own));
        set_now("2026-12-03 10:00");
        assert_noop!(accept_as(FREIGHT, Capacity::Own), Error::<Test>::OfferLapsed);
        close_accounts_of(FREIGHT);
        assert_ok!(accept_as(REGISTRAR, counter(FREIGHT, "2026-12-01 16:00")));
    });
}
