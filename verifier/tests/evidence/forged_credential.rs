//! Forgeries of the credential, by strangers who cannot sign for the authority and by an authority that can.

use crate::{
    chain::{issuer, signing_key, Chain},
    register::{number, object_id, other_object_id, AS_OF, AUTHORITY, ISSUED_AT},
};
use quanji_primitives::clock::Moment;
use quanji_verifier::{
    errors::{CredentialError, Error, PackageError, StateError},
    verify, Record,
};
use serde_json::{json, Value};

fn refused(chain: &Chain) -> CredentialError {
    match chain.refusal() {
        Error::Credential(reason) => reason,
        other => panic!("another reason: {other}"),
    }
}

/// Written otherwise than the records say, and signed by the authority.
fn rewritten(change: impl Fn(&mut Value) + 'static) -> Chain {
    Chain {
        credential: Box::new(change),
        ..Chain::default()
    }
}

/// Changed after the authority signed.
fn altered(change: impl Fn(&mut Value) + 'static) -> Chain {
    Chain {
        package: Box::new(move |package| change(&mut package.credential)),
        ..Chain::default()
    }
}

/// Every member of a document that is no list or object, by its path.
fn leaves(path: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(name, member)| leaves(&format!("{path}/{name}"), member, found));
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(at, element)| leaves(&format!("{path}/{at}"), element, found));
        }
        _ => found.push(path.into()),
    }
}

/// Members by which the rest is found: another value names another thing, and is refused for that.
const LEADING: [&str; 4] = [
    "/issuer/id",
    "/credentialSubject/object",
    "/credentialSubject/certificate/number",
    "/credentialSubject/certificate/issue",
];

#[test]
fn any_member_is_altered_after_signing() {
    let mut paths = Vec::new();
    leaves("", &Chain::default().credential(), &mut paths);
    let (key, mut tried) = (issuer(&signing_key(101)), 0);
    for path in paths {
        if LEADING.contains(&path.as_str()) || path == "/proof/created" || path == "/proof/proofValue" {
            continue;
        }
        let chain = altered({
            let path = path.clone();
            move |credential| *credential.pointer_mut(&path).unwrap() = "forged".into()
        });
        assert_eq!(refused(&chain), CredentialError::BadSignature { key }, "{path}");
        tried += 1;
    }
    assert!(tried > 30, "{tried} members");
}

#[test]
fn any_member_is_written_otherwise_by_the_authority() {
    let mut signed = Chain::default().credential();
    signed.as_object_mut().unwrap().remove("proof");
    let mut paths = Vec::new();
    leaves("", &signed, &mut paths);
    for path in paths.into_iter().filter(|path| !LEADING.contains(&path.as_str())) {
        let chain = rewritten({
            let path = path.clone();
            move |credential| *credential.pointer_mut(&path).unwrap() = "forged".into()
        });
        let CredentialError::Differs { member, found, .. } = refused(&chain) else {
            panic!("{path}")
        };
        // The context stands in the proof too, which is compared by the same function.
        assert_eq!((member, found), (path, "\"forged\"".into()));
    }
}

#[test]
fn the_difference_says_what_the_register_has() {
    let differs = |chain: &Chain, member: &str, expected: &str, found: &str| {
        let (member, expected, found) = (member.into(), expected.into(), found.into());
        assert_eq!(
            refused(chain),
            CredentialError::Differs {
                member,
                expected,
                found
            }
        );
    };
    let holder = "/credentialSubject/holders/parties/0/party";
    let chain = rewritten(|credential| *credential.pointer_mut(holder).unwrap() = "P1C-2-X".into());
    let expected = Chain::default().credential().pointer(holder).unwrap().to_string();
    differs(&chain, holder, &expected, "\"P1C-2-X\"");
    let until = "/credentialSubject/rights/0/validUntil";
    let chain = rewritten(|credential| {
        *credential.pointer_mut(until).unwrap() = "2099-01-01T00:00:00.000+08:00".into()
    });
    differs(
        &chain,
        until,
        "\"2029-11-08T00:00:00.000+08:00\"",
        "\"2099-01-01T00:00:00.000+08:00\"",
    );
    let chain = rewritten(|credential| credential["credentialSubject"]["level"] = "important".into());
    differs(&chain, "/credentialSubject/level", "\"general\"", "\"important\"");
}

#[test]
fn a_right_is_claimed_that_the_certificate_does_not_list() {
    let chain = rewritten(|credential| {
        let rights = credential
            .pointer_mut("/credentialSubject/rights")
            .unwrap()
            .as_array_mut()
            .unwrap();
        rights.push(json!({ "kind": "operating" }));
    });
    let member = "/credentialSubject/rights/2".into();
    let found = r#"{"kind":"operating"}"#.into();
    assert_eq!(
        refused(&chain),
        CredentialError::Differs {
            member,
            expected: "nothing".into(),
            found
        }
    );
}

