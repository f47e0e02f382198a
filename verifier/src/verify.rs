//! The verification of a package, rule by rule. Each rule is a function that says what it expected and what it found.

use crate::{
    credential::{self, Claims},
    errors::{CredentialError, Error, StateError},
    follow::finalised_block,
    header::Block,
    integrity,
    marks::{lapsed_pledges, marks_against, standing_marks},
    package::{EvidencePackage, Proof},
    state::StateProof,
    title::{RightState, Title},
    trust::TrustAnchor,
    verdict::{CertifiedRight, Freshness, Status, Verdict},
};
use alloc::vec::Vec;
use quanji_primitives::{
    clock::Moment,
    v1::{CertificateRecord, WithoutRights},
};

/// What the caller believes and asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// What is believed without proof.
    pub trust: TrustAnchor,
    /// The caller's time.
    pub now: Moment,
    /// The moment of the register to judge at, where the caller names one; else it follows from `now`. The two differ on
    /// development chains only, whose register clock can be set.
    pub at: Option<Moment>,
    /// Packages older than this are marked "later facts unknown"; nothing where age does not matter.
    pub max_age_millis: Option<u64>,
}

/// Verifies the text of a package.
pub fn verify(json: &str, request: &Request) -> Result<Verdict, Error> {
    verify_package(&EvidencePackage::from_json(json)?, request)
}

/// Verifies a package: finality, then state, then what the credential says of it.
pub fn verify_package(package: &EvidencePackage, request: &Request) -> Result<Verdict, Error> {
    let claims = Claims::read(&package.credential)?;
    let block = finalised_block(&package.proof, &request.trust)?;
    let title = proven_title(&package.proof, &block, &claims)?;
    let at_block = |reason| Error::State {
        block: block.number(),
        reason,
    };
    let as_of = title.register_time();
    let asked_at = request.at.unwrap_or_else(|| title.register_time_at(request.now));

    let certificate = certificate_is_known(&title, &claims)?;
    key_was_valid(&title, &claims)?;
    signed_between_issue_and_proof(certificate, &claims, as_of)?;
    integrity::check_signature(&claims.document, &claims.options, &claims.signature, claims.key)?;
    issue_was_reached(certificate, &claims)?;
    signed_before_later_issue(certificate, &claims)?;

    let rights = certified_rights(&title, certificate, as_of).map_err(at_block)?;
    let status = status(&title, certificate, &claims, &rights, as_of);
    let expected =
        credential::unsigned(&title, certificate, request.trust.genesis(), claims.key).map_err(at_block)?;
    match status {
        // The records of an earlier issue are gone, and an ended one may list rights that others hold by now.
        Status::Superseded { .. } => claims.equal_records_in_what_lasts(&expected)?,
        _ if title.ended_by(certificate).is_some() => claims.equal_records_in_what_lasts(&expected)?,
        _ => claims.equal_records(&expected)?,
    }
    Ok(Verdict {
        status,
        block: block.number(),
        block_hash: block.hash(),
        as_of,
        asked_at,
        freshness: freshness(&title, request),
        number: claims.number,
        issue: claims.issue,
        rights,
        marks: standing_marks(&title, certificate, as_of),
        lapsed_pledges: lapsed_pledges(&title, certificate, as_of),
        open_objections: title.open_objections(as_of).collect(),
        open_cases: title.object.open_cases.to_vec(),
        key: claims.key,
        title,
    })
}

fn proven_title(proof: &Proof, block: &Block, claims: &Claims) -> Result<Title, Error> {
    let state = StateProof::new(
        block.header().state_root,
        proof.state.iter().map(|node| node.0.clone()),
    );
    Title::read(&state, claims.object).map_err(|reason| Error::State {
        block: block.number(),
        reason,
    })
}

fn certificate_is_known<'a>(
    title: &'a Title,
    claims: &Claims,
) -> Result<&'a CertificateRecord, CredentialError> {
    let unknown = CredentialError::UnknownNumber {
        object: title.id,
        number: claims.number,
    };
    title.certificate(claims.number).ok_or(unknown)
}

/// One key may be listed with several intervals: one of them must hold the moment of signing.
fn key_was_valid(title: &Title, claims: &Claims) -> Result<(), CredentialError> {
    let mut intervals = title
        .credential_keys
        .iter()
        .filter(|key| key.public == claims.key.0)
        .peekable();
    let authority = title.object.authority;
    let first = intervals.peek().copied();
    let first = first.ok_or(CredentialError::KeyNotOfAuthority {
        authority,
        key: claims.key,
    })?;
    if !intervals.any(|key| key.is_valid(claims.created)) {
        let (from, until) = (first.valid_from, first.valid_until);
        return Err(CredentialError::KeyNotValid {
            created: claims.created,
            from,
            until,
        });
    }
    Ok(())
}

