//! Story 4, "please do not publish this": what is withheld, and what never becomes readable.

use anyhow::{ensure, Context, Result};
use quanji_client::description::{reveal, Disclosure};
use quanji_tests::{
    cast::{A44, ALL_RIGHTS, CHEN, LUO, MEI, PORTCO, SOURCECO, WU},
    desk::{DESCRIPTION, INPUT, PAPER},
    story::text,
    Archive, Story,
};
use serde_json::{json, Value};
use std::fs;

/// The name and the overview of what is not to be published, and the file with the sealed description.
struct Secret {
    file: &'static str,
    name: &'static str,
    overview: &'static str,
}

const PRICING: Secret = Secret {
    file: "pricing.json",
    name: "2025年广东省港口业定价模型数据",
    overview: "泊位与箱型的定价参数及其权重。",
};

const TARIFF: Secret = Secret {
    file: "tariff.json",
    name: "2025年广东省港口业费率试算数据",
    overview: "费率试算的全部输入。",
};

const REBATE: Secret = Secret {
    file: "rebate.json",
    name: "2025年广东省港口业返利条件数据",
    overview: "返利条件与客户分级。",
};

/// What is said of nobody on the chain.
const MEI_NAME: &str = "梅若兰";
const MEI_NUMBER: &str = "440100199001011237";

#[test]
fn what_is_not_to_be_published_is_not_readable_anywhere() -> Result<()> {
    let title = "Story 4. \"Please do not publish this\"";
    let story = Story::open(title, "2026-11-02 08:00", &[PORTCO, SOURCECO])?;
    let mut archive = Archive::follow(&story.desk.node, &story.chain)?;
    let source = registered_source(&story)?;
    let part = withheld_in_part(&story, &mut archive, &source)?;
    let normal = without_reason(&story, &mut archive)?;
    never_readable(&story, &mut archive)?;
    let mei = natural_person(&story)?;
    ended_notices(&story, &part, &normal, &mei)?;
    nothing_of_mei(&story, &mut archive)?;
    rejected_before_signing(&story)?;
    three_of_four_disclosed(&story)
}

fn claims() -> Vec<&'static str> {
    ALL_RIGHTS.iter().flat_map(|right| ["--claim", *right]).collect()
}

fn grants() -> Vec<&'static str> {
    ALL_RIGHTS.iter().flat_map(|right| ["--grant", *right]).collect()
}

/// SourceCo registers what PortCo's product will be made from. Gives the object.
fn registered_source(story: &Story) -> Result<String> {
    story.at("2026-11-02 09:00")?;
    let (case, object) = story.files(&SOURCECO, "files the source of a product", &A44, &claims())?;
    story.approve(&A44, &case, &grants())?;
    story.publish(&A44, &case, DESCRIPTION)?;
    story.at("2026-11-10 09:00")?;
    story.enter(&A44, &case)?;
    Ok(object)
}

/// Files an application with a secret description and gives its case.
fn files_secret(story: &Story, secret: &Secret, what: &str, further: &[&str]) -> Result<String> {
    let (name, overview) = (secret.name, secret.overview);
    let members = [
        format!("name={name}"),
        format!("overview={overview}"),
        "industry.section=G".into(),
        "industry.division=55".into(),
    ];
    let members: Vec<_> = members.iter().map(String::as_str).collect();
    story.describe(secret.file, &members)?;
    let further = [&["--description", secret.file][..], further, &claims()].concat();
    Ok(story.files(&PORTCO, what, &A44, &further)?.0)
}

/// Neither name nor overview stands in any block, event, log or file of A11's archive.
fn unread(archive: &mut Archive, secret: &Secret) -> Result<()> {
    for words in [secret.name, secret.overview] {
        let found = archive.finds(words)?;
        ensure!(found.is_empty(), "{words} stands in {found:?}");
    }
    Ok(())
}

/// Step 1: a part is withheld with reason; the five days run all the same.
fn withheld_in_part(story: &Story, archive: &mut Archive, source: &str) -> Result<String> {
    let reason = story.paper("reason.txt", "the parameters are a trade secret")?;
    let product = [
        "--kind",
        "product",
        "--form",
        "3",
        "--source",
        "derived",
        "--lineage",
        source,
    ];
    let request = ["--withhold", "part", "--withhold-reason", reason];
    let further = [&product[..], &request].concat();
    let what = "files a pricing model, not to be published, with reason";
    let case = files_secret(story, &PRICING, what, &further)?;
    story.approve(&A44, &case, &grants())?;
    unread(archive, &PRICING)?;
    story.so("before the decision A11's archive has only digests");
    let publish = ["case", "publish", &case, "--text", PRICING.file];
    let (rule, what) = ("Registry::PublicationUndecided", "publishes it all");
    story.cannot(&CHEN, what, rule, Some(&case), &publish)?;

    let allow = ["case", "withhold", &case, "--allow", "part", "--record", PAPER];
    story.does(&CHEN, "allows to withhold a part", &allow)?;
    let part = story.paper("part.json", &json!({ "name": PRICING.name }).to_string())?;
    let published = story.publish(&A44, &case, part)?;
    assert_eq!(
        published["told"],
        json!([source]),
        "the holder of the source: {published}"
    );
    story.so("SourceCo is told, as holder of a source in the lineage");
    story.stands(&case, "in_notice", "2026-11-17", Some((0, 10)))?;
    ensure!(!archive.finds(PRICING.name)?.is_empty(), "the part is published");
    ensure!(archive.finds(PRICING.overview)?.is_empty(), "the rest is not");
    Ok(case)
}

