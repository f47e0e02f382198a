//! Carrying out the erasure of a natural person's data.

use super::*;
use crate::{AccountsOf, Erasures, Event, PartyOf, PersonIndex, Recoveries, Requests};
use frame_support::{assert_ok, BoundedVec};
use quanji_primitives::{case::Signed, v1::PartyStanding};

#[test]
fn an_erased_person_loses_every_account_and_keeps_the_commitment() {
    Chain::default().build_and_execute(|| {
        request_of_mei();
        for account in [FREE, 851] {
            Parties::request_account(signed(MEI), account).unwrap();
            Parties::bind_account(signed(REGISTRAR), party(2), account).unwrap();
        }
        Parties::request_account(signed(MEI), 852).unwrap();
        Parties::propose_recovery(signed(REGISTRAR), party(2), 851, 853).unwrap();
        let before = record(party(2));
        System::reset_events();
        advance(DAY_MILLIS);

        assert_ok!(Parties::erase(signed(REGISTRAR), party(2)));

        let after = PartyRecord {
            standing: PartyStanding::Erased,
            ..before
        };
        assert_eq!(record(party(2)), after);
        assert_eq!(after.person, mei());
        assert_eq!(PersonIndex::<Test>::iter().count(), 2);
        for account in [MEI, FREE, 851] {
            assert_eq!((PartyOf::<Test>::get(account), providers(account)), (None, 0));
        }
        assert!(!AccountsOf::<Test>::contains_key(party(2)));
        assert_eq!(
            (Recoveries::<Test>::get(party(2)), Requests::<Test>::get(party(2))),
            (None, None)
        );
        let done = Some(Signed {
            officer: officer(1),
            at: Now::get(),
        });
        assert_eq!(Erasures::<Test>::get(party(2)).unwrap().done, done);
        assert_only_event(Event::PartyErased {
            party: party(2),
            former: BoundedVec::truncate_from(vec![MEI, FREE, 851]),
            authority: HOME,
            officer: officer(1),
        });
    });
}

#[test]
fn only_a_registrar_of_the_admitting_authority_erases() {
    Chain::default().build_and_execute(|| {
        request_of_mei();
        assert_only_own_registrar(|account| Parties::erase(signed(account), party(2)));
        assert_noop!(Parties::erase(signed(MEI), party(2)), Error::<Test>::NotOfficer);
        assert_noop!(
            Parties::erase(signed(REGISTRAR), party(UNKNOWN)),
            Error::<Test>::PartyNotFound
        );
    });
}

#[test]
fn nobody_is_erased_without_a_request_or_twice() {
    Chain::default().build_and_execute(|| {
        admit_mei();
        let erase = || Parties::erase(signed(REGISTRAR), party(2));
        assert_noop!(erase(), Error::<Test>::ErasureNotRequested);
        Parties::request_erasure(signed(MEI), Capacity::Own).unwrap();
        assert_ok!(erase());
        assert_noop!(erase(), Error::<Test>::ErasureNotRequested);
    });
}

#[test]
fn who_filed_the_request_at_the_counter_does_not_carry_it_out() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        Parties::request_erasure(signed(REGISTRAR), on_paper(party(2))).unwrap();
        // By person, not by account.
        for account in [REGISTRAR, REGISTRARS_OTHER_ACCOUNT] {
            let erase = Parties::erase(signed(account), party(2));
            assert_noop!(erase, Error::<Test>::FiledAtCounterBySamePerson);
        }
        assert_ok!(Parties::erase(signed(SECOND_REGISTRAR), party(2)));
    });
}

#[test]
fn an_erased_person_is_changed_no_more_and_gets_no_account() {
    Chain::default().build_and_execute(|| {
        request_of_mei();
        Parties::erase(signed(REGISTRAR), party(2)).unwrap();
        let by = || signed(REGISTRAR);
        let calls: [&dyn Fn() -> DispatchResult; 5] = [
            &|| Parties::set_roles(by(), party(2), roles(&[])),
            &|| Parties::suspend(by(), party(2), SuspensionReason::Order),
            &|| Parties::restore(by(), party(2)),
            &|| Parties::replace_all_accounts(signed(DEPARTMENT), party(2), FREE),
            &|| Parties::grant_power_at_counter(by(), party(2), terms(party(1)), START),
        ];
        for call in calls {
            assert_noop!(call(), Error::<Test>::PartyErased);
        }
        assert_noop!(
            Parties::bind_account(by(), party(2), FREE),
            Error::<Test>::AccountNotRequested
        );
        assert_noop!(
            Parties::propose_recovery(by(), party(2), MEI, FREE),
            Error::<Test>::AccountNotBound
        );
        // Nor does the same commitment come back as somebody new.
        assert_noop!(
            Parties::admit(by(), mei(), roles(&[]), Some(MEI)),
            Error::<Test>::PersonAlreadyAdmitted
        );
        assert_noop!(
            Parties::request_account(signed(MEI), FREE),
            Error::<Test>::NotParty
        );
    });
}
