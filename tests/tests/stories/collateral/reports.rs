//! What Bank P reads of PortCo's title before it lends.

use super::{Scene, PURPOSE};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{BANK_P, PORTCO},
    desk::REFUSED,
};
use serde_json::Value;

/// PortCo's consent.
const CONSENT: &str = "consent.json";

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

    /// Anybody's report on the object for a loan over two years: its warnings.
    pub fn warned(&self) -> Result<Vec<String>> {
        let title = ["title", &self.object, "--maturity", "2028-12-18"];
        warnings(&self.story.desk.done(&title)?)
    }

    /// The report warns of this.
    pub fn is_warned(&self, code: &str) -> Result<()> {
        let found = self.warned()?;
        ensure!(found.iter().any(|one| one == code), "no {code} in {found:?}");
        self.story.so(&format!("the title report warns: {code}"));
        Ok(())
    }
}

/// Bank P finds all that PortCo has by its credit code: the extract, and with consent everything; the reading is logged.
pub fn searched_by_credit_code(scene: &Scene) -> Result<()> {
    let (story, records) = (&scene.story, scene.records());
    let of_party = ["title", "--party", PORTCO.code];
    let read = ["--maturity", "2028-12-18", "--records", &records];
    let extract = story.does(
        &BANK_P,
        "searches by PortCo's credit code",
        &[&of_party[..], &read].concat(),
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
    ensure!(
        reads.len() == 1 && reads[0].to_string().contains(PURPOSE),
        "one read, with its purpose: {log}"
    );
    Ok(())
}
