//! `quanji describe reveal --package`: disclosed members of the description that a certificate has.

use quanji_primitives::Digest;

use crate::{
    chain::Chain,
    genesis, register,
    support::{description::SET, Bench, Ran},
};

/// Writes a description with a sealed purpose, `public.json`, and its disclosure, `sealed.json`; gives its digest.
fn sealed(bench: &Bench) -> Digest {
    let mut new = vec!["describe", "new", "--out", "description.json"];
    new.extend(SET.iter().flat_map(|set| ["--set", set]));
    bench.run(&new).ok();
    let seal = [
        "--json",
        "describe",
        "seal",
        "description.json",
        "--confidential",
        "purpose",
    ];
    let files = ["--out", "public.json", "--disclosures", "sealed.json"];
    let made = bench.run(&[&seal[..], &files].concat()).ok().json();
    let digest = made["digest"].as_str().unwrap();
    format!("sha2-256:{digest}").parse().unwrap()
}

fn reveal(bench: &Bench, more: &[&str]) -> Ran {
    let reveal = [
        "describe",
        "reveal",
        "public.json",
        "--disclosures",
        "sealed.json",
    ];
    bench.run(&[&reveal[..], more].concat())
}

#[test]
fn a_disclosed_document_is_the_description_of_its_certificate() {
    let bench = Bench::new();
    let mut chain = Chain::default();
    chain.register.object.facts.description = sealed(&bench);
    bench.write("package.json", chain.package().to_json().unwrap());
    let genesis = genesis(&chain);
    let package = ["--package", "package.json"];
    let trusted = ["--package", "package.json", "--genesis", &genesis];
    let told = reveal(&bench, &[&trusted[..], &["--json"]].concat()).ok().json();
    assert_eq!(told["certificate"]["number"], register::number(1).to_string());
    assert_eq!(told["certificate"]["object"], register::object_id().to_string());
    assert_eq!(told["certificate"]["block"], 20);
    assert_eq!(told["members"]["purpose"], "物流规划");
    let english = reveal(&bench, &trusted).ok().stdout;
    assert!(english.contains("SJ4412026110001/2"), "{english}");
    // Trust is needed, and may be that of a known chain.
    reveal(&bench, &package).failed(2);
    bench.run(&["trust", "add", "rehearsal", &genesis]).ok();
    reveal(&bench, &package).ok();
    // Without a package nothing is said of a certificate, and there is nothing to trust.
    let told = reveal(&bench, &["--json"]).ok().json();
    assert!(told["certificate"].is_null());
    reveal(&bench, &["--genesis", &genesis]).failed(2);
}

#[test]
fn a_document_that_is_not_the_registered_description_is_refused() {
    let bench = Bench::new();
    let digest = sealed(&bench);
    let chain = Chain::default();
    bench.write("package.json", chain.package().to_json().unwrap());
    let hash = genesis(&chain);
    let with = |genesis: &str| {
        let more = ["--json", "--package", "package.json", "--genesis", genesis];
        reveal(&bench, &more).failed(8).problem()
    };
    let problem = with(&hash);
    assert_eq!(problem["reason"], "description.not-registered");
    let registered = Digest::Sha2_256([0xd1; 32]).to_string();
    assert_eq!(problem["registered"], registered);
    let detail = problem["detail"].as_str().unwrap();
    assert!(
        detail.contains(&digest.to_string()) && detail.contains(&registered),
        "{detail}"
    );
    let other = format!("0x{}", "11".repeat(32));
    assert_eq!(with(&other)["reason"], "trust.wrong-genesis");
    bench.write("package.json", "{}");
    let more = ["--package", "package.json", "--genesis", &hash];
    reveal(&bench, &more).failed(3);
}