#[test]
fn a_right_is_left_out() {
    let chain = rewritten(|credential| {
        credential
            .pointer_mut("/credentialSubject/rights")
            .unwrap()
            .as_array_mut()
            .unwrap()
            .pop();
    });
    let CredentialError::Differs { member, found, .. } = refused(&chain) else {
        panic!()
    };
    assert_eq!(
        (member.as_str(), found.as_str()),
        ("/credentialSubject/rights/1", "nothing")
    );
}

#[test]
fn a_member_is_added() {
    let chain = rewritten(|credential| credential["credentialSubject"]["pledges"] = "none".into());
    let CredentialError::Differs { member, expected, .. } = refused(&chain) else {
        panic!()
    };
    assert_eq!(
        (member.as_str(), expected.as_str()),
        ("/credentialSubject/pledges", "nothing")
    );
}

#[test]
fn signed_by_a_stranger() {
    let chain = Chain {
        signer: signing_key(77),
        ..Chain::default()
    };
    let key = issuer(&signing_key(77));
    assert_eq!(
        refused(&chain),
        CredentialError::KeyNotOfAuthority {
            authority: AUTHORITY,
            key
        }
    );
}

#[test]
fn signed_by_another_authority() {
    let chain = Chain {
        signer: signing_key(102),
        ..Chain::default()
    };
    let key = issuer(&signing_key(102));
    assert_eq!(
        refused(&chain),
        CredentialError::KeyNotOfAuthority {
            authority: AUTHORITY,
            key
        }
    );
}

#[test]
fn signed_by_a_stranger_in_the_name_of_the_authority() {
    let genuine = Chain::default().credential();
    let chain = Chain {
        signer: signing_key(77),
        package: Box::new(move |package| {
            let value = package.credential["proof"]["proofValue"].clone();
            package.credential = genuine.clone();
            package.credential["proof"]["proofValue"] = value;
        }),
        ..Chain::default()
    };
    let key = issuer(&signing_key(101));
    assert_eq!(refused(&chain), CredentialError::BadSignature { key });
}

#[test]
fn signed_with_a_key_that_had_ended() {
    let chain = Chain {
        signer: signing_key(100),
        ..Chain::default()
    };
    let reason = CredentialError::KeyNotValid {
        created: AS_OF,
        from: Moment(0),
        until: Some(ISSUED_AT),
    };
    assert_eq!(refused(&chain), reason);
}

#[test]
fn signed_with_an_ended_key_and_an_earlier_date() {
    let created = Moment(ISSUED_AT.0 - 1);
    let chain = Chain {
        signer: signing_key(100),
        created,
        ..Chain::default()
    };
    assert_eq!(
        refused(&chain),
        CredentialError::SignedBeforeIssue {
            created,
            issued_at: ISSUED_AT
        }
    );
}

#[test]
fn signed_with_a_key_that_was_not_valid_yet() {
    let mut chain = Chain::default();
    let from = Moment(AS_OF.0 + 1);
    chain.register.keys[1].valid_from = from;
    assert_eq!(
        refused(&chain),
        CredentialError::KeyNotValid {
            created: AS_OF,
            from,
            until: None
        }
    );
}

#[test]
fn signed_after_the_block_that_proves_the_key() {
    let created = Moment(AS_OF.0 + 1);
    let chain = Chain {
        created,
        ..Chain::default()
    };
    assert_eq!(
        refused(&chain),
        CredentialError::SignedAfterProof {
            created,
            as_of: AS_OF
        }
    );
}

#[test]
fn with_a_number_that_was_never_drawn() {
    let chain = rewritten(|credential| {
        credential["credentialSubject"]["certificate"]["number"] = number(3).as_str().into()
    });
    assert_eq!(
        refused(&chain),
        CredentialError::UnknownNumber {
            object: object_id(),
            number: number(3)
        }
    );
}

#[test]
fn with_the_number_of_the_other_certificate() {
    let chain = rewritten(|credential| {
        credential["credentialSubject"]["certificate"]["number"] = number(2).as_str().into()
    });
    let CredentialError::Differs { member, .. } = refused(&chain) else {
        panic!()
    };
    assert_eq!(member, "/credentialSubject/certificate/entry");
}

#[test]
fn with_an_issue_not_yet_made() {
    for found in [3, 0] {
        let chain = rewritten(move |credential| {
            credential["credentialSubject"]["certificate"]["issue"] = found.into()
        });
        assert_eq!(refused(&chain), CredentialError::NoSuchIssue { proven: 2, found });
    }
}

#[test]
fn with_the_issue_altered_to_look_current() {
    let chain = altered(|credential| credential["credentialSubject"]["certificate"]["issue"] = 1.into());
    assert_eq!(
        refused(&chain),
        CredentialError::BadSignature {
            key: issuer(&signing_key(101))
        }
    );
}