/// Step 2: without a reason nothing is withheld, and the notice is a normal one.
fn without_reason(story: &Story, archive: &mut Archive) -> Result<String> {
    let what = "files another one, not to be published, without reason";
    let case = files_secret(story, &TARIFF, what, &["--withhold", "part"])?;
    story.approve(&A44, &case, &grants())?;
    let withhold = |allow| ["case", "withhold", &case, "--allow", allow, "--record", PAPER];
    let (rule, what) = ("Registry::WithholdingUnreasoned", "allows to withhold a part");
    story.cannot(&CHEN, what, rule, Some(&case), &withhold("part"))?;
    story.does(&CHEN, "refuses the request", &withhold("none"))?;
    unread(archive, &TARIFF)?;
    story.publish(&A44, &case, TARIFF.file)?;
    story.stands(&case, "in_notice", "2026-11-17", Some((0, 10)))?;
    ensure!(
        !archive.finds(TARIFF.overview)?.is_empty(),
        "the whole is published"
    );
    Ok(case)
}

/// Step 2: of what is refused at the examination or withdrawn, only digests were ever readable.
fn never_readable(story: &Story, archive: &mut Archive) -> Result<()> {
    let whole = ["--withhold", "whole", "--withhold-reason", "reason.txt"];
    let what = "files a third one, not to be published at all";
    let case = files_secret(story, &REBATE, what, &whole)?;
    story.does(&CHEN, "accepts it", &["case", "accept", &case])?;
    let mut examine = vec!["case", "examine", &case, "--record", PAPER];
    let ground = ALL_RIGHTS.map(|right| format!("{right}:unclear-authorisation"));
    examine.extend(ground.iter().flat_map(|right| ["--refuse", right.as_str()]));
    examine.extend(["--finding-not-met", "clear-authorisation"]);
    story.does(&CHEN, "examines it and grants nothing", &examine)?;
    let refuse = [
        "case",
        "refuse",
        &case,
        "--ground",
        "unclear-authorisation",
        "--letter",
        PAPER,
    ];
    story.does(&LUO, "refuses it", &refuse)?;
    story.stands(&case, "refused", "2026-12-01", Some((0, 10)))?;
    unread(archive, &REBATE)?;

    let what = "files it again";
    let case = files_secret(story, &REBATE, what, &whole)?;
    story.does(&PORTCO, "withdraws it", &["case", "withdraw", &case])?;
    story.stands(&case, "withdrawn", "", None)?;
    unread(archive, &REBATE)?;
    story.so("of what was refused or withdrawn A11's archive has only digests");
    Ok(())
}

/// Step 3: Mei, a natural person, registers: the chain holds a salted commitment, no name.
fn natural_person(story: &Story) -> Result<String> {
    let person = story.paper("mei.txt", &format!("{MEI_NAME}\n{MEI_NUMBER}\n"))?;
    let commit = [
        "party",
        "commit",
        "--from-file",
        person,
        "--opening",
        "opening.json",
    ];
    let commitment = text(&story.desk.done(&commit)?, "commitment")?;
    let admit = [
        "party",
        "admit",
        "--kind",
        "natural-person",
        "--commitment",
        &commitment,
        "--account",
        "//Mei",
    ];
    story.does(&WU, "admits Mei by a commitment to her identity", &admit)?;
    let (case, _) = story.files(&MEI, "files data of her own", &A44, &claims())?;
    story.approve(&A44, &case, &grants())?;
    story.publish(&A44, &case, DESCRIPTION)?;
    story.stands(&case, "in_notice", "2026-11-17", Some((0, 10)))?;
    Ok(case)
}

/// The five days of all three notices end together; the certificate says what was withheld.
fn ended_notices(story: &Story, part: &str, normal: &str, mei: &str) -> Result<()> {
    story.at("2026-11-17 23:59:30")?;
    let (rule, enter) = ("Registry::NoticeNotEnded", ["case", "enter", part]);
    story.cannot(&LUO, "enters it within the five days", rule, Some(part), &enter)?;
    story.at("2026-11-18 00:00:00")?;
    for (case, publication) in [(part, "part"), (normal, "full"), (mei, "full")] {
        let entered = story.enter(&A44, case)?;
        let number = text(&entered, "certificate")?;
        let shown = story.desk.done(&["certificate", "show", &number])?;
        let said = &shown["publication"];
        ensure!(
            said == publication || said.get(publication).is_some(),
            "not {publication}: {shown}"
        );
        story.so(&format!("{number}: published, {publication}"));
    }
    story.issue("SJ4412026110002", "part-certificate.json")?;
    let (code, verdict) = story.verify("part-certificate.json", None)?;
    assert_eq!(code, 0, "{verdict}");
    ensure!(
        verdict["register"]["publication"].get("part").is_some(),
        "{verdict}"
    );
    Ok(())
}

