//! First registrations: of PortCo's berths and of everything beside them.

use super::{
    acts::{each, number, to_notice, Registered},
    licences::Licences,
};
use anyhow::{ensure, Result};
use quanji_tests::{
    cast::{Person, A44, ALL_RIGHTS, FREIGHTCO, LAWCO, LEAKCO, PORTCO, SHIPCO, WATERCO},
    desk::{DESCRIPTION, PAPER},
    story::text,
    Story,
};

/// What is registered on the first day.
#[derive(Debug)]
pub struct Data {
    /// PortCo's important data.
    pub berths: Registered,
    /// Held by PortCo and FreightCo, half each.
    pub yard: Registered,
    /// What LeakCo says is its own.
    pub leak: Registered,
    /// Public data of a utility.
    pub water: Registered,
    /// ShipCo's, for one year.
    pub tides: Registered,
    /// A case under `shenzhen-2023` that is not entered yet.
    pub service: (String, String),
}

/// Files an application and takes it to its public notice. Gives case and object.
fn noticed(story: &Story, who: &Person, what: &str, further: &[&str]) -> Result<(String, String)> {
    let claims = each("--claim", &ALL_RIGHTS);
    let further = if further.contains(&"--claim") {
        further.to_vec()
    } else {
        [further, &claims].concat()
    };
    let (case, object) = story.files(who, what, &A44, &further)?;
    to_notice(story, &case, &ALL_RIGHTS, Some(DESCRIPTION))?;
    Ok((case, object))
}

/// Enters a case whose notice is over; its certificate has this number.
fn entered(story: &Story, (case, object): &(String, String), certificate: &str) -> Result<Registered> {
    let entered = story.enter(&A44, case)?;
    ensure!(
        entered["certificate"] == certificate,
        "not {certificate}: {entered}"
    );
    Ok(Registered {
        object: object.clone(),
        certificate: certificate.to_owned(),
    })
}

pub fn on_the_first_day(story: &Story) -> Result<Data> {
    story.at("2026-11-02 09:00")?;
    let [portco, freightco] = [PORTCO, FREIGHTCO].map(|who| story.party(&who));
    let halves = [format!("{}=1/2", portco?), format!("{}=1/2", freightco?)];
    let halves = each("--share", &[&halves[0], &halves[1]]);
    let public = ["--category", "public", "--public-class", "utility"];
    let year = ALL_RIGHTS.map(|right| format!("{right}:1"));
    let year = each("--claim", &[&year[0], &year[1], &year[2]]);
    let what = "files important data on berths";
    let berths = noticed(story, &PORTCO, what, &["--level", "important"])?;
    let what = "files data on the yard with FreightCo, half each";
    let yard = noticed(story, &PORTCO, what, &halves)?;
    let leak = noticed(story, &LEAKCO, "files data as its own", &[])?;
    let water = noticed(story, &WATERCO, "files data of its service", &public)?;
    let tides = noticed(story, &SHIPCO, "files data on tides, for one year", &year)?;
    let service = filed_in_shenzhen(story)?;
    story.at("2026-11-10 09:00")?;
    Ok(Data {
        berths: entered(story, &berths, "SJ4412026110001")?,
        yard: entered(story, &yard, "SJ4412026110002")?,
        leak: entered(story, &leak, "SJ4412026110003")?,
        water: entered(story, &water, "SJ4412026110004")?,
        tides: entered(story, &tides, "SJ4412026110005")?,
        service,
    })
}

/// Under `shenzhen-2023` a product gives the right to operate it, and a service institution reports on it.
fn filed_in_shenzhen(story: &Story) -> Result<(String, String)> {
    let further = [
        "--regime",
        "shenzhen-2023",
        "--kind",
        "product",
        "--form",
        "2",
        "--source",
        "derived",
        "--lineage",
        PAPER,
        "--claim",
        "operating",
    ];
    let what = "files a query service under shenzhen-2023";
    let (case, object) = story.files(&FREIGHTCO, what, &A44, &further)?;
    reported(story, &case)?;
    to_notice(story, &case, &["operating"], Some(DESCRIPTION))?;
    story.stands(&case, "in_notice", "2026-11-16", Some((0, 10)))?;
    Ok((case, object))
}

/// A service institution reports favourably.
pub fn reported(story: &Story, case: &str) -> Result<()> {
    let report = ["case", "report", case, "--conclusion", "favourable"];
    let report = [&report[..], &["--document", PAPER]].concat();
    story.does(&LAWCO, "reports that it is true and compliant", &report)?;
    Ok(())
}

/// FreightCo makes a product under its licence. Gives the service, which is entered the same day, and the product.
pub fn product_and_service(
    story: &Story,
    data: &Data,
    licences: &Licences,
) -> Result<(Registered, Registered)> {
    let operating = data.berths.right(story, 2)?;
    let mut further = vec!["--kind", "product", "--form", "1", "--source", "derived"];
    further.extend(each("--lineage", &[&operating, &licences.freight]));
    let licence = number(&licences.freight)?;
    let what = format!("files a product made from the berths under licence {licence}");
    let product = noticed(story, &FREIGHTCO, &what, &further)?;
    story.at("2026-11-19 09:00")?;
    let service = entered(story, &data.service, "SJ4412026110006")?;
    let product = entered(story, &product, "SJ4412026110007")?;
    let shown = story.desk.done(&["certificate", "show", &product.certificate])?;
    ensure!(shown["against"]["encumbered"] == false, "{shown}");
    let lineage = shown["facts"]["lineage"].as_array().map(Vec::len);
    ensure!(lineage == Some(2), "made from two rights: {shown}");
    let label = shown["rights"][0]["label"].clone();
    ensure!(label == "right to hold data", "{shown}");
    let of_service = story.desk.done(&["certificate", "show", &service.certificate])?;
    let label = text(&of_service["rights"][0], "label")?;
    ensure!(label == "data-product operating right", "{of_service}");
    Ok((service, product))
}
