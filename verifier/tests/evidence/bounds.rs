//! Where a rule begins and ends: the moment, the count and the holder on each side of its bound.

use crate::{
    chain::{first_issue, Chain},
    forged_credential::{altered, refused},
    register::{licence, object_id, party_id, AS_OF, ISSUED_AT},
};
use quanji_primitives::{
    clock::Moment,
    rights::{Holders, RightKind},
    terms::{Region, Use, UseAnswer, UseBar},
    v1::Outcome,
    RightId,
};
use quanji_verifier::{
    errors::{CredentialError, PackageError},
    package::PACKAGE_BYTES_MAX,
    verify, verify_package, Error, Freshness, Status,
};

#[test]
fn a_certificate_is_signed_from_the_moment_of_its_issue() {
    let chain = Chain {
        created: ISSUED_AT,
        ..Chain::default()
    };
    assert_eq!(chain.verdict().status, Status::InForce);
}

#[test]
fn an_earlier_issue_is_signed_until_the_moment_of_the_present_one() {
    let mut chain = first_issue();
    assert_eq!(chain.created, ISSUED_AT);
    assert_eq!(chain.verdict().status, Status::Superseded { by_issue: 2 });
    chain.created = Moment(ISSUED_AT.0 + 1);
    let reason = refused(&chain);
    assert!(
        matches!(reason, CredentialError::SignedAfterLaterIssue { .. }),
        "{reason}"
    );
}

/// To decode them would take the square of their length: the reader of such a file would wait for minutes, and a day for the
/// greatest one.
#[test]
fn a_key_or_a_signature_of_a_million_characters_is_refused_before_it_is_decoded() {
    let long = || "z".repeat(1_000_000);
    let missing = |member| CredentialError::Missing { member };
    let of_key = altered(move |credential| {
        credential["issuer"]["id"] = format!("did:key:{}", long()).into();
    });
    assert_eq!(refused(&of_key), missing("/issuer/id"));
    let of_signature = altered(move |credential| credential["proof"]["proofValue"] = long().into());
    assert_eq!(refused(&of_signature), missing("/proof/proofValue"));
}

#[test]
fn a_proof_of_the_age_allowed_is_recent() {
    let chain = Chain::default();
    let mut request = chain.request();
    request.max_age_millis = Some(5);
    request.now = Moment(AS_OF.0 + 5);
    let recent = Freshness::Recent { age_millis: 5 };
    assert_eq!(chain.ask(&request).unwrap().freshness, recent);
    request.now = Moment(AS_OF.0 + 6);
    let old = Freshness::LaterFactsUnknown { age_millis: 6 };
    assert_eq!(chain.ask(&request).unwrap().freshness, old);
}

#[test]
fn a_certificate_that_lists_nothing_is_not_in_force() {
    let mut chain = Chain::default();
    chain.register.certificates[0].rights = Default::default();
    assert_eq!(chain.verdict().status, Status::Expired);
}

/// What an ended certificate lists may have gone to others, under a certificate of their own.
#[test]
fn an_ended_certificate_is_genuine_though_others_hold_its_rights_by_now() {
    let credential = Chain::default().credential();
    let mut later = Chain::default();
    for right in &mut later.register.rights[..2] {
        right.holders = Holders::Sole(party_id(2));
    }
    later.register.certificates[0].outcome = Outcome::Ended(3);
    let verdict = verify_package(&later.package_with(credential), &later.request()).unwrap();
    assert_eq!(verdict.status, Status::Ended { by_entry: 3 });
}

#[test]
fn who_stands_in_the_place_of_a_licensee_may_use_and_the_former_may_not() {
    let mut chain = Chain::default();
    let parent = RightId {
        object: object_id(),
        index: 0,
    };
    chain.register.rights[2].parent = Some(parent);
    chain.register.rights[2].kind = RightKind::ProcessingUse;
    chain.register.rights[2].holders = Holders::Sole(party_id(2));
    chain.register.licences.insert(2, licence());
    chain.register.succeed(2, 7);
    let title = chain.verdict().title;
    let asked = Use {
        purpose: 1,
        region: Region(44),
        medium: None,
    };
    let may = |serial| title.may_use(2, party_id(serial), asked, AS_OF);
    assert!(matches!(may(7), UseAnswer::Yes { .. }), "{:?}", may(7));
    let UseAnswer::No { bar, .. } = may(2) else {
        panic!("{:?}", may(2))
    };
    assert_eq!(bar, UseBar::NotTheHolder);
}

#[test]
fn a_package_of_the_greatest_size_is_read_and_no_greater_one() {
    let chain = Chain::default();
    let mut text = chain.package().to_json().unwrap();
    text.push_str(&" ".repeat(PACKAGE_BYTES_MAX - text.len()));
    assert!(verify(&text, &chain.request()).is_ok());
    text.push(' ');
    let refused = Error::Package(PackageError::TooLarge {
        bytes: PACKAGE_BYTES_MAX + 1,
        max: PACKAGE_BYTES_MAX,
    });
    assert_eq!(verify(&text, &chain.request()), Err(refused));
}
