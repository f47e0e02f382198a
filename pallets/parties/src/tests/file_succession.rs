//! `file_succession` and `give_up_succession`.

use super::{successions::*, *};
use crate::Event;
use frame_support::assert_ok;
use quanji_primitives::{
    person::CreditCode,
    person::Person,
    succession::{Succession, SuccessionEvent, SuccessionFiler},
    v1::PartyStanding,
};

fn run(test: impl FnOnce()) {
    Chain::default().build_and_execute(|| {
        admit_companies(3);
        test();
    });
}

#[test]
fn an_officer_files_a_succession_and_changes_nothing_else() {
    run(|| {
        let before = record(party(1));
        assert_ok!(file(REGISTRAR, 1, merger()));
        assert_only_event(Event::SuccessionFiled {
            predecessor: party(1),
            terms: merger(),
            authority: HOME,
            filer: by_officer(),
        });
        let expected = Succession {
            version: 1,
            round: 1,
            terms: merger(),
            authority: HOME,
            filed_by: by_officer(),
            filed_at: START,
            first: Some(officer(1)),
            confirmed: None,
            before: PartyStanding::Good,
            assigned: 0,
            finished_at: None,
        };
        assert_eq!(Parties::succession(party(1)), Some(expected));
        assert_eq!(record(party(1)), before);
        assert_eq!(accounts(), [PORT]);
        assert_eq!(Parties::current(party(1)), party(1));
    });
}

#[test]
fn a_successor_files_and_two_officers_answer_for_it() {
    run(|| {
        assert_noop!(file(account_of(2), 1, merger()), Error::<Test>::NotASuccessor);
        assert_noop!(file(PORT, 1, merger()), Error::<Test>::NotASuccessor);
        assert_ok!(file(account_of(1), 1, merger()));
        assert_eq!(stored(1).filed_by, SuccessionFiler::Successor(party(2)));
        assert_eq!(stored(1).first, None);
        System::reset_events();
        assert_ok!(confirm(REGISTRAR, 1));
        assert_only_event(Event::SuccessionExamined {
            predecessor: party(1),
            authority: HOME,
            officer: officer(1),
        });
        assert_eq!(record(party(1)).standing, PartyStanding::Good);
        assert_noop!(
            confirm(REGISTRARS_OTHER_ACCOUNT, 1),
            Error::<Test>::SuccessionBySamePerson
        );
        assert_ok!(confirm(REVIEWER, 1));
        assert_eq!(Parties::current(party(1)), party(2));
    });
}

#[test]
fn a_suspended_successor_does_not_file_but_inherits() {
    run(|| {
        Parties::suspend(signed(REGISTRAR), party(2), SuspensionReason::Order).unwrap();
        assert_noop!(file(account_of(1), 1, merger()), Error::<Test>::PartySuspended);
        succeeded(1, merger());
        assert_eq!(Parties::current(party(1)), party(2));
    });
}

#[test]
fn only_registrars_without_interest_file_for_others() {
    run(|| {
        for account in [FREE, DEPARTMENT] {
            assert_noop!(file(account, 1, merger()), Error::<Test>::NotOfficer);
        }
        for account in [REVIEWER, EXAMINER] {
            assert_noop!(file(account, 1, merger()), Error::<Test>::RoleMissing);
        }
        assert_noop!(file(OTHER_REGISTRAR, 1, merger()), Error::<Test>::WrongAuthority);
        assert_noop_while_suspended(|| file(REGISTRAR, 1, merger()));
        for affiliate in [party(1), party(2)] {
            OfficerAffiliate::set(Some((REGISTRAR, affiliate)));
            assert_noop!(file(REGISTRAR, 1, merger()), Error::<Test>::OfficerConcerned);
        }
        OfficerAffiliate::set(Some((REGISTRAR, party(4))));
        assert_ok!(file(REGISTRAR, 1, merger()));
    });
}

#[test]
fn the_officer_is_not_the_dead_or_an_heir() {
    run(|| {
        // The registrar is the natural person with the commitment of ones.
        let himself = Person::NaturalPerson([1; 32]);
        Parties::admit(signed(REGISTRAR), himself, roles(&[]), None).unwrap();
        let death = terms_of(SuccessionEvent::Death, &[2]);
        assert_noop!(file(REGISTRAR, 5, death.clone()), Error::<Test>::OfficerConcerned);
        assert_ok!(file(SECOND_REGISTRAR, 5, death));
        let to_himself = terms_of(SuccessionEvent::Bankruptcy, &[2, 5]);
        assert_noop!(file(REGISTRAR, 1, to_himself), Error::<Test>::OfficerConcerned);
    });
}

#[test]
fn another_authority_handles_what_the_home_authority_may_not() {
    run(|| {
        AuthorityAffiliate::set(Some((HOME, party(2))));
        assert_noop!(file(REGISTRAR, 1, merger()), Error::<Test>::AuthorityConcerned);
        assert_ok!(file(OTHER_REGISTRAR, 1, merger()));
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::WrongAuthority);
        assert_ok!(confirm(OTHER_REVIEWER, 1));
        assert_eq!(Parties::current(party(1)), party(2));
        AuthorityAffiliate::set(None);
    });
    // An authority that is no longer listed leaves nobody's place empty.
    run(|| {
        SuspendedAuthority::set(Some(HOME));
        assert_ok!(file(OTHER_REGISTRAR, 1, merger()));
        assert_ok!(confirm(OTHER_REVIEWER, 1));
        SuspendedAuthority::set(None);
    });
    // The authority is itself one of the parties.
    run(|| {
        let itself = Person::LegalPerson(CreditCode(*b"91440300708461136T"));
        Parties::admit(signed(REGISTRAR), itself, roles(&[]), None).unwrap();
        let into_itself = terms_of(SuccessionEvent::Merger, &[5]);
        assert_noop!(file(REGISTRAR, 1, into_itself), Error::<Test>::AuthorityConcerned);
    });
}

