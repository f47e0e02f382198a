use super::*;
use crate::{Event, LastPower, Powers};
use frame_support::assert_ok;
use quanji_primitives::ids::SERIAL_MAX;

#[test]
fn a_party_gives_an_agent_a_power() {
    Chain::default().build_and_execute(|| {
        admit_an_agent();
        assert_ok!(Parties::grant_power(signed(PORT), terms(party(2))));
        let power = Power {
            version: 1,
            principal: party(1),
            agent: party(2),
            acts: Acts::NONE.with(Act::First),
            scope: PowerScope::All,
            valid_from: START,
            valid_until: Moment(START.0 + 365 * DAY_MILLIS),
            both_sides: false,
            document: ATTORNEY,
            revoked_at: None,
        };
        assert_eq!(Powers::<Test>::get(power_id(1)), Some(power.clone()));
        assert_eq!(LastPower::<Test>::get(HOME), 1);
        assert_only_event(Event::PowerGranted {
            id: power_id(1),
            power,
            via: Via::Own,
        });
    });
}

/// The agent need have no account yet: without one it cannot act.
#[test]
fn each_authority_counts_the_powers_of_its_own_parties() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        assert_ok!(Parties::admit(
            signed(OTHER_REGISTRAR),
            quanji_primitives::person::Person::NaturalPerson([88; 32]),
            roles(&[]),
            Some(FREE)
        ));
        assert_ok!(Parties::grant_power(signed(FREE), terms(party(2))));
        assert_ok!(Parties::grant_power(signed(PORT), terms(party(2))));
        let foreign = PowerId::new(AuthorityId(2), 1).unwrap();
        assert_eq!(
            Parties::power(foreign).unwrap().principal.authority(),
            AuthorityId(2)
        );
        assert_eq!(Parties::power(power_id(1)).unwrap().principal, party(1));
    });
}

#[test]
fn a_power_lasts_ten_years_to_the_end_of_the_day_at_most() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let longest = PowerTerms {
            valid_until: START.day().plus_years(10).end(),
            ..terms(party(2))
        };
        assert_ok!(Parties::grant_power(signed(PORT), longest));
    });
}

#[test]
fn a_power_may_begin_later_and_end_a_moment_from_now() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let later = Moment(START.0 + 400 * DAY_MILLIS);
        let begins_later = PowerTerms {
            valid_from: later,
            valid_until: Moment(later.0 + 1),
            ..terms(party(2))
        };
        assert_ok!(Parties::grant_power(signed(PORT), begins_later));
        let ends_at_once = PowerTerms {
            valid_until: Moment(START.0 + 1),
            ..terms(party(2))
        };
        assert_ok!(Parties::grant_power(signed(PORT), ends_at_once));
    });
}

#[test]
fn unfit_terms_are_refused() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        for (terms, error) in unfit_terms(party(2), party(1)) {
            assert_noop!(Parties::grant_power(signed(PORT), terms), error);
        }
    });
}

#[test]
fn a_suspended_party_becomes_nobodys_agent_and_appoints_none() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        admit_an_agent();
        suspend_party();
        let by_suspended = Parties::grant_power(signed(PORT), terms(party(2)));
        assert_noop!(by_suspended, Error::<Test>::PartySuspended);
        let to_suspended = Parties::grant_power(signed(FREE), terms(party(1)));
        assert_noop!(to_suspended, Error::<Test>::AgentNotInGoodStanding);
    });
}

#[test]
fn only_a_partys_own_account_grants_a_power() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        for account in [FREE, REGISTRAR, DEPARTMENT] {
            let call = Parties::grant_power(signed(account), terms(party(2)));
            assert_noop!(call, Error::<Test>::NotParty);
        }
    });
}

#[test]
fn serial_numbers_of_powers_end() {
    Chain::default().build().execute_with(|| {
        admit_on_paper();
        LastPower::<Test>::insert(HOME, SERIAL_MAX);
        let call = Parties::grant_power(signed(PORT), terms(party(2)));
        assert_noop!(call, Error::<Test>::TooManyPowers);
    });
}
