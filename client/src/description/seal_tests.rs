use super::super::examples::good;
use super::*;
use proptest::prelude::*;
use serde_json::json;

const PATHS: [&str; 4] = ["purpose", "volume.records", "volume.bytes", "limits"];

#[test]
fn sealed_members_vanish_and_come_back() {
    let sealed = seal(&good(), &PATHS).unwrap();
    let text = String::from_utf8(sealed.public.clone()).unwrap();
    for secret in ["120000", "34000000", "物流规划\"", "不得转售"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(sealed.digest, <[u8; 32]>::from(Sha256::digest(&sealed.public)));
    let mut whole = reveal(&sealed.public, &sealed.disclosures).unwrap();
    whole.as_object_mut().unwrap().remove("_sd_alg");
    assert_eq!(whole, good());
}

#[test]
fn chosen_facts_are_shown_alone() {
    let sealed = seal(&good(), &PATHS).unwrap();
    let records: Vec<_> = sealed
        .disclosures
        .iter()
        .filter(|one| one.path == "volume.records")
        .cloned()
        .collect();
    let shown = reveal(&sealed.public, &records).unwrap();
    assert_eq!(shown["volume"]["records"], 120_000);
    assert!(shown["volume"].get("bytes").is_none());
    assert_eq!(shown["volume"]["_sd"].as_array().unwrap().len(), 1);
}

#[test]
fn the_digest_is_that_of_sd_jwt() {
    let sealed = seal_with(&good(), &["purpose"], || [0; SALT_BYTES]).unwrap();
    let text = URL_SAFE_NO_PAD.decode(&sealed.disclosures[0].disclosure).unwrap();
    assert_eq!(
        text,
        r#"["AAAAAAAAAAAAAAAAAAAAAA","purpose","物流规划"]"#.as_bytes()
    );
    let document: Value = serde_json::from_slice(&sealed.public).unwrap();
    let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(sealed.disclosures[0].disclosure.as_bytes()));
    assert_eq!(document["_sd"], json!([digest]));
    assert_eq!(document["_sd_alg"], "sha-256");
}

#[test]
fn the_example_of_the_standard_has_its_digest() {
    // RFC 9901, section 4.2.1 and 4.2.3.
    let disclosure = Disclosure {
        path: "family_name".into(),
        disclosure: "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0".into(),
    };
    assert_eq!(disclosure.digest(), "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    assert_eq!(
        disclosure.open(),
        Some(("family_name".into(), Node::Text("Möbius".into())))
    );
}

#[test]
fn two_sealings_have_nothing_in_common() {
    let (one, other) = (
        seal(&good(), &["purpose"]).unwrap(),
        seal(&good(), &["purpose"]).unwrap(),
    );
    assert_ne!(one.digest, other.digest);
    assert_eq!(
        reveal(&one.public, &other.disclosures),
        Err(RevealError::NotSealedHere {
            path: "purpose".into()
        })
    );
}

#[test]
fn nothing_to_seal_gives_the_document_itself() {
    let sealed = seal(&good(), &[]).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&sealed.public).unwrap(), good());
    assert!(sealed.disclosures.is_empty());
}

#[test]
fn paths_that_cannot_be_sealed_are_named() {
    let problem = |paths: &[&str]| seal(&good(), paths).unwrap_err()[0].problem.clone();
    for path in ["name", "@context", "@type", "@context.dcat", "_sd_alg"] {
        assert_eq!(problem(&[path]), Problem::CannotSeal, "{path}");
    }
    assert_eq!(problem(&["colour"]), Problem::NothingToSeal);
    assert_eq!(problem(&[""]), Problem::NothingToSeal);
    assert_eq!(problem(&["purpose.of"]), Problem::NothingToSeal);
    assert_eq!(problem(&["volume", "volume.bytes"]), Problem::SealedTwice);
    assert_eq!(problem(&["purpose", "purpose"]), Problem::SealedTwice);
}

#[test]
fn a_wrong_document_is_not_sealed() {
    let mut document = good();
    document["phone"] = json!("1");
    assert_eq!(
        seal(&document, &["purpose"]).unwrap_err(),
        [FieldError::new("phone", Problem::Personal)]
    );
}

#[test]
fn altered_disclosures_are_refused() {
    let sealed = seal(&good(), &["purpose"]).unwrap();
    let genuine = &sealed.disclosures[0];
    let altered = |value: Node, path: &str| disclosure(path, &[1; 16], "purpose".into(), value).unwrap();
    let other_value = altered(Node::Text("信用评价".into()), "purpose");
    assert_eq!(
        reveal(&sealed.public, &[other_value]),
        Err(RevealError::NotSealedHere {
            path: "purpose".into()
        })
    );
    let other_place = Disclosure {
        path: "volume.purpose".into(),
        ..genuine.clone()
    };
    assert!(matches!(
        reveal(&sealed.public, &[other_place]),
        Err(RevealError::NotSealedHere { .. })
    ));
    let other_name = Disclosure {
        path: "limits".into(),
        ..genuine.clone()
    };
    assert!(matches!(
        reveal(&sealed.public, &[other_name]),
        Err(RevealError::BadDisclosure { .. })
    ));
    let twice = [genuine.clone(), genuine.clone()];
    assert!(matches!(
        reveal(&sealed.public, &twice),
        Err(RevealError::AlreadyThere { .. })
    ));
    assert_eq!(reveal(b"{}", &[]), Err(RevealError::BadDocument));
}

#[test]
fn a_sealed_document_can_be_sealed_further() {
    let once = seal(&good(), &["purpose"]).unwrap();
    let document: Value = serde_json::from_slice(&once.public).unwrap();
    let twice = seal(&document, &["limits"]).unwrap();
    let all: Vec<_> = once.disclosures.into_iter().chain(twice.disclosures).collect();
    let mut whole = reveal(&twice.public, &all).unwrap();
    whole.as_object_mut().unwrap().remove("_sd_alg");
    assert_eq!(whole, good());
}

proptest! {
    #[test]
    fn any_disclosure_is_judged_without_panic(path in "\\PC{0,20}", text in "\\PC{0,60}", raw in proptest::collection::vec(any::<u8>(), 0..60)) {
        let sealed = seal(&good(), &["purpose"]).unwrap();
        for disclosure in [text, URL_SAFE_NO_PAD.encode(raw)] {
            let result = reveal(&sealed.public, &[Disclosure { path: path.clone(), disclosure }]);
            prop_assert!(result.is_err());
        }
    }

    #[test]
    fn any_path_is_judged_without_panic(path in "[a-z_.@\\[\\]0-9]{0,20}") {
        let _ = seal(&good(), &[path.as_str()]);
    }
}
