//! Asking for the erasure of a natural person's data.

use super::*;
use crate::{Erasure, Erasures, Event};
use frame_support::assert_ok;
use quanji_primitives::{
    clock::{add_working_days, Calendar, Due, Year, YearCalendar},
    ObjectId,
};

/// No calendar was published, as in the mock: Monday to Friday, and provisional.
struct NoCalendar;

impl Calendar for NoCalendar {
    fn year(&self, _: Year) -> Option<YearCalendar> {
        None
    }
}

fn due() -> Due {
    add_working_days(&NoCalendar, START.day(), 15)
}

fn asked(via: Via) -> Erasure {
    Erasure {
        version: 1,
        via,
        received_at: START,
        due: due(),
        done: None,
    }
}

#[test]
fn a_natural_person_asks_for_erasure_and_a_clock_of_fifteen_working_days_runs() {
    Chain::default().build_and_execute(|| {
        admit_mei();
        assert_eq!(Parties::erasure(party(2)), None);
        assert_ok!(Parties::request_erasure(signed(MEI), Capacity::Own));
        assert_eq!(Erasures::<Test>::get(party(2)), Some(asked(Via::Own)));
        assert_only_event(Event::ErasureRequested {
            party: party(2),
            via: Via::Own,
            due: due(),
        });
        assert!(record(party(2)).is_in_good_standing(), "until it is carried out");
        assert_eq!(Parties::accounts_of(party(2)), [MEI]);
    });
}

#[test]
fn a_request_is_overdue_from_the_working_day_after_the_fifteenth() {
    Chain::default().build_and_execute(|| {
        request_of_mei();
        let overdue = || Parties::erasure(party(2)).unwrap().overdue;
        let set = |moment: u64| Now::set(Moment(moment));
        set(due().day.end().0 - 1);
        assert_eq!(overdue(), 0);
        let next = add_working_days(&NoCalendar, due().day, 1).day;
        set(next.start().0 - 1);
        assert_eq!(overdue(), 0);
        set(next.start().0);
        assert_eq!(overdue(), 1);
        Parties::erase(signed(REGISTRAR), party(2)).unwrap();
        set(next.end().0 + 30 * DAY_MILLIS);
        assert_eq!(overdue(), 1, "what is done gets no later");
    });
}

#[test]
fn a_suspended_person_too_asks_for_erasure() {
    Chain::default().build_and_execute(|| {
        admit_mei();
        Parties::suspend(signed(REGISTRAR), party(2), SuspensionReason::Order).unwrap();
        assert_ok!(Parties::request_erasure(signed(MEI), Capacity::Own));
    });
}

#[test]
fn an_officer_files_the_request_of_a_person_without_account() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let via = |serial| Via::Counter {
            officer: officer(serial),
            document: REVOCATION,
            received_at: START,
        };
        advance(3 * DAY_MILLIS);
        assert_ok!(Parties::request_erasure(signed(EXAMINER), on_paper(party(2))));
        // The days run from the receipt, not from the filing.
        assert_eq!(Erasures::<Test>::get(party(2)), Some(asked(via(4))));
        assert_only_event(Event::ErasureRequested {
            party: party(2),
            via: via(4),
            due: due(),
        });
    });
}

#[test]
fn the_counter_is_for_own_parties_without_account_and_recent_papers() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let fails = |account, capacity, error: Error<Test>| {
            assert_noop!(Parties::request_erasure(signed(account), capacity), error);
        };
        fails(PORT, on_paper(party(2)), Error::NotOfficer);
        fails(REVIEWER, on_paper(party(2)), Error::RoleMissing);
        fails(OTHER_REGISTRAR, on_paper(party(2)), Error::WrongAuthority);
        fails(REGISTRAR, on_paper(party(UNKNOWN)), Error::PartyNotFound);
        fails(REGISTRAR, on_paper(party(1)), Error::PartyHasAccount);
        assert_noop_while_suspended(|| Parties::request_erasure(signed(REGISTRAR), on_paper(party(2))));
        advance(31 * DAY_MILLIS);
        fails(REGISTRAR, on_paper(party(2)), Error::ReceivedAtUnfit);
    });
}

#[test]
fn an_agent_asks_only_under_a_power_over_everything() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        admit_an_agent();
        let grant = |terms| {
            let principal = party(2);
            Parties::grant_power_at_counter(signed(REGISTRAR), principal, terms, START).unwrap();
        };
        let ask =
            |account, serial| Parties::request_erasure(signed(account), Capacity::Agent(power_id(serial)));
        grant(terms(party(3)));
        grant(PowerTerms {
            scope: PowerScope::Objects(vec![ObjectId(1)].try_into().unwrap()),
            ..full_power(party(3))
        });
        grant(full_power(party(3)));
        grant(full_power(party(1)));
        System::reset_events();
        assert_noop!(ask(FREE, 1), Error::<Test>::PowerTooNarrow);
        assert_noop!(ask(FREE, 2), Error::<Test>::PowerTooNarrow);
        assert_noop!(ask(FREE, 4), Error::<Test>::PowerNotHeld);
        assert_noop!(ask(FREE, UNKNOWN), Error::<Test>::PowerNotFound);
        assert_noop!(ask(MEI, 3), Error::<Test>::NotParty);
        assert_ok!(ask(FREE, 3));
        let via = Via::Agent {
            agent: party(3),
            power: power_id(3),
        };
        assert_eq!(Erasures::<Test>::get(party(2)), Some(asked(via)));
        assert_only_event(Event::ErasureRequested {
            party: party(2),
            via,
            due: due(),
        });
    });
}

#[test]
fn an_agent_does_not_ask_under_a_power_that_has_ended() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        admit_an_agent();
        let terms = full_power(party(3));
        let end = terms.valid_until;
        Parties::grant_power_at_counter(signed(REGISTRAR), party(2), terms, START).unwrap();
        Now::set(end);
        let ask = Parties::request_erasure(signed(FREE), Capacity::Agent(power_id(1)));
        assert_noop!(ask, Error::<Test>::PowerEnded);
    });
}

#[test]
fn only_a_natural_person_is_erased_and_only_once() {
    Chain::default().build_and_execute(|| {
        assert_noop!(
            Parties::request_erasure(signed(PORT), Capacity::Own),
            Error::<Test>::NotANaturalPerson
        );
        assert_noop!(
            Parties::request_erasure(signed(REGISTRAR), Capacity::Own),
            Error::<Test>::NotParty
        );
        request_of_mei();
        assert_noop!(
            Parties::request_erasure(signed(MEI), Capacity::Own),
            Error::<Test>::ErasureAlreadyRequested
        );
    });
}
