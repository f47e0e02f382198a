//! Searches of the registers in which the law gives a pledge its rank: 中登网 and the data-IP registers. The reader searches
//! there and records number, time, result and digest here; a report shows them, and warns when the last one is old.

use std::path::{Path, PathBuf};

use quanji_primitives::{
    clock::{Moment, DAY_MILLIS},
    PartyId,
};
use serde::{Deserialize, Serialize};

use super::{
    chained::{self, ChainedError, Line},
    warnings::{Noted, Warning},
};
use crate::language::Language;

/// The file in the folder of records.
pub const FILE: &str = "searches.jsonl";

/// A search is fresh for so many days.
pub const FRESH_DAYS: u64 = 3;

/// A register in which the law gives rank.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// The unified register of movables and rights 动产融资统一登记公示系统 (中登网).
    MovableFinance,
    /// A register of pledges of data intellectual property 数据知识产权登记.
    DataIntellectualProperty,
    /// Another one.
    Other,
}

impl Register {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::MovableFinance, Self::DataIntellectualProperty, Self::Other];

    /// What it is called; 中登网 keeps its name in English.
    pub fn name(self, language: Language) -> &'static str {
        let (chinese, english) = match self {
            Self::MovableFinance => ("中登网", "中登网 (movables and rights)"),
            Self::DataIntellectualProperty => {
                ("数据知识产权登记", "the register of data intellectual property")
            }
            Self::Other => ("其他登记系统", "another register"),
        };
        language.pick(chinese, english)
    }

    /// Its code, as programs read and write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::MovableFinance => "movable_finance",
            Self::DataIntellectualProperty => "data_intellectual_property",
            Self::Other => "other",
        }
    }

    /// The register of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|register| register.code() == code)
    }
}

/// What a search found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing against the debtor.
    None,
    /// Earlier registrations.
    Found,
}

/// A search.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Where.
    pub register: Register,
    /// Number of the search, or of its certificate.
    pub number: String,
    /// When, in China: `2026-11-09T09:30:00+08:00`.
    pub at: String,
    /// What was found.
    pub outcome: Outcome,
    /// The party about whose holdings it was asked.
    pub debtor: String,
    /// SHA-256 of the answer as it was kept.
    pub digest: String,
}

impl Search {
    /// The moment of the search; nothing where its text is none.
    pub fn moment(&self) -> Option<Moment> {
        moment(&self.at)
    }
}

/// A moment as [`Moment`] writes it.
pub fn moment(text: &str) -> Option<Moment> {
    let local = text.strip_suffix("+08:00").unwrap_or(text).replace(' ', "T");
    let full = match local.len() {
        16 => format!("{local}:00.000+08:00"),
        19 => format!("{local}.000+08:00"),
        _ => format!("{local}+08:00"),
    };
    quanji_verifier::timestamp::parse(&full)
}

/// The records in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Records a search.
pub fn record(folder: &Path, search: Search) -> Result<Line<Search>, ChainedError> {
    chained::append(&file(folder), search)
}

/// All searches recorded, checked to hang together.
pub fn all(folder: &Path) -> Result<Vec<Line<Search>>, ChainedError> {
    chained::read(&file(folder))
}

/// The searches recorded about these parties.
pub fn about(folder: &Path, debtors: &[PartyId]) -> Result<Vec<Search>, ChainedError> {
    let names: Vec<String> = debtors.iter().map(ToString::to_string).collect();
    let all = all(folder)?.into_iter().map(|line| line.record);
    Ok(all.filter(|search| names.contains(&search.debtor)).collect())
}

