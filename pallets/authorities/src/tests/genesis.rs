use super::*;
use crate::{
    AuthorityGenesis, CredentialKeys, Department, GenesisConfig, MinimumValidators, OfficerOf, SessionLength,
};
use quanji_primitives::v1::CredentialKey;
use sp_runtime::BuildStorage;

#[test]
fn the_directory_stands_from_the_first_block() {
    Chain::default().build_and_execute(|| {
        assert_eq!(Department::<Test>::get(), Some(DEPARTMENT));
        assert_eq!(
            (SessionLength::<Test>::get(), MinimumValidators::<Test>::get()),
            (5, 1)
        );
        assert_eq!(
            (record(FIRST).profile, record(SECOND).profile),
            (profile(44, 1), profile(45, 1))
        );
        assert_eq!((record(FIRST).officers, record(SECOND).officers), (2, 1));
        let key = CredentialKey {
            version: 1,
            public: [1; 32],
            valid_from: START,
            valid_until: None,
        };
        assert_eq!(CredentialKeys::<Test>::get(FIRST, 0), Some(key));
        assert_eq!(OfficerOf::<Test>::get(officer_account(1, 2)), Some(officer(1, 2)));
        for account in [DEPARTMENT, FIRST_ACCOUNT, validator_of(1), officer_account(1, 1)] {
            assert_eq!(providers(account), 1);
        }
    });
}

#[test]
fn the_genesis_state_is_read_from_json() {
    let json = serde_json::json!({
        "department": 1,
        "authorities": [{
            "profile": { "name": "岭南登记中心", "credit_code": "9144030071526726XG", "region": 44, "digit": 1 },
            "account": 100,
            "credential_key": format!("{:064}", 1),
            "validator": 101,
            "officers": [{ "person": format!("{:064}", 2), "roles": ["registrar", "examiner"], "account": 111 }],
        }],
        "sessionLength": 10,
        "minimumValidators": 1,
    });
    let genesis: GenesisConfig<Test> = serde_json::from_value(json).unwrap();
    sp_io::TestExternalities::new(genesis.build_storage().unwrap()).execute_with(|| {
        assert_eq!(record(FIRST).profile, profile(44, 1));
        assert_eq!(OfficerOf::<Test>::get(111), Some(officer(1, 1)));
    });
}

fn build(change: impl FnOnce(&mut GenesisConfig<Test>)) {
    let mut genesis = Chain::default().genesis();
    change(&mut genesis);
    let _ = genesis.build_storage();
}

fn first(genesis: &mut GenesisConfig<Test>) -> &mut AuthorityGenesis<u64> {
    &mut genesis.authorities[0]
}

#[test]
#[should_panic(expected = "NumberPlaceTaken")]
fn a_genesis_with_two_authorities_in_one_place_is_refused() {
    build(|genesis| first(genesis).profile = profile(45, 1));
}

#[test]
#[should_panic(expected = "AccountTaken")]
fn a_genesis_in_which_one_account_is_two_things_is_refused() {
    build(|genesis| first(genesis).officers[0].account = DEPARTMENT);
}

#[test]
#[should_panic(expected = "PersonInOffice")]
fn a_genesis_with_one_person_in_two_offices_is_refused() {
    build(|genesis| first(genesis).officers[0].person = person(21));
}

#[test]
#[should_panic(expected = "TooFewValidators")]
fn a_genesis_with_too_few_validators_is_refused() {
    build(|genesis| genesis.minimum_validators = 3);
}
