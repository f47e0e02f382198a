//! Split of an object, and the transfer of one of its ranges with a licence back to who gives.

use super::acts::{each, rights, signed, to_notice, Registered};
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{A44, ALL_RIGHTS, CHEN, FREIGHTCO, SHIPCO},
    desk::{DESCRIPTION, PAPER},
    story::text,
    Story,
};
use serde_json::json;

/// The description of what stays.
const STAYS: &str = "depths-of-the-estuary.json";

/// The description of what leaves.
const LEAVES: &str = "depths-of-the-coast.json";

/// ShipCo's further data, in its public notice. Gives case and object.
pub fn filed(story: &Story) -> Result<(String, String)> {
    let claims = each("--claim", &ALL_RIGHTS);
    let what = "files data on depths, of the estuary and of the coast";
    let (case, object) = story.files(&SHIPCO, what, &A44, &claims)?;
    to_notice(story, &case, &ALL_RIGHTS, Some(DESCRIPTION))?;
    Ok((case, object))
}

/// The data is entered, and the split applied for. Gives the certificate of the whole, and the case.
pub fn applied_for(story: &Story, (case, object): &(String, String)) -> Result<(Registered, String)> {
    let entered = story.enter(&A44, case)?;
    let whole = Registered {
        object: object.clone(),
        certificate: text(&entered, "certificate")?,
    };
    story.describe(STAYS, &["name=2024年珠江河口水深测量表格数据"])?;
    story.describe(LEAVES, &["name=2024年珠江口外沿海水深测量表格数据"])?;
    let split = ["apply", "change", object, "--description", STAYS];
    let papers = ["--evidence", "change-proof:paper.txt", "--declaration", PAPER];
    let split = [&split[..], &["--split-off", LEAVES], &papers].concat();
    let filed = story.does(&SHIPCO, "applies to split the coast off", &split)?;
    let case = text(&filed, "case")?;
    story.approve(&A44, &case, &[])?;
    let part = ["case", "publish-part", &case, "--text", LEAVES];
    let publish = ["case", "publish", &case, "--text", STAYS];
    let what = "publishes what stays, what leaves not yet";
    story.cannot(&CHEN, what, "Registry::PartNotPublished", Some(&case), &publish)?;
    story.does(&CHEN, "publishes what leaves", &part)?;
    story.does(&CHEN, "publishes what stays", &publish)?;
    Ok((whole, case))
}

/// The coast is an object of its own, with the same rights; it passes whole, and ShipCo gets a licence back.
pub fn passes_with_a_licence_back(
    story: &Story,
    whole: &Registered,
    split: &str,
) -> Result<(Registered, String)> {
    let entered = story.enter(&A44, split)?;
    let object = entered["parts"][0].as_str().context("a part")?.to_owned();
    let history = story.desk.done(&["history", &object])?;
    let first = &history["entries"][0]["entry"]["content"]["split_off"];
    let certificate = text(&first["certificates"][0], "number").context("begins with the split")?;
    let shown = story.desk.done(&["certificate", "show", &whole.certificate])?;
    ensure!(shown["issue"] == 2, "{shown}");
    let coast = Registered { object, certificate };
    ensure!(rights(story, &coast.certificate)?.len() == 3, "{coast:?}");
    story.so(&format!(
        "{} has left {} with the same three rights, under {}",
        coast.object, whole.object, coast.certificate
    ));

    let (shipco, freightco) = (story.party(&SHIPCO)?, story.party(&FREIGHTCO)?);
    let back = format!(
        "--from 2\n--to {shipco}\n--kind non-exclusive\n--purpose logistics-planning\n--region 44\n--until 2028-12-31\n--contract {}\n",
        story.desk.path(PAPER).display()
    );
    let back = story.paper("back.txt", &back)?;
    let sell = [
        "apply",
        "transfer",
        &coast.object,
        "--to",
        &freightco,
        "--reason",
        "sale",
    ];
    let all = each("--right", &ALL_RIGHTS);
    let papers = ["--evidence", "contract:paper.txt", "--declaration", PAPER];
    let sell = [&sell[..], &["--back", back], &all, &papers].concat();
    let what = "sells the coast to FreightCo, and is to use it still";
    let filed = story.does(&SHIPCO, what, &sell)?;
    let case = text(&filed, "case")?;
    signed(story, &case, &[FREIGHTCO])?;
    to_notice(story, &case, &ALL_RIGHTS, None)?;
    Ok((coast, case))
}

/// FreightCo holds the coast and ShipCo's licence back is in force.
pub fn passed(story: &Story, coast: &Registered, transfer: &str) -> Result<()> {
    let entered = story.enter(&A44, transfer)?;
    let received = text(&entered, "certificate")?;
    ensure!(story.rights(&received)?.len() == 3, "{entered}");
    let listed = story.desk.done(&["licence", "list", &coast.object])?;
    let back = &listed["licences"][0];
    let found = (&back["status"], &back["licensee"]);
    let expected = (&json!("in_force"), &json!([story.party(&SHIPCO)?]));
    ensure!(found == expected, "{listed}");
    story.so("FreightCo holds the coast; ShipCo may use it under its licence back");
    Ok(())
}
