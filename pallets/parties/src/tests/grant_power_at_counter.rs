use super::*;
use crate::{Event, Powers, COUNTER_DAYS_MAX};
use frame_support::assert_ok;

/// A party without account appoints the party that exists from the beginning.
fn grant(account: u64) -> DispatchResult {
    Parties::grant_power_at_counter(signed(account), party(2), terms(party(1)), START)
}

#[test]
fn a_registrar_registers_the_power_that_a_person_signed_on_paper() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        advance(5);
        assert_ok!(grant(SECOND_REGISTRAR));
        let power = terms(party(1)).granted_by(party(2));
        assert_eq!(Powers::<Test>::get(power_id(1)), Some(power.clone()));
        assert_only_event(Event::PowerGranted {
            id: power_id(1),
            power,
            via: Via::Counter {
                officer: officer(2),
                document: ATTORNEY,
                received_at: START,
            },
        });
    });
}

#[test]
fn only_a_registrar_of_the_admitting_authority_registers_it() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        assert_only_own_registrar(grant);
        let unknown =
            Parties::grant_power_at_counter(signed(REGISTRAR), party(UNKNOWN), terms(party(1)), START);
        assert_noop!(unknown, Error::<Test>::PartyNotFound);
    });
}

/// One officer alone could otherwise act for any party.
#[test]
fn a_party_with_an_account_grants_its_powers_itself() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let call = Parties::grant_power_at_counter(signed(REGISTRAR), party(1), terms(party(2)), START);
        assert_noop!(call, Error::<Test>::PartyHasAccount);
    });
}

#[test]
fn a_suspended_party_appoints_nobody_at_the_counter() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        assert_ok!(Parties::suspend(
            signed(REGISTRAR),
            party(2),
            SuspensionReason::Order
        ));
        assert_noop!(grant(REGISTRAR), Error::<Test>::PartySuspended);
    });
}

#[test]
fn a_document_is_filed_within_thirty_days_of_its_receipt() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let early = Moment(START.0 + 1);
        let call = Parties::grant_power_at_counter(signed(REGISTRAR), party(2), terms(party(1)), early);
        assert_noop!(call, Error::<Test>::ReceivedAtUnfit);
        advance(COUNTER_DAYS_MAX * DAY_MILLIS + 1);
        assert_noop!(grant(REGISTRAR), Error::<Test>::ReceivedAtUnfit);
        Now::mutate(|now| now.0 -= 1);
        assert_ok!(grant(REGISTRAR));
    });
}

#[test]
fn unfit_terms_are_refused_at_the_counter_too() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        for (terms, error) in unfit_terms(party(1), party(2)) {
            let call = Parties::grant_power_at_counter(signed(REGISTRAR), party(2), terms, START);
            assert_noop!(call, error);
        }
    });
}
