//! Whatever comes in, the verifier neither panics nor says more than of the genuine package.

use crate::chain::{keys, voter, Chain};
use codec::Encode;
use proptest::prelude::*;
use quanji_verifier::{
    errors::Part, finality::AuthoritySet, verify, Block, Record, Request, StateProof, Verdict, H256,
};
use std::sync::LazyLock;

static GENUINE: LazyLock<(String, Request, Verdict)> = LazyLock::new(|| {
    let chain = Chain::default();
    (
        chain.package().to_json().unwrap(),
        chain.request(),
        chain.verdict(),
    )
});

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        "[a-z/@]{0,8}".prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
    ];
    let name = prop_oneof!["format", "credential", "proof", "issuer", "id", "[a-z]{1,4}"];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..4)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn arbitrary_text_is_refused(text in "\\PC{0,200}") {
        prop_assert!(verify(&text, &GENUINE.1).is_err());
    }

    #[test]
    fn arbitrary_json_is_refused(credential in json(), proof in json()) {
        let package = serde_json::json!({ "format": "quanji-evidence/1", "credential": credential, "proof": proof });
        prop_assert!(verify(&package.to_string(), &GENUINE.1).is_err());
        let mut package: serde_json::Value = serde_json::from_str(&GENUINE.0).unwrap();
        package["credential"] = credential;
        prop_assert!(verify(&package.to_string(), &GENUINE.1).is_err());
    }

    #[test]
    fn a_changed_character_never_changes_the_verdict(place: prop::sample::Index, with in 32u8..127) {
        let mut bytes = GENUINE.0.clone().into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = with;
        if let Ok(text) = String::from_utf8(bytes) {
            if let Ok(verdict) = verify(&text, &GENUINE.1) {
                prop_assert_eq!(&verdict, &GENUINE.2);
            }
        }
    }

    #[test]
    fn arbitrary_headers_and_justifications_are_refused(
        header in prop::collection::vec(any::<u8>(), 0..300),
        justification in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let authorities = keys(1..5).iter().map(|key| (voter(key), 1)).collect();
        let set = AuthoritySet { set_id: 0, authorities };
        let genuine = Block::read(&Chain::default().block().encode(), Part::BlockHeader).unwrap();
        prop_assert!(set.check_final(&genuine, &justification).is_err());
        if let Ok(block) = Block::read(&header, Part::BlockHeader) {
            let _ = set.next(&block);
            prop_assert!(set.check_final(&block, &justification).is_err());
        }
    }

    #[test]
    fn arbitrary_nodes_under_a_fitting_root_never_panic(
        nodes in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..80), 1..4),
    ) {
        let root = H256(sp_crypto_hashing::blake2_256(&nodes[0]));
        let state = StateProof::new(root, nodes);
        let _ = state.read::<u64>(Record::BlockTime);
        let _ = quanji_verifier::Title::read(&state, crate::register::object_id());
    }
}
