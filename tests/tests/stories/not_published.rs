//! Story 4, "please do not publish this": what is withheld, and what never becomes readable.

use crate::natural_person;
use anyhow::{ensure, Context, Result};
use quanji_tests::{
    cast::{A44, ALL_RIGHTS, CHEN, LUO, PORTCO, SOURCECO},
    desk::{DESCRIPTION, INPUT, NOT_PROVEN, PAPER},
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

/// The members of each description that are sealed.
const CONFIDENTIAL: [&str; 4] = ["purpose", "storage_place", "limits", "prior_limits"];

/// The file with the disclosures of the sealed members.
fn private(secret: &Secret) -> String {
    format!("private-{}", secret.file)
}

/// The file with the description before it is sealed.
fn draft(secret: &Secret) -> String {
    format!("draft-{}", secret.file)
}

#[test]
fn what_is_not_to_be_published_is_not_readable_anywhere() -> Result<()> {
    let title = "Story 4. \"Please do not publish this\"";
    let story = Story::open(title, "2026-11-02 08:00", &[PORTCO, SOURCECO])?;
    let mut archive = Archive::follow(&story.desk.node, &story.chain)?;
    let source = registered_source(&story)?;
    let part = withheld_in_part(&story, &mut archive, &source)?;
    let normal = without_reason(&story, &mut archive)?;
    never_readable(&story, &mut archive)?;
    let mei = natural_person::registers(&story, &claims(), &grants())?;
    ended_notices(&story, &part, &normal, &mei)?;
    natural_person::is_named_nowhere(&story, &mut archive)?;
    rejected_before_signing(&story)?;
    three_of_four_disclosed(&story)?;
    natural_person::is_erased(&story, &mut archive)
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
        "purpose=泊位与箱型定价".into(),
        "storage_place=广州自有机房".into(),
        "limits=不得再许可".into(),
        "prior_limits=须经港务集团书面同意".into(),
    ];
    let members: Vec<_> = members.iter().map(String::as_str).collect();
    let (paths, private) = (CONFIDENTIAL.join(","), private(secret));
    let seal = ["--confidential", &paths, "--disclosures", &private];
    story.seal(secret.file, &members, &seal)?;
    fs::copy(story.desk.path("draft.json"), story.desk.path(&draft(secret)))?;
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
    let sourceco = story.party(&SOURCECO)?;
    let told = story.desk.done(&["case", "told", "--party", &sourceco])?;
    assert_eq!(told["told"][0]["case"], case.as_str(), "{told}");
    assert_eq!(told["told"][0]["because"][0]["why"], "made_from", "{told}");
    let notice = story.desk.done(&["case", "notice", &case])?;
    assert_eq!(notice["extent"], "partial", "{notice}");
    let digest = text(&notice["notice"], "text")?;
    let published_text = text(&notice, "published_text")?;
    ensure!(published_text.contains(PRICING.name), "{notice}");
    ensure!(!published_text.contains(PRICING.overview), "{notice}");
    story.desk.done(&["case", "notice", &case, "--text", part])?;
    story.so(&format!(
        "anybody reads the notice: the part, its digest {digest}, and the decision"
    ));
    story.stands(&case, "in_notice", "2026-11-17", Some((0, 10)))?;
    ensure!(!archive.finds(PRICING.name)?.is_empty(), "the part is published");
    let found = archive.finds(PRICING.overview)?;
    ensure!(found.is_empty(), "the rest stands in {found:?}");
    story.so("A11's archive has the part, and nothing of the rest");
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
    let (hidden, shown) = CONFIDENTIAL.split_last().context("four members")?;
    let kept = private(&PRICING);
    let paths = shown.join(",");
    let disclose = ["describe", "disclose", &kept, "--members", &paths];
    story.does(
        &PORTCO,
        "hands three confidential members to Bank P",
        &[&disclose[..], &["--out", "shown.json"]].concat(),
    )?;

    let reveal = ["describe", "reveal", PRICING.file, "--disclosures"];
    let ran = story.offline(&[&reveal[..], &["shown.json"]].concat())?;
    assert_eq!(ran.code, 0, "{}", ran.errors);
    let learnt = ran.output["members"].as_object().context("members")?;
    assert_eq!(learnt.len(), 3, "{learnt:?}");
    for path in shown {
        ensure!(learnt[*path].is_string(), "{path} is shown: {learnt:?}");
    }
    // The same description as in the certificate, which is proven as well.
    let (code, verdict) = story.verify("part-certificate.json", None)?;
    assert_eq!(code, 0, "{verdict}");
    let proven = &verdict["register"]["facts"]["description"]["Sha2_256"];
    assert_eq!(proven, &ran.output["digest"], "{verdict}");

    cannot_learn(story, hidden)
}

/// The fourth member stands in nothing that the bank has, and a guess is not confirmed.
fn cannot_learn(story: &Story, hidden: &str) -> Result<()> {
    let draft = draft(&PRICING);
    let whole: Value = serde_json::from_slice(&fs::read(story.desk.path(&draft))?)?;
    let value = text(&whole, hidden)?;
    for file in [PRICING.file, "shown.json", "part-certificate.json"] {
        let content = fs::read_to_string(story.desk.path(file))?;
        ensure!(!content.contains(&value), "{hidden} stands in {file}");
    }
    // Every sealing has its own salts: who guesses the value does not find its digest.
    let guess = ["describe", "seal", &draft, "--confidential", hidden];
    let out = ["--out", "again.json", "--disclosures", "guess.json"];
    story.desk.done(&[&guess[..], &out].concat())?;
    let ran = story.offline(&["describe", "reveal", PRICING.file, "--disclosures", "guess.json"])?;
    assert_eq!(ran.code, NOT_PROVEN, "a guess is confirmed: {}", ran.output);
    story.so("Bank P verifies three confidential members offline; the fourth stays a digest");
    Ok(())
}
