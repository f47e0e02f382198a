//! Persons, by what identifies them.

use quanji_client::language::Language;
use quanji_primitives::person::{ForeignRegister, Person};

/// A person; a natural person's name is off chain, and `erased` tells that she was erased at her own request.
pub fn person(language: Language, person: &Person, erased: bool) -> String {
    if erased {
        return language
            .pick("自然人（已删除）", "natural person (erased)")
            .to_owned();
    }
    match person {
        Person::LegalPerson(code) => language.pick(format!("法人 {code}"), format!("legal person {code}")),
        Person::UnincorporatedOrganisation(code) => language.pick(
            format!("非法人组织 {code}"),
            format!("unincorporated organisation {code}"),
        ),
        Person::ForeignBody(ForeignRegister::Lei(lei)) => {
            language.pick(format!("境外主体 LEI {lei}"), format!("foreign body, LEI {lei}"))
        }
        Person::ForeignBody(ForeignRegister::Register { country, .. }) => {
            let country = String::from_utf8_lossy(country);
            language.pick(
                format!("境外主体（{country}）"),
                format!("foreign body ({country})"),
            )
        }
        Person::NaturalPerson(_) => language
            .pick(
                "自然人（姓名不上链）",
                "natural person (the name is not on the chain)",
            )
            .into(),
    }
}