#[test]
fn event_and_successors_fit_the_party() {
    run(|| {
        admit_on_paper();
        let fails = |serial, event, successors: &[u64], error: Error<Test>| {
            assert_noop!(file(REGISTRAR, serial, terms_of(event, successors)), error);
        };
        fails(UNKNOWN, SuccessionEvent::Merger, &[2], Error::PartyNotFound);
        fails(1, SuccessionEvent::Death, &[2], Error::EventUnfit);
        fails(5, SuccessionEvent::Merger, &[2], Error::EventUnfit);
        fails(1, SuccessionEvent::Merger, &[2, 3], Error::SuccessorsUnfit);
        fails(1, SuccessionEvent::Division, &[2], Error::SuccessorsUnfit);
        fails(1, SuccessionEvent::Bankruptcy, &[], Error::SuccessorsUnfit);
        fails(1, SuccessionEvent::Division, &[2, 1], Error::OwnSuccessor);
        fails(1, SuccessionEvent::Merger, &[1], Error::OwnSuccessor);
        fails(1, SuccessionEvent::Merger, &[UNKNOWN], Error::SuccessorNotFound);
        assert_ok!(file(REGISTRAR, 5, terms_of(SuccessionEvent::Death, &[2, 3])));
    });
}

#[test]
fn nobody_takes_the_place_of_a_party_that_is_gone_or_gets_it_from_one() {
    run(|| {
        succeeded(1, merger());
        assert_noop!(file(REGISTRAR, 1, merger()), Error::<Test>::PartySucceeded);
        let to_gone = terms_of(SuccessionEvent::Merger, &[1]);
        assert_noop!(file(REGISTRAR, 3, to_gone), Error::<Test>::SuccessorSucceeded);
        succeeded(3, terms_of(SuccessionEvent::Division, &[2, 4]));
        let to_locked = terms_of(SuccessionEvent::Merger, &[3]);
        assert_noop!(
            file(REGISTRAR, 4, to_locked),
            Error::<Test>::SuccessorInSuccession
        );
        assert_noop!(
            file(REGISTRAR, 3, terms_of(SuccessionEvent::Merger, &[4])),
            Error::<Test>::PartySucceeded
        );
    });
}

#[test]
fn one_succession_of_a_party_is_open_at_a_time() {
    run(|| {
        assert_ok!(file(REGISTRAR, 1, merger()));
        assert_noop!(file(REGISTRAR, 1, division()), Error::<Test>::SuccessionOpen);
    });
}

#[test]
fn what_no_officer_has_examined_keeps_no_officer_from_filing() {
    run(|| {
        assert_ok!(file(account_of(1), 1, merger()));
        assert_noop!(file(account_of(2), 1, division()), Error::<Test>::SuccessionOpen);
        assert_ok!(file(REGISTRAR, 1, division()));
        assert_eq!(stored(1).terms, division());
        assert_eq!(stored(1).filed_by, by_officer());
    });
    run(|| {
        assert_ok!(file(account_of(1), 1, merger()));
        assert_ok!(confirm(SECOND_REGISTRAR, 1));
        assert_noop!(file(REGISTRAR, 1, division()), Error::<Test>::SuccessionOpen);
    });
}

#[test]
fn what_is_not_confirmed_is_given_up_by_a_registrar_or_the_successor_who_filed_it() {
    let give_up = |account| Parties::give_up_succession(signed(account), party(1));
    run(|| {
        assert_noop!(give_up(REGISTRAR), Error::<Test>::SuccessionNotFound);
        assert_ok!(file(REGISTRAR, 1, merger()));
        System::reset_events();
        assert_noop!(give_up(account_of(1)), Error::<Test>::NotTheFiler);
        assert_noop!(give_up(FREE), Error::<Test>::NotOfficer);
        assert_noop!(give_up(REVIEWER), Error::<Test>::RoleMissing);
        assert_noop!(give_up(OTHER_REGISTRAR), Error::<Test>::WrongAuthority);
        assert_noop_while_suspended(|| give_up(REGISTRAR));
        assert_ok!(give_up(SECOND_REGISTRAR));
        assert_only_event(Event::SuccessionGivenUp {
            predecessor: party(1),
            authority: HOME,
            by: SECOND_REGISTRAR,
        });
        assert_noop!(give_up(REGISTRAR), Error::<Test>::SuccessionNotFound);
        assert_noop!(confirm(REVIEWER, 1), Error::<Test>::SuccessionNotFound);
        // It may be filed anew.
        assert_ok!(file(account_of(1), 1, merger()));
        assert_ok!(give_up(account_of(1)));
        succeeded(1, merger());
        assert_noop!(give_up(REGISTRAR), Error::<Test>::SuccessionConfirmed);
    });
}
