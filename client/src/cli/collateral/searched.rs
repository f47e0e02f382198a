//! What the pledgee is reminded of when it signs a pledge: its searches of the registers in which the law gives rank.

use std::collections::BTreeSet;

use quanji_client::{
    chain::View,
    language::{Language, Localised},
    title::{
        chained::ChainedError,
        searches,
        warnings::{Noted, Warning},
    },
};
use quanji_primitives::{
    collateral::{DeedMatter, PledgeTerms},
    PartyId,
};
use serde_json::json;

use super::super::{exit::Failure, output::Report, title::Records};

/// What is to be minded of the searches about who pledges, gathered before anybody signs: no later question can fail.
pub struct Reminder {
    pledgee: PartyId,
    noted: Result<Vec<Noted>, ChainedError>,
}

impl Reminder {
    /// Of a pledge: about a pledgor no search of a statutory register is recorded, or the last one is old or found something
    /// (S076).
    pub async fn of(view: &View, records: &Records, matter: &DeedMatter) -> Result<Option<Self>, Failure> {
        let DeedMatter::Pledge(terms) = matter else {
            return Ok(None);
        };
        let (debtors, now) = (pledgors(view, terms).await?, view.register_time().await?);
        let found = match records.folder() {
            Ok(folder) => searches::about(&folder, &debtors),
            // Without a place for them there are none.
            Err(_) => Ok(Vec::new()),
        };
        Ok(Some(Self {
            pledgee: view.current(terms.pledgee).await?,
            noted: found.map(|found| searches::warnings(&found, &debtors, now)),
        }))
    }

    /// The report of a signature, with the reminder where it was the pledgee's. A broken record is told, and hinders nothing.
    pub fn added_to(&self, report: Report, by: PartyId, language: Language) -> Report {
        match &self.noted {
            _ if by != self.pledgee => report,
            Ok(noted) => told(language, report, noted),
            Err(broken) => report.caution(broken.text(language)),
        }
    }
}

/// Who holds what is pledged, each once.
async fn pledgors(view: &View, terms: &PledgeTerms) -> Result<Vec<PartyId>, Failure> {
    let mut stored = BTreeSet::new();
    for offered in &terms.offered {
        let Some(title) = view.title(offered.object).await? else {
            continue;
        };
        let rights = (0..)
            .zip(title.rights)
            .filter(|(number, _)| offered.rights.contains(*number));
        stored.extend(rights.flat_map(|(_, right)| right.holders.parties()));
    }
    let mut pledgors = BTreeSet::new();
    for party in stored {
        pledgors.insert(view.current(party).await?);
    }
    Ok(pledgors.into_iter().collect())
}

fn told(language: Language, report: Report, noted: &[Noted]) -> Report {
    let remedy = language.pick(
        "请查询中登网等登记系统，并用 quanji title search record 记录",
        "search there, and note it with quanji title search record",
    );
    let text = |warning: &Warning| match warning {
        Warning::SearchFound { .. } => warning.text(language),
        _ => format!("{}{}{remedy}", warning.text(language), language.pick("：", ": ")),
    };
    let reminded = noted
        .iter()
        .fold(report, |report, one| report.caution(text(&one.warning)));
    reminded.fact("searches", json!(noted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::clock::Moment;

    /// Nothing was searched about this debtor.
    const DEBTOR: &str = "P1-1-Q";

    fn nothing_searched() -> Vec<Noted> {
        searches::warnings(&[], &[DEBTOR.parse().unwrap()], Moment(0))
    }

    #[test]
    fn a_pledgee_without_a_search_is_told_where_to_search_and_how_to_note_it() {
        for (language, movables, data_ip) in [
            (
                Language::English,
                "no search of 中登网 (movables and rights)",
                "no search of the register of data intellectual property",
            ),
            (Language::Chinese, "对中登网的查询", "对数据知识产权登记的查询"),
        ] {
            let report = told(language, Report::new(json!({})), &nothing_searched());
            let text = format!("{report:?}");
            for part in [
                movables,
                data_ip,
                DEBTOR,
                "quanji title search record",
                "search_missing",
            ] {
                assert!(text.contains(part), "{part}: {text}");
            }
        }
    }

    #[test]
    fn only_the_pledgee_is_reminded_and_a_broken_record_hinders_no_signature() {
        let (pledgee, holder) = (PartyId(1), PartyId(2));
        let added = |noted, by| {
            let reminder = Reminder { pledgee, noted };
            let report = Report::new(json!({}));
            format!("{:?}", reminder.added_to(report, by, Language::English))
        };
        let missing = || Ok(nothing_searched());
        assert!(added(missing(), pledgee).contains("search_missing"));
        assert!(!added(missing(), holder).contains("search"));
        let broken = added(Err(ChainedError::NoFolder), pledgee);
        assert!(broken.contains("Caution"), "{broken}");
    }

    #[test]
    fn what_a_search_found_is_told_and_a_fresh_search_that_found_nothing_is_not() {
        let fact = || "2026".to_owned();
        let noted = [Noted::general(Warning::SearchFound {
            register: fact(),
            debtor: fact(),
            number: fact(),
            at: fact(),
        })];
        let text = format!("{:?}", told(Language::English, Report::new(json!({})), &noted));
        assert!(text.contains("found earlier registrations"), "{text}");
        let text = format!("{:?}", told(Language::English, Report::new(json!({})), &[]));
        assert!(!text.contains("Caution"), "{text}");
    }
}
