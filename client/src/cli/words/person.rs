//! Persons, by what identifies them, as the verifier tells them too.

use quanji_client::language::Language;
use quanji_primitives::person::Person;
use quanji_verifier::words::person_text;

/// A person; `erased` tells that she was erased at her own request.
pub fn person(language: Language, person: &Person, erased: bool) -> String {
    person_text(person, erased, language.into())
}