/// Not before the issue it speaks of, and not after the block that proves its key: the key may have been ended since.
fn signed_between_issue_and_proof(
    certificate: &CertificateRecord,
    claims: &Claims,
    as_of: Moment,
) -> Result<(), CredentialError> {
    let created = claims.created;
    if claims.issue == certificate.issue && created < certificate.issued_at {
        return Err(CredentialError::SignedBeforeIssue {
            created,
            issued_at: certificate.issued_at,
        });
    }
    if created > as_of {
        return Err(CredentialError::SignedAfterProof { created, as_of });
    }
    Ok(())
}

fn issue_was_reached(certificate: &CertificateRecord, claims: &Claims) -> Result<(), CredentialError> {
    let (proven, found) = (certificate.issue, claims.issue);
    if found > proven || found == 0 {
        return Err(CredentialError::NoSuchIssue { proven, found });
    }
    Ok(())
}

/// A superseded issue was signed until the moment of the present one: an honest authority signs the issue that the register
/// has. With the receipt of the national system an issue is dated before its entry (NG 26), so that one signed between the two
/// is refused as not proven, and not as a forgery.
fn signed_before_later_issue(
    certificate: &CertificateRecord,
    claims: &Claims,
) -> Result<(), CredentialError> {
    if claims.issue < certificate.issue && claims.created > certificate.issued_at {
        return Err(CredentialError::SignedAfterLaterIssue {
            issue: claims.issue,
            created: claims.created,
            present: certificate.issue,
            issued_at: certificate.issued_at,
        });
    }
    Ok(())
}

fn certified_rights(
    title: &Title,
    certificate: &CertificateRecord,
    as_of: Moment,
) -> Result<Vec<CertifiedRight>, StateError> {
    let rights = title.rights_of(certificate)?.into_iter();
    rights
        .map(|(number, right)| {
            Ok(CertifiedRight {
                number,
                state: title.right_state(number, as_of)?,
                valid_until: right.valid_until,
                marks: marks_against(title, number, as_of),
                licences: right.licences,
            })
        })
        .collect()
}

fn status(
    title: &Title,
    certificate: &CertificateRecord,
    claims: &Claims,
    rights: &[CertifiedRight],
    as_of: Moment,
) -> Status {
    // Of an earlier issue too: there is no present one to ask for.
    if let Some(by_entry) = title.ended_by(certificate) {
        return Status::Ended { by_entry };
    }
    if claims.issue < certificate.issue {
        return Status::Superseded {
            by_issue: certificate.issue,
        };
    }
    if let Some(registration) = &certificate.without_rights {
        return status_without_rights(registration, as_of);
    }
    let in_force = rights
        .iter()
        .filter(|right| right.state == RightState::InForce)
        .count();
    if in_force == rights.len() && in_force > 0 {
        return Status::InForce;
    }
    if in_force > 0 {
        return Status::PartlyInForce;
    }
    let last_end = rights.iter().filter_map(|right| match right.state {
        RightState::Ended { entry } => Some(entry),
        _ => None,
    });
    let all_ended = rights
        .iter()
        .all(|right| matches!(right.state, RightState::Ended { .. }));
    match last_end.max().filter(|_| all_ended) {
        Some(by_entry) => Status::Ended { by_entry },
        None => Status::Expired,
    }
}

/// A registration without rights is in force for its term.
fn status_without_rights(registration: &WithoutRights, as_of: Moment) -> Status {
    if as_of < registration.valid_until {
        Status::InForce
    } else {
        Status::Expired
    }
}

/// By register time where the caller names a moment of it; else by block time, which is real time on every chain.
fn freshness(title: &Title, request: &Request) -> Freshness {
    let (proven, asked) = match request.at {
        Some(at) => (title.register_time(), at),
        None => (title.block_time, request.now),
    };
    let Some(age_millis) = asked.0.checked_sub(proven.0) else {
        return Freshness::AheadOfCaller {
            by_millis: proven.0.saturating_sub(asked.0),
        };
    };
    match request.max_age_millis {
        None => Freshness::NotLimited { age_millis },
        Some(max) if age_millis > max => Freshness::LaterFactsUnknown { age_millis },
        Some(_) => Freshness::Recent { age_millis },
    }
}
