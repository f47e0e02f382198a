//! Money lent on data: what banks and an enterprise do with a right of the register, told on a real chain.

mod lent_and_repaid;
mod reports;
mod ruling;
mod two_banks;

use super::every_act::acts::{each, rights};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{Person, A44, ALL_RIGHTS, BANK_P, BANK_Q, BANK_R, FREIGHTCO, PORTCO, SUBCO, WU},
    desk::{DESCRIPTION, PAPER},
    story::{millis, text},
    Story,
};
use serde_json::{json, Value};

/// Exit code of `check`: something stands in the way.
const BARRED: i32 = 12;

/// For what Bank P reads PortCo's title.
const PURPOSE: &str = "loan 2026-17";

/// The chain of the story, with its parties and a registered object of PortCo's.
struct Scene {
    story: Story,
    object: String,
    /// Its first certificate.
    certificate: String,
    /// The right to operate.
    right: String,
}

impl Scene {
    /// It is Monday, 9 November 2026.
    fn open(title: &str) -> Result<Self> {
        let story = Story::open(title, "2026-10-26 08:00", &[PORTCO, FREIGHTCO, SUBCO])?;
        for bank in [BANK_P, BANK_Q, BANK_R] {
            let admit = ["party", "admit", "--kind", "legal-person", "--credit-code"];
            let further = [bank.code, "--account", bank.key, "--role", "financier"];
            story.does(
                &WU,
                &format!("admits {}, a financier", bank.name),
                &[&admit[..], &further].concat(),
            )?;
        }
        story.at("2026-10-26 09:00")?;
        let (case, _) = story.files(&PORTCO, "files H, U and O", &A44, &each("--claim", &ALL_RIGHTS))?;
        story.approve(&A44, &case, &each("--grant", &ALL_RIGHTS))?;
        story.publish(&A44, &case, DESCRIPTION)?;
        story.at("2026-11-03 09:00")?;
        let certificate = text(&story.enter(&A44, &case)?, "certificate")?;
        let right = rights(&story, &certificate)?.pop().context("a right")?;
        let object = text(
            &story.desk.done(&["certificate", "show", &certificate])?,
            "object",
        )?;
        story.at("2026-11-09 09:00")?;
        Ok(Self {
            story,
            object,
            certificate,
            right,
        })
    }

    /// A deed that one proposes and others sign: what it made.
    fn signed(&self, by: &Person, what: &str, deed: &[&str], others: &[&Person]) -> Result<String> {
        let proposed = self.story.does(by, what, deed)?;
        let id = text(&proposed, "deed")?;
        for other in others {
            let sign = ["pledge", "sign", &id, "--contract", PAPER];
            let signed = self.story.does(other, &format!("signs {id}"), &sign)?;
            if signed["missing"] == json!([]) {
                self.story.so(&format!("{id}: entered, {}", signed["entry"]));
            }
        }
        Ok(id)
    }

