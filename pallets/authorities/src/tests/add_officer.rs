use super::*;
use crate::{Error, Event, OfficerAccounts, OfficerOf, Officers, PersonOf};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{
    authority::{Officer, OfficerRole::*},
    Bounded, PartyId,
};

const NEW: [u8; 32] = [77; 32];

#[test]
fn an_authority_takes_a_person_into_office() {
    Chain::default().build_and_execute(|| {
        let given = roles(&[Reviewer, Registrar, Reviewer]);
        assert_ok!(Authorities::add_officer(signed(FIRST_ACCOUNT), NEW, given, FREE));
        let id = officer(1, 3);
        let sorted = roles(&[Registrar, Reviewer]);
        let expected = Officer {
            authority: FIRST,
            person: NEW,
            roles: sorted.clone(),
            affiliates: Bounded::default(),
            in_office: true,
        };
        assert_eq!(Officers::<Test>::get(id), Some(expected));
        assert_eq!(OfficerOf::<Test>::get(FREE), Some(id));
        assert_eq!(OfficerAccounts::<Test>::get(id).into_inner(), [FREE]);
        assert_eq!(PersonOf::<Test>::get(NEW), Some(id));
        assert_eq!((record(FIRST).officers, providers(FREE)), (3, 1));
        assert_only_event(Event::OfficerAdded {
            authority: FIRST,
            officer: id,
            person: NEW,
            roles: sorted,
            account: FREE,
        });
    });
}

#[test]
fn one_person_never_sits_in_two_chairs_under_two_accounts() {
    Chain::default().build_and_execute(|| {
        for (account, in_office) in [
            (FIRST_ACCOUNT, person(11)),
            (FIRST_ACCOUNT, person(21)),
            (SECOND_ACCOUNT, person(11)),
        ] {
            let call = Authorities::add_officer(signed(account), in_office, roles(&[Reviewer]), FREE);
            assert_noop!(call, Error::<Test>::PersonInOffice);
        }
    });
}

/// Who examined, left and came back must not pass for another person.
#[test]
fn a_person_who_returns_has_the_same_identifier() {
    Chain::default().build_and_execute(|| {
        let declared = Bounded::truncate_from(vec![PartyId(3)]);
        assert_ok!(Authorities::declare_own_affiliates(
            signed(officer_account(1, 1)),
            declared.clone()
        ));
        assert_ok!(Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1)));
        assert_ok!(Authorities::add_officer(
            signed(SECOND_ACCOUNT),
            person(11),
            roles(&[Examiner]),
            FREE
        ));
        assert_eq!(OfficerOf::<Test>::get(FREE), Some(officer(2, 2)));
        assert_ok!(Authorities::dismiss_officer(
            signed(SECOND_ACCOUNT),
            officer(2, 2)
        ));

        assert_ok!(Authorities::add_officer(
            signed(FIRST_ACCOUNT),
            person(11),
            roles(&[Reviewer]),
            FREE
        ));
        assert_eq!(OfficerOf::<Test>::get(FREE), Some(officer(1, 1)));
        let returned = Officers::<Test>::get(officer(1, 1)).unwrap();
        assert_eq!(
            (returned.roles, returned.affiliates),
            (roles(&[Reviewer]), declared)
        );
        assert_eq!(record(FIRST).officers, 2);
    });
}

#[test]
fn the_person_must_be_named_by_a_commitment() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::add_officer(signed(FIRST_ACCOUNT), [0; 32], roles(&[Reviewer]), FREE);
        assert_noop!(call, Error::<Test>::PersonMissing);
    });
}

#[test]
fn an_officer_has_a_role() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::add_officer(signed(FIRST_ACCOUNT), NEW, roles(&[]), FREE);
        assert_noop!(call, Error::<Test>::NoRoles);
    });
}

#[test]
fn an_officers_account_must_belong_to_nobody() {
    Chain::default().build_and_execute(|| {
        for account in taken_accounts()
            .into_iter()
            .chain([FIRST_ACCOUNT, validator_of(1)])
        {
            let call = Authorities::add_officer(signed(FIRST_ACCOUNT), NEW, roles(&[Reviewer]), account);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn a_suspended_authority_takes_no_officer() {
    Chain::default().build_and_execute(|| {
        suspend_first();
        let call = Authorities::add_officer(signed(FIRST_ACCOUNT), NEW, roles(&[Reviewer]), FREE);
        assert_noop!(call, Error::<Test>::AuthoritySuspended);
    });
}

#[test]
fn only_an_authority_adds_officers() {
    Chain::default().build_and_execute(|| {
        for account in [DEPARTMENT, officer_account(1, 1), FREE] {
            let call = Authorities::add_officer(signed(account), NEW, roles(&[Reviewer]), FREE);
            assert_noop!(call, Error::<Test>::NotAuthority);
        }
    });
}

#[test]
fn serial_numbers_of_officers_end() {
    Chain::default().build().execute_with(|| {
        crate::Authorities::<Test>::mutate(FIRST, |record| record.as_mut().unwrap().officers = u32::MAX);
        let call = Authorities::add_officer(signed(FIRST_ACCOUNT), NEW, roles(&[Reviewer]), FREE);
        assert_noop!(call, Error::<Test>::TooManyOfficers);
    });
}