/// Step 3: her name is nowhere; her proof stands, and whoever has the opening can show whose commitment it is.
fn nothing_of_mei(story: &Story, archive: &mut Archive) -> Result<()> {
    for words in [MEI_NAME, MEI_NUMBER] {
        let found = archive.finds(words)?;
        ensure!(found.is_empty(), "{words} stands in {found:?}");
    }
    story.issue("SJ4412026110004", "mei-certificate.json")?;
    let certificate = fs::read_to_string(story.desk.path("mei-certificate.json"))?;
    ensure!(
        !certificate.contains(MEI_NAME) && !certificate.contains(MEI_NUMBER),
        "no name"
    );
    let (code, verdict) = story.verify("mei-certificate.json", None)?;
    assert_eq!(code, 0, "{verdict}");
    let opening: Value = serde_json::from_slice(&fs::read(story.desk.path("opening.json"))?)?;
    assert_eq!(
        (&opening["name"], &opening["number"]),
        (&MEI_NAME.into(), &MEI_NUMBER.into())
    );
    let commitment = text(&opening, "commitment")?;
    let shown = story.desk.done(&["party", "show", "--commitment", &commitment])?;
    ensure!(!shown.to_string().contains(MEI_NAME), "{shown}");
    story.so("the chain holds Mei's commitment, not her name; her certificate verifies");
    Ok(())
}

/// Step 4: what may not be published is rejected before anything is signed, with its field.
fn rejected_before_signing(story: &Story) -> Result<()> {
    for (what, overview) in [
        ("a telephone number", "联系电话13800138000"),
        ("an identity number", "证件号440100199001011237"),
        ("a change of the direction of writing", "箱量\u{202e}记录"),
        ("a NUL", "箱量\0记录"),
    ] {
        story
            .desk
            .draft("typed.json", &["name=2025年广东省港口业箱量数据"])?;
        let file = story.desk.path("typed.json");
        let mut typed: Value = serde_json::from_slice(&fs::read(&file)?)?;
        typed["overview"] = overview.into();
        fs::write(&file, typed.to_string())?;
        for command in [
            &["describe", "check", "typed.json"][..],
            &["describe", "seal", "typed.json", "--out", "never.json"],
        ] {
            let problem = story.desk.rejected(INPUT, command)?;
            let fields = problem["errors"].as_array().context("fields")?;
            ensure!(
                fields.iter().all(|field| field["path"] == "overview"),
                "{what}: {problem}"
            );
        }
        ensure!(!story.desk.path("never.json").exists(), "{what} is sealed");
        story.so(&format!("{what} in the overview is rejected before signing"));
    }
    Ok(())
}

/// Step 4: a bank verifies three confidential members that it was shown, offline, and cannot learn a fourth.
fn three_of_four_disclosed(story: &Story) -> Result<()> {
    let members = ["purpose", "storage_place", "limits", "prior_limits"];
    story.desk.draft(
        "draft.json",
        &["name=2025年广东省港口业箱量数据", "purpose=运力规划"],
    )?;
    let seal = ["describe", "seal", "draft.json", "--confidential"];
    let paths = members.join(",");
    let out = ["--out", "confidential.json", "--disclosures", "disclosures.json"];
    story.desk.done(&[&seal[..], &[&paths], &out].concat())?;
    let public = fs::read(story.desk.path("confidential.json"))?;
    let mut shown = disclosures(story, "disclosures.json")?;
    assert_eq!(shown.len(), 4);
    let hidden = shown.pop().context("a fourth")?;

    let learnt = reveal(&public, &shown).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    for one in &shown {
        ensure!(learnt[&one.path].is_string(), "{} is shown: {learnt}", one.path);
    }
    ensure!(
        learnt.get(&hidden.path).is_none(),
        "{} is learnt: {learnt}",
        hidden.path
    );
    // Every sealing has its own salts: who guesses the value does not find its digest.
    let out = ["--out", "again.json", "--disclosures", "guesses.json"];
    story.desk.done(&[&seal[..], &[&paths], &out].concat())?;
    let guesses = disclosures(story, "guesses.json")?;
    let guess = guesses.into_iter().find(|one| one.path == hidden.path);
    let guess = guess.context("the fourth member sealed again")?;
    ensure!(reveal(&public, &[guess]).is_err(), "a guess is confirmed");
    story.so("three confidential members are verified offline; the fourth stays a digest");
    Ok(())
}

fn disclosures(story: &Story, file: &str) -> Result<Vec<Disclosure>> {
    let mut kept: Value = serde_json::from_slice(&fs::read(story.desk.path(file))?)?;
    Ok(serde_json::from_value(kept["disclosures"].take())?)
}