#[test]
fn of_an_earlier_issue_for_another_chain() {
    let chain = rewritten(|credential| {
        credential["credentialSubject"]["certificate"]["issue"] = 1.into();
        credential["credentialSubject"]["chain"] = "00".repeat(32).into();
    });
    let CredentialError::Differs { member, .. } = refused(&chain) else {
        panic!()
    };
    assert_eq!(member, "/credentialSubject/chain");
}

#[test]
fn of_an_ended_certificate_for_another_authority() {
    let mut chain = rewritten(|credential| credential["credentialSubject"]["authority"] = "A1Z-1".into());
    chain.register.certificates[0].outcome = quanji_primitives::v1::Outcome::Ended(3);
    let CredentialError::Differs { member, .. } = refused(&chain) else {
        panic!()
    };
    assert_eq!(member, "/credentialSubject/authority");
}

#[test]
fn for_another_object() {
    let chain = rewritten(|credential| {
        credential["credentialSubject"]["object"] = other_object_id().to_string().into()
    });
    let reason = chain.refusal();
    // The proof may pass the other object's record on its way, but not all that the record counts.
    let Error::State {
        reason: StateError::NotProven { record },
        ..
    } = reason
    else {
        panic!("{reason}")
    };
    let of_other = [
        Record::Object(other_object_id()),
        Record::Right(other_object_id(), 0),
    ];
    assert!(of_other.contains(&record), "{record}");
}

#[test]
fn with_a_proof_of_another_purpose_or_suite() {
    for member in ["proofPurpose", "cryptosuite", "type", "verificationMethod"] {
        let chain = altered(move |credential| credential["proof"][member] = "authentication".into());
        assert_eq!(
            refused(&chain),
            CredentialError::BadSignature {
                key: issuer(&signing_key(101))
            }
        );
    }
}

#[test]
fn with_another_purpose_and_signed_so() {
    use ed25519_dalek::Signer;
    let chain = altered(|credential| {
        let (document, mut options, _) = quanji_verifier::integrity::split(credential.clone()).unwrap();
        options["proofPurpose"] = "authentication".into();
        let hash = quanji_verifier::integrity::hash_data(&document, &options).unwrap();
        let signature = signing_key(101).sign(&hash).to_bytes();
        options["proofValue"] = format!("z{}", bs58::encode(signature).into_string()).into();
        credential["proof"] = options;
    });
    let CredentialError::Differs { member, .. } = refused(&chain) else {
        panic!()
    };
    assert_eq!(member, "/proof/proofPurpose");
}

#[test]
fn without_a_member_by_which_the_rest_is_found() {
    let mut missing: Vec<&str> = LEADING.to_vec();
    missing.extend(["/proof", "/proof/created", "/proof/proofValue"]);
    for path in missing {
        let chain = altered(move |credential| {
            let (parent, name) = path.rsplit_once('/').unwrap();
            credential
                .pointer_mut(parent)
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove(name);
        });
        let CredentialError::Missing { member } = refused(&chain) else {
            panic!("{path}")
        };
        assert_eq!(member, path);
    }
}

#[test]
fn with_a_number_that_has_no_canonical_form() {
    let chain = altered(|credential| credential["credentialSubject"]["industry"] = json!(7.5));
    assert_eq!(
        refused(&chain),
        CredentialError::NotCanonical { text: "7.5".into() }
    );
}

#[test]
fn cut_off_or_of_another_format() {
    let chain = Chain::default();
    let text = chain.package().to_json().unwrap();
    let refusal = |text: &str| verify(text, &chain.request()).unwrap_err();
    for length in [0, 1, text.len() / 2, text.len() - 2] {
        let refused = refusal(text.get(..length).unwrap_or(""));
        assert!(
            matches!(refused, Error::Package(PackageError::NotJson { .. })),
            "{refused}"
        );
    }
    let other = text.replace("quanji-evidence/1", "quanji-evidence/2");
    assert_eq!(
        refusal(&other),
        PackageError::UnknownFormat {
            found: "quanji-evidence/2".into()
        }
        .into()
    );
    let extra = text.replacen('{', "{\"comment\":1,", 1);
    assert!(matches!(
        refusal(&extra),
        Error::Package(PackageError::NotJson { .. })
    ));
    let bytes = quanji_verifier::package::PACKAGE_BYTES_MAX + 1;
    let reason = PackageError::TooLarge {
        bytes,
        max: bytes - 1,
    };
    assert_eq!(refusal(&" ".repeat(bytes)), reason.into());
}

#[test]
fn with_a_member_that_stands_twice() {
    let chain = Chain::default();
    let text = chain.package().to_json().unwrap();
    let twice = text.replacen(
        "\"level\": \"general\"",
        "\"level\": \"important\", \"level\": \"general\"",
        1,
    );
    assert_ne!(text, twice);
    let Err(Error::Package(PackageError::NotJson { reason })) = verify(&twice, &chain.request()) else {
        panic!()
    };
    assert!(reason.contains("\"level\" stands twice"), "{reason}");
}
