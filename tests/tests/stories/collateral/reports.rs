//! What Bank P reads of PortCo's title before it lends.

use super::{Scene, PURPOSE};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{Person, BANK_P, BANK_Q, BANK_R, PORTCO},
    desk::REFUSED,
    story::text,
};
use serde_json::Value;

/// PortCo's consent.
const CONSENT: &str = "consent.json";

/// For what Bank P reads the extract.
const FIRST_LOOK: &str = "first look";

/// The codes of a report's warnings.
fn warnings(report: &Value) -> Result<Vec<String>> {
    let listed = report["warnings"].as_array().context("warnings")?;
    let codes = listed.iter().filter_map(|one| one["code"].as_str());
    Ok(codes.map(str::to_owned).collect())
}

impl Scene {
    fn records(&self) -> String {
        self.story.desk.path("records").display().to_string()
    }

    /// Anybody's report on the object for a loan over two years. It is noted in the log of the story, and in no other.
    fn report(&self) -> Result<Value> {
        let (records, title) = (self.records(), ["title", &self.object]);
        let read = ["--maturity", "2028-12-18", "--records", &records];
        self.story.desk.done(&[&title[..], &read].concat())
    }

    /// Its warnings.
    pub fn warned(&self) -> Result<Vec<String>> {
        warnings(&self.report()?)
    }

    /// The last day of a pledge or reservation, as anybody reads it.
    pub fn last_day(&self, deed: &str) -> Result<String> {
        let report = self.report()?;
        let all = report["objects"][0]["securities"]
            .as_array()
            .context("securities")?;
        let found = all.iter().find(|one| one["deed"] == deed);
        let found = found.with_context(|| format!("no {deed} in {report}"))?;
        text(found, "through")
    }

    /// The report warns of this.
    pub fn is_warned(&self, code: &str) -> Result<()> {
        let found = self.warned()?;
        ensure!(found.iter().any(|one| one == code), "no {code} in {found:?}");
        self.story.so(&format!("the title report warns: {code}"));
        Ok(())
    }

    /// The report does not warn of this.
    pub fn is_not_warned(&self, code: &str) -> Result<()> {
        let found = self.warned()?;
        ensure!(!found.iter().any(|one| one == code), "{code} in {found:?}");
        Ok(())
    }
}

/// Bank P finds all that PortCo has by its credit code: the extract, and with consent everything; each reading is logged.
pub fn searched_by_credit_code(scene: &Scene) -> Result<()> {
    let (story, records) = (&scene.story, scene.records());
    let of_party = ["title", "--party", PORTCO.code];
    let read = ["--maturity", "2028-12-18", "--records", &records];
    let extract = story.does(
        &BANK_P,
        "searches by PortCo's credit code",
        &[&of_party[..], &["--purpose", FIRST_LOOK], &read].concat(),
    )?;
    ensure!(extract["extent"] == "extract", "{extract}");
    let objects = extract["objects"].as_array().context("objects")?;
    ensure!(
        objects.len() == 1 && objects[0]["object"] == scene.object.as_str(),
        "{extract}"
    );
    story.so(&format!(
        "one object, {}, at block {}",
        scene.object, extract["as_of"]["block"]
    ));
    let (p, q) = (story.party(&BANK_P)?, story.party(&PORTCO)?);
    let consent = [
        "title",
        "consent",
        "--party",
        &q,
        "--to",
        &p,
        "--purpose",
        PURPOSE,
    ];
    let until = ["--until", "2026-11-20", "--out", CONSENT];
    story.does(
        &PORTCO,
        "consents, for one purpose",
        &[&consent[..], &until].concat(),
    )?;
    let full = |purpose| {
        [
            &of_party[..],
            &["--consent", CONSENT, "--purpose", purpose],
            &read,
        ]
        .concat()
    };
    let refused = story
        .desk
        .run(&[&["--key", BANK_P.key], &full("another loan")[..]].concat())?;
    ensure!(
        refused.code == REFUSED,
        "another purpose: {} {}",
        refused.code,
        refused.output
    );
    let report = story.does(&BANK_P, "reads the full title", &full(PURPOSE))?;
    ensure!(report["extent"] == "full", "{report}");
    ensure!(report["consent"]["purpose"] == PURPOSE, "{report}");
    let log = story.desk.done(&["title", "log", "--records", &records])?;
    let reads = log["reads"].as_array().context("reads")?;
    let purposes: Vec<_> = reads.iter().map(|line| &line["record"]["purpose"]).collect();
    ensure!(
        purposes == [FIRST_LOOK, PURPOSE],
        "both reads, each with its purpose: {log}"
    );
    ensure!(reads[0]["record"]["consent"] == "", "an extract: {log}");
    Ok(())
}

/// Who has no consent reads what stands and in which order: no sum, not for whom, and nobody to whom a licence was given or
/// offered.
pub fn extract_is_silent(scene: &Scene, licensees: &[&Person]) -> Result<()> {
    let (story, records) = (&scene.story, scene.records());
    let of_party = ["title", "--party", PORTCO.code, "--records", &records];
    for report in [scene.report()?, story.desk.done(&of_party)?] {
        ensure!(report["extent"] == "extract", "{report}");
        let object = &report["objects"][0];
        let list = |member: &str| object[member].as_array().cloned().context("a list");
        let securities = list("securities")?;
        ensure!(!securities.is_empty(), "something stands: {report}");
        for one in securities.iter().chain(&list("deeds")?) {
            ensure!(one["holder"].is_null() && one["sum"].is_null(), "{one}");
        }
        for hidden in [&[&BANK_P, &BANK_Q, &BANK_R][..], licensees].concat() {
            let party = story.party(hidden)?;
            ensure!(!report.to_string().contains(&party), "{}: {report}", hidden.name);
        }
    }
    story.so("without consent: no sum, no creditor, no licensee");
    Ok(())
}
