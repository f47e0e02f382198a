//! The data itself: where it comes from, what it is, how fresh it is, and how it came to be registered.

use quanji_primitives::{
    authority::AuthorityStatus,
    object::{DataCategory, DataLevel, Fingerprint, FingerprintKind, Source, SourceKind},
    v1::Publication,
    RightId,
};
use quanji_verifier::title::RightState;

use super::{last_day, marks, Facts, Noted, Warning};
use crate::evidence::EvidenceError;

/// A source that has ended, or ends before the loan does. Marks tell of disputes; a term that runs out leaves no mark.
pub(super) fn sources(facts: &Facts<'_>) -> Result<Vec<Noted>, EvidenceError> {
    let mut found = Vec::new();
    let told = |source: &RightId| {
        let name = source.to_string();
        marks(facts)
            .iter()
            .any(|noted| matches!(&noted.warning, Warning::SourceEnded { source } if *source == name))
    };
    for source in &facts.title.object.facts.lineage {
        let Source::Right(source) = source else { continue };
        let Some(title) = facts.titles.get(&source.object) else {
            continue;
        };
        let place = usize::try_from(source.index).unwrap_or(usize::MAX);
        let Some(right) = title.rights.get(place) else {
            continue;
        };
        let name = source.to_string();
        if title.right_state(source.index, facts.at)? != RightState::InForce {
            if !told(source) {
                found.push(facts.noted(Warning::SourceEnded { source: name }, Some(1)));
            }
            continue;
        }
        if let Some(maturity) = facts.maturity.filter(|day| right.valid_until < day.end()) {
            let (until, maturity) = (last_day(right.valid_until), maturity.to_string());
            let warning = Warning::SourceEndsBeforeMaturity {
                source: name,
                until,
                maturity,
            };
            found.push(facts.noted(warning, Some(1)));
        }
    }
    // The authorisation to process personal information has a last day.
    let personal = facts.title.object.facts.personal_information;
    if let (Some(until), Some(maturity)) = (personal.and_then(|one| one.until), facts.maturity) {
        if until < maturity {
            let (until, maturity) = (until.to_string(), maturity.to_string());
            let warning = Warning::AuthorisationEndsBeforeMaturity { until, maturity };
            found.push(facts.noted(warning, Some(1)));
        }
    }
    Ok(found)
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
