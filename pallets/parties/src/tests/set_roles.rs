use super::*;
use crate::Event;
use frame_support::assert_ok;
use quanji_primitives::person::PartyRole::*;

#[test]
fn a_party_stays_a_registrant_whatever_its_roles() {
    Chain::default().build_and_execute(|| {
        let before = record(party(1));
        assert_ok!(Parties::set_roles(
            signed(REGISTRAR),
            party(1),
            roles(&[ServiceInstitution])
        ));
        let now = roles(&[Registrant, ServiceInstitution]);
        assert_eq!(
            record(party(1)),
            PartyRecord {
                roles: now.clone(),
                ..before.clone()
            }
        );
        assert_only_event(Event::RolesSet {
            party: party(1),
            roles: now,
            authority: HOME,
            officer: officer(1),
        });
        assert_ok!(Parties::set_roles(signed(REGISTRAR), party(1), roles(&[])));
        assert_eq!(record(party(1)), before);
    });
}

#[test]
fn only_a_registrar_of_the_admitting_authority_sets_roles() {
    Chain::default().build_and_execute(|| {
        assert_only_own_registrar(|account| {
            Parties::set_roles(signed(account), party(1), roles(&[Financier]))
        });
        let call = Parties::set_roles(signed(REGISTRAR), party(UNKNOWN), roles(&[]));
        assert_noop!(call, Error::<Test>::PartyNotFound);
    });
}
