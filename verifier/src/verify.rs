//! The verification of a package, rule by rule. Each rule is a function that says what it expected and what it found.

use crate::{
    credential::{self, Claims},
    errors::{CredentialError, Error, StateError},
    follow::finalised_block,
    header::Block,
    integrity,
    package::{EvidencePackage, Proof},
    state::StateProof,
    title::{RightState, Title},
    trust::TrustAnchor,
    verdict::{CertifiedRight, Freshness, StandingMark, Status, Verdict},
};
use alloc::vec::Vec;
use quanji_primitives::{
    clock::Moment,
    marks::{Mark, MarkStanding, RightSet},
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

/// How many marks stand against a right.
fn marks_against(title: &Title, right: u32, as_of: Moment) -> u32 {
    let against = title
        .standing_marks(as_of)
        .filter(|(_, mark, _)| mark.rights.contains(right));
    u32::try_from(against.count()).unwrap_or(u32::MAX)
}

/// Every mark that stands on the object, with whether it concerns the certificate.
fn standing_marks(title: &Title, certificate: &CertificateRecord, as_of: Moment) -> Vec<StandingMark> {
    let listed: RightSet = certificate.rights.iter().copied().collect();
    let shown = |(number, mark, standing): (u32, &Mark, MarkStanding)| StandingMark {
        number,
        kind: standing.kind,
        rights: mark.rights,
        on_certificate: mark.rights == RightSet::NONE || mark.rights.meets(listed),
        source: mark.source,
        since: mark.since,
        until: standing.until,
        order: mark.order,
    };
    title.standing_marks(as_of).map(shown).collect()
}

fn status(
    title: &Title,
    certificate: &CertificateRecord,
    claims: &Claims,
    rights: &[CertifiedRight],
    as_of: Moment,
) -> Status {
    if claims.issue < certificate.issue {
        return Status::Superseded {
            by_issue: certificate.issue,
        };
    }
    if let Some(by_entry) = title.ended_by(certificate) {
        return Status::Ended { by_entry };
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
    match asked.0.checked_sub(proven.0) {
        None => Freshness::AheadOfCaller {
            by_millis: proven.0.saturating_sub(asked.0),
        },
        Some(age_millis) if request.max_age_millis.is_some_and(|max| age_millis > max) => {
            Freshness::LaterFactsUnknown { age_millis }
        }
        Some(age_millis) => Freshness::Recent { age_millis },
    }
}
