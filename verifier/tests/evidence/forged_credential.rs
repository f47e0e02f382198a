//! Forgeries of what the credential says, by strangers who cannot sign for the authority and by an authority that can.

use crate::{
    chain::{first_issue, issuer, signing_key, Chain},
    register::{number, object_id, other_object_id, ISSUED_AT},
};
use quanji_verifier::{
    errors::{CredentialError, Error, StateError},
    Record,
};
use serde_json::{json, Value};

pub fn refused(chain: &Chain) -> CredentialError {
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
pub fn altered(change: impl Fn(&mut Value) + 'static) -> Chain {
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
pub const LEADING: [&str; 4] = [
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
    let chain = Chain {
        created: ISSUED_AT,
        ..rewritten(|credential| {
            credential["credentialSubject"]["certificate"]["issue"] = 1.into();
            credential["credentialSubject"]["chain"] = "00".repeat(32).into();
        })
    };
    let CredentialError::Differs { member, .. } = refused(&chain) else {
        panic!()
    };
    assert_eq!(member, "/credentialSubject/chain");
}

#[test]
fn of_an_earlier_issue_under_the_name_of_another() {
    let own = "urn:quanji:certificate:SJ4412026110001/1";
    assert_eq!(first_issue().credential()["id"], own);
    for name in ["SJ4412026110001/2", "SJ4412026110002/1", "SJ4412026110001/10"] {
        let chain = Chain {
            credential: Box::new(move |credential| {
                credential["id"] = format!("urn:quanji:certificate:{name}").into();
                credential["credentialSubject"]["certificate"]["issue"] = 1.into();
            }),
            ..first_issue()
        };
        let CredentialError::Differs { member, expected, .. } = refused(&chain) else {
            panic!("{name}")
        };
        assert_eq!((member, expected), ("/id".into(), format!("\"{own}\"")));
    }
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
