//! The data itself: where it comes from, what it is, how fresh it is, and how it came to be registered.

use quanji_primitives::{
    authority::AuthorityStatus,
    clock::Moment,
    marks::{MarkSource, SourceState},
    object::{DataCategory, DataLevel, Fingerprint, FingerprintKind, Source, SourceKind},
    v1::{Outcome, Publication},
    ObjectId, RightId,
};
use quanji_verifier::Title;

use super::{last_day, Facts, Noted, Warning};
use crate::evidence::EvidenceError;

/// How long a source is in force.
enum Reach {
    /// It is not.
    Over,
    /// Until this moment, the first at which it is no longer.
    Until(Moment),
}

/// A source that has ended, or ends before the loan does. Marks tell of disputes; a term that runs out leaves no mark.
pub(super) fn sources(facts: &Facts<'_>) -> Result<Vec<Noted>, EvidenceError> {
    let told = told_as_ended(facts);
    let mut found = Vec::new();
    for source in &facts.title.object.facts.lineage {
        let (source, reach, is_told) = match source {
            Source::Right(right) => (right.to_string(), of_right(facts, *right)?, told.contains(right)),
            // A mark tells of it under one of its rights.
            Source::Object(object) => (
                object.to_string(),
                of_object(facts, *object)?,
                told.iter().any(|right| right.object == *object),
            ),
            Source::Unregistered(_) => continue,
        };
        let warning = match (reach, facts.maturity) {
            (Some(Reach::Over), _) if !is_told => Warning::SourceEnded { source },
            (Some(Reach::Until(until)), Some(maturity)) if until < maturity.end() => {
                let (until, maturity) = (last_day(until), maturity.to_string());
                Warning::SourceEndsBeforeMaturity {
                    source,
                    until,
                    maturity,
                }
            }
            _ => continue,
        };
        found.push(facts.noted(warning, Some(1)));
    }
    Ok(found)
}

/// The rights of sources of which a mark tells that they, or their objects, have ended.
fn told_as_ended(facts: &Facts<'_>) -> Vec<RightId> {
    let marks = facts.title.standing_marks(facts.at);
    let ended = marks.filter_map(|(_, mark, _)| match mark.source {
        MarkSource::SourceRight {
            right,
            state: SourceState::Ended,
        } => Some(right),
        _ => None,
    });
    ended.collect()
}

/// How long a right that is a source is in force; nothing where it was not read.
fn of_right(facts: &Facts<'_>, source: RightId) -> Result<Option<Reach>, EvidenceError> {
    let Some(title) = facts.titles.get(&source.object) else {
        return Ok(None);
    };
    let place = usize::try_from(source.index).unwrap_or(usize::MAX);
    let Some(right) = title.rights.get(place) else {
        return Ok(None);
    };
    Ok(Some(match facts.is_in_force(title, source.index, right)? {
        true => Reach::Until(right.valid_until),
        false => Reach::Over,
    }))
}

/// How long an object that is a source is in force: as long as one of its rights of first registration, or a registration
/// without rights. Nothing where it was not read, or has neither.
fn of_object(facts: &Facts<'_>, source: ObjectId) -> Result<Option<Reach>, EvidenceError> {
    let Some(title) = facts.titles.get(&source) else {
        return Ok(None);
    };
    if title.object.outcome != Outcome::Live {
        return Ok(Some(Reach::Over));
    }
    let terms = terms(facts, title)?;
    let last = terms.iter().flatten().max();
    let over = (!terms.is_empty()).then_some(Reach::Over);
    Ok(last.map(|until| Reach::Until(*until)).or(over))
}

