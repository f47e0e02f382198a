//! The words of the day book and of what stands in the way.

use quanji_client::language::Language;
use quanji_primitives::{
    dealing::Remover,
    marks::{EntryRange, MarkSource, OrderTerm, Organ},
};
pub use quanji_verifier::report::{organ_json, range_json};
use serde_json::{json, Value};

use super::super::{marks, words};

/// The organ that issued an instrument.
pub fn organ(language: Language, organ: Organ) -> String {
    format!("{} {}", words::word(language, &organ.kind), organ.code)
}

/// For how long.
pub fn term(language: Language, term: OrderTerm) -> String {
    match term {
        OrderTerm::Days(days) => language.pick(format!("{days} 天"), format!("{days} days")),
        OrderTerm::Months(months) => language.pick(format!("{months} 个月"), format!("{months} months")),
        OrderTerm::Through(day) => language.pick(format!("至 {day} 24:00"), format!("through {day} 24:00")),
    }
}

/// What was entered between receipt and stamp.
pub fn entered_between(language: Language, range: EntryRange) -> String {
    let EntryRange { first, last } = range;
    language.pick(
        format!("文书收到后、登入日记前，登记簿已有第 {first} 至 {last} 次记载"),
        format!("entries {first} to {last} were made between receipt and stamp of the instrument"),
    )
}

/// From what a mark comes.
pub fn source(source: MarkSource, language: Language) -> String {
    marks::source(source, language)
}

/// Who can remove a mark.
pub fn remover(language: Language, remover: Remover) -> String {
    match remover {
        Remover::Organ(ordered) => language.pick(
            format!("{}，以解除文书", organ(language, ordered)),
            format!("{}, by an instrument of release", organ(language, ordered)),
        ),
        Remover::Objection(objection) => language.pick(
            format!("异议 {objection} 的异议人撤回，或异议了结"),
            format!("the objector of {objection} by withdrawing, or its end"),
        ),
        Remover::Department(conflict) => language.pick(
            format!("主管部门，裁定冲突 {conflict}"),
            format!("the competent department, by deciding conflict {conflict}"),
        ),
        Remover::Authority(authority) => language.pick(
            format!("登记机构 {authority}"),
            format!("the authority {authority}"),
        ),
        Remover::Party(party) => language.pick(format!("主体 {party}"), format!("{party}")),
        Remover::Time => language
            .pick("期满自行消灭", "nobody: it ends by itself")
            .to_owned(),
        Remover::Nobody => language.pick("无", "nobody").to_owned(),
        Remover::Secured(deed) => language.pick(
            format!("契据 {deed} 的质权人或预留人，以同意或解除"),
            format!("who has what deed {deed} made, by consenting or releasing it"),
        ),
    }
}

/// The same for programs.
pub fn remover_json(remover: Remover) -> Value {
    match remover {
        Remover::Organ(organ) => json!({ "organ": organ_json(organ) }),
        Remover::Objection(objection) => json!({ "objection": objection.to_string() }),
        Remover::Department(conflict) => json!({ "department": conflict.to_string() }),
        Remover::Authority(authority) => json!({ "authority": authority.to_string() }),
        Remover::Party(party) => json!({ "party": party.to_string() }),
        Remover::Time => json!("time"),
        Remover::Nobody => json!("nobody"),
        Remover::Secured(deed) => json!({ "deed": deed.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{marks::OrganKind, AuthorityId, ConflictId, DeedId, ObjectionId, PartyId};

    #[test]
    fn each_remover_is_told_in_both_languages() {
        let court = Organ {
            kind: OrganKind::Court,
            code: "12440000MB0000001C".parse().unwrap(),
        };
        let all = [
            (Remover::Organ(court), court.code.to_string()),
            (Remover::Objection(ObjectionId(1)), ObjectionId(1).to_string()),
            (Remover::Department(ConflictId(9)), ConflictId(9).to_string()),
            (Remover::Authority(AuthorityId(1)), AuthorityId(1).to_string()),
            (Remover::Party(PartyId(1)), PartyId(1).to_string()),
            (Remover::Time, String::new()),
            (Remover::Nobody, String::new()),
            (Remover::Secured(DeedId(1)), DeedId(1).to_string()),
        ];
        let [zh, en] = [Language::Chinese, Language::English].map(|language| {
            all.clone().map(|(one, part)| {
                let text = remover(language, one);
                assert!(text.contains(&part), "{text}");
                text
            })
        });
        assert!(zh.iter().zip(&en).all(|(zh, en)| zh != en));
    }
}
