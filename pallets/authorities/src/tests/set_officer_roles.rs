use super::*;
use crate::{Error, Event, Officers};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::authority::{Officer, OfficerRole::*};

#[test]
fn an_authority_changes_the_roles_of_its_officer() {
    Chain::default().build_and_execute(|| {
        let before = Officers::<Test>::get(officer(1, 1)).unwrap();
        let now = roles(&[Examiner, DayBookKeeper]);
        assert_ok!(Authorities::set_officer_roles(
            signed(FIRST_ACCOUNT),
            officer(1, 1),
            now.clone()
        ));
        assert_eq!(
            Officers::<Test>::get(officer(1, 1)),
            Some(Officer {
                roles: now.clone(),
                ..before
            })
        );
        assert_only_event(Event::OfficerRolesSet {
            authority: FIRST,
            officer: officer(1, 1),
            roles: now,
        });
    });
}

#[test]
fn an_authority_has_no_say_over_officers_of_others() {
    Chain::default().build_and_execute(|| {
        for other in [officer(2, 1), officer(1, 9)] {
            let call = Authorities::set_officer_roles(signed(FIRST_ACCOUNT), other, roles(&[Reviewer]));
            assert_noop!(call, Error::<Test>::OfficerNotFound);
        }
        let call =
            Authorities::set_officer_roles(signed(officer_account(1, 1)), officer(1, 1), roles(&[Reviewer]));
        assert_noop!(call, Error::<Test>::NotAuthority);
    });
}

#[test]
fn roles_are_for_officers_in_office() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1)));
        let call = Authorities::set_officer_roles(signed(FIRST_ACCOUNT), officer(1, 1), roles(&[Reviewer]));
        assert_noop!(call, Error::<Test>::OfficerNotInOffice);
    });
}

#[test]
fn an_officer_keeps_at_least_one_role() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::set_officer_roles(signed(FIRST_ACCOUNT), officer(1, 1), roles(&[]));
        assert_noop!(call, Error::<Test>::NoRoles);
    });
}

#[test]
fn a_suspended_authority_changes_no_roles() {
    Chain::default().build_and_execute(|| {
        suspend_first();
        let call = Authorities::set_officer_roles(signed(FIRST_ACCOUNT), officer(1, 1), roles(&[Reviewer]));
        assert_noop!(call, Error::<Test>::AuthoritySuspended);
    });
}
