use super::*;
use crate::{GenesisConfig, PartyGenesis, RecoveryDelay};
use quanji_primitives::person::PartyRole::*;
use sp_runtime::BuildStorage;

#[test]
fn the_parties_stand_from_the_first_block() {
    Chain::default().build_and_execute(|| {
        assert_eq!(
            (record(party(1)).person, record(party(1)).roles),
            (port(), roles(&[Registrant]))
        );
        assert_eq!((accounts(), providers(PORT)), (vec![PORT], 1));
    });
}

#[test]
fn the_genesis_state_is_read_from_json() {
    let json = serde_json::json!({
        "parties": [
            {
                "person": { "legal_person": "9144030071526726XG" },
                "roles": ["service_institution"],
                "account": 100,
                "admitted_by": 1,
            },
            {
                "person": { "natural_person": format!("{:064}", 1) },
                "roles": [],
                "account": 800,
                "admitted_by": 2,
            },
        ],
        "recoveryDelay": 86_400_000,
    });
    let genesis: GenesisConfig<Test> = serde_json::from_value(json).unwrap();
    sp_io::TestExternalities::new(genesis.build_storage().unwrap()).execute_with(|| {
        assert_eq!(record(party(1)).roles, roles(&[Registrant, ServiceInstitution]));
        assert_eq!(Parties::party_of(FREE), PartyId::new(AuthorityId(2), 1));
        assert_eq!(RecoveryDelay::<Test>::get(), crate::RECOVERY_DELAY_MIN);
    });
}

fn build(change: impl FnOnce(&mut GenesisConfig<Test>)) {
    let mut genesis = Chain::genesis();
    change(&mut genesis);
    let _ = genesis.build_storage();
}

#[test]
#[should_panic(expected = "PersonAlreadyAdmitted")]
fn a_genesis_with_one_person_twice_is_refused() {
    let again = PartyGenesis {
        person: port(),
        roles: roles(&[]),
        account: FREE,
        admitted_by: HOME,
    };
    build(|genesis| genesis.parties.push(again));
}

#[test]
#[should_panic(expected = "AuthorityNotListed")]
fn a_genesis_party_of_an_unknown_authority_is_refused() {
    build(|genesis| genesis.parties[0].admitted_by = AuthorityId(9));
}

#[test]
#[should_panic(expected = "DelayOutOfRange")]
fn a_genesis_without_delay_is_refused() {
    build(|genesis| genesis.recovery_delay = 0);
}