/// What is to be minded of the searches at register time `at`, asked before a pledge and shown in a report: debtor by debtor,
/// then of the names that only the searches have, which are former ones.
pub fn warnings(searches: &[Search], debtors: &[PartyId], at: Moment) -> Vec<Noted> {
    let counted: Vec<&Search> = searches.iter().filter(|search| counts(search, at)).collect();
    let debtors: Vec<String> = debtors.iter().map(ToString::to_string).collect();
    let mut names: Vec<&str> = debtors.iter().map(String::as_str).collect();
    for search in &counted {
        if !names.contains(&search.debtor.as_str()) {
            names.push(&search.debtor);
        }
    }
    let mut found = Vec::new();
    for (place, debtor) in names.into_iter().enumerate() {
        for register in Register::ALL {
            let of_both = |search: &&&Search| search.register == register && search.debtor == debtor;
            let last = counted
                .iter()
                .filter(of_both)
                .max_by_key(|search| search.moment());
            match last {
                Some(last) => found.extend(of_the_last(last, at)),
                None => found.extend(missing(register, debtor).filter(|_| place < debtors.len())),
            }
        }
    }
    found.into_iter().map(Noted::general).collect()
}

/// A search dated later than a day after the register's time tells nothing of that time: a day, because clocks differ.
fn counts(search: &Search, at: Moment) -> bool {
    let latest = at.0.saturating_add(DAY_MILLIS);
    search.moment().is_none_or(|done| done.0 <= latest)
}

/// Nothing is recorded of a register in which the law gives rank; another register need not be searched.
fn missing(register: Register, debtor: &str) -> Option<Warning> {
    (register != Register::Other).then(|| Warning::SearchMissing {
        register: register.code().to_owned(),
        debtor: debtor.to_owned(),
    })
}

