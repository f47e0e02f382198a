//! What of a case is published on the national service system.

use quanji_primitives::{case::Case, filing::Withholding, CaseId, Digest};
use serde_json::Value;

use super::NationalError;
use crate::{
    description::check,
    language::{Language, Localised},
};

/// How much of the notice of a case is withheld.
pub fn withheld(case: &Case) -> Option<Withholding> {
    case.publication.and_then(|decision| decision.withheld)
}

/// The text that is published of a case, out of the file with its description; nothing when the whole is withheld.
pub fn published_text(
    id: CaseId,
    case: &Case,
    file: Option<&[u8]>,
) -> Result<Option<Vec<u8>>, NationalError> {
    let lacking = || NationalError::TextLacking { case: id.to_string() };
    match withheld(case) {
        Some(Withholding::Whole) => Ok(None),
        Some(Withholding::Part) => part(id, file.ok_or_else(lacking)?).map(Some),
        None => {
            let checked = check(file.ok_or_else(lacking)?).map_err(|problems| {
                let first = |language| {
                    let first = problems.first();
                    first.map_or_else(String::new, |problem| {
                        format!("{} {}", problem.path, problem.text(language))
                    })
                };
                NationalError::NotADescription {
                    case: id.to_string(),
                    zh: first(Language::Chinese),
                    en: first(Language::English),
                }
            })?;
            let (filed, given) = (
                case.filing.description_to_publish(),
                Digest::Sha2_256(checked.digest()),
            );
            if filed != Some(given) {
                return Err(NationalError::OtherText {
                    case: id.to_string(),
                    filed: filed.map_or_else(String::new, |filed| filed.to_string()),
                    given: given.to_string(),
                });
            }
            Ok(Some(checked.canonical().to_vec()))
        }
    }
}

/// A part of a description: JSON in its canonical form, or text without the line break at its end.
fn part(id: CaseId, file: &[u8]) -> Result<Vec<u8>, NationalError> {
    let text = match serde_json::from_slice::<Value>(file) {
        Ok(json) => serde_json_canonicalizer::to_vec(&json).unwrap_or_default(),
        Err(_) => file.trim_ascii_end().to_vec(),
    };
    let case = id.to_string();
    match quanji_primitives::text_rules::check(&text) {
        Ok(_) if !text.is_empty() => Ok(text),
        _ => Err(NationalError::NotPublishable { case }),
    }
}