/// For each right of first registration, and each registration without rights, until when it is in force; nothing where it is
/// not.
fn terms(facts: &Facts<'_>, title: &Title) -> Result<Vec<Option<Moment>>, EvidenceError> {
    let mut terms = Vec::new();
    for (number, right) in (0..).zip(&title.rights) {
        if right.parent.is_none() {
            let is_in_force = facts.is_in_force(title, number, right)?;
            terms.push(is_in_force.then_some(right.valid_until));
        }
    }
    for certificate in &title.certificates {
        if let Some(registered) = &certificate.without_rights {
            let is_in_force = certificate.outcome == Outcome::Live && facts.at < registered.valid_until;
            terms.push(is_in_force.then_some(registered.valid_until));
        }
    }
    Ok(terms)
}

/// The authorisation to process personal information has a last day: it is over, or is before the loan is.
pub(super) fn authorisation(facts: &Facts<'_>) -> Option<Noted> {
    let until = facts.title.object.facts.personal_information?.until?;
    let maturity = facts.maturity.filter(|maturity| until < *maturity);
    let warning = match (until < facts.at.day(), maturity) {
        (true, _) => Warning::AuthorisationEnded {
            until: until.to_string(),
        },
        (false, Some(maturity)) => Warning::AuthorisationEndsBeforeMaturity {
            until: until.to_string(),
            maturity: maturity.to_string(),
        },
        (false, None) => return None,
    };
    Some(facts.noted(warning, Some(1)))
}

/// What the data is.
pub(super) fn of_the_data(facts: &Facts<'_>) -> Vec<Noted> {
    let data = &facts.title.object.facts;
    let personal = data.category == DataCategory::Personal || data.personal_information.is_some();
    let rules = [
        (data.source == SourceKind::OpenDataByProgram, Warning::CrawledData),
        (personal, Warning::PersonalData),
        (data.level != DataLevel::General, Warning::ImportantData),
    ];
    let told = rules.into_iter().filter(|(holds, _)| *holds);
    told.map(|(_, warning)| facts.noted(warning, Some(1))).collect()
}

/// The last snapshot, and how old the description lets it be.
pub(super) fn snapshots(facts: &Facts<'_>) -> Option<Noted> {
    let snapshot = |print: &&Fingerprint| print.kind == FingerprintKind::Snapshot;
    let last = facts
        .fingerprints
        .iter()
        .filter(snapshot)
        .map(|print| print.day)
        .max();
    let Some(day) = last else {
        return Some(facts.noted(Warning::NoSnapshot, None));
    };
    let allowed = facts
        .update_days
        .filter(|days| day.plus(*days) < facts.at.day())?;
    let (day, allowed) = (day.to_string(), allowed.to_string());
    Some(facts.noted(Warning::SnapshotOld { day, allowed }, None))
}

/// How the registration came about, and who keeps it.
pub(super) fn how_it_was_registered(facts: &Facts<'_>) -> Vec<Noted> {
    let object = &facts.title.object;
    let mut found = Vec::new();
    if let Some(imported) = &object.imported {
        let (scheme, on) = (
            imported.scheme.as_str().to_owned(),
            imported.registered_on.to_string(),
        );
        found.push(facts.noted(Warning::Imported { scheme, on }, Some(1)));
        if imported.reviewed.is_none() {
            found.push(facts.noted(Warning::ImportNotReviewed, Some(1)));
        }
        let checks = imported.checks;
        let rules = [
            (checks.source, Warning::SourceNotChecked),
            (checks.content, Warning::ContentNotChecked),
            (checks.authorisation, Warning::AuthorisationNotChecked),
        ];
        let left = rules.into_iter().filter(|(done, _)| !done);
        found.extend(left.map(|(_, warning)| facts.noted(warning, Some(1))));
    }
    match object.publication {
        Publication::Full => {}
        Publication::Part(_) => found.push(facts.noted(Warning::NoticeWithheldInPart, Some(1))),
        Publication::Withheld => found.push(facts.noted(Warning::NoticeWithheld, Some(1))),
    }
    if facts.title.authority.status != AuthorityStatus::Listed {
        let authority = object.authority.to_string();
        found.push(facts.noted(Warning::AuthoritySuspended { authority }, None));
    }
    found
}