/// The last search of a register about a debtor is more than three days old, or found something.
fn of_the_last(last: &Search, at: Moment) -> Vec<Warning> {
    let fresh = FRESH_DAYS.saturating_mul(DAY_MILLIS);
    let age = last.moment().map(|done| at.0.saturating_sub(done.0));
    let facts = || {
        let when: String = last.at.replace('T', " ").chars().take(16).collect();
        let register = last.register.code().to_owned();
        (register, last.debtor.clone(), last.number.clone(), when)
    };
    let mut found = Vec::new();
    // One whose time cannot be read is as good as old.
    if age.is_none_or(|age| age > fresh) {
        let (register, debtor, number, at) = facts();
        found.push(Warning::SearchOld {
            register,
            debtor,
            number,
            at,
        });
    }
    if last.outcome == Outcome::Found {
        let (register, debtor, number, at) = facts();
        found.push(Warning::SearchFound {
            register,
            debtor,
            number,
            at,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(register: Register, at: &str, outcome: Outcome) -> Search {
        Search {
            register,
            number: "2026110900001".into(),
            at: at.into(),
            outcome,
            debtor: "P1-1-Q".into(),
            digest: "sha2-256:00".into(),
        }
    }

    /// The debtor of the searches.
    fn debtor() -> PartyId {
        "P1-1-Q".parse().unwrap()
    }

    /// Somebody else.
    fn other() -> PartyId {
        PartyId(debtor().0 + 1)
    }

    /// The codes and facts of what is to be minded of these debtors.
    fn minded(searches: &[Search], debtors: &[PartyId], at: &str) -> Vec<serde_json::Value> {
        let noted = warnings(searches, debtors, moment(at).unwrap());
        let json = |one: &Noted| serde_json::to_value(one).unwrap();
        noted.iter().map(json).collect()
    }

    fn codes(searches: &[Search], debtors: &[PartyId], at: &str) -> Vec<String> {
        let minded = minded(searches, debtors, at);
        let code = |one: &serde_json::Value| one["code"].as_str().unwrap().to_owned();
        minded.iter().map(code).collect()
    }

    /// Searches of both registers that found nothing.
    fn both(at: &str) -> [Search; 2] {
        [Register::MovableFinance, Register::DataIntellectualProperty]
            .map(|register| search(register, at, Outcome::None))
    }

    #[test]
    fn a_search_is_fresh_for_three_days() {
        let none = both("2026-11-09T09:30:00+08:00");
        assert_eq!(codes(&none, &[debtor()], "2026-11-12T09:30"), [""; 0]);
        assert_eq!(
            codes(&none, &[debtor()], "2026-11-12T09:31"),
            ["search_old", "search_old"]
        );
    }

    #[test]
    fn the_last_search_of_each_register_counts() {
        let searches = [
            search(Register::MovableFinance, "2026-11-01T09:30", Outcome::Found),
            search(Register::MovableFinance, "2026-11-09T09:30", Outcome::None),
            search(
                Register::DataIntellectualProperty,
                "2026-11-09T09:30",
                Outcome::Found,
            ),
        ];
        let at = "2026-11-10T00:00";
        assert_eq!(codes(&searches, &[debtor()], at), ["search_found"]);
        assert_eq!(
            codes(&searches[..1], &[debtor()], at),
            ["search_old", "search_found", "search_missing"]
        );
    }

    #[test]
    fn each_debtor_is_searched_for_in_both_registers() {
        let (searches, at) = (both("2026-11-09T09:30"), "2026-11-10T00:00");
        assert_eq!(codes(&searches[..1], &[debtor()], at), ["search_missing"]);
        // What was found of one tells nothing of another.
        let minded = minded(&searches, &[debtor(), other()], at);
        let facts: Vec<_> = minded.iter().map(|one| one["facts"].clone()).collect();
        let missing = ["movable_finance", "data_intellectual_property"]
            .map(|register| serde_json::json!({ "register": register, "debtor": other().to_string() }));
        assert_eq!(facts, missing);
        assert!(
            minded.iter().all(|one| one["code"] == "search_missing"),
            "{minded:?}"
        );
    }

    #[test]
    fn another_register_is_judged_where_it_was_searched_and_is_never_missing() {
        let [one, two] = both("2026-11-09T09:30");
        let elsewhere = search(Register::Other, "2026-11-01T09:30", Outcome::Found);
        let all = [one, two, elsewhere];
        let at = "2026-11-10T00:00";
        assert_eq!(codes(&all[..2], &[debtor()], at), [""; 0]);
        assert_eq!(codes(&all, &[debtor()], at), ["search_old", "search_found"]);
    }

    #[test]
    fn a_former_name_is_judged_where_it_was_searched_and_is_never_missing() {
        let [mut own, mut of_another] = both("2026-11-09T09:30");
        own.debtor = other().to_string();
        of_another.debtor = other().to_string();
        let former = search(Register::MovableFinance, "2026-11-01T09:30", Outcome::Found);
        assert_eq!(
            codes(&[former, own, of_another], &[other()], "2026-11-10T00:00"),
            ["search_old", "search_found"]
        );
    }

    #[test]
    fn a_search_dated_more_than_a_day_after_the_register_does_not_count() {
        let later = both("2026-11-09T09:30");
        assert_eq!(codes(&later, &[debtor()], "2026-11-08T09:30"), [""; 0]);
        assert_eq!(
            codes(&later, &[debtor()], "2026-11-08T09:29"),
            ["search_missing", "search_missing"]
        );
    }

    #[test]
    fn a_register_has_a_code_for_programs_and_a_name_in_each_language() {
        for register in Register::ALL {
            assert_eq!(serde_json::to_value(register).unwrap(), register.code());
            assert_eq!(Register::of_code(register.code()), Some(register));
        }
        let text = |register, language| missing(register, "P1-1-Q").unwrap().text(language);
        assert_eq!(
            text(Register::MovableFinance, Language::Chinese),
            "尚未记录就 P1-1-Q 对中登网的查询"
        );
        assert_eq!(
            text(Register::DataIntellectualProperty, Language::English),
            "no search of the register of data intellectual property about P1-1-Q is recorded"
        );
    }

    #[test]
    fn searches_are_kept_and_found_by_debtor() {
        let folder = tempfile::tempdir().unwrap();
        let one = search(Register::Other, "2026-11-09T09:30:00+08:00", Outcome::None);
        record(folder.path(), one.clone()).unwrap();
        assert_eq!(about(folder.path(), &[debtor()]).unwrap(), [one]);
        assert_eq!(about(folder.path(), &[other()]).unwrap(), []);
    }
}
