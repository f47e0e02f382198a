//! Applications that are wrong, each refused for its own reason, with nothing changed.

use anyhow::{Context, Result};
use quanji_tests::{
    desk::{APPLICANT, EXAMINER, INPUT, OWN_DATA, REFUSED, REGISTRAR, REVIEWER, USAGE},
    Desk,
};

/// One node for all of this, because each start compiles the runtime.
#[test]
fn bad_input_is_refused_by_its_rule_and_changes_nothing() -> Result<()> {
    let desk = Desk::open()?;
    what_may_not_be_registered(&desk)?;
    fields_that_are_too_large_or_carry_free_text(&desk)?;
    who_is_not_admitted_or_suspended(&desk)?;
    another_text_than_was_filed(&desk)
}

fn what_may_not_be_registered(desk: &Desk) -> Result<()> {
    let own = |further: &[&'static str]| [&OWN_DATA[..], further].concat();
    let of = |source, industry, claim| vec!["--source", source, "--industry", industry, "--claim", claim];
    for (rule, further) in [
        ("CoreData", own(&["--level", "core"])),
        (
            "OrganData",
            own(&["--category", "public", "--public-class", "organ-data"]),
        ),
        ("PublicClassUnfit", own(&["--public-class", "organ-data"])),
        ("NegativeListed", of("collected", "97", "holding")),
        ("IndustryUnknown", of("collected", "99", "holding")),
        // What programs collected from open sources may be held and used, not operated (NG 21(4)).
        ("KindNotClaimable", of("open-data-by-program", "74", "operating")),
        ("ValidityOutOfRange", of("collected", "74", "holding:6")),
    ] {
        let rule = format!("Registry::{rule}");
        desk.refused(&rule, &desk.application(APPLICANT, &further))?;
    }
    Ok(())
}

fn fields_that_are_too_large_or_carry_free_text(desk: &Desk) -> Result<()> {
    let with = |further: &[&str]| {
        let further = [&OWN_DATA[..], further].concat();
        desk.application(APPLICANT, &further)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let rejected = |code, arguments: Vec<String>| {
        desk.rejected(code, &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    // A query code is a code: no words, and nobody's number.
    for code in ["联系人张三", "GD 2026 1", "13800138000"] {
        let class = format!("authorised-operation:{code}");
        let arguments = with(&["--category", "public", "--public-class", &class]);
        let problem = rejected(REFUSED, arguments)?;
        assert_eq!(problem["rule"], "Registry::QueryCodeUnfit", "{code}: {problem}");
    }
    let too_long = format!("authorised-operation:{}", "7".repeat(33));
    rejected(USAGE, with(&["--public-class", &too_long]))?;
    // Sixteen documents at most, two of which every application has.
    let documents = ["--evidence", "other:paper.txt"].repeat(15);
    let problem = rejected(INPUT, with(&documents))?;
    assert!(problem.to_string().contains("16"), "{problem}");
    // No right but the three that there are.
    rejected(USAGE, with(&["--claim", "ownership"]))?;

    for (member, value) in [
        ("overview", "联系电话13800138000".to_owned()),
        ("overview", "数".repeat(4_001)),
        ("name", "表".repeat(201)),
    ] {
        desk.draft(
            "wrong.json",
            &[
                "name=2012-2015年西雅图气象业每日气象观测表格数据",
                &format!("{member}={value}"),
            ],
        )?;
        let seal = "describe seal wrong.json --out x.json --disclosures y.json";
        let problem = desk.rejected(INPUT, &seal.split(' ').collect::<Vec<_>>())?;
        let errors = problem["errors"].as_array().context("a list of errors")?;
        assert!(
            matches!(errors.as_slice(), [only] if only["path"] == member),
            "{problem}"
        );
        assert!(!desk.path("x.json").exists(), "nothing is sealed");
    }
    Ok(())
}

fn who_is_not_admitted_or_suspended(desk: &Desk) -> Result<()> {
    desk.rejected(REFUSED, &desk.application("//Eve", &OWN_DATA))?;
    // The check character of the credit code is wrong.
    desk.rejected(
        USAGE,
        &[
            "--key",
            REGISTRAR,
            "party",
            "admit",
            "--kind",
            "legal-person",
            "--credit-code",
            "91440000MA0000008X",
            "--account",
            "//Eve",
        ],
    )?;
    desk.done(&[
        "--key",
        REGISTRAR,
        "party",
        "suspend",
        "P1-1-Q",
        "--reason",
        "identity-in-doubt",
    ])?;
    desk.refused("Admission::Suspended", &desk.application(APPLICANT, &OWN_DATA))?;
    desk.done(&["--key", REGISTRAR, "party", "restore", "P1-1-Q"])?;
    Ok(())
}

fn another_text_than_was_filed(desk: &Desk) -> Result<()> {
    let (case, _) = desk.file(APPLICANT, &OWN_DATA)?;
    desk.done(&["--key", EXAMINER, "case", "accept", &case])?;
    desk.done(&desk.examination(EXAMINER, &case))?;
    desk.done(&["--key", REVIEWER, "case", "approve", &case])?;
    desk.describe("other.json", "2012-2015年西雅图气象业其他气象观测表格数据")?;
    desk.rejected(
        INPUT,
        &[
            "--key",
            EXAMINER,
            "case",
            "publish",
            &case,
            "--text",
            "other.json",
        ],
    )?;
    Ok(())
}