    fn reserving<'a>(&'a self, bank: &'a str, amount: &'a str) -> Vec<&'a str> {
        let head = ["reserve", "propose", &self.right, "--for", bank];
        let rest = ["--amount", amount, "--contract", PAPER];
        [&head[..], &rest].concat()
    }

    fn pledging<'a>(&'a self, bank: &'a str, amount: &'a str, further: &[&'a str]) -> Vec<&'a str> {
        let head = ["pledge", "propose", &self.right, "--to", bank, "--amount", amount];
        let rest = ["--through", "2028-12-18", "--contract", PAPER];
        [&head[..], &rest, further].concat()
    }

    /// Steps 2 of both runs: P reserves, Q reserves behind it and pledges.
    fn places_are_taken(&self) -> Result<(String, String, String)> {
        let story = &self.story;
        let (p, q) = (story.party(&BANK_P)?, story.party(&BANK_Q)?);
        let what = "reserves its place for CNY 30,000,000";
        let first = self.signed(&BANK_P, what, &self.reserving(&p, "30000000"), &[&PORTCO])?;
        let shown = story.desk.done(&["reserve", "show", &first])?;
        assert_eq!(shown["status"], "standing", "{shown}");
        // Thirty working days: to Monday, 21 December, 24:00.
        let until = millis("2026-12-22 00:00")?;
        ensure!(shown["record"]["until"] == until, "{shown}");
        ensure!(self.last_day(&first)? == "2026-12-21", "{shown}");
        story.at("2026-11-10 09:00")?;
        let what = "reserves a place of its own";
        let second = self.signed(&BANK_Q, what, &self.reserving(&q, "9000000"), &[&PORTCO])?;
        assert_eq!(self.ranks()?, [(first.clone(), 1), (second.clone(), 2)]);
        story.at("2026-11-20 09:00")?;
        let deed = self.pledging(&q, "5000000", &["--reservation", &second]);
        let behind = self.signed(&BANK_Q, "takes a pledge of CNY 5,000,000", &deed, &[&PORTCO])?;
        assert_eq!(self.ranks()?, [(first.clone(), 1), (behind.clone(), 2)]);
        Ok((first, second, behind))
    }

    fn listed(&self) -> Result<Vec<Value>> {
        let shown = self.story.desk.done(&["pledge", "list", &self.right])?;
        Ok(shown["ranks"].as_array().context("ranks")?.clone())
    }

    /// Deeds with their ranks in the ledger.
    fn ranks(&self) -> Result<Vec<(String, u64)>> {
        let ranks = self.listed()?;
        ranks
            .iter()
            .map(|rank| Ok((text(rank, "deed")?, rank["ledger"].as_u64().context("ledger")?)))
            .collect()
    }

    /// Deeds with their ranks by statute.
    fn statutory(&self) -> Result<Vec<(String, Option<u64>)>> {
        let ranks = self.listed()?;
        ranks
            .iter()
            .map(|rank| Ok((text(rank, "deed")?, rank["statutory"].as_u64())))
            .collect()
    }

    fn status(&self, deed: &str) -> Result<Value> {
        Ok(self.story.desk.done(&["pledge", "show", deed])?["status"].take())
    }

    fn offering<'a>(&'a self, to: &'a str, kind: &'a str) -> Vec<&'a str> {
        vec![
            "licence",
            "offer",
            &self.right,
            "--to",
            to,
            "--kind",
            kind,
            "--purpose",
            "logistics-planning",
            "--region",
            "44",
            "--until",
            "2028-06-30",
            "--contract",
            PAPER,
        ]
    }

    /// Offers a licence, which waits for its licensee; gives the number of the offer.
    fn offered(&self, to: &Person, kind: &str) -> Result<String> {
        let party = self.story.party(to)?;
        let what = format!("offers {} a licence, {kind}", to.name);
        let offered = self.story.does(&PORTCO, &what, &self.offering(&party, kind))?;
        Ok(offered["offer"].to_string())
    }

    fn accepting<'a>(&'a self, offer: &'a str) -> [&'a str; 5] {
        ["licence", "accept", &self.object, "--offer", offer]
    }

    /// A bank is told `why` of its pledge or reservation: what it is told.
    fn is_told(&self, bank: &Person, deed: &str, why: &str) -> Result<Value> {
        let told = self.told(bank)?;
        let all = told["rights"].as_array().context("rights")?;
        let found = all.iter().find(|one| one["deed"] == deed && one["why"] == why);
        let found = found.with_context(|| format!("no {why} of {deed} in {told}"))?;
        self.story
            .so(&format!("{} is told of its {deed}: {why}", bank.name));
        Ok(found.clone())
    }

    fn told(&self, party: &Person) -> Result<Value> {
        let party = self.story.party(party)?;
        let told = self.story.desk.done(&["case", "told", "--party", &party])?;
        ensure!(told["securities_read"] == true, "{told}");
        Ok(told)
    }

    /// The number of the mark that a deed set.
    fn mark_of(&self, deed: &str) -> Result<String> {
        let shown = self.story.desk.done(&["pledge", "show", deed])?;
        let items = shown["record"]["collateral"].as_array().context("collateral")?;
        Ok(items.first().context("an object")?["mark"].to_string())
    }
}
