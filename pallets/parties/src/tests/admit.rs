use super::*;
use crate::{Event, LastSerial, PartyOf, PersonIndex};
use frame_support::assert_ok;
use quanji_primitives::{
    clock::Moment,
    ids::SERIAL_MAX,
    person::{CreditCode, ForeignRegister, Lei, PartyRole::*, Person},
    storage_keys,
    v1::PartyStanding,
    Digest,
};

#[test]
fn a_registrar_admits_a_person_with_the_next_serial_number() {
    Chain::default().build_and_execute(|| {
        Now::set(Moment(START.0 + 5));
        let given = roles(&[Financier, ServiceInstitution, Financier]);
        assert_ok!(Parties::admit(signed(REGISTRAR), mei(), given, Some(FREE)));
        let sorted = roles(&[Registrant, ServiceInstitution, Financier]);
        let expected = PartyRecord {
            version: 1,
            person: mei(),
            roles: sorted.clone(),
            admitted_by: HOME,
            admitted_at: Moment(START.0 + 5),
            standing: PartyStanding::Good,
        };
        assert_eq!(record(party(2)), expected);
        assert_eq!(PartyOf::<Test>::get(FREE), Some(party(2)));
        assert_eq!(Parties::accounts_of(party(2)), [FREE]);
        assert_eq!(providers(FREE), 1);
        assert_only_event(Event::PartyAdmitted {
            party: party(2),
            person: mei(),
            roles: sorted,
            account: Some(FREE),
            authority: HOME,
            officer: officer(1),
        });
    });
}

/// Who signs on paper has no key.
#[test]
fn a_person_is_admitted_without_account() {
    use quanji_primitives::directory::PartyRegister;
    Chain::default().build_and_execute(|| {
        assert_ok!(Parties::admit(signed(REGISTRAR), mei(), roles(&[]), None));
        assert_eq!(record(party(2)).person, mei());
        assert!(Parties::accounts_of(party(2)).is_empty());
        assert!(!<Parties as PartyRegister<u64>>::has_account(party(2)));
        assert!(<Parties as PartyRegister<u64>>::has_account(party(1)));
        assert_only_event(Event::PartyAdmitted {
            party: party(2),
            person: mei(),
            roles: roles(&[Registrant]),
            account: None,
            authority: HOME,
            officer: officer(1),
        });
        let again = Parties::admit(signed(REGISTRAR), mei(), roles(&[]), Some(FREE));
        assert_noop!(again, Error::<Test>::PersonAlreadyAdmitted);
    });
}

/// One officer alone could otherwise act for whoever signs on paper.
#[test]
fn no_registrar_binds_the_first_account_of_a_party_alone() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        let bind = Parties::bind_account(signed(REGISTRAR), party(2), FREE);
        assert_noop!(bind, Error::<Test>::AccountNotRequested);
    });
}

#[test]
fn each_authority_counts_its_own_parties() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Parties::admit(
            signed(OTHER_REGISTRAR),
            mei(),
            roles(&[]),
            Some(FREE)
        ));
        assert_eq!(PartyOf::<Test>::get(FREE), PartyId::new(AuthorityId(2), 1));
        assert_eq!(
            (
                LastSerial::<Test>::get(HOME),
                LastSerial::<Test>::get(AuthorityId(2))
            ),
            (1, 1)
        );
    });
}

#[test]
fn all_four_kinds_of_person_are_admitted() {
    Chain::default().build_and_execute(|| {
        let extract = Digest::Sha2_256([9; 32]);
        let persons = [
            Person::LegalPerson(CreditCode(*b"91440300708461136T")),
            Person::ForeignBody(ForeignRegister::Lei(Lei(*b"5493001KJTIIGC8Y1R12"))),
            Person::ForeignBody(ForeignRegister::Register {
                country: *b"SG",
                extract,
            }),
            mei(),
        ];
        for (account, person) in (FREE..).zip(persons) {
            assert_ok!(Parties::admit(
                signed(REGISTRAR),
                person.clone(),
                roles(&[]),
                Some(account)
            ));
            assert_eq!(Parties::party_by_person(person), Parties::party_of(account));
        }
    });
}

#[test]
fn a_number_whose_check_character_does_not_fit_is_refused() {
    Chain::default().build_and_execute(|| {
        let extract = Digest::Sha2_256([9; 32]);
        let wrong = [
            Person::LegalPerson(CreditCode(*b"91440300708461136X")),
            Person::UnincorporatedOrganisation(CreditCode(*b"91440300708461136X")),
            Person::ForeignBody(ForeignRegister::Lei(Lei(*b"5493001KJTIIGC8Y1R13"))),
            Person::ForeignBody(ForeignRegister::Register {
                country: *b"s1",
                extract,
            }),
        ];
        for person in wrong {
            let call = Parties::admit(signed(REGISTRAR), person, roles(&[]), Some(FREE));
            assert_noop!(call, Error::<Test>::WrongPersonNumber);
        }
    });
}

#[test]
fn a_natural_person_needs_a_commitment() {
    Chain::default().build_and_execute(|| {
        let call = Parties::admit(
            signed(REGISTRAR),
            Person::NaturalPerson([0; 32]),
            roles(&[]),
            Some(FREE),
        );
        assert_noop!(call, Error::<Test>::CommitmentMissing);
    });
}

#[test]
fn one_person_is_one_party_on_the_whole_chain() {
    Chain::default().build_and_execute(|| {
        for registrar in [REGISTRAR, OTHER_REGISTRAR] {
            let call = Parties::admit(signed(registrar), port(), roles(&[]), Some(FREE));
            assert_noop!(call, Error::<Test>::PersonAlreadyAdmitted);
        }
    });
}

#[test]
fn a_credit_code_names_one_person_whatever_its_kind() {
    Chain::default().build_and_execute(|| {
        let Person::LegalPerson(code) = port() else {
            panic!("the first party is a legal person")
        };
        let call = Parties::admit(
            signed(REGISTRAR),
            Person::UnincorporatedOrganisation(code),
            roles(&[]),
            Some(FREE),
        );
        assert_noop!(call, Error::<Test>::PersonAlreadyAdmitted);
        assert_eq!(PersonIndex::<Test>::iter().count(), 1);
    });
}

#[test]
fn the_account_must_belong_to_nobody() {
    Chain::default().build_and_execute(|| {
        for account in [PORT, REGISTRAR, OTHER_REGISTRAR, DEPARTMENT] {
            let call = Parties::admit(signed(REGISTRAR), mei(), roles(&[]), Some(account));
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn nobody_but_a_registrar_of_a_listed_authority_admits() {
    Chain::default().build_and_execute(|| {
        let call = |account| Parties::admit(signed(account), mei(), roles(&[]), Some(FREE));
        assert_noop!(call(PORT), Error::<Test>::NotOfficer);
        assert_noop!(call(EXAMINER), Error::<Test>::RoleMissing);
        assert_noop_while_suspended(|| call(REGISTRAR));
    });
}

#[test]
fn serial_numbers_of_parties_end() {
    Chain::default().build().execute_with(|| {
        LastSerial::<Test>::insert(HOME, SERIAL_MAX);
        let call = Parties::admit(signed(REGISTRAR), mei(), roles(&[]), Some(FREE));
        assert_noop!(call, Error::<Test>::TooManyParties);
    });
}

#[test]
fn the_key_that_certificates_prove_is_the_one_pinned() {
    assert_eq!(
        crate::Parties::<Test>::hashed_key_for(party(1)),
        storage_keys::party(party(1))
    );
}
