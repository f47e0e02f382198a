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
    /// What it is called, for readers of either language.
    pub fn name(self) -> &'static str {
        match self {
            Self::MovableFinance => "中登网 (movables and rights)",
            Self::DataIntellectualProperty => "数据知识产权登记 (data IP)",
            Self::Other => "其他登记系统 (another register)",
        }
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

/// What is to be minded of the searches at register time `at`, asked before a pledge and shown in a report: there is none,
/// or the last one of a register is more than three days old, or found something.
pub fn warnings(searches: &[Search], at: Moment) -> Vec<Noted> {
    if searches.is_empty() {
        return vec![Noted::general(Warning::SearchMissing)];
    }
    let mut found = Vec::new();
    for register in [
        Register::MovableFinance,
        Register::DataIntellectualProperty,
        Register::Other,
    ] {
        let of_register = searches.iter().filter(|search| search.register == register);
        let Some(last) = of_register.max_by_key(|search| search.moment()) else {
            continue;
        };
        let name = register.name().to_owned();
        let number = last.number.clone();
        let when: String = last.at.replace('T', " ").chars().take(16).collect();
        let fresh = FRESH_DAYS.saturating_mul(DAY_MILLIS);
        let is_old = last
            .moment()
            .is_none_or(|done| at.0.saturating_sub(done.0) > fresh);
        if is_old {
            let (register, number, at) = (name.clone(), number.clone(), when.clone());
            found.push(Noted::general(Warning::SearchOld { register, number, at }));
        }
        if last.outcome == Outcome::Found {
            let (register, at) = (name, when);
            found.push(Noted::general(Warning::SearchFound { register, number, at }));
        }
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

    fn codes(searches: &[Search], at: &str) -> Vec<String> {
        let noted = warnings(searches, moment(at).unwrap());
        let code = |one: &Noted| {
            serde_json::to_value(one).unwrap()["code"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        noted.iter().map(code).collect()
    }

    #[test]
    fn a_search_is_fresh_for_three_days() {
        let none = [search(
            Register::MovableFinance,
            "2026-11-09T09:30:00+08:00",
            Outcome::None,
        )];
        assert_eq!(codes(&none, "2026-11-12T09:30"), [""; 0]);
        assert_eq!(codes(&none, "2026-11-12T09:31"), ["search_old"]);
        assert_eq!(codes(&[], "2026-11-12T09:31"), ["search_missing"]);
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
        assert_eq!(codes(&searches, "2026-11-10T00:00"), ["search_found"]);
        assert_eq!(
            codes(&searches[..1], "2026-11-10T00:00"),
            ["search_old", "search_found"]
        );
    }

    #[test]
    fn searches_are_kept_and_found_by_debtor() {
        let folder = tempfile::tempdir().unwrap();
        let one = search(Register::Other, "2026-11-09T09:30:00+08:00", Outcome::None);
        record(folder.path(), one.clone()).unwrap();
        let debtor: PartyId = "P1-1-Q".parse().unwrap();
        assert_eq!(about(folder.path(), &[debtor]).unwrap(), [one]);
        assert_eq!(about(folder.path(), &[PartyId(debtor.0 + 1)]).unwrap(), []);
    }
}
