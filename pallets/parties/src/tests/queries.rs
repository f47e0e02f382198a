use super::*;
use frame_support::assert_ok;
use quanji_primitives::{directory::PartyRegister, person::Person};

#[test]
fn a_party_is_found_by_identifier_account_and_person() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        assert_eq!(Parties::party(party(1)), Some(record(party(1))));
        assert_eq!(
            <Parties as PartyRegister<u64>>::party(party(1)),
            Some(record(party(1)))
        );
        for account in [PORT, FREE] {
            assert_eq!(Parties::party_of(account), Some(party(1)));
            assert!(<Parties as PartyRegister<u64>>::is_bound(&account));
        }
        assert_eq!(Parties::accounts_of(party(1)), [PORT, FREE]);
        let Person::LegalPerson(code) = port() else {
            panic!("the first party is a legal person")
        };
        for person in [port(), Person::UnincorporatedOrganisation(code)] {
            assert_eq!(
                <Parties as PartyRegister<u64>>::party_of_person(&person),
                Some(party(1))
            );
            assert_eq!(Parties::party_by_person(person), Some(party(1)));
        }
    });
}

#[test]
fn what_does_not_exist_is_not_found() {
    Chain::default().build_and_execute(|| {
        assert_eq!(Parties::party(party(2)), None);
        assert_eq!(Parties::party_of(REGISTRAR), None);
        assert!(!<Parties as PartyRegister<u64>>::is_bound(&FREE));
        assert!(Parties::accounts_of(party(2)).is_empty());
        assert_eq!(Parties::party_by_person(mei()), None);
        assert_eq!(<Parties as PartyRegister<u64>>::party_of_person(&mei()), None);
    });
}

#[test]
fn a_running_recovery_is_shown() {
    Chain::default().build_and_execute(|| {
        assert_eq!(Parties::recovery(party(1)), None);
        assert_ok!(Parties::propose_recovery(signed(REGISTRAR), party(1), PORT, FREE));
        let recovery = Parties::recovery(party(1)).unwrap();
        assert_eq!((recovery.lost, recovery.replacement), (PORT, FREE));
    });
}

#[test]
fn powers_are_found_by_identifier_principal_and_agent() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        admit_an_agent();
        assert!(Parties::powers_of(party(1), 0).is_empty());
        assert_eq!(Parties::power(power_id(1)), None);
        assert_ok!(Parties::grant_power(signed(PORT), terms(party(2))));
        assert_ok!(Parties::grant_power(signed(PORT), terms(party(3))));
        let (first, second) = (
            terms(party(2)).granted_by(party(1)),
            terms(party(3)).granted_by(party(1)),
        );
        assert_eq!(Parties::power(power_id(1)), Some(first.clone()));
        assert_eq!(
            <Parties as PartyRegister<u64>>::power(power_id(2)),
            Some(second.clone())
        );
        let (first, second) = ((power_id(1), first), (power_id(2), second));
        assert_eq!(Parties::powers_of(party(1), 0), [first.clone(), second.clone()]);
        assert_eq!(Parties::powers_of(party(1), 1), std::slice::from_ref(&second));
        assert_eq!(Parties::powers_of(party(2), 0), [first]);
        assert_eq!(Parties::powers_of(party(3), 0), [second]);
        assert!(Parties::powers_of(party(1), u32::MAX).is_empty());
    });
}
