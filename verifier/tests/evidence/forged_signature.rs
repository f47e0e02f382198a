//! Forgeries of the credential's signature, its key and its date, and packages that cannot be read as they should.

use crate::{
    chain::{issuer, signing_key, Chain},
    forged_credential::{altered, refused, LEADING},
    register::{AS_OF, AUTHORITY, ISSUED_AT},
};
use ed25519_dalek::Signer;
use quanji_primitives::clock::Moment;
use quanji_verifier::{
    errors::{CredentialError, Error, PackageError},
    integrity,
    package::PACKAGE_BYTES_MAX,
    verify,
};
use serde_json::json;

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
    let chain = altered(|credential| {
        let (document, mut options, _) = integrity::split(credential.clone()).unwrap();
        options["proofPurpose"] = "authentication".into();
        let hash = integrity::hash_data(&document, &options).unwrap();
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
            expected: "quanji-evidence/1",
            found: "quanji-evidence/2".into()
        }
        .into()
    );
    let extra = text.replacen('{', "{\"comment\":1,", 1);
    assert!(matches!(
        refusal(&extra),
        Error::Package(PackageError::NotJson { .. })
    ));
    let bytes = PACKAGE_BYTES_MAX + 1;
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
